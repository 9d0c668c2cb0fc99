package plan

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/planner"
	"muster/ui/kit"
)

func english(t *testing.T) *fake { return newFake(t, "en", course(plainly)) }

// The best so far is shown at once; taking it is one act.
func TestMakeIsOneAct(t *testing.T) {
	for _, key := range []string{"enter", "esc"} {
		f := english(t)
		m := begun(f, &answers{holding: make(chan struct{})})
		f.press("enter")
		if f.stack.Empty() || m.said.ID != "plan.why.not-yet" {
			t.Fatal("there was nothing to take")
		}
		for i, r := range plans(f.desk) {
			hear(f, m, r)
			if s := f.screen(80, 24); !strings.Contains(s, []string{"6 of 7", "7 of 7", "73 → 28"}[i]) {
				t.Fatalf("plan %d is not shown\n%s", i, s)
			}
		}
		f.press(key)
		if !f.stack.Empty() || len(f.acts) != 1 || len(f.acts[0].Puts) != 3 || f.last() != "plan.done.make" {
			t.Fatalf("%s: %d acts, said %s", key, len(f.acts), f.last())
		}
		if s := f.session(searchA); s.Start != date(15).At(44) || !s.Has(ortega) {
			t.Errorf("%+v", s)
		}
	}
}

// x leaves the plan as it was, and so does esc while nothing has been found.
func TestMakeLeavesThePlan(t *testing.T) {
	for _, key := range []string{"x", "esc"} {
		f := english(t)
		m := begun(f, &answers{holding: make(chan struct{})})
		if key == "x" {
			hear(f, m, plans(f.desk)[2])
		}
		f.press(key)
		if !f.stack.Empty() || len(f.acts) != 0 || f.last() == "" {
			t.Errorf("%s: %d acts, said %q", key, len(f.acts), f.last())
		}
	}
}

// What places fewer than there are is only kept when that is said.
func TestMakeAsksWhenWorse(t *testing.T) {
	for _, answer := range []string{"esc", "t"} {
		f := english(t)
		m := begun(f, &answers{holding: make(chan struct{})})
		r := plans(f.desk)[0]
		r.Placed = 2
		hear(f, m, r)
		f.press("esc")
		if len(f.acts) != 0 || !strings.Contains(f.screen(80, 24), "2 sessions placed; there are 5 now") {
			t.Fatal(f.screen(80, 24))
		}
		f.press(answer)
		if want := map[string]int{"esc": 0, "t": 1}[answer]; len(f.acts) != want || !f.stack.Empty() {
			t.Errorf("%s: %d acts", answer, len(f.acts))
		}
	}
}

// What everybody was told is not changed without a question, nor is esc a trap.
func TestMakeAsksBeforeThePublishedChanges(t *testing.T) {
	f := english(t)
	m := begun(f, &answers{holding: make(chan struct{})})
	r := plans(f.desk)[2]
	r.Sessions = append(r.Sessions, with(f.desk, pistolA, func(s *model.Session) { s.Staff[0].Staff = vega }))
	hear(f, m, r)
	f.press("enter", "esc")
	if top[*making](f) != m || len(f.acts) != 0 {
		t.Fatal("going back does not lead back")
	}
	f.press("esc", "esc")
	if !f.stack.Empty() || len(f.acts) != 0 || f.last() != "plan.make.thrown" {
		t.Errorf("%d acts, said %s", len(f.acts), f.last())
	}
}

// Another scope begins the search anew; what the former still says is dropped.
func TestMakeDropsWhatIsLate(t *testing.T) {
	f := english(t)
	a := &answers{plans: plans(f.desk)[:1]}
	m := begun(f, a)
	old := m.run
	f.press("n")
	if m.scope.keep || m.best == nil {
		t.Fatal("it does not begin from nothing")
	}
	m.Update(word[*planner.Result]{of: old, best: plans(f.desk)[2], some: true})
	if m.best != a.plans[0] {
		t.Error("a late plan is shown")
	}
	f.press("l")
	if last := a.asked[len(a.asked)-1]; !last.Loose || last.Keep || m.stays.published != 0 {
		t.Errorf("%+v", last)
	}
	f.press("c", "down", "space", "enter")
	if last := a.asked[len(a.asked)-1]; len(last.Cohorts) != 2 {
		t.Errorf("%+v\n%s", last.Cohorts, f.screen(80, 24))
	}
}

