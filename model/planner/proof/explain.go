package proof

import (
	"context"
	"slices"
	"time"

	"muster/model/planner/grid"
	"muster/model/planner/proof/sat"
)

// Explain says whether the problem of g has a plan and, if not, what few of its
// requirements cannot hold together and what would help. It ends when ctx does,
// with what is known by then.
func Explain(ctx context.Context, g *grid.Grid, o Options) Answer {
	e := examine(ctx, g.Problem(), o)
	lines := e.hopeless()
	if lines == nil {
		lines = e.lack()
		e.tally.Counted = lines != nil
	}
	a := Answer{Lines: lines}
	switch {
	case lines != nil:
		a.Verdict = Impossible
		a.Minimal = e.needed(&a)
	default:
		e.search(g, o, &a, false)
	}
	if a.Verdict == Impossible {
		e.loosen(&a, o)
	}
	a.Tally = e.tally
	return a
}

func examine(ctx context.Context, p *grid.Problem, o Options) *examined {
	c := newCalendar(p)
	f := o.Families
	if f == nil {
		f = families(p)
	}
	return &examined{ctx: ctx, calendar: c, by: newIndex(c), sorts: &sorts{p, f}, all: atoms(p)}
}

// hopeless are blocks that can never begin, or never have their people.
func (e *examined) hopeless() []Line {
	var starts, needs []atom
	for _, b := range e.by.every {
		if e.fixed[b] {
			e.bare[b] = e.p.Blocks[b].Lock == grid.Held && !e.staffed(b, false)
			continue
		}
		switch {
		case len(e.wide[b]) == 0:
			starts = append(starts, atom{kind: Starts, of: b})
		case !e.staffed(b, true):
			needs = append(needs, atom{kind: Need, of: b})
		case len(e.may[b]) == 0 || !e.staffed(b, false):
			starts = append(starts, atom{kind: Starts, of: b})
		}
	}
	// One is enough to show it, and the others would not be needed.
	switch {
	case needs != nil:
		return []Line{e.line(Need, gather(needs, e.sorts.fine)[0][:1])}
	case starts != nil:
		return []Line{e.line(Starts, gather(starts, e.sorts.fine)[0][:1])}
	}
	return nil
}

// staffed reports whether there is any time and mode for a block at which all
// its needs can be met, whatever else goes on; wide: among all times, else those
// at which it may begin.
func (e *examined) staffed(b int32, wide bool) bool {
	for i := range e.modes(b) {
		plain := wide || len(e.modes(b)) == 1
		seen := map[int32]bool{}
		for _, n := range e.mode(b, i).Needs {
			plain = plain && n.Days == nil && int(n.Count) <= len(n.From)
			for _, q := range n.From {
				plain = plain && !seen[q]
				seen[q] = true
			}
		}
		if plain {
			return true
		}
	}
	z := newPuzzle(e.calendar, wide, func(atom) int32 { return 0 })
	z.block(b)
	st, _, _ := z.ask(nil, 0, e.stopped, e.by)
	return st != sat.Unsat
}

// needed tries for each line whether the others can hold without it. Lines that
// turn out not to be needed are taken away.
func (e *examined) needed(a *Answer) bool {
	if len(a.Lines) == 1 {
		return a.Lines[0].Kind != Starts || len(e.wide[a.Lines[0].Blocks[0]]) > 0
	}
	sure := true
	for i := 0; i < len(a.Lines); i++ {
		rest := slices.Delete(slices.Clone(a.Lines), i, i+1)
		switch st, _ := e.hold(rest, enough); st {
		case sat.Unsat:
			if e.tally.Counted && i == 0 {
				sure = false // the count is on it
				continue
			}
			a.Lines = rest
			i--
		case sat.Unknown:
			sure = false
		}
	}
	return sure
}

const (
	enough  = 20000                  // conflicts for a question about a few lines
	tooMuch = 40000                  // conflicts for making lines fewer
	first   = 4000                   // conflicts before a plan is looked for
	slice   = 250 * time.Millisecond // for that
	moment  = 60 * time.Millisecond  // for making a plan of one that nearly is
)

