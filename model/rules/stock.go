package rules

import (
	"math"

	"muster/model"
)

// A Draw is what a session uses up of a pool, in rounds or pieces.
type Draw struct {
	Session model.ID
	Need    int // what it would use
	Left    int // what is there for it; of a pool nobody has counted, nothing is known and this is 0
	Short   int // what is lacking
}

// Draws are the sessions that use the pool up, in order of time, from the day on
// which it was counted; all of them when it never was. They are those with a
// time, of every cohort that is not closed.
func (b *Board) Draws(pool model.ID) []Draw {
	k := b.desk.Kits.Get(pool)
	if k == nil || !k.Spent {
		return nil
	}
	var out []Draw
	account(k, b.members(key{about: aKit, id: pool}), func(m *item, need, left int) {
		d := Draw{Session: m.s.ID, Need: need}
		if k.Stocked() {
			d.Left, d.Short = left, max(need-left, 0)
		}
		out = append(out, d)
	})
	return out
}

// account goes over what the sessions use up of a pool, in order of time: each
// takes what those before it have left of the count and of what has been
// delivered by its day, on the common clock. What one lacks it does not take
// from those after it.
func account(pool *model.Kit, list []*item, tell func(m *item, need, left int)) {
	taken := 0
	for _, m := range list {
		need, on := m.uses(pool.ID), m.from.Date()
		if need == 0 || on < pool.Counted {
			continue
		}
		left := pool.Stock(on) - taken
		taken += min(need, left)
		tell(m, need, left)
	}
}

// used looks at what the sessions use up of a pool. One that lacks something
// is named, with how much.
func (k *sink) used(pool *model.Kit, list []*item) {
	if !pool.Stocked() || !k.cares(rAmmunition) {
		return
	}
	ever := pool.Stock(math.MaxInt32)
	account(pool, list, func(m *item, need, left int) {
		if need > left && k.hit(rAmmunition, need > ever, m) {
			k.add(rAmmunition, model.Say("clash.ammunition", "kit", pool.Name, "need", need, "have", left, "n", need-left), m)
		}
	})
}

// uses is how many rounds or pieces of the pool the session uses up: of what
// is used up every officer takes their own, not only those engaged at a time.
func (m *item) uses(pool model.ID) int {
	n := 0
	for _, d := range m.s.Block.Kit {
		if d.Kit == pool {
			n += d.For(m.officers)
		}
	}
	if m.ammunition() == pool {
		n += m.rounds * m.officers
	}
	return n
}

// ammunition is the pool the session draws its rounds from; zero when none is
// named, or nothing is fired.
func (m *item) ammunition() model.ID {
	if f := m.s.Block.Fire; f != nil && m.rounds > 0 {
		return f.Ammunition
	}
	return model.ID{}
}

// roundsOf is how many rounds each officer fires: what the block says, else
// what its course of fire takes.
func roundsOf(b *model.Block, d *model.Desk) int {
	if b.Fire == nil {
		return 0
	}
	if f := d.FireCourses.Get(b.Fire.Course); f != nil && b.Fire.Rounds == 0 {
		return f.Rounds()
	}
	return b.Fire.Rounds
}
