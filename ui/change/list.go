package change

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/paper"
	"muster/ui/plan"
	"muster/ui/tab"
)

// A hurtList is where a change hurts, a line each, and the ways to mend it. It
// ends in the session to go to.
type hurtList struct {
	v     *event
	env   *kit.Env
	desk  *model.Desk // what the lines were made from
	list  []hurt
	words []string
	grid  *kit.Grid[int]
	note  model.Message
	w, h  int
}

func newHurtList(v *event, list []hurt) *hurtList {
	l := &hurtList{v: v, env: v.h.Env()}
	l.grid = kit.NewGrid[int](l.env)
	l.grid.Empty = model.Say("change.mended")
	l.fill(list)
	return l
}

// fill makes the lines anew.
func (l *hurtList) fill(list []hurt) {
	e, d := l.env, l.v.h.Desk()
	l.desk, l.list = d, list
	l.words = make([]string, len(list))
	for i, x := range list {
		l.words[i] = e.Say(x.text)
	}
	words := l.words
	l.grid.SetColumns(
		kit.Column{ID: "mark", Min: 1, Max: 1},
		kit.Column{ID: "when", Title: e.T("change.col.when"), Min: 12, Max: 13},
		kit.Column{ID: "what", Title: e.T("change.col.what"), Min: 15, Max: 28, Grow: 1},
		kit.Column{ID: "why", Title: e.T("change.col.why"), Min: 20, Grow: 4, Drop: 1})
	l.grid.SetRows(kit.Rows[int]{
		Len: len(list), Key: func(i int) int { return i },
		Cell: func(i, col int) kit.Cell {
			x, s := list[i], d.Sessions.Get(list[i].session)
			text, _ := l.grid.Filter()
			again := text == "" && i > 0 && s != nil && list[i-1].session == s.ID // what it is stands above
			switch col {
			case 0:
				if x.hard {
					return kit.Cell{Text: "!", Style: e.Theme.Clash}
				}
				return kit.Cell{Text: "·", Style: e.Theme.Warn}
			case 1:
				switch {
				case again:
				case s != nil && s.Placed():
					return kit.Cell{Text: e.Lang.When(s.Start), Style: e.Theme.Muted}
				case x.at.From > 0:
					return kit.Cell{Text: e.Lang.When(x.at.From), Style: e.Theme.Muted}
				}
			case 2:
				switch {
				case again:
					return kit.Cell{}
				case s != nil:
					return kit.Cell{Text: title(l.v.h, s), Style: e.Theme.Kind(string(s.Block.Kind)[0])}
				}
				if c := d.Cohorts.Get(x.cohort); c != nil {
					return kit.Cell{Text: c.Code}
				}
			case 3:
				return kit.Cell{Text: words[i]}
			}
			return kit.Cell{}
		},
	})
}

// title is a session as a card has it, with the code of its cohort when that is
// not the one in hand.
func title(h tab.Host, s *model.Session) string {
	out := paper.Title(h.Env().Lang, h.Desk(), s)
	c := h.Desk().Cohorts.Get(s.Cohort)
	if c != nil && c != h.Cohort() {
		out += " · " + c.Code
	}
	return out
}

// Title says what changed, and in how many places it hurts.
func (l *hurtList) Title() string {
	return l.env.T("change.hurts."+l.v.kind, "what", l.v.id, "n", len(l.list))
}

// Result is the session under the cursor, or its cohort.
func (l *hurtList) Result() model.Ref {
	i, ok := l.grid.Current()
	switch {
	case !ok:
		return model.Ref{}
	case !l.list[i].session.IsZero():
		return model.Ref{Kind: model.KindSession, ID: l.list[i].session}
	}
	return model.Ref{Kind: model.KindCohort, ID: l.list[i].cohort}
}

// foot is the lines for the sentence in full, and a rule above it.
const foot = 4

