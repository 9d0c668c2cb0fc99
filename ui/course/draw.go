package course

import (
	"strings"

	"muster/ui/kit"
)

// A layout is where the parts of the page are: the two lists beside each other,
// or on a narrow screen the one that has the keys.
type layout struct {
	courses, blocks kit.Rect
	rule            int // column of the rule between them; -1 when there is none
	foot            kit.Rect
}

// wide is the width from which both lists stand side by side.
const wide = 96

func (p *page) layout() layout {
	all := kit.Rect{W: p.w, H: p.t}
	l := layout{rule: -1}
	switch {
	case p.t >= 24:
		l.foot, all = all.Bottom(5)
	case p.t >= 14:
		l.foot, all = all.Bottom(3)
	case p.t >= 6:
		l.foot, all = all.Bottom(1)
	}
	switch {
	case p.w >= wide:
		l.courses, all = all.Left(max(p.w*3/10, 34))
		l.rule = l.courses.W + 1
		_, l.blocks = all.Left(3)
	case p.inside:
		l.blocks = all
	default:
		l.courses = all
	}
	return l
}

// Draw paints the lists, and what is in hand in full below them.
func (p *page) Draw(c *kit.Canvas) {
	l, th := p.layout(), p.env.Theme
	if !l.courses.Empty() {
		p.courses.Draw(c.Sub(l.courses), !p.inside)
	}
	if l.rule >= 0 {
		c.VLine(l.rule, 0, l.blocks.H, th.Rule)
	}
	if !l.blocks.Empty() {
		p.blocks.Draw(c.Sub(l.blocks), p.inside)
	}
	if l.foot.Empty() {
		return
	}
	f := l.foot
	if f.H > 1 {
		c.HLine(f.X, f.Y, f.W, th.Rule)
		_, f = f.Top(1)
	}
	if !p.said.IsZero() {
		st := map[kit.StatusKind]kit.Style{kit.OK: th.OK, kit.Warn: th.Warn, kit.Fault: th.Clash, kit.Info: th.Text}[p.kind]
		c.Wrap(f, st, p.env.Say(p.said))
		return
	}
	for y, line := range p.foot(f.W) {
		st := th.Muted
		if y == 0 {
			st = th.Text
		}
		c.Sub(f).TextFit(0, y, f.W, st, line)
	}
}

// usersShown is how many of those who took a course are named, the last ones.
const usersShown = 4

// foot is what is in hand in full: a block, or a course with who took it.
func (p *page) foot(w int) []string {
	c := p.course()
	if c == nil {
		return nil
	}
	var out []string
	if b, _ := p.block(); b != nil && p.inside {
		for _, line := range p.about(c, b) {
			out = append(out, kit.Lines(line, w)...)
		}
		return out
	}
	line := c.Title.In(p.env.Lang.Tag()) + " · " + p.env.T("course.size", "n", len(c.Blocks), "days", c.Days)
	if p.builtIn(c) {
		line += " · " + p.env.T("course.built-in")
	}
	out = append(out, kit.Lines(line, w)...)
	if codes := p.users[c.ID]; len(codes) > 0 && !c.ID.IsZero() {
		n := len(codes)
		last := codes[max(n-usersShown, 0):]
		text := p.env.T("course.taken-by", "n", n, "list", p.env.Lang.List(last))
		if n > len(last) {
			text = p.env.T("course.taken-last", "n", n, "list", p.env.Lang.List(last))
		}
		out = append(out, kit.Lines(text, w)...)
	}
	if c.Note != "" {
		out = append(out, kit.Lines(strings.ReplaceAll(c.Note, "\n", " "), w)...)
	}
	return out
}
