package grid

import (
	"cmp"
	"slices"
)

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
// the teams add up, for their blocks are not the same. The values are on top of
// the stack, from the index returned on.
func (m *mender) tightest() (b int32, from int) {
	clear(m.bound)
	base := len(m.stack)
	ends := make([]int, len(m.out))
	sum := int32(0)
	for i, b := range m.out {
		from := len(m.stack)
		least := m.values(b)
		ends[i] = len(m.stack)
		if ends[i] == from {
			return -1, base
		}
		if teams := m.s.g.blocks[b].Teams; len(teams) == 1 && least > m.bound[teams[0]] {
			sum += least - m.bound[teams[0]]
			m.bound[teams[0]] = least
		}
	}
	if sum > m.slack {
		m.short = true
		return -1, base
	}
	best, fewest := -1, 0
	for i, b := range m.out {
		others := int32(0)
		if teams := m.s.g.blocks[b].Teams; len(teams) == 1 {
			others = sum - m.bound[teams[0]]
		}
		n := 0
		for _, v := range m.stack[m.floorOf(ends, i, base):ends[i]] {
			if v.team+others <= m.slack {
				n++
			} else {
				m.short = true
			}
		}
		if n == 0 {
			return -1, base
		}
		if best < 0 || n < fewest {
			best, fewest = i, n
		}
	}
	b = m.out[best]
	others := int32(0)
	if teams := m.s.g.blocks[b].Teams; len(teams) == 1 {
		others = sum - m.bound[teams[0]]
	}
	n := base
	for _, v := range m.stack[m.floorOf(ends, best, base):ends[best]] {
		if v.team+others <= m.slack {
			m.stack[n] = v
			n++
		}
	}
	m.stack = m.stack[:n]
	slices.SortFunc(m.stack[base:], func(a, b value) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.rank, b.rank), cmp.Compare(a.start, b.start), cmp.Compare(a.mode, b.mode))
	})
	return b, base
}

// floorOf is where the values of the i-th block that is out begin.
func (m *mender) floorOf(ends []int, i, base int) int {
	if i == 0 {
		return base
	}
	return ends[i-1]
}

// values puts those of a block that the slack allows on the stack, and tells how
// many of its team they push out at the least.
func (m *mender) values(b int32) (least int32) {
	g := m.s.g
	length := int32(-1)
	floor := m.floors[b]
	least = never
	for i := range g.blocks[b].modes {
		mode := &g.blocks[b].modes[i]
		if mode.Len != length {
			length = mode.Len
			m.weigh(b, length)
		}
		for t := range mode.dom.All {
			if m.w[t] >= never/2 || t == m.banned[b].Start && int32(i) == m.banned[b].Mode {
				continue
			}
			mine := m.strayed(b, t) - floor
			if m.w[t]+mine > m.slack {
				m.short = true
				continue
			}
			least = min(least, m.own[t]+mine)
			m.stack = append(m.stack, value{t, int32(i), m.w[t] + mine, m.own[t] + mine, m.near(b, t)})
		}
	}
	return least
}

// weigh sums up, by start of a block that takes n slots, what pushing out comes
// to: of all its pairs, and of those of its own team.
func (m *mender) weigh(b, n int32) {
	clear(m.w)
	clear(m.own)
	g := m.s.g
	pairs := g.blocks[b].pairs
	var cut [5][2]int32
	for i := range pairs {
		q := &pairs[i]
		a := &m.s.at[q.other]
		if a.start < 0 {
			continue
		}
		v := m.weight[q.other]
		mate := m.mates[b][i] && v < never
		for _, c := range cut[:g.forbid(q, n, a.start, a.end, &cut)] {
			m.w[c[0]] += v
			m.w[c[1]] -= v
			if mate {
				m.own[c[0]] += v
				m.own[c[1]] -= v
			}
		}
	}
	all, own := int32(0), int32(0)
	for t := range m.w {
		all += m.w[t]
		own += m.own[t]
		m.w[t], m.own[t] = all, own
	}
}
