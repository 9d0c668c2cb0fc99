package schedule

import (
	"strconv"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// A heat is how full each day of the course is for each instructor, place or
// vehicle, whoever uses them: a row each, the days across. It ends in the one
// and the day to be seen.
type heat struct {
	t     *Tab
	by    lensKind
	rows  []lens
	names []string
	sums  []int
	days  []model.Date
	taken [][]int16 // quarters, by row and day; -1 when they are not there
	whole []int     // the quarters a day has, by row
	grid  *kit.Grid[int]
	day   int    // under the cursor
	line  string // of it
	from  int    // the first day shown
	w, h  int
}

const (
	heatCell = 4 // cells a day
	heatFoot = 3 // lines for what is under the cursor, and the key
)

// showHeat opens the heat of what the lens looks at; of the instructors, when
// it looks at everybody.
func (t *Tab) showHeat() tea.Cmd {
	h := &heat{t: t, by: byStaff}
	if k := t.lens.kind; k == byPlace || k == byVehicle {
		h.by = k
	}
	for d := monday(t.cohort.First); d <= monday(t.cohort.Last).Days(6); d++ {
		h.days = append(h.days, d)
	}
	h.day = min(max(int(t.focusDate()-h.days[0]), 0), len(h.days)-1)
	h.read()
	kit.Open(t.host.Dialogs(), h, func(l lens) tea.Cmd {
		if l == (lens{}) {
			return nil
		}
		t.inTray = false
		t.setLens(l)
		t.goTo(h.days[h.day], 1)
		return nil
	})
	return nil
}

// read counts what is taken of each.
func (h *heat) read() {
	t := h.t
	h.rows = t.lensesOf(h.by)
	at := make(map[model.ID]int, len(h.rows))
	h.names, h.sums, h.whole, h.taken = nil, make([]int, len(h.rows)), make([]int, len(h.rows)), make([][]int16, len(h.rows))
	for i, l := range h.rows {
		at[l.id] = i
		h.names = append(h.names, t.lensName(l))
		h.taken[i] = make([]int16, len(h.days))
		h.whole[i] = t.wholeDay(l)
		for j, date := range h.days {
			if t.gone(l, date) {
				h.taken[i][j] = -1
			}
		}
	}
	add := func(id model.ID, s *model.Session) {
		i, ok := at[id]
		if !ok || s.Block.Rest {
			return
		}
		if j := int(s.Start.Date() - h.days[0]); j >= 0 && j < len(h.days) {
			h.taken[i][j] = max(h.taken[i][j], 0) + int16(s.Block.Length)
			h.sums[i] += s.Block.Length
		}
	}
	for s := range t.host.Desk().Sessions.All {
		if !s.Placed() || s.Off != nil {
			continue
		}
		switch h.by {
		case byStaff:
			for _, id := range s.Crew() {
				add(id, s)
			}
		case byPlace:
			add(s.Place, s)
		case byVehicle:
			for _, id := range s.Cars {
				add(id, s)
			}
		case byAll, bySquad:
		}
	}
	h.columns()
}

// wholeDay is the quarters that make a day full: what may be taught in a day,
// or what a place is open, no more than the teaching day.
func (t *Tab) wholeDay(l lens) int {
	whole := 11 * model.Hour
	switch l.kind {
	case byStaff:
		whole = 8 * model.Hour
	case byPlace:
		if p := t.host.Desk().Places.Get(l.id); p != nil && len(p.Hours) > 0 {
			most := 0
			for _, o := range p.Hours {
				most = max(most, o.Close-o.Open)
			}
			whole = min(whole, max(most, 1))
		}
	case byAll, bySquad, byVehicle:
	}
	return whole
}

// gone reports whether somebody or something is not there at all in the
// teaching hours of a day.
func (t *Tab) gone(l lens, date model.Date) bool {
	day := model.Span{From: date.At(7 * model.Hour), To: date.At(18 * model.Hour)}
	from := day.From
	for moved := true; moved; {
		moved = false
		for _, h := range t.hatchesOf(l, day) {
			if h.span.From <= from && h.span.To > from {
				from, moved = h.span.To, true
			}
		}
	}
	return from >= day.To
}

// columns makes the grid for the width there is.
func (h *heat) columns() {
	e := h.t.env
	id := [...]string{byStaff: "staff", byPlace: "places", byVehicle: "vehicles"}[h.by]
	if h.grid == nil {
		h.grid = kit.NewGrid[int](e)
	}
	name, beside := 11, 5
	if h.w >= 100 {
		name, beside = 24, 14
	}
	n := min(max((h.w-name-beside)/heatCell, 1), len(h.days))
	h.from = min(max(h.from, h.day-n+1, 0), h.day, max(len(h.days)-n, 0))
	var head strings.Builder
	for _, d := range h.days[h.from:][:n] {
		_, _, day := d.Civil()
		letter, _ := utf8.DecodeRuneInString(e.Lang.Day(d))
		head.WriteString(padTo(string(letter)+strconv.Itoa(day), heatCell))
	}
	h.grid.Empty = model.Say("schedule.heat.empty")
	cols := []kit.Column{
		{ID: "who", Title: e.T("schedule.heat.col." + id), Min: name, Max: 28, Grow: 1},
		{ID: "days", Title: head.String(), Min: n * heatCell, Max: n * heatCell},
	}
	if h.w >= 100 {
		cols = append(cols, kit.Column{ID: "sum", Title: e.T("schedule.heat.col.sum"), Min: 6, Max: 8, Right: true, Drop: 1, Less: func(a, b int) bool { return h.sums[a] < h.sums[b] }})
	}
	h.grid.SetColumns(cols...)
	h.grid.SetRows(kit.Rows[int]{
		Len: len(h.rows), Key: func(i int) int { return i },
		Find: func(i int) string { return h.names[i] },
		Cell: func(i, col int) kit.Cell {
			switch col {
			case 0:
				return kit.Cell{Text: h.names[i]}
			case 1:
				var b strings.Builder
				for j := range n {
					b.WriteString(h.cell(i, h.from+j))
				}
				return kit.Cell{Text: b.String()}
			}
			if h.sums[i] == 0 {
				return kit.Cell{Text: "–", Style: e.Theme.Muted}
			}
			return kit.Cell{Text: e.T("schedule.length.hours", "h", (h.sums[i]+model.Hour/2)/model.Hour), Style: e.Theme.Muted}
		},
	})
	h.grid.Resize(h.w, max(h.h-h.foot(), 1))
	h.line = h.words()
}

// cell is a day of somebody: how full, and the hours taken.
func (h *heat) cell(i, j int) string {
	n := int(h.taken[i][j])
	if n < 0 {
		return "×" + strings.Repeat(" ", heatCell-1)
	}
	text := shade(n, h.whole[i])
	if n > 0 {
		text += strconv.Itoa((n + model.Hour/2) / model.Hour)
	}
	return padTo(text, heatCell)
}

// shade is how full n of whole is, in a sign that is read without colours.
func shade(n, whole int) string {
	switch {
	case n == 0:
		return "·"
	case n*10 >= whole*9:
		return "█"
	case n*10 >= whole*6:
		return "▓"
	case n*10 >= whole*3:
		return "▒"
	}
	return "░"
}

func padTo(s string, w int) string {
	return kit.Fit(s, w) + strings.Repeat(" ", max(w-kit.Width(s), 0))
}
