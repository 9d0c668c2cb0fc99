package roll

import (
	"slices"
	"strings"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/paper"
)

// The columns of the list.
const (
	colSquad = iota
	colNo
	colName
	colRank
	colState // the first of four, in the order of model.Presences
	colWord  = colState + 4
	colMore  = colWord + 1
)

// stateOf is the presence that a column stands for.
func stateOf(col int) (model.Presence, bool) {
	if col < colState || col >= colState+len(model.Presences) {
		return "", false
	}
	return model.Presences[col-colState], true
}

// rows gives the list its columns and rows anew.
func (d *rollCall) rows() {
	e := d.env
	col := func(id string, c kit.Column) kit.Column {
		c.ID, c.Title = id, e.T("roll.col."+id)
		c.Min = max(c.Min, kit.Width(c.Title))
		return c
	}
	widest := 18
	for i := range d.names {
		widest = max(widest, kit.Width(nameOf(d.names[i])))
	}
	cols := []kit.Column{
		col("squad", kit.Column{Min: 2}),
		col("no", kit.Column{Min: 3, Right: true}),
		col("name", kit.Column{Min: min(widest, 32), Max: max(widest, 18), Grow: 3}),
		col("rank", kit.Column{Min: 10, Max: 24, Grow: 1, Drop: 2}),
	}
	for _, key := range []string{"p", "l", "e", "m"} {
		cols = append(cols, kit.Column{ID: key, Title: key, Min: 1})
	}
	cols = append(cols,
		col("state", kit.Column{Min: 13, Drop: 1}),
		col("more", kit.Column{Min: 14, Grow: 2, Drop: 3}))
	d.grid.SetColumns(cols...)
	d.recount()
	list := d.names
	d.grid.SetRows(kit.Rows[model.ID]{
		Len:  len(list),
		Key:  func(i int) model.ID { return list[i].id },
		Cell: func(i, col int) kit.Cell { return d.cell(list[i], col) },
		Find: func(i int) string { return list[i].called + " " + itoa(list[i].no) },
	})
}

func (d *rollCall) cell(n name, col int) kit.Cell {
	th := d.env.Theme
	m, marked := d.marks[n.id]
	if state, ok := stateOf(col); ok {
		if m.State == state {
			return kit.Cell{Text: "●", Style: d.styleOf(state)}
		}
		return kit.Cell{Text: "·", Style: th.Muted}
	}
	switch col {
	case colSquad:
		if n.guest {
			return kit.Cell{Text: "+" + n.squad, Style: th.Due}
		}
		return kit.Cell{Text: n.squad}
	case colNo:
		if n.no > 0 {
			return kit.Cell{Text: itoa(n.no), Style: th.Muted}
		}
	case colName:
		return kit.Cell{Text: nameOf(n)}
	case colRank:
		if !n.staff {
			return kit.Cell{Text: n.rank, Style: th.Muted}
		}
	case colWord:
		if marked {
			return kit.Cell{Text: d.stateWord(m), Style: d.styleOf(m.State)}
		}
	case colMore:
		m.Left = 0 // stands in the column before
		return kit.Cell{Text: d.more(n, m), Style: th.Muted}
	}
	return kit.Cell{}
}

// nameOf is a name as the list has it; somebody of the staff with their parts,
// which no narrow screen may drop.
func nameOf(n name) string {
	if n.staff && n.rank != "" {
		return n.called + " · " + n.rank
	}
	return n.called
}

func (d *rollCall) styleOf(p model.Presence) kit.Style {
	th := d.env.Theme
	switch p {
	case model.Here:
		return th.OK
	case model.Late:
		return th.Due
	case model.Missing:
		return th.Clash
	}
	return th.Muted
}

// stateWord is a mark in a word, with its time: "late 07:42"; of who went
// before the end, "left 11:05".
func (d *rollCall) stateWord(m model.Mark) string {
	if !m.Left.IsZero() {
		return d.env.T("roll.more.left", "at", m.Left.Clock())
	}
	out := d.env.T("roll.state." + string(m.State))
	if !m.At.IsZero() {
		out += " " + m.At.Clock()
	}
	return out
}

// more is what else is known of somebody: when they left, were found, whether
// they were called, the note; and who has not come to the course yet.
func (d *rollCall) more(n name, m model.Mark) string {
	var out []string
	e := d.env
	if n.guest {
		out = append(out, e.T("roll.more.guest"))
	}
	if n.arrives > 0 {
		out = append(out, e.T("roll.more.arrives", "at", n.arrives))
	}
	if !m.Left.IsZero() && m.State == model.Late {
		out = append(out, e.T("roll.state."+string(m.State))+" "+m.At.Clock())
	}
	if !m.Left.IsZero() {
		out = append(out, e.T("roll.more.left", "at", m.Left.Clock()))
	}
	if len(m.Calls) > 0 {
		out = append(out, e.T("roll.more.calls", "n", len(m.Calls)))
	}
	if !m.Found.IsZero() {
		out = append(out, e.T("roll.more.found", "at", m.Found.Clock()))
	}
	if m.Note != "" {
		out = append(out, strings.Join(strings.Fields(m.Note), " "))
	}
	return strings.Join(out, " · ")
}

// A callLayout is where the parts of the roll call are.
type callLayout struct{ head, list, foot kit.Rect }

