//go:build bench

package main

import (
	"encoding/json"
	"fmt"
	"io"
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

// A table prints rows and adds them up.
type table struct {
	out  io.Writer
	json bool

	rows, known, best, proved, wrong int
	seconds, longest, gap            float64
}

func (t *table) print(r row) error {
	r.check()
	t.rows++
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
	if t.json {
		return json.NewEncoder(t.out).Encode(r)
	}
	if t.rows == 1 {
		if _, err := fmt.Fprintf(t.out, "%-12s %5s %6s %6s %6s %8s %10s %10s\n", "file", "jobs", "end", "floor", "best", "seconds", "schedules", "nodes"); err != nil {
			return err
		}
	}
	mark := " "
	if r.Best > 0 && r.End > r.Best {
		mark = "+"
	}
	_, err := fmt.Fprintf(t.out, "%-12s %5d %5d%s %6d %6d %8.3f %10d %10d %s\n", r.Name, r.Jobs, r.End, mark, r.Floor, r.Best, r.Seconds, r.Schedules, r.Nodes, r.Wrong)
	return err
}

// close prints the sums. The error says that something was wrong.
func (t *table) close() error {
	var err error
	if !t.json && t.known > 0 {
		_, err = fmt.Fprintf(t.out, "best known reached by %d of %d (%.1f %%), mean gap %.3f %%\n", t.best, t.known, 100*float64(t.best)/float64(t.known), t.gap/float64(t.known))
	}
	if !t.json && err == nil {
		_, err = fmt.Fprintf(t.out, "proved %d of %d, %.2f s in all, %.3f s at most\n", t.proved, t.rows, t.seconds, t.longest)
	}
	if err != nil {
		return err
	}
	if t.wrong > 0 {
		return fmt.Errorf("%d of %d are wrong", t.wrong, t.rows)
	}
	return nil
}
