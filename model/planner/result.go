package planner

import (
	"muster/model"
	"muster/model/planner/grid"
)

// Price is what the plan on the desk costs as it is. Nothing in it changes.
func (j *Job) Price() *Result {
	o := j.opts
	o.Keep = true
	m, err := newJob(j.desk, o, use{mends: true})
	if err != nil {
		return &Result{} // the desk of j, which was made of it
	}
	return m.judged(m.home(), nil)
}

// result is a plan in the words of records.
func (j *Job) result(plan grid.Plan, steps int64) *Result {
	plan = j.task.whole(plan)
	r := j.judged(plan, j.task.sessions(plan))
	r.Steps = steps
	return r
}

// judged is what a plan is worth that changes those sessions.
func (j *Job) judged(plan grid.Plan, sessions []*model.Session) *Result {
	t := j.task
	r := &Result{Sessions: sessions}
	changed := map[model.ID]*model.Session{}
	for _, s := range r.Sessions {
		changed[s.ID] = s
		switch was := t.desk.Sessions.Get(s.ID).Start; {
		case was.IsZero(): // out of the tray
		case was != s.Start:
			r.Moved++
		default:
			r.Swapped++
		}
	}
	for v := range t.planned {
		for _, s := range t.desk.SessionsOf(v.c.ID) {
			if n := changed[s.ID]; n != nil {
				s = n
			}
			switch {
			case s.Off != nil:
			case s.Placed():
				r.Placed++
			default:
				r.Unplaced = append(r.Unplaced, s.ID)
			}
		}
	}
	costs := j.grid.State(plan).Cost()
	r.Cost, r.Bound = costs.Sum(), t.least(plan)
	r.Done = r.Cost <= r.Bound && len(r.Unplaced) == 0
	for _, w := range Wishes() {
		c := Cost{Wish: w.ID}
		for _, k := range criteriaOf[w.ID] {
			c.Points += costs[k.of]
			if weight := int64(t.p.Soft.Weight[k.of]); weight > 0 {
				c.Count += int(costs[k.of] / weight)
			}
		}
		r.Costs = append(r.Costs, c)
	}
	r.Hard = len(j.broken(r.Sessions))
	return r
}

// least is what no plan of the same blocks costs less than: each is done in
// some way, and no way costs less than its cheapest.
func (t *task) least(plan grid.Plan) int64 {
	var sum int64
	for i := range t.p.Blocks {
		b := &t.p.Blocks[i]
		if plan[i].Start < 0 {
			continue
		}
		least := b.Modes[0].Cost
		for _, m := range b.Modes {
			least = min(least, m.Cost)
		}
		sum += int64(least) * int64(t.p.Soft.Weight[grid.Modes])
	}
	return sum
}

// why is what a plan lacks, and why what it leaves out found no place.
func (j *Job) why(plan grid.Plan, r *Result) []model.Message {
	t := j.task
	var out []model.Message
	for _, q := range t.want() {
		out = append(out, q.Text)
	}
	if len(r.Unplaced) == 0 {
		return out
	}
	plan = t.whole(plan)
	empty := j.grid.State(nil)
	for i, it := range t.items {
		if !it.class.mine || it.rest || plan[i].Start >= 0 {
			continue
		}
		id := "planner.why.full"
		if len(empty.Starts(int32(i))) == 0 || empty.Starts(int32(i)).Count() == 0 {
			id = "planner.why.never"
		}
		out = append(out, model.Say(id, "b", it.s.Block.Title))
	}
	return out
}
