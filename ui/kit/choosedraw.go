package kit

// wants is the columns in which an option, or why it cannot be chosen, stands
// whole: the mark, the label, the note and the scrollbar.
func (d *chooser[T]) wants(o *Option[T]) int {
	w := 3 + Width(o.Label)
	if o.Note != "" {
		w += 2 + Width(o.Note)
	}
	if !o.Off.IsZero() {
		w = max(w, Width(d.env.Say(o.Off)))
	}
	return w
}

// footLeast is the height from which there is room for a foot.
const footLeast = 10

// footAt is the lines that a list of w columns needs below it to say what had
// to be cut in its rows: none where nothing is.
func (d *chooser[T]) footAt(w int) int {
	if d.need <= w || w < 20 {
		return 0
	}
	return 1 + clamp(d.need/(w-8)+1, 2, 4) // the rule, and the text wrapped
}

func (d *chooser[T]) foot() int {
	if d.h < footLeast {
		return 0
	}
	return d.footAt(d.w)
}

// Draw paints the filter and the window on the options.
func (d *chooser[T]) Draw(c *Canvas) {
	th := d.env.Theme
	if d.head() > 0 {
		c.Text(0, 0, th.Key, "/")
		d.filter.Placeholder = ""
		d.filter.Draw(c, d.env, 2, 0, c.W()-2, Style{})
		switch {
		case !d.refusal.IsZero():
			c.TextFit(0, 1, c.W(), th.Warn, d.env.Say(d.refusal))
		case d.filter.Value() == "":
			c.TextFit(2, 0, c.W()-2, th.Muted, d.env.T("kit.filter.type"))
		}
	}
	list := c.Sub(Rect{0, d.head(), c.W(), max(c.H()-d.head()-d.foot(), 0)})
	if len(d.shown) == 0 {
		list.Wrap(list.Bounds(), th.Muted, d.env.T("kit.filter.none"))
		return
	}
	for y := range min(list.H(), len(d.shown)-d.at.top) {
		d.row(list, y)
	}
	drawScrollbar(list, d.env, list.W()-1, 0, list.H(), d.at.top, len(d.shown))
	if n := d.foot(); n > 0 {
		d.drawFoot(c, Rect{0, c.H() - n, c.W(), n})
	}
}

// drawFoot says in full what the row under the cursor could not.
func (d *chooser[T]) drawFoot(c *Canvas, r Rect) {
	th := d.env.Theme
	c.HLine(r.X, r.Y, r.W, th.Rule)
	_, r = r.Top(1)
	o, ok := d.current()
	switch {
	case !ok:
	case !o.Off.IsZero():
		c.Wrap(r, th.Warn, d.env.Say(o.Off))
	case d.wants(o) > c.W():
		text := o.Note
		if label, _ := parted(o.Label, o.Note, c.W()-3); label < Width(o.Label) {
			text = o.Label
			if o.Note != "" {
				text += " · " + o.Note
			}
		}
		c.Wrap(r, th.Text, text)
	}
}

// parted is how many of w columns a label and its note get, with two between
// them: a label that is short leaves the note the rest; of two long ones each
// gets about half.
func parted(label, note string, w int) (labelW, noteW int) {
	if note == "" {
		return w, 0
	}
	noteW = min(Width(note), max(w-2-Width(label), w/2-2))
	return max(w-2-noteW, 0), max(noteW, 0)
}

func (d *chooser[T]) row(c *Canvas, y int) {
	th, i := d.env.Theme, d.at.top+y
	o := &d.options[d.shown[i]]
	label, note := th.Text, th.Muted
	if !o.Off.IsZero() {
		label = th.Muted
	}
	mark := " "
	switch {
	case d.many && o.On:
		mark = "■"
	case d.many:
		mark = "□"
	case i == d.at.cur:
		mark = "▸"
	}
	w := c.W() - 1
	if i == d.at.cur {
		label, note = th.Selected.Over(label.Plain()), th.Selected.Over(note.Plain())
		c.Fill(Rect{0, y, w, 1}, th.Selected, " ")
	}
	c.Text(0, y, label, mark)
	labelW, noteW := parted(o.Label, o.Note, w-2)
	c.TextFit(2, y, labelW, label, o.Label)
	if noteW > 0 {
		c.TextRight(w-noteW, w, y, note, o.Note)
	}
}

// Cursor is in the filter.
func (d *chooser[T]) Cursor() (x, y int, ok bool) {
	if d.head() == 0 {
		return 0, 0, false
	}
	return 2 + d.filter.Cursor(d.w-2), 0, true
}
