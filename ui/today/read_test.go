package today

import (
	"slices"
	"strings"
	"testing"
	"time"

	"muster/model"
	"muster/model/due"
	"muster/ui/kit"
)

// A sheet that is written stays open beneath the question where to.
func TestSheetStaysOpen(t *testing.T) {
	h := newHost(t, "es", true)
	h.Press("P", "s", "E")
	if s := h.Screen(80, 24); !strings.Contains(s, "-firmas.txt") {
		t.Errorf("the name of the file is not in Spanish:\n%s", s)
	}
	h.Press("esc")
	if r, ok := h.Stack.Top().(*reader); !ok || r.sheet.kind != signList {
		t.Fatalf("not back at the sheet but at %v", h.Stack.Top())
	}
	h.Press("?")
	h.Type("nombres")
	h.Press("enter")
	if r, ok := h.Stack.Top().(*reader); !ok || !r.sheet.Full {
		t.Error("the list of keys runs none")
	}
}

// However little room there is, the line about somebody missing says that they
// are.
func TestMissingIsSaid(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		h := newHost(t, tag, true)
		lose(t, h)
		p := *h.Desk().People.Get(h.tab.missing[0].Mark.Person)
		p.Given, p.Family = "Maximiliano Hermenegildo", "Etcheverría de la Torre y Villaseñor"
		h.put(t, &p)
		word := strings.TrimSpace(strings.ReplaceAll(h.Env().T("today.missing", "no", "", "name", ""), ":", ""))
		for w := 44; w <= 140; w++ {
			if s := h.tab.sayMissing(&h.tab.missing[0], w); !strings.Contains(s, word) || kit.Width(s) > w {
				t.Errorf("%d columns: %q", w, s)
			}
		}
	}
}

// The detail that its pane cuts can be read to its end, and begins anew with
// another record.
func TestDetailIsReadOn(t *testing.T) {
	h := newHost(t, "en", true)
	s := h.Screen(80, 20)
	if !strings.Contains(s, "more lines: J") {
		t.Fatalf("nothing says how to read on:\n%s", s)
	}
	last := h.tab.plan.detail[len(h.tab.plan.detail)-1].parts[0].text
	for range 9 {
		h.Press("J")
	}
	if s := h.Screen(80, 20); !strings.Contains(s, last) || strings.Contains(s, "more line") {
		t.Errorf("%q is not reached:\n%s", last, s)
	}
	h.Press("K")
	h.Press("j")
	if h.tab.read != 0 {
		t.Error("the next block is read from the middle")
	}
	h.Screen(200, 60)
	if h.Press("J"); h.Last() != "today.why.no-more" {
		t.Errorf("J does nothing and says %q", h.Last())
	}
}

// Without anything to do the footer teaches no dead key.
func TestNoDeadKeys(t *testing.T) {
	for _, a := range newHost(t, "en", false).tab.Actions() {
		if a.Rank > 0 {
			t.Errorf("%s is in the footer of an empty tab", a.ID)
		}
	}
}

// A day with nothing but what goes on from the evening before says so.
func TestTheDayAfterANight(t *testing.T) {
	h := newHost(t, "en", true)
	h.Press("[", "[", "[")
	s := h.Screen(120, 36)
	if !strings.Contains(s, "Sunday 15") || !strings.Contains(s, "until 00:30") || strings.Contains(s, "nothing planned") {
		t.Errorf("a ride goes on until half past midnight:\n%s", s)
	}
	if !strings.Contains(s, "riders") && !strings.Contains(s, "rider") {
		t.Errorf("how many ride is told as squads:\n%s", s)
	}
}

// What was called off was so at a minute, the same wherever it is told.
func TestCalledOffAtTheMinute(t *testing.T) {
	h := newHost(t, "en", true)
	n := h.tab.current().session.Clone()
	n.Off = &model.Off{At: n.Start.Minute() - 17, Reason: "Flooded"}
	h.put(t, &n)
	h.tab.blocks.Select(n.ID)
	h.tab.Changed()
	if s := h.Screen(120, 36); !strings.Contains(s, "Called off Wed 18 Nov, 09:43") {
		t.Error(s)
	}
}

// Rolls that were not called lead to the day of the oldest, the cursor on it.
func TestUncalledRollsAreGoneTo(t *testing.T) {
	h := newHost(t, "en", true)
	oldest := h.Desk().SessionsOf(h.InHand)[0]
	for _, s := range h.Desk().SessionsOf(h.InHand) {
		if s.Placed() && s.Block.Taught() && s.Start < oldest.Start && s.Officers(h.Cohort()) > 0 {
			oldest = s
		}
	}
	h.Set(h.Desk().With(model.Change{Removes: []model.Remove{{Ref: model.Ref{Kind: model.KindRoll, ID: oldest.ID}}}}, h.Desk().Rev+1))
	h.later(time.Minute)
	i := slices.IndexFunc(h.tab.due, func(v due.Item) bool { return v.Rule == "roll-call" })
	if i < 0 {
		t.Fatal("nobody misses the roll")
	}
	if ref := h.tab.due[i].Ref; !h.tab.Open(ref) || h.tab.session() == nil || h.tab.session().ID != oldest.ID {
		t.Errorf("%v leads to %v", ref, h.tab.session())
	}
}
