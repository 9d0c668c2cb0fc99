package roll

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/paper"
	"muster/ui/tab"
)

// A callList is whom to ask, in which order, about somebody missing; numbers
// stand in the open here, because they are what one opens it for. Each call is
// kept as it is made. Its result is the person.
type callList struct {
	h       tab.Host
	env     *kit.Env
	watch   *watch
	session *model.Session
	cohort  *model.Cohort
	person  *model.Person
	seat    model.Seat

	kept
	mark  model.Mark
	steps []step
	grid  *kit.Grid[int]

	w, tall int
}

// kept is a roll as it lies on the desk; nil: none.
type kept struct {
	roll *model.Roll
	was  model.Rev
}

// Calls opens the call list for somebody marked missing on a session's roll; of
// who has been missing for longer, the list of the first session they were
// missed at, where the calls made are.
func Calls(h tab.Host, session, person model.ID) tea.Cmd {
	session = firstMissed(h, session, person)
	d := h.Desk()
	s, p := d.Sessions.Get(session), d.People.Get(person)
	m, _ := d.Rolls.Get(session).Of(person)
	switch {
	case s == nil || p == nil || d.Cohorts.Get(s.Cohort) == nil:
		return h.Tell(kit.Warn, model.Say("roll.why.gone"))
	case m.State != model.Missing && len(m.Calls) == 0:
		return h.Tell(kit.Warn, model.Say("roll.calls.not-missing", "who", person))
	}
	l := &callList{h: h, env: h.Env(), session: s, person: p, watch: newWatch(h, d.Cohorts.Get(s.Cohort).Zone)}
	l.grid = kit.NewGrid[int](l.env)
	l.read()
	kit.Open(h.Dialogs(), l, func(model.ID) tea.Cmd { return nil })
	return l.watch.wind()
}

// read takes everything from the desk anew.
func (l *callList) read() {
	d := l.h.Desk()
	l.cohort = d.Cohorts.Get(l.session.Cohort)
	l.seat, _ = l.cohort.Seat(l.person.ID)
	l.kept = kept{d.Rolls.Get(l.session.ID), d.RevOf(model.Ref{Kind: model.KindRoll, ID: l.session.ID})}
	l.mark, _ = l.roll.Of(l.person.ID)
	l.steps = stepsOf(l.env, d, l.session, l.cohort, l.person)
	for i := range l.steps {
		for _, c := range l.mark.Calls {
			if c.Whom == l.steps[i].whom {
				l.steps[i].last = c
				l.steps[i].calls++
			}
		}
	}
	l.rows()
}

// missing is for how many minutes they have been, or were.
func (l *callList) missing() int {
	until := l.watch.now
	if !l.mark.Found.IsZero() {
		until = l.mark.Found
	}
	return max(int(until-l.since()), 0)
}

func (l *callList) since() model.Minute { return l.mark.Since(l.session) }

func (l *callList) rows() {
	e, steps := l.env, l.steps
	col := func(id string, c kit.Column) kit.Column {
		c.ID, c.Title = id, e.T("roll.calls.col."+id)
		c.Min = max(c.Min, kit.Width(c.Title))
		return c
	}
	who, reach, state := 6, 12, 12 // as wide as what stands in them
	for _, s := range steps {
		who = max(who, kit.Width(e.T("roll.step."+s.kind)))
		reach = max(reach, kit.Width(s.reach))
		state = max(state, kit.Width(l.state(s).Text))
	}
	l.grid.SetColumns(
		col("who", kit.Column{Min: who, Drop: 1}),
		col("name", kit.Column{Min: 14, Max: 44, Grow: 3}),
		col("reach", kit.Column{Min: min(reach, 17), Max: reach, Grow: 1}),
		col("state", kit.Column{Min: min(state, 26)}))
	l.grid.SetRows(kit.Rows[int]{
		Len: len(steps), Key: func(i int) int { return i },
		Cell: func(i, col int) kit.Cell {
			th, s := e.Theme, steps[i]
			switch col {
			case 0:
				if i > 0 && steps[i-1].kind == s.kind {
					return kit.Cell{}
				}
				return kit.Cell{Text: e.T("roll.step." + s.kind), Style: th.Muted}
			case 1:
				return kit.Cell{Text: s.label}
			case 2:
				if s.reach == "" {
					return kit.Cell{Text: e.T("roll.reach.none"), Style: th.Muted}
				}
				return kit.Cell{Text: s.reach, Style: th.Accent}
			}
			return l.state(s)
		},
	})
}

