package today

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/paper"
	"muster/ui/tab"
)

// A reader shows a paper on the screen: a scrollable text, for everybody, one
// squad or one of the staff, with or without names. Where it is to be written
// to is asked above it.
type reader struct {
	env    *kit.Env
	stack  *kit.Stack
	file   func(sheet) tea.Cmd
	desk   *model.Desk
	cohort *model.Cohort
	day    model.Date

	sheet sheet
	kinds []sheetKind
	cuts  []paper.Options // whom it can be for, without Full
	cut   int
	lines []string
	top   int
	w, h  int
}

// A sheet says which paper of a day it is, and for whom.
type sheet struct {
	paper.Options
	kind sheetKind
}

// A sheetKind is one of the papers of a day.
type sheetKind uint8

const (
	daySheet sheetKind = iota
	signList
	scoreSheets
)

// sheetIDs are the kinds' names in the catalogues: "today.paper."+id.
var sheetIDs = [...]string{daySheet: "day", signList: "sign", scoreSheets: "scores"}

func (k sheetKind) name(e *kit.Env) string { return e.T("today.paper." + sheetIDs[k]) }

// kinds is the papers that a day has.
func kinds(d *model.Desk, c *model.Cohort, day model.Date) []sheetKind {
	out := []sheetKind{daySheet, signList}
	if len(paper.Scored(d, c, day)) > 0 {
		out = append(out, scoreSheets)
	}
	return out
}

// text is the paper itself.
func (v sheet) text(e *kit.Env, d *model.Desk, c *model.Cohort, day model.Date) string {
	switch v.kind {
	case signList:
		return paper.RollSheet(e.Lang, d, c, day, v.Options)
	case scoreSheets:
		return paper.ScoreSheets(e.Lang, d, c, day, v.Options)
	case daySheet:
	}
	return paper.DaySheet(e.Lang, d, c, day, v.Options)
}

func newReader(h tab.Host, c *model.Cohort, day model.Date, file func(sheet) tea.Cmd) *reader {
	d := h.Desk()
	r := &reader{env: h.Env(), stack: h.Dialogs(), file: file, desk: d, cohort: c, day: day, kinds: kinds(d, c, day), cuts: []paper.Options{{}}}
	for _, q := range c.SquadSet().List() {
		if c.Squads > 1 {
			r.cuts = append(r.cuts, paper.Options{Squad: q})
		}
	}
	for _, s := range paper.OnDuty(d, paper.Day(d, c, day)) {
		r.cuts = append(r.cuts, paper.Options{Staff: s.ID})
	}
	return r
}

// write makes the text anew.
func (r *reader) write() {
	full := r.sheet.Full
	r.sheet.Options = r.cuts[r.cut]
	r.sheet.Full = full
	shown := r.sheet
	shown.Wide = min(paper.Wide, r.w-1)
	r.lines = strings.Split(strings.TrimRight(shown.text(r.env, r.desk, r.cohort, r.day), "\n"), "\n")
	r.turn(0)
}

func (r *reader) Title() string {
	return r.sheet.kind.name(r.env) + " · " + r.cohort.Code
}

// Result is the paper as it was read.
func (r *reader) Result() sheet { return r.sheet }

func (r *reader) Size(maxW, maxH int) (w, h int) { return min(paper.Wide+1, maxW), maxH }

// Resize writes the paper for the width there is.
func (r *reader) Resize(w, h int) { r.w, r.h = w, h; r.write() }

func (r *reader) turn(by int) { r.top = max(min(r.top+by, len(r.lines)-r.h), 0) }

func (r *reader) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	switch m := msg.(type) {
	case kit.WheelMsg:
		r.turn(m.Delta)
	case tea.KeyPressMsg:
		if kit.IsKey(m, "E") {
			return kit.Stay, r.file(r.sheet)
		}
		return r.key(m), nil
	}
	return kit.Stay, nil
}

