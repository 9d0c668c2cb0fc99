package grid

// A ledger is a State with everything that was done to it, so that it can be
// undone.
type ledger struct {
	s    *State
	done []entry
	crew []int32 // of the entries, one after the other
}

// An entry is how a block was before it was changed.
type entry struct {
	b    int32
	was  spot
	crew int32 // people kept
}

func (l *ledger) mark() int { return len(l.done) }

// note writes down how a block is.
func (l *ledger) note(b int32) {
	was := l.s.at[b]
	n := int32(0)
	if was.start >= 0 {
		l.crew = append(l.crew, l.s.crew(b)...)
		n = was.crew
	}
	l.done = append(l.done, entry{b, was, n})
}

// lift takes a block out.
func (l *ledger) lift(b int32) {
	l.note(b)
	l.s.Lift(b)
}

// place gives a block that is nowhere a time, without a place and people.
func (l *ledger) place(b, start, m int32) {
	l.note(b)
	s := l.s
	n := s.g.blocks[b].modes[m].crew
	from := s.g.blocks[b].crew
	for i := range n {
		s.people[from+i] = -1
	}
	s.put(b, start, m, -1, n)
}

// set decides a unit of a placed block; -1 for not yet.
func (l *ledger) set(x unit, value int32) {
	l.note(x.b)
	s := l.s
	a := s.at[x.b]
	s.Lift(x.b)
	if x.at < 0 {
		a.place = value
	} else {
		s.people[s.g.blocks[x.b].crew+x.at] = value
		a.crew = max(a.crew, x.at+1)
	}
	s.put(x.b, a.start, a.mode, a.place, a.crew)
}

// undo goes back to a mark.
func (l *ledger) undo(mark int) {
	s := l.s
	for len(l.done) > mark {
		e := l.done[len(l.done)-1]
		l.done = l.done[:len(l.done)-1]
		s.Lift(e.b)
		if e.was.start < 0 {
			continue
		}
		from := int32(len(l.crew)) - e.crew
		copy(s.people[s.g.blocks[e.b].crew:], l.crew[from:])
		l.crew = l.crew[:from]
		s.put(e.b, e.was.start, e.was.mode, e.was.place, e.crew)
	}
}
