package plan

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/planner"
	"muster/ui/kit"
)

func (p pages) whyRelays() model.Message {
	if why := p.whyBlock(); !why.IsZero() {
		return why
	}
	switch s := p.session(); {
	case !s.Block.LiveFire() || s.Block.Fire == nil:
		return model.Say("plan.why.no-fire")
	case s.Off != nil:
		return model.Say("plan.why.off")
	}
	return model.Message{}
}

// relays shows what more or fewer relays take of instructors and of the clock,
// and gives the session those that are chosen.
func (p pages) relays() tea.Cmd {
	start := p.session()
	c := p.h.Desk().Cohorts.Get(start.Cohort)
	list := p.eng.trade(p.h.Desk(), start.ID, options(p.h, []model.ID{start.Cohort}))
	if len(list) == 0 {
		return p.h.Tell(kit.Warn, model.Say("plan.relays.none"))
	}
	d := &shootTable{pages: p, env: p.h.Env(), s: start, officers: start.Officers(c), list: list}
	d.make()
	kit.Open(p.h.Dialogs(), d, func(v planner.Way) tea.Cmd {
		now := p.h.Desk().Sessions.Get(start.ID)
		if now != start {
			return p.h.Tell(kit.Warn, model.Say("plan.relays.changed"))
		}
		next := now.Clone()
		fire := *next.Block.Fire
		fire.Relays = v.Relays
		next.Block.Fire, next.Block.Length = &fire, v.Length
		rec, err := model.NewSession(next)
		if err != nil {
			return p.h.Fail(err)
		}
		if v.Now && v.Length == now.Block.Length {
			return nil
		}
		before := forbidden(p.h.Board())
		act := model.Say("plan.act.relays", "block", next.Block.Title, "n", v.Relays, "length", length(v.Length))
		cmd := p.h.Commit(model.Change{Act: act, Puts: []model.Put{p.h.Desk().Put(rec)}})
		if after := forbidden(p.h.Board()); after > before {
			return tea.Batch(cmd, p.h.Tell(kit.Warn, model.Say("plan.hurts", "n", after-before)))
		}
		return tea.Batch(cmd, p.h.Tell(kit.OK, act))
	})
	return nil
}

// length is a length of time as an act names it: "3 h 15".
func length(quarters int) model.Message {
	h, m := quarters/model.Hour, quarters%model.Hour*15
	switch {
	case h == 0:
		return model.Say("schedule.length.minutes", "m", m)
	case m == 0:
		return model.Say("schedule.length.hours", "h", h)
	}
	return model.Say("schedule.length.both", "h", h, "m", m)
}

// A shootTable is the trade of relays against instructors and hours. It ends
// in the way that was chosen.
type shootTable struct {
	pages
	env      *kit.Env
	s        *model.Session
	officers int
	list     []planner.Way
	grid     *kit.Grid[int]
	wide     int
	high     int
	said     model.Message
}

func (d *shootTable) make() {
	e := d.env
	d.grid = kit.NewGrid[int](e)
	head := func(id string) (string, int) {
		t := e.T("plan.col." + id)
		return t, max(kit.Width(t), 7)
	}
	var cols []kit.Column
	for i, id := range []string{"relays", "line", "instructors", "crew", "clock", "hours"} {
		t, w := head(id)
		cols = append(cols, kit.Column{ID: id, Title: t, Min: w, Right: true, Drop: []int{0, 2, 0, 3, 0, 1}[i]})
	}
	cols = append(cols, kit.Column{ID: "now", Min: 9, Grow: 1})
	d.grid.SetColumns(cols...)
	d.grid.SetRows(kit.Rows[int]{
		Len: len(d.list), Key: func(i int) int { return d.list[i].Relays },
		Cell: func(i, col int) kit.Cell {
			v, th := d.list[i], e.Theme
			text := th.Text
			if !v.Why.IsZero() {
				text = th.Muted
			}
			switch col {
			case 0:
				return kit.Cell{Text: e.Lang.Number(v.Relays), Style: text}
			case 1:
				return kit.Cell{Text: e.Lang.Number(v.Engaged), Style: th.Muted}
			case 2:
				return kit.Cell{Text: e.Lang.Number(v.Line), Style: text}
			case 3:
				return kit.Cell{Text: e.Lang.Number(v.Crew), Style: th.Muted}
			case 4:
				return kit.Cell{Text: e.Lang.Length(v.Length), Style: text}
			case 5:
				return kit.Cell{Text: e.Lang.Length(v.Quarters()), Style: th.Muted}
			}
			switch {
			case v.Now:
				return kit.Cell{Text: e.T("plan.relays.now"), Style: th.Accent}
			case !v.Why.IsZero():
				return kit.Cell{Text: e.T("plan.relays.no"), Style: th.Warn}
			}
			return kit.Cell{}
		},
	})
	for _, v := range d.list {
		if v.Now {
			d.grid.Select(v.Relays)
		}
	}
}

