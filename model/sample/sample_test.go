package sample_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"muster/model"
	"muster/model/geo"
	"muster/model/sample"
)

const seed = 1

func date(t testing.TB, s string) model.Date {
	t.Helper()
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A world is the records by kind.
type world struct {
	all      []model.Record
	people   map[model.ID]*model.Person
	agencies map[model.ID]*model.Agency
	units    map[model.ID]*model.Unit
	staff    map[model.ID]*model.Staff
	places   map[model.ID]*model.Place
	vehicles map[model.ID]*model.Vehicle
	kits     map[model.ID]*model.Kit
	courses  map[model.ID]*model.Course
	cohorts  []*model.Cohort
	sessions []*model.Session
}

func sort(all []model.Record) *world {
	w := &world{
		all: all, people: map[model.ID]*model.Person{}, agencies: map[model.ID]*model.Agency{},
		units: map[model.ID]*model.Unit{}, staff: map[model.ID]*model.Staff{}, places: map[model.ID]*model.Place{},
		vehicles: map[model.ID]*model.Vehicle{}, kits: map[model.ID]*model.Kit{}, courses: map[model.ID]*model.Course{},
	}
	for _, r := range all {
		switch r := r.(type) {
		case *model.Person:
			w.people[r.ID] = r
		case *model.Agency:
			w.agencies[r.ID] = r
		case *model.Unit:
			w.units[r.ID] = r
		case *model.Staff:
			w.staff[r.ID] = r
		case *model.Place:
			w.places[r.ID] = r
		case *model.Vehicle:
			w.vehicles[r.ID] = r
		case *model.Kit:
			w.kits[r.ID] = r
		case *model.Course:
			w.courses[r.ID] = r
		case *model.Cohort:
			w.cohorts = append(w.cohorts, r)
		case *model.Session:
			w.sessions = append(w.sessions, r)
		}
	}
	return w
}

func (w *world) in(s model.CohortState) *model.Cohort {
	for _, c := range w.cohorts {
		if c.State == s {
			return c
		}
	}
	return nil
}

func TestEveryRecordIsAsItsConstructorReturnsIt(t *testing.T) {
	seen := map[model.Ref]bool{}
	for _, r := range sample.Make(date(t, "2026-01-20"), seed, sample.Alumni) {
		v, err := r.Valid()
		if err != nil {
			t.Errorf("%v: %v", r.RecordKind(), err)
			continue
		}
		if diff := cmp.Diff(r, v); diff != "" {
			t.Errorf("%v is changed by its constructor:\n%s", r.RecordKind(), diff)
		}
		if seen[model.RefOf(r)] {
			t.Errorf("%v %v is made twice", r.RecordKind(), r.RecordID())
		}
		seen[model.RefOf(r)] = true
	}
}

func TestAnyDayAndSeed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		today := model.Date(rapid.IntRange(16000, 40000).Draw(t, "today"))
		people := rapid.IntRange(0, 90).Draw(t, "people")
		got := 0
		for r := range sample.All(today, rapid.Uint64().Draw(t, "seed"), people) {
			if _, err := r.Valid(); err != nil {
				t.Fatalf("%v: %v", r.RecordKind(), err)
			}
			if r.RecordKind() == model.KindPerson {
				got++
			}
		}
		if got != people+65 {
			t.Fatalf("%d people, want %d", got, people+65)
		}
	})
}

