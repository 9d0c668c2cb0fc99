package model

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
)

// Records are compared and merged by the fields of their JSON, which is
// documented and whole.

// A FieldChange is a field whose value differs, by its name in JSON; a field
// of a part of the record as "part.field" (passport.no, block.length). The
// values are as JSON has them (string, json.Number, bool, list, nil for none).
// They may be personal: show them, do not log them.
type FieldChange struct {
	Field         string
	Before, After any
}

// FieldChanges compares two records of a kind field by field, in the order of
// the fields' names. A nil record has no fields. The id is left out.
func FieldChanges(before, after Record) ([]FieldChange, error) {
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

// Merge puts what mine changed of base on theirs, field by field, and in lists
// of people line by line: a mark on a roll that only one of the two touched is
// as that one has it. Without a base mine stands as it is, but for what people
// note together of a session, its roll and its sheet: there nothing of theirs
// is lost. When one of the two is not there mine stands too. The answer is nil
// with mine, and valid otherwise.
func Merge(base, mine, theirs Record) (Record, error) {
	if mine == nil || theirs == nil {
		return mine, nil
	}
	if k := mine.RecordKind(); base == nil && k != KindRoll && k != KindSheet {
		return mine, nil
	}
	var parts [3]map[string]any
	for i, r := range []Record{base, mine, theirs} {
		m, err := fields(r)
		if err != nil {
			return nil, err
		}
		parts[i] = m
	}
	was, now, out := parts[0], parts[1], parts[2]
	for k, v := range now {
		switch {
		case sameValue(v, was[k]):
		case lines[k] != nil:
			out[k] = mergeLines(lines[k], was[k], v, out[k])
		default:
			out[k] = v
		}
	}
	for k := range was {
		if _, kept := now[k]; !kept {
			if out[k] = mergeLines(lines[k], was[k], nil, out[k]); lines[k] == nil {
				delete(out, k)
			}
		}
	}
	raw, err := json.Marshal(out)
	if err != nil {
		return nil, err
	}
	rec := mine.RecordKind().New()
	if err := json.Unmarshal(raw, rec); err != nil {
		return nil, err
	}
	return rec.Valid()
}

// lines are the fields that are lists of things merged one by one, and what
// tells such a thing from the others.
var lines = map[string][]string{
	"marks": {"person", "staff"}, "rows": {"person", "attempt", "station"}, "rounds": {"lot"}, "seats": {"person"},
	"deliveries": {"on", "lot"},
}

// mergeLines puts the lines that mine changed of was on theirs, each in its
// place there, new ones at the end.
func mergeLines(keys []string, was, mine, theirs any) any {
	name := func(line any) string {
		m, _ := line.(map[string]any)
		key := ""
		for _, k := range keys {
			key += fmt.Sprint(m[k]) + "\x00"
		}
		return key
	}
	list := func(v any) []any {
		l, _ := v.([]any)
		return l
	}
	old, own := map[string]any{}, map[string]any{}
	for _, l := range list(was) {
		old[name(l)] = l
	}
	for _, l := range list(mine) {
		own[name(l)] = l
	}
	var out []any
	placed := map[string]bool{}
	for _, l := range list(theirs) {
		k := name(l)
		placed[k] = true
		v, kept := own[k]
		switch {
		case kept && !sameValue(v, old[k]):
			out = append(out, v)
		case kept || old[k] == nil || !sameValue(l, old[k]):
			out = append(out, l) // theirs alone, or changed by them since
		}
	}
	for _, l := range list(mine) {
		if k := name(l); !placed[k] && !sameValue(l, old[k]) {
			out = append(out, l)
		}
	}
	return out
}

func fields(r Record) (map[string]any, error) {
	m := map[string]any{}
	if r == nil {
		return m, nil
	}
	raw, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	return m, d.Decode(&m)
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
		if prefix == "" && k == "id" || sameValue(a[k], b[k]) {
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

// sameValue compares two values as JSON decodes them.
func sameValue(a, b any) bool {
	switch x := a.(type) {
	case map[string]any:
		y, ok := b.(map[string]any)
		if !ok || len(x) != len(y) {
			return false
		}
		for k := range x {
			if v, there := y[k]; !there || !sameValue(x[k], v) {
				return false
			}
		}
		return true
	case []any:
		y, ok := b.([]any)
		return ok && slices.EqualFunc(x, y, sameValue)
	}
	if _, isMap := b.(map[string]any); isMap {
		return false
	}
	if _, isList := b.([]any); isList {
		return false
	}
	return a == b
}
