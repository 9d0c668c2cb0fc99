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
	s     *model.Session
	board *rules.Board
	from  model.Date // the weeks it was asked for: whole ones, so that scrolling asks seldom
	to    model.Date
	all   []bool
	first int // column of a day
	by    lensKind
	home  lens
	cols  []lit
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
	last := t.cols[len(t.cols)-1].date
	next := lights{s: s, board: board, from: monday(t.cols[0].date), to: monday(last).Days(7), cols: make([]lit, len(t.cols))}
	if t.big.on {
		from := t.big.date.At(0)
		next.from, next.to, next.first, next.by, next.home = t.big.date, last, t.big.first, t.big.by, home
		if was.of(&next) && len(was.cols) == len(next.cols) {
			return was
		}
		for i := range t.cols {
			if to := towards(s, t.cohort, home, t.cols[i].of); to != nil {
				next.cols[i] = lit{from, board.Starts(to, from, from+model.Day)}
			}
		}
		return &next
	}
	if was.of(&next) {
		next.all = was.all
	} else {
		next.all = board.Starts(s, next.from.At(0), next.to.At(0))
	}
	for i, col := range t.cols {
		at := col.date.At(0)
		next.cols[i] = lit{at, next.all[at-next.from.At(0):][:model.Day]}
	}
	return &next
}

// starting is where the rules let a session begin; what is lit for it already is
// not asked again.
func (t *Tab) starting(s *model.Session, from, to model.Quarter) []bool {
	board := t.host.Board()
	if l := t.could; l != nil && l.s == s && l.board == board && l.all != nil && l.from.At(0) <= from && to <= l.to.At(0) {
		return l.all[from-l.from.At(0):][:to-from]
	}
	return board.Starts(s, from, to)
}

// of reports whether both are of the same session, rules and days.
func (l *lights) of(o *lights) bool {
	return l != nil && l.s == o.s && l.board == o.board && l.from == o.from && l.to == o.to && l.first == o.first && l.by == o.by && l.home == o.home
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
