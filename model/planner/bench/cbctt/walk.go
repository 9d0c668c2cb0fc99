//go:build bench

package main

import (
	"math/bits"

	"muster/model/planner/anneal"
)

// A walker changes a state at random, and never breaks anything. It remembers
// the best plan. It is what package anneal wanders with.
type walker struct {
	*state
	dice *anneal.Dice
	best []seat

	going, coming []int32  // lectures that leave a period for another, and the other way
	goingSet      []uint64 // their courses
	comingSet     []uint64
	rooms         []int32 // the new ones, of going and then of coming
	mix           mix
	stat          [4][3]int
}

type mix struct{ room, whole, kempe int }

func newWalker(s *state, d *anneal.Dice) *walker {
	return &walker{
		state: s, dice: d, best: s.plan(),
		goingSet: make([]uint64, s.words), comingSet: make([]uint64, s.words),
		mix: defaultMix,
	}
}

func (w *walker) Keep() { w.best = w.plan() }

// Try makes one of four changes: a lecture goes to another time and room and
// perhaps changes with the one there; two periods exchange what clashes; a
// lecture changes its room; a course takes one room for all its lectures.
func (w *walker) Try(most int) (int, bool) {
	l := int32(w.dice.Below(len(w.of)))
	x := w.dice.Below(1000)
	k := 0
	var d int
	var ok bool
	switch {
	case x < w.mix.room:
		k = 1
		d, ok = w.tryRoom(l, most)
	case x < w.mix.whole:
		k = 2
		d, ok = w.tryWhole(w.of[l], most)
	case x < w.mix.kempe:
		k = 3
		d, ok = w.tryKempe(l, most)
	default:
		d, ok = w.tryMove(l, most)
	}
	w.stat[k][0]++
	if ok {
		w.stat[k][1]++
		if d < 0 {
			w.stat[k][2]++
		}
	}
	return d, ok
}

func (w *walker) tryMove(l int32, most int) (int, bool) {
	c := w.of[l]
	open := w.open[c]
	to, from := open[w.dice.Below(len(open))], w.period[l]
	if to == from || w.at[int(c)*w.nPeriods+int(to)] != none {
		return 0, false
	}
	room := int32(w.dice.Below(w.nRooms))
	other := w.in[int(to)*w.nRooms+int(room)]
	if other == none {
		if !w.clear(c, to, none) {
			return 0, false
		}
		delta := w.refit(c, w.room[l], room)
		if delta > most+20 {
			return 0, false
		}
		delta += w.shift(c, from, to)
		if delta > most {
			return 0, false
		}
		w.leave(l)
		w.enter(l, to, room)
		return delta, true
	}
	b := w.of[other]
	if !w.can[int(b)*w.nPeriods+int(from)] || w.at[int(b)*w.nPeriods+int(from)] != none || !w.clear(c, to, b) || !w.clear(b, from, c) {
		return 0, false
	}
	mine := w.room[l]
	delta := w.refit(c, mine, room) + w.refit(b, room, mine)
	if delta > most+20 {
		return 0, false
	}
	delta += w.shift(c, from, to) + w.shift(b, to, from)
	if delta > most {
		return 0, false
	}
	w.leave(l)
	w.leave(other)
	w.enter(l, to, room)
	w.enter(other, from, mine)
	return delta, true
}

// clear says whether nothing in a period clashes with a course but, perhaps,
// the course but.
func (w *walker) clear(c, p, but int32) bool {
	for i, busy := range w.busy[int(p)*w.words:][:w.words] {
		in := busy & w.clash[int(c)*w.words+i]
		if but != none && int(but)/64 == i {
			in &^= 1 << (uint(but) % 64)
		}
		if in != 0 {
			return false
		}
	}
	return true
}

// tryRoom gives a lecture another room at the same time, and whoever has that
// room its old one.
func (w *walker) tryRoom(l int32, most int) (int, bool) {
	c, p, from := w.of[l], w.period[l], w.room[l]
	to := int32(w.dice.Below(w.nRooms))
	if to == from {
		return 0, false
	}
	other := w.in[int(p)*w.nRooms+int(to)]
	delta := w.refit(c, from, to)
	if other != none {
		delta += w.refit(w.of[other], to, from)
	}
	if delta > most {
		return 0, false
	}
	w.reroom(l, to)
	return delta, true
}

