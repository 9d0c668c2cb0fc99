//go:build bench

package main

import "math/bits"

// chain finds who must go along when a lecture goes from one period to another:
// what it clashes with there comes the other way, what that clashes with here
// goes too, and so on until both periods are in order again (a Kempe chain).
// False: somebody may not, or there are too few rooms.
func (w *walker) chain(l, from, to int32) bool {
	clear(w.goingSet)
	clear(w.comingSet)
	c := w.of[l]
	w.goingSet[c/64] |= 1 << (uint(c) % 64)
	w.going, w.coming = append(w.going[:0], l), w.coming[:0]
	for g, k := 0, 0; g < len(w.going) || k < len(w.coming); {
		ok := false
		if g < len(w.going) {
			w.coming, ok = w.pull(w.of[w.going[g]], to, from, w.coming, w.comingSet)
			g++
		} else {
			w.going, ok = w.pull(w.of[w.coming[k]], from, to, w.going, w.goingSet)
			k++
		}
		if !ok {
			return false
		}
	}
	more := len(w.going) - len(w.coming)
	return w.taken(to)+more <= w.nRooms && w.taken(from)-more <= w.nRooms
}

// pull adds to a list, and to the set of its courses, what clashes with a course
// in one period and may go to another. False: something may not.
func (w *walker) pull(c, in, to int32, list []int32, set []uint64) ([]int32, bool) {
	for i := range w.words {
		hit := w.busy[int(in)*w.words+i] & w.clash[int(c)*w.words+i] &^ set[i]
		set[i] |= hit
		for ; hit != 0; hit &= hit - 1 {
			b := i*64 + bits.TrailingZeros64(hit)
			if !w.can[b*w.nPeriods+int(to)] {
				return list, false
			}
			list = append(list, w.at[b*w.nPeriods+int(in)])
		}
	}
	return list, true
}

// taken is how many rooms of a period are.
func (w *walker) taken(p int32) int {
	n := 0
	for _, b := range w.busy[int(p)*w.words:][:w.words] {
		n += bits.OnesCount64(b)
	}
	return n
}

// moveOut gives each lecture of a chain a room at its new time, and says what
// that costs.
func (w *walker) moveOut(from, to int32) int {
	delta := 0
	w.rooms = w.rooms[:0]
	for _, l := range w.going {
		w.rooms = append(w.rooms, w.room[l])
		delta -= w.vacate(l, from)
	}
	for _, l := range w.coming {
		w.rooms = append(w.rooms, w.room[l])
		delta -= w.vacate(l, to)
	}
	for _, l := range w.going {
		delta += w.occupy(l, to, w.cheapest(w.of[l], to))
	}
	for _, l := range w.coming {
		delta += w.occupy(l, from, w.cheapest(w.of[l], from))
	}
	return delta
}

// moveBack undoes moveOut.
func (w *walker) moveBack(from, to int32) {
	for _, l := range w.going {
		w.vacate(l, to)
	}
	for _, l := range w.coming {
		w.vacate(l, from)
	}
	for i, l := range w.going {
		w.occupy(l, from, w.rooms[i])
	}
	for i, l := range w.coming {
		w.occupy(l, to, w.rooms[len(w.going)+i])
	}
}

// moved books the new times of a chain whose rooms are moved. All leave before
// any enters, because a course may be in the chain in both directions.
func (w *walker) moved(from, to int32) {
	for _, l := range w.going {
		w.depart(l)
	}
	for _, l := range w.coming {
		w.depart(l)
	}
	for _, l := range w.going {
		w.arrive(l, to)
	}
	for _, l := range w.coming {
		w.arrive(l, from)
	}
}
