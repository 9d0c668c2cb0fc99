package store

import (
	"context"

	"muster/model"
	"muster/store/kv"
)

// look reads values at one revision. It lives as long as the View or Update
// that gave the reader.
type look struct {
	*Store
	r kv.Reader
}

// view calls fn with the database at one revision, unless it is being filled.
func (s *Store) view(ctx context.Context, fn func(look, head) error) error {
	return s.eng.View(ctx, func(r kv.Reader) error {
		l := look{s, r}
		h, err := l.head()
		if err != nil {
			return err
		}
		if h.Filling != nil {
			return ErrFilling
		}
		return fn(l, h)
	})
}

// value unseals what lies at key.
func (l look) value(key []byte) (plain []byte, found bool, err error) {
	it, found, err := l.r.Get(key)
	if err != nil || !found {
		return nil, false, err
	}
	plain, err = l.vault.Open(key, it.Value)
	return plain, err == nil, err
}

// head reads the head and refuses a database that this program cannot read.
func (l look) head() (h head, err error) {
	plain, found, err := l.value(headKey)
	if err != nil {
		return h, err
	}
	if !found {
		return h, damaged(nil)
	}
	if err := lenient.Unmarshal(plain, &h); err != nil {
		return h, damaged(err)
	}
	switch {
	case h.Needs > format:
		return h, &NewerError{}
	case h.ID != l.vault.ID():
		return h, damaged(nil)
	}
	if h.Counts == nil {
		h.Counts = map[model.Kind]uint64{}
	}
	return h, nil
}

// kept is a record as it lies in the database.
type kept struct {
	envelope
	plain []byte // the envelope's own bytes
	rec   model.Record
}

// find reads the record, nil when there is none.
func (l look) find(ref model.Ref) (*kept, error) {
	plain, found, err := l.value(recordKey(ref))
	if err != nil || !found {
		return nil, err
	}
	return open(ref, plain)
}

// open takes a record out of its envelope.
func open(ref model.Ref, plain []byte) (*kept, error) {
	k := &kept{plain: plain}
	if err := lenient.Unmarshal(plain, &k.envelope); err != nil {
		return nil, damaged(err)
	}
	rec, err := k.record(ref.Kind)
	if err != nil {
		return nil, err
	}
	if model.RefOf(rec) != ref {
		return nil, damaged(nil)
	}
	k.rec = rec
	return k, nil
}

// image reads what the record was before the act of that revision; nil when it
// was not there.
func (l look) image(ref model.Ref, rev model.Rev) (*kept, error) {
	key := imageKey(ref, rev)
	it, found, err := l.r.Get(key)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, damaged(nil)
	}
	if len(it.Value) == 0 {
		return nil, nil
	}
	plain, err := l.vault.Open(key, it.Value)
	if err != nil {
		return nil, err
	}
	return open(ref, plain)
}

// has reports whether the record exists.
func (l look) has(ref model.Ref) (bool, error) {
	_, found, err := l.r.Get(recordKey(ref))
	return found, err
}

// found yields the records of the kind (0: of any) that the term finds, oldest
// id first, at most limit of them.
func (l look) found(t term, k model.Kind, limit int) ([]model.Ref, error) {
	prefix := indexPrefix(l.hash(t))
	if k != 0 {
		prefix = append(prefix, byte(k))
	}
	var refs []model.Ref
	err := l.r.Scan(prefix, nil, func(it kv.Item) (bool, error) {
		if len(it.Key) != indexLen {
			return false, damaged(nil)
		}
		refs = append(refs, readRef(it.Key[1+idLen:]))
		return len(refs) < limit, nil
	})
	return refs, err
}

// entry reads the journal entry of the act of that revision.
func (l look) entry(rev model.Rev) (entry, error) {
	plain, found, err := l.value(entryKey(rev))
	if err != nil {
		return entry{}, err
	}
	if !found {
		return entry{}, damaged(nil)
	}
	return openEntry(plain)
}

func openEntry(plain []byte) (e entry, err error) {
	if err := lenient.Unmarshal(plain, &e); err != nil {
		return e, damaged(err)
	}
	return e, nil
}

func (e *entry) items() (items []item, err error) {
	if len(e.Items) == 0 {
		return nil, nil
	}
	if err := lenient.Unmarshal(e.Items, &items); err != nil {
		return nil, damaged(err)
	}
	return items, nil
}

// before scans the journal from the newest entry before rev (0: from the
// newest) to the oldest, until fn answers false.
func (l look) before(rev model.Rev, fn func(entry) (bool, error)) error {
	var from []byte
	if rev != 0 {
		from = entryKey(rev)
	}
	return l.r.ScanReverse([]byte{atEntry}, from, func(it kv.Item) (bool, error) {
		plain, err := l.vault.Open(it.Key, it.Value)
		if err != nil {
			return false, err
		}
		e, err := openEntry(plain)
		if err != nil {
			return false, err
		}
		return fn(e)
	})
}
