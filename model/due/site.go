package due

import (
	"muster/model"
	"muster/model/rules"
)

// sites: places where something dangerous is to be done, without a safety
// plan. A place is told once, with the first session there. What is taught in a
// classroom without a weapon, such as how to dress a wound, is not dangerous.
func (r *reader) sites() {
	s, on := r.on("site-plan")
	if !on {
		return
	}
	type use struct {
		c *course
		x *model.Session
	}
	first := map[model.ID]use{}
	for i := range r.courses {
		c := &r.courses[i]
		for _, x := range c.sessions {
			if x.Place.IsZero() || !x.Placed() || x.Off != nil || x.Span().To.Minute() <= c.now || !rules.Hazardous(&x.Block) {
				continue
			}
			p := r.d.Places.Get(x.Place)
			if p == nil || !p.Plan.IsZero() && p.Plan <= x.Start.Date() || p.Kind == model.Classroom && x.Block.Ammo == model.NoAmmo {
				continue
			}
			if had, there := first[p.ID]; !there || x.Start < had.x.Start || x.Start == had.x.Start && x.ID.Compare(had.x.ID) < 0 {
				first[p.ID] = use{c, x}
			}
		}
	}
	for p := range r.d.Places.All {
		u, there := first[p.ID]
		if !there {
			continue
		}
		r.add(u.c.today, Item{
			Rule: "site-plan", Hard: s.hard, When: max(u.x.Start.Date(), u.c.today), Cohort: u.c.ID,
			Ref: model.RefOf(p), Sessions: []model.ID{u.x.ID},
			Text: model.Say("due.site-plan", "place", p.ID, "session", u.x.ID, "at", u.x.Start),
		})
	}
}
