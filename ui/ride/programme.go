package ride

import (
	"cmp"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/progress"
	"muster/ui/kit"
	"muster/ui/tab"
)

// A programme is everybody of a cohort with the rides they had, how long they
// were on the road, and when they ride next: who is owed one, first. It ends
// in the ride to open.
type programme struct {
	h      tab.Host
	env    *kit.Env
	cohort model.ID
	w, y   int

	desk    *model.Desk // as read
	c       *model.Cohort
	now     model.Minute
	rows    []turn
	grid    *kit.Grid[model.ID]
	sums    []string
	said    model.Message
	witness string
}

// A turn is somebody's line.
type turn struct {
	who     *model.Person
	seat    model.Seat
	had     int
	minutes int
	last    *model.Session
	next    *model.Session // fixed, or a window on whose list they stand
}

func newProgramme(h tab.Host, cohort model.ID) *programme {
	p := &programme{h: h, env: h.Env(), cohort: cohort}
	p.grid = kit.NewGrid[model.ID](p.env)
	p.grid.Empty, p.grid.Markable = model.Say("ride.programme.empty"), true
	p.read()
	return p
}

// read counts anew.
func (p *programme) read() {
	p.desk = p.h.Desk()
	p.rows, p.sums = nil, nil
	if p.c = p.desk.Cohorts.Get(p.cohort); p.c == nil {
		p.setRows()
		return
	}
	p.now = tab.Clock(p.h, p.c.Zone)
	class := progress.Of(p.desk, p.c, p.now)
	windows := p.windows()
	for _, o := range class.Officers {
		who := p.desk.People.Get(o.Seat.Person)
		if who == nil || o.Seat.Stage.Out() {
			continue
		}
		t := turn{who: who, seat: o.Seat, next: windows[who.ID]}
		for _, r := range o.Rides {
			switch {
			case r.Over:
				t.had, t.minutes, t.last = t.had+1, t.minutes+r.Minutes, r.Session
			case t.next == nil || t.next.Ride.Standby || r.Session.Start < t.next.Start:
				t.next = r.Session
			}
		}
		p.rows = append(p.rows, t)
	}
	slices.SortStableFunc(p.rows, func(a, b turn) int {
		return cmp.Or(cmp.Compare(a.had, b.had), cmp.Compare(a.minutes, b.minutes), cmp.Compare(planned(a), planned(b)),
			cmp.Compare(a.seat.No, b.seat.No))
	})
	p.setRows()
	p.sums = p.summary()
}

func planned(t turn) int {
	if t.next == nil {
		return 0
	}
	return 1
}

// windows are the standby windows to come, by who stands on their lists; the
// first for each.
func (p *programme) windows() map[model.ID]*model.Session {
	out := map[model.ID]*model.Session{}
	for _, s := range p.desk.SessionsOf(p.cohort) {
		if s.Ride == nil || !s.Ride.Standby || s.Off != nil || !s.Placed() || progress.Over(s, p.now) {
			continue
		}
		for _, r := range s.Ride.Riders {
			if out[r.Person] == nil {
				out[r.Person] = s
			}
		}
	}
	return out
}

// summary is the programme in a few statements.
func (p *programme) summary() []string {
	rides, off, ridden, minutes, idle := 0, 0, 0, 0, 0
	for _, s := range p.desk.SessionsOf(p.cohort) {
		if s.Ride == nil {
			continue
		}
		if rides++; s.Off != nil {
			off++
		}
	}
	for _, t := range p.rows {
		minutes += t.minutes
		if t.had > 0 {
			ridden++
		} else if t.next == nil {
			idle++
		}
	}
	out := []string{p.env.T("ride.programme.rides", "n", rides)}
	if off > 0 {
		out = append(out, p.env.T("ride.programme.off", "n", off))
	}
	out = append(out, p.env.T("ride.programme.ridden", "n", ridden, "of", len(p.rows)), p.env.T("ride.programme.time", "time", hours(minutes)))
	if idle > 0 {
		out = append(out, p.env.T("ride.programme.idle", "n", idle))
	}
	return out
}

