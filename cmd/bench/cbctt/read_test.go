//go:build bench

package main

import (
	"os"
	"strings"
	"testing"
)

func six(t *testing.T) (*problem, string) {
	t.Helper()
	text, err := os.ReadFile("testdata/six.ctt")
	if err != nil {
		t.Fatal(err)
	}
	p, err := read(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	return p, string(text)
}

func TestRead(t *testing.T) {
	p, _ := six(t)
	if p.name != "six" || len(p.courses) != 4 || len(p.rooms) != 2 || p.periods() != 6 || len(p.curricula) != 2 {
		t.Fatalf("%+v", p)
	}
	if c := p.courses[2]; c != (course{"radio", "north", 2, 1, 25}) {
		t.Errorf("%+v", c)
	}
	if !p.barred[0][5] || !p.barred[1][0] || p.barred[0][0] {
		t.Errorf("%v", p.barred)
	}
	if q := p.curricula[1]; len(q.courses) != 2 || q.courses[0] != 2 || q.courses[1] != 3 {
		t.Errorf("%+v", q)
	}
}

// A bad file is refused, and the error names its line.
func TestReadRefuses(t *testing.T) {
	_, good := six(t)
	for _, c := range []struct{ what, old, new, want string }{
		{"no name", "Name: six", "six", "line 1"},
		{"a word for a number", "Rooms: 2", "Rooms: two", "line 3: Rooms is \"two\""},
		{"a day too long", "Periods_per_day: 3", "Periods_per_day: 33", "line 5"},
		{"fewer courses than said", "Courses: 4", "Courses: 5", "line 15"},
		{"more courses than said", "Courses: 4", "Courses: 3", "line 13: should open the section \"ROOMS:\""},
		{"a course twice", "radio north", "law north", "line 12: course law is there already"},
		{"more lectures than periods", "radio north 2", "radio north 7", "line 12: lectures"},
		{"a room twice", "small 20", "big 20", "line 17: room big"},
		{"a course nobody knows", "transfers 2 radio", "transfers 2 rodeo", "line 21: there is no course rodeo"},
		{"courses miscounted", "transfers 2", "transfers 3", "line 21: 3 courses were announced and 2 are there"},
		{"a course twice in one", "transfers 2 radio first", "transfers 2 radio radio", "line 21"},
		{"no such day", "law 1 2", "law 2 2", "line 24: the day"},
		{"no such period", "law 1 2", "law 1 3", "line 24: the period"},
		{"no end", "END.", "", "END."},
		{"too few rooms", "drive south 2 2 12\nradio north 2", "drive south 6 2 12\nradio north 6", "do not fit"},
	} {
		bad := strings.Replace(good, c.old, c.new, 1)
		if bad == good {
			t.Fatalf("%s: the test changes nothing", c.what)
		}
		if _, err := read(strings.NewReader(bad)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.what, err)
		}
	}
	for cut := range len(good) - 5 {
		if _, err := read(strings.NewReader(good[:cut])); err == nil {
			t.Errorf("the first %d bytes are taken for a whole file", cut)
		}
	}
}

func FuzzRead(f *testing.F) {
	text, err := os.ReadFile("testdata/six.ctt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(text))
	f.Fuzz(func(_ *testing.T, s string) {
		p, err := read(strings.NewReader(s))
		if err == nil && len(p.courses) < 100 && p.periods() < 100 {
			looks := 0.0
			solve(p, 1, func() float64 { looks++; return looks / 3 })
		}
	})
}

func TestReadSolutionRefuses(t *testing.T) {
	p, _ := six(t)
	for _, c := range []struct{ text, want string }{
		{"law big 0", "line 1"},
		{"law big 0 0\n\nlow big 0 0", "line 3: there is no course low"},
		{"law bog 0 0", "there is no room bog"},
		{"law big 2 0", "the day"},
		{"law big 0 3", "the period"},
	} {
		if _, err := readSolution(strings.NewReader(c.text), p); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v", c.text, err)
		}
	}
}
