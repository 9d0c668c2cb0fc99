package today

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// From this width on, the day and the list of what is due stand beside each
// other; below it one of them is shown.
const twoWide = 100

// A plan is where everything is and what is written there. It is made when
// something changes; drawing only paints it.
type plan struct {
	head, missing, now, names kit.Rect
	blocks, about             kit.Rect // the day's list, and what is under its cursor
	due, reason               kit.Rect // the list of what is due, and what is under its cursor
	bar                       kit.Rect // between two columns

	day    string // the head: the day, and at its right how it is looked at
	aside  string
	lost   []string // who is missing
	told   []line   // now and next
	labels []paneLabel
	detail []line // of the block
	why    []line // of the item
}

// A paneLabel is the name of a pane in the line above the lists, and where it
// is, for the mouse.
type paneLabel struct {
	pane  pane
	x, w  int
	text  string
	count string
	hard  bool
}

// arrange makes the plan for the size there is.
func (t *Tab) arrange() {
	var p plan
	full := kit.Rect{W: t.w, H: t.tall}.Inset(1, 0)
	p.head, full = full.Top(1)
	p.day, p.aside = t.dayLine(p.head.W)
	lost := min(len(t.missing), max(t.tall/8, 1))
	p.missing, full = full.Top(lost)
	p.missing.X, p.missing.W = 0, t.w
	for i := range t.missing[:min(lost, p.missing.H)] {
		p.lost = append(p.lost, t.sayMissing(&t.missing[i], t.w-4))
	}
	if hidden := len(t.missing) - len(p.lost); hidden > 0 && len(p.lost) > 0 {
		last := len(p.lost) - 1
		p.lost[last] = fitParts([]string{p.lost[last], t.h.Env().T("today.missing.more", "n", hidden)}, t.w-4)
	}
	if t.w >= twoWide {
		t.twoColumns(&p, full)
	} else {
		t.oneColumn(&p, full)
	}
	t.blocks.Resize(p.blocks.W, p.blocks.H)
	t.items.Resize(p.due.W, p.due.H)
	if !p.about.Empty() {
		p.detail = t.aboutBlock(p.about.W, p.about.H)
	}
	if !p.reason.Empty() {
		p.why = t.aboutItem(p.reason.W)
	}
	t.plan = p
	if now := t.underCursor(); now != t.reading {
		t.read, t.reading = 0, now
	}
	t.read = max(min(t.read, t.unread()), 0)
}

// underCursor is the record that the detail in hand is about.
func (t *Tab) underCursor() reading {
	v := reading{pane: t.focus}
	switch t.focus {
	case onBlocks:
		v.block, _ = t.blocks.CurrentKey()
	case onDue:
		v.item, _ = t.items.CurrentKey()
	case onMissing:
	}
	return v
}

// inHand is the detail in hand and its place.
func (t *Tab) inHand() (kit.Rect, []line) {
	switch t.focus {
	case onBlocks:
		return t.plan.about, t.plan.detail
	case onDue:
		return t.plan.reason, t.plan.why
	case onMissing:
	}
	return kit.Rect{}, nil
}

// unread is how many lines of the detail in hand its pane has no room for.
func (t *Tab) unread() int {
	r, list := t.inHand()
	if r.Empty() {
		return 0
	}
	return max(len(list)-r.H, 0)
}

// readOn moves the detail in hand by a pane, one line staying in sight.
func (t *Tab) readOn(by int) tea.Cmd {
	r, _ := t.inHand()
	t.read = max(min(t.read+by*max(r.H-1, 1), t.unread()), 0)
	return nil
}

