package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/fxamacker/cbor/v2"

	"muster/model"
	"muster/store/kv"
	"muster/store/seal"
)

func TestKeys(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir, "Ruiz")
	put(t, s, 0, &model.Agency{ID: s.NewID(), Name: "PESP"})
	key := s.KeyPath()
	if want := filepath.Join(dir, "keys", s.ID().String()+".key"); key != want {
		t.Errorf("key file %s, want %s", key, want)
	}

	elsewhere := options(dir, "Ruiz")
	elsewhere.KeyDir = t.TempDir()
	if _, err := Open(t.Context(), elsewhere); !errors.Is(err, seal.ErrNoKey) {
		t.Errorf("without its key file: %v", err)
	}
	if s.KeyShared() {
		t.Error("a new key file may be read by others")
	}
	moved := filepath.Join(elsewhere.KeyDir, "my.key")
	check(t, os.Rename(key, moved))
	elsewhere.KeyFile = moved
	again, err := Open(t.Context(), elsewhere)
	check(t, err)
	check(t, again.Close())

	other := openIn(t, t.TempDir(), "Ruiz")
	elsewhere.KeyFile = other.KeyPath()
	if _, err := Open(t.Context(), elsewhere); !errors.Is(err, seal.ErrWrongKey) {
		t.Errorf("with another database's: %v", err)
	}
	for _, err := range []error{seal.ErrNoKey, seal.ErrWrongKey, kv.ErrBusy} {
		if what, _ := Explain(err); strings.HasPrefix(what.ID, "store.") {
			t.Errorf("%v explained as %s", err, what.ID)
		}
	}
}

// Nothing that was entered stands in the file.
func TestNothingInClear(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir, "Quetzalcoatl")
	put(t, s, 0, &model.Person{
		ID: s.NewID(), Given: "Xochiquetzal", NationalID: "XQZL991231", Passport: model.Passport{No: "Z98765432"},
	})
	raw, err := os.ReadFile(filepath.Join(dir, "muster.db"))
	check(t, err)
	for _, word := range []string{"Quetzalcoatl", "Xochi", "xochi", "XQZL", "98765432", "act.test", "name", "person"} {
		if bytes.Contains(raw, []byte(word)) {
			t.Errorf("%q stands in the file", word)
		}
	}
}

func TestReadOnly(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir, "Ruiz")
	a := &model.Agency{ID: s.NewID(), Name: "PESP"}
	put(t, s, 0, a)
	o := options(dir, "Soto")
	o.ReadOnly = true
	r, err := Open(t.Context(), o)
	check(t, err)
	if _, _, err := r.Get(t.Context(), model.RefOf(a)); err != nil {
		t.Error(err)
	}
	if _, err := r.Undo(t.Context()); !errors.Is(err, kv.ErrReadOnly) {
		t.Errorf("Undo = %v", err)
	}
	exported(t, r)
	check(t, r.Close())
	if _, err := r.Desk(t.Context()); !errors.Is(err, kv.ErrClosed) {
		t.Errorf("closed: %v", err)
	}
}

