package finder

// A Result is who was found, the best first, and of equals by name.
type Result struct {
	Count int
	// Slips is how many typing errors a word had to be allowed: 0 none, when
	// somebody was found as it is written.
	Slips int

	ix     *Index
	order  []uint32 // people; those of the small segment come after the number of the large one
	wanted []wanted
}

// A Hit is somebody found.
type Hit struct {
	Entry *Entry
	Spans [][2]int // of Entry.Name: from and to, in bytes, of what matched; rising
}

// Window is the hits from the one of that number (0 is the first) on, at most
// n of them.
func (r Result) Window(from, n int) []Hit {
	from = min(max(from, 0), len(r.order))
	to := from + min(max(n, 0), len(r.order)-from)
	out := make([]Hit, 0, to-from)
	for _, p := range r.order[from:to] {
		e := r.ix.entry(int(p))
		out = append(out, Hit{e, spans(e.Name, r.wanted, r.Slips)})
	}
	return out
}

// Search finds everybody whom the query fits: all, when it is empty. When the
// words fit nobody as they are written, whatever the filters, they may have one
// slip (those of four letters and more), and then two (of eight and more).
func (ix *Index) Search(q Query) Result {
	r := Result{ix: ix, wanted: wantedIn(q.Words)}
	most := 0
	for i := range r.wanted {
		most = max(most, r.wanted[i].slips())
	}
	for ; ; r.Slips++ {
		marks, some := ix.match(r.wanted, r.Slips)
		if !some && r.Slips < most {
			continue
		}
		if q.filters() {
			for i, s := range ix.segments() {
				s.filter(&q, marks[i])
			}
		}
		r.order = ix.merge(marks)
		r.Count = len(r.order)
		if r.Count == 0 {
			r.Slips = 0
		}
		return r
	}
}

// match gives for each segment everybody's marks, 0 for whom the words do not
// fit; some: they fit somebody.
func (ix *Index) match(words []wanted, errors int) (out [2][]uint8, some bool) {
	for i, s := range ix.segments() {
		total := make([]uint8, len(s.people))
		for j := range total {
			total[j] = 1
		}
		if len(words) > 0 {
			marks, room := make([]uint8, len(total)), make([]uint8, len(total))
			for j := range words {
				s.mark(&words[j], errors, marks, room)
				for k, m := range marks {
					if m == 0 {
						total[k] = 0
					} else if total[k] > 0 {
						total[k] += m
					}
				}
			}
		}
		if i == 0 && ix.gone != nil {
			for k := range total {
				if ix.gone.has(k) {
					total[k] = 0
				}
			}
		}
		for _, m := range total {
			if m > 0 {
				some = true
				break
			}
		}
		out[i] = total
	}
	return out, some
}

// merge puts those found in order: by marks, then by name.
func (ix *Index) merge(totals [2][]uint8) []uint32 {
	const bins = mostWords*markNameWhole + 2
	var size [2][bins]int
	n := 0
	for i, total := range totals {
		for _, m := range total {
			size[i][m]++
		}
		n += len(total) - size[i][0]
	}
	order := make([]uint32, n)
	if n == 0 {
		return order
	}
	// Where each mark's people begin: in order for those of the large segment,
	// and apart for the few others, who are then merged in by name.
	var next [bins]int
	at := 0
	for m := bins - 1; m > 0; m-- {
		next[m] = at
		at += size[0][m] + size[1][m]
	}
	large := uint32(len(ix.base.people))
	if len(totals[1]) == 0 {
		for p, m := range totals[0] {
			if m > 0 {
				order[next[m]] = uint32(p)
				next[m]++
			}
		}
		return order
	}
	put := func(p uint32, m uint8) {
		order[next[m]] = p
		next[m]++
	}
	late := 0
	for p, m := range totals[0] {
		for late < len(ix.before) && int(ix.before[late]) <= p {
			if l := totals[1][late]; l > 0 {
				put(large+uint32(late), l)
			}
			late++
		}
		if m > 0 {
			put(uint32(p), m)
		}
	}
	for ; late < len(ix.before); late++ {
		if l := totals[1][late]; l > 0 {
			put(large+uint32(late), l)
		}
	}
	return order
}
