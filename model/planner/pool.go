package planner

import (
	"muster/model"
	"muster/model/planner/grid"
	"muster/model/rules"
)

// A pool is something drawn by number: exactly one of its fields is set.
type pool struct {
	kit   model.ID
	cars  model.VehicleKind
	lanes model.ID // of a shared place
	host  model.ID // riders a shift
	car   string   // a rider's, as the dispatcher calls it
}

// draws is the number of a pool, made when it is first asked for.
func (t *task) draws(k pool) int32 {
	if i, ok := t.pool[k]; ok {
		return i
	}
	i := int32(len(t.pools))
	t.pool[k] = i
	t.pools = append(t.pools, k)
	t.p.Pools = append(t.p.Pools, t.stock(k))
	return i
}

func (t *task) stock(k pool) grid.Pool {
	switch {
	case k.cars != "":
		return t.fleet(k.cars)
	case !k.kit.IsZero():
		return grid.Pool{Count: int32(t.desk.Kits.Get(k.kit).Count)}
	case !k.lanes.IsZero():
		return grid.Pool{Count: int32(t.desk.Places.Get(k.lanes).Lanes)}
	case k.car != "":
		return grid.Pool{Count: 1}
	}
	most, _, _ := t.value("rides-a-shift")
	return grid.Pool{Count: int32(most)}
}

// fleet is the vehicles of a kind. One that is out for a part of a duty day is
// out for the whole of it, so that as many as there are can always be told
// apart.
func (t *task) fleet(kind model.VehicleKind) grid.Pool {
	var p grid.Pool
	_, _, off := t.value("vehicle-out")
	for c := range t.desk.Vehicles.All {
		if c.Kind != kind {
			continue
		}
		p.Count++
		for d := range t.line.days {
			if !off && t.outOn(c, d) {
				if p.Out == nil {
					p.Out = make([]int32, t.line.slots())
				}
				for i := range model.Day {
					p.Out[d*model.Day+i]++
				}
			}
		}
	}
	return p
}

// outOn reports whether the vehicle is out at any time of a duty day.
func (t *task) outOn(c *model.Vehicle, day int) bool {
	from := t.line.from + model.Quarter(day*model.Day)
	for _, out := range c.Out {
		for v := range t.planned {
			if v.at(out.From) < from+model.Day && from < v.at(out.To) {
				return true
			}
		}
	}
	return false
}

// uses is what a session draws while it lasts, at the place (nil: none). Where
// it needs more than there is at all, it draws what there is, and that is told.
func (t *task) uses(it *item, s *model.Session, engaged int, place *model.Place, late bool) []grid.Use {
	var out []grid.Use
	add := func(k pool, n int) {
		if n == 0 {
			return
		}
		i := t.draws(k)
		have := t.p.Pools[i].Count
		if int32(n) > have {
			t.lack(lack{it: it, pool: k, n: n - int(have)})
		}
		if n = min(n, int(have)); n > 0 {
			out = append(out, grid.Use{Pool: i, Count: int32(n)})
		}
	}
	if _, hard, off := t.value("kit"); hard && !off {
		sum := map[model.ID]int{}
		for _, n := range s.Block.Kit {
			sum[n.Kit] += n.For(engaged)
		}
		for _, n := range s.Block.Kit {
			if k := t.desk.Kits.Get(n.Kit); k != nil && !k.Spent && sum[n.Kit] > 0 {
				add(pool{kit: k.ID}, sum[n.Kit])
				sum[n.Kit] = 0
			}
		}
	}
	for _, k := range model.VehicleKinds {
		add(pool{cars: k}, t.drives(it, s, k))
	}
	if place != nil && place.Shared && place.Lanes > 0 && place.Kind != model.ShootHouse && s.Block.Ammo != model.NoAmmo {
		if _, hard, off := t.value("lanes"); hard && !off {
			add(pool{lanes: place.ID}, engaged)
		}
	}
	if s.Ride != nil && s.Block.RideKind == model.PatrolRide {
		t.shift(it, s, late, add)
	}
	return out
}

// shift adds the riders of a patrol ride to its host's shift. On a late one
// fewer may ride: each ride counts for as many more.
func (t *task) shift(it *item, s *model.Session, late bool, add func(pool, int)) {
	if most, hard, off := t.value("rides-a-shift"); hard && !off && len(it.gets) > 0 {
		n := len(it.gets)
		if least, hard, off := t.value("rides-a-late-shift"); hard && !off && late {
			n += max(0, most-least)
		}
		add(pool{host: rules.HostOf(s)}, n)
	}
	if _, hard, off := t.value("one-ride-a-car"); hard && !off {
		for _, r := range it.gets {
			if r.Car != "" {
				add(pool{car: r.Car}, 1)
			}
		}
	}
}

// drives is how many vehicles of a kind the session takes: those it needs, or
// those it names where it keeps them.
func (t *task) drives(it *item, s *model.Session, kind model.VehicleKind) int {
	named, fixed := 0, 0
	for _, id := range s.Cars {
		if t.isKind(id, kind) {
			named++
		}
	}
	for _, id := range it.stands() {
		if t.isKind(id, kind) {
			fixed++
		}
	}
	need := count(it.needs, kind)
	if it.lock != grid.Free || need == 0 {
		need = max(need, named)
	}
	return max(need, fixed)
}

func (t *task) isKind(vehicle model.ID, kind model.VehicleKind) bool {
	c := t.desk.Vehicles.Get(vehicle)
	return c != nil && c.Kind == kind
}

func count(needs []model.CarNeed, kind model.VehicleKind) int {
	n := 0
	for _, v := range needs {
		if v.Kind == kind {
			n += v.Count
		}
	}
	return n
}