func TestBackupAndRestore(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir, "Ruiz")
	a := &model.Agency{ID: s.NewID(), Name: "PESP"}
	put(t, s, 0, a)
	path := filepath.Join(dir, "backup.db")
	report, err := s.Backup(t.Context(), path, false)
	check(t, err)
	if report.Rev != 1 || report.Counts[model.KindAgency] != 1 {
		t.Errorf("backed up %+v", report)
	}
	if _, err := s.Backup(t.Context(), path, false); !errors.Is(err, kv.ErrExists) {
		t.Errorf("over another: %v", err)
	}
	_, err = s.Backup(t.Context(), path, true)
	check(t, err)
	if _, err := s.Backup(t.Context(), filepath.Join(dir, "no", "b.db"), false); !errors.Is(err, ErrNoFolder) {
		t.Errorf("into no folder: %v", err)
	}
	if _, err := s.Backup(t.Context(), filepath.Join(dir, "muster.db"), true); !errors.Is(err, kv.ErrExists) {
		t.Errorf("over itself: %v", err)
	}

	b := &model.Agency{ID: s.NewID(), Name: "FGE"}
	put(t, s, 0, b)
	put(t, s, 2, b)
	desk, err := s.Desk(t.Context())
	check(t, err)
	events := s.Watch(t.Context(), desk.Rev)

	done, err := Restore(t.Context(), options(dir, "Soto"), path, false)
	check(t, err)
	if done.Entry.Rev <= desk.Rev || done.Backup.Rev != 1 || done.Kept == "" {
		t.Errorf("restored %+v", done)
	}
	// The window that was open takes up the restored database.
	e := <-events // perhaps from before the note of it
	if !e.All || e.Rev != 1 && e.Rev != done.Entry.Rev {
		t.Errorf("told %+v", e)
	}
	now, refs, err := s.Renew(t.Context(), desk)
	check(t, err)
	if now.Agencies.Len() != 1 || refs != nil {
		t.Errorf("%d agencies, %v", now.Agencies.Len(), refs)
	}
	if _, err := s.Commit(t.Context(), model.Change{Puts: []model.Put{desk.Put(b)}}); !errors.Is(err, ErrConflict) {
		t.Errorf("what was read before the restore: %v", err)
	}
	sound(t, s)
	put(t, s, 0, &model.Agency{ID: s.NewID(), Name: "SSP"})
	sound(t, s)

	// What was replaced is whole, and can be put back.
	back, err := Restore(t.Context(), options(dir, "Soto"), done.Kept, false)
	check(t, err)
	if back.Backup.Rev != 3 {
		t.Errorf("put back %+v", back.Backup)
	}
	sound(t, s)

	// A damaged backup changes nothing.
	raw, err := os.ReadFile(path)
	check(t, err)
	bad := filepath.Join(dir, "bad.db")
	check(t, os.WriteFile(bad, raw[:len(raw)/2], 0o600))
	before, err := s.Rev(t.Context())
	check(t, err)
	if _, err := Restore(t.Context(), options(dir, "Soto"), bad, false); err == nil {
		t.Error("restored half a backup")
	}
	if after, err := s.Rev(t.Context()); err != nil || after != before {
		t.Errorf("%d became %d, %v", before, after, err)
	}

	// On another computer, with the key file brought along.
	far := options(t.TempDir(), "Soto")
	far.KeyFile = s.KeyPath()
	if got, err := Restore(t.Context(), far, path, false); err != nil || got.Kept != "" {
		t.Errorf("%+v, %v", got, err)
	}

	// In place of a database that cannot be opened.
	check(t, os.WriteFile(filepath.Join(dir, "muster.db"), []byte("spoilt"), 0o600))
	if got, err := Restore(t.Context(), options(dir, "Soto"), path, false); err != nil || got.Kept == "" {
		t.Errorf("%+v, %v", got, err)
	}
	sound(t, s)
}

// Whatever is changed, taken out, put in or put back beneath the store is
// found by Verify.
func TestTampering(t *testing.T) {
	dir := t.TempDir()
	eng := roomy()
	s := inMemory(t, eng, dir, "Ruiz")
	a := &model.Agency{ID: s.NewID(), Name: "PESP"}
	b := &model.Agency{ID: s.NewID(), Name: "FGE"}
	p := &model.Person{ID: s.NewID(), Given: "Itzel", Agency: a.ID}
	put(t, s, 0, a, b, p)
	old := dump(t, eng)
	put(t, s, 1, a, p)
	_, err := remove(s, 1, b)
	check(t, err)
	sound(t, s)
	good := dump(t, eng)

	caught := func(what string, changed map[string][]byte) {
		t.Helper()
		restored := roomy()
		load(t, restored, changed)
		s, err := attach(t.Context(), restored, options(dir, "Ruiz"))
		if err != nil {
			return // not even opened
		}
		r, err := s.Verify(t.Context())
		if err == nil && len(r.Faults) == 0 {
			t.Errorf("%s: not noticed", what)
		}
	}
	with := func(change func(m map[string][]byte)) map[string][]byte {
		m := map[string][]byte{}
		for k, v := range good {
			m[k] = bytes.Clone(v)
		}
		change(m)
		return m
	}
	for k, v := range good {
		caught("taken out "+kindOfKey(k), with(func(m map[string][]byte) { delete(m, k) }))
		if len(v) > 0 {
			for _, at := range []int{0, 1, len(v) / 2, len(v) - 1} {
				caught("changed "+kindOfKey(k), with(func(m map[string][]byte) { m[k][at] ^= 1 }))
			}
		}
		for k2, v2 := range good {
			if k2 > k && k[0] == k2[0] && !bytes.Equal(v, v2) {
				caught("swapped "+kindOfKey(k), with(func(m map[string][]byte) { m[k], m[k2] = v2, v }))
			}
		}
		if was, there := old[k]; there && !bytes.Equal(was, v) && k != string(slotsKey) {
			caught("put back "+kindOfKey(k), with(func(m map[string][]byte) { m[k] = was }))
		}
	}
	for k, v := range old {
		if _, there := good[k]; !there {
			caught("brought back "+kindOfKey(k), with(func(m map[string][]byte) { m[k] = v }))
		}
	}
	caught("an entry written again by who has the key", with(func(m map[string][]byte) {
		e, err := openEntry(unsealed(t, s, m, entryKey(1)))
		check(t, err)
		e.Actor = "Soto"
		m[string(entryKey(1))] = s.vault.Seal(entryKey(1), encode(e))
	}))
	caught("an index key more", with(func(m map[string][]byte) { m[string(indexKey([16]byte{1}, model.RefOf(a)))] = nil }))
	caught("a strange entry", with(func(m map[string][]byte) { m[string([]byte{atEntry, 1})] = []byte("x") }))
	caught("a strange image", with(func(m map[string][]byte) { m[string([]byte{atImage, 1})] = []byte("x") }))
	caught("a strange key", with(func(m map[string][]byte) { m[string([]byte{byte(model.KindAgency), 1})] = []byte("x") }))
}

