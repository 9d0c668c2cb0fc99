package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"muster/model"
	"muster/store"
	"muster/ui"
	"muster/ui/lang"
)

// entryJSON is an act as log --json prints it.
type entryJSON struct {
	Rev     model.Rev      `json:"rev"`
	At      time.Time      `json:"at"`
	Actor   string         `json:"actor"`
	Act     string         `json:"act"`
	Text    string         `json:"text"`
	Undoes  model.Rev      `json:"undoes,omitempty"`
	Redoes  model.Rev      `json:"redoes,omitempty"`
	Records []recordJSON   `json:"records"`
	Counts  map[string]int `json:"counts,omitempty"` // instead of records, when everything was brought in
}

// recordJSON is what an act did to one record.
type recordJSON struct {
	Kind    string       `json:"kind"`
	ID      model.ID     `json:"id"`
	Was     model.Rev    `json:"was,omitempty"`
	Removed bool         `json:"removed,omitempty"`
	Fields  []changeJSON `json:"fields,omitempty"`
}

type changeJSON struct {
	Field  string `json:"field"`
	Before any    `json:"before"`
	After  any    `json:"after"`
}

// logFlags choose what of the journal is shown.
type logFlags struct {
	of    string
	limit int
	full  bool
}

func (f *front) logVerb() *cobra.Command {
	var o logFlags
	c := f.verb("log", cobra.NoArgs, func(ctx context.Context, _ []string) error {
		if o.limit < 0 {
			return wrongUse("cmd.flag-number", "flag", "--limit", "value", o.limit)
		}
		st, done, err := f.openStore(ctx, reading)
		if err != nil {
			return err
		}
		defer done()
		d, err := st.Desk(ctx)
		if err != nil {
			return err
		}
		var of []model.Ref
		if o.of != "" {
			if of, err = recordsNamed(ctx, st, d, o.of); err != nil {
				return err
			}
		}
		return f.printLog(ctx, st, d, of, o)
	})
	fl := c.Flags()
	fl.StringVar(&o.of, "of", "", f.say.T("cmd.flag.of"))
	fl.IntVar(&o.limit, "limit", 0, f.say.T("cmd.flag.limit"))
	fl.BoolVar(&o.full, "full", false, f.say.T("cmd.flag.log-full"))
	f.jsonFlag(c)
	return c
}

// recordsNamed finds the records of an id, or the cohort of a code. The roll
// and the sheet of a session have its id. A record that is gone has a past too.
func recordsNamed(ctx context.Context, st *store.Store, d *model.Desk, name string) ([]model.Ref, error) {
	if c, err := cohortOf(d, name); err == nil {
		return []model.Ref{model.RefOf(c)}, nil
	}
	id, err := model.ParseID(name)
	if err != nil {
		return nil, wrongUse("cmd.not-an-id", "value", model.Clean(name))
	}
	var of []model.Ref
	for _, k := range model.Kinds {
		ref := model.Ref{Kind: k, ID: id}
		known := false
		err := st.Journal(ctx, store.Filter{Of: ref, Limit: 1}, func(e store.Entry) bool {
			known = len(e.Items) > 0
			return false
		})
		if err == nil && !known {
			// What came with everything else has no entry of its own.
			_, _, err = st.Get(ctx, ref)
			known = err == nil
		}
		if err != nil && !errors.Is(err, store.ErrGone) {
			return nil, err
		}
		if known {
			of = append(of, ref)
		}
	}
	if len(of) == 0 {
		return nil, answerNo(model.Say("cmd.no-such-record"))
	}
	return of, nil
}

// journal gives the acts on any of the records, each once, or all acts when
// there are no records, the newest first; at most limit, 0 for no bound.
func journal(ctx context.Context, st *store.Store, of []model.Ref, limit int, fn func(store.Entry) bool) error {
	if len(of) == 0 {
		return st.Journal(ctx, store.Filter{Limit: limit}, fn)
	}
	acts := map[model.Rev]store.Entry{}
	for _, ref := range of {
		err := st.Journal(ctx, store.Filter{Of: ref, Limit: limit}, func(e store.Entry) bool {
			acts[e.Rev] = e
			return true
		})
		if err != nil {
			return err
		}
	}
	revs := slices.Sorted(maps.Keys(acts))
	slices.Reverse(revs)
	if limit > 0 {
		revs = revs[:min(len(revs), limit)]
	}
	for _, rev := range revs {
		if !fn(acts[rev]) {
			break
		}
	}
	return nil
}

