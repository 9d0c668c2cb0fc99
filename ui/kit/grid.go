package kit

import (
	"fmt"
	"sort"
	"strings"

	"muster/model"
)

// A Column is one column of a grid.
type Column struct {
	ID    string // for sorting and for tests
	Title string // already said in the user's language
	Min   int    // least cells, at least 1
	Max   int    // most cells; 0 is as many as there are
	Grow  int    // share of the cells left over; 0 keeps Min
	// Drop is when the column goes on a narrow screen: the highest first; 0
	// never goes.
	Drop  int
	Right bool // numbers and dates: to the right
	// Less orders two rows by their index; nil orders by the cell's text
	// without accents and capitals, numbers in it as numbers.
	Less func(a, b int) bool
}

// A Cell is one text of a row.
type Cell struct {
	Text  string
	Style Style
}

// Rows is what a grid shows: n rows, each known by a key that stays with it
// when others come and go. Cell is asked for the rows on the screen only;
// with a filter or a sort order, also for the others, once each change.
type Rows[K comparable] struct {
	Len  int
	Key  func(row int) K
	Cell func(row, col int) Cell
	// Find is the text that the filter looks in; nil looks in every column.
	Find func(row int) string
}

// A Grid is a table that draws its window only: a cursor, marks, a filter
// that narrows as one types, an order by any column, and a place that stays
// when the data change.
type Grid[K comparable] struct {
	Empty    model.Message // what to say, and what to do, when there are no rows
	Markable bool          // space marks rows
	NoCursor bool          // a table that is only read: no row is selected

	env       *Env
	cols      []Column
	rows      Rows[K]
	order     []int    // rows that match the filter, in order
	folded    []string // what the filter looks in, for every row
	at        scroll
	marks     map[K]bool
	filter    *Input
	filtering bool
	sortCol   int // -1: as the rows come
	desc      bool
	w, h      int
	lastKey   K
	hasKey    bool
}

// NewGrid is an empty grid with these columns.
func NewGrid[K comparable](e *Env, cols ...Column) *Grid[K] {
	return &Grid[K]{env: e, cols: cols, marks: map[K]bool{}, filter: NewInput(""), sortCol: -1}
}

// SetColumns replaces the columns, as after a change of language. The order
// by a column that is gone is forgotten.
func (g *Grid[K]) SetColumns(cols ...Column) {
	if g.sortCol >= len(cols) {
		g.sortCol = -1
	}
	g.cols = cols
	g.Refresh()
}

// SetRows gives the grid new rows; the cursor stays on the row with the same
// key, or as near as it was, and marks of rows that are gone are dropped.
func (g *Grid[K]) SetRows(rows Rows[K]) {
	g.rows = rows
	if len(g.marks) > 0 {
		kept := make(map[K]bool, len(g.marks))
		for i := range rows.Len {
			if k := rows.Key(i); g.marks[k] {
				kept[k] = true
			}
		}
		g.marks = kept
	}
	g.Refresh()
}

// Refresh filters and sorts anew, after the rows changed in place.
func (g *Grid[K]) Refresh() {
	g.folded = nil
	g.narrow()
}

// narrow filters and sorts. The rows' texts are folded once, with the first
// letter typed, and kept until the rows change.
func (g *Grid[K]) narrow() {
	words := Words(g.filter.Value())
	if len(words) > 0 && g.folded == nil {
		g.folded = make([]string, g.rows.Len)
		for i := range g.folded {
			g.folded[i] = Fold(g.text(i))
		}
	}
	g.order = g.order[:0]
	for i := range g.rows.Len {
		if len(words) == 0 || words.inFolded(g.folded[i]) {
			g.order = append(g.order, i)
		}
	}
	g.sort()
	g.restore()
}

func (g *Grid[K]) text(row int) string {
	if g.rows.Find != nil {
		return g.rows.Find(row)
	}
	var b strings.Builder
	for col := range g.cols {
		b.WriteString(g.rows.Cell(row, col).Text)
		b.WriteByte(' ')
	}
	return b.String()
}

