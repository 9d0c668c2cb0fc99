package cohorts

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"muster/model"
)

func cid(kind, n int) model.ID { return model.ID{0: byte(kind), 1: byte(n >> 8), 2: byte(n), 15: 3} }

func taught(t testing.TB, n int, at model.Date) []model.Record {
	t.Helper()
	var out []model.Record
	put := func(r model.Record, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	c := model.Cohort{
		ID: cid(1, 1), Code: "MEX-26-1", Title: "Sonora", Country: "MX", Zone: "UTC",
		First: at.Days(-4), Last: at, Places: n, Squads: 2, State: model.Running,
	}
	agency, err := model.NewAgency(model.Agency{ID: cid(2, 1), Name: "Policía Estatal de Sonora", Short: "PESP Sonora"})
	put(agency, err)
	unit, err := model.NewUnit(model.Unit{ID: cid(2, 2), Agency: agency.ID, Name: "Grupo Táctico", Vetting: vetted(c)})
	put(unit, err)
	for i := range n {
		put(model.NewPerson(officer(c, i)))
		c.Seats = append(c.Seats, model.Seat{Person: cid(3, i), No: i + 1, Squad: model.Squad(i%2 + 1), Stage: model.InCourse, Since: c.First})
	}
	put(model.NewCohort(c))
	fire := model.FireCourse{ID: cid(9, 1), Title: model.Text{En: "Handgun"}, Pass: 80, Stages: []model.FireStage{{Rounds: 10, Points: 10}}}
	put(model.NewFireCourse(fire))
	block := func(key int, kind model.BlockKind, title string) model.Block {
		return model.Block{Key: key, Kind: kind, Title: model.Text{En: title}, Length: 8}
	}
	talk, drill, qualify := block(1, model.KindClass, "Use of force"), block(2, model.KindFirearms, "Pistol 1"), block(3, model.KindFirearms, "Qualification")
	drill.Ammo, drill.Fire = model.Live, &model.Firing{}
	qualify.Ammo, qualify.Fire = model.Live, &model.Firing{Qualifies: true, Course: fire.ID}
	session := func(k int, b model.Block, squads model.Squads, start model.Quarter, only ...model.ID) {
		put(model.NewSession(model.Session{ID: cid(4, k), Cohort: c.ID, Block: b, Squads: squads, Start: start, Only: only}))
		roll := model.Roll{ID: cid(4, k), Cohort: c.ID}
		for i := range n {
			if squads.Has(model.Squad(i%2+1)) || slices.Contains(only, cid(3, i)) {
				roll.Marks = append(roll.Marks, model.Mark{Person: cid(3, i), State: model.Here})
			}
		}
		if start.Date() < at {
			put(model.NewRoll(roll))
		}
	}
	both := model.AllSquads(2)
	session(1, talk, both, c.First.At(32))
	session(2, drill, model.SquadsOf(1), c.First.At(44))
	session(3, drill, model.SquadsOf(2), c.First.At(56))
	session(4, qualify, both, c.First.Days(1).At(32))
	sheet := model.Sheet{ID: cid(4, 4), Cohort: c.ID, Fire: &fire}
	for i := range n {
		sheet.Rows = append(sheet.Rows, model.Score{Person: cid(3, i), Attempt: 1, Hits: []int{9}})
	}
	put(model.NewSheet(sheet))
	return out
}

func vetted(c model.Cohort) model.Vetting {
	return model.Vetting{State: model.VettingApproved, Decided: c.First.Days(-40), Until: c.Last.Days(300)}
}

func officer(c model.Cohort, i int) model.Person {
	given := [...]string{"Itzel", "Luis", "Raúl", "Sofía", "Óscar", "Ana Lucía"}
	family := [...]string{"Ávila", "Bojórquez", "Cázares", "Núñez", "Zúñiga", "Hernández", "Mejía"}
	in := c.First.Days(-60)
	return model.Person{
		ID: cid(3, i), Given: given[i%len(given)], Family: family[i%len(family)], Family2: fmt.Sprint("P", i), Rank: "Oficial",
		Agency: cid(2, 1), Unit: cid(2, 2), Country: "MX", Region: "MX-SON", Vetting: vetted(c),
		Passport:  model.Passport{No: fmt.Sprint("G", i), Expires: c.Last.Days(900)},
		Papers:    model.Papers{Form: in, Passport: in, Photo: in, Waiver: in, Witness: "Pons", Insurance: in, Visa: in, Ticket: in},
		Emergency: model.Emergency{Name: "Eva", Phone: "1", Blood: "O+"},
	}
}

func onDesk[T any, P interface {
	*T
	model.Record
}](h *stage, rec P, edit func(*T),
) {
	h.t.Helper()
	next := *rec
	edit(&next)
	v, err := P(&next).Valid()
	if err != nil {
		h.t.Fatal(err)
	}
	h.desk = h.desk.With(model.Change{Puts: []model.Put{h.desk.Put(v)}}, h.desk.Rev+1)
	h.tab.Changed()
}

func (h *stage) mark(session, who int, as model.Presence, at model.Minute) {
	h.t.Helper()
	onDesk(h, h.desk.Rolls.Get(cid(4, session)), func(r *model.Roll) {
		*r = r.With(model.Mark{Person: cid(3, who), State: as, At: at})
	})
}

func (h *stage) shoots(who, hits int) {
	h.t.Helper()
	onDesk(h, h.desk.Sheets.Get(cid(4, 4)), func(s *model.Sheet) {
		s.Rows = slices.Clone(s.Rows)
		for i := range s.Rows {
			if s.Rows[i].Person == cid(3, who) {
				s.Rows[i].Hits = []int{hits}
			}
		}
	})
}

func afterCourse(t testing.TB, lang string, n int) *stage {
	t.Helper()
	h := newStage(t, lang, taught(t, n, today)...)
	now := time.Date(2026, 1, 15, 17, 30, 0, 0, time.UTC)
	h.env.Now = func() time.Time { return now }
	h.Choose(cid(1, 1))
	h.tab.toRoll()
	h.mark(2, 2, model.Excused, 0)
	h.mark(1, 4, model.Late, today.Days(-4).Minute(8*60+20))
	h.shoots(7, 5)
	h.mark(4, 11, model.Missing, today.Days(-3).Minute(8*60))
	onDesk(h, h.Cohort(), func(c *model.Cohort) {
		s, _ := c.Seat(cid(3, 11))
		s.Stage, s.Since = model.Absent, today.Days(-3)
		*c = c.WithSeat(s)
	})
	return h
}

func beforeCourse(t testing.TB) *stage {
	t.Helper()
	h := newStage(t, "en", taught(t, 8, today.Days(20))...)
	h.Choose(cid(1, 1))
	h.tab.toRoll()
	onDesk(h, h.Cohort(), func(c *model.Cohort) {
		c.Places = 6
		c.Seats = slices.Clone(c.Seats)
		for i := range c.Seats {
			s := &c.Seats[i]
			s.Stage = model.Cleared
			if i >= 6 {
				s.Alternate, s.No, s.Squad = i-5, 0, 0
			}
		}
	})
	onDesk(h, h.desk.People.Get(cid(3, 6)), func(p *model.Person) {
		p.Vetting = model.Vetting{State: model.VettingSent, Submitted: today.Days(-12)}
	})
	return h
}
