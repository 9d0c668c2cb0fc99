package schedule

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

// A mending is the fixes shown for the card under the cursor, and what they
// were made from.
type mending struct {
	s     *model.Session
	board *rules.Board
	owed  bool // something is wrong, and what mends it has not been tried yet
	list  []fix
}

// mendable is the card for which fixes stand below the board: one's own, when
// something is wrong with it and nothing is carried.
func (t *Tab) mendable() *model.Session {
	if s := t.own(); s != nil && t.move == nil && t.whyNoFix().IsZero() {
		return s
	}
	return nil
}

// A thoughtMsg asks for what the frame just drawn has left out.
type thoughtMsg struct{}

// think takes over what is known of when the card under the cursor could begin
// and of what would mend it. Finding it out takes as long as a frame: of a card
// or a board that is new that is left for the messages after the key's own
// frame (Pending), one for each of the two.
func (t *Tab) think() {
	board, s := t.host.Board(), t.own()
	t.unlit = s != nil && t.move == nil && (t.could == nil || t.could.s != s || t.could.board != board)
	if t.unlit {
		t.could = nil
	} else {
		t.could = t.couldBe()
	}
	s = t.mendable()
	switch {
	case s == nil:
		t.mends = mending{}
	case t.mends.s != s || t.mends.board != board:
		t.mends = mending{s: s, board: board, owed: true}
	}
}

// thinkOn finds out the next of what the frame has left out. It comes late when
// keys came first: then there is nothing left, or it is of what is there now.
func (t *Tab) thinkOn() {
	switch {
	case t.unlit:
		t.could, t.unlit = t.couldBe(), false
	case t.mends.owed:
		list := t.fixes(t.mends.s, false)
		t.mends.list, t.mends.owed = list[:min(len(list), fixShown)], false
		t.lines = t.describe()
	}
}

// Pending asks for what the frame has left out; nil when that is nothing.
func (t *Tab) Pending() tea.Cmd {
	if !t.unlit && !t.mends.owed {
		return nil
	}
	return func() tea.Msg { return thoughtMsg{} }
}

// bestFix does the first of the fixes below the board.
func (t *Tab) bestFix() tea.Cmd {
	for t.mends.owed {
		t.thinkOn()
	}
	if len(t.mends.list) > 0 {
		return t.applyFix(t.mends.s, t.mends.list[0])
	}
	s := t.own()
	list := t.fixes(s, true)
	if len(list) == 0 {
		return t.tell(kit.Warn, model.Say("schedule.fix.none"))
	}
	return t.applyFix(s, list[0])
}

// aboutFixes is what would mend the card, the best first with the key that does
// it; of those that leave as much wrong as the first, how much goes unsaid.
func (t *Tab) aboutFixes() detailLine {
	list := t.mends.list
	if t.mends.owed { // its place, so that nothing jumps when it comes
		return detailLine{word(quiet, "  …")}
	}
	if len(list) == 0 {
		return nil
	}
	line := detailLine{word(plain, "  ")}
	for i := range list {
		switch i {
		case 0:
			line = append(line, detailWord{keyed, "F ", 1})
		case 1:
			line = append(line, word(keyed, "f "), word(quiet, t.env.T("schedule.fix.others")+" "))
		}
		line = append(line, detailWord{plain, t.env.Say(list[i].how), i + 1})
		if i == 0 || list[i].left != list[0].left {
			line = append(line, detailWord{quiet, " (" + t.leftNote(list[i].left) + ")", i + 1})
		}
		switch {
		case i == 0 && len(list) > 1:
			line = append(line, word(quiet, "   "))
		case i < len(list)-1:
			line = append(line, word(quiet, " · "))
		}
	}
	return line
}

// pressDetail does the fix that a cell below the board names.
func (t *Tab) pressDetail(x, y int) tea.Cmd {
	r := t.frame.detail
	if y -= r.Y; y < 0 || y >= len(t.lines) {
		return nil
	}
	at := r.X
	for _, w := range t.lines[y] {
		n := kit.Width(w.text)
		if w.fix > 0 && w.fix <= len(t.mends.list) && x >= at && x < at+n {
			return t.applyFix(t.mends.s, t.mends.list[w.fix-1])
		}
		at += n
	}
	return nil
}