// state is what came of a step, or when it is due.
func (l *callList) state(s step) kit.Cell {
	e, th := l.env, l.env.Theme
	due := s.dueIn(l.missing())
	switch {
	case s.calls > 0:
		st := th.Due
		if s.last.Answer == model.Reached {
			st = th.OK
		}
		return kit.Cell{Text: e.T("roll.answer."+string(s.last.Answer)) + " " + s.last.At.Clock(), Style: st}
	case !l.mark.Found.IsZero():
		return kit.Cell{Text: "–", Style: th.Muted}
	case due > 0:
		return kit.Cell{Text: e.T("roll.due.in", "for", paper.Lasting(e.Lang, due)), Style: th.Muted}
	case s.after > 0:
		return kit.Cell{Text: e.T("roll.due.over", "for", paper.Lasting(e.Lang, -due)), Style: th.Clash}
	}
	return kit.Cell{Text: e.T("roll.due.now"), Style: th.Warn}
}

// Title names who is missing.
func (l *callList) Title() string { return l.env.T("roll.calls.title", "who", l.person.FullName()) }

// Result is the person.
func (l *callList) Result() model.ID { return l.person.ID }

// Size is as high as the list is long.
func (l *callList) Size(maxW, maxH int) (w, h int) {
	return min(maxW, 104), min(maxH, max(len(l.steps), 4)+1+callHead+callFoot)
}

const (
	callHead = 3 // when, since when, and a blank
	callFoot = 3 // a rule and two lines about the step in hand
)

func (l *callList) layout() callLayout {
	all := kit.Rect{W: l.w, H: l.tall}
	head, foot := callHead, callFoot
	switch {
	case l.tall < 5:
		head, foot = 0, 0
	case l.tall < 9:
		head, foot = 1, 0
	case l.tall < 13:
		head, foot = 2, 1
	}
	var out callLayout
	out.head, all = all.Top(head)
	out.foot, out.list = all.Bottom(foot)
	return out
}

// Resize takes the size.
func (l *callList) Resize(w, h int) {
	l.w, l.tall = w, h
	list := l.layout().list
	l.grid.Resize(list.W, list.H)
}

// Update moves, logs, finds and leaves.
func (l *callList) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	wound := l.watch.hear(msg)
	d := l.h.Desk()
	if c := d.Cohorts.Get(l.session.Cohort); c != nil && (c != l.cohort || d.Rolls.Get(l.session.ID) != l.roll) {
		l.read()
	}
	list := l.layout().list
	if moved, _, _, ok := kit.MouseAt(msg, list.X, list.Y); ok {
		was, _ := l.grid.Current()
		l.grid.Update(moved)
		if x, y, click := kit.Click(msg); click && list.Contains(x, y) {
			if now, ok := l.grid.Current(); ok && now == was {
				return kit.Stay, l.log()
			}
		}
		return kit.Stay, nil
	}
	k, isKey := msg.(tea.KeyPressMsg)
	_, typing := l.grid.Filter()
	text, _ := l.grid.Filter()
	switch {
	case !isKey || typing:
		l.grid.Update(msg)
		return kit.Stay, wound
	case kit.IsKey(k, "esc") && text == "", kit.IsKey(k, "ctrl+s"):
		return kit.Cancelled, nil
	case kit.IsKey(k, "enter"):
		return kit.Stay, l.log()
	case kit.IsKey(k, "f"):
		return kit.Stay, l.found()
	case kit.IsKey(k, "w"):
		return kit.Stay, l.out()
	case kit.IsKey(k, "s"):
		return kit.Stay, l.callees()
	case kit.IsKey(k, "E"):
		return kit.Stay, sheet{
			text: paper.CallList(l.env.Lang, l.h.Desk(), l.cohort, l.session, l.person),
			name: fileName(l.env, l.cohort, l.seat, "calls"),
			act:  model.Say("roll.act.wrote.calls-about", "cohort", l.cohort.Code, "person", l.person.ID),
		}.write(l.h)
	case kit.IsKeys(k):
		l.h.Dialogs().ListKeys()
	case kit.IsKey(k, "<", ">"): // the order is the order to call in
	default:
		l.grid.Update(k)
	}
	return kit.Stay, nil
}

