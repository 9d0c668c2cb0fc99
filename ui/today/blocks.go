package today

import (
	"slices"
	"strings"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/paper"
)

// A row is a block of the day in the list.
type row struct {
	class   *class
	session *model.Session
	state   standing
	results standing
}

// A standing is how a roll or the results of a block stand.
type standing struct {
	text  string
	alarm bool // somebody is missing, something failed
	owed  bool // it is to be done now, or should have been
	done  bool
}

// A column of the day's list: what it is headed and what it says of a row.
type column struct {
	kit.Column
	cell func(*row) kit.Cell
}

// notYet stands for a roll or results that are still to come.
const notYet = "–"

// listBlocks makes the rows of the day: every course's blocks in the order of
// time.
func (t *Tab) listBlocks() {
	t.rows = nil // the list still shows the former ones
	for i := range t.classes {
		k := &t.classes[i]
		for _, s := range k.sessions {
			t.rows = append(t.rows, row{k, s, t.stateOf(k, s), t.resultsOf(k, s)})
		}
	}
	slices.SortStableFunc(t.rows, func(a, b row) int { return int(a.session.Start) - int(b.session.Start) })
	rows, cols := t.rows, t.columns()
	if len(rows) == 0 {
		cols = nil // heads of nothing
	}
	shown := make([]kit.Column, len(cols))
	for i := range cols {
		shown[i] = cols[i].Column
	}
	t.blocks.Empty = model.Message{}
	if t.h.Desk().Cohorts.Len() > 0 {
		t.blocks.Empty = model.Say("today.blocks.empty")
	}
	refill(t.blocks, shown, kit.Rows[model.ID]{
		Len: len(rows),
		Key: func(i int) model.ID { return rows[i].session.ID },
		Cell: func(i, col int) kit.Cell {
			if col >= len(cols) {
				return kit.Cell{} // of the columns that come with the next rows
			}
			return cols[col].cell(&rows[i])
		},
	})
	if day := t.day(); day != t.shown && len(rows) > 0 {
		t.shown = day
		t.toNow()
	}
}

// refill gives a list other columns and rows. Its order is kept by the name of
// the column, for its number may be another's, and the columns come before the
// rows they were made for.
func refill[K comparable](g *kit.Grid[K], cols []kit.Column, rows kit.Rows[K]) {
	by, desc := g.Sort()
	g.SortBy("", false)
	g.SetColumns(cols...)
	g.SetRows(rows)
	if by != "" {
		g.SortBy(by, desc)
	}
}

// toNow puts the cursor on the first block that runs, or comes.
func (t *Tab) toNow() {
	for i := range t.rows {
		if r := &t.rows[i]; r.session.Off == nil && !r.over() {
			t.blocks.Select(r.session.ID)
			return
		}
	}
}

