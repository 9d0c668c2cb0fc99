package grid

import (
	"cmp"
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
	mates  [][]pair // of the pairs, those with a block of the same single team
	bound  []int32  // by team: how many of it must go for one of its that is out
	w      []int32
	rank   func(b, start int32) int32 // of two values as costly the lower goes first
}

type role uint8

const (
	open role = iota
	out
	set
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
	m.rank = m.near
	for b := range g.blocks {
		m.banned[b] = Choice{Start: s.at[b].start, Mode: s.at[b].mode}
		m.floors[b] = m.floor(int32(b))
		m.weight[b] = m.toll(int32(b))
	}
	m.mates = make([][]pair, len(g.blocks))
	for b := range g.blocks {
		for _, q := range g.blocks[b].pairs {
			if k := &g.blocks[b]; len(k.Teams) == 1 && slices.Equal(k.Teams, g.blocks[q.other].Teams) {
				m.mates[b] = append(m.mates[b], q)
			}
		}
	}
	m.bound = make([]int32, g.teams)
	m.w = make([]int32, g.n+1)
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

// push takes an open block out.
func (m *mender) expel(b int32) {
	m.slack -= m.weight[b]
	m.lift(b)
	m.role[b] = out
	m.out = append(m.out, b)
	m.key ^= hash(b, 0, 0, out)
}

// readmit undoes expel, once the ledger has put the block back.
func (m *mender) readmit(b int32) {
	m.out = m.out[:len(m.out)-1]
	m.role[b] = open
	m.slack += m.weight[b]
	m.key ^= hash(b, 0, 0, out)
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
	if b, values := m.tightest(); b >= 0 && m.each(b, values) {
		return true
	}
	if !m.cut && len(m.failed) < 1<<18 {
		m.failed[m.key] = m.slack
	}
	return false
}

// A value is a start and a mode, with the moves it adds at the least, and those
// of them that are blocks of its own team.
type value struct {
	start, mode int32
	cost, team  int32
	rank        int32
}

// tightest is the block that is out and has fewest values; -1 when there is no
// way on. Each block that is out and cannot return without others of its team
// going costs that many moves; of a team the block that needs most counts, and
// the teams add up, for their blocks are not the same.
func (m *mender) tightest() (int32, []value) {
	clear(m.bound)
	all := make([][]value, len(m.out))
	sum := int32(0)
	for i, b := range m.out {
		all[i] = m.values(b)
		if len(all[i]) == 0 {
			return -1, nil
		}
		if len(m.s.g.blocks[b].Teams) != 1 {
			continue
		}
		least := all[i][0].team
		for _, v := range all[i] {
			least = min(least, v.team)
		}
		if t := m.s.g.blocks[b].Teams[0]; least > m.bound[t] {
			sum += least - m.bound[t]
			m.bound[t] = least
		}
	}
	if sum > m.slack {
		m.short = true
		return -1, nil
	}
	best := -1
	for i, b := range m.out {
		if k := &m.s.g.blocks[b]; len(k.Teams) == 1 {
			others := sum - m.bound[k.Teams[0]]
			was := len(all[i])
			all[i] = slices.DeleteFunc(all[i], func(v value) bool { return v.team+others > m.slack })
			m.short = m.short || len(all[i]) < was
		}
		if len(all[i]) == 0 {
			return -1, nil
		}
		if best < 0 || len(all[i]) < len(all[best]) {
			best = i
		}
	}
	slices.SortFunc(all[best], func(a, b value) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.rank, b.rank), cmp.Compare(a.start, b.start), cmp.Compare(a.mode, b.mode))
	})
	return m.out[best], all[best]
}

// values are those of a block that the slack allows.
func (m *mender) values(b int32) []value {
	g := m.s.g
	var all []value
	w := m.s.pen.weights(g.n)
	length := int32(-1)
	floor := m.floors[b]
	for i := range g.blocks[b].modes {
		mode := &g.blocks[b].modes[i]
		if mode.Len != length {
			length = mode.Len
			m.s.weigh(b, length, m.weight, w)
			m.weighMates(b, length)
		}
		for t := range mode.dom.All {
			if w[t] >= never/2 {
				continue
			}
			if t == m.banned[b].Start && int32(i) == m.banned[b].Mode {
				continue
			}
			own := m.strayed(b, t) - floor
			if w[t]+own > m.slack {
				m.short = true
				continue
			}
			all = append(all, value{t, int32(i), w[t] + own, m.w[t] + own, m.rank(b, t)})
		}
	}
	return all
}

// weighMates is weigh for the blocks of the same team only.
func (m *mender) weighMates(b, n int32) {
	clear(m.w)
	var cut [5][2]int32
	for i := range m.mates[b] {
		q := &m.mates[b][i]
		a := &m.s.at[q.other]
		if a.start < 0 || m.weight[q.other] >= never {
			continue
		}
		for _, c := range cut[:m.s.g.forbid(q, n, a.start, a.end, &cut)] {
			m.w[c[0]] += m.weight[q.other]
			m.w[c[1]] -= m.weight[q.other]
		}
	}
	sum := int32(0)
	for t := range m.w {
		sum += m.w[t]
		m.w[t] = sum
	}
}

// each tries the values of a block that is out.
func (m *mender) each(b int32, values []value) bool {
	at := slices.Index(m.out, b)
	m.out = slices.Delete(m.out, at, at+1)
	floor := m.floors[b]
	for _, v := range values {
		mark, was := m.mark(), len(m.out)
		m.pushOut(b, v)
		m.place(b, v.start, v.mode)
		key := hash(b, 0, 0, out) ^ hash(b, v.start, v.mode, set)
		cost := m.strayed(b, v.start) - floor
		weight := m.weight[b]
		m.key ^= key
		m.role[b], m.weight[b] = set, never
		m.slack -= cost
		m.seats = append(m.seats, b)
		if m.slack >= 0 && m.node() {
			return true
		}
		m.seats = m.seats[:len(m.seats)-1]
		m.undo(mark)
		m.slack += cost
		m.role[b], m.weight[b] = out, weight
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
	if m.role[b] != out {
		core = m.broken(b)
		if core == nil && m.role[b] == set {
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
		if m.role[c] != open || m.weight[c] >= never {
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
		m.role[b] = open
		m.weight[b] = m.toll(b)
	}
}
