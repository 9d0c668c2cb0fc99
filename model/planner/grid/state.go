package grid

import "slices"

// A State is a plan being worked on: who, what and where is taken when, kept so
// that placing or lifting a block costs about as much as reading it. It allows
// anything, also what is broken; Legal, Blockers and Faults say so. A State is
// for one goroutine.
type State struct {
	g      *Grid
	at     []spot
	people []int32 // of block b: from blocks[b].crew on
	// on lists the blocks of each resource on each duty day, by start.
	on   [][]int32
	load []int32 // slots of work of each team and person on each duty day
	room []int32 // officers in each place in each slot, where several blocks may be
	drew []int32 // things of each pool drawn in each slot
	// over counts the blocks that run over the end of their duty day, which only
	// somebody else's plan does; what is near is then looked for more widely.
	over int
	mark []int32 // blocks seen, by the number of the look
	look int32
	pen  pencil
	tally
}

// A spot is where a block is: slots from start to before end, start -1 when it
// is nowhere.
type spot struct {
	start, end, day, mode, place int32
	crew                         int32 // how many of its people are known
}

// State is a plan made ready to be worked on. Without a plan only the locked
// blocks are placed, at Home; with one they are too, wherever the plan has them,
// unless Held ones have other people there.
func (g *Grid) State(plan Plan) *State {
	days := int(g.days)
	s := &State{
		g:      g,
		at:     make([]spot, len(g.blocks)),
		people: make([]int32, g.width),
		on:     make([][]int32, int(g.rsrc)*days),
		load:   make([]int32, int(g.places)*days),
		room:   make([]int32, int(g.rsrc-g.places)*int(g.n)),
		drew:   make([]int32, len(g.p.Pools)*int(g.n)),
		mark:   make([]int32, len(g.blocks)),
	}
	s.newTally()
	for b := range s.at {
		s.at[b].start = -1
	}
	for b := range g.blocks {
		k := &g.blocks[b]
		switch {
		case k.Lock == Free && plan != nil && plan[b].Start >= 0:
			s.Place(int32(b), plan[b])
		case k.placed:
			c := k.Home
			if k.Lock == Held && plan != nil && plan[b].Start == c.Start && len(plan[b].People) > 0 {
				c.People = plan[b].People
			}
			s.Place(int32(b), c)
		}
	}
	return s
}

// Place gives a block a choice, whatever that breaks. It is lifted first where
// it is placed. People are -1 where nobody is known.
func (s *State) Place(b int32, c Choice) {
	s.Lift(b)
	if c.Start < 0 {
		return
	}
	k := &s.g.blocks[b]
	crew := s.people[k.crew:]
	most := s.roomFor(b)
	n := int32(0)
	for _, q := range c.People {
		if n < most {
			crew[n] = q
			n++
		}
	}
	for ; n < k.modes[c.Mode].crew; n++ {
		crew[n] = -1
	}
	s.put(b, c.Start, c.Mode, max(c.Place, -1), n)
}

// roomFor is how many people can be kept for a block.
func (s *State) roomFor(b int32) int32 {
	if int(b)+1 < len(s.g.blocks) {
		return s.g.blocks[b+1].crew - s.g.blocks[b].crew
	}
	return s.g.width - s.g.blocks[b].crew
}

// put places a block that is nowhere with the n people that are in its row.
func (s *State) put(b, start, m, place, n int32) {
	g := s.g
	k := &g.blocks[b]
	length := k.modes[m].Len
	end := min(start+length, g.n)
	day := g.day[start]
	s.at[b] = spot{start, end, day, m, place, n}
	if g.day[end-1] != day {
		s.over++
	}
	work := int32(0)
	if g.work[b] {
		work = end - start
	}
	for _, t := range k.Teams {
		s.enter(t, day, b)
		s.load[t*g.days+day] += work
		s.touch(t, day)
	}
	for i, q := range s.crew(b) {
		if q < 0 || slices.Contains(s.crew(b)[:i], q) {
			continue
		}
		s.enter(g.people+q, day, b)
		s.load[(g.people+q)*g.days+day] += work
		s.touch(g.people+q, day)
	}
	if place >= 0 {
		s.enter(g.places+place, day, b)
		s.fill(place, start, end, k.Size)
		s.touch(g.places+place, day)
	}
	for _, u := range k.modes[m].Uses {
		s.draw(u.Pool, start, end, u.Count)
	}
	s.count(b, 1)
}

