package model_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"muster/model"
)

var whatIfCohort = &model.Cohort{ID: who(90), Code: "MEX-26-1", Zone: "UTC", First: 20000, Last: 20011, Squads: 2}

// planned is a session of that cohort, the n-th, in the quarter at of day 20000.
func planned(n byte, at int) *model.Session {
	return &model.Session{
		ID: who(n), Cohort: whatIfCohort.ID, Start: model.Date(20000).At(at), Squads: 3,
		Block: model.Block{Kind: model.KindClass, Title: model.Text{En: "Law"}, Length: 4},
	}
}

// planOf is a desk with that cohort and the sessions, at revision 7.
func planOf(list ...*model.Session) *model.Desk {
	c := model.Change{Puts: []model.Put{{Record: whatIfCohort}}}
	for _, s := range list {
		c.Puts = append(c.Puts, model.Put{Record: s})
	}
	return (&model.Desk{}).With(c, 7)
}

// starts are the sessions on the desk, and the quarter each begins at.
func starts(d *model.Desk) map[model.ID]int {
	out := map[model.ID]int{}
	for s := range d.Sessions.All {
		out[s.ID] = int(s.Start - model.Date(20000).At(0))
	}
	return out
}

func TestWithDraft(t *testing.T) {
	told := planned(2, 40)
	told.Told = told.Tell()
	d := planOf(planned(1, 30), told, planned(3, 50), planned(4, 60))
	held := &model.Roll{ID: who(4), Cohort: whatIfCohort.ID}
	d = d.With(model.Change{Puts: []model.Put{{Record: held}}}, 8)
	again := planned(12, 70)
	again.Again = who(3)
	stray := planned(13, 70)
	stray.Cohort = who(91)
	v := &model.Draft{
		ID: who(80), Cohort: whatIfCohort.ID, Title: "Rain",
		Sessions: []model.Session{*planned(2, 44), *planned(4, 64), *planned(9, 20), *planned(11, 70), *again, *stray},
		Gone:     []model.ID{who(3), who(8)},
		New:      []model.ID{who(11), who(12), who(13)},
	}
	got := d.WithDraft(v)
	want := map[model.ID]int{who(1): 30, who(2): 44, who(4): 60, who(11): 70}
	if diff := cmp.Diff(want, starts(got)); diff != "" {
		t.Error(diff)
	}
	if s := got.Sessions.Get(who(2)); s.Told == nil || s.Told.Start != told.Start || got.RevOf(model.RefOf(s)) != 7 {
		t.Errorf("what was published: %+v, at revision %d", s.Told, got.RevOf(model.RefOf(s)))
	}
	if diff := cmp.Diff(map[model.ID]int{who(1): 30, who(2): 40, who(3): 50, who(4): 60}, starts(d)); diff != "" {
		t.Errorf("the plan of record: %s", diff)
	}
	d = d.With(model.Change{Puts: []model.Put{{Record: v}}}, 9)
	puts, removes := v.Adopt(d)
	var moved []model.ID
	for _, p := range puts {
		moved = append(moved, p.Record.RecordID())
	}
	if !slices.Equal(moved, []model.ID{who(2), who(11)}) || puts[0].Was != 7 || puts[1].Was != 0 {
		t.Errorf("adopting puts %v", puts)
	}
	if diff := cmp.Diff([]model.Remove{
		{Ref: model.Ref{Kind: model.KindSession, ID: who(3)}, Was: 7}, {Ref: model.RefOf(v), Was: 9},
	}, removes); diff != "" {
		t.Error(diff)
	}
	if left := d.RemoveCohort(whatIfCohort); len(left) != 2 || len(d.DraftsOf(who(91))) != 0 {
		t.Errorf("with the cohort go %v", left)
	}
}

// Whatever is changed on the board of a draft, the desk with the draft is as if
// it had been changed in the plan of record; and adopting it makes it so.
func TestDraftIsAsThePlanWouldBe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []*model.Session
		for n := range byte(5) {
			list = append(list, planned(n+1, 8*int(n)))
		}
		d := planOf(list...)
		v := &model.Draft{ID: who(80), Cohort: whatIfCohort.ID, Title: "Rain"}
		changed := d
		for range rapid.IntRange(1, 8).Draw(t, "acts") {
			var c model.Change
			seen := map[model.ID]bool{}
			for range rapid.IntRange(1, 3).Draw(t, "records") {
				s := planned(byte(rapid.IntRange(1, 8).Draw(t, "session")), rapid.IntRange(0, 3).Draw(t, "at")*8)
				if seen[s.ID] {
					continue
				}
				seen[s.ID] = true
				if changed.Sessions.Get(s.ID) != nil && rapid.Bool().Draw(t, "remove") {
					c.Removes = append(c.Removes, changed.Remove(s))
				} else {
					c.Puts = append(c.Puts, changed.Put(s))
				}
			}
			changed = changed.With(c, 8)
			next, err := model.NewDraft(v.With(d, c))
			if err != nil {
				t.Fatal(err)
			}
			v = next
		}
		want := starts(changed)
		if diff := cmp.Diff(want, starts(d.WithDraft(v))); diff != "" {
			t.Fatalf("with the draft: %s", diff)
		}
		puts, removes := v.Adopt(d)
		d = d.With(model.Change{Puts: []model.Put{{Record: v}}}, 9).With(model.Change{Puts: puts, Removes: removes}, 10)
		if diff := cmp.Diff(want, starts(d)); diff != "" || d.Drafts.Len() != 0 {
			t.Fatalf("adopted, %d drafts left: %s", d.Drafts.Len(), diff)
		}
	})
}

func TestNewDraft(t *testing.T) {
	for name, c := range map[string]struct {
		draft model.Draft
		want  []string
	}{
		"empty":           {model.Draft{}, []string{"id", "cohort", "title"}},
		"a session twice": {model.Draft{ID: who(1), Cohort: who(2), Title: "x", Sessions: []model.Session{*planned(1, 4), *planned(1, 8)}}, []string{"sessions"}},
		"lists of nobody": {model.Draft{ID: who(1), Cohort: who(2), Title: "x", Gone: []model.ID{{}}, New: []model.ID{{}}}, []string{"gone", "new"}},
		"sound":           {model.Draft{ID: who(1), Cohort: who(2), Title: " x "}, nil},
	} {
		if _, err := model.NewDraft(c.draft); !slices.Equal(problems(err), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What was published goes with a copy of a session, and not with a copy of the
// plan for others.
func TestToldStaysBehind(t *testing.T) {
	s := planned(1, 30)
	s.Staff = []model.Part{{Staff: who(40), Role: model.Lead}}
	s.Told = s.Tell()
	c := s.Clone()
	c.Told.Staff[0].Role = model.Line
	c.Start++
	if start, place, staff := c.Kept(); start || !place || staff || s.Told.Staff[0].Role != model.Lead {
		t.Errorf("kept: start %v, place %v, staff %v; told %+v", start, place, staff, s.Told)
	}
	next := *whatIfCohort
	next.ID, next.First, next.Last = who(92), 20014, 20025
	n := byte(100)
	for _, v := range model.CopyPlan(whatIfCohort, []*model.Session{s}, &next, func() model.ID { n++; return who(n) }) {
		if v.Told != nil {
			t.Errorf("told to others: %+v", v.Told)
		}
	}
}
