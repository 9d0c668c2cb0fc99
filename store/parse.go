package store

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"time"
	"unicode/utf8"

	"muster/model"
)

// maxRecord bounds one record of a file of records, in bytes: a cohort as
// large as the model allows fits.
const maxRecord = 8 << 20

// parse reads the form that ExportAll writes, kinds and the parts of the head
// in any order, and gives each record, valid, to take, with its place. Refused are unknown fields, of
// the file or of a record; a field or kind twice; text that is not UTF-8.
// Errors are *ImportError, with their place in the file, or take's.
func parse(ctx context.Context, r io.Reader, take func(model.Record, place) error) error {
	in := newLines(untilDone{ctx, r})
	p := parser{in: in, dec: json.NewDecoder(in), take: take, version: 1, seen: map[string]bool{}, forms: forms{}}
	err := p.file()
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	var fault *ImportError
	if errors.As(err, &fault) && fault.Line == 0 {
		fault.Line = in.line(p.dec.InputOffset())
	}
	return err
}

// A place is where a record stands in the file.
type place struct {
	n    int // among those of its kind, from 1
	line int // on which it begins, from 1
	size int // in bytes
}

type parser struct {
	in      *lines
	dec     *json.Decoder
	take    func(model.Record, place) error
	forms   forms
	seen    map[string]bool // fields of the head, and kinds after a point
	format  string
	version float64
}

// file reads the whole. What the head says is held against what is known as
// soon as it is read, and at the end: its parts may stand in any order.
func (p *parser) file() error {
	err := p.object(func(key string) (err error) {
		if p.seen[key] {
			return fieldFault(key, "store.import.field-twice")
		}
		p.seen[key] = true
		switch key {
		case "format":
			err = p.decode(&p.format)
		case "version":
			err = p.decode(&p.version)
		case "records":
			return p.object(p.kind)
		default:
			return fieldFault(key, "store.import.unknown-field")
		}
		if err != nil {
			return err
		}
		return p.head(key)
	})
	if err != nil {
		return err
	}
	for _, key := range []string{"format", "version", "records"} {
		if !p.seen[key] {
			return &ImportError{What: model.Say("store.import.foreign")}
		}
	}
	if _, err := p.dec.Token(); !errors.Is(err, io.EOF) {
		return &ImportError{What: model.Say("store.import.foreign")}
	}
	return nil
}

// head refuses what is no export, or one of a newer form.
func (p *parser) head(key string) error {
	switch {
	case key == "format" && p.format != exportFormat, p.version < 1, p.version != float64(int32(p.version)):
		return &ImportError{What: model.Say("store.import.foreign")}
	case p.version > exportVersion:
		return &ImportError{What: model.Say("store.import.newer", "version", int(p.version))}
	}
	return nil
}

func fieldFault(name, id string) *ImportError {
	name = model.Clean(name)
	return &ImportError{Field: name, What: model.Say(id, "name", name)}
}

// object reads an object and calls fn at the value of each key.
func (p *parser) object(fn func(key string) error) error {
	if err := p.delim('{'); err != nil {
		return err
	}
	for p.dec.More() {
		key, err := p.dec.Token()
		if err != nil {
			return p.notJSON(err)
		}
		p.in.passed(p.dec.InputOffset())
		if err := fn(key.(string)); err != nil { // the decoder lets nothing else be a key
			return err
		}
	}
	return p.delim('}')
}

func (p *parser) delim(want json.Delim) error {
	t, err := p.dec.Token()
	if err != nil {
		return p.notJSON(err)
	}
	if t != want {
		return &ImportError{What: model.Say("store.import.foreign")}
	}
	return nil
}

func (p *parser) decode(v any) error {
	if err := p.dec.Decode(v); err != nil {
		return p.notJSON(err)
	}
	return nil
}

