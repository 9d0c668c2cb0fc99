//go:build bench

package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// The sizes past which a file is a mistake, not a problem.
const (
	mostJobs  = 2000
	mostUnits = 1<<15 - 1 // of a resource: see lanes
	mostLong  = 10000     // a job, in units of time
	resources = 4         // at most: see lanes
)

// A lines hands out the lines of a file and names the line in its errors.
type lines struct {
	scan *bufio.Scanner
	at   int
}

// next is the next line that is neither empty nor a rule, by words.
func (l *lines) next() ([]string, error) {
	for l.scan.Scan() {
		l.at++
		f := strings.Fields(l.scan.Text())
		if len(f) == 0 || strings.Trim(f[0], "*-") == "" && len(f) == 1 {
			continue
		}
		return f, nil
	}
	l.at++
	if err := l.scan.Err(); err != nil {
		return nil, l.errorf("%v", err)
	}
	return nil, l.errorf("the file ends here, too early")
}

// find skips to the line that begins with the words, spaces aside, and is that
// line.
func (l *lines) find(words string) ([]string, error) {
	for {
		f, err := l.next()
		if err != nil {
			return nil, fmt.Errorf("%w: no line begins %q", err, words)
		}
		if strings.HasPrefix(strings.Join(f, " "), words) {
			return f, nil
		}
	}
}

func (l *lines) errorf(form string, a ...any) error {
	return fmt.Errorf("line %d: %s", l.at, fmt.Sprintf(form, a...))
}

// number reads a whole number from least to most.
func (l *lines) number(word, what string, least, most int) (int, error) {
	n, err := strconv.Atoi(word)
	if err != nil || n < least || n > most {
		return 0, l.errorf("%s is %q, and should be a number from %d to %d", what, word, least, most)
	}
	return n, nil
}

// read reads a problem with one way to do each job in the format of PSPLIB
// (.sm). The error names the line and what should stand there.
func read(r io.Reader) (*problem, error) {
	l := &lines{scan: bufio.NewScanner(r)}
	jobs, err := l.header("jobs", 2, mostJobs)
	if err != nil {
		return nil, err
	}
	renewable, err := l.header("- renewable", 1, resources)
	if err != nil {
		return nil, err
	}
	for _, other := range []string{"- nonrenewable", "- doubly constrained"} {
		if _, err := l.header(other, 0, 0); err != nil {
			return nil, err
		}
	}
	p := &problem{jobs: make([]job, jobs)}
	for _, part := range []func(*lines, int) error{p.readOrder, p.readNeeds, p.readUnits} {
		if err := part(l, renewable); err != nil {
			return nil, err
		}
	}
	return p, p.sound()
}

// header reads the number behind the colon of a line of the head.
func (l *lines) header(words string, least, most int) (int, error) {
	f, err := l.find(words)
	if err != nil {
		return 0, err
	}
	for i, w := range f {
		if strings.HasSuffix(w, ":") && i+1 < len(f) {
			return l.number(f[i+1], words, least, most)
		}
	}
	return 0, l.errorf("should have a colon and a number")
}

// row reads a line of whole numbers, so many at least, each from 0 to most.
func (l *lines) row(least, most int, form string) ([]int, error) {
	f, err := l.next()
	if err != nil {
		return nil, err
	}
	if len(f) < least {
		return nil, l.errorf("should be: %s", form)
	}
	row := make([]int, len(f))
	for i, w := range f {
		if row[i], err = l.number(w, form, 0, most); err != nil {
			return nil, err
		}
	}
	return row, nil
}

func (p *problem) readOrder(l *lines, _ int) error {
	if _, err := l.find("jobnr. #modes"); err != nil {
		return err
	}
	for j := range p.jobs {
		row, err := l.row(3, mostJobs, "job modes number successors…")
		if err != nil {
			return err
		}
		switch {
		case row[0] != j+1:
			return l.errorf("should be job %d", j+1)
		case row[1] != 1:
			return l.errorf("job %d has %d modes; only problems of one are read", row[0], row[1])
		case len(row) != 3+row[2]:
			return l.errorf("%d successors were announced and %d are there", row[2], len(row)-3)
		}
		for _, k := range row[3:] {
			if k < 1 || k > len(p.jobs) {
				return l.errorf("there is no job %d", k)
			}
			p.jobs[j].then = append(p.jobs[j].then, k-1)
		}
	}
	return nil
}

func (p *problem) readNeeds(l *lines, renewable int) error {
	if _, err := l.find("jobnr. mode duration"); err != nil {
		return err
	}
	for j := range p.jobs {
		row, err := l.row(3+renewable, mostUnits, "job mode duration needs…")
		if err != nil {
			return err
		}
		if row[0] != j+1 || len(row) != 3+renewable {
			return l.errorf("should be job %d and %d needs", j+1, renewable)
		}
		if row[2] > mostLong {
			return l.errorf("job %d lasts %d, more than %d", row[0], row[2], mostLong)
		}
		p.jobs[j].lasts, p.jobs[j].needs = row[2], row[3:]
	}
	return nil
}

func (p *problem) readUnits(l *lines, renewable int) error {
	if _, err := l.find("RESOURCEAVAILABILITIES"); err != nil {
		return err
	}
	if _, err := l.find("R 1"); err != nil {
		return err
	}
	row, err := l.row(renewable, mostUnits, "units of each resource")
	if err != nil {
		return err
	}
	if len(row) != renewable {
		return l.errorf("should be %d numbers", renewable)
	}
	p.units = row
	for j, job := range p.jobs {
		for r, n := range job.needs {
			if n > row[r] {
				return l.errorf("job %d needs %d of resource %d, which has %d", j+1, n, r+1, row[r])
			}
		}
	}
	return nil
}

// sound says whether the order has no ring.
func (p *problem) sound() error {
	if len(p.order()) < len(p.jobs) {
		return fmt.Errorf("the jobs follow one another in a ring")
	}
	return nil
}

// order are the jobs, each after those it follows; without those in a ring.
func (p *problem) order() []int {
	before := make([]int, len(p.jobs))
	for _, job := range p.jobs {
		for _, k := range job.then {
			before[k]++
		}
	}
	var out []int
	for j, n := range before {
		if n == 0 {
			out = append(out, j)
		}
	}
	for i := 0; i < len(out); i++ {
		for _, k := range p.jobs[out[i]].then {
			if before[k]--; before[k] == 0 {
				out = append(out, k)
			}
		}
	}
	return out
}