// Draw paints since when they are missing, the steps, and the one in hand in
// full.
func (l *callList) Draw(c *kit.Canvas) {
	e, th, at := l.env, l.env.Theme, l.layout()
	if at.head.H > 0 {
		y := at.head.Y
		if at.head.H > 1 {
			right := c.TextRight(0, c.W(), y, th.Title, l.watch.now.Clock())
			c.TextFit(0, y, right-2, th.Muted, l.where())
			y++
		}
		if l.mark.Found.IsZero() {
			c.TextFit(0, y, c.W(), th.Clash, e.T("roll.calls.missing", "since", l.since().Clock(), "for", paper.Lasting(e.Lang, l.missing())))
		} else {
			c.TextFit(0, y, c.W(), th.OK, e.T("roll.calls.found", "at", l.mark.Found.Clock(), "for", paper.Lasting(e.Lang, l.missing())))
		}
	}
	l.grid.Draw(c.Sub(at.list), true)
	i, ok := l.grid.Current()
	if at.foot.H == 0 || !ok {
		return
	}
	y := at.foot.Y
	if at.foot.H > 1 {
		c.HLine(0, y, c.W(), th.Rule)
		y++
	}
	c.Wrap(kit.Rect{Y: y, W: c.W(), H: c.H() - y}, th.Text, l.full(l.steps[i]))
}

// where is the line about the officer and the session.
func (l *callList) where() string {
	e := l.env
	parts := []string{l.cohort.Code}
	if l.seat.No > 0 {
		parts = append(parts, e.T("roll.number", "no", l.seat.No))
	}
	if l.seat.Squad > 0 {
		parts = append(parts, e.T("roll.squad", "squad", l.seat.Squad.String()))
	}
	parts = append(parts, paper.Title(e.Lang, l.h.Desk(), l.session)+" "+e.Lang.Hours(l.session.Span()))
	if l.seat.Stage == model.Absent {
		parts = append(parts, e.T("word.stage."+string(model.Absent)))
	}
	return strings.Join(parts, " · ")
}

// full is everything about a step: who, the number, what came of the calls.
func (l *callList) full(s step) string {
	e := l.env
	parts := []string{s.label}
	if s.reach != "" && s.reach != s.label {
		parts = append(parts, s.reach)
	}
	if s.calls > 0 {
		parts = append(parts, e.T("roll.calls.made", "n", s.calls, "at", s.last.At.Clock(), "answer", model.Say("word.answer."+string(s.last.Answer))))
		if s.last.Note != "" {
			parts = append(parts, strings.Join(strings.Fields(s.last.Note), " "))
		}
	}
	return strings.Join(parts, " · ")
}

// Cursor is in the filter while it is typed.
func (l *callList) Cursor() (x, y int, ok bool) {
	list := l.layout().list
	x, y, ok = l.grid.Cursor()
	return x + list.X, y + list.Y, ok
}

// Actions are the keys.
func (l *callList) Actions() []kit.Action {
	return []kit.Action{
		{ID: "roll.key.log", Keys: []string{"enter"}, Rank: 1},
		{ID: "roll.key.found", Keys: []string{"f"}, Rank: 2},
		{ID: "roll.key.awol", Keys: []string{"w"}, Rank: 7},
		{ID: "roll.key.callees", Keys: []string{"s"}, Rank: 5},
		{ID: "roll.key.write", Keys: []string{"E"}, Rank: 6},
		{ID: "kit.close", Keys: []string{"esc"}, Rank: 3},
		kit.KeysAction(4),
	}
}
