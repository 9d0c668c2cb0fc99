package proof

import (
	"slices"
)

// lack looks for something of which there is too little, and says it in the
// fewest requirements. The lines are in the order in which they are best read;
// none: there is enough of all that was counted.
func (e *examined) lack() []Line {
	all := func(atom) bool { return true }
	w, bad := e.windows(all)
	if bad >= 0 {
		return nil
	}
	e.sups = e.supplies()
	var found []Line
	tries := 0
	for _, s := range e.sups {
		if e.stopped() {
			return found
		}
		if _, ok := e.short(s, w, all); !ok {
			continue
		}
		if lines := e.tell(s, w); found == nil || e.plainer(lines, found) {
			found = lines
		}
		if tries++; tries == maxTold {
			break
		}
	}
	return found
}

// maxTold is how many shortages are looked at closely for the one best told.
const maxTold = 12

// plainer prefers fewer lines, then what names fewer people or places, then
// where more is missing.
func (e *examined) plainer(a, b []Line) bool {
	if len(a) != len(b) {
		return len(a) < len(b)
	}
	if x, y := len(a[0].People)+len(a[0].Places), len(b[0].People)+len(b[0].Places); x != y {
		return x < y
	}
	return worse(*a[0].Count, *b[0].Count)
}

// tell takes away what a shortage does not need, and puts the rest into lines.
func (e *examined) tell(s supply, w []window) []Line {
	above, below := map[atom]bool{}, map[atom]bool{}
	items := map[int32]bool{}
	var list []atom
	for _, it := range s.items {
		items[it.block] = true
		list = append(list, atom{kind: Starts, of: it.block})
		e.chain(it.block, w, true, above)
		e.chain(it.block, w, false, below)
	}
	for _, a := range e.all {
		chained := above[a] || below[a]
		if chained && !(a.kind == Starts && items[a.of]) || e.of(a, s) {
			list = append(list, a)
		}
	}
	kept := map[atom]bool{}
	for _, a := range list {
		kept[a] = true
	}
	use := func(a atom) bool { return kept[a] }
	count := func() (Count, bool) {
		w, bad := e.windows(use)
		if bad >= 0 {
			return Count{}, false
		}
		return e.short(s, w, use)
	}
	take := func(set []atom, in bool) {
		for _, a := range set {
			if in {
				kept[a] = true
			} else {
				delete(kept, a)
			}
		}
	}
	// Whole lines first; then, of those that are needed, what changes no number.
	part := func(a atom) sort { return sort{kind: partOf(a, s, above, items)} }
	for _, set := range slices.Backward(gather(list, part)) {
		if take(set, false); !second(count()) {
			take(set, true)
		}
	}
	best, _ := count()
	for _, set := range gather(list, e.sorts.fine) {
		if !kept[set[0]] {
			continue
		}
		take(set, false)
		if c, ok := count(); !ok || c.Asked-c.Have < best.Asked-best.Have || len(c.Blocks) != len(best.Blocks) {
			take(set, true)
		}
	}
	w, _ = e.windows(use)
	return e.lines(s, best, w, kept, above, items)
}

func second(_ Count, ok bool) bool { return ok }

// partOf is the kind of line an atom of a shortage is in. Those that come last
// are the first to be done without.
func partOf(a atom, s supply, above map[atom]bool, items map[int32]bool) Kind {
	switch a.kind {
	case TeamOnce, PersonOnce, PlaceOnce, PlaceRoom, PoolCount, TeamDay, PersonDay, PersonAway, PlaceShut:
		return a.kind
	case Starts:
		if items[a.of] {
			return Starts
		}
	}
	if above[a] {
		return Earliest
	}
	return Latest
}

// of reports whether an atom says how much there is of a supply.
func (e *examined) of(a atom, s supply) bool {
	switch a.kind {
	case TeamOnce, TeamDay:
		return (s.kind == TeamOnce || s.kind == TeamDay) && slices.Contains(s.of, a.of)
	case PersonOnce, PersonDay, PersonAway:
		return (s.kind == PersonOnce || s.kind == PersonDay) && slices.Contains(s.of, a.of)
	case PlaceOnce, PlaceRoom, PlaceShut:
		return (s.kind == PlaceOnce || s.kind == PlaceRoom) && slices.Contains(s.of, a.of)
	case PoolCount:
		return s.kind == PoolCount && s.of[0] == a.of
	}
	return false
}

// lines are what is left of a shortage: the supply, when it cannot be used, when
// the blocks may begin, what comes before them and what after.
func (e *examined) lines(s supply, c Count, w []window, kept, above map[atom]bool, items map[int32]bool) []Line {
	parts := map[Kind][]atom{}
	for _, a := range e.all {
		if kept[a] {
			k := partOf(a, s, above, items)
			parts[k] = append(parts[k], a)
		}
	}
	early, late := parts[Earliest], parts[Latest]
	var out []Line
	for _, k := range []Kind{TeamOnce, PersonOnce, PlaceOnce, PlaceRoom, PoolCount, TeamDay, PersonDay, PersonAway, PlaceShut, Starts} {
		if len(parts[k]) > 0 {
			out = append(out, e.line(k, parts[k]))
		}
	}
	if len(out) > 0 {
		out[0].Count, out[0].supply = &c, &s
		if out[0].Kind != Starts {
			out[0].Blocks = c.Blocks
		}
	}
	if len(early) > 0 {
		l := e.line(Earliest, early)
		l.Blocks, l.Slot = nil, e.n
		for _, b := range c.Blocks {
			if w[b].above >= 0 {
				l.Blocks = append(l.Blocks, b)
				l.Slot = min(l.Slot, w[b].first)
			}
		}
		out = append(out, l)
	}
	if len(late) > 0 {
		l := e.line(Latest, late)
		l.Blocks, l.Slot = nil, 0
		for _, b := range c.Blocks {
			if w[b].below >= 0 {
				l.Blocks = append(l.Blocks, b)
				l.Slot = max(l.Slot, w[b].last+e.least(b))
			}
		}
		out = append(out, l)
	}
	return out
}

// line puts atoms into a line.
func (e *examined) line(kind Kind, set []atom) Line {
	l := Line{Kind: kind, atoms: set}
	for _, a := range set {
		switch a.kind {
		case TeamOnce, TeamDay, TeamRest, TeamGap, TeamTravel:
			l.Teams = append(l.Teams, a.of)
		case PersonOnce, PersonDay, PersonRest, PersonTravel:
			l.People = append(l.People, a.of)
		case PersonAway:
			l.People, l.Days = append(l.People, a.of), append(l.Days, a.day)
		case PlaceOnce, PlaceRoom, PlaceGap:
			l.Places = append(l.Places, a.of)
		case PlaceShut:
			l.Places, l.Days = append(l.Places, a.of), append(l.Days, a.day)
		case PoolCount:
			l.Pools = append(l.Pools, a.of)
		case Starts, Need, Stands:
			l.Blocks = append(l.Blocks, a.of)
		case Before, Later, Apart, Within:
			o := &e.p.Orders[a.of]
			l.Orders = append(l.Orders, a.of)
			l.Blocks = append(l.Blocks, o.A, o.B)
		}
	}
	for _, list := range []*[]int32{&l.Teams, &l.People, &l.Places, &l.Pools, &l.Blocks, &l.Orders, &l.Days} {
		if *list != nil {
			*list = sorted(*list)
		}
	}
	return l
}
