package schedule

import (
	"slices"

	"muster/model"
	"muster/model/rules"
)

// A lit is the starts of one column of the board, a quarter each.
type lit struct {
	from  model.Quarter // of the first
	legal []bool
}

// row reports whether the session may begin at the row's time, or at a finer
// one within it.
func (l lit) row(at model.Quarter, step int) bool {
	for q := range model.Quarter(step) {
		if i := int(at + q - l.from); i >= 0 && i < len(l.legal) && l.legal[i] {
			return true
		}
	}
	return false
}

// A lights is where a session may begin on the board as it is on the screen, by
// column: heat of the hours at which the carried, or the selected, block could
// be. It is asked of the rules again when any of what it was made from is
// another.
type lights struct {
	s       *model.Session
	board   *rules.Board
	from    model.Date
	columns int
	first   int // column of a day
	by      lensKind
	cols    []lit
}

// legalRow reports whether what is carried may begin at the row's time, in any
// column.
func (m *move) legalRow(at model.Quarter, step int) bool {
	return m.lights != nil && slices.ContainsFunc(m.lights.cols, func(l lit) bool { return l.row(at, step) })
}

// light asks the rules where the session may begin in the columns shown. home
// is the column of a day that it is carried from.
func (t *Tab) light(was *lights, s *model.Session, home lens) *lights {
	if len(t.cols) == 0 || s == nil || s.Off != nil {
		return nil
	}
	board := t.host.Board()
	next := lights{s: s, board: board, from: t.cols[0].date, columns: len(t.cols), first: t.big.first, by: t.big.by}
	if was != nil && was.s == s && was.board == board && was.from == next.from && was.columns == next.columns &&
		was.first == next.first && was.by == next.by {
		return was
	}
	next.cols = make([]lit, len(t.cols))
	if t.big.on {
		from := t.big.date.At(0)
		for i := range t.cols {
			if to := towards(s, t.cohort, home, t.cols[i].of); to != nil {
				next.cols[i] = lit{from, board.Starts(to, from, from+model.Day)}
			}
		}
		return &next
	}
	from := t.cols[0].date.At(0)
	legal := board.Starts(s, from, t.cols[len(t.cols)-1].date.At(model.Day))
	for i, col := range t.cols {
		at := col.date.At(0)
		next.cols[i] = lit{at, legal[at-from:][:model.Day]}
	}
	return &next
}

// couldBe is where the card under the cursor could begin, while nothing is
// carried.
func (t *Tab) couldBe() *lights {
	s := t.own()
	if s == nil || t.move != nil {
		return nil
	}
	home := lens{}
	if t.big.on {
		home = t.big.who[t.big.col]
	}
	return t.light(t.could, s, home)
}
