package cohorts

import (
	"strings"

	"muster/model"
	"muster/store/intake"
	"muster/ui/kit"
)

// previewParts is where everything in the preview is.
type previewParts struct {
	file, counts, rule, grid, line, foot kit.Rect
}

func (p *preview) layout() previewParts {
	var l previewParts
	all := kit.Rect{W: p.w, H: p.h}
	if p.h >= 8 {
		l.file, all = all.Top(1)
		l.counts, all = all.Top(1)
		l.rule, all = all.Top(1)
	}
	// What is said of a row has the lines that the rows leave free, and some
	// of theirs when they leave none.
	foot := min(3, p.h/4)
	if p.h >= 8 {
		foot = max(min(5, p.h/3), min(p.h-3-1-len(p.r.plan.Lines)-2, p.h/2))
	}
	if foot > 1 {
		l.foot, all = all.Bottom(foot)
		l.line, all = all.Bottom(1)
	}
	l.grid = all
	return l
}

const (
	pcRow = iota
	pcMark
	pcVerdict
	pcName
	pcRank
	pcAgency
	pcRegion
	pcBorn
	pcDocument
	pcSays
)

func (p *preview) columns() []kit.Column {
	e := p.env
	return headed([]kit.Column{
		pcRow: {ID: "row", Title: e.T("cohorts.col.row"), Min: 4, Right: true, Less: func(a, b int) bool {
			return p.r.plan.Lines[a].Row < p.r.plan.Lines[b].Row
		}},
		pcMark: {ID: "mark", Min: 1, Less: func(a, b int) bool {
			return len(p.r.plan.Lines[a].Problems) > len(p.r.plan.Lines[b].Problems)
		}},
		pcVerdict: {ID: "verdict", Title: e.T("cohorts.col.verdict"), Min: 10},
		pcName:    {ID: "name", Title: e.T("cohorts.col.name"), Min: 24, Max: 44, Grow: 4},
		pcRank:    {ID: "rank", Title: e.T("cohorts.col.rank"), Min: 10, Max: 22, Grow: 1, Drop: 4},
		pcAgency:  {ID: "agency", Title: e.T("cohorts.col.agency"), Min: 10, Max: 30, Grow: 2, Drop: 3},
		pcRegion:  {ID: "region", Title: e.T("cohorts.col.region"), Min: 3, Drop: 2},
		pcBorn: {ID: "born", Title: e.T("cohorts.col.born"), Min: 11, Less: func(a, b int) bool {
			return p.r.plan.Lines[a].Entry.Born < p.r.plan.Lines[b].Entry.Born
		}},
		pcDocument: {ID: "document", Title: e.T("cohorts.col.document"), Min: 10, Max: 20, Grow: 1, Drop: 1},
		pcSays:     {ID: "says", Title: e.T("cohorts.col.says"), Min: 14, Max: 40, Grow: 3, Drop: 5},
	})
}

func (p *preview) cell(l *intake.Line, col int) kit.Cell {
	e, th, en := p.env, p.env.Theme, l.Entry
	st := th.Text
	if l.Verdict == intake.LeftOut || l.Verdict == intake.Same {
		st = th.Muted
	}
	text := ""
	switch col {
	case pcRow:
		return kit.Cell{Text: itoa(l.Row), Style: th.Muted}
	case pcMark:
		return p.mark(l)
	case pcVerdict:
		return p.verdict(l)
	case pcName:
		text = en.Name.Filed()
	case pcRank:
		text = en.Rank
	case pcAgency:
		text = en.Agency
	case pcRegion:
		_, text, _ = strings.Cut(en.Region, "-") // in a narrow column; its name stands in the details
	case pcBorn:
		if !en.Born.IsZero() {
			text = e.Lang.Date(en.Born)
		}
	case pcDocument:
		text = firstOf(en.Passport, en.NationalID, en.ServiceNo)
	case pcSays:
		return p.says(l)
	}
	return kit.Cell{Text: text, Style: st}
}

// mark says that something is wrong with the row: so much that it is left out,
// or only with one of its cells.
func (p *preview) mark(l *intake.Line) kit.Cell {
	th := p.env.Theme
	for _, bad := range l.Problems {
		if bad.Blocks {
			return kit.Cell{Text: "!", Style: th.Clash}
		}
	}
	if len(l.Problems) > 0 {
		return kit.Cell{Text: "·", Style: th.Due}
	}
	return kit.Cell{}
}

