package plan

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/planner"
	"muster/model/rules"
	"muster/ui/kit"
	"muster/ui/tab"
)

// How long is looked for a reason: at first, and when somebody wants to know.
const (
	firstWhy  = 5 * time.Second
	longerWhy = 2 * time.Minute
)

// A reasons page says why there is no plan, or why a session has no place in
// the plan as it is: what the rules say of where it is asked about, at once;
// then what the planner finds. It ends in the record to go to.
type reasons struct {
	pages
	env  *kit.Env
	id   model.ID      // of the session; zero: the whole plan
	at   model.Quarter // where it is asked about; zero: where it is
	wide int
	high int

	desk    *model.Desk // as read
	s       *model.Session
	cohorts []model.ID
	live    []rules.Clash
	legal   []model.Quarter // a legal start of each day, the earliest
	starts  int             // legal starts in all
	run     *run[planner.Explanation]
	limit   time.Duration
	ex      planner.Explanation
	over    bool
	err     model.Message
	began   time.Time
	spent   time.Duration

	rows []reason
	grid *kit.Grid[int]
	said model.Message
}

func newReasons(p pages, session model.ID, at model.Quarter) (*reasons, tea.Cmd) {
	w := &reasons{pages: p, env: p.h.Env(), id: session, at: at, limit: firstWhy}
	w.grid = kit.NewGrid[int](w.env)
	return w, w.begin()
}

// why opens the page on a session, or with the zero id on the whole plan.
func (p pages) why(session model.ID, at model.Quarter) tea.Cmd {
	w, cmd := newReasons(p, session, at)
	kit.Open(p.h.Dialogs(), w, func(to model.Ref) tea.Cmd {
		if to.ID.IsZero() {
			return nil
		}
		return p.h.Jump(to)
	})
	return cmd
}

// begin asks anew.
func (w *reasons) begin() tea.Cmd {
	w.run.end()
	w.read()
	w.ex, w.over, w.err, w.said = planner.Explanation{}, false, model.Message{}, model.Message{}
	w.began, w.spent = w.env.Now(), 0
	if w.s == nil && !w.id.IsZero() {
		w.over = true
		w.fill()
		return nil
	}
	o := options(w.h, w.cohorts)
	o.Keep = w.s != nil
	d, eng, id := w.desk, w.eng, w.id
	var cmd tea.Cmd
	w.run, cmd = search(w.limit, func(ctx context.Context, _ func(planner.Explanation)) (planner.Explanation, error) {
		return eng.explain(ctx, d, o, id)
	})
	w.fill()
	return cmd
}

// read asks the rules, which answer at once.
func (w *reasons) read() {
	w.desk = w.h.Desk()
	w.s, w.live, w.legal, w.starts, w.cohorts = nil, nil, nil, 0, nil
	if w.id.IsZero() {
		if c := w.h.Cohort(); c != nil {
			w.cohorts = []model.ID{c.ID}
		}
		return
	}
	w.s = w.desk.Sessions.Get(w.id)
	if w.s == nil {
		return
	}
	w.cohorts = []model.ID{w.s.Cohort}
	c, b := w.desk.Cohorts.Get(w.s.Cohort), w.h.Board()
	if try := w.tried(); try.Placed() {
		w.live = rules.Digest(b.Try(&try))
	}
	if c == nil {
		return
	}
	from := max(c.First.At(0), tab.Clock(w.h, c.Zone).Quarter())
	for i, ok := range b.Starts(w.s, from, c.Last.At(model.Day)) {
		at := from + model.Quarter(i)
		if !ok {
			continue
		}
		w.starts++
		if n := len(w.legal); n == 0 || w.legal[n-1].Date() != at.Date() {
			w.legal = append(w.legal, at)
		}
	}
}

// tried is the session where it is asked about.
func (w *reasons) tried() model.Session {
	try := w.s.Clone()
	if !w.at.IsZero() {
		try.Start = w.at
	}
	return try
}

// hear takes the planner's answer.
func (w *reasons) hear(m word[planner.Explanation]) tea.Cmd {
	if m.of != w.run {
		return nil
	}
	w.spent = w.env.Now().Sub(w.began)
	if !m.over {
		return m.of.hear()
	}
	w.over, w.ex = true, m.best
	if m.err != nil {
		w.err = wrong(m.err)
	}
	w.fill()
	return nil
}

// holds reports whether the session has a time at which nothing forbids it.
func (w *reasons) holds() bool {
	return w.s != nil && w.s.Placed() && w.at.IsZero() && hardOf(w.live) == 0
}

// verdict is what was found, in a sentence.
func (w *reasons) verdict() (string, tone) {
	e := w.env
	of := "plan.verdict.plan."
	if !w.id.IsZero() {
		of = "plan.verdict.block."
	}
	switch {
	case w.s == nil && !w.id.IsZero():
		return e.T("plan.why.gone"), quiet
	case !w.over:
		return e.T("plan.verdict.seeking", "time", lasted(w.spent)), quiet
	case !w.err.IsZero():
		return e.Say(w.err), caution
	case w.holds(): // whatever else could not be: it need not move
		return e.T("plan.verdict.block.holds"), good
	case w.ex.Verdict == planner.Possible:
		return e.T(of + "possible"), good
	case w.ex.Verdict == planner.NotProved:
		return e.T("plan.verdict.not-proved", "time", lasted(w.spent)), caution
	}
	id := "plan.verdict.impossible"
	if w.ex.Minimal {
		id = "plan.verdict.minimal"
	}
	return e.T(id, "n", len(w.ex.Requirements)), bad
}