func (p *programme) setRows() {
	e := p.env
	p.grid.SetColumns(
		kit.Column{ID: "no", Title: e.T("ride.col.no"), Min: 3, Right: true, Drop: 4, Less: func(a, b int) bool { return p.rows[a].seat.No < p.rows[b].seat.No }},
		kit.Column{ID: "name", Title: e.T("ride.col.name"), Min: 18, Max: 44, Grow: 3},
		kit.Column{ID: "squad", Title: e.T("ride.col.squad"), Min: 2, Drop: 5},
		kit.Column{ID: "had", Title: e.T("ride.col.rides"), Min: 5, Right: true, Less: func(a, b int) bool { return p.rows[a].had < p.rows[b].had }},
		kit.Column{ID: "time", Title: e.T("ride.col.time"), Min: 5, Right: true, Less: func(a, b int) bool { return p.rows[a].minutes < p.rows[b].minutes }},
		kit.Column{ID: "next", Title: e.T("ride.col.next"), Min: max(12, kit.Width(e.T("ride.programme.none"))), Max: 34, Grow: 2, Drop: 1, Less: func(a, b int) bool { return startOf(p.rows[a].next) < startOf(p.rows[b].next) }},
		kit.Column{ID: "last", Title: e.T("ride.col.last"), Min: 10, Max: 16, Drop: 3, Less: func(a, b int) bool { return startOf(p.rows[a].last) < startOf(p.rows[b].last) }},
		kit.Column{ID: "waiver", Title: e.T("ride.col.waiver"), Min: 13, Max: 22, Drop: 2})
	p.grid.SetRows(kit.Rows[model.ID]{
		Len: len(p.rows), Key: func(i int) model.ID { return p.rows[i].who.ID },
		Cell: func(i, col int) kit.Cell { return p.cell(p.rows[i], col) },
	})
}

// startOf is when a ride begins; what has none comes last.
func startOf(s *model.Session) model.Quarter {
	if s == nil {
		return 1 << 30
	}
	return s.Start
}

func (p *programme) cell(t turn, col int) kit.Cell {
	e, th := p.env, p.env.Theme
	switch col {
	case 0:
		return kit.Cell{Text: strconv.Itoa(t.seat.No), Style: th.Muted}
	case 1:
		return kit.Cell{Text: t.who.Name(), Style: th.Text}
	case 2:
		return kit.Cell{Text: t.seat.Squad.String(), Style: th.Muted}
	case 3:
		return kit.Cell{Text: strconv.Itoa(t.had), Style: muteIf(th, t.had == 0)}
	case 4:
		return kit.Cell{Text: hours(t.minutes), Style: muteIf(th, t.minutes == 0)}
	case 5:
		switch {
		case t.next == nil && t.had == 0:
			return kit.Cell{Text: e.T("ride.programme.none"), Style: th.Due}
		case t.next == nil:
			return kit.Cell{Text: "–", Style: th.Muted}
		}
		text := e.Lang.When(t.next.Start)
		if t.next.Ride.Standby {
			text += " " + e.T("ride.programme.standby")
		}
		return kit.Cell{Text: text, Style: th.Text}
	case 6:
		if t.last == nil {
			return kit.Cell{Text: "–", Style: th.Muted}
		}
		return kit.Cell{Text: e.Lang.DayDate(t.last.Start.Date()), Style: th.Muted}
	}
	day := p.now.Date()
	if t.next != nil {
		day = t.next.Start.Date()
	}
	return waiver(t.who, day).cell(e)
}

// current is the line under the cursor.
func (p *programme) current() (turn, bool) {
	if i, ok := p.grid.Current(); ok && i < len(p.rows) {
		return p.rows[i], true
	}
	return turn{}, false
}

// Title names the cohort.
func (p *programme) Title() string {
	code := "?"
	if p.c != nil {
		code = p.c.Code
	}
	return p.env.T("ride.programme.title", "cohort", code)
}

// Result is the ride to open.
func (p *programme) Result() model.ID {
	t, ok := p.current()
	switch {
	case !ok:
	case t.next != nil:
		return t.next.ID
	case t.last != nil:
		return t.last.ID
	}
	return model.ID{}
}

// Size is a line for each, in as much as there is.
func (p *programme) Size(maxW, maxH int) (w, h int) {
	return min(maxW, 120), min(maxH, max(len(p.rows), 6)+8)
}

// Resize takes the size.
func (p *programme) Resize(w, h int) {
	p.w, p.y = w, h
	if p.h.Desk() != p.desk {
		p.read()
	}
	_, grid, _ := p.layout()
	p.grid.Resize(grid.W, grid.H)
}

func (p *programme) layout() (head, grid, foot kit.Rect) {
	all := kit.Rect{W: p.w, H: p.y}
	if p.y >= 6 {
		head, all = all.Top(min(len(p.flow()), 3))
	}
	switch {
	case p.y >= 14:
		foot, all = all.Bottom(3)
	case p.y >= 10:
		foot, all = all.Bottom(2)
	}
	return head, all, foot
}

