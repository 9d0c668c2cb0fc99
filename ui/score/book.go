package score

import (
	"strconv"
	"unicode/utf8"

	"muster/model"
	"muster/ui/kit"
)

// The account of the rounds, lot by lot.

const (
	bookLot = iota
	bookIssued
	bookFired
	bookReturned
	bookDud
	bookShort
)

func (r *results) bookColumns() []padCol {
	e := r.env
	number := func(id string) padCol {
		t := e.T("field." + id)
		return padCol{id: id, head: [2]string{"", t}, w: max(kit.Width(t), 7), right: true, kind: digits, group: 1}
	}
	short := e.T("score.col.short")
	return []padCol{
		{id: "lot", head: [2]string{"", e.T("field.lot")}, w: 12, most: 30, kind: text, group: 1, side: first},
		number("issued"), number("fired"), number("returned"), number("dud"),
		{id: "short", head: [2]string{"", short}, w: max(kit.Width(short), 8), right: true, side: last},
	}
}

func (a *account) number(col int) *int {
	switch col {
	case bookIssued:
		return &a.issued
	case bookFired:
		return &a.fired
	case bookReturned:
		return &a.returned
	}
	return &a.duds
}

func (r *results) bookRaw(row, col int) string {
	a := &r.draft.lots[row]
	switch col {
	case bookLot:
		return a.lot
	case bookShort:
		return ""
	}
	if n := *a.number(col); n != none {
		return strconv.Itoa(n)
	}
	return ""
}

func (r *results) bookCell(row, col int) kit.Cell {
	th := r.env.Theme
	a := &r.draft.lots[row]
	c := kit.Cell{Text: r.bookRaw(row, col), Style: th.Text}
	switch {
	case col == bookLot && c.Text == "":
		return kit.Cell{Text: r.env.T("score.no-lot"), Style: th.Muted}
	case col == bookFired && c.Text == "" && a.proposed > 0:
		return kit.Cell{Text: strconv.Itoa(a.proposed), Style: th.Muted}
	case col == bookShort:
		rounds, ok := a.rounds()
		switch short := rounds.Short(); {
		case !ok:
			return kit.Cell{Text: "–", Style: th.Muted}
		case short != 0:
			return kit.Cell{Text: "! " + strconv.Itoa(short), Style: th.Clash}
		}
		return kit.Cell{Text: "0 ✓", Style: th.OK}
	}
	return c
}

func (r *results) bookPut(row, col int, s string) model.Message {
	a := &r.draft.lots[row]
	if col == bookLot {
		s = model.Clean(s)
		if utf8.RuneCountInString(s) > model.MaxName {
			return model.Say("score.why.long", "n", model.MaxName)
		}
		a.lot, a.own = s, true
		return model.Message{}
	}
	n, ok := count(s, 1_000_000)
	if !ok {
		return model.Say("score.why.many")
	}
	*a.number(col) = n
	return model.Message{}
}

// bookGrow makes an account for another lot.
func (r *results) bookGrow() bool {
	a := newAccount("")
	a.own = true
	r.draft.lots = append(r.draft.lots, a)
	r.book.reset(r.bookColumns(), len(r.draft.lots))
	return true
}
