package roll

import (
	"strings"
	"testing"
	"time"

	"muster/model"
	"muster/model/progress"
)

// lostUntil has officer 3 missing from the pistol class since 07:42, and the
// clock at noon of the next day, when the next block of everybody begins.
func lostUntil(t *testing.T, tag string) *host {
	t.Helper()
	h := missing(t, tag)
	h.Clock = h.Clock.Add(28*time.Hour + 20*time.Minute)
	return h
}

// lost is who is missing now.
func (h *host) lost() []progress.Missing {
	c := h.Desk().Cohorts.Get(h.InHand)
	return progress.AllMissing(h.Desk(), c, h.Desk().SessionsOf(c.ID), newWatch(h, c.Zone).now)
}

// A later roll call carries who is missing over, and nothing but an answer ends
// their absence.
func TestMissingIsCarriedOver(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		h := lostUntil(t, tag)
		n := len(h.Acts)
		Open(h, later)
		if s := h.Screen(80, 24); !strings.Contains(s, "07:42") {
			t.Fatalf("not carried over\n%s", s)
		}
		h.Press("esc")
		if len(h.Acts) != n {
			t.Fatal("a roll is kept that nobody called")
		}
		Open(h, later)
		h.Press("a")
		if s := h.Screen(80, 24); tag == "en" && !strings.Contains(s, "11 more are called; 1 still missing") {
			t.Errorf("%s", s)
		}
		h.Press("3", "x", "esc")
		m, _ := h.roll(later).Of(officer(3))
		if m.State != model.Missing || m.At.Clock() != "07:42" || len(h.lost()) != 1 {
			t.Fatalf("%+v, %d missing", m, len(h.lost()))
		}
		if h.lost()[0].Session.ID != pistol {
			t.Error("missing from the later session, not from the first")
		}
		// Each way to say that they are here asks; no leaves it.
		Open(h, later)
		n = len(h.Acts)
		for _, key := range []string{"p", "l", "e", "t", "x"} {
			h.Press("3", key)
			if key < "q" && key != "t" {
				if s := h.Screen(80, 24); !strings.Contains(s, "07:42") {
					t.Errorf("%s\n%s", key, s)
				}
				h.Press("esc")
			}
		}
		if len(h.lost()) != 1 || len(h.Acts) != n {
			t.Fatalf("%d missing, %d acts", len(h.lost()), len(h.Acts)-n)
		}
		h.Press("3", "l", "y")
		if len(h.Acts) != n+1 || len(h.Acts[n].Puts) != 2 {
			t.Fatalf("%d acts", len(h.Acts)-n)
		}
		first, _ := h.roll(pistol).Of(officer(3))
		here, _ := h.roll(later).Of(officer(3))
		if first.State != model.Missing || first.Found.Clock() != "12:02" || here.State != model.Late || here.At != first.Found || len(h.lost()) != 0 {
			t.Errorf("%+v, %+v, %d missing", first, here, len(h.lost()))
		}
		h.Press("p") // of who is found nothing is asked any more
		h.Press("esc")
		if !h.Stack.Empty() {
			t.Error("asks about nobody")
		}
	}
}

// The call list of a later session is that of the first, and who is found there
// is found on every roll; also who is out of the course.
func TestFoundOnEveryRoll(t *testing.T) {
	h := lostUntil(t, "en")
	Open(h, later)
	h.Press("a", "3", "c")
	l, ok := h.Stack.Top().(*callList)
	if !ok || l.session.ID != pistol {
		t.Fatalf("not the first call list\n%s", h.Screen(120, 36))
	}
	h.Press("w", "y")
	if len(h.lost()) != 1 {
		t.Fatal("out of the course is not found")
	}
	h.Press("f", "ctrl+s")
	a, _ := h.roll(pistol).Of(officer(3))
	b, _ := h.roll(later).Of(officer(3))
	if a.Found.IsZero() || a.Found != b.Found || len(h.lost()) != 0 || len(h.Acts[len(h.Acts)-1].Puts) != 2 {
		t.Errorf("%+v, %+v", a, b)
	}
	if v, _ := h.Desk().Cohorts.Get(h.InHand).Seat(officer(3)); v.Stage != model.Absent {
		t.Errorf("the stage is %s", v.Stage)
	}
}

// Who is found while a later roll is open is not drafted as missing any more.
func TestFoundMeanwhile(t *testing.T) {
	h := lostUntil(t, "en")
	Open(h, later)
	d := h.Stack.Top().(*rollCall)
	if !d.marks[officer(3)].Lost() {
		t.Fatal("not carried over")
	}
	h.Press("3", "c", "f", "ctrl+s", "esc", "down")
	if m, marked := d.marks[officer(3)]; marked {
		t.Errorf("%+v", m)
	}
}

// What has not come yet is on no roll.
func TestNoTimeAhead(t *testing.T) {
	h := newHost(t, "en", 12)
	Open(h, pistol)
	h.Press("l", "1", "t", "ctrl+u")
	h.Type("0820")
	h.Press("enter")
	if s := h.Screen(80, 24); !strings.Contains(s, "08:20 has not come yet") {
		t.Errorf("%s", s)
	}
	h.Press("ctrl+u")
	h.Type("0710")
	h.Press("enter", "esc")
	if m, _ := h.roll(pistol).Of(officer(1)); m.At.Clock() != "07:10" {
		t.Errorf("%+v", m)
	}
}

// The journal names people, not the seats they had.
func TestActsNameThePerson(t *testing.T) {
	h := missing(t, "en")
	Calls(h, pistol, officer(3))
	h.Press("enter", "ctrl+s", "w", "y", "f", "ctrl+s")
	for _, c := range h.Acts[len(h.Acts)-3:] {
		named := false
		for _, a := range c.Act.Args {
			named = named || a.Name == "person" && a.Value == officer(3)
			if a.Name == "no" {
				t.Errorf("%s tells a seat", c.Act.ID)
			}
		}
		if !named {
			t.Errorf("%s names nobody", c.Act.ID)
		}
	}
}
