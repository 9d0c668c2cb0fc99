package store

import (
	"context"
	"time"

	"muster/model"
	"muster/store/kv"
)

// An Entry is an act in the journal.
type Entry struct {
	Rev    model.Rev
	At     time.Time // UTC, to the hundredth of a second
	Actor  string
	Act    model.Message
	Items  []Item             // the records it wrote
	Undoes model.Rev          // the act it took back, 0: none
	Redoes model.Rev          // the undo it took back, 0: none
	Counts map[model.Kind]int // instead of Items, when everything was brought in
}

// An Item is a record that an act wrote.
type Item struct {
	Ref     model.Ref
	Before  model.Rev // the revision it had, 0: the act made it
	Removed bool
}

// IsZero reports whether there is no entry.
func (e Entry) IsZero() bool { return e.Rev == 0 }

// show is the entry as others see it.
func (e *entry) show() (Entry, error) {
	act, err := e.Act.unpack()
	if err != nil {
		return Entry{}, err
	}
	items, err := e.items()
	if err != nil {
		return Entry{}, err
	}
	out := Entry{
		Rev: e.Rev, At: time.UnixMilli(e.At * 10).UTC(), Actor: e.Actor, Act: act,
		Undoes: e.Undoes, Redoes: e.Redoes,
	}
	for _, it := range items {
		out.Items = append(out.Items, Item{model.Ref{Kind: it.Kind, ID: it.ID}, it.Before, it.Removed})
	}
	if e.Counts != nil {
		out.Counts = make(map[model.Kind]int, len(e.Counts))
		for k, n := range e.Counts {
			out.Counts[k] = int(n)
		}
	}
	return out, nil
}

// A Filter chooses entries of the journal. What is zero chooses nothing out.
type Filter struct {
	Of     model.Ref // only acts that wrote this record (one that brought everything in counts)
	Actor  string    // only this actor's
	Since  time.Time // not older
	Before model.Rev // only acts before that revision: to go on where one stopped
	Limit  int       // at most so many
}

// clocksDiffer is by how much the clocks of those who work on one database may
// differ before a search by time misses an entry.
const clocksDiffer = 24 * time.Hour

// journalPage is how many entries are read at a time.
const journalPage = 200

// Journal gives the entries that the filter chooses, newest first, until fn
// answers false. fn may take its time: no lock is held while it runs.
func (s *Store) Journal(ctx context.Context, f Filter, fn func(Entry) bool) error {
	given := 0
	for before := f.Before; ; {
		page, last, err := s.page(ctx, f, before)
		if err != nil {
			return err
		}
		for _, e := range page {
			if f.Limit > 0 && given == f.Limit || !fn(e) {
				return nil
			}
			given++
		}
		if last == 0 {
			return nil
		}
		before = last
	}
}

// page reads some entries before the revision; last is the oldest that was
// looked at, 0 at the journal's beginning.
func (s *Store) page(ctx context.Context, f Filter, before model.Rev) (page []Entry, last model.Rev, err error) {
	err = s.view(ctx, func(l look, _ head) error {
		seen := 0
		take := func(e entry) (bool, error) {
			seen++
			last = e.Rev
			older := f.Since.UnixMilli() - e.At*10
			if f.Since.IsZero() {
				older = 0
			}
			if older > clocksDiffer.Milliseconds() {
				seen = 0 // the end
				return false, nil
			}
			if older <= 0 && (f.Actor == "" || f.Actor == e.Actor) {
				shown, err := e.show()
				if err != nil {
					return false, err
				}
				page = append(page, shown)
			}
			return seen < journalPage, nil
		}
		if f.Of != (model.Ref{}) {
			err = l.ofRecord(f.Of, before, take)
		} else {
			err = l.before(before, take)
		}
		if seen < journalPage {
			last = 0
		}
		return err
	})
	return page, last, err
}

// ofRecord is before for the acts that wrote one record: there is a
// before-image for each.
func (l look) ofRecord(ref model.Ref, before model.Rev, fn func(entry) (bool, error)) error {
	var from []byte
	if before != 0 {
		from = imageKey(ref, before)
	}
	return l.r.ScanReverse(imagePrefix(ref), from, func(it kv.Item) (bool, error) {
		e, err := l.entry(keyRev(it.Key))
		if err != nil {
			return false, err
		}
		return fn(e)
	})
}