func (g *Grid[K]) sort() {
	if g.sortCol < 0 {
		return
	}
	less := g.cols[g.sortCol].Less
	if less == nil {
		folded := make(map[int]string, len(g.order))
		for _, i := range g.order {
			folded[i] = Fold(g.rows.Cell(i, g.sortCol).Text)
		}
		less = func(a, b int) bool { return natural(folded[a], folded[b]) }
	}
	sort.SliceStable(g.order, func(i, j int) bool {
		if g.desc {
			return less(g.order[j], g.order[i])
		}
		return less(g.order[i], g.order[j])
	})
}

// restore puts the cursor back on the row it was on.
func (g *Grid[K]) restore() {
	if g.hasKey {
		for pos, row := range g.order {
			if g.rows.Key(row) == g.lastKey {
				shift := pos - g.at.cur
				g.at.cur, g.at.top = pos, g.at.top+shift
				break
			}
		}
	}
	g.settle()
}

// settle follows every move: the cursor is in sight, and its key remembered.
func (g *Grid[K]) settle() {
	g.at.fit(len(g.order), g.shown())
	if row, ok := g.row(); ok {
		g.lastKey, g.hasKey = g.rows.Key(row), true
	}
}

func (g *Grid[K]) row() (row int, ok bool) {
	if g.at.cur < 0 || g.at.cur >= len(g.order) {
		return 0, false
	}
	return g.order[g.at.cur], true
}

// Current is the index of the row under the cursor; ok is false when the grid
// shows none.
func (g *Grid[K]) Current() (row int, ok bool) { return g.row() }

// CurrentKey is the key of the row under the cursor.
func (g *Grid[K]) CurrentKey() (key K, ok bool) {
	row, ok := g.row()
	if !ok {
		return key, false
	}
	return g.rows.Key(row), true
}

// Select puts the cursor on the row with that key, and reports whether it is
// shown.
func (g *Grid[K]) Select(key K) bool {
	for pos, row := range g.order {
		if g.rows.Key(row) == key {
			g.at.cur = pos
			g.settle()
			return true
		}
	}
	return false
}

// Shown is the number of rows that match the filter.
func (g *Grid[K]) Shown() int { return len(g.order) }

// Marked are the keys of the marked rows, in the order of the rows.
func (g *Grid[K]) Marked() []K {
	var out []K
	if len(g.marks) == 0 {
		return nil
	}
	for i := range g.rows.Len {
		if k := g.rows.Key(i); g.marks[k] {
			out = append(out, k)
		}
	}
	return out
}

// Chosen are the marked rows, or without marks the one under the cursor: what
// an action acts on.
func (g *Grid[K]) Chosen() []K {
	if m := g.Marked(); len(m) > 0 {
		return m
	}
	if k, ok := g.CurrentKey(); ok {
		return []K{k}
	}
	return nil
}

// Unmark drops all marks.
func (g *Grid[K]) Unmark() { clear(g.marks) }

// SortBy orders by the column with that id; "" is the order of the rows.
func (g *Grid[K]) SortBy(id string, desc bool) {
	g.sortCol, g.desc = -1, desc
	for i, c := range g.cols {
		if c.ID == id {
			g.sortCol = i
		}
	}
	g.narrow()
}

// Sort is the column ordered by, or "".
func (g *Grid[K]) Sort() (id string, desc bool) {
	if g.sortCol < 0 {
		return "", false
	}
	return g.cols[g.sortCol].ID, g.desc
}

// Filter is what narrows the rows, and whether it is being typed.
func (g *Grid[K]) Filter() (text string, typing bool) { return g.filter.Value(), g.filtering }

// SetFilter narrows the rows.
func (g *Grid[K]) SetFilter(text string) {
	g.filter.Set(text)
	g.narrow()
}

// Count says how many rows there are: "30", or "4 of 30" with a filter.
func (g *Grid[K]) Count() string {
	if g.filter.Value() == "" {
		return fmt.Sprint(g.rows.Len)
	}
	return g.env.T("kit.grid.count", "shown", len(g.order), "all", g.rows.Len)
}
