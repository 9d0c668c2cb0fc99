package cohorts

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// A standIn is an alternate who might take a seat.
type standIn struct {
	row   *seatRow
	grade int // 0: can come as things stand; 1: something is still to be done; 2: kept away
}

// standIns is the alternates, the best choice first: who is cleared, then by
// rank.
func (t *Tab) standIns() []standIn {
	var out []standIn
	for i := range t.seats {
		r := &t.seats[i]
		if r.seat.Alternate == 0 || r.seat.Stage.Out() || r.person == nil {
			continue
		}
		s := standIn{row: r}
		switch {
		case len(r.faults) > 0 && r.faults[0].hard:
			s.grade = 2
		case !r.person.Vetting.Covers(t.cohort.First, t.cohort.Last):
			s.grade = 1
		}
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b standIn) int { return cmp.Compare(a.grade, b.grade) })
	return out
}

// merits is what speaks for an alternate and against, in a sentence.
func (t *Tab) merits(r *seatRow) string {
	return t.env().T("cohorts.merit.cleared", "until", r.person.Vetting.Until) + ", " + t.documents(r)
}

// inShort is the same in a line: the vetting as the roll has it, or what keeps
// the alternate away.
func (t *Tab) inShort(r *seatRow) string {
	if len(r.faults) > 0 && r.faults[0].hard {
		return t.env().Say(r.faults[0].say)
	}
	return r.text[colVetting] + ", " + t.documents(r)
}

// documents is how far somebody's passport, visa and ticket are.
func (t *Tab) documents(r *seatRow) string {
	e, p := t.env(), r.person
	passport := e.T("cohorts.merit.no-passport")
	if y, _, _ := p.Passport.Expires.Civil(); !p.Passport.Expires.IsZero() {
		passport = e.T("cohorts.merit.passport", "year", itoa(y))
	}
	visa := "cohorts.merit.no-visa"
	switch {
	case !p.Papers.Ticket.IsZero():
		visa = "cohorts.merit.ticket"
	case !p.Papers.Visa.IsZero():
		visa = "cohorts.merit.visa"
	}
	return passport + ", " + e.T(visa)
}

// stepIn names the best alternate and why; "" when none is cleared.
func (t *Tab) stepIn() string {
	if in := t.standIns(); len(in) > 0 && in[0].grade == 0 {
		return t.env().T("cohorts.step-in", "name", in[0].row.person.FullName(), "merits", t.merits(in[0].row))
	}
	return ""
}

// keptAway reports whether somebody holds a seat and cannot come: out, or for
// a fault that nothing to be done will mend in time.
func keptAway(r *seatRow) bool {
	return r.seat.Alternate == 0 && gone(r.seat) == 0 && !r.seat.Stage.Trained() &&
		(r.seat.Stage.Out() || len(r.faults) > 0 && r.faults[0].hard)
}

func (t *Tab) whyNoReplace() model.Message {
	if m := t.whyNobody(); !m.IsZero() {
		return m
	}
	switch r := t.current(); {
	case r == nil:
		return model.Say("cohorts.why.nobody")
	case t.cohort.State == model.Closed:
		return model.Say("cohorts.why.closed")
	case r.seat.Alternate > 0:
		return model.Say("cohorts.why.is-alternate")
	case !keptAway(r):
		return model.Say("cohorts.why.can-come")
	case t.inLine == 0:
		return model.Say("cohorts.why.no-line")
	}
	return model.Message{}
}

// replace gives the seat of somebody who cannot come to an alternate: the
// best one is offered first, all with what speaks for them.
func (t *Tab) replace() tea.Cmd {
	r := t.current()
	if r == nil {
		return nil
	}
	var options []kit.Option[model.ID]
	for _, s := range t.standIns() {
		o := kit.Option[model.ID]{Value: s.row.seat.Person, Label: s.row.text[colNo] + "  " + s.row.text[colName], Note: t.inShort(s.row)}
		if s.grade == 2 {
			o.Off = s.row.faults[0].say
		}
		options = append(options, o)
	}
	from := r.seat.Person
	kit.Open(t.h.Dialogs(), kit.NewChoose(t.env(), model.Say("cohorts.replace.title", "person", from, "no", r.seat.No), options, 0),
		func(who model.ID) tea.Cmd { return t.swapIn(who, from) })
	return nil
}

// swapIn is the whole of a replacement in one act: class number, squad and
// seats on rides pass to the newcomer, who takes part from now on when the
// course has begun. Who is out stays out, on record without a number; anybody
// else goes to the end of the line.
func (t *Tab) swapIn(who, from model.ID) tea.Cmd {
	sessions, err := t.handOver(from, who)
	if err != nil {
		return t.h.Fail(err)
	}
	var arrives model.Quarter
	if now := t.now().Quarter(); now > t.cohort.First.At(0) {
		arrives = now
	}
	squad := t.weakest()
	cmd := t.reseat(
		model.Say("cohorts.act.replace", "person", who, "from", from, "cohort", t.cohort.Code),
		model.Say("cohorts.seat.replaced", "person", who, "from", from),
		func(seats []model.Seat) []model.Seat {
			last, old := 0, model.Seat{}
			for _, s := range seats {
				last = max(last, s.Alternate)
				if s.Person == from {
					old = s
				}
			}
			for i := range seats {
				switch s := &seats[i]; s.Person {
				case who:
					s.Alternate, s.No, s.Squad, s.Arrives = 0, old.No, old.Squad, arrives
					if s.No == 0 {
						s.No = freeNo(seats)
					}
					if s.Squad == 0 {
						s.Squad = squad // who is out was taken out of the squad
					}
				case from:
					s.No, s.Squad = 0, 0
					if !s.Stage.Out() {
						s.Alternate = last + 1
					}
				}
			}
			return ranked(changePlaces(seats, who, from))
		}, sessions...)
	t.roll.Select(who)
	return cmd
}

// changePlaces puts two people in each other's place on the roster.
func changePlaces(seats []model.Seat, a, b model.ID) []model.Seat {
	i := slices.IndexFunc(seats, func(s model.Seat) bool { return s.Person == a })
	j := slices.IndexFunc(seats, func(s model.Seat) bool { return s.Person == b })
	if i >= 0 && j >= 0 {
		seats[i], seats[j] = seats[j], seats[i]
	}
	return seats
}

// weakest is the squad with the fewest people; none before they are dealt.
func (t *Tab) weakest() model.Squad {
	best := model.Squad(0)
	if !dealt(t.cohort) {
		return best
	}
	for q := model.Squad(1); int(q) <= t.cohort.Squads; q++ {
		if best == 0 || t.cohort.Strength(model.SquadsOf(q)) < t.cohort.Strength(model.SquadsOf(best)) {
			best = q
		}
	}
	return best
}

// handOver is the cohort's sessions to come in which somebody is named, with
// another in their place.
func (t *Tab) handOver(from, to model.ID) ([]model.Record, error) {
	var out []model.Record
	for _, s := range t.desk().SessionsOf(t.cohort.ID) {
		if s.Placed() && s.Start.Minute() <= t.now() {
			continue
		}
		next, moved := s.Clone(), false
		for i := range next.Only {
			if next.Only[i] == from {
				next.Only[i], moved = to, true
			}
		}
		if next.Ride != nil {
			for i := range next.Ride.Riders {
				if next.Ride.Riders[i].Person == from {
					next.Ride.Riders[i].Person, moved = to, true
				}
			}
		}
		if !moved {
			continue
		}
		rec, err := model.NewSession(next)
		if err != nil {
			return nil, err
		}
		out = append(out, rec)
	}
	return out, nil
}
