package plan

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/planner"
	"muster/model/rules"
	"muster/ui/kit"
	"muster/ui/tab"
)

// How long repairs are sought: at first, and when somebody wants to look
// longer.
const (
	firstRepair  = 10 * time.Second
	longerRepair = 2 * time.Minute
)

// Repair opens the price list of what would mend the plans of the cohorts, for
// whoever has just recorded what is not there any more; without any, that of
// the cohort in hand. taken follows a repair that was taken.
func Repair(h tab.Host, taken func(), cohorts ...model.ID) tea.Cmd {
	p := pages{h: h, eng: planners(), taken: taken}
	if why := p.whyEmpty(); len(cohorts) == 0 && !why.IsZero() {
		return h.Tell(kit.Warn, why)
	}
	return p.repair(cohorts)
}

// repair opens the price list for the cohorts, or for the one in hand and those
// beside it in which something clashes.
func (p pages) repair(cohorts []model.ID) tea.Cmd {
	if len(cohorts) == 0 {
		cohorts = hurt(p.h)
	}
	m, cmd := newMending(p, cohorts)
	kit.Open(p.h.Dialogs(), m, leave)
	return cmd
}

// A mending is the price list: ways to mend the plan, the fewest moves first,
// and what the one under the cursor comes to.
type mending struct {
	pages
	env   *kit.Env
	scope scope
	wide  int
	high  int

	start  *model.Desk
	ground *rules.Board // of the start
	draft  *model.Draft
	says   []string
	held   bool          // something published stays where it is
	broken []rules.Clash // that forbid, as they were read
	run    *run[[]planner.Offer]
	price  *run[*planner.Result] // of the plan as it is
	was    *planner.Result
	offers []planner.Offer
	lists  [][]move // of each offer
	tells  []teller
	left   [][]rules.Clash // what stays broken
	grid   *kit.Grid[int]
	began  time.Time
	spent  time.Duration
	over   bool
	err    model.Message

	said model.Message
}

func newMending(p pages, cohorts []model.ID) (*mending, tea.Cmd) {
	m := &mending{pages: p, env: p.h.Env(), scope: scope{cohorts: cohorts, keep: true, mends: true}}
	m.grid = kit.NewGrid[int](m.env)
	return m, m.begin(firstRepair)
}

// hurt are the cohort in hand and those beside it in which something clashes.
func hurt(h tab.Host) []model.ID {
	own := scope{cohorts: []model.ID{h.Cohort().ID}}
	for _, c := range own.others(h.Desk()) {
		if c.ID != h.Cohort().ID && len(broken(h.Board(), []model.ID{c.ID})) > 0 {
			own.cohorts = append(own.cohorts, c.ID)
		}
	}
	return own.cohorts
}

// broken is what a plan could mend in the cohorts' sessions: what clashes, and
// what a session still lacks, once for each session. What has to be granted, and
// what concerns a cohort as a whole, its papers, no plan mends.
func broken(b *rules.Board, cohorts []model.ID) []rules.Clash {
	var out []rules.Clash
	list := b.Clashes()
	for i := range list {
		c := &list[i]
		if c.Hard && !planner.Granted(c.Rule) && len(c.Sessions) > 0 && slices.Contains(cohorts, c.Cohort) {
			out = append(out, *c)
		}
	}
	return rules.Digest(out)
}

// begin seeks anew.
func (m *mending) begin(limit time.Duration) tea.Cmd {
	m.end()
	m.start, m.ground, m.draft = m.h.Desk(), m.h.Board(), m.pages.draft()
	n := m.scope.count(m.h)
	m.says, m.held = m.scope.says(m.h, n), n.published > 0
	m.broken = broken(m.ground, m.scope.cohorts)
	m.offers, m.was, m.over, m.err, m.said = nil, nil, false, model.Message{}, model.Message{}
	m.began, m.spent = m.env.Now(), 0
	m.fill()
	o := options(m.h, m.scope.cohorts)
	o.Keep, o.Loose = true, m.scope.loose
	d, eng := m.start, m.eng
	var seek, price tea.Cmd
	m.run, seek = search(limit, func(ctx context.Context, show func([]planner.Offer)) ([]planner.Offer, error) {
		var list []planner.Offer
		return eng.repair(ctx, d, o, func(f *planner.Offer) {
			list = append(list[:len(list):len(list)], *f)
			show(list)
		})
	})
	m.price, price = search(limit, func(ctx context.Context, _ func(*planner.Result)) (*planner.Result, error) {
		return eng.price(ctx, d, o)
	})
	return tea.Batch(seek, price)
}

func (m *mending) end() {
	m.run.end()
	m.price.end()
}

// hear takes the offers as they come.
func (m *mending) hear(w word[[]planner.Offer]) tea.Cmd {
	if w.of != m.run {
		return nil
	}
	m.spent, m.over = m.env.Now().Sub(m.began), w.over
	if w.err != nil {
		m.err = wrong(w.err)
	}
	if w.some || w.over {
		m.take(w.best)
	}
	if w.over {
		return nil
	}
	return w.of.hear()
}

// empty is what the list says while it is empty.
func (m *mending) empty() model.Message {
	switch {
	case !m.err.IsZero():
		return m.err
	case len(m.broken) == 0 && m.over:
		if m.board.Happened == nil {
			return model.Say("plan.repair.whole")
		}
		return model.Say("plan.repair.whole.ask")
	case m.over && m.held && !m.scope.loose:
		return model.Say("plan.repair.nothing.held")
	case m.over:
		return model.Say("plan.repair.nothing")
	}
	return model.Say("plan.repair.seeking")
}

// details shows an offer block by block; enter there takes it.
func (m *mending) details() tea.Cmd {
	i, ok := m.grid.Current()
	if !ok {
		m.said = model.Say("plan.why.no-offer")
		return nil
	}
	f := m.offers[i]
	who := concerned(m.lists[i])
	head := []string{m.kind(&f) + ". " + m.proof(&f)}
	if len(m.left[i]) > 0 {
		head[0] += " " + m.leaves(i)
	}
	if len(who) > 0 {
		head = append(head, m.env.T("plan.concerns", "n", len(who), "who", named(m.env, who)))
	}
	l := newMoveList(m.h, model.Say("plan.offer.title", "n", f.Moved), m.tells[i].next, m.lists[i],
		costRows(m.was, &f.Result), "plan.key.take", head...)
	kit.Open(m.h.Dialogs(), l, func(left) tea.Cmd { return m.keep(f) })
	return nil
}

// keep keeps an offer as one act and ends the page.
func (m *mending) keep(f planner.Offer) tea.Cmd {
	m.end()
	m.h.Dialogs().Drop(m)
	if m.gone(m.draft) {
		return m.h.Tell(kit.Warn, model.Say("plan.draft.gone"))
	}
	act := model.Say("plan.act.repair", "cohorts", m.scope.codes(m.start), "n", f.Moved, "people", f.Swapped)
	before := m.h.Desk()
	cmd := m.put(m.start, &f.Result, act, func() (kit.StatusKind, model.Message) {
		if n := len(m.lost(&f)); n > 0 {
			return kit.Warn, model.Say("plan.done.part", "n", n)
		}
		if n := len(broken(m.h.Board(), m.scope.cohorts)); n > 0 {
			return kit.Warn, model.Say("plan.done.left", "n", n)
		}
		return kit.OK, model.Say("plan.done.repair", "n", f.Moved, "people", f.Swapped)
	})
	if m.taken != nil && m.h.Desk() != before {
		m.taken()
	}
	return cmd
}
