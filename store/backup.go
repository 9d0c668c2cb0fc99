package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"muster/model"
	"muster/store/kv"
	"muster/store/kv/bolt"
	"muster/store/kv/newfile"
	"muster/store/seal"
)

// Backup writes the whole database, journal and all, as it is at one moment,
// to a file at path, and verifies the copy before it gets that name. Like the
// database it is sealed, and opens with the same key file. A file that is
// there already is kv.ErrExists, unless replace is set; and then still if it
// is the database, its key file, or no regular file. A file that cannot be
// written is ErrTarget.
func (s *Store) Backup(ctx context.Context, path string, replace bool) (Report, error) {
	if s.file == nil {
		return Report{}, kv.ErrReadOnly
	}
	if info, err := os.Stat(path); err == nil && (!replace || !info.Mode().IsRegular() || s.Owns(path)) {
		return Report{}, fmt.Errorf("%w: where the backup was to go", kv.ErrExists)
	}
	f, err := newfile.Temp(path)
	if err != nil {
		return Report{}, targetError(err)
	}
	_, err = s.file.BackupTo(ctx, f)
	if err == nil {
		err = targetError(f.Sync())
	}
	err = errors.Join(err, targetError(f.Close()))
	var report Report
	if err == nil {
		report, err = s.o.verifyFile(ctx, f.Name())
	}
	if err == nil {
		give := newfile.Publish
		if replace {
			give = newfile.Replace
		}
		err = targetError(give(f.Name(), path))
	}
	if err != nil {
		return report, errors.Join(err, os.Remove(f.Name()))
	}
	return report, nil
}

// A Restored says what Restore did.
type Restored struct {
	Kept   string // where the database that was replaced now lies, "" if there was none
	Backup Report // of the backup
	Entry  Entry  // in the journal
}

// Restore puts a backup in the place of the database at o.Path, which may be
// damaged or missing, and notes it in the journal. The backup is verified from
// end to end before anything is touched. The database that it replaces is kept
// beside, under a name with the date. Other windows take up the restored one
// by themselves.
//
// The key file must be that of the backup. Errors: those of Open, for the
// backup; *VerifyError; ErrSelf when it is the database itself; ErrOther when
// it is a backup of another database, unless force is set.
func Restore(ctx context.Context, o Options, from string, force bool) (Restored, error) {
	if o.Now == nil {
		return Restored{}, fmt.Errorf("%w: Restore without a clock", ErrChange)
	}
	if _, err := actorName(o.Actor); err != nil {
		return Restored{}, err
	}
	if err := fits(ctx, o.Path, from, force); err != nil {
		return Restored{}, err
	}
	report, err := o.verifyFile(ctx, from)
	out := Restored{Backup: report}
	if err != nil {
		return out, err
	}
	before := o.lastRev(ctx)
	if _, err := os.Stat(o.Path); err == nil {
		out.Kept = aside(o.Path, o.Now())
	}
	if err := bolt.Restore(ctx, o.Path, from, out.Kept, bolt.Options{Wait: o.Wait}); err != nil {
		return out, err
	}
	o.Create, o.ReadOnly = false, false
	s, err := Open(ctx, o)
	if err != nil {
		return out, err
	}
	// Its revision goes beyond those of the database it replaced, so that what
	// another window read there cannot be taken for what is here now.
	out.Entry, err = s.act(ctx, func(_ look, h *head) (*draft, error) {
		return &draft{act: model.Say("journal.restored", "rev", int(h.Rev)), after: before}, nil
	})
	return out, errors.Join(err, s.Close())
}

// fits refuses a backup that is the database at path itself, or (unless force
// is set) that of another database than the one there, as far as that one can
// still tell its name.
func fits(ctx context.Context, path, from string, force bool) error {
	if sameFile(path, from) {
		return ErrSelf
	}
	if force {
		return nil
	}
	now, readable := idOf(ctx, path)
	next, sound := idOf(ctx, from)
	if readable && sound && next != now {
		return ErrOther
	}
	return nil // what is wrong with the backup, verifying it tells
}

// idOf reads which database the file is, for which no key is needed; false
// when there is none or it does not tell.
func idOf(ctx context.Context, path string) (seal.ID, bool) {
	eng, err := bolt.Open(ctx, path, bolt.Options{ReadOnly: true})
	if err != nil {
		return seal.ID{}, false
	}
	slots, err := (&Store{eng: eng}).slots(ctx)
	if err = errors.Join(err, eng.Close()); err != nil || slots == nil {
		return seal.ID{}, false
	}
	id, err := seal.SlotsID(slots)
	return id, err == nil
}

// aside is a free name beside path, with the time.
func aside(path string, now time.Time) string {
	ext := filepath.Ext(path)
	base := strings.TrimSuffix(path, ext) + now.Format("-replaced-20060102-150405")
	name := base + ext
	for n := 2; ; n++ {
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) || n > 999 {
			return name
		}
		name = fmt.Sprintf("%s-%d%s", base, n, ext)
	}
}

// lastRev is the revision of the database that is about to be replaced, 0 when
// it cannot be read any more.
func (o Options) lastRev(ctx context.Context) model.Rev {
	o.Create, o.ReadOnly, o.Actor = false, true, ""
	s, err := Open(ctx, o)
	if err != nil {
		return 0
	}
	rev, err := s.Rev(ctx)
	if cerr := s.Close(); err != nil || cerr != nil {
		return 0
	}
	return rev
}

// verifyFile verifies another file with the same keys.
func (o Options) verifyFile(ctx context.Context, path string) (Report, error) {
	o.Path, o.Create, o.ReadOnly, o.Actor = path, false, true, ""
	s, err := Open(ctx, o)
	if err != nil {
		return Report{}, err
	}
	report, err := s.Verify(ctx)
	if err == nil && len(report.Faults) > 0 {
		err = &VerifyError{report}
	}
	return report, errors.Join(err, s.Close())
}

// targetError says that it was the file asked for that could not be written.
func targetError(err error) error {
	err = diskError(err)
	if err == nil || errors.Is(err, kv.ErrExists) || errors.Is(err, ErrNoFolder) {
		return err
	}
	return fmt.Errorf("%w: %w", ErrTarget, err)
}

// diskError puts what the system said into kv's words.
func diskError(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%w: %w", kv.ErrExists, err)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: %w", ErrNoFolder, err)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w: %w", kv.ErrDenied, err)
	}
	return fmt.Errorf("%w: %w", kv.ErrDisk, err)
}
