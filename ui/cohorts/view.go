package cohorts

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/progress"
	"muster/ui/kit"
	"muster/ui/tab"
)

// A view is one way of looking at the people of the cohort in hand. The rows,
// the cursor and the marks stay the same people in all of them.
type view uint8

const (
	seatsView      view = iota // who may come
	attendanceView             // who was there
	resultsView                // who passed what
	outcomeView                // who goes home with what, and is home
	viewCount
)

// id names the view in the catalogues.
func (v view) id() string {
	return [...]string{"seats", "attendance", "results", "graduation"}[v]
}

// picture is what the roll shows in a view other than of the seats.
type picture interface {
	columns() []kit.Column
	cell(row, col int) kit.Cell
	// fixed is how many columns come before those that move sideways; parts
	// is how many parts the moving column has in the row: 0 for none.
	fixed() int
	parts(row, col int) int
	// at is the session under the cursor, or nil.
	at(row int) *model.Session
	// summary is said beside the names of the views: in full, then in fewer
	// words for less room. said is about the row under the cursor.
	summary() [][]piece
	said(row int) (tone, string)
}

// derive makes what the view shows. What it is made from is counted once for
// all views.
func (t *Tab) derive() {
	by, desc := t.roll.Sort()
	t.roll.SortBy("", false) // its columns are about to go
	t.seats, t.seated = t.seatRows()
	t.inLine = 0
	for i := t.seated; i < len(t.seats); i++ {
		if s := &t.seats[i].seat; s.Alternate > 0 && !s.Stage.Out() {
			t.inLine++
		}
	}
	t.picture = nil
	switch {
	case t.cohort == nil || t.view == seatsView:
	case t.view == outcomeView:
		t.picture = newOutcomes(t)
	default:
		class := progress.Of(t.desk(), t.cohort, t.now())
		if t.view == attendanceView {
			t.picture = newAttendance(t, class)
		} else {
			t.picture = newResults(t, class)
		}
	}
	if t.picture != nil && t.across.of != t.cohort.ID {
		t.across = across{of: t.cohort.ID}
		if t.view == attendanceView {
			t.across.col = t.moving() - 1
		}
	}
	t.across.col = max(min(t.across.col, t.moving()-1), 0)
	t.roll.SetRows(t.rollRows())
	t.setColumns()
	t.roll.SortBy(by, desc)
	t.inSight()
}

// now is the present minute on the cohort's clock.
func (t *Tab) now() model.Minute { return tab.Clock(t.h, t.cohort.Zone) }

func (t *Tab) setColumns() {
	by, desc := t.roll.Sort()
	if t.picture == nil {
		t.roll.SetColumns(t.rollColumns()...)
	} else {
		cols := t.picture.columns()
		n := t.picture.fixed()
		t.roll.SetColumns(append(cols[:n:n], moved(cols[n:], t.across.top)...)...)
	}
	t.roll.SortBy(by, desc)
}

func (t *Tab) rollRows() kit.Rows[model.ID] {
	if p := t.picture; p != nil {
		n := p.fixed()
		return kit.Rows[model.ID]{
			Len: t.seated, Key: t.personOf, Find: t.found,
			Cell: func(row, col int) kit.Cell {
				if col >= n {
					col += t.across.top
				}
				return p.cell(row, col)
			},
		}
	}
	return kit.Rows[model.ID]{Len: len(t.seats), Key: t.personOf, Cell: t.seatCell, Find: t.found}
}

// found is what a filter looks in, in every view: all that the roll says of
// the person.
func (t *Tab) found(row int) string { return strings.Join(t.seats[row].text[:], " ") }

// show takes another view of the same people.
func (t *Tab) show(v view) tea.Cmd {
	if v == t.view {
		return nil
	}
	t.view = v
	t.across = across{}
	t.roll.SortBy("", false)
	t.derive()
	t.resize()
	return nil
}

func (t *Tab) nextView(step int) func() tea.Cmd {
	return func() tea.Cmd { return t.show((t.view + viewCount + view(step)) % viewCount) }
}

