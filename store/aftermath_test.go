package store

import (
	"fmt"

	"muster/model"
)

// What world draws of the working day, of what comes after a course, and of what
// would be if.

func (w *drawn) fire() *model.FireCourse {
	return &model.FireCourse{
		ID: w.id(), Title: w.text(), Pass: w.n(1, 100), Attempts: w.n(0, 3), Long: w.yes(), Light: pick(w, model.Lights), Note: w.maybe(),
		Stages: []model.FireStage{{Name: w.text(), Yards: w.n(0, 50), Rounds: 10, Seconds: w.n(0, 60), Least: w.n(0, 10), Points: 5}},
	}
}

func (w *drawn) roll(s *model.Session, people []*model.Person, staff []*model.Staff) *model.Roll {
	begun := w.minute()
	return &model.Roll{
		ID: s.ID, Cohort: s.Cohort, Begun: begun, Ended: begun + model.Minute(w.n(0, 200)), Called: begun,
		Brief: w.maybe(), Debrief: w.maybe(), Done: w.yes(),
		Marks: []model.Mark{
			{
				Person: pick(w, people).ID, State: pick(w, model.Presences), At: begun, Left: begun + 5, Found: begun, Note: w.maybe(),
				Calls: []model.Call{{At: begun, Whom: w.maybe(), Answer: pick(w, model.CallAnswers), Note: w.maybe()}},
			},
			{Staff: pick(w, staff).ID, State: model.Late, At: begun},
		},
	}
}

func (w *drawn) sheet(s *model.Session, fires []*model.FireCourse, people []*model.Person, staff []*model.Staff) *model.Sheet {
	row := model.Score{
		Person: pick(w, people).ID, Attempt: w.n(1, 3), Verdict: pick(w, model.Verdicts), Weapon: w.maybe(), Serial: w.maybe(),
		Lot: w.maybe(), Station: w.n(0, 2), By: pick(w, staff).ID, At: w.minute(), Note: w.maybe(), Seconds: w.n(0, 60), Unsafe: w.yes(),
	}
	out := &model.Sheet{
		ID: s.ID, Cohort: s.Cohort, Light: pick(w, model.Lights), Lot: w.maybe(), Note: w.maybe(),
		Rounds: []model.Rounds{{Lot: w.maybe(), Issued: w.n(0, 100), Fired: w.n(0, 50), Returned: w.n(0, 50), Dud: w.n(0, 2)}},
	}
	if len(fires) > 0 && w.yes() {
		f := *pick(w, fires)
		out.Fire, row.Hits = &f, []int{w.n(0, 10)}
	} else {
		out.Pass, row.Of, row.Points = w.n(0, 100), 10, w.n(0, 10)
	}
	out.Rows = []model.Score{row}
	return out
}

// after draws certificates and contacts.
func (w *drawn) after(people []*model.Person, cohorts []*model.Cohort) (out []model.Record) {
	for range w.n(0, 3) {
		c := pick(w, cohorts)
		w.papers++
		out = append(out, &model.Certificate{
			ID: w.id(), Person: pick(w, people).ID, Cohort: c.ID, No: fmt.Sprintf("%s-%02d", c.Code, w.papers),
			Kind: pick(w, model.CertificateKinds), On: w.date(), Name: w.words(), Rank: w.maybe(), Agency: w.maybe(), Course: w.text(),
			Hours: w.n(0, 90), Skills: []model.Skill{pick(w, model.Skills)}, Void: w.date(), Note: w.maybe(),
			Marks: []model.CourseMark{{Title: w.text(), Percent: w.n(0, 100), Attempt: 1, Passed: w.yes()}},
		})
	}
	var before *model.Contact
	for range w.n(0, 3) {
		v := &model.Contact{
			ID: w.id(), Person: pick(w, people).ID, At: w.minute(), Channel: pick(w, model.Channels), Way: pick(w, model.Directions),
			By: w.maybe(), About: w.maybe(), Missed: w.yes(), Taught: w.n(0, 30), Helped: w.yes(),
		}
		if w.yes() {
			v.Next, v.Due = w.words(), w.date()
			if w.yes() {
				v.Done = w.date()
			}
		}
		if w.yes() {
			v.Cohort = pick(w, cohorts).ID
		}
		if before != nil && w.yes() {
			v.Settles = before.ID
		}
		before, out = v, append(out, v)
	}
	return out
}

// drafts draws plans beside the plan of record.
func (w *drawn) drafts(cohorts []*model.Cohort, kits []*model.Kit, fires []*model.FireCourse, places []*model.Place, staff []*model.Staff,
	cars []*model.Vehicle, agencies []*model.Agency, people []*model.Person,
) (out []model.Record) {
	for range w.n(0, 2) {
		v := &model.Draft{ID: w.id(), Cohort: pick(w, cohorts).ID, Title: w.words()}
		for range w.n(0, 2) {
			v.Sessions = append(v.Sessions, *w.session(pick(w, cohorts), kits, fires, places, staff, cars, agencies, people))
		}
		if w.yes() && len(v.Sessions) > 0 {
			v.New = []model.ID{v.Sessions[0].ID}
		}
		if w.yes() {
			v.Gone = []model.ID{w.id()}
		}
		out = append(out, v)
	}
	return out
}
