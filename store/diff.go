package store

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"

	"muster/model"
)

// A Difference is what an act changed in one record.
type Difference struct {
	Ref    model.Ref
	Before model.Record // nil: the act made it
	After  model.Record // nil: the act removed it
	Fields []FieldChange
}

// A FieldChange is a field whose value differs, by its name in JSON; a field
// of a part of the record as "part.field" (passport.no, block.length). The
// values are as JSON has them (string, json.Number, bool, list, nil for none).
// They may be personal: show them, do not log them.
type FieldChange struct {
	Field         string
	Before, After any
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
			if d.Fields, err = fieldChanges(d.Before, d.After); err != nil {
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

// fieldChanges compares two records of a kind by their fields. nil has none.
func fieldChanges(before, after model.Record) ([]FieldChange, error) {
	a, err := fields(before)
	if err != nil {
		return nil, err
	}
	b, err := fields(after)
	if err != nil {
		return nil, err
	}
	var out []FieldChange
	compareFields("", a, b, &out)
	return out, nil
}

func fields(r model.Record) (map[string]any, error) {
	if r == nil {
		return map[string]any{}, nil
	}
	raw, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	var m map[string]any
	err = dec.Decode(&m)
	return m, err
}

func compareFields(prefix string, a, b map[string]any, out *[]FieldChange) {
	names := make([]string, 0, len(a)+len(b))
	for k := range a {
		names = append(names, k)
	}
	for k := range b {
		names = append(names, k)
	}
	slices.Sort(names)
	for _, k := range slices.Compact(names) {
		if prefix == "" && k == "id" || equal(a[k], b[k]) {
			continue
		}
		x, xok := a[k].(map[string]any)
		y, yok := b[k].(map[string]any)
		if (xok || a[k] == nil) && (yok || b[k] == nil) {
			compareFields(prefix+k+".", x, y, out)
			continue
		}
		*out = append(*out, FieldChange{prefix + k, a[k], b[k]})
	}
}

// equal compares two values as JSON decodes them.
func equal(a, b any) bool {
	switch x := a.(type) {
	case map[string]any:
		y, ok := b.(map[string]any)
		if !ok || len(x) != len(y) {
			return false
		}
		for k := range x {
			if v, there := y[k]; !there || !equal(x[k], v) {
				return false
			}
		}
		return true
	case []any:
		y, ok := b.([]any)
		return ok && slices.EqualFunc(x, y, equal)
	}
	if _, isMap := b.(map[string]any); isMap {
		return false
	}
	if _, isList := b.([]any); isList {
		return false
	}
	return a == b
}
