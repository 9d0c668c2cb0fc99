//go:build bench

package main

// tables are the problem as the search reads it, one for each direction of
// time. A job without length is left out: who follows it follows whoever it
// follows.
type tables struct {
	n      int
	name   []int     // the number in the problem
	lasts  []int32   // by job
	needs  []lanes   // by job
	before [][]int32 // by job: whom it follows at once
	all    [][]bool  // by job: whom it follows at all
	tail   []int32   // by job: from its start to the end of what must follow, with itself
	units  lanes
	long   int // no schedule is longer
}

// tabulate makes the tables of both directions: as it is, and from its end.
func tabulate(p *problem) (forth, back *tables) {
	n := 0
	number := make([]int, len(p.jobs))
	forth, back = &tables{units: pack(p.units)}, &tables{units: pack(p.units)}
	for j, job := range p.jobs {
		if number[j] = -1; job.lasts > 0 {
			number[j] = n
			n++
			for _, t := range []*tables{forth, back} {
				t.name = append(t.name, j)
				t.lasts = append(t.lasts, int32(job.lasts))
				t.needs = append(t.needs, pack(job.needs))
				t.long += job.lasts
			}
		}
	}
	follows := p.closure()
	for _, t := range []*tables{forth, back} {
		t.n, t.before, t.tail = n, make([][]int32, n), make([]int32, n)
		for range n {
			t.all = append(t.all, make([]bool, n))
		}
	}
	for k := range p.jobs {
		for j := range p.jobs {
			if a, b := number[j], number[k]; a >= 0 && b >= 0 && follows[k][j] {
				forth.all[b][a], back.all[a][b] = true, true
			}
		}
	}
	forth.finish()
	back.finish()
	return forth, back
}

// closure says for each job whom it follows, at once or through others.
func (p *problem) closure() [][]bool {
	c := make([][]bool, len(p.jobs))
	for j := range c {
		c[j] = make([]bool, len(p.jobs))
	}
	for _, j := range p.order() {
		for _, k := range p.jobs[j].then {
			c[k][j] = true
			for i, is := range c[j] {
				c[k][i] = c[k][i] || is
			}
		}
	}
	return c
}

// finish fills in what follows from all: the orders that no others imply, and
// the tails.
func (t *tables) finish() {
	for j := range t.n {
		for i := range t.n {
			if !t.all[j][i] {
				continue
			}
			implied := false
			for k := range t.n {
				implied = implied || t.all[j][k] && t.all[k][i]
			}
			if !implied {
				t.before[j] = append(t.before[j], int32(i))
			}
		}
	}
	// Who has most before comes last, so that whoever follows is done first.
	for range t.n {
		for j := range t.n {
			t.tail[j] = max(t.tail[j], t.lasts[j])
			for _, i := range t.before[j] {
				t.tail[i] = max(t.tail[i], t.lasts[i]+t.tail[j])
			}
		}
	}
}
