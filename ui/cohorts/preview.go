package cohorts

import (
	"cmp"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/store/files/roster"
	"muster/store/intake"
	"muster/ui/kit"
)

// preview shows what a roster would bring, row by row, and lets everything be
// put right that was misread: the sheet, the letters, the header, what the
// columns mean, single cells, and who is who. Each correction reads the list
// again off the event loop; the result of the dialog is what was last read.
type preview struct {
	t    *Tab
	env  *kit.Env
	r    reading
	grid *kit.Grid[int] // by row number
	busy bool           // the list is being read again
	gen  int            // of the reading that is awaited
	note error          // why the last correction did not work
	hint model.Message  // why the last key did nothing; the status line is covered
	w, h int
}

func newPreview(t *Tab, r reading) *preview {
	p := &preview{t: t, env: t.env()}
	p.grid = kit.NewGrid[int](t.env())
	p.grid.Empty = model.Say("cohorts.import.empty")
	p.show(r)
	return p
}

// show takes a reading over; the cursor stays on its row.
func (p *preview) show(r reading) {
	p.r = r
	p.grid.SetColumns(p.columns()...)
	p.grid.SetRows(kit.Rows[int]{
		Len:  len(r.plan.Lines),
		Key:  func(i int) int { return r.plan.Lines[i].Row },
		Cell: func(i, col int) kit.Cell { return p.cell(&r.plan.Lines[i], col) },
	})
	p.resize()
}

// again reads the list once more with the draft changed.
func (p *preview) again(edit func(*draft)) tea.Cmd { return p.againThen(edit, func() {}) }

// againThen goes on once the list was read.
func (p *preview) againThen(edit func(*draft), then func()) tea.Cmd {
	d := p.r.draft
	d.decisions = maps.Clone(d.decisions)
	d.read.Mapping = maps.Clone(d.read.Mapping)
	d.read.Cells = maps.Clone(d.read.Cells)
	edit(&d)
	p.busy = true
	p.gen++
	gen := p.gen
	return p.t.readRoster(d, func(r reading, err error) tea.Cmd {
		if gen != p.gen {
			return nil
		}
		p.busy = false
		p.note = err
		if err == nil {
			p.show(r)
			then()
		}
		return nil
	})
}

// Title names the file and the cohort.
func (p *preview) Title() string {
	return p.env.T("cohorts.import.title", "file", p.r.title(), "cohort", p.r.cohort.Code)
}

// Result is what was last read.
func (p *preview) Result() reading { return p.r }

// Size is all there is.
func (p *preview) Size(maxW, maxH int) (w, h int) { return maxW, maxH }

// Resize takes the size.
func (p *preview) Resize(w, h int) {
	p.w, p.h = w, h
	p.resize()
}

func (p *preview) resize() {
	l := p.layout()
	p.grid.Resize(l.grid.W, l.grid.H)
}

// Cursor is the filter's.
func (p *preview) Cursor() (x, y int, ok bool) {
	x, y, ok = p.grid.Cursor()
	l := p.layout()
	return x + l.grid.X, y + l.grid.Y, ok
}

// line is the row under the cursor.
func (p *preview) line() *intake.Line {
	i, ok := p.grid.Current()
	if !ok || i >= len(p.r.plan.Lines) {
		return nil
	}
	return &p.r.plan.Lines[i]
}

// Update runs the dialog's own actions, else walks the rows.
func (p *preview) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	l := p.layout()
	if moved, _, _, mouse := kit.MouseAt(msg, l.grid.X, l.grid.Y); mouse {
		p.grid.Update(moved)
		return kit.Stay, nil
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		p.grid.Update(msg)
		return kit.Stay, nil
	}
	if text, typing := p.grid.Filter(); typing || text != "" && kit.IsKey(k, "esc") {
		if p.grid.Update(msg) {
			p.resize()
			return kit.Stay, nil
		}
	}
	p.hint = model.Message{}
	if kit.IsKey(k, "esc") {
		return p.escape()
	}
	if kit.IsKey(k, "enter") {
		return p.enter()
	}
	if cmd, why, handled := kit.Press(p.Actions(), k); handled {
		p.hint = why
		return kit.Stay, cmd
	}
	p.grid.Update(msg)
	p.resize()
	return kit.Stay, nil
}

