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
	h.clock = h.clock.Add(28*time.Hour + 20*time.Minute)
	return h
}

// lost is who is missing now.
func (h *host) lost() []progress.Missing {
	c := h.desk.Cohorts.Get(h.cohort)
	return progress.AllMissing(h.desk, c, h.desk.SessionsOf(c.ID), newWatch(h, c.Zone).now)
}

// A later roll call carries who is missing over, and nothing but an answer ends
// their absence.
func TestMissingIsCarriedOver(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		h := lostUntil(t, tag)
		n := len(h.acts)
		Open(h, later)
		if s := h.screen(80, 24); !strings.Contains(s, "07:42") {
			t.Fatalf("not carried over\n%s", s)
		}
		h.press("esc")
		if len(h.acts) != n {
			t.Fatal("a roll is kept that nobody called")
		}
		Open(h, later)
		h.press("a")
		if s := h.screen(80, 24); tag == "en" && !strings.Contains(s, "11 more are called; 1 still missing") {
			t.Errorf("%s", s)
		}
		h.press("3", "x", "esc")
		m, _ := h.roll(later).Of(officer(3))
		if m.State != model.Missing || m.At.Clock() != "07:42" || len(h.lost()) != 1 {
			t.Fatalf("%+v, %d missing", m, len(h.lost()))
		}
		if h.lost()[0].Session.ID != pistol {
			t.Error("missing from the later session, not from the first")
		}
		// Each way to say that they are here asks; no leaves it.
		Open(h, later)
		n = len(h.acts)
		for _, key := range []string{"p", "l", "e", "t", "x"} {
			h.press("3", key)
			if key < "q" && key != "t" {
				if s := h.screen(80, 24); !strings.Contains(s, "07:42") {
					t.Errorf("%s\n%s", key, s)
				}
				h.press("esc")
			}
		}
		if len(h.lost()) != 1 || len(h.acts) != n {
			t.Fatalf("%d missing, %d acts", len(h.lost()), len(h.acts)-n)
		}
		h.press("3", "l", "y")
		if len(h.acts) != n+1 || len(h.acts[n].Puts) != 2 {
			t.Fatalf("%d acts", len(h.acts)-n)
		}
		first, _ := h.roll(pistol).Of(officer(3))
		here, _ := h.roll(later).Of(officer(3))
		if first.State != model.Missing || first.Found.Clock() != "12:02" || here.State != model.Late || here.At != first.Found || len(h.lost()) != 0 {
			t.Errorf("%+v, %+v, %d missing", first, here, len(h.lost()))
		}
		h.press("p") // of who is found nothing is asked any more
		h.press("esc")
		if !h.stack.Empty() {
			t.Error("asks about nobody")
		}
	}
}

// The call list of a later session is that of the first, and who is found there
// is found on every roll; also who is out of the course.
func TestFoundOnEveryRoll(t *testing.T) {
	h := lostUntil(t, "en")
	Open(h, later)
	h.press("a", "3", "c")
	l, ok := h.stack.Top().(*callList)
	if !ok || l.session.ID != pistol {
		t.Fatalf("not the first call list\n%s", h.screen(120, 36))
	}
	h.press("w", "y")
	if len(h.lost()) != 1 {
		t.Fatal("out of the course is not found")
	}
	h.press("f", "ctrl+s")
	a, _ := h.roll(pistol).Of(officer(3))
	b, _ := h.roll(later).Of(officer(3))
	if a.Found.IsZero() || a.Found != b.Found || len(h.lost()) != 0 || len(h.acts[len(h.acts)-1].Puts) != 2 {
		t.Errorf("%+v, %+v", a, b)
	}
	if v, _ := h.desk.Cohorts.Get(h.cohort).Seat(officer(3)); v.Stage != model.Absent {
		t.Errorf("the stage is %s", v.Stage)
	}
}

// Who is found while a later roll is open is not drafted as missing any more.
func TestFoundMeanwhile(t *testing.T) {
	h := lostUntil(t, "en")
	Open(h, later)
	d := h.stack.Top().(*rollCall)
	if !d.marks[officer(3)].Lost() {
		t.Fatal("not carried over")
	}
	h.press("3", "c", "f", "ctrl+s", "esc", "down")
	if m, marked := d.marks[officer(3)]; marked {
		t.Errorf("%+v", m)
	}
}

// What has not come yet is on no roll.
func TestNoTimeAhead(t *testing.T) {
	h := newHost(t, "en", 12)
	Open(h, pistol)
	h.press("l", "1", "t", "ctrl+u")
	h.typed("0820")
	h.press("enter")
	if s := h.screen(80, 24); !strings.Contains(s, "08:20 has not come yet") {
		t.Errorf("%s", s)
	}
	h.press("ctrl+u")
	h.typed("0710")
	h.press("enter", "esc")
	if m, _ := h.roll(pistol).Of(officer(1)); m.At.Clock() != "07:10" {
		t.Errorf("%+v", m)
	}
}

// The journal names people, not the seats they had.
func TestActsNameThePerson(t *testing.T) {
	h := missing(t, "en")
	Calls(h, pistol, officer(3))
	h.press("enter", "ctrl+s", "w", "y", "f", "ctrl+s")
	for _, c := range h.acts[len(h.acts)-3:] {
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
