package cohorts

import (
	"strings"

	"muster/model"
	"muster/model/progress"
	"muster/ui/kit"
)

// results is who passed what: a column for each thing that can be failed.
type results struct {
	t      *Tab
	now    model.Minute
	cols   []kit.Column
	titles []model.Text
	rows   [][]*progress.Test // as the rows of the roll, by column; nil where somebody does not take it
	failed int                // tests failed and not passed since
	stuck  int                // of which no other chance is planned
	blank  int                // tests that are over and have no result
}

func newResults(t *Tab, class *progress.Class) *results {
	r := &results{t: t, now: class.Now, rows: make([][]*progress.Test, t.seated)}
	subject := map[model.ID]model.ID{} // of a session, looked up once
	column := map[model.ID]int{}       // of a subject
	for i := range r.rows {
		o := class.Find(t.seats[i].seat.Person)
		if o == nil {
			continue
		}
		for k := range o.Tests {
			test := &o.Tests[k]
			id, known := subject[test.First.ID]
			if !known {
				id = progress.Subject(t.desk(), t.cohort, test.First)
				subject[test.First.ID] = id
			}
			col, known := column[id]
			if !known {
				col = len(r.titles)
				column[id] = col
				r.titles = append(r.titles, test.First.Block.Title)
			}
			for len(r.rows[i]) <= col {
				r.rows[i] = append(r.rows[i], nil)
			}
			r.rows[i][col] = test
			if test.State == progress.TestUnscored && !o.Seat.Stage.Out() {
				r.blank++
			}
			if test.State == progress.TestFailed && !o.Seat.Stage.Out() {
				r.failed++
				if test.Next == nil {
					r.stuck++
				}
			}
		}
	}
	r.cols = r.makeColumns()
	return r
}

// testWidth is the width of a test's column: two of them fit on 80 columns.
const testWidth = 17

// middling cuts a text in its middle: titles of tests differ at the end.
func middling(s string, w int) string {
	r := []rune(s)
	if kit.Width(s) <= w {
		return s
	}
	head, tail := "", ""
	for kit.Width(head)+1 < w/2 && len(r) > 0 {
		head, r = head+string(r[0]), r[1:]
	}
	for kit.Width(head)+kit.Width(tail)+2 <= w && len(r) > 0 {
		tail, r = string(r[len(r)-1])+tail, r[:len(r)-1]
	}
	return kit.Fit(head+"…"+tail, w)
}

const (
	colPassed = numberedCols + iota
	resultsFixed
)

func (r *results) makeColumns() []kit.Column {
	e := r.t.env()
	cols := append(r.t.numbered(21), headed([]kit.Column{
		{ID: "passed", Title: e.T("cohorts.col.passed"), Min: 4, Right: true, Less: func(a, b int) bool { return r.passed(a) < r.passed(b) }},
	})...)
	for i, title := range r.titles {
		text := middling(title.In(e.Lang.Tag()), testWidth)
		col := kit.Column{ID: "test" + itoa(i), Title: text, Min: testWidth, Less: func(a, b int) bool { return r.best(a, i) < r.best(b, i) }}
		cols = append(cols, col)
	}
	return cols
}

func (r *results) columns() []kit.Column { return r.cols }
func (r *results) fixed() int            { return resultsFixed }

func (r *results) parts(row, col int) int {
	if r.test(row, col) == nil {
		return 0
	}
	return 1
}

// test is what somebody has to pass in a column, or nil.
func (r *results) test(row, col int) *progress.Test {
	if row < len(r.rows) && col < len(r.rows[row]) {
		return r.rows[row][col]
	}
	return nil
}

func (r *results) passed(row int) int {
	n := 0
	for _, t := range r.rows[row] {
		if t != nil && t.State == progress.TestPassed {
			n++
		}
	}
	return n
}

// best is the best percent in a column, for sorting.
func (r *results) best(row, col int) int {
	if t := r.test(row, col); t != nil {
		if b, ok := t.Best(); ok {
			return b.Percent
		}
	}
	return -1
}

func (r *results) cell(row, col int) kit.Cell {
	th := r.t.env().Theme
	switch {
	case col < numberedCols:
		return r.t.numberedCell(row, col)
	case col == colPassed:
		all := 0
		for _, t := range r.rows[row] {
			if t != nil {
				all++
			}
		}
		if all == 0 {
			return kit.Cell{Text: "–", Style: th.Muted}
		}
		st := th.Text
		if n := r.passed(row); n == all {
			st = th.OK
		}
		return kit.Cell{Text: itoa(r.passed(row)) + "/" + itoa(all), Style: st}
	}
	col -= resultsFixed
	text, tone := r.mark(r.test(row, col))
	if here := r.t.herePart(row, col); here >= 0 {
		return kit.Cell{Text: "[" + text + "]", Style: tone.style(th)}
	}
	return kit.Cell{Text: " " + text, Style: tone.style(th)}
}

