package store

import (
	"context"

	"muster/model"
)

// A Difference is what an act changed in one record.
type Difference struct {
	Ref    model.Ref
	Before model.Record // nil: the act made it
	After  model.Record // nil: the act removed it
	Fields []model.FieldChange
}

// Differences reads what the act changed, record by record, from the before-
// images. An act that brought everything in has none.
func (s *Store) Differences(ctx context.Context, e Entry) (out []Difference, err error) {
	err = s.view(ctx, func(l look, _ head) error {
		out = make([]Difference, 0, len(e.Items))
		for _, it := range e.Items {
			before, err := l.image(it.Ref, e.Rev)
			if err != nil {
				return err
			}
			after, err := l.asOf(it.Ref, e.Rev)
			if err != nil {
				return err
			}
			d := Difference{Ref: it.Ref, Before: before.content(), After: after.content()}
			if d.Fields, err = model.FieldChanges(d.Before, d.After); err != nil {
				return err
			}
			out = append(out, d)
		}
		return nil
	})
	return out, err
}

// asOf is the record as the act of that revision, which wrote it, left it: the
// image that the next act made, or what lies there now.
func (l look) asOf(ref model.Ref, rev model.Rev) (*kept, error) {
	next, err := l.nextImage(ref, rev)
	if err != nil {
		return nil, err
	}
	if next != 0 {
		return l.image(ref, next)
	}
	return l.find(ref)
}
