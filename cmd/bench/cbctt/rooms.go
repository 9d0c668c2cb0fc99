//go:build bench

package main

// tryRoom gives a lecture another room at the same time, and whoever has that
// room its old one.
func (w *walker) tryRoom(l int32, most int) (int, bool) {
	from, to := w.room[l], int32(w.dice.Below(w.nRooms))
	if to == from {
		return 0, false
	}
	delta := w.refit(w.of[l], from, to)
	if other := w.in[int(w.period[l])*w.nRooms+int(to)]; other != none {
		delta += w.refit(w.of[other], to, from)
	}
	if delta > most {
		return 0, false
	}
	w.swapRoom(l, to)
	return delta, true
}

// swapRoom moves a lecture to a room at the same time; whoever is there takes
// its old one.
func (w *walker) swapRoom(l, to int32) {
	p, from := w.period[l], w.room[l]
	other := w.in[int(p)*w.nRooms+int(to)]
	w.vacate(l, p)
	if other != none {
		w.vacate(other, p)
		w.occupy(other, p, from)
	}
	w.occupy(l, p, to)
}

// tryWhole gives all lectures of a course one room.
func (w *walker) tryWhole(c int32, most int) (int, bool) {
	to := int32(w.dice.Below(w.nRooms))
	w.rooms = w.rooms[:0]
	delta := 0
	for _, l := range w.lectures[c] {
		from := w.room[l]
		w.rooms = append(w.rooms, from)
		if from == to {
			continue
		}
		delta += w.refit(c, from, to)
		if other := w.in[int(w.period[l])*w.nRooms+int(to)]; other != none {
			delta += w.refit(w.of[other], to, from)
		}
		w.swapRoom(l, to)
	}
	if delta <= most {
		return delta, true
	}
	for i, l := range w.lectures[c] {
		if w.rooms[i] != to {
			w.swapRoom(l, w.rooms[i])
		}
	}
	return 0, false
}

// relief is the most a lecture can save by leaving its room. A course may be in
// a chain in both directions, and its two lectures leave one room: hence 2.
func (w *walker) relief(l int32) int {
	c, r := int(w.of[l]), int(w.room[l])
	save := w.over[c*w.nRooms+r]
	if w.using[c*w.nRooms+r] <= 2 {
		save += costRoom
	}
	return save
}

// cheapest is the free room of a period where a lecture of a course costs least;
// any of those, when there are several. There is one.
func (w *walker) cheapest(c, p int32) int32 {
	over, using := w.over[int(c)*w.nRooms:][:w.nRooms], w.using[int(c)*w.nRooms:][:w.nRooms]
	in := w.in[int(p)*w.nRooms:][:w.nRooms]
	best, least := int32(none), 0
	r := w.dice.Below(w.nRooms)
	for range in {
		if r++; r >= len(in) {
			r = 0
		}
		if in[r] != none {
			continue
		}
		price := over[r]
		if using[r] == 0 {
			price += costRoom
		}
		if best == none || price < least {
			best, least = int32(r), price
			if price == 0 {
				break
			}
		}
	}
	return best
}
