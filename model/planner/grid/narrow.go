package grid

// narrow takes from the domains of free blocks what can never be: times at which
// nobody has a role or no place is open, and, order by order until nothing
// changes, times too early or too late for what comes before or after. Where
// that leaves a block nothing, the problem has no plan; the search then wants
// the domains as they were, to place as much as it can.
func (g *Grid) narrow() {
	for b := range g.blocks {
		for i := range g.blocks[b].modes {
			m := &g.blocks[b].modes[i]
			g.manned(m)
			m.dom = append(Bits(nil), m.free...)
		}
	}
	for changed := true; changed; {
		changed = false
		for _, o := range g.p.Orders {
			if o.Soft || g.blocks[o.A].Lock != Free || g.blocks[o.B].Lock != Free {
				continue
			}
			a, b := g.reachOf(o.A), g.reachOf(o.B)
			if a.empty() || b.empty() {
				for i := range g.blocks {
					for j := range g.blocks[i].modes {
						copy(g.blocks[i].modes[j].dom, g.blocks[i].modes[j].free)
					}
				}
				return
			}
			var la, ha, lb, hb int32 = 0, g.n, 0, g.n
			if o.Least >= 0 {
				lb = max(a.ends, g.start(g.day[a.first]+o.Least))
				ha = min(b.last, g.start(g.day[b.last]-o.Least+1))
			}
			if o.Most >= 0 {
				lb = max(lb, g.start(g.day[a.first]-o.Most))
				hb = g.start(g.day[a.last] + o.Most + 1)
				la = g.start(g.day[b.first] - o.Most)
				ha = min(ha, g.start(g.day[b.last]+o.Most+1))
			}
			changed = g.keep(o.A, la, ha, o.Least >= 0, b.last) || changed
			changed = g.keep(o.B, lb, hb, false, 0) || changed
		}
	}
}

// manned takes from a mode's domain the times at which no place is open or a
// need cannot be met.
func (g *Grid) manned(m *mode) {
	for s := range m.free.All {
		ok := len(m.open) == 0
		for _, o := range m.open {
			ok = ok || o.Has(s)
		}
		for _, n := range m.needs {
			have := int32(0)
			for _, c := range n.can {
				if c.Has(s) {
					have++
				}
			}
			ok = ok && have >= n.Count
		}
		if !ok {
			m.free.Clear(s)
		}
	}
}

// bounds are between what slots a block can be.
type bounds struct{ first, last, ends int32 }

func (b bounds) empty() bool { return b.last < 0 }

// reachOf is the first and last start of a block and its earliest end.
func (g *Grid) reachOf(b int32) bounds {
	r := bounds{g.n, -1, g.n}
	for i := range g.blocks[b].modes {
		m := &g.blocks[b].modes[i]
		one := true
		for s := range m.dom.All {
			if one {
				r.first, r.ends, one = min(r.first, s), min(r.ends, s+m.Len), false
			}
			r.last = max(r.last, s)
		}
	}
	return r
}

// keep takes the starts before lo and from hi on from a block's domains; with
// before, also those that end after slot end begins.
func (g *Grid) keep(b, lo, hi int32, before bool, end int32) bool {
	changed := false
	for i := range g.blocks[b].modes {
		m := &g.blocks[b].modes[i]
		for s := range m.dom.All {
			if s < lo || s >= hi || before && s+m.Len > end {
				m.dom.Clear(s)
				changed = true
			}
		}
	}
	return changed
}
