package plan

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// The parts of a day that a storm may take, in quarters of the day.
type part struct {
	id       string
	from, to int
}

func parts() []part {
	return []part{
		{"day", 0, model.Day},
		{"morning", 0, 13 * model.Hour},
		{"afternoon", 12 * model.Hour, 18 * model.Hour},
		{"evening", 18 * model.Hour, model.Day + 2*model.Hour},
	}
}

// outdoor are the places under the open sky.
func outdoor(d *model.Desk) []*model.Place {
	var out []*model.Place
	for p := range d.Places.All {
		if p.Outdoor {
			out = append(out, p)
		}
	}
	return out
}

func (p pages) whyStorm() model.Message {
	if len(outdoor(p.record().Desk())) == 0 {
		return model.Say("plan.why.no-outdoor")
	}
	return model.Message{}
}

// storm asks for which part of which day the weather closes the places under
// the open sky, and closes them, as one act; then gets the cohorts that it hits.
func (p pages) storm(then func([]model.ID) tea.Cmd) tea.Cmd {
	h := p.record()
	e, start := h.Env(), h.Desk()
	day := h.Today()
	if c := h.Cohort(); c != nil {
		day = min(max(tab.Clock(h, c.Zone).Date(), c.First), c.Last)
	}
	date := kit.NewDate("date", day, day, false)
	date.Label = model.Say("plan.storm.day")
	var spans []kit.Option[part]
	for _, v := range parts() {
		from, to := model.Clock(v.from), model.Clock(v.to%model.Day)
		spans = append(spans, kit.Option[part]{Value: v, Label: e.T("plan.part." + v.id), Note: from + "–" + to})
	}
	when := kit.NewChoice("part", spans[0].Value, spans)
	when.Label = model.Say("plan.storm.part")
	var opts []kit.Option[model.ID]
	for _, v := range outdoor(start) {
		opts = append(opts, kit.Option[model.ID]{Value: v.ID, Label: v.Name, On: true})
	}
	where := kit.NewMany("places", opts)
	where.Label = model.Say("plan.storm.places")
	where.Check = func(list []model.ID) *model.Problem {
		if len(list) == 0 {
			return model.Wrong("places", "plan.storm.nowhere")
		}
		return nil
	}
	form := kit.NewForm(h.Dialogs(), model.Say("plan.storm.title"), date, when, where)
	form.SaveLabel = "plan.storm.close"
	kit.Open(h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		v := when.Value()
		span := model.Span{From: date.Value().At(v.from), To: date.Value().At(v.to)}
		c := model.Change{Act: model.Say("plan.act.storm", "at", span, "n", len(where.Value()))}
		if v.to-v.from == model.Day {
			c.Act = model.Say("plan.act.storm.day", "on", date.Value(), "n", len(where.Value()))
		}
		for _, id := range where.Value() {
			old := start.Places.Get(id)
			next := *old
			next.Bookings = append(slices.Clone(old.Bookings), model.Booking{Span: span, By: e.T("plan.storm.by"), Closed: true})
			rec, err := model.NewPlace(next)
			if err != nil {
				return h.Fail(err)
			}
			c.Puts = append(c.Puts, start.Put(rec))
		}
		hit := p.hit(span, where.Value())
		return tea.Batch(h.Commit(c), h.Tell(kit.OK, model.Say("plan.done.storm", "n", len(c.Puts))), then(hit))
	})
	return nil
}

// weathered opens the price list after a storm, when it hits anything.
func (p pages) weathered(hit []model.ID) tea.Cmd {
	if len(hit) == 0 {
		return nil
	}
	return p.repair(hit)
}

// hit are the cohorts that have something in the places then.
func (p pages) hit(span model.Span, at []model.ID) []model.ID {
	var out []model.ID
	for s := range p.h.Desk().Sessions.All {
		if s.Placed() && s.Off == nil && s.Span().Overlaps(span) && slices.Contains(at, s.Place) && !slices.Contains(out, s.Cohort) {
			out = append(out, s.Cohort)
		}
	}
	return out
}
