package course

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/templates"
	"muster/ui/kit"
	"muster/ui/tab"
)

// A page is the courses and the blocks of the one in hand. What it shows is
// derived by read; acts change the desk, never the page.
type page struct {
	h     tab.Host
	env   *kit.Env
	built templates.Built
	form  BlockForm

	desk    *model.Desk // as read
	list    []*model.Course
	users   map[model.ID][]string // codes of the cohorts that took a course
	courses *kit.Grid[model.ID]
	blocks  *kit.Grid[int] // by key
	inside  bool           // the blocks have the keys
	shown   model.ID       // whose blocks are listed

	said model.Message // what the last key did: the program's own line is covered
	kind kit.StatusKind
	w, t int
}

func newPage(h tab.Host, built templates.Built, form BlockForm) *page {
	p := &page{h: h, env: h.Env(), built: built, form: form, courses: kit.NewGrid[model.ID](h.Env()), blocks: kit.NewGrid[int](h.Env())}
	p.blocks.Empty = model.Say("course.blocks.empty")
	p.read()
	if c := h.Cohort(); c != nil {
		p.courses.Select(c.Course)
	}
	p.look()
	return p
}

// read derives everything from the desk. Cursors stay where they are.
func (p *page) read() {
	d := p.h.Desk()
	p.desk = d
	p.list = slices.Collect(d.Courses.All)
	if d.Courses.Get(p.built.Course.ID) == nil {
		p.list = append(p.list, p.built.Course)
	}
	tag := p.env.Lang.Tag()
	slices.SortStableFunc(p.list, func(a, b *model.Course) int {
		return cmp.Compare(kit.Fold(a.Title.In(tag)), kit.Fold(b.Title.In(tag)))
	})
	p.users = map[model.ID][]string{}
	for _, c := range d.CohortsByDate() {
		p.users[c.Course] = append(p.users[c.Course], c.Code)
	}
	e, list := p.env, p.list // the rows of a moment ago are asked for once more
	p.courses.SetColumns(
		kit.Column{ID: "title", Title: e.T("course.col.course"), Min: 14, Grow: 1},
		kit.Column{ID: "blocks", Title: e.T("course.col.blocks"), Min: max(6, kit.Width(e.T("course.col.blocks"))), Right: true},
		kit.Column{ID: "days", Title: e.T("course.col.days"), Min: 4, Max: 6, Right: true, Drop: 1})
	p.courses.SetRows(kit.Rows[model.ID]{
		Len: len(list), Key: func(i int) model.ID { return list[i].ID },
		Cell: func(i, col int) kit.Cell {
			c := list[i]
			switch col {
			case 0:
				return kit.Cell{Text: c.Title.In(tag)}
			case 1:
				return kit.Cell{Text: strconv.Itoa(len(c.Blocks)), Style: e.Theme.Muted}
			}
			return kit.Cell{Text: strconv.Itoa(c.Days), Style: e.Theme.Muted}
		},
	})
	p.look()
}

// look lists the blocks of the course under the cursor.
func (p *page) look() {
	c := p.course()
	if c == nil {
		p.shown = model.ID{}
		p.blocks.SetRows(kit.Rows[int]{})
		return
	}
	if c.ID != p.shown {
		p.shown = c.ID
		p.blocks.SetFilter("")
	}
	e, tag := p.env, p.env.Lang.Tag()
	p.blocks.SetColumns(
		kit.Column{ID: "no", Title: "#", Min: 3, Max: 4, Right: true},
		kit.Column{ID: "kind", Min: 1, Max: 1},
		kit.Column{ID: "title", Title: e.T("course.col.block"), Min: 16, Grow: 3},
		kit.Column{ID: "length", Title: e.T("course.col.length"), Min: 6, Max: 7, Right: true},
		kit.Column{ID: "usual", Title: e.T("course.col.usual"), Min: 12, Max: 13, Drop: 1},
		kit.Column{ID: "together", Title: e.T("course.col.squads"), Min: kit.Width(e.T("course.col.squads")), Drop: 3},
		kit.Column{ID: "place", Title: e.T("field.place"), Min: 10, Max: 16, Drop: 4},
		kit.Column{ID: "after", Title: e.T("course.col.after"), Min: 7, Max: 14, Drop: 2},
		kit.Column{ID: "needs", Title: e.T("course.col.needs"), Min: 12, Grow: 2, Drop: 5})
	p.blocks.SetRows(kit.Rows[int]{
		Len: len(c.Blocks), Key: func(i int) int { return c.Blocks[i].Key },
		Cell: func(i, col int) kit.Cell {
			b := &c.Blocks[i]
			quiet := e.Theme.Muted
			switch col {
			case 0:
				return kit.Cell{Text: strconv.Itoa(i + 1), Style: quiet}
			case 1:
				return kit.Cell{Text: string(b.Kind), Style: e.Theme.Kind(b.Kind[0])}
			case 2:
				return kit.Cell{Text: b.Title.In(tag)}
			case 3:
				return kit.Cell{Text: e.Lang.Length(b.Length)}
			case 4:
				return kit.Cell{Text: p.usual(b), Style: quiet}
			case 5:
				return kit.Cell{Text: p.few(b), Style: quiet}
			case 6:
				return kit.Cell{Text: p.placeKind(b), Style: quiet}
			case 7:
				return kit.Cell{Text: numbersOf(c, b), Style: quiet}
			}
			return kit.Cell{Text: strings.Join(p.needs(b), ", "), Style: quiet}
		},
	})
}