// What somebody else changed while the plan was made stays as they have it.
func TestMakeMeanwhile(t *testing.T) {
	f := english(t)
	m := begun(f, &answers{holding: make(chan struct{})})
	hear(f, m, plans(f.desk)[2])
	theirs := with(f.desk, searchA, func(s *model.Session) { s.Place = range2 })
	f.set(f.desk.With(model.Change{Puts: []model.Put{f.desk.Put(theirs)}}, f.desk.Rev+1))
	f.press("enter")
	if len(f.acts) != 1 || len(f.acts[0].Puts) != 2 || f.last() != "plan.some-changed" || f.session(searchA) != theirs {
		t.Errorf("%d acts, said %s", len(f.acts), f.last())
	}
}

// A plan made on a draft that is gone goes nowhere.
func TestMakeOnADraftThatWent(t *testing.T) {
	f := english(t)
	drafted(f)
	v := f.desk.Drafts.Get(num(model.KindDraft, 1))
	p := planned(f, &answers{holding: make(chan struct{})}, night)
	p.board.Draft = func() *model.Draft { return v }
	p.makePlan()
	hear(f, top[*making](f), plans(f.desk)[2])
	v = nil
	f.press("enter")
	if len(f.acts) != 0 || f.last() != "plan.draft.gone" || !f.stack.Empty() {
		t.Errorf("%d acts, said %s", len(f.acts), f.last())
	}
}

// The price list goes by price; details come first, then one act.
func TestRepairTakesOneOffer(t *testing.T) {
	f := english(t)
	p, taken := planned(f, &answers{offers: offers(f.desk)}, night), 0
	p.taken = func() { taken++ }
	f.do(p.repair(nil))
	m := top[*mending](f)
	var kinds []planner.OfferKind
	for _, o := range m.offers {
		kinds = append(kinds, o.Kind)
	}
	want := []planner.OfferKind{planner.Substitutes, planner.FewestMoves, planner.FairPrice, planner.LargestPart}
	for i := range want {
		if kinds[i] != want[i] {
			t.Fatalf("%v", kinds)
		}
	}
	f.press("down")
	if s := f.screen(80, 24); !strings.Contains(s, "No plan moves fewer than 1.") || !strings.Contains(s, "Thu 15 08:00 → Fri 16 08:00") {
		t.Fatal(s)
	}
	f.press("enter", "esc", "enter")
	if len(f.acts) != 0 || taken != 0 {
		t.Fatal("details took it")
	}
	f.press("enter")
	if !f.stack.Empty() || taken != 1 || len(f.acts) != 1 || len(f.acts[0].Puts) != 1 || f.last() != "plan.done.repair" {
		t.Errorf("%d acts, said %s", len(f.acts), f.last())
	}
	if s := f.session(searchA); s.Start != date(16).At(32) || s.Place != range2 {
		t.Errorf("%+v", s)
	}
}

// A storm closes what is outdoors for the part of the day, as one act, and the
// price list follows.
func TestStorm(t *testing.T) {
	f := english(t)
	p := planned(f, &answers{offers: offers(f.desk)}, night)
	f.do(p.storm(p.weathered))
	f.press("ctrl+s") // Tuesday: nothing is out there
	if len(f.acts) != 1 || !f.stack.Empty() {
		t.Fatalf("%d acts\n%s", len(f.acts), f.screen(80, 24))
	}
	f.do(p.storm(p.weathered))
	f.press("end")
	for range 11 {
		f.press("backspace")
	}
	f.typed("14")
	f.press("down", "right", "ctrl+s") // Wednesday morning
	if len(f.acts) != 2 || len(f.acts[1].Puts) != 2 {
		t.Fatalf("%d acts\n%s", len(f.acts), f.screen(80, 24))
	}
	b := f.desk.Places.Get(yard).Bookings
	if len(b) != 2 || !b[1].Closed || b[1].Span != (model.Span{From: date(14).At(0), To: date(14).At(52)}) {
		t.Errorf("%+v", b)
	}
	if m := top[*mending](f); len(m.scope.cohorts) != 1 || len(m.broken) == 0 {
		t.Errorf("%v: %d broken", m.scope.cohorts, len(m.broken))
	}
}

