package ui

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"time"

	"muster/model"
	"muster/model/geo"
	"muster/ui/kit"
)

// A difference is a field whose values differ. Of lists only what the other
// one lacks is in it.
type difference struct {
	field string
	a, b  any
}

// differences compares two records field by field.
func differences(a, b model.Record) ([]difference, error) {
	changes, err := model.FieldChanges(a, b)
	out := make([]difference, len(changes))
	for i, c := range changes {
		out[i] = lists(difference{c.Field, c.Before, c.After})
	}
	return out, err
}

// lists leaves out what two lists share.
func lists(d difference) difference {
	a, aIs := d.a.([]any)
	b, bIs := d.b.([]any)
	if !aIs || !bIs {
		return d
	}
	without := func(list, other []any) []any {
		return slices.DeleteFunc(slices.Clone(list), func(v any) bool {
			return slices.ContainsFunc(other, func(o any) bool { return reflect.DeepEqual(v, o) })
		})
	}
	if x, y := without(a, b), without(b, a); len(x)+len(y) > 0 {
		d.a, d.b = x, y
	}
	return d
}

// fieldName is a field in the user's words. A field of a part has a name of
// its own (passport.expires is "passportExpires", block.usual.at "usualAt"), or
// the names of all its parts stand.
func fieldName(e *kit.Env, field string) string {
	parts := strings.Split(field, ".")
	for from := range parts[:len(parts)-1] {
		joined := parts[from]
		for _, p := range parts[from+1:] {
			joined += strings.ToUpper(p[:min(len(p), 1)]) + p[min(len(p), 1):]
		}
		if id := "field." + joined; e.Lang.Has(id) {
			return e.T(id)
		}
	}
	if len(parts) > 1 && parts[0] == "block" {
		parts = parts[1:] // everything on a card is of its block
	}
	for i, p := range parts {
		for _, id := range []string{"field." + p, "word.lang." + p} {
			if e.Lang.Has(id) {
				parts[i] = e.T(id)
				break
			}
		}
	}
	return strings.Join(parts, " · ")
}

// wordAreas are the areas of words in which a field's value may stand for one.
func wordAreas(leaf string) []string {
	switch leaf {
	case "kind":
		return []string{"place", "vehicle", "kind", "ride"}
	case "quals", "qualifies":
		return []string{"skill"}
	case "speaks", "language":
		return []string{"lang"}
	case "rideKind":
		return []string{"ride"}
	}
	return []string{leaf}
}

// fieldValue is a value in the user's words.
func fieldValue(e *kit.Env, field string, v any) string {
	leaf := field[strings.LastIndexByte(field, '.')+1:]
	switch v := v.(type) {
	case nil:
		return "–"
	case bool:
		return e.Lang.Value(v)
	case json.Number:
		n, err := v.Int64()
		switch {
		case err != nil:
		case leaf == "length":
			return e.Lang.Length(int(n))
		case leaf == "open" || leaf == "close" || leaf == "at" || leaf == "earliest" || leaf == "latest":
			return model.Clock(int(n) % model.Day)
		case leaf == "brief" || leaf == "debrief":
			return e.Lang.Length(int(n))
		case leaf == "weekday":
			return e.Lang.WeekdayShort(time.Weekday(n % 7))
		default:
			return e.Lang.Number(int(n))
		}
		return v.String()
	case string:
		return fieldText(e, leaf, v)
	case []any:
		said := make([]string, len(v))
		for i, x := range v {
			said[i] = fieldValue(e, field, x)
		}
		if len(said) == 0 {
			return "–"
		}
		return strings.Join(said, ", ")
	case map[string]any:
		return partValue(e, v)
	}
	return ""
}

// fieldText is a text: a name, a date, a time, a word of the trade, or itself.
func fieldText(e *kit.Env, leaf, s string) string {
	if s == "" {
		return "–"
	}
	if id, err := model.ParseID(s); err == nil {
		return e.Lang.Name(id)
	}
	if q, err := model.ParseQuarter(s); err == nil {
		return e.Lang.DayDate(q.Date()) + " " + e.Lang.Time(q)
	}
	if d, err := model.ParseDate(s); err == nil {
		return e.Lang.Date(d)
	}
	switch leaf {
	case "region":
		if r, ok := geo.Region(s); ok {
			return r.Name
		}
	case "country", "nationality":
		if n, ok := geo.Country(s); ok {
			return n.Name(e.Lang.Tag())
		}
	}
	for _, area := range wordAreas(leaf) {
		if id := "word." + area + "." + s; e.Lang.Has(id) {
			return e.T(id)
		}
	}
	return s
}

// partValue is an element of a list, such as an absence: its values in a row.
func partValue(e *kit.Env, m map[string]any) string {
	var said []string
	from, errFrom := quarterOf(m["from"])
	to, errTo := quarterOf(m["to"])
	span := errFrom == nil && errTo == nil
	if span {
		said = append(said, e.Lang.DayMonth(from.Date())+", "+e.Lang.Span(model.Span{From: from, To: to}))
	}
	var names []string
	for k := range m {
		if k != "id" && !(span && (k == "from" || k == "to")) {
			names = append(names, k)
		}
	}
	slices.Sort(names)
	for _, k := range names {
		switch v := m[k].(type) {
		case bool:
			if v {
				said = append(said, fieldName(e, k))
			}
		case json.Number:
			said = append(said, fieldName(e, k)+" "+fieldValue(e, k, v))
		default:
			said = append(said, fieldValue(e, k, v))
		}
	}
	return strings.Join(said, " ")
}

func quarterOf(v any) (model.Quarter, error) {
	s, _ := v.(string)
	return model.ParseQuarter(s)
}
