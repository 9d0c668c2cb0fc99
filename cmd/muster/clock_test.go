package main

import (
	"testing"
	"time"
)

func TestMomentOf(t *testing.T) {
	now := time.Date(2026, 1, 31, 9, 5, 0, 0, time.UTC)
	for in, want := range map[string]string{
		"2026-04-02":       "2026-04-02T09:05",
		"2026-04-02T07:30": "2026-04-02T07:30",
		"+90d":             "2026-05-01T09:05",
		"+0":               "2026-01-31T09:05",
	} {
		got, ok := momentOf(in, now)
		if !ok || got.Format("2006-01-02T15:04") != want {
			t.Errorf("%q: %v, %v; want %s", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "+", "+-3d", "+1h", "2026-02-30", "2026-01-01T24:00", "2026-01-01 07:00", "tomorrow", "+999999d"} {
		if got, ok := momentOf(in, now); ok {
			t.Errorf("%q is read as %v", in, got)
		}
	}
}
