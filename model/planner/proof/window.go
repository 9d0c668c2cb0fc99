package proof

// A window is when a block can begin, by its starts and the orders around it
// alone, and which order told so last.
type window struct {
	first, last int32 // slots; first > last: never
	ends        int32 // the first slot it can have ended before
	above       int32 // order that bounds first; -1: its own starts
	below       int32 // order that bounds last
}

// windows are those of all blocks under the atoms that use accepts; ok is false
// when some block has none, and bad is that block.
func (e *examined) windows(use func(atom) bool) (w []window, bad int32) {
	w = make([]window, len(e.p.Blocks))
	for i := range w {
		b := int32(i)
		w[b] = window{first: 0, last: -1, above: -1, below: -1}
		if e.gone[b] {
			continue
		}
		starts := e.starts(b, use)
		if len(starts) == 0 {
			return w, b
		}
		w[b].first, w[b].last = starts[0], starts[len(starts)-1]
		w[b].ends = w[b].first + e.least(b)
	}
	for changed := true; changed; {
		changed = false
		for i := range e.p.Orders {
			o := &e.p.Orders[i]
			if o.Soft || e.gone[o.A] || e.gone[o.B] || e.fixed[o.A] && e.fixed[o.B] {
				continue
			}
			n := int32(i)
			before := o.Least >= 0 && use(atom{kind: beforeOf(o), of: n})
			apart := o.Apart > 0 && use(atom{kind: Apart, of: n})
			within := o.Most >= 0 && use(atom{kind: Within, of: n})
			a, b := &w[o.A], &w[o.B]
			days := max(o.Least, 0)
			if before && apart {
				days = max(days, o.Apart)
			}
			lo, hi := int32(0), e.n
			if before {
				lo = max(a.ends, e.from(e.p.Day[a.first]+days))
				hi = min(b.last-e.least(o.A)+1, e.from(e.p.Day[b.last]-days+1))
			}
			if within {
				lo = max(lo, e.from(e.p.Day[a.first]-o.Most))
				hi = min(hi, e.from(e.p.Day[b.last]+o.Most+1))
			}
			now, ok := e.raise(o.B, w, lo, n, use)
			changed = changed || now
			if ok {
				now, ok = e.lower(o.A, w, hi, n, use)
				changed = changed || now
			}
			if !ok {
				return w, o.B
			}
			if within {
				now, ok = e.raise(o.A, w, e.from(e.p.Day[b.first]-o.Most), n, use)
				changed = changed || now
				if ok {
					now, ok = e.lower(o.B, w, e.from(e.p.Day[a.last]+o.Most+1), n, use)
					changed = changed || now
				}
				if !ok {
					return w, o.A
				}
			}
		}
	}
	return w, -1
}

// starts are when a block could begin under the atoms that use accepts.
func (e *examined) starts(b int32, use func(atom) bool) []int32 {
	if use(atom{kind: Starts, of: b}) {
		return e.may[b]
	}
	return e.wide[b]
}

// raise lets a block begin in slot lo or later, as order n asks.
func (e *examined) raise(b int32, w []window, lo, n int32, use func(atom) bool) (changed, ok bool) {
	if lo <= w[b].first {
		return false, true
	}
	starts := e.starts(b, use)
	i := at(starts, lo)
	if i == len(starts) || starts[i] > w[b].last {
		w[b].above = n
		return true, false
	}
	w[b].first, w[b].above = starts[i], n
	w[b].ends = starts[i] + e.least(b)
	return true, true
}

// lower lets a block begin before slot hi, as order n asks.
func (e *examined) lower(b int32, w []window, hi, n int32, use func(atom) bool) (changed, ok bool) {
	if hi > w[b].last {
		return false, true
	}
	starts := e.starts(b, use)
	i := at(starts, hi) - 1
	if i < 0 || starts[i] < w[b].first {
		w[b].below = n
		return true, false
	}
	w[b].last, w[b].below = starts[i], n
	return true, true
}

// chain collects the atoms behind a block's window: the orders from above, or
// from below, and the starts of the blocks on the way.
func (e *examined) chain(b int32, w []window, above bool, into map[atom]bool) {
	for steps := 0; steps <= len(e.p.Blocks); steps++ {
		n := w[b].below
		if above {
			n = w[b].above
		}
		if n < 0 {
			return
		}
		o := &e.p.Orders[n]
		if o.Least >= 0 {
			into[atom{kind: beforeOf(o), of: n}] = true
		}
		if o.Apart > 0 {
			into[atom{kind: Apart, of: n}] = true
		}
		if o.Most >= 0 {
			into[atom{kind: Within, of: n}] = true
		}
		if b == o.A {
			b = o.B
		} else {
			b = o.A
		}
		if e.p.Blocks[b].Lock == 0 {
			into[atom{kind: Starts, of: b}] = true
		}
	}
}
