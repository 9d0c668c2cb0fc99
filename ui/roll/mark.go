package roll

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Update marks, moves and leaves.
func (d *rollCall) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	wound := d.watch.hear(msg)
	if !d.dirty && d.h.Desk().Rolls.Get(d.session.ID) != d.kept {
		d.read() // somebody else wrote it
	}
	if d.h.Desk() != d.desk {
		d.carry() // somebody may have been found
		d.refresh()
	}
	if x, y, ok := kit.Click(msg); ok {
		return kit.Stay, d.click(msg, x, y)
	}
	l := d.layout()
	if moved, _, _, ok := kit.MouseAt(msg, l.list.X, l.list.Y); ok {
		d.grid.Update(moved)
		return kit.Stay, nil
	}
	_, typing := d.grid.Filter()
	k, isKey := msg.(tea.KeyPressMsg)
	if !isKey || typing {
		d.grid.Update(msg)
		return kit.Stay, wound
	}
	d.note = model.Message{}
	return d.key(k)
}

// key is one key of the list.
func (d *rollCall) key(k tea.KeyPressMsg) (kit.Outcome, tea.Cmd) {
	typed := kit.Typed(k)
	if len(typed) == 1 && typed[0] >= '0' && typed[0] <= '9' {
		d.jump(typed)
		return kit.Stay, nil
	}
	d.digits = ""
	text, _ := d.grid.Filter()
	switch {
	case kit.IsKey(k, "ctrl+s"):
		return kit.Done, d.leave()
	case kit.IsKey(k, "esc") && text == "":
		return kit.Cancelled, d.leave()
	case kit.IsKey(k, "enter") && d.called():
		return kit.Done, d.leave()
	case kit.IsKey(k, "p", "space", "enter"):
		return kit.Stay, d.mark(model.Here)
	case kit.IsKey(k, "l"):
		return kit.Stay, d.late()
	case kit.IsKey(k, "e"):
		return kit.Stay, d.mark(model.Excused)
	case kit.IsKey(k, "m"):
		return kit.Stay, d.mark(model.Missing)
	case kit.IsKey(k, "x", "backspace", "delete"):
		d.unmark()
	case kit.IsKey(k, "a"):
		d.all()
	case kit.IsKey(k, "t"):
		return kit.Stay, d.askTime()
	case kit.IsKey(k, "o"):
		return kit.Stay, d.out()
	case kit.IsKey(k, "n"):
		return kit.Stay, d.askNote()
	case kit.IsKey(k, "g"):
		return kit.Stay, d.askGuest()
	case kit.IsKey(k, "b"):
		return kit.Stay, d.askRan()
	case kit.IsKey(k, "c"):
		return kit.Stay, d.calls()
	case kit.IsKey(k, "i"):
		return kit.Stay, d.card()
	case kit.IsKeys(k):
		d.h.Dialogs().ListKeys()
	case kit.IsKey(k, "U", "ctrl+z"):
		return kit.Stay, d.revert()
	case kit.IsKey(k, "<", ">"):
		// the order is the roll's: squads, then seats
	default:
		d.grid.Update(k)
	}
	return kit.Stay, nil
}

// called reports whether every name is marked.
func (d *rollCall) called() bool {
	return d.count.uncalled == 0 && d.count.marked == d.count.staff && len(d.names) > 0
}

// leave keeps what was marked: esc loses nothing.
func (d *rollCall) leave() tea.Cmd {
	if !d.dirty {
		return nil
	}
	return tea.Batch(d.keep(), d.told())
}

// jump goes to the class number typed so far.
func (d *rollCall) jump(digit string) {
	d.digits += digit
	if len(d.digits) > 4 {
		d.digits = digit
	}
	no, _ := strconv.Atoi(d.digits)
	for _, n := range d.names {
		if n.no == no && !n.staff && no > 0 {
			d.grid.Select(n.id)
			d.note = model.Message{}
			return
		}
	}
	d.note = model.Say("roll.note.no-number", "no", no)
}

// set gives the name under the cursor a mark and goes on to the next.
func (d *rollCall) set(n name, m model.Mark) {
	m.Person, m.Staff = n.id, model.ID{}
	if n.staff {
		m.Person, m.Staff = model.ID{}, n.id
	}
	d.marks[n.id] = m
	d.touched()
}

func (d *rollCall) touched() {
	d.dirty = true
	d.refresh()
}

func (d *rollCall) refresh() {
	d.recount()
	d.grid.Refresh()
}

// mark says what is true of the name under the cursor.
func (d *rollCall) mark(state model.Presence) tea.Cmd {
	n, ok := d.current()
	if !ok {
		return nil
	}
	if d.asksFound(n, state) {
		return d.state(n, state)
	}
	cmd := d.state(n, state)
	d.next()
	return cmd
}

