//go:build bench

package main

import (
	"fmt"

	"muster/cmd/bench/meter"
)

// A row is what came of one file. Best is the best cost known, or of a recorded
// solution the one its validator gave.
type row struct {
	Name     string  `json:"name"`
	Complete bool    `json:"complete"`
	Hard     int     `json:"hard"`
	Cost     int     `json:"cost"`
	Best     int     `json:"best"`
	HasBest  bool    `json:"-"`
	First    float64 `json:"first"` // seconds until the first complete plan
	Seconds  float64 `json:"seconds"`
	Tried    int64   `json:"tried"`
	Wrong    string  `json:"wrong,omitempty"`
	verdict
}

// sum adds up the verdict.
func (r *row) sum() { r.Hard, r.Cost = r.hard(), r.cost() }

const titles = "file        hard  cost  best ratio | noseat  days alone rooms | first s seconds     M/s"

// A table prints rows and adds them up.
type table struct {
	meter.Sheet

	complete, wrong int
	cost, best      int // of those with a best known
	first           float64
}

func (t *table) print(r row) error {
	t.first = max(t.first, r.First)
	if r.Complete {
		t.complete++
	}
	if r.Wrong != "" {
		t.wrong++
	}
	if r.HasBest {
		t.cost += r.Cost
		t.best += r.Best
	}
	best, ratio, speed := "-", "-", 0.0
	if r.HasBest {
		best = fmt.Sprint(r.Best)
		if r.Best > 0 {
			ratio = fmt.Sprintf("%.2f", float64(r.Cost)/float64(r.Best))
		}
	}
	if r.Seconds > r.First {
		speed = float64(r.Tried) / (r.Seconds - r.First) / 1e6
	}
	return t.Row(r, fmt.Sprintf("%-10s %5d %5d %5s %5s | %6d %5d %5d %5d | %7.3f %7.2f %7.2f %s", r.Name, r.Hard, r.Cost, best, ratio, r.NoSeat, r.Days, r.Alone, r.ExtraRooms, r.First, r.Seconds, speed, r.Wrong))
}

// close prints the sums. The error says that a plan was wrong or has lectures
// missing.
func (t *table) close() error {
	err := t.Sum("complete and unbroken %d of %d, the last after %.3f s", t.complete-t.wrong, t.Rows, t.first)
	if t.best > 0 && err == nil {
		err = t.Sum("sum of costs %d, to compare with %d: %.3f", t.cost, t.best, float64(t.cost)/float64(t.best))
	}
	switch {
	case err != nil:
		return err
	case t.wrong > 0:
		return fmt.Errorf("%d of %d are wrong", t.wrong, t.Rows)
	case t.complete < t.Rows:
		return fmt.Errorf("%d of %d have no complete plan", t.Rows-t.complete, t.Rows)
	}
	return nil
}
