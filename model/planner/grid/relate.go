package grid

import "slices"

// What two blocks forbid each other whatever place and people they get is known
// before there is a plan: they share a team, or somebody or some place neither
// can do without, or an order. A pair holds it in such a form that, when one of
// the two has a start, the starts it leaves the other are found by looking up at
// most five intervals. The weights of all starts of a block then come from one
// walk over its pairs and one running sum (see weigh.go).

// A shape is the form of what a pair forbids, for those that weigh has a short
// way for.
type shape uint8

const (
	mixed   shape = iota
	meeting       // they clash, and there is no order
	later         // they clash or not, and it comes after the other
	earlier       // it comes before the other
)

// form is the shape of a pair.
func (q *pair) form() shape {
	switch {
	case q.apart > 0 || q.most >= 0 || !q.clash && q.gapAfter|q.gapBefore != 0:
		return mixed
	case q.after < 0 && q.before < 0 && q.clash:
		return meeting
	case q.after >= 0 && q.before < 0:
		return later
	case q.before >= 0 && q.after < 0:
		return earlier
	}
	return mixed
}

// A pair is what another block forbids a block.
type pair struct {
	other  int32
	clash  bool
	shape  shape
	most   int32 // orders, as in Order; -1: none
	after  int32 // begins so many duty days after the other has ended; -1: need not
	before int32
	apart  int32
	// numbers of a reach: the least time between, when it is after the other and
	// when before; the rest between duty days.
	gapAfter, gapBefore, rest int32
}

// stiff is what a block takes in every mode.
func (g *Grid) stiff(k *block) rigid {
	r := rigid{place: -1}
	if k.placed {
		r.people = slices.DeleteFunc(slices.Clone(k.Home.People), func(q int32) bool { return q < 0 })
		if k.Lock == Held {
			r.people = nil
		}
		if r.place = max(k.Home.Place, -1); r.place >= 0 {
			r.sites = []int32{g.p.Places[r.place].Site}
		}
		return r
	}
	for i := range k.modes {
		m := &k.modes[i]
		var forced []int32
		for _, n := range m.Needs {
			if int(n.Count) >= len(n.From) {
				forced = append(forced, n.From...)
			}
		}
		if i == 0 {
			r.people = forced
			if len(m.Places) == 1 {
				r.place = m.Places[0]
			}
		} else {
			r.people = slices.DeleteFunc(r.people, func(q int32) bool { return !slices.Contains(forced, q) })
			if len(m.Places) != 1 || m.Places[0] != r.place {
				r.place = -1
			}
		}
		for _, q := range m.Places {
			if s := g.p.Places[q].Site; !slices.Contains(r.sites, s) {
				r.sites = append(r.sites, s)
			}
		}
	}
	for i := range k.modes {
		if len(k.modes[i].Places) == 0 {
			r.sites = nil // it may be done without a place, so no way is sure
		}
	}
	slices.Sort(r.people)
	r.people = slices.Compact(r.people)
	return r
}

// relate finds the pairs of every block. What a locked block forbids is taken
// from the domains at once.
func (g *Grid) relate() {
	by := make([][]int32, g.rsrc)
	for b := range g.blocks {
		for _, r := range g.takes(int32(b)) {
			by[r] = append(by[r], int32(b))
		}
	}
	n := len(g.blocks)
	seen := make([]int32, n)
	for i := range seen {
		seen[i] = -1
	}
	var others []int32
	for i := range g.blocks {
		k := &g.blocks[i]
		others = others[:0]
		meet := func(j int32) {
			if j != int32(i) && seen[j] != int32(i) {
				seen[j] = int32(i)
				others = append(others, j)
			}
		}
		for _, r := range g.takes(int32(i)) {
			for _, j := range by[r] {
				meet(j)
			}
		}
		for _, o := range g.hard[i] {
			meet(g.p.Orders[o].A)
			meet(g.p.Orders[o].B)
		}
		k.pairs = make([]pair, 0, len(others))
		for _, j := range others {
			p := g.pair(int32(i), j)
			o := &g.blocks[j]
			if o.placed {
				g.stand(k, &p)
			} else if o.Lock == Free {
				k.pairs = append(k.pairs, p)
			}
		}
	}
}

// takes are the resources a block takes in every mode.
func (g *Grid) takes(b int32) []int32 {
	k := &g.blocks[b]
	r := slices.Clone(k.Teams)
	for _, q := range k.rigid.people {
		r = append(r, g.people+q)
	}
	if k.rigid.place >= 0 {
		r = append(r, g.places+k.rigid.place)
	}
	return r
}

