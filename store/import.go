package store

import (
	"context"
	"errors"
	"io"
	"maps"

	"muster/model"
	"muster/store/kv"
)

// How much an import keeps in memory and puts into one commit: engine's writes,
// and bytes of the file. An import within that (some 20,000 people) is one
// commit, and can be undone. A larger one goes in in several, during which the
// database is marked as being filled and nothing in it counts; it is one act
// too, but without items to undo it by.
const (
	importWrites = 120_000
	importBytes  = 16 << 20
)

// Progress is how far an import has come.
type Progress struct {
	Records int
	Bytes   int64 // of the file
}

// ImportAll brings the records of a file that ExportAll wrote into a database
// without records: all of them, or none. progress, which may be nil, is called
// now and then.
//
// Errors: ErrNotEmpty; *ImportError, which says where in the file what is
// wrong; the context's, and then nothing is kept; ErrFilling when another
// import is under way; those of Commit.
func (s *Store) ImportAll(ctx context.Context, r io.Reader, progress func(Progress)) (Entry, error) {
	if s.Actor() == "" {
		return Entry{}, ErrNoActor
	}
	if err := s.vacant(ctx); err != nil {
		return Entry{}, err
	}
	count := &counted{r: r}
	im := importer{Store: s, seen: map[model.Ref]bool{}, marks: unique{}, open: map[model.Ref]ImportError{}}
	e, err := im.run(ctx, count, func() {
		if progress != nil {
			progress(Progress{len(im.seen), count.n})
		}
	})
	if err != nil && im.filling {
		return e, errors.Join(err, s.clear(context.WithoutCancel(ctx), im.token))
	}
	return e, err
}

// vacant refuses a database with records, and clears one in which an import
// was broken off.
func (s *Store) vacant(ctx context.Context) error {
	if err := s.settle(ctx); err != nil {
		return err
	}
	return s.view(ctx, func(_ look, h head) error {
		if !h.empty() {
			return ErrNotEmpty
		}
		return h.writable()
	})
}

type importer struct {
	*Store
	chunk   []write
	writes  int // of the chunk, at most
	bytes   int
	seen    map[model.Ref]bool
	marks   unique
	open    map[model.Ref]ImportError // pointed at and not seen yet, by whom first
	filling bool
	token   [idLen]byte
}

func (im *importer) run(ctx context.Context, r io.Reader, progress func()) (Entry, error) {
	err := parse(ctx, r, func(rec model.Record, at place) error {
		writes, err := im.check(rec, at)
		if err != nil {
			return err
		}
		if im.writes+writes > im.Store.atOnce || im.bytes+at.size > importBytes {
			if err := im.flush(ctx); err != nil {
				return err
			}
		}
		im.writes, im.bytes = im.writes+writes, im.bytes+at.size
		im.chunk = append(im.chunk, write{ref: model.RefOf(rec), rec: rec})
		if len(im.seen)%1000 == 0 {
			progress()
		}
		return nil
	})
	if err != nil {
		return Entry{}, err
	}
	if fault := im.firstOpen(); fault != nil {
		return Entry{}, fault
	}
	act := model.Say("journal.imported-all", "n", len(im.seen))
	if im.filling {
		if err := im.flush(ctx); err != nil {
			return Entry{}, err
		}
		progress()
		return im.finish(ctx, act)
	}
	e, err := im.act(ctx, func(_ look, h *head) (*draft, error) {
		if !h.empty() {
			return nil, ErrNotEmpty
		}
		return &draft{act: act, writes: im.chunk}, nil
	})
	progress()
	return e, err
}

// firstOpen is the first record of the file that points at one that did not
// come, nil when there is none.
func (im *importer) firstOpen() *ImportError {
	var first *ImportError
	for _, fault := range im.open {
		if first == nil || fault.Line < first.Line {
			first = &fault
		}
	}
	return first
}

// otherWrites is what a record takes beside its links: itself, its mark in the
// journal, and a person's terms.
const otherWrites = 7

// check holds a record against those before it: no id and no code twice, and
// whatever it points at must come. It answers how many writes it takes, at
// most.
func (im *importer) check(rec model.Record, at place) (writes int, err error) {
	ref := model.RefOf(rec)
	fault := func(field, id string, pairs ...any) (int, error) {
		return 0, &ImportError{Line: at.line, Kind: ref.Kind.String(), N: at.n, Field: field, What: model.Say(id, pairs...)}
	}
	if im.seen[ref] {
		return fault("id", "store.import.twice")
	}
	im.seen[ref] = true
	delete(im.open, ref)
	if m := im.marks.take(rec); m != nil {
		return 0, &ImportError{Line: at.line, Kind: ref.Kind.String(), N: at.n, Field: m.taken.Field, What: m.taken.Message}
	}
	to := links(rec)
	for _, l := range to {
		if _, known := im.open[l.to]; !known && !im.seen[l.to] {
			im.open[l.to] = ImportError{
				Line: at.line, Kind: ref.Kind.String(), N: at.n, Field: l.field,
				What: model.Say("store.points-nowhere", "what", nameOf(rec, ref),
					"kind", model.Say("store.kind."+l.to.Kind.String())),
			}
		}
	}
	return len(to) + otherWrites, nil
}

