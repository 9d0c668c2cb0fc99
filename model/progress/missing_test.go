package progress_test

import (
	"testing"

	"muster/model"
	"muster/model/progress"
)

// Who is missing stays so whatever becomes of the block, until they are seen.
func TestAllMissing(t *testing.T) {
	w := newWorld()
	s := w.add(2, talk, model.AllSquads(2))
	early, next := w.add(1, talk, model.AllSquads(2)), w.add(3, talk, model.AllSquads(2))
	w.mark(early)
	roll := w.mark(s)
	lost := &roll.Marks[3]
	lost.State, lost.At = model.Missing, s.Start.Minute()+20
	roll.Marks[1].State = model.Missing // at no time: from the beginning
	staff := model.Mark{Staff: w.id(), State: model.Missing}
	roll.Marks = append(roll.Marks, staff)

	missing := func(day int) []progress.Missing {
		d := w.desk()
		return progress.AllMissing(d, w.cohort, d.SessionsOf(w.cohort.ID), first.Days(day-1).Minute(12*60))
	}
	got := missing(2)
	if len(got) != 2 || got[0].Since != s.Start.Minute() || got[1].Mark.Person != lost.Person || got[1].Since != lost.At {
		t.Fatalf("missing: %+v", got)
	}
	start := s.Start
	s.Off = &model.Off{At: 1, Reason: "heat"}
	if got := missing(2); len(got) != 2 {
		t.Errorf("%d are missing from a block that was called off", len(got))
	}
	s.Off, s.Start = nil, 0
	if got := missing(2); len(got) != 2 {
		t.Errorf("%d are missing from a block in the tray: the day before clears them", len(got))
	}
	s.Start = start

	// A later roll that has them away, and a call made from it.
	later := w.mark(next)
	later.Marks[3] = model.Mark{Person: lost.Person, State: model.Missing, Calls: []model.Call{{At: next.Start.Minute(), Answer: model.NoAnswer}}}
	if got := missing(2); len(got) != 2 {
		t.Errorf("a roll called ahead clears somebody: %d", len(got))
	}
	if got := missing(3); len(got) != 1 || got[0].Session.ID != s.ID || len(got[0].Mark.Calls) != 1 {
		t.Errorf("on the third day: %+v", got)
	}
	for i := range w.cohort.Seats {
		w.cohort.Seats[i].Departed = first.Days(2)
	}
	if got := missing(3); len(got) != 0 {
		t.Errorf("%d are missing who have left the country", len(got))
	}
}
