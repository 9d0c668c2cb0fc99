package ride

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// An answer is what somebody on standby said when called.
type answer uint8

const (
	open      answer = iota // not called yet
	comes                   // has a seat
	unreached               // nobody answered
	declines
)

// calls is what came of calling the list.
type calls struct {
	at      model.Minute
	answers map[model.ID]answer
}

// calling is the ranked list while an operation is called: down the list by
// telephone until the seats are full.
type calling struct {
	env   *kit.Env
	stack *kit.Stack
	title string
	at    model.Minute
	leave model.Minute // when they must be there
	seats int
	grid  *kit.Grid[model.ID]
	list  []standby
	got   map[model.ID]answer
	said  model.Message
	new   bool // answers were given that are not kept yet
	sure  bool // esc has been pressed once on answers that would be lost
	w, h  int
}

// standby is somebody on the list, and what speaks against calling them.
type standby struct {
	id    model.ID
	name  string
	way   string // the number or address at which they are reached best
	by    string // the channel of that
	state model.Message
	bad   bool
}

// newCalling is the list for a call at a moment, with so many minutes' notice.
func newCalling(p *page, at model.Minute, ahead int) *calling {
	d := &calling{
		env: p.env, stack: p.h.Dialogs(), at: at, leave: at + model.Minute(ahead), seats: p.seats(), got: map[model.ID]answer{},
		title: p.env.T("ride.calling.title", "block", p.s.Block.Title, "clock", at.Clock()),
	}
	for _, r := range p.s.Ride.Riders {
		d.list = append(d.list, p.standbyOf(r, d.leave))
		if m, ok := p.roll.Of(r.Person); ok {
			d.got[r.Person] = answerOf(m)
		}
	}
	d.makeGrid()
	d.first()
	return d
}

// answerOf is the answer a mark stands for.
func answerOf(m model.Mark) answer {
	switch {
	case m.State.There():
		return comes
	case slices.ContainsFunc(m.Calls, func(c model.Call) bool { return c.Answer == model.Reached }):
		return declines
	}
	return unreached
}

// standbyOf says how somebody can be reached, and what the rules say of their
// leaving at that moment until the window ends.
func (p *page) standbyOf(r model.Rider, leave model.Minute) standby {
	x := standby{id: r.Person, name: "?", way: "–"}
	who := p.desk.People.Get(r.Person)
	if who == nil {
		x.state, x.bad = model.Say("ride.against.left", "person", r.Person), true
		return x
	}
	x.name = who.Name()
	if ways := who.Reach(); len(ways) > 0 {
		x.way, x.by = ways[0].Handle, p.env.T("word.channel."+string(ways[0].Channel))
	}
	try := p.s.Clone()
	end := p.s.Span().To
	try.Start = min(leave.Quarter(), end-1)
	try.Block.Length = max(int(end-try.Start), 1)
	try.Ride.Brief, try.Ride.Debrief, try.Ride.Standby = 0, min(try.Ride.Debrief, try.Block.Length-1), false
	try.Ride.Riders = []model.Rider{{Person: r.Person}}
	var bad []model.Message
	if w := waiver(who, p.day()); w != waived {
		bad = append(bad, model.Say("ride.against."+w.id(), "person", r.Person))
	}
	for _, c := range p.h.Board().Try(&try) {
		if c.Hard && c.Rule != ruleWaiver && slices.Contains(c.People, r.Person) {
			bad = append(bad, c.Text)
		}
	}
	if len(bad) > 0 {
		x.state, x.bad = sentences(bad), true
		return x
	}
	x.state = model.Say("ride.calling.able")
	return x
}

