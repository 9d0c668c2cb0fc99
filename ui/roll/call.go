package roll

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/progress"
	"muster/ui/kit"
	"muster/ui/paper"
	"muster/ui/tab"
)

// A rollCall is the roll of one session being called: a list of names, and a
// key for each thing that can be true of somebody. The marks are a draft until
// the dialog is left, whichever way, or somebody is marked missing: then they
// are kept as one act, so that one undo takes back one roll call and not one
// name of thirty. Its result is the session.
type rollCall struct {
	h       tab.Host
	env     *kit.Env
	session *model.Session
	cohort  *model.Cohort
	watch   *watch

	kept  *model.Roll // as it lies on the desk; nil: nothing yet
	was   model.Rev   // the revision of that
	draft model.Roll  // all but the marks
	marks map[model.ID]model.Mark
	dirty bool

	desk    *model.Desk                   // as those carried over were read from
	carried map[model.ID]progress.Missing // missed before this session, and not found

	names   []name
	grid    *kit.Grid[model.ID]
	count   tally
	digits  string        // of a class number being typed
	note    model.Message // what a key just did, or why it did nothing
	w, tall int
}

// A tally is how many officers are marked how, and how many of the staff are.
type tally struct {
	by       map[model.Presence]int
	uncalled int
	staff    int
	marked   int // of the staff
}

// Open opens the roll call of a session of the desk. It does nothing but say
// why when the session cannot be called yet.
func Open(h tab.Host, session model.ID) tea.Cmd {
	s := h.Desk().Sessions.Get(session)
	if why := whyNot(h, s); !why.IsZero() {
		return h.Tell(kit.Warn, why)
	}
	d := newRollCall(h, s)
	kit.Open(h.Dialogs(), d, func(model.ID) tea.Cmd { return nil })
	return d.watch.wind()
}

func newRollCall(h tab.Host, s *model.Session) *rollCall {
	d := &rollCall{h: h, env: h.Env(), session: s, cohort: h.Desk().Cohorts.Get(s.Cohort)}
	d.watch = newWatch(h, d.cohort.Zone)
	d.grid = kit.NewGrid[model.ID](d.env)
	d.grid.Empty = model.Say("roll.nobody")
	d.read()
	d.first()
	return d
}

// read takes the roll as it lies on the desk, and drops the draft.
func (d *rollCall) read() {
	desk := d.h.Desk()
	if s := desk.Sessions.Get(d.session.ID); s != nil {
		d.session = s
	}
	if c := desk.Cohorts.Get(d.session.Cohort); c != nil {
		d.cohort = c
	}
	d.kept, d.was = desk.Rolls.Get(d.session.ID), desk.RevOf(d.ref())
	d.draft = model.Roll{ID: d.session.ID, Cohort: d.session.Cohort}
	if d.kept != nil {
		d.draft = *d.kept
	}
	d.marks = map[model.ID]model.Mark{}
	for _, m := range d.draft.Marks {
		d.marks[m.Who()] = m
	}
	d.dirty = false
	d.names = namesOf(d.env, desk, d.session, d.cohort, d.kept)
	d.carry()
	d.rows()
}

func (d *rollCall) ref() model.Ref { return model.Ref{Kind: model.KindRoll, ID: d.session.ID} }

// roll is the draft with its marks in the order of the list. Those of somebody
// who is not on it any more, since their seat is another's, stay behind them.
func (d *rollCall) roll() model.Roll {
	r := d.draft
	r.Marks = nil
	for _, n := range d.names {
		if m, ok := d.marks[n.id]; ok {
			r.Marks = append(r.Marks, m)
		}
	}
	for _, m := range d.draft.Marks {
		if now, ok := d.marks[m.Who()]; ok && !slices.ContainsFunc(d.names, func(n name) bool { return n.id == m.Who() }) {
			r.Marks = append(r.Marks, now)
		}
	}
	r.Done = len(r.Marks) > 0 && d.count.uncalled == 0
	return r
}

// keep commits the draft as one act; nothing when it is as it was.
func (d *rollCall) keep() tea.Cmd {
	if !d.dirty {
		return nil
	}
	return d.keepWith(model.Say("roll.act.called", "block", d.session.Block.Title, "cohort", d.cohort.Code, "n", len(d.roll().Marks)))
}

