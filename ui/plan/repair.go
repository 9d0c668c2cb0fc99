package plan

import (
	"cmp"
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
// the cohort in hand.
func Repair(h tab.Host, cohorts ...model.ID) tea.Cmd {
	p := pages{h: h, eng: planners()}
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
	draft  *model.Draft
	says   []string
	broken []rules.Clash // that forbid, as they were read
	run    *run[[]planner.Offer]
	price  *run[*planner.Result] // of the plan as it is
	was    *planner.Result
	offers []planner.Offer
	lists  [][]move // of each offer
	tells  []teller
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
		if c.ID != h.Cohort().ID && hardOf(h.Board().CohortClashes(c.ID)) > 0 {
			own.cohorts = append(own.cohorts, c.ID)
		}
	}
	return own.cohorts
}

// begin seeks anew.
func (m *mending) begin(limit time.Duration) tea.Cmd {
	m.end()
	m.start, m.draft = m.h.Desk(), m.pages.draft()
	m.says = m.scope.says(m.h, m.scope.count(m.h))
	m.broken = nil
	for i, list := 0, m.h.Board().Clashes(); i < len(list); i++ {
		if list[i].Grade() == rules.Hard && len(list[i].Sessions) > 0 && slices.Contains(m.scope.cohorts, list[i].Cohort) {
			m.broken = append(m.broken, list[i])
		}
	}
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
	m.spent = m.env.Now().Sub(m.began)
	if w.some {
		m.offers = m.ordered(w.best)
		m.fill()
	}
	if w.over {
		m.over = true
		if w.err != nil {
			m.err = wrong(w.err)
		}
		return nil
	}
	return w.of.hear()
}

// ordered are the offers by price: what holds whole before what does not, then
// by moves, then by how many others are troubled. Of two at the same price the
// one of which more is proved is enough.
func (m *mending) ordered(list []planner.Offer) []planner.Offer {
	price := func(a, b planner.Offer) int {
		return cmp.Or(cmp.Compare(len(m.lost(&a)), len(m.lost(&b))), cmp.Compare(a.Moved, b.Moved),
			cmp.Compare(a.Swapped, b.Swapped), cmp.Compare(a.Cost, b.Cost))
	}
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b planner.Offer) int {
		if c := price(a, b); c != 0 || a.Proved == b.Proved {
			return c
		}
		if a.Proved {
			return -1
		}
		return 1
	})
	return slices.CompactFunc(out, func(a, b planner.Offer) bool { return price(a, b) == 0 })
}

// lost are the sessions that have a time and would have none: the part that
// does not hold. What lay in the tray before is no part of it.
func (m *mending) lost(f *planner.Offer) []model.ID {
	var out []model.ID
	for _, s := range f.Sessions {
		if was := m.start.Sessions.Get(s.ID); was != nil && was.Placed() && !s.Placed() {
			out = append(out, s.ID)
		}
	}
	return out
}

// fill makes the rows of the price list.
func (m *mending) fill() {
	e := m.env
	m.lists, m.tells = make([][]move, len(m.offers)), make([]teller, len(m.offers))
	for i := range m.offers {
		r := &m.offers[i].Result
		m.tells[i] = teller{e, after(m.start, r)}
		m.lists[i] = compare(m.start, m.tells[i].next, ids(r.Sessions))
	}
	offers := m.offers // not those of the next search
	m.grid.Empty = m.empty()
	m.grid.SetColumns(
		kit.Column{ID: "moves", Title: e.T("plan.col.moves"), Min: max(kit.Width(e.T("plan.col.moves")), 5), Right: true},
		kit.Column{ID: "what", Title: e.T("plan.col.offer"), Min: 24, Grow: 1},
		kit.Column{ID: "people", Title: e.T("plan.col.people"), Min: kit.Width(e.T("plan.col.people")), Right: true, Drop: 2},
		kit.Column{ID: "cost", Title: e.T("plan.col.cost"), Min: 9, Right: true, Drop: 1})
	m.grid.SetRows(kit.Rows[int]{
		Len: len(offers), Key: func(i int) int { return i },
		Cell: func(i, col int) kit.Cell {
			f, th := &offers[i], e.Theme
			switch col {
			case 0:
				return kit.Cell{Text: e.Lang.Number(f.Moved)}
			case 1:
				st := th.Text
				if len(m.lost(f)) > 0 {
					st = th.Warn
				}
				return kit.Cell{Text: m.kind(f), Style: st}
			case 2:
				return kit.Cell{Text: e.Lang.Number(f.Swapped), Style: th.Muted}
			}
			return kit.Cell{Text: m.extra(f), Style: th.Muted}
		},
	})
}