// pair is what j forbids i.
func (g *Grid) pair(i, j int32) pair {
	a, b := &g.blocks[i], &g.blocks[j]
	q := pair{other: j, most: -1, after: -1, before: -1}
	var after, before, rest int32
	team := share(a.Teams, b.Teams)
	crew := share(a.rigid.people, b.rigid.people)
	if team && g.teamGap {
		after, before = g.p.TeamGap[b.Class][a.Class], g.p.TeamGap[a.Class][b.Class]
	}
	if place := a.rigid.place; place >= 0 && place == b.rigid.place {
		q.clash = g.p.Places[place].Room == 0
		if g.placeGap {
			after = max(after, g.p.PlaceGap[b.Class][a.Class])
			before = max(before, g.p.PlaceGap[a.Class][b.Class])
		}
	}
	if team || crew {
		q.clash = true
		if g.travels {
			after = max(after, g.way(b.rigid.sites, a.rigid.sites))
			before = max(before, g.way(a.rigid.sites, b.rigid.sites))
		}
		if !a.Idle && !b.Idle {
			if team {
				rest = g.p.TeamRest
			}
			if crew {
				rest = max(rest, g.p.PersonRest)
			}
		}
	}
	q.gapAfter, q.gapBefore, q.rest = g.reach(after), g.reach(before), g.reach(rest)
	for _, n := range g.hard[i] {
		o := &g.p.Orders[n]
		if o.A != j && o.B != j {
			continue
		}
		q.apart = max(q.apart, o.Apart)
		if o.Most >= 0 && (q.most < 0 || o.Most < q.most) {
			q.most = o.Most
		}
		if o.A == j {
			q.after = max(q.after, o.Least)
		} else {
			q.before = max(q.before, o.Least)
		}
	}
	q.shape = q.form()
	return q
}

// way is the least travel from any of some sites to any of others.
func (g *Grid) way(from, to []int32) int32 {
	least := int32(-1)
	for _, a := range from {
		for _, b := range to {
			if w := g.p.Travel[a][b]; least < 0 || w < least {
				least = w
			}
		}
	}
	return max(least, 0)
}

func share(a, b []int32) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}

// forbid yields the starts that a block n slots long loses to the other of a
// pair, which takes the slots from s to before e: at most five intervals, in
// order, none twice. It returns how many.
func (g *Grid) forbid(q *pair, n, s, e int32, out *[5][2]int32) int {
	var in [5][2]int32
	d := g.day[s]
	lo, hi := s, s
	if q.clash {
		lo, hi = g.gaps[q.gapBefore].before[s]-n+1, g.gaps[q.gapAfter].after[e]
	} else if q.gapBefore|q.gapAfter != 0 {
		// The place may be shared, but not with too little time between.
		in[1] = [2]int32{g.gaps[q.gapBefore].before[s] - n + 1, s - n + 1}
		in[3] = [2]int32{e, g.gaps[q.gapAfter].after[e]}
	}
	if q.apart > 0 {
		lo, hi = min(lo, g.start(d-q.apart+1)), max(hi, g.start(d+q.apart))
	}
	if q.rest != 0 {
		r := &g.gaps[q.rest]
		in[1] = [2]int32{r.before[s] - n + 1, g.start(d)}
		in[3] = [2]int32{g.start(d + 1), r.after[e]}
	}
	if q.after >= 0 {
		in[0][1] = max(e, g.start(d+q.after))
	}
	in[4] = [2]int32{g.n, g.n}
	if q.before >= 0 {
		in[4][0] = min(s-n+1, g.start(d-q.before+1))
	}
	if q.most >= 0 {
		in[0][1] = max(in[0][1], g.start(d-q.most))
		in[4][0] = min(in[4][0], g.start(d+q.most+1))
	}
	// Those that touch become one, so that they are in order.
	if in[1][0] < in[1][1] && in[1][1] >= lo {
		lo, in[1] = min(lo, in[1][0]), [2]int32{}
	}
	if in[3][0] < in[3][1] && in[3][0] <= hi {
		hi, in[3] = max(hi, in[3][1]), [2]int32{}
	}
	in[2] = [2]int32{lo, hi}
	k, from := 0, int32(0)
	for j, v := range in {
		v[0] = max(v[0], from)
		if j > 0 && j < 4 {
			v[1] = min(v[1], max(in[4][0], 0))
		}
		if v[0] < v[1] {
			out[k] = v
			from = v[1]
			k++
		}
	}
	return k
}

// stand takes from a block's domains what a locked block forbids it.
func (g *Grid) stand(k *block, q *pair) {
	o := &g.blocks[q.other]
	end := min(o.Home.Start+o.modes[o.Home.Mode].Len, g.n)
	for i := range k.modes {
		m := &k.modes[i]
		var cut [5][2]int32
		for _, v := range cut[:g.forbid(q, m.Len, o.Home.Start, end, &cut)] {
			m.free.cut(v[0], v[1])
		}
	}
}
