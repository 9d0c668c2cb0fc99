package finder

import (
	"context"
	"errors"

	"muster/model"
	"muster/store"
)

// errRestless: whenever the index was built, everything had moved again.
var errRestless = errors.New("finder: the database does not come to rest")

// page is how many records are read at a time: others wait for their acts no
// longer than that takes.
const page = 1000

// Build reads everybody. progress, which may be nil, is told now and then how
// many people are read, of how many. skillWords, if given, is asked once for
// each skill, for words that find it, in every language; its id always does.
//
// Acts go on meanwhile; at the end the index is made anew where they moved
// something. Errors are the store's and the context's.
func Build(ctx context.Context, st *store.Store, progress func(done, total int64), skillWords ...func(model.Skill) string) (*Index, error) {
	return build(ctx, st, progress, newVocabulary(skillWords))
}

func build(ctx context.Context, st *store.Store, progress func(done, total int64), skills vocabulary) (*Index, error) {
	b := builder{ctx: ctx, st: st, progress: progress, skills: skills}
	for range 3 {
		ix, err := b.build()
		if err != nil {
			return nil, err
		}
		next, whole, err := ix.catchUp(ctx, st)
		if err != nil || !whole {
			return next, err
		}
	}
	return nil, errRestless
}

type builder struct {
	ctx      context.Context
	st       *store.Store
	progress func(done, total int64)
	skills   vocabulary

	agencies map[model.ID]*model.Agency
	units    map[model.ID]*model.Unit
	courses  map[model.ID]*model.Course
	seats    map[model.ID][]seated
	papers   map[model.ID][]*model.Certificate
	talks    map[model.ID][]*model.Contact
}

// build is the index as of the revision at which it begins, or with some of
// what came later.
func (b *builder) build() (*Index, error) {
	var (
		rev   model.Rev
		total int64
	)
	err := b.st.At(b.ctx, func(p *store.Picture) error {
		rev, total = p.Rev(), int64(p.Count(model.KindPerson))
		return nil
	})
	if err == nil {
		err = b.surroundings()
	}
	if err != nil {
		return nil, err
	}
	g := newGathering()
	err = every(b, func(p *model.Person) {
		g.add(describe(p, b.facts(p), b.skills))
		if n := int64(len(g.people)); n%page == 0 && b.progress != nil {
			b.progress(n, max(n, total))
		}
	})
	if err != nil {
		return nil, err
	}
	ix := &Index{base: g.segment(), skills: b.skills}
	ix.rev.Store(uint64(rev))
	if b.progress != nil {
		n := int64(len(ix.base.people))
		b.progress(n, n)
	}
	return ix, nil
}

// surroundings reads all but the people.
func (b *builder) surroundings() error {
	b.agencies, b.units, b.courses = map[model.ID]*model.Agency{}, map[model.ID]*model.Unit{}, map[model.ID]*model.Course{}
	b.seats, b.papers, b.talks = map[model.ID][]seated{}, map[model.ID][]*model.Certificate{}, map[model.ID][]*model.Contact{}
	for _, read := range []func() error{
		func() error { return every(b, func(a *model.Agency) { b.agencies[a.ID] = a }) },
		func() error { return every(b, func(u *model.Unit) { b.units[u.ID] = u }) },
		func() error { return every(b, func(c *model.Course) { b.courses[c.ID] = c }) },
		func() error { return every(b, b.seat) },
		func() error {
			return every(b, func(v *model.Certificate) { b.papers[v.Person] = append(b.papers[v.Person], v) })
		},
		func() error {
			return every(b, func(v *model.Contact) { b.talks[v.Person] = append(b.talks[v.Person], v) })
		},
	} {
		if err := read(); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) seat(c *model.Cohort) {
	for _, s := range c.Seats {
		b.seats[s.Person] = append(b.seats[s.Person], seated{c, b.courses[c.Course], s})
	}
}

func (b *builder) facts(p *model.Person) facts {
	return facts{b.agencies[p.Agency], b.units[p.Unit], b.seats[p.ID], b.papers[p.ID], b.talks[p.ID]}
}

// every reads all records of a kind, page by page.
func every[R model.Record](b *builder, fn func(R)) error {
	var after model.ID
	for more := true; more; {
		if err := context.Cause(b.ctx); err != nil {
			return err
		}
		n := 0
		err := b.st.At(b.ctx, func(p *store.Picture) error {
			return store.Each(p, after, page, func(r R) {
				n++
				after = r.RecordID()
				fn(r)
			})
		})
		if err != nil {
			return err
		}
		more = n == page
	}
	return nil
}
