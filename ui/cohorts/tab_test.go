package cohorts

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

// inHand is a stage with the sample programme and the cohort of that state in
// hand.
func inHand(t testing.TB, lang string, state model.CohortState) *stage {
	t.Helper()
	h := newStage(t, lang, programme()...)
	for c := range h.desk.Cohorts.All {
		if c.State == state {
			h.Choose(c.ID)
		}
	}
	if h.Cohort() == nil {
		t.Fatalf("the sample has no cohort %s", state)
	}
	h.tab.toRoll()
	return h
}

func TestScreens(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, size := range [][2]int{{80, 20}, {120, 36}, {200, 46}} {
			name := fmt.Sprintf("%s-%dx%d", lang, size[0], size[1])
			shot := func(what string, h *stage) {
				t.Run(what+"-"+name, func(t *testing.T) { golden.RequireEqual(t, []byte(h.screen(size[0], size[1]))) })
			}
			shot("empty", newStage(t, lang))
			shot("running", inHand(t, lang, model.Running))
			h := inHand(t, lang, model.Planning)
			shot("planning", h)
			h.press("l")
			shot("list", h)
			for v := attendanceView; v < viewCount; v++ {
				h := inHand(t, lang, model.Running)
				h.tab.show(v)
				shot(v.id(), h)
			}
		}
	}
}

func TestFits(t *testing.T) {
	h := newStage(t, "en", hostile(t)...)
	for c := range h.desk.Cohorts.All {
		h.Choose(c.ID)
	}
	for v := range viewCount {
		h.tab.show(v)
		h.tab.inList = v == seatsView
		kittest.Fit(t, h.tab.Resize, h.tab.Draw)
	}
	h.tab.show(seatsView)
	kittest.Fit(t, h.tab.Resize, h.tab.Draw)
}

// hostile is a cohort of people whose every text has broken screens.
func hostile(t testing.TB) []model.Record {
	t.Helper()
	var out []model.Record
	must := func(r model.Record, err error) model.Record {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
		return r
	}
	id := func(n int) model.ID { return model.ID{1: byte(n >> 8), 2: byte(n), 3: 1} }
	cut := func(s string, n int) string {
		r := []rune(model.Clean(s))
		return string(r[:min(len(r), n)])
	}
	c := model.Cohort{
		ID: id(1), Code: "MEX-26-1-A-VERY-LONG-ONE", Country: "MX", Zone: "America/New_York", First: today.Days(3), Last: today.Days(14), Places: 9, Squads: 26,
	}
	for i, s := range kittest.Hostile() {
		a, err := model.NewAgency(model.Agency{ID: id(100 + i), Name: "x" + cut(s, 199), Short: cut(s, 80)})
		must(a, err)
		u, err := model.NewUnit(model.Unit{ID: id(200 + i), Agency: a.ID, Name: "x" + cut(s, 199)})
		must(u, err)
		p, err := model.NewPerson(model.Person{
			ID: id(300 + i), Given: cut(s, 80), Family: "x" + cut(s, 79), Rank: cut(s, 80), Position: cut(s, 80),
			Agency: a.ID, Unit: u.ID, Native: cut(s, 80),
		})
		must(p, err)
		seat := model.Seat{Person: p.ID, No: 9900 + i, Squad: model.Squad(i%26 + 1), Stage: model.Stages[i%len(model.Stages)]}
		if i%4 == 3 {
			seat.Alternate, seat.Squad = i, 0
		}
		c.Seats = append(c.Seats, seat)
		c.Title = cut(s, 80)
	}
	rec, err := model.NewCohort(c)
	must(rec, err)
	return out
}

