package sat

import "slices"

// A limit says that the weights of the true ones of lits come to at most most,
// when on is true.
type limit struct {
	lits    []Lit
	weights []int32 // nil: all 1
	most    int32
	sum     int32
	big     int32 // greatest weight
	on      Lit
}

// A part is what a literal counts in a limit.
type part struct{ limit, weight int32 }

// Limit says that, while the literal on is true, the weights (nil: 1 each) of
// the true ones of lits come to at most most. Weights are above 0, and no
// variable is in lits twice.
func (s *Solver) Limit(on Lit, lits []Lit, weights []int32, most int32) {
	s.undo(0)
	if s.broken {
		return
	}
	m := limit{on: on, most: most, lits: slices.Clone(lits)}
	if weights != nil {
		m.weights = slices.Clone(weights)
	}
	i := int32(len(s.limits))
	for k, l := range lits {
		w := m.weight(k)
		m.big = max(m.big, w)
		s.parts[l] = append(s.parts[l], part{i, w})
		if s.val[l] == yes {
			m.sum += w
		}
	}
	s.wakes[on], s.hangs[on] = append(s.wakes[on], i), true
	s.limits = append(s.limits, m)
	if !s.weigh(i) || s.propagate() != 0 {
		s.broken = true
	}
}

func (m *limit) weight(k int) int32 {
	if m.weights == nil {
		return 1
	}
	return m.weights[k]
}

// weigh rules out what no longer fits under limit i; false: too much is true.
func (s *Solver) weigh(i int32) bool {
	m := &s.limits[i]
	if s.val[m.on] != yes {
		return true
	}
	room := m.most - m.sum
	if room < 0 {
		return false
	}
	if room >= m.big {
		return true
	}
	for k, l := range m.lits {
		if s.val[l] == open && m.weight(k) > room {
			s.set(l.Not(), because(byLimit, i))
		}
	}
	return true
}

// blame appends to buf what made limit i rule out l, or, without one (-1), what
// breaks it: literals that are false, as in a clause. The earliest are named.
func (s *Solver) blame(i int32, l Lit, buf []Lit) []Lit {
	m := &s.limits[i]
	before := int32(len(s.trail))
	need := m.most + 1
	if l >= 0 {
		before = s.pos[l.v()]
	}
	if m.weights == nil && (m.most == 0 || l >= 0 && m.most == 1) {
		// One at a time: the earliest true one is all the reason there is.
		best, at := Lit(-1), before
		if m.most > 0 {
			for _, o := range m.lits {
				if s.val[o] == yes && s.pos[o.v()] < at {
					best, at = o, s.pos[o.v()]
				}
			}
			return append(buf, best.Not(), m.on.Not())
		}
	}
	var true_ []taken
	for k, o := range m.lits {
		if o == l.Not() && l >= 0 {
			need -= m.weight(k)
		} else if s.val[o] == yes && s.pos[o.v()] < before {
			true_ = append(true_, taken{s.pos[o.v()], m.weight(k), o})
		}
	}
	slices.SortFunc(true_, func(a, b taken) int { return int(a.pos - b.pos) })
	buf = append(buf, m.on.Not())
	for _, t := range true_ {
		if need <= 0 {
			break
		}
		need -= t.weight
		buf = append(buf, t.lit.Not())
	}
	return buf
}

type taken struct {
	pos, weight int32
	lit         Lit
}