// session is the session under the cursor of a view that has some.
func (t *Tab) session() *model.Session {
	if row, ok := t.roll.Current(); ok && t.picture != nil && !t.inList {
		return t.picture.at(row)
	}
	return nil
}

// A viewSpot is where the name of a view stands in the line of them.
type viewSpot struct {
	view view
	text string
	x, w int
}

// viewSpots lays out the names of the views in a line of w cells; where they
// do not fit only the view that is shown is named.
func (t *Tab) viewSpots(w int) []viewSpot {
	var out []viewSpot
	x := 2
	for v := range viewCount {
		s := viewSpot{view: v, text: t.env().T("cohorts.view." + v.id()), x: x}
		s.w = kit.Width(s.text)
		x += s.w + 3
		out = append(out, s)
	}
	if x-3 > w {
		only := out[t.view]
		only.x = 2
		return []viewSpot{only}
	}
	return out
}

// drawViews paints the names of the views, the one shown between marks, and
// what the view comes to.
func (t *Tab) drawViews(c *kit.Canvas) {
	th := t.env().Theme
	x := 2
	for _, s := range t.viewSpots(c.W()) {
		st := th.Muted
		if s.view == t.view {
			st = th.Accent
			c.Text(s.x-1, 0, st, "‹")
			c.Text(s.x+s.w, 0, st, "›")
		}
		c.TextFit(s.x, 0, c.W()-s.x, st, s.text)
		x = s.x + s.w + 3
	}
	var marked []piece
	if n := len(t.roll.Marked()); n > 0 {
		marked = []piece{{t.env().T("cohorts.marked", "n", n), plain}}
	}
	all := [][]piece{nil}
	if t.picture != nil {
		all = append(t.picture.summary(), nil)
	}
	for _, pieces := range all {
		pieces = append(marked[:len(marked):len(marked)], pieces...)
		if w := piecesWidth(pieces); len(pieces) > 0 && x+w < c.W() {
			drawPieces(c, th, c.W()-1-w, pieces)
			return
		}
	}
}

// planKept says of a closed cohort that its plan is not on the desk any more.
func (t *Tab) planKept() [][]piece {
	e := t.env()
	return [][]piece{{{e.T("cohorts.closed.plan"), quiet}}, {{e.T("cohorts.closed.no-plan"), quiet}}}
}

// shorter is pieces that each stand for themselves, and then fewer and fewer
// of them, the last gone first.
func shorter(pieces []piece) [][]piece {
	var out [][]piece
	for ; len(pieces) > 0; pieces = pieces[:len(pieces)-1] {
		out = append(out, pieces)
	}
	return out
}

func piecesWidth(pieces []piece) int {
	w := 3 * (len(pieces) - 1)
	for _, p := range pieces {
		w += kit.Width(p.text)
	}
	return w
}

func drawPieces(c *kit.Canvas, th *kit.Theme, x int, pieces []piece) {
	for i, p := range pieces {
		if i > 0 {
			x += c.Text(x, 0, th.Muted, " · ")
		}
		x += c.Text(x, 0, p.tone.style(th), p.text)
	}
}

// clickView answers a click on the line of views.
func (t *Tab) clickView(x int) (tea.Cmd, bool) {
	for _, s := range t.viewSpots(t.layout().views.W) {
		if x >= s.x-1 && x <= s.x+s.w {
			t.inList = false
			return t.show(s.view), true
		}
	}
	return nil, false
}

// numbered is the columns by which every view names its rows.
func (t *Tab) numbered(name int) []kit.Column {
	e := t.env()
	return headed([]kit.Column{
		{ID: "no", Title: e.T("cohorts.col.no"), Min: 3, Right: true},
		{
			ID: "name", Title: e.T("cohorts.col.name"), Min: name, Max: 40, Grow: 4,
			Less: func(a, b int) bool { return t.seats[a].sort < t.seats[b].sort },
		},
		{ID: "squad", Title: e.T("cohorts.col.squad"), Min: 2, Drop: 9},
	})
}

// numberedCell is a cell of those columns.
func (t *Tab) numberedCell(row, col int) kit.Cell {
	return t.seatCell(row, [...]int{colNo, colName, colSquad}[col])
}

const numberedCols = 3