// reroom moves a lecture to a room at the same time; whoever is there takes its
// old one.
func (w *walker) reroom(l, to int32) {
	p, from := w.period[l], w.room[l]
	other := w.in[int(p)*w.nRooms+int(to)]
	w.using[int(w.of[l])*w.nRooms+int(from)]--
	w.using[int(w.of[l])*w.nRooms+int(to)]++
	w.room[l] = to
	w.in[int(p)*w.nRooms+int(to)] = l
	w.in[int(p)*w.nRooms+int(from)] = other
	if other != none {
		w.using[int(w.of[other])*w.nRooms+int(to)]--
		w.using[int(w.of[other])*w.nRooms+int(from)]++
		w.room[other] = from
	}
}

// tryWhole gives all lectures of a course one room.
func (w *walker) tryWhole(c int32, most int) (int, bool) {
	all := w.lectures[c]
	to := int32(w.dice.Below(w.nRooms))
	if w.over[int(c)*w.nRooms+int(to)] > most+w.over[int(c)*w.nRooms+int(w.room[all[0]])]*len(all) {
		return 0, false
	}
	w.rooms = w.rooms[:0]
	delta := 0
	for _, l := range all {
		from := w.room[l]
		w.rooms = append(w.rooms, from)
		if from == to {
			continue
		}
		delta += w.refit(c, from, to)
		other := w.in[int(w.period[l])*w.nRooms+int(to)]
		if other != none {
			delta += w.refit(w.of[other], to, from)
		}
		w.reroom(l, to)
	}
	if delta <= most {
		return delta, true
	}
	for i, l := range all {
		if w.rooms[i] != w.room[l] {
			w.reroom(l, w.rooms[i])
		}
	}
	return 0, false
}

// tryKempe moves a lecture to another time, drives out what clashes with it to
// where it came from, what clashes with that the other way, and so on, until
// the two periods are in order again.
func (w *walker) tryKempe(l int32, most int) (int, bool) {
	c := w.of[l]
	open := w.open[c]
	to, from := open[w.dice.Below(len(open))], w.period[l]
	if to == from {
		return 0, false
	}
	if !w.chain(c, from, to) {
		return 0, false
	}
	delta := 0
	slack := 0
	for _, l := range w.going {
		delta += w.shift(w.of[l], from, to)
		slack += w.relief(l)
	}
	for _, l := range w.coming {
		delta += w.shift(w.of[l], to, from)
		slack += w.relief(l)
	}
	if delta > most+slack {
		return 0, false
	}
	return w.exchange(from, to, delta, most)
}

// chain finds what must go with a course from one period to another. False:
// something may not, or there are too few rooms.
func (w *walker) chain(c, from, to int32) bool {
	clear(w.goingSet)
	clear(w.comingSet)
	w.going, w.coming = w.going[:0], w.coming[:0]
	w.going = append(w.going, w.at[int(c)*w.nPeriods+int(from)])
	w.goingSet[c/64] |= 1 << (uint(c) % 64)
	g, k := 0, 0
	for g < len(w.going) || k < len(w.coming) {
		if g < len(w.going) {
			if !w.pull(w.of[w.going[g]], to, from, &w.coming, w.comingSet) {
				return false
			}
			g++
		} else {
			if !w.pull(w.of[w.coming[k]], from, to, &w.going, w.goingSet) {
				return false
			}
			k++
		}
	}
	more := len(w.going) - len(w.coming)
	if more > 0 && w.taken(to)+more > w.nRooms || more < 0 && w.taken(from)-more > w.nRooms {
		return false
	}
	return true
}

// relief is the most a lecture can save by leaving its room. A course may be in
// a chain twice, on its way in both directions; hence 2.
func (w *walker) relief(l int32) int {
	c, r := int(w.of[l]), int(w.room[l])
	save := w.over[c*w.nRooms+r]
	if w.using[c*w.nRooms+r] <= 2 {
		save += costRoom
	}
	return save
}