// course is the one under the cursor; nil when there is none.
func (p *page) course() *model.Course {
	id, ok := p.courses.CurrentKey()
	if !ok {
		return nil
	}
	if i := slices.IndexFunc(p.list, func(c *model.Course) bool { return c.ID == id }); i >= 0 {
		return p.list[i]
	}
	return nil
}

// block is the one under the cursor, and where it is in the course.
func (p *page) block() (b *model.Block, at int) {
	c := p.course()
	key, ok := p.blocks.CurrentKey()
	if c == nil || !ok {
		return nil, 0
	}
	if i := slices.IndexFunc(c.Blocks, func(b model.Block) bool { return b.Key == key }); i >= 0 {
		return &c.Blocks[i], i
	}
	return nil, 0
}

func (p *page) Title() string { return p.env.T("course.title") }

// Result says nothing: every act has been kept.
func (p *page) Result() kit.Read { return kit.Read{} }

// Size is all there is.
func (p *page) Size(maxW, maxH int) (w, h int) { return maxW, maxH }

// Resize takes the size; it comes after whatever a dialog above has done.
func (p *page) Resize(w, h int) {
	p.w, p.t = w, h
	p.fresh()
	l := p.layout()
	p.courses.Resize(l.courses.W, l.courses.H)
	p.blocks.Resize(l.blocks.W, l.blocks.H)
}

func (p *page) fresh() {
	if p.h.Desk() != p.desk {
		p.read()
	}
}

// Update moves, and does what a key says.
func (p *page) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	p.fresh()
	l := p.layout()
	if _, x, y, mouse := kit.MouseAt(msg, 0, 0); mouse {
		if !l.blocks.Empty() && l.blocks.Contains(x, y) {
			moved, _, _, _ := kit.MouseAt(msg, l.blocks.X, l.blocks.Y)
			was, _ := p.blocks.Current()
			p.blocks.Update(moved)
			if _, _, click := kit.Click(msg); click {
				if now, _ := p.blocks.Current(); p.inside && now == was {
					return kit.Stay, p.press("enter")
				}
				p.inside = true
			}
		} else if !l.courses.Empty() && l.courses.Contains(x, y) {
			moved, _, _, _ := kit.MouseAt(msg, l.courses.X, l.courses.Y)
			p.courses.Update(moved)
			if _, _, click := kit.Click(msg); click {
				p.inside = false
			}
			p.look()
		}
		return kit.Stay, nil
	}
	k, isKey := msg.(tea.KeyPressMsg)
	text, typing := p.grid().Filter()
	if !isKey || typing || kit.IsKey(k, "esc") && text != "" {
		p.grid().Update(msg)
		p.look()
		return kit.Stay, nil
	}
	p.said = model.Message{}
	switch {
	case kit.IsKey(k, "esc"):
		if p.inside {
			p.inside = false
			p.Resize(p.w, p.t)
			return kit.Stay, nil
		}
		return kit.Done, nil
	case kit.IsKeys(k):
		p.h.Dialogs().ListKeys()
		return kit.Stay, nil
	}
	if cmd, why, ok := kit.Press(p.acts(), k); ok {
		if !why.IsZero() {
			p.say(kit.Warn, why)
		}
		return kit.Stay, cmd
	}
	if !kit.IsKey(k, "<", ">") { // the order is that of the course
		p.grid().Update(k)
		p.look()
	}
	return kit.Stay, nil
}

func (p *page) press(key string) tea.Cmd {
	cmd, why, _ := kit.Press(p.acts(), kit.KeyMsg(key))
	if !why.IsZero() {
		p.say(kit.Warn, why)
	}
	return cmd
}

func (p *page) say(kind kit.StatusKind, m model.Message) { p.said, p.kind = m, kind }

// gridder is what the two lists have in common.
type gridder interface {
	Update(tea.Msg) bool
	Filter() (string, bool)
	Cursor() (x, y int, ok bool)
}

func (p *page) grid() gridder {
	if p.inside {
		return p.blocks
	}
	return p.courses
}

// Cursor is in the filter that is typed.
func (p *page) Cursor() (x, y int, ok bool) {
	l := p.layout()
	r := l.courses
	if p.inside {
		r = l.blocks
	}
	x, y, ok = p.grid().Cursor()
	return x + r.X, y + r.Y, ok
}
