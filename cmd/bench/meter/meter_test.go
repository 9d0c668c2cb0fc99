//go:build bench

package meter

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func TestFiles(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("MUSTER_BENCH", folder)
	if got, err := Files([]string{"a.x"}, "some/*.ctt"); err != nil || !slices.Equal(got, []string{"a.x"}) {
		t.Errorf("named: %v, %v", got, err)
	}
	if got, err := Files(nil, "some/*.ctt"); err == nil {
		t.Errorf("an empty folder: %v", got)
	}
	file := filepath.Join(folder, "some", "two.ctt")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := Files(nil, "some/*.ctt"); err != nil || !slices.Equal(got, []string{file}) || Name(got[0]) != "two" {
		t.Errorf("all: %v, %v", got, err)
	}
	t.Setenv("MUSTER_BENCH", "")
	if got, err := Files(nil, "some/*.ctt"); err == nil {
		t.Errorf("no folder: %v", got)
	}
}

// Titles stand above the first row only; JSON has rows and nothing else.
func TestSheet(t *testing.T) {
	for want, asJSON := range map[string]bool{"n\n1\n2\nsum 3\n": false, "1\n2\n": true} {
		var out bytes.Buffer
		s := Sheet{Out: &out, JSON: asJSON, Titles: "n"}
		for n, line := range []string{"1", "2"} {
			if err := s.Row(n+1, line); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Sum("sum %d", 3); err != nil || out.String() != want {
			t.Errorf("%q, want %q, %v", out.String(), want, err)
		}
	}
}

func TestBudget(t *testing.T) {
	if err := Within(time.Hour).Err(); err != nil {
		t.Error(err)
	}
	if err := Within(0).Err(); err != context.DeadlineExceeded {
		t.Error(err)
	}
}

func TestTimes(t *testing.T) {
	all := Times{3 * time.Second, time.Microsecond, 2 * time.Millisecond}
	if got := all.String(); got != "median 2.0 ms, p99 3.00 s, most 3.00 s" {
		t.Error(got)
	}
}
