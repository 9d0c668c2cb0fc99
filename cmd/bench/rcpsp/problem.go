//go:build bench

package main

// A problem is what a file says: jobs that follow one another, and resources
// that so many units of are there at any time. Jobs are numbered from 0 in the
// order of the file; the first and the last last no time.
type problem struct {
	jobs  []job
	units []int // of each resource
}

type job struct {
	lasts int   // units of time
	needs []int // units of each resource, for as long as it lasts
	then  []int // jobs that begin no sooner than this one ends
}

// makespan is when the last job of a schedule ends; starts are by job.
func (p *problem) makespan(starts []int) int {
	end := 0
	for j, start := range starts {
		end = max(end, start+p.jobs[j].lasts)
	}
	return end
}
