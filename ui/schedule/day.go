package schedule

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// A dayView is one day large: its squads, instructors, places or vehicles side
// by side, each in a column of its own.
type dayView struct {
	on    bool
	by    lensKind
	date  model.Date // the day the columns were made for
	who   []lens     // a column each
	col   int        // index in who of the cursor's column
	first int        // index in who of the first column shown
}

// sides are what can stand side by side on a day, in the order of the key that
// goes round them.
var sides = []lensKind{bySquad, byStaff, byPlace, byVehicle}

// wideColumn is the cells in which the column of a day is read at ease.
const wideColumn = 13

// toggleDay shows the cursor's day large, or the days beside each other again.
func (t *Tab) toggleDay() tea.Cmd {
	t.inTray = false
	if t.big.on = !t.big.on; !t.big.on {
		t.refresh()
		t.reveal()
		return nil
	}
	if t.big.by == byAll {
		t.big.by = bySquad
	}
	t.lens, t.big.col, t.big.first = lens{}, 0, 0
	t.refresh()
	t.reveal()
	return t.tell(kit.Info, model.Say("schedule.day.how"))
}

// seeDay shows the cursor's day with that sort of thing side by side.
func (t *Tab) seeDay(by lensKind) tea.Cmd {
	t.big.by, t.big.on = by, false
	return t.toggleDay()
}

// sidesName is what a day with that sort of thing side by side is called.
func (t *Tab) sidesName(by lensKind) string {
	return t.env.T("schedule.sides." + [...]string{bySquad: "squads", byStaff: "staff", byPlace: "places", byVehicle: "vehicles"}[by])
}

// nextSides puts the next sort of thing side by side, of those there are any.
func (t *Tab) nextSides(step int) tea.Cmd {
	i := slices.Index(sides, t.big.by)
	for range sides {
		i = (i + step + len(sides)) % len(sides)
		if sides[i] == bySquad || len(t.lensesOf(sides[i])) > 0 {
			break
		}
	}
	t.big.by, t.big.col, t.big.first = sides[i], 0, 0
	t.refresh()
	t.reveal()
	return nil
}

// makeSides is what stands side by side on the day: those who have something
// first, then those who are free.
func (t *Tab) makeSides() {
	if !t.big.on {
		return
	}
	t.big.date = t.focusDate()
	var was lens
	if t.big.col < len(t.big.who) {
		was = t.big.who[t.big.col]
	}
	if t.big.by == bySquad {
		t.big.who = nil
		for _, q := range t.cohort.SquadSet().List() {
			t.big.who = append(t.big.who, lens{kind: bySquad, squad: q})
		}
	} else if t.move == nil || len(t.big.who) == 0 { // while a card is carried the columns stay where they are
		t.big.who = t.lensesOf(t.big.by)
		idle := make(map[lens]int, len(t.big.who))
		for _, l := range t.big.who {
			idle[l] = boolInt(t.taken(l) == 0)
		}
		slices.SortStableFunc(t.big.who, func(a, b lens) int { return cmp.Compare(idle[a], idle[b]) })
	}
	if len(t.big.who) == 0 {
		t.big.who = []lens{{}}
	}
	if i := slices.Index(t.big.who, was); i >= 0 {
		t.big.col = i
	}
	t.big.col = min(max(t.big.col, 0), len(t.big.who)-1)
}

// taken is how many quarters of the day what the lens looks at has something.
func (t *Tab) taken(l lens) int {
	whole, n := model.Span{From: t.big.date.At(0), To: t.big.date.At(model.Day)}, 0
	for i := range t.cards {
		c := &t.cards[i]
		if !c.s.Block.Rest && c.s.Span().Overlaps(whole) && l.shows(c.s, c.cohort) {
			part := whole.Meet(c.s.Span())
			n += int(part.To - part.From)
		}
	}
	return n
}

// dayColumns shares the width among what stands side by side: as many as can
// be read, the cursor's among them.
func (t *Tab) dayColumns(width int) []column {
	b := &t.big
	n := min(max((width+1)/(wideColumn+1), 1), len(b.who))
	if b.by == bySquad && len(b.who)*(minDay-1) <= width+1 {
		n = len(b.who)
	}
	if b.col < b.first {
		b.first = b.col
	}
	b.first = max(min(b.first, len(b.who)-n), b.col-n+1, 0)
	out := make([]column, n)
	for i, r := range (kit.Rect{W: width}).Columns(n, 1) {
		l := b.who[b.first+i]
		name := t.sideName(l)
		if n := t.taken(l); n > 0 {
			if load := " · " + t.env.Lang.Length(n); kit.Width(name)+kit.Width(load) <= r.W {
				name += load
			}
		}
		out[i] = column{day: day{date: b.date}, x: r.X, w: r.W, of: l, name: name}
	}
	return out
}

