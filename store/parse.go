package store

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"muster/model"
)

// maxRecord bounds one record of a file of records, in bytes.
const maxRecord = 1 << 20

// parse reads the form that ExportAll writes, kinds in any order, and gives
// each record, valid, to take, with its place among its kind (from 1) and its
// length in bytes. Unknown fields, of the file or of a record, are
// refused. Errors are *ImportError or take's.
func parse(ctx context.Context, r io.Reader, take func(rec model.Record, n, size int) error) error {
	p := parser{dec: json.NewDecoder(untilDone{ctx, r}), take: take}
	err := p.file()
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

type parser struct {
	dec    *json.Decoder
	take   func(rec model.Record, n, size int) error
	format string
	number int
}

func (p *parser) file() error {
	done := false
	err := p.object(func(key string) error {
		switch key {
		case "format":
			return p.decode(&p.format)
		case "version":
			return p.decode(&p.number)
		case "records":
			if p.format != exportFormat || p.number < 1 {
				return &ImportError{What: model.Say("store.import.foreign")}
			}
			if p.number > exportVersion {
				return &ImportError{What: model.Say("store.import.newer", "version", p.number)}
			}
			done = true
			return p.object(p.kind)
		}
		return &ImportError{Field: model.Clean(key), What: model.Say("store.import.unknown-field", "name", model.Clean(key))}
	})
	if err != nil {
		return err
	}
	if _, err := p.dec.Token(); !errors.Is(err, io.EOF) || !done {
		return &ImportError{What: model.Say("store.import.foreign")}
	}
	return nil
}

// object reads an object and calls fn at the value of each key.
func (p *parser) object(fn func(key string) error) error {
	if err := p.delim('{'); err != nil {
		return err
	}
	for p.dec.More() {
		key, err := p.dec.Token()
		if err != nil {
			return notJSON(err)
		}
		if err := fn(key.(string)); err != nil { // the decoder lets nothing else be a key
			return err
		}
	}
	return p.delim('}')
}

func (p *parser) delim(want json.Delim) error {
	t, err := p.dec.Token()
	if err != nil {
		return notJSON(err)
	}
	if t != want {
		return &ImportError{What: model.Say("store.import.foreign")}
	}
	return nil
}

func (p *parser) decode(v any) error {
	if err := p.dec.Decode(v); err != nil {
		return notJSON(err)
	}
	return nil
}

// kind reads the list of one kind.
func (p *parser) kind(name string) error {
	k, ok := model.KindOf(name)
	if !ok {
		return &ImportError{Kind: model.Clean(name), What: model.Say("store.import.unknown-kind", "name", model.Clean(name))}
	}
	if err := p.delim('['); err != nil {
		return err
	}
	for n := 1; p.dec.More(); n++ {
		var raw json.RawMessage
		if err := p.dec.Decode(&raw); err != nil {
			return notJSON(err)
		}
		rec, what := readRecord(k, raw)
		if what != nil {
			what.Kind, what.N = name, n
			return what
		}
		if err := p.take(rec, n, len(raw)); err != nil {
			return err
		}
	}
	return p.delim(']')
}

// readRecord reads one record strictly, as its constructor would have it.
func readRecord(k model.Kind, raw json.RawMessage) (model.Record, *ImportError) {
	if len(raw) > maxRecord {
		return nil, &ImportError{What: model.Say("store.import.too-long")}
	}
	rec := k.New()
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(rec); err != nil {
		return nil, badRecord(err)
	}
	valid, err := rec.Valid()
	if err != nil {
		var problem *model.Problem
		if errors.As(err, &problem) {
			return nil, &ImportError{Field: problem.Field, What: problem.Message, Err: err}
		}
		return nil, &ImportError{What: model.Say("store.import.bad-value"), Err: err}
	}
	return valid, nil
}

// badRecord says what the decoder refused, without the value.
func badRecord(err error) *ImportError {
	var kind *json.UnmarshalTypeError
	if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		name = model.Clean(strings.Trim(name, `"`))
		return &ImportError{Field: name, What: model.Say("store.import.unknown-field", "name", name)}
	}
	if errors.As(err, &kind) {
		return &ImportError{Field: kind.Field, What: model.Say("store.import.bad-field", "name", kind.Field)}
	}
	var problem *model.Problem
	if errors.As(err, &problem) {
		return &ImportError{Field: problem.Field, What: problem.Message}
	}
	return &ImportError{What: model.Say("store.import.bad-value")}
}

// notJSON says that the file is not JSON, or ends early.
func notJSON(err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return &ImportError{What: model.Say("store.import.not-json")}
	}
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
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
