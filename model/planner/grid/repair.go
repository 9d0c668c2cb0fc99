package grid

import (
	"context"
	"math/rand/v2"
	"slices"
)

// A Mend is how a plan was mended.
type Mend uint8

const (
	Sound       Mend = iota // nothing was broken
	Substitutes             // other people, at the same times and places
	Elsewhere               // other places, at the same times
	Fewest                  // blocks moved, or done another way; see Proved
	Cheaper                 // more moved than need be, for a plan that costs less
	Part                    // not all is placed: the largest part found that holds
)

// A Mended is one way to mend a plan.
type Mended struct {
	Plan Plan
	Kind Mend
	// Moved is how many blocks begin at another time than in the plan of record,
	// Changed how many others have another mode, place or people. A block that the
	// plan of record has nowhere is neither.
	Moved, Changed int
	// Unplaced is how many blocks are nowhere, and locked ones short of people.
	Unplaced int
	// AtLeast is how many blocks must move in any complete plan, as far as that
	// was proved. Proved: in no complete plan move fewer than Moved; of a Part:
	// there is no complete plan.
	AtLeast int
	Proved  bool
	Costs   Costs
}

// How much is tried, in nodes of the exact search (about 4 µs each), steps of a
// wander (25 µs) and of an improvement (1 µs); not in time, so that the same seed
// finds the same. All of it together is about 0.8 s for a course of 155 blocks on
// 100 slots, and much of it is spent only where few moves are hard to find. In
// larger problems each costs more, and there are fewer: see effort.
const (
	proofNodes  = 25_000 // before something is wanted that holds, proved or not
	lateNodes   = 40_000 // for the proof, once there is something
	lateGap     = 6      // moves too many, as far as is known, for which that is done
	hitNodes    = 2_000  // for one block of what is mended bit by bit
	wanderSteps = 2_000  // from a beginning to a complete plan
	lessTries   = 70     // to move fewer, for each beginning
	lessSteps   = 200    // for one such try
	polishSteps = 15_000
	offerSteps  = 25_000
	mostMoves   = 40 // that the exact search looks for
)

// Repair mends a plan that something breaks, perhaps: somebody away, a place
// shut, a block that may no longer begin then, or a locked block in its way.
// plan is the plan of record; moves are counted against it. Locked blocks never
// move; Held ones may be given other people.
//
// The cheapest way comes first: substitutes, other places, the fewest moves; when
// that is not proved in time, the fewest found; when nothing complete is found,
// the largest part. After a complete one come offers that move more and cost
// less, each cheaper than all before it. There is always at least one. show, when
// not nil, gets each as soon as it is known, and better ones in its stead. The
// same seed finds the same, unless ctx ends first; then what is known is
// returned.
//
// The proofs hold over all starts, modes, places and people. Only where the
// places and people of a moment are so entangled that settling them was given up
// is a number of moves not called proved.
func (g *Grid) Repair(ctx context.Context, plan Plan, seed int64, show func(Mended)) []Mended {
	if show == nil {
		show = func(Mended) {}
	}
	r := &repair{g: g, quiet: g.quiet(), ctx: ctx, seed: uint64(seed), show: show, rnd: rand.New(rand.NewPCG(uint64(seed), 0x72657061))}
	r.hard = make([]int32, len(g.blocks))
	s := r.quiet.State(plan)
	r.old = s.Plan()
	first := r.mend(s)
	r.show(first)
	if first.Kind == Part || first.Kind == Sound {
		return []Mended{first}
	}
	return r.offers(first)
}

// A repair is one plan being mended.
type repair struct {
	g       *Grid
	quiet   *Grid // for states whose cost nobody asks for
	ctx     context.Context
	old     Plan
	seed    uint64
	rnd     *rand.Rand
	hard    []int32
	show    func(Mended)
	depth   int // moves that the exact search looks for next
	atLeast int
}

// quiet is the same grid without costs to keep, but for fairness, by which
// substitutes are chosen.
func (g *Grid) quiet() *Grid {
	h, p := *g, *g.p
	p.Soft.Weight = [Criteria]int32{Fair: 1}
	h.p, h.asked = &p, [3]bool{}
	return &h
}

// effort is how much is tried in this problem of what is tried in one of 155
// blocks on 100 slots.
func (r *repair) effort(n int) int {
	const share = 1000
	return n * share / (270 + int(r.g.n)*share/430 + len(r.g.blocks)*share/310)
}

// mend finds the cheapest way.
func (r *repair) mend(s *State) Mended {
	m := newMender(r.ctx, s, r.old)
	m.start()
	if len(m.seats)+len(m.out) == 0 {
		return r.told(s.Plan(), Sound)
	}
	m.nodes = r.effort(proofNodes)
	for _, kind := range []Mend{Substitutes, Elsewhere} {
		m.pinned, m.still = true, kind == Substitutes
		clear(m.failed)
		if m.node() {
			return r.told(s.Plan(), kind)
		}
	}
	m.pinned = false
	if found, none := r.deepen(m, mostMoves); found {
		return r.polished(s.Plan())
	} else if none {
		part := r.told(r.piecemeal().Plan(), Part)
		part.Proved = true
		return part
	}
	best := r.roughly()
	if best == nil || r.missing(r.quiet.State(best)) > 0 {
		return r.told(r.piecemeal().Plan(), Part)
	}
	r.show(r.told(best, Fewest))
	if most := r.moved(best) - 1; most < r.depth+lateGap {
		m.nodes, m.cut = r.effort(lateNodes), false
		if found, _ := r.deepen(m, most); found {
			best = s.Plan()
		}
	}
	return r.polished(best)
}

// deepen looks for a plan with as few moves as can be, up to most; none tells
// that no number of moves would do.
func (r *repair) deepen(m *mender, most int) (found, none bool) {
	for ; r.depth <= most; r.depth++ {
		clear(m.failed)
		m.slack, m.short = int32(r.depth), false
		switch {
		case m.node():
			return true, false
		case m.cut:
			return false, false
		case m.loose:
			// What follows is still worth trying, but proves nothing.
			if !m.short {
				return false, false
			}
		case !m.short:
			return false, true
		default:
			r.atLeast = r.depth + 1
		}
	}
	return false, false
}

// told is a plan with what there is to say of it.
func (r *repair) told(plan Plan, kind Mend) Mended {
	s := r.g.State(plan)
	m := Mended{Plan: plan, Kind: kind, AtLeast: r.atLeast, Costs: s.Cost(), Unplaced: r.missing(s), Moved: r.moved(plan)}
	for b := range plan {
		was, now := r.old[b], plan[b]
		if was.Start >= 0 && now.Start == was.Start &&
			(was.Mode != now.Mode || was.Place != now.Place || !slices.Equal(was.People, now.People)) {
			m.Changed++
		}
	}
	m.Proved = kind != Part && m.Moved <= m.AtLeast
	return m
}

// moved counts the blocks that begin at another time than in the plan of record.
func (r *repair) moved(plan Plan) int {
	n := 0
	for b := range plan {
		if was := r.old[b].Start; was >= 0 && plan[b].Start >= 0 && plan[b].Start != was {
			n++
		}
	}
	return n
}

// missing counts the blocks that are nowhere, and locked ones short of people.
func (r *repair) missing(s *State) int {
	n := 0
	for b := range r.g.blocks {
		k := &r.g.blocks[b]
		switch {
		case s.at[b].start >= 0 && k.Lock == Held && slices.Contains(s.crew(int32(b)), -1):
			n++
		case s.at[b].start < 0 && k.Lock == Free:
			n++
		}
	}
	return n
}
