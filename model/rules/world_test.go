package rules

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"muster/model"
)

// A world is a small course in which nothing is wrong, to spoil in one way.
type world struct {
	cohort   *model.Cohort
	unit     *model.Unit
	people   []*model.Person // 0–3 in squad A, 4–7 in squad B
	staff    []*model.Staff  // hold every certificate
	places   []*model.Place
	vehicles []*model.Vehicle
	radios   *model.Kit
	sessions []*model.Session
	more     []model.Record
	settings model.Settings
}

const (
	class = iota
	field // the range: outdoors, on the same site
	house
	yard // on another site
	tower
	indoor
	station
)

const (
	squadA  = model.Squads(1)
	squadB  = model.Squads(2)
	squadAB = squadA | squadB
)

func newWorld() *world {
	approved := model.Vetting{State: model.VettingApproved, Decided: monday.Days(-40), Until: monday.Days(60)}
	w := &world{
		cohort: &model.Cohort{ID: id(5, 0), Code: "MEX-26-1", Zone: "A", First: monday, Last: monday.Days(11), Squads: 2},
		unit:   &model.Unit{ID: id(3, 0), Agency: id(2, 1), Name: "Unidad", Vetting: approved},
		radios: &model.Kit{ID: id(9, 0), Name: model.Text{En: "Radios"}, Count: 10},
	}
	for i := range 8 {
		w.people = append(w.people, &model.Person{
			ID: id(1, i), Family: fmt.Sprint("P", i), Speaks: []string{"es"}, Unit: w.unit.ID,
			Vetting: approved, Papers: model.Papers{Waiver: monday.Days(-20), Witness: "Sgt. Vega"},
		})
		w.cohort.Seats = append(w.cohort.Seats, model.Seat{No: i + 1, Person: id(1, i), Squad: model.Squad(i/4 + 1), Stage: model.InCourse})
	}
	for i := range 12 {
		s := &model.Staff{ID: id(7, i), Family: fmt.Sprint("S", i), Speaks: []string{"es"}}
		for _, k := range model.Skills {
			s.Quals = append(s.Quals, model.Qualification{Skill: k})
		}
		w.staff = append(w.staff, s)
	}
	med := model.MedKit{Trauma: 1, AED: 1}
	for i, p := range []model.Place{
		{Name: "Class", Kind: model.Classroom, Site: "North"},
		{Name: "Range", Kind: model.Range, Lanes: 12, Outdoor: true, Site: "North", Kits: med, Means: 2},
		{Name: "House", Kind: model.ShootHouse, Site: "North", Kits: med, Means: 2},
		{Name: "Yard", Kind: model.SearchYard, Site: "South", Outdoor: true},
		{Name: "Tower", Kind: model.Tower, Site: "North", Kits: med},
		{Name: "Indoor", Kind: model.Range, Lanes: 12, Site: "North", Kits: med, Means: 2},
		{Name: "Station", Kind: model.Station, Site: "North"},
	} {
		p.ID = id(8, i)
		w.places = append(w.places, &p)
	}
	for i, v := range []model.Vehicle{{Name: "Bear 1", Kind: model.Armoured, Seats: 2}, {Name: "Patrol 14", Kind: model.Patrol, Seats: 2}} {
		v.ID = id(10, i)
		w.vehicles = append(w.vehicles, &v)
	}
	return w
}

// at is a moment: day of the course from 1, hours and minutes.
func at(day, hour, minute int) model.Quarter { return monday.Days(day - 1).At(hour*4 + minute/15) }

// put adds a session of so many hours.
func (w *world) put(kind model.BlockKind, start model.Quarter, hours float64, squads model.Squads, place int, parts ...model.Part) *model.Session {
	n := len(w.sessions)
	s := &model.Session{ID: id(6, n), Cohort: w.cohort.ID, Squads: squads, Start: start, Place: id(8, place), Staff: parts}
	s.Block = model.Block{Kind: kind, Key: n + 1, Title: model.Text{En: fmt.Sprintf("%s %d", kind, n)}, Length: int(hours * 4)}
	w.sessions = append(w.sessions, s)
	return s
}

