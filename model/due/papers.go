package due

import (
	"slices"

	"muster/model"
)

// papers looks at what everybody who holds a seat must have in hand.
func (r *reader) papers(c *course) {
	var f file
	for i := range c.Seats {
		s := &c.Seats[i]
		if s.Alternate > 0 || s.Stage.Out() {
			continue
		}
		if p := r.d.People.Get(s.Person); p != nil {
			f.read(r, c, p)
		}
	}
	r.vetting(c, &f)
	r.passports(c, &f)
	r.missing(c, "documents", f.documents, f.lacks())
	r.missing(c, "insurance", f.insurance, nil)
	r.cards(c, f.cards)
}

// A file is what is missing, by who lacks it.
type file struct {
	unsent    []model.ID // to the vetting office
	units     []model.ID // of theirs, not submitted either
	ending    []ending   // vettings that end during the course
	stale     []model.ID // approved too long ago
	passports []model.ID
	expires   model.Date // the first of them
	documents []model.ID
	lack      [4]bool // form, passport, photo, passport's number and last day
	insurance []model.ID
	cards     []model.ID
}

// An ending is a vetting that ends during the course.
type ending struct {
	person model.ID
	until  model.Date
}

func (f *file) read(r *reader, c *course, p *model.Person) {
	switch v := &p.Vetting; {
	case v.State == model.NotVetted:
		f.unsent = append(f.unsent, p.ID)
	case v.State != model.VettingApproved:
	case v.Until >= c.First && v.Until < c.Last:
		f.ending = append(f.ending, ending{p.ID, v.Until})
	case !v.Decided.IsZero() && v.Decided.Days(r.settings["re-vet"].value) < c.First:
		f.stale = append(f.stale, p.ID)
	}
	if !p.Unit.IsZero() && !slices.Contains(f.units, p.Unit) {
		f.units = append(f.units, p.Unit)
	}
	if e := p.Passport.Expires; !e.IsZero() && e < c.Last.Months(r.settings["passport"].value) {
		f.passports = append(f.passports, p.ID)
		if f.expires.IsZero() || e < f.expires {
			f.expires = e
		}
	}
	papers := &p.Papers
	lack := [4]bool{papers.Form.IsZero(), papers.Passport.IsZero(), papers.Photo.IsZero(), p.Passport.No == "" || p.Passport.Expires.IsZero()}
	if lack != [4]bool{} {
		f.documents = append(f.documents, p.ID)
		for i := range lack {
			f.lack[i] = f.lack[i] || lack[i]
		}
	}
	if papers.Insurance.IsZero() {
		f.insurance = append(f.insurance, p.ID)
	}
	if !p.Emergency.Complete() {
		f.cards = append(f.cards, p.ID)
	}
}

func (f *file) lacks() []model.Message {
	var out []model.Message
	for i, id := range [...]string{"form", "passport", "photo", "expires"} {
		if f.lack[i] {
			out = append(out, model.Say("due.documents."+id))
		}
	}
	return out
}

// people is an item about people of a cohort.
func (r *reader) people(c *course, rule string, hard bool, day model.Date, people []model.ID, text model.Message) {
	ref := model.Ref{Kind: model.KindCohort, ID: c.ID}
	if len(people) == 1 {
		ref = model.Ref{Kind: model.KindPerson, ID: people[0]}
	}
	r.add(c.today, Item{Rule: rule, Hard: hard, When: day, Cohort: c.ID, Ref: ref, People: people, Text: text})
}

// passports that end too early for the stay. It is so from the start.
func (r *reader) passports(c *course, f *file) {
	s, on := r.on("passport")
	if !on || len(f.passports) == 0 {
		return
	}
	r.people(c, "passport", s.hard, max(c.First, c.today), f.passports, model.Say("due.passport", "who", who(f.passports),
		"n", len(f.passports), "date", f.expires, "need", c.Last.Months(s.value), "cohort", c.Code))
}

// missing: papers due some days before the first day.
func (r *reader) missing(c *course, rule string, people []model.ID, what []model.Message) {
	s, on := r.on(rule)
	due := c.First.Days(-s.value)
	if !on || len(people) == 0 || !r.soon(c, due) {
		return
	}
	r.people(c, rule, s.hard && c.today > due, due, people, model.Say("due."+rule, "who", who(people), "n", len(people),
		"what", what, "date", due, "when", when(due, c.today), "cohort", c.Code))
}

// cards: the emergency cards, before the first day.
func (r *reader) cards(c *course, people []model.ID) {
	s, on := r.on("emergency-card")
	if !on || len(people) == 0 || !r.soon(c, c.First) {
		return
	}
	r.people(c, "emergency-card", s.hard && c.today >= c.First, c.First, people, model.Say("due.emergency-card",
		"who", who(people), "n", len(people), "date", c.First, "when", when(c.First, c.today), "cohort", c.Code))
}
