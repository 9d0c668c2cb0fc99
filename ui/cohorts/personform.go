package cohorts

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/geo"
	"muster/ui/kit"
)

// makeNew stands for "a new one" among agencies and units; no record has it.
var makeNew = model.ID{0: 0xff, 15: 0xff}

// personForm is everything about a person, in sections.
type personForm struct {
	t    *Tab
	was  model.Person
	seat model.Seat

	given, family, family2, native, called   *kit.ValueField[string]
	sex                                      *kit.ChoiceField[model.Sex]
	born                                     *kit.ValueField[model.Date]
	birthplace                               *kit.ValueField[string]
	nationality                              *kit.ChoiceField[string]
	rank, position                           *kit.ValueField[string]
	country, region                          *kit.ChoiceField[string]
	agency, unit                             *kit.ChoiceField[model.ID]
	agencyName, unitName                     *kit.ValueField[string]
	speaks                                   *kit.ManyField[string]
	passport                                 *kit.ValueField[string]
	passportCountry                          *kit.ChoiceField[string]
	passportExpires                          *kit.ValueField[model.Date]
	nationalID, serviceNo                    *kit.ValueField[string]
	vetting                                  *vettingFields
	papers                                   []*kit.ValueField[model.Date]
	witness                                  *kit.ValueField[string]
	eName, ePhone, eRelation, blood, allergy *kit.ValueField[string]
	medical, phone, email, sizes             *kit.ValueField[string]
	ways                                     []*wayFields
	standing                                 *kit.ChoiceField[model.Standing]
	no                                       *kit.ValueField[int]
	seatNote, note                           *kit.NoteField

	made   *model.Person
	others []model.Record // a new agency, a new unit
}

func newPersonForm(t *Tab, p model.Person, s model.Seat) *personForm {
	e, today := t.env(), t.h.Today()
	line := func(name, v string, limit int) *kit.ValueField[string] { return kit.NewText(name, v).Limit(limit) }
	f := &personForm{
		t: t, was: p, seat: s,
		given: line("given", p.Given, model.MaxName), family: line("family", p.Family, model.MaxName),
		family2: line("family2", p.Family2, model.MaxName), native: line("native", p.Native, model.MaxName),
		called:     line("called", p.Called, model.MaxName),
		sex:        kit.NewChoice("sex", p.Sex, sexes(e)),
		born:       kit.NewDate("born", p.Born, today, true),
		birthplace: line("birthplace", p.Birthplace, model.MaxLine),
		rank:       line("rank", p.Rank, model.MaxName), position: line("position", p.Position, model.MaxName),
		agencyName: line("agencyName", "", model.MaxLine), unitName: line("unitName", "", model.MaxLine),
		passport:        line("passport", p.Passport.No, model.MaxShort),
		passportExpires: kit.NewDate("passportExpires", p.Passport.Expires, today, true),
		nationalID:      line("nationalId", p.NationalID, model.MaxShort),
		serviceNo:       line("serviceNo", p.ServiceNo, model.MaxShort),
		vetting:         newVettingFields(e, p.Vetting, today),
		eName:           line("emergencyName", p.Emergency.Name, model.MaxName),
		ePhone:          line("emergencyPhone", p.Emergency.Phone, model.MaxName),
		eRelation:       line("emergencyRelation", p.Emergency.Relation, model.MaxName),
		blood:           line("blood", p.Emergency.Blood, 8), allergy: line("allergies", p.Emergency.Allergies, model.MaxLine),
		medical: line("medical", p.Emergency.Medical, model.MaxLine),
		phone:   line("phone", p.Phone, model.MaxName), email: line("email", p.Email, model.MaxLine),
		sizes: line("sizes", p.Sizes, model.MaxLine),
		no:    kit.NewNumber("no", s.No, 0, 9999, model.Message{}),
		note:  kit.NewNote("note", p.Note), seatNote: kit.NewNote("seatNote", s.Note),
		speaks: kit.NewMany("speaks", tongues(e, p.Speaks)),
		ways:   newWays(e, p.Ways, today), standing: kit.NewChoice("standing", p.Standing, standings(e)),
		witness: line("witness", p.Papers.Witness, model.MaxName),
	}
	f.witness.Hint = model.Say("cohorts.form.witness")
	all := countries(e)
	f.nationality = kit.NewChoice("nationality", p.Nationality, keeping(all, p.Nationality))
	f.passportCountry = kit.NewChoice("passportCountry", p.Passport.Country, keeping(all, p.Passport.Country))
	f.country = kit.NewChoice("country", p.Country, keeping(all, p.Country))
	f.region = kit.NewChoice("region", p.Region, keeping(regions(e, p.Country), p.Region))
	f.country.Changed = func(c string) { f.region.Offer(regions(e, c)) }
	f.agency = kit.NewChoice("agency", p.Agency, f.agencies())
	f.unit = kit.NewChoice("unit", p.Unit, f.units(p.Agency))
	f.agency.Changed = func(id model.ID) { f.unit.Offer(f.units(id)) }
	f.agencyName.Label, f.unitName.Label = model.Say("cohorts.form.agency-name"), model.Say("cohorts.form.unit-name")
	f.agencyName.Hidden = func() bool { return f.agency.Value() != makeNew }
	f.unitName.Hidden = func() bool { return f.unit.Value() != makeNew }
	f.unit.Hidden = func() bool { return f.agency.Value().IsZero() }
	f.seatNote.Label, f.seatNote.Lines, f.note.Lines = model.Say("cohorts.form.seat-note"), 2, 3
	for _, x := range papers() {
		d := kit.NewDate("paper-"+x.id, *x.at(&p.Papers), today, true)
		d.Label = x.label()
		f.papers = append(f.papers, d)
	}
	return f
}