func (f *front) printLog(ctx context.Context, st *store.Store, d *model.Desk, of []model.Ref, o logFlags) error {
	say := f.say.With(everybody(ctx, st, d, f.say.Tag()))
	list := []entryJSON{}
	var failed error
	err := journal(ctx, st, of, o.limit, func(e store.Entry) bool {
		j := f.entryJSON(say, e)
		if o.full {
			failed = addFields(ctx, st, e, of, &j)
		}
		switch {
		case failed != nil:
		case f.json:
			list = append(list, j)
		default:
			failed = f.writeEntry(j)
		}
		return failed == nil
	})
	if err = errors.Join(failed, err); err != nil {
		return err
	}
	if f.json {
		return f.printJSON(list)
	}
	return nil
}

// everybody names records as the desk does, and people who are not on it any
// more as the store has them.
func everybody(ctx context.Context, st *store.Store, d *model.Desk, tag string) lang.Namer {
	known := map[model.ID]string{}
	return func(id model.ID) string {
		if name := ui.NameOn(d, tag, id); name != "" {
			return name
		}
		name, seen := known[id]
		if !seen {
			// A name that cannot be read is left out: the act is told all the same.
			if rec, _, err := st.Get(ctx, model.Ref{Kind: model.KindPerson, ID: id}); err == nil {
				name = rec.(*model.Person).FullName()
			}
			known[id] = name
		}
		return name
	}
}

// entryJSON is the act without the values it changed.
func (f *front) entryJSON(say *lang.Printer, e store.Entry) entryJSON {
	j := entryJSON{
		Rev: e.Rev, At: e.At, Actor: e.Actor, Act: e.Act.ID, Undoes: e.Undoes, Redoes: e.Redoes,
		Text: say.Say(e.Act), Records: make([]recordJSON, len(e.Items)),
	}
	for i, it := range e.Items {
		j.Records[i] = recordJSON{Kind: it.Ref.Kind.String(), ID: it.Ref.ID, Was: it.Before, Removed: it.Removed}
	}
	if e.Counts != nil {
		j.Counts = named(e.Counts)
	}
	return j
}

// addFields adds what the act changed, field by field: of the records that are
// asked for, or of all when none is.
func addFields(ctx context.Context, st *store.Store, e store.Entry, of []model.Ref, j *entryJSON) error {
	at := map[model.Ref]int{}
	for i, it := range e.Items {
		at[it.Ref] = i
	}
	if len(of) > 0 {
		e.Items = slices.Clone(e.Items)
		e.Items = slices.DeleteFunc(e.Items, func(it store.Item) bool { return !slices.Contains(of, it.Ref) })
	}
	if len(e.Items) == 0 {
		return nil
	}
	diffs, err := st.Differences(ctx, e)
	if err != nil {
		return err
	}
	for _, d := range diffs {
		r := &j.Records[at[d.Ref]]
		for _, c := range d.Fields {
			r.Fields = append(r.Fields, changeJSON(c))
		}
	}
	return nil
}

func (f *front) writeEntry(j entryJSON) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%6d  %s  %-16s  %s\n", j.Rev, j.At.Local().Format("2006-01-02 15:04:05"), j.Actor, j.Text)
	for _, r := range j.Records {
		for _, c := range r.Fields {
			fmt.Fprintf(&b, "        %s %s  %s: %s → %s\n", r.Kind, r.ID, c.Field, shown(c.Before), shown(c.After))
		}
	}
	_, err := f.out.Write([]byte(b.String()))
	return err
}

// shown is a value as a line of text has it.
func shown(v any) string {
	switch v := v.(type) {
	case nil:
		return "–"
	case string:
		return oneLine(v)
	}
	b, err := json.Marshal(v)
	if err != nil {
		return "?" // the store's values are JSON's own
	}
	return string(b)
}

// named is counts with the kinds by name.
func named(counts map[model.Kind]int) map[string]int {
	out := make(map[string]int, len(counts))
	for k, n := range counts {
		out[k.String()] = n
	}
	return out
}
