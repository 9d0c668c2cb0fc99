package today

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/roll"
)

// Actions is what can be done here and now. While a block runs, its roll call
// is the first key.
func (t *Tab) Actions() []kit.Action {
	out := []kit.Action{
		{ID: "today.calls", Keys: []string{"m"}, Group: "today", Rank: t.rank(len(t.missing) > 0, 1), Why: func() model.Message { return why(len(t.missing) == 0, "today.why.nobody-missing") }, Run: t.openCalls},
		{ID: "today.open", Keys: []string{"enter"}, Group: "today", Rank: 3, Why: t.whyNotOpen, Run: t.open},
		{ID: "today.pane-due", Keys: []string{"right", "l"}, Group: "today", Rank: t.rank(t.focus != onDue, 4), Run: func() tea.Cmd { return t.turn(onDue) }},
		{ID: "today.pane-day", Keys: []string{"left", "h"}, Group: "today", Rank: t.rank(t.focus == onDue, 4), Run: func() tea.Cmd { return t.turn(onBlocks) }},
		{ID: "today.sheet", Keys: []string{"P", "space"}, Group: "today", Rank: 5, Why: t.whyNoSheet, Run: t.showSheet},
		{ID: "today.write", Keys: []string{"E"}, Group: "today", Why: t.whyNoSheet, Run: t.writeSheet},
		{ID: "today.card", Keys: []string{"e"}, Group: "today", Why: t.whyNoCard, Run: t.openCard},
		{ID: "today.read-on", Keys: []string{"J"}, Group: "today", Why: t.whyNoMore, Run: func() tea.Cmd { return t.readOn(1) }},
		{ID: "today.read-back", Keys: []string{"K"}, Group: "today", Why: t.whyNoMore, Run: func() tea.Cmd { return t.readOn(-1) }},
		{ID: "today.sift", Keys: []string{"f"}, Group: "today", Rank: 7, Why: func() model.Message { return why(len(t.due) == 0, "today.due.empty") }, Run: t.chooseSieve},
		{ID: "today.filter", Keys: []string{"/"}, Group: "today", Rank: 8, Run: t.startFilter},
		{ID: "today.last-day", Keys: []string{"["}, Group: "today", Rank: 9, Run: func() tea.Cmd { return t.goTo(t.off - 1) }},
		{ID: "today.next-day", Keys: []string{"]"}, Group: "today", Rank: 9, Run: func() tea.Cmd { return t.goTo(t.off + 1) }},
		{ID: "today.this-day", Keys: []string{"."}, Group: "today", Rank: t.rank(t.off != 0, 2), Why: func() model.Message { return why(t.off == 0, "today.why.is-today") }, Run: func() tea.Cmd { return t.goTo(0) }},
	}
	if t.narrowed() {
		out = append(out, kit.Action{ID: "today.unsift", Keys: []string{"esc"}, Group: "today", Run: t.showAll})
	}
	running := false
	for i := range t.classes {
		running = running || t.off == 0 && len(t.classes[i].current()) > 0
	}
	for _, a := range t.working() {
		if a.ID == "roll.call" {
			a.Rank = 2
			if s := t.session(); running && s != nil {
				a.Rank = 1
			}
		}
		out = append(out, a)
	}
	if len(t.rows) == 0 && len(t.due) == 0 { // the footer teaches no key that does nothing
		for i := range out {
			if !out[i].Enabled() || t.h.Desk().Cohorts.Len() == 0 || slices.Contains(panes[:], out[i].ID) {
				out[i].Rank = 0
			}
		}
	}
	return out
}

// panes are the actions that go to another list.
var panes = [...]string{"today.pane-due", "today.pane-day"}

func (t *Tab) whyNoMore() model.Message { return why(t.unread() == 0, "today.why.no-more") }

// rank is the place in the footer when the action matters now, else none.
func (t *Tab) rank(now bool, rank int) int {
	if now {
		return rank
	}
	return 0
}

func why(so bool, id string) model.Message {
	if so {
		return model.Say(id)
	}
	return model.Message{}
}

func (t *Tab) turn(to pane) tea.Cmd {
	t.focus = to
	t.arrange()
	return nil
}

// goTo looks at another day. The cursor goes to what runs, or to the first
// block.
func (t *Tab) goTo(off int) tea.Cmd {
	t.off = off
	if t.focus == onMissing {
		t.focus = onBlocks
	}
	t.Changed()
	return nil
}

func (t *Tab) startFilter() tea.Cmd {
	if t.focus == onMissing {
		t.focus = onDue
	}
	t.give(kit.KeyMsg("/"))
	t.arrange()
	return nil
}

// narrowed reports whether a list shows less than there is.
func (t *Tab) narrowed() bool {
	a, _ := t.blocks.Filter()
	b, _ := t.items.Filter()
	return a != "" || b != "" || t.sift != (sieve{})
}

func (t *Tab) showAll() tea.Cmd {
	t.blocks.SetFilter("")
	t.items.SetFilter("")
	t.sift = sieve{}
	t.listDue()
	t.arrange()
	return nil
}

func (t *Tab) whyNotOpen() model.Message {
	switch t.focus {
	case onDue:
		return why(t.item() == nil, "today.why.nothing")
	case onBlocks:
		return why(t.current() == nil, "today.why.nothing")
	case onMissing:
	}
	return model.Message{}
}

// open goes to where what is under the cursor can be seen and mended.
func (t *Tab) open() tea.Cmd {
	switch t.focus {
	case onMissing:
		return t.openCalls()
	case onDue:
		if v := t.item(); v.Rule == "absence" && len(v.Sessions) == 1 && len(v.People) == 1 {
			return roll.Calls(t.h, v.Sessions[0], v.People[0])
		}
		return t.h.Jump(t.item().Ref)
	case onBlocks:
	}
	return t.h.Jump(model.RefOf(t.current().session))
}

// officer is the one officer that what is under the cursor is about.
func (t *Tab) officer() (id model.ID, ok bool) {
	d := t.h.Desk()
	switch t.focus {
	case onMissing:
		if t.at < len(t.missing) {
			return t.missing[t.at].Mark.Person, true
		}
	case onDue:
		v := t.item()
		if v == nil {
			return id, false
		}
		if v.Ref.Kind == model.KindPerson {
			return v.Ref.ID, d.People.Get(v.Ref.ID) != nil
		}
		who := slices.DeleteFunc(slices.Clone(v.People), func(p model.ID) bool { return d.People.Get(p) == nil })
		if len(who) == 1 {
			return who[0], true
		}
	case onBlocks:
	}
	return id, false
}

func (t *Tab) whyNoCard() model.Message {
	_, ok := t.officer()
	return why(!ok, "today.why.no-officer")
}

func (t *Tab) openCard() tea.Cmd {
	id, _ := t.officer()
	return roll.Card(t.h, id)
}
