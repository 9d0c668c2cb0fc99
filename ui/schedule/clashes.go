package schedule

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

// goClash walks from card to card that something is wrong with, in the order
// of the plan, the worst sort first: what only lacks people waits until nothing
// clashes. What concerns the cohort as a whole is in the list, and on no card.
func (t *Tab) goClash(dir int) tea.Cmd {
	worst := fine
	for _, s := range t.sessions {
		worst = max(worst, t.wrong[s.ID])
	}
	if worst == fine {
		return t.tell(kit.Info, model.Say("schedule.clashes.whole", "n", len(t.clashes)))
	}
	here := 0
	if s := t.own(); s != nil {
		here = slices.Index(t.sessions, s)
	} else if dir > 0 {
		here = -1
	}
	n, round := len(t.sessions), false
	for i := 1; i <= n; i++ {
		if s := t.sessions[((here+dir*i)%n+n)%n]; t.wrong[s.ID] == worst {
			round = here >= 0 && (here+dir*i < 0 || here+dir*i >= n || i == n)
			t.show(s)
			break
		}
	}
	whole := 0
	for i := range t.clashes {
		if len(t.clashes[i].Sessions) == 0 {
			whole++
		}
	}
	if whole > 0 && round { // once in a round is enough
		return t.tell(kit.Info, model.Say("schedule.clashes.whole", "n", whole))
	}
	return nil
}

// listClashes opens the list of everything the rules say of the cohort.
func (t *Tab) listClashes() tea.Cmd {
	d := newClashList(t.env, t.host.Desk(), t.cohort.Code, t.standing(), t.clashes)
	kit.Open(t.host.Dialogs(), d, func(p clashPick) tea.Cmd {
		c := p.clash
		for _, id := range c.Sessions {
			if s := t.host.Desk().Sessions.Get(id); s != nil && s.Cohort == t.cohort.ID {
				t.show(s)
				return t.mendThere(p.mend)
			}
		}
		if len(c.People) > 0 {
			return t.host.Jump(model.Ref{Kind: model.KindPerson, ID: c.People[0]})
		}
		return t.host.Jump(model.Ref{Kind: model.KindCohort, ID: c.Cohort})
	})
	return nil
}

// mendThere does what was asked of a clash on the list, now that the cursor is
// on its card: F the best that mends it, f the choice of all.
func (t *Tab) mendThere(key string) tea.Cmd {
	if key == "" {
		return nil
	}
	if why := t.whyNoFix(); !why.IsZero() {
		return t.tell(kit.Warn, why)
	}
	if key == "F" {
		return t.bestFix()
	}
	return t.offerFixes()
}

// A clashPick is the clash to go to, and the key that is to mend it there.
type clashPick struct {
	clash rules.Clash
	mend  string
}

// A clashList shows each clash in a line and the one under the cursor in
// full. It ends in the clash to go to.
type clashList struct {
	env      *kit.Env
	code     string
	standing string // as the head of the board says it
	list     []rules.Clash
	words    []string // each clash's sentence
	grid     *kit.Grid[int]
	mend     string // the key that ended it, when it is to mend
	w, h     int
}

// clashFoot is the lines for the sentence in full, and a rule above it.
const clashFoot = 4

