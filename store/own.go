package store

import (
	"context"
	"errors"
	"os"

	"muster/store/kv"
	"muster/store/kv/bolt"
)

// The files of a database are the store's own: nothing else is written over
// them, and what was made in vain is taken away.

// removeUnfinished takes away the file that Open made, if nobody has put the
// first values of a database into it.
func removeUnfinished(ctx context.Context, eng *bolt.Engine) error {
	if slots, err := (&Store{eng: eng}).slots(ctx); err == nil && slots == nil {
		return diskError(os.Remove(eng.Path()))
	}
	return nil // it is somebody's, or not to be understood: left as it is
}

// CloseUnused is Close; and if Open made the database and no act was done in
// it since, it takes the database and the key file made for it away again.
func (s *Store) CloseUnused(ctx context.Context) error {
	unused := false
	if s.made && s.file != nil {
		err := s.eng.View(ctx, func(r kv.Reader) error {
			h, err := look{s, r}.head()
			unused = err == nil && h.Rev == 0 && h.empty()
			return err
		})
		if err != nil {
			return errors.Join(err, s.Close())
		}
	}
	err := s.Close()
	if !unused {
		return err
	}
	err = errors.Join(err, diskError(os.Remove(s.file.Path())))
	if s.madeKey {
		err = errors.Join(err, diskError(os.Remove(s.key)))
	}
	return err
}

// Owns reports whether path leads to the database's file or to its key file,
// by whatever name.
func (s *Store) Owns(path string) bool {
	return sameFile(path, s.key) || s.file != nil && sameFile(path, s.file.Path())
}

// sameFile reports whether two paths lead to one file that is there.
func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}
