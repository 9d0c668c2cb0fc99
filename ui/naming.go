package ui

import "muster/model"

// namer gives the names of records on the desk, and of those that went from it
// a while ago, as sentences use them; "" for others. Work off the event loop
// may use it too.
func (a *App) namer(lang string) func(model.ID) string {
	return func(id model.ID) string {
		if name := NameOn(a.names.Load(), lang, id); name != "" {
			return name
		}
		if d, ok := a.gone.Load(id); ok {
			return NameOn(d.(*model.Desk), lang, id)
		}
		if x := a.everybody.Load(); x != nil {
			if e, ok := x.Get(id); ok {
				return e.Name
			}
		}
		return ""
	}
}

// NameOn is the name of a record as sentences use it, in the language, or ""
// when the desk does not hold it.
func NameOn(d *model.Desk, lang string, id model.ID) string {
	if s := d.Staff.Get(id); s != nil {
		return s.Label()
	}
	if p := d.Places.Get(id); p != nil {
		return p.Label()
	}
	if s := d.Sessions.Get(id); s != nil {
		name := s.Block.Title.In(lang)
		if s.Squads != 0 {
			if c := d.Cohorts.Get(s.Cohort); c != nil && c.Squads > 1 && s.Squads != c.SquadSet() {
				name += " " + s.Squads.String()
			}
		}
		return name
	}
	if p := d.People.Get(id); p != nil {
		return p.FullName()
	}
	if c := d.Cohorts.Get(id); c != nil {
		return c.Code
	}
	if v := d.Vehicles.Get(id); v != nil {
		return v.Name
	}
	if k := d.Kits.Get(id); k != nil {
		return k.Name.In(lang)
	}
	if g := d.Agencies.Get(id); g != nil {
		return g.Label()
	}
	if u := d.Units.Get(id); u != nil {
		return u.Name
	}
	if c := d.Courses.Get(id); c != nil {
		return c.Title.In(lang)
	}
	if f := d.FireCourses.Get(id); f != nil {
		return f.Title.In(lang)
	}
	if c := d.Certificates.Get(id); c != nil {
		return c.No
	}
	if v := d.Drafts.Get(id); v != nil {
		return v.Title
	}
	if c := d.Contacts.Get(id); c != nil {
		return NameOn(d, lang, c.Person)
	}
	return ""
}
