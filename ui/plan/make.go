package plan

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/planner"
	"muster/ui/kit"
)

// longestMake is when making a plan ends by itself.
const longestMake = 10 * time.Minute

// A making is the page on which a plan is made: what is planned at its head,
// the best plan found so far below, and why it is not whole. The search begins
// with the page and again whenever what is planned is changed.
type making struct {
	pages
	env   *kit.Env
	scope scope
	wide  int
	high  int

	start *model.Desk  // what is planned on
	draft *model.Draft // on the board then
	stays tally
	says  []string // the scope in words
	hard  int      // rules that forbid broken on the start
	run   *run[*planner.Result]
	first *planner.Result // that placed everything, or the first at all
	best  *planner.Result // the newest: the best so far
	moves []move          // of the best
	tell  teller
	drops []int64 // the costs of whole plans, as they fell
	began time.Time
	spent time.Duration
	over  bool
	err   model.Message // why there is nothing to search

	said model.Message
}

func newMaking(p pages) (*making, tea.Cmd) {
	m := &making{pages: p, env: p.h.Env()}
	m.scope.cohorts = []model.ID{p.h.Cohort().ID}
	n := m.scope.count(p.h)
	m.scope.keep = n.placed > n.past // there is a plan to go on with
	return m, m.begin()
}

// begin begins the search anew.
func (m *making) begin() tea.Cmd {
	m.run.end()
	m.start, m.draft = m.h.Desk(), m.pages.draft()
	m.stays = m.scope.count(m.h)
	m.says = m.scope.says(m.h, m.stays)
	m.hard = forbidden(m.h.Board(), m.scope.cohorts...)
	m.first, m.best, m.moves, m.drops, m.over, m.err = nil, nil, nil, nil, false, model.Message{}
	m.began, m.spent, m.said = m.env.Now(), 0, model.Message{}
	o := options(m.h, m.scope.cohorts)
	o.Keep, o.Loose = m.scope.keep, m.scope.loose
	d, eng := m.start, m.eng
	var cmd tea.Cmd
	m.run, cmd = search(longestMake, func(ctx context.Context, show func(*planner.Result)) (*planner.Result, error) {
		return eng.make(ctx, d, o, show)
	})
	return cmd
}

