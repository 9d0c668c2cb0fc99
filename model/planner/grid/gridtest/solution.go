package gridtest

import (
	"bufio"
	"fmt"
	"io"
	"slices"

	"muster/model/planner/grid"
)

// Solution reads a plan of a course, one line a block: its number, the hour slot
// it begins in and its room. People are those that a course with fixed people
// has; where there is a choice, the first of them.
func Solution(r io.Reader, p *grid.Problem, names Names) (grid.Plan, error) {
	plan := make(grid.Plan, len(p.Blocks))
	for b := range plan {
		plan[b] = grid.Choice{Start: -1, Place: -1}
	}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		var b, start int32
		var room string
		if _, err := fmt.Sscan(lines.Text(), &b, &start, &room); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		place := slices.Index(names.Places, room)
		if b < 0 || int(b) >= len(plan) || place < 0 {
			return nil, fmt.Errorf("line %d: no block %d or no room %q", n, b, room)
		}
		plan[b] = grid.Choice{Start: start, Place: int32(place)}
		for _, need := range p.Blocks[b].Modes[0].Needs {
			plan[b].People = append(plan[b].People, need.From[:need.Count]...)
		}
	}
	return plan, lines.Err()
}