// sideName is who or what a column of a day is of, in short.
func (t *Tab) sideName(l lens) string {
	d := t.host.Desk()
	name := t.lensName(l)
	switch l.kind {
	case byStaff:
		if s := d.Staff.Get(l.id); s != nil {
			name = s.Label()
		}
	case byPlace:
		if p := d.Places.Get(l.id); p != nil {
			name = p.Label()
		}
	case byAll, bySquad, byVehicle:
	}
	return name
}

// follow moves the cursor's column to one that shows the session.
func (t *Tab) follow(s *model.Session) {
	if !t.big.on || s == nil || t.big.who[t.big.col].shows(s, t.cohortOf(s)) {
		return
	}
	if i := slices.IndexFunc(t.big.who, func(l lens) bool { return l.shows(s, t.cohortOf(s)) }); i >= 0 {
		t.big.col = i
	}
}

func (t *Tab) cohortOf(s *model.Session) *model.Cohort {
	if c := t.host.Desk().Cohorts.Get(s.Cohort); c != nil {
		return c
	}
	return t.cohort
}

// here reports whether a piece takes the cursor's column.
func (b *dayView) here(p *piece) bool {
	return !b.on || p.col <= b.col-b.first && b.col-b.first <= p.last
}

// goColumn moves the cursor to the column beside, and beyond the edge to the
// day beside.
func (t *Tab) goColumn(dir int) {
	b := &t.big
	c := b.col
	if p := t.here(); p != nil {
		if c = b.first + p.col; dir > 0 {
			c = b.first + p.last
		}
	}
	date := t.at.Date()
	switch c += dir; {
	case c >= 0 && c < len(b.who):
		b.col = c
	case date.Days(dir) < t.days[0].date || date.Days(dir) > t.days[len(t.days)-1].date:
		return
	default:
		date = date.Days(dir)
		if b.col = 0; dir < 0 {
			b.col = len(b.who) - 1
		}
	}
	t.goTo(date, dir)
}

// goOneDay moves the cursor by a day, in its column.
func (t *Tab) goOneDay(dir int) tea.Cmd {
	t.inTray = false
	lo, hi := t.days[0].date, t.days[len(t.days)-1].date
	t.goTo(min(max(t.at.Date().Days(dir), lo), hi), dir)
	return nil
}

// join makes one piece of those of a card that fill columns beside each other:
// what all squads do lies across all of them.
func join(ps []piece, cols []column) []piece {
	var out []piece
	for _, p := range ps {
		p.last = p.col
		i := slices.IndexFunc(out, func(o piece) bool {
			return o.card == p.card && o.last == p.col-1 && o.whole && p.whole
		})
		if i < 0 {
			out = append(out, p)
			continue
		}
		out[i].last = p.col
		out[i].rect.W = cols[p.col].x + cols[p.col].w - cols[out[i].col].x
	}
	return out
}

// towards is the session as it would be in the column of another than from: at
// that place, with that instructor or vehicle in the stead of the one, for that
// squad. nil when it cannot be there.
func towards(s *model.Session, cohort *model.Cohort, from, to lens) *model.Session {
	if from == to || to.shows(s, cohort) {
		return s
	}
	var next model.Session
	switch to.kind {
	case byPlace:
		next = s.Clone()
		next.Place = to.id
	case byStaff:
		next = s.Recast(from.id, to.id)
	case byVehicle:
		next = s.Clone()
		for i, id := range next.Cars {
			if id == from.id {
				next.Cars[i] = to.id
			}
		}
		if next.Circuit != nil {
			for i := range next.Circuit.Stations {
				if p := &next.Circuit.Stations[i]; p.Vehicle == from.id {
					p.Vehicle = to.id
				}
			}
		}
	case bySquad:
		if s.Squads.Len() != 1 {
			return nil
		}
		next = s.Clone()
		next.Squads = model.SquadsOf(to.squad)
	case byAll:
		return s
	}
	if !to.shows(&next, cohort) {
		return nil
	}
	return &next
}