// twoColumns: at the left now and next, the day, and the block under the
// cursor; at the right what is wrong or due, and its reason.
func (t *Tab) twoColumns(p *plan, full kit.Rect) {
	left, rest := full.Left(full.W * 57 / 100)
	p.bar, rest = rest.Left(3)
	_, full = rest.Left(0)
	p.now, left = t.fitNow(p, left, full.H/3)
	p.names, left = left.Top(1)
	// What the day's list does not need is the detail's; it depends on no
	// cursor, so that nothing jumps.
	detail := max(min(full.H/4, 14), 5)
	p.about, left = left.Bottom(max(detail, min(left.H-len(t.rows)-3, 16)))
	_, p.blocks = left.Bottom(1)
	var title kit.Rect
	title, full = full.Top(1)
	p.reason, full = full.Bottom(detail)
	_, p.due = full.Bottom(1)
	p.labels = []paneLabel{t.blocksLabel(p.names.X), t.dueLabel(title.X)}
}

// oneColumn: now and next, the names of the two lists, the one in hand and
// what is under its cursor.
func (t *Tab) oneColumn(p *plan, full kit.Rect) {
	detail := max(full.H/6, min(3, full.H/4))
	p.now, full = t.fitNow(p, full, max(min(6, full.H/3), 1))
	p.names, full = full.Top(1)
	below, full := full.Bottom(detail)
	_, list := full.Bottom(1)
	if t.focus == onDue {
		p.due, p.reason = list, below
	} else {
		p.blocks, p.about = list, below
	}
	day := t.blocksLabel(p.names.X)
	p.labels = []paneLabel{day, t.dueLabel(day.x + day.w + 3)}
}

// asked is the room for which now and next were written.
type asked struct{ w, room int }

// fitNow cuts off the rows that now and next need, at most room.
func (t *Tab) fitNow(p *plan, r kit.Rect, room int) (now, rest kit.Rect) {
	if v := (asked{r.W, min(room, r.H)}); t.told == nil || t.toldFor != v { // no cursor is in it
		t.told, t.toldFor = t.nowAndNext(v.w, v.room), v
	}
	p.told = t.told
	now, rest = r.Top(len(p.told))
	if rest.H > 12 {
		_, rest = rest.Top(1)
	}
	return now, rest
}

func (t *Tab) blocksLabel(x int) paneLabel {
	e, n := t.h.Env(), 0
	for i := range t.rows {
		if counts(t.rows[i].session) {
			n++
		}
	}
	l := paneLabel{pane: onBlocks, x: x, text: e.T("today.pane.day"), count: e.T("today.pane.blocks", "n", n)}
	l.w = kit.Width(l.text) + 2 + kit.Width(l.count)
	return l
}

func (t *Tab) dueLabel(x int) paneLabel {
	e := t.h.Env()
	l := paneLabel{pane: onDue, x: x, text: e.T("today.pane.due"), hard: t.hard > 0}
	if t.hard > 0 {
		l.count = "! " + e.Lang.Number(t.hard) + "  "
	}
	l.count += "· " + e.Lang.Number(len(t.due)-t.hard)
	if name := t.siftName(); name != "" {
		l.count += "  " + e.T("today.sifted", "what", name, "n", len(t.listed))
	}
	l.w = kit.Width(l.text) + 2 + kit.Width(l.count)
	return l
}

// dayLine is the day and the time of day, and at the right how far the course
// is, or how the day that is looked at lies to today.
func (t *Tab) dayLine(w int) (day, aside string) {
	e := t.h.Env()
	d := t.day()
	day = e.Lang.LongDate(d)
	if kit.Width(day) > w*2/3 {
		day = e.Lang.DayDate(d)
	}
	switch t.off {
	case 0:
		now := t.clock.in("")
		if len(t.classes) > 0 {
			now = t.classes[0].now
		}
		day += " · " + now.Clock()
		switch len(t.classes) {
		case 0:
		case 1:
			if k := &t.classes[0]; k.day >= k.cohort.First && k.day <= k.cohort.Last {
				aside = k.cohort.Code + " · " + t.courseDay(k)
			}
		default:
			aside = e.T("today.courses", "n", len(t.classes))
		}
	case -1:
		aside = e.T("today.yesterday")
	case 1:
		aside = e.T("today.tomorrow")
	default:
		aside = e.T("today.in-days", "n", t.off)
		if t.off < 0 {
			aside = e.T("today.days-ago", "n", -t.off)
		}
	}
	return day, aside
}

