package anneal

import "math"

// A Walker is a state that wanders.
type Walker interface {
	// Try makes one change at random, unless it costs more than most. What it
	// made of the cost is negative when better. False: nothing was changed.
	Try(most int) (delta int, changed bool)
	// Keep remembers the state as it is: the best so far.
	Keep()
}

// A Cooling is how hot a walk starts and how cold it ends, in units of cost. In
// between it is geometric: each per cent of the time takes the same share of
// the heat away.
type Cooling struct{ From, To float64 }

// between is how many changes are tried from one look at the clock to the next:
// some 0.1 ms.
const between = 512

// Run walks from a state of a cost until spent, which tells how much of the time
// is gone, says 1 or more, or until a cost of goal, below which none can be.
// best is the least cost seen; when it is less than cost, Keep was called at it.
// The state itself is left wherever the walk ended, at the cost last.
func (c Cooling) Run(w Walker, d *Dice, cost, goal int, spent func() float64) (best, last int, tried int64) {
	best = cost
	for cost > goal {
		at := spent()
		if at >= 1 {
			break
		}
		heat := c.From * math.Pow(c.To/c.From, at)
		for range between {
			tried++
			delta, changed := w.Try(int(heat * d.loss()))
			if !changed {
				continue
			}
			cost += delta
			if cost < best {
				best = cost
				w.Keep()
				if cost <= goal {
					break
				}
			}
		}
	}
	return best, cost, tried
}
