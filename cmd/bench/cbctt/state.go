//go:build bench

package main

// none is where a lecture is that has no place, and what is in an empty one.
const none = -1

// A state is a plan that breaks nothing: at most one lecture in a room, none
// beside another it may not be beside, none when its course cannot be. It may
// have lectures without a place while the first plan is sought; after that, all
// have one. Every count that a cost depends on is kept up to date, so that the
// price of a move is a handful of look-ups.
type state struct {
	*tables
	period []int32  // by lecture
	room   []int32  // by lecture
	in     []int32  // by period and room: the lecture there
	at     []int32  // by course and period: its lecture then
	busy   []uint64 // by period: its courses, as bits
	held   []uint32 // by curriculum and day: the hours it has, as bits
	onDay  []int32  // by course and day: its lectures
	spread []int32  // by course: on how many days it is
	using  []int32  // by course and room: its lectures there
}

func newState(t *tables) *state {
	n := len(t.courses)
	return &state{
		tables: t,
		period: filled(len(t.of)), room: filled(len(t.of)),
		in: filled(t.nPeriods * t.nRooms), at: filled(n * t.nPeriods),
		busy:  make([]uint64, t.nPeriods*t.words),
		held:  make([]uint32, len(t.curricula)*t.days),
		onDay: make([]int32, n*t.days), spread: make([]int32, n),
		using: make([]int32, n*t.nRooms),
	}
}

// filled is n times none.
func filled(n int) []int32 {
	s := make([]int32, n)
	for i := range s {
		s[i] = none
	}
	return s
}

// enter puts a lecture that has no place into an empty one.
func (s *state) enter(l, period, room int32) {
	s.occupy(l, period, room)
	s.arrive(l, period)
}

// leave takes a lecture out of its place.
func (s *state) leave(l int32) {
	s.vacate(l, s.period[l])
	s.depart(l)
}

// occupy puts a lecture into an empty room, and says what that adds to the cost.
func (s *state) occupy(l, period, room int32) int {
	s.room[l] = room
	s.in[int(period)*s.nRooms+int(room)] = l
	i := int(s.of[l])*s.nRooms + int(room)
	s.using[i]++
	if s.using[i] == 1 {
		return s.over[i] + costRoom
	}
	return s.over[i]
}

// vacate takes a lecture out of its room, and says what that saves.
func (s *state) vacate(l, period int32) int {
	s.in[int(period)*s.nRooms+int(s.room[l])] = none
	i := int(s.of[l])*s.nRooms + int(s.room[l])
	s.using[i]--
	if s.using[i] == 0 {
		return s.over[i] + costRoom
	}
	return s.over[i]
}

// arrive gives a lecture that has none a period.
func (s *state) arrive(l, period int32) {
	c := s.of[l]
	s.period[l] = period
	s.at[int(c)*s.nPeriods+int(period)] = l
	s.book(c, period, 1)
}

// depart takes a lecture out of its period.
func (s *state) depart(l int32) {
	c, period := s.of[l], s.period[l]
	s.at[int(c)*s.nPeriods+int(period)] = none
	s.period[l] = none
	s.book(c, period, -1)
}

// book notes that a course comes (1) or goes (-1) in a period.
func (s *state) book(c, period, by int32) {
	s.busy[int(period)*s.words+int(c)/64] ^= 1 << (uint(c) % 64)
	day, hour := int(period)/s.hours, uint(period)%uint(s.hours)
	for _, q := range s.groups[c] {
		s.held[int(q)*s.days+day] ^= 1 << hour
	}
	n := &s.onDay[int(c)*s.days+day]
	if *n == 0 {
		s.spread[c]++
	}
	*n += by
	if *n == 0 {
		s.spread[c]--
	}
}
