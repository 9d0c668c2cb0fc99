package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"muster/model"
	"muster/store/seal"
)

// A database that cannot get its key file leaves nothing behind.
func TestOpenLeavesNothingUnfinished(t *testing.T) {
	dir := t.TempDir()
	o := options(dir, "Ruiz")
	o.KeyFile = filepath.Join(dir, "file", "a.key")
	check(t, os.WriteFile(filepath.Join(dir, "file"), nil, 0o600))
	if _, err := Open(t.Context(), o); !errors.Is(err, seal.ErrKeyAccess) {
		t.Fatal(err)
	}
	if _, err := os.Lstat(o.Path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("left: %v", err)
	}
}

func TestCloseUnused(t *testing.T) {
	for _, used := range []bool{false, true} {
		o := options(t.TempDir(), "Ruiz")
		s, err := Open(t.Context(), o)
		check(t, err)
		if used {
			put(t, s, 0, &model.Agency{ID: s.NewID(), Name: "A"})
		}
		key := s.KeyPath()
		check(t, s.CloseUnused(t.Context()))
		for _, path := range []string{o.Path, key} {
			if _, err := os.Lstat(path); (err == nil) != used {
				t.Errorf("used %v, %s: %v", used, filepath.Base(path), err)
			}
		}
	}
}

// A database that was there before stays, used or not, and so does a key file
// made beforehand.
func TestCloseUnusedKeepsWhatItDidNotMake(t *testing.T) {
	dir := t.TempDir()
	o := options(dir, "Ruiz")
	o.KeyFile = filepath.Join(dir, "mine.key")
	_, err := seal.CreateKeyFile(o.KeyFile, seal.NewID(), "")
	check(t, err)
	s, err := Open(t.Context(), o)
	check(t, err)
	check(t, s.CloseUnused(t.Context()))
	if _, err := os.Lstat(o.KeyFile); err != nil {
		t.Errorf("the key file: %v", err)
	}
	s, err = Open(t.Context(), o)
	check(t, err)
	check(t, s.Close())
	s, err = Open(t.Context(), o)
	check(t, err)
	check(t, s.CloseUnused(t.Context()))
	if _, err := os.Lstat(o.Path); err != nil {
		t.Errorf("the database: %v", err)
	}
}

func TestOwns(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(t.Context(), options(dir, "Ruiz"))
	check(t, err)
	t.Cleanup(func() { check(t, s.Close()) })
	link := filepath.Join(dir, "link")
	if err := os.Link(s.KeyPath(), link); err != nil {
		t.Skip("no links here")
	}
	for path, want := range map[string]bool{
		s.file.Path(): true, s.KeyPath(): true, link: true, dir: false, filepath.Join(dir, "none"): false,
	} {
		if got := s.Owns(path); got != want {
			t.Errorf("Owns(%s) = %v", filepath.Base(path), got)
		}
	}
	for _, path := range []string{link, s.file.Path()} {
		if _, err := s.Backup(t.Context(), path, true); err == nil {
			t.Error("a backup over its own files")
		}
	}
}

// What nobody foresaw is not said in the words of programmers.
func TestUnexpectedSaysNothingOfItself(t *testing.T) {
	what, do := Explain(errors.New("strconv: parsing x"))
	if what.ID != "store.unexpected" || len(what.Args)+len(do.Args) > 0 {
		t.Errorf("%v %v", what, what.Args)
	}
}
