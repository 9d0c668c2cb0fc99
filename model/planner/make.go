package planner

import (
	"cmp"
	"context"
	"slices"
	"time"

	"muster/model"
	"muster/model/planner/grid"
	"muster/model/planner/proof"
)

// How long the first search for a complete plan goes on: most are found in a
// small part of it. What is not found is then looked for with a proof beside,
// for most of the time there is, and where it is proved that there is none the
// search goes on for a few spells to leave out less.
const (
	spell   = 700 * time.Millisecond
	spells  = 2
	endless = 15 * time.Second // with a proof, when nothing says how long there is
)

// Make plans from nothing, or from what there is (Options.Keep), then makes
// the plan better until ctx is done. It ends sooner when there is nothing to
// make better, or after Options.Steps.
func (j *Job) Make(ctx context.Context, show func(*Result)) *Result {
	m := making{Job: j, ctx: ctx, plan: j.first(), left: -1, show: show}
	m.search(j.opts.Seed)
	if m.left > 0 && ctx.Err() == nil {
		m.prove()
	}
	m.tell(m.plan, grid.Costs{})
	if ctx.Err() == nil {
		better, stats := j.grid.Improve(ctx, j.opts.Seed, m.plan, int64(j.opts.Steps), m.tell)
		m.plan, m.steps = better, m.steps+stats.Steps
	}
	r := j.result(m.plan, m.steps)
	r.Why = j.why(m.plan, r)
	if len(r.Unplaced) > 0 {
		r.Why = append(m.proved(), r.Why...)
	}
	if r.Hard > 0 {
		r.Why = append(r.Why, j.remains(r.Sessions)...)
	}
	return r
}

// A making is a plan on its way.
type making struct {
	*Job
	ctx    context.Context
	plan   grid.Plan
	left   int // blocks not placed; -1: not known yet
	steps  int64
	answer proof.Answer
	show   func(*Result)
}

func (m *making) tell(p grid.Plan, _ grid.Costs) {
	if m.show != nil {
		m.show(m.result(p, m.steps))
	}
}

// take takes a plan that leaves out less.
func (m *making) take(plan grid.Plan, left int) {
	if m.left < 0 || left < m.left {
		m.plan, m.left = plan, left
	}
}

// search goes on from the plan for a spell.
func (m *making) search(seed int64) {
	brief, cancel := context.WithTimeout(m.ctx, spell)
	defer cancel()
	plan, stats := m.grid.Make(brief, seed, m.plan, nil)
	m.steps += stats.Steps
	m.take(plan, stats.Unplaced)
}

// prove looks for a complete plan with a proof beside, or for why there is none.
func (m *making) prove() {
	m.tell(m.plan, grid.Costs{})
	patience := endless
	if end, ok := m.ctx.Deadline(); ok {
		patience = time.Until(end) * 3 / 4
	}
	brief, cancel := context.WithTimeout(m.ctx, patience)
	defer cancel()
	m.answer = proof.Find(brief, m.grid, m.plan, m.proving())
	if m.answer.Verdict != proof.Impossible {
		m.take(m.answer.Plan, m.missing(m.answer.Plan))
		return
	}
	for i := range int64(spells) {
		if m.ctx.Err() == nil {
			m.search(m.opts.Seed + 1 + i)
		}
	}
}

// missing is how many blocks that are to be placed are not.
func (m *making) missing(plan grid.Plan) int {
	n := 0
	for i := range plan {
		if m.task.p.Blocks[i].Lock == grid.Free && plan[i].Start < 0 {
			n++
		}
	}
	return n
}

// proved is what was found out about a plan that leaves something out: what
// cannot hold together, or that this is not known.
func (m *making) proved() []model.Message {
	switch m.answer.Verdict {
	case proof.Impossible:
		out := []model.Message{model.Say("planner.why.together", "n", len(m.answer.Lines))}
		for i := range m.answer.Lines {
			out = append(out, m.task.requirement(&m.answer.Lines[i]).Text)
		}
		return out
	case proof.NotProved:
		return []model.Message{model.Say("planner.why.open")}
	}
	return nil
}

// first is a plan to begin with: what there is, when it is to be kept, and the
// rest where courses usually have it, as far as that can be.
func (j *Job) first() grid.Plan {
	t := j.task
	s := j.grid.State(nil)
	var order []int32
	for i, it := range t.items {
		if it.lock == grid.Free {
			order = append(order, int32(i))
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(spare(&t.p.Blocks[a]), spare(&t.p.Blocks[b])), cmp.Compare(t.p.Blocks[a].Wish, t.p.Blocks[b].Wish))
	})
	var left []int32
	for _, b := range order {
		home := t.p.Blocks[b].Home
		if !t.opts.Keep || home.Start < 0 || !j.put(s, b, home) {
			left = append(left, b)
		}
	}
	for _, b := range left {
		j.usual(s, b)
	}
	return s.Plan()
}

// spare is how many more people could do the block than it takes: those first
// that few can do.
func spare(b *grid.Block) int {
	least := 1 << 20
	for i := range b.Modes {
		for _, n := range b.Modes[i].Needs {
			least = min(least, len(n.From)-int(n.Count))
		}
	}
	return least
}

// put places a block so if that is legal, with other people where some of its
// own cannot.
func (j *Job) put(s *grid.State, b int32, c grid.Choice) bool {
	if !slices.Contains(c.People, -1) && s.Legal(b, c) {
		s.Place(b, c)
		return true
	}
	crew, ok := s.Crew(b, c.Start, c.Mode, c.Place, nil)
	if !ok {
		return false
	}
	c.People = crew
	if !s.Legal(b, c) {
		return false
	}
	s.Place(b, c)
	return true
}

// usual places a block where courses usually have it, if that can be, in the
// way that costs least.
func (j *Job) usual(s *grid.State, b int32) {
	block := &j.task.p.Blocks[b]
	if block.Wish < 0 {
		return
	}
	order := make([]int, len(block.Modes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(block.Modes[x].Cost, block.Modes[y].Cost) })
	for _, m := range order {
		places := block.Modes[m].Places
		if len(places) == 0 {
			places = []int32{-1}
		}
		for _, p := range places {
			if j.put(s, b, grid.Choice{Start: block.Wish, Mode: int32(m), Place: p}) {
				return
			}
		}
	}
}
