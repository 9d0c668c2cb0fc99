package store

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"muster/model"
	"muster/store/kv"
)

// The documented form of all records, for other systems and for a new
// database. It is JSON:
//
//	{"format":"muster","version":3,"records":{
//	"settings":[
//	{…}],
//	"agency":[
//	{"id":"06D3…","name":"…"},
//	{…}],
//	…}}
//
// Every kind has its list, in the order of model.Kinds, so that a record
// stands after those it points at; within a kind, records go by id. Fields are
// the model's; what is empty is left out. Ids are 26 letters and digits, dates
// 2026-01-12, moments 2026-01-12T07:30 on the wall clock of the cohort's zone,
// squads letters. One record a line. The same records give the same bytes.
//
// Version 1 had no rolls, sheets, courses of fire, certificates and contacts,
// version 2 no drafts; they are read as they were.
const (
	exportFormat  = "muster"
	exportVersion = 3
)

// ExportAll writes every record, in full, without the journal, and notes in
// the journal that it did (unless the store is read-only). kv.ErrReadOnly says
// that everything is written, but the journal could not take note of it. Commits wait for
// the end, so w should be a file and not a slow line.
func (s *Store) ExportAll(ctx context.Context, w io.Writer) error {
	if !s.o.ReadOnly && s.Actor() == "" {
		return ErrNoActor
	}
	n := 0
	err := s.view(ctx, func(l look, _ head) (err error) {
		n, err = l.export(ctx, w)
		return err
	})
	if err != nil || s.o.ReadOnly {
		return err
	}
	_, err = s.Note(ctx, model.Say("journal.exported-all", "n", n))
	return err
}

func (l look) export(ctx context.Context, out io.Writer) (n int, err error) {
	w := bufio.NewWriterSize(out, 1<<16)
	fmt.Fprintf(w, `{"format":%q,"version":%d,"records":{`, exportFormat, exportVersion)
	lines := json.NewEncoder(trimmed{w})
	lines.SetEscapeHTML(false)
	for i, k := range model.Kinds {
		if i > 0 {
			w.WriteByte(',')
		}
		fmt.Fprintf(w, "\n%q:[", k.String())
		sep := "\n"
		err := l.r.Scan([]byte{byte(k)}, nil, func(it kv.Item) (bool, error) {
			if n++; n%256 == 0 && ctx.Err() != nil {
				return false, context.Cause(ctx)
			}
			rec, err := l.exportable(it)
			if err != nil {
				return false, err
			}
			w.WriteString(sep)
			sep = ",\n"
			return true, lines.Encode(rec)
		})
		if err != nil {
			return n, err
		}
		w.WriteByte(']')
	}
	w.WriteString("}}\n")
	if err := w.Flush(); err != nil { // it remembers the first error of all writes
		return n, fmt.Errorf("%w: writing the records out: %w", kv.ErrDisk, err)
	}
	return n, nil
}

// exportable is the item's record, unless writing it out would lose what only
// a newer program knows.
func (l look) exportable(it kv.Item) (model.Record, error) {
	plain, err := l.vault.Open(it.Key, it.Value)
	if err != nil {
		return nil, err
	}
	k, err := open(readRef(it.Key), plain)
	if err != nil {
		return nil, err
	}
	if k.Schema > format {
		return nil, &NewerError{readRef(it.Key)}
	}
	return k.rec, nil
}

// trimmed takes the line end off what json.Encoder writes.
type trimmed struct{ w *bufio.Writer }

func (t trimmed) Write(b []byte) (int, error) {
	if n := len(b); n > 0 && b[n-1] == '\n' {
		_, err := t.w.Write(b[:n-1])
		return n, err
	}
	return t.w.Write(b)
}
