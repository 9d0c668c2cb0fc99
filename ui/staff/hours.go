package staff

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// week is the days as people count them, Monday first.
func week() []int { return []int{1, 2, 3, 4, 5, 6, 0} }

// closedDay is how one types that a place is closed on a day.
const closedDay = "-"

// openOn is when a place is open on a weekday.
func openOn(e *kit.Env, r *model.Place, weekday int) string {
	if len(r.Hours) == 0 {
		return e.T("staff.open.always")
	}
	if text := typedHours(r, weekday); text != closedDay {
		return text
	}
	return e.T("staff.closed")
}

// openWeek is the opening hours of a week: "Mon–Fri 06:00–23:30 · Sat …".
func openWeek(e *kit.Env, r *model.Place) string {
	if len(r.Hours) == 0 {
		return e.T("staff.open.always")
	}
	var out []string
	days := week()
	for i := 0; i < len(days); {
		j := i
		for j+1 < len(days) && typedHours(r, days[j+1]) == typedHours(r, days[i]) {
			j++
		}
		name := e.Lang.WeekdayShort(time.Weekday(days[i]))
		if j > i {
			name += "–" + e.Lang.WeekdayShort(time.Weekday(days[j]))
		}
		out = append(out, name+" "+openOn(e, r, days[i]))
		i = j + 1
	}
	return strings.Join(out, " · ")
}

// typedHours is a day's hours as they are typed: "07:00–12:00, 14:00–01:00",
// or closedDay.
func typedHours(r *model.Place, weekday int) string {
	var out []string
	for _, h := range r.Hours {
		if h.Weekday == weekday {
			end := h.Close
			if end > model.Day {
				end -= model.Day
			}
			out = append(out, model.Clock(h.Open)+"–"+model.Clock(end))
		}
	}
	if len(out) == 0 {
		return closedDay
	}
	return strings.Join(out, ", ")
}

// readHours reads what typedHours writes, and what people type instead: 7-22,
// 730 to 2215, several with commas.
func readHours(typed string, weekday int) (hours []model.Hours, ok bool) {
	typed = strings.TrimSpace(typed)
	if typed == closedDay || typed == "–" {
		return nil, true
	}
	for _, piece := range strings.Split(typed, ",") {
		piece = strings.NewReplacer("–", "-", "—", "-", " to ", "-", " a ", "-").Replace(piece)
		from, to, both := strings.Cut(piece, "-")
		open, okOpen := readClock(from)
		shut, okShut := readClock(to)
		if !both || !okOpen || !okShut || open >= model.Day {
			return nil, false
		}
		if shut <= open {
			shut += model.Day // closes after midnight
		}
		hours = append(hours, model.Hours{Weekday: weekday, Open: open, Close: shut})
	}
	return hours, true
}

// readClock reads 7, 730, 7:30, 24:00 as quarters of the day.
func readClock(s string) (quarters int, ok bool) {
	s = strings.TrimSpace(s)
	h, m, colon := strings.Cut(s, ":")
	if !colon {
		h, m = s, ""
		if len(s) > 2 {
			h, m = s[:len(s)-2], s[len(s)-2:]
		}
	}
	hour, okH := small(h)
	minute, okM := small(m)
	if !okH || !okM && m != "" || h == "" || minute%15 != 0 || minute > 45 || hour > 24 || hour == 24 && minute > 0 {
		return 0, false
	}
	return hour*model.Hour + minute/15, true
}

// small is a number of at most two digits.
func small(s string) (n int, ok bool) {
	if len(s) == 0 || len(s) > 2 {
		return 0, false
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0, false
		}
		n = n*10 + int(r-'0')
	}
	return n, true
}

// hoursField is a line for a day's hours. An empty one is as most days, where
// that is allowed.
func hoursField(name, value string, empty bool) *kit.ValueField[string] {
	return kit.NewValue(name, value, func(_ *kit.Env, _, typed string) (string, *model.Problem) {
		typed = strings.TrimSpace(typed)
		if _, ok := readHours(typed, 0); !ok && (typed != "" || !empty) {
			return "", model.Wrong(name, "staff.hours.bad", "typed", typed)
		}
		return typed, nil
	}, func(_ *kit.Env, v string) string { return v })
}

// openHours asks on which days, and from when to when, a place is open: how it
// is on most days, and the days that differ.
func (p *places) openHours() tea.Cmd {
	v, e := *p.current(), p.h.Env()
	held := take(p.h, model.RefOf(&v), "staff.act.hours")
	most := usualHours(&v)
	always := kit.NewToggle("always", len(v.Hours) == 0)
	hidden := func() bool { return always.Value() }
	usual := hoursField("mostDays", most, false)
	usual.Hint = model.Say("staff.hint.hours")
	usual.Hidden = hidden
	fields := []kit.Field{always, usual}
	byDay := map[int]*kit.ValueField[string]{}
	for _, d := range week() {
		text := ""
		if len(v.Hours) > 0 && typedHours(&v, d) != most {
			text = typedHours(&v, d)
		}
		f := hoursField("weekday", text, true)
		f.Label = model.Say("staff.day", "day", e.Lang.Weekday(time.Weekday(d)))
		f.Hint = model.Say("staff.hint.day")
		f.Hidden = hidden
		byDay[d] = f
		fields = append(fields, f)
	}
	read := func() model.Place {
		n := v
		n.Hours = nil
		if always.Value() {
			return n
		}
		for _, d := range week() {
			text := byDay[d].Value()
			if text == "" {
				text = usual.Value()
			}
			hours, _ := readHours(text, d)
			n.Hours = append(n.Hours, hours...)
		}
		return n
	}
	form := kit.NewForm(p.h.Dialogs(), model.Say("staff.hours.title", "what", v.ID), fields...)
	form.Check = func() error {
		n := read()
		if !always.Value() && len(n.Hours) == 0 {
			return model.Wrong("mostDays", "staff.hours.never")
		}
		_, err := model.NewPlace(n)
		return err
	}
	kit.Open(p.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		rec, err := model.NewPlace(read())
		return held.keep(rec, err, false)
	})
	return nil
}

// usualHours is what a place's hours are on most days.
func usualHours(r *model.Place) string {
	if len(r.Hours) == 0 {
		return "07:00–22:00"
	}
	count := map[string]int{}
	for _, d := range week() {
		count[typedHours(r, d)]++
	}
	return slices.MaxFunc([]string{typedHours(r, 1), typedHours(r, 2), typedHours(r, 3), typedHours(r, 4), typedHours(r, 5), typedHours(r, 6), typedHours(r, 0)},
		func(a, b string) int { return count[a] - count[b] })
}
