//go:build bench

package main

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"muster/cmd/bench/anneal"
)

// draw is a problem small enough to try every order of its jobs.
func drawProblem(t *rapid.T) *problem {
	n := rapid.IntRange(1, 7).Draw(t, "jobs")
	p := &problem{jobs: make([]job, n), units: []int{4, 5}}
	for j := range n {
		p.jobs[j] = job{
			lasts: rapid.IntRange(0, 5).Draw(t, "lasts"),
			needs: []int{rapid.IntRange(0, 4).Draw(t, "need"), rapid.IntRange(0, 5).Draw(t, "need")},
		}
		for k := range j {
			if rapid.IntRange(0, 3).Draw(t, "follows") == 0 {
				p.jobs[k].then = append(p.jobs[k].then, j)
			}
		}
	}
	return p
}

// shortest is the least end of all orders, each scheduled by looking at every
// unit of time of every resource. Some order gives the shortest schedule.
func shortest(p *problem, order, starts []int) int {
	if len(order) == len(p.jobs) {
		return p.makespan(starts)
	}
	best := 1 << 30
	for j := range p.jobs {
		if slices.Contains(order, j) || slices.ContainsFunc(before(p, j), func(k int) bool { return !slices.Contains(order, k) }) {
			continue
		}
		at := 0
		for _, k := range before(p, j) {
			at = max(at, starts[k]+p.jobs[k].lasts)
		}
		for !free(p, order, starts, j, at) {
			at++
		}
		next := slices.Clone(starts)
		next[j] = at
		best = min(best, shortest(p, append(slices.Clone(order), j), next))
	}
	return best
}

func before(p *problem, j int) []int {
	var out []int
	for k, job := range p.jobs {
		if slices.Contains(job.then, j) {
			out = append(out, k)
		}
	}
	return out
}

func free(p *problem, order, starts []int, j, at int) bool {
	for u := at; u < at+p.jobs[j].lasts; u++ {
		for r, units := range p.units {
			used := p.jobs[j].needs[r]
			for _, k := range order {
				if starts[k] <= u && u < starts[k]+p.jobs[k].lasts {
					used += p.jobs[k].needs[r]
				}
			}
			if used > units {
				return false
			}
		}
	}
	return true
}

// What is called proved is the shortest of all, and the judge lets it pass.
func TestSolveIsShortest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t)
		want := shortest(p, nil, make([]int, len(p.jobs)))
		looks := 0.0
		r := solve(p, 1, func() float64 { looks++; return looks / 40 })
		if err := judge(p, r.starts); err != nil {
			t.Fatal(err)
		}
		if !r.proved() || r.end != want || p.makespan(r.starts) != want {
			t.Fatalf("ends at %d, floor %d; the shortest ends at %d", r.end, r.floor, want)
		}
	})
}

// From any limit the prover says there is a schedule exactly when there is one:
// the bounds cut nothing off.
func TestShortenMissesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t)
		want := int32(shortest(p, nil, make([]int, len(p.jobs))))
		forth, back := tabulate(p)
		for _, table := range []*tables{forth, back} {
			for limit := want + 2; limit >= max(0, want-2); limit-- {
				if int(limit) > table.long {
					continue
				}
				prover, ok := newProver(table)
				if !ok {
					t.Fatal("too big")
				}
				prover.failed = make(failures, slots)
				found, proved := prover.shorten(limit, func() bool { return false })
				if !proved || found != (limit >= want) {
					t.Fatalf("limit %d, shortest %d: found %v, proved %v", limit, want, found, proved)
				}
			}
		}
	})
}

// A herd's lists respect the order of jobs, whatever is bred.
func TestBreedRespectsOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		forth, back := tabulate(drawProblem(t))
		h := newHerd(forth, back, anneal.NewDice(1))
		n := 0
		h.breed(0, func() bool { n++; return n > 200 })
		for _, a := range h.alive {
			for i, j := range a.list {
				for _, k := range a.list[i:] {
					if forth.all[j][k] {
						t.Fatalf("%v: %d comes before %d", a.list, j, k)
					}
				}
			}
		}
	})
}

func TestLanes(t *testing.T) {
	amounts := rapid.SliceOfN(rapid.IntRange(0, mostUnits), 4, 4)
	rapid.Check(t, func(t *rapid.T) {
		have, need := amounts.Draw(t, "have"), amounts.Draw(t, "need")
		want := true
		for i := range have {
			want = want && have[i] >= need[i]
		}
		if got := pack(have).holds(pack(need)); got != want {
			t.Fatalf("%v holds %v: %v", have, need, got)
		}
	})
}

func TestJudgeRefuses(t *testing.T) {
	p, _ := five(t)
	good := []int{0, 4, 0, 4, 9, 6, 11}
	if err := judge(p, good); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what   string
		starts []int
	}{
		{"too few", good[:6]},
		{"before 0", []int{0, 4, -1, 4, 9, 6, 11}},
		{"out of order", []int{0, 4, 0, 4, 6, 6, 11}},
		{"a resource overdrawn", []int{0, 3, 0, 4, 9, 6, 11}},
	} {
		if judge(p, c.starts) == nil {
			t.Errorf("%s: accepted", c.what)
		}
	}
}
