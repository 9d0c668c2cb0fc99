package roll

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// What the roll call asks beyond a key: a time, a note, a guest, when the
// session really ran.

// ask asks for a time of the name; then gets it.
func (d *rollCall) ask(id string, n name, value string, then func(model.Minute)) tea.Cmd {
	check := func(typed string) *model.Problem {
		at, p := readMoment("at", typed, d.begin())
		if p == nil {
			p = d.watch.ahead("at", at)
		}
		return p
	}
	p := kit.NewPrompt(d.env, model.Say(id, "who", n.id), model.Say(id+".label", "begin", d.begin().Clock()), value, check).Offered()
	kit.Open(d.h.Dialogs(), p, func(typed string) tea.Cmd {
		if at, p := readMoment("at", typed, d.begin()); p == nil {
			then(at)
		}
		return nil
	})
	return nil
}

// askTime corrects the time of somebody late or missing.
func (d *rollCall) askTime() tea.Cmd {
	n, ok := d.current()
	m := d.marks[n.id]
	switch {
	case !ok || m.State != model.Late && m.State != model.Missing:
		d.note = model.Say("roll.note.no-time")
		return nil
	case d.asksFound(n, ""):
		d.note = model.Say("roll.note.carried", "who", n.id)
		return nil
	}
	return d.ask("roll.ask.time", n, m.Since(d.session).Clock(), func(at model.Minute) {
		m := d.marks[n.id] // somebody else may have written it meanwhile
		m.At = at
		d.set(n, m)
	})
}

// out says when somebody left before the end.
func (d *rollCall) out() tea.Cmd {
	n, ok := d.current()
	m := d.marks[n.id]
	switch {
	case !ok:
		return nil
	case !m.State.There():
		d.note = model.Say("roll.note.not-there")
		return nil
	case m.Left.IsZero() && d.running():
		m.Left = d.watch.now
		d.set(n, m)
		d.note = model.Say("roll.note.out", "who", n.id, "at", m.Left.Clock())
		return nil
	}
	value := ""
	if !m.Left.IsZero() {
		value = m.Left.Clock()
	}
	check := func(typed string) *model.Problem {
		if strings.TrimSpace(typed) == "" {
			return nil
		}
		_, p := readMoment("at", typed, d.end())
		return p
	}
	p := kit.NewPrompt(d.env, model.Say("roll.ask.out", "who", n.id), model.Say("roll.ask.out.label"), value, check).Offered()
	kit.Open(d.h.Dialogs(), p, func(typed string) tea.Cmd {
		m := d.marks[n.id]
		m.Left = 0
		if at, p := readMoment("at", typed, d.end()); p == nil {
			m.Left = at
		}
		d.set(n, m)
		return nil
	})
	return nil
}

// askNote writes a remark beside the mark.
func (d *rollCall) askNote() tea.Cmd {
	n, ok := d.current()
	m, marked := d.marks[n.id]
	if !ok || !marked {
		d.note = model.Say("roll.note.mark-first")
		return nil
	}
	p := kit.NewPrompt(d.env, model.Say("roll.ask.note", "who", n.id), model.Message{}, m.Note, nil)
	kit.Open(d.h.Dialogs(), p, func(typed string) tea.Cmd {
		m := d.marks[n.id]
		m.Note = typed
		d.set(n, m)
		return nil
	})
	return nil
}

// askGuest adds an officer of the cohort who joins from another squad, to make
// up what they missed.
func (d *rollCall) askGuest() tea.Cmd {
	opts := others(d.h.Desk(), d.cohort, d.names)
	if len(opts) == 0 {
		d.note = model.Say("roll.note.no-guest")
		return nil
	}
	kit.Open(d.h.Dialogs(), kit.NewChoose(d.env, model.Say("roll.ask.guest"), opts, 0), func(id model.ID) tea.Cmd {
		seat, ok := d.cohort.Seat(id)
		p := d.h.Desk().People.Get(id)
		if !ok || p == nil {
			return nil
		}
		n := name{id: id, guest: true, squad: seat.Squad.String(), no: seat.No, called: p.Name(), rank: p.Rank}
		at := len(d.names)
		for i, x := range d.names {
			if x.staff {
				at = i
				break
			}
		}
		d.names = append(d.names[:at:at], append([]name{n}, d.names[at:]...)...)
		d.rows()
		d.set(n, model.Mark{State: model.Here})
		d.grid.Select(id)
		return nil
	})
	return nil
}

// askRan sets when the session really began and ended.
func (d *rollCall) askRan() tea.Cmd {
	begun := newMoment("begun", d.draft.Begun, d.session.Start.Minute(), true)
	ended := newMoment("ended", d.draft.Ended, d.session.Span().To.Minute(), true)
	begun.Hint = model.Say("roll.ran.hint")
	ended.Hint = begun.Hint
	form := kit.NewForm(d.h.Dialogs(), model.Say("roll.ran.title", "hours", d.env.Lang.Hours(d.session.Span())), begun, ended)
	form.Check = func() error {
		r := d.roll()
		r.Begun, r.Ended = begun.Value(), ended.Value()
		_, err := model.NewRoll(r)
		return err
	}
	kit.Open(d.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		d.draft.Begun, d.draft.Ended = begun.Value(), ended.Value()
		d.touched()
		return nil
	})
	return nil
}