// What the rules say of a slot is there at once; a line leads to what it is
// about.
func TestWhyNotHere(t *testing.T) {
	f := english(t)
	planned(f, &answers{holding: make(chan struct{})}, night).why(searchA, date(12).At(32))
	w := top[*reasons](f)
	if s := f.screen(80, 24); !strings.Contains(s, "Vega is in Opening and in Vehicle search 1 at once.") || !strings.Contains(s, "Looking for a plan") {
		t.Fatal(s)
	}
	f.press("enter")
	if f.stack.Empty() || w.said.ID != "plan.why.no-way" {
		t.Fatal("a heading leads somewhere")
	}
	f.press("down", "enter")
	if len(f.jumps) != 1 || f.jumps[0].ID != opening {
		t.Errorf("%v", f.jumps)
	}
}

// A session that stands well needs no plan that moves it.
func TestWhyOfWhatHolds(t *testing.T) {
	f := english(t)
	f.do(planned(f, &answers{why: no()}, night).why(pistolB, 0))
	if s := f.screen(80, 24); !strings.Contains(s, "It has its place") || strings.Contains(s, "cannot be") {
		t.Error(s)
	}
}

// What is all published is not made better, and the page says why.
func TestMakeHeld(t *testing.T) {
	f := english(t)
	f.do(planned(f, &answers{plans: []*planner.Result{{Placed: 7}}}, night).makePlan())
	if s := f.screen(80, 24); !strings.Contains(s, "l lets what is published move") {
		t.Error(s)
	}
}

// A loosening that is no setting leads to the record that it is about.
func TestLooseningLeadsThere(t *testing.T) {
	for down, want := range []model.Ref{
		{Kind: model.KindSession, ID: night},
		{Kind: model.KindSession, ID: pistolB},
		{Kind: model.KindStaff, ID: vega},
		{},
		{Kind: model.KindSession, ID: pistolB},
	} {
		f := english(t)
		f.do(planned(f, &answers{why: no()}, night).why(model.ID{}, 0))
		for range down {
			f.press("down")
		}
		f.press("enter")
		switch {
		case down == 2: // a heading
			if top[*reasons](f).said.ID != "plan.why.no-way" {
				t.Error("a heading leads somewhere")
			}
		case down == 3:
			if _, ok := f.stack.Top().(*kit.Form); !ok {
				t.Errorf("%d: a setting is not set", down)
			}
		case len(f.jumps) != 1 || f.jumps[0] != want:
			t.Errorf("%d: %v, want %v", down, f.jumps, want)
		}
	}
}

// A loosening that is a setting is applied here, and asked about again.
func TestLoosen(t *testing.T) {
	f := english(t)
	a := &answers{why: no()}
	f.do(planned(f, a, night).why(model.ID{}, 0))
	f.press("down", "down", "down", "enter")
	f.press("end")
	f.typed("0") // 90: out of bounds
	f.press("ctrl+s")
	if len(f.acts) != 0 {
		t.Fatal("out of bounds")
	}
	f.press("backspace", "backspace")
	f.typed("11")
	a.why = planner.Explanation{}
	f.press("ctrl+s")
	if len(f.acts) != 1 {
		t.Fatal(f.screen(80, 24))
	}
	if r, _ := f.desk.Settings.Rec.Rule("taught-hours"); r.Value == nil || *r.Value != 11 {
		t.Errorf("%+v", r)
	}
	if s := f.screen(80, 24); !strings.Contains(s, "There is a plan") {
		t.Error(s)
	}
}

// A draft is begun, shown by the board, compared and adopted in one act.
func TestDrafts(t *testing.T) {
	f := english(t)
	var shown []model.ID
	p := planned(f, &answers{}, night)
	p.board.Show = func(id model.ID) tea.Cmd { shown = append(shown, id); return nil }
	p.board.Draft = func() *model.Draft {
		if len(shown) == 0 {
			return nil
		}
		return f.desk.Drafts.Get(shown[len(shown)-1])
	}
	f.do(p.drafts())
	f.press("n", "ctrl+s")
	list := f.desk.DraftsOf(mex)
	if len(list) != 1 || list[0].Title != "What if 1" || len(shown) != 1 || shown[0] != list[0].ID || !f.stack.Empty() {
		t.Fatalf("%d drafts, shown %v\n%s", len(list), shown, f.screen(80, 24))
	}
	drafted(f)
	f.do(p.drafts())
	top[*draftList](f).grid.Select(num(model.KindDraft, 1))
	f.press("c", "esc", "a")
	if len(f.acts) != 2 || len(f.desk.DraftsOf(mex)) != 2 || f.session(searchA).Start != date(16).At(32) {
		t.Fatalf("%d acts, %d drafts", len(f.acts), len(f.desk.DraftsOf(mex)))
	}
	f.do(p.drafts())
	f.press("home", "x")
	if top[*draftList](f).said.ID != "plan.why.record" {
		t.Error("the plan of record is thrown away")
	}
	f.press("down", "e")
	f.typed("!")
	f.press("ctrl+s", "x", "x")
	if n := len(f.desk.DraftsOf(mex)); n != 0 || len(f.acts) != 5 {
		t.Errorf("%d drafts, %d acts\n%s", n, len(f.acts), f.screen(80, 24))
	}
}

