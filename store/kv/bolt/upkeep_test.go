package bolt

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.etcd.io/bbolt"

	"muster/store/kv"
)

// filled has some items, some of which were deleted.
func filled(t *testing.T, path string) *Engine {
	t.Helper()
	e := opened(t, path)
	for i := range 20 {
		if err := put(e, fmt.Sprint("k", i), string(make([]byte, 4000)), "last", fmt.Sprint(i)); err != nil {
			t.Fatal(err)
		}
	}
	_, err := e.Update(context.Background(), func(kv.Reader) (kv.Batch, error) {
		var b kv.Batch
		for i := range 15 {
			b.Ops = append(b.Ops, kv.Delete([]byte(fmt.Sprint("k", i))))
		}
		return b, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// dump is everything, with revisions.
func dump(t *testing.T, e *Engine) (items []string) {
	t.Helper()
	err := e.View(context.Background(), func(r kv.Reader) error {
		items = append(items, fmt.Sprint(r.Rev()))
		return r.Scan(nil, nil, func(it kv.Item) (bool, error) {
			items = append(items, fmt.Sprintf("%s %x %d", it.Key, it.Value, it.Rev))
			return true, nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return items
}

func TestBackup(t *testing.T) {
	ctx := context.Background()
	e := filled(t, newPath(t))
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := e.Backup(ctx, path); err != nil {
		t.Fatal(err)
	}
	copied := opened(t, path)
	if d := cmp.Diff(dump(t, e), dump(t, copied)); d != "" {
		t.Error(d)
	}
	verified(t, path)
	if err := e.Backup(ctx, path); !errors.Is(err, kv.ErrExists) {
		t.Errorf("over another file: %v", err)
	}
	// A copy can be written to, commit after commit.
	for i := range 4 {
		if err := put(copied, "a", fmt.Sprint(i)); err != nil {
			t.Fatal(err)
		}
		verified(t, path)
	}
	full := errors.New("full")
	if _, err := e.BackupTo(ctx, failing{full}); !errors.Is(err, kv.ErrDisk) {
		t.Errorf("a writer that fails: %v", err)
	}
	cancelled, cancel := context.WithCancel(ctx)
	_, err := e.BackupTo(cancelled, writerFunc(func(b []byte) (int, error) { cancel(); return len(b), nil }))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
	if names, err := os.ReadDir(filepath.Dir(path)); err != nil || len(names) != 1 {
		t.Errorf("left behind: %v, %v", names, err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }

func TestRestore(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	place := func(name string) string { return filepath.Join(dir, name) }
	e := filled(t, place("test.db"))
	want := dump(t, e)
	if err := e.Backup(ctx, place("backup.db")); err != nil {
		t.Fatal(err)
	}
	if err := put(e, "later", "edit"); err != nil {
		t.Fatal(err)
	}
	later := dump(t, e)
	before, err := e.Changed(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := Restore(ctx, e.Path(), place("backup.db"), place("former.db"), Options{}); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, dump(t, e)); d != "" {
		t.Errorf("restored under an open engine: %s", d)
	}
	if after, err := e.Changed(ctx); err != nil || after == before {
		t.Errorf("the change does not show: %v, %v", after, err)
	}
	if d := cmp.Diff(later, dump(t, opened(t, place("former.db")))); d != "" {
		t.Errorf("the former file: %s", d)
	}
	if err := put(e, "a", "b"); err != nil {
		t.Error(err)
	}
	if err := Restore(ctx, e.Path(), place("backup.db"), place("former.db"), Options{}); !errors.Is(err, kv.ErrExists) {
		t.Errorf("the former file would be overwritten: %v", err)
	}
	// In the place of a file that is no database any more, or is missing.
	if err := os.WriteFile(place("test.db"), []byte("rubbish"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Restore(ctx, place("test.db"), place("backup.db"), place("rubbish"), Options{}); err != nil {
		t.Error(err)
	}
	if err := Restore(ctx, place("new.db"), place("backup.db"), place("none"), Options{}); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"test.db", "new.db"} {
		if d := cmp.Diff(want, dump(t, opened(t, place(name)))); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	// From something that is none: nothing is touched.
	if err := Restore(ctx, place("test.db"), place("rubbish"), "", Options{}); !errors.Is(err, kv.ErrForeign) {
		t.Errorf("from rubbish: %v", err)
	}
	if d := cmp.Diff(want, dump(t, opened(t, place("test.db")))); d != "" {
		t.Error(d)
	}
	if names, err := os.ReadDir(dir); err != nil || len(names) != 5 {
		t.Errorf("left behind: %v, %v", names, err)
	}
}

func TestCompact(t *testing.T) {
	ctx := context.Background()
	path := newPath(t)
	e := filled(t, path)
	want := dump(t, e)
	before, err := e.Stats(ctx)
	if err != nil {
		t.Fatal(err)
	}
	stamp, err := e.Changed(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Compact(ctx); err != nil {
		t.Fatal(err)
	}
	after, err := e.Stats(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if before.FreePages < 15 || after.FreePages > 4 || after.FileBytes >= before.FileBytes {
		t.Errorf("from %+v to %+v", before, after)
	}
	if d := cmp.Diff(want, dump(t, e)); d != "" {
		t.Error(d)
	}
	if now, err := e.Changed(ctx); err != nil || now == stamp {
		t.Errorf("the new file does not show: %v, %v", now, err)
	}
	verified(t, path)
	if err := put(e, "a", "b"); err != nil {
		t.Error(err)
	}
	if names, err := os.ReadDir(filepath.Dir(path)); err != nil || len(names) != 1 {
		t.Errorf("left behind: %v, %v", names, err)
	}
}

// TestSalvage gets the data out of a file of which a first page is bad.
func TestSalvage(t *testing.T) {
	ctx := context.Background()
	for _, at := range []int{pageHeader, 4096 + pageHeader} {
		path := newPath(t)
		e := filled(t, path)
		states := [][]string{dump(t, e)}
		if err := put(e, "last", "edit"); err != nil {
			t.Fatal(err)
		}
		states = append(states, dump(t, e))
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		b[at] ^= 1
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := e.View(ctx, nothing); !errors.Is(err, kv.ErrDamaged) {
			t.Errorf("View: %v", err)
		}
		s, err := Open(ctx, path, Options{Salvage: true})
		if err != nil {
			t.Fatal(err)
		}
		if err := put(s, "a", "b"); !errors.Is(err, kv.ErrReadOnly) {
			t.Errorf("Update: %v", err)
		}
		healthy := filepath.Join(t.TempDir(), "healthy.db")
		if err := s.Backup(ctx, healthy); err != nil {
			t.Fatal(err)
		}
		verified(t, healthy)
		if got := dump(t, opened(t, healthy)); !cmp.Equal(got, states[0]) && !cmp.Equal(got, states[1]) {
			t.Error("neither of the two last states")
		}
	}
}

// TestVerifyAgrees compares our reading of the pages with bbolt's own check.
func TestVerifyAgrees(t *testing.T) {
	path, _ := bigDatabase(t)
	edited(t, path, func(tx *bbolt.Tx) error {
		for err := range tx.Check() {
			t.Error(err)
		}
		return nil
	})
	e := opened(t, path)
	stats, err := e.Stats(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true, PreLoadFreelist: true})
	if err != nil {
		t.Fatal(err)
	}
	if free := db.Stats().FreePageN; free != stats.FreePages || stats.PageSize != os.Getpagesize() {
		t.Errorf("%+v; bbolt has %d free pages", stats, free)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err := e.Warm(context.Background()); err != nil {
		t.Error(err)
	}
}

// TestVerifyFindsEveryBit flips single bits of what holds the tree together:
// headers and entries of pages in use.
func TestVerifyFindsEveryBit(t *testing.T) {
	path, _ := bigDatabase(t)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f := bytes.NewReader(good)
	m, err := readMeta(f, 0, false)
	if err != nil {
		t.Fatal(err)
	}
	free, _, err := image{f, m}.free()
	if err != nil {
		t.Fatal(err)
	}
	isFree := map[uint64]bool{}
	for _, id := range free {
		isFree[id] = true
	}
	for id := uint64(2); id < m.pages; id++ {
		if isFree[id] || id%97 != 0 {
			continue
		}
		p, err := image{f, m}.page(id)
		if err != nil {
			continue // not the first of its run
		}
		for bit := range 16 * 8 {
			bad := bytes.Clone(good)
			bad[int(id)*4096+bit/8] ^= 1 << (bit % 8)
			if checkAll(context.Background(), bytes.NewReader(bad), m) == nil {
				t.Errorf("page %d of kind %d: bit %d", id, p.kind, bit)
			}
		}
	}
}
