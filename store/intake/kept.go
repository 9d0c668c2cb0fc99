package intake

import (
	"context"

	"muster/model"
	"muster/store"
)

// A register is those who are kept, as far as rows are compared with them:
// either all of them, or a way to look each row up.
type register struct {
	all  []model.Row[*model.Person]
	find lookup
}

// lookup finds people who are kept and may be p, by what the database can be
// asked for: numbers, the words of the name, the date of birth.
type lookup func(p *model.Person) ([]model.Row[*model.Person], error)

const (
	// readingPays is how many people are read in the time of looking one up: a
	// lookup is a transaction of its own.
	readingPays = 8
	window      = 2048 // people read at a time
)

// registerOf reads everybody when there are few of them for so many rows, and
// else looks each row up, so that thirty rows beside a million alumni cost
// thirty lookups.
func registerOf(ctx context.Context, st *store.Store, rows int) (register, error) {
	counts, err := st.Counts(ctx)
	if err != nil {
		return register{}, err
	}
	var r register
	if counts[model.KindPerson] > rows*readingPays {
		r.find = keptBy(ctx, st)
		return r, nil
	}
	r.find = func(*model.Person) ([]model.Row[*model.Person], error) { return nil, nil }
	var after model.ID
	for {
		some, err := st.People(ctx, after, window)
		if err != nil {
			return register{}, err
		}
		r.all = append(r.all, some...)
		if len(some) < window {
			return r, nil
		}
		after = some[len(some)-1].Rec.ID
	}
}

// keptBy looks people up in the store.
func keptBy(ctx context.Context, st *store.Store) lookup {
	return func(p *model.Person) ([]model.Row[*model.Person], error) {
		found, err := st.FindPerson(ctx, p)
		if err != nil {
			return nil, err
		}
		rows := make([]model.Row[*model.Person], len(found))
		for i, m := range found {
			rows[i] = model.Row[*model.Person]{Rec: m.Person, Rev: m.Rev}
		}
		return rows, nil
	}
}