func (f *personForm) fields() []kit.Field {
	head := func(id string) kit.Field { return kit.NewHeading(model.Say("cohorts.form." + id)) }
	out := []kit.Field{
		head("name"), f.given, f.family, f.family2, f.native, f.called, f.sex, f.born, f.birthplace, f.nationality,
		head("service"), f.rank, f.position, f.country, f.region, f.agency, f.agencyName, f.unit, f.unitName, f.speaks,
		head("documents"), f.passport, f.passportCountry, f.passportExpires, f.nationalID, f.serviceNo,
		head("vetting"),
	}
	out = append(out, f.vetting.fields()...)
	out = append(out, head("papers"))
	for i, d := range f.papers {
		out = append(out, d)
		if papers()[i].id == "waiver" {
			out = append(out, f.witness)
		}
	}
	out = append(out,
		head("emergency"), f.eName, f.ePhone, f.eRelation, f.blood, f.allergy, f.medical,
		head("contact"), f.phone, f.email, f.standing, f.sizes, f.note, head("ways"))
	for _, w := range f.ways {
		out = append(out, w.fields()...)
	}
	return append(out, head("seat"), f.no, f.seatNote)
}

// read builds the record from the fields, and an agency and a unit that are
// new.
func (f *personForm) read() error {
	p := f.was
	f.others = nil
	agency, err := f.newAgency()
	if err != nil {
		return err
	}
	unit, err := f.newUnit(agency)
	if err != nil {
		return err
	}
	p.Given, p.Family, p.Family2 = f.given.Value(), f.family.Value(), f.family2.Value()
	p.Native, p.Called = f.native.Value(), f.called.Value()
	p.Sex, p.Born, p.Birthplace, p.Nationality = f.sex.Value(), f.born.Value(), f.birthplace.Value(), f.nationality.Value()
	p.Rank, p.Position, p.Country, p.Region = f.rank.Value(), f.position.Value(), f.country.Value(), f.region.Value()
	p.Agency, p.Unit, p.Speaks = agency, unit, f.speaks.Value()
	p.Passport = model.Passport{No: f.passport.Value(), Country: f.passportCountry.Value(), Expires: f.passportExpires.Value()}
	p.NationalID, p.ServiceNo = f.nationalID.Value(), f.serviceNo.Value()
	p.Vetting = f.vetting.value()
	for i, x := range papers() {
		*x.at(&p.Papers) = f.papers[i].Value()
	}
	p.Papers.Witness, p.Ways, p.Standing = f.witness.Value(), waysOf(f.ways), f.standing.Value()
	p.Emergency = model.Emergency{
		Name: f.eName.Value(), Phone: f.ePhone.Value(), Relation: f.eRelation.Value(),
		Blood: f.blood.Value(), Allergies: f.allergy.Value(), Medical: f.medical.Value(),
	}
	p.Phone, p.Email, p.Sizes, p.Note = f.phone.Value(), f.email.Value(), f.sizes.Value(), f.note.Value()
	f.made, err = model.NewPerson(p)
	return err
}

