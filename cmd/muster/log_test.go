package main

import (
	"encoding/json"
	"path/filepath"
	"testing"
	"time"

	"muster/model"
	"muster/store"
)

// What happened to a session, its roll and its sheet is found under the id
// that they share: each act once, and of each act what it did to them alone.
func TestTheLogOfASessionIsThatOfItsRollToo(t *testing.T) {
	home := t.TempDir()
	path := filepath.Join(home, "demo.db")
	mustRun(t, home, "demo", "--make", "--db", path)
	st, err := store.Open(t.Context(), store.Options{
		Path: path, KeyDir: filepath.Join(home, "config", "muster", "keys"), Actor: "Ana", Now: time.Now,
	})
	if err != nil {
		t.Fatal(err)
	}
	d, err := st.Desk(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var (
		roll  model.Roll
		other model.Record
	)
	for r := range d.Rolls.All {
		roll = *r
	}
	for s := range d.Staff.All {
		changed := *s
		changed.Called = "Somebody else"
		other = &changed
	}
	for i, brief := range []string{"water", "helmets"} {
		r := roll
		r.Brief = brief
		made, err := model.NewRoll(r)
		if err != nil {
			t.Fatal(err)
		}
		c := model.Change{Act: model.Say("cmd.act.sample"), Puts: []model.Put{{Record: made, Was: revOf(t, st, model.RefOf(made))}}}
		if i == 0 {
			c.Puts = append(c.Puts, model.Put{Record: other, Was: revOf(t, st, model.RefOf(other))})
		}
		if _, err := st.Commit(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	for _, limit := range []string{"0", "2"} {
		var acts []entryJSON
		out := mustRun(t, home, "log", "--db", path, "--of", roll.ID.String(), "--full", "--json", "--limit", limit)
		if err := json.Unmarshal([]byte(out), &acts); err != nil {
			t.Fatal(err)
		}
		if want := map[string]int{"0": 3, "2": 2}[limit]; len(acts) != want {
			t.Fatalf("%d acts, want %d", len(acts), want)
		}
		for i, a := range acts {
			if i > 0 && a.Rev >= acts[i-1].Rev {
				t.Errorf("act %d after act %d", a.Rev, acts[i-1].Rev)
			}
			told := false
			for _, r := range a.Records {
				told = told || r.Kind == "roll" && len(r.Fields) > 0
				if r.ID != roll.ID && len(r.Fields) > 0 {
					t.Errorf("act %d tells of the %s %s", a.Rev, r.Kind, r.ID)
				}
			}
			if !told {
				t.Errorf("act %d tells nothing of the roll", a.Rev)
			}
		}
	}
}

func revOf(t *testing.T, st *store.Store, ref model.Ref) model.Rev {
	t.Helper()
	_, rev, err := st.Get(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	return rev
}
