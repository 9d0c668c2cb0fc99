package plan

import (
	"encoding/json"
	"fmt"
	"io"

	"muster/model"
)

// Write writes the problem of the cohorts as the desk has it: their sessions,
// and every member of the staff, place, vehicle and kit. Staff are named by
// numbers unless full is asked for; officers never are. The error is w's.
func Write(w io.Writer, d *model.Desk, name string, cohorts []*model.Cohort, full bool) error {
	f := file{Format: Format, Version: version, Name: name, Rules: []model.RuleSetting{}, Wishes: []model.WishSetting{}}
	if s := d.Settings.Rec; s != nil {
		f.Rules = append(f.Rules, s.Rules...)
		f.Wishes = append(f.Wishes, s.Wishes...)
	}
	var err error
	add := func(list *[]json.RawMessage, v any) {
		text, e := json.Marshal(v)
		if e != nil && err == nil {
			err = e
		}
		*list = append(*list, text)
	}
	n := 0
	for s := range d.Staff.All {
		n++
		add(&f.Staff, bare(s, n, full))
	}
	for p := range d.Places.All {
		v := *p
		v.Note = ""
		add(&f.Places, &v)
	}
	for v := range d.Vehicles.All {
		add(&f.Vehicles, v)
	}
	for k := range d.Kits.All {
		add(&f.Kits, k)
	}
	for _, c := range cohorts {
		v, e := anonymous(d, c)
		if e != nil && err == nil {
			err = e
		}
		add(&f.Cohorts, v)
		for _, s := range d.SessionsOf(c.ID) {
			add(&f.Sessions, portable(s))
		}
	}
	if err != nil {
		return err
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(&f)
}

// bare is a member of the staff without ways to reach them and, unless full,
// without a name.
func bare(s *model.Staff, n int, full bool) *model.Staff {
	v := *s
	v.Phone, v.Email, v.Note = "", "", ""
	if !full {
		v.Given, v.Called, v.Rank, v.Family = "", "", "", fmt.Sprintf("T%d", n)
	}
	return &v
}

// portable is a session without what points at records that stay behind.
func portable(s *model.Session) *model.Session {
	v := s.Clone()
	v.Note = ""
	if v.Block.Fire != nil {
		fire := *v.Block.Fire
		fire.Course = model.ID{}
		v.Block.Fire = &fire
	}
	if v.Ride != nil {
		ride := *v.Ride
		ride.Host = model.ID{}
		v.Ride = &ride
	}
	return &v
}

// anonymous is a cohort with its officers by number. Those who are out, and
// those in line for a seat, are no part of the problem.
func anonymous(d *model.Desk, c *model.Cohort) (*cohort, error) {
	list := []officer{}
	for _, s := range c.Holders() {
		o := officer{ID: s.Person, No: s.No, Squad: s.Squad, Arrives: s.Arrives}
		if p := d.People.Get(s.Person); p != nil {
			o.Speaks = p.Speaks
			if p.Vetting.Covers(c.First, c.Last) {
				o.Vetted = p.Vetting.Until
			}
			if p.Papers.Witness != "" {
				o.Waived = p.Papers.Waiver
			}
		}
		list = append(list, o)
	}
	text, err := json.Marshal(list)
	return &cohort{
		ID: c.ID, Code: c.Code, Title: c.Title, Zone: c.Zone, First: c.First, Last: c.Last,
		Squads: c.Squads, Officers: text,
	}, err
}