func (t *Tab) courseDay(k *class) string {
	return t.h.Env().T("today.day-of", "n", int(k.day-k.cohort.First)+1, "of", k.cohort.Days())
}

// Draw paints the tab.
func (t *Tab) Draw(c *kit.Canvas) {
	e, p := t.h.Env(), &t.plan
	th := e.Theme
	st := th.Title
	if t.off != 0 {
		st = th.Accent
	}
	line{parts: []part{{st, p.day}}, right: part{th.Muted, p.aside}}.draw(c, p.head.X, p.head.Y, p.head.W)
	t.drawMissing(c)
	for i, l := range p.told {
		l.draw(c, p.now.X, p.now.Y+i, p.now.W)
	}
	for _, n := range p.labels {
		t.drawLabel(c, n)
	}
	if !p.bar.Empty() {
		c.VLine(p.bar.X+1, p.bar.Y, p.bar.H, th.Rule)
	}
	if !p.blocks.Empty() {
		t.blocks.Draw(c.Sub(p.blocks), t.focus == onBlocks)
	}
	if !p.due.Empty() {
		t.items.Draw(c.Sub(p.due), t.focus == onDue)
	}
	t.drawDetail(c, p.about, p.detail, t.focus == onBlocks)
	t.drawDetail(c, p.reason, p.why, t.focus == onDue)
}

// drawLabel paints the name of a list: the one in hand as a title, both with
// how much is in them.
func (t *Tab) drawLabel(c *kit.Canvas, n paneLabel) {
	th := t.h.Env().Theme
	y, end := t.labelRow(n), t.labelEnd(n)
	st := th.Muted
	if t.focus == n.pane {
		st = th.Title.Underline()
	}
	x := n.x + c.TextFit(n.x, y, end-n.x, st, n.text) + 2
	st = th.Muted
	if n.hard {
		st = th.Clash
	}
	if x < end {
		c.TextFit(x, y, end-x, st, n.count)
	}
}

// labelRow is the row of a pane's name: above its list.
func (t *Tab) labelRow(n paneLabel) int {
	if n.pane == onDue && !t.plan.bar.Empty() {
		return t.plan.bar.Y
	}
	return t.plan.names.Y
}

func (t *Tab) labelEnd(n paneLabel) int {
	if n.pane == onBlocks && !t.plan.bar.Empty() {
		return t.plan.bar.X
	}
	return t.w - 1
}

// drawDetail paints what is under a cursor below its list, behind a rule; what
// there is no room for is counted, and in the pane in hand which key reads on.
func (t *Tab) drawDetail(c *kit.Canvas, r kit.Rect, list []line, inHand bool) {
	if r.Empty() {
		return
	}
	e := t.h.Env()
	th, id := e.Theme, "today.detail.more"
	c.HLine(r.X, r.Y-1, r.W, th.Rule)
	if inHand {
		id = "today.detail.key"
		list = list[min(t.read, len(list)):]
	}
	for i, l := range list[:min(len(list), r.H)] {
		l.draw(c, r.X, r.Y+i, r.W)
	}
	if left := len(list) - r.H; left > 0 {
		c.TextRight(r.X, r.X+r.W, r.Y-1, th.Muted, " "+e.T(id, "n", left, "key", "J")+" ")
	}
}

// session is the block that an action is about: the one under the cursor of
// the list in hand; nil without one.
func (t *Tab) session() *model.Session {
	switch t.focus {
	case onMissing:
		if t.at < len(t.missing) {
			return t.missing[t.at].Session
		}
	case onDue:
		if v := t.item(); v != nil {
			if v.Ref.Kind == model.KindSession || v.Ref.Kind == model.KindRoll { // a roll has its session's id
				return t.h.Desk().Sessions.Get(v.Ref.ID)
			}
			if len(v.Sessions) > 0 {
				return t.h.Desk().Sessions.Get(v.Sessions[0])
			}
		}
	case onBlocks:
		if r := t.current(); r != nil {
			return r.session
		}
	}
	return nil
}
