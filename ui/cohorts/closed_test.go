package cohorts

import (
	"strings"
	"testing"

	"muster/model"
	"muster/ui/kit"
)

// A cohort closed years ago says how it ended, not what was once missing, and
// nothing of it is changed.
func TestAClosedCohortIsAsItEnded(t *testing.T) {
	c := model.Cohort{
		ID: cid(1, 1), Code: "HTI-13-1", Country: "HT", Zone: "UTC", First: today.Days(-4600), Last: today.Days(-4589),
		Places: 3, Squads: 1, State: model.Closed,
	}
	out := []model.Record{}
	for i, stage := range []model.Stage{model.Completed, model.Completed, model.Attended} {
		p, err := model.NewPerson(officer(c, i))
		if err != nil {
			t.Fatal(err)
		}
		p.Vetting.State = model.VettingSent
		out = append(out, p)
		c.Seats = append(c.Seats, model.Seat{Person: p.ID, No: i + 1, Squad: 1, Stage: stage, Since: c.Last})
	}
	rec, err := model.NewCohort(c)
	if err != nil {
		t.Fatal(err)
	}
	h := newStage(t, "en", append(out, rec)...)
	h.Choose(rec.ID)
	h.tab.toRoll()
	got := h.screen(120, 30)
	if !strings.Contains(got, "2 completed · 1 attended only") || !strings.Contains(got, "· closed") || strings.Contains(got, "waiting") {
		t.Errorf("seats:\n%s", got)
	}
	h.tab.show(outcomeView)
	got = h.screen(120, 30)
	if strings.Contains(got, "completed?") || !strings.Contains(got, "✓ completed") || strings.Contains(got, "as it stands") {
		t.Errorf("graduation:\n%s", got)
	}
	if o := h.tab.picture.(*outcomes); o.count[model.CompletedCourse] != 2 || o.count[model.AttendedCourse] != 1 {
		t.Errorf("%v", o.count)
	}
	for _, k := range []string{"h", "s", "d", "t", "g", "m", "w", "a", "r", "G"} {
		if _, why, handled := kit.Press(h.tab.Actions(), keyMsg(k)); !handled || why.IsZero() {
			t.Errorf("%s changes a closed cohort", k)
		}
	}
	h.tab.show(attendanceView)
	if got := h.screen(120, 30); !strings.Contains(got, "closed: its schedule is put away") {
		t.Errorf("attendance:\n%s", got)
	}
}

// What is counted in the headline adds up to the seats held, at every width at
// which it is said.
func TestTheHeadlineAddsUp(t *testing.T) {
	h := headline{
		code: "X", seats: piece{"30/30 seats", plain}, when: piece{"day 3 of 12", quiet}, squads: "A 8  B 8",
		counts: []piece{{"26 cleared", good}, {"1 blocked", bad}, {"3 waiting", soonDue}},
	}
	for w := range 120 {
		pieces, squads := h.fitting(w)
		n := 0
		for _, p := range pieces {
			for _, x := range h.counts {
				if p == x {
					n++
				}
			}
		}
		if n != 0 && n != 3 {
			t.Fatalf("in %d cells %d of the counts: %v", w, n, pieces)
		}
		if need := piecesWidth(pieces); len(pieces) > 0 && (need > w || squads != "" && need+3+len(squads) > w) {
			t.Fatalf("in %d cells: %v %q", w, pieces, squads)
		}
	}
}

// Every key of the graduation can be read, and run, from its list; what a row
// has no room for stands below.
func TestGraduationTellsKeysAndReasons(t *testing.T) {
	for _, key := range []string{"?", "f1"} {
		h := afterCourse(t, "es", 12)
		h.screen(80, 24)
		h.press("G", "home", "down", "down")
		if got := h.screen(80, 24); !strings.Contains(got, "Cázares P2, Raúl: No asistió a Pistol 1") && !strings.Contains(got, "Cázares P2, Raúl: ") {
			t.Errorf("no reason below the list:\n%s", got)
		}
		top := h.stack.Top()
		h.press(key)
		if h.stack.Top() == top {
			t.Fatalf("%s lists no keys:\n%s", key, h.screen(80, 24))
		}
		h.typed("otro resultado")
		h.press("enter")
		if got := h.screen(80, 24); !strings.Contains(got, "Resultado de") {
			t.Errorf("the list runs nothing:\n%s", got)
		}
	}
}

func TestMarkedAreCounted(t *testing.T) {
	h := afterCourse(t, "es", 12)
	h.screen(80, 24)
	h.press("home", "space", "space")
	for v := range viewCount {
		h.tab.show(v)
		if got := h.screen(80, 24); !strings.Contains(got, "2 marcados") {
			t.Errorf("view %s:\n%s", v.id(), got)
		}
	}
}

// The foot that has no room for everything names the key that shows it.
func TestTheFootReadsOn(t *testing.T) {
	h := inHand(t, "es", model.Running)
	h.tab.show(outcomeView)
	if got := h.screen(80, 20); !strings.Contains(got, "más: i") {
		t.Fatalf("%s", got)
	}
	h.press("i")
	if got := h.screen(80, 24); h.stack.Empty() || !strings.Contains(got, "Examen escrito") {
		t.Errorf("%s", got)
	}
}