// keepWith commits the draft, and other rolls with it, as the act.
func (d *rollCall) keepWith(act model.Message, also ...model.Put) tea.Cmd {
	r, err := model.NewRoll(d.roll())
	if err != nil {
		return d.h.Fail(err)
	}
	c := model.Change{Act: act}
	switch {
	case !r.IsEmpty():
		c.Puts = append([]model.Put{{Record: r, Was: d.was}}, also...)
	case d.kept != nil:
		c.Act = model.Say("roll.act.emptied", "block", d.session.Block.Title, "cohort", d.cohort.Code)
		c.Removes = []model.Remove{{Ref: d.ref(), Was: d.was}}
	default:
		d.dirty = false
		return nil
	}
	cmd := d.h.Commit(c)
	d.read()
	return cmd
}

// told is what the program says when the roll call is left.
func (d *rollCall) told() tea.Cmd {
	if d.kept.IsEmpty() {
		return nil
	}
	if n := d.count.uncalled; n > 0 {
		return d.h.Tell(kit.Info, model.Say("roll.kept.some", "n", n))
	}
	return d.h.Tell(kit.OK, model.Say("roll.kept", "n", d.count.by[model.Here]+d.count.by[model.Late],
		"missing", d.count.by[model.Missing]))
}

// recount follows every change of a mark.
func (d *rollCall) recount() {
	d.count = tally{by: map[model.Presence]int{}}
	for _, n := range d.names {
		m, ok := d.marks[n.id]
		switch {
		case n.staff:
			d.count.staff++
			if ok {
				d.count.marked++
			}
		case ok:
			d.count.by[m.State]++
		default:
			d.count.uncalled++
		}
	}
}

// begin and end are when the session really ran, as far as is known.
func (d *rollCall) begin() model.Minute {
	if !d.draft.Begun.IsZero() {
		return d.draft.Begun
	}
	return d.session.Start.Minute()
}

func (d *rollCall) end() model.Minute {
	if !d.draft.Ended.IsZero() {
		return d.draft.Ended
	}
	return d.session.Span().To.Minute()
}

// running reports whether a mark made now happens now: the session is on, or
// about to be.
func (d *rollCall) running() bool {
	return d.begin() <= d.watch.now && d.watch.now <= d.end()
}

// current is the name under the cursor.
func (d *rollCall) current() (name, bool) {
	i, ok := d.grid.Current()
	if !ok || i >= len(d.names) {
		return name{}, false
	}
	return d.names[i], true
}

// first puts the cursor on the first name that is not marked.
func (d *rollCall) first() {
	for _, n := range d.names {
		if _, ok := d.marks[n.id]; !ok {
			d.grid.Select(n.id)
			return
		}
	}
}

// next goes to the next name that is not marked, round by the top. false: all
// of them are.
func (d *rollCall) next() bool {
	at, _ := d.grid.Current()
	for i := 1; i <= len(d.names); i++ {
		n := d.names[(at+i)%len(d.names)]
		if _, ok := d.marks[n.id]; !ok {
			d.grid.Select(n.id)
			return true
		}
	}
	return false
}

// Title names the session.
func (d *rollCall) Title() string {
	return d.env.T("roll.call.title", "block", paper.Title(d.env.Lang, d.h.Desk(), d.session))
}

// Result is the session.
func (d *rollCall) Result() model.ID { return d.session.ID }

// Size takes most of the screen: a list read at arm's length.
func (d *rollCall) Size(maxW, maxH int) (w, h int) {
	return min(maxW, 112), min(maxH, max(len(d.names)+6, 12))
}

// Resize takes the size.
func (d *rollCall) Resize(w, h int) {
	d.w, d.tall = w, h
	l := d.layout()
	d.grid.Resize(l.list.W, l.list.H)
}

// Cursor is in the filter while it is typed.
func (d *rollCall) Cursor() (x, y int, ok bool) {
	l := d.layout()
	x, y, ok = d.grid.Cursor()
	return x + l.list.X, y + l.list.Y, ok
}

// Actions are the keys, the most used first.
func (d *rollCall) Actions() []kit.Action {
	act := func(rank int, id string, keys ...string) kit.Action {
		return kit.Action{ID: "roll.key." + id, Keys: keys, Rank: rank, Group: "day"}
	}
	out := []kit.Action{
		act(1, "present", "p", "space", "enter"), act(2, "late", "l"), act(3, "missing", "m"), act(4, "all", "a"),
		act(5, "leave", "esc", "ctrl+s"), kit.KeysAction(6), act(8, "excused", "e"),
		act(9, "undo", "x", "backspace"), act(10, "time", "t"), act(11, "out", "o"), act(12, "note", "n"),
		act(13, "guest", "g"), act(14, "ran", "b"), act(15, "card", "i"),
	}
	if n, ok := d.current(); ok && d.marks[n.id].State == model.Missing && !n.staff {
		out = append(out, act(7, "calls", "c"))
	}
	if d.dirty {
		out = append(out, act(16, "revert", "U", "ctrl+z"))
	}
	return out
}