// flow breaks the summary between its statements.
func (p *programme) flow() []string {
	var out []string
	for _, s := range p.sums {
		if n := len(out); n > 0 && kit.Width(out[n-1])+3+kit.Width(s) <= p.w {
			out[n-1] += " · " + s
			continue
		}
		out = append(out, s)
	}
	return out
}

// Cursor is in the list's filter.
func (p *programme) Cursor() (x, y int, ok bool) {
	_, grid, _ := p.layout()
	x, y, ok = p.grid.Cursor()
	return x + grid.X, y + grid.Y, ok
}

// Actions are the keys.
func (p *programme) Actions() []kit.Action {
	some := func() model.Message {
		if _, ok := p.current(); !ok {
			return model.Say("ride.why.nobody")
		}
		return model.Message{}
	}
	return []kit.Action{
		{ID: "ride.programme.open", Group: "ride", Keys: []string{"enter"}, Rank: 1, Why: func() model.Message {
			if t, ok := p.current(); ok && t.next == nil && t.last == nil {
				return model.Say("ride.why.no-rides", "person", t.who.ID)
			}
			return some()
		}},
		{ID: "ride.waiver", Group: "ride", Keys: []string{"w"}, Rank: 2, Why: some, Run: p.signWaiver},
		{ID: "kit.close", Keys: []string{"esc"}, Rank: 3},
		listKeys(p.h.Dialogs(), 4),
	}
}

func (p *programme) signWaiver() tea.Cmd {
	return signed(p.h, p.grid.Chosen(), p.witness, func(witness string, c model.Change) tea.Cmd {
		p.witness = witness
		p.grid.Unmark()
		cmd := p.h.Commit(c)
		p.read()
		p.said = c.Act
		return tea.Batch(cmd, p.h.Tell(kit.OK, c.Act))
	})
}

// Update walks the list, or ends.
func (p *programme) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	if p.h.Desk() != p.desk {
		p.read()
	}
	_, grid, _ := p.layout()
	if moved, _, _, ok := kit.MouseAt(msg, grid.X, grid.Y); ok {
		was, had := p.grid.CurrentKey()
		p.grid.Update(moved)
		_, y, click := kit.Click(moved)
		if now, ok := p.grid.CurrentKey(); click && ok && had && now == was && p.grid.Layout().Body.Contains(0, y) && !p.Result().IsZero() {
			return kit.Done, nil
		}
		return kit.Stay, nil
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return kit.Stay, nil
	}
	p.said = model.Message{}
	if _, typing := p.grid.Filter(); typing || kit.IsKey(k, "esc") {
		if p.grid.Update(msg) || !kit.IsKey(k, "esc") {
			return kit.Stay, nil
		}
		return kit.Cancelled, nil
	}
	cmd, why, handled := kit.Press(p.Actions(), k)
	switch {
	case !why.IsZero():
		p.said = why
		return kit.Stay, p.h.Tell(kit.Warn, why)
	case kit.IsKey(k, "enter"):
		return kit.Done, nil
	case !handled && !p.grid.Update(msg) && kit.Typed(k) != "":
		p.said = model.Say("ride.no-key")
	}
	return kit.Stay, cmd
}

// Draw paints the sums, the list, and what was last done.
func (p *programme) Draw(c *kit.Canvas) {
	th := p.env.Theme
	head, grid, foot := p.layout()
	for y, line := range p.flow() {
		if y < head.H {
			c.TextFit(0, y, c.W(), th.Text, line)
		}
	}
	p.grid.Draw(c.Sub(grid), true)
	if foot.Empty() {
		return
	}
	f := c.Sub(foot)
	f.HLine(0, 0, f.W(), th.Rule)
	if !p.said.IsZero() {
		f.Wrap(kit.Rect{Y: 1, W: f.W(), H: f.H() - 1}, th.Text, p.env.Say(p.said))
		return
	}
	if t, ok := p.current(); ok {
		id, pairs := "ride.programme.one", []any{"person", t.who.FullName(), "n", t.had, "time", hours(t.minutes)}
		if t.had == 0 {
			id = "ride.programme.never"
		}
		if t.next != nil {
			id, pairs = id+".next", append(pairs, "block", t.next.Block.Title, "at", t.next.Start)
		}
		f.Wrap(kit.Rect{Y: 1, W: f.W(), H: f.H() - 1}, th.Muted, p.env.T(id, pairs...))
	}
}
