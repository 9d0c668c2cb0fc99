package planner_test

import (
	"testing"

	"muster/model"
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
