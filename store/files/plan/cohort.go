package plan

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"muster/model"
)

// cohort reads a cohort, with a person for each officer and a unit for those
// who are vetted.
func (b *book) cohort(list string, n int, text json.RawMessage) error {
	var v cohort
	if err := b.decode(text, &v); err != nil {
		return fault(list, n, err)
	}
	if _, err := time.LoadLocation(v.Zone); err != nil || v.Zone == "Local" {
		return &Fault{List: list, N: n, What: model.Say("planfile.zone", "list", list, "n", n, "value", model.Clean(v.Zone))}
	}
	officers, err := b.officers(&v)
	if err != nil {
		return fault(list, n, err)
	}
	c := model.Cohort{
		ID: v.ID, Code: v.Code, Title: v.Title, Zone: v.Zone, First: v.First, Last: v.Last,
		Squads: v.Squads, Places: len(officers),
	}
	var agency, unit model.ID
	for _, o := range officers {
		if o.Vetted.IsZero() {
			continue
		}
		if unit.IsZero() {
			agency, unit = b.id("agency of "+v.ID.String()), b.id("unit of "+v.ID.String())
			approved := model.Vetting{State: model.VettingApproved, Until: o.Vetted}
			for _, r := range []model.Record{
				&model.Agency{ID: agency, Name: v.Code},
				&model.Unit{ID: unit, Agency: agency, Name: v.Code, Vetting: approved},
			} {
				if err := b.take(list, n, r); err != nil {
					return err
				}
			}
		}
	}
	for i, o := range officers {
		number := o.No
		if number == 0 {
			number = i + 1
		}
		p := model.Person{ID: o.ID, Family: fmt.Sprintf("%s-%02d", v.Code, number), Speaks: o.Speaks}
		if !o.Vetted.IsZero() {
			p.Agency, p.Unit = agency, unit
			p.Vetting = model.Vetting{State: model.VettingApproved, Until: o.Vetted}
		}
		if !o.Waived.IsZero() {
			p.Papers.Waiver, p.Papers.Witness = o.Waived, v.Code
		}
		if err := b.take(list, n, &p); err != nil {
			return err
		}
		c.Seats = append(c.Seats, model.Seat{
			No: o.No, Person: o.ID, Squad: o.Squad, Arrives: o.Arrives,
		})
	}
	if err := b.take(list, n, &c); err != nil {
		return err
	}
	b.cohorts[c.ID] = &c
	return nil
}

// maxNo is the largest class number.
const maxNo = 9999

// officers are a cohort's: those listed, or as many as it says.
func (b *book) officers(v *cohort) ([]officer, error) {
	var many int
	if len(v.Officers) == 0 {
		return nil, nil
	}
	if json.Unmarshal(v.Officers, &many) != nil {
		var list []officer
		err := b.decode(v.Officers, &list)
		var m *misfit
		switch {
		case errors.As(err, &m) && m.field == "":
			return nil, &misfit{"officers", "officers"}
		case errors.As(err, &m):
			return nil, m.in("officers")
		}
		numbered := slices.ContainsFunc(list, func(o officer) bool { return o.No != 0 })
		for i := range list {
			if !numbered && i < maxNo {
				list[i].No = i + 1
			}
		}
		return list, err
	}
	if many < 0 || many > model.MaxSeats {
		return nil, model.Problems{model.Wrong("officers", "model.out-of-range", "value", many, "min", 0, "max", model.MaxSeats)}
	}
	list := make([]officer, many)
	for i := range list {
		o := officer{ID: b.id(fmt.Sprintf("officer %d of %s", i+1, v.ID)), Vetted: v.Last}
		if i < maxNo {
			o.No = i + 1
		}
		if v.Squads > 0 {
			o.Squad = model.Squad(1 + i*v.Squads/many)
		}
		list[i] = o
	}
	return list, nil
}
