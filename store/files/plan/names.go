package plan

import (
	"crypto/sha256"
	"reflect"
	"strings"

	"muster/model"
)

// names gives the ids of a file, which may be any text, ids of ours: always the
// same for the same text in files of the same name.
type names struct{ file string }

// id is the id for the text.
func (n names) id(text string) model.ID {
	if id, err := model.ParseID(text); err == nil {
		return id
	}
	sum := sha256.Sum256([]byte("plan\x00" + n.file + "\x00" + text))
	return model.ID(sum[:16])
}

var idType = reflect.TypeFor[model.ID]()

// rename puts ids of ours in place of texts wherever a value of type t has an
// id. v is the value as JSON decodes it into any; what does not fit the type is
// left for the decoder to refuse.
func (n names) rename(t reflect.Type, v any) any {
	if t == idType {
		if s, ok := v.(string); ok && s != "" {
			return n.id(s).String()
		}
		return v
	}
	switch t.Kind() {
	case reflect.Pointer:
		return n.rename(t.Elem(), v)
	case reflect.Slice:
		if list, ok := v.([]any); ok {
			for i := range list {
				list[i] = n.rename(t.Elem(), list[i])
			}
		}
	case reflect.Struct:
		if m, ok := v.(map[string]any); ok {
			n.fields(t, m)
		}
	}
	return v
}

func (n names) fields(t reflect.Type, m map[string]any) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && name == "" {
			n.fields(f.Type, m)
			continue
		}
		if v, ok := m[name]; ok {
			m[name] = n.rename(f.Type, v)
		}
	}
}