// kind is what an offer does, in a few words.
func (m *mending) kind(f *planner.Offer) string {
	lost := len(m.lost(f))
	switch {
	case lost > 0:
		return m.env.T("plan.offer.part", "n", lost)
	case f.Moved == 0 && f.Kind == planner.OtherPlaces:
		return m.env.T("plan.offer.places", "n", f.Swapped)
	case f.Moved == 0:
		return m.env.T("plan.offer.substitutes", "n", f.Swapped)
	case f.Kind == planner.FairPrice:
		return m.env.T("plan.offer.fair", "n", f.Moved)
	}
	return m.env.T("plan.offer.moves", "n", f.Moved)
}

// extra is what an offer costs beyond what the plan does: "+12", "−3", "0".
func (m *mending) extra(f *planner.Offer) string {
	if m.was == nil {
		return m.env.Lang.Number(int(f.Cost))
	}
	d := int(f.Cost - m.was.Cost)
	if d > 0 {
		return "+" + m.env.Lang.Number(d)
	}
	return m.env.Lang.Number(d)
}

// proof is what is proved of an offer's moves.
func (m *mending) proof(f *planner.Offer) string {
	e, lost := m.env, m.lost(f)
	switch {
	case len(lost) > 0:
		return e.T("plan.proof.part", "n", len(lost), "sessions", lost[:min(len(lost), mostNamed)])
	case f.Moved == 0:
		return e.T("plan.proof.none")
	case f.Proved:
		return e.T("plan.proof.fewest", "n", f.Moved)
	case f.Atleast > 0:
		return e.T("plan.proof.at-least", "n", f.Atleast)
	}
	return e.T("plan.proof.open")
}

// empty is what the list says while it is empty.
func (m *mending) empty() model.Message {
	switch {
	case !m.err.IsZero():
		return m.err
	case len(m.broken) == 0 && m.over:
		return model.Say("plan.repair.whole")
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
	if len(who) > 0 {
		head = append(head, m.env.T("plan.concerns", "n", len(who), "who", who[:min(len(who), mostNamed)]))
	}
	l := newMoveList(m.h, model.Say("plan.offer.title", "n", f.Moved), m.tells[i].next, m.lists[i],
		costRows(m.was, &f.Result), "plan.key.take", head...)
	kit.Open(m.h.Dialogs(), l, func(left) tea.Cmd { return m.take(f) })
	return nil
}

// take keeps an offer as one act and ends the page.
func (m *mending) take(f planner.Offer) tea.Cmd {
	m.end()
	m.h.Dialogs().Drop(m)
	if m.gone(m.draft) {
		return m.h.Tell(kit.Warn, model.Say("plan.draft.gone"))
	}
	act := model.Say("plan.act.repair", "cohorts", m.scope.codes(m.start), "n", f.Moved, "people", f.Swapped)
	done := model.Say("plan.done.repair", "n", f.Moved, "people", f.Swapped)
	if u := len(m.lost(&f)); u > 0 {
		done = model.Say("plan.done.part", "n", u)
	}
	return m.put(m.start, &f.Result, act, done)
}
