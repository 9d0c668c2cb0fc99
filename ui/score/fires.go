package score

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/templates"
	"muster/ui/kit"
	"muster/ui/tab"
)

// FireCourses shows the courses of fire: to be made, changed, copied, removed.
func FireCourses(h tab.Host) tea.Cmd {
	l := newFireList(h)
	kit.Open(h.Dialogs(), l, func(kit.Read) tea.Cmd { return nil })
	return nil
}

// fireList is the dialog that lists them.
type fireList struct {
	h    tab.Host
	env  *kit.Env
	grid *kit.Grid[model.ID]
	list []*model.FireCourse
	hint model.Message
	w, t int
}

func newFireList(h tab.Host) *fireList {
	l := &fireList{h: h, env: h.Env(), grid: kit.NewGrid[model.ID](h.Env())}
	l.grid.Empty = model.Say("score.fires.empty")
	l.read()
	return l
}

// read lists what the desk has.
func (l *fireList) read() {
	e, th := l.env, l.env.Theme
	list := slices.Collect(l.h.Desk().FireCourses.All)
	tag := e.Lang.Tag()
	slices.SortStableFunc(list, func(a, b *model.FireCourse) int {
		x, y := kit.Fold(a.Title.In(tag)), kit.Fold(b.Title.In(tag))
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	l.list = list
	used := make([]int, len(list))
	for i, f := range list {
		sessions, courses := usesOf(l.h.Desk(), f.ID)
		used[i] = len(sessions) + len(courses)
	}
	l.grid.SetRows(kit.Rows[model.ID]{
		Len: len(list),
		Key: func(i int) model.ID { return list[i].ID },
		Cell: func(i, col int) kit.Cell {
			f := list[i]
			switch col {
			case 0:
				return kit.Cell{Text: f.Title.In(tag), Style: th.Text}
			case 1:
				return kit.Cell{Text: strconv.Itoa(len(f.Stages)), Style: th.Muted}
			case 2:
				return kit.Cell{Text: strconv.Itoa(f.Rounds()), Style: th.Text}
			case 3:
				return kit.Cell{Text: strconv.Itoa(f.Pass), Style: th.Text}
			}
			return kit.Cell{Text: strconv.Itoa(used[i]), Style: th.Muted}
		},
	})
	l.grid.SetColumns(
		kit.Column{ID: "title", Title: e.T("field.title"), Min: 24, Grow: 1},
		kit.Column{ID: "stages", Title: e.T("field.stages"), Min: 6, Right: true, Drop: 2},
		kit.Column{ID: "rounds", Title: e.T("score.col.rounds"), Min: max(7, kit.Width(e.T("score.col.rounds"))), Right: true},
		kit.Column{ID: "pass", Title: "%", Min: 3, Right: true},
		kit.Column{ID: "used", Title: e.T("score.col.used"), Min: max(6, kit.Width(e.T("score.col.used"))), Right: true, Drop: 1},
	)
}

// usesOf is where a course of fire is shot: the sessions, and the courses with
// a block that asks for it.
func usesOf(d *model.Desk, id model.ID) (sessions []*model.Session, courses []*model.Course) {
	for s := range d.Sessions.All {
		if s.Block.Fire != nil && s.Block.Fire.Course == id {
			sessions = append(sessions, s)
		}
	}
	for c := range d.Courses.All {
		if slices.ContainsFunc(c.Blocks, func(b model.Block) bool { return b.Fire != nil && b.Fire.Course == id }) {
			courses = append(courses, c)
		}
	}
	return sessions, courses
}

// Title names the list.
func (l *fireList) Title() string { return l.env.T("score.fires.title") }

// Result has nothing to say.
func (l *fireList) Result() kit.Read { return kit.Read{} }

// Size is a line for each, and two for what there is to say.
func (l *fireList) Size(maxW, maxH int) (w, h int) {
	return min(maxW, 76), min(maxH, max(len(l.list), 4)+4)
}

// Resize takes the size.
func (l *fireList) Resize(w, h int) {
	l.w, l.t = w, h
	l.grid.Resize(w, max(h-l.foot(), 1))
}

// foot is the lines below the list.
func (l *fireList) foot() int {
	if l.t < 4 {
		return 0
	}
	return 2
}

// Cursor is the filter's.
func (l *fireList) Cursor() (x, y int, ok bool) { return l.grid.Cursor() }

// Update walks the list, or runs one of its keys.
func (l *fireList) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	k, isKey := msg.(tea.KeyPressMsg)
	if _, typing := l.grid.Filter(); isKey && !typing {
		l.hint = model.Message{}
		if cmd, why, ok := kit.Press(l.own(), k); ok {
			if !why.IsZero() {
				l.hint = why
			}
			return kit.Stay, cmd
		}
	}
	if l.grid.Update(msg) || !isKey {
		return kit.Stay, nil
	}
	if kit.IsKey(k, "esc") {
		return kit.Done, nil
	}
	if kit.Typed(k) != "" {
		l.hint = model.Say("score.no-key")
	}
	return kit.Stay, nil
}

// Draw paints the list, and the stages of the one under the cursor.
func (l *fireList) Draw(c *kit.Canvas) {
	th := l.env.Theme
	l.grid.Draw(c, true)
	if l.foot() == 0 {
		return
	}
	y := c.H() - 1
	if !l.hint.IsZero() {
		c.TextFit(0, y, c.W(), th.Warn, l.env.Say(l.hint))
		return
	}
	if f := l.current(); f != nil {
		c.TextFit(0, y, c.W(), th.Muted, stagesLine(l.env, f))
	}
}

// stagesLine is the stages in a line: "15 yd 10 ≥4 · 10 yd 10 ≥8".
func stagesLine(e *kit.Env, f *model.FireCourse) string {
	out := ""
	for i, s := range f.Stages {
		if i > 0 {
			out += " · "
		}
		if s.Yards > 0 {
			out += e.T("score.col.yards", "n", s.Yards) + " "
		}
		out += strconv.Itoa(s.Rounds)
		if s.Least > 0 {
			out += "≥" + strconv.Itoa(s.Least)
		}
	}
	return out
}

// Actions are the keys of the list.
func (l *fireList) Actions() []kit.Action {
	return append(l.own(), kit.Action{ID: "kit.close", Keys: []string{"esc"}, Rank: 2})
}

func (l *fireList) own() []kit.Action {
	one := func() model.Message {
		if l.current() == nil {
			return model.Say("score.fires.none")
		}
		return model.Message{}
	}
	return grouped([]kit.Action{
		keysAction(l.h, 3),
		{ID: "score.key.new", Keys: []string{"n"}, Rank: 1, Run: func() tea.Cmd {
			return newFire(l.h, l.saved)
		}},
		{ID: "score.key.edit", Keys: []string{"enter", "e"}, Rank: 1, Why: one, Run: func() tea.Cmd {
			return editFire(l.h, *l.current(), "score.act.fire-edit", l.saved)
		}},
		{ID: "score.key.copy", Keys: []string{"d"}, Rank: 4, Why: one, Run: func() tea.Cmd {
			return editFire(l.h, copyOf(l.h, l.current()), "score.act.fire-new", l.saved)
		}},
		{ID: "score.key.remove", Keys: []string{"x", "delete"}, Rank: 5, Why: one, Run: l.remove},
	})
}

func (l *fireList) current() *model.FireCourse {
	id, ok := l.grid.CurrentKey()
	if !ok {
		return nil
	}
	return l.h.Desk().FireCourses.Get(id)
}

func (l *fireList) saved(f *model.FireCourse) tea.Cmd {
	l.read()
	l.grid.Select(f.ID)
	return nil
}

// remove takes one out that nothing asks for.
func (l *fireList) remove() tea.Cmd {
	f := l.current()
	d := l.h.Desk()
	switch sessions, courses := usesOf(d, f.ID); {
	case len(sessions) > 0:
		c := d.Cohorts.Get(sessions[0].Cohort)
		code := ""
		if c != nil {
			code = c.Code
		}
		l.hint = model.Say("score.fires.in-use", "n", len(sessions), "block", sessions[0].Block.Title, "cohort", code)
		return nil
	case len(courses) > 0:
		l.hint = model.Say("score.fires.in-course", "course", courses[0].Title)
		return nil
	}
	cmd := l.h.Commit(model.Change{Act: model.Say("score.act.fire-remove", "title", f.Title), Removes: []model.Remove{d.Remove(f)}})
	l.read()
	return tea.Batch(cmd, l.h.Tell(kit.OK, model.Say("score.fires.removed", "title", f.Title)))
}

// copyOf is another like it, with a title of its own.
func copyOf(h tab.Host, f *model.FireCourse) model.FireCourse {
	v := *f
	v.ID = h.NewID()
	v.Stages = slices.Clone(f.Stages)
	if t := v.Title.En; t != "" {
		v.Title.En = freeTitle(h.Desk(), "en", t)
	}
	if t := v.Title.Es; t != "" {
		v.Title.Es = freeTitle(h.Desk(), "es", t)
	}
	return v
}

// freeTitle is the title with the first number behind it that no other has.
func freeTitle(d *model.Desk, tag, title string) string {
	for n := 2; ; n++ {
		try := title + " " + strconv.Itoa(n)
		taken := false
		for f := range d.FireCourses.All {
			taken = taken || f.Title.In(tag) == try
		}
		if !taken {
			return try
		}
	}
}

// newFire makes a course of fire, from one of the shapes that come with the
// program or from nothing, and hands on what was made.
func newFire(h tab.Host, then func(*model.FireCourse) tea.Cmd) tea.Cmd {
	e := h.Env()
	shapes := templates.FireCourses()
	opts := make([]kit.Option[int], 0, len(shapes)+1)
	for i, f := range shapes {
		opts = append(opts, kit.Option[int]{Value: i, Label: f.Title.In(e.Lang.Tag()), Note: fireNote(e, f)})
	}
	opts = append(opts, kit.Option[int]{Value: len(shapes), Label: e.T("score.fire.empty")})
	kit.Open(h.Dialogs(), kit.NewChoose(e, model.Say("score.fire.shape"), opts, 0), func(i int) tea.Cmd {
		v := model.FireCourse{ID: h.NewID(), Pass: 80}
		if i < len(shapes) {
			v = copyOf(h, shapes[i])
			if h.Desk().FireCourses.Get(shapes[i].ID) == nil {
				v.ID, v.Title = shapes[i].ID, shapes[i].Title
			}
		}
		return editFire(h, v, "score.act.fire-new", then)
	})
	return nil
}