func (w *world) part(staff int, role model.Role) model.Part {
	return model.Part{Staff: id(7, staff), Role: role}
}

func (w *world) class(start model.Quarter, hours float64, squads model.Squads) *model.Session {
	return w.put(model.KindClass, start, hours, squads, class, w.part(0, model.Lead))
}

// fire is live fire with everything it takes.
func (w *world) fire(start model.Quarter, hours float64, squads model.Squads) *model.Session {
	s := w.put(model.KindFirearms, start, hours, squads, field, w.part(1, model.Lead), w.part(2, model.RSO), w.part(3, model.Medic))
	s.Block.Ammo, s.Block.Fire, s.Block.Briefing = model.Live, &model.Firing{}, true
	if squads == squadAB {
		s.Staff = append(s.Staff, w.part(4, model.Line), w.part(5, model.Line))
	}
	return s
}

// house is a building block with everything its ammunition takes.
func (w *world) house(start model.Quarter, hours float64, squads model.Squads, ammo model.Ammo) *model.Session {
	s := w.put(model.KindBuildings, start, hours, squads, house, w.part(6, model.Lead), w.part(7, model.Safety), w.part(8, model.Safety))
	s.Block.Ammo, s.Block.Briefing, s.Block.House = ammo, true, &model.House{Team: 4}
	if ammo == model.Dry {
		s.Staff = append(s.Staff, w.part(10, model.Line))
	}
	if ammo == model.Live {
		s.Staff = append(s.Staff, w.part(2, model.RSO), w.part(3, model.Medic))
	}
	return s
}

func (w *world) rescue(start model.Quarter, hours float64) *model.Session {
	s := w.put(model.KindRescue, start, hours, squadA, tower, w.part(9, model.Lead), w.part(3, model.Medic), w.part(11, model.Line))
	s.Block.Rescue, s.Block.Briefing = &model.Rescue{Heights: true}, true
	return s
}

func (w *world) ride(start model.Quarter, hours float64, kind model.RideKind, riders ...int) *model.Session {
	s := w.put(model.KindRide, start, hours, 0, station)
	s.Block.RideKind = kind
	s.Ride = &model.Ride{Brief: 1, Debrief: 1, Approved: monday.Days(-3), Command: monday.Days(-3), Host: id(2, 0)}
	for _, r := range riders {
		s.Ride.Riders = append(s.Ride.Riders, model.Rider{Person: id(1, r), Car: fmt.Sprint("D-", r)})
	}
	if kind == model.SWATRide {
		s.Cars = []model.ID{w.vehicles[0].ID}
	}
	return s
}

func (w *world) set(rule string, value int) {
	w.settings.Rules = append(w.settings.Rules, model.RuleSetting{Rule: rule, Value: &value})
}

func (w *world) off(rule string) {
	w.settings.Rules = append(w.settings.Rules, model.RuleSetting{Rule: rule, Off: true})
}

func (w *world) desk() *model.Desk {
	var c model.Change
	put := func(r model.Record) { c.Puts = append(c.Puts, model.Put{Record: r}) }
	put(&w.settings)
	put(w.cohort)
	put(w.unit)
	put(w.radios)
	for _, r := range w.people {
		put(r)
	}
	for _, r := range w.staff {
		put(r)
	}
	for _, r := range w.places {
		put(r)
	}
	for _, r := range w.vehicles {
		put(r)
	}
	for _, r := range w.sessions {
		put(r)
	}
	for _, r := range w.more {
		put(r)
	}
	return new(model.Desk).With(c, 1)
}

// A spoil is one way to break a rule, and one that only nearly does.
type spoil struct {
	rule         string
	says         string // the sentence, where it is not "clash.<rule>"
	broken, near func(w *world)
}

