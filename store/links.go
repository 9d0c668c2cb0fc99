package store

import "muster/model"

// A link is a field of a record that names another record.
type link struct {
	field string
	to    model.Ref
}

// links are the records that r points at. Each must exist as long as r does.
// A roll and a sheet have the id of their session, and point at it by that. A
// draft holds what its sessions need, but no session: that is still free to go.
func links(r model.Record) []link {
	var ls linked
	switch r := r.(type) {
	case *model.Person:
		ls.add("agency", model.KindAgency, r.Agency)
		ls.add("unit", model.KindUnit, r.Unit)
	case *model.Unit:
		ls.add("agency", model.KindAgency, r.Agency)
		ls.add("parent", model.KindUnit, r.Parent)
	case *model.Course:
		for i := range r.Blocks {
			ls.block(&r.Blocks[i])
		}
	case *model.Cohort:
		ls.add("course", model.KindCourse, r.Course)
		for _, s := range r.Seats {
			ls.add("person", model.KindPerson, s.Person)
		}
	case *model.Place:
		for _, l := range r.Travel {
			ls.add("to", model.KindPlace, l.To)
		}
	case *model.Session:
		ls.session(r)
	case *model.Roll:
		ls.add("id", model.KindSession, r.ID)
		ls.add("cohort", model.KindCohort, r.Cohort)
		for _, m := range r.Marks {
			ls.add("person", model.KindPerson, m.Person)
			ls.add("staff", model.KindStaff, m.Staff)
		}
	case *model.Sheet:
		ls.add("id", model.KindSession, r.ID)
		ls.add("cohort", model.KindCohort, r.Cohort)
		for _, v := range r.Rows {
			ls.add("person", model.KindPerson, v.Person)
			ls.add("by", model.KindStaff, v.By)
		}
	case *model.Certificate:
		ls.add("person", model.KindPerson, r.Person)
		ls.add("cohort", model.KindCohort, r.Cohort)
	case *model.Contact:
		ls.add("person", model.KindPerson, r.Person)
		ls.add("cohort", model.KindCohort, r.Cohort)
		ls.add("settles", model.KindContact, r.Settles)
	case *model.Draft:
		ls.add("cohort", model.KindCohort, r.Cohort)
		for i := range r.Sessions {
			ls.planned(&r.Sessions[i])
		}
	}
	return ls
}

type linked []link

func (ls *linked) add(field string, k model.Kind, id model.ID) {
	if !id.IsZero() {
		*ls = append(*ls, link{field, model.Ref{Kind: k, ID: id}})
	}
}

func (ls *linked) block(b *model.Block) {
	for _, k := range b.Kit {
		ls.add("kit", model.KindKit, k.Kit)
	}
	if b.Fire != nil {
		ls.add("fire", model.KindFireCourse, b.Fire.Course)
		ls.add("ammunition", model.KindKit, b.Fire.Ammunition)
	}
}

func (ls *linked) session(s *model.Session) {
	ls.planned(s)
	ls.add("again", model.KindSession, s.Again)
}

// planned is all a session points at but another session.
func (ls *linked) planned(s *model.Session) {
	ls.block(&s.Block)
	ls.add("cohort", model.KindCohort, s.Cohort)
	ls.add("place", model.KindPlace, s.Place)
	for _, p := range s.Staff {
		ls.add("staff", model.KindStaff, p.Staff)
	}
	for _, v := range s.Cars {
		ls.add("cars", model.KindVehicle, v)
	}
	if s.Ride != nil {
		ls.add("host", model.KindAgency, s.Ride.Host)
		for _, v := range s.Ride.Riders {
			ls.add("riders", model.KindPerson, v.Person)
			ls.add("host", model.KindStaff, v.Host)
		}
	}
	for _, id := range s.Only {
		ls.add("only", model.KindPerson, id)
	}
	if s.Circuit != nil {
		for _, p := range s.Circuit.Stations {
			ls.add("circuit", model.KindVehicle, p.Vehicle)
			ls.add("circuit", model.KindStaff, p.Lead)
			ls.add("circuit", model.KindStaff, p.Safety)
		}
	}
}
