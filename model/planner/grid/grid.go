package grid

import "slices"

// A Grid is a problem made ready: what can be known of it without a plan. It is
// never changed and may be used by several goroutines.
type Grid struct {
	line
	p      *Problem
	blocks []block
	width  int32 // people of all blocks in their largest modes
	teams  int32 // resources are numbered: teams, people, places
	people int32 // first person
	places int32 // first place
	rsrc   int32 // resources
	most   []int32
	work   []bool // blocks that are work
	// span is the longest time, in quarters, in which two blocks can be too close.
	span int32
	// lo and hi are the days to look at for what is too close to a block of a day.
	lo, hi []int32
	open   map[window]Bits

	hard, soft [][]int32 // orders of each block, by number
	teamGap    bool
	placeGap   bool
	travels    bool
	users      [][]int32 // blocks that may draw on each pool
	soften
}

// A block is one of the problem's, with what follows from it.
type block struct {
	*Block
	modes  []mode
	crew   int32  // where its people are kept in a State
	rigid  rigid  // what it takes however it is done
	pairs  []pair // free blocks that restrict each other's starts
	placed bool   // it is locked and has a start
}

// A mode is one of a block's, with what follows from it.
type mode struct {
	*Mode
	starts Bits    // slots it may begin in, and end on the same duty day
	free   Bits    // the same, less what locked blocks, places and people never allow
	dom    Bits    // the same, less what orders leave no chance
	list   []int32 // dom as a list
	open   []Bits  // by place: slots it can begin in there; nil: all
	needs  []need
	crew   int32
}

// A need is one of a mode's.
type need struct {
	*Need
	can []Bits // by candidate: slots the block can begin in with them; nil: all
}

// A rigid is what a block takes in every mode.
type rigid struct {
	people []int32
	place  int32 // -1: none, or a choice
	sites  []int32
}

type window struct{ res, len int32 }

// New makes the tables of a problem. The error names what is malformed in it;
// a problem without a plan is no error.
func New(p *Problem) (*Grid, error) {
	if err := check(p); err != nil {
		return nil, err
	}
	g := &Grid{line: newLine(p), p: p, open: map[window]Bits{}}
	g.teams = int32(len(p.Teams))
	g.people = g.teams
	g.places = g.people + int32(len(p.People))
	g.rsrc = g.places + int32(len(p.Places))
	g.most = make([]int32, g.places)
	for t := range p.Teams {
		g.most[t] = p.Teams[t].Most
	}
	for q := range p.People {
		g.most[int(g.people)+q] = p.People[q].Most
	}
	g.blocks = make([]block, len(p.Blocks))
	g.users = make([][]int32, len(p.Pools))
	for b := range g.blocks {
		g.compile(int32(b))
	}
	g.hard, g.soft = make([][]int32, len(g.blocks)), make([][]int32, len(g.blocks))
	for i, o := range p.Orders {
		list := g.hard
		if o.Soft {
			list = g.soft
		}
		list[o.A] = append(list[o.A], int32(i))
		list[o.B] = append(list[o.B], int32(i))
	}
	g.distances()
	g.relate()
	g.narrow()
	g.list()
	g.soften = g.newSoften()
	return g, nil
}

// Problem is what the grid was made of.
func (g *Grid) Problem() *Problem { return g.p }

// compile fills in what follows from one block alone.
func (g *Grid) compile(b int32) {
	k := &g.blocks[b]
	k.Block = &g.p.Blocks[b]
	k.crew = g.width
	k.placed = k.Lock != Free && k.Home.Start >= 0
	k.modes = make([]mode, len(k.Modes))
	most := int32(len(k.Home.People))
	for i := range k.modes {
		m := &k.modes[i]
		m.Mode = &k.Modes[i]
		m.starts = g.starts(m.Mode)
		m.free = append(Bits(nil), m.starts...)
		for _, r := range m.Places {
			m.open = append(m.open, g.window(g.places+r, m.Len))
		}
		for j := range m.Needs {
			n := need{Need: &m.Needs[j]}
			for c, q := range n.From {
				can := g.window(g.people+q, m.Len)
				if n.Days != nil {
					can = can.and(n.Days[c].windows(m.Len, g.n))
				}
				n.can = append(n.can, can)
			}
			m.needs = append(m.needs, n)
			m.crew += n.Count
		}
		most = max(most, m.crew)
		for _, u := range m.Uses {
			if l := g.users[u.Pool]; len(l) == 0 || l[len(l)-1] != b {
				g.users[u.Pool] = append(l, b)
			}
		}
	}
	g.width += most
	g.work = append(g.work, !k.Idle)
	k.rigid = g.stiff(k)
}

// starts are the slots a mode may begin in and end on the same duty day.
func (g *Grid) starts(m *Mode) Bits {
	w := NewBits(int(g.n))
	for s := int32(0); s+m.Len <= g.n; s++ {
		if m.Starts.Has(s) && g.day[s] == g.day[s+m.Len-1] {
			w.Set(s)
		}
	}
	return w
}

// window are the slots in which something so long can begin with a person or in
// a place, by number of resource; nil: all.
func (g *Grid) window(r, n int32) Bits {
	k := window{r, n}
	w, ok := g.open[k]
	if !ok {
		var free Bits
		if r < g.places {
			free = g.p.People[r-g.people].Free
		} else {
			free = g.p.Places[r-g.places].Open
		}
		w = free.windows(n, g.n)
		g.open[k] = w
	}
	return w
}

// list writes the domains out.
func (g *Grid) list() {
	for b := range g.blocks {
		for i := range g.blocks[b].modes {
			m := &g.blocks[b].modes[i]
			m.list = slices.Collect(m.dom.All)
		}
	}
}

// distances measures how far blocks can be too close to each other.
func (g *Grid) distances() {
	p := g.p
	g.span = max(p.TeamRest, p.PersonRest)
	far := func(m [][]int32) bool {
		most := int32(0)
		for _, r := range m {
			for _, v := range r {
				most = max(most, v)
			}
		}
		g.span = max(g.span, most)
		return most > 0
	}
	g.teamGap, g.placeGap, g.travels = far(p.TeamGap), far(p.PlaceGap), far(p.Travel)
	g.lo, g.hi = make([]int32, g.days), make([]int32, g.days)
	for d := range g.lo {
		g.lo[d], g.hi[d] = g.near(int32(d), g.span)
	}
}
