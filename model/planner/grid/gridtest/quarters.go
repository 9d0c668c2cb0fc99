package gridtest

import (
	"io"
	"slices"

	"muster/model/planner/grid"
)

// The quarter-hour day of the product: 08:00–16:00, then 20:00–01:15.
const (
	dayQuarters     = 32
	eveningQuarters = 21
	quartersPerDay  = dayQuarters + eveningQuarters
)

// CourseQuarters reads a course file onto the product's own grid: slots of a
// quarter hour, a day block may begin at any quarter of the hours the file
// allows, an evening block from 20:00 on as long as it ends by 01:15, and a
// firearms block may be shot in two relays (half as long again, with half the
// instructors) or hurried with one more instructor, where enough are qualified.
//
// Weights are twice those of Course: 1 for an idle quarter, 2 for a change of
// place, besides 1 for each point of a mode's cost. Any plan of Course is one
// of these too, with mode 0.
func CourseQuarters(r io.Reader, free bool) (*grid.Problem, Names, error) {
	f, err := read(r)
	if err != nil {
		return nil, Names{}, err
	}
	p, names, err := f.frame(free, quarterly(f))
	if err != nil {
		return nil, Names{}, err
	}
	p.Soft.Weight[grid.Gaps] = 1
	p.Soft.Weight[grid.Moves] = 2
	p.Soft.Weight[grid.Modes] = 1
	return p, names, nil
}

// quarter is the slot at which an hour slot of a file begins.
func quarter(f *file, s int32) int32 {
	day, h := s/f.PerDay, s%f.PerDay
	if h < dayHours {
		return day*quartersPerDay + h*hour
	}
	return day*quartersPerDay + dayQuarters + (h-dayHours)*hour
}

func quarterly(f *file) scale {
	return scale{
		perDay: quartersPerDay, tick: 1,
		clock: func(q int32) int32 {
			if q < dayQuarters {
				return dayBegins + q
			}
			return evening + q - dayQuarters
		},
		spread: func(s int32) []int32 {
			first := quarter(f, s)
			last := first + hour
			// Who is away in the last evening hour stays away past midnight.
			if s%f.PerDay == f.PerDay-1 {
				last = (s/f.PerDay + 1) * quartersPerDay
			}
			var all []int32
			for q := first; q < last; q++ {
				all = append(all, q)
			}
			return all
		},
		starts: func(a *act, s int32) []int32 { return quarterStarts(f, a, s) },
		length: func(hours int32) int32 { return hours * hour },
		modes:  relays,
	}
}

// quarterStarts is the quarters at which a block may begin where the file lets
// it begin in hour slot s: that hour's own, up to the next hour it may begin in;
// in the evening all from there on that leave time to end.
func quarterStarts(f *file, a *act, s int32) []int32 {
	first := quarter(f, s)
	all := []int32{first}
	if s%f.PerDay >= dayHours {
		end := (s/f.PerDay + 1) * quartersPerDay
		for q := first + 1; q+a.Dur*hour <= end; q++ {
			all = append(all, q)
		}
		return all
	}
	if next := s + 1; next%f.PerDay < dayHours && next/f.PerDay == s/f.PerDay && slices.Contains(a.Starts, next) {
		for q := first + 1; q < first+hour; q++ {
			all = append(all, q)
		}
	}
	return all
}

// relays adds to a firearms block the other ways to shoot it.
func relays(m grid.Mode, a *act) []grid.Mode {
	modes := []grid.Mode{m}
	if a.Kind != "F" && a.Kind != "L" || len(m.Needs) == 0 {
		return modes
	}
	with := func(length, count, cost int32) {
		if count < 1 || int(count) > len(m.Needs[0].From) {
			return
		}
		other := m
		other.Len, other.Cost = length, cost
		other.Needs = []grid.Need{{Count: count, From: m.Needs[0].From, Teaches: true}}
		other.Starts = fitting(m.Starts, m.Len, length)
		modes = append(modes, other)
	}
	if n := m.Needs[0].Count; n >= 2 {
		with(m.Len*3/2, n/2, 4)
	}
	with(m.Len-1, m.Needs[0].Count+1, 2)
	return modes
}

// fitting is those starts at which a block of another length still ends in the
// part of the day it begins in.
func fitting(starts grid.Bits, was, length int32) grid.Bits {
	fits := slices.Clone(starts)
	if length <= was {
		return fits
	}
	for s := range starts.All {
		q := s % quartersPerDay
		end := int32(quartersPerDay)
		if q < dayQuarters {
			end = dayQuarters
		}
		if q+length > end {
			fits.Clear(s)
		}
	}
	return fits
}
