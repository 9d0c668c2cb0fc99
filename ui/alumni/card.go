package alumni

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// card is everything about one person. How to reach them is hidden until it is
// asked for, and again when the card is left.
type card struct {
	t     *Tab
	id    model.ID
	w, h  int
	a     about
	shown bool // the ways to reach them
	items []item
	stops []int // items the cursor stops at
	cur   int   // of the stops
	top   int   // first row that is seen
	rows  int   // all of them
}

// An item is some rows of the card, and what they are about.
type item struct {
	rows []line
	at   int // its first row
	what target
}

// A target is what can be opened on a card: one of the three, or nothing.
type target struct {
	way     int // from 1: of the ways to reach them
	contact model.ID
	cohort  model.ID
}

func (g target) some() bool { return g != target{} }

func newCard(t *Tab, id model.ID) *card { return &card{t: t, id: id} }

func (c *card) hide() {
	c.shown = false
	c.changed()
}

// changed makes the card anew; the cursor stays on what it was on.
func (c *card) changed() {
	was := c.target()
	c.a = c.t.about(c.id)
	c.items = c.make(max(c.w-2*cardMargin, 8))
	c.stops, c.rows = c.stops[:0], 0
	found := false
	for i := range c.items {
		c.items[i].at = c.rows
		c.rows += len(c.items[i].rows)
		if !c.items[i].what.some() {
			continue
		}
		if c.items[i].what == was {
			c.cur, found = len(c.stops), true
		}
		c.stops = append(c.stops, i)
	}
	if !found && !was.some() {
		c.cur = 0
	}
	c.settle()
}

const (
	cardMargin = 2
	cardHead   = 3 // name, who they are, a rule
)

func (c *card) resize(w, h int) {
	c.w, c.h = w, h
	c.changed()
}

func (c *card) body() int { return max(c.h-cardHead, 1) }

// settle keeps the cursor on the card and in sight; what stands above the
// first stop is seen with it.
func (c *card) settle() {
	c.cur = max(min(c.cur, len(c.stops)-1), 0)
	if len(c.stops) > 0 {
		it := c.items[c.stops[c.cur]]
		if c.cur == 0 {
			c.top = 0
		}
		if end := it.at + len(it.rows); end > c.top+c.body() {
			c.top = end - c.body()
		}
		c.top = min(c.top, it.at)
	}
	c.scroll(0)
}

func (c *card) scroll(by int) { c.top = max(min(c.top+by, c.rows-c.body()), 0) }

// target is what the cursor is on.
func (c *card) target() target {
	if c.cur >= len(c.stops) {
		return target{}
	}
	return c.items[c.stops[c.cur]].what
}

// way is the way to reach them under the cursor.
func (c *card) way() (model.Way, bool) {
	n := c.target().way
	if n == 0 || c.a.person == nil {
		return model.Way{}, false
	}
	ways := c.a.person.Reach()
	if n > len(ways) {
		return model.Way{}, false
	}
	return ways[n-1], true
}

func (c *card) shows() (model.ID, bool)     { return c.id, true }
func (c *card) read()                       { c.changed() }
func (c *card) typing() bool                { return false }
func (c *card) cursor() (x, y int, ok bool) { return 0, 0, false }

