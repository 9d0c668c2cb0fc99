package newfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestCreateOnlyOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	var made atomic.Int32
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			err := Create(path, func(f *os.File) error {
				_, err := f.WriteString("whole")
				return err
			})
			switch {
			case err == nil:
				made.Add(1)
			case !errors.Is(err, fs.ErrExist):
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if made.Load() != 1 {
		t.Errorf("%d made the file", made.Load())
	}
	alone(t, path, "whole")
}

func TestCreateLeavesNothingOfAFailure(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	broken := errors.New("broken")
	if err := Create(path, func(*os.File) error { return broken }); !errors.Is(err, broken) {
		t.Fatal(err)
	}
	if names, err := os.ReadDir(filepath.Dir(path)); err != nil || len(names) != 0 {
		t.Errorf("left %v, %v", names, err)
	}
}

func TestPublishByLink(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	for i, want := range []error{nil, fs.ErrExist} {
		f, err := Temp(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.WriteString("first"[:5-i]); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if err := linkNew(f.Name(), path); !errors.Is(err, want) {
			t.Errorf("link %d: %v", i, err)
		}
		if err := discard(f.Name()); err != nil {
			t.Error(err)
		}
	}
	alone(t, path, "first")
}

func TestReplace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	for _, s := range []string{"one", "two"} {
		f, err := Temp(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.WriteString(s); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if err := Replace(f.Name(), path); err != nil {
			t.Fatal(err)
		}
	}
	alone(t, path, "two")
}

// alone checks the file's text and rights, and that nothing lies beside it.
func alone(t *testing.T, path, text string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != text {
		t.Errorf("file has %q, %v", got, err)
	}
	if st, err := os.Stat(path); err != nil || st.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", st.Mode(), err)
	}
	if names, err := os.ReadDir(filepath.Dir(path)); err != nil || len(names) != 1 {
		t.Errorf("folder has %v, %v", names, err)
	}
}

func TestTempSweepsWhatWasForgotten(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "file")
	old := time.Now().Add(-2 * stale)
	for name, keep := range map[string]bool{
		".file.123.new": false, ".file.abc.new": true, ".file..new": true, ".other.123.new": true, "file.123.new": true,
		".file.123.new.bak": true,
	} {
		name := filepath.Join(dir, name)
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(name, old, old); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, ".file.7.new"), nil, 0o600); err != nil { // of somebody at work
			t.Fatal(err)
		}
		f, err := Temp(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(f.Close(), os.Remove(f.Name())); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Lstat(name); (err == nil) != keep {
			t.Errorf("%s kept: %v, want %v", filepath.Base(name), err == nil, keep)
		}
	}
	if _, err := os.Lstat(filepath.Join(dir, ".file.7.new")); err != nil {
		t.Error("a new one was swept away")
	}
}