// Title names the session.
func (d *shootTable) Title() string {
	return d.env.T("plan.relays.title", "block", d.s.Block.Title)
}

// Result is the way under the cursor.
func (d *shootTable) Result() planner.Way {
	if i, ok := d.grid.Current(); ok {
		return d.list[i]
	}
	return planner.Way{}
}

// shootFoot is the lines below the table: a rule, and what the row comes to.
const shootFoot = 4

// Size fits the table.
func (d *shootTable) Size(maxW, maxH int) (w, h int) {
	return min(maxW, 76), min(maxH, len(d.list)+1+shootFoot)
}

func (d *shootTable) foot() int {
	if d.high < 8 {
		return min(1, max(d.high-2, 0))
	}
	return shootFoot
}

// Resize takes the size.
func (d *shootTable) Resize(w, h int) {
	d.wide, d.high = w, h
	d.grid.Resize(w, max(h-d.foot(), 1))
}

// Cursor is in the filter while it is typed.
func (d *shootTable) Cursor() (x, y int, ok bool) { return d.grid.Cursor() }

// Update walks the table and ends it.
func (d *shootTable) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	if _, _, _, mouse := kit.MouseAt(msg, 0, 0); mouse {
		if point(d.grid, msg) && d.whyNot().IsZero() {
			return kit.Done, nil
		}
		return kit.Stay, nil
	}
	k, isKey := msg.(tea.KeyPressMsg)
	if text, typing := d.grid.Filter(); !isKey || typing || kit.IsKey(k, "esc") && text != "" {
		d.grid.Update(msg)
		return kit.Stay, nil
	}
	d.said = model.Message{}
	switch {
	case kit.IsKey(k, "esc"):
		return kit.Cancelled, nil
	case kit.IsKey(k, "enter"):
		if d.said = d.whyNot(); !d.said.IsZero() {
			return kit.Stay, nil
		}
		return kit.Done, nil
	case kit.IsKeys(k):
		d.h.Dialogs().ListKeys()
	case kit.IsKey(k, "<", ">"): // the order is that of the relays
	case !d.grid.Update(msg) && kit.Typed(k) != "":
		d.said = model.Say("plan.no-key")
	}
	return kit.Stay, nil
}

// whyNot is why the session cannot shoot as the row under the cursor says.
func (d *shootTable) whyNot() model.Message {
	if v := d.Result(); !v.Now {
		return v.Why
	}
	return model.Message{}
}

// Draw paints the table and the row under the cursor in a sentence.
func (d *shootTable) Draw(c *kit.Canvas) {
	e, th, n := d.env, d.env.Theme, d.foot()
	d.grid.Draw(c.Sub(kit.Rect{W: c.W(), H: c.H() - n}), true)
	if n == 0 {
		return
	}
	r := kit.Rect{Y: c.H() - n, W: c.W(), H: n}
	if n > 1 {
		c.HLine(0, r.Y, r.W, th.Rule)
		_, r = r.Top(1)
	}
	if !d.said.IsZero() {
		c.Wrap(r, th.Warn, e.Say(d.said))
		return
	}
	v := d.Result()
	text := e.T("plan.relays.says", "n", v.Relays, "officers", d.officers, "line", v.Engaged,
		"needs", v.Line, "crew", v.Crew, "clock", e.Lang.Length(v.Length), "hours", e.Lang.Length(v.Quarters()))
	if why := d.whyNot(); !why.IsZero() {
		text = e.Say(why) + " " + text
	}
	c.Wrap(r, th.Muted, text)
}

// Actions are the keys.
func (d *shootTable) Actions() []kit.Action {
	return []kit.Action{
		{ID: "plan.key.shoot", Keys: []string{"enter"}, Rank: 1, Why: d.whyNot},
		{ID: "kit.cancel", Keys: []string{"esc"}, Rank: 2},
		listKeys(d.h, 3),
	}
}