func encode(t *testing.T, all []model.Record) string {
	t.Helper()
	b, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestSameDayAndSeedSameBytes(t *testing.T) {
	today := date(t, "2026-01-20")
	a := encode(t, sample.Make(today, seed, 100))
	if a != encode(t, sample.Make(today, seed, 100)) {
		t.Error("the same day and seed gave other records")
	}
	if a == encode(t, sample.Make(today, seed+1, 100)) {
		t.Error("another seed gave the same records")
	}
}

// Another day moves dates and nothing else: the same people come.
func TestOnlyDatesFollowTheDay(t *testing.T) {
	of := func(day string) []string {
		var out []string
		for r := range sample.All(date(t, day), seed, 200) {
			if p, ok := r.(*model.Person); ok {
				out = append(out, p.Name()+" "+p.Rank+" "+p.Passport.No+" "+p.Phone)
			}
		}
		return out
	}
	if diff := cmp.Diff(of("2026-01-20"), of("2027-06-05")); diff != "" {
		t.Errorf("other people came:\n%s", diff)
	}
}

func TestShape(t *testing.T) {
	today := date(t, "2026-01-20")
	w := sort(sample.Make(today, seed, sample.Alumni))
	if len(w.staff) != 12 {
		t.Errorf("%d instructors, want 12", len(w.staff))
	}
	lanes := 0
	kinds := map[model.PlaceKind]int{}
	for _, p := range w.places {
		lanes = max(lanes, p.Lanes)
		kinds[p.Kind]++
	}
	if lanes != 12 || kinds[model.ShootHouse] != 1 || kinds[model.SearchYard] != 1 || kinds[model.Tower] != 1 || kinds[model.Classroom] != 3 {
		t.Errorf("a site of %v with %d lanes", kinds, lanes)
	}
	run, next := w.in(model.Running), w.in(model.Planning)
	if len(run.Holders()) != 30 || len(run.Alternates()) != 2 || len(next.Holders()) != 30 || len(next.Alternates()) != 3 {
		t.Errorf("%d + %d run, %d + %d are to come", len(run.Holders()), len(run.Alternates()),
			len(next.Holders()), len(next.Alternates()))
	}
	for q := model.Squad(1); q <= 3; q++ {
		if n := run.Strength(model.SquadsOf(q)); n != 10 {
			t.Errorf("squad %v has %d", q, n)
		}
	}
	for _, s := range run.Seats {
		if r := w.people[s.Person].Region; r != "MX-SON" && r != "MX-CHH" {
			t.Errorf("somebody from %s among those of Sonora and Chihuahua", r)
		}
	}
	past := map[string]int{}
	closed, plans := 0, map[model.ID]bool{}
	for _, c := range w.cohorts {
		if c.State == model.Closed {
			closed++
			if y, _, _ := c.First.Civil(); y < 2013 || c.Last >= today {
				t.Errorf("%s ran from %v to %v", c.Code, c.First, c.Last)
			}
			for _, s := range c.Seats {
				past[w.people[s.Person].Country]++
			}
		}
	}
	for _, s := range w.sessions {
		plans[s.Cohort] = true
	}
	total := 0
	for _, n := range past {
		total += n
	}
	if closed != 25 || total != sample.Alumni || len(past) != 5 || past["MX"] != 0 {
		t.Errorf("%d past cohorts with %v", closed, past)
	}
	if len(plans) != 4 {
		t.Errorf("%d cohorts have sessions, want the two of today and two past ones", len(plans))
	}
}

// Whatever day it is, one course is in its middle and the next is near.
func TestMidCourseOnAnyDay(t *testing.T) {
	first := date(t, "2025-12-20")
	for i := 0; i < 400; i += 5 { // every weekday, every season
		today := first.Days(i)
		w := sort(sample.Make(today, seed, 0))
		run, next := w.in(model.Running), w.in(model.Planning)
		if at := int(today-run.First) + 1; at < 4 || at > 10 || run.First.Weekday() != 1 || run.Days() != 12 {
			t.Fatalf("%v is day %d of %s", today, at, run.Code)
		}
		if ahead := int(next.First - today); ahead < 11 || ahead > 18 || next.First <= run.Last || next.First.Weekday() != 1 {
			t.Fatalf("on %v %s begins in %d days", today, next.Code, ahead)
		}
	}
}

func TestNothingIsShared(t *testing.T) {
	w := sort(sample.Make(date(t, "2026-01-20"), seed, 3000))
	seen := map[string]bool{}
	codes := map[string]bool{}
	for _, p := range w.people {
		for _, no := range []string{"P" + p.Passport.No, "N" + p.Country + p.NationalID, "S" + p.ServiceNo, "E" + p.Email, "T" + p.Phone} {
			if seen[no] {
				t.Errorf("two people have %s", no)
			}
			seen[no] = true
		}
	}
	for _, c := range w.cohorts {
		if codes[c.Code] {
			t.Errorf("two cohorts are called %s", c.Code)
		}
		codes[c.Code] = true
	}
}

func TestPeopleAreWhole(t *testing.T) {
	phone := regexp.MustCompile(`^\+1 [2-9]\d\d 555 01\d\d$`)
	w := sort(sample.Make(date(t, "2026-01-20"), seed, sample.Alumni))
	native, arabic := 0, regexp.MustCompile(`^[\p{Arabic} ]+$`)
	for _, p := range w.people {
		if d, ok := geo.Region(p.Region); !ok || d.Country != p.Country {
			t.Errorf("no region %s in %s", p.Region, p.Country)
		}
		a, u := w.agencies[p.Agency], w.units[p.Unit]
		if a == nil || u == nil || u.Agency != a.ID || a.Country != p.Country || u.Region != p.Region {
			t.Errorf("agency and unit do not fit somebody from %s", p.Region)
		}
		if !phone.MatchString(p.Phone) || !phone.MatchString(p.Emergency.Phone) || !strings.HasSuffix(p.Email, "@example.org") {
			t.Errorf("%s, %s, %s could be somebody's", p.Phone, p.Emergency.Phone, p.Email)
		}
		if p.Rank == "" || p.Sex == "" || p.Born.IsZero() || p.Birthplace == "" || len(p.Speaks) == 0 || !p.Emergency.Complete() {
			t.Errorf("something is missing from a card from %s", p.Region)
		}
		if p.Native != "" {
			native++
			if p.Country != "EG" || !arabic.MatchString(p.Native) {
				t.Errorf("%q is no name in Arabic", p.Native)
			}
		}
	}
	if native < 30 {
		t.Errorf("%d names in Arabic", native)
	}
}

func TestReferencesResolve(t *testing.T) {
	w := sort(sample.Make(date(t, "2026-01-20"), seed, sample.Alumni))
	cohorts := map[model.ID]*model.Cohort{}
	for _, c := range w.cohorts {
		cohorts[c.ID] = c
		if w.courses[c.Course] == nil {
			t.Errorf("%s took no course", c.Code)
		}
		for _, s := range c.Seats {
			if w.people[s.Person] == nil {
				t.Errorf("%s seats nobody", c.Code)
			}
		}
	}
	for _, s := range w.sessions {
		c := cohorts[s.Cohort]
		if c == nil {
			t.Fatal("a session of no cohort")
		}
		if s.Placed() && s.Block.Place != "" && w.places[s.Place].Kind != s.Block.Place {
			t.Errorf("%s is at the wrong kind of place", s.Block.Title.En)
		}
		for _, p := range s.Staff {
			if w.staff[p.Staff] == nil {
				t.Errorf("%s is taught by nobody", s.Block.Title.En)
			}
		}
		for _, v := range s.Cars {
			if w.vehicles[v] == nil {
				t.Errorf("%s takes no vehicle", s.Block.Title.En)
			}
		}
		for _, k := range s.Block.Kit {
			if w.kits[k.Kit] == nil {
				t.Errorf("%s draws from no pool", s.Block.Title.En)
			}
		}
		if s.Ride != nil {
			for _, r := range s.Ride.Riders {
				if _, ok := c.Seat(r.Person); !ok {
					t.Errorf("a rider of %s has no seat in %s", s.Block.Title.En, c.Code)
				}
			}
		}
	}
}

// The running course is on the board whole, the next by half; everybody rides
// once.
func TestPlans(t *testing.T) {
	w := sort(sample.Make(date(t, "2026-01-20"), seed, 0))
	run, next := w.in(model.Running), w.in(model.Planning)
	placed := map[model.ID][2]int{}
	midnight := 0
	rides := map[model.ID]int{}
	for _, s := range w.sessions {
		n := placed[s.Cohort]
		n[1]++
		if s.Placed() {
			n[0]++
		}
		placed[s.Cohort] = n
		if s.Span().To > s.Start.Date().Days(1).At(0) {
			midnight++
		}
		if s.Ride != nil && s.Cohort == run.ID {
			for _, r := range s.Ride.Riders {
				rides[r.Person]++
			}
		}
	}
	if n := placed[run.ID]; n[0] != n[1] || n[1] < 80 {
		t.Errorf("%d of %d sessions of the running course are placed", n[0], n[1])
	}
	if midnight == 0 {
		t.Error("nothing runs past midnight")
	}
	if n := placed[next.ID]; n[0]*10 < n[1]*4 || n[0]*10 > n[1]*6 {
		t.Errorf("%d of %d sessions of the next course are placed, want about half", n[0], n[1])
	}
	for _, s := range run.Holders() {
		if rides[s.Person] != 1 {
			t.Errorf("seat %d rides %d times", s.No, rides[s.Person])
		}
	}
}

// People come before the cohort they sit in, so that a million can be written
// as they are made.
func TestStreamOrder(t *testing.T) {
	known := map[model.ID]bool{}
	for r := range sample.All(date(t, "2026-01-20"), seed, 300) {
		if c, ok := r.(*model.Cohort); ok {
			for _, s := range c.Seats {
				if !known[s.Person] {
					t.Fatalf("%s comes before its people", c.Code)
				}
			}
		}
		known[r.RecordID()] = true
	}
	n := 0
	for range sample.All(date(t, "2026-01-20"), seed, 300) { // a reader may stop
		if n++; n == 100 {
			break
		}
	}
}

func BenchmarkDemonstration(b *testing.B) {
	today := date(b, "2026-01-20")
	b.ReportAllocs()
	for b.Loop() {
		sample.Make(today, seed, sample.Alumni)
	}
}

func BenchmarkHundredThousand(b *testing.B) {
	today := date(b, "2026-01-20")
	b.ReportAllocs()
	for b.Loop() {
		for range sample.All(today, seed, 100_000) {
		}
	}
}
