package plan

import (
	"encoding"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"muster/model"
)

// A misfit is a value of a file that is not of the form its field has, or a
// field that there is not.
type misfit struct {
	field string // with the fields it lies in: "block.needs[1].count"
	form  string // what it should be, as in planfile.form.FORM; "": there is no such field
}

func (m *misfit) Error() string { return "plan: " + m.field + ": " + m.form }

// in says that the value it was found in is itself in a field.
func (m *misfit) in(field string) *misfit {
	switch {
	case m == nil:
		return nil
	case m.field == "" || strings.HasPrefix(m.field, "["):
		return &misfit{field + m.field, m.form}
	}
	return &misfit{field + "." + m.field, m.form}
}

var (
	textType    = reflect.TypeFor[encoding.TextUnmarshaler]()
	decoderType = reflect.TypeFor[json.Unmarshaler]()
	rawType     = reflect.TypeFor[json.RawMessage]()
	forms       = map[reflect.Type]string{
		reflect.TypeFor[model.ID]():      "text",
		reflect.TypeFor[model.Date]():    "date",
		reflect.TypeFor[model.Quarter](): "moment",
		reflect.TypeFor[model.Minute]():  "minute",
		reflect.TypeFor[model.Squad]():   "squad",
		reflect.TypeFor[model.Squads]():  "squads",
	}
)

// misfits finds what of a value, as JSON decodes it into any, does not fit the
// type; nil when all does.
func misfits(t reflect.Type, v any) *misfit {
	if v == nil || t == rawType {
		return nil
	}
	if t.Kind() == reflect.Pointer {
		return misfits(t.Elem(), v)
	}
	if p := reflect.PointerTo(t); !p.Implements(textType) && !p.Implements(decoderType) {
		switch t.Kind() {
		case reflect.Slice:
			return misfitsOfList(t, v)
		case reflect.Struct:
			return misfitsOfRecord(t, v)
		}
	}
	text, err := json.Marshal(v)
	if err == nil {
		err = json.Unmarshal(text, reflect.New(t).Interface())
	}
	if err == nil {
		return nil
	}
	return &misfit{form: formOf(t)}
}

func misfitsOfList(t reflect.Type, v any) *misfit {
	list, ok := v.([]any)
	if !ok {
		return &misfit{form: "list"}
	}
	for i := range list {
		if m := misfits(t.Elem(), list[i]); m != nil {
			return m.in(fmt.Sprintf("[%d]", i+1))
		}
	}
	return nil
}

func misfitsOfRecord(t reflect.Type, v any) *misfit {
	m, ok := v.(map[string]any)
	if !ok {
		return &misfit{form: "object"}
	}
	for _, name := range slices.Sorted(maps.Keys(m)) {
		f, ok := fieldOf(t, name)
		if !ok {
			return &misfit{field: name}
		}
		if in := misfits(f, m[name]); in != nil {
			return in.in(name)
		}
	}
	return nil
}

// fieldOf is the type of the field of that name in JSON.
func fieldOf(t reflect.Type, name string) (reflect.Type, bool) {
	for i := range t.NumField() {
		f := t.Field(i)
		tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && tag == "" {
			if in, ok := fieldOf(f.Type, name); ok {
				return in, true
			}
			continue
		}
		if strings.EqualFold(tag, name) {
			return f.Type, true
		}
	}
	return nil, false
}

func formOf(t reflect.Type) string {
	if form, ok := forms[t]; ok {
		return form
	}
	switch t.Kind() {
	case reflect.String:
		return "text"
	case reflect.Bool:
		return "yes-no"
	}
	return "number"
}
