//go:build bench

package main

// A verdict is what a plan is worth. Hard counts what is broken, by the
// competition's own count; the rest are costs, weights applied.
type verdict struct {
	Lectures   int // missing, too many, or two of one course at a time
	Conflicts  int // pairs at a time that share a teacher or a curriculum
	Barred     int // lectures when their course cannot be
	RoomTwice  int // lectures too many in a room
	NoSeat     int
	Days       int
	Alone      int
	ExtraRooms int
}

func (v verdict) hard() int { return v.Lectures + v.Conflicts + v.Barred + v.RoomTwice }
func (v verdict) cost() int { return v.NoSeat + v.Days + v.Alone + v.ExtraRooms }

// judge counts a plan from nothing: slow, plain, and on a path of its own. It
// shares nothing with the tables of the search, and is what is believed.
func judge(p *problem, plan []seat) verdict {
	var v verdict
	at := make([][]int, len(p.courses)) // lectures by course and period
	for c := range at {
		at[c] = make([]int, p.periods())
	}
	inRoom := map[[2]int]int{} // by room and period
	rooms := make([]map[int]bool, len(p.courses))
	for _, s := range plan {
		c := p.courses[s.course]
		at[s.course][s.period]++
		inRoom[[2]int{s.room, s.period}]++
		if rooms[s.course] == nil {
			rooms[s.course] = map[int]bool{}
		}
		rooms[s.course][s.room] = true
		if p.barred[s.course][s.period] {
			v.Barred++
		}
		v.NoSeat += costNoSeat * max(0, c.students-p.rooms[s.room].seats)
	}
	for _, n := range inRoom {
		v.RoomTwice += n - 1
	}
	for c, course := range p.courses {
		n, days := 0, map[int]bool{}
		for period, k := range at[c] {
			n += k
			v.Lectures += max(0, k-1)
			if k > 0 {
				days[period/p.hours] = true
			}
		}
		v.Lectures += abs(course.lectures - n)
		if course.lectures > 0 {
			v.Days += costDays * max(0, course.minDays-len(days))
		}
		v.ExtraRooms += costRoom * max(0, len(rooms[c])-1)
	}
	together := sharing(p)
	for a := range p.courses {
		for b := range a {
			for period := range p.periods() {
				if at[a][period] > 0 && at[b][period] > 0 && together[[2]int{a, b}] {
					v.Conflicts++
				}
			}
		}
	}
	for _, q := range p.curricula {
		v.Alone += costAlone * alone(p, q, at)
	}
	return v
}

// sharing are the pairs of courses, the greater number first, with a teacher or
// a curriculum in common.
func sharing(p *problem) map[[2]int]bool {
	m := map[[2]int]bool{}
	for a := range p.courses {
		for b := range a {
			if p.courses[a].teacher == p.courses[b].teacher {
				m[[2]int{a, b}] = true
			}
		}
	}
	for _, q := range p.curricula {
		for _, a := range q.courses {
			for _, b := range q.courses {
				if a > b {
					m[[2]int{a, b}] = true
				}
			}
		}
	}
	return m
}

// alone counts the lectures of a curriculum with none of its own just before or
// after on the same day.
func alone(p *problem, q curriculum, at [][]int) int {
	n := 0
	for day := range p.days {
		count := func(hour int) int {
			if hour < 0 || hour >= p.hours {
				return 0
			}
			k := 0
			for _, c := range q.courses {
				k += at[c][day*p.hours+hour]
			}
			return k
		}
		for hour := range p.hours {
			if count(hour-1) == 0 && count(hour+1) == 0 {
				n += count(hour)
			}
		}
	}
	return n
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
