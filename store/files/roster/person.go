package roster

import (
	"strings"
	"unicode/utf8"

	"muster/model"
	"muster/model/names"
	"muster/store/files/sheet"
)

// A maker makes one entry of one row.
type maker struct {
	r    *reader
	in   sheet.Row
	out  Row
	e    *Entry
	cell map[Field]int // the first column of each field that is filled
}

// person reads a row that speaks of somebody.
func (r *reader) person(in sheet.Row, now section) Row {
	m := &maker{r: r, in: in, out: Row{Number: in.Number, Values: make(map[Field]string, len(r.columns))}, cell: make(map[Field]int, len(r.columns))}
	m.e = &m.out.Entry
	m.e.Row = in.Number
	for _, c := range r.columns {
		m.collect(c)
	}
	for f, text := range r.above {
		m.out.Values[f] = text
	}
	m.place(now)
	m.where(now)
	m.name()
	m.dates()
	m.papers()
	m.contact()
	m.health()
	m.service(now)
	m.extra()
	m.bounds()
	return m.out
}

// collect takes the text of a column. A formula that failed is no text, and
// neither is "N/A".
func (m *maker) collect(c int) {
	cell := m.in.Cell(c)
	f := m.r.out.Mapping[c]
	if cell.Text == "" {
		return
	}
	text := unquoted(sheet.Undefuse(cell.Text))
	before, filled := m.out.Values[f]
	switch {
	case cell.Kind == sheet.Fault:
		m.wrongAt(f, c, cell.Text, "fault")
		return
	case nothing(text) && f != Allergies && f != Medical:
		return
	}
	switch {
	case f == Sizes || f == Note:
		if h := m.r.l.heads[c]; h.text != "" && (f == Sizes && !anySize(names.Fold(lastPart(h.text))) || f == Note && !remarks(h.guess)) {
			text = lastPart(h.text) + ": " + text
		}
		if filled {
			text = before + ", " + text
		}
	case f == Seat:
		text = underHeading(headedPlace(m.r.l.heads[c].marker), text)
		if filled {
			text = before + " " + text
		}
	case f == Phone && filled:
		text = before + " / " + phoneText(cell)
	case f == Phone:
		text = phoneText(cell)
	case filled:
		text = before + " " + text
	}
	m.out.Values[f] = text
	if !filled {
		m.cell[f] = c
	}
}

// unquoted takes the apostrophe away that keeps a spreadsheet from reading a
// number: '1020304052, '+52 662 …
func unquoted(s string) string {
	if len(s) > 1 && s[0] == '\'' && (s[1] == '+' || s[1] >= '0' && s[1] <= '9') {
		return strings.TrimSuffix(s[1:], "'")
	}
	return s
}

// anySize reports whether a heading says no more than "sizes": what stands
// beneath needs no heading before it.
func anySize(marker string) bool {
	switch marker {
	case "size", "sizes", "talla", "tallas", "taille", "tailles", "tamanho", "tamanhos", "clothing", "vestuario", "gwose", "uniforme":
		return true
	}
	return false
}

// remarks reports whether a heading says no more than "notes".
func remarks(g guess) bool {
	for _, lead := range []string{"obs", "not", "com", "rem"} {
		if g.field == Note && strings.HasPrefix(g.marker, lead) {
			return true
		}
	}
	return false
}

// lastPart is a heading of two rows without its group.
func lastPart(h string) string {
	if i := strings.LastIndex(h, " / "); i >= 0 {
		return h[i+3:]
	}
	return h
}

func (m *maker) text(f Field) string { return m.out.Values[f] }

// source is the cell a field came from.
func (m *maker) source(f Field) sheet.Cell {
	if c, ok := m.cell[f]; ok {
		return m.in.Cell(c)
	}
	return sheet.Cell{}
}

// wrong notes a problem of a field; the value is as typed.
func (m *maker) wrong(f Field, id string, pairs ...any) {
	c, ok := m.cell[f]
	if !ok {
		c = -1
	}
	m.wrongAt(f, c, m.text(f), id, pairs...)
}

func (m *maker) wrongAt(f Field, column int, value, id string, pairs ...any) {
	if utf8.RuneCountInString(value) > model.MaxName {
		value = string([]rune(value)[:model.MaxName]) + "…"
	}
	label := model.Say("roster.field." + string(f))
	if f == Ignored {
		label = model.Say("roster.field.none")
	}
	said := value
	if id == "no-such-day" {
		said = strings.TrimRight(value, ". ") // stands at the end of its sentence
	}
	args := append([]any{"field", label, "value", said}, pairs...)
	m.out.Problems = append(m.out.Problems, RowProblem{Field: f, Column: column, Value: value, Message: model.Say("roster."+id, args...)})
}

