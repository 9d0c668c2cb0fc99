package kit

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"muster/model"
)

// NewDateBy is a date whose short forms are counted from another that may
// change while the form is open: near is asked when the date is read.
func NewDateBy(name string, value model.Date, near func() model.Date, optional bool) *ValueField[model.Date] {
	f := NewDate(name, value, 0, optional)
	f.read = dateReader(near, optional)
	return f
}

func dateReader(near func() model.Date, optional bool) func(*Env, string, string) (model.Date, *model.Problem) {
	return func(e *Env, name, typed string) (model.Date, *model.Problem) {
		if strings.TrimSpace(typed) == "" && optional {
			return 0, nil
		}
		if d, ok := ReadDate(e, typed, near()); ok {
			return d, nil
		}
		return 0, model.Wrong(name, "kit.date.bad", "typed", typed)
	}
}

// NewDate is a date, typed as it comes: 12 jan 2026, 12/1, 2026-01-12, 12,
// mon, today, +3. near is the date that short forms are close to: the first
// day of a course, or today. An optional one may be empty: the zero date.
func NewDate(name string, value, near model.Date, optional bool) *ValueField[model.Date] {
	f := NewValue(name, value,
		dateReader(func() model.Date { return near }, optional),
		func(e *Env, v model.Date) string {
			if v.IsZero() {
				return ""
			}
			return e.Lang.Date(v)
		})
	f.Width = 14
	f.echo = func(e *Env, v model.Date) string {
		if v.IsZero() {
			return ""
		}
		return "= " + e.Lang.DayDate(v) + " " + yearOf(v)
	}
	return f
}

func yearOf(d model.Date) string {
	y, _, _ := d.Civil()
	return strconv.Itoa(y)
}

// ReadDate understands a date as people type it; months may be named in
// English or in Spanish. A short form means the nearest such date to near, or
// to today when near is the zero date. In 3/4 the day comes first, as the
// screen writes it in both languages; 12/25, in which it cannot, is the 25th
// of the twelfth month. 2026-01-12 is never in doubt.
func ReadDate(e *Env, typed string, near model.Date) (model.Date, bool) {
	s := Fold(strings.TrimSpace(typed))
	if s == "" {
		return 0, false
	}
	y, m, d := e.Now().Date()
	today, _ := model.NewDate(y, int(m), d)
	if near.IsZero() {
		near = today
	}
	if n, err := strconv.Atoi(s); err == nil && (s[0] == '+' || s[0] == '-') && n > -4000 && n < 4000 {
		return near.Days(n), true
	}
	if len(s) == 10 && s[4] == '-' {
		d, err := model.ParseDate(s)
		return d, err == nil
	}
	if s == Fold(e.T("kit.date.today")) {
		return today, true
	}
	parts := dateParts(e, s)
	for wd := time.Sunday; wd <= time.Saturday; wd++ {
		if len(parts) == 1 && isName(s, e.Lang.Weekday(wd)) {
			ahead := (int(wd) - near.Weekday() + 7) % 7
			return near.Days(ahead), true
		}
	}
	return fromParts(e, parts, near)
}

// isName reports whether s is a name, or at least its first three letters.
func isName(s, name string) bool {
	return len(s) >= 3 && strings.HasPrefix(Fold(name), s)
}

// dateParts takes a date apart at everything that is no letter or digit, and
// drops the weekday and the small words.
func dateParts(e *Env, s string) []string {
	parts := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "de" || p == "del" || p == "of" })
	// A weekday goes: "mar 8 oct" begins with martes, "mar 8" with marzo.
	if len(parts) > 1 && isWord(parts[0]) && (monthOf(e, parts[0]) == 0 || len(parts) > 2 && isWord(parts[2])) {
		parts = parts[1:]
	}
	return parts
}

func isWord(s string) bool { return unicode.IsLetter([]rune(s)[0]) }

// spanishMonths are known in both languages: rosters and letters mix them.
var spanishMonths = [...]string{
	"enero", "febrero", "marzo", "abril", "mayo", "junio",
	"julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
}

// monthOf is the month a word names, in the printer's language, in English or
// in Spanish, or 0.
func monthOf(e *Env, s string) int {
	for m := time.January; m <= time.December; m++ {
		if isName(s, e.Lang.Month(m)) || isName(s, m.String()) || isName(s, spanishMonths[m-1]) || m == time.September && isName(s, "setiembre") {
			return int(m)
		}
	}
	return 0
}

func fromParts(e *Env, parts []string, near model.Date) (model.Date, bool) {
	if len(parts) == 0 || len(parts) > 3 {
		return 0, false
	}
	nums := make([]int, len(parts))
	word := -1
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil {
			if n = monthOf(e, p); n == 0 || word >= 0 {
				return 0, false
			}
			word = i
		}
		nums[i] = n
	}
	year, month, day := 0, 0, nums[0]
	switch {
	case len(nums) == 1:
		return nearestDay(day, near)
	case word == 0 || word < 0 && nums[1] > 12 && nums[0] <= 12:
		month, day = nums[0], nums[1]
	default:
		month = nums[1]
	}
	if len(nums) == 3 {
		year = nums[2]
		if len(parts[2]) == 2 {
			year += 2000
		}
		return model.NewDate(year, month, day)
	}
	return nearestYear(month, day, near)
}

// nearestDay is the day of the month closest to near.
func nearestDay(day int, near model.Date) (model.Date, bool) {
	y, m, _ := near.Civil()
	var best model.Date
	found := false
	for _, shift := range []int{-1, 0, 1} {
		yy, mm := y, m+shift
		if mm < 1 {
			yy, mm = y-1, 12
		} else if mm > 12 {
			yy, mm = y+1, 1
		}
		if d, ok := model.NewDate(yy, mm, day); ok && (!found || abs(int(d-near)) < abs(int(best-near))) {
			best, found = d, true
		}
	}
	return best, found
}

// nearestYear is the date of that month and day closest to near.
func nearestYear(month, day int, near model.Date) (model.Date, bool) {
	y, _, _ := near.Civil()
	var best model.Date
	found := false
	for _, shift := range []int{-1, 0, 1} {
		if d, ok := model.NewDate(y+shift, month, day); ok && (!found || abs(int(d-near)) < abs(int(best-near))) {
			best, found = d, true
		}
	}
	return best, found
}

func abs(n int) int { return max(n, -n) }