// layout gives the list what head and foot leave; on a small screen they go.
func (d *rollCall) layout() callLayout {
	all := kit.Rect{W: d.w, H: d.tall}
	head, foot := 3, 2
	switch {
	case d.tall < 5:
		head, foot = 0, 0
	case d.tall < 8:
		head, foot = 1, 0
	case d.tall < 12:
		head, foot = 2, 1
	}
	var l callLayout
	l.head, all = all.Top(head)
	l.foot, l.list = all.Bottom(foot)
	return l
}

// Draw paints the head, the list and what is said of the name in hand.
func (d *rollCall) Draw(c *kit.Canvas) {
	l := d.layout()
	if l.head.H > 1 {
		d.drawWhere(c, 0)
		d.drawCounts(c, 1)
	} else if l.head.H == 1 {
		d.drawCounts(c, 0)
	}
	d.grid.Draw(c.Sub(l.list), true)
	if l.foot.H > 0 {
		d.drawFoot(c, l.foot)
	}
}

// drawWhere says when and where, and what time it is.
func (d *rollCall) drawWhere(c *kit.Canvas, y int) {
	e, th, s := d.env, d.env.Theme, d.session
	clock := d.watch.now.Clock()
	right := c.TextRight(0, c.W(), y, th.Title, clock)
	parts := []string{e.Lang.DayDate(s.Start.Date()) + " " + e.Lang.Hours(s.Span())}
	if p := d.h.Desk().Places.Get(s.Place); p != nil {
		parts = append(parts, p.Label())
	}
	parts = append(parts, d.cohort.Code)
	if !d.draft.Begun.IsZero() || !d.draft.Ended.IsZero() {
		parts = append(parts, e.T("roll.ran", "from", d.begin().Clock(), "to", d.end().Clock()))
	}
	c.TextFit(0, y, right-2, th.Muted, strings.Join(parts, " · "))
}

// A piece is one part of the line of counts.
type piece struct {
	st          kit.Style
	long, short string
	none        bool
}

// pieces is how many are marked how, in the order of the keys.
func (d *rollCall) pieces() []piece {
	e, th := d.env, d.env.Theme
	var out []piece
	add := func(id string, st kit.Style, n int) {
		if n == 0 {
			st = th.Muted
		}
		out = append(out, piece{st, e.T("roll.count."+id, "n", n), e.T("roll.count.short."+id, "n", n), n == 0})
	}
	for _, p := range model.Presences {
		add(string(p), d.styleOf(p), d.count.by[p])
	}
	add("uncalled", th.Warn, d.count.uncalled)
	if d.count.staff > 0 {
		of := itoa(d.count.marked) + "/" + itoa(d.count.staff)
		out = append(out, piece{th.Muted, e.T("roll.count.staff", "of", of), of, false})
	}
	return out
}

// drawCounts says how many are marked how: in a narrower way the less room
// there is, without those that are none, without the staff, and at last in
// signs alone.
func (d *rollCall) drawCounts(c *kit.Canvas, y int) {
	all := d.pieces()
	some := slices.DeleteFunc(slices.Clone(all), func(p piece) bool { return p.none })
	officers := some
	if d.count.staff > 0 {
		officers = some[:len(some)-1]
	}
	list, gap, words := all, 2, false
	for _, try := range []struct {
		list []piece
		gap  int
	}{{all, 3}, {some, 3}, {some, 2}, {officers, 2}} {
		if lineOf(try.list, try.gap) <= c.W() {
			list, gap, words = try.list, try.gap, true
			break
		}
	}
	x := 0
	for _, p := range list {
		text := p.short
		if words {
			text = p.long
		}
		x += c.TextFit(x, y, c.W()-x, p.st, text) + gap
	}
}

// lineOf is the width of the pieces on one line, in words.
func lineOf(list []piece, gap int) int {
	w := -gap
	for _, p := range list {
		w += kit.Width(p.long) + gap
	}
	return w
}

// drawFoot says what a key did, else what is known of the name in hand.
func (d *rollCall) drawFoot(c *kit.Canvas, r kit.Rect) {
	e, th := d.env, d.env.Theme
	y := r.Y + r.H - 1
	if r.H > 1 {
		c.HLine(r.X, r.Y, r.W, th.Rule)
	}
	n, ok := d.current()
	switch m := d.marks[n.id]; {
	case !d.note.IsZero():
		c.TextFit(r.X, y, r.W, th.Warn, e.Say(d.note))
	case !ok:
	case d.asksFound(n, ""):
		since := d.carried[n.id].Since
		c.TextFit(r.X, y, r.W, th.Clash, e.T("roll.foot.carried", "since", d.moment(since), "for", paper.Lasting(e.Lang, max(int(d.watch.now-since), 0))))
	case m.State == model.Missing && m.Found.IsZero() && !n.staff:
		c.TextFit(r.X, y, r.W, th.Clash, e.T("roll.foot.missing", "since", m.Since(d.session).Clock(), "for", paper.Lasting(e.Lang, max(int(d.watch.now-m.Since(d.session)), 0))))
	case d.called():
		c.TextFit(r.X, y, r.W, th.OK, e.T("roll.foot.called")+d.tail(n, m))
	default:
		c.TextFit(r.X, y, r.W, th.Muted, strings.TrimPrefix(d.tail(n, m), " · "))
	}
}

// tail is more about a name, after something else.
func (d *rollCall) tail(n name, m model.Mark) string {
	if s := d.more(n, m); s != "" {
		return " · " + s
	}
	return ""
}
