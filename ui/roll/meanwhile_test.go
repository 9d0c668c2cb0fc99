package roll

import (
	"slices"
	"testing"

	"muster/model"
)

// elsewhere is a change that somebody else makes: the desk has it at once, and
// the dialogs hear of it at the turn of the minute.
func (h *host) elsewhere(rev model.Rev, r model.Record) {
	h.Set(h.Desk().With(model.Change{Puts: []model.Put{{Record: r}}}, rev))
	h.Stack.Update(minuteMsg{})
}

// A call logged while somebody else logs one goes out with the revision that
// its form was opened on, so that the store refuses it and theirs is not lost.
func TestCallHoldsItsRevision(t *testing.T) {
	h := missing(t, "en")
	Calls(h, pistol, officer(3))
	was := h.Desk().RevOf(model.RefOf(h.roll(pistol)))
	h.Press("enter")
	m, _ := h.roll(pistol).Of(officer(3))
	m.Calls = []model.Call{{At: m.At + 3, Whom: "Hotel", Answer: model.NoAnswer}}
	theirs := h.roll(pistol).With(m)
	h.elsewhere(77, &theirs)
	h.Press("ctrl+s")
	if got := h.Acts[len(h.Acts)-1].Puts[0].Was; got != was {
		t.Errorf("made on revision %d, the form was opened on %d", got, was)
	}
	// The next one is made on theirs.
	h.elsewhere(78, &theirs)
	h.Press("enter", "ctrl+s")
	if got := h.Acts[len(h.Acts)-1].Puts[0].Was; got != 78 {
		t.Errorf("made on revision %d, not on theirs", got)
	}
	if m, _ := h.roll(pistol).Of(officer(3)); len(m.Calls) != 2 {
		t.Errorf("%d calls", len(m.Calls))
	}
	// A mark that was taken back elsewhere takes no calls.
	n := len(h.Acts)
	without := h.roll(pistol).With(model.Mark{Person: officer(3)})
	h.elsewhere(79, &without)
	h.Press("enter")
	h.Press("f")
	if len(h.Acts) != n || h.Last() != "roll.calls.not-missing" {
		t.Errorf("told %q, %d acts", h.Last(), len(h.Acts)-n)
	}
}

// Who is taken out of the course is taken out of the cohort as it is by now.
func TestOutOfTheCourseAsItIs(t *testing.T) {
	h := missing(t, "en")
	Calls(h, pistol, officer(3))
	c := *h.Desk().Cohorts.Get(h.InHand)
	c.Note = "written elsewhere"
	h.elsewhere(77, &c)
	h.Press("w", "y")
	put := h.Acts[len(h.Acts)-1].Puts[0]
	if now := h.Desk().Cohorts.Get(h.InHand); put.Was != 77 || now.Note != c.Note {
		t.Errorf("made on revision %d, the note is %q", put.Was, now.Note)
	}
}

// The mark of somebody whose seat is another's by now stays on the roll that is
// called again.
func TestMarkOutlivesTheSeat(t *testing.T) {
	h := missing(t, "en")
	c := *h.Desk().Cohorts.Get(h.InHand)
	c.Seats = slices.DeleteFunc(slices.Clone(c.Seats), func(s model.Seat) bool { return s.Person == officer(3) })
	h.Set(h.Desk().With(model.Change{Puts: []model.Put{{Record: &c}}}, 77))
	Open(h, pistol)
	h.Press("p", "esc")
	if m, ok := h.roll(pistol).Of(officer(3)); !ok || m.State != model.Missing || len(h.roll(pistol).Marks) != 4 {
		t.Errorf("%v, of %d marks", m, len(h.roll(pistol).Marks))
	}
}

// Who has a station of a circuit is called with the staff.
func TestStationsAreCalled(t *testing.T) {
	h := newHost(t, "en", 12)
	s := h.Desk().Sessions.Get(pistol).Clone()
	safety := s.Staff[0].Staff
	s.Staff = nil
	s.Circuit = &model.Circuit{Stations: []model.Post{{Name: "Lane 1", Safety: safety}, {Name: "Lane 2"}}}
	list := staffOf(h.Env(), h.Desk(), &s, nil)
	if len(list) != 1 || list[0].id != safety || list[0].rank == "" {
		t.Errorf("the staff on the roll: %+v", list)
	}
}
