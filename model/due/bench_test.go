package due

import (
	"fmt"
	"testing"
	"time"

	"muster/model"
	"muster/model/rules"
)

// unit is a desk of so many cohorts of so many officers. Three courses run at a
// time, those before them have graduated and were never closed, those after
// are to come, one every four days; of what is over there are rolls and
// sheets. Something is wrong with one officer in nine.
func unit(cohorts, officers int) (*model.Desk, model.Minute) {
	var c model.Change
	put := func(r model.Record) { c.Puts = append(c.Puts, model.Put{Record: r}) }
	for i := range 2 {
		put(&model.Place{ID: id(8, i), Name: fmt.Sprint("Place ", i), Kind: model.Range, Lanes: 60, Shared: true, Plan: monday.Days(-900), Kits: model.MedKit{Trauma: 1, AED: 1}, Means: 2})
	}
	put(&model.Unit{ID: id(3, 0), Name: "U", Vetting: model.Vetting{State: model.VettingApproved, Until: monday.Days(9000)}})
	today := monday.Days(2 * cohorts)
	for k := range cohorts {
		co := &model.Cohort{ID: id(5, k), Code: fmt.Sprint("C-", k), Zone: "A", First: monday.Days(4 * k), Last: monday.Days(4*k + 11), Squads: 4, Places: officers, State: model.Running}
		over := co.Last < today
		for j := range officers {
			n := k*1000 + j
			v := model.Seat{No: j + 1, Person: id(1, n), Squad: model.Squad(j%4 + 1), Stage: model.InCourse}
			if over {
				co.State, v.Stage = model.Graduated, model.Completed
			}
			co.Seats = append(co.Seats, v)
			put(officer(n, co.First))
		}
		put(co)
		for j := range 90 {
			x := lesson(co, k, j)
			put(x)
			if x.Span().To.Date() >= today {
				continue
			}
			r, s := &model.Roll{ID: x.ID, Cohort: co.ID}, &model.Sheet{ID: x.ID, Cohort: co.ID, Pass: 80}
			for i, v := range co.Seats {
				m := model.Mark{Person: v.Person, State: model.Here}
				if (i+j)%99 == 0 {
					m.State = model.Excused
				}
				r.Marks = append(r.Marks, m)
				if x.Block.Judged() && x.Squads.Has(v.Squad) {
					s.Rows = append(s.Rows, model.Score{Person: v.Person, Attempt: 1, Points: 70 + i%30, Of: 100})
				}
			}
			put(r)
			if x.Block.Judged() {
				put(s)
			}
		}
	}
	return new(model.Desk).With(c, 1), today.Minute(11 * 60)
}

func officer(n int, first model.Date) *model.Person {
	p := &model.Person{
		ID: id(1, n), Family: fmt.Sprint("P", n), Speaks: []string{"es"}, Unit: id(3, 0),
		Vetting:   model.Vetting{State: model.VettingApproved, Decided: first.Days(-50), Until: first.Days(90)},
		Passport:  model.Passport{No: "X", Expires: first.Days(900)},
		Emergency: model.Emergency{Name: "M", Phone: "1", Blood: "O+"},
		Papers:    model.Papers{Form: first, Passport: first, Photo: first, Insurance: first},
	}
	switch n % 27 {
	case 0:
		p.Vetting = model.Vetting{}
	case 9:
		p.Emergency.Blood = ""
	case 18:
		p.Papers.Photo = 0
	}
	return p
}

func lesson(co *model.Cohort, k, n int) *model.Session {
	x := &model.Session{ID: id(6, k*100+n), Cohort: co.ID, Squads: model.AllSquads(4), Start: co.First.Days(n % 12).At(30 + n/12*5), Place: id(8, n%2)}
	x.Block = model.Block{Kind: model.KindClass, Key: n, Length: 4, Title: model.Text{En: fmt.Sprint("Block ", n)}}
	if n%3 == 0 {
		x.Block.Kind, x.Squads = model.KindFirearms, model.SquadsOf(model.Squad(n%4+1))
		x.Block.Ammo, x.Block.Fire = model.Dry, &model.Firing{Qualifies: n%9 == 0}
	}
	return x
}

// Budgets: four cohorts of 30 in 2 ms; a hundred of 200 in 30 ms. The best is
// told too, for the machine may be shared.
func BenchmarkList(b *testing.B) {
	for _, size := range [][2]int{{4, 30}, {100, 200}} {
		d, now := unit(size[0], size[1])
		board := rules.Ground(d, rules.Options{})
		board.Clashes()
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			b.ReportAllocs()
			n, best := 0, time.Hour
			for b.Loop() {
				began := time.Now()
				n = len(List(d, board, func(string) model.Minute { return now }))
				best = min(best, time.Since(began))
			}
			b.ReportMetric(float64(n), "items")
			b.ReportMetric(float64(best.Nanoseconds()), "best-ns/op")
		})
	}
}
