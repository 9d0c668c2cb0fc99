package cohorts

import (
	"cmp"
	"slices"
	"strconv"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
	"muster/ui/tab"
)

// cohortRow is what the list says of one cohort.
type cohortRow struct {
	cohort  *model.Cohort
	held    int // seats held
	hard    int // clashes in its plan
	soft    int
	daysOff int // days until it starts; negative once it has
}

// cohortRows is the cohorts in the order of what they ask of the reader: those
// still open, the next to begin first, then the closed ones, newest first.
func cohortRows(d *model.Desk, b *rules.Board, today model.Date) []cohortRow {
	var out []cohortRow
	list := d.CohortsByDate()
	slices.SortStableFunc(list, func(a, b *model.Cohort) int {
		x, y := a.State == model.Closed, b.State == model.Closed
		switch {
		case x != y && y:
			return -1
		case x != y:
			return 1
		case x:
			return cmp.Compare(b.First, a.First)
		}
		return 0
	})
	for _, c := range list {
		r := cohortRow{cohort: c, held: len(c.Holders()), daysOff: int(c.First - today)}
		if b != nil {
			hard, incomplete, notes := rules.Tally(rules.Digest(b.CohortClashes(c.ID)))
			r.hard, r.soft = hard, incomplete+notes
		}
		out = append(out, r)
	}
	return out
}

// badgeOf counts the seats whose vetting does not hold in cohorts that start
// within soon days, and those of cohorts that have ended whose holders should
// be known to be home.
func badgeOf(d *model.Desk, today model.Date) tab.Badge {
	var b tab.Badge
	l := limitsOf(d.Settings.Rec)
	for c := range d.Cohorts.All {
		b.Count += unconfirmed(c, today, l)
		if c.State == model.Closed || c.First > today.Days(soon) || c.Last < today {
			continue
		}
		for _, s := range c.Holders() {
			for _, f := range vettingFaults(c, d.People.Get(s.Person), d, today, l) {
				b.Count++
				b.Hard = b.Hard || f.hard
				break
			}
		}
	}
	return b
}

// soon is how many days before the start what is missing counts as due.
const soon = 30

const (
	colCode = iota
	colTitle
	colDates
	colSeats
	colState
	colClashes
	colWhen
)

func (t *Tab) listColumns(rows []cohortRow) []kit.Column {
	e := t.env()
	return headed([]kit.Column{
		{ID: "code", Title: e.T("cohorts.col.code"), Min: 9, Max: 14, Grow: 1},
		{ID: "title", Title: e.T("cohorts.col.title"), Min: 10, Max: 44, Grow: 4, Drop: 4},
		{ID: "dates", Title: e.T("cohorts.col.dates"), Min: datesWidth(t.env(), rows), Max: 24, Grow: 1, Less: func(a, b int) bool {
			return t.cohorts[a].cohort.First < t.cohorts[b].cohort.First
		}},
		{ID: "seats", Title: e.T("cohorts.col.seats"), Min: 6, Right: true, Less: func(a, b int) bool {
			return t.cohorts[a].held < t.cohorts[b].held
		}},
		{ID: "state", Title: e.T("cohorts.col.state"), Min: stateWidth(e), Drop: 3},
		{ID: "clashes", Title: e.T("cohorts.col.clashes"), Min: 7, Right: true, Drop: 2, Less: func(a, b int) bool {
			x, y := t.cohorts[a], t.cohorts[b]
			return x.hard < y.hard || x.hard == y.hard && x.soft < y.soft
		}},
		{ID: "when", Title: e.T("cohorts.col.when"), Min: 18, Max: 24, Grow: 1, Drop: 1, Less: func(a, b int) bool {
			return t.cohorts[a].daysOff < t.cohorts[b].daysOff
		}},
	})
}

// datesWidth is the widest of the dates: without its year a cohort of long ago
// looks like one of this year.
func datesWidth(e *kit.Env, rows []cohortRow) int {
	w := 14
	for _, r := range rows {
		w = max(w, kit.Width(datesOf(e, r.cohort, r.daysOff)))
	}
	return min(w, 24)
}

// headed makes every column at least as wide as its heading.
func headed(cols []kit.Column) []kit.Column {
	for i := range cols {
		cols[i].Min = max(cols[i].Min, kit.Width(cols[i].Title))
	}
	return cols
}

// stateWidth is the widest word for a state.
func stateWidth(e *kit.Env) int {
	w := 0
	for _, s := range model.CohortStates {
		w = max(w, kit.Width(e.T("word.state."+string(s))))
	}
	return w
}

func (t *Tab) listRows() kit.Rows[model.ID] {
	return kit.Rows[model.ID]{
		Len:  len(t.cohorts),
		Key:  func(i int) model.ID { return t.cohorts[i].cohort.ID },
		Cell: func(i, col int) kit.Cell { return listCell(t.env(), t.cohorts[i], col, t.cohort) },
	}
}

func listCell(e *kit.Env, r cohortRow, col int, inHand *model.Cohort) kit.Cell {
	c, th := r.cohort, e.Theme
	switch col {
	case colCode:
		if inHand != nil && inHand.ID == c.ID {
			return kit.Cell{Text: c.Code, Style: th.Accent}
		}
		return kit.Cell{Text: c.Code, Style: th.Text}
	case colTitle:
		return kit.Cell{Text: c.Title, Style: th.Text}
	case colDates:
		return kit.Cell{Text: datesOf(e, c, r.daysOff), Style: th.Text}
	case colSeats:
		st := th.Text
		if c.Places > 0 && r.held >= c.Places {
			st = th.OK
		}
		return kit.Cell{Text: seatCount(e, r.held, c.Places), Style: st}
	case colState:
		return kit.Cell{Text: e.T("word.state." + string(c.State)), Style: th.Muted}
	case colClashes:
		switch {
		case r.hard > 0:
			return kit.Cell{Text: "! " + e.Lang.Number(r.hard), Style: th.Clash}
		case r.soft > 0:
			return kit.Cell{Text: "~ " + e.Lang.Number(r.soft), Style: th.Warn}
		}
		return kit.Cell{Text: "–", Style: th.Muted}
	case colWhen:
		return kit.Cell{Text: e.Say(whenOf(c, r.daysOff)), Style: th.Muted}
	}
	return kit.Cell{}
}

// datesOf is a cohort's first and last day, with the year when it is long past
// or far ahead.
func datesOf(e *kit.Env, c *model.Cohort, daysOff int) string {
	text := e.Lang.DateRange(c.First, c.Last)
	y1, _, _ := c.First.Civil()
	y2, _, _ := c.Last.Civil()
	if y1 == y2 && (daysOff < -300 || daysOff > 300) {
		text += " " + strconv.Itoa(y1)
	}
	return text
}

func seatCount(e *kit.Env, held, places int) string {
	if places == 0 {
		return e.Lang.Number(held)
	}
	return e.Lang.Number(held) + "/" + e.Lang.Number(places)
}

// whenOf says how far a cohort is from its start or its end.
func whenOf(c *model.Cohort, daysOff int) model.Message {
	over := -daysOff - c.Days() // days since the last one
	switch {
	case daysOff > 1:
		return model.Say("cohorts.when.ahead", "n", daysOff)
	case daysOff == 1:
		return model.Say("cohorts.when.tomorrow")
	case daysOff == 0:
		return model.Say("cohorts.when.today")
	case over < 0:
		return model.Say("cohorts.when.running", "day", -daysOff+1, "days", c.Days())
	}
	if c.State == model.Closed {
		return model.Say("cohorts.when.closed")
	}
	return model.Say("cohorts.when.over", "n", over+1)
}
