package bolt

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.etcd.io/bbolt"

	"muster/store/kv"
)

// edited opens the file through bbolt itself.
func edited(t *testing.T, path string, edit func(*bbolt.Tx) error) {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(edit), db.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestFilesThatAreNone(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(path string, good []byte) error
		want  error
	}{
		{"missing", func(string, []byte) error { return nil }, kv.ErrNotFound},
		{"empty", func(p string, _ []byte) error { return os.WriteFile(p, nil, 0o600) }, kv.ErrDamaged},
		{"folder", func(p string, _ []byte) error { return os.Mkdir(p, 0o700) }, kv.ErrForeign},
		{"text", func(p string, _ []byte) error { return os.WriteFile(p, []byte("name,rank\n"), 0o600) }, kv.ErrForeign},
		{"long text", func(p string, _ []byte) error {
			return os.WriteFile(p, bytes.Repeat([]byte("name,rank\n"), 9999), 0o600)
		}, kv.ErrForeign},
		{"zeros", func(p string, g []byte) error { return os.WriteFile(p, make([]byte, len(g)), 0o600) }, kv.ErrForeign},
		{"cut short", func(p string, g []byte) error { return os.WriteFile(p, g[:12<<10], 0o600) }, kv.ErrDamaged},
		{"cut to one page", func(p string, g []byte) error { return os.WriteFile(p, g[:4096], 0o600) }, kv.ErrDamaged},
		{"cut in a page", func(p string, g []byte) error { return os.WriteFile(p, g[:50], 0o600) }, kv.ErrForeign},
		{"first page bad", func(p string, g []byte) error { g[30]++; return os.WriteFile(p, g, 0o600) }, kv.ErrDamaged},
		{"second page bad", func(p string, g []byte) error { g[4096+30]++; return os.WriteFile(p, g, 0o600) }, kv.ErrDamaged},
		{"both pages bad", func(p string, g []byte) error { g[30]++; g[4096+30]++; return os.WriteFile(p, g, 0o600) }, kv.ErrForeign},
	} {
		t.Run(c.name, func(t *testing.T) {
			good := newPath(t)
			if err := put(opened(t, good), "a", strings.Repeat("b", 5000)); err != nil {
				t.Fatal(err)
			}
			bytes, err := os.ReadFile(good)
			if err != nil {
				t.Fatal(err)
			}
			path := newPath(t)
			if err := c.spoil(path, bytes); err != nil {
				t.Fatal(err)
			}
			for _, o := range []Options{{}, {ReadOnly: true}, {Create: c.want != kv.ErrNotFound}} {
				_, err := Open(context.Background(), path, o)
				if !errors.Is(err, c.want) {
					t.Errorf("%+v: %v, want %v", o, err, c.want)
				} else if strings.Contains(err.Error(), filepath.Dir(path)) {
					t.Errorf("the error names the path: %v", err)
				}
				if _, ok := kv.Explain(err); !ok {
					t.Errorf("no explanation of %v", err)
				}
			}
		})
	}
}

// TestSpoiltWhileOpen has the file change under an engine.
func TestSpoiltWhileOpen(t *testing.T) {
	path := newPath(t)
	e := opened(t, path)
	if err := put(e, "a", "b"); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	for _, c := range []struct {
		spoil func() error
		want  error
	}{
		{func() error { return os.Truncate(path, 8192) }, kv.ErrDamaged},
		{func() error { return os.Truncate(path, 0) }, kv.ErrDamaged},
		{func() error { return os.Remove(path) }, kv.ErrNotFound},
	} {
		if err := c.spoil(); err != nil {
			t.Fatal(err)
		}
		if err := e.View(ctx, nothing); !errors.Is(err, c.want) {
			t.Errorf("View: %v, want %v", err, c.want)
		}
		if err := put(e, "a", "c"); !errors.Is(err, c.want) {
			t.Errorf("Update: %v, want %v", err, c.want)
		}
	}
}