// hear takes what the search says. An older one's last words are dropped.
func (m *making) hear(w word[*planner.Result]) tea.Cmd {
	if w.of != m.run {
		return nil
	}
	m.spent = m.env.Now().Sub(m.began)
	if w.some && w.best != nil && w.best != m.best {
		m.take(w.best)
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

// mostDrops is how many steps of the falling cost are remembered.
const mostDrops = 200

func (m *making) take(r *planner.Result) {
	whole := len(r.Unplaced) == 0
	if m.first == nil || whole && len(m.first.Unplaced) > 0 {
		m.first, m.drops = r, nil
	}
	if n := len(m.drops); n == 0 || m.drops[n-1] != r.Cost {
		m.drops = append(m.drops, r.Cost)
	}
	if len(m.drops) > mostDrops { // every second one tells as much
		half := m.drops[:0]
		for i := 0; i < len(m.drops); i += 2 {
			half = append(half, m.drops[i])
		}
		m.drops = half
	}
	m.best = r
	m.tell = teller{m.env, after(m.start, r)}
	m.moves = compare(m.start, m.tell.next, ids(r.Sessions))
}

// worse reports whether the best found is worth less than what is there.
func (m *making) worse() bool {
	return m.best.Placed < m.stays.placed || m.best.Hard > m.hard
}

// told is how many sessions would be otherwise than everybody was told.
func (m *making) told() int {
	n := 0
	for _, v := range m.moves {
		c := m.start.Cohorts.Get(v.session().Cohort)
		if v.was != nil && v.was.Placed() && c != nil && published(c, m.start.SessionsOf(c.ID), v.was) {
			n++
		}
	}
	return n
}

// keep ends the search and keeps the best. It asks first when that is worth
// less than what is there, or is otherwise than was published; leaving asks
// whether to leave it, taking whether to take it.
func (m *making) keep(leaving bool) (kit.Outcome, tea.Cmd) {
	m.run.end()
	told := 0
	if m.best != nil && m.draft == nil {
		told = m.told()
	}
	what, detail := model.Say("plan.told", "n", told), model.Say("plan.told.detail")
	switch {
	case m.best == nil || len(m.best.Sessions) == 0:
		return kit.Cancelled, m.h.Tell(kit.Info, model.Say("plan.make.nothing"))
	case m.worse():
		what, detail = model.Say("plan.worse", "n", m.best.Placed, "was", m.stays.placed), model.Say("plan.worse.detail", "n", m.best.Hard)
	case told == 0:
		return m.commit()
	}
	no, left := "plan.worse.back", func() tea.Cmd { return nil }
	if leaving {
		no, left = "plan.worse.leave", func() tea.Cmd {
			m.h.Dialogs().Drop(m)
			return m.h.Tell(kit.Info, model.Say("plan.make.thrown"))
		}
	}
	ask := kit.NewConfirm(m.env, model.Say("plan.worse.title"), what, detail, "plan.worse.take", no, "t", "")
	kit.OpenOr(m.h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd {
		m.h.Dialogs().Drop(m)
		_, cmd := m.commit()
		return cmd
	}, left)
	return kit.Stay, nil
}

// commit keeps the best as one act. What somebody else changed while it was
// made stays as they have it.
func (m *making) commit() (kit.Outcome, tea.Cmd) {
	act := model.Say("plan.act.make", "cohorts", m.scope.codes(m.start), "n", m.best.Placed)
	done := model.Say("plan.done.make", "placed", m.best.Placed, "of", m.stays.all, "n", len(m.best.Sessions))
	if m.gone(m.draft) {
		return kit.Cancelled, m.h.Tell(kit.Warn, model.Say("plan.draft.gone"))
	}
	return kit.Done, m.put(m.start, m.best, act, func() (kit.StatusKind, model.Message) { return kit.OK, done })
}

// again begins anew with another scope.
func (m *making) again(s scope) tea.Cmd {
	m.scope = s
	return m.begin()
}

// Title names the cohorts.
func (m *making) Title() string {
	return m.env.T("plan.make.title", "cohorts", m.scope.codes(m.start))
}

// Result says nothing: what was to be kept has been.
func (m *making) Result() left { return left{} }

// Size is all there is.
func (m *making) Size(maxW, maxH int) (w, h int) { return maxW, maxH }

// Resize takes the size.
func (m *making) Resize(w, h int) { m.wide, m.high = w, h }

// Cursor is hidden: nothing is typed.
func (m *making) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Update hears the search, and runs the page's acts.
func (m *making) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	if w, ok := msg.(word[*planner.Result]); ok {
		return kit.Stay, m.hear(w)
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return kit.Stay, nil
	}
	m.said = model.Message{}
	switch {
	case kit.IsKey(k, "enter", "ctrl+s"):
		if why := m.whyNothing(); !why.IsZero() {
			m.said = why
			return kit.Stay, nil
		}
		return m.keep(false)
	case kit.IsKey(k, "esc"):
		return m.keep(true)
	case kit.IsKey(k, "x"):
		m.run.end()
		return kit.Cancelled, m.h.Tell(kit.Info, model.Say("plan.make.thrown"))
	}
	cmd, why, handled := kit.Press(m.Actions(), k)
	switch {
	case !why.IsZero():
		m.said = why
	case !handled && kit.Typed(k) != "":
		m.said = model.Say("plan.no-key")
	}
	return kit.Stay, cmd
}

// whyNothing is why there is nothing to take.
func (m *making) whyNothing() model.Message {
	switch {
	case !m.err.IsZero():
		return m.err
	case m.best == nil:
		return model.Say("plan.why.not-yet")
	case len(m.best.Sessions) == 0:
		if m.over && m.stays.published > 0 && !m.scope.loose {
			return model.Say("plan.make.held")
		}
		return model.Say("plan.why.as-it-is")
	}
	return model.Message{}
}

// Actions are the page's keys.
func (m *making) Actions() []kit.Action {
	turn := "plan.key.from-nothing"
	if !m.scope.keep {
		turn = "plan.key.from-here"
	}
	loose := "plan.key.loose"
	if m.scope.loose {
		loose = "plan.key.strict"
	}
	return []kit.Action{
		{ID: "plan.key.take", Keys: []string{"enter"}, Rank: 1, Why: m.whyNothing},
		{ID: "plan.key.stop", Keys: []string{"esc"}, Rank: 2},
		{ID: "plan.key.throw", Keys: []string{"x"}, Rank: 3},
		{ID: "plan.key.changes", Keys: []string{"d"}, Rank: 4, Why: m.whyNothing, Run: m.details},
		{ID: turn, Keys: []string{"n"}, Rank: 6, Run: func() tea.Cmd {
			s := m.scope
			s.keep = !s.keep
			return m.again(s)
		}},
		{ID: loose, Keys: []string{"l"}, Rank: 8, Why: func() model.Message { return m.scope.whyBound(m.stays) }, Run: func() tea.Cmd {
			s := m.scope
			s.loose = !s.loose
			return m.again(s)
		}},
		{ID: "plan.key.cohorts", Keys: []string{"c"}, Rank: 7, Why: func() model.Message { return m.scope.whyAlone(m.start) }, Run: func() tea.Cmd {
			return m.scope.pick(m.h, func(list []model.ID) tea.Cmd {
				s := m.scope
				s.cohorts = list
				return m.again(s)
			})
		}},
		listKeys(m.h, 5),
	}
}

// details compares the best so far with what is there.
func (m *making) details() tea.Cmd {
	l := newMoveList(m.h, model.Say("plan.changes.title", "n", len(m.moves)), m.tell.next, m.moves, costRows(m.first, m.best), "")
	kit.Open(m.h.Dialogs(), l, leave)
	return nil
}
