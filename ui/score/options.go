package score

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// options asks for what holds for the whole sheet.
func (r *results) options() tea.Cmd {
	f, e, d := r.draft, r.env, r.h.Desk()
	fire := kit.NewChoice("fire", f.course, fireOptions(e, r.firesHere()))
	fire.Label = model.Say("score.field.fire")
	fire.Hidden = func() bool { return f.session.Block.Kind != model.KindFirearms && f.session.Block.Fire == nil }
	if slices.ContainsFunc(f.entries, func(x entry) bool { return x.result() }) {
		fire.Fixed = model.Say("score.why.shot")
	}
	light := kit.NewChoice("light", f.sheet.Light, lights(e))
	scorer := kit.NewChoice("scorer", f.scorer, r.scorers(d))
	scorer.Label = model.Say("score.field.scorer")
	lot := kit.NewText("lot", f.sheet.Lot).Limit(model.MaxName)
	lot.Label, lot.Hint = model.Say("score.field.lot"), model.Say("score.hint.lot")
	lot.Hidden = func() bool { return f.mode != byFire }
	light.Hidden = func() bool { return f.mode != byFire }
	of := kit.NewNumber("of", max(f.of, 1), 1, 10000, model.Message{})
	of.Label = model.Say("score.field.of")
	pass := kit.NewNumber("pass", f.sheet.Pass, 0, 100, model.Message{})
	pass.Hint = model.Say("score.hint.pass")
	of.Hidden = func() bool { return f.mode != byPoints }
	pass.Hidden = func() bool { return f.mode == byFire || f.mode == byVerdict }
	note := kit.NewNote("note", f.sheet.Note)
	note.Lines = 3
	form := kit.NewForm(r.h.Dialogs(), model.Say("score.options.title"), fire, light, scorer, lot, of, pass, note)
	form.SaveLabel = "score.options.take"
	kit.Open(r.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		f.sheet.Light, f.scorer, f.sheet.Lot = light.Value(), scorer.Value(), model.Clean(lot.Value())
		f.sheet.Note = model.CleanNote(note.Value())
		if f.mode == byPoints || f.mode == byFinds {
			f.sheet.Pass = pass.Value()
		}
		if f.mode == byPoints && of.Value() != f.of {
			r.setPoints(of.Value())
		}
		if fire.Value() != f.course {
			r.setFire(fire.Value())
		}
		f.recount()
		r.show()
		return nil
	})
	return nil
}

// firesHere are those one may choose from; what the sheet has is among them.
func (r *results) firesHere() []*model.FireCourse {
	list := fires(r.h.Desk(), r.env.Lang.Tag())
	if f := r.draft.sheet.Fire; f != nil && !slices.ContainsFunc(list, func(x *model.FireCourse) bool { return x.ID == f.ID }) {
		list = append(list, f)
	}
	return list
}

// setPoints changes how many points there are, for every row that can have as
// many as it has.
func (r *results) setPoints(of int) {
	r.draft.of = of
	for i := range r.draft.entries {
		e := &r.draft.entries[i]
		if e.points > of {
			r.hint = model.Say("score.why.of-less", "n", e.points)
			continue
		}
		e.of = of
	}
}

// setFire begins the rows anew with another course of fire.
func (r *results) setFire(id model.ID) {
	f, d := r.draft, r.h.Desk()
	f.course, f.sheet.Fire = id, fireByID(d, id)
	f.mode = modeOf(&f.session.Block, f.sheet.Fire)
	light := lightOf(f.session, f.sheet.Fire)
	if light != "" {
		f.sheet.Light = light
	}
	f.fill(d)
	f.ask(0)
}

func lights(e *kit.Env) []kit.Option[model.Light] {
	out := []kit.Option[model.Light]{{Label: "–"}}
	for _, l := range model.Lights {
		out = append(out, kit.Option[model.Light]{Value: l, Label: e.T("word.light." + string(l))})
	}
	return out
}

// scorers are the staff of the session first, then everybody else.
func (r *results) scorers(d *model.Desk) []kit.Option[model.ID] {
	out := []kit.Option[model.ID]{{Label: "–"}}
	s := r.draft.session
	for _, part := range []bool{true, false} {
		for x := range d.Staff.All {
			if s.Has(x.ID) == part && (part || x.Left.IsZero()) {
				out = append(out, kit.Option[model.ID]{Value: x.ID, Label: x.Name()})
			}
		}
	}
	return out
}
