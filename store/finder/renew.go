package finder

import (
	"context"

	"muster/model"
	"muster/store"
)

// Renew is the index at the present revision, reading only what moved; ix
// itself when nothing of it did. refs are the records that moved since, as
// store.Renew tells them; nil is everything, and builds the index anew, as
// Renew does of itself when much moved. On an error ix stays good.
func (ix *Index) Renew(ctx context.Context, st *store.Store, refs []model.Ref) (*Index, error) {
	if refs != nil {
		next, whole, err := ix.catchUp(ctx, st)
		if err != nil || !whole {
			return next, err
		}
	}
	return build(ctx, st, nil, ix.skills)
}

// How many people are described anew one by one, at least, and as a part of
// all: beyond, building the whole is as quick.
const (
	fewMoved  = 1000
	movedPart = 8
)

func (ix *Index) tooMany(n int) bool { return n > max(fewMoved, len(ix.base.people)/movedPart) }

// catchUp is the index at the present revision; whole when it has to be built
// anew.
func (ix *Index) catchUp(ctx context.Context, st *store.Store) (next *Index, whole bool, err error) {
	next = ix
	err = st.At(ctx, func(p *store.Picture) error {
		since := ix.Rev()
		refs, all, err := p.Moved(since)
		if err != nil || all {
			whole = all
			return err
		}
		r := renewer{p: p, since: since, moved: map[model.ID]bool{}}
		if err := r.affected(refs); err != nil {
			return err
		}
		if len(r.moved) == 0 {
			ix.reaches(p.Rev())
			return nil
		}
		if whole = ix.tooMany(len(r.moved) + len(ix.docs)); whole {
			return nil
		}
		docs, err := r.docs(ix.skills)
		if err == nil {
			next = ix.with(r.moved, docs, p.Rev())
		}
		return err
	})
	return next, whole, err
}

// reaches notes that the index is that of a later revision too.
func (ix *Index) reaches(rev model.Rev) {
	for {
		old := ix.rev.Load()
		if old >= uint64(rev) || ix.rev.CompareAndSwap(old, uint64(rev)) {
			return
		}
	}
}

// renewer finds out who moved with the records that did.
type renewer struct {
	p       *store.Picture
	since   model.Rev
	moved   map[model.ID]bool
	read    map[model.Ref]model.Record // beside people, as far as they were needed
	problem error
}

// affected gathers the people of whom something moved.
func (r *renewer) affected(refs []model.Ref) error {
	for _, ref := range refs {
		switch ref.Kind {
		case model.KindPerson:
			r.moved[ref.ID] = true
		case model.KindAgency, model.KindUnit:
			// Who pointed at it and does so no more has moved too.
			ids, err := r.p.Users(ref, model.KindPerson)
			if err != nil {
				return err
			}
			for _, id := range ids {
				r.moved[id] = true
			}
		case model.KindCourse:
			ids, err := r.p.Users(ref, model.KindCohort)
			if err != nil {
				return err
			}
			for _, id := range ids {
				if err := r.versions(model.Ref{Kind: model.KindCohort, ID: id}); err != nil {
					return err
				}
			}
		case model.KindCohort, model.KindCertificate, model.KindContact:
			if err := r.versions(ref); err != nil {
				return err
			}
		}
	}
	return nil
}

// versions gathers the people whom a record named or names.
func (r *renewer) versions(ref model.Ref) error {
	list, err := r.p.Versions(ref, r.since)
	for _, rec := range list {
		switch v := rec.(type) {
		case *model.Cohort:
			for _, s := range v.Seats {
				r.moved[s.Person] = true
			}
		case *model.Certificate:
			r.moved[v.Person] = true
		case *model.Contact:
			r.moved[v.Person] = true
		}
	}
	return err
}

// docs describes those who moved and are there.
func (r *renewer) docs(skills vocabulary) ([]doc, error) {
	r.read = map[model.Ref]model.Record{}
	var out []doc
	for id := range r.moved {
		rec, err := r.p.Get(model.Ref{Kind: model.KindPerson, ID: id})
		if err != nil {
			return nil, err
		}
		if p, ok := rec.(*model.Person); ok {
			f := r.facts(p)
			if r.problem != nil {
				return nil, r.problem
			}
			out = append(out, describe(p, f, skills))
		}
	}
	return out, nil
}

func (r *renewer) facts(p *model.Person) facts {
	me := model.RefOf(p)
	f := facts{
		agency: get[*model.Agency](r, model.KindAgency, p.Agency),
		unit:   get[*model.Unit](r, model.KindUnit, p.Unit),
	}
	for _, id := range r.users(me, model.KindCohort) {
		c := get[*model.Cohort](r, model.KindCohort, id)
		if c == nil {
			continue
		}
		seat, ok := c.Seat(p.ID)
		if ok {
			f.seats = append(f.seats, seated{c, get[*model.Course](r, model.KindCourse, c.Course), seat})
		}
	}
	for _, id := range r.users(me, model.KindCertificate) {
		f.papers = append(f.papers, get[*model.Certificate](r, model.KindCertificate, id))
	}
	for _, id := range r.users(me, model.KindContact) {
		f.talks = append(f.talks, get[*model.Contact](r, model.KindContact, id))
	}
	return f
}

func (r *renewer) users(ref model.Ref, k model.Kind) []model.ID {
	if r.problem != nil {
		return nil
	}
	ids, err := r.p.Users(ref, k)
	r.problem = err
	return ids
}

// get reads a record once; nil when there is none, or after a problem.
func get[R model.Record](r *renewer, k model.Kind, id model.ID) R {
	var none R
	if id.IsZero() || r.problem != nil {
		return none
	}
	ref := model.Ref{Kind: k, ID: id}
	rec, known := r.read[ref]
	if !known {
		rec, r.problem = r.p.Get(ref)
		r.read[ref] = rec
	}
	if out, ok := rec.(R); ok {
		return out
	}
	return none
}
