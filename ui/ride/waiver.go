package ride

import (
	"reflect"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// signWaiver notes that the waivers of those marked, or of the one under the
// cursor, were signed, and who saw it.
func (p *page) signWaiver() tea.Cmd {
	who := p.list().Chosen()
	return signed(p.h, who, p.witness, func(witness string, c model.Change) tea.Cmd {
		p.witness = witness
		p.list().Unmark()
		p.fresh()
		return p.commit(c)
	})
}

// signed asks for the day and the witness of waivers, and hands over the
// change that notes them. Today, and the last witness, are offered.
func signed(h tab.Host, who []model.ID, witness string, then func(witness string, c model.Change) tea.Cmd) tea.Cmd {
	d := h.Desk()
	on, was := h.Today(), map[model.ID]model.Rev{}
	for _, id := range who {
		was[id] = d.RevOf(model.Ref{Kind: model.KindPerson, ID: id})
	}
	title := model.Say("ride.waiver.title.many", "n", len(who))
	if len(who) == 1 {
		p := d.People.Get(who[0])
		if p == nil {
			return h.Tell(kit.Warn, model.Say("ride.gone"))
		}
		title = model.Say("ride.waiver.title", "person", p.FullName())
		if !p.Papers.Waiver.IsZero() {
			on = p.Papers.Waiver
		}
		if p.Papers.Witness != "" {
			witness = p.Papers.Witness
		}
	}
	day := kit.NewDate("papersWaiver", on, h.Today(), true)
	day.Hint = model.Say("ride.waiver.day.hint")
	by := kit.NewText("witness", witness).Limit(model.MaxName)
	by.Hint = model.Say("ride.waiver.witness.hint")
	f := kit.NewForm(h.Dialogs(), title, day, by)
	if !on.IsZero() {
		f.Focus("witness")
	}
	kit.Open(h.Dialogs(), f, func(*kit.Form) tea.Cmd {
		c := model.Change{Act: model.Say("ride.act.waiver", "n", len(who), "date", day.Value())}
		if day.Value().IsZero() {
			c.Act = model.Say("ride.act.waiver.none", "n", len(who))
		}
		for _, id := range who {
			old := h.Desk().People.Get(id)
			if old == nil {
				continue
			}
			next := *old
			next.Papers.Waiver, next.Papers.Witness = day.Value(), by.Value()
			if day.Value().IsZero() {
				next.Papers.Witness = ""
			}
			rec, err := model.NewPerson(next)
			if err != nil {
				return h.Fail(err)
			}
			if !reflect.DeepEqual(rec, old) {
				c.Puts = append(c.Puts, model.Put{Record: rec, Was: was[id]})
			}
		}
		if c.IsZero() {
			return h.Tell(kit.Info, model.Say("ride.nothing"))
		}
		return then(by.Value(), c)
	})
	return nil
}
