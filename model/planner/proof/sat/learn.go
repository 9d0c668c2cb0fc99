package sat

// cause appends to buf the literals that are false and made l true; with l
// -1, those of the conflict c. All are literals of a clause that holds.
func (s *Solver) cause(c reason, l Lit, buf []Lit) []Lit {
	switch c.kind() {
	case byPair:
		if l < 0 {
			return append(buf, s.stack[:2]...)
		}
		return append(buf, Lit(c.at()))
	case byLimit:
		if l < 0 {
			return s.blame(c.at(), -1, buf)
		}
		return s.blame(c.at(), l, buf)
	}
	for _, o := range s.clause(c.at()) {
		if o != l {
			buf = append(buf, o)
		}
	}
	return buf
}

// analyse learns the clause of the first unique implication point from a
// conflict at a level above 0: it is left in learn, its asserting literal
// first; what is returned is the level to go back to.
func (s *Solver) analyse(c reason) int {
	s.learn = append(s.learn[:0], 0)
	now := int32(len(s.starts))
	open := 0
	at := len(s.trail) - 1
	l := Lit(-1)
	for {
		if c.kind() == byClause {
			s.touch(c.at())
		}
		s.buf = s.cause(c, l, s.buf[:0])
		for _, o := range s.buf {
			v := o.v()
			if s.seen[v] || s.level[v] == 0 {
				continue
			}
			s.seen[v] = true
			s.clear = append(s.clear, o)
			s.heap.bump(v, s.step)
			if s.level[v] == now {
				open++
			} else {
				s.learn = append(s.learn, o)
			}
		}
		for !s.seen[s.trail[at].v()] {
			at--
		}
		l = s.trail[at]
		at--
		open--
		if open == 0 {
			break
		}
		c = s.why[l.v()]
	}
	s.learn[0] = l.Not()
	out := s.learn[:1]
	for _, o := range s.learn[1:] {
		if s.why[o.v()] == 0 || !s.implied(o) {
			out = append(out, o)
		}
	}
	s.learn = out
	for _, o := range s.clear {
		s.seen[o.v()] = false
	}
	s.clear = s.clear[:0]
	back, second := int32(0), 1
	for i, o := range s.learn[1:] {
		if s.level[o.v()] > back {
			back, second = s.level[o.v()], i+1
		}
	}
	if len(s.learn) > 1 {
		s.learn[1], s.learn[second] = s.learn[second], s.learn[1]
	}
	if s.step *= fade; s.step > 1e100 {
		s.heap.scale(1e-100)
		s.step *= 1e-100
	}
	return int(back)
}

// implied reports whether o follows from the other literals of the clause being
// learnt, so that it can be left out.
func (s *Solver) implied(o Lit) bool {
	top := len(s.clear)
	s.stack = append(s.stack[:0], o)
	todo := s.stack
	for len(todo) > 0 {
		l := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		from := len(s.buf)
		s.buf = s.cause(s.why[l.v()], l.Not(), s.buf)
		for _, p := range s.buf[from:] {
			v := p.v()
			if s.seen[v] || s.level[v] == 0 {
				continue
			}
			if s.why[v] == 0 {
				for _, q := range s.clear[top:] {
					s.seen[q.v()] = false
				}
				s.clear = s.clear[:top]
				s.buf, s.stack = s.buf[:from], todo[:0]
				return false
			}
			s.seen[v] = true
			s.clear = append(s.clear, p)
			todo = append(todo, p)
		}
		s.buf = s.buf[:from]
	}
	s.stack = todo[:0]
	return true
}

// blameAssumed finds the assumptions that made l, an assumption, false, or
// with -1 those behind the conflict c; they go into core.
func (s *Solver) blameAssumed(c reason, l Lit) {
	if l >= 0 {
		s.core = append(s.core, l)
		s.seen[l.v()] = s.level[l.v()] > 0
	} else {
		s.buf = s.cause(c, -1, s.buf[:0])
		for _, o := range s.buf {
			s.seen[o.v()] = s.level[o.v()] > 0
		}
	}
	for i := len(s.trail) - 1; len(s.starts) > 0 && i >= int(s.starts[0]); i-- {
		o := s.trail[i]
		v := o.v()
		if !s.seen[v] {
			continue
		}
		s.seen[v] = false
		if s.why[v] == 0 {
			s.core = append(s.core, o)
			continue
		}
		s.buf = s.cause(s.why[v], o, s.buf[:0])
		for _, p := range s.buf {
			if s.level[p.v()] > 0 {
				s.seen[p.v()] = true
			}
		}
	}
}
