package store

import (
	"context"
	"fmt"

	"muster/model"
	"muster/store/kv"
)

// Commit keeps the change, whole, and answers the revision it made. A change
// of nothing makes none: the answer is the present revision.
//
// Refused, and nothing kept: what a constructor of the model refuses
// (model.Problems); a record somebody else wrote since (*ConflictError, with
// all versions); a record pointing at one that is not there, one removed while
// others point at it, a cohort's code used twice (*model.Problem); a record of
// a newer program (*NewerError); ErrNoActor; ErrFilling; kv's errors. After
// kv.ErrUnknown, which is rare, close and open again to see.
//
// Another process may have acted in between: take desk.With(c, rev) for the
// new picture only if rev is desk.Rev+1, else Renew.
func (s *Store) Commit(ctx context.Context, c model.Change) (model.Rev, error) {
	if c.IsZero() {
		return s.Rev(ctx)
	}
	wanted, err := writes(c)
	if err != nil {
		return 0, err
	}
	e, err := s.act(ctx, func(l look, _ *head) (*draft, error) {
		d := &draft{act: c.Act, writes: make([]write, len(wanted))}
		var clash ConflictError
		for i, w := range wanted {
			old, err := l.find(w.ref)
			if err != nil {
				return nil, err
			}
			switch {
			case old.rev() != w.was:
				with, err := l.conflict(w, old)
				if err != nil {
					return nil, err
				}
				clash.Conflicts = append(clash.Conflicts, with)
				continue
			case old != nil && old.Needs > format:
				return nil, &NewerError{w.ref}
			}
			d.writes[i] = write{ref: w.ref, rec: w.rec, old: old}
		}
		if len(clash.Conflicts) > 0 {
			return nil, &clash
		}
		return d, nil
	})
	return e.Rev, err
}

// Note puts an act into the journal that changes no record, such as that
// everything was written out to a file. It cannot be undone.
func (s *Store) Note(ctx context.Context, act model.Message) (Entry, error) {
	return s.act(ctx, func(look, *head) (*draft, error) { return &draft{act: act}, nil })
}

// wish is a line of a change.
type wish struct {
	ref model.Ref
	rec model.Record // nil: remove
	was model.Rev
}

// writes are the change's lines, each record as its constructor returns it.
func writes(c model.Change) ([]wish, error) {
	out := make([]wish, 0, len(c.Puts)+len(c.Removes))
	seen := make(map[model.Ref]bool, cap(out))
	add := func(w wish) error {
		if seen[w.ref] || w.ref.Kind == 0 || w.ref.Kind > lastKind {
			return fmt.Errorf("%w: a %s twice, or of no kind", ErrChange, w.ref.Kind)
		}
		seen[w.ref] = true
		out = append(out, w)
		return nil
	}
	for _, p := range c.Puts {
		rec, err := p.Record.Valid()
		if err != nil {
			return nil, err
		}
		if err := add(wish{model.RefOf(rec), rec, p.Was}); err != nil {
			return nil, err
		}
	}
	for _, r := range c.Removes {
		if err := add(wish{ref: r.Ref, was: r.Was}); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// rev is the record's revision, 0 when there is none.
func (k *kept) rev() model.Rev {
	if k == nil {
		return 0
	}
	return k.Rev
}

// content is the record, nil when there is none.
func (k *kept) content() model.Record {
	if k == nil {
		return nil
	}
	return k.rec
}

// conflict gathers the versions of a record that was written meanwhile.
func (l look) conflict(w wish, now *kept) (Conflict, error) {
	c := Conflict{Ref: w.ref, Was: w.was, Now: now.rev(), Mine: w.rec, Theirs: now.content()}
	// The image that the next act after Was made is the record at Was.
	next, err := l.nextImage(w.ref, w.was)
	if err != nil {
		return c, err
	}
	if next != 0 {
		base, err := l.image(w.ref, next)
		if err != nil {
			return c, err
		}
		if base.rev() == w.was {
			c.Base = base.content()
		}
	}
	c.By, err = l.lastOf(w.ref)
	return c, err
}

// nextImage is the first act after the revision that wrote the record, 0 when
// there is none.
func (l look) nextImage(ref model.Ref, after model.Rev) (rev model.Rev, err error) {
	err = l.r.Scan(imagePrefix(ref), imageKey(ref, after), func(it kv.Item) (bool, error) {
		rev = keyRev(it.Key)
		return false, nil
	})
	return rev, err
}

// lastImage is the newest act that wrote the record, 0 when there is none.
func (l look) lastImage(ref model.Ref) (rev model.Rev, err error) {
	err = l.r.ScanReverse(imagePrefix(ref), nil, func(it kv.Item) (bool, error) {
		rev = keyRev(it.Key)
		return false, nil
	})
	return rev, err
}

// lastOf is the newest act that wrote the record; a zero Entry when there is
// none.
func (l look) lastOf(ref model.Ref) (Entry, error) {
	rev, err := l.lastImage(ref)
	if err != nil || rev == 0 {
		return Entry{}, err
	}
	e, err := l.entry(rev)
	if err != nil {
		return Entry{}, err
	}
	return e.show()
}
