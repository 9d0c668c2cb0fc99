//go:build bench

package main

import "muster/cmd/bench/anneal"

// Out of a thousand changes, how many are of rooms only: of one lecture, and of
// a whole course. The rest are of time.
const (
	shareRoom  = 150
	shareWhole = 20
)

// A walker changes a state at random, and never breaks anything. It is what
// package anneal wanders with.
type walker struct {
	*state
	dice *anneal.Dice
	best []seat // the plan to keep

	// Of a change of time: who goes from one period to another and who comes the
	// other way, as lectures and as courses, and their rooms before.
	going, coming       []int32
	goingSet, comingSet []uint64
	rooms               []int32
}

func newWalker(s *state, d *anneal.Dice) *walker {
	return &walker{
		state: s, dice: d, best: s.plan(),
		goingSet: make([]uint64, s.words), comingSet: make([]uint64, s.words),
	}
}

// Keep remembers the plan as it is.
func (w *walker) Keep() { w.best = w.plan() }

// Try makes one of three changes: a lecture goes to another time, and what it
// clashes with there makes way; a lecture takes another room; a course takes one
// room for all its lectures.
func (w *walker) Try(most int) (int, bool) {
	l := int32(w.dice.Below(len(w.of)))
	switch x := w.dice.Below(1000); {
	case x < shareRoom:
		return w.tryRoom(l, most)
	case x < shareRoom+shareWhole:
		return w.tryWhole(w.of[l], most)
	}
	return w.tryTime(l, most)
}

// tryTime moves a lecture to another time. The cheap questions come first: may
// all who must make way do so, what does it cost in time, and could rooms make
// up for that. Only then are rooms looked for.
func (w *walker) tryTime(l int32, most int) (int, bool) {
	open := w.open[w.of[l]]
	from, to := w.period[l], open[w.dice.Below(len(open))]
	if to == from || !w.chain(l, from, to) {
		return 0, false
	}
	delta, relief := 0, 0
	for _, l := range w.going {
		delta += w.shift(w.of[l], from, to)
		relief += w.relief(l)
	}
	for _, l := range w.coming {
		delta += w.shift(w.of[l], to, from)
		relief += w.relief(l)
	}
	if delta-relief > most {
		return 0, false
	}
	delta += w.moveOut(from, to)
	if delta > most {
		w.moveBack(from, to)
		return 0, false
	}
	w.moved(from, to)
	return delta, true
}
