package schedule

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// A trayRow is a session of the tray on the screen. y and h are within the
// list below the tray's head.
type trayRow struct {
	s     *model.Session
	y, h  int
	title string
	right string // squads and length
	usual string // second line, where there is one
}

// trayShown is the tray as the filter leaves it.
func (t *Tab) trayShown() []*model.Session {
	if t.filter == nil || t.filter.Value() == "" {
		return t.tray
	}
	words := kit.Words(t.filter.Value())
	var out []*model.Session
	for _, s := range t.tray {
		text := string(s.Block.Kind) + " " + s.Block.Title.In(t.env.Lang.Tag()) + " " +
			t.env.T("word.kind."+string(s.Block.Kind)) + " " + s.Squads.String()
		if words.In(text) {
			out = append(out, s)
		}
	}
	return out
}

func (t *Tab) traySession() *model.Session {
	for _, s := range t.trayShown() {
		if s.ID == t.traySel {
			return s
		}
	}
	return nil
}

// listRect is the part of the tray below its head: empty when the tray below
// the board is folded to one line.
func (t *Tab) listRect() kit.Rect {
	r := t.frame.tray
	if r.H < 2 {
		return kit.Rect{}
	}
	_, r = r.Top(1)
	return r
}

// filterRect is where the filter is typed, in the tray's head.
func (t *Tab) filterRect() kit.Rect {
	r := t.frame.tray
	x := kit.Width(t.trayTitle()) + 4
	return kit.Rect{X: r.X + x, Y: r.Y, W: max(r.W-x, 1), H: 1}
}

func (t *Tab) trayTitle() string {
	all := on(t.tray)
	n := strconv.Itoa(all)
	if shown := on(t.trayShown()); shown != all {
		n = strconv.Itoa(shown) + "/" + n
	}
	return t.env.T("schedule.tray.title") + " " + n
}

// makeTray lays the tray's sessions out: with their usual slot on a line of
// its own when all of them fit that way.
func (t *Tab) makeTray() []trayRow {
	list := t.trayShown()
	r := t.listRect()
	h := 1
	if r.H >= 2*len(list) && !t.frame.below {
		h = 2
	}
	at := slices.IndexFunc(list, func(s *model.Session) bool { return s.ID == t.traySel })
	shown := max(r.H/h, 0)
	t.trayTop = min(t.trayTop, max(len(list)-shown, 0))
	if at >= 0 && t.inTray {
		t.trayTop = max(min(t.trayTop, at), at-shown+1, 0)
	}
	var rows []trayRow
	for i := t.trayTop; i < len(list) && len(rows) < shown; i++ {
		s := list[i]
		right := t.env.Lang.Length(s.Block.Length)
		if who := t.squadsLabel(s, t.cohort); who != "" && who != t.env.T("word.squads.all") {
			right = who + " " + right
		}
		if s.Off != nil {
			right = "× " + right
		}
		row := trayRow{s: s, y: len(rows) * h, h: h, title: s.Block.Title.In(t.env.Lang.Tag()), right: right}
		if at := t.usualStart(s); !at.IsZero() {
			row.usual = t.env.Lang.When(at)
		}
		rows = append(rows, row)
	}
	return rows
}

func (t *Tab) enterTray() tea.Cmd {
	if len(t.tray) == 0 {
		return t.tell(kit.Warn, model.Say("schedule.tray.empty"))
	}
	t.inTray = true
	t.arrange()
	t.reveal()
	return nil
}

func (t *Tab) leaveTray() {
	t.inTray, t.typing, t.filter = false, false, nil
	t.arrange()
	t.reveal()
}

// goTray moves the cursor in the tray; above its first row lies the board.
func (t *Tab) goTray(by int) {
	list := t.trayShown()
	if len(list) == 0 {
		return
	}
	at := slices.IndexFunc(list, func(s *model.Session) bool { return s.ID == t.traySel })
	t.traySel = list[min(max(at+by, 0), len(list)-1)].ID
	t.arrange()
}

// openFilter begins to narrow the tray.
func (t *Tab) openFilter() tea.Cmd {
	if cmd := t.enterTray(); cmd != nil {
		return cmd
	}
	if t.filter == nil {
		t.filter = kit.NewInput("")
	}
	t.typing = true
	t.arrange()
	return nil
}

func (t *Tab) typeFilter(m tea.KeyPressMsg) {
	switch {
	case kit.IsKey(m, "enter"):
		t.typing = false
	case t.filter.Update(m):
		if t.traySession() == nil {
			if list := t.trayShown(); len(list) > 0 {
				t.traySel = list[0].ID
			}
		}
	}
	t.arrange()
}

