package store

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"muster/model"
)

// inForm holds one record of a file to what encoding/json lets pass or does
// not name: fields that are unknown, written in other letters or there twice;
// values of another form than their field; text with a lost sign. raw must be
// valid JSON. With values set it tries each value, to find the one that
// encoding/json refuses. at is the place of the fault.
func (fs forms) inForm(raw []byte, rec model.Record, values bool) (fault *ImportError, at int) {
	w := walker{raw: raw, forms: fs, values: values}
	w.value(reflect.TypeOf(rec).Elem())
	return w.fault, w.at
}

// walker goes over JSON that is known to be valid.
type walker struct {
	raw    []byte
	forms  forms
	values bool
	i      int
	path   []string // of the fields that it is in
	fault  *ImportError
	at     int
}

func (w *walker) wrong(at int, id string) {
	if w.fault == nil {
		name := model.Clean(strings.Join(w.path, "."))
		w.fault, w.at = &ImportError{Field: name, What: model.Say(id, "name", name)}, at
	}
}

func (w *walker) space() {
	for w.i < len(w.raw) && (w.raw[w.i] == ' ' || w.raw[w.i] == '\n' || w.raw[w.i] == '\t' || w.raw[w.i] == '\r') {
		w.i++
	}
}

// value goes over one value, which is to be a t; nil is not known here.
func (w *walker) value(t reflect.Type) {
	w.space()
	begin := w.i
	inner := t
	for inner != nil && inner.Kind() == reflect.Pointer {
		inner = inner.Elem()
	}
	if inner != nil && (reads[json.Unmarshaler](inner) || readsText(inner)) {
		inner = nil
	}
	switch w.raw[w.i] {
	case '{':
		w.object(inner)
	case '[':
		w.list(inner)
	case '"':
		w.text()
	default:
		for w.i < len(w.raw) && !bytes.ContainsRune([]byte(",]} \n\t\r"), rune(w.raw[w.i])) {
			w.i++
		}
	}
	// What is in an object or list was looked at already.
	if !w.values || w.fault != nil || t == nil || inner != nil && composite(inner, w.raw[begin]) {
		return
	}
	if json.Unmarshal(w.raw[begin:w.i], reflect.New(t).Interface()) != nil {
		w.wrong(begin, "store.import.bad-field")
	}
}

// composite reports whether a value that begins so was gone into as a t.
func composite(t reflect.Type, begin byte) bool {
	return begin == '{' && (t.Kind() == reflect.Struct || t.Kind() == reflect.Map) || begin == '[' && t.Kind() == reflect.Slice
}

func (w *walker) object(t reflect.Type) {
	w.i++
	seen := keys{}
	for w.more('}') {
		at := w.i
		key := w.text()
		w.space()
		w.i++ // the colon
		w.path = append(w.path, key)
		if !seen.add(key) {
			w.wrong(at, "store.import.field-twice")
		}
		w.value(w.field(t, key, at))
		w.path = w.path[:len(w.path)-1]
	}
}

// keys are those of one object so far.
type keys struct {
	few  []string
	many map[string]bool // all, once they are more than a few
}

// add reports whether the key is new.
func (k *keys) add(key string) bool {
	if k.many == nil && len(k.few) < 64 {
		if slices.Contains(k.few, key) {
			return false
		}
		k.few = append(k.few, key)
		return true
	}
	if k.many == nil {
		k.many = make(map[string]bool)
		for _, s := range k.few {
			k.many[s] = true
		}
	}
	if k.many[key] {
		return false
	}
	k.many[key] = true
	return true
}

// field is the type of the field of that very name.
func (w *walker) field(t reflect.Type, key string, at int) reflect.Type {
	switch {
	case t == nil:
	case t.Kind() == reflect.Map:
		return t.Elem()
	case t.Kind() == reflect.Struct:
		of, ok := w.forms.of(t)[key]
		if !ok {
			w.wrong(at, "store.import.unknown-field")
		}
		return of
	}
	return nil
}

func (w *walker) list(t reflect.Type) {
	w.i++
	var of reflect.Type
	if t != nil && t.Kind() == reflect.Slice {
		of = t.Elem()
	}
	for w.more(']') {
		w.value(of)
	}
}

// more goes to the next thing in an object or list, or past its end.
func (w *walker) more(end byte) bool {
	w.space()
	if w.raw[w.i] == ',' {
		w.i++
		w.space()
	}
	if w.raw[w.i] == end {
		w.i++
		return false
	}
	return w.fault == nil
}

// text goes over a string and answers what it says.
func (w *walker) text() string {
	begin := w.i
	escaped := false
	for w.i++; w.raw[w.i] != '"'; w.i++ {
		if w.raw[w.i] == '\\' {
			escaped = true
			w.i++
		}
	}
	w.i++
	if !escaped {
		return string(w.raw[begin+1 : w.i-1])
	}
	var s string
	if json.Unmarshal(w.raw[begin:w.i], &s) != nil || strings.ContainsRune(s, utf8.RuneError) {
		w.wrong(begin, "store.import.not-utf8")
	}
	return s
}

// fieldAt is the field of the record in which the byte stands, as far as the
// outermost one tells.
func fieldAt(raw []byte, at int) string {
	w := walker{raw: raw}
	w.space()
	if w.i >= len(raw) || raw[w.i] != '{' {
		return ""
	}
	w.i++
	name := ""
	for w.i <= at && w.more('}') {
		name = w.text()
		w.space()
		w.i++
		w.value(nil)
	}
	return model.Clean(strings.ToValidUTF8(name, ""))
}

func reads[T any](t reflect.Type) bool { return reflect.PointerTo(t).Implements(reflect.TypeFor[T]()) }

func readsText(t reflect.Type) bool {
	return reads[interface{ UnmarshalText([]byte) error }](t)
}

// forms are the fields of the model's structs by their names in JSON, as far
// as they were needed.
type forms map[reflect.Type]map[string]reflect.Type

func (fs forms) of(t reflect.Type) map[string]reflect.Type {
	if known, ok := fs[t]; ok {
		return known
	}
	out := map[string]reflect.Type{}
	for _, f := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.IsExported() && name != "" && name != "-" {
			out[name] = f.Type
		}
	}
	fs[t] = out
	return out
}
