//go:build bench

package main

import (
	"os"
	"strings"
	"testing"
)

func five(t *testing.T) (*problem, string) {
	t.Helper()
	text, err := os.ReadFile("testdata/five.sm")
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
	p, _ := five(t)
	if len(p.jobs) != 7 || len(p.units) != 2 || p.units[0] != 4 || p.units[1] != 3 {
		t.Fatalf("%d jobs, units %v", len(p.jobs), p.units)
	}
	if j := p.jobs[2]; j.lasts != 4 || j.needs[0] != 3 || j.needs[1] != 1 || len(j.then) != 1 || j.then[0] != 5 {
		t.Fatalf("job 3 is %+v", j)
	}
}

// A bad file is refused, and the error names its line.
func TestReadRefuses(t *testing.T) {
	_, good := five(t)
	for _, c := range []struct{ what, old, new, want string }{
		{"no jobs", "sink ):  7", "sink ):  x", "line 6: jobs is"},
		{"too many resources", "- renewable                 :  2", "- renewable                 :  9", "line 9: - renewable"},
		{"nonrenewable", "- nonrenewable              :  0", "- nonrenewable              :  2", "line 10"},
		{"a job twice", "   3        1          1           6", "   2        1          1           6", "line 21: should be job 3"},
		{"two modes", "   3        1          1           6", "   3        2          1           6", "line 21: job 3 has 2 modes"},
		{"successors miscounted", "   3        1          1           6", "   3        1          2           6", "line 21: 2 successors"},
		{"successor unknown", "   3        1          1           6", "   3        1          1           8", "line 21: there is no job 8"},
		{"a ring", "   6        1          1           7", "   6        1          1           3", "ring"},
		{"a word for a number", "  3      1     4       3    1", "  3      1     4       3    z", "line 32"},
		{"a need left out", "  3      1     4       3    1", "  3      1     4       3", "line 32"},
		{"more than there is", "  3      1     4       3    1", "  3      1     4       5    1", "job 3 needs 5 of resource 1, which has 4"},
		{"units left out", "    4    3\n", "    4\n", "units of each resource"},
	} {
		bad := strings.Replace(good, c.old, c.new, 1)
		if bad == good {
			t.Fatalf("%s: the test changes nothing", c.what)
		}
		if _, err := read(strings.NewReader(bad)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.what, err)
		}
	}
	for cut := 0; cut < len(good)-80; cut += 97 {
		if _, err := read(strings.NewReader(good[:cut])); err == nil {
			t.Errorf("the first %d bytes are taken for a whole file", cut)
		}
	}
}

func FuzzRead(f *testing.F) {
	text, err := os.ReadFile("testdata/five.sm")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(text))
	f.Fuzz(func(t *testing.T, s string) {
		if p, err := read(strings.NewReader(s)); err == nil && len(p.order()) != len(p.jobs) {
			t.Fatal("a ring was read")
		}
	})
}
