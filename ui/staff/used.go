package staff

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
	"muster/ui/tab"
)

// What is used up: ammunition, a pool for each calibre, counted and delivered.

// A use is how a pool stands today.
type use struct {
	left   int // today, when what the plan has taken until now is gone
	coming int // what the sessions from today on will take
	draws  []rules.Draw
	short  *rules.Draw // the first from today on for which it does not last
}

// useOf reckons how a pool that is used up stands.
func useOf(h tab.Host, k *model.Kit) use {
	u := use{draws: h.Board().Draws(k.ID)}
	if k.Stocked() {
		u.left = k.Stock(h.Today())
	}
	for i := range u.draws {
		d := &u.draws[i]
		s := h.Desk().Sessions.Get(d.Session)
		if s == nil || s.Span().To <= h.Today().At(0) {
			u.left -= d.Need - d.Short
			continue
		}
		u.coming += d.Need
		if d.Short > 0 && u.short == nil {
			u.short = d
		}
	}
	u.left = max(u.left, 0)
	return u
}

// draws reports whether the block takes of the pool.
func draws(b *model.Block, pool model.ID) bool {
	return slices.ContainsFunc(b.Kit, func(n model.KitNeed) bool { return n.Kit == pool }) ||
		b.Fire != nil && b.Fire.Ammunition == pool
}

// usedCell is what stands in a column for such a pool: what is left, what is
// still to be taken, when it runs out.
func (p *stock) usedCell(k *model.Kit, col int) kit.Cell {
	e, u := p.h.Env(), p.used[k.ID]
	th := e.Theme
	none := kit.Cell{Text: "–", Style: th.Muted}
	switch {
	case col == 1 && k.Stocked():
		return kit.Cell{Text: e.Lang.Number(u.left), Style: th.Text}
	case col == 2 && u.short != nil:
		return kit.Cell{Text: "! " + e.Lang.Number(u.coming), Style: th.Clash}
	case col == 2 && u.coming > 0:
		return kit.Cell{Text: e.Lang.Number(u.coming), Style: th.Text}
	case col == 3 && u.short != nil:
		s := p.h.Desk().Sessions.Get(u.short.Session)
		return kit.Cell{Text: e.Lang.DayDate(s.Start.Date()) + " " + e.Lang.Time(s.Start), Style: th.Clash}
	case col == 3:
		return kit.Cell{}
	}
	return none
}

// usedDetail is how it stands, what is to be delivered, and who takes it.
func (p *stock) usedDetail(k *model.Kit) []line {
	e, th, u := p.h.Env(), p.h.Env().Theme, p.used[k.ID]
	head := []part{{th.Title, k.Name.In(e.Lang.Tag())}}
	out := []line{}
	if k.Stocked() {
		head = append(head, part{th.Muted, e.T("staff.left-today", "n", u.left)},
			part{th.Muted, e.T("staff.counted", "n", k.Count, "date", k.Counted)})
	} else {
		out = append(out, said(th.Due, e.T("staff.uncounted")))
	}
	if u.short != nil {
		out = append(out, said(th.Clash, "! "+e.T("staff.runs-out", "session", u.short.Session,
			"at", when(e, p.h.Desk().Sessions.Get(u.short.Session).Span()), "n", u.short.Short)))
	}
	for _, v := range k.Deliveries {
		if v.On > p.h.Today() {
			out = append(out, said(th.Text, deliveryText(e, v)))
		}
	}
	if k.Note != "" {
		out = append(out, said(th.Muted, k.Note))
	}
	coming := comingLines(p.h, model.KindKit, k.ID)
	if len(coming) == 0 {
		coming = []line{said(th.Muted, e.T("staff.not-planned"))}
	}
	return append(append([]line{list(head...)}, out...), coming...)
}

// deliveryText is a delivery in a line.
func deliveryText(e *kit.Env, v model.Delivery) string {
	id := "staff.delivered"
	if v.Lot == "" {
		id = "staff.delivered.no-lot"
	}
	return e.T(id, "date", v.On, "count", v.Count, "lot", v.Lot)
}

func (p *stock) whyDeliver() model.Message {
	switch k := p.current(); {
	case k == nil:
		return model.Say("staff.nothing")
	case !k.Spent:
		return model.Say("staff.not-used-up")
	}
	return model.Message{}
}

// deliver asks for a delivery that has come in or is to come.
func (p *stock) deliver() tea.Cmd {
	v := *p.current()
	held := take(p.h, model.RefOf(&v), "staff.act.delivery")
	on := kit.NewDate("on", p.h.Today(), p.h.Today(), false)
	count := kit.NewNumber("count", 0, 0, model.MaxStock, model.Message{})
	lot := kit.NewText("lot", "")
	read := func() model.Kit {
		n := v
		n.Deliveries = append(slices.Clone(v.Deliveries), model.Delivery{On: on.Value(), Count: count.Value(), Lot: lot.Value()})
		return n
	}
	form := kit.NewForm(p.h.Dialogs(), model.Say("staff.delivery.title", "what", v.ID), on, count, lot)
	form.Check = func() error {
		_, err := model.NewKit(read())
		return err
	}
	kit.Open(p.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		rec, err := model.NewKit(read())
		return held.keep(rec, err, true)
	})
	return nil
}

// deliveries chooses deliveries to take out.
func (p *stock) deliveries() tea.Cmd {
	v, e := *p.current(), p.h.Env()
	held := take(p.h, model.RefOf(&v), "staff.act.delivery-out")
	var options []kit.Option[int]
	for i, d := range v.Deliveries {
		options = append(options, kit.Option[int]{Value: i, Label: deliveryText(e, d)})
	}
	if len(options) == 0 {
		return p.h.Tell(kit.Info, model.Say("staff.delivery.none"))
	}
	kit.Open(p.h.Dialogs(), kit.NewChooseMany(e, model.Say("staff.delivery.drop"), options), func(gone []int) tea.Cmd {
		if len(gone) == 0 {
			return nil
		}
		n := v
		n.Deliveries = nil
		for i, d := range v.Deliveries {
			if !slices.Contains(gone, i) {
				n.Deliveries = append(n.Deliveries, d)
			}
		}
		rec, err := model.NewKit(n)
		return held.keep(rec, err, true)
	})
	return nil
}
