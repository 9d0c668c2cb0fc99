package planner_test

import (
	"fmt"
	"testing"

	"muster/model"
	"muster/model/rules"
)

// laid is a desk with the records on it.
func laid(all []model.Record) *model.Desk {
	var c model.Change
	for _, r := range all {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	return (&model.Desk{}).With(c, 1)
}

func date(t testing.TB, s string) model.Date {
	t.Helper()
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func told(d *model.Desk, c rules.Clash) string {
	s := fmt.Sprintf("%s %s hard=%v %v–%v", c.Rule, c.Text.ID, c.Hard, c.At.From, c.At.To)
	for _, id := range c.Sessions {
		x := d.Sessions.Get(id)
		s += fmt.Sprintf(" · %s %v %v", x.Block.Title.En, x.Squads, x.Start)
	}
	for _, a := range c.Text.Args {
		if id, ok := a.Value.(model.ID); ok {
			if st := d.Staff.Get(id); st != nil {
				a.Value = st.Label()
			} else if p := d.Places.Get(id); p != nil {
				a.Value = p.Name
			}
		}
		s += fmt.Sprintf(" %s=%v", a.Name, a.Value)
	}
	return s
}