func (f *personForm) newAgency() (model.ID, error) {
	if id := f.agency.Value(); id != makeNew {
		return id, nil
	}
	rec, err := model.NewAgency(model.Agency{ID: f.t.h.NewID(), Name: f.agencyName.Value(), Country: f.country.Value()})
	if err != nil {
		return model.ID{}, rename(err, "name", "agencyName")
	}
	f.others = append(f.others, rec)
	return rec.ID, nil
}

func (f *personForm) newUnit(agency model.ID) (model.ID, error) {
	switch id := f.unit.Value(); {
	case agency.IsZero():
		return model.ID{}, nil
	case id != makeNew:
		if u := f.t.desk().Units.Get(id); u != nil && u.Agency == agency {
			return id, nil
		}
		return model.ID{}, nil
	}
	rec, err := model.NewUnit(model.Unit{ID: f.t.h.NewID(), Agency: agency, Name: f.unitName.Value(), Region: f.region.Value()})
	if err != nil {
		return model.ID{}, rename(err, "name", "unitName")
	}
	f.others = append(f.others, rec)
	return rec.ID, nil
}

// rename moves problems of one field to the field of the form that asks for
// it.
func rename(err error, from, to string) error {
	var ps model.Problems
	if !errors.As(err, &ps) {
		return err
	}
	out := make(model.Problems, len(ps))
	for i, p := range ps {
		q := *p
		if q.Field == from {
			q.Field = to
		}
		out[i] = &q
	}
	return out
}

func (f *personForm) agencies() []kit.Option[model.ID] {
	e := f.t.env()
	var out []kit.Option[model.ID]
	for a := range f.t.desk().Agencies.All {
		out = append(out, kit.Option[model.ID]{Value: a.ID, Label: a.Label(), Note: a.Country})
	}
	sortOptions(out)
	return append([]kit.Option[model.ID]{
		{Label: e.T("cohorts.form.no-agency")}, {Value: makeNew, Label: e.T("cohorts.form.new-agency")},
	}, out...)
}

func (f *personForm) units(agency model.ID) []kit.Option[model.ID] {
	e := f.t.env()
	var out []kit.Option[model.ID]
	for u := range f.t.desk().Units.All {
		if u.Agency == agency {
			out = append(out, kit.Option[model.ID]{Value: u.ID, Label: u.Name})
		}
	}
	sortOptions(out)
	return append([]kit.Option[model.ID]{
		{Label: e.T("cohorts.form.no-unit")}, {Value: makeNew, Label: e.T("cohorts.form.new-unit")},
	}, out...)
}

// keeping is the options with the value among them, also when our tables do
// not know it: a form must not lose what it cannot name.
func keeping(options []kit.Option[string], value string) []kit.Option[string] {
	if slices.ContainsFunc(options, func(o kit.Option[string]) bool { return o.Value == value }) {
		return options
	}
	return append(slices.Clone(options), kit.Option[string]{Value: value, Label: value})
}

func sexes(e *kit.Env) []kit.Option[model.Sex] {
	var out []kit.Option[model.Sex]
	for _, s := range []model.Sex{"", model.Female, model.Male, model.Other} {
		out = append(out, kit.Option[model.Sex]{Value: s, Label: e.T("word.sex." + string(s))})
	}
	return out
}

