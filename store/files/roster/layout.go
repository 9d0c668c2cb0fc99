package roster

import (
	"strings"

	"muster/model/names"
	"muster/store/files/sheet"
)

// searched is how many rows from the top may hold the header.
const searched = 60

// A layout is where the table stands in a sheet.
type layout struct {
	sheet  *sheet.Sheet
	at     int // index of the header's first row in sheet.Rows, -1 without header
	rows   int // rows of the header: 0, 1 or 2
	value  int // how much of the header was understood
	heads  map[int]head
	titles []string // texts above the header
}

// A head is the heading of one column.
type head struct {
	text string
	guess
}

// pick finds the sheet that holds the list: the one whose header is best
// understood; among equals the one with more rows, and what is hidden last.
func pick(b *sheet.Book) (int, layout) {
	best, found := -1, layout{}
	worth := func(l layout) int {
		w := 1000*l.value + min(len(l.sheet.Rows), 999)
		if l.sheet.Hidden {
			w /= 4
		}
		return w
	}
	for i := range b.Sheets {
		s := &b.Sheets[i]
		if len(s.Rows) == 0 {
			continue
		}
		l := findHeader(s)
		// A header with nothing beneath it is a form, not a list.
		if l.rows > 0 && l.at+l.rows >= len(s.Rows) {
			l.value /= 10
		}
		if best < 0 || worth(l) > worth(found) {
			best, found = i, l
		}
	}
	return best, found
}

// others are the visible sheets besides the picked one that hold people too.
func others(b *sheet.Book, picked int) []string {
	var out []string
	for i := range b.Sheets {
		s := &b.Sheets[i]
		if i == picked || s.Hidden {
			continue
		}
		if l := findHeader(s); l.rows > 0 && len(s.Rows) > l.at+l.rows {
			out = append(out, s.Name)
		}
	}
	return out
}

// findHeader finds the header of a sheet; rows is 0 when there is none.
func findHeader(s *sheet.Sheet) layout {
	best := layout{sheet: s, at: -1}
	for i := range s.Rows[:min(len(s.Rows), searched)] {
		l := headerAt(s, i)
		if l.value > best.value {
			best = l
		}
	}
	if !best.enough() {
		return layout{sheet: s, at: -1, heads: map[int]head{}}
	}
	best.titles = titles(s, best.at)
	return best
}

// headerAt reads the header that begins at a row, over one row or two.
func headerAt(s *sheet.Sheet, i int) layout {
	single := layout{sheet: s, at: i, rows: 1, heads: singleHeads(s.Rows[i])}
	single.value = worthOf(single.heads, s.Rows[i])
	if i+1 >= len(s.Rows) || s.Rows[i+1].Number > s.Rows[i].Number+1 || title(s.Rows[i]) || datalike(s.Rows[i+1]) > 0 {
		return single
	}
	pair := layout{sheet: s, at: i, rows: 2, heads: pairHeads(s.Rows[i], s.Rows[i+1])}
	pair.value = worthOf(pair.heads, s.Rows[i]) - 30 + 40*grouped(s.Rows[i], s.Rows[i+1])
	if next := worthOf(singleHeads(s.Rows[i+1]), s.Rows[i+1]); pair.value > single.value && pair.value > next {
		return pair
	}
	return single
}

// grouped is how many columns mean something only by the group above them:
// "Número" under "Documento".
func grouped(top, sub sheet.Row) int {
	n, group := 0, ""
	for i := range max(len(top.Cells), len(sub.Cells)) {
		if over := top.Cell(i).Text; over != "" {
			group = over
		}
		under := sub.Cell(i).Text
		if group == "" || under == "" || under == group {
			continue
		}
		if inGroup(guessHeading(group).field, guessHeading(under).field, names.Fold(group)) != Ignored {
			n++
		}
	}
	return n
}

// enough asks for two known columns, one of them a name, or for one heading
// that can mean nothing but a name.
func (l layout) enough() bool {
	known, name := 0, 0
	for _, h := range l.heads {
		if h.score < 40 {
			continue
		}
		known++
		switch h.field {
		case FullName, Given, Family, Surnames, Native:
			name = max(name, h.score)
		}
	}
	switch {
	case l.value >= 150 && known >= 2 && name > 0, l.value >= 250 && known >= 3:
		return true
	}
	return l.value >= 90 && name >= 90
}

// worthOf adds up how much of a header is understood. The same field twice
// counts once; cells that look like data speak against a header.
func worthOf(heads map[int]head, row sheet.Row) int {
	best := map[Field]int{}
	for _, h := range heads {
		if h.field != Ignored {
			best[h.field] = max(best[h.field], h.score)
		}
	}
	sum := 0
	for f, score := range best {
		if f == taken {
			score /= 2
		}
		sum += score
	}
	return sum - 80*datalike(row)
}

