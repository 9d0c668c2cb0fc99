package due

import (
	"slices"

	"muster/model"
)

// A spoil is one way in which something falls due, and one in which it only
// nearly does.
type spoil struct {
	rule      string
	says      string // where it is not "due.<rule>"
	hard      bool
	ref       model.Kind
	due, near func(w *world)
}

var cases = slices.Concat(before, during, after)

func (w *world) day(day, hour int) { w.now = at(day, hour, 0).Minute() }

// days is so many days before the course.
func (w *world) days(before int) { w.now = monday.Days(-before).At(40).Minute() }

var before = []spoil{
	{
		rule: "due-ahead", says: "due.documents", ref: model.KindPerson,
		due:  func(w *world) { w.days(45); w.set("due-ahead", 15); w.people[0].Papers.Form = 0 },
		near: func(w *world) { w.days(45); w.set("due-ahead", 14); w.people[0].Papers.Form = 0 },
	},
	{
		rule: "vetting-lead", ref: model.KindPerson,
		due:  func(w *world) { w.days(67); w.people[1].Vetting = model.Vetting{} },
		near: func(w *world) { w.days(68); w.people[1].Vetting = model.Vetting{} },
	},
	{
		rule: "vetting-lead", says: "due.vetting-lead.unit", ref: model.KindCohort,
		due:  func(w *world) { w.days(61); w.unit.Vetting = model.Vetting{} },
		near: func(w *world) { w.days(61); w.unit.Vetting = model.Vetting{State: model.VettingSent} },
	},
	{
		rule: "vetting-late", says: "due.vetting-lead.late", ref: model.KindCohort,
		due: func(w *world) {
			w.days(29)
			for _, p := range w.people[:5] {
				p.Vetting = model.Vetting{}
			}
		},
		near: func(w *world) { w.days(30); w.people[1].Vetting = model.Vetting{} },
	},
	{
		rule: "vetting-lapses", hard: true, ref: model.KindPerson,
		due:  func(w *world) { w.people[1].Vetting.Until = monday.Days(10) },
		near: func(w *world) { w.people[1].Vetting.Until = monday.Days(11) },
	},
	{
		rule: "vetting-lapses", says: "due.vetting-lapses.unit", hard: true, ref: model.KindCohort,
		due:  func(w *world) { w.unit.Vetting.Until = monday },
		near: func(w *world) { w.unit.Vetting.Until = monday.Days(-1) },
	},
	{
		rule: "re-vet", hard: true, ref: model.KindPerson,
		due:  func(w *world) { w.people[1].Vetting.Decided = monday.Days(-366) },
		near: func(w *world) { w.people[1].Vetting.Decided = monday.Days(-365) },
	},
	{ // to 23 January, and six months
		rule: "passport", hard: true, ref: model.KindPerson,
		due:  func(w *world) { w.people[1].Passport.Expires = mustDate(2026, 7, 22) },
		near: func(w *world) { w.people[1].Passport.Expires = mustDate(2026, 7, 23) },
	},
	{
		rule: "documents", ref: model.KindPerson,
		due: func(w *world) {
			w.days(37)
			w.people[1].Papers.Photo, w.people[1].Passport.Expires, w.people[1].Papers.Passport = 0, 0, 0
		},
		near: func(w *world) { w.days(37); w.people[6].Papers.Photo = 0 },
	},
	{
		rule: "insurance", ref: model.KindCohort,
		due:  func(w *world) { w.people[1].Papers.Insurance, w.people[2].Papers.Insurance = 0, 0 },
		near: func(w *world) { w.people[1].Papers.Insurance = 0; w.cohort.Seats[1].Stage = model.Withdrew },
	},
	{ // on the first day it is late
		rule: "emergency-card", hard: true, ref: model.KindPerson,
		due:  func(w *world) { w.day(1, 7); w.people[1].Emergency.Blood = "" },
		near: func(w *world) { w.days(8); w.people[1].Emergency.Blood = "" },
	},
	{ // before, it is only due
		rule: "emergency-card", ref: model.KindPerson,
		due:  func(w *world) { w.days(7); w.people[1].Emergency.Blood = "" },
		near: func(w *world) { w.days(7); w.people[1].Emergency.Medical = "" },
	},
	{ // ten working days before Thursday the 15th is Thursday the 1st
		rule: "ride-papers", ref: model.KindSession,
		due: func(w *world) {
			w.now = mustDate(2025, 12, 25).Minute(600)
			w.ride(at(4, 18, 0), 0, 1)
			w.people[0].Papers.Witness = ""
		},
		near: func(w *world) {
			w.now = mustDate(2025, 12, 24).Minute(600)
			w.ride(at(4, 18, 0), 0, 1)
			w.people[0].Papers.Witness = ""
		},
	},
	{
		rule: "ride-papers", ref: model.KindSession,
		due: func(w *world) {
			s := w.ride(at(4, 18, 0), 0, 1)
			s.Block.RideKind, s.Ride.Approved, s.Ride.Command = model.SWATRide, 0, 0
		},
		near: func(w *world) { w.day(4, 18); w.ride(at(4, 18, 0), 0, 1).Ride.Approved = 0 },
	},
	{
		rule: "site-plan", hard: true, ref: model.KindPlace,
		due:  func(w *world) { w.fire(at(3, 10, 0)); w.place.Plan = monday.Days(3) },
		near: func(w *world) { w.fire(at(3, 10, 0)); w.place.Plan = monday.Days(2) },
	},
	{ // nothing dangerous there, or over
		rule: "site-plan", hard: true, ref: model.KindPlace,
		due: func(w *world) { w.fire(at(3, 10, 0)); w.place.Plan = 0 },
		near: func(w *world) {
			w.class(at(3, 10, 0)).Place = w.place.ID
			room := &model.Place{ID: id(8, 1), Name: "Room", Kind: model.Classroom}
			w.more = append(w.more, room)
			w.put(model.KindRescue, at(3, 14, 0)).Place = room.ID
			w.fire(at(1, 10, 0))
			w.sheet(w.sessions[3], 1, 90, 90, 90)
			w.place.Plan = 0
			w.day(2, 8)
		},
	},
	{
		rule: "certificate-lapses", hard: true, ref: model.KindStaff,
		due: func(w *world) {
			w.fire(at(3, 10, 0))
			w.staff[1].Quals = []model.Qualification{{Skill: model.SkillRSO, Until: monday.Days(1)}}
		},
		near: func(w *world) {
			w.fire(at(3, 10, 0))
			w.staff[1].Quals = []model.Qualification{{Skill: model.SkillRSO, Until: monday.Days(2)}}
		},
	},
	{
		rule: "seats-unfilled", ref: model.KindCohort,
		due:  func(w *world) { w.days(60); w.cohort.Places = 7 },
		near: func(w *world) { w.days(61); w.cohort.Places = 7 },
	},
	{
		rule: "seats-unfilled", says: "due.seats-unfilled.nobody", ref: model.KindCohort,
		due:  func(w *world) { w.cohort.Seats = w.cohort.Seats[:5] },
		near: func(w *world) { w.cohort.Seats = w.cohort.Seats[:5]; w.day(2, 8) },
	},
	{
		rule: "tray", ref: model.KindSession,
		due:  func(w *world) { w.days(21); w.class(0) },
		near: func(w *world) { w.days(22); w.class(0) },
	},
	{
		rule: "tray", says: "due.tray.no-plan", ref: model.KindCohort,
		due:  func(w *world) { w.days(21); w.sessions = nil },
		near: func(w *world) { w.days(22); w.sessions = nil },
	},
	{
		rule: "pass-mark", ref: model.KindSession,
		due:  func(w *world) { w.course(79) },
		near: func(w *world) { w.course(80) },
	},
}

func mustDate(y, m, d int) model.Date {
	v, ok := model.NewDate(y, m, d)
	if !ok {
		panic("no such day")
	}
	return v
}

// course is a qualification by a course of fire with that pass mark.
func (w *world) course(pass int) {
	f := &model.FireCourse{ID: id(14, 0), Title: model.Text{En: "Pistol"}, Pass: pass, Stages: []model.FireStage{{Rounds: 10, Points: 10}}}
	w.more = append(w.more, f)
	w.fire(at(3, 10, 0)).Block.Fire.Course = f.ID
}