func unsealed(t *testing.T, s *Store, m map[string][]byte, key []byte) []byte {
	t.Helper()
	plain, err := s.vault.Open(key, m[string(key)])
	check(t, err)
	return plain
}

func kindOfKey(k string) string {
	switch k[0] {
	case atMeta:
		return "meta " + k[1:]
	case atEntry:
		return "entry"
	case atImage:
		return "image"
	case atIndex:
		return "index"
	}
	return model.Kind(k[0]).String()
}

func dump(t *testing.T, eng kv.Engine) map[string][]byte {
	t.Helper()
	m := map[string][]byte{}
	check(t, eng.View(t.Context(), func(r kv.Reader) error {
		return r.Scan(nil, nil, func(it kv.Item) (bool, error) {
			m[string(it.Key)] = bytes.Clone(it.Value)
			return true, nil
		})
	}))
	return m
}

func load(t *testing.T, eng kv.Engine, m map[string][]byte) {
	t.Helper()
	_, err := eng.Update(t.Context(), func(kv.Reader) (kv.Batch, error) {
		var b kv.Batch
		for k, v := range m {
			b.Ops = append(b.Ops, kv.Put([]byte(k), v))
		}
		return b, nil
	})
	check(t, err)
}

// A record that a newer program wrote is shown without what is not known
// here, and is neither written over nor exported.
func TestNewerRecord(t *testing.T) {
	s := inMemory(t, roomy(), t.TempDir(), "Ruiz")
	a := &model.Agency{ID: s.NewID(), Name: "PESP"}
	put(t, s, 0, a)
	ref := model.RefOf(a)
	newer := func(needs uint64) {
		body := encode(map[int]any{1: a.ID, 2: "PESP", 99: "from the future"})
		env := map[int]any{1: format + 1, 2: needs, 3: 1, 4: 1, 5: cbor.RawMessage(body), 77: "more"}
		_, err := s.eng.Update(t.Context(), func(kv.Reader) (kv.Batch, error) {
			return kv.Batch{Ops: []kv.Op{s.put(recordKey(ref), encode(env))}}, nil
		})
		check(t, err)
	}
	newer(format + 1)
	got, rev, err := s.Get(t.Context(), ref)
	if err != nil || got.(*model.Agency).Name != "PESP" || rev != 1 {
		t.Fatalf("read %v, %v", got, err)
	}
	var refused *NewerError
	if _, err := s.Commit(t.Context(), model.Change{Puts: []model.Put{{Record: a, Was: 1}}}); !errors.As(err, &refused) || refused.Ref != ref {
		t.Errorf("written over: %v", err)
	}
	if _, err := remove(s, 1, a); !errors.As(err, &refused) {
		t.Errorf("removed: %v", err)
	}
	if _, err := s.Undo(t.Context()); !errors.As(err, &refused) {
		t.Errorf("undone: %v", err)
	}
	if err := s.ExportAll(t.Context(), &bytes.Buffer{}); !errors.As(err, &refused) {
		t.Errorf("exported: %v", err)
	}
	// One field too many in a record of this format is damage.
	_, err = s.eng.Update(t.Context(), func(kv.Reader) (kv.Batch, error) {
		env := envelope{format, format, 1, 1, encode(map[int]any{1: a.ID, 2: "PESP", 99: "x"})}
		return kv.Batch{Ops: []kv.Op{s.put(recordKey(ref), encode(env))}}, nil
	})
	check(t, err)
	if _, _, err := s.Get(t.Context(), ref); !errors.Is(err, ErrDamaged) {
		t.Errorf("a field too many: %v", err)
	}
	// A database that needs a newer program.
	for _, set := range []func(h *head){func(h *head) { h.Writer = format + 1 }, func(h *head) { h.Needs = format + 1 }} {
		_, err = s.eng.Update(t.Context(), func(r kv.Reader) (kv.Batch, error) {
			h, err := look{s, r}.head()
			set(&h)
			return kv.Batch{Ops: []kv.Op{s.put(headKey, encode(h))}}, err
		})
		check(t, err)
		if _, err := s.Note(t.Context(), model.Say("act.x")); !errors.As(err, &refused) {
			t.Errorf("an act: %v", err)
		}
	}
	if _, err := s.Desk(t.Context()); !errors.As(err, &refused) {
		t.Errorf("a desk: %v", err)
	}
}
