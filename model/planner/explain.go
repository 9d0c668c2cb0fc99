package planner

import (
	"context"
	"reflect"
	"slices"
	"time"

	"muster/model"
	"muster/model/planner/grid"
	"muster/model/planner/proof"
)

// Explain says why there is no plan, or, with a session (else the zero ID), why
// it has no place in the plan as it is. What the desk lacks altogether comes
// first: a plan is made without it.
func (j *Job) Explain(ctx context.Context, session model.ID) Explanation {
	if !session.IsZero() {
		return j.barred(ctx, session)
	}
	brief, cancel := context.WithTimeout(ctx, glimpse)
	_, stats := j.grid.Make(brief, j.opts.Seed, j.first(), nil)
	cancel()
	if stats.Complete {
		return j.told(ctx, proof.Answer{Verdict: proof.Possible, Minimal: true})
	}
	most := ctx
	if end, ok := ctx.Deadline(); ok {
		most, cancel = context.WithDeadline(ctx, end.Add(-min(time.Until(end)/8, tried*glance)))
		defer cancel()
	}
	return j.told(ctx, proof.Explain(most, j.grid, j.proving()))
}

// barred explains why a session has no place in the plan as it is, and what
// would have to give way.
func (j *Job) barred(ctx context.Context, session model.ID) Explanation {
	o := j.opts
	o.Keep, o.Only = true, []model.ID{session}
	m, err := newJob(j.desk, o, use{alone: true})
	if err != nil {
		return Explanation{Verdict: NotProved}
	}
	for i, it := range m.task.items {
		if it.s.ID != session || it.rest {
			continue
		}
		a := proof.Block(ctx, m.grid, m.home(), int32(i), m.proving())
		e := m.told(ctx, a)
		for _, w := range a.Ways {
			e.Loosen = append(e.Loosen, m.task.way(it, w))
		}
		return e
	}
	return Explanation{Verdict: NotProved}
}

func (j *Job) proving() proof.Options {
	return proof.Options{Families: j.task.families(), Seed: j.opts.Seed}
}

// told is an answer in the words of records, after what the desk lacks.
func (j *Job) told(ctx context.Context, a proof.Answer) Explanation {
	t := j.task
	e := Explanation{Requirements: t.want()}
	missing := len(e.Requirements) > 0 // each of those is a reason by itself
	switch {
	case missing || a.Verdict == proof.Impossible:
		e.Verdict = Impossible
	case a.Verdict == proof.Possible:
		e.Verdict = Possible
	default:
		e.Verdict = NotProved
	}
	for i := range a.Lines {
		e.Requirements = append(e.Requirements, t.requirement(&a.Lines[i]))
	}
	e.Minimal = a.Minimal && !missing
	for i := range a.Loosen {
		l := &a.Loosen[i]
		if l.Fails {
			continue
		}
		var line *proof.Line
		if l.Line >= 0 && l.Line < len(a.Lines) {
			line = &a.Lines[l.Line]
		}
		v, ok := t.loosening(line, l)
		if !ok || slices.ContainsFunc(e.Loosen, func(o Loosening) bool { return reflect.DeepEqual(o.Text, v.Text) }) {
			continue
		}
		v.Works = (v.Works || len(e.Loosen) < tried && j.helps(ctx, l)) && !missing
		e.Loosen = append(e.Loosen, v)
	}
	slices.SortStableFunc(e.Loosen, func(x, y Loosening) int { return first(x.Works, y.Works) })
	e.Loosen = e.Loosen[:min(len(e.Loosen), mostLoosened)]
	return e
}

// helps reports whether a plan of the problem so loosened is found at once:
// where there is one, it mostly is. Explain keeps time for it.
func (j *Job) helps(ctx context.Context, l *proof.Loosening) bool {
	if l.Problem == nil || ctx.Err() != nil {
		return false
	}
	g, err := grid.New(l.Problem)
	if err != nil {
		return false
	}
	brief, cancel := context.WithTimeout(ctx, glance)
	defer cancel()
	_, stats := g.Make(brief, j.opts.Seed, nil, nil)
	return stats.Complete
}

const (
	glimpse = 250 * time.Millisecond // that any plan is looked for, before it is asked why there is none
	glance  = 60 * time.Millisecond  // that a plan of a loosened problem is looked for
	tried   = 6                      // loosenings for which it is

	mostLoosened = 8 // told, those that work first: nobody reads forty that may
)

// families numbers the blocks that are the same lesson for different squads.
func (t *task) families() []int32 {
	type lesson struct {
		class *class
		key   int
		id    model.ID
	}
	at := map[lesson]int32{}
	out := make([]int32, len(t.items))
	for i, it := range t.items {
		k := lesson{it.class, it.s.Block.Key, model.ID{}}
		if k.key == 0 || it.single() || it.lock != grid.Free {
			k.id = it.s.ID
		}
		n, ok := at[k]
		if !ok {
			n = int32(len(at))
			at[k] = n
		}
		out[i] = n
	}
	return out
}
