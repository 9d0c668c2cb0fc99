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
	list  []fix
}

// mendable is the fixes that stand below the board: of one's own card, when
// something is wrong with it and nothing is carried.
func (t *Tab) mendable() mending {
	s := t.own()
	if s == nil || t.move != nil || !t.whyNoFix().IsZero() {
		return mending{}
	}
	board := t.host.Board()
	if t.mends.s == s && t.mends.board == board {
		return t.mends
	}
	list := t.fixes(s, false)
	return mending{s, board, list[:min(len(list), fixShown)]}
}

// bestFix does the first of the fixes below the board.
func (t *Tab) bestFix() tea.Cmd {
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