// Size fits the list.
func (l *hurtList) Size(maxW, maxH int) (w, h int) {
	return min(maxW, 110), min(maxH, max(len(l.list), 4)+1+foot)
}

func (l *hurtList) foot() int {
	if l.h < 9 {
		return min(1, max(l.h-2, 0))
	}
	return foot
}

// Resize takes the size.
func (l *hurtList) Resize(w, h int) {
	l.w, l.h = w, h
	l.fresh()
	l.grid.Resize(w, max(h-l.foot(), 1))
}

// fresh makes the lines anew when the desk is another: after what a dialog
// above has done, or somebody else.
func (l *hurtList) fresh() {
	if l.v.h.Desk() != l.desk {
		l.fill(l.v.hurts())
	}
}

// Update moves, mends and leaves.
func (l *hurtList) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	l.fresh()
	if _, _, _, mouse := kit.MouseAt(msg, 0, 0); mouse {
		was, had := l.grid.Current()
		_, y, click := kit.Click(msg)
		g := l.grid.Layout()
		if click && !g.Body.Contains(0, y) {
			return kit.Stay, nil
		}
		l.grid.Update(msg)
		if now, ok := l.grid.Current(); click && ok && had && now == was && y-g.Body.Y < l.grid.Shown() {
			return kit.Done, nil // the second click on a line goes there
		}
		return kit.Stay, nil
	}
	k, isKey := msg.(tea.KeyPressMsg)
	text, typing := l.grid.Filter()
	if !isKey || typing {
		l.grid.Update(msg)
		return kit.Stay, nil
	}
	l.note = model.Message{}
	_, some := l.grid.Current()
	switch {
	case kit.IsKey(k, "esc") && text == "", kit.IsKey(k, "ctrl+s"), kit.IsKey(k, "enter") && !some && text == "":
		return kit.Cancelled, nil
	case kit.IsKey(k, "enter") && some:
		return kit.Done, nil
	case l.mendable() && kit.IsKey(k, l.keys()[0]):
		return kit.Stay, l.mendOne()
	case l.mendable() && kit.IsKey(k, l.keys()[1]):
		return kit.Stay, l.mendAll()
	case kit.IsKey(k, repair):
		return kit.Stay, plan.Repair(l.v.h, l.leave, l.cohorts()...)
	case kit.IsKeys(k):
		l.v.h.Dialogs().ListKeys()
	case kit.IsKey(k, "<", ">"): // the order is that of time
	default:
		l.grid.Update(k)
	}
	return kit.Stay, nil
}

// mendable reports whether what is not there can be replaced: an officer
// cannot.
func (l *hurtList) mendable() bool { return l.v.kind != late }

// keys are those that mend one session, and all of them.
func (l *hurtList) keys() [2]string {
	if l.v.kind == absent {
		return [2]string{"s", "S"}
	}
	return [2]string{"v", "V"}
}

// repair opens the price list of repairs for the whole plan: where no
// substitute helps, something has to move.
const repair = "r"

// leave closes the list: a repair was taken, and what it says of it, and the key
// that takes it back, are the board's.
func (l *hurtList) leave() { l.v.h.Dialogs().Drop(l) }

// cohorts are those that it hurts.
func (l *hurtList) cohorts() []model.ID {
	var out []model.ID
	for _, x := range l.list {
		if !x.cohort.IsZero() && !slices.Contains(out, x.cohort) {
			out = append(out, x.cohort)
		}
	}
	return out
}