func (d *calling) makeGrid() {
	e := d.env
	const most = 26 // cells of an address; a number to dial is shorter
	way, by := kit.Width(e.T("ride.calling.way")), 6
	for _, x := range d.list {
		way, by = max(way, min(kit.Width(x.way), most)), max(by, kit.Width(x.by))
	}
	d.grid = kit.NewGrid[model.ID](e,
		kit.Column{ID: "rank", Title: "#", Min: 2, Right: true},
		kit.Column{ID: "answer", Title: e.T("ride.calling.answer"), Min: 13, Max: 16},
		kit.Column{ID: "able", Min: 1},
		kit.Column{ID: "name", Title: e.T("ride.col.name"), Min: 20, Max: 36, Grow: 1},
		kit.Column{ID: "way", Title: e.T("ride.calling.way"), Min: way, Max: 34, Grow: 2},
		kit.Column{ID: "by", Title: e.T("ride.calling.channel"), Min: by, Drop: 2},
		kit.Column{ID: "state", Title: e.T("ride.calling.state"), Min: 20, Max: 60, Grow: 3, Drop: 1})
	d.grid.SetRows(kit.Rows[model.ID]{
		Len: len(d.list), Key: func(i int) model.ID { return d.list[i].id },
		Cell: func(i, col int) kit.Cell {
			x, th := d.list[i], e.Theme
			switch col {
			case 0:
				return kit.Cell{Text: strconv.Itoa(i + 1), Style: th.Muted}
			case 1:
				return d.got[x.id].cell(e)
			case 2:
				if x.bad {
					return kit.Cell{Text: "!", Style: th.Due}
				}
				return kit.Cell{Text: "✓", Style: th.OK}
			case 3:
				return kit.Cell{Text: x.name, Style: muteIf(th, x.bad)}
			case 4:
				return kit.Cell{Text: x.way, Style: th.Text}
			case 5:
				return kit.Cell{Text: x.by, Style: th.Muted}
			}
			if x.bad {
				return kit.Cell{Text: e.Say(x.state), Style: th.Due}
			}
			return kit.Cell{Text: e.Say(x.state), Style: th.OK}
		},
	})
}

func (a answer) cell(e *kit.Env) kit.Cell {
	th := e.Theme
	switch a {
	case comes:
		return kit.Cell{Text: "✓ " + e.T("ride.answer.comes"), Style: th.OK}
	case unreached:
		return kit.Cell{Text: "– " + e.T("ride.answer.unreached"), Style: th.Due}
	case declines:
		return kit.Cell{Text: "✗ " + e.T("ride.answer.declines"), Style: th.Due}
	case open:
	}
	return kit.Cell{Text: "·", Style: th.Muted}
}

// coming is how many come.
func (d *calling) coming() int {
	n := 0
	for _, a := range d.got {
		if a == comes {
			n++
		}
	}
	return n
}

// first puts the cursor on whoever is to be called next.
func (d *calling) first() {
	for _, x := range d.list {
		if d.got[x.id] == open && !x.bad {
			d.grid.Select(x.id)
			return
		}
	}
}

// mark notes an answer and goes to the next of the list.
func (d *calling) mark(a answer) tea.Cmd {
	id, ok := d.grid.CurrentKey()
	if !ok {
		return nil
	}
	if a == comes && d.got[id] != comes && d.seats > 0 && d.coming() >= d.seats {
		d.said = model.Say("ride.calling.full", "seats", d.seats)
		return nil
	}
	if d.got[id] == a {
		a = open
	}
	d.got[id], d.new = a, true
	if d.seats > 0 && d.coming() >= d.seats {
		d.said = model.Say("ride.calling.done", "seats", d.seats)
	}
	if a != open {
		d.first()
	}
	return nil
}

// Title names the ride and when it was called.
func (d *calling) Title() string { return d.title }

// Result is the answers.
func (d *calling) Result() calls { return calls{d.at, d.got} }

// Size is a line for each on the list, and what is said of them.
func (d *calling) Size(maxW, maxH int) (w, h int) {
	return min(maxW, 120), min(maxH, len(d.list)+7)
}

// Resize takes the size.
func (d *calling) Resize(w, h int) {
	d.w, d.h = w, h
	_, grid, _ := d.layout()
	d.grid.Resize(grid.W, grid.H)
}

