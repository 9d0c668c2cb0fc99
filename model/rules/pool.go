package rules

import "muster/model"

// Things that are shared: places, kit pools, vehicles.

// shared looks at the sessions at one place, in order of time.
func (k *sink) shared(p *model.Place, list []*item) {
	if p == nil {
		return
	}
	alone := !p.Shared || p.Kind == model.ShootHouse
	reach := model.Quarter((max(k.value(rApart), 2*k.value(rTurnround)) + 14) / 15)
	for i, a := range list {
		for _, b := range list[i+1:] {
			if b.from >= a.to+reach {
				break
			}
			k.neighbours(p, a, b, alone)
		}
	}
	if !alone && p.Capacity > 0 {
		k.most(rCapacity, list, p.Capacity, 2, func(m *item) int { return m.officers }, func(sum int) model.Message {
			return model.Say("clash.capacity.together", "place", p.ID, "capacity", p.Capacity, "officers", sum, "n", sum-p.Capacity)
		}, p.ID)
	}
	if !alone && p.Lanes > 0 {
		k.most(rLanes, list, p.Lanes, 2, func(m *item) int {
			if fires(m) {
				return m.engaged
			}
			return 0
		}, func(sum int) model.Message {
			return model.Say("clash.lanes.together", "place", p.ID, "lanes", p.Lanes, "officers", sum, "n", sum-p.Lanes)
		}, p.ID)
	}
}

// neighbours looks at two sessions at one place, a before b.
func (k *sink) neighbours(p *model.Place, a, b *item, alone bool) {
	at := a.own()
	if b.from < a.to {
		row, id := rPlaceTwice, "clash.place-twice"
		if p.Shared { // only the shoot house takes one team though it is shared
			row, id = rOneTeam, "clash.one-team.overlap"
		}
		if alone && k.hit(row, false, a, b) {
			k.add(row, model.Say(id, "place", p.ID,
				"a", a.s.Block.Title, "b", b.s.Block.Title, "until", at.To), a, b).Place = p.ID
		}
	}
	if mixed(&a.s.Block, &b.s.Block) && minutes(a, b) < k.value(rApart) && k.hit(rApart, false, a, b) {
		k.add(rApart, model.Say("clash.fire-and-marking", "place", p.ID,
			"a", a.s.Block.Title, "b", b.s.Block.Title, "need", k.value(rApart)), a, b).Place = p.ID
	}
	if p.Kind != model.ShootHouse || b.from < a.to {
		return
	}
	need := 0
	for _, m := range []*item{a, b} {
		if m.s.Block.LiveFire() || m.s.Block.ForceOnForce() {
			need += k.value(rTurnround)
		}
	}
	if have := minutes(a, b); have < need && k.hit(rTurnround, false, a, b) {
		k.add(rTurnround, model.Say("clash.house-turnround", "place", p.ID,
			"a", a.s.Block.Title, "b", b.s.Block.Title, "need", need, "have", have), a, b).Place = p.ID
	}
}

// most looks for moments at which the sessions together take more than there
// is: it is enough to look whenever one begins. Fewer than least sessions are
// told of by themselves elsewhere.
func (k *sink) most(row int, list []*item, limit, least int, need func(*item) int, say func(sum int) model.Message, place model.ID) {
	k.mostWhen(row, list, limit, least, need, say, place, nil)
}

// mostWhen is most at those moments only at which a session that fits begins.
func (k *sink) mostWhen(row int, list []*item, limit, least int, need func(*item) int,
	say func(sum int) model.Message, place model.ID, fits func(*item) bool,
) {
	if !k.cares(row) {
		return
	}
	var buf [24]*item
	var takes [256]int
	needs, longest := takes[:0], model.Quarter(0)
	for _, m := range list {
		needs = append(needs, need(m))
		longest = max(longest, m.to-m.from)
	}
	for i, m := range list {
		if i+1 < len(list) && list[i+1].from == m.from {
			continue // of those that begin together, look at the last
		}
		if f := k.focus; f != nil && (m.from < f.from || m.from >= f.to) || fits != nil && !fits(m) {
			continue
		}
		sum, begins, alone := 0, false, false
		at := buf[:0]
		for j := i; j >= 0 && list[j].from > m.from-longest; j-- {
			o, n := list[j], needs[j]
			if o.to <= m.from || n == 0 {
				continue
			}
			sum, begins, alone = sum+n, begins || o.from == m.from, alone || n > limit
			at = append(at, o)
		}
		if sum <= limit || !begins || len(at) < least || !k.hit(row, alone, at...) {
			continue
		}
		items := append(make([]*item, 0, len(at)), at...)
		for l, r := 0, len(items)-1; l < r; l, r = l+1, r-1 {
			items[l], items[r] = items[r], items[l]
		}
		f := k.add(row, say(sum), items...)
		f.Place = place
		f.At = meet(items)
	}
}

// meet is the time all the items share, on the clock of the first.
func meet(items []*item) model.Span {
	t := model.Span{From: items[0].from, To: items[0].to}
	for _, m := range items[1:] {
		t = t.Meet(model.Span{From: m.from, To: m.to})
	}
	return model.Span{From: t.From - items[0].off, To: t.To - items[0].off}
}

// kit looks at the sessions that draw from one pool.
func (k *sink) kit(pool *model.Kit, list []*item) {
	if pool == nil {
		return
	}
	if pool.Spent {
		k.used(pool, list)
		return
	}
	k.most(rKit, list, pool.Count, 1, func(m *item) int { return m.draws(pool.ID) }, func(sum int) model.Message {
		return model.Say("clash.kit", "kit", pool.Name, "count", pool.Count, "need", sum, "n", sum-pool.Count)
	}, model.ID{})
}

// draws is how many pieces the session takes from the pool.
func (m *item) draws(pool model.ID) int {
	n := 0
	for _, d := range m.s.Block.Kit {
		if d.Kit == pool {
			n += d.For(m.engaged)
		}
	}
	return n
}

// vehicle looks at the sessions one vehicle is in.
func (k *sink) vehicle(id model.ID, list []*item) {
	for i, a := range list {
		for _, b := range list[i+1:] {
			if b.from >= a.to {
				break
			}
			if k.hit(rVehicleTwice, false, a, b) {
				k.add(rVehicleTwice, model.Say("clash.vehicle-twice", "vehicle", id,
					"a", a.s.Block.Title, "b", b.s.Block.Title), a, b)
			}
		}
	}
}

// carsNeeded looks at the vehicles the block asks for and the session names.
func (k *sink) carsNeeded(m *item) {
	for _, n := range m.s.Block.Vehicles {
		have := 0
		for _, v := range m.cars {
			if v.Kind == n.Kind {
				have++
			}
		}
		if have < n.Count && k.hit(rCars, true, m) {
			k.add(rCars, model.Say("clash.vehicles-needed", "kind", model.Say("clash.vehicle."+string(n.Kind)),
				"need", n.Count, "have", have, "n", n.Count-have), m)
		}
	}
}
