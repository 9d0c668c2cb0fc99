package ride

import (
	"slices"
	"testing"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab/tabtest"
)

// crowd is the fixture in which a class is off, everybody has signed and the
// patrol has seats for as many as there are.
func crowd(f *fake, also ...model.Record) {
	c := model.Change{}
	for n := range byte(8) {
		who := *f.Desk().People.Get(officer(n + 1))
		who.Papers = model.Papers{Waiver: date(8), Witness: "E. Ruiz"}
		c.Puts = append(c.Puts, f.Desk().Put(&who))
	}
	s := f.session(patrol).Clone()
	s.Ride.Seats = 8
	c.Puts = append(c.Puts, f.Desk().Put(must(model.NewSession(s))))
	for _, r := range also {
		c.Puts = append(c.Puts, f.Desk().Put(r))
	}
	c.Removes = append(c.Removes, f.Desk().Remove(f.session(class)))
	f.Set(f.Desk().With(c, f.Desk().Rev+1))
}

func (f *fake) overfull(t *testing.T, id model.ID) {
	t.Helper()
	for _, c := range f.Board().ClashesOf(id) {
		if slices.Contains(limits[:], c.Rule) {
			t.Errorf("%s: %s", c.Rule, f.Env().Say(c.Text))
		}
	}
}

// Filling stops where the rules do, and says so: three on a shift, two on a
// late one, none where another ride has taken them up.
func TestFillStopsAtTheRules(t *testing.T) {
	for start, want := range map[int]int{68: 3, 90: 2} {
		f := newFake(t, "en", course(plainly))
		s := f.session(patrol).Clone()
		s.Start, s.Ride.Seats = date(16).At(start), 8
		crowd(f)
		s.Cars = nil
		f.Set(f.Desk().With(model.Change{Puts: []model.Put{f.Desk().Put(must(model.NewSession(s)))}}, f.Desk().Rev+1))
		Open(f, patrol)
		f.Press("F")
		if got := f.riders(patrol); len(got) != want || f.Last() != "ride.fill.stopped" {
			t.Errorf("from %v: %d seated, %s", s.Start, len(got), f.Last())
		}
		f.overfull(t, patrol)
		f.Press("F")
		if got := f.riders(patrol); len(got) != want || f.Last() != "ride.fill.none" {
			t.Errorf("again: %d seated, %s", len(got), f.Last())
		}
		f.Press("enter")
		if _, asks := f.Stack.Top().(*kit.Confirm); !asks {
			t.Error("one more by hand is not asked about")
		}
	}
}

// On standby the list is as long as those who can; that is what is said.
func TestFillRanks(t *testing.T) {
	f := begin(t, window)
	f.Press("F")
	if act := f.Acts[0].Act; act.ID != "ride.act.fill.standby" || f.Env().Say(act) != "6 ranked for 3 seats: SWAT 1" {
		t.Errorf("%q", f.Env().Say(act))
	}
}

// When nobody has signed, that is why nobody is seated.
func TestFillWithoutWaivers(t *testing.T) {
	f := newFake(t, "en", course(plainly))
	c := model.Change{Removes: []model.Remove{f.Desk().Remove(f.session(class))}}
	for n := range byte(8) {
		who := *f.Desk().People.Get(officer(n + 1))
		who.Papers = model.Papers{}
		c.Puts = append(c.Puts, f.Desk().Put(&who))
	}
	f.Set(f.Desk().With(c, f.Desk().Rev+1))
	Open(f, patrol)
	f.Press("F")
	if len(f.Acts) != 0 || f.Last() != "ride.fill.waivers" {
		t.Errorf("%d acts, %s", len(f.Acts), f.Last())
	}
}

// The other ride takes as many as the rules allow, and none is offered once
// the graduation begins, or on the last day.
func TestAnotherRideWithinTheRules(t *testing.T) {
	for _, graduates := range []bool{true, false} {
		f := newFake(t, "en", course(plainly))
		s := f.session(gone).Clone()
		s.Ride.Riders, s.Ride.Seats = nil, 8
		for n := range byte(5) {
			s.Ride.Riders = append(s.Ride.Riders, model.Rider{Person: officer(n + 1)})
		}
		also := []model.Record{must(model.NewSession(s))}
		end := date(23).At(0)
		if graduates {
			end = date(22).At(40)
			also = append(also, must(model.NewSession(model.Session{
				ID: num(model.KindSession, 9), Cohort: num(model.KindCohort, 1), Squads: model.SquadsOf(1, 2), Start: end,
				Block: model.Block{Kind: model.KindClass, Title: model.Text{En: "Graduation"}, Length: 4, Ends: true},
			})))
		}
		crowd(f, also...)
		Open(f, gone)
		other := f.session(gone).Clone()
		other.ID, other.Off = f.NewID(), nil
		days := tabtest.Top[*page](f.Host).legal(other)
		if len(days) == 0 {
			t.Fatal("none is offered")
		}
		for _, at := range days {
			if at >= end {
				t.Errorf("offered %v; it ends %v", at, end)
			}
		}
		f.Press("n", "enter")
		next := tabtest.Top[*page](f.Host).s
		if next.ID == gone || len(next.Ride.Riders) != 3 || f.Last() != "ride.again.fewer" {
			t.Errorf("%d riders, %s", len(next.Ride.Riders), f.Last())
		}
		f.overfull(t, next.ID)
	}
}
