package roster

import (
	"slices"
	"strconv"
	"strings"

	"muster/model"
	"muster/model/names"
	"muster/store/files/sheet"
)

// A reading of a date cell, before the order of day and month is known.
type dating struct {
	year, month, day int  // month and day as they stand when open
	open             bool // month and day may be exchanged: both are 12 or less, and differ
	short            bool // the year had two digits
	dayFirst         bool // not open because only one order makes a day
	monthFirst       bool
	yearOnly         bool   // only a year, or a year and a month
	yearFirst        bool   // 87/09/03: the first number is no day
	raw              [3]int // the three numbers as they stand
	ok               bool
}

// readDate reads a date in any of the forms people use. A typed date of a
// spreadsheet has its day already.
func readDate(c sheet.Cell) dating {
	if c.Kind == sheet.Date && !c.Day.IsZero() {
		y, m, d := c.Day.Civil()
		return dating{year: y, month: m, day: d, ok: true}
	}
	return parseDate(c.Text)
}

func parseDate(text string) dating {
	if len(text) > 80 {
		return dating{}
	}
	text = names.Digits(text)
	if whole, rest, ok := strings.Cut(text, "."); ok && len(whole) == 5 && strings.Trim(rest, "0123456789") == "" {
		text = whole // a serial number with its time of day
	}
	parts := dateParts(text)
	switch {
	case len(parts) == 1 && parts[0].month == 0:
		return oneNumber(parts[0].digits)
	case len(parts) == 2:
		return monthOf(parts[0], parts[1])
	case len(parts) < 3:
		return dating{}
	}
	a, b, c := parts[0], parts[1], parts[2]
	switch {
	case b.month > 0: // 12 mar 1988, 1988-mar-12
		if len(a.digits) == 4 {
			return whole3(a.n, b.month, c.n, false)
		}
		return whole3(c.n, b.month, a.n, len(c.digits) <= 2)
	case a.month > 0: // March 12, 1988
		return whole3(c.n, a.month, b.n, len(c.digits) <= 2)
	case c.month > 0:
		return dating{}
	case len(a.digits) == 4: // 1988-03-12
		if b.n > 12 && c.n <= 12 {
			return whole3(a.n, c.n, b.n, false)
		}
		return whole3(a.n, b.n, c.n, false)
	case len(c.digits) == 3 || len(c.digits) > 4:
		return dating{}
	}
	if len(a.digits) == 2 && a.n > 31 && len(c.digits) <= 2 { // 87/09/03
		d := whole3(a.n, b.n, c.n, true)
		d.yearFirst = d.ok
		return d
	}
	d := numbers(a.n, b.n, c.n, len(c.digits) <= 2)
	d.raw = [3]int{a.n, b.n, c.n}
	return d
}

// turned reads a date of three short numbers with the year first, as its
// column writes them.
func (d dating) turned() dating {
	if !d.short || d.yearFirst || d.raw == [3]int{} {
		return d
	}
	if t := whole3(d.raw[0], d.raw[1], d.raw[2], true); t.ok {
		return t
	}
	return d
}

// kreyolDate writes the months that Kreyòl shares with other languages'
// abbreviations for different ones as they can be read: "out" is August.
func kreyolDate(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		if names.Fold(w) == "out" {
			words[i] = "aout"
		}
	}
	return strings.Join(words, " ")
}

// numbers reads first/second/year.
func numbers(first, second, year int, short bool) dating {
	d := dating{year: year, short: short, ok: first >= 1 && second >= 1 && first <= 31 && second <= 31}
	switch {
	case !d.ok || first > 12 && second > 12:
		return dating{}
	case first > 12:
		d.day, d.month, d.dayFirst = first, second, true
	case second > 12:
		d.day, d.month, d.monthFirst = second, first, true
	default:
		d.day, d.month = first, second // as they stand; date turns them round
		d.open = first != second
	}
	return d
}

func whole3(y, m, d int, short bool) dating {
	return dating{year: y, month: m, day: d, short: short, ok: m >= 1 && m <= 12 && d >= 1 && d <= 31}
}

// monthOf reads "12/2031", "dic 2031" and "2031-12", as passports are quoted.
func monthOf(a, b datePart) dating {
	if len(a.digits) == 4 {
		a, b = b, a
	}
	m := a.month + a.n
	if len(b.digits) != 4 || m < 1 || m > 12 || a.month > 0 && a.n > 0 {
		return dating{}
	}
	return dating{year: b.n, month: m, yearOnly: true}
}

// monthEnd is the last day of the month of a reading without a day.
func (d dating) monthEnd() (model.Date, bool) {
	if !d.yearOnly || d.month == 0 {
		return 0, false
	}
	next, ok := model.NewDate(d.year+d.month/12, d.month%12+1, 1)
	return next.Days(-1), ok
}

