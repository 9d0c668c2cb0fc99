package plan

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"muster/model"
	"muster/model/sample"
)

func desk(t *testing.T, records []model.Record) *model.Desk {
	t.Helper()
	var c model.Change
	for _, r := range records {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	return new(model.Desk).With(c, 1)
}

func today(t *testing.T) model.Date {
	t.Helper()
	d, err := model.ParseDate("2026-03-02")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func written(t *testing.T, d *model.Desk, full bool) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, "sample", d.CohortsByDate(), full); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func change(t *testing.T, d *model.Desk, text string) (model.Change, Count) {
	t.Helper()
	p, err := Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c, n, err := p.Change(d, model.Say("act"))
	if err != nil {
		t.Fatal(err)
	}
	return c, n
}

func TestAPlanThatComesBackUnchangedChangesNothing(t *testing.T) {
	d := desk(t, sample.Make(today(t), 1, 40))
	c, n := change(t, d, written(t, d, false))
	for _, p := range c.Puts {
		if _, ok := p.Record.(*model.Session); ok {
			t.Errorf("session %s is changed", p.Record.RecordID())
		}
	}
	if n.Changed != 0 || n.Left == 0 {
		t.Errorf("%+v", n)
	}
}

func TestAPlanGoesIntoAnEmptyDeskWhole(t *testing.T) {
	d := desk(t, sample.Make(today(t), 1, 40))
	text := written(t, d, true)
	c, n := change(t, new(model.Desk), text)
	e := new(model.Desk).With(c, 1)
	if n.Added != n.Records || e.Sessions.Len() != d.Sessions.Len() || e.Staff.Len() != d.Staff.Len() {
		t.Fatalf("%+v: %d sessions of %d", n, e.Sessions.Len(), d.Sessions.Len())
	}
	for s := range d.Sessions.All {
		o := e.Sessions.Get(s.ID)
		if o.Start != s.Start || o.Place != s.Place || len(o.Staff) != len(s.Staff) || o.Squads != s.Squads {
			t.Errorf("session %s differs", s.ID)
		}
	}
	if again := written(t, e, true); again != text {
		t.Error("written again, it differs")
	}
}

func TestOfASessionOnlyWhatWasDecidedIsTaken(t *testing.T) {
	d := desk(t, sample.Make(today(t), 1, 40))
	var moved *model.Session
	for s := range d.Sessions.All {
		if s.Placed() && s.Block.Fire != nil && !s.Block.Fire.Course.IsZero() {
			moved = s
		}
	}
	if moved == nil {
		t.Fatal("nothing shot in the sample")
	}
	e := d.With(model.Change{Puts: []model.Put{d.Put(func() *model.Session { v := moved.Clone(); v.Start += 4; return &v }())}}, 2)
	c, n := change(t, d, written(t, e, false))
	if n.Changed != 1 {
		t.Fatalf("%+v", n)
	}
	got := c.Puts[len(c.Puts)-1].Record.(*model.Session)
	if got.Start != moved.Start+4 || got.Block.Fire.Course != moved.Block.Fire.Course || got.Note != moved.Note {
		t.Errorf("taken over: %+v", got)
	}
}

func TestNobodyIsNamed(t *testing.T) {
	d := desk(t, sample.Make(today(t), 1, 40))
	plain := written(t, d, false)
	for p := range d.People.All {
		for _, secret := range []string{p.Family, p.Passport.No, p.Phone} {
			if len(secret) > 4 && strings.Contains(plain, `"`+secret+`"`) {
				t.Fatalf("an officer's data in the file")
			}
		}
	}
	for s := range d.Staff.All {
		if s.Family != "" && strings.Contains(plain, `"`+s.Family+`"`) {
			t.Fatal("staff named without being asked for")
		}
	}
}

const small = `{"format":"muster-plan","version":1,"name":"x",
"staff":[{"id":"T1","family":"T1","quals":[{"skill":"firearms"}]}],
"places":[{"id":"R","name":"Range","kind":"range","lanes":12}],
"cohorts":[{"id":"C","code":"X-1","zone":"UTC","first":"2026-05-11","last":"2026-05-22","squads":2,"officers":10}],
"sessions":[{"id":"S","cohort":"C","squads":["A","B"],"block":{"key":1,"kind":"C","title":{"en":"Opening"},"length":4},"staff":[{"staff":"T1","role":"lead"}],"place":"R"}]}`

func TestIdsMayBeAnyText(t *testing.T) {
	c, n := change(t, new(model.Desk), small)
	d := new(model.Desk).With(c, 1)
	if n.Added != len(c.Puts) || d.Cohorts.Len() != 1 {
		t.Fatalf("%+v", n)
	}
	for s := range d.Sessions.All {
		if d.Places.Get(s.Place) == nil || d.Staff.Get(s.Staff[0].Staff) == nil || d.Cohorts.Get(s.Cohort) == nil {
			t.Error("what it points at is not there")
		}
	}
	for co := range d.Cohorts.All {
		if co.Strength(model.SquadsOf(1)) != 5 || co.Strength(co.SquadSet()) != 10 {
			t.Error("officers are not dealt over the squads")
		}
	}
	if _, again := change(t, d, small); again.Added != 0 {
		t.Errorf("read again: %+v", again)
	}
}

func TestFaultsNameThePlace(t *testing.T) {
	for text, want := range map[string]Fault{
		"{":                   {Line: 1},
		`{"format":"muster"}`: {},
		strings.Replace(small, `"lanes"`, `"lances"`, 1):            {List: "places", N: 1},
		strings.Replace(small, `"id":"T1"`, `"id":"R"`, 1):          {List: "places", N: 1},
		strings.Replace(small, `"length":4`, `"length":4000`, 1):    {List: "sessions", N: 1},
		strings.Replace(small, `"officers":10`, `"officers":-1`, 1): {List: "cohorts", N: 1},
		strings.Replace(small, `"version":1`, `"version":9`, 1):     {},
		small + small: {},
		strings.Replace(small, "Opening", "Ap\xe9rtura", 1):                                            {},
		strings.Replace(small, `"name":"x"`, `"name":"x","foo":1`, 1):                                  {},
		strings.Replace(small, `"sessions":[`, `"sessions":["x",`, 1):                                  {List: "sessions", N: 1},
		strings.Replace(small, `"squads":["A","B"]`, `"squads":["C"]`, 1):                              {List: "sessions", N: 1},
		strings.Replace(small, `"zone":"UTC"`, `"zone":"Mars/Base"`, 1):                                {List: "cohorts", N: 1},
		strings.Replace(small, `"officers":10`, `"officers":"ten"`, 1):                                 {List: "cohorts", N: 1},
		strings.Replace(small, `"staff":`, `"rules":[{"rule":"lunhc"}],"staff":`, 1):                   {List: "rules", N: 1},
		strings.Replace(small, `"staff":`, `"rules":[{"rule":"*","hard":true}],"staff":`, 1):           {List: "rules", N: 1},
		strings.Replace(small, `"staff":`, `"rules":[{"rule":"rest-least","value":400}],"staff":`, 1):  {List: "rules", N: 1},
		strings.Replace(small, `"staff":`, `"wishes":[{"id":"gaps","step":2},{"id":"x"}],"staff":`, 1): {List: "wishes", N: 2},
	} {
		_, err := Read(strings.NewReader(text))
		var f *Fault
		if !errors.As(err, &f) || f.List != want.List || f.N != want.N || f.Line != want.Line || f.What.ID == "" {
			t.Errorf("%.40s: %v", text, err)
		}
	}
}

// What does not fit is named by the fields it lies in.
func TestFaultsNameTheField(t *testing.T) {
	for _, c := range []struct{ was, is, id, field string }{
		{`"length":4`, `"length":4.5`, "planfile.form", "block.length"},
		{`"length":4`, `"length":4,"foo":1`, "planfile.field", "block.foo"},
		{`"role":"lead"`, `"role":7`, "planfile.form", "staff[1].role"},
		{`"first":"2026-05-11"`, `"first":"11 May"`, "planfile.form", "first"},
		{`"officers":10`, `"officers":[{"id":"O","squad":3}]`, "planfile.form", "officers[1].squad"},
		{`"officers":10`, `"officers":{}`, "planfile.form", "officers"},
		{`"place":"R"`, `"place":"R","start":"2026-05-11T08:07"`, "planfile.form", "start"},
	} {
		_, err := Read(strings.NewReader(strings.Replace(small, c.was, c.is, 1)))
		var f *Fault
		if !errors.As(err, &f) || f.What.ID != c.id {
			t.Errorf("%s: %v", c.is, err)
			continue
		}
		if got := fmt.Sprint(f.What.Args); !strings.Contains(got, c.field) {
			t.Errorf("%s: %s", c.is, got)
		}
	}
}

// A file with a byte order mark is read, and a session that names no squads is
// of all.
func TestReadsWhatOthersWrite(t *testing.T) {
	p, err := Read(strings.NewReader("\ufeff" + strings.Replace(small, `"squads":["A","B"],"block"`, `"block"`, 1)))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range p.Records {
		if s, ok := r.(*model.Session); ok && s.Squads != model.AllSquads(2) {
			t.Errorf("taken by %v", s.Squads)
		}
	}
}

// Turning off the other rules leaves those that the file names and those that
// only say what it has fields for.
func TestOtherRulesOff(t *testing.T) {
	p, err := Read(strings.NewReader(strings.Replace(small, `"staff":`,
		`"rules":[{"rule":"*","off":true},{"rule":"rest-least","value":12}],"staff":`, 1)))
	if err != nil {
		t.Fatal(err)
	}
	s := model.Settings{Rules: p.Rules}
	for _, id := range []string{"squad-twice", "kit", "course-order", "staff-absent", "place-closed", "people-needed", "rest-least"} {
		if r, ok := s.Rule(id); ok && r.Off {
			t.Errorf("%s is off", id)
		}
	}
	for _, id := range []string{"lunch", "briefing", "vetting-person", "practice-ratio", "one-team", "rest-day", "travel"} {
		if r, _ := s.Rule(id); !r.Off {
			t.Errorf("%s is not off", id)
		}
	}
}

// A class as large as a cohort can be has officers beyond the last number.
func TestLargestClass(t *testing.T) {
	p, err := Read(strings.NewReader(strings.Replace(small, `"officers":10`, `"officers":20000`, 1)))
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Records) < model.MaxSeats {
		t.Errorf("%d records", len(p.Records))
	}
}