// columns is the columns of the day's list. The course has one when there are
// several, the results when a block has any.
func (t *Tab) columns() []column {
	e := t.h.Env()
	th := e.Theme
	plain := func(text func(*row) string) func(*row) kit.Cell {
		return func(r *row) kit.Cell { return kit.Cell{Text: text(r), Style: t.tone(r)} }
	}
	// fit makes a column as wide as its head and, within bounds, its texts.
	fit := func(c kit.Column, most int, text func(*row) string, cell func(*row) kit.Cell) column {
		c.Min = kit.Width(c.Title)
		for i := range t.rows {
			c.Min = min(max(c.Min, kit.Width(text(&t.rows[i]))), max(most, kit.Width(c.Title)))
		}
		return column{c, cell}
	}
	squads := func(r *row) string {
		n := r.session.Officers(r.class.cohort)
		switch {
		case r.session.Ride != nil && r.session.Ride.Standby:
			return e.T("today.squads.standby", "n", n)
		case r.session.Ride != nil:
			return e.T("today.squads.riders", "n", n)
		case len(r.session.Only) > 0:
			return e.T("today.squads.named", "n", n)
		}
		return t.takers(r.class, r.session)
	}
	place := func(r *row) string { return t.where(r.session) }
	lead := func(r *row) string { return t.leads(r.session) }
	roll := func(r *row) string { return r.state.text }
	results := func(r *row) string { return r.results.text }
	code := func(r *row) string { return r.class.cohort.Code }
	out := []column{{kit.Column{ID: "time", Title: e.T("today.col.time"), Min: 11}, plain(func(r *row) string { return e.Lang.Hours(r.session.Span()) })}}
	if len(t.classes) > 1 {
		out = append(out, fit(kit.Column{ID: "cohort", Title: e.T("word.record.cohort"), Drop: 2}, 24, code, func(r *row) kit.Cell { return kit.Cell{Text: code(r), Style: th.Accent} }))
	}
	out = append(out,
		column{kit.Column{ID: "block", Title: e.T("word.record.session"), Min: 30, Grow: 3}, func(r *row) kit.Cell {
			st := t.tone(r)
			if r.session.Off != nil {
				st = st.Strike()
			}
			return kit.Cell{Text: blockName(e, r.session), Style: st}
		}},
		fit(kit.Column{ID: "squads", Title: e.T("field.squads"), Drop: 3}, 16, squads, plain(squads)),
		fit(kit.Column{ID: "place", Title: e.T("field.place"), Drop: 4}, 24, place, plain(place)),
		fit(kit.Column{ID: "lead", Title: e.T("word.role.lead"), Drop: 5}, 24, lead, plain(lead)),
		fit(kit.Column{ID: "roll", Title: e.T("today.col.roll")}, 18, roll, func(r *row) kit.Cell { return kit.Cell{Text: r.state.text, Style: r.state.style(th)} }),
	)
	if slices.ContainsFunc(t.rows, func(r row) bool { return r.results.text != "" }) {
		out = append(out, fit(kit.Column{ID: "results", Title: e.T("today.col.results"), Drop: 1}, 18, results, func(r *row) kit.Cell { return kit.Cell{Text: r.results.text, Style: r.results.style(th)} }))
	}
	return out
}

// tone is how a row is written: what runs stands out, what is over or no work
// steps back.
func (t *Tab) tone(r *row) kit.Style {
	th := t.h.Env().Theme
	switch {
	case r.session.Off != nil || r.session.Block.Rest:
		return th.Muted
	case t.off == 0 && r.class.runs(r.session):
		return th.Title
	case r.over():
		return th.Muted
	}
	return th.Text
}

func (r *row) over() bool { return r.session.Span().To.Minute() <= r.class.now }

func (v standing) style(th *kit.Theme) kit.Style {
	switch {
	case v.alarm:
		return th.Clash
	case v.owed:
		return th.Due
	case v.done:
		return th.OK
	}
	return th.Muted
}

// stateOf is how the roll of a block stands.
func (t *Tab) stateOf(k *class, s *model.Session) standing {
	e := t.h.Env()
	takers := s.Takers(k.cohort)
	roll := t.h.Desk().Rolls.Get(s.ID)
	switch {
	case s.Off != nil:
		return standing{text: e.T("today.off")}
	case s.Block.Rest && roll == nil || len(takers) == 0:
		return standing{}
	}
	marked, there, lost := 0, 0, 0
	for _, seat := range takers {
		m, ok := roll.Of(seat.Person)
		if !ok {
			continue
		}
		marked++
		switch {
		case m.State.There():
			there++
		case m.State == model.Missing && m.Found.IsZero():
			lost++
		}
	}
	begun, over := s.Start.Minute() <= k.now, s.Span().To.Minute() <= k.now
	switch {
	case lost > 0:
		return standing{text: e.T("today.roll.missing", "n", lost), alarm: true}
	case marked == 0 && (over || begun):
		return standing{text: e.T("today.roll.none"), owed: true}
	case marked == 0:
		return standing{text: notYet}
	case marked < len(takers) && !roll.Done:
		return standing{text: e.T("today.roll.part", "n", marked, "of", len(takers)), owed: true}
	}
	return standing{text: e.T("today.roll.there", "n", there, "of", len(takers)), done: true}
}

