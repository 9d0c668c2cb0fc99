package store

import (
	"context"

	"muster/model"
	"muster/store/kv"
)

// A Picture is the database at one revision, to read what belongs together: it
// lives as long as the function that At gave it to.
type Picture struct {
	look
	head head
}

// At calls fn with the database as it is now. Acts of others wait until fn
// returns, so it should take no longer than a moment: read much in several
// goes, and ask Moved what came between.
func (s *Store) At(ctx context.Context, fn func(*Picture) error) error {
	return s.view(ctx, func(l look, h head) error { return fn(&Picture{l, h}) })
}

// Rev is the revision of the picture.
func (p *Picture) Rev() model.Rev { return p.head.Rev }

// Count is how many records of the kind there are.
func (p *Picture) Count(k model.Kind) int { return int(p.head.Counts[k]) }

// Moved are the records that acts after the revision wrote, each once; all
// when they cannot be told singly.
func (p *Picture) Moved(since model.Rev) (refs []model.Ref, all bool, err error) {
	if since == p.head.Rev {
		return nil, false, nil
	}
	return p.since(since, p.head.Rev)
}

// Get reads a record, nil when there is none.
func (p *Picture) Get(ref model.Ref) (model.Record, error) {
	k, err := p.find(ref)
	return k.content(), err
}

// Users are the records of the kind that point at ref, by id.
func (p *Picture) Users(ref model.Ref, k model.Kind) ([]model.ID, error) {
	refs, err := p.found(refTerm(ref), k, 1<<30)
	ids := make([]model.ID, len(refs))
	for i, r := range refs {
		ids[i] = r.ID
	}
	return ids, err
}

// Versions are what the record was at the revision and has been since, the
// oldest first, as far as it was there.
func (p *Picture) Versions(ref model.Ref, since model.Rev) (out []model.Record, err error) {
	err = p.r.Scan(imagePrefix(ref), imageKey(ref, since), func(it kv.Item) (bool, error) {
		if len(it.Key) != imageLen {
			return false, damaged(nil)
		}
		k, err := p.image(ref, keyRev(it.Key))
		if k != nil {
			out = append(out, k.rec)
		}
		return true, err
	})
	if err != nil {
		return nil, err
	}
	now, err := p.Get(ref)
	if now != nil {
		out = append(out, now)
	}
	return out, err
}

// Each reads records of the kind R in the order of their ids: at most limit of
// those after the id given (the zero ID: from the first).
func Each[R model.Record](p *Picture, after model.ID, limit int, fn func(R)) error {
	var (
		none R
		from []byte
	)
	k := none.RecordKind()
	if !after.IsZero() {
		from = recordKey(model.Ref{Kind: k, ID: after})
	}
	if limit < 1 {
		return nil
	}
	return p.r.Scan([]byte{byte(k)}, from, func(it kv.Item) (bool, error) {
		row, err := rowOf[R](p.look, it)
		if err != nil {
			return false, err
		}
		fn(row.Rec)
		limit--
		return limit > 0, nil
	})
}
