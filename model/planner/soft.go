package planner

import (
	"slices"

	"muster/model"
	"muster/model/planner/grid"
	"muster/model/rules"
)

// A grain is all in which blocks differ as to the time that must lie between
// them, in one squad or in one place.
type grain struct {
	ammo  model.Ammo
	rest  bool
	house bool
}

// sort is the number of the item's grain.
func (t *task) sort(it *item) int32 {
	b := &it.s.Block
	g := grain{b.Ammo, b.Rest, b.Place == model.ShootHouse}
	if p := t.desk.Places.Get(it.s.Place); p != nil && it.lock != grid.Free {
		g.house = p.Kind == model.ShootHouse
	}
	if i := slices.Index(t.grains, g); i >= 0 {
		return int32(i)
	}
	t.grains = append(t.grains, g)
	return int32(len(t.grains) - 1)
}

// A between is the time a rule asks for between two grains; 0 for none.
type between struct {
	rule  string
	place bool
	need  func(a, b grain, value int) int // minutes
}

var betweens = []between{
	{"check-between", false, whenMixed},
	{"fire-and-marking", true, whenMixed},
	{"wash-up", false, func(a, b grain, value int) int { return when(a.ammo == model.Live && b.rest, value) }},
	{"weapons-check", false, func(a, b grain, value int) int { return when(a.rest && b.ammo != model.NoAmmo, value) }},
	{"cleaning", false, func(a, b grain, value int) int {
		return when(a.ammo == model.Live && b.ammo != model.Live && !b.rest, value)
	}},
	{"house-turnround", true, func(a, b grain, value int) int {
		n := 0
		for _, g := range []grain{a, b} {
			n += when(g.ammo == model.Live || g.ammo == model.Marking, value)
		}
		return when(a.house && b.house, n)
	}},
}

func when(is bool, value int) int {
	if is {
		return value
	}
	return 0
}

func whenMixed(a, b grain, value int) int {
	return when(rules.Mixed(&model.Block{Ammo: a.ammo}, &model.Block{Ammo: b.ammo}), value)
}

// apart fills the tables of gaps.
func (t *task) apart() {
	for _, r := range betweens {
		value, hard, off := t.value(r.rule)
		if off {
			continue
		}
		table := &t.p.Soft.TeamGap
		switch {
		case hard && r.place:
			table = &t.p.PlaceGap
		case hard:
			table = &t.p.TeamGap
		case r.place:
			table = &t.p.Soft.PlaceGap
		}
		for i, a := range t.grains {
			for k, b := range t.grains {
				if n := quarters(r.need(a, b, value)); n > 0 {
					t.atLeast(table, i, k, min(n, model.Day))
				}
			}
		}
	}
}

func (t *task) atLeast(table *[][]int32, a, b int, n int32) {
	if *table == nil {
		*table = make([][]int32, len(t.grains))
		for i := range *table {
			(*table)[i] = make([]int32, len(t.grains))
		}
	}
	(*table)[a][b] = max((*table)[a][b], n)
}

// wish sets what is wished for, and how much.
func (t *task) wish() {
	t.apart()
	s := &t.p.Soft
	hours := func(id string) (soft, hard int32) {
		v, forbids, off := t.value(id)
		switch n := int32(v * model.Hour); {
		case off:
			return 0, 0
		case forbids:
			return n, n
		default:
			return n, 0
		}
	}
	rest, must := hours("rest")
	least, mustLeast := hours("rest-least")
	t.p.TeamRest, t.p.PersonRest = max(must, mustLeast), max(must, mustLeast)
	s.TeamRest, s.PersonRest = max(rest, least), max(rest, least)
	s.TeamMost, _ = hours("taught-hours")
	s.PersonMost, _ = hours("instructor-hours")
	if need, _, off := t.value("lunch"); !off {
		from, _, _ := t.value("lunch-from")
		until, _, _ := t.value("lunch-until")
		s.LunchNeed, s.LunchFrom, s.LunchUntil = quarters(need), int32(from), int32(until)
	}
	if until, _, off := t.value("late-then-live"); !off {
		from, _, _ := t.value("late-from")
		s.LateFrom, s.LateUntil = int32(from), int32(until)
	}
	for _, w := range Wishes() {
		for _, c := range criteriaOf[w.ID] {
			s.Weight[c.of] = c.points * scale[w.Step(t.set)]
		}
	}
	s.Weight[grid.Modes] = max(s.Weight[grid.Modes], 1)
	switch {
	case t.opts.Keep && !t.mends:
		s.Weight[grid.Close] *= kept
	case !t.opts.Keep && len(t.opts.Only) == 0 && !t.published():
		s.Weight[grid.Close] = 0
	}
}

// kept is how many times dearer it is to move what is to be kept than what has
// merely been told: a plan is not turned over for a few idle hours.
const kept = 12

// published reports whether anybody has been told of the plan.
func (t *task) published() bool {
	for v := range t.planned {
		if v.c.State != model.Planning {
			return true
		}
	}
	return false
}

// scale is what a step of a slider multiplies.
var scale = [model.MaxWish + 1]int32{0, 1, 2, 5, 12}

// A counted is a criterion and the points of one of its counts.
type counted struct {
	of     grid.Criterion
	points int32
}

// criteriaOf are the criteria of each wish.
var criteriaOf = map[string][]counted{
	"gaps":    {{grid.Gaps, 1}},
	"travel":  {{grid.Moves, 3}},
	"balance": {{grid.Balance, 1}},
	"spread":  {{grid.Spread, 4}},
	"fair":    {{grid.Fair, 1}},
	"close":   {{grid.Close, 3}},
	"usual":   {{grid.Usual, 6}},
	"meals":   {{grid.Lunch, 8}},
	"rest":    {{grid.Rest, 10}, {grid.Late, 10}},
	"hours":   {{grid.Long, 1}},
	"order":   {{grid.Ordering, 6}, {grid.Between, 2}},
	"relays":  {{grid.Modes, 1}},
}

// usual is the slot where courses have the session; -1 for none. In the course
// the program brings, squads that rotate have each their own turn.
func (t *task) usual(it *item) int32 {
	s, v := it.s, it.class
	at := s.UsualStart(v.c)
	if v.c.Course == t.built.Course.ID && s.Squads != 0 {
		if u := t.built.Turn(s.Block.Key, int(s.Squads.List()[0]-1)/max(s.Block.Together, 1)); u != (model.Usual{}) {
			turn := *s
			turn.Block.Usual = u
			at = turn.UsualStart(v.c)
		}
	}
	if slot, ok := t.slot(v, at); ok && at > 0 {
		return slot
	}
	return -1
}

// kind is what the session counts as where blocks of one kind are spread: what
// is practised, not what is talked about.
func (t *task) kind(it *item) int32 {
	b := &it.s.Block
	if !b.Skilled() {
		return 0
	}
	return int32(slices.Index(model.BlockKinds, b.Kind)) + 1
}
