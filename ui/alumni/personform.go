package alumni

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/geo"
	"muster/ui/kit"
)

// editPerson changes what has become of somebody: rank, agency, where they
// serve, and how things stand with them. Papers and vetting belong to a seat.
func (t *Tab) editPerson(a about) tea.Cmd {
	e, p := t.env(), *a.person
	rank, position := kit.NewText("rank", p.Rank), kit.NewText("position", p.Position)
	agency := kit.NewChoice("agency", p.Agency, t.agencies())
	region := kit.NewChoice("region", p.Region, regions(e, p.Country, p.Region))
	var standings []kit.Option[model.Standing]
	for _, s := range model.Standings {
		standings = append(standings, kit.Option[model.Standing]{Value: s, Label: e.T("word.standing." + string(s))})
	}
	standing := kit.NewChoice("standing", p.Standing, standings)
	called, note := kit.NewText("called", p.Called), kit.NewNote("note", p.Note)
	note.Lines = 3
	read := func() (*model.Person, error) {
		n := p
		n.Rank, n.Position, n.Agency, n.Region = rank.Value(), position.Value(), agency.Value(), region.Value()
		n.Standing, n.Called, n.Note = standing.Value(), called.Value(), note.Value()
		if n.Agency != p.Agency {
			n.Unit = model.ID{} // a unit belongs to its agency
		}
		return model.NewPerson(n)
	}
	return t.personForm(model.Say("alumni.edit.title", "name", a.name()), read, a, model.Say("alumni.act.person", "person", p.ID),
		standing, rank, position, agency, region, called, note)
}

// personForm opens a form about somebody and commits what it makes of them.
func (t *Tab) personForm(title model.Message, read func() (*model.Person, error), a about, act model.Message, fields ...kit.Field) tea.Cmd {
	form := kit.NewForm(t.h.Dialogs(), title, fields...)
	form.Check = func() error {
		_, err := read()
		return err
	}
	kit.Open(t.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		rec, err := read()
		if err != nil {
			return t.h.Fail(err)
		}
		return t.commit(model.Change{Act: act, Puts: []model.Put{{Record: rec, Was: a.rev}}}, model.Say("alumni.edited", "name", rec.Name()))
	})
	return nil
}

// agencies is every agency by its name, and none.
func (t *Tab) agencies() []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for g := range t.desk().Agencies.All {
		out = append(out, kit.Option[model.ID]{Value: g.ID, Label: g.Label(), Note: placeName(t.env(), g.Country, g.Region)})
	}
	slices.SortFunc(out, func(a, b kit.Option[model.ID]) int { return sortNames(a.Label, b.Label) })
	return append([]kit.Option[model.ID]{{Label: t.env().T("alumni.agency.none")}}, out...)
}

// regions is the regions of a country, and the one somebody is in though our
// tables may not know it.
func regions(e *kit.Env, country, now string) []kit.Option[string] {
	out := []kit.Option[string]{{Label: e.T("alumni.region.none")}}
	known := now == ""
	if country != "" {
		for _, r := range geo.Regions(country) {
			out = append(out, kit.Option[string]{Value: r.Code, Label: r.Name})
			known = known || r.Code == now
		}
	}
	if !known {
		out = append(out, kit.Option[string]{Value: now, Label: now})
	}
	return out
}

// editWay changes one way to reach somebody, or adds one when was is nil.
func (t *Tab) editWay(a about, was *model.Way) tea.Cmd {
	e, p := t.env(), *a.person
	w, title := model.Way{Channel: model.WhatsApp, Preferred: len(p.Reach()) == 0, Verified: t.h.Today()}, "alumni.way.new"
	if was != nil {
		w, title = *was, "alumni.way.edit"
	}
	var channels []kit.Option[model.Channel]
	for _, c := range model.Channels {
		if c != model.InPerson {
			channels = append(channels, kit.Option[model.Channel]{Value: c, Label: e.T("word.channel." + string(c))})
		}
	}
	channel := kit.NewChoice("channel", w.Channel, channels)
	handle := kit.NewText("handle", w.Handle)
	preferred := kit.NewToggle("preferred", w.Preferred)
	verified, consent := kit.NewDate("verified", w.Verified, t.h.Today(), true), kit.NewDate("consent", w.Consent, t.h.Today(), true)
	gone := kit.NewToggle("withdrawn", false)
	gone.Label = model.Say("alumni.field.way-gone")
	gone.Hidden = func() bool { return was == nil }
	read := func() (*model.Person, error) {
		if gone.Value() {
			return model.NewPerson(rewayed(p, was, nil))
		}
		return model.NewPerson(rewayed(p, was, &model.Way{
			Channel: channel.Value(), Handle: handle.Value(), Preferred: preferred.Value(),
			Verified: verified.Value(), Consent: consent.Value(),
		}))
	}
	return t.personForm(model.Say(title, "name", a.name()), read, a, model.Say("alumni.act.way", "person", p.ID),
		channel, handle, preferred, verified, consent, gone)
}

// rewayed is the person with one way to reach them in place of another: was is
// nil for a new one, now is nil when it goes. Telephone and mail also stand in
// fields of their own, which follow.
func rewayed(p model.Person, was, now *model.Way) model.Person {
	at := len(p.Ways)
	ways := slices.Clone(p.Ways)
	if was != nil {
		if i := slices.IndexFunc(ways, func(w model.Way) bool { return w.Channel == was.Channel && w.Handle == was.Handle }); i >= 0 {
			at = i
			ways = slices.Delete(ways, i, i+1)
		}
		own := map[model.Channel]*string{model.Phone: &p.Phone, model.Mail: &p.Email}[was.Channel]
		if own != nil && *own == was.Handle {
			*own = ""
			if now != nil && now.Channel == was.Channel {
				*own = now.Handle
			}
		}
	}
	if now != nil {
		if now.Preferred {
			for i := range ways {
				ways[i].Preferred = false
			}
		}
		ways = slices.Insert(ways, min(at, len(ways)), *now)
	}
	p.Ways = ways
	return p
}