func (r *reader) key(m tea.KeyPressMsg) kit.Outcome {
	step := func(by int) {
		r.cut = (r.cut + by + len(r.cuts)) % len(r.cuts)
		r.write()
	}
	switch {
	case kit.IsKey(m, "esc", "q", "P"):
		return kit.Cancelled
	case kit.IsKeys(m):
		r.stack.ListKeys()
	case kit.IsKey(m, "n"):
		r.sheet.Full = !r.sheet.Full
		r.write()
	case kit.IsKey(m, "s"):
		at := slices.Index(r.kinds, r.sheet.kind)
		r.sheet.kind = r.kinds[(at+1)%len(r.kinds)]
		r.turn(-r.top)
		r.write()
	case kit.IsKey(m, "right", "l"):
		step(1)
	case kit.IsKey(m, "left", "h"):
		step(-1)
	case kit.IsKey(m, "up", "k"):
		r.turn(-1)
	case kit.IsKey(m, "down", "j"):
		r.turn(1)
	case kit.IsKey(m, "pgup"):
		r.turn(-r.h)
	case kit.IsKey(m, "pgdown", "space"):
		r.turn(r.h)
	case kit.IsKey(m, "home", "g"):
		r.turn(-r.top)
	case kit.IsKey(m, "end", "G"):
		r.turn(len(r.lines))
	}
	return kit.Stay
}

func (r *reader) Draw(c *kit.Canvas) {
	th := r.env.Theme
	for y := range min(c.H(), len(r.lines)-r.top) {
		c.Text(0, y, th.Text, r.lines[r.top+y])
	}
	if r.top > 0 {
		c.Text(c.W()-1, 0, th.Muted, "↑")
	}
	if r.top+c.H() < len(r.lines) {
		c.Text(c.W()-1, c.H()-1, th.Muted, "↓")
	}
}

func (r *reader) Cursor() (x, y int, ok bool) { return 0, 0, false }

func (r *reader) Actions() []kit.Action {
	names := "today.reader.names"
	if r.sheet.Full {
		names = "today.reader.numbers"
	}
	return []kit.Action{
		{ID: "kit.close", Keys: []string{"esc"}, Rank: 1},
		{ID: names, Keys: []string{"n"}, Rank: 2},
		{ID: "today.reader.whose", Keys: []string{"right"}, Rank: 3},
		{ID: "today.reader.paper", Keys: []string{"s"}, Rank: 4},
		{ID: "today.reader.write", Keys: []string{"E"}, Rank: 5},
		kit.KeysAction(6),
	}
}

// papered is the cohort whose day sheet is meant: that of the block under the
// cursor, the one in hand, or the only one; nil when none has the day.
func (t *Tab) papered() *class {
	if s := t.session(); s != nil {
		if k := t.of(s.Cohort); k != nil {
			return k
		}
	}
	if c := t.h.Cohort(); c != nil {
		if k := t.of(c.ID); k != nil {
			return k
		}
	}
	if len(t.classes) > 0 {
		return &t.classes[0]
	}
	return nil
}

func (t *Tab) whyNoSheet() model.Message {
	return why(t.papered() == nil, "today.why.no-course")
}

// showSheet shows the day sheet on the screen.
func (t *Tab) showSheet() tea.Cmd {
	k := t.papered()
	c, day := k.cohort, k.day
	r := newReader(t.h, c, day, func(v sheet) tea.Cmd { return t.writeWhere(c, day, v) })
	kit.Open(t.h.Dialogs(), r, func(sheet) tea.Cmd { return nil })
	return nil
}

// writeSheet asks which paper it is to be and whether it names officers, then
// where to write it.
func (t *Tab) writeSheet() tea.Cmd {
	e, k := t.h.Env(), t.papered()
	c, day := k.cohort, k.day
	var options []kit.Option[sheet]
	for _, kind := range kinds(t.h.Desk(), c, day) {
		for _, full := range []bool{false, true} {
			note := "today.write.numbers"
			if full {
				note = "today.write.names"
			}
			options = append(options, kit.Option[sheet]{Value: sheet{paper.Options{Full: full}, kind}, Label: kind.name(e), Note: e.T(note)})
		}
	}
	kit.Open(t.h.Dialogs(), kit.NewChoose(e, model.Say("today.write.title", "cohort", c.Code, "date", day), options, 0),
		func(v sheet) tea.Cmd { return t.writeWhere(c, day, v) })
	return nil
}
