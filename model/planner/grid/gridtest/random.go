package gridtest

import (
	"math/rand/v2"

	"muster/model/planner/grid"
)

// A Shape is what kind of course to make. The zero value of a field takes what
// is said there.
type Shape struct {
	Cohorts int     // 1 to 3 that begin some days apart and share all; 1
	Squads  int     // in each cohort; 2 to 6
	Days    int     // of each cohort; 3 to 10
	Full    float64 // of the day hours of a squad, 0.60 to 0.98
	Quarter bool    // slots of a quarter hour instead of an hour
	Plain   bool    // no evenings, travel, gaps of classes, pools, second modes
	Costs   bool    // weights for all criteria, not for gaps and moves alone
}

// fill puts what is not said.
func (s *Shape) fill(rnd *rand.Rand) {
	if s.Cohorts == 0 {
		s.Cohorts = 1
	}
	if s.Squads == 0 {
		s.Squads = 2 + rnd.IntN(5)
	}
	if s.Days == 0 {
		s.Days = 3 + rnd.IntN(8)
	}
	if s.Full == 0 {
		s.Full = 0.60 + 0.38*rnd.Float64()
	}
}

// A maker lays out a course block by block, each where nothing is broken, and
// asks of the problem only what that layout has.
type maker struct {
	rnd    *rand.Rand
	shape  Shape
	p      *grid.Problem
	plan   grid.Plan
	unit   int32 // slots an hour
	perDay int32
	days   int32   // of the whole calendar
	cohort []int32 // of each block
	kinds  []kind
}

// A kind is blocks of one sort: they share places and people who may teach them.
type kind struct {
	places, people []int32
	need           int32
	live           bool
	pool           int32
}

// Random makes a course and a plan of it that breaks nothing. The plan is
// hidden in that no field of the problem tells it; Home is nowhere.
func Random(rnd *rand.Rand, shape Shape) (*grid.Problem, grid.Plan) {
	shape.fill(rnd)
	m := &maker{rnd: rnd, shape: shape, unit: 1}
	if shape.Quarter {
		m.unit = hour
	}
	m.calendar()
	m.sorts()
	for c := range shape.Cohorts {
		m.lay(int32(c))
	}
	m.orders()
	m.absences()
	m.limits()
	m.classes()
	m.soft()
	m.shuffle()
	return m.p, m.plan
}

// calendar makes the slots: eight hours a day from 08:00 and two in the evening
// from 20:00; with quarters the evening runs to 01:15.
func (m *maker) calendar() {
	evenings := 2 * m.unit
	if m.shape.Quarter {
		evenings = eveningQuarters
	}
	m.perDay = dayHours*m.unit + evenings
	m.days = int32(m.shape.Days + (m.shape.Cohorts-1)*max(1, m.shape.Days/3))
	m.p = &grid.Problem{Tick: hour / m.unit}
	for d := range m.days {
		for s := range m.perDay {
			clock := dayBegins + s*m.p.Tick
			if s >= dayHours*m.unit {
				clock = evening + (s-dayHours*m.unit)*m.p.Tick
			}
			m.p.Day = append(m.p.Day, d)
			m.p.Clock = append(m.p.Clock, d*aDay+clock)
		}
	}
	if m.shape.Plain {
		return
	}
	m.p.Travel = [][]int32{{0, 2}, {2, 0}}
	for range 1 + m.rnd.IntN(2) {
		m.p.Pools = append(m.p.Pools, grid.Pool{})
	}
}

// sorts makes the kinds of blocks, with a place and people to begin with.
func (m *maker) sorts() {
	for k := range 4 + m.rnd.IntN(4) {
		s := kind{need: int32(1 + m.rnd.IntN(2)), live: k == 0, pool: -1}
		if len(m.p.Pools) > 0 && m.rnd.IntN(3) == 0 {
			s.pool = int32(m.rnd.IntN(len(m.p.Pools)))
		}
		m.kinds = append(m.kinds, s)
		for range 1 + m.rnd.IntN(2) {
			m.newPlace(k)
		}
		for range s.need {
			m.newPerson(k)
		}
	}
	// Some people may do more than one thing.
	for range len(m.p.People) {
		k, who := m.rnd.IntN(len(m.kinds)), int32(m.rnd.IntN(len(m.p.People)))
		m.kinds[k].people = with(m.kinds[k].people, who)
	}
}

func with(all []int32, x int32) []int32 {
	for _, y := range all {
		if x == y {
			return all
		}
	}
	return append(all, x)
}

func (m *maker) newPlace(k int) int32 {
	place := grid.Place{}
	if m.rnd.IntN(6) == 0 {
		place.Room = int32(12 + m.rnd.IntN(20))
	}
	if !m.shape.Plain && m.rnd.IntN(5) == 0 {
		place.Site = 1
	}
	m.p.Places = append(m.p.Places, place)
	i := int32(len(m.p.Places) - 1)
	m.kinds[k].places = append(m.kinds[k].places, i)
	return i
}

func (m *maker) newPerson(k int) int32 {
	m.p.People = append(m.p.People, grid.Person{})
	i := int32(len(m.p.People) - 1)
	m.kinds[k].people = append(m.kinds[k].people, i)
	return i
}
