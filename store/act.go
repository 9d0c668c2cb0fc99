package store

import (
	"context"
	"crypto/sha256"
	"errors"

	"muster/model"
	"muster/store/kv"
)

// draft is an act before it is held against what is kept.
type draft struct {
	act            model.Message
	writes         []write
	undoes, redoes model.Rev
	after          model.Rev // the act's revision is greater than this too
}

// write is what becomes of one record. rec nil takes it out.
type write struct {
	ref model.Ref
	rec model.Record
	old *kept // nil: it is new

	// Content brought back from a before-image goes in as it was.
	back *envelope
}

// act does what plan drafts, whole or not at all: records, index, before-
// images, journal entry and head in one commit. plan may be called again from
// the start and must have no effect of its own.
func (s *Store) act(ctx context.Context, plan func(look, *head) (*draft, error)) (Entry, error) {
	actor := s.Actor()
	if actor == "" {
		return Entry{}, ErrNoActor
	}
	at, mark := s.hundredths(), s.mark()
	var e entry
	_, err := s.eng.Update(ctx, func(r kv.Reader) (kv.Batch, error) {
		l := look{s, r}
		h, err := l.head()
		if err != nil {
			return kv.Batch{}, err
		}
		if err := h.writable(); err != nil {
			return kv.Batch{}, err
		}
		d, err := plan(l, &h)
		if err != nil {
			return kv.Batch{}, err
		}
		if err := l.sound(d); err != nil {
			return kv.Batch{}, err
		}
		text, err := pack(d.act)
		if err != nil {
			return kv.Batch{}, err
		}
		e = entry{
			Rev: max(h.Rev, d.after) + 1, At: at, Actor: actor, Act: text, Mark: mark,
			Undoes: d.undoes, Redoes: d.redoes,
		}
		ops, items := l.ops(d, e.Rev, &h)
		if e.N = len(items); e.N > 0 {
			e.Items = encode(items)
		}
		return kv.Batch{Ops: append(ops, s.close(&e, &h)...)}, nil
	})
	if errors.Is(err, kv.ErrUnknown) {
		err = s.lookAgain(ctx, &e, err)
	}
	if err != nil {
		return Entry{}, err
	}
	s.wake()
	return e.show()
}

// writable refuses a database that a newer program wrote in a form that this
// one would not keep whole, and one that is being filled.
func (h *head) writable() error {
	switch {
	case h.Writer > format || h.Index != indexForm:
		return &NewerError{}
	case h.Filling != nil:
		return ErrFilling
	}
	return nil
}

// close writes the entry to the journal's end and the head above it.
func (s *Store) close(e *entry, h *head) []kv.Op {
	e.Prev = h.Last
	plain := encode(e)
	h.Rev, h.Last, h.Entries = e.Rev, sha256.Sum256(plain), h.Entries+1
	return []kv.Op{s.put(entryKey(e.Rev), plain), s.put(headKey, encode(h))}
}

// ops are the engine's writes for the draft's records, and the items for the
// journal; h's counts follow.
func (l look) ops(d *draft, rev model.Rev, h *head) ([]kv.Op, []item) {
	ops := make([]kv.Op, 0, 4*len(d.writes)+2)
	items := make([]item, 0, len(d.writes))
	for _, w := range d.writes {
		it := item{Kind: w.ref.Kind, ID: w.ref.ID, Removed: w.rec == nil}
		image := kv.Put(imageKey(w.ref, rev), nil)
		var was, now []term
		if w.old != nil {
			image = l.put(image.Key, w.old.plain)
			sum := sha256.Sum256(image.Value)
			it.Before, it.Image = w.old.Rev, sum[:]
			was = terms(w.old.rec)
			h.Counts[w.ref.Kind]--
		}
		ops = append(ops, image)
		if w.rec == nil {
			ops = append(ops, kv.Delete(recordKey(w.ref)))
		} else {
			env := w.envelope(rev)
			it.Wrote = env.From
			h.admit(env.Needs)
			ops = append(ops, l.put(recordKey(w.ref), encode(env)))
			now = terms(w.rec)
			h.Counts[w.ref.Kind]++
		}
		if h.Counts[w.ref.Kind] == 0 {
			delete(h.Counts, w.ref.Kind)
		}
		for _, t := range minus(was, now) {
			ops = append(ops, kv.Delete(indexKey(l.hash(t), w.ref)))
		}
		for _, t := range minus(now, was) {
			ops = append(ops, kv.Put(indexKey(l.hash(t), w.ref), nil))
		}
		items = append(items, it)
	}
	return ops, items
}

func (w *write) envelope(rev model.Rev) envelope {
	if w.back != nil {
		env := *w.back
		env.Rev = rev
		return env
	}
	n := needs(w.rec)
	return envelope{Schema: n, Needs: n, Rev: rev, From: rev, Body: encode(w.rec)}
}

// lookAgain settles a commit of which the engine does not know whether it
// happened: if its entry is in the journal, it did.
func (s *Store) lookAgain(ctx context.Context, e *entry, unknown error) error {
	saved := false
	err := s.eng.View(ctx, func(r kv.Reader) error {
		plain, found, err := look{s, r}.value(entryKey(e.Rev))
		if err != nil || !found {
			return err
		}
		there, err := openEntry(plain)
		saved = there.Mark == e.Mark
		return err
	})
	switch {
	case err != nil:
		return errors.Join(unknown, err)
	case saved:
		return nil
	}
	return errors.Join(kv.ErrDisk, errNotSaved)
}

var errNotSaved = errors.New("store: looked again: not saved")

// wake tells this store's watchers that there is something new.
func (s *Store) wake() {
	s.mu.Lock()
	defer s.mu.Unlock()
	close(s.moved)
	s.moved = make(chan struct{})
}