// Sliders show what they do before they are kept, as one act.
func TestWishes(t *testing.T) {
	f := english(t)
	f.do(planned(f, &answers{}, night).wishes())
	f.press("right", "down", "left")
	if s := f.screen(80, 24); !strings.Contains(s, "12 → 18") || !strings.Contains(s, "21 → 24") {
		t.Fatal(s)
	}
	f.press("esc")
	if _, ok := f.stack.Top().(*kit.Confirm); !ok {
		t.Fatal("sliders are lost without a word")
	}
	f.press("esc", "enter")
	set := f.desk.Settings.Rec
	if len(f.acts) != 1 || set == nil || len(set.Wishes) != 2 || f.last() != "plan.done.wishes" {
		t.Fatalf("%d acts: %+v", len(f.acts), set)
	}
	f.do(planned(f, &answers{}, night).wishes())
	f.press("d", "enter")
	if n := len(f.desk.Settings.Rec.Wishes); n != 0 || len(f.acts) != 2 {
		t.Errorf("%d wishes are set, %d acts", n, len(f.acts))
	}
}

// Other relays take another length, and both are one act.
func TestRelays(t *testing.T) {
	f := english(t)
	p := planned(f, &answers{ways: ways()}, pistolB)
	p.relays()
	f.press("up", "enter")
	if len(f.acts) != 0 || top[*shootTable](f).said.ID != "planner.way.people" {
		t.Fatal("one way that cannot be was taken")
	}
	f.press("down", "down", "enter")
	if s := f.session(pistolB); len(f.acts) != 1 || s.Block.Fire.Relays != 3 || s.Block.Length != 12 {
		t.Errorf("%d acts, %+v", len(f.acts), s.Block)
	}
	p = planned(f, &answers{}, lanes)
	if p.whyRelays().IsZero() {
		t.Error("rescue lanes shoot")
	}
}

// The menu opens a page by its letter and says why it cannot.
func TestMenu(t *testing.T) {
	f := english(t)
	f.do(planned(f, &answers{}, lanes).menu())
	f.press("l")
	if m := top[*letterMenu](f); m.said.ID != "plan.why.no-fire" {
		t.Errorf("said %v", m.said)
	}
	f.press("s")
	top[*sliderPage](f)
	f.press("esc")
	f.cohort = model.ID{}
	if why := Actions(f, Board{})[0].Blocked(); why.ID != "plan.why.no-cohort" {
		t.Error(why)
	}
}

// What becomes of a session is told by what is noticed first.
func TestSorts(t *testing.T) {
	d := course(plainly)
	s := d.Sessions.Get(searchA)
	for _, c := range []struct {
		f    func(*model.Session)
		want sort
		ok   bool
	}{
		{func(*model.Session) {}, differs, false},
		{func(s *model.Session) { s.Start++; s.Place = range1 }, moves, true},
		{func(s *model.Session) { s.Start = 0 }, toTray, true},
		{func(s *model.Session) { s.Place = range1 }, places, true},
		{func(s *model.Session) { s.Staff[0].Staff = ruiz }, swaps, true},
		{func(s *model.Session) { s.Block.Length = 4 }, differs, true},
		{func(s *model.Session) { s.Note = "bring water" }, differs, false},
	} {
		if k, ok := sorted(s, with(d, searchA, c.f)); ok != c.ok || ok && k != c.want {
			t.Errorf("%d, %v; want %d, %v", k, ok, c.want, c.ok)
		}
	}
	if k, _ := sorted(nil, s); k != comes {
		t.Error(k)
	}
	if k, _ := sorted(s, nil); k != goes {
		t.Error(k)
	}
}
