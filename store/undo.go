package store

import (
	"context"

	"muster/model"
)

// Undo takes back the last act of the store's actor that is not taken back
// yet, today's or last year's, and answers the entry of doing so. Again and
// again it goes back further. Acts of others stay.
//
// ErrNothing: there is none. *TouchedError: a record of it was written since
// by a later act that still stands. ErrLargeAct: it brought everything in.
// A *model.Problem says that something would point nowhere, as in Commit.
func (s *Store) Undo(ctx context.Context) (Entry, error) {
	return s.revert(ctx, false)
}

// Redo takes back the actor's last Undo, as long as they did nothing else
// since. Errors are those of Undo; ErrNothingToRedo when there is none.
func (s *Store) Redo(ctx context.Context) (Entry, error) {
	return s.revert(ctx, true)
}

// Undoable is what Undo and Redo would take back now: the act, and the act
// that an undo took back. A zero Entry: nothing. It promises no success.
func (s *Store) Undoable(ctx context.Context) (undo, redo Entry, err error) {
	actor := s.Actor()
	err = s.view(ctx, func(l look, _ head) error {
		for _, again := range []bool{false, true} {
			e, err := l.target(actor, again)
			if err != nil {
				return err
			}
			if e.Rev == 0 {
				continue
			}
			shown, err := e.show()
			if err != nil {
				return err
			}
			shown.Act = innermost(shown.Act)
			if again {
				redo = shown
			} else {
				undo = shown
			}
		}
		return nil
	})
	return undo, redo, err
}

// revert undoes the act or undo that comes next for the actor.
func (s *Store) revert(ctx context.Context, again bool) (Entry, error) {
	actor := s.Actor()
	return s.act(ctx, func(l look, _ *head) (*draft, error) {
		e, err := l.target(actor, again)
		if err != nil {
			return nil, err
		}
		if e.Rev == 0 {
			if again {
				return nil, ErrNothingToRedo
			}
			return nil, ErrNothing
		}
		if e.Counts != nil {
			return nil, ErrLargeAct
		}
		act, err := e.Act.unpack()
		if err != nil {
			return nil, err
		}
		d := &draft{act: model.Say("journal.undid", "act", innermost(act)), undoes: e.Rev}
		if again {
			d.act.ID, d.undoes, d.redoes = "journal.redid", 0, e.Rev
		}
		d.writes, err = l.former(e, again)
		return d, err
	})
}

// innermost is the act proper that was done, undone or done again.
func innermost(act model.Message) model.Message {
	for len(act.Args) > 0 && (act.ID == "journal.undid" || act.ID == "journal.redid") {
		inner, ok := act.Args[0].Value.(model.Message)
		if !ok {
			return act
		}
		act = inner
	}
	return act
}

// target is the actor's entry that Undo (or, again, Redo) takes back. Undo
// passes over acts already taken back; Redo looks for an undo not taken back,
// and stops at an act proper. Entries without records count for neither.
func (l look) target(actor string, again bool) (found entry, err error) {
	back := map[model.Rev]bool{} // entries taken back by a later one of the actor
	err = l.before(0, func(e entry) (bool, error) {
		if e.Actor != actor || e.N == 0 && e.Counts == nil {
			return true, nil
		}
		if e.Undoes != 0 {
			back[e.Undoes] = true
		}
		if e.Redoes != 0 {
			back[e.Redoes] = true
		}
		undo := e.Undoes != 0
		switch {
		case undo == again && !back[e.Rev]:
			found = e
			return false, nil
		case again && !undo && e.Redoes == 0:
			return false, nil
		}
		return true, nil
	})
	return found, err
}

// former are the writes that bring back what the entry's records were before
// it, provided that each is still as the entry left it. That is told by the
// act its content came from, so that acts and their undoing in between do not
// matter.
func (l look) former(e entry, again bool) ([]write, error) {
	items, err := e.items()
	if err != nil {
		return nil, err
	}
	out := make([]write, 0, len(items))
	for _, it := range items {
		ref := model.Ref{Kind: it.Kind, ID: it.ID}
		now, err := l.find(ref)
		if err != nil {
			return nil, err
		}
		if now.from() != it.Wrote {
			return nil, l.touched(ref, e, again)
		}
		if now != nil && now.Needs > format {
			return nil, &NewerError{ref}
		}
		was, err := l.image(ref, e.Rev)
		if err != nil {
			return nil, err
		}
		w := write{ref: ref, old: now}
		if was != nil {
			if was.Needs > format {
				return nil, &NewerError{ref}
			}
			w.rec, w.back = was.rec, &was.envelope
		}
		out = append(out, w)
	}
	return out, nil
}

func (k *kept) from() model.Rev {
	if k == nil {
		return 0
	}
	return k.From
}

// touched names the act that wrote the record after e.
func (l look) touched(ref model.Ref, e entry, again bool) error {
	by, err := l.lastOf(ref)
	if err != nil {
		return err
	}
	act, err := e.show()
	if err != nil {
		return err
	}
	return &TouchedError{Ref: ref, Act: act, By: by, Again: again}
}
