package grid

import (
	"context"
	"slices"
)

// A mender looks for a plan that is complete with no more than so many blocks
// moved, by iterative deepening on which blocks move.
//
// Every block is in one of four roles: open (it stands where it stood, and may
// still move), out (it must move and is nowhere), set (it has moved) and stays
// (it will not move). A block that is set pushes out the open blocks that its
// teams, its orders and what it cannot do without put in its way. Where a pool,
// a day's work, or the choice of places and people leaves no way, one of the
// blocks concerned has to go: each is tried in turn, and stays in the later
// turns. So nothing is left out, and when all fails, no plan with so few moves
// exists.
type mender struct {
	usher
	clique
	ctx    context.Context
	old    Plan
	role   []role
	out    []int32
	weight []int32  // what pushing a block out costs at the least
	slack  int32    // moves that may still be added
	short  bool     // something was not tried because the slack was too small
	floors []int32  // what a block costs at the least once it is out
	banned []Choice // where a block that was pushed out may not come back to
	pinned bool     // nothing is pushed out: only places and people change
	seats  []int32  // blocks with a time whose rest is not settled
	failed map[uint64]int32
	key    uint64
	nodes  int // that may still be tried
	cut    bool
	loose  bool     // a reason was taken for proved that was only not refuted
	mates  [][]bool // of the pairs, which are with a block of the same single team
	bound  []int32  // by team: how many of it must go for one of its that is out
	w, own []int32  // by start: what pushing out comes to, of all and of mates
	stack  []value
}

type role uint8

const (
	isOpen role = iota
	isOut
	isSet
	stays
)

const never = 1 << 20 // a weight no slack is large enough for

// tries is how many decisions settling places and people of one block may take.
const tries = 400

// newMender looks for a plan near old, beginning with the one of s.
func newMender(ctx context.Context, s *State, old Plan) *mender {
	g := s.g
	m := &mender{
		ctx: ctx, old: old, banned: make([]Choice, len(g.blocks)),
		role: make([]role, len(g.blocks)), weight: make([]int32, len(g.blocks)),
		floors: make([]int32, len(g.blocks)), failed: map[uint64]int32{},
	}
	m.usher, m.clique = newUsher(&ledger{s: s}), newClique(g)
	for b := range g.blocks {
		m.banned[b] = Choice{Start: s.at[b].start, Mode: s.at[b].mode}
		m.floors[b] = m.floor(int32(b))
		m.weight[b] = m.toll(int32(b))
	}
	m.mates = make([][]bool, len(g.blocks))
	for b := range g.blocks {
		for _, q := range g.blocks[b].pairs {
			teams := g.blocks[b].Teams
			m.mates[b] = append(m.mates[b], len(teams) == 1 && slices.Equal(teams, g.blocks[q.other].Teams))
		}
	}
	m.bound = make([]int32, g.teams)
	m.w, m.own = make([]int32, g.n+1), make([]int32, g.n+1)
	return m
}

// near ranks values by how far they are from the old start: days first.
func (m *mender) near(b, start int32) int32 {
	was := m.old[b].Start
	if was < 0 {
		return start
	}
	g := m.s.g
	days := g.day[start] - g.day[was]
	return max(days, -days)*g.n + max(start-was, was-start)
}

// strayed is 1 for a block that is not at its old start.
func (m *mender) strayed(b, start int32) int32 {
	if m.old[b].Start >= 0 && start != m.old[b].Start {
		return 1
	}
	return 0
}

// floor is the least number of moves that a block costs once it is out.
func (m *mender) floor(b int32) int32 {
	was := m.old[b].Start
	if was < 0 || m.banned[b].Start != was {
		return 0
	}
	for i := range m.s.g.blocks[b].modes {
		if int32(i) != m.banned[b].Mode && m.s.g.blocks[b].modes[i].dom.Has(was) {
			return 0
		}
	}
	return 1
}

// toll is what pushing an open block out adds to the moves at the least.
func (m *mender) toll(b int32) int32 {
	a := &m.s.at[b]
	if m.s.g.blocks[b].Lock != Free || a.start < 0 {
		return never
	}
	return m.floors[b] - m.strayed(b, a.start)
}

