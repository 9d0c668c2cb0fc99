package schedule

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"muster/model"
	"muster/store"
)

// A closed cohort's sessions are not on the desk: its plan is copied from the
// store.
func TestCopyPlanOfClosedCohort(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	st, err := store.Open(ctx, store.Options{Path: filepath.Join(dir, "db"), KeyDir: dir, Create: true, Actor: "Vega"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	}()
	d := small(plainly)
	past := *d.Cohorts.Get(num(model.KindCohort, 1))
	past.State = model.Closed
	next := past
	next.ID, next.Code, next.State = num(model.KindCohort, 2), "MEX-26-2", model.Planning
	next.First, next.Last = date(26), date(26).Days(11)
	d = d.With(model.Change{Puts: []model.Put{{Record: must(model.NewCohort(past))}, {Record: must(model.NewCohort(next))}}}, 1)
	var c model.Change
	for _, k := range model.Kinds {
		for _, r := range recordsOf(d, k) {
			c.Puts = append(c.Puts, model.Put{Record: r})
		}
	}
	c.Act = model.Say("schedule.act.take", "course", "x", "cohort", "x")
	if _, err := st.Commit(ctx, c); err != nil {
		t.Fatal(err)
	}
	desk, err := st.Desk(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if desk.Sessions.Len() != 0 {
		t.Fatal("the closed cohort's sessions are on the desk: this test tests nothing")
	}
	f := newFake(desk, "en", 0)
	f.store = st
	f.cohort = next.ID
	f.tab.Changed()
	f.tab.Resize(120, 37)
	f.press("Y", "enter")
	if len(f.tab.sessions) != 7 {
		t.Errorf("%d sessions copied: %v %v", len(f.tab.sessions), f.said, f.fails)
	}
}

func recordsOf(d *model.Desk, k model.Kind) []model.Record {
	var out []model.Record
	switch k {
	case model.KindAgency:
		for r := range d.Agencies.All {
			out = append(out, r)
		}
	case model.KindPerson:
		for r := range d.People.All {
			out = append(out, r)
		}
	case model.KindStaff:
		for r := range d.Staff.All {
			out = append(out, r)
		}
	case model.KindPlace:
		for r := range d.Places.All {
			out = append(out, r)
		}
	case model.KindKit:
		for r := range d.Kits.All {
			out = append(out, r)
		}
	case model.KindVehicle:
		for r := range d.Vehicles.All {
			out = append(out, r)
		}
	case model.KindCohort:
		for r := range d.Cohorts.All {
			out = append(out, r)
		}
	case model.KindSession:
		for r := range d.Sessions.All {
			out = append(out, r)
		}
	}
	return out
}

func TestHandOn(t *testing.T) {
	t.Chdir(t.TempDir())
	f := begin(t, 120, 37)
	f.press("X", "enter")
	b, err := os.ReadFile("mex-26-1.csv")
	if err != nil {
		t.Fatal(err, f.said)
	}
	text := string(b)
	if strings.Count(text, "\n") != 8 || !strings.Contains(text, "Pistol 1: fundamentals") || strings.Contains(text, "Ávila") {
		t.Errorf("written:\n%s", text)
	}
	if err := os.WriteFile("mex-26-1.csv", []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	f.press("X", "enter")
	if b, _ := os.ReadFile("mex-26-1.csv"); string(b) != "mine" {
		t.Error("a file was written over without asking")
	}
	if f.stack.Empty() {
		t.Error("nothing is asked")
	}
}