// datalike counts the cells of a row that no header has: dates, numbers of
// some length, addresses, long texts.
func datalike(r sheet.Row) int {
	n := 0
	for _, c := range r.Cells {
		switch {
		case c.Merged:
		case c.Kind == sheet.Date, c.Kind == sheet.Number && len(c.Text) > 2:
			n++
		case strings.Contains(c.Text, "@") && strings.Contains(c.Text, "."):
			n++
		case len(c.Text) > 140:
			n++
		case digits(c.Text) >= 4 && digits(c.Text)*3 >= len(c.Text):
			n++
		}
	}
	return n
}

func digits(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
}

// title reports whether a row says one thing only, once or in every cell of a
// merged block.
func title(r sheet.Row) bool {
	said := ""
	for _, c := range r.Cells {
		if c.Text == "" {
			continue
		}
		if said != "" && c.Text != said {
			return false
		}
		said = c.Text
	}
	return said != ""
}

func singleHeads(r sheet.Row) map[int]head {
	heads := map[int]head{}
	if title(r) && len(r.Cells) > 1 && r.Cells[0].Merged {
		return heads
	}
	for i, c := range r.Cells {
		if c.Text != "" {
			heads[i] = head{c.Text, guessHeading(c.Text)}
		}
	}
	return heads
}

// pairHeads joins two rows: a group ("Contacto de emergencia") over its
// columns ("Nombre", "Teléfono"), or one heading broken in two ("Fecha de",
// "nacimiento").
func pairHeads(top, sub sheet.Row) map[int]head {
	heads := map[int]head{}
	group := ""
	for i := range max(len(top.Cells), len(sub.Cells)) {
		over, under := top.Cell(i).Text, sub.Cell(i).Text
		switch {
		case over != "":
			group = over
		case under != "":
			over = group // a CSV keeps a merged group in its first cell only
		}
		switch {
		case over == "" && under == "":
			group = ""
		case under == "" || under == over:
			heads[i] = head{over, guessHeading(over)}
		case over == "":
			heads[i] = head{under, guessHeading(under)}
		default:
			heads[i] = head{over + " / " + under, guessPair(over, under)}
		}
	}
	return heads
}

func guessPair(over, under string) guess {
	above, below := guessHeading(over), guessHeading(under)
	if f := inGroup(above.field, below.field, names.Fold(over)); f != Ignored {
		return guess{f, 95, below.marker}
	}
	best := below
	if best.field == taken {
		best.score = 50 // "Fecha" under "Nacimiento" means more than "Fecha"
	}
	for _, joined := range []string{over + " " + under, under + " " + over} {
		if g := guessHeading(joined); g.score > best.score && g.field != taken {
			best = g
		}
	}
	return best
}

// inGroup is what a column means because of the group it stands in.
func inGroup(above, below Field, over string) Field {
	switch above {
	case Emergency, EmergencyName, EmergencyPhone:
		switch below {
		case Given, FullName, Family, Surnames:
			return EmergencyName
		case Phone:
			return EmergencyPhone
		}
	case Passport, PassportExpires:
		switch below {
		case No, NationalID:
			return Passport
		case Country:
			return PassportCountry
		}
	case Born, BornAt, Birthplace:
		switch below {
		case City, Country, Region:
			return Birthplace
		}
	case NationalID, ServiceNo:
		if below == No {
			return above
		}
	}
	return Ignored
}

// saidAbove reads what stands above the table for all its rows, "Corporación:
// Policía Estatal", in one cell or two, where no column says it.
func (r *reader) saidAbove() map[Field]string {
	said := map[Field]string{}
	for _, row := range r.l.sheet.Rows[:max(r.l.at, 0)] {
		for i, c := range row.Cells {
			label, value, ok := strings.Cut(c.Text, ":")
			if !ok || c.Merged && i > 0 && row.Cells[i-1].Text == c.Text {
				continue
			}
			if value = strings.TrimSpace(value); value == "" {
				value = nextText(row, i)
			}
			g := guessHeading(label)
			if _, known := said[g.field]; known || g.score < 85 || value == "" || r.column(g.field) >= 0 {
				continue
			}
			switch g.field {
			case Agency, Unit, Region, Country, Nationality:
				said[g.field] = value
			}
		}
	}
	return said
}

// nextText is the first text to the right of a cell that differs from it.
func nextText(row sheet.Row, i int) string {
	for _, c := range row.Cells[i+1:] {
		if c.Text != "" && c.Text != row.Cells[i].Text {
			return c.Text
		}
	}
	return ""
}

// titles are the texts above the header.
func titles(s *sheet.Sheet, header int) []string {
	out := []string{s.Name}
	for _, r := range s.Rows[:max(header, 0)] {
		said := ""
		for _, c := range r.Cells {
			if c.Text != "" && c.Text != said {
				out = append(out, c.Text)
				said = c.Text
			}
		}
	}
	return out
}