func TestEveryRule(t *testing.T) {
	said := map[string]bool{}
	tested := map[string]bool{}
	for _, c := range spoils() {
		tested[c.rule] = true
		want := c.says
		if want == "" {
			want = "clash." + c.rule
		}
		told := c.rule
		if r, ok := Find(c.rule); !ok {
			t.Fatalf("no rule %s", c.rule)
		} else if r.Of != "" {
			told = r.Of
		}
		if told == "engaged-only" { // says how the others count
			told = "live-ratio-day"
		}
		t.Run(c.rule+"/"+want, func(t *testing.T) {
			w := newWorld()
			c.broken(w)
			clashes := Ground(w.desk(), Options{}).Clashes()
			if !slices.ContainsFunc(clashes, func(c Clash) bool { return c.Rule == told && c.Text.ID == want }) {
				t.Errorf("broken, but nobody says %s: %v", want, clashes)
			}
			for _, c := range clashes {
				said[c.Text.ID] = true
				say(t, c.Text)
			}
			w = newWorld()
			c.near(w)
			for _, c := range Ground(w.desk(), Options{}).Clashes() {
				if c.Rule == told {
					t.Errorf("nearly broken, and yet: %v %v", c, en[c.Text.ID])
				}
			}
		})
	}
	for id := range en {
		if isSentence(id) && !said[id] {
			t.Errorf("no case says %s", id)
		}
	}
	for _, r := range rows {
		if !tested[r.ID] && r.Board() {
			t.Errorf("no case breaks %s", r.ID)
		}
	}
}

// isSentence reports whether the text is said of a clash, and not a word in one.
func isSentence(id string) bool {
	kind, rule := strings.CutPrefix(id, "clash.")
	if !rule || kind == "place-closed.open" || kind == "place-closed.shut" {
		return false
	}
	for _, vocabulary := range []string{"skill.", "role.", "place.", "vehicle.", "tongue.", "reason.", "hazard.", "until.", "span.", "missing"} {
		if strings.HasPrefix(kind, vocabulary) {
			return false
		}
	}
	return true
}

// Every word the sentences are filled with has an entry.
func TestVocabulary(t *testing.T) {
	word := func(kind, of string) { say(t, model.Say("clash."+kind+"."+of, "code", of, "hours", "")) }
	for _, v := range model.Skills {
		word("skill", string(v))
	}
	for _, v := range model.Roles {
		word("role", string(v))
	}
	for _, v := range model.PlaceKinds {
		word("place", string(v))
	}
	for _, v := range model.VehicleKinds {
		word("vehicle", string(v))
	}
	for _, v := range append([]string{"other"}, model.Languages...) {
		word("tongue", v)
	}
	for _, v := range model.Reasons {
		word("reason", string(v))
	}
	for _, v := range []hazard{fire, marking, rescue, vehicles} {
		word("hazard", string(v))
	}
	word("place-closed", "open")
	word("place-closed", "shut")
}

// The world the cases spoil is one in which nothing is wrong.
func TestNothingIsWrong(t *testing.T) {
	w := newWorld()
	w.class(at(1, 8, 0), 2, squadAB)
	w.fire(at(1, 14, 0), 2, squadA)
	w.house(at(2, 8, 0), 1, squadA, model.Dry)
	w.house(at(2, 10, 0), 1, squadA, model.Marking)
	w.house(at(3, 10, 0), 1, squadA, model.Live)
	w.rescue(at(4, 9, 0), 2)
	w.ride(at(4, 18, 0), 4, model.PatrolRide, 0, 5)
	w.ride(at(5, 18, 0), 4, model.SWATRide, 1, 6)
	if c := Ground(w.desk(), Options{}).Clashes(); len(c) > 0 {
		for _, c := range c {
			t.Errorf("%v: %s", c, say(t, c.Text))
		}
	}
}
