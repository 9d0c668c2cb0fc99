package grid

// A journal is what a move changed, to take it back.
type journal struct {
	recs   []record
	people []int32
}

// A record is where a block was, and where its people begin in the journal.
type record struct {
	block int32
	was   spot
	from  int
}

func (j *journal) clear() { j.recs, j.people = j.recs[:0], j.people[:0] }

// note keeps where a block is; it must be noted before it is changed, and once.
func (j *journal) note(s *State, b int32) {
	j.recs = append(j.recs, record{b, s.at[b], len(j.people)})
	if s.at[b].start >= 0 {
		j.people = append(j.people, s.crew(b)...)
	}
}

// revert puts everything back where it was.
func (j *journal) revert(s *State) {
	for i := range j.recs {
		s.Lift(j.recs[i].block)
	}
	for i := range j.recs {
		r := &j.recs[i]
		if r.was.start < 0 {
			continue
		}
		copy(s.people[s.g.blocks[r.block].crew:], j.people[r.from:r.from+int(r.was.crew)])
		s.put(r.block, r.was.start, r.was.mode, r.was.place, r.was.crew)
	}
	j.clear()
}

// crew are the people a noted block had.
func (j *journal) crew(i int) []int32 {
	r := &j.recs[i]
	if r.was.start < 0 {
		return nil
	}
	return j.people[r.from : r.from+int(r.was.crew)]
}
