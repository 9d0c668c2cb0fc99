package rules

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"muster/model"
)

// The rules once more, read from their sentences and written as plainly as can
// be: every session against every other, nothing prepared, nothing kept.

// A brute tells, by rule, level and sessions, who is concerned.
type brute struct {
	d    *model.Desk
	all  []*lesson
	told map[string][]string
}

// A lesson is a session with a time.
type lesson struct {
	*model.Session
	c        *model.Cohort
	p        *model.Place
	own      model.Span
	from, to int // common clock
	day      int // of duty
	who      []model.Seat
	engaged  int
	parts    []model.Part
	cars     []model.ID
	rounds   int // each fires
}

// byName reports whether officers take it by name, and not on a ride.
func (l *lesson) byName() bool { return l.Ride == nil && len(l.Only) > 0 }

// A body is what is in one thing at a time.
type body struct {
	row     string // its rule of one thing at a time
	name    string
	lessons []*lesson
	day     func(*lesson) int
	rider   bool
	squad   bool
	staff   *model.Staff
}

func bruteForce(d *model.Desk, o Options) map[string][]string {
	b := &brute{d: d, told: map[string][]string{}}
	for s := range d.Sessions.All {
		c := d.Cohorts.Get(s.Cohort)
		if !s.Placed() || s.Off != nil || c == nil || c.State == model.Closed {
			continue
		}
		l := &lesson{Session: s, c: c, p: d.Places.Get(s.Place), own: s.Span()}
		off := o.Offset(c.Zone, s.Start)
		l.from, l.to = int(s.Start)+off, int(s.Start)+off+s.Block.Length
		l.day = (int(s.Start) - 16) / 96
		for _, seat := range c.Holders() {
			switch {
			case s.Ride != nil:
			case len(s.Only) > 0:
				if slices.Contains(s.Only, seat.Person) {
					l.who = append(l.who, seat)
				}
			case s.Squads.Has(seat.Squad), seat.Squad == 0 && s.Squads == c.SquadSet():
				l.who = append(l.who, seat)
			}
		}
		l.engaged = s.Engaged(c)
		if f := s.Block.Fire; f != nil {
			l.rounds = f.Rounds
			if course := d.FireCourses.Get(f.Course); course != nil && f.Rounds == 0 {
				l.rounds = course.Stages[0].Rounds
			}
		}
		l.parts, l.cars = l.cast(d), slices.Clone(s.Cars)
		if s.Circuit != nil {
			for _, p := range s.Circuit.Stations {
				l.cars = append(l.cars, p.Vehicle)
			}
		}
		slices.SortFunc(l.cars, model.ID.Compare)
		l.cars = slices.Compact(l.cars)
		b.all = append(b.all, l)
	}
	sort.Slice(b.all, func(i, j int) bool { return b.all[i].before(b.all[j]) })
	for _, l := range b.all {
		b.session(l)
	}
	b.bodies()
	b.things()
	b.cohorts()
	for k := range b.told {
		slices.Sort(b.told[k])
		b.told[k] = slices.Compact(b.told[k])
	}
	return b.told
}

func (l *lesson) before(o *lesson) bool {
	return l.from < o.from || l.from == o.from && l.ID.Compare(o.ID) < 0
}

func (l *lesson) cast(d *model.Desk) []model.Part {
	parts := slices.Clone(l.Staff)
	if l.Ride != nil {
		for _, r := range l.Ride.Riders {
			parts = append(parts, model.Part{Staff: r.Host, Role: model.Host})
		}
	}
	if l.Circuit != nil {
		for _, s := range l.Circuit.Stations {
			if !slices.Contains(parts, model.Part{Staff: s.Lead, Role: model.Lead}) {
				parts = append(parts, model.Part{Staff: s.Lead, Role: model.Line})
			}
			parts = append(parts, model.Part{Staff: s.Safety, Role: model.Safety})
		}
	}
	var out []model.Part
	for _, p := range parts {
		if d.Staff.Get(p.Staff) != nil && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

func (l *lesson) in(roles ...model.Role) (out []model.ID) {
	for _, p := range l.parts {
		if slices.Contains(roles, p.Role) && !slices.Contains(out, p.Staff) {
			out = append(out, p.Staff)
		}
	}
	return out
}

// others counts the roles somebody has besides those named.
func (l *lesson) others(staff model.ID, but ...model.Role) (n int) {
	for _, p := range l.parts {
		if p.Staff == staff && !slices.Contains(but, p.Role) {
			n++
		}
	}
	return n
}

func (b *brute) on(rule string) bool { _, _, off := b.rule(rule); return !off }

func (b *brute) v(rule string) int { v, _, _ := b.rule(rule); return v }

func (b *brute) rule(id string) (int, bool, bool) {
	r, ok := Find(id)
	if !ok {
		panic(id)
	}
	return r.Set(b.d.Settings.Rec)
}

// tell notes that the rule is broken.
func (b *brute) tell(rule string, who []string, lessons ...*lesson) {
	if !b.on(rule) {
		return
	}
	_, hard, _ := b.rule(rule)
	var ids []string
	for _, l := range lessons {
		ids = append(ids, l.ID.String())
	}
	slices.Sort(ids)
	key := fmt.Sprintf("%s %v %s", rule, hard, strings.Join(slices.Compact(ids), " "))
	b.told[key] = append(b.told[key], who...)
}

func one(id model.ID) []string { return []string{id.String()} }

// asTold is the board's clashes in the brute's form.
func asTold(clashes []Clash) map[string][]string {
	out := map[string][]string{}
	for _, c := range clashes {
		var ids []string
		for _, s := range c.Sessions {
			ids = append(ids, s.String())
		}
		key := fmt.Sprintf("%s %v %s", c.Rule, c.Hard, strings.Join(ids, " "))
		who := out[key]
		for _, p := range c.People {
			who = append(who, p.String())
		}
		for _, a := range c.Text.Args {
			if letters, ok := a.Value.([]string); ok && a.Name == "squads" {
				who = append(who, letters...)
			}
		}
		slices.Sort(who)
		out[key] = slices.Compact(who)
	}
	return out
}

func TestBoardIsBruteForce(t *testing.T) {
	seen := map[string]int{}
	rapid.Check(t, func(rt *rapid.T) {
		d := desk(draw{rt})
		want, got := bruteForce(d, zones), Ground(d, zones).Clashes()
		for _, c := range got {
			seen[c.Rule]++
			say(t, c.Text)
		}
		for key, who := range want {
			if len(who) == 0 {
				want[key] = nil
			}
		}
		told := asTold(got)
		for key, who := range told {
			if len(who) == 0 {
				told[key] = nil
			}
		}
		if diff := cmp.Diff(want, told); diff != "" {
			rt.Fatalf("(-brute force +board):\n%s", diff)
		}
	})
	for _, r := range slices.Sorted(maps.Keys(seen)) {
		t.Logf("%-24s %d", r, seen[r])
	}
}
