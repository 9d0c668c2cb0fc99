package schedule

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// The heat as a dialog: its keys, and how it looks.

func (h *heat) foot() int {
	if h.h < heatFoot+4 {
		return 0
	}
	return heatFoot
}

func (h *heat) Title() string {
	return h.t.env.T("schedule.heat.title." + [...]string{byStaff: "staff", byPlace: "places", byVehicle: "vehicles"}[h.by])
}

// Result is whose board is to be seen.
func (h *heat) Result() lens {
	if i, ok := h.grid.CurrentKey(); ok {
		return h.rows[i]
	}
	return lens{}
}

func (h *heat) Size(maxW, maxH int) (w, ht int) {
	return min(maxW, 28+14+len(h.days)*heatCell), min(maxH, max(len(h.rows), 4)+2+heatFoot)
}

func (h *heat) Resize(w, ht int) {
	h.w, h.h = w, ht
	h.columns()
}

func (h *heat) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	if x, y, ok := kit.Click(msg); ok {
		return h.click(msg, x, y), nil
	}
	k, isKey := msg.(tea.KeyPressMsg)
	text, typing := h.grid.Filter()
	if !isKey || typing {
		h.grid.Update(msg)
		h.line = h.words()
		return kit.Stay, nil
	}
	switch {
	case kit.IsKey(k, "esc") && text == "":
		return kit.Cancelled, nil
	case kit.IsKey(k, "enter"):
		if _, ok := h.grid.Current(); ok {
			return kit.Done, nil
		}
	case kit.IsKey(k, "o", "tab"):
		h.by = map[lensKind]lensKind{byStaff: byPlace, byPlace: byVehicle, byVehicle: byStaff}[h.by]
		h.grid.SetFilter("")
		h.grid.SetRows(kit.Rows[int]{}) // the others' rows are not asked for by the numbers of these
		h.read()
	case kit.IsKey(k, "left", "h"):
		h.day = max(h.day-1, 0)
		h.columns()
	case kit.IsKey(k, "right", "l"):
		h.day = min(h.day+1, len(h.days)-1)
		h.columns()
	default:
		h.grid.Update(k)
		h.line = h.words()
	}
	return kit.Stay, nil
}

// click puts the cursor on a day of a row; the second click goes there.
func (h *heat) click(msg tea.Msg, x, _ int) kit.Outcome {
	was, _ := h.grid.Current()
	h.grid.Update(msg)
	slot, ok := h.slot()
	if !ok || x < slot.X || x >= slot.X+slot.W {
		return kit.Stay
	}
	day := min(h.from+(x-slot.X)/heatCell, len(h.days)-1)
	if now, had := h.grid.Current(); had && now == was && day == h.day {
		return kit.Done
	}
	h.day = day
	h.columns()
	return kit.Stay
}

// slot is where the days lie.
func (h *heat) slot() (kit.GridSlot, bool) {
	for _, s := range h.grid.Layout().Cols {
		if s.Col == 1 {
			return s, true
		}
	}
	return kit.GridSlot{}, false
}

func (h *heat) Draw(c *kit.Canvas) {
	th, foot := h.t.env.Theme, h.foot()
	body := c.Sub(kit.Rect{W: c.W(), H: c.H() - foot})
	h.grid.Draw(body, true)
	if s, ok := h.slot(); ok {
		x := s.X + (h.day-h.from)*heatCell
		r := h.grid.Layout().Body
		body.SetStyle(kit.Rect{X: x, Y: r.Y - 1, W: heatCell - 1, H: 1}, func(st kit.Style) kit.Style { return th.Accent.Underline() })
		body.SetStyle(kit.Rect{X: x, Y: r.Y, W: heatCell - 1, H: r.H}, func(st kit.Style) kit.Style { return st.Bold() })
		h.drawFull(body, s, r)
	}
	if foot == 0 {
		return
	}
	y := c.H() - foot
	c.HLine(0, y, c.W(), th.Rule)
	c.TextFit(0, y+1, c.W(), th.Text, h.line)
	c.TextFit(0, y+2, c.W(), th.Muted, h.t.env.T("schedule.heat.key"))
}

// drawFull gives what is full, or not there, its colour.
func (h *heat) drawFull(c *kit.Canvas, s kit.GridSlot, r kit.Rect) {
	th := h.t.env.Theme
	for y := r.Y; y < r.Y+r.H; y++ {
		for x := s.X; x < s.X+s.W; x += heatCell {
			ch, st := c.At(x, y)
			if st.IsReverse() {
				continue
			}
			switch ch {
			case "█":
				st = th.Warn
			case "×", "·":
				st = th.Muted
			case "░", "▒", "▓":
				st = th.OK
			default:
				continue
			}
			c.Text(x, y, st, ch)
		}
	}
}

// words is the day under the cursor in full: what they have, or that they are
// free.
func (h *heat) words() string {
	i, ok := h.grid.CurrentKey()
	if !ok {
		return ""
	}
	t, l, date := h.t, h.rows[i], h.days[h.day]
	parts := []string{h.names[i], t.env.Lang.Day(date)}
	var list []*model.Session
	for s := range t.host.Desk().Sessions.All {
		if s.Placed() && s.Start.Date() == date && l.shows(s, t.cohortOf(s)) {
			list = append(list, s)
		}
	}
	model.SortSessions(list)
	for _, s := range list {
		text := t.env.Lang.Hours(s.Span()) + " " + s.Block.Title.In(t.env.Lang.Tag())
		if c := t.cohortOf(s); c.ID != t.cohort.ID {
			text += " " + c.Code
		}
		parts = append(parts, text)
	}
	for _, x := range t.hatchesOf(l, model.Span{From: date.At(7 * model.Hour), To: date.At(18 * model.Hour)}) {
		parts = append(parts, x.why)
	}
	if len(parts) == 2 {
		parts = append(parts, t.env.T("schedule.heat.free"))
	}
	return strings.Join(parts, " · ")
}

func (h *heat) Cursor() (x, y int, ok bool) { return h.grid.Cursor() }

func (h *heat) Actions() []kit.Action {
	return []kit.Action{
		{ID: "schedule.heat.go", Keys: []string{"enter"}, Rank: 1},
		{ID: "schedule.heat.next", Keys: []string{"o"}, Rank: 2},
		{ID: "schedule.heat.day", Keys: []string{"left", "right"}, Rank: 3},
		{ID: "schedule.filter-list", Keys: []string{"/"}, Rank: 4},
		{ID: "kit.close", Keys: []string{"esc"}, Rank: 5},
	}
}
