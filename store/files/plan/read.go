package plan

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"unicode/utf8"

	"muster/model"
)

// MaxBytes bounds a file; a course of 200 blocks takes a hundredth of it.
const MaxBytes = 64 << 20

// A Problem is what a file holds, as records: valid, in the order in which they
// can be kept.
type Problem struct {
	Name    string
	Rules   []model.RuleSetting
	Wishes  []model.WishSetting
	Records []model.Record
}

// Read reads a file. Errors are *Fault, or r's.
func Read(r io.Reader) (*Problem, error) {
	text, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(text) > MaxBytes {
		return nil, &Fault{What: model.Say("planfile.too-large", "max", MaxBytes>>20)}
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if !utf8.Valid(text) {
		return nil, &Fault{What: model.Say("planfile.not-text")}
	}
	var f file
	if err := strict(text, &f); err != nil {
		return nil, headFault(text, err)
	}
	switch {
	case f.Format != Format:
		return nil, &Fault{What: model.Say("planfile.foreign")}
	case f.Version != version:
		return nil, &Fault{What: model.Say("planfile.newer", "version", f.Version)}
	}
	b := book{names: names{f.Name}, at: map[model.ID]model.Ref{}, cohorts: map[model.ID]*model.Cohort{}}
	return b.problem(&f)
}

// Is reports whether the text, the beginning of a file, says that it is a plan.
func Is(head []byte) bool {
	return bytes.Contains(head, []byte(`"`+Format+`"`))
}

var errMore = errors.New("plan: more than one value")

// strict decodes one JSON value and nothing else.
func strict(text []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errMore
	}
	return nil
}

// headFault says on which line the file is no JSON, or which field of it is
// not of this form.
func headFault(text []byte, err error) *Fault {
	var syntax *json.SyntaxError
	line := 1 + bytes.Count(text, []byte{'\n'}) // cut off
	switch {
	case errors.As(err, &syntax):
		line = 1 + bytes.Count(text[:min(int(syntax.Offset), len(text))], []byte{'\n'})
	case errors.Is(err, errMore):
		return &Fault{What: model.Say("planfile.more")}
	case !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF):
		var v any
		if json.Unmarshal(text, &v) != nil {
			break
		}
		switch m := misfits(reflect.TypeFor[file](), v); {
		case m == nil:
		case m.form == "":
			return &Fault{What: model.Say("planfile.head-field", "field", model.Clean(m.field))}
		case m.field != "":
			return &Fault{What: model.Say("planfile.head-form", "field", model.Clean(m.field), "what", model.Say("planfile.form."+m.form))}
		}
		line = 1
	}
	return &Fault{Line: line, What: model.Say("planfile.not-json", "line", line)}
}

// A book reads the records of a file.
type book struct {
	names
	out     []model.Record
	at      map[model.ID]model.Ref
	cohorts map[model.ID]*model.Cohort
}

func (b *book) problem(f *file) (*Problem, error) {
	set, err := settle(f.Rules)
	if err != nil {
		return nil, err
	}
	if err := wished(f.Wishes); err != nil {
		return nil, err
	}
	settings, err := model.NewSettings(model.Settings{Rules: set})
	if err != nil {
		return nil, fault("rules", 1, err)
	}
	wishes, err := model.NewSettings(model.Settings{Wishes: f.Wishes})
	if err != nil {
		return nil, fault("wishes", 1, err)
	}
	for _, list := range []struct {
		name string
		of   []json.RawMessage
		read func(string, int, json.RawMessage) error
	}{
		{"staff", f.Staff, record[model.Staff](b)},
		{"places", f.Places, record[model.Place](b)},
		{"vehicles", f.Vehicles, record[model.Vehicle](b)},
		{"kits", f.Kits, record[model.Kit](b)},
		{"cohorts", f.Cohorts, b.cohort},
		{"sessions", f.Sessions, b.session},
	} {
		for i, text := range list.of {
			if err := list.read(list.name, i+1, text); err != nil {
				return nil, err
			}
		}
	}
	return &Problem{Name: f.Name, Rules: settings.Rules, Wishes: wishes.Wishes, Records: b.out}, nil
}

// record is a reader of one kind.
func record[T any, R interface {
	*T
	model.Record
}](b *book) func(string, int, json.RawMessage) error {
	return func(list string, n int, text json.RawMessage) error {
		var r T
		if err := b.decode(text, &r); err != nil {
			return fault(list, n, err)
		}
		return b.take(list, n, R(&r))
	}
}

// decode decodes a value in which ids may be any text.
func (b *book) decode(text json.RawMessage, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return err
	}
	t := reflect.TypeOf(into).Elem()
	v = b.rename(t, v)
	if m := misfits(t, v); m != nil {
		return m
	}
	renamed, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return strict(renamed, into)
}

// take checks a record and keeps it.
func (b *book) take(list string, n int, r model.Record) error {
	valid, err := r.Valid()
	if err != nil {
		return fault(list, n, err)
	}
	ref := model.RefOf(valid)
	if _, twice := b.at[ref.ID]; twice {
		return &Fault{List: list, N: n, What: model.Say("planfile.id-twice", "list", list, "n", n)}
	}
	b.at[ref.ID] = ref
	b.out = append(b.out, valid)
	return nil
}

// fault places an error of a record.
func fault(list string, n int, err error) *Fault {
	var problems model.Problems
	if errors.As(err, &problems) && len(problems) > 0 {
		p := problems[0]
		return &Fault{List: list, N: n, What: model.Say("planfile.record", "list", list, "n", n,
			"field", p.Field, "what", p.Message)}
	}
	var m *misfit
	switch {
	case !errors.As(err, &m):
		return &Fault{List: list, N: n, What: model.Say("planfile.odd", "list", list, "n", n)}
	case m.form == "":
		return &Fault{List: list, N: n, What: model.Say("planfile.field", "list", list, "n", n, "field", model.Clean(m.field))}
	case m.field == "":
		return &Fault{List: list, N: n, What: model.Say("planfile.item", "list", list, "n", n, "what", model.Say("planfile.form."+m.form))}
	}
	return &Fault{List: list, N: n, What: model.Say("planfile.form", "list", list, "n", n,
		"field", model.Clean(m.field), "what", model.Say("planfile.form."+m.form))}
}