// kind reads the list of one kind.
func (p *parser) kind(name string) error {
	k, ok := model.KindOf(name)
	if !ok {
		return &ImportError{Kind: model.Clean(name), What: model.Say("store.import.unknown-kind", "name", model.Clean(name))}
	}
	if p.seen["."+name] {
		return &ImportError{Kind: name, What: model.Say("store.import.kind-twice", "name", name)}
	}
	p.seen["."+name] = true
	if err := p.delim('['); err != nil {
		return err
	}
	for n := 1; p.dec.More(); n++ {
		var raw json.RawMessage
		if err := p.dec.Decode(&raw); err != nil {
			err = p.notJSON(err)
			if fault := (*ImportError)(nil); errors.As(err, &fault) {
				fault.Kind, fault.N = name, n
			}
			return err
		}
		end := p.dec.InputOffset()
		begin := end - int64(len(raw))
		rec, fault, at := p.forms.readRecord(k, raw)
		if fault != nil {
			fault.Kind, fault.N, fault.Line = name, n, p.in.line(begin+int64(at))
			return fault
		}
		if err := p.take(rec, place{n, p.in.line(begin), len(raw)}); err != nil {
			return err
		}
		p.in.passed(end)
	}
	return p.delim(']')
}

// readRecord reads one record strictly, as its constructor would have it. at
// is the place of the fault among its bytes.
func (fs forms) readRecord(k model.Kind, raw json.RawMessage) (rec model.Record, fault *ImportError, at int) {
	if len(raw) > maxRecord {
		return nil, &ImportError{What: model.Say("store.import.too-long")}, 0
	}
	if i := badText(raw); i >= 0 {
		return nil, &ImportError{Field: fieldAt(raw, i), What: model.Say("store.import.not-utf8")}, i
	}
	rec = k.New()
	bad := json.Unmarshal(raw, rec)
	if fault, at := fs.inForm(raw, rec, bad != nil); fault != nil {
		return nil, fault, at
	}
	if bad != nil {
		return nil, &ImportError{What: model.Say("store.import.bad-value")}, 0
	}
	renew(rec)
	valid, err := rec.Valid()
	if err != nil {
		var problem *model.Problem
		if errors.As(err, &problem) {
			return nil, &ImportError{Field: problem.Field, What: problem.Message, Err: err}, 0
		}
		return nil, &ImportError{What: model.Say("store.import.bad-value"), Err: err}, 0
	}
	if c, ok := valid.(*model.Cohort); ok {
		fault = oddCohort(c)
	}
	return valid, fault, 0
}

// oddCohort refuses what a cohort cannot be told by itself: a zone that no
// clock knows, and a class number that two have.
func oddCohort(c *model.Cohort) *ImportError {
	if _, err := time.LoadLocation(c.Zone); err != nil || c.Zone == "Local" {
		return &ImportError{Field: "zone", What: model.Say("store.import.zone", "value", c.Zone)}
	}
	numbers := make(map[int]bool, len(c.Seats))
	for _, s := range c.Seats {
		if s.No != 0 && numbers[s.No] {
			return &ImportError{Field: "no", What: model.Say("store.import.number-twice", "no", s.No)}
		}
		numbers[s.No] = true
	}
	return nil
}

// badText is the place of the first byte that is not UTF-8, or stands for a
// sign that was lost when somebody saved the file in another encoding; -1 when
// there is none.
func badText(raw []byte) int {
	if utf8.Valid(raw) {
		return bytes.Index(raw, []byte("\uFFFD"))
	}
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError {
			return i
		}
		i += n
	}
	return -1
}

// notJSON says that the file is not JSON, or ends early.
func (p *parser) notJSON(err error) error {
	var (
		syntax *json.SyntaxError
		kind   *json.UnmarshalTypeError
	)
	switch {
	case errors.Is(err, errTooLong):
		return &ImportError{What: model.Say("store.import.too-long")}
	case p.in.empty():
		return &ImportError{What: model.Say("store.import.empty")}
	case errors.As(err, &syntax):
		return &ImportError{Line: p.in.line(syntax.Offset), What: model.Say("store.import.not-json")}
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return &ImportError{Line: p.in.line(p.in.read), What: model.Say("store.import.ends-early")}
	case errors.As(err, &kind):
		return &ImportError{What: model.Say("store.import.foreign")}
	}
	return err
}

// untilDone is a reader that ends with its context.
type untilDone struct {
	ctx context.Context
	r   io.Reader
}

func (u untilDone) Read(b []byte) (int, error) {
	if u.ctx.Err() != nil {
		return 0, context.Cause(u.ctx)
	}
	return u.r.Read(b)
}