func hash(b, start, mode int32, r role) uint64 {
	x := uint64(b)<<40 | uint64(uint32(start))<<8 | uint64(mode)<<3 | uint64(r)
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// expel takes an open block out.
func (m *mender) expel(b int32) {
	m.slack -= m.weight[b]
	m.lift(b)
	m.role[b] = isOut
	m.out = append(m.out, b)
	m.key ^= hash(b, 0, 0, isOut)
}

// readmit undoes expel, once the ledger has put the block back.
func (m *mender) readmit(b int32) {
	m.out = m.out[:len(m.out)-1]
	m.role[b] = isOpen
	m.slack += m.weight[b]
	m.key ^= hash(b, 0, 0, isOut)
}

// node goes on with the plan as it stands; true when it has become complete.
func (m *mender) node() bool {
	if m.cut {
		return false
	}
	if m.nodes--; m.nodes < 0 || m.nodes&255 == 0 && m.ctx.Err() != nil {
		m.cut = true
		return false
	}
	if len(m.seats) > 0 {
		return m.seat()
	}
	if len(m.out) == 0 {
		return true
	}
	if slack, ok := m.failed[m.key]; ok && m.slack <= slack {
		return false
	}
	base := len(m.stack)
	b, from := m.tightest()
	ok := b >= 0 && m.each(b, from)
	m.stack = m.stack[:base]
	if ok {
		return true
	}
	if !m.cut && len(m.failed) < 1<<18 {
		m.failed[m.key] = m.slack
	}
	return false
}

// each tries the values of a block that is out.
func (m *mender) each(b int32, from int) bool {
	at := slices.Index(m.out, b)
	m.out = slices.Delete(m.out, at, at+1)
	floor := m.floors[b]
	for i, end := from, len(m.stack); i < end; i++ {
		v := m.stack[i]
		mark, was := m.mark(), len(m.out)
		m.pushOut(b, v)
		m.place(b, v.start, v.mode)
		key := hash(b, 0, 0, isOut) ^ hash(b, v.start, v.mode, isSet)
		cost := m.strayed(b, v.start) - floor
		weight := m.weight[b]
		m.key ^= key
		m.role[b], m.weight[b] = isSet, never
		m.slack -= cost
		m.seats = append(m.seats, b)
		if m.slack >= 0 && m.node() {
			return true
		}
		m.seats = m.seats[:len(m.seats)-1]
		m.undo(mark)
		m.slack += cost
		m.role[b], m.weight[b] = isOut, weight
		m.key ^= key
		for len(m.out) > was {
			m.readmit(m.out[len(m.out)-1])
		}
		if m.cut {
			break
		}
	}
	m.out = slices.Insert(m.out, at, b)
	return false
}

// pushOut takes out the open blocks that stand against a value.
func (m *mender) pushOut(b int32, v value) {
	g := m.s.g
	length := g.blocks[b].modes[v.mode].Len
	for i := range g.blocks[b].pairs {
		q := &g.blocks[b].pairs[i]
		if m.s.at[q.other].start >= 0 && m.bars(q, length, v.start) {
			m.expel(q.other)
		}
	}
}

// bars says whether the other of a pair stands against a start.
func (m *mender) bars(q *pair, length, start int32) bool {
	a := &m.s.at[q.other]
	var cut [5][2]int32
	for _, c := range cut[:m.s.g.forbid(q, length, a.start, a.end, &cut)] {
		if c[0] <= start && start < c[1] {
			return true
		}
	}
	return false
}

// seat settles what is left to settle of the last block that got a time.
func (m *mender) seat() bool {
	last := len(m.seats) - 1
	b := m.seats[last]
	mark := m.mark()
	var core []int32
	if m.role[b] != isOut {
		core = m.broken(b)
		if core == nil && m.role[b] == isSet {
			core = m.crowd(b)
		}
		if core == nil && !m.settle(m.vacant(b), tries) {
			m.loose = m.loose || m.spent
			core = slices.Clone(m.touched)
		}
	}
	if core == nil {
		m.seats = m.seats[:last]
		if m.node() {
			return true
		}
		m.seats = append(m.seats[:last], b)
		m.undo(mark)
		// Other places and people for the same times settle nothing more: who is
		// in the way later is asked to decide anew then.
		return false
	}
	return m.oneOf(core)
}

// oneOf lets one of the blocks go, each in turn.
func (m *mender) oneOf(core []int32) bool {
	if m.pinned {
		return false
	}
	slices.Sort(core)
	var kept []int32
	for _, c := range core {
		if m.role[c] != isOpen || m.weight[c] >= never {
			continue
		}
		if m.weight[c] > m.slack {
			m.short = true
			continue
		}
		mark := m.mark()
		m.expel(c)
		if m.node() {
			return true
		}
		m.undo(mark)
		m.readmit(c)
		if m.cut {
			break
		}
		m.keep(c, true)
		kept = append(kept, c)
	}
	for _, c := range kept {
		m.keep(c, false)
	}
	return false
}

// keep lets an open block stay, or no longer.
func (m *mender) keep(b int32, stay bool) {
	m.key ^= hash(b, 0, 0, stays)
	if stay {
		m.role[b], m.weight[b] = stays, never
	} else {
		m.role[b] = isOpen
		m.weight[b] = m.toll(b)
	}
}
