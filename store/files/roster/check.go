package roster

import (
	"maps"
	"slices"

	"muster/model"
	"muster/model/names"
	"muster/store/files/sheet"
)

// mappedTwice refuses a mapping that gives two columns to one single field:
// one of them would vanish unseen.
func mappedTwice(m map[int]Field) error {
	owner := map[Field]int{}
	for _, c := range slices.Sorted(maps.Keys(m)) {
		f := m[c]
		if f.several() || f == taken {
			continue
		}
		if before, ok := owner[f]; ok {
			return wrong("mapped-twice", "field", model.Say("roster.field."+string(f)), "column", sheet.ColumnName(before), "other", sheet.ColumnName(c))
		}
		owner[f] = c
	}
	return nil
}

// labelled reports whether the first row of a sheet whose header nobody
// recognised is one all the same, where the caller says what its columns are:
// its cells are labels ("X", "Col 1", a known heading), or are not what the
// columns hold while the rows beneath are.
func (r *reader) labelled(s *sheet.Sheet) bool {
	if len(r.o.Mapping) == 0 || len(s.Rows) < 2 {
		return false
	}
	first := s.Rows[0]
	all, short, headed, against := 0, 0, 0, 0
	for c, f := range r.o.Mapping {
		if f == Ignored || first.Cell(c).Text == "" {
			continue
		}
		all++
		text := first.Cell(c).Text
		switch k := names.Fold(text); {
		case guessHeading(text).score >= 60 && guessHeading(text).field != Ignored:
			headed++
		case len([]rune(k)) <= 1:
			short++
		}
		if holds, ok := holds(f, first.Cell(c)); ok && !holds && r.mostHold(s, c, f) {
			against++
		}
	}
	return all > 0 && (against > 0 || (headed+short)*2 > all)
}

// holds reports whether a cell is what a field wants; ok is false where any
// text would do.
func holds(f Field, c sheet.Cell) (is, ok bool) {
	switch f {
	case Born, PassportExpires, BornAt:
		return readDate(c).ok || readDate(c).yearOnly || parseDate(dateIn(f, c.Text)).ok, true
	case No, Passport, NationalID, ServiceNo, Phone, EmergencyPhone, BornDay, BornYear:
		return digits(names.Digits(c.Text)) > 0, true
	case Email:
		_, is := readEmail(c.Text)
		return is, true
	case Blood:
		_, is := readBlood(c.Text)
		return is, true
	}
	return false, false
}

func (r *reader) mostHold(s *sheet.Sheet, c int, f Field) bool {
	is, all := 0, 0
	for _, row := range s.Rows[1:min(len(s.Rows), 50)] {
		if row.Cell(c).Text == "" {
			continue
		}
		all++
		if yes, _ := holds(f, row.Cell(c)); yes {
			is++
		}
	}
	return is*2 > all
}

// sideways finds a table that lies on its side: its headings run down a
// column, and each person is a column.
func sideways(l layout) bool {
	across := map[Field]bool{}
	for _, h := range l.heads {
		if h.score >= 85 && h.field != Ignored && h.field != taken {
			across[h.field] = true
		}
	}
	if len(across) > 1 {
		return false
	}
	for c := range 3 {
		down := map[Field]bool{}
		person := false
		beside := 0
		for _, row := range l.sheet.Rows[:min(len(l.sheet.Rows), searched)] {
			g := guessHeading(row.Cell(c).Text)
			if g.score < 90 || g.field == Ignored || g.field == taken {
				continue
			}
			down[g.field] = true
			person = person || named(map[int]Field{0: g.field})
			if row.Cell(c+1).Text != "" {
				beside++
			}
		}
		if person && len(down) >= 2 && beside >= 2 {
			return true
		}
	}
	return false
}

// half is the id of what is wrong where only a half of the names was found,
// and there are columns nobody read in which the rest may stand.
func (r *reader) half() string {
	has := map[Field]bool{}
	for _, f := range r.out.Mapping {
		has[f] = true
	}
	family := has[Family] || has[Family2] || has[Surnames]
	if has[FullName] || has[Native] || family == has[Given] {
		return ""
	}
	for c := range r.l.sheet.Columns {
		if _, mapped := r.out.Mapping[c]; mapped || r.l.heads[c].field == taken {
			continue
		}
		if r.wordsOnly(c) {
			if family {
				return "no-given-column"
			}
			return "no-family-column"
		}
	}
	return ""
}

// wordsOnly reports whether nearly all cells of a column are words, as names
// are.
func (r *reader) wordsOnly(c int) bool {
	is, all := 0, 0
	for _, row := range r.data() {
		t := row.Cell(c).Text
		if t == "" {
			continue
		}
		all++
		if digits(t) == 0 && len(t) > 1 && len(t) < 60 && !nothing(t) && spoken(t+" x") {
			is++
		}
	}
	return all > 0 && is*10 >= all*8
}