// block makes the problem just noted one that keeps the row out.
func (m *maker) block() { m.out.Problems[len(m.out.Problems)-1].Blocks = true }

func ordinalOf(s string) string {
	s = strings.Trim(names.Digits(s), " .)-º°ª#")
	if whole, rest, ok := strings.Cut(s, "."); ok && strings.Trim(rest, "0") == "" {
		return whole
	}
	return s
}

// where reads nationality, country and region. A row's own country goes before
// that of the list.
func (m *maker) where(now section) {
	m.e.Nationality = m.country(Nationality)
	m.e.Country = m.country(Country)
	if code := m.r.country(m.text(PassportCountry)); code != "" {
		m.e.PassportCountry = code
	} else if m.text(PassportCountry) != "" {
		m.wrong(PassportCountry, "country-unknown")
	}
	own := m.e.Country
	if own == "" {
		own = m.e.Nationality
	}
	if own == "" {
		own = m.r.out.Country
	}
	text := m.text(Region)
	if text == "" {
		text = now.region
	}
	if text != "" {
		m.region(own, text)
	}
	switch {
	case m.e.Country != "":
	case m.e.Region != "":
		m.e.Country = m.e.Region[:2]
	default:
		m.e.Country = own
	}
	m.e.City = m.text(City)
	m.e.Birthplace = m.text(Birthplace)
}

func (m *maker) country(f Field) string {
	text := m.text(f)
	if text == "" {
		return ""
	}
	code := m.r.country(text)
	if code == "" {
		m.wrong(f, "country-unknown")
	}
	return code
}

// service reads who the person works for and as what.
func (m *maker) service(now section) {
	m.e.Rank = m.text(Rank)
	m.e.Position = m.text(Position)
	m.e.Agency = m.text(Agency)
	if m.e.Agency == "" {
		m.e.Agency = now.agency
	}
	m.e.Unit = m.text(Unit)
	codes, unknown := readLanguages(m.text(Speaks))
	m.e.Speaks = codes
	if len(unknown) > 0 {
		m.wrong(Speaks, "language-unknown", "words", strings.Join(unknown, ", "))
	}
	m.e.Sizes = m.text(Sizes)
	m.e.Note = m.text(Note)
}

// bounds leaves out what is longer than a record can hold, and says so.
func (m *maker) bounds() {
	e := m.e
	for _, b := range []struct {
		f     Field
		s     *string
		limit int
	}{
		{Given, &e.Name.Given, model.MaxName},
		{Family, &e.Name.Family, model.MaxName},
		{Family2, &e.Name.Family2, model.MaxName},
		{Native, &e.Name.Native, model.MaxName},
		{Called, &e.Called, model.MaxName},
		{Birthplace, &e.Birthplace, model.MaxLine},
		{City, &e.City, model.MaxName},
		{Rank, &e.Rank, model.MaxName},
		{Position, &e.Position, model.MaxName},
		{Agency, &e.Agency, model.MaxName},
		{Unit, &e.Unit, model.MaxName},
		{Passport, &e.Passport, model.MaxShort},
		{NationalID, &e.NationalID, model.MaxShort},
		{ServiceNo, &e.ServiceNo, model.MaxShort},
		{Phone, &e.Phone, model.MaxName},
		{Email, &e.Email, model.MaxLine},
		{EmergencyName, &e.EmergencyName, model.MaxName},
		{EmergencyPhone, &e.EmergencyPhone, model.MaxName},
		{EmergencyRelation, &e.EmergencyRelation, model.MaxName},
		{Allergies, &e.Allergies, model.MaxLine},
		{Medical, &e.Medical, model.MaxLine},
		{Sizes, &e.Sizes, model.MaxLine},
		{Note, &e.Note, model.MaxNote},
	} {
		if len(*b.s) <= b.limit || utf8.RuneCountInString(*b.s) <= b.limit {
			continue
		}
		c, ok := m.cell[b.f]
		if !ok {
			c = -1
		}
		m.wrongAt(b.f, c, *b.s, "too-long", "max", b.limit)
		if b.f == Given || b.f == Family || b.f == Family2 {
			m.block()
		}
		*b.s = ""
	}
}
