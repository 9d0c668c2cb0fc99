package ride

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/progress"
	"muster/model/rules"
	"muster/ui/kit"
	"muster/ui/tab"
)

// A page is one ride: its terms at the head, its riders, and who is fairly
// next. What it shows is derived by read; acts change the desk, never the
// page.
type page struct {
	h    tab.Host
	env  *kit.Env
	id   model.ID
	wide int // size of the inside
	high int

	desk    *model.Desk // as read
	s       *model.Session
	c       *model.Cohort
	roll    *model.Roll
	now     model.Minute
	next    []progress.Candidate
	clashes []rules.Clash
	head    []part

	riders *kit.Grid[model.ID]
	fair   *kit.Grid[model.ID]
	onFair bool // the fair next has the keys

	against []model.Message // what speaks against a seat for the one under the fair cursor
	said    model.Message   // what the last key did: the program's own line is covered
	kind    kit.StatusKind
	witness string // who signed last: commonly the next one's witness too
}

func newPage(h tab.Host, id model.ID) *page {
	p := &page{h: h, env: h.Env(), id: id}
	p.riders = kit.NewGrid[model.ID](p.env)
	p.riders.Empty, p.riders.Markable = model.Say("ride.riders.empty"), true
	p.fair = kit.NewGrid[model.ID](p.env)
	p.fair.Empty, p.fair.Markable = model.Say("ride.fair.empty"), true
	p.read()
	p.onFair = p.s != nil && (len(p.s.Ride.Riders) == 0 || p.free() > 0)
	p.look()
	return p
}

// read derives everything from the desk. Cursors stay with their people.
func (p *page) read() {
	p.desk = p.h.Desk()
	p.s = p.desk.Sessions.Get(p.id)
	if p.s == nil || p.s.Ride == nil {
		p.s = nil
		return
	}
	if p.c = p.desk.Cohorts.Get(p.s.Cohort); p.c == nil {
		p.s = nil
		return
	}
	p.roll = p.desk.Rolls.Get(p.id)
	p.now = tab.Clock(p.h, p.c.Zone)
	p.next = progress.Fair(p.desk, p.c, p.s, p.now)
	p.clashes = rules.Digest(p.h.Board().ClashesOf(p.id))
	p.head = p.makeHead()
	p.setRiders()
	p.setFair()
	p.look()
}

// fresh reads anew when the desk is another: somebody else's act, or one of a
// dialog that was open above.
func (p *page) fresh() {
	if p.h.Desk() != p.desk {
		p.read()
	}
}

// seats is how many there are; free how many of them nobody has.
func (p *page) seats() int { return Seats(p.desk, p.s) }

func (p *page) free() int { return max(p.seats()-len(p.s.Ride.Riders), 0) }

// day is the day of the ride; today while it has none.
func (p *page) day() model.Date {
	if p.s.Placed() {
		return p.s.Start.Date()
	}
	return p.now.Date()
}

// Title names the block and its cohort.
func (p *page) Title() string {
	if p.s == nil {
		return p.env.T("ride.gone")
	}
	return p.env.T("ride.title", "block", p.s.Block.Title, "cohort", p.c.Code)
}

// Result says nothing: every act has been kept.
func (p *page) Result() left { return left{} }

// Size is all there is.
func (p *page) Size(maxW, maxH int) (w, h int) { return maxW, maxH }

// Resize takes the size. It comes after whatever a dialog above has done.
func (p *page) Resize(w, h int) {
	p.wide, p.high = w, h
	p.fresh()
	p.place()
}

func (p *page) place() {
	if p.s == nil {
		return
	}
	l := p.layout()
	p.riders.Resize(l.riders.W, l.riders.H)
	p.fair.Resize(l.fair.W, l.fair.H)
}

// Cursor is in the filter of the list that has the keys.
func (p *page) Cursor() (x, y int, ok bool) {
	if p.s == nil {
		return 0, 0, false
	}
	l := p.layout()
	r := l.riders
	if p.onFair {
		r = l.fair
	}
	x, y, ok = p.list().Cursor()
	return x + r.X, y + r.Y, ok
}

// list is the list that has the keys.
func (p *page) list() *kit.Grid[model.ID] {
	if p.onFair {
		return p.fair
	}
	return p.riders
}

// look asks the rules about the one under the cursor of the fair next.
func (p *page) look() {
	p.against = nil
	if p.s == nil || !p.onFair {
		return
	}
	if id, ok := p.fair.CurrentKey(); ok {
		p.against = p.objections(id)
	}
}

// Update runs the page's acts, else walks the list that has the keys.
func (p *page) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	p.fresh()
	if p.s == nil {
		if _, ok := msg.(tea.KeyPressMsg); ok {
			return kit.Cancelled, nil
		}
		return kit.Stay, nil
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return kit.Stay, p.mouse(msg)
	}
	p.said, p.now = model.Message{}, tab.Clock(p.h, p.c.Zone)
	if _, typing := p.list().Filter(); !typing && !kit.IsKey(k, "esc") {
		if cmd, why, handled := kit.Press(p.Actions(), k); handled {
			if !why.IsZero() {
				return kit.Stay, p.tell(kit.Warn, why)
			}
			p.place()
			return kit.Stay, cmd
		}
	}
	switch {
	case p.list().Update(msg):
		p.look()
	case kit.IsKey(k, "esc"):
		return kit.Cancelled, nil
	case kit.Typed(k) != "":
		p.said, p.kind = model.Say("ride.no-key"), kit.Info
	}
	return kit.Stay, nil
}

// mouse gives the list below the pointer the keys. A click on the row that is
// under the cursor already is the act of that row.
func (p *page) mouse(msg tea.Msg) tea.Cmd {
	l := p.layout()
	for _, v := range []struct {
		r    kit.Rect
		grid *kit.Grid[model.ID]
		fair bool
	}{{l.riders, p.riders, false}, {l.fair, p.fair, true}} {
		moved, x, y, ok := kit.MouseAt(msg, v.r.X, v.r.Y)
		if !ok || !(kit.Rect{W: v.r.W, H: v.r.H}).Contains(x, y) {
			continue
		}
		was, had := v.grid.CurrentKey()
		v.grid.Update(moved)
		if _, _, click := kit.Click(msg); !click {
			return nil
		}
		same := p.onFair == v.fair
		p.onFair = v.fair
		p.place()
		p.look()
		if now, ok := v.grid.CurrentKey(); ok && had && same && now == was && l.rowAt(v.grid, y) {
			return p.act()
		}
		return nil
	}
	return nil
}

// act is what enter does on the row under the cursor.
func (p *page) act() tea.Cmd {
	if p.onFair {
		return p.put()
	}
	return p.editCar()
}

func (p *page) swapLists() tea.Cmd {
	p.onFair = !p.onFair
	p.place()
	p.look()
	return nil
}

// tell says what was done, or why it was not, on the page's own line and in
// the program's.
func (p *page) tell(kind kit.StatusKind, m model.Message) tea.Cmd {
	p.said, p.kind = m, kind
	return p.h.Tell(kind, m)
}
