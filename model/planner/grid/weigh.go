package grid

// weigh writes into w, by start, what the pairs of a block that takes n slots
// weigh that stand against it: the sum of their weights, or their number when
// weights is nil. Each pair adds its weight where an interval of forbidden starts
// begins and takes it away where it ends; one running sum makes weights of that.
func (s *State) weigh(b, n int32, weights []int32, w []int32) {
	clear(w)
	g := s.g
	pairs := g.blocks[b].pairs
	var cut [5][2]int32
	for i := range pairs {
		q := &pairs[i]
		a := &s.at[q.other]
		if a.start < 0 {
			continue
		}
		v := int32(1)
		if weights != nil {
			v = weights[q.other]
		}
		switch q.shape {
		case meeting:
			g.addMeeting(q, n, a, v, w)
			continue
		case later:
			g.addLater(q, a, v, w)
			continue
		case earlier:
			g.addEarlier(q, n, a, v, w)
			continue
		}
		for _, c := range cut[:g.forbid(q, n, a.start, a.end, &cut)] {
			w[c[0]] += v
			w[c[1]] -= v
		}
	}
	sum := int32(0)
	for t := range w {
		sum += w[t]
		w[t] = sum
	}
}

// addMeeting adds a pair that may not overlap: the starts about the other block,
// and those of the days beside it that leave too little rest.
func (g *Grid) addMeeting(q *pair, n int32, a *spot, v int32, w []int32) {
	lo, hi := g.gaps[q.gapBefore].before[a.start]-n+1, g.gaps[q.gapAfter].after[a.end]
	w[max(lo, 0)] += v
	w[hi] -= v
	if q.rest == 0 {
		return
	}
	r := &g.gaps[q.rest]
	if until, from := r.after[a.end], max(hi, g.first[a.day+1]); from < until {
		w[from] += v
		w[until] -= v
	}
	if from, until := max(r.before[a.start]-n+1, 0), min(lo, g.first[a.day]); from < until {
		w[from] += v
		w[until] -= v
	}
}

// addLater adds a pair that comes after the other block: all starts up to the
// first, and those of the next day that leave too little rest.
func (g *Grid) addLater(q *pair, a *spot, v int32, w []int32) {
	hi := max(g.gaps[q.gapAfter].after[a.end], g.start(a.day+q.after))
	if q.rest != 0 {
		until, from := g.gaps[q.rest].after[a.end], g.first[a.day+1]
		if from <= hi {
			hi = max(hi, until)
		} else if from < until {
			w[from] += v
			w[until] -= v
		}
	}
	w[0] += v
	w[hi] -= v
}

// addEarlier adds a pair that comes before the other block.
func (g *Grid) addEarlier(q *pair, n int32, a *spot, v int32, w []int32) {
	lo := min(g.gaps[q.gapBefore].before[a.start]-n+1, g.start(a.day-q.before+1))
	if q.rest != 0 {
		from, until := max(g.gaps[q.rest].before[a.start]-n+1, 0), g.first[a.day]
		if until >= lo {
			lo = min(lo, from)
		} else if from < until {
			w[from] += v
			w[until] -= v
		}
	}
	w[max(lo, 0)] += v
	w[g.n] -= v
}
