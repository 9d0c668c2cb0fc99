package score

import (
	"slices"
	"strings"
	"testing"

	"muster/model"
)

// The sheet of another attempt lists those who have still to pass, and all on
// a key.
func TestOwing(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.night(t)
	h.unscored(s)
	takers := s.Takers(h.running())
	Open(h, s.ID)
	for i := range takers[:4] {
		h.Type([]string{"10\t15\t15\t", "1\t1\t1\t"}[i%2])
	}
	h.Press("esc")
	h.Stack.CloseAll()
	resit := *s
	resit.ID, resit.Again, resit.Start = h.NewID(), s.ID, s.Start+96
	h.Commit(model.Change{Puts: []model.Put{{Record: &resit}}})
	h.Acts = nil

	Open(h, resit.ID)
	r := h.top(t)
	listed := func() []model.ID {
		var out []model.ID
		for i := range r.draft.entries {
			out = append(out, r.draft.entries[i].people[0])
		}
		return out
	}
	few := listed()
	if text := r.about(); !strings.Contains(text, "2 who passed are not listed") {
		t.Errorf("%q", text)
	}
	if len(few) != len(takers)-2 || slices.Contains(few, takers[0].Person) || slices.Contains(few, takers[2].Person) {
		t.Fatalf("%d of %d are listed\n%s", len(few), len(takers), h.Screen(120, 40))
	}
	for _, e := range r.draft.entries {
		if e.people[0] == takers[1].Person && e.attempt != 2 {
			t.Errorf("who failed is at attempt %d", e.attempt)
		}
	}
	h.Type("10\t15\t15\t")
	h.Press("ctrl+y")
	if n := len(listed()); n != len(takers) || r.draft.entries[1].hits[0] != 10 {
		t.Fatalf("%d of %d are listed", n, len(takers))
	}
	h.Press("ctrl+y")
	if !slices.Equal(listed(), few) {
		t.Fatal("not back")
	}
	h.Press("esc")
	if rows := h.sheet(&resit).Rows; len(rows) != 1 || rows[0].Person != takers[1].Person || rows[0].Attempt != 2 {
		t.Fatalf("%+v", rows)
	}
}

// p and f are the verdict of the row wherever numbers go, and an officer is
// scored once every station has judged them.
func TestVerdictFromNumbers(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.where(t, func(s *model.Session) bool { return s.Block.Kind == model.KindVehicles && s.Circuit != nil })
	h.unscored(s)
	Open(h, s.ID)
	r := h.top(t)
	h.Type("2p")
	if e := r.draft.entries[0]; e.verdict != model.Passed || e.points != 2 || e.by != r.draft.scorer {
		t.Fatalf("%+v", e)
	}
	h.Press("tab")
	h.Type("130f")
	if e := r.draft.entries[0]; e.verdict != model.Failed || e.seconds != 130 {
		t.Fatalf("%+v", e)
	}
	h.Type("x")
	if r.hint.ID != "score.why.digits" {
		t.Errorf("%v", r.hint)
	}
	if people, scored, _ := r.draft.tally(); people != len(s.Takers(h.running())) || scored != 0 {
		t.Errorf("one team at one car: %d of %d", scored, people)
	}
	team := r.draft.entries[0].people
	for i := range r.draft.entries {
		if e := &r.draft.entries[i]; e.people[0] == team[0] {
			e.points, e.verdict = 1, model.Passed
		}
	}
	if _, scored, passed := r.draft.tally(); scored != len(team) || passed != len(team) {
		t.Errorf("%d scored, %d passed of %d", scored, passed, len(team))
	}
}

// The account of the rounds opens on what was issued of the first lot, on its
// name only where it has none.
func TestRoundsOpenOnIssued(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.night(t)
	h.unscored(s)
	for _, want := range []int{bookLot, bookIssued} {
		Open(h, s.ID)
		if want == bookIssued {
			h.Press("right", "right", "right", "right")
			h.Type("LOT7")
			h.Press("home")
		}
		h.Type("9\t14\t14")
		h.Press("ctrl+t")
		r := h.top(t)
		if r.book.row != 0 || r.book.col != want {
			t.Fatalf("row %d, column %d, not %d", r.book.row, r.book.col, want)
		}
		h.Stack.CloseAll()
	}
}