// search asks of all requirements together, and looks for a plan in between.
// making: it is a plan that is wanted, and a proof only beside, so that asking
// takes half the time of making, and what few blocks a plan leaves out are filled
// in where that can be.
func (e *examined) search(g *grid.Grid, o Options, a *Answer, making bool) {
	sets := gather(e.all, e.sorts.rough)
	every := make([]int32, len(sets))
	for i := range every {
		every[i] = int32(i)
	}
	q := e.quiz(sets, false)
	for _, b := range e.by.every {
		q.z.block(b)
	}
	best, left := a.Plan, -1
	if best != nil {
		left = e.out(best)
	}
	q.z.near = func(plan grid.Plan) (grid.Plan, bool) {
		e.tally.Plans++
		plan, stats := g.Make(until{e.ctx, time.Now().Add(moment)}, o.Seed, plan, nil)
		return plan, stats.Complete
	}
	for conflicts, try := int64(first), 0; !e.stopped(); conflicts, try = conflicts*2, try+1 {
		turn, stop := slice<<min(try, 3), q.stopped
		if making {
			if whole, ok := e.fills(best, o.Seed+int64(try)); ok {
				a.Verdict, a.Plan = Possible, whole
				return
			}
			turn = slice << min(try/2, 3)
			ends := until{e.ctx, time.Now().Add(turn)}
			if try%3 > 0 {
				ends.at = time.Now() // two rounds of three are for making alone
			}
			stop = func() bool { return ends.Err() != nil }
			turn *= 2
		}
		st, plan, core := q.z.ask(every, conflicts, stop, q.by)
		e.tally.Questions++
		switch st {
		case sat.Sat:
			a.Verdict, a.Plan = Possible, plan
		case sat.Unsat:
			e.blame(q, core, a)
		}
		e.tally.Conflicts = q.z.s.Conflicts
		if st != sat.Unknown {
			return
		}
		plan, stats := g.Make(until{e.ctx, time.Now().Add(turn)}, o.Seed+int64(try), best, nil)
		e.tally.Plans++
		if stats.Complete {
			a.Verdict, a.Plan = Possible, plan
			return
		}
		if left < 0 || stats.Unplaced < left {
			best, left = plan, stats.Unplaced
			if a.Plan != nil {
				a.Plan = best
			}
		}
		q.z.prefer(plan)
		if try == 0 {
			q.count()
		}
	}
}

// blame makes lines of the sets that cannot hold together.
func (e *examined) blame(q *quiz, core []int32, a *Answer) {
	a.Verdict = Impossible
	whole := e.ctx
	e.ctx = forLines(whole)
	defer func() { e.ctx = whole }()
	core, _ = q.reduce(core, func(int32) int { return 0 })
	var list []atom
	seen := map[int32]bool{}
	for _, i := range core {
		list = append(list, q.sets[i]...)
	}
	for _, x := range list {
		for _, b := range e.by.blocks(x) {
			if !e.fixed[b] && !seen[b] {
				seen[b] = true
				list = append(list, atom{kind: Starts, of: b})
			}
		}
	}
	fine := e.quiz(gather(list, e.sorts.fine), true)
	all := make([]int32, len(fine.sets))
	for i := range all {
		all[i] = int32(i)
	}
	fine.count()
	left, sure := fine.reduce(all, func(i int32) int { return dispensable(fine.sets[i][0]) })
	list = nil
	for _, i := range left {
		list = append(list, fine.sets[i]...)
	}
	e.tally.Conflicts += fine.z.s.Conflicts
	a.Minimal = sure
	a.Lines = e.group(list)
}

// forLines is the part of the time left for making lines fewer; the rest is for
// what would help, which is worth as much to know.
func forLines(ctx context.Context) context.Context {
	end, ok := ctx.Deadline()
	if !ok {
		return ctx
	}
	return until{ctx, time.Now().Add(time.Until(end) / 2)}
}

// dispensable is what to do without first.
func dispensable(a atom) int {
	switch a.kind {
	case Apart, Within, Later:
		return 0
	case Before:
		return 1
	case TeamDay, PersonDay:
		return 2
	case Starts:
		return 3
	case PersonAway, PlaceShut:
		return 4
	}
	return 5
}

// group puts atoms into lines, as few as can be read.
func (e *examined) group(list []atom) []Line {
	sets := gather(list, e.sorts.rough)
	if len(sets) > maxLines {
		sets = gather(list, func(a atom) sort { return sort{kind: a.kind} })
	}
	lines := make([]Line, len(sets))
	for i, set := range sets {
		lines[i] = e.line(set[0].kind, set)
	}
	return lines
}

// maxLines is how many lines one can take in.
const maxLines = 7
