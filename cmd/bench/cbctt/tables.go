//go:build bench

package main

// tables are the problem as the search reads it: what does not change while
// lectures move. Courses are sets of bits, words words long.
type tables struct {
	*problem
	nPeriods, nRooms int
	words            int
	clash            []uint64  // by course: the courses it may not be beside, itself among them
	open             [][]int32 // by course: the periods it may have
	can              []bool    // the same by course and period
	over             []int     // by course and room: students without a seat
	groups           [][]int32 // by course: the curricula it is in
	of               []int32   // by lecture: its course
	lectures         [][]int32 // by course: its lectures
}

func tabulate(p *problem) *tables {
	t := &tables{
		problem: p, nPeriods: p.periods(), nRooms: len(p.rooms), words: (len(p.courses) + 63) / 64,
		open: make([][]int32, len(p.courses)), groups: make([][]int32, len(p.courses)),
		lectures: make([][]int32, len(p.courses)),
	}
	t.clash = make([]uint64, len(p.courses)*t.words)
	t.can = make([]bool, len(p.courses)*t.nPeriods)
	t.over = make([]int, len(p.courses)*t.nRooms)
	byTeacher := map[string][]int{}
	for c, course := range p.courses {
		byTeacher[course.teacher] = append(byTeacher[course.teacher], c)
		for period, barred := range p.barred[c] {
			if !barred {
				t.open[c] = append(t.open[c], int32(period))
				t.can[c*t.nPeriods+period] = true
			}
		}
		for r, room := range p.rooms {
			t.over[c*t.nRooms+r] = costNoSeat * max(0, course.students-room.seats)
		}
		for range course.lectures {
			t.lectures[c] = append(t.lectures[c], int32(len(t.of)))
			t.of = append(t.of, int32(c))
		}
	}
	for _, all := range byTeacher {
		t.forbid(all)
	}
	for q, curriculum := range p.curricula {
		t.forbid(curriculum.courses)
		for _, c := range curriculum.courses {
			t.groups[c] = append(t.groups[c], int32(q))
		}
	}
	return t
}

// forbid keeps all of these courses apart.
func (t *tables) forbid(all []int) {
	for _, a := range all {
		for _, b := range all {
			t.clash[a*t.words+b/64] |= 1 << (b % 64)
		}
	}
}
