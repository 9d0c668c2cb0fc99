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

// think says when the card under the cursor could begin, and what would mend
// it. Trying that out takes as long as a frame: of a card or a board that is
// new it is left for the message after the key's own frame (Pending), unless it
// is wanted now.
func (t *Tab) think(now bool) {
	board, s := t.host.Board(), t.own()
	known := t.could != nil && t.could.s == s && t.could.board == board
	t.owes = !now && !known && s != nil && t.move == nil
	if t.owes {
		t.could = nil
	} else {
		t.could = t.couldBe()
	}
	s = t.mendable()
	switch {
	case s == nil:
		t.mends = mending{}
	case t.mends.s == s && t.mends.board == board && !t.mends.owed:
	case now:
		list := t.fixes(s, false)
		t.mends = mending{s: s, board: board, list: list[:min(len(list), fixShown)]}
	default:
		t.mends, t.owes = mending{s: s, board: board, owed: true}, true
	}
}

// Pending asks for what the frame has left out; nil when that is nothing.
func (t *Tab) Pending() tea.Cmd {
	if !t.owes {
		return nil
	}
	return func() tea.Msg { return thoughtMsg{} }
}

// thinkOn finds out what the frame has left out. It comes late when keys came
// first: then there is nothing left, or it is of what is there now.
func (t *Tab) thinkOn() {
	if t.owes {
		t.think(true)
		t.lines = t.describe()
	}
}

// bestFix does the first of the fixes below the board.
func (t *Tab) bestFix() tea.Cmd {
	t.thinkOn()
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
