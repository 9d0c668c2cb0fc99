package grid

// A line is the slots of a problem with what is asked of them often: where a
// duty day begins, what follows what on the clock, and how far in slots a time
// on the clock reaches from any slot.
type line struct {
	n        int32   // slots
	day      []int32 // duty day of each
	clock    []int32
	tick     int32
	days     int32
	first    []int32 // first slot of a duty day or of a later one; days+1 entries
	run      []int32 // stretch each slot is in: of one day, without a break of the clock
	runEnd   []int32 // slot after each stretch
	midnight []int32 // clock of the midnight before each day's first slot
	gaps     []reach
}

// A reach is one length of time, measured from every slot.
type reach struct {
	time int32
	// after[e] is the first slot a block may begin in that comes so long after one
	// that ends before slot e; before[s] is the slot before which a block must end
	// that comes so long before one that begins in s.
	after, before []int32
}

func newLine(p *Problem) line {
	n := int32(len(p.Day))
	l := line{n: n, day: p.Day, clock: p.Clock, tick: p.Tick}
	if n > 0 {
		l.days = p.Day[n-1] + 1
	}
	l.first = make([]int32, l.days+1)
	for d, s := int32(0), int32(0); d <= l.days; d++ {
		for s < n && p.Day[s] < d {
			s++
		}
		l.first[d] = s
	}
	l.run = make([]int32, n)
	for s := int32(1); s < n; s++ {
		l.run[s] = l.run[s-1]
		if p.Day[s] != p.Day[s-1] || p.Clock[s] != p.Clock[s-1]+p.Tick {
			l.run[s]++
		}
	}
	l.runEnd = make([]int32, l.run[n-1]+1)
	for s, r := range l.run {
		l.runEnd[r] = int32(s) + 1
	}
	l.midnight = make([]int32, l.days)
	for d := range l.midnight {
		if s := l.first[d]; s < n {
			l.midnight[d] = p.Clock[s] - ((p.Clock[s]%96)+96)%96
		}
	}
	l.reach(0)
	return l
}

// reach is the index in gaps of a length of time.
func (l *line) reach(time int32) int32 {
	time = max(time, 0)
	for i := range l.gaps {
		if l.gaps[i].time == time {
			return int32(i)
		}
	}
	r := reach{time, make([]int32, l.n+1), make([]int32, l.n+1)}
	for s, e := int32(0), int32(0); s <= l.n; s++ {
		for e < s && (s == l.n || l.end(e+1)+time <= l.clock[s]) {
			e++
		}
		r.before[s] = e
	}
	for e, s := int32(0), int32(0); e <= l.n; e++ {
		for s = max(s, e); e > 0 && s < l.n && l.clock[s] < l.end(e)+time; s++ {
		}
		r.after[e] = s
	}
	l.gaps = append(l.gaps, r)
	return int32(len(l.gaps) - 1)
}

// end is when a block ends on the clock that ends before slot e.
func (l *line) end(e int32) int32 { return l.clock[e-1] + l.tick }

// start is the first slot of a day, wherever the day lies.
func (l *line) start(day int32) int32 {
	return l.first[min(max(day, 0), l.days)]
}

// near are the duty days between which and day less than time can lie.
func (l *line) near(day, time int32) (lo, hi int32) {
	lo, hi = day, day
	if l.start(day) == l.start(day+1) {
		return lo, hi
	}
	opens, closes := l.clock[l.start(day)], l.end(l.start(day+1))
	for lo > 0 && (l.start(lo) == 0 || l.end(l.start(lo))+time > opens) {
		lo--
	}
	for hi < l.days-1 && (l.start(hi+1) == l.n || l.clock[l.start(hi+1)] < closes+time) {
		hi++
	}
	return lo, hi
}
