package schedule

import (
	"testing"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

// What is drawn of a card begins and ends in the rows of its own time, beside
// what runs in parallel, however many days are shown.
func TestCardsLieAtTheirTime(t *testing.T) {
	for _, size := range [][2]int{{80, 21}, {120, 37}, {200, 47}} {
		f := newFake(busy(), "en", kit.Dark)
		f.tab.Resize(size[0], size[1])
		for range 6 {
			for _, p := range f.tab.pieces {
				s, sc := f.tab.cards[p.card].s, f.tab.scale
				if p.above || p.below {
					continue
				}
				if top := f.tab.frame.grid.Y + sc.row(s.Start.OfDay()); p.rect.Y != top {
					t.Fatalf("%v: %s at %v is drawn in row %d, not %d", size, s.Block.Title.En, s.Start, p.rect.Y, top)
				}
				if q := sc.quarter(p.rect.Y + p.rect.H - f.tab.frame.grid.Y); q > s.Start.OfDay()+s.Block.Length+sc.step {
					t.Errorf("%v: %s is drawn beyond its end", size, s.Block.Title.En)
				}
			}
			f.press("z")
		}
	}
}

// Cards side by side can be read unless the user asked for more days.
func TestLanesCanBeRead(t *testing.T) {
	for size, days := range map[[2]int]int{{80, 21}: 3, {120, 37}: 4, {200, 47}: 7} {
		f := newFake(busy(), "en", kit.Dark)
		f.tab.Resize(size[0], size[1])
		for _, p := range f.tab.pieces {
			if c := f.tab.cols[p.col]; p.rect.W < minLane-1 && c.lanes < 4 {
				t.Errorf("%v: %s has %d cells", size, f.tab.cards[p.card].title, p.rect.W)
			}
		}
		if got := len(f.tab.cols); got < days {
			t.Errorf("%v: %d days are shown", size, got)
		}
		f.press("o")
		if got := len(f.tab.cols); got < 7 {
			t.Errorf("%v: %d days of one squad are shown", size, got)
		}
	}
}

// Whatever is selected is in sight as a whole, where there are rows for it.
func TestSelectedCardIsInSight(t *testing.T) {
	for _, size := range [][2]int{{80, 21}, {100, 24}, {120, 37}} {
		f := newFake(busy(), "en", kit.Dark)
		f.tab.Resize(size[0], size[1])
		for i := range f.tab.cards {
			s := f.tab.cards[i].s
			if !f.tab.Open(model.Ref{Kind: model.KindSession, ID: s.ID}) || f.tab.here() == nil {
				t.Fatalf("%v: %s is not on the screen", size, s.Block.Title.En)
			}
			p := f.tab.here()
			if p.rect.W < minLane-1 {
				t.Errorf("%v: %s has %d cells", size, s.Block.Title.En, p.rect.W)
			}
			if past := s.Span().To.Date() != s.Start.Date(); s.Block.Length <= (f.tab.scale.rows-1)*f.tab.scale.step && !past && (p.above || p.below) {
				t.Errorf("%v: %s is cut off", size, s.Block.Title.En)
			}
		}
	}
}

func TestSwapByEnter(t *testing.T) {
	f := begin(t, 120, 37)
	a, b := f.session(opening).Start, f.session(rifle).Start
	f.on(t, opening)
	f.press("s")
	f.on(t, rifle)
	f.press("enter")
	if f.session(opening).Start != b || f.session(rifle).Start != a || len(f.acts) != 1 {
		t.Error("enter on the other card does not swap")
	}
}

func TestSquadsUnchangedAreNoAct(t *testing.T) {
	f := begin(t, 120, 37)
	f.on(t, searchB)
	f.press("S", "enter")
	if len(f.acts) != 0 {
		t.Errorf("%v was committed", f.acts[0].Act)
	}
}

// For a ride without approvals mending offers to record them.
func TestFixApprovals(t *testing.T) {
	f := begin(t, 120, 37)
	s := f.session(swat).Clone()
	s.Start = today().Days(2).At(86)
	f.Commit(model.Change{Puts: []model.Put{{Record: must(model.NewSession(s))}}})
	f.on(t, swat)
	how := map[string]bool{}
	for _, x := range f.tab.fixes(f.session(swat), true) {
		how[x.how.ID] = true
	}
	for _, id := range []string{"schedule.fix.host-approval", "schedule.fix.swat-approval"} {
		if !how[id] {
			t.Errorf("%s is not offered: %v", id, how)
		}
	}
}

// For somebody in two sessions at once, mending offers another for either.
func TestFixStaffTwice(t *testing.T) {
	f := begin(t, 120, 37)
	five := *f.desk.Staff.Get(num(model.KindStaff, 3))
	five.ID = num(model.KindStaff, 9)
	a, b := f.session(pistolA).Clone(), f.session(searchB).Clone()
	b.Block.Needs = []model.Need{{Role: model.Medic, Skill: model.SkillMedic, Count: 1}}
	b.Staff = []model.Part{{Staff: num(model.KindStaff, 3), Role: model.Medic}}
	f.Commit(model.Change{Puts: []model.Put{
		{Record: must(model.NewStaff(five))}, {Record: must(model.NewSession(a))}, {Record: must(model.NewSession(b))},
	}})
	f.on(t, pistolA)
	list := f.tab.fixes(f.session(pistolA), true)
	how := map[string]bool{}
	for _, x := range list {
		how[x.how.ID] = true
	}
	if !how["schedule.fix.instead"] || !how["schedule.fix.there"] {
		t.Errorf("offered: %v", how)
	}
	f.press("f", "enter")
	for _, c := range f.board.ClashesOf(pistolA) {
		if c.Rule == staffTwice {
			t.Error("they are in both still")
		}
	}
	if act := f.acts[len(f.acts)-1].Act; act.ID != "schedule.act.fix" || f.env.Say(act) == "" {
		t.Errorf("%v", act)
	}
}

// A card that may begin nowhere says so, and why.
func TestNowhere(t *testing.T) {
	f := begin(t, 120, 37)
	p := *f.desk.Places.Get(num(model.KindPlace, 1))
	p.Bookings = []model.Booking{{Span: model.Span{From: date(1).At(0), To: date(31).At(0)}, Closed: true}}
	f.Commit(model.Change{Puts: []model.Put{{Record: must(model.NewPlace(p))}}})
	f.on(t, rifle)
	f.press("m")
	if why := f.tab.move.nowhere; why.ID != "schedule.move.nowhere" {
		t.Fatal("it is not said that no start is legal")
	}
	r, _ := rules.Find("place-closed")
	if why := f.tab.move.nowhere.Args[0].Value.([]model.Message); why[0].ID != r.Title().ID {
		t.Errorf("the reason given is %v", why)
	}
}