// Lift takes a block out of the plan, if it is in it.
func (s *State) Lift(b int32) {
	a := s.at[b]
	if a.start < 0 {
		return
	}
	g := s.g
	k := &g.blocks[b]
	s.count(b, -1)
	if g.day[a.end-1] != a.day {
		s.over--
	}
	work := int32(0)
	if g.work[b] {
		work = a.end - a.start
	}
	for _, t := range k.Teams {
		s.leave(t, a.day, b)
		s.load[t*g.days+a.day] -= work
		s.touch(t, a.day)
	}
	for i, q := range s.crew(b) {
		if q < 0 || slices.Contains(s.crew(b)[:i], q) {
			continue
		}
		s.leave(g.people+q, a.day, b)
		s.load[(g.people+q)*g.days+a.day] -= work
		s.touch(g.people+q, a.day)
	}
	if a.place >= 0 {
		s.leave(g.places+a.place, a.day, b)
		s.fill(a.place, a.start, a.end, -k.Size)
		s.touch(g.places+a.place, a.day)
	}
	for _, u := range k.modes[a.mode].Uses {
		s.draw(u.Pool, a.start, a.end, -u.Count)
	}
	s.at[b].start = -1
}

// crew are the people of a placed block.
func (s *State) crew(b int32) []int32 {
	from := s.g.blocks[b].crew
	return s.people[from : from+s.at[b].crew]
}

// enter writes a block into a day of a resource.
func (s *State) enter(r, day, b int32) {
	l := &s.on[r*s.g.days+day]
	*l = append(*l, b)
	i := len(*l) - 1
	for ; i > 0 && s.at[(*l)[i-1]].start > s.at[b].start; i-- {
		(*l)[i] = (*l)[i-1]
	}
	(*l)[i] = b
}

// leave takes a block out of a day of a resource.
func (s *State) leave(r, day, b int32) {
	l := s.on[r*s.g.days+day]
	i := 0
	for l[i] != b {
		i++
	}
	copy(l[i:], l[i+1:])
	s.on[r*s.g.days+day] = l[:len(l)-1]
}

func (s *State) fill(place, from, to, officers int32) {
	if s.g.p.Places[place].Room == 0 {
		return
	}
	for i := from; i < to; i++ {
		s.room[place*s.g.n+i] += officers
	}
}

func (s *State) draw(pool, from, to, things int32) {
	for i := from; i < to; i++ {
		s.drew[pool*s.g.n+i] += things
	}
}

// Plan is the plan as it stands.
func (s *State) Plan() Plan {
	plan := make(Plan, len(s.at))
	slab := make([]int32, 0, s.g.width)
	for b := range s.at {
		a := &s.at[b]
		if a.start < 0 {
			plan[b] = Choice{Start: -1, Place: -1}
			continue
		}
		from := len(slab)
		slab = append(slab, s.crew(int32(b))...)
		plan[b] = Choice{a.start, a.mode, a.place, slab[from:len(slab):len(slab)]}
	}
	return plan
}

// Choice is what is decided for one block; its people are valid until it is
// placed or lifted.
func (s *State) Choice(b int32) Choice {
	a := &s.at[b]
	if a.start < 0 {
		return Choice{Start: -1, Place: -1}
	}
	return Choice{a.start, a.mode, a.place, s.crew(b)}
}

// Clone is a copy that can be worked on by itself.
func (s *State) Clone() *State {
	c := *s
	c.at = slices.Clone(s.at)
	c.people = slices.Clone(s.people)
	c.load = slices.Clone(s.load)
	c.room = slices.Clone(s.room)
	c.drew = slices.Clone(s.drew)
	c.mark = make([]int32, len(s.mark))
	c.look = 0
	c.pen = pencil{}
	n := 0
	for _, l := range s.on {
		n += len(l)
	}
	slab := make([]int32, 0, n)
	c.on = make([][]int32, len(s.on))
	for i, l := range s.on {
		from := len(slab)
		slab = append(slab, l...)
		c.on[i] = slab[from:len(slab):len(slab)]
	}
	c.tally = s.tally.clone()
	return &c
}
