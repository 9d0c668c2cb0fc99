package roster

import (
	"strings"
	"unicode"

	"muster/model/geo"
	"muster/model/names"
	"muster/store/files/sheet"
)

// byShape maps columns whose heading says nothing (or that have none) by what
// stands in them, where that cannot be anything else: addresses, CURPs, blood
// groups, dates of birth, letters for the sex, regions. Without any header
// names are found so too.
func byShape(l layout, m map[int]Field, data []sheet.Row) {
	columns := 0
	for _, row := range data {
		columns = max(columns, len(row.Cells))
	}
	for c := range columns {
		h, headed := l.heads[c]
		if m[c] == Ignored && (h.field == Ignored || h.field == taken) && seats(data, c) {
			m[c] = Seat
		}
		if _, mapped := m[c]; mapped || h.field == taken || headed && l.rows > 0 && h.field != Ignored {
			continue
		}
		if f := shape(data, c, l.rows == 0 || !named(m)); f != Ignored && !owned(m, f) {
			m[c] = f
		}
	}
}

// seats reports whether all that a column says is who holds a seat and who
// waits for one, whatever is written above it: "Situação", "Lugar".
func seats(data []sheet.Row, c int) bool {
	n := 0
	for _, row := range data {
		t := row.Cell(c).Text
		if t == "" || nothing(t) {
			continue
		}
		if title(row) || strongPlace(strings.Fields(placeText(t))) == PlaceUnknown {
			if _, _, ok := shortPlace(t); !ok {
				if title(row) || len(t) == 1 {
					continue
				}
				return false
			}
		}
		if _, _, ok := saysPlace(t); !ok {
			return false
		}
		n++
	}
	return n > 0
}

// named reports whether some column holds names.
func named(m map[int]Field) bool {
	for _, f := range m {
		switch f {
		case FullName, Given, Family, Surnames, Native:
			return true
		}
	}
	return false
}

// shape is the field that nearly all values of a column look like.
func shape(data []sheet.Row, c int, nameless bool) Field {
	count := map[Field]int{}
	all, words := 0, 0
	for _, row := range data[:min(len(data), 200)] {
		cell := row.Cell(c)
		if cell.Text == "" {
			continue
		}
		all++
		count[shapeOf(cell)]++
		if spoken(cell.Text) {
			words++
		}
	}
	if all == 0 {
		return Ignored
	}
	for _, f := range []Field{Email, NationalID, Blood, Sex, Born, Native, Region, Rank} {
		if f == Rank && !nameless {
			continue
		}
		if count[f]*10 >= all*8 && (all >= 3 || f == Email || f == NationalID) {
			return f
		}
	}
	if nameless && words*10 >= all*8 {
		return FullName
	}
	return Ignored
}

func shapeOf(c sheet.Cell) Field {
	t := c.Text
	if c.Kind == sheet.Date {
		return bornShape(c)
	}
	if _, ok := readEmail(t); ok && strings.Contains(t, "@") {
		return Email
	}
	if curpForm.MatchString(strings.ToUpper(t)) {
		return NationalID
	}
	if _, ok := readBlood(t); ok {
		return Blood
	}
	if k := names.Fold(t); k == "m" || k == "f" || k == "h" || k == "masculino" || k == "femenino" {
		return Sex
	}
	if c.Kind == sheet.Text && len(t) >= 6 {
		if f := bornShape(c); f != Ignored {
			return f
		}
	}
	for _, r := range t {
		if unicode.Is(unicode.Arabic, r) {
			return Native
		}
	}
	if w, _, _ := strings.Cut(t, " "); titled(w) || titled(w+".") {
		return Rank
	}
	if _, sure := geo.FindRegion("", t); sure == geo.Certain && len(t) > 3 {
		return Region
	}
	return Ignored
}

// bornShape accepts dates of a grown person's birth: 1940 to 2010.
func bornShape(c sheet.Cell) Field {
	d := readDate(c)
	if !d.ok || d.short || d.year < 1940 || d.year > 2010 {
		return Ignored
	}
	return Born
}

// spoken reports whether a text looks like the whole name of a person.
func spoken(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 8 || digits(s) > 0 || prose(s) {
		return false
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsSpace(r) && !strings.ContainsRune("'’.,-/", r) {
			return false
		}
	}
	return true
}

// dateIn is the part of a text that is the date: of "12/03/1988, Jacmel" the
// beginning or the end.
func dateIn(f Field, text string) string {
	if f != BornAt {
		return text
	}
	date, _ := dateAndPlace(text)
	return date
}

// dateAndPlace parts "12/03/1988 à Jacmel" or "Jacmel, le 12 mars 1988".
func dateAndPlace(text string) (date, place string) {
	words := strings.Fields(text)
	for n := min(len(words), 6); n > 0; n-- {
		head, tail := strings.Join(words[:n], " "), strings.Join(words[len(words)-n:], " ")
		if d := parseDate(strings.TrimRight(head, ",;")); d.ok {
			return strings.TrimRight(head, ",;"), trimPlace(strings.Join(words[n:], " "))
		}
		if d := parseDate(tail); d.ok {
			return tail, trimPlace(strings.Join(words[:len(words)-n], " "))
		}
	}
	return text, ""
}

func trimPlace(s string) string {
	s = strings.Trim(s, " ,;-–/")
	for _, lead := range []string{"à ", "a ", "en ", "in ", "em ", "at "} {
		if rest, ok := strings.CutPrefix(s, lead); ok {
			s = rest
			break
		}
	}
	for _, tail := range []string{" le", ", le", " el", " em", " on"} {
		s = strings.TrimSuffix(s, tail)
	}
	return strings.Trim(s, " ,;-–/")
}
