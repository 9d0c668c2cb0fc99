package rules

import "muster/model"

// staffing is instructors, officers of safety, medics, languages.
var staffing = []spoil{
	{ // eight on the line want two by day; one, with a lead, is too few, but within the ceiling
		rule:   "live-ratio-day",
		broken: func(w *world) { s := w.fire(at(1, 8, 0), 2, squadAB); s.Staff = s.Staff[:4] },
		near:   func(w *world) { w.fire(at(1, 8, 0), 2, squadAB) },
	},
	{
		rule:   "live-ratio-ceiling",
		broken: func(w *world) { s := w.fire(at(1, 8, 0), 2, squadA); s.Staff = s.Staff[1:] },
		near:   func(w *world) { w.fire(at(1, 8, 0), 2, squadA) },
	},
	{
		rule:   "live-ratio-indoor",
		broken: func(w *world) { s := w.fire(at(1, 8, 0), 2, squadAB); s.Place, s.Staff = id(8, indoor), s.Staff[:4] },
		near:   func(w *world) { w.fire(at(1, 8, 0), 2, squadAB).Place = id(8, indoor) },
	},
	{ // five at 1:4 need two, though the lead is one of those named
		rule: "live-ratio-night",
		broken: func(w *world) {
			w.fifth()
			s := w.fire(at(1, 18, 0), 2, squadA)
			s.Staff = append(s.Staff, w.part(4, model.Line))
		},
		near: func(w *world) {
			w.fifth()
			s := w.fire(at(1, 17, 0), 2, squadA)
			s.Staff = append(s.Staff, w.part(4, model.Line))
		},
	},
	{
		rule:   "live-ratio-first",
		broken: func(w *world) { w.fifth(); w.fire(at(1, 8, 0), 2, squadA).Block.Fire.First = true },
		near:   func(w *world) { w.fire(at(1, 8, 0), 2, squadA).Block.Fire.First = true },
	},
	{
		rule:   "live-ratio-automatic",
		broken: func(w *world) { w.fifth(); w.fire(at(1, 8, 0), 2, squadA).Block.Fire.Auto = true },
		near: func(w *world) {
			w.fifth()
			s := w.fire(at(1, 8, 0), 2, squadA)
			s.Block.Fire.Auto, s.Staff = true, append(s.Staff, w.part(4, model.Line), w.part(5, model.Line))
		},
	},
	{ // in two relays four are engaged; the class is eight
		rule: "engaged-only", says: "clash.live-ratio-day",
		broken: func(w *world) {
			s := w.fire(at(1, 8, 0), 2, squadAB)
			s.Staff, s.Block.Fire.Relays = s.Staff[:3], 2
			w.off("engaged-only")
		},
		near: func(w *world) { s := w.fire(at(1, 8, 0), 2, squadAB); s.Staff, s.Block.Fire.Relays = s.Staff[:3], 2 },
	},
	{
		rule: "lead-uncounted",
		broken: func(w *world) {
			w.set("live-ratio-ceiling", 4)
			s := w.fire(at(1, 8, 0), 2, squadAB)
			s.Staff = s.Staff[1:]
		},
		near: func(w *world) { s := w.fire(at(1, 8, 0), 2, squadAB); s.Staff = s.Staff[1:] },
	},
	{
		rule: "rangemaster-apart",
		broken: func(w *world) {
			s := w.fire(at(1, 8, 0), 2, squadA)
			s.Staff = append(s.Staff, w.part(1, model.Rangemaster))
		},
		near: func(w *world) {
			s := w.fire(at(1, 8, 0), 2, squadA)
			s.Staff = append(s.Staff, w.part(2, model.Rangemaster))
		},
	},
	{ // the lead may be named for it as well
		rule:   "range-safety-officer",
		broken: func(w *world) { w.fire(at(1, 8, 0), 2, squadA).Staff[1].Role = model.Assistant },
		near:   func(w *world) { w.fire(at(1, 8, 0), 2, squadA).Staff[1].Staff = id(7, 1) },
	},
	{
		rule: "force-on-force-safety",
		broken: func(w *world) {
			s := w.house(at(1, 8, 0), 2, squadA, model.Marking)
			s.Staff = append(s.Staff, w.part(8, model.Line))
		},
		near: func(w *world) { w.house(at(1, 8, 0), 2, squadA, model.Marking) },
	},
	{
		rule:   "skills-instructor",
		broken: func(w *world) { w.quals(9, model.SkillMedic); w.quals(11, model.SkillMedic); w.rescue(at(1, 8, 0), 2) },
		near:   func(w *world) { w.quals(9, model.SkillInstructor); w.rescue(at(1, 8, 0), 2) },
	},
	{
		rule: "certified", says: "clash.certified.never",
		broken: func(w *world) { w.quals(1, model.SkillInstructor); w.fire(at(1, 8, 0), 2, squadA) },
		near:   func(w *world) { w.quals(1, model.SkillFirearms); w.fire(at(1, 8, 0), 2, squadA) },
	},
	{
		rule: "certified", says: "clash.certified.lapsed",
		broken: func(w *world) { w.until(2, model.SkillRSO, monday); w.fire(at(2, 8, 0), 2, squadA) },
		near:   func(w *world) { w.until(2, model.SkillRSO, monday); w.fire(at(1, 8, 0), 2, squadA) },
	},
	{
		rule: "certified", says: "clash.certified.not-yet",
		broken: func(w *world) {
			w.staff[3].Quals = []model.Qualification{{Skill: model.SkillMedic, From: monday.Days(2)}}
			w.rescue(at(2, 8, 0), 2)
		},
		near: func(w *world) {
			w.staff[3].Quals = []model.Qualification{{Skill: model.SkillMedic, From: monday.Days(1)}}
			w.rescue(at(2, 8, 0), 2)
		},
	},
	{
		rule:   "certificate-ending",
		broken: func(w *world) { w.until(2, model.SkillRSO, monday.Days(11+60)); w.fire(at(1, 8, 0), 2, squadA) },
		near:   func(w *world) { w.until(2, model.SkillRSO, monday.Days(11+61)); w.fire(at(1, 8, 0), 2, squadA) },
	},
	{
		rule:   "medic",
		broken: func(w *world) { s := w.rescue(at(1, 8, 0), 2); s.Staff = s.Staff[:1] },
		near:   func(w *world) { s := w.rescue(at(1, 8, 0), 2); s.Staff, s.Block.Rescue = s.Staff[:1], nil },
	},
	{
		rule:   "trauma-kit",
		broken: func(w *world) { w.fire(at(1, 8, 0), 2, squadA); w.places[field].Kits.Trauma = 0 },
		near:   func(w *world) { w.fire(at(1, 8, 0), 2, squadA); w.class(at(1, 10, 0), 1, squadA) },
	},
	{
		rule: "trauma-kit", says: "clash.trauma-kit.aed",
		broken: func(w *world) { w.fire(at(1, 8, 0), 2, squadA); w.places[field].Kits.AED = 0 },
		near:   func(w *world) { w.fire(at(1, 8, 0), 2, squadA).Block.Ammo = model.Dry; w.places[field].Kits.AED = 0 },
	},
	{
		rule: "trauma-kit", says: "clash.trauma-kit.both",
		broken: func(w *world) { w.fire(at(1, 8, 0), 2, squadA); w.places[field].Kits = model.MedKit{} },
		near:   func(w *world) { w.fire(at(1, 8, 0), 2, squadA) },
	},
	{
		rule: "people-needed",
		broken: func(w *world) {
			w.class(at(1, 8, 0), 2, squadAB).Block.Needs = []model.Need{{Role: model.Lead, Per: 7}}
		},
		near: func(w *world) {
			w.class(at(1, 8, 0), 2, squadAB).Block.Needs = []model.Need{{Role: model.Lead, Per: 8}}
		},
	},
	{
		rule: "people-needed", says: "clash.people-needed.skill",
		broken: func(w *world) {
			w.quals(0, model.SkillRescue)
			w.class(at(1, 8, 0), 2, squadAB).Block.Needs = []model.Need{{Role: model.Lead, Skill: model.SkillTactics, Count: 1}}
		},
		near: func(w *world) {
			w.class(at(1, 8, 0), 2, squadAB).Block.Needs = []model.Need{{Role: model.Lead, Skill: model.SkillTactics, Count: 1}}
		},
	},
	{
		rule: "language-hazard", says: "clash.language",
		broken: func(w *world) { w.people[2].Speaks = []string{"fr"}; w.fire(at(1, 8, 0), 2, squadA) },
		near: func(w *world) {
			w.people[2].Speaks = []string{"fr"}
			w.staff[9].Speaks = []string{"fr", "es"}
			s := w.fire(at(1, 8, 0), 2, squadA)
			s.Staff = append(s.Staff, w.part(9, model.Interpreter))
		},
	},
	{
		rule: "language", says: "clash.language",
		broken: func(w *world) { w.people[2].Speaks = []string{"qu"}; w.class(at(1, 8, 0), 2, squadA) },
		near: func(w *world) {
			w.people[2].Speaks = []string{"fr", "es"}
			w.people[1].Speaks = nil
			w.class(at(1, 8, 0), 2, squadA)
		},
	},
	{
		rule:   "nobody-leads",
		broken: func(w *world) { w.class(at(1, 8, 0), 2, squadA).Staff = nil },
		near:   func(w *world) { s := w.class(at(1, 8, 0), 2, squadA); s.Staff, s.Block.Rest = nil, true },
	},
	{
		rule:   "nobody-takes",
		broken: func(w *world) { w.class(at(1, 8, 0), 2, 0) },
		near:   func(w *world) { w.class(at(1, 8, 0), 2, squadB) },
	},
	{
		rule: "nobody-takes", says: "clash.nobody-takes.ride",
		broken: func(w *world) { w.ride(at(1, 18, 0), 2, model.PatrolRide) },
		near:   func(w *world) { w.ride(at(1, 18, 0), 2, model.PatrolRide, 1) },
	},
}
