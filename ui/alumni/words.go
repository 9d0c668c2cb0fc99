package alumni

import (
	"strconv"
	"strings"
	"time"

	"muster/model"
	"muster/model/geo"
	"muster/ui/kit"
)

// sortNames compares two names of lists as a reader looks for them.
func sortNames(a, b string) int { return strings.Compare(kit.Fold(a), kit.Fold(b)) }

// placeName is a region, or a country where no region is known, by its name.
func placeName(e *kit.Env, country, region string) string {
	if r, ok := geo.Region(region); ok {
		return r.Name
	}
	if n, ok := geo.Country(country); ok {
		return n.Name(e.Lang.Tag())
	}
	return region
}

// where is region and country.
func where(e *kit.Env, country, region string) string {
	n, ok := geo.Country(country)
	r, in := geo.Region(region)
	switch {
	case ok && in:
		return r.Name + ", " + n.Name(e.Lang.Tag())
	case in:
		return r.Name
	case ok:
		return n.Name(e.Lang.Tag())
	}
	return strings.TrimSpace(region + " " + country)
}

// ago is how long a day lies back: "today", "8 months ago".
func ago(today, day model.Date) model.Message {
	n := int(today - day)
	switch {
	case n <= 0:
		return model.Say("alumni.ago.today")
	case n == 1:
		return model.Say("alumni.ago.yesterday")
	case n < 21:
		return model.Say("alumni.ago.days", "n", n)
	case n < 60:
		return model.Say("alumni.ago.weeks", "n", n/7)
	case n < 730:
		return model.Say("alumni.ago.months", "n", n*12/365)
	}
	return model.Say("alumni.ago.years", "n", n*4/1461)
}

// dueWords is when a follow-up is due, and how it stands.
func dueWords(today, day model.Date) model.Message {
	switch {
	case day < today:
		return model.Say("alumni.due.since", "day", day)
	case day == today:
		return model.Say("alumni.due.today")
	}
	return model.Say("alumni.due.on", "day", day)
}

// dueSoon is dueWords without the year where that is this one or the last.
func dueSoon(e *kit.Env, today, day model.Date) model.Message {
	m := dueWords(today, day)
	if n := today - day; n < 330 && n > -330 && len(m.Args) > 0 {
		return model.Say(m.ID, "day", e.Lang.DayMonth(day))
	}
	return m
}

// letters is skills as the list shows them: a letter each, closed up when there
// are many.
func letters(e *kit.Env, skills []model.Skill) string {
	between := " "
	if len(skills) > 4 {
		between = ""
	}
	out := make([]string, len(skills))
	for i, s := range skills {
		out[i] = e.T("alumni.letter." + string(s))
	}
	return strings.Join(out, between)
}

// spoken is skills by their names.
func spoken(e *kit.Env, skills []model.Skill) string {
	names := make([]string, len(skills))
	for i, s := range skills {
		names[i] = e.T("alumni.skill." + string(s))
	}
	return strings.Join(names, ", ")
}

// moment is a minute of the log: day and time.
func moment(e *kit.Env, m model.Minute) string { return e.Lang.Date(m.Date()) + " " + m.Clock() }

// joined is the items that are not empty, with sep between them.
func joined(sep string, items ...string) string {
	var kept []string
	for _, s := range items {
		if strings.TrimSpace(s) != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, sep)
}

func monthName(e *kit.Env, m int) string { return e.Lang.MonthShort(time.Month(m)) }

func yearText(y int) string { return strconv.Itoa(y) }