// state gives somebody a presence. Somebody missing is kept at once: the roll
// call may be broken off to look for them.
func (d *rollCall) state(n name, state model.Presence) tea.Cmd {
	m := d.marks[n.id]
	switch {
	case d.asksFound(n, state):
		at := d.begin()
		if d.running() {
			at = d.watch.now
		}
		d.askFound(n, state, at)
		return nil
	case m.State == state && state == model.Missing && d.onlyCarried(n.id):
		d.set(n, m)
		return d.keep()
	case m.State == state:
		return nil
	}
	if m.State == model.Missing && len(m.Calls) > 0 && m.Found.IsZero() {
		m.Found = d.watch.now // they were looked for, and are accounted for
	}
	m.State, m.At = state, 0
	switch {
	case state == model.Missing && d.running():
		m.At = d.watch.now
	case state == model.Missing:
		m.At = d.begin()
	}
	if state == model.Missing {
		m.Found = 0
	}
	if !state.There() {
		m.Left = 0
	}
	d.set(n, m)
	if state == model.Missing {
		return d.keep()
	}
	return nil
}

// late marks somebody who comes now; when the session is over the time is
// asked for.
func (d *rollCall) late() tea.Cmd {
	n, ok := d.current()
	if !ok {
		return nil
	}
	if d.running() {
		d.comeAt(n, d.watch.now)
		return nil
	}
	return d.ask("roll.ask.late", n, "", func(at model.Minute) { d.comeAt(n, at) })
}

// comeAt marks somebody as late and goes on to the next.
func (d *rollCall) comeAt(n name, at model.Minute) {
	if d.asksFound(n, model.Late) {
		d.askFound(n, model.Late, at)
		return
	}
	defer d.next()
	m := d.marks[n.id]
	if m.State == model.Missing && len(m.Calls) > 0 && m.Found.IsZero() {
		m.Found = at
	}
	m.State, m.At = model.Late, at
	d.set(n, m)
}

// unmark takes the mark back. Calls that were made are not thrown away.
func (d *rollCall) unmark() {
	n, ok := d.current()
	m, marked := d.marks[n.id]
	switch {
	case !ok:
	case !marked:
		d.note = model.Say("roll.note.unmarked")
	case d.asksFound(n, ""):
		d.note = model.Say("roll.note.carried", "who", n.id)
	case len(m.Calls) > 0:
		d.note = model.Say("roll.note.calls-made", "n", len(m.Calls))
	default:
		delete(d.marks, n.id)
		if n.guest {
			d.names = without(d.names, n.id)
			d.rows()
		}
		d.touched()
	}
}

func without(list []name, id model.ID) []name {
	out := make([]name, 0, len(list))
	for _, n := range list {
		if n.id != id {
			out = append(out, n)
		}
	}
	return out
}

// all marks everybody not yet marked as present; who comes to the course only
// later is away with leave.
func (d *rollCall) all() {
	n, away, lost := 0, 0, 0
	for _, who := range d.names {
		if _, ok := d.marks[who.id]; ok {
			if d.asksFound(who, model.Here) {
				lost++
			}
			continue
		}
		state := model.Here
		if who.arrives >= d.session.Span().To {
			state = model.Excused
			away++
		} else {
			n++
		}
		d.set(who, model.Mark{State: state})
	}
	switch {
	case lost > 0:
		d.note = model.Say("roll.note.all-lost", "n", n+away, "lost", lost)
	case away > 0:
		d.note = model.Say("roll.note.all-but", "n", n, "away", away)
	case n > 0:
		d.note = model.Say("roll.note.all", "n", n)
	default:
		d.note = model.Say("roll.note.all-called")
	}
}

// calls keeps the roll and opens the call list of who is missing.
func (d *rollCall) calls() tea.Cmd {
	n, ok := d.current()
	if !ok || n.staff || d.marks[n.id].State != model.Missing {
		d.note = model.Say("roll.note.not-missing")
		return nil
	}
	return tea.Batch(d.keep(), Calls(d.h, d.session.ID, n.id))
}

// card opens the emergency card of the officer.
func (d *rollCall) card() tea.Cmd {
	n, ok := d.current()
	if !ok || n.staff {
		d.note = model.Say("roll.note.no-card")
		return nil
	}
	return Card(d.h, n.id)
}

// revert drops what was marked since the roll was last kept.
func (d *rollCall) revert() tea.Cmd {
	if !d.dirty {
		d.note = model.Say("roll.note.no-draft")
		return nil
	}
	ask := kit.NewConfirm(d.env, model.Say("roll.revert.title"), model.Say("roll.revert"), model.Message{},
		"roll.revert.act", "roll.revert.keep", "d", "U")
	kit.Open(d.h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd {
		d.read()
		d.first()
		return nil
	})
	return nil
}

// click: a name takes the cursor, a cell of the states marks.
func (d *rollCall) click(msg tea.Msg, x, y int) tea.Cmd {
	l := d.layout()
	moved, gx, gy, ok := kit.MouseAt(msg, l.list.X, l.list.Y)
	if !ok || !l.list.Contains(x, y) {
		return nil
	}
	g := d.grid.Layout()
	if g.Head.Contains(gx, gy) || !d.grid.Update(moved) || !g.Body.Contains(gx, gy) {
		return nil
	}
	d.note, d.digits = model.Message{}, ""
	n, ok := d.current()
	if !ok {
		return nil
	}
	for _, slot := range g.Cols {
		state, isState := stateOf(slot.Col)
		if !isState || gx < slot.X-1 || gx > slot.X+slot.W {
			continue
		}
		switch {
		case d.marks[n.id].State == state:
			d.unmark()
		case state == model.Late:
			return d.late()
		default:
			return d.state(n, state)
		}
	}
	return nil
}
