package anneal

import (
	"math"
	"testing"
)

// A hill is a walk on a line whose cost has a dent beside a deep valley.
type hill struct {
	dice *Dice
	cost []int
	at   int
	best int
	hot  int // changes for the worse in the first half and in the second
	cold int
	half bool
}

func (h *hill) Try(most int) (int, bool) {
	to := h.at + 2*h.dice.Below(2) - 1
	if to < 0 || to >= len(h.cost) || h.cost[to]-h.cost[h.at] > most {
		return 0, false
	}
	delta := h.cost[to] - h.cost[h.at]
	h.at = to
	if delta > 0 && h.half {
		h.cold++
	} else if delta > 0 {
		h.hot++
	}
	return delta, true
}

func (h *hill) Keep() { h.best = h.at }

func newHill() *hill {
	return &hill{dice: NewDice(1), cost: []int{9, 5, 4, 7, 8, 6, 3, 2, 0, 5}, at: 2, best: 2}
}

func TestRunLeavesTheDent(t *testing.T) {
	h := newHill()
	looks := 0.0
	best, last, tried := Cooling{3, 0.1}.Run(h, h.dice, 4, -1, func() float64 {
		looks++
		h.half = looks > 100
		return looks / 200
	})
	if best != 0 || h.best != 8 || last != h.cost[h.at] {
		t.Errorf("best %d kept at %d, last %d at %d", best, h.best, last, h.at)
	}
	if tried != 199*between {
		t.Errorf("%d tried", tried)
	}
	if h.cold*2 > h.hot {
		t.Errorf("it got worse %d times while hot and %d while cold", h.hot, h.cold)
	}
}

func TestRunStops(t *testing.T) {
	h := newHill()
	if best, _, tried := (Cooling{3, 0.1}).Run(h, h.dice, 4, 4, nil); best != 4 || tried != 0 {
		t.Errorf("at the goal: %d after %d", best, tried)
	}
	if best, _, tried := (Cooling{3, 0.1}).Run(h, h.dice, 4, 0, func() float64 { return 1 }); best != 4 || tried != 0 {
		t.Errorf("no time: %d after %d", best, tried)
	}
	best, last, _ := Cooling{3, 0.1}.Run(h, h.dice, 4, 0, func() float64 { return 0 })
	if best != 0 || last != 0 || h.at != 8 {
		t.Errorf("the goal was met: %d, %d at %d", best, last, h.at)
	}
}

// A change of cost d is taken with probability exp(-d/T).
func TestLossIsTheLottery(t *testing.T) {
	d := NewDice(2)
	const n, heat, cost = 200000, 1.5, 2
	taken := 0
	for range n {
		if cost <= int(heat*d.loss()) {
			taken++
		}
	}
	if got, want := float64(taken)/n, math.Exp(-cost/heat); math.Abs(got-want) > 0.01 {
		t.Errorf("taken %.3f of the time, not %.3f", got, want)
	}
}

func TestBelow(t *testing.T) {
	d, seen := NewDice(3), [7]int{}
	for range 7000 {
		seen[d.Below(7)]++
	}
	for i, n := range seen {
		if n < 800 || n > 1200 {
			t.Errorf("%d came %d times of 7000", i, n)
		}
	}
	a, b := NewDice(5), NewDice(5)
	for range 100 {
		if a.Below(1000) != b.Below(1000) {
			t.Fatal("the same seed, other numbers")
		}
	}
}
