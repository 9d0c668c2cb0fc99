//go:build bench

package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// readSolution reads "course room day period" lines, one a lecture. The error
// names the line.
func readSolution(r io.Reader, p *problem) ([]seat, error) {
	courses, rooms := p.courseIDs(), map[string]int{}
	for i, r := range p.rooms {
		rooms[r.id] = i
	}
	l := &lines{scan: bufio.NewScanner(r)}
	var out []seat
	for l.scan.Scan() {
		l.at++
		f := strings.Fields(l.scan.Text())
		if len(f) == 0 {
			continue
		}
		if len(f) != 4 {
			return nil, l.errorf("should be: course room day period")
		}
		s := seat{}
		var ok bool
		if s.course, ok = courses[f[0]]; !ok {
			return nil, l.errorf("there is no course %s", f[0])
		}
		if s.room, ok = rooms[f[1]]; !ok {
			return nil, l.errorf("there is no room %s", f[1])
		}
		day, err := l.number(f[2], "the day", 0, p.days-1)
		if err != nil {
			return nil, err
		}
		hour, err := l.number(f[3], "the period", 0, p.hours-1)
		if err != nil {
			return nil, err
		}
		s.period = day*p.hours + hour
		out = append(out, s)
	}
	return out, l.scan.Err()
}

// writeSolution writes a plan in the form readSolution reads.
func writeSolution(w io.Writer, p *problem, plan []seat) error {
	b := bufio.NewWriter(w)
	for _, s := range plan {
		fmt.Fprintln(b, p.courses[s.course].id, p.rooms[s.room].id, s.period/p.hours, s.period%p.hours)
	}
	return b.Flush()
}