// escape leaves; corrections are not lost without asking.
func (p *preview) escape() (kit.Outcome, tea.Cmd) {
	d := p.r.draft
	if len(d.decisions)+len(d.read.Cells)+len(d.read.Mapping) == 0 {
		p.gen++ // what is still being read is not for us any more
		return kit.Cancelled, d.back()
	}
	title := model.Say("cohorts.import.title", "file", d.title(), "cohort", d.cohort.Code)
	ask := kit.NewConfirm(p.env, title, model.Say("cohorts.import.lose"), model.Message{}, "kit.discard.act", "kit.discard.keep", "d", "esc")
	kit.Open(p.t.h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd {
		p.gen++
		p.t.h.Dialogs().Drop(p)
		return d.back()
	})
	return kit.Stay, nil
}

// enter imports, once nothing is left to be asked: until then it goes from
// question to question.
func (p *preview) enter() (kit.Outcome, tea.Cmd) {
	switch {
	case p.busy:
		return kit.Stay, nil
	case p.r.fault != nil:
		p.hint = model.Say("cohorts.import.not-yet")
		return kit.Stay, nil
	}
	for i := range p.r.plan.Lines {
		if l := &p.r.plan.Lines[i]; l.Verdict == intake.Asked {
			p.grid.SetFilter("")
			p.grid.Select(l.Row)
			return kit.Stay, p.decide()
		}
	}
	return kit.Done, nil
}

// Actions are the keys of the preview, in the order of its help.
func (p *preview) Actions() []kit.Action {
	busy := func() model.Message {
		if p.busy {
			return model.Say("cohorts.import.busy")
		}
		return model.Message{}
	}
	onRow := func() model.Message {
		if m := busy(); !m.IsZero() {
			return m
		}
		if p.line() == nil {
			return model.Say("cohorts.why.nobody")
		}
		return model.Message{}
	}
	leave := "cohorts.import.leave"
	if l := p.line(); l != nil && l.Answer.Decision == intake.Leave {
		leave = "cohorts.import.take-in"
	}
	enter := "cohorts.import.enter"
	if p.r.plan.Asked > 0 {
		enter = "cohorts.import.ask"
	}
	return []kit.Action{
		{ID: enter, Keys: []string{"enter"}, Rank: 1, Group: "import"},
		{ID: "cohorts.import.problem", Keys: []string{"n"}, Run: func() tea.Cmd { return p.walk(1) }, Why: p.whyNoProblem, Rank: 3, Group: "import"},
		{ID: "cohorts.import.problem-back", Keys: []string{"N"}, Run: func() tea.Cmd { return p.walk(-1) }, Why: p.whyNoProblem, Group: "import"},
		{ID: "cohorts.import.decide", Keys: []string{"o"}, Run: p.decide, Why: p.whyNotDoubtful, Rank: 7, Group: "import"},
		{ID: leave, Keys: []string{"x", "delete"}, Run: p.toggleLeave, Why: onRow, Rank: 6, Group: "import"},
		{ID: "cohorts.import.cell", Keys: []string{"e"}, Run: p.editCell, Why: onRow, Rank: 4, Group: "import"},
		{ID: "cohorts.import.mapping", Keys: []string{"m"}, Run: p.editMapping, Why: busy, Rank: 5, Group: "reading"},
		{ID: "cohorts.import.header", Keys: []string{"h"}, Run: p.editHeader, Why: busy, Group: "reading"},
		{ID: "cohorts.import.dates", Keys: []string{"d"}, Run: p.turnDates, Why: busy, Group: "reading"},
		{ID: "cohorts.import.names", Keys: []string{"f"}, Run: p.turnNames, Why: busy, Group: "reading"},
		{ID: "cohorts.import.sheet", Keys: []string{"s"}, Run: p.editSheet, Why: p.whyOneSheet, Group: "reading"},
		{ID: "cohorts.import.encoding", Keys: []string{"c"}, Run: p.editEncoding, Why: p.whyNoEncoding, Group: "reading"},
		{ID: "cohorts.import.delimiter", Keys: []string{"t"}, Run: p.turnDelimiter, Why: p.whyNoEncoding, Group: "reading"},
		{ID: "cohorts.import.help", Keys: []string{"?"}, Run: p.help, Rank: 8, Hidden: true},
		{ID: "kit.cancel", Keys: []string{"esc"}, Rank: 2, Hidden: true},
	}
}