func TestActions(t *testing.T) {
	h := inHand(t, "en", model.Planning)
	for v := range viewCount + 1 {
		h.tab.show(v % viewCount)
		h.tab.inList = v == viewCount
		h.tab.roll.Update(kit.KeyMsg("space"))
		actions := h.tab.Actions()
		if bad := kit.Collisions(actions); len(bad) > 0 {
			t.Errorf("in view %d: keys collide: %v", v, bad)
		}
		checkLabels(t, h.env, actions)
		for _, a := range actions {
			for _, k := range a.Keys {
				if strings.ContainsAny(k, "0123456789") && len(k) == 1 || k == "tab" || k == "?" || k == ":" || k == "u" || k == "q" {
					t.Errorf("%s takes the program's key %s", a.ID, k)
				}
			}
			if why := a.Blocked(); !why.IsZero() && !h.env.Lang.Has(why.ID) {
				t.Errorf("%s: the reason %s is not in the catalogue", a.ID, why.ID)
			}
		}
	}
}

func checkLabels(t *testing.T, e *kit.Env, actions []kit.Action) {
	t.Helper()
	for _, a := range actions {
		if !e.Lang.Has("action."+a.ID) && !e.Lang.Has(a.ID) {
			t.Errorf("action %s has no label", a.ID)
		}
		if a.Group != "" && !e.Lang.Has("action.group."+a.Group) {
			t.Errorf("group %s has no heading", a.Group)
		}
	}
}

func TestEveryActionIsSafeAnywhere(t *testing.T) {
	for _, h := range []*stage{newStage(t, "en"), inHand(t, "es", model.Planning), inHand(t, "en", model.Running)} {
		for v := range 2 * viewCount {
			list := v == 0
			h.tab.show(v % viewCount)
			h.tab.inList = list
			for _, a := range h.tab.Actions() {
				if a.Run == nil || !a.Enabled() || a.ID == "cohorts.import" || a.ID == "cohorts.export" {
					continue
				}
				h.tab.show(v % viewCount)
				h.tab.inList = list
				cmd := a.Run()
				switch {
				case a.Group == "day", strings.HasPrefix(a.ID, "cohorts.open-"), a.ID == "cohorts.card":
					// these wait for the turn of a minute
				default:
					h.run(cmd)
				}
				h.screen(100, 30)
				someSizes(t, a.ID, h)
				h.stack.CloseAll()
			}
		}
		if h.failed != nil {
			t.Error(h.failed)
		}
	}
}

// someSizes draws what is open at a handful of sizes.
func someSizes(t *testing.T, what string, h *stage) {
	t.Helper()
	for _, s := range [][2]int{{1, 1}, {9, 3}, {24, 8}, {40, 12}, {79, 23}, {80, 24}, {120, 40}} {
		h.stack.Resize(s[0], s[1])
		c := kit.NewCanvas(s[0], s[1])
		h.stack.Draw(c)
		if bad := kittest.Misfit(c.String(), s[0], s[1]); bad != "" {
			t.Errorf("%s at %v: %s", what, s, bad)
		}
	}
}

