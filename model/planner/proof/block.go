package proof

import (
	"cmp"
	"context"
	"slices"

	"muster/model/planner/grid"
	"muster/model/planner/proof/sat"
)

// A Way is a time and place a block could have if Blocks gave way.
type Way struct {
	Start, Mode, Place int32
	Blocks             []int32
}

// most ways that are told.
const ways = 5

// Block says whether block b has a place in a plan as it is, everything else
// staying where it is, and if not, what few requirements bar it everywhere:
// those that bar it at most times first. Blocks of a line are those in its way;
// Bars of a line is at how many of its starts that line alone bars it. Ways are
// where it could be if others gave way, the fewest first. A plan's choice for b
// itself is forgotten.
func Block(ctx context.Context, g *grid.Grid, plan grid.Plan, b int32, o Options) Answer {
	p := g.Problem()
	e := examine(ctx, alone(p, plan, b), o)
	a := Answer{}
	if p.Blocks[b].Lock != grid.Free {
		a.Verdict, a.Minimal = Impossible, true
		a.Lines = []Line{{Kind: Stands, Blocks: []int32{b}}}
		return a
	}
	e.block(b, &a)
	if a.Verdict == Impossible {
		for i := range a.Lines {
			e.inWay(b, &a.Lines[i])
		}
		slices.SortStableFunc(a.Lines, func(x, y Line) int { return cmp.Compare(y.Bars, x.Bars) })
		a.Ways = waysOf(ctx, g, plan, b)
	}
	a.Tally = e.tally
	return a
}

// alone is a problem in which only b is to be placed, into a plan.
func alone(p *grid.Problem, plan grid.Plan, b int32) *grid.Problem {
	q := *p
	q.Blocks = slices.Clone(p.Blocks)
	for i := range q.Blocks {
		k := &q.Blocks[i]
		switch {
		case int32(i) == b:
			k.Lock, k.Home = grid.Free, grid.Choice{Start: -1, Place: -1}
		case plan[i].Start < 0 && k.Lock != grid.Free:
			// As it was.
		default:
			k.Lock, k.Home = grid.Frozen, plan[i]
		}
	}
	return &q
}

// block asks for the one free block alone.
func (e *examined) block(b int32, a *Answer) {
	if a.Lines = e.hopeless(); a.Lines != nil {
		a.Verdict, a.Minimal = Impossible, true
		return
	}
	var list []atom
	for _, x := range e.all {
		if slices.Contains(e.by.blocks(x), b) {
			list = append(list, x)
		}
	}
	q := e.quiz(gather(list, e.sorts.fine), true)
	q.z.block(b)
	every := make([]int32, len(q.sets))
	for i := range every {
		every[i] = int32(i)
	}
	st, plan, core := q.z.ask(every, 0, e.stopped, e.by)
	e.tally.Questions++
	switch st {
	case sat.Sat:
		a.Verdict, a.Plan = Possible, plan
	case sat.Unsat:
		a.Verdict = Impossible
		core, a.Minimal = q.reduce(core, func(i int32) int { return dispensable(q.sets[i][0]) })
		var left []atom
		for _, i := range core {
			left = append(left, q.sets[i]...)
		}
		a.Lines = e.group(left)
	}
}

// inWay finds what of a line stands in the way of a block, and at how many
// starts.
func (e *examined) inWay(b int32, l *Line) {
	q := e.quiz([][]atom{l.atoms}, false)
	k := q.z.block(b)
	if len(k.starts) == 0 || l.Kind == Need {
		l.Bars = int32(len(e.wide[b]))
		return
	}
	all := l.Kind == Starts
	if all {
		l.Bars = int32(len(e.wide[b]) - len(e.may[b]))
		return
	}
	var others []int32
	for _, x := range l.atoms {
		for _, o := range e.by.blocks(x) {
			if o != b && e.fixed[o] {
				others = append(others, o)
			}
		}
	}
	var meets []int32
	for i, s := range k.starts {
		assume := []sat.Lit{q.z.sels[0], k.rungs[i]}
		if i+1 < len(k.starts) {
			assume = append(assume, k.rungs[i+1].Not())
		}
		if q.z.s.Solve(assume, enough, e.stopped) != sat.Unsat {
			continue
		}
		l.Bars++
		n := e.least(b)
		for _, o := range others {
			h := e.p.Blocks[o].Home.Start
			if near := e.p.Day[h] == e.p.Day[s]; timed(l.Kind) && near || h < s+n && s < h+e.mode(o, 0).Len {
				meets = append(meets, o)
			}
		}
	}
	if l.Orders == nil {
		l.Blocks = sorted(meets)
	}
}

// timed reports whether a kind is about more of a day than one moment.
func timed(k Kind) bool {
	switch k {
	case TeamOnce, PersonOnce, PlaceOnce, PlaceRoom, PoolCount:
		return false
	}
	return true
}

// waysOf are the starts and places at which the fewest blocks would have to go.
func waysOf(ctx context.Context, g *grid.Grid, plan grid.Plan, b int32) []Way {
	s := g.State(plan)
	if s.Choice(b).Start >= 0 {
		s.Lift(b)
	}
	k := &g.Problem().Blocks[b]
	var all []Way
	for i := range k.Modes {
		m := &k.Modes[i]
		places := m.Places
		if len(places) == 0 {
			places = []int32{-1}
		}
		for start := range int32(len(g.Problem().Day)) {
			if !m.Starts.Has(start) || ctx.Err() != nil {
				continue
			}
			best := Way{Start: -1}
			for _, r := range places {
				if list, ok := s.Blockers(b, start, int32(i), r, nil); ok && (best.Start < 0 || len(list) < len(best.Blocks)) {
					best = Way{start, int32(i), r, sorted(list)}
				}
			}
			if best.Start >= 0 {
				all = append(all, best)
			}
		}
	}
	slices.SortStableFunc(all, func(x, y Way) int {
		return cmp.Or(cmp.Compare(len(x.Blocks), len(y.Blocks)), cmp.Compare(x.Start, y.Start))
	})
	return all[:min(len(all), ways)]
}