// help lists the keys and runs the one chosen.
func (p *preview) help() tea.Cmd {
	kit.Open(p.t.h.Dialogs(), kit.NewHelp(p.env, p.Actions()), func(a kit.Action) tea.Cmd {
		if a.Run == nil || !a.Enabled() {
			return nil
		}
		return a.Run()
	})
	return nil
}

func (p *preview) whyNoProblem() model.Message {
	if len(p.r.plan.Problems) == 0 {
		return model.Say("cohorts.import.no-problem")
	}
	return model.Message{}
}

func (p *preview) whyNotDoubtful() model.Message {
	if l := p.line(); l == nil || l.Verdict != intake.Asked && l.Answer.Decision == intake.Undecided {
		return model.Say("cohorts.import.not-doubtful")
	}
	return model.Message{}
}

func (p *preview) whyOneSheet() model.Message {
	if len(p.r.book.Sheets) < 2 {
		return model.Say("cohorts.import.one-sheet")
	}
	return model.Message{}
}

func (p *preview) whyNoEncoding() model.Message {
	if p.r.book.Format != "csv" {
		return model.Say("cohorts.import.no-encoding")
	}
	return model.Message{}
}

// walk goes to the next row that has a problem, round by the other end.
func (p *preview) walk(dir int) tea.Cmd {
	p.grid.SetFilter("")
	p.grid.SortBy("", false)
	lines := p.r.plan.Lines
	at, ok := p.grid.Current()
	if !ok {
		return nil
	}
	for i := 1; i <= len(lines); i++ {
		l := &lines[((at+dir*i)%len(lines)+len(lines))%len(lines)]
		if len(l.Problems) > 0 {
			p.grid.Select(l.Row)
			break
		}
	}
	p.resize()
	return nil
}

// toggleLeave leaves the row out, or takes it in again.
func (p *preview) toggleLeave() tea.Cmd {
	l := p.line()
	return p.again(func(d *draft) {
		if d.decisions == nil {
			d.decisions = map[int]intake.Answer{}
		}
		if l.Answer.Decision == intake.Leave {
			delete(d.decisions, l.Row)
		} else {
			d.decisions[l.Row] = intake.Answer{Decision: intake.Leave}
		}
	})
}

// decide shows a doubtful row beside those it may be.
func (p *preview) decide() tea.Cmd {
	l := p.line()
	if l == nil {
		return nil
	}
	if l.Verdict != intake.Asked {
		// Decided before: ask again.
		return p.again(func(d *draft) { delete(d.decisions, l.Row) })
	}
	row := l.Row
	kit.Open(p.t.h.Dialogs(), newDouble(p.t, l), func(a intake.Answer) tea.Cmd {
		return p.againThen(func(d *draft) {
			if d.decisions == nil {
				d.decisions = map[int]intake.Answer{}
			}
			d.decisions[row] = a
		}, func() { p.nextAsked(row) })
	})
	return nil
}

// nextAsked goes to the next doubtful row after one that was decided, round by
// the top; without any the cursor stays.
func (p *preview) nextAsked(row int) {
	var first, next int
	for i := range p.r.plan.Lines {
		l := &p.r.plan.Lines[i]
		if l.Verdict != intake.Asked {
			continue
		}
		if first == 0 {
			first = l.Row
		}
		if next == 0 && l.Row > row {
			next = l.Row
		}
	}
	if to := cmp.Or(next, first); to != 0 {
		p.grid.SetFilter("")
		p.grid.Select(to)
		p.resize()
	}
}

// columnOf is the column that has the field, -1 when none has.
func (p *preview) columnOf(f roster.Field) int {
	best := -1
	for c, g := range p.r.roster.Mapping {
		if g == f && (best < 0 || c < best) {
			best = c
		}
	}
	return best
}

// mapped is the columns that are read, in order.
func (p *preview) mapped() []int { return slices.Sorted(maps.Keys(p.r.roster.Mapping)) }