// resultsOf is how the results of a block stand that has any.
func (t *Tab) resultsOf(k *class, s *model.Session) standing {
	e := t.h.Env()
	sheet := t.h.Desk().Sheets.Get(s.ID)
	if s.Off != nil || sheet == nil && !s.Block.Judged() {
		return standing{}
	}
	takers := s.Takers(k.cohort)
	scored, failed := 0, 0
	for _, seat := range takers {
		done, passed := sheet.Stood(s, seat.Person)
		if done {
			scored++
		}
		if !passed {
			failed++
		}
	}
	switch {
	case scored == 0 && s.Span().To.Minute() > k.now:
		return standing{text: notYet}
	case scored == 0:
		return standing{text: e.T("today.results.none"), owed: s.Block.Judged()}
	case failed > 0:
		return standing{text: e.T("today.results.failed", "n", failed), alarm: true}
	}
	return standing{text: e.T("today.results.some", "n", scored, "of", len(takers)), done: scored == len(takers), owed: scored < len(takers)}
}

// current is the block under the cursor; nil without one.
func (t *Tab) current() *row {
	if i, ok := t.blocks.Current(); ok && i < len(t.rows) {
		return &t.rows[i]
	}
	return nil
}

// aboutBlock is all there is to say of the block under the cursor, in lines of
// w columns, for a pane of room lines.
func (t *Tab) aboutBlock(w, room int) []line {
	r := t.current()
	if r == nil {
		return nil
	}
	e := t.h.Env()
	th := e.Theme
	s := r.session
	out := wrapped(th.Title, blockName(e, s)+" · "+e.Lang.Span(s.Span())+" · "+e.Lang.Length(s.Block.Length), w)
	if s.Off != nil {
		out = append(out, wrapped(th.Warn, e.T("today.off-at", "date", e.Lang.DayDate(s.Off.At.Date()), "time", s.Off.At.Clock()), w)...)
	}
	facts := slices.DeleteFunc(paper.Facts(e.Lang, t.h.Desk(), r.class.cohort, s, true), func(f paper.Fact) bool {
		return f.Kind == paper.Rotation || f.Kind == paper.Stations
	})
	if room < 6 { // labels below one another would show little
		return append(out, wrapped(th.Muted, inShort(facts), w)...)
	}
	for _, f := range gathered(e, facts) {
		st := th.Text
		if f.Kind == paper.Marked {
			st = th.Warn
		}
		out = append(out, labelled(th.Head, st, f.Label, f.Text, 14, w)...)
	}
	if roll := t.h.Desk().Rolls.Get(s.ID); roll != nil {
		for _, note := range []string{roll.Brief, roll.Debrief} {
			if note != "" {
				out = append(out, wrapped(th.Muted, note, w)...)
			}
		}
	}
	return out
}

// gathered is the facts with everybody of the staff in one, where the first of
// them stands.
func gathered(e *kit.Env, facts []paper.Fact) []paper.Fact {
	var out []paper.Fact
	at := -1
	for _, f := range facts {
		if f.Kind != paper.Lead && f.Kind != paper.Others {
			out = append(out, f)
			continue
		}
		text := lower(f.Label) + " " + f.Text
		if at < 0 {
			at = len(out)
			out = append(out, paper.Fact{Kind: paper.Others, Label: e.T("field.staff"), Text: text})
		} else {
			out[at].Text += " · " + text
		}
	}
	return out
}

// inShort is the facts one after the other, what they are about only where
// the text does not tell.
func inShort(facts []paper.Fact) string {
	var out []string
	for _, f := range facts {
		text := strings.ReplaceAll(f.Text, "\n", ", ")
		switch f.Kind {
		case paper.Squads, paper.Where, paper.How, paper.Times, paper.Remarks:
		default:
			text = lower(f.Label) + " " + text
		}
		out = append(out, text)
	}
	return strings.Join(out, " · ")
}
