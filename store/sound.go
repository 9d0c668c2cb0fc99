package store

import (
	"slices"

	"muster/model"
)

// Whatever a record points at exists. sound holds a draft to that, and to
// codes and numbers used once. It looks only at what the draft changes: what
// was sound before stays so.

// usesShown is how many uses of a record a refusal names.
const usesShown = 3

// sound refuses a draft after which something would point nowhere.
func (l look) sound(d *draft) error {
	after := make(map[model.Ref]model.Record, len(d.writes)) // nil: taken out
	for _, w := range d.writes {
		after[w.ref] = w.rec
	}
	marks := unique{}
	for _, w := range d.writes {
		if w.rec == nil {
			if err := l.unused(w, after); err != nil {
				return err
			}
			continue
		}
		if err := l.pointed(w, after); err != nil {
			return err
		}
		if m := marks.take(w.rec); m != nil {
			return m.taken
		}
		if err := l.markFree(w.rec, after); err != nil {
			return err
		}
	}
	return nil
}

// pointed refuses a record that newly points at one that is not there.
func (l look) pointed(w write, after map[model.Ref]model.Record) error {
	var before []link
	if w.old != nil {
		before = links(w.old.rec)
	}
	for _, to := range links(w.rec) {
		rec, changed := after[to.to]
		if changed && rec != nil {
			continue
		}
		if !changed {
			if slices.ContainsFunc(before, func(b link) bool { return b.to == to.to }) {
				continue
			}
			there, err := l.has(to.to)
			if err != nil {
				return err
			}
			if there {
				continue
			}
		}
		return model.Wrong(to.field, "store.points-nowhere",
			"what", nameOf(w.rec, w.ref), "kind", model.Say("store.kind."+to.to.Kind.String()))
	}
	return nil
}

// unused refuses to take out a record that others still point at.
func (l look) unused(w write, after map[model.Ref]model.Record) error {
	sources, err := l.found(refTerm(w.ref), 0, 1<<30)
	if err != nil {
		return err
	}
	var still []model.Ref
	for _, src := range sources {
		if rec, changed := after[src]; changed &&
			(rec == nil || !slices.ContainsFunc(links(rec), func(k link) bool { return k.to == w.ref })) {
			continue
		}
		still = append(still, src)
	}
	if len(still) == 0 {
		return nil
	}
	what := nameOf(w.old.content(), w.ref)
	if held := held(w.ref, still); held != "" {
		return model.Wrong("session", "store.session-held", "what", what, "why", model.Say(held))
	}
	var uses []model.Message
	for _, src := range still[:min(usesShown, len(still))] {
		user, err := l.find(src)
		if err != nil {
			return err
		}
		use, err := l.use(user.content(), src)
		if err != nil {
			return err
		}
		uses = append(uses, use)
	}
	return model.Wrong(w.ref.Kind.String(), "store.in-use", "what", what, "n", len(still), "where", uses)
}

// held says why a session stays that nothing points at but its own roll and
// its own sheet: it was held. "" for anything else.
func held(of model.Ref, users []model.Ref) string {
	roll, sheet := false, false
	for _, u := range users {
		own := of.Kind == model.KindSession && u.ID == of.ID
		switch {
		case own && u.Kind == model.KindRoll:
			roll = true
		case own && u.Kind == model.KindSheet:
			sheet = true
		default:
			return ""
		}
	}
	switch {
	case roll && sheet:
		return "store.held.both"
	case roll:
		return "store.held.roll"
	}
	return "store.held.sheet"
}

// use says where a record is used.
func (l look) use(rec model.Record, ref model.Ref) (model.Message, error) {
	switch r := rec.(type) {
	case *model.Session:
		return l.useBy("store.use.session", r.ID, r)
	case *model.Roll:
		return l.useBy("store.use.roll", r.ID, nil)
	case *model.Sheet:
		return l.useBy("store.use.sheet", r.ID, nil)
	case *model.Contact:
		return model.Say("store.use.contact", "on", r.At.Date()), nil
	}
	return model.Say("store.use", "kind", model.Say("store.kind."+ref.Kind.String()), "name", nameOf(rec, ref)), nil
}

// useBy is a use by a session, or by what has its id. s is the session, if it
// is read already.
func (l look) useBy(id string, session model.ID, s *model.Session) (model.Message, error) {
	if s == nil {
		k, err := l.find(model.Ref{Kind: model.KindSession, ID: session})
		if err != nil {
			return model.Message{}, err
		}
		s, _ = k.content().(*model.Session)
	}
	var title, code any = model.Say("store.kind.session"), model.Say("store.kind.cohort")
	if s != nil {
		ref := model.Ref{Kind: model.KindCohort, ID: s.Cohort}
		k, err := l.find(ref)
		if err != nil {
			return model.Message{}, err
		}
		title = s.Block.Title
		if c := k.content(); c != nil {
			code = nameOf(c, ref)
		}
	}
	return model.Say(id, "title", title, "cohort", code), nil
}

// nameOf is what people call the record: a string or a model.Text.
func nameOf(rec model.Record, ref model.Ref) any {
	switch r := rec.(type) {
	case *model.Person:
		return r.Name()
	case *model.Agency:
		return r.Label()
	case *model.Unit:
		return r.Name
	case *model.Staff:
		return r.Name()
	case *model.Place:
		return r.Name
	case *model.Kit:
		return r.Name
	case *model.Vehicle:
		return r.Name
	case *model.Course:
		return r.Title
	case *model.Cohort:
		return r.Code
	case *model.Session:
		return r.Block.Title
	case *model.FireCourse:
		return r.Title
	case *model.Certificate:
		return r.No
	case *model.Draft:
		return r.Title
	}
	return model.Say("store.kind." + ref.Kind.String())
}
