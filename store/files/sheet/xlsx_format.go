package sheet

import (
	"math"
	"strconv"
	"strings"

	"muster/model"
)

// A format is what of a cell's number format matters here.
type format struct {
	date   bool // the number is a day
	digits int  // leading zeros are shown up to so many digits: "00000"
}

// builtin are the numbered formats of the standard (ECMA-376 part 1, 18.8.30)
// that are dates, East Asian ones included.
func builtin(id int) format {
	switch {
	case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 36, id >= 50 && id <= 58:
		return format{date: true}
	}
	return format{}
}

// formatOf reads a format code. A date has a day or a year in it, or a month
// without hours and seconds; texts in quotes, colours and locales in brackets
// do not count. Codes written by other programs keep their letters: "aaaa" and
// "jj" are years and days too, but always come with a month.
func formatOf(code string) format {
	code, _, _ = strings.Cut(strings.ToLower(code), ";")
	var letters strings.Builder
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case quoted:
			quoted = c != '"'
		case c == '"':
			quoted = true
		case bracket:
			bracket = c != ']'
		case c == '[':
			bracket = true
		case c == '\\' || c == '_' || c == '*':
			i++
		default:
			letters.WriteByte(c)
		}
	}
	plain := letters.String()
	if plain == "general" || plain == "@" {
		return format{}
	}
	if strings.ContainsAny(plain, "yd") || strings.Contains(plain, "m") && !strings.ContainsAny(plain, "hs") {
		return format{date: true}
	}
	if len(plain) > 1 && strings.Trim(plain, "0") == "" {
		return format{digits: len(plain)}
	}
	return format{}
}

// number makes a cell of a stored number.
func (w *workbook) number(v float64, style int) Cell {
	f := format{}
	if style >= 0 && style < len(w.formats) {
		f = w.formats[style]
	}
	if f.date {
		if c, ok := w.day(v); ok {
			return c
		}
	}
	text := decimal(v)
	if f.digits > len(text) && strings.Trim(text, "0123456789") == "" {
		text = strings.Repeat("0", min(f.digits, 32)-len(text)) + text
	}
	return Cell{Kind: Number, Number: v, Text: text}
}

// day makes a date of a serial number. Excel believes in 29 February 1900
// (serial 60), so numbers before it are a day off.
func (w *workbook) day(v float64) (Cell, bool) {
	if !(v >= 1 && v < 110_000) {
		return Cell{}, false
	}
	d, ok := SerialDate(int(math.Floor(v)), w.from04)
	if !ok {
		return Cell{}, false
	}
	return Cell{Kind: Date, Number: v, Day: d, Text: d.String()}, true
}

// SerialDate is the day of a spreadsheet's serial number, counted from 1900 or,
// on old Macs, from 1904; false outside 1900–2199.
func SerialDate(serial int, from1904 bool) (model.Date, bool) {
	switch {
	case from1904:
		serial += 1462
	case serial < 60:
		serial++
	}
	y, m, day := model.Date(serial - 25569).Civil() // 25569 is 1970-01-01
	return model.NewDate(y, m, day)
}

// decimal is a number as people write it, with the 15 digits that spreadsheets
// keep: 12, 0.3, 8115550123; never 1.2E+09.
func decimal(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1e15 {
		return strconv.FormatInt(int64(v), 10)
	}
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	if err != nil || math.Abs(r) >= 1e21 || math.IsInf(r, 0) || math.IsNaN(r) {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return strconv.FormatFloat(r, 'f', -1, 64)
}
