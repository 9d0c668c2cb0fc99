//go:build bench

package main

import "fmt"

// judge says what is wrong with a schedule, by counting every resource in every
// unit of time. It shares nothing with the search, and is what is believed.
func judge(p *problem, starts []int) error {
	if len(starts) != len(p.jobs) {
		return fmt.Errorf("%d jobs have a start, of %d", len(starts), len(p.jobs))
	}
	for j, job := range p.jobs {
		if starts[j] < 0 {
			return fmt.Errorf("job %d begins before 0", j+1)
		}
		for _, k := range job.then {
			if starts[k] < starts[j]+job.lasts {
				return fmt.Errorf("job %d begins at %d, and job %d ends only at %d", k+1, starts[k], j+1, starts[j]+job.lasts)
			}
		}
	}
	for at := range p.makespan(starts) {
		for r, units := range p.units {
			used := 0
			for j, job := range p.jobs {
				if starts[j] <= at && at < starts[j]+job.lasts {
					used += job.needs[r]
				}
			}
			if used > units {
				return fmt.Errorf("resource %d has %d units and %d are used at %d", r+1, units, used, at)
			}
		}
	}
	return nil
}
