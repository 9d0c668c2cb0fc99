package planner

import (
	"slices"

	"muster/model"
	"muster/model/planner/grid"
)

// A lack is something a session needs that the desk has nowhere, or not enough
// of, whoever is free: what it is, and how much is short. It is planned without.
type lack struct {
	it     *item
	role   model.Role
	tongue string
	place  model.PlaceKind
	pool   pool
	n      int
}

// lack notes what is lacking, but for what stays as it is whatever it lacks.
func (t *task) lack(l lack) {
	if l.it.lock != grid.Frozen && !slices.Contains(t.lacks, l) {
		t.lacks = append(t.lacks, l)
	}
}

// about is the lack without the session.
func (l lack) about() lack {
	l.it, l.n = nil, 0
	return l
}

// want is a sentence for each sort of lack, with the sessions that suffer it.
func (t *task) want() []Requirement {
	var out []Requirement
	for i, l := range t.lacks {
		if slices.ContainsFunc(t.lacks[:i], func(o lack) bool { return o.about() == l.about() }) {
			continue
		}
		r := Requirement{}
		most := 0
		for _, o := range t.lacks {
			if o.about() == l.about() && !slices.Contains(r.Sessions, o.it.s.ID) {
				r.Sessions = append(r.Sessions, o.it.s.ID)
				most = max(most, o.n)
			}
		}
		r.Rule, r.Text = t.said(l, most, len(r.Sessions))
		out = append(out, r)
	}
	return out
}

func (t *task) said(l lack, n, sessions int) (string, model.Message) {
	b := l.it.s.Block.Title
	switch {
	case l.role != "":
		return "people-needed", model.Say("planner.lack.role", "role", model.Say("clash.role."+string(l.role)), "b", b, "n", sessions)
	case l.tongue != "":
		return "language", model.Say("planner.lack.tongue", "language", tongueName(l.tongue), "b", b, "n", sessions)
	case l.place != "":
		return "no-place", model.Say("planner.lack.place", "kind", model.Say("clash.place."+string(l.place)), "b", b, "n", sessions)
	case l.pool.cars != "":
		return "vehicles-needed", model.Say("planner.lack.cars", "kind", model.Say("clash.vehicle."+string(l.pool.cars)), "short", n, "b", b, "n", sessions)
	case !l.pool.kit.IsZero():
		return "kit", model.Say("planner.lack.kit", "kit", t.desk.Kits.Get(l.pool.kit).Name, "short", n, "b", b, "n", sessions)
	}
	return "rides-a-shift", model.Say("planner.lack.riders", "short", n, "b", b, "n", sessions)
}

func tongueName(code string) model.Message {
	if slices.Contains(model.Languages, code) {
		return model.Say("clash.tongue." + code)
	}
	return model.Say("clash.tongue.other", "code", code)
}
