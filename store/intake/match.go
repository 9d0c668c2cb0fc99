package intake

import (
	"muster/model"
	"muster/model/names"
)

// likeness says how sure it is that two records are one person.
type likeness uint8

const (
	different likeness = iota
	doubtful
	certain
)

func nameOf(p *model.Person) names.Name {
	return names.Name{Given: p.Given, Family: p.Family, Family2: p.Family2, Native: p.Native}
}

// judge compares somebody in the file with somebody known. seated says that
// the known one already has a seat in the cohort the file is for.
//
// A number that agrees (passport, national or service number) is proof unless
// name and birth both speak against it. Without one, the same name and the
// same date of birth are proof. A name alone is proof only within the same
// cohort, so that a roster without dates, read twice, adds nobody.
func judge(row, known *model.Person, seated bool) (likeness, model.Message) {
	agree, disagree := numbers(row, known)
	birth := compareBirth(row.Born, known.Born)
	if agree == "" && birth == birthFar {
		return different, model.Message{}
	}
	a, b := nameOf(row), nameOf(known)
	like, why := names.Explain(a, b)
	if seated && like == names.Doubtful && names.Key(a) != "" && names.Key(a) == names.Key(b) {
		like = names.Same // one word alone, and they sit in this very cohort
	}
	if agree != "" {
		say := model.Say("intake.why.number", "field", model.Say("field."+agree))
		if !disagree && (like != names.Different || birth == birthEqual) {
			return certain, say
		}
		return doubtful, say
	}
	if like == names.Different {
		return different, model.Message{}
	}
	if disagree && (birth != birthEqual || like != names.Same) {
		return different, model.Message{}
	}
	say := model.Say("intake.why."+birth.id(), "name", model.Say(string(why)))
	switch birth {
	case birthEqual:
		if like == names.Same && !disagree {
			return certain, say
		}
		return doubtful, say
	case birthNear:
		// A name spelled otherwise and another date are two people, unless the
		// date is the same with day and month exchanged.
		if like == names.Same || exchanged(row.Born) == known.Born {
			return doubtful, say
		}
		return different, model.Message{}
	case birthUnknown:
		switch {
		case like == names.Same && seated:
			return certain, say
		case like == names.Same, seated:
			return doubtful, say
		case !row.Agency.IsZero() && row.Agency == known.Agency:
			return doubtful, say
		}
	}
	return different, model.Message{}
}

// exchanged is the date with day and month exchanged, 0 when that is none or
// the same.
func exchanged(d model.Date) model.Date {
	if d.IsZero() {
		return 0
	}
	y, m, day := d.Civil()
	if m == day {
		return 0
	}
	t, _ := model.NewDate(y, day, m)
	return t
}

// numbers names the field whose number agrees, if any, and says whether
// another one that names a person for life disagrees. Passports are renewed,
// so a different one says nothing.
func numbers(a, b *model.Person) (agree string, disagree bool) {
	for _, n := range []struct {
		field string
		a, b  string
		life  bool
	}{
		{"nationalId", a.NationalID, b.NationalID, true},
		{"serviceNo", a.ServiceNo, b.ServiceNo, true},
		{"passport", a.Passport.No, b.Passport.No, false},
	} {
		x, y := number(n.a), number(n.b)
		switch {
		case x == "" || y == "":
		case x == y:
			if agree == "" {
				agree = n.field
			}
		case n.life:
			disagree = true
		}
	}
	return agree, disagree
}

// number is a document's number with nothing but its letters and digits, in
// capitals: as people type it, with or without dashes.
func number(s string) string {
	plain := true
	for i := range len(s) {
		c := s[i]
		plain = plain && (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z')
	}
	if plain {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z':
			b = append(b, c-'a'+'A')
		case c >= '0' && c <= '9', c >= 'A' && c <= 'Z', c >= 0x80:
			b = append(b, c)
		}
	}
	return string(b)
}

// births says how two dates of birth agree.
type births uint8

const (
	birthUnknown births = iota // one is not known
	birthEqual
	birthNear // as a slip of the pen makes it: day and month exchanged, one part wrong
	birthFar
)

func (b births) id() string {
	return [...]string{birthUnknown: "name", birthEqual: "birth", birthNear: "birth-near", birthFar: ""}[b]
}

func compareBirth(a, b model.Date) births {
	switch {
	case a.IsZero() || b.IsZero():
		return birthUnknown
	case a == b:
		return birthEqual
	}
	y1, m1, d1 := a.Civil()
	y2, m2, d2 := b.Civil()
	same := 0
	for _, eq := range []bool{y1 == y2, m1 == m2, d1 == d2} {
		if eq {
			same++
		}
	}
	if same == 2 || y1 == y2 && m1 == d2 && d1 == m2 {
		return birthNear
	}
	return birthFar
}