// mark is a test in a few characters: a sign for each attempt, the best
// percent, and the day of the next chance.
func (r *results) mark(t *progress.Test) (string, tone) {
	e := r.t.env()
	switch {
	case t == nil:
		return "", quiet
	case t.State == progress.TestToCome:
		return dayOf(e, t.First), quiet
	case t.State == progress.TestUnscored:
		return "? " + e.T("cohorts.results.unscored"), soonDue
	}
	var b strings.Builder
	for _, try := range t.Tries {
		if try.Passed {
			b.WriteString("✓")
		} else {
			b.WriteString("✗")
		}
	}
	if best, ok := t.Best(); ok && best.Percent >= 0 {
		b.WriteString(" " + e.T("cohorts.percent", "n", best.Percent))
	}
	if t.State == progress.TestPassed {
		return b.String(), good
	}
	if t.Next != nil {
		b.WriteString(" → " + dayOf(e, t.Next))
		return b.String(), soonDue
	}
	return b.String(), bad
}

// dayOf is the day a session is planned on, "?" in the tray.
func dayOf(e *kit.Env, s *model.Session) string {
	if !s.Placed() {
		return "?"
	}
	return e.Lang.Day(s.Start.Date())
}

// at is where the result is entered: the next chance once its time has come,
// the last attempt, or the first.
func (r *results) at(row int) *model.Session {
	t := r.test(row, r.t.across.col)
	switch {
	case t == nil:
		return nil
	case t.Next != nil && t.Next.Placed() && t.Next.Start.Minute() <= r.now:
		return t.Next
	case len(t.Tries) > 0:
		return t.Tries[len(t.Tries)-1].Session
	}
	return t.First
}

func (r *results) summary() [][]piece {
	e := r.t.env()
	var out []piece
	for _, x := range []struct {
		id   string
		n    int
		tone tone
	}{{"failed", r.failed, bad}, {"stuck", r.stuck, bad}, {"blank", r.blank, soonDue}} {
		if x.n > 0 {
			out = append(out, piece{e.T("cohorts.results."+x.id, "n", x.n), x.tone})
		}
	}
	switch {
	case len(r.titles) == 0 && r.t.cohort.State == model.Closed:
		return r.t.planKept()
	case len(r.titles) == 0:
		return [][]piece{{{e.T("cohorts.results.none"), quiet}}}
	case len(out) == 0:
		return [][]piece{{{e.T("cohorts.results.all-well"), good}}}
	}
	return shorter(out)
}

// said is every attempt at the test under the cursor.
func (r *results) said(row int) (tone, string) {
	e := r.t.env()
	t := r.test(row, r.t.across.col)
	if t == nil {
		return quiet, ""
	}
	out := []string{t.First.Block.Title.In(e.Lang.Tag()) + ":"}
	_, st := r.mark(t)
	switch t.State {
	case progress.TestToCome:
		out = append(out, planned(e, t.First, "cohorts.results.to-come", "cohorts.results.to-come-tray"))
	case progress.TestUnscored:
		out = append(out, e.T("cohorts.results.no-result"))
	case progress.TestFailed, progress.TestPassed:
	}
	for _, try := range t.Tries {
		id := "cohorts.results.try-failed"
		if try.Passed {
			id = "cohorts.results.try-passed"
		}
		text := e.T(id, "attempt", try.Score.Attempt, "date", e.Lang.DayDate(try.Session.Start.Date()))
		if try.Percent >= 0 {
			text += " (" + e.T("cohorts.percent", "n", try.Percent) + ")"
		}
		out = append(out, text+".")
	}
	switch {
	case t.State != progress.TestFailed:
	case t.Next == nil:
		out = append(out, e.T("cohorts.results.no-next"))
	default:
		out = append(out, planned(e, t.Next, "cohorts.results.next", "cohorts.results.next-tray"))
	}
	return st, strings.Join(out, " ")
}

// planned says when a session is, or in other words that it has no time yet.
func planned(e *kit.Env, s *model.Session, timed, tray string) string {
	if !s.Placed() {
		return e.T(tray)
	}
	return e.T(timed, "when", s.Start)
}
