package plan

import (
	"slices"
	"strings"
	"testing"

	"muster/model"
	"muster/model/planner"
	"muster/model/rules"
)

// What does not mend all comes after what does, and says so.
func TestOffersThatLeaveClashes(t *testing.T) {
	f := english(t)
	bad := planner.Offer{Kind: planner.Substitutes, Result: planner.Result{Swapped: 1, Sessions: []*model.Session{
		with(f.desk, searchA, func(s *model.Session) { s.Staff[0].Staff = ruiz }), // who has Pistol 1 then
	}}}
	f.do(planned(f, &answers{offers: append([]planner.Offer{bad}, offers(f.desk)...)}, night).repair(nil))
	m := top[*mending](f)
	if at := len(m.offers) - 2; len(m.left[at]) == 0 || len(m.left[0]) != 0 || m.offers[at].Kind != planner.Substitutes {
		t.Errorf("left %v", m.left)
	}
	f.press("end", "up")
	if s := f.screen(80, 24); !strings.Contains(s, "thing stays broken that this does not mend.") || !strings.Contains(s, "What is published stays") {
		t.Error(s)
	}
}

// A session that loses somebody it needs is not mended, taking that is no
// success, and what mends nothing is no offer.
func TestOffersThatLeaveNobody(t *testing.T) {
	f := english(t)
	set := *f.desk.Settings.Rec
	set.Rules = slices.DeleteFunc(slices.Clone(set.Rules), func(r model.RuleSetting) bool { return r.Rule == "people-needed" })
	f.set(f.desk.With(model.Change{Puts: []model.Put{{Record: must(model.NewSettings(set)), Was: f.desk.Settings.Rev}}}, f.desk.Rev+1))
	bare := planner.Offer{Kind: planner.Substitutes, Result: planner.Result{Swapped: 1, Sessions: []*model.Session{
		with(f.desk, pistolA, func(s *model.Session) { s.Staff = s.Staff[1:] }),
	}}}
	f.do(planned(f, &answers{offers: []planner.Offer{bare}}, night).repair(nil))
	m := top[*mending](f)
	if len(m.broken) != 0 || len(m.left[0]) != 1 || m.left[0][0].Grade() != rules.Incomplete {
		t.Fatalf("%d broken, left %v", len(m.broken), m.left)
	}
	f.press("enter", "enter")
	if got := f.said[len(f.said)-1].ID; got != "plan.hurts" {
		t.Error(got)
	}
	f.do(planned(f, &answers{offers: []planner.Offer{{Kind: planner.OtherPlaces}}}, night).repair(nil))
	if m := top[*mending](f); len(m.broken) != 1 || len(m.offers) != 0 || m.empty().ID != "plan.repair.nothing.held" {
		t.Errorf("%d broken, %d offers, %s", len(m.broken), len(m.offers), m.empty().ID)
	}
}