func TestStory(t *testing.T) {
	h := inHand(t, "en", model.Planning)
	// stage of two people
	h.press("home", "space", "space", "s")
	h.typed("ticketed")
	h.press("enter")
	c := h.Cohort()
	n := 0
	for _, s := range c.Seats {
		if s.Stage == model.Ticketed && s.Since == today {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d people ticketed: %s", n, h.last())
	}
	// squads
	h.press("g")
	h.press("ctrl+a", "ctrl+k")
	h.typed("4")
	h.press("enter")
	if got := h.Cohort().Squads; got != 4 {
		t.Errorf("%d squads: %s", got, h.last())
	}
	// a squad by its letter
	h.press("home", "m", "d")
	if s, _ := h.Cohort().Seat(h.tab.current().seat.Person); s.Squad.String() != "D" {
		t.Errorf("in squad %s: %s", s.Squad, h.last())
	}
	// seat to alternate and back
	who := h.tab.current().seat.Person
	before := len(h.Cohort().Holders())
	h.press("t")
	if s, _ := h.Cohort().Seat(who); s.Alternate == 0 || len(h.Cohort().Holders()) != before-1 {
		t.Errorf("still holds a seat: %s", h.last())
	}
	h.tab.roll.Select(who)
	h.press("t")
	if s, _ := h.Cohort().Seat(who); s.Alternate != 0 || s.No == 0 {
		t.Errorf("still an alternate: %s", h.last())
	}
	// vetting
	h.tab.roll.Select(who)
	h.press("v")
	h.press("right", "right", "right")
	h.press("ctrl+s")
	if v := h.desk.People.Get(who).Vetting; v.State == "" {
		t.Errorf("vetting %+v: %s", v, h.last())
	}
	// out
	h.press("d")
	if _, ok := h.Cohort().Seat(who); ok {
		t.Error("still in the cohort")
	}
	if h.failed != nil {
		t.Error(h.failed)
	}
}

func TestPersonFormKeepsEverything(t *testing.T) {
	h := inHand(t, "en", model.Running)
	for i := range h.tab.seats {
		r := &h.tab.seats[i]
		f := newPersonForm(h.tab, *r.person, r.seat)
		form := kit.NewForm(h.stack, model.Say("cohorts.form.add"), f.fields()...)
		form.Check = f.read
		form.Resize(80, 30)
		if form.Dirty() {
			t.Fatalf("person %d: the form differs from the record before anything is typed", i)
		}
		form.Update(kit.KeyMsg("ctrl+s"))
		if f.made == nil {
			t.Fatalf("person %d is refused", i)
		}
		if !samePerson(f.made, r.person) {
			t.Errorf("person %d: saving the form changes the record\n%+v\n%+v", i, *r.person, *f.made)
		}
	}
}

func TestNewCohort(t *testing.T) {
	h := newStage(t, "en")
	h.press("c", "ctrl+s")
	c := h.Cohort()
	if c == nil {
		t.Fatalf("no cohort: %s\n%s", h.last(), h.screen(80, 24))
	}
	if c.Code != "26-1" || c.First.Weekday() != 1 || c.Last.Weekday() != 5 || c.Days() != 12 || c.Places != 30 || c.Squads != 3 {
		t.Errorf("cohort %+v", c)
	}
	h.press("c", "ctrl+s")
	if got := h.Cohort().Code; got != "26-2" {
		t.Errorf("the second is %s", got)
	}
	h.press("l", "d")
	if h.desk.Cohorts.Len() != 1 {
		t.Error("not deleted")
	}
}

func TestBadgeAndFaults(t *testing.T) {
	id := func(n byte) model.ID { return model.ID{5: n, 6: 1} }
	c, err := model.NewCohort(model.Cohort{ID: id(1), Code: "X-1", Zone: "UTC", First: today.Days(10), Last: today.Days(21), Seats: []model.Seat{{Person: id(2)}}})
	if err != nil {
		t.Fatal(err)
	}
	cleared := model.Vetting{State: model.VettingApproved, Decided: today.Days(-9), Until: c.Last}
	u := &model.Unit{ID: id(3), Vetting: cleared}
	good := model.Person{
		ID: id(2), Given: "Ana", Unit: id(3), Vetting: cleared,
		Passport:  model.Passport{No: "G1", Expires: c.Last.Days(400)},
		Papers:    model.Papers{Form: today, Passport: today, Photo: today, Waiver: today, Witness: "Pons", Insurance: today, Visa: today, Ticket: today},
		Emergency: model.Emergency{Name: "Eva", Phone: "1", Blood: "O+"},
	}
	with := func(edit func(*model.Person)) []fault {
		p := good
		edit(&p)
		d := (&model.Desk{}).With(model.Change{Puts: []model.Put{{Record: &p}, {Record: u}, {Record: c}}}, 1)
		return faultsOf(c, c.Seats[0], &p, d, today, limitsOf(nil))
	}
	if fs := with(func(*model.Person) {}); len(fs) != 0 {
		t.Fatalf("faults where there are none: %v", fs)
	}
	for id, edit := range map[string]func(*model.Person){
		"!cohorts.fault.vetting-ends":     func(p *model.Person) { p.Vetting.Until = c.Last - 1 },
		"!cohorts.fault.vetting-lapsed":   func(p *model.Person) { p.Vetting.Until = c.First - 1 },
		"!cohorts.fault.vetting-no":       func(p *model.Person) { p.Vetting.State = model.VettingSuspend },
		".cohorts.fault.unvetted-late":    func(p *model.Person) { p.Vetting = model.Vetting{} },
		"!cohorts.fault.passport-short":   func(p *model.Person) { p.Passport.Expires = c.Last.Days(180) },
		"!cohorts.fault.passport-expires": func(p *model.Person) { p.Passport.Expires = c.Last },
		".cohorts.fault.unit-unknown":     func(p *model.Person) { p.Unit = model.ID{} },
		".cohorts.fault.card":             func(p *model.Person) { p.Emergency.Blood = "" },
		".cohorts.fault.papers-late":      func(p *model.Person) { p.Papers.Photo = 0 },
	} {
		fs := with(edit)
		if len(fs) != 1 || fs[0].say.ID != id[1:] || fs[0].hard != (id[0] == '!') {
			t.Errorf("want %s, got %v", id, fs)
		}
	}
}

func TestMouse(t *testing.T) {
	h := inHand(t, "en", model.Planning)
	h.screen(120, 40)
	l := h.tab.layout()
	click := func(x, y int) { h.run(h.tab.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})) }
	click(l.roll.X+10, l.roll.Y+4)
	if row, _ := h.tab.roll.Current(); row != 3 {
		t.Errorf("on row %d", row)
	}
	slot := h.tab.roll.Layout().Cols[colName]
	click(l.roll.X+slot.X+1, l.roll.Y)
	if by, _ := h.tab.roll.Sort(); by != "name" {
		t.Errorf("sorted by %q", by)
	}
	h.tab.Update(kit.WheelMsg{X: l.roll.X + 1, Y: l.roll.Y + 3, Delta: 2})
	was := h.cohort
	click(l.list.X+4, l.list.Y+1)
	if h.cohort == was || !h.tab.inList {
		t.Error("a click on a cohort does not take it in hand")
	}
}

