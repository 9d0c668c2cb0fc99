package alumni

import (
	"muster/model"
	"muster/ui/kit"
)

// draw paints who it is, and the window on the rest of the card.
func (c *card) draw(cv *kit.Canvas) {
	t, e, th, a := c.t, c.t.env(), c.t.env().Theme, c.a
	margin := min(cardMargin, cv.W()/4)
	in := cv.Sub(cv.Bounds().Inset(margin, 0))
	right := in.W()
	if s := a.standing(); s != model.Serving {
		st := th.Due
		if s.Closed() {
			st = th.Clash
		}
		right = in.TextRight(in.W()/2, in.W(), 0, st, e.T("alumni.standing."+string(s))) - 2
	}
	who := t.whoLine(a)
	x := 0
	for i, p := range who {
		if i == 0 {
			in.TextFit(0, 0, max(right, 0), p.style, p.text)
			continue
		}
		if p.text == "" || in.H() < 2 {
			continue
		}
		text := p.text
		if x > 0 {
			text = dot + text
		}
		x += in.TextFit(x, 1, in.W()-x, p.style, text)
	}
	cv.HLine(min(1, cv.W()/2), 2, cv.W()-2*min(1, cv.W()/2), th.Rule)
	body := cv.Sub(kit.Rect{Y: cardHead, W: cv.W(), H: max(cv.H()-cardHead, 0)})
	for i, it := range c.items {
		here := len(c.stops) > 0 && c.stops[c.cur] == i
		for j, r := range it.rows {
			y := it.at + j - c.top
			if y < 0 || y >= body.H() {
				continue
			}
			var over func(kit.Style) kit.Style
			if here {
				body.Fill(kit.Rect{X: 1, Y: y, W: body.W() - 2, H: 1}, th.Selected, " ")
				over = func(st kit.Style) kit.Style { return th.Selected.Over(st.Plain()) }
			}
			text := body.Sub(kit.Rect{X: margin, Y: y, W: max(body.W()-2*margin, 0), H: 1})
			drawLine(text, 0, 0, r, over)
			if here && j == 0 {
				text.Text(0, 0, th.Selected, "▸")
			}
		}
	}
	if more := c.rows - c.top - body.H(); more > 0 && body.H() > 1 {
		body.TextRight(0, body.W()-1, body.H()-1, th.Muted, "  "+e.T("alumni.more", "n", more))
	}
}
