package sample_test

import (
	"fmt"
	"slices"
	"testing"

	"muster/model"
	"muster/model/rules"
	"muster/model/sample"
)

// desk lays the records on a desk, as the program would have them: everybody
// with a seat in a cohort that is not closed.
func desk(all []model.Record) *model.Desk {
	var c model.Change
	for _, r := range all {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	return (&model.Desk{}).With(c, 1)
}

// told is a clash in a line.
func told(d *model.Desk, c rules.Clash) string {
	s := fmt.Sprintf("%s hard=%v %v–%v", c.Text.ID, c.Hard, c.At.From, c.At.To)
	for _, id := range c.Sessions {
		x := d.Sessions.Get(id)
		s += fmt.Sprintf(" · %s %v %v", x.Block.Title.En, x.Squads, x.Start)
	}
	for _, a := range c.Text.Args {
		if id, ok := a.Value.(model.ID); ok {
			if st := d.Staff.Get(id); st != nil {
				a.Value = st.Label()
			} else if p := d.Places.Get(id); p != nil {
				a.Value = p.Name
			}
		}
		s += fmt.Sprintf(" %s=%v", a.Name, a.Value)
	}
	return s
}

// The running course has no clash, whatever the day and the seed.
func TestTheRunningPlanHolds(t *testing.T) {
	for _, day := range []string{"2026-01-20", "2026-06-26", "2026-11-22", "2027-09-06"} {
		for seed := range uint64(3) {
			all := sample.Make(date(t, day), seed, 0)
			d := desk(all)
			b := rules.Ground(d, rules.Options{})
			for _, c := range b.CohortClashes(sort(all).in(model.Running).ID) {
				t.Errorf("%s, seed %d: %s", day, seed, told(d, c))
			}
		}
	}
}

// The coming course shows what is to be mended and no more: the range let, an
// instructor in two places, one who is away; and who may not come yet.
func TestTheComingPlanHasItsFaults(t *testing.T) {
	want := []string{"let-to-others", "staff-absent", "staff-twice", "vetting-person", "vetting-person"}
	for _, day := range []string{"2026-01-20", "2026-06-26", "2026-11-22", "2027-09-06"} {
		for seed := range uint64(3) {
			all := sample.Make(date(t, day), seed, 0)
			d := desk(all)
			b := rules.Ground(d, rules.Options{})
			var got []string
			for _, c := range b.CohortClashes(sort(all).in(model.Planning).ID) {
				got = append(got, c.Rule)
				t.Log(told(d, c))
				if !c.Hard {
					t.Errorf("%s, seed %d: only a warning: %s", day, seed, told(d, c))
				}
			}
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("%s, seed %d: %v, want %v", day, seed, got, want)
			}
		}
	}
}

// A past plan copied onto new dates holds but for what has to be granted anew.
func TestAPastPlanServesAgain(t *testing.T) {
	today := date(t, "2026-01-20")
	all := sample.Make(today, seed, sample.Alumni)
	w := sort(all)
	for _, past := range w.cohorts {
		var plan []*model.Session
		for _, s := range w.sessions {
			if s.Cohort == past.ID && past.State == model.Closed {
				plan = append(plan, s)
			}
		}
		if len(plan) == 0 {
			continue
		}
		next := *w.in(model.Planning)
		next.ID, next.Code = model.ID{1, 2, 3}, "COPY-1"
		next.First, next.Last = next.First.Days(28), next.Last.Days(28)
		n := byte(0)
		change := model.Change{Puts: []model.Put{{Record: &next}}}
		for _, s := range model.CopyPlan(past, plan, &next, func() model.ID { n++; return model.ID{9, n} }) {
			change.Puts = append(change.Puts, model.Put{Record: s})
		}
		d := desk(all).With(change, 2)
		for _, c := range rules.Ground(d, rules.Options{}).CohortClashes(next.ID) {
			switch c.Rule {
			case "host-approval", "swat-approval", "nobody-takes", "vetting-person":
			default:
				t.Errorf("%s: %s", past.Code, told(d, c))
			}
		}
	}
}
