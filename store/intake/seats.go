package intake

import (
	"cmp"
	"errors"
	"slices"

	"muster/model"
	"muster/store/files/roster"
)

// finish seats the people, adds up, and makes the change.
func (p *planner) finish() (*Plan, error) {
	cohort, err := p.seat()
	if err != nil {
		return nil, err
	}
	pl := p.plan
	pl.Cohort = cohort
	for i := range pl.Lines {
		l := &pl.Lines[i]
		switch l.Verdict {
		case LeftOut:
			pl.LeftOut++
		case Added:
			pl.Added++
		case Updated:
			pl.Updated++
		case Same:
			pl.Same++
		case Asked:
			pl.Asked++
		}
		pl.Problems = append(pl.Problems, l.Problems...)
	}
	if pl.Added+pl.Updated == 0 {
		return pl, nil
	}
	used := p.used()
	for _, put := range p.dir.puts {
		if used[put.Record.RecordID()] {
			pl.Change.Puts = append(pl.Change.Puts, put)
			if put.Record.RecordKind() == model.KindUnit {
				pl.Units++
			} else {
				pl.Agencies++
			}
		}
	}
	pl.Change.Puts = append(pl.Change.Puts, p.puts...)
	if cohort != p.cohort || p.New != nil {
		pl.Change.Puts = append(pl.Change.Puts, p.desk.Put(cohort))
	}
	pl.Change.Act = model.Say("intake.act.import", "n", pl.Added+pl.Updated, "cohort", cohort.Code)
	return pl, nil
}

// used is the agencies and units that somebody who is kept serves in: those of
// rows that were left out are not made.
func (p *planner) used() map[model.ID]bool {
	ids := map[model.ID]bool{}
	for _, put := range p.puts {
		if rec, ok := put.Record.(*model.Person); ok {
			ids[rec.Agency], ids[rec.Unit] = true, true
		}
	}
	return ids
}

// seat gives a seat to everybody who has none, in the order of the roster:
// first those who hold one, then the alternates in their rank. It returns the
// same cohort when nobody needs a seat.
func (p *planner) seat() (*model.Cohort, error) {
	next := *p.cohort
	next.Seats = slices.Clone(p.cohort.Seats)
	free := newNumbers(next.Seats)
	held, last := len(p.cohort.Holders()), 0
	for _, s := range next.Seats {
		last = max(last, s.Alternate)
	}
	var waiting []*Line
	for i := range p.plan.Lines {
		l := &p.plan.Lines[i]
		if l.Person == nil {
			continue
		}
		if p.seats[l.Person.ID] {
			continue
		}
		l.Fields = append(l.Fields, "seats")
		if l.Verdict == Same {
			l.Verdict = Updated
		}
		full := next.Places > 0 && held >= next.Places
		if l.Entry.Place == roster.Alternate || full {
			if full && l.Entry.Place == roster.Titular {
				l.Problems = append(l.Problems, Problem{
					Row: l.Row, Field: "alternate", Label: rosterLabel(roster.Seat), Message: model.Say("intake.full", "places", next.Places),
				})
			}
			waiting = append(waiting, l)
			continue
		}
		held++
		next.Seats = append(next.Seats, p.newSeat(l, free.take(l.Entry.No), 0))
	}
	slices.SortStableFunc(waiting, byRank)
	for _, l := range waiting {
		last++
		l.Alternate = last
		next.Seats = append(next.Seats, p.newSeat(l, 0, last))
	}
	if len(next.Seats) == len(p.cohort.Seats) {
		return p.cohort, nil
	}
	if n := len(next.Seats); n > model.MaxSeats {
		return nil, model.Wrong("places", "intake.too-many", "n", n, "limit", model.MaxSeats, "cohort", next.Code)
	}
	return model.NewCohort(next)
}

func (p *planner) newSeat(l *Line, no, alternate int) model.Seat {
	return model.Seat{
		No: no, Person: l.Person.ID, Alternate: alternate,
		Stage: model.Nominated, Since: p.Today, Note: l.Entry.Note,
	}
}

// byRank puts those the file ranks as alternates in their rank, before those
// it calls alternates without one, before those who found no place.
func byRank(a, b *Line) int {
	class := func(l *Line) int {
		switch {
		case l.Entry.Place != roster.Alternate:
			return 2
		case l.Entry.Alternate == 0:
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(class(a), class(b)), cmp.Compare(a.Entry.Alternate, b.Entry.Alternate))
}

// freeNumbers gives out class numbers: the roster's own where it is free, else the
// next one.
type freeNumbers struct {
	taken map[int]bool
	next  int
}

func newNumbers(seats []model.Seat) *freeNumbers {
	f := &freeNumbers{taken: map[int]bool{}, next: 1}
	for _, s := range seats {
		f.taken[s.No] = true
	}
	return f
}

func (f *freeNumbers) take(wish int) int {
	const most = 9999 // as model.NewCohort
	if wish > 0 && wish <= most && !f.taken[wish] {
		f.taken[wish] = true
		return wish
	}
	for f.taken[f.next] {
		f.next++
	}
	if f.next > most {
		return 0
	}
	f.taken[f.next] = true
	return f.next
}

// problemsOf is every fault a constructor found.
func problemsOf(err error) model.Problems {
	var all model.Problems
	var one *model.Problem
	switch {
	case errors.As(err, &all):
		return all
	case errors.As(err, &one):
		return model.Problems{one}
	}
	return model.Problems{{Message: model.Say("intake.refused")}}
}