func (c *card) update(msg tea.Msg) tea.Cmd {
	if rows, _, _, ok := wheel(msg); ok {
		c.scroll(rows)
		return nil
	}
	if _, y, ok := kit.Click(msg); ok {
		row := y - cardHead + c.top
		for i, at := range c.stops {
			if it := c.items[at]; y >= cardHead && row >= it.at && row < it.at+len(it.rows) {
				if c.cur == i {
					return c.enter()
				}
				c.cur = i
				c.settle()
			}
		}
		return nil
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch {
	case kit.IsKey(k, "up", "k"):
		c.step(-1)
	case kit.IsKey(k, "down", "j"):
		c.step(1)
	case kit.IsKey(k, "pgdown"):
		c.scroll(c.body() - 1)
	case kit.IsKey(k, "pgup"):
		c.scroll(1 - c.body())
	case kit.IsKey(k, "home", "g"):
		c.cur = 0
		c.settle()
	case kit.IsKey(k, "end", "G"):
		c.cur = len(c.stops) - 1
		c.settle()
		c.scroll(c.rows)
	}
	return nil
}

// step goes to the next stop, or scrolls where there is none in sight.
func (c *card) step(by int) {
	next := c.cur + by
	if next < 0 || next >= len(c.stops) {
		c.scroll(by)
		return
	}
	c.cur = next
	c.settle()
}

// enter opens what the cursor is on.
func (c *card) enter() tea.Cmd {
	switch g := c.target(); {
	case g.way > 0 && !c.shown:
		return c.show()
	case g.way > 0:
		w, _ := c.way()
		return c.t.editWay(c.a, &w)
	case !g.contact.IsZero():
		return c.t.correct(c.a, g.contact)
	case !g.cohort.IsZero():
		return c.t.h.Jump(model.Ref{Kind: model.KindCohort, ID: g.cohort})
	}
	return nil
}

// show uncovers the ways to reach them, or covers them again.
func (c *card) show() tea.Cmd {
	c.shown = !c.shown
	c.changed()
	return nil
}

// copy gives the way under the cursor to the clipboard of the terminal.
func (c *card) copy() tea.Cmd {
	w, ok := c.way()
	if !ok {
		return nil
	}
	return tea.Batch(tea.SetClipboard(w.Handle), c.t.h.Tell(kit.OK, model.Say("alumni.copied", "channel", model.Say("word.channel."+string(w.Channel)))))
}

func (c *card) actions() []kit.Action {
	t := c.t
	some := func() model.Message {
		switch {
		case c.a.person != nil:
			return model.Message{}
		case c.a.read:
			return model.Say("alumni.gone")
		}
		return model.Say("alumni.card.reading")
	}
	ways := func() model.Message {
		if m := some(); !m.IsZero() {
			return m
		}
		if len(c.a.person.Reach()) == 0 {
			return model.Say("alumni.ways.none")
		}
		return model.Message{}
	}
	return []kit.Action{
		{ID: "alumni.back", Keys: []string{"esc"}, Group: "alumni", Rank: 9, Run: t.pop},
		{ID: "alumni.show", Keys: []string{"space"}, Group: "alumni", Rank: 1, Why: ways, Run: c.show},
		{ID: "alumni.log", Keys: []string{"l"}, Group: "alumni", Rank: 2, Why: some, Run: func() tea.Cmd { return t.log(c.id) }},
		{ID: "alumni.follow", Keys: []string{"F"}, Group: "alumni", Rank: 3, Why: some, Run: func() tea.Cmd { return t.follow(c.id) }},
		{ID: "alumni.done", Keys: []string{"D"}, Group: "alumni", Rank: 4, Why: some, Run: c.done},
		{ID: "alumni.mates", Keys: []string{"c"}, Group: "alumni", Rank: 5, Run: func() tea.Cmd { return t.classmates(c.id) }},
		{ID: "alumni.copy", Keys: []string{"y"}, Group: "alumni", Rank: 7, Why: func() model.Message {
			if m := ways(); !m.IsZero() {
				return m
			}
			if _, ok := c.way(); !ok {
				return model.Say("alumni.copy.where")
			}
			if !c.shown {
				return model.Say("alumni.copy.hidden")
			}
			return model.Message{}
		}, Run: c.copy},
		{ID: "alumni.edit", Keys: []string{"e"}, Group: "alumni", Rank: 6, Why: some, Run: func() tea.Cmd { return t.editPerson(c.a) }},
		{ID: "alumni.add-way", Keys: []string{"w"}, Group: "alumni", Why: some, Run: func() tea.Cmd { return t.editWay(c.a, nil) }},
		{ID: "alumni.open", Keys: []string{"enter"}, Group: "alumni", Rank: 8, Why: func() model.Message {
			if !c.target().some() {
				return model.Say("alumni.open.nothing")
			}
			return model.Message{}
		}, Run: c.enter},
	}
}

// done settles the follow-up under the cursor, or the first to come.
func (c *card) done() tea.Cmd {
	if id := c.target().contact; !id.IsZero() {
		for _, row := range c.a.open() {
			if row.Rec.ID == id {
				return c.t.settle(row)
			}
		}
	}
	return c.t.settleOne(c.id)
}
