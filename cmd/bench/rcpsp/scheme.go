//go:build bench

package main

// A scheme is the serial schedule generation scheme: jobs one by one, each as
// early as those before it and the resources allow. Time is cut into units,
// with all that is left then in one word.
type scheme struct {
	*tables
	left []lanes
}

func newScheme(t *tables) *scheme {
	return &scheme{t, make([]lanes, t.long+1)}
}

// run schedules the jobs in the order of list, which has each after those it
// follows, and fills in when they end. It returns the end of all.
func (s *scheme) run(list, ends []int32) int32 {
	for i := range s.left {
		s.left[i] = s.units
	}
	end := int32(0)
	for _, j := range list {
		at := int32(0)
		for _, i := range s.before[j] {
			at = max(at, ends[i])
		}
		at = s.fit(j, at)
		ends[j] = at + s.lasts[j]
		for i := range s.left[at:ends[j]] {
			s.left[at+int32(i)] -= s.needs[j]
		}
		end = max(end, ends[j])
	}
	return end
}

// fit is the first start of a job, not before at, that the resources allow.
func (s *scheme) fit(j, at int32) int32 {
	need, lasts := s.needs[j], s.lasts[j]
	for run, t := int32(0), at; ; t++ {
		if !s.left[t].holds(need) {
			run = 0
			continue
		}
		if run++; run == lasts {
			return t + 1 - lasts
		}
	}
}

// turn sorts list by when jobs end, the last first: an order for the scheme of
// the other direction, which puts each as near to the end as it can be.
func turn(list, ends []int32) {
	for i := 1; i < len(list); i++ {
		j := list[i]
		k := i
		for ; k > 0 && ends[list[k-1]] < ends[j]; k-- {
			list[k] = list[k-1]
		}
		list[k] = j
	}
}
