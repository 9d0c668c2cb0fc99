package year

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Open shows the strip; then gets the cohort that was chosen.
func Open(h tab.Host, then func(cohort model.ID) tea.Cmd) tea.Cmd {
	kit.Open(h.Dialogs(), newStrip(h), then)
	return nil
}

// A strip is the cohorts over the weeks. What a row needs is worked out when it
// comes into sight, so that any number of cohorts opens at once.
type strip struct {
	h     tab.Host
	env   *kit.Env
	rows  []*model.Cohort // by their first day
	plan  map[model.ID]*plan
	of    map[model.ID][]*model.Session
	grid  *kit.Grid[model.ID]
	from  model.Date // monday of the first week shown
	n     int        // weeks shown
	cell  int        // cells a week
	busy  []int      // cohorts at once, by week shown
	parts []string   // what is said of the cohort under the cursor
	w, t  int
}

// A plan is what the strip says of a cohort.
type plan struct {
	weeks  map[model.Date]int // quarters of the week with something on, by its monday
	wrong  map[model.Date]bool
	hard   int // clashes, as its board counts them
	placed int
	all    int
}

func newStrip(h tab.Host) *strip {
	s := &strip{h: h, env: h.Env(), plan: map[model.ID]*plan{}, of: map[model.ID][]*model.Session{}}
	d := h.Desk()
	s.rows = d.CohortsByDate()
	for x := range d.Sessions.All {
		if x.Off == nil {
			s.of[x.Cohort] = append(s.of[x.Cohort], x)
		}
	}
	s.grid = kit.NewGrid[model.ID](s.env)
	s.grid.Empty = model.Say("year.empty")
	s.grid.SetRows(s.cells())
	at := h.Today()
	if c := h.Cohort(); c != nil {
		s.grid.Select(c.ID)
		at = c.First
	}
	s.from = monday(at).Days(-7 * 8)
	return s
}

func monday(d model.Date) model.Date { return d.Days(-((d.Weekday() + 6) % 7)) }

// weekFull is the quarters with something on that make a week full: five days
// of nine hours.
const weekFull = 5 * 9 * model.Hour

// read is what the strip says of a cohort, worked out once.
func (s *strip) read(c *model.Cohort) *plan {
	if p := s.plan[c.ID]; p != nil {
		return p
	}
	p := &plan{weeks: map[model.Date]int{}, wrong: map[model.Date]bool{}}
	s.plan[c.ID] = p
	var spans []model.Span
	for _, x := range s.of[c.ID] {
		p.all++
		if x.Placed() {
			p.placed++
			if !x.Block.Rest {
				spans = append(spans, x.Span())
			}
		}
	}
	slices.SortFunc(spans, func(a, b model.Span) int { return int(a.From - b.From) })
	end := model.Quarter(0)
	for _, v := range spans { // what runs side by side is one hour of the week
		from := max(v.From, end)
		if v.To > from {
			p.weeks[monday(v.From.Date())] += int(v.To - from)
			end = v.To
		}
	}
	clashes := rules.Digest(s.h.Board().CohortClashes(c.ID))
	for i := range clashes {
		if clashes[i].Grade() != rules.Hard {
			continue
		}
		p.hard++
		if at := clashes[i].At.From; !at.IsZero() {
			p.wrong[monday(at.Date())] = true
		} else {
			p.wrong[monday(c.First)] = true
		}
	}
	return p
}

// cells are the grid's rows.
func (s *strip) cells() kit.Rows[model.ID] {
	e := s.env
	return kit.Rows[model.ID]{
		Len: len(s.rows), Key: func(i int) model.ID { return s.rows[i].ID },
		Find: func(i int) string {
			c := s.rows[i]
			return c.Code + " " + c.Title + " " + e.T("word.state."+string(c.State))
		},
		Cell: func(i, col int) kit.Cell {
			c := s.rows[i]
			switch col {
			case 0:
				return kit.Cell{Text: c.Code}
			case 1:
				return kit.Cell{Text: e.T("word.state." + string(c.State)), Style: e.Theme.Muted}
			case 2:
				return kit.Cell{Text: s.weeks(c)}
			}
			switch p := s.read(c); {
			case c.State == model.Closed || p.all == 0:
				return kit.Cell{Text: "–", Style: e.Theme.Muted}
			case p.hard > 0:
				return kit.Cell{Text: "! " + strconv.Itoa(p.hard), Style: e.Theme.Clash}
			}
			return kit.Cell{Text: "0", Style: e.Theme.OK}
		},
	}
}