func TestFormats(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(*bbolt.Tx) error
		want error
	}{
		{"newer", func(tx *bbolt.Tx) error {
			return tx.Bucket(aboutName()).Put(formatKey(), binary.BigEndian.AppendUint32(nil, formatNumber+1))
		}, kv.ErrNewer},
		{"number 0", func(tx *bbolt.Tx) error { return tx.Bucket(aboutName()).Put(formatKey(), make([]byte, 4)) }, kv.ErrDamaged},
		{"no number", func(tx *bbolt.Tx) error { return tx.Bucket(aboutName()).Delete(formatKey()) }, kv.ErrDamaged},
		{"no revision", func(tx *bbolt.Tx) error { return tx.Bucket(aboutName()).Delete(revKey()) }, kv.ErrDamaged},
		{"no data", func(tx *bbolt.Tx) error { return tx.DeleteBucket(dataName()) }, kv.ErrDamaged},
		{"another program's", func(tx *bbolt.Tx) error { return tx.DeleteBucket(aboutName()) }, kv.ErrForeign},
	} {
		path := newPath(t)
		e := opened(t, path)
		edited(t, path, c.edit)
		if _, err := Open(context.Background(), path, Options{}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
		if err := put(e, "a", "b"); !errors.Is(err, c.want) {
			t.Errorf("%s, while open: %v", c.name, err)
		}
	}
}

func TestBadItems(t *testing.T) {
	for name, stored := range map[string][]byte{
		"too short": []byte("short"), "revision 0": make([]byte, 8), "from the future": {0, 0, 0, 0, 0, 0, 0, 9, 'x'},
	} {
		path := newPath(t)
		e := opened(t, path)
		edited(t, path, func(tx *bbolt.Tx) error { return tx.Bucket(dataName()).Put([]byte("a"), stored) })
		if _, err := contents(e); !errors.Is(err, kv.ErrDamaged) {
			t.Errorf("%s: scan: %v", name, err)
		}
		err := e.View(context.Background(), func(r kv.Reader) error {
			it, found, err := r.Get([]byte("a"))
			if found || it.Value != nil {
				t.Errorf("%s: got %v", name, it)
			}
			return err
		})
		if !errors.Is(err, kv.ErrDamaged) {
			t.Errorf("%s: get: %v", name, err)
		}
		if err := e.Verify(context.Background()); !errors.Is(err, kv.ErrDamaged) {
			t.Errorf("%s: verify: %v", name, err)
		}
	}
}

func TestNewFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	path := filepath.Join(dir, "test.db")
	e := opened(t, path)
	for name, want := range map[string]os.FileMode{path: 0o600, dir: 0o700 | os.ModeDir} {
		if st, err := os.Stat(name); err != nil || st.Mode() != want {
			t.Errorf("mode %v, %v", st.Mode(), err)
		}
	}
	if names, err := os.ReadDir(dir); err != nil || len(names) != 1 {
		t.Errorf("the folder has %v, %v", names, err)
	}
	// Nothing is open between transactions.
	if err := put(e, "a", "b"); err != nil {
		t.Fatal(err)
	}
	edited(t, path, func(*bbolt.Tx) error { return nil })
}

func TestSymbolicLink(t *testing.T) {
	path := newPath(t)
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if err := put(opened(t, path), "a", "b"); err != nil {
		t.Fatal(err)
	}
	e := opened(t, link)
	if err := e.Compact(context.Background()); err != nil {
		t.Fatal(err)
	}
	if st, err := os.Lstat(link); err != nil || st.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", st, err)
	}
	if m, err := contents(opened(t, path)); err != nil || !cmp.Equal(m, map[string]string{"a": "b"}) {
		t.Errorf("%v, %v", m, err)
	}
}

func TestReadOnlyEngine(t *testing.T) {
	path := newPath(t)
	if err := put(opened(t, path), "a", "b"); err != nil {
		t.Fatal(err)
	}
	e, err := Open(context.Background(), path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := put(e, "a", "c"); !errors.Is(err, kv.ErrReadOnly) {
		t.Error(err)
	}
	if err := e.Compact(context.Background()); !errors.Is(err, kv.ErrReadOnly) {
		t.Error(err)
	}
	if m, err := contents(e); err != nil || m["a"] != "b" {
		t.Errorf("%v, %v", m, err)
	}
}

// TestOutcome: whether a commit that failed had happened is read from the file.
func TestOutcome(t *testing.T) {
	path := newPath(t)
	e := opened(t, path)
	if err := put(e, "a", "b"); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	m, err := readMeta(f, 0, false)
	if err != nil {
		t.Fatal(err)
	}
	g := &guard{file: f}
	if err := g.outcome(m.txid+1, kv.ErrFull); errors.Is(err, kv.ErrUnknown) || !errors.Is(err, kv.ErrFull) {
		t.Errorf("a commit that is not there: %v", err)
	}
	if err := g.outcome(m.txid, kv.ErrDisk); !errors.Is(err, kv.ErrUnknown) {
		t.Errorf("a commit that is there: %v", err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if err := g.outcome(m.txid+1, kv.ErrDisk); !errors.Is(err, kv.ErrUnknown) {
		t.Errorf("a file that cannot be read: %v", err)
	}
}
