package grid

import "slices"

// People are matched to the seats of a trial, one seat for each of those a need
// asks for. A seat takes the free candidate who has taught least of their share;
// when all candidates sit already, one of them is asked to move to another seat
// that is open to them, and so on (Kuhn's algorithm). With one need that is
// simply the first so many.

// A pencil is what is noted while looking.
type pencil struct {
	crew  []int32 // by seat; -1: empty
	seats []seat
	free  []int32 // free candidates, best first
	asked []bool
	w     []int32
	prey
}

// A seat is one person that a need asks for.
type seat struct{ need int32 }

// weights is room for a number by slot.
func (p *pencil) weights(n int32) []int32 {
	if int32(len(p.w)) != n+1 {
		p.w = make([]int32, n+1)
	}
	return p.w
}

// match finds free people for a trial, into pen.crew.
func (s *State) match(v *trial) bool { return s.matchWith(v, s.able) }

// matchWith is match among those of whom free says that they are.
func (s *State) matchWith(v *trial, free func(int32, *trial) bool) bool {
	p := &s.pen
	p.crew, p.seats = p.crew[:0], p.seats[:0]
	for i := range v.m.needs {
		for range v.m.needs[i].Count {
			p.crew = append(p.crew, -1)
			p.seats = append(p.seats, seat{int32(i)})
		}
	}
	p.free = p.free[:0]
	for i := range v.m.needs {
		n := &v.m.needs[i]
		for j, q := range n.From {
			if n.can[j].Has(v.start) && !slices.Contains(p.free, q) && free(q, v) {
				p.free = append(p.free, q)
			}
		}
	}
	s.byShare(p.free)
	if cap(p.asked) < len(p.free) {
		p.asked = make([]bool, len(s.g.p.People))
	}
	full := true
	for i := range p.seats {
		p.asked = p.asked[:len(p.free)]
		clear(p.asked)
		full = s.sit(v, i) && full
	}
	return full
}

// sit finds somebody for a seat, moving others if need be.
func (s *State) sit(v *trial, i int) bool {
	p := &s.pen
	n := &v.m.needs[p.seats[i].need]
	for turn := range 2 {
		for f, q := range p.free {
			if p.asked[f] {
				continue
			}
			j := slices.Index(n.From, q)
			if j < 0 || !n.can[j].Has(v.start) {
				continue
			}
			other := slices.Index(p.crew, q)
			if turn == 0 && other >= 0 {
				continue // first somebody who sits nowhere
			}
			p.asked[f] = true
			if other < 0 || s.sit(v, other) {
				p.crew[i] = q
				return true
			}
		}
	}
	return false
}

// byShare sorts people by how far they are beyond their share of teaching.
func (s *State) byShare(people []int32) {
	ahead := func(q int32) int32 { return s.taught[q] - s.g.share[q] }
	for i := 1; i < len(people); i++ {
		for j := i; j > 0 && ahead(people[j]) < ahead(people[j-1]); j-- {
			people[j], people[j-1] = people[j-1], people[j]
		}
	}
}