// oneNumber reads 19880312, 12031988, a serial number of a spreadsheet, or a
// year alone.
func oneNumber(s string) dating {
	n, err := strconv.Atoi(s)
	if err != nil {
		return dating{}
	}
	switch {
	case len(s) == 8:
		if y := n / 10000; y >= 1900 && y < 2100 && n/100%100 >= 1 && n/100%100 <= 12 {
			return whole3(y, n/100%100, n%100, false)
		}
		return numbers(n/1000000, n/10000%100, n%10000, false)
	case len(s) == 5 && n >= 3000 && n < 80000:
		if n == epoch {
			return whole3(1970, 1, 1, false)
		}
		if day, ok := sheet.SerialDate(n, false); ok {
			y, m, d := day.Civil()
			return dating{year: y, month: m, day: d, ok: true}
		}
	case len(s) == 4 && n >= 1900 && n < 2100:
		return dating{year: n, yearOnly: true}
	}
	return dating{}
}

// epoch is the serial number of 1 January 1970, the one day that a record
// cannot hold: there it means "no date".
const epoch = 25569

// date settles the reading in an order; pivot is the last two-digit year that
// lies in this century.
func (d dating) date(order DateOrder, pivot int) (model.Date, bool) {
	if !d.ok {
		return 0, false
	}
	y := d.year
	if d.short && y < 100 {
		if y <= pivot {
			y += 2000
		} else {
			y += 1900
		}
	}
	month, day := d.month, d.day
	if d.open && order == MonthFirst {
		month, day = day, month
	}
	return model.NewDate(y, month, day)
}

// datePart is a number or the name of a month.
type datePart struct {
	digits string
	n      int
	month  int
}

// dateParts takes a text apart into numbers and months; words such as "de",
// weekdays, ordinals and a time of day after the date are dropped. An unknown
// word makes the text no date.
func dateParts(s string) []datePart {
	var parts []datePart
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			j := i
			for j < len(s) && s[j] >= '0' && s[j] <= '9' {
				j++
			}
			if j < len(s) && s[j] == ':' { // the time of day begins
				return parts
			}
			n, err := strconv.Atoi(s[i:j])
			if err != nil || j-i > 8 {
				return nil
			}
			parts = append(parts, datePart{digits: s[i:j], n: n})
			if j-i == 4 && len(parts) == 3 || len(parts) > 3 {
				return clock(parts, s[j:])
			}
			i = j
		case strings.IndexByte(" \t-/.,_'\\()", c) >= 0:
			i++
		default:
			j := i
			for j < len(s) && strings.IndexByte(" \t-/.,_'\\()0123456789", s[j]) < 0 {
				j++
			}
			word := names.Fold(s[i:j])
			if m := monthNamed(word); m > 0 {
				parts = append(parts, datePart{month: m})
			} else if !dateWord(word) {
				return nil
			}
			i = j
		}
	}
	if len(parts) > 3 {
		return nil
	}
	return parts
}

// clock accepts nothing but a time of day or a remark in brackets after a
// whole date.
func clock(parts []datePart, rest string) []datePart {
	if len(parts) > 3 {
		return nil
	}
	rest = strings.TrimSpace(rest)
	if rest == "" || rest[0] == 'T' || rest[0] == '(' || strings.Contains(rest, ":") || rest[0] == '.' || rest[0] == ',' {
		return parts
	}
	if w := names.Fold(rest); w == "" || dateWord(w) {
		return parts
	}
	return nil
}

// dateWord are the words a date may have besides its month.
func dateWord(w string) bool {
	switch w {
	case "", "de", "del", "of", "le", "el", "the", "do", "t", "er", "st", "nd", "rd", "th", "o", "ro", "ne", "a", "ano", "dia", "an",
		"lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo",
		"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
		"segunda", "terca", "quarta", "quinta", "sexta", "feira":
		return true
	}
	return false
}

// monthNamed is the month of a folded word in Spanish, French, Portuguese,
// English, Kreyòl, Arabic, or of a Roman number; 0 when it is none.
func monthNamed(w string) int {
	switch w {
	case "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii":
		return slices.Index(roman[:], w) + 1
	case "يناير":
		return 1
	case "فبراير":
		return 2
	case "مارس":
		return 3
	case "ابريل":
		return 4
	case "مايو":
		return 5
	case "يونيو", "يونيه":
		return 6
	case "يوليو", "يوليه":
		return 7
	case "اغسطس":
		return 8
	case "سبتمبر":
		return 9
	case "اكتوبر":
		return 10
	case "نوفمبر":
		return 11
	case "ديسمبر":
		return 12
	}
	switch w {
	case "me": // Kreyòl
		return 5
	case "en": // as some abbreviate enero
		return 1
	}
	if len(w) < 3 {
		return 0
	}
	for i, forms := range monthNames {
		for _, full := range strings.Fields(forms) {
			if strings.HasPrefix(full, w) {
				return i + 1
			}
		}
	}
	return 0
}

var roman = [12]string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"}

// monthNames in Spanish, French, Portuguese, English, Kreyòl; an abbreviation
// of three letters or more finds the first month that begins with it.
var monthNames = [12]string{
	"enero janvier janeiro january janvye",
	"febrero fevrier fevereiro february fevriye",
	"marzo mars marco march mas",
	"abril avril april avril",
	"mayo mai maio may me",
	"junio juin junho june jen",
	"julio juillet julho july jiye",
	"agosto aout august dawou",
	"septiembre setiembre septembre setembro september septanm",
	"octubre octobre outubro october oktob",
	"noviembre novembre novembro november novanm",
	"diciembre decembre dezembro december desanm",
}
