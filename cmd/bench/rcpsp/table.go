//go:build bench

package main

import (
	"fmt"

	"muster/cmd/bench/meter"
)

// A row is what came of one file. Lower and Best are the published bounds of
// the shortest schedule, 0 where there are none.
type row struct {
	Name      string  `json:"name"`
	Jobs      int     `json:"jobs"`
	End       int     `json:"end"`
	Floor     int     `json:"floor"`
	Proved    bool    `json:"proved"`
	Lower     int     `json:"lower,omitempty"`
	Best      int     `json:"best,omitempty"`
	Seconds   float64 `json:"seconds"`
	Schedules int64   `json:"schedules"`
	Nodes     int64   `json:"nodes"`
	Wrong     string  `json:"wrong,omitempty"`
}

// check adds what the published bounds say against the row.
func (r *row) check() {
	switch {
	case r.Wrong != "" || r.Best == 0:
	case r.End < r.Lower:
		r.Wrong = fmt.Sprintf("ends at %d, below the bound %d", r.End, r.Lower)
	case r.Floor > r.Best:
		r.Wrong = fmt.Sprintf("said not to end before %d, and ends at %d", r.Floor, r.Best)
	}
}

const titles = "file          jobs    end  floor   best  seconds  schedules      nodes"

// A table prints rows and adds them up.
type table struct {
	meter.Sheet

	known, best, proved, wrong int
	seconds, longest, gap      float64
}

func (t *table) print(r row) error {
	r.check()
	t.seconds += r.Seconds
	t.longest = max(t.longest, r.Seconds)
	if r.Proved {
		t.proved++
	}
	if r.Wrong != "" {
		t.wrong++
	}
	if r.Best > 0 {
		t.known++
		t.gap += 100 * float64(r.End-r.Best) / float64(r.Best)
		if r.End <= r.Best {
			t.best++
		}
	}
	mark := " "
	if r.Best > 0 && r.End > r.Best {
		mark = "+"
	}
	return t.Row(r, fmt.Sprintf("%-12s %5d %5d%s %6d %6d %8.3f %10d %10d %s", r.Name, r.Jobs, r.End, mark, r.Floor, r.Best, r.Seconds, r.Schedules, r.Nodes, r.Wrong))
}

// close prints the sums. The error says that something was wrong.
func (t *table) close() error {
	var err error
	if t.known > 0 {
		err = t.Sum("best known reached by %d of %d (%.1f %%), mean gap %.3f %%", t.best, t.known, 100*float64(t.best)/float64(t.known), t.gap/float64(t.known))
	}
	if err == nil {
		err = t.Sum("proved %d of %d, %.2f s in all, %.3f s at most", t.proved, t.Rows, t.seconds, t.longest)
	}
	if err != nil {
		return err
	}
	if t.wrong > 0 {
		return fmt.Errorf("%d of %d are wrong", t.wrong, t.Rows)
	}
	return nil
}