func newClashList(e *kit.Env, d *model.Desk, code, standing string, list []rules.Clash) *clashList {
	l := &clashList{env: e, code: code, standing: standing, list: list}
	for _, c := range list {
		l.words = append(l.words, e.Say(c.Text))
	}
	l.grid = kit.NewGrid[int](e,
		kit.Column{ID: "mark", Min: 1, Max: 1},
		kit.Column{ID: "when", Title: e.T("schedule.clashes.when"), Min: 12, Max: 13, Drop: 1},
		kit.Column{ID: "what", Title: e.T("schedule.clashes.what"), Min: 12, Max: 26, Grow: 1, Drop: 2},
		kit.Column{ID: "why", Title: e.T("schedule.clashes.why"), Min: 20, Grow: 3})
	l.grid.Empty = model.Say("schedule.why.no-clash")
	l.grid.SetRows(kit.Rows[int]{
		Len: len(list), Key: func(i int) int { return i },
		Cell: func(i, col int) kit.Cell {
			c := &list[i]
			switch col {
			case 0:
				g := c.Grade()
				if g == clashing {
					return kit.Cell{Text: markOf(g), Style: e.Theme.Clash}
				}
				return kit.Cell{Text: markOf(g), Style: e.Theme.Warn}
			case 1:
				if c.At.From.IsZero() {
					return kit.Cell{}
				}
				return kit.Cell{Text: e.Lang.When(c.At.From), Style: e.Theme.Muted}
			case 2:
				if len(c.Sessions) > 0 {
					if s := d.Sessions.Get(c.Sessions[0]); s != nil {
						text := string(s.Block.Kind) + " "
						if co := d.Cohorts.Get(s.Cohort); s.Squads != 0 && co != nil && s.Squads != co.SquadSet() {
							text += s.Squads.String() + " "
						}
						return kit.Cell{Text: text + s.Block.Title.In(e.Lang.Tag())}
					}
				}
				return kit.Cell{}
			}
			return kit.Cell{Text: l.words[i]}
		},
	})
	return l
}

func (l *clashList) Title() string {
	return l.env.T("schedule.clashes.title", "cohort", l.code, "standing", l.standing)
}

func (l *clashList) Size(maxW, maxH int) (w, h int) {
	return min(maxW, 110), min(maxH, max(len(l.list), 3)+2+clashFoot)
}

func (l *clashList) Resize(w, h int) {
	l.w, l.h = w, h
	l.grid.Resize(w, max(h-l.foot(), 1))
}

func (l *clashList) foot() int {
	if l.h < 9 {
		return min(1, max(l.h-2, 0))
	}
	return clashFoot
}

func (l *clashList) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	_, typing := l.grid.Filter()
	if k, ok := msg.(tea.KeyPressMsg); ok && !typing {
		switch {
		case kit.IsKey(k, "esc"):
			return kit.Cancelled, nil
		case kit.IsKey(k, "enter", "f", "F"):
			if _, ok := l.grid.Current(); !ok {
				return kit.Stay, nil
			}
			if l.mend = ""; !kit.IsKey(k, "enter") {
				l.mend = kit.Typed(k)
			}
			return kit.Done, nil
		}
	}
	was, _ := l.grid.Current()
	l.grid.Update(msg)
	if _, _, ok := kit.Click(msg); ok {
		if now, ok := l.grid.Current(); ok && now == was {
			l.mend = ""
			return kit.Done, nil // the second click on a row goes there
		}
	}
	return kit.Stay, nil
}

func (l *clashList) Draw(c *kit.Canvas) {
	foot := l.foot()
	l.grid.Draw(c.Sub(kit.Rect{W: c.W(), H: c.H() - foot}), true)
	i, ok := l.grid.Current()
	if foot == 0 || !ok {
		return
	}
	y := c.H() - foot
	if foot > 1 {
		c.HLine(0, y, c.W(), l.env.Theme.Rule)
		y++
	}
	c.Wrap(kit.Rect{Y: y, W: c.W(), H: c.H() - y}, l.env.Theme.Text, l.words[i])
}

func (l *clashList) Cursor() (x, y int, ok bool) { return l.grid.Cursor() }

func (l *clashList) Actions() []kit.Action {
	return []kit.Action{
		{ID: "schedule.go-clash", Keys: []string{"enter"}, Rank: 1},
		{ID: "schedule.best-fix", Keys: []string{"F"}, Rank: 2},
		{ID: "schedule.fix", Keys: []string{"f"}, Rank: 3},
		{ID: "schedule.filter-list", Keys: []string{"/"}, Rank: 4},
		{ID: "kit.cancel", Keys: []string{"esc"}, Rank: 5},
	}
}

func (l *clashList) Result() clashPick {
	if i, ok := l.grid.CurrentKey(); ok {
		return clashPick{l.list[i], l.mend}
	}
	return clashPick{}
}
