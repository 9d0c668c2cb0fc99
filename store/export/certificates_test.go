package export

import (
	"bytes"
	"strings"
	"testing"

	"muster/model"
)

func TestCertificatesNameNobodyUnlessInFull(t *testing.T) {
	who := model.ID{1: 1}
	c := &model.Cohort{Code: "MEX-26-1", Seats: []model.Seat{{No: 7, Person: who}}}
	list := []*model.Certificate{
		{ID: model.ID{2: 2}, Person: who, No: "MEX-26-1-002", Kind: model.CompletedCourse, On: 20000, Name: "Itzel Ávila", Rank: "Oficial", Course: model.Text{En: "Tactics"}},
		{ID: model.ID{2: 1}, Person: who, No: "MEX-26-1-001", Kind: model.AttendedCourse, On: 20000, Void: 20001, Name: "Itzel Ávila"},
	}
	for _, full := range []bool{false, true} {
		o := Options{Full: full, Lang: "en", Say: func(m model.Message) string { return m.ID }}
		table := Certificates(c, list, o)
		var b bytes.Buffer
		if err := table.CSV(&b, o); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "Itzel") != full {
			t.Errorf("full %v:\n%s", full, b.String())
		}
		if table.Rows[0].Cells[0].Text != "MEX-26-1-001" || table.Rows[1].Cells[1].Text != "7" {
			t.Errorf("not by number: %v", table.Rows)
		}
		for _, r := range table.Rows {
			if len(r.Cells) != len(table.Columns) {
				t.Errorf("%d cells for %d columns", len(r.Cells), len(table.Columns))
			}
		}
	}
}
