package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"muster/model"
	"muster/model/sample"
)

// ids says a message as its id: the catalogues are not the store's.
func ids(m model.Message) string { return m.ID }

// sampleDesk is the sample programme as a desk, and its running cohort.
func sampleDesk(t *testing.T) (*model.Desk, *model.Cohort) {
	t.Helper()
	today, ok := model.NewDate(2026, 3, 11)
	if !ok {
		t.Fatal("no such day")
	}
	d := &model.Desk{}
	var c model.Change
	for _, r := range sample.Make(today, 1, 50) {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	d = d.With(c, 1)
	for co := range d.Cohorts.All {
		if strings.HasPrefix(co.Code, "MEX-26") {
			return d, co
		}
	}
	t.Fatal("the sample has no running cohort")
	return nil, nil
}

// secrets is everything about the officers that must not be on a lost sheet.
func secrets(d *model.Desk, c *model.Cohort) (out []string) {
	for _, s := range c.Seats {
		p := d.People.Get(s.Person)
		for _, v := range []string{
			p.Family + " " + p.Family2, p.Passport.No, p.NationalID, p.ServiceNo, p.Phone, p.Email, p.Born.String(),
			p.Emergency.Name, p.Emergency.Phone,
		} {
			if len(strings.TrimSpace(v)) > 3 {
				out = append(out, v)
			}
		}
	}
	return out
}

func written(t *testing.T, tb Table, o Options) (sheet, program string) {
	t.Helper()
	var a, b bytes.Buffer
	if err := tb.CSV(&a, o); err != nil {
		t.Fatal(err)
	}
	if err := tb.JSON(&b); err != nil {
		t.Fatal(err)
	}
	return a.String(), b.String()
}

func TestNothingPersonalUnlessInFull(t *testing.T) {
	d, c := sampleDesk(t)
	hidden := secrets(d, c)
	if len(hidden) < 200 {
		t.Fatalf("only %d secrets in the sample", len(hidden))
	}
	for _, full := range []bool{false, true} {
		o := Options{Full: full, Say: ids, Lang: "en"}
		for name, tb := range map[string]Table{
			"roster":   Roster(d, c, d.People.Get, o),
			"schedule": Schedule(d, c, d.SessionsOf(c.ID), o),
		} {
			if len(tb.Rows) < 30 {
				t.Errorf("%s: only %d rows", name, len(tb.Rows))
			}
			a, b := written(t, tb, o)
			found := 0
			for _, s := range hidden {
				if strings.Contains(a, s) || strings.Contains(b, s) {
					found++
					if !full {
						t.Errorf("%s, redacted, tells %q", name, s)
					}
				}
			}
			if full && name == "roster" && found < len(hidden)*8/10 {
				t.Errorf("the roster in full tells only %d of %d things", found, len(hidden))
			}
		}
	}
}

func TestEveryRowHasEveryColumn(t *testing.T) {
	d, c := sampleDesk(t)
	for _, o := range []Options{{Say: ids, Lang: "en"}, {Full: true, Say: ids, Lang: "es", Delimiter: ';'}} {
		for _, tb := range []Table{Roster(d, c, d.People.Get, o), Schedule(d, c, d.SessionsOf(c.ID), o)} {
			for _, r := range tb.Rows {
				if len(r.Cells) != len(tb.Columns) || r.ID.IsZero() {
					t.Fatalf("%d cells under %d headings", len(r.Cells), len(tb.Columns))
				}
			}
			a, b := written(t, tb, o)
			in := csv.NewReader(strings.NewReader(strings.TrimPrefix(a, "\uFEFF")))
			if o.Delimiter != 0 {
				in.Comma = o.Delimiter
			}
			rows, err := in.ReadAll()
			if err != nil || len(rows) != len(tb.Rows)+1 {
				t.Errorf("%d lines of CSV, %v", len(rows), err)
			}
			var list []map[string]any
			if err := json.Unmarshal([]byte(b), &list); err != nil || len(list) != len(tb.Rows) {
				t.Errorf("%d objects, %v", len(list), err)
			}
		}
	}
}

func TestJSONIsTheSameInEveryLanguage(t *testing.T) {
	d, c := sampleDesk(t)
	loud := func(m model.Message) string { return "¡" + m.ID + "!" }
	_, en := written(t, Roster(d, c, d.People.Get, Options{Say: ids, Lang: "en"}), Options{Say: ids})
	_, es := written(t, Roster(d, c, d.People.Get, Options{Say: loud, Lang: "es"}), Options{Say: loud})
	if en != es {
		t.Error("the roster as JSON depends on the language")
	}
}

func TestAnEmptyCohort(t *testing.T) {
	d, _ := sampleDesk(t)
	c := &model.Cohort{}
	o := Options{Say: ids, Lang: "en"}
	for _, tb := range []Table{Roster(d, c, d.People.Get, o), Schedule(d, c, nil, o)} {
		a, b := written(t, tb, o)
		if strings.Count(a, "\n") != 1 || b != "[]\n" {
			t.Errorf("%q %q", a, b)
		}
	}
}

// Whatever a name holds, JSON gives it back, and CSV no formula.
func TestHostileNames(t *testing.T) {
	d, c := sampleDesk(t)
	c = &model.Cohort{Seats: c.Seats[:1]}
	rapid.Check(t, func(t *rapid.T) {
		family := rapid.StringMatching(`[=+@"',;<>& a-zÀ-ÿ\-]{0,20}`).Draw(t, "family")
		p := *d.People.Get(c.Seats[0].Person)
		p.Family = family
		person := func(model.ID) *model.Person { return &p }
		o := Options{Full: true, Say: ids, Lang: "en"}
		tb := Roster(d, c, person, o)
		var a, b bytes.Buffer
		if err := tb.JSON(&b); err != nil {
			t.Fatal(err)
		}
		var list []map[string]any
		if err := json.Unmarshal(b.Bytes(), &list); err != nil {
			t.Fatal(err)
		}
		if got, _ := list[0]["family"].(string); got != family {
			t.Fatalf("%q came back as %q", family, got)
		}
		if err := tb.CSV(&a, o); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(a.String(), "\uFEFF"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range rows[1] {
			if s := strings.TrimLeft(cell, " "); s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
				t.Fatalf("a spreadsheet would compute %q", cell)
			}
		}
	})
}
