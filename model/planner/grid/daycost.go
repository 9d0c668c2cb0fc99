package grid

import "slices"

// teamDay counts a day of a team.
func (s *State) teamDay(t, d int32, c *dayCost) {
	g := s.g
	l := s.on[t*g.days+d]
	if len(l) == 0 {
		return
	}
	w := &g.p.Soft.Weight
	if of := g.p.Teams[t].Of; of > 0 {
		if s.apart(t, of-1, d-1) {
			s.morning(t, d, c)
		}
		return
	}
	if w[Gaps] != 0 {
		c[Gaps] = s.idle(l)
	}
	if w[Moves] != 0 {
		c[Moves] = s.moves(l)
	}
	load := s.load[t*g.days+d]
	if w[Balance] != 0 {
		c[Balance] = max(0, load-g.fair[t])
	}
	if most := g.p.Soft.TeamMost; most > 0 {
		c[Long] = max(0, load-most)
	}
	if w[Spread] != 0 {
		c[Spread] = s.alike(l)
	}
	if w[Lunch] != 0 && g.p.Soft.LunchNeed > 0 && !s.fed(l, d) {
		c[Lunch] = 1
	}
	s.morning(t, d, c)
	if g.gapped[0] {
		c[Between] = s.between(t, d, g.p.Soft.TeamGap)
	}
}

// morning counts what a day of a team costs after the day before.
func (s *State) morning(t, d int32, c *dayCost) {
	w := &s.g.p.Soft.Weight
	if w[Rest] != 0 && s.short(t, d, s.g.p.Soft.TeamRest) {
		c[Rest] = 1
	}
	if w[Late] != 0 {
		c[Late] = s.late(t, d)
	}
}

// apart says whether a team does the last work of a day without the one it is a
// part of.
func (s *State) apart(t, whole, d int32) bool {
	if d < 0 {
		return false
	}
	last, _ := s.lastWork(t, d)
	for _, b := range s.on[t*s.g.days+d] {
		if s.g.work[b] && s.g.end(s.at[b].end) == last && !slices.Contains(s.g.blocks[b].Teams, whole) {
			return true
		}
	}
	return false
}

// personDay counts a day of a person; r is the number of the resource.
func (s *State) personDay(r, d int32, c *dayCost) {
	g := s.g
	if g.p.Soft.Weight[Rest] != 0 && s.short(r, d, g.p.Soft.PersonRest) {
		c[Rest] = 1
	}
	if most := g.p.Soft.PersonMost; most > 0 && g.p.Soft.Weight[Long] != 0 {
		taught := int32(0)
		for _, b := range s.on[r*g.days+d] {
			if s.teaches(b, r-g.people) {
				taught += s.at[b].end - s.at[b].start
			}
		}
		c[Long] = max(0, taught-most)
	}
}

// teaches says whether somebody teaches a block they are in.
func (s *State) teaches(b, q int32) bool {
	crew := s.crew(b)
	for _, n := range s.g.blocks[b].modes[s.at[b].mode].needs {
		c := min(int(n.Count), len(crew))
		for _, p := range crew[:c] {
			if p == q && n.Teaches {
				return true
			}
		}
		crew = crew[c:]
	}
	return false
}

// idle counts the slots without a block between the first and the last work of
// each stretch; l is blocks by start.
func (s *State) idle(l []int32) int32 {
	g := s.g
	var gaps, wait, cover int32
	run, open := int32(-1), false
	for _, b := range l {
		a := &s.at[b]
		for from := a.start; from < a.end; {
			to := min(a.end, g.runEnd[g.run[from]])
			if g.run[from] != run {
				run, open, wait, cover = g.run[from], false, 0, 0
			}
			if open && from > cover {
				wait += from - cover
			}
			if g.work[b] {
				gaps += wait
				open, wait = true, 0
			}
			cover = max(cover, to)
			from = to
		}
	}
	return gaps
}

// moves counts the changes of place between blocks that touch.
func (s *State) moves(l []int32) int32 {
	n := int32(0)
	for i, b := range l {
		a := &s.at[b]
		if a.place < 0 {
			continue
		}
		for _, o := range l[i+1:] {
			z := &s.at[o]
			if z.start > a.end {
				break
			}
			if z.start == a.end && z.place >= 0 && z.place != a.place && s.g.run[z.start] == s.g.run[a.end-1] {
				n++
			}
		}
	}
	return n
}

// alike counts the blocks of a kind beyond the first of it.
func (s *State) alike(l []int32) int32 {
	n := int32(0)
	for i, b := range l {
		kind := s.g.blocks[b].Kind
		if kind == 0 {
			continue
		}
		for _, o := range l[:i] {
			if s.g.blocks[o].Kind == kind {
				n++
				break
			}
		}
	}
	return n
}

// fed says whether there is time for a meal between the work of a day.
func (s *State) fed(l []int32, d int32) bool {
	g, f := s.g, &s.g.p.Soft
	from, until := g.midnight[d]+f.LunchFrom, g.midnight[d]+f.LunchUntil
	for _, b := range l {
		if !g.work[b] {
			continue
		}
		a := &s.at[b]
		if min(g.clock[a.start], until)-from >= f.LunchNeed {
			return true
		}
		from = max(from, g.end(a.end))
	}
	return until-from >= f.LunchNeed
}

// short says whether a resource rests less than wished before a day.
func (s *State) short(r, d, wish int32) bool {
	if wish <= 0 || d == 0 {
		return false
	}
	last, ok := s.lastWork(r, d-1)
	if !ok {
		return false
	}
	for _, b := range s.on[r*s.g.days+d] {
		if s.g.work[b] {
			return s.g.clock[s.at[b].start]-last < wish
		}
	}
	return false
}

// lastWork is when the work of a resource ends on a day.
func (s *State) lastWork(r, d int32) (clock int32, ok bool) {
	for _, b := range s.on[r*s.g.days+d] {
		if s.g.work[b] {
			if e := s.g.end(s.at[b].end); !ok || e > clock {
				clock, ok = e, true
			}
		}
	}
	return clock, ok
}

// late counts the live fire of a morning after a late evening.
func (s *State) late(t, d int32) int32 {
	g, f := s.g, &s.g.p.Soft
	if d == 0 {
		return 0
	}
	last, ok := s.lastWork(t, d-1)
	if !ok || last <= g.midnight[d-1]+f.LateFrom {
		return 0
	}
	n := int32(0)
	for _, b := range s.on[t*g.days+d] {
		if g.blocks[b].Live && g.clock[s.at[b].start] < g.midnight[d]+f.LateUntil {
			n++
		}
	}
	return n
}

// between counts the pairs closer than the gap wished for, the later one on a
// day.
func (s *State) between(r, d int32, gaps [][]int32) int32 {
	g := s.g
	n := int32(0)
	for _, b := range s.on[r*g.days+d] {
		z := &s.at[b]
		for e := g.back[d]; e <= d; e++ {
			for _, o := range s.on[r*g.days+e] {
				a := &s.at[o]
				if a.end > z.start || o == b {
					continue
				}
				if w := g.clock[z.start] - g.end(a.end); w < gaps[g.blocks[o].Class][g.blocks[b].Class] {
					n++
				}
			}
		}
	}
	return n
}
