package tabtest

import (
	"context"
	"path/filepath"

	"muster/model"
	"muster/store"
)

// OnDisk has a store in a folder of the test keep these records and whatever is
// committed from now on. The desk is what is read back.
func (h *Host) OnDisk(records ...model.Record) {
	h.T.Helper()
	dir := h.T.TempDir()
	st, err := store.Open(context.Background(), store.Options{
		Path: filepath.Join(dir, "t.db"), KeyDir: dir, Create: true, Actor: "Vega", Now: h.env.Now,
	})
	if err != nil {
		h.T.Fatal(err)
	}
	h.T.Cleanup(func() {
		if err := st.Close(); err != nil {
			h.T.Error(err)
		}
	})
	h.Shelf = st
	h.Keep = func(c model.Change) error {
		if _, err := st.Commit(context.Background(), c); err != nil {
			return err
		}
		return h.reread()
	}
	all := model.Change{Act: model.Say("cmd.act.sample")}
	for _, r := range records {
		all.Puts = append(all.Puts, model.Put{Record: r})
	}
	h.Commit(all)
}

// Undo undoes as many changes as are named and fails the test when the journal
// says anything else of one.
func (h *Host) Undo(named ...string) {
	h.T.Helper()
	for _, want := range named {
		e, err := h.Shelf.Undo(context.Background())
		if err != nil {
			h.T.Fatal(err)
		}
		if got := h.env.Say(e.Act); got != want {
			h.T.Errorf("the journal says %q, not %q", got, want)
		}
	}
	if err := h.reread(); err != nil {
		h.T.Fatal(err)
	}
}

func (h *Host) reread() error {
	d, err := h.Shelf.Desk(context.Background())
	if err == nil {
		h.Set(d)
	}
	return err
}