func (w *walker) taken(p int32) int {
	n := 0
	for _, b := range w.busy[int(p)*w.words:][:w.words] {
		n += bits.OnesCount64(b)
	}
	return n
}

// pull adds to a chain what clashes with a course in a period and must go to
// another.
func (w *walker) pull(c, in, to int32, chain *[]int32, set []uint64) bool {
	for i := range w.words {
		hit := w.busy[int(in)*w.words+i] & w.clash[int(c)*w.words+i] &^ set[i]
		set[i] |= hit
		for ; hit != 0; hit &= hit - 1 {
			b := i*64 + bits.TrailingZeros64(hit)
			if !w.can[b*w.nPeriods+int(to)] {
				return false
			}
			*chain = append(*chain, w.at[b*w.nPeriods+int(in)])
		}
	}
	return true
}

// exchange carries out a chain, giving each lecture the room that costs least
// at its new time.
func (w *walker) exchange(from, to int32, delta, most int) (int, bool) {
	w.rooms = w.rooms[:0]
	for _, l := range w.going {
		w.rooms = append(w.rooms, w.room[l])
	}
	for _, l := range w.coming {
		w.rooms = append(w.rooms, w.room[l])
	}
	for _, l := range w.going {
		delta -= w.unroom(l, from)
	}
	for _, l := range w.coming {
		delta -= w.unroom(l, to)
	}
	for _, l := range w.going {
		delta += w.bestRoom(l, to)
	}
	for _, l := range w.coming {
		delta += w.bestRoom(l, from)
	}
	if delta > most {
		for _, l := range w.going {
			w.unroom(l, to)
		}
		for _, l := range w.coming {
			w.unroom(l, from)
		}
		for i, l := range w.going {
			w.putRoom(l, from, w.rooms[i])
		}
		for i, l := range w.coming {
			w.putRoom(l, to, w.rooms[len(w.going)+i])
		}
		return 0, false
	}
	for _, l := range w.going {
		w.at[int(w.of[l])*w.nPeriods+int(from)] = none
		w.book(w.of[l], from, -1)
	}
	for _, l := range w.coming {
		w.at[int(w.of[l])*w.nPeriods+int(to)] = none
		w.book(w.of[l], to, -1)
	}
	for _, l := range w.going {
		w.period[l] = to
		w.at[int(w.of[l])*w.nPeriods+int(to)] = l
		w.book(w.of[l], to, 1)
	}
	for _, l := range w.coming {
		w.period[l] = from
		w.at[int(w.of[l])*w.nPeriods+int(from)] = l
		w.book(w.of[l], from, 1)
	}
	return delta, true
}

func (w *walker) unroom(l, p int32) int {
	c, r := int(w.of[l]), int(w.room[l])
	w.in[int(p)*w.nRooms+r] = none
	w.using[c*w.nRooms+r]--
	if w.using[c*w.nRooms+r] == 0 {
		return w.over[c*w.nRooms+r] + costRoom
	}
	return w.over[c*w.nRooms+r]
}

func (w *walker) putRoom(l, p, r int32) {
	w.room[l] = r
	w.in[int(p)*w.nRooms+int(r)] = l
	w.using[int(w.of[l])*w.nRooms+int(r)]++
}

// bestRoom gives a lecture without a room the free one of a period that costs
// least, against its old one.
func (w *walker) bestRoom(l, p int32) int {
	c := w.of[l]
	over, using := w.over[int(c)*w.nRooms:][:w.nRooms], w.using[int(c)*w.nRooms:][:w.nRooms]
	in := w.in[int(p)*w.nRooms:][:w.nRooms]
	price := func(r int32) int {
		if using[r] == 0 {
			return over[r] + costRoom
		}
		return over[r]
	}
	best, bestPrice := int32(none), 0
	start := int32(w.dice.Below(w.nRooms))
	for i := range in {
		r := start + int32(i)
		if r >= int32(len(in)) {
			r -= int32(len(in))
		}
		if in[r] != none {
			continue
		}
		if x := price(r); best == none || x < bestPrice {
			best, bestPrice = r, x
			if x == 0 {
				break
			}
		}
	}
	w.putRoom(l, p, best)
	return bestPrice
}
