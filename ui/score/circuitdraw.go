package score

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// Title names the session.
func (d *circuit) Title() string { return titleOf(d.env, d.w, "score.circuit.title", d.session) }

// Result has nothing to say.
func (d *circuit) Result() kit.Read { return kit.Read{} }

// Size is all there is.
func (d *circuit) Size(maxW, maxH int) (w, h int) { return maxW, maxH }

// Resize takes the size.
func (d *circuit) Resize(w, h int) {
	d.w, d.t = w, h
	l := d.layout()
	d.pad.resize(l.pad.W, l.pad.H)
}

// A circuitLayout is where everything is: the stations, below them who is
// where when, and a word.
type circuitLayout struct{ head, pad, table, foot kit.Rect }

func (d *circuit) layout() circuitLayout {
	var l circuitLayout
	rest := kit.Rect{W: d.w, H: d.t}
	if d.t >= 6 {
		l.foot, rest = rest.Bottom(1)
	}
	if d.t >= 9 {
		l.head, rest = rest.Top(1)
	}
	if d.t >= 9 {
		_, rest = rest.Top(1)
	}
	l.pad = rest
	if d.t >= 10 && len(d.v.Stations) > 0 {
		l.pad, rest = rest.Top(min(len(d.v.Stations)+1, max(rest.H/2, 3)))
		_, l.table = rest.Top(1)
	}
	return l
}

// Cursor is in the cell in hand.
func (d *circuit) Cursor() (x, y int, ok bool) {
	l := d.layout()
	x, y, ok = d.pad.Cursor()
	return x + l.pad.X, y + l.pad.Y, ok
}

// Update types, or runs one of its keys.
func (d *circuit) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	return d.pad.serve(msg, d.layout().pad, &d.hint, "score.why.choose", d.save, d.Actions)
}

// Actions are its keys.
func (d *circuit) Actions() []kit.Action {
	some := func() model.Message {
		if len(d.v.Stations) == 0 {
			return model.Say("score.why.no-post")
		}
		return model.Message{}
	}
	generate := kit.Action{ID: "score.key.generate", Keys: []string{"ctrl+t", "g"}, Rank: 5, Run: d.generate}
	if len(d.v.Stations) == 0 {
		generate.Keys, generate.Rank = []string{"g", "ctrl+t"}, 3
	}
	return grouped([]kit.Action{
		{ID: "score.key.leave", Keys: []string{"esc", "ctrl+s"}, Rank: 1},
		keysAction(d.h, 2, &d.pad),
		{ID: "score.key.revert", Keys: []string{"ctrl+z"}, Rank: 4, Why: d.whyAsKept, Run: d.revert},
		generate,
		{ID: "score.key.post", Keys: []string{"+", "ctrl+n"}, Rank: 3, Run: func() tea.Cmd {
			if d.grow() {
				d.pad.to(d.pad.rows-1, d.pad.edge(1))
			}
			return nil
		}},
		{ID: "score.key.turn", Keys: []string{"ctrl+o"}, Rank: 6, Why: some, Run: d.askTurn},
		{ID: "score.key.post-drop", Keys: []string{"-", "ctrl+x"}, Rank: 7, Why: some, Run: d.drop},
	})
}

func (d *circuit) whyAsKept() model.Message {
	if _, changed := d.next(); !changed {
		return model.Say("score.why.nothing-typed")
	}
	return model.Message{}
}

// Draw paints the stations and who is where when.
func (d *circuit) Draw(c *kit.Canvas) {
	th, e := d.env.Theme, d.env
	l := d.layout()
	if !l.head.Empty() {
		about := e.T("score.circuit.about", "n", d.session.Officers(d.cohort))
		n := c.TextFit(l.head.X, l.head.Y, l.head.W, th.Muted, about)
		if _, changed := d.next(); changed {
			c.TextFit(l.head.X+n, l.head.Y, l.head.W-n, th.Due, " · "+e.T("score.circuit.changed"))
		}
	}
	if len(d.v.Stations) == 0 {
		c.Wrap(l.pad, th.Muted, e.T("score.circuit.empty"))
	} else {
		d.pad.Draw(c.Sub(l.pad))
		d.drawTurns(c.Sub(l.table))
	}
	switch {
	case l.foot.Empty():
	case !d.hint.IsZero():
		c.TextFit(l.foot.X, l.foot.Y, l.foot.W, th.Warn, e.Say(d.hint))
	default:
		text, st := d.word()
		c.TextFit(l.foot.X, l.foot.Y, l.foot.W, st, text)
	}
}

// word says how long a turn is, and when there is no time for all of them.
func (d *circuit) word() (string, kit.Style) {
	th, e := d.env.Theme, d.env
	n := len(d.v.Stations)
	if n == 0 {
		return "", th.Muted
	}
	length := d.session.Block.Length * 15
	each := d.v.Turn
	if each == 0 {
		each = max(length/n, 1)
	}
	if len(d.turns) < n {
		return "! " + e.T("score.circuit.short", "n", len(d.turns), "of", n, "each", each, "need", each*n, "have", length), th.Warn
	}
	return e.T("score.circuit.turns", "n", n, "each", each, "over", length-each*n), th.Muted
}

// drawTurns paints the times and at each station the team that is there.
func (d *circuit) drawTurns(c *kit.Canvas) {
	th := d.env.Theme
	if c.H() == 0 || len(d.teams) == 0 {
		return
	}
	const when = 12
	n := len(d.v.Stations)
	room := max(c.W()-when, 0)
	w := max(min(room/max(n, 1), 24), 4)
	for i, p := range d.v.Stations {
		x := when + i*w
		if x+w > c.W() {
			break
		}
		c.TextFit(x, 0, w-1, th.Head, p.Name)
	}
	for y, t := range d.turns {
		if y+1 >= c.H() {
			break
		}
		label := t.From.Clock() + "–" + t.To.Clock()
		if !d.session.Placed() {
			label = d.env.T("score.turn.no", "no", strconv.Itoa(y+1))
		}
		c.TextFit(0, y+1, when-1, th.Muted, label)
		for at, team := range t.Teams {
			x := when + at*w
			if x+w > c.W() {
				break
			}
			if team < len(d.names) {
				c.TextFit(x, y+1, w-1, th.Text, d.names[team])
			}
		}
	}
	d.drawTeams(c, len(d.turns)+2)
}

// drawTeams paints who is in each team, from the line y on.
func (d *circuit) drawTeams(c *kit.Canvas, y int) {
	const when = 12
	for i, t := range d.teams {
		if y+i >= c.H() || i >= len(d.names) {
			break
		}
		c.TextFit(0, y+i, when-1, d.env.Theme.Muted, d.names[i])
		c.TextFit(when, y+i, c.W()-when, d.env.Theme.Muted, d.people(t.People))
	}
}
