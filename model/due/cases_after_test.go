package due

import "muster/model"

var after = []spoil{
	{
		rule: "certificates", ref: model.KindCohort,
		due:  func(w *world) { w.awarded(); w.day(13, 8); w.uncertified(); w.cohort.State = model.Running },
		near: func(w *world) { w.awarded(); w.day(13, 8); w.uncertified(); w.denied() },
	},
	{ // a remark about somebody is no decision
		rule: "certificates", ref: model.KindCohort,
		due: func(w *world) {
			w.awarded()
			w.day(13, 8)
			w.uncertified()
			w.cohort.Seats[1].Note, w.cohort.Seats[1].Stage = "Vegetarian", model.InCourse
		},
		near: func(w *world) { w.day(11, 8) },
	},
	{
		rule: "departure", ref: model.KindPerson,
		due:  func(w *world) { w.awarded(); w.day(12, 18); w.cohort.Seats[2].Departed, w.cohort.Seats[2].Home = 0, 0 },
		near: func(w *world) { w.awarded(); w.day(11, 18); w.cohort.Seats[2].Departed, w.cohort.Seats[2].Home = 0, 0 },
	},
	{ // who was sent away must go home too
		rule: "departure", ref: model.KindPerson,
		due: func(w *world) {
			w.awarded()
			w.day(20, 18)
			s := &w.cohort.Seats[2]
			s.Stage, s.Departed, s.Home = model.Dismissed, 0, 0
		},
		near: func(w *world) {
			w.awarded()
			w.day(20, 18)
			s := &w.cohort.Seats[2]
			s.Stage, s.No, s.Departed, s.Home = model.Withdrew, 0, 0, 0
		},
	},
	{
		rule: "departure", says: "due.departure.home", ref: model.KindCohort,
		due: func(w *world) {
			w.awarded()
			w.day(20, 18)
			w.cohort.Seats[2].Home, w.cohort.Seats[3].Home = 0, 0
		},
		near: func(w *world) { w.awarded(); w.day(20, 18); w.cohort.Seats[2].Departed = 0 },
	},
	{
		rule: "follow-up", ref: model.KindContact,
		due:  func(w *world) { w.followUp(0, "Send the slides", 7) },
		near: func(w *world) { w.followUp(0, "Send the slides", 8) },
	},
	{
		rule: "follow-up", says: "due.follow-up.nothing", ref: model.KindContact,
		due:  func(w *world) { w.followUp(0, "", -3) },
		near: func(w *world) { w.followUp(0, "", -3); w.people[0].Standing = model.DoNotContact },
	},
	{
		rule: "follow-up", says: "due.follow-up.more", ref: model.KindContact,
		due: func(w *world) {
			for i := range 7 {
				w.followUp(i, "Call", -3+i)
			}
		},
		near: func(w *world) {
			for i := range 6 {
				w.followUp(i, "Call", -3)
			}
		},
	},
}

// uncertified takes the certificates of two away.
func (w *world) uncertified() {
	w.drop(model.KindCertificate, id(15, 1))
	w.drop(model.KindCertificate, id(15, 2))
}

// denied gives them none, as a graduation does.
func (w *world) denied() {
	for i := 1; i <= 2; i++ {
		s := &w.cohort.Seats[i]
		s.Note, s.Stage, s.Since = "left early", model.InCourse, w.cohort.Last
	}
}

func (w *world) followUp(n int, what string, days int) {
	w.more = append(w.more, &model.Contact{ID: id(16, n), Person: id(1, n), At: w.now, Next: what, Due: w.now.Date().Days(days)})
}
