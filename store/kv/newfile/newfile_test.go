package newfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
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