// mendOne lists the ways to mend the session under the cursor.
func (l *hurtList) mendOne() tea.Cmd {
	v := l.v
	i, ok := l.grid.Current()
	if !ok {
		l.note = model.Say("change.mended")
		return nil
	}
	s := v.h.Desk().Sessions.Get(l.list[i].session)
	if s == nil || !v.needs(s) {
		l.note = model.Say("change.not-there."+v.kind, "what", v.id)
		return nil
	}
	list := v.mends(v.h.Board(), s)
	if len(list) == 0 {
		l.note = model.Say("change.none." + v.kind)
		return nil
	}
	desk := v.h.Desk()
	d := kit.NewChoose(l.env, model.Say("change.mend."+v.kind, "block", s.Block.Title), v.options(list), 0)
	kit.Open(v.h.Dialogs(), d, func(i int) tea.Cmd {
		recs, err := list[i].records()
		if err != nil {
			return v.h.Fail(err)
		}
		c := model.Change{Act: model.Say("change.act.mend."+v.kind,
			"block", s.Block.Title, "cohort", paper.Code(desk, s), "other", v.id, "by", list[i].id)}
		for _, rec := range recs {
			c.Puts = append(c.Puts, desk.Put(rec)) // as the list was made
		}
		cmd := v.h.Commit(c)
		l.fill(v.hurts())
		return tea.Batch(cmd, v.h.Tell(kit.OK, model.Say("change.done."+v.kind, "block", s.Block.Title, "by", list[i].id)))
	})
	return nil
}

// mendAll mends every session in one act, as far as it can.
func (l *hurtList) mendAll() tea.Cmd {
	v := l.v
	next, left := v.mendAll()
	if len(next) == 0 {
		l.note = model.Say("change.none." + v.kind)
		return nil
	}
	c := model.Change{Act: model.Say("change.act.all."+v.kind, "other", v.id, "n", len(next))}
	for _, s := range next {
		c.Puts = append(c.Puts, v.h.Desk().Put(s))
	}
	cmd := v.h.Commit(c)
	l.fill(v.hurts())
	if len(left) > 0 {
		l.note = model.Say("change.all.some", "n", len(left), "sessions", left)
		return tea.Batch(cmd, v.h.Tell(kit.Warn, l.note))
	}
	return tea.Batch(cmd, v.h.Tell(kit.OK, model.Say("change.all.done", "n", len(next))))
}

// Draw paints the list, and the line in hand in full.
func (l *hurtList) Draw(c *kit.Canvas) {
	th, n := l.env.Theme, l.foot()
	l.grid.Draw(c.Sub(kit.Rect{W: c.W(), H: c.H() - n}), true)
	if n == 0 {
		return
	}
	y := c.H() - n
	if n > 1 {
		c.HLine(0, y, c.W(), th.Rule)
		y++
	}
	rest := kit.Rect{Y: y, W: c.W(), H: c.H() - y}
	if !l.note.IsZero() {
		c.Wrap(rest, th.Warn, l.env.Say(l.note))
		return
	}
	if i, ok := l.grid.Current(); ok && i < len(l.words) {
		c.Wrap(rest, th.Text, l.full(i))
	}
}

// full is a line with when and what it is about, as the window on the list may
// begin below that.
func (l *hurtList) full(i int) string {
	s := l.desk.Sessions.Get(l.list[i].session)
	if s == nil || !s.Placed() {
		return l.words[i]
	}
	return l.env.Lang.Span(s.Span()) + " · " + title(l.v.h, s) + "\n" + l.words[i]
}

// Cursor is in the filter while it is typed.
func (l *hurtList) Cursor() (x, y int, ok bool) { return l.grid.Cursor() }

// Actions are the keys.
func (l *hurtList) Actions() []kit.Action {
	out := []kit.Action{{ID: "kit.close", Keys: []string{"esc"}, Rank: 4}}
	if len(l.list) > 0 {
		out = append(out, kit.Action{ID: "change.key.go", Keys: []string{"enter"}, Rank: 3})
		if k := l.keys(); l.mendable() {
			out = append(out,
				kit.Action{ID: "change.key.one." + l.v.kind, Keys: []string{k[0]}, Rank: 1},
				kit.Action{ID: "change.key.all." + l.v.kind, Keys: []string{k[1]}, Rank: 2})
		}
	}
	return append(out, kit.KeysAction(5), kit.Action{ID: "change.key.repair", Keys: []string{repair}, Rank: 6})
}