func (t *Tab) drawTray(cv *kit.Canvas) {
	th, r := t.env.Theme, t.frame.tray
	if r.Empty() {
		return
	}
	title := th.Muted
	if t.inTray {
		title = th.Accent
	}
	used := cv.TextFit(r.X, r.Y, r.W, title, t.trayTitle())
	if t.filter != nil {
		cv.Text(r.X+used+1, r.Y, th.Key, "/")
		f := t.filterRect()
		t.filter.Draw(cv, t.env, f.X, f.Y, f.W, th.Text)
	}
	if on(t.tray) == 0 && len(t.rows) == 0 {
		cv.TextFit(r.X+used+2, r.Y, r.W-used-2, th.OK, t.env.T("schedule.tray.done"))
		t.drawLegend(cv)
		return
	}
	list := t.listRect()
	if list.Empty() {
		t.drawFolded(cv, r.X+used+2)
		return
	}
	for i := range t.rows {
		t.drawTrayRow(cv.Sub(kit.Rect{X: list.X, Y: list.Y + t.rows[i].y, W: list.W, H: t.rows[i].h}), &t.rows[i])
	}
	if shown := len(t.trayShown()); shown > len(t.rows) && len(t.rows) > 0 {
		cv.TextRight(r.X+used+1, r.X+r.W, r.Y, th.Muted, t.env.T("schedule.tray.of", "from", t.trayTop+1, "to", t.trayTop+len(t.rows)))
	}
	t.drawLegend(cv)
}

// drawFolded is the tray in one line: what would be placed next.
func (t *Tab) drawFolded(cv *kit.Canvas, x int) {
	th, r := t.env.Theme, t.frame.tray
	for _, s := range t.trayShown() {
		if s.Off != nil {
			break
		}
		l := t.looks().of(s.Block.Kind)
		text := " " + s.Block.Title.In(t.env.Lang.Tag()) + " " + t.env.Lang.Length(s.Block.Length)
		if x+1+kit.Width(text) > r.X+r.W {
			cv.TextFit(x, r.Y, r.X+r.W-x, th.Muted, "…")
			return
		}
		chip, st := l.chip, th.Text
		if t.move != nil {
			chip, st = th.Dimmed, th.Dimmed
		}
		cv.Text(x, r.Y, chip, string(s.Block.Kind))
		x += 1 + cv.Text(x+1, r.Y, st, text) + 2
	}
}

func (t *Tab) drawTrayRow(c *kit.Canvas, row *trayRow) {
	th := t.env.Theme
	chip, text, quiet := t.looks().of(row.s.Block.Kind).chip, th.Text, th.Muted
	moving := t.move != nil && t.move.s.ID == row.s.ID
	here := row.s.ID == t.traySel
	switch {
	case here && t.inTray || moving:
		text, quiet = th.Selected, th.Selected
		c.Fill(c.Bounds(), th.Selected, " ")
	case t.move != nil:
		chip, text, quiet = th.Dimmed, th.Dimmed, th.Dimmed
	case here:
		text = th.Marked
	}
	if row.s.Off != nil {
		chip, text, quiet = th.Muted, text.Strike(), th.Muted
	}
	c.Text(0, 0, chip, string(row.s.Block.Kind))
	end := c.TextRight(c.W()/2, c.W(), 0, quiet, row.right)
	c.TextFit(2, 0, end-3, text, row.title)
	if row.h > 1 && row.usual != "" {
		c.TextFit(2, 1, c.W()-2, quiet, t.env.T("schedule.tray.usual", "at", row.usual))
	}
}

// drawLegend explains letters and marks in what a tall tray leaves free.
func (t *Tab) drawLegend(cv *kit.Canvas) {
	r, th := t.frame.tray, t.env.Theme
	used := 1
	for _, row := range t.rows {
		used += row.h
	}
	need := len(model.BlockKinds) + 6
	if t.frame.below || r.H-used < need+1 {
		return
	}
	y := r.Y + r.H - need
	for i, k := range model.BlockKinds {
		cv.Text(r.X, y+i, t.looks().of(k).chip, string(k))
		cv.TextFit(r.X+2, y+i, r.W-2, th.Muted, t.env.T("word.kind."+string(k)))
	}
	y += len(model.BlockKinds) + 1
	for i, m := range []struct {
		mark string
		st   kit.Style
		id   string
	}{
		{"!", th.Clash.Reverse(), "schedule.legend.clash"},
		{"?", th.Warn, "schedule.legend.lack"},
		{"~", th.Warn, "schedule.legend.hint"},
		{"▪", th.Text, "schedule.legend.pin"},
		{"»", th.Text, "schedule.legend.changed"},
	} {
		cv.Text(r.X, y+i, m.st, m.mark)
		cv.TextFit(r.X+2, y+i, r.W-2, th.Muted, t.env.T(m.id))
	}
}
