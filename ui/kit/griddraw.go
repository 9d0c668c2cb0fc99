package kit

// Draw paints the grid on a canvas of the size given to Resize. focused is
// false when the keys go elsewhere: the row is then marked, not reversed.
func (g *Grid[K]) Draw(c *Canvas, focused bool) {
	th := g.env.Theme
	l := g.Layout()
	if !l.Filter.Empty() {
		c.Text(0, l.Filter.Y, th.Key, "/")
		count := g.Count()
		g.filter.Draw(c, g.env, 2, l.Filter.Y, l.Filter.W-2, Style{})
		if l.Filter.W > Width(g.filter.Value())+Width(count)+6 {
			c.TextRight(2, l.Filter.W, l.Filter.Y, th.Muted, count)
		}
	}
	if !l.Head.Empty() {
		g.drawHead(c, l)
	}
	if len(g.order) == 0 {
		g.drawEmpty(c, l)
		return
	}
	body := c.Sub(l.Body)
	for y := range min(l.Body.H, len(g.order)-g.at.top) {
		g.drawRow(body, l, y, focused)
	}
	drawScrollbar(body, g.env, l.Body.W-1, 0, l.Body.H, g.at.top, len(g.order))
}

func (g *Grid[K]) drawHead(c *Canvas, l GridLayout) {
	th := g.env.Theme
	for _, s := range l.Cols {
		col, st := g.cols[s.Col], th.Head
		title := col.Title
		if s.Col == g.sortCol {
			st = th.Accent
			arrow := "↑"
			if g.desc {
				arrow = "↓"
			}
			title = Fit(title, s.W-1) + arrow
		}
		if col.Right {
			c.TextRight(s.X, s.X+s.W, l.Head.Y, st, title)
		} else {
			c.TextFit(s.X, l.Head.Y, s.W, st, title)
		}
	}
}

// drawEmpty teaches the next step, or says that nothing matches.
func (g *Grid[K]) drawEmpty(c *Canvas, l GridLayout) {
	text := g.env.Say(g.Empty)
	if g.filter.Value() != "" && g.rows.Len > 0 {
		text = g.env.T("kit.filter.none")
	}
	r := l.Body.Inset(2, 0)
	if r.H > 2 {
		_, r = r.Top(1)
	}
	c.Wrap(r, g.env.Theme.Muted, text)
}

func (g *Grid[K]) drawRow(c *Canvas, l GridLayout, y int, focused bool) {
	th := g.env.Theme
	pos := g.at.top + y
	row := g.order[pos]
	here := pos == g.at.cur && !g.NoCursor
	marked := len(g.marks) > 0 && g.marks[g.rows.Key(row)]
	selected := here && focused
	if selected {
		c.Fill(Rect{0, y, c.W() - 1, 1}, th.Selected, " ")
	}
	paint := func(st Style) Style {
		switch {
		case selected:
			// one style for the whole row: hues would turn into patches
			return th.Selected.Over(st.Plain())
		case here:
			return Style{}.Bold().Over(st)
		}
		return st
	}
	if l.Mark >= 2 {
		if here {
			c.Text(0, y, paint(th.Accent), "▸")
		}
		if marked {
			c.Text(1, y, paint(th.Marked), "■")
		}
	}
	for _, s := range l.Cols {
		k := g.rows.Cell(row, s.Col)
		st := paint(k.Style)
		if g.cols[s.Col].Right {
			c.TextRight(s.X, s.X+s.W, y, st, k.Text)
		} else {
			c.TextFit(s.X, y, s.W, st, k.Text)
		}
	}
}