func regions(e *kit.Env, country string) []kit.Option[string] {
	out := []kit.Option[string]{{Label: e.T("cohorts.form.no-region")}}
	if country == "" {
		return out
	}
	for _, r := range geo.Regions(country) {
		out = append(out, kit.Option[string]{Value: r.Code, Label: r.Name, Note: r.Code})
	}
	return out
}

// tongues are the languages to tick, those already spoken first and in their
// order.
func tongues(e *kit.Env, speaks []string) []kit.Option[string] {
	var out []kit.Option[string]
	for _, l := range speaks {
		label := l
		if e.Lang.Has("word.lang." + l) {
			label = e.T("word.lang." + l)
		}
		out = append(out, kit.Option[string]{Value: l, Label: label, On: true})
	}
	for _, l := range model.Languages {
		if !slices.Contains(speaks, l) {
			out = append(out, kit.Option[string]{Value: l, Label: e.T("word.lang." + l)})
		}
	}
	return out
}

// editPerson opens everything about the person under the cursor.
func (t *Tab) editPerson() tea.Cmd {
	r := t.current()
	if r == nil || r.person == nil {
		return nil
	}
	was, seat := r.person, r.seat
	f, held := newPersonForm(t, *was, seat), t.hold(was)
	t.openPersonForm(f, model.Say("cohorts.form.person", "who", was.FullName()), func() tea.Cmd {
		c := model.Change{Act: model.Say("cohorts.act.person", "person", f.made.ID)}
		for _, rec := range f.others {
			c.Puts = append(c.Puts, t.desk().Put(rec))
		}
		if !samePerson(f.made, was) {
			c.Puts = append(c.Puts, held(f.made))
		}
		next, err := f.reseated()
		if err != nil {
			return t.h.Fail(err)
		}
		if next != nil {
			c.Puts = append(c.Puts, t.desk().Put(next))
		}
		return t.commit(c, model.Say("cohorts.person.saved", "who", f.made.FullName()))
	})
	return nil
}

// reseated is the cohort with the seat's number and note as filled in, nil
// when they stayed.
func (f *personForm) reseated() (*model.Cohort, error) {
	c := f.t.cohort
	if f.no.Value() == f.seat.No && f.seatNote.Value() == f.seat.Note {
		return nil, nil
	}
	next := *c
	next.Seats = slices.Clone(c.Seats)
	for i := range next.Seats {
		if s := &next.Seats[i]; s.Person == f.was.ID {
			s.No, s.Note = f.no.Value(), f.seatNote.Value()
		}
	}
	return model.NewCohort(next)
}

// addPerson enters somebody by hand and seats them.
func (t *Tab) addPerson() tea.Cmd {
	c := t.cohort
	p := model.Person{ID: t.h.NewID(), Country: c.Country, Nationality: c.Country}
	seat := model.Seat{Person: p.ID, Stage: model.Nominated, Since: t.h.Today()}
	if c.Places > 0 && len(c.Holders()) >= c.Places {
		for _, s := range c.Seats {
			seat.Alternate = max(seat.Alternate, s.Alternate)
		}
		seat.Alternate++
	} else {
		seat.No = freeNo(c.Seats)
	}
	f := newPersonForm(t, p, seat)
	t.openPersonForm(f, model.Say("cohorts.form.add", "cohort", c.Code), func() tea.Cmd {
		seat.No, seat.Note = f.no.Value(), f.seatNote.Value()
		add := model.Say("cohorts.act.add", "person", f.made.ID, "cohort", c.Code)
		cmd := t.reseat(add, model.Say("cohorts.person.added", "who", f.made.FullName()),
			func(seats []model.Seat) []model.Seat { return append(seats, seat) },
			append(f.others, f.made)...)
		t.Changed()
		t.roll.Select(f.made.ID)
		return cmd
	})
	return nil
}

func (t *Tab) openPersonForm(f *personForm, title model.Message, done func() tea.Cmd) {
	form := kit.NewForm(t.h.Dialogs(), title, f.fields()...)
	form.Check = f.read
	kit.Open(t.h.Dialogs(), form, func(*kit.Form) tea.Cmd { return done() })
}
