package model_test

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"muster/model"
)

// A date is the same day as the standard library's.
func TestDateIsTheCalendars(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(-25567, 84000).Draw(t, "days")
		if n == 0 {
			return
		}
		want := time.Unix(0, 0).UTC().AddDate(0, 0, n)
		d := model.Date(n)
		y, m, day := d.Civil()
		if y != want.Year() || m != int(want.Month()) || day != want.Day() || d.Weekday() != int(want.Weekday()) {
			t.Fatalf("day %d is %v, %v said %d-%d-%d weekday %d", n, want, d, y, m, day, d.Weekday())
		}
		back, ok := model.NewDate(y, m, day)
		if !ok || back != d {
			t.Fatalf("NewDate(%d,%d,%d) = %v, %v", y, m, day, back, ok)
		}
	})
}

func TestMomentsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := model.Quarter(rapid.Int32Range(-2000000, 8000000).Draw(t, "q"))
		if q == 0 || q.Date() == 0 {
			return
		}
		back, err := model.ParseQuarter(q.String())
		if err != nil || back != q {
			t.Fatalf("%d is %q, read back %d, %v", q, q, back, err)
		}
	})
}

func TestIDsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var id model.ID
		copy(id[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
		back, err := model.ParseID(id.String())
		if err != nil || back != id {
			t.Fatalf("%v read back as %v, %v", id, back, err)
		}
	})
	if _, err := model.ParseID("not-an-id"); !errors.Is(err, model.ErrBadID) {
		t.Errorf("ParseID of nonsense: %v", err)
	}
}

func TestCleanTakesOutWhatHarms(t *testing.T) {
	for in, want := range map[string]string{
		"  Itzel\u00a0 Ávila ": "Itzel Ávila",
		"\x1b[31mred\x07":      "[31mred",
		"a\u202egnp.exe":       "agnp.exe",
		"Mu\u006e\u0303oz":     "Muñoz",
		"two\nlines":           "two lines",
		"bad\xffbyte":          "badbyte",
		"zero\u200bwidth":      "zerowidth",
		"\ufeffNombre":         "Nombre",
		"José \u0000 María":    "José María",
	} {
		if got := model.Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
	if got := model.CleanNote("one\r\n\r\n two "); got != "one\ntwo" {
		t.Errorf("CleanNote = %q", got)
	}
}

func TestCleanIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := model.Clean(rapid.String().Draw(t, "s"))
		if twice := model.Clean(once); twice != once {
			t.Fatalf("%q became %q", once, twice)
		}
	})
}