// weeks is a cohort's part of the strip.
func (s *strip) weeks(c *model.Cohort) string {
	first, last := monday(c.First), monday(c.Last)
	if last < s.from || first > s.from.Days(7*(s.n-1)) {
		return s.beyond(c)
	}
	var b strings.Builder
	for i := range s.n {
		week := s.from.Days(7 * i)
		switch {
		case week < first || week > last:
			b.WriteString(strings.Repeat(" ", s.cell))
		case c.State == model.Closed:
			b.WriteString(strings.Repeat("─", s.cell))
		default:
			b.WriteString(s.week(s.read(c), week))
		}
	}
	return b.String()
}

// week is the cells of a week: how full it is, and whether something clashes in it.
func (s *strip) week(p *plan, week model.Date) string {
	sign, n := "·", p.weeks[week]
	switch {
	case n == 0:
	case n*10 >= weekFull*9:
		sign = "█"
	case n*10 >= weekFull*6:
		sign = "▓"
	case n*10 >= weekFull*3:
		sign = "▒"
	default:
		sign = "░"
	}
	if p.wrong[week] {
		return strings.Repeat(sign, s.cell-1) + "!"
	}
	return strings.Repeat(sign, s.cell)
}

// beyond says on which side of the weeks shown a cohort lies.
func (s *strip) beyond(c *model.Cohort) string {
	if monday(c.First) < s.from {
		return "‹ " + s.env.Lang.Date(c.First)
	}
	text := s.env.Lang.Date(c.First) + " ›"
	return strings.Repeat(" ", max(s.cell*s.n-kit.Width(text), 0)) + text
}

// yearLong is the weeks from which the strip is long enough for wider ones.
const yearLong = 44

// columns makes the grid's columns for the width there is.
func (s *strip) columns() {
	e := s.env
	clash := max(kit.Width(e.T("year.col.clash")), 7)
	fixed := 14 + 2 + 15 + 2 + clash + 3
	if s.w < 90 {
		fixed = 12 + 2 + clash + 3 // the state is said below
	}
	if s.cell = 2; (s.w-fixed)/3 >= yearLong {
		s.cell = 3
	}
	s.n = min(max((s.w-fixed)/s.cell, 4), 54)
	drop := 0
	if s.w < 90 {
		drop = 1
	}
	cols := []kit.Column{
		{ID: "cohort", Title: e.T("year.col.cohort"), Min: 10, Max: 14},
		{ID: "state", Title: e.T("year.col.state"), Min: 14, Max: 15, Drop: drop},
		{ID: "weeks", Title: s.months(), Min: s.cell * s.n, Max: s.cell * s.n},
		{ID: "clashes", Title: e.T("year.col.clash"), Min: clash, Right: true, Less: func(a, b int) bool { return s.read(s.rows[a]).hard < s.read(s.rows[b]).hard }},
	}
	s.grid.SetColumns(cols...)
	s.grid.Resize(s.w, max(s.t-s.foot(), 1))
	s.count()
}

// months names the months above the weeks they begin in.
func (s *strip) months() string {
	line := []rune(strings.Repeat(" ", s.cell*s.n))
	free := 0
	for i := range s.n {
		week := s.from.Days(7 * i)
		year, m, _ := week.Civil()
		_, before, _ := week.Days(-7).Civil()
		if m == before && i > 0 || s.cell*i < free {
			continue
		}
		name := []rune(s.env.Lang.MonthShort(time.Month(m)))
		if m == 1 {
			name = append(name, []rune(fmt.Sprintf(" %02d", year%100))...)
		}
		if s.cell*i+len(name) > len(line) {
			break
		}
		copy(line[s.cell*i:], name)
		free = s.cell*i + len(name) + 1
	}
	return string(line)
}

// count is how many cohorts there are at once in each week shown.
func (s *strip) count() {
	s.busy = make([]int, s.n)
	for _, c := range s.rows {
		from := max(int(monday(c.First)-s.from)/7, 0)
		if monday(c.First) < s.from && monday(c.Last) < s.from {
			continue
		}
		for i := from; i < s.n && s.from.Days(7*i) <= c.Last; i++ {
			s.busy[i]++
		}
	}
}
