package cohorts

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// takeOut takes people out of the cohort, and out of its rides. They stay on
// record.
func (t *Tab) takeOut() tea.Cmd {
	people := t.roll.Chosen()
	rides, err := t.withoutRiders(people)
	if err != nil {
		return t.h.Fail(err)
	}
	t.roll.Unmark()
	return t.reseat(
		model.Say("cohorts.act.remove", "n", len(people), "cohort", t.cohort.Code),
		model.Say("cohorts.removed", "n", len(people), "cohort", t.cohort.Code),
		func(seats []model.Seat) []model.Seat {
			seats = slices.DeleteFunc(seats, func(s model.Seat) bool { return slices.Contains(people, s.Person) })
			return ranked(seats)
		}, rides...)
}

// ranked numbers the alternates anew, without gaps.
func ranked(seats []model.Seat) []model.Seat {
	var line []int
	for i, s := range seats {
		if s.Alternate > 0 {
			line = append(line, i)
		}
	}
	slices.SortStableFunc(line, func(a, b int) int { return cmp.Compare(seats[a].Alternate, seats[b].Alternate) })
	for rank, i := range line {
		seats[i].Alternate = rank + 1
	}
	return seats
}

// freeNo is the lowest class number nobody has.
func freeNo(seats []model.Seat) int {
	taken := map[int]bool{}
	for _, s := range seats {
		taken[s.No] = true
	}
	n := 1
	for taken[n] {
		n++
	}
	return n
}

// changeSeat makes a holder an alternate, or gives an alternate a seat: a free
// one, or, when the cohort is full, somebody's.
func (t *Tab) changeSeat() tea.Cmd {
	r := t.current()
	if r == nil {
		return nil
	}
	c := t.cohort
	switch {
	case r.seat.Alternate == 0:
		return t.stepBack(r.seat.Person)
	case c.Places == 0 || len(c.Holders()) < c.Places:
		return t.giveSeat(r.seat.Person, model.ID{})
	}
	var options []kit.Option[model.ID]
	for i := range t.seats {
		s := &t.seats[i]
		if s.seat.Alternate > 0 || s.seat.Stage.Out() {
			continue
		}
		note := s.text[colVetting]
		if s.text[colMark] != "" {
			note = s.text[colMark] + " " + note
		}
		options = append(options, kit.Option[model.ID]{Value: s.seat.Person, Label: s.text[colNo] + "  " + s.text[colName], Note: note})
	}
	start := slices.IndexFunc(options, func(o kit.Option[model.ID]) bool {
		i := slices.IndexFunc(t.seats, func(s seatRow) bool { return s.seat.Person == o.Value })
		return t.seats[i].text[colMark] == "!"
	})
	who := r.seat.Person
	kit.Open(t.h.Dialogs(), kit.NewChoose(t.env(), model.Say("cohorts.seat.whose"), options, max(start, 0)),
		func(from model.ID) tea.Cmd { return t.giveSeat(who, from) })
	return nil
}

// stepBack puts somebody at the end of the line of alternates.
func (t *Tab) stepBack(who model.ID) tea.Cmd {
	return t.reseat(
		model.Say("cohorts.act.step-back", "person", who, "cohort", t.cohort.Code),
		model.Say("cohorts.seat.alternate", "person", who),
		func(seats []model.Seat) []model.Seat {
			last := 0
			for _, s := range seats {
				last = max(last, s.Alternate)
			}
			for i := range seats {
				if seats[i].Person == who {
					seats[i].Alternate, seats[i].Squad, seats[i].No = last+1, 0, 0
				}
			}
			return seats
		})
}

// giveSeat gives an alternate a seat. Who held it until now, if anybody, goes
// to the end of the line; the newcomer takes over class number and squad.
func (t *Tab) giveSeat(who, from model.ID) tea.Cmd {
	act := model.Say("cohorts.act.seat", "person", who, "cohort", t.cohort.Code)
	done := model.Say("cohorts.seat.given", "person", who)
	if !from.IsZero() {
		act = model.Say("cohorts.act.replace", "person", who, "from", from, "cohort", t.cohort.Code)
		done = model.Say("cohorts.seat.replaced", "person", who, "from", from)
	}
	return t.reseat(act, done, func(seats []model.Seat) []model.Seat {
		no, squad := freeNo(seats), model.Squad(0)
		last := 0
		for _, s := range seats {
			last = max(last, s.Alternate)
			if s.Person == from {
				no, squad = s.No, s.Squad
			}
		}
		for i := range seats {
			switch s := &seats[i]; s.Person {
			case who:
				s.Alternate, s.No, s.Squad = 0, no, squad
			case from:
				s.Alternate, s.No, s.Squad = last+1, 0, 0
			}
		}
		return ranked(changePlaces(seats, who, from))
	})
}

// moveAlternate moves the alternate under the cursor in the line.
func (t *Tab) moveAlternate(dir int) tea.Cmd {
	r := t.current()
	line := t.cohort.Alternates()
	at := slices.IndexFunc(line, func(s model.Seat) bool { return s.Person == r.seat.Person })
	if at < 0 || at+dir < 0 || at+dir >= len(line) {
		return t.h.Tell(kit.Info, model.Say("cohorts.no-further"))
	}
	a, b := line[at], line[at+dir]
	return t.reseat(
		model.Say("cohorts.act.rank", "person", a.Person, "rank", b.Alternate, "cohort", t.cohort.Code), model.Message{},
		func(seats []model.Seat) []model.Seat {
			for i := range seats {
				switch seats[i].Person {
				case a.Person:
					seats[i].Alternate = b.Alternate
				case b.Person:
					seats[i].Alternate = a.Alternate
				}
			}
			return seats
		})
}

// changeStage sets how far the chosen people have come, from today on.
func (t *Tab) changeStage() tea.Cmd {
	people := t.roll.Chosen()
	var options []kit.Option[model.Stage]
	for _, s := range model.Stages {
		options = append(options, kit.Option[model.Stage]{Value: s, Label: t.env().Say(stageWord(s))})
	}
	start := 0
	if seat, ok := t.cohort.Seat(people[0]); ok {
		start = max(slices.Index(model.Stages, seat.Stage), 0)
	}
	kit.Open(t.h.Dialogs(), kit.NewChoose(t.env(), t.about("cohorts.stage.title", people), options, start),
		func(s model.Stage) tea.Cmd {
			t.roll.Unmark()
			word := stageWord(s)
			return t.eachSeat(people,
				model.Say("cohorts.act.stage", "n", len(people), "stage", word, "cohort", t.cohort.Code),
				model.Say("cohorts.stage.done", "n", len(people), "stage", word),
				func(seat *model.Seat) {
					if seat.Stage != s {
						seat.Stage, seat.Since = s, t.h.Today()
					}
					if s.Out() {
						seat.Squad = 0
					}
				})
		})
	return nil
}

// about is a dialog's title that names the one person it is about, or counts
// them.
func (t *Tab) about(id string, people []model.ID) model.Message {
	if len(people) == 1 {
		if p := t.person(people[0]); p != nil {
			return model.Say(id, "who", p.FullName())
		}
	}
	return model.Say(id, "who", model.Say("cohorts.people", "n", len(people)))
}
