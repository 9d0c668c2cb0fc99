package tabtest

import (
	"muster/model"
	"muster/model/rules"
	"muster/model/sample"
)

// Set takes another desk, and tells the tab.
func (h *Host) Set(d *model.Desk) { h.show(d, rules.Ground(d, rules.Options{})) }

func (h *Host) show(d *model.Desk, b *rules.Board) {
	h.desk, h.board = d, b
	if h.Tab != nil {
		h.Tab.Changed()
	}
}

// Hold is a desk with these records and no others.
func (h *Host) Hold(records ...model.Record) {
	var c model.Change
	for _, r := range records {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	h.Set((&model.Desk{}).With(c, 1))
}

// Sample holds the sample as of a day, and takes in hand the first cohort that
// has not ended by then.
func (h *Host) Sample(day model.Date) {
	h.Hold(sample.Make(day, 2013, 0)...)
	for _, c := range h.desk.CohortsByDate() {
		if c.Last >= day {
			h.InHand = c.ID
			return
		}
	}
}

// Name is the name of a record on the desk as sentences use it, or "".
func (h *Host) Name(id model.ID) string {
	d := h.desk
	if s := d.Staff.Get(id); s != nil {
		return s.Label()
	}
	if p := d.Places.Get(id); p != nil {
		return p.Label()
	}
	if p := d.People.Get(id); p != nil {
		return p.FullName()
	}
	if c := d.Cohorts.Get(id); c != nil {
		return c.Code
	}
	if s := d.Sessions.Get(id); s != nil {
		return s.Block.Title.In(h.env.Lang.Tag())
	}
	return ""
}