func TestOpen(t *testing.T) {
	h := inHand(t, "en", model.Planning)
	for c := range h.desk.Cohorts.All {
		if c.State == model.Running {
			who := c.Seats[4].Person
			if !h.tab.Open(model.Ref{Kind: model.KindPerson, ID: who}) || h.cohort != c.ID || h.tab.current().seat.Person != who {
				t.Error("a person is not opened in their cohort")
			}
		}
	}
	if h.tab.Open(model.Ref{Kind: model.KindPlace}) {
		t.Error("opens a place")
	}
}

func TestFilter(t *testing.T) {
	h := inHand(t, "en", model.Planning)
	h.screen(120, 40)
	h.press("/")
	h.typed("mejia")
	if !h.tab.Typing() || h.tab.roll.Shown() != 3 {
		t.Errorf("%d rows for mejia", h.tab.roll.Shown())
	}
	h.press("enter", "esc")
	if h.tab.roll.Shown() < 30 {
		t.Error("esc does not show all again")
	}
}

func BenchmarkKeyToFrame(b *testing.B) {
	h := inHand(b, "en", model.Planning)
	h.tab.Resize(120, 36)
	c := kit.NewCanvas(120, 36)
	for i := 0; b.Loop(); i++ {
		key := "down"
		if i%40 > 20 {
			key = "up"
		}
		h.press(key)
		c.Reset(120, 36)
		h.tab.Draw(c)
		if c.String() == "" {
			b.Fatal("nothing")
		}
	}
}
