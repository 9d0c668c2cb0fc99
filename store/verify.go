package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"

	"muster/model"
	"muster/store/kv"
	"muster/store/seal"
)

// A Report is what Verify found.
type Report struct {
	Rev     model.Rev
	Counts  map[model.Kind]int
	Entries int // of the journal
	Images  int // before-images
	Terms   int // of the index
	Bytes   int64
	// Faults says what is wrong, at most faultsKept of them; none means that
	// everything is as it was written.
	Faults []model.Message
}

// faultsKept bounds the list: a destroyed file has more than anybody reads.
const faultsKept = 50

// Verify reads everything: the engine's structure; each value, which must
// unseal, decode and be valid; what records point at; the index; the journal's
// chain and before-images; and whether all agree with one another and with the
// head. What is wrong goes into the report. An error means that it could not
// look (the context's, kv.ErrBusy, ErrFilling …).
//
// What it cannot see is a whole database put back to an earlier state.
func (s *Store) Verify(ctx context.Context) (Report, error) {
	v := &verifier{Report: Report{Counts: map[model.Kind]int{}}, ctx: ctx}
	if s.file != nil {
		if err := v.note(s.file.Verify(ctx), "store.fault.file"); err != nil {
			return v.Report, err
		}
	}
	err := s.view(ctx, func(l look, h head) error {
		v.look, v.head = l, h
		v.Rev = h.Rev
		for _, step := range []func() error{v.records, v.index, v.images, v.journal} {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	})
	return v.Report, v.note(err, "store.fault.file")
}

type verifier struct {
	Report
	look
	head  head
	ctx   context.Context
	seen  int
	want  sum                     // of the index that the records ask for
	gone  map[model.Ref]model.Rev // records that are not there, and the act that must have removed them
	items int                     // before-images that the journal speaks of
}

func (v *verifier) fault(id string, pairs ...any) { v.faultIs(model.Say(id, pairs...)) }

func (v *verifier) faultIs(m model.Message) {
	if len(v.Faults) < faultsKept {
		v.Faults = append(v.Faults, m)
	}
}

// note makes a fault of an error that means damage, and gives back any other.
func (v *verifier) note(err error, id string, pairs ...any) error {
	for _, bad := range []error{kv.ErrDamaged, kv.ErrForeign, ErrDamaged, seal.ErrTampered} {
		if errors.Is(err, bad) {
			v.fault(id, pairs...)
			return nil
		}
	}
	return err
}

// scan goes over a range, with a look at the context now and then.
func (v *verifier) scan(prefix byte, fn func(kv.Item) error) error {
	return v.r.Scan([]byte{prefix}, nil, func(it kv.Item) (bool, error) {
		if v.seen++; v.seen%256 == 0 && v.ctx.Err() != nil {
			return false, context.Cause(v.ctx)
		}
		v.Bytes += int64(len(it.Key) + len(it.Value))
		return true, fn(it)
	})
}

// records reads every record and makes the sum of what the index must hold.
func (v *verifier) records() error {
	marks := unique{}
	for _, k := range model.Kinds {
		err := v.scan(byte(k), func(it kv.Item) error {
			v.Counts[k]++
			if len(it.Key) != recordLen {
				v.fault("store.fault.key")
				return nil
			}
			rec, err := v.record(it)
			if m := marks.take(rec); m != nil && err == nil {
				v.faultIs(m.fault)
			}
			return err
		})
		if err != nil {
			return err
		}
		if uint64(v.Counts[k]) != v.head.Counts[k] {
			v.fault("store.fault.count", "kind", model.Say("store.kind."+k.String()),
				"n", v.Counts[k], "want", int(v.head.Counts[k]))
		}
	}
	return nil
}

func (v *verifier) record(it kv.Item) (model.Record, error) {
	ref := readRef(it.Key)
	kind, id := model.Say("store.kind."+ref.Kind.String()), ref.ID.String()
	plain, err := v.vault.Open(it.Key, it.Value)
	if err != nil {
		return nil, v.note(err, "store.fault.record", "kind", kind, "id", id)
	}
	k, err := open(ref, plain)
	if err != nil {
		return nil, v.note(err, "store.fault.record", "kind", kind, "id", id)
	}
	if _, err := k.rec.Valid(); err != nil && k.Schema <= format {
		v.fault("store.fault.invalid", "kind", kind, "id", id)
	}
	for _, to := range links(k.rec) {
		there, err := v.has(to.to)
		if err != nil {
			return nil, err
		}
		if !there {
			v.fault("store.fault.points-nowhere", "kind", kind, "id", id,
				"to", model.Say("store.kind."+to.to.Kind.String()))
		}
	}
	for _, t := range terms(k.rec) {
		v.want.add(indexKey(v.hash(t), ref))
	}
	last, err := v.lastImage(ref)
	if err == nil && last != k.Rev {
		v.fault("store.fault.stale", "kind", kind, "id", id)
	}
	return k.rec, err
}

// index compares what is in the index with what the records ask for.
func (v *verifier) index() error {
	var have sum
	err := v.scan(atIndex, func(it kv.Item) error {
		have.add(it.Key)
		v.Terms++
		return nil
	})
	if have != v.want {
		v.fault("store.fault.index", "n", v.Terms, "want", int(v.want.n))
	}
	return err
}

// images finds the records that are no more; the journal must have removed
// them.
func (v *verifier) images() error {
	v.gone = map[model.Ref]model.Rev{}
	return v.scan(atImage, func(it kv.Item) error {
		v.Images++
		if len(it.Key) != imageLen {
			v.fault("store.fault.key")
			return nil
		}
		ref := readRef(it.Key[1:])
		there, err := v.has(ref)
		if !there {
			v.gone[ref] = keyRev(it.Key)
		}
		return err
	})
}

// journal follows the chain from the first entry to the head.
func (v *verifier) journal() error {
	var prev [32]byte
	err := v.scan(atEntry, func(it kv.Item) error {
		v.Entries++
		if len(it.Key) != entryLen {
			v.fault("store.fault.key")
			return nil
		}
		rev := keyRev(it.Key)
		plain, err := v.vault.Open(it.Key, it.Value)
		if err != nil {
			return v.note(err, "store.fault.entry", "rev", int(rev))
		}
		e, err := openEntry(plain)
		if err == nil && e.Rev != rev {
			err = damaged(nil)
		}
		if err != nil {
			return v.note(err, "store.fault.entry", "rev", int(rev))
		}
		if e.Prev != prev {
			v.fault("store.fault.chain", "rev", int(rev))
		}
		prev = sha256.Sum256(plain)
		return v.entry(e)
	})
	if err != nil {
		return err
	}
	if prev != v.head.Last || uint64(v.Entries) != v.head.Entries {
		v.fault("store.fault.chain", "rev", int(v.head.Rev))
	}
	if v.items != v.Images {
		v.fault("store.fault.images", "n", v.Images, "want", v.items)
	}
	for ref := range v.gone {
		v.fault("store.fault.missing", "kind", model.Say("store.kind."+ref.Kind.String()), "id", ref.ID.String())
	}
	return nil
}

// entry holds the entry's items against their before-images.
func (v *verifier) entry(e entry) error {
	items, err := e.items()
	if err != nil {
		return v.note(err, "store.fault.entry", "rev", int(e.Rev))
	}
	if len(items) != e.N {
		v.fault("store.fault.entry", "rev", int(e.Rev))
	}
	for _, n := range e.Counts {
		v.items += int(n)
	}
	v.items += len(items)
	for _, it := range items {
		ref := model.Ref{Kind: it.Kind, ID: it.ID}
		image, found, err := v.r.Get(imageKey(ref, e.Rev))
		if err != nil {
			return err
		}
		digest := sha256.Sum256(image.Value)
		if !found || it.Before == 0 && len(image.Value) > 0 || it.Before > 0 && !bytes.Equal(it.Image, digest[:]) {
			v.fault("store.fault.image", "rev", int(e.Rev))
			continue
		}
		if it.Before > 0 {
			if was, err := v.image(ref, e.Rev); err != nil || was.rev() != it.Before {
				v.fault("store.fault.image", "rev", int(e.Rev))
			}
		}
		if it.Removed && v.gone[ref] == e.Rev {
			delete(v.gone, ref)
		}
	}
	return nil
}

// sum is of a set of keys, in whatever order: equal for equal sets.
type sum struct {
	n    uint64
	a, b uint64
}

func (s *sum) add(key []byte) {
	h := sha256.Sum256(key)
	s.n++
	s.a += binary.BigEndian.Uint64(h[:8])
	s.b += binary.BigEndian.Uint64(h[8:16])
}
