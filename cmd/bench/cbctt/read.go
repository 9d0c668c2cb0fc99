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
	mostOfAll  = 10000 // courses, rooms, curricula, lectures
	mostDays   = 100
	mostHours  = 32 // of a day: one machine word holds a curriculum's day
	mostNumber = 1000000
)

// A lines hands out the lines of a file that are not empty, by words, and names
// the line in its errors.
type lines struct {
	scan *bufio.Scanner
	at   int
}

func (l *lines) next() ([]string, error) {
	for l.scan.Scan() {
		l.at++
		if f := strings.Fields(l.scan.Text()); len(f) > 0 {
			return f, nil
		}
	}
	l.at++
	if err := l.scan.Err(); err != nil {
		return nil, l.errorf("%v", err)
	}
	return nil, l.errorf("the file ends here, too early")
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

// header reads a line "Key: value" of the head of the file.
func (l *lines) header(key string, least, most int) (int, error) {
	f, err := l.next()
	if err != nil {
		return 0, err
	}
	if f[0] != key+":" || len(f) != 2 {
		return 0, l.errorf("should be %q and a number", key+":")
	}
	return l.number(f[1], key, least, most)
}

// section reads the line that opens a section.
func (l *lines) section(title string) error {
	f, err := l.next()
	if err != nil {
		return err
	}
	if len(f) != 1 || f[0] != title+":" {
		return l.errorf("should open the section %q", title+":")
	}
	return nil
}

// read reads a problem in the format of the competition's third track (.ctt).
// The error names the line and what should stand there.
func read(r io.Reader) (*problem, error) {
	l := &lines{scan: bufio.NewScanner(r)}
	f, err := l.next()
	if err != nil {
		return nil, err
	}
	if f[0] != "Name:" || len(f) < 2 {
		return nil, l.errorf("should be %q and a name", "Name:")
	}
	p := &problem{name: strings.Join(f[1:], " ")}
	var courses, rooms, curricula, barred int
	for _, h := range []struct {
		key         string
		to          *int
		least, most int
	}{
		{"Courses", &courses, 1, mostOfAll},
		{"Rooms", &rooms, 1, mostOfAll},
		{"Days", &p.days, 1, mostDays},
		{"Periods_per_day", &p.hours, 1, mostHours},
		{"Curricula", &curricula, 0, mostOfAll},
		{"Constraints", &barred, 0, mostNumber},
	} {
		if *h.to, err = l.header(h.key, h.least, h.most); err != nil {
			return nil, err
		}
	}
	for _, part := range []func() error{
		func() error { return p.readCourses(l, courses) },
		func() error { return p.readRooms(l, rooms) },
		func() error { return p.readCurricula(l, curricula) },
		func() error { return p.readBarred(l, barred) },
	} {
		if err := part(); err != nil {
			return nil, err
		}
	}
	if f, err := l.next(); err != nil || len(f) != 1 || f[0] != "END." {
		return nil, l.errorf("should be %q", "END.")
	}
	return p, p.fits()
}

// fits says whether the lectures have enough rooms and periods at all.
func (p *problem) fits() error {
	lectures := 0
	for _, c := range p.courses {
		lectures += c.lectures
	}
	if lectures > mostOfAll {
		return fmt.Errorf("%d lectures are more than the %d that can be planned", lectures, mostOfAll)
	}
	if places := len(p.rooms) * p.periods(); lectures > places {
		return fmt.Errorf("%d lectures do not fit into %d periods of %d rooms", lectures, p.periods(), len(p.rooms))
	}
	return nil
}
