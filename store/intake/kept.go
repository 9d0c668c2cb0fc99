package intake

import (
	"context"

	"muster/model"
	"muster/store"
)

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