func (d *calling) layout() (head, grid, foot kit.Rect) {
	all := kit.Rect{W: d.w, H: d.h}
	if d.h >= 6 {
		head, all = all.Top(1)
	}
	if d.h >= 9 {
		foot, all = all.Bottom(3)
	}
	return head, all, foot
}

// Cursor is in the list's filter.
func (d *calling) Cursor() (x, y int, ok bool) {
	_, grid, _ := d.layout()
	x, y, ok = d.grid.Cursor()
	return x + grid.X, y + grid.Y, ok
}

// Actions are the answers, and the two ways out.
func (d *calling) Actions() []kit.Action {
	act := func(id string, rank int, a answer, keys ...string) kit.Action {
		return kit.Action{ID: "ride.calling." + id, Group: "ride", Keys: keys, Rank: rank, Run: func() tea.Cmd { return d.mark(a) }}
	}
	yes := []string{"y", "s"}
	if d.env.Lang.Tag() == "es" {
		yes = []string{"s", "y"}
	}
	return []kit.Action{
		act("comes", 1, comes, yes...), act("unreached", 2, unreached, "n"), act("declines", 3, declines, "d"),
		{ID: "ride.calling.keep", Group: "ride", Keys: []string{"enter"}, Rank: 4},
		{ID: "ride.calling.leave", Keys: []string{"esc"}, Rank: 5},
		listKeys(d.stack, 6),
	}
}

// Update takes answers, walks the list, or ends.
func (d *calling) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	_, grid, _ := d.layout()
	if moved, _, _, ok := kit.MouseAt(msg, grid.X, grid.Y); ok {
		d.grid.Update(moved)
		return kit.Stay, nil
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return kit.Stay, nil
	}
	d.said, d.sure = model.Message{}, d.sure && kit.IsKey(k, "esc")
	_, typing := d.grid.Filter()
	switch {
	case typing:
		d.grid.Update(msg)
	case kit.IsKey(k, "enter"):
		return kit.Done, nil
	case kit.IsKey(k, "esc"):
		if d.grid.Update(msg) {
			return kit.Stay, nil
		}
		if d.sure || !d.new {
			return kit.Cancelled, nil
		}
		d.sure, d.said = true, model.Say("ride.calling.sure")
	default:
		if cmd, _, handled := kit.Press(d.Actions(), k); handled {
			return kit.Stay, cmd
		}
		if !d.grid.Update(msg) && kit.Typed(k) != "" {
			d.said = model.Say("ride.no-key")
		}
	}
	return kit.Stay, nil
}

// Draw paints how many come, the list, and what is known of the one under the
// cursor.
func (d *calling) Draw(c *kit.Canvas) {
	th := d.env.Theme
	head, grid, foot := d.layout()
	st := th.Text
	if d.seats > 0 && d.coming() >= d.seats {
		st = th.OK
	}
	c.Sub(head).TextFit(0, 0, head.W, st, d.env.T("ride.calling.head", "n", d.coming(), "seats", d.seats, "leave", d.leave.Clock()))
	d.grid.Draw(c.Sub(grid), true)
	if foot.Empty() {
		return
	}
	f := c.Sub(foot)
	f.HLine(0, 0, f.W(), th.Rule)
	if !d.said.IsZero() {
		f.Wrap(kit.Rect{Y: 1, W: f.W(), H: 2}, th.Warn, d.env.Say(d.said))
		return
	}
	if i, ok := d.grid.Current(); ok {
		x := d.list[i]
		f.Wrap(kit.Rect{Y: 1, W: f.W(), H: 2}, th.Text, strings.Join([]string{x.name, strings.TrimSpace(x.by + " " + x.way), d.env.Say(x.state)}, " · "))
	}
}

// id is the answer's name in ids, as a rider's mark shows it later.
func (a answer) id() string {
	return [...]string{open: "open", comes: "comes", unreached: "unreached", declines: "declines"}[a]
}
