package store

import (
	"slices"

	"muster/model"
)

// Whatever a record points at exists. sound holds a draft to that, and to
// codes used once. It looks only at what the draft changes: what was sound
// before stays so.

// usesShown is how many uses of a record a refusal names.
const usesShown = 3

// sound refuses a draft after which something would point nowhere.
func (l look) sound(d *draft) error {
	after := make(map[model.Ref]model.Record, len(d.writes)) // nil: taken out
	for _, w := range d.writes {
		after[w.ref] = w.rec
	}
	codes := map[string]model.Ref{}
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
		if c, ok := w.rec.(*model.Cohort); ok {
			if _, twice := codes[c.Code]; twice {
				return model.Wrong("code", "store.code-taken", "code", c.Code)
			}
			codes[c.Code] = w.ref
			if err := l.codeFree(c, after); err != nil {
				return err
			}
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
	var uses []model.Message
	n := 0
	for _, src := range sources {
		if rec, changed := after[src]; changed &&
			(rec == nil || !slices.ContainsFunc(links(rec), func(k link) bool { return k.to == w.ref })) {
			continue
		}
		if n++; n > usesShown {
			continue
		}
		user, err := l.find(src)
		if err != nil {
			return err
		}
		uses = append(uses, l.use(user.content(), src))
	}
	if n == 0 {
		return nil
	}
	return model.Wrong(w.ref.Kind.String(), "store.in-use", "what", nameOf(w.old.content(), w.ref), "n", n, "where", uses)
}

// use says where a record is used.
func (l look) use(rec model.Record, ref model.Ref) model.Message {
	if s, ok := rec.(*model.Session); ok {
		cohort, err := l.find(model.Ref{Kind: model.KindCohort, ID: s.Cohort})
		if err == nil && cohort != nil {
			return model.Say("store.use.session", "title", s.Block.Title, "cohort", nameOf(cohort.rec, ref))
		}
	}
	return model.Say("store.use", "kind", model.Say("store.kind."+ref.Kind.String()), "name", nameOf(rec, ref))
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
	}
	return model.Say("store.kind." + ref.Kind.String())
}

// codeFree refuses a cohort's code that another cohort has.
func (l look) codeFree(c *model.Cohort, after map[model.Ref]model.Record) error {
	others, err := l.found(term{byCode, c.Code}, model.KindCohort, 1<<30)
	if err != nil {
		return err
	}
	for _, o := range others {
		if _, changed := after[o]; !changed {
			return model.Wrong("code", "store.code-taken", "code", c.Code)
		}
	}
	return nil
}
