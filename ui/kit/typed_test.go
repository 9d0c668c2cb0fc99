package kit

import (
	"testing"
	"time"

	"muster/model"
	"muster/ui/lang"
)

func testEnv(tag string) *Env {
	return &Env{Theme: NewTheme(Mono), Lang: lang.New(tag), Now: func() time.Time { return time.Date(2026, 1, 15, 9, 0, 0, 0, time.UTC) }}
}

func TestTimesAsTyped(t *testing.T) {
	for typed, want := range map[string]string{
		"730": "07:30", "7:30": "07:30", "07:30": "07:30", "7": "07:00", "0": "00:00", "2345": "23:45", "7.15": "07:15",
		"7h45": "07:45", "19h": "19:00", "7:30 pm": "19:30", "12am": "00:00", "12pm": "12:00", " 9 ": "09:00", "0715": "07:15",
		"7:31": "kit.time.quarter", "24": "kit.time.bad", "9:60": "kit.time.bad", "x": "kit.time.bad", "": "kit.time.bad",
		"13pm": "kit.time.bad", "7:3": "kit.time.bad", "-7": "kit.time.bad", "12345": "kit.time.bad", "7:": "07:00",
	} {
		q, p := readTime("open", typed)
		got := model.Clock(q)
		if p != nil {
			got = p.ID
		}
		if got != want {
			t.Errorf("%q: %s, want %s", typed, got, want)
		}
	}
}

func TestLengthsAsTyped(t *testing.T) {
	for typed, want := range map[string]int{
		"1:30": 6, "1.5": 6, "1,5": 6, "90": 6, "45m": 3, "45 min": 3, "1h30": 6, "2h": 8, "2": 8, "0:15": 1, "1 h 30": 6,
		"12": 48, "15": 1, "0.25": 1, "1h30m": 6, "1 h 30 min": 6,
		"1:31": -1, "x": -1, "": -1, "20m": -1, "1:75": -1, "-1": -1, "0.1": -1, "99999": -1, "m": -1,
	} {
		q, ok := readLength(typed)
		if !ok {
			q = -1
		}
		if q != want {
			t.Errorf("%q: %d quarters, want %d", typed, q, want)
		}
	}
}

func TestWhatIsShownCanBeTypedAgain(t *testing.T) {
	for _, tag := range lang.Languages() {
		e := testEnv(tag)
		for q := 1; q < 200; q++ {
			if got, ok := readLength(e.Lang.Length(q)); !ok || got != q {
				t.Fatalf("%s: %q is read as %d %v, want %d", tag, e.Lang.Length(q), got, ok, q)
			}
		}
		for d := model.Date(20000); d < 21500; d++ {
			for _, s := range []string{e.Lang.Date(d), e.Lang.LongDate(d), d.String()} {
				if got, ok := ReadDate(e, s, 3); !ok || got != d {
					t.Fatalf("%s: %q is read as %v %v, want %v", tag, s, got, ok, d)
				}
			}
			if got, ok := ReadDate(e, e.Lang.DayDate(d), d.Days(-40)); !ok || got != d {
				t.Fatalf("%s: %q near %v is read as %v", tag, e.Lang.DayDate(d), d.Days(-40), got)
			}
		}
	}
}

func TestDatesAsTyped(t *testing.T) {
	near, _ := model.NewDate(2026, 1, 12) // a Monday
	for _, tc := range []struct{ tag, typed, want string }{
		{"en", "12 jan 2026", "2026-01-12"},
		{"en", "jan 12", "2026-01-12"},
		{"en", "January 12, 2026", "2026-01-12"},
		{"en", "1/13", "2026-01-13"},
		{"en", "13/1", "2026-01-13"},
		{"en", "3/4/26", "2026-04-03"},
		{"en", "12/25/2026", "2026-12-25"},
		{"en", "25/12/2026", "2026-12-25"},
		{"en", "3 enero 2026", "2026-01-03"},
		{"es", "3 january 2026", "2026-01-03"},
		{"en", "13/13/2026", ""},
		{"es", "3/4/26", "2026-04-03"},
		{"es", "13/1", "2026-01-13"},
		{"es", "12 de enero de 2026", "2026-01-12"},
		{"es", "lunes 12 de enero", "2026-01-12"},
		{"es", "mié", "2026-01-14"},
		{"es", "miercoles", "2026-01-14"},
		{"es", "hoy", "2026-01-15"},
		{"en", "today", "2026-01-15"},
		{"en", "mon", "2026-01-12"},
		{"en", "sun", "2026-01-18"},
		{"en", "+3", "2026-01-15"},
		{"en", "-1", "2026-01-11"},
		{"en", "30", "2025-12-30"},
		{"en", "17", "2026-01-17"},
		{"en", "29 dec", "2025-12-29"},
		{"en", "2026-02-30", ""},
		{"en", "30 feb", ""},
		{"en", "x", ""},
		{"en", "12 foo", ""},
		{"en", "99", ""},
		{"en", "jan feb", ""},
		{"es", "1/2/3/4", ""},
		{"es", "mar 3", "2026-03-03"},
		{"es", "13 mar", "2026-03-13"},
	} {
		got := ""
		if d, ok := ReadDate(testEnv(tc.tag), tc.typed, near); ok {
			got = d.String()
		}
		if got != tc.want {
			t.Errorf("%s %q: %q, want %q", tc.tag, tc.typed, got, tc.want)
		}
	}
}

func FuzzReadDate(f *testing.F) {
	f.Add("12 jan 2026")
	f.Add("+3")
	f.Fuzz(func(_ *testing.T, s string) {
		for _, tag := range lang.Languages() {
			e := testEnv(tag)
			ReadDate(e, s, 20000)
			_, _ = readTime("open", s)
			readLength(s)
		}
	})
}
