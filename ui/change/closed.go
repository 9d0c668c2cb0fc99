package change

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Closed asks from when until when a place is closed or let; the zero id
// leaves open which.
func Closed(h tab.Host, place model.ID) tea.Cmd {
	e, now := h.Env(), here(h)
	where := kit.NewChoice("place", place, placeOptions(h, now))
	where.Check = chosen("place")
	span := newStretch(e, now)
	shut := kit.NewToggle("closed", true)
	by := kit.NewText("by", "")
	by.Hint = model.Say("change.hint.by")
	start := h.Desk()
	read := func() (*model.Place, error) {
		p := start.Places.Get(where.Value())
		if p == nil {
			return nil, model.Wrong("place", "model.missing")
		}
		next := *p
		next.Bookings = append(slices.Clone(p.Bookings), model.Booking{Span: span.span(), By: by.Value(), Closed: shut.Value()})
		return model.NewPlace(next)
	}
	form := kit.NewForm(h.Dialogs(), model.Say("change.closed.title"), append(append([]kit.Field{where}, span.fields()...), shut, by)...)
	form.Check = func() error {
		if err := span.wrong(); err != nil {
			return err
		}
		_, err := read()
		return err
	}
	if !place.IsZero() {
		form.Focus("from")
	}
	kit.Open(h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		rec, err := read()
		if err != nil {
			return h.Fail(err)
		}
		ev := &event{h: h, kind: closed, id: rec.ID, span: span.span(), before: h.Board()}
		cmd := h.Commit(model.Change{
			Act:  model.Say("change.act.closed", "place", rec.ID, "at", said(span.span())),
			Puts: []model.Put{{Record: rec, Was: start.RevOf(model.RefOf(rec))}},
		})
		return tea.Batch(cmd, ev.show())
	})
	return nil
}

// placeOptions is the places, those used on the day first.
func placeOptions(h tab.Host, now model.Quarter) []kit.Option[model.ID] {
	e, d := h.Env(), h.Desk()
	today := map[model.ID]int{}
	for s := range d.Sessions.All {
		if s.Placed() && s.Off == nil && s.Start.Date() == now.Date() {
			today[s.Place]++
		}
	}
	var out []kit.Option[model.ID]
	for p := range d.Places.All {
		o := kit.Option[model.ID]{Value: p.ID, Label: p.Name}
		if n := today[p.ID]; n > 0 {
			o.Note = e.T("change.today", "n", n)
		}
		out = append(out, o)
	}
	knownFirst(out, today)
	return out
}