// flush writes the chunk into the database being filled.
func (im *importer) flush(ctx context.Context) error {
	if !im.filling {
		im.token = im.mark()
	}
	first, at := !im.filling, im.hundredths()
	_, err := im.eng.Update(ctx, func(r kv.Reader) (kv.Batch, error) {
		l := look{im.Store, r}
		h, err := l.head()
		if err != nil {
			return kv.Batch{}, err
		}
		switch {
		case first && !h.empty():
			return kv.Batch{}, ErrNotEmpty
		case first:
			err = h.writable()
		case h.Filling == nil || h.Filling.Token != im.token:
			err = ErrFilling
		}
		if err != nil {
			return kv.Batch{}, err
		}
		h.Filling = &filling{Token: im.token, At: at}
		ops, _ := l.ops(&draft{writes: im.chunk}, h.Rev+1, &h)
		return kv.Batch{Ops: append(ops, im.put(headKey, encode(h)))}, nil
	})
	if err == nil || errors.Is(err, kv.ErrUnknown) {
		im.filling = true
	}
	im.chunk, im.writes, im.bytes = im.chunk[:0], 0, 0
	return err
}

// finish makes what was filled in count, with its one journal entry.
func (im *importer) finish(ctx context.Context, act model.Message) (Entry, error) {
	text, err := pack(act)
	if err != nil {
		return Entry{}, err
	}
	at, mark, actor := im.hundredths(), im.mark(), im.Actor()
	var e entry
	_, err = im.eng.Update(ctx, func(r kv.Reader) (kv.Batch, error) {
		h, err := look{im.Store, r}.head()
		if err != nil {
			return kv.Batch{}, err
		}
		if h.Filling == nil || h.Filling.Token != im.token {
			return kv.Batch{}, ErrFilling
		}
		h.Filling = nil
		e = entry{Rev: h.Rev + 1, At: at, Actor: actor, Act: text, Mark: mark, Counts: maps.Clone(h.Counts)}
		return kv.Batch{Ops: im.close(&e, &h)}, nil
	})
	if errors.Is(err, kv.ErrUnknown) {
		err = im.lookAgain(ctx, &e, err)
	}
	if err != nil {
		return Entry{}, err
	}
	im.filling = false
	im.wake()
	return e.show()
}

// abandonedAfter is how long an import may give no sign of life, in
// hundredths of a second.
const abandonedAfter = 60 * 100

func (s *Store) abandoned(f *filling) bool { return s.hundredths()-f.At > abandonedAfter }

// clearAtOnce is how many keys one commit of clear takes out.
const clearAtOnce = 20000

// clear takes out what an import that was broken off had brought in: every
// record, since there were none before.
func (s *Store) clear(ctx context.Context, token [idLen]byte) error {
	for more := true; more; {
		_, err := s.eng.Update(ctx, func(r kv.Reader) (kv.Batch, error) {
			h, err := look{s, r}.head()
			if err != nil {
				return kv.Batch{}, err
			}
			if more = h.Filling != nil && h.Filling.Token == token; !more {
				return kv.Batch{}, nil // it was ended already
			}
			ops, err := leftovers(r, h.Rev+1)
			if err != nil {
				return kv.Batch{}, err
			}
			if more = len(ops) == clearAtOnce; !more {
				h.Filling, h.Counts = nil, nil
				ops = append(ops, s.put(headKey, encode(h)))
			}
			return kv.Batch{Ops: ops}, nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// leftovers takes out records, index and the before-images of the act that
// did not come to be.
func leftovers(r kv.Reader, rev model.Rev) (ops []kv.Op, err error) {
	take := func(it kv.Item) (bool, error) {
		if it.Key[0] != atImage || len(it.Key) == imageLen && keyRev(it.Key) == rev {
			ops = append(ops, kv.Delete(append([]byte{}, it.Key...)))
		}
		return len(ops) < clearAtOnce, nil
	}
	prefixes := [][]byte{{atImage}, {atIndex}}
	for _, k := range model.Kinds {
		prefixes = append(prefixes, []byte{byte(k)})
	}
	for _, p := range prefixes {
		if len(ops) < clearAtOnce && err == nil {
			err = r.Scan(p, nil, take)
		}
	}
	return ops, err
}

// counted counts the bytes read.
type counted struct {
	r io.Reader
	n int64
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n += int64(n)
	return n, err
}
