package roll

import (
	"strings"
	"testing"
	"time"

	"muster/model"
	"muster/ui/kit"
)

// Every dialog lists its keys, and at 80 columns says so.
func TestKeysAreListed(t *testing.T) {
	for name, open := range map[string]func(*host){
		"roll call": func(h *host) { Open(h, pistol) },
		"call list": func(h *host) {
			Open(h, pistol)
			h.Press("m", "esc")
			Calls(h, pistol, officer(1))
		},
		"emergency card": func(h *host) { Card(h, officer(1)) },
	} {
		for _, key := range []string{"?", "f1"} {
			h := newHost(t, "es", 12)
			open(h)
			if s := h.Screen(80, 24); !strings.Contains(s, "? teclas") || !strings.Contains(s, "esc ") {
				t.Errorf("%s: the line of keys hides ? or esc:\n%s", name, s)
			}
			h.Press(key)
			if _, ok := h.Stack.Top().(*kit.Menu); !ok {
				t.Errorf("%s: %s lists no keys", name, key)
			}
		}
	}
}

// The row says when somebody left, without being asked while the session runs.
func TestLeftEarlyIsSeen(t *testing.T) {
	h := newHost(t, "en", 12)
	Open(h, pistol)
	h.Press("1", "p", "1", "o")
	if s := h.Screen(80, 24); !strings.Contains(s, "left 07:42") {
		t.Errorf("nothing says it:\n%s", s)
	}
	h.Press("esc")
	if m, _ := h.roll(pistol).Of(officer(1)); m.State != model.Here || m.Left.Clock() != "07:42" {
		t.Errorf("%+v", m)
	}
}

// The day before which a roll cannot be called is that of the cohort, wherever
// this machine stands.
func TestTheDayIsTheCohorts(t *testing.T) {
	h := newHost(t, "en", 12)
	s := h.Desk().Sessions.Get(pistol)
	c := *h.Desk().Cohorts.Get(s.Cohort)
	c.Zone = "America/New_York"
	h.Set(h.Desk().With(model.Change{Puts: []model.Put{{Record: &c}}}, h.Desk().Rev+1))
	ny, err := time.LoadLocation(c.Zone)
	if err != nil {
		t.Fatal(err) // the toolchain brings the zones
	}
	y, m, d := s.Start.Date().Civil()
	h.Clock = time.Date(y, time.Month(m), d-1, 23, 50, 0, 0, ny).UTC() // here it is that day already
	if why := whyNot(h, h.Desk().Sessions.Get(pistol)); why.ID != "roll.why.early" {
		t.Errorf("the evening before: %v", why)
	}
	h.Clock = time.Date(y, time.Month(m), d, 0, 10, 0, 0, ny).In(time.FixedZone("west", -10*3600)) // here it is the day before
	if why := whyNot(h, h.Desk().Sessions.Get(pistol)); !why.IsZero() {
		t.Errorf("on the day: %v", why)
	}
}