func firstOf(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

// verdict is a sign and a word: what becomes of the row.
func (p *preview) verdict(l *intake.Line) kit.Cell {
	th := p.env.Theme
	sign, st := "", th.Text
	switch l.Verdict {
	case intake.Added:
		sign, st = "+", th.OK
	case intake.Updated:
		sign, st = "~", th.Accent
	case intake.Same:
		sign, st = "=", th.Muted
	case intake.Asked:
		sign, st = "?", th.Due
	case intake.LeftOut:
		sign, st = "×", th.Clash
		if l.Answer.Decision == intake.Leave {
			st = th.Muted
		}
	}
	return kit.Cell{Text: sign + " " + p.env.T("intake.verdict."+l.Verdict.String()), Style: st}
}

// says is the first problem of a row, or what changes.
func (p *preview) says(l *intake.Line) kit.Cell {
	th := p.env.Theme
	if len(l.Problems) > 0 {
		st := th.Due
		if l.Problems[0].Blocks {
			st = th.Clash
		}
		return kit.Cell{Text: p.env.Say(l.Problems[0].Message), Style: st}
	}
	if l.Was != nil && len(l.Fields) > 0 {
		return kit.Cell{Text: p.changed(l), Style: th.Muted}
	}
	return kit.Cell{}
}

// about is the row in one line: who it is, and what becomes of them.
func (p *preview) about(l *intake.Line) string {
	en := l.Entry
	parts := []string{en.Name.Full()}
	for _, s := range []string{en.Rank, en.Position, en.Agency, en.Unit, regionName(en.Region), en.Note} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if l.Was != nil && len(l.Fields) > 0 {
		parts = append(parts, p.changed(l))
	}
	if l.Alternate > 0 {
		parts = append(parts, p.env.T("cohorts.import.alternate", "rank", l.Alternate))
	}
	return strings.Join(parts, " · ")
}

func (p *preview) changed(l *intake.Line) string {
	labels := make([]model.Message, len(l.Fields))
	for i, f := range l.Fields {
		labels[i] = model.Say("field." + f)
	}
	return p.env.T("cohorts.import.changes", "fields", labels)
}

// Draw paints how the file was read, the counts, the rows, and what is wrong
// with the row under the cursor.
func (p *preview) Draw(c *kit.Canvas) {
	l, th := p.layout(), p.env.Theme
	if !l.file.Empty() {
		p.drawFile(c.Sub(l.file))
		p.drawCounts(c.Sub(l.counts))
		c.HLine(l.rule.X, l.rule.Y, l.rule.W, th.Rule)
	}
	if p.r.fault != nil {
		p.drawFault(c.Sub(l.grid))
	} else {
		p.grid.Draw(c.Sub(l.grid), true)
	}
	if !l.foot.Empty() {
		c.HLine(l.line.X, l.line.Y, l.line.W, th.Rule)
		p.drawFoot(c.Sub(l.foot))
	}
}

// drawFile says how the file was read, each with the key that changes it.
func (p *preview) drawFile(c *kit.Canvas) {
	e, th, ro := p.env, p.env.Theme, p.r.roster
	header := e.T("cohorts.import.no-header")
	if ro.HeaderRow > 0 {
		header = e.T("cohorts.import.header-row", "row", ro.HeaderRow)
	}
	order := e.T("cohorts.import.order-" + itoa(int(ro.DateOrder)))
	if !ro.DateOrderSure {
		order += "?"
	}
	type bit struct{ key, text string }
	bits := []bit{
		{"h", header},
		{"d", order},
		{"m", e.T("cohorts.import.columns", "n", len(ro.Mapping), "all", p.width())},
	}
	if len(p.r.book.Sheets) > 1 {
		bits = append([]bit{{"s", e.T("cohorts.import.in-sheet", "name", ro.SheetName)}}, bits...)
	}
	if p.r.book.Format == "csv" {
		bits = append(bits, bit{"c", string(p.r.book.Encoding)}, bit{"t", delimiterName(e, p.r.book.Delimiter)})
	}
	x := 0
	for _, b := range bits {
		if x > 0 {
			x += 3
		}
		if x+kit.Width(b.text)+2 > c.W() {
			break
		}
		x += c.Text(x, 0, th.Key, b.key) + 1
		x += c.Text(x, 0, th.Text, b.text)
	}
}

// width is how many columns the sheet has.
func (p *preview) width() int {
	if i := p.r.roster.Sheet - 1; i >= 0 && i < len(p.r.book.Sheets) {
		return p.r.book.Sheets[i].Columns
	}
	return 0
}

func (p *preview) drawCounts(c *kit.Canvas) {
	e, th := p.env, p.env.Theme
	if p.busy {
		c.TextFit(0, 0, c.W(), th.Accent, e.T("cohorts.import.busy"))
		return
	}
	said := make([]string, 0, 6)
	for _, m := range verdictCounts(p.r.plan, "cohorts.count.") {
		said = append(said, e.Say(m))
	}
	if n := p.remarks(); n > 0 {
		said = append(said, e.T("cohorts.import.remarks", "n", n))
	}
	text := e.T("cohorts.import.rows", "n", p.r.plan.Rows)
	if len(said) > 0 {
		text += "  " + strings.Join(said, " · ")
	}
	if n := p.r.plan.Agencies + p.r.plan.Units; n > 0 {
		text += "  " + e.T("cohorts.import.agencies", "n", p.r.plan.Agencies, "units", p.r.plan.Units)
	}
	c.TextFit(0, 0, c.W(), th.Title, text)
}

// remarks is how many rows are taken although something in them is wrong.
func (p *preview) remarks() int {
	n := 0
	for i := range p.r.plan.Lines {
		if l := &p.r.plan.Lines[i]; l.Person != nil && len(l.Problems) > 0 {
			n++
		}
	}
	return n
}

// drawFault says that no list was found, and how to help.
func (p *preview) drawFault(c *kit.Canvas) {
	th := p.env.Theme
	r := c.Bounds().Inset(2, 0)
	for _, bad := range problemsIn(p.r.fault) {
		n := c.Wrap(r, th.Clash, "! "+p.env.Say(bad.Message))
		_, r = r.Top(n)
		n = c.Wrap(r, th.Text, p.env.Lang.Remedy(bad.Message))
		_, r = r.Top(n + 1)
	}
	c.Wrap(r, th.Muted, p.env.T("cohorts.import.fault"))
}

// remedy is what to do about a problem, here, where keys can do it.
func (p *preview) remedy(l *intake.Line, bad intake.Problem) string {
	do := p.env.Lang.Remedy(bad.Message)
	switch {
	case l.Verdict == intake.Asked && bad.Blocks:
		do = p.env.T("cohorts.import.decide-now")
	case l.Answer.Decision == intake.Leave:
		do = p.env.T("cohorts.import.take-back")
	}
	if do == "" {
		return ""
	}
	return " " + do
}

// drawFoot says everything about the row under the cursor: what is wrong, and
// what to do.
func (p *preview) drawFoot(c *kit.Canvas) {
	e, th := p.env, p.env.Theme
	if !p.hint.IsZero() {
		c.Wrap(c.Bounds(), th.Warn, e.Say(p.hint))
		return
	}
	if p.note != nil {
		for _, bad := range problemsIn(p.note) {
			c.Wrap(c.Bounds(), th.Clash, "! "+e.Say(bad.Message)+" "+e.Lang.Remedy(bad.Message))
			return
		}
		c.Wrap(c.Bounds(), th.Clash, "! "+e.T("cohorts.import.failed"))
		return
	}
	l := p.line()
	if p.r.fault != nil || l == nil {
		return
	}
	r := c.Bounds()
	if len(l.Problems) == 0 {
		n := c.Wrap(r, th.Text, p.about(l))
		_, r = r.Top(n)
		said := make([]string, 0, len(p.r.roster.Notices))
		for _, m := range p.r.roster.Notices {
			said = append(said, e.Say(m))
		}
		c.Wrap(r, th.Muted, strings.Join(said, " "))
		return
	}
	for _, bad := range l.Problems {
		st := th.Due
		if bad.Blocks {
			st = th.Clash
		}
		text := e.Say(bad.Message)
		if bad.Value != "" && !strings.Contains(text, bad.Value) {
			text = e.T("kit.quoted", "text", model.Clean(bad.Value)) + " " + text
		}
		if l.Verdict != intake.Asked && !bad.Label.IsZero() && !strings.Contains(kit.Fold(text), kit.Fold(e.Say(bad.Label))) {
			text = e.Say(bad.Label) + ": " + text
		}
		text += p.remedy(l, bad)
		n := c.Wrap(r, st, "! "+text)
		_, r = r.Top(n)
		if r.H <= 0 {
			return
		}
	}
}
