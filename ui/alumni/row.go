package alumni

import (
	"unicode/utf8"

	"muster/model"
	"muster/store/finder"
	"muster/ui/kit"
)

// The columns of the list.
const (
	colName = iota
	colRank
	colAgency
	colRegion
	colCohort
	colSkills
	colNote
	numCols
)

// columns folds to the width: at eighty cells rank and region are left to the
// detail.
func (s *search) columns() []kit.Column {
	e := s.t.env()
	col := func(id string, least, most, grow, drop int) kit.Column {
		return kit.Column{ID: id, Title: e.T("alumni.col." + id), Min: least, Max: most, Grow: grow, Drop: drop}
	}
	return []kit.Column{
		colName:   col("name", 24, 40, 6, 0),
		colRank:   col("rank", 13, 22, 1, 5),
		colAgency: col("agency", 14, 30, 1, 3),
		colRegion: col("region", 12, 20, 1, 4),
		colCohort: col("cohort", 8, 12, 1, 2),
		colSkills: col("skills", 7, 15, 1, 1),
		colNote:   col("note", 13, 24, 1, 1),
	}
}

// A row is one person as the list shows them.
type row struct {
	id    model.ID
	name  string
	spans [][2]int // of the name, in bytes: what matched
	cells [numCols]kit.Cell
}

// fetch makes the rows of the window.
func (s *search) fetch() {
	s.rows = s.rows[:0]
	if !s.ready || s.list.n == 0 {
		return
	}
	for _, hit := range s.result.Window(s.list.top, s.list.h) {
		s.rows = append(s.rows, s.row(hit))
	}
}

func (s *search) row(hit finder.Hit) row {
	e, th, p := s.t.env(), s.t.env().Theme, hit.Entry
	r := row{id: p.ID, name: p.Name, spans: hit.Spans}
	if r.name == "" {
		r.name = "–"
	}
	cohort := ""
	if len(p.Cohorts) > 0 {
		cohort = p.Cohorts[0]
	}
	r.cells = [numCols]kit.Cell{
		colRank:   {Text: p.Rank, Style: th.Text},
		colAgency: {Text: p.Agency, Style: th.Text},
		colRegion: {Text: placeName(e, p.Country, p.Region), Style: th.Text},
		colCohort: {Text: cohort, Style: th.Text},
		colSkills: {Text: letters(e, p.Skills), Style: th.Text},
		colNote:   s.t.noteOf(p),
	}
	return r
}

// noteOf is what to know before one calls somebody: that one must not, that a
// talk is due, or that they have not been trained yet.
func (t *Tab) noteOf(p *finder.Entry) kit.Cell {
	e, th := t.env(), t.env().Theme
	if p.Standing != model.Serving {
		st := th.Muted
		if p.Standing == model.DoNotContact {
			st = th.Warn
		}
		return kit.Cell{Text: e.T("alumni.note." + string(p.Standing)), Style: st}
	}
	if c := t.due.next[p.ID]; c != nil {
		if c.Due <= t.h.Today() {
			return kit.Cell{Text: "! " + e.T("alumni.note.due", "day", e.Lang.DayMonth(c.Due)), Style: th.Due}
		}
		return kit.Cell{Text: e.T("alumni.note.next", "day", e.Lang.DayMonth(c.Due)), Style: th.Muted}
	}
	if !p.Trained && p.Stage != "" {
		return kit.Cell{Text: e.T("word.stage." + string(p.Stage)), Style: th.Muted}
	}
	return kit.Cell{}
}

// drawName paints the name with what matched underlined, and bold where the
// row is not already.
func (r *row) drawName(c *kit.Canvas, th *kit.Theme, paint func(kit.Style) kit.Style) {
	name := kit.Fit(r.name, c.W())
	kept := shared(name, r.name) // what follows stands for the rest
	x, at := 0, 0
	put := func(to int, st kit.Style) {
		if to > at {
			x += c.Text(x, 0, st, name[at:to])
			at = to
		}
	}
	for _, s := range r.spans {
		put(min(s[0], kept), paint(th.Text))
		put(min(s[1], kept), paint(th.Text).Bold().Underline())
	}
	put(len(name), paint(th.Text))
}

// shared is how many bytes two texts have in common from their beginning, in
// whole characters.
func shared(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(a) && !utf8.RuneStart(a[n]) {
		n--
	}
	return n
}
