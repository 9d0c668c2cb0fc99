package model_test

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"muster/model"
)

func who(n byte) model.ID { return model.ID{0: 1, 15: n} }

// problems are the fields a constructor complains about.
func problems(err error) []string {
	var list model.Problems
	if !errors.As(err, &list) {
		return nil
	}
	var out []string
	for _, p := range list {
		out = append(out, p.Field)
	}
	return out
}

func TestMinuteReadsWhatItWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := model.Minute(rapid.IntRange(24*60, 80*366*24*60).Draw(t, "minute"))
		got, err := model.ParseMinute(m.String())
		if err != nil || got != m {
			t.Fatalf("%v reads as %v, %v", m, got, err)
		}
		if q := m.Quarter(); q.Minute() > m || q.Minute()+15 <= m || m.Date().Minute(m.OfDay()) != m {
			t.Fatalf("%v lies in quarter %v, on %v at %d", m, q, m.Date(), m.OfDay())
		}
	})
	for _, bad := range []string{"", "2026-01-12", "2026-01-12 07:42", "2026-01-12T24:00", "2026-01-12T07:60", "2026-02-30T07:00", "2026-01-12T7:42"} {
		if _, err := model.ParseMinute(bad); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}

func TestRoll(t *testing.T) {
	at := model.Date(20000).Minute(8 * 60)
	ok := model.Roll{ID: who(9), Cohort: who(8), Marks: []model.Mark{
		{Person: who(1), State: model.Here}, {Staff: who(2), State: model.Late, At: at},
	}}
	r, err := model.NewRoll(ok)
	if err != nil {
		t.Fatal(err)
	}
	if m, there := r.Of(who(2)); !there || m.State != model.Late {
		t.Errorf("the mark of the staff: %v %v", m, there)
	}
	if _, there := (*model.Roll)(nil).Of(who(2)); there {
		t.Error("a mark on no roll")
	}
	next := r.With(model.Mark{Person: who(1), State: model.Missing}).With(model.Mark{Staff: who(2)}).With(model.Mark{Person: who(3), State: model.Here})
	if len(next.Marks) != 2 || next.Marks[0].State != model.Missing || next.Marks[1].Person != who(3) || r.Marks[0].State != model.Here {
		t.Errorf("with: %v, and the first roll is %v", next.Marks, r.Marks)
	}
	for name, c := range map[string]struct {
		change func(*model.Roll)
		field  string
	}{
		"nobody":         {func(r *model.Roll) { r.Marks[0].Person = model.ID{} }, "person"},
		"both":           {func(r *model.Roll) { r.Marks[0].Staff = who(4) }, "person"},
		"twice":          {func(r *model.Roll) { r.Marks[1] = r.Marks[0] }, "marks"},
		"no state":       {func(r *model.Roll) { r.Marks[0].State = "" }, "presence"},
		"backwards":      {func(r *model.Roll) { r.Begun, r.Ended = at, at-1 }, "ended"},
		"timeless call":  {func(r *model.Roll) { r.Marks[0].Calls = []model.Call{{Answer: model.Reached}} }, "calledAt"},
		"call to no end": {func(r *model.Roll) { r.Marks[0].Calls = []model.Call{{At: at}} }, "answer"},
		"no session":     {func(r *model.Roll) { r.ID = model.ID{} }, "id"},
	} {
		bad := ok
		bad.Marks = slices.Clone(ok.Marks)
		c.change(&bad)
		if _, err := model.NewRoll(bad); !slices.Contains(problems(err), c.field) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func pistol() *model.FireCourse {
	return &model.FireCourse{ID: who(7), Title: model.Text{En: "Pistol"}, Pass: 80, Stages: []model.FireStage{
		{Yards: 15, Rounds: 10, Least: 4, Points: 2}, {Yards: 7, Rounds: 10, Least: 8, Points: 2}, {Yards: 3, Rounds: 5, Points: 4},
	}}
}

func TestCourseOfFireJudges(t *testing.T) {
	f := pistol()
	if f.Rounds() != 25 || f.Most() != 60 {
		t.Fatalf("%d rounds, %d points", f.Rounds(), f.Most())
	}
	for _, c := range []struct {
		hits          []int
		points, short int
		passed        bool
	}{
		{[]int{10, 10, 5}, 60, -1, true},
		{[]int{6, 8, 5}, 48, -1, true},      // exactly the mark
		{[]int{5, 8, 5}, 46, -1, false},     // one hit below
		{[]int{10, 7, 5}, 54, 1, false},     // the mark, but not the least of a stage
		{[]int{10}, 20, 1, false},           // the rest was not shot
		{nil, 0, 0, false},                  //
		{[]int{3, 10, 5}, 46, 0, false},     //
		{[]int{10, 10, 2, 9}, 48, -1, true}, // more stages than there are count for nothing
	} {
		points, passed, short := f.Judge(c.hits)
		if points != c.points || passed != c.passed || short != c.short {
			t.Errorf("%v: %d points, passed %v, short in %d; want %d, %v, %d", c.hits, points, passed, short, c.points, c.passed, c.short)
		}
	}
}

func TestSheetJudges(t *testing.T) {
	for name, c := range map[string]struct {
		sheet         model.Sheet
		row           model.Score
		passed, known bool
		percent       int
	}{
		"shot and passed":       {model.Sheet{Fire: pistol()}, model.Score{Hits: []int{9, 9, 5}}, true, true, 93},
		"shot in part":          {model.Sheet{Fire: pistol()}, model.Score{Hits: []int{10, 10}}, false, false, 66},
		"not shot yet":          {model.Sheet{Fire: pistol()}, model.Score{}, false, false, -1},
		"a fault of safety":     {model.Sheet{Fire: pistol()}, model.Score{Hits: []int{10, 10, 5}, Unsafe: true}, false, true, 100},
		"a test at the mark":    {model.Sheet{Pass: 80}, model.Score{Points: 40, Of: 50}, true, true, 80},
		"just below it":         {model.Sheet{Pass: 80}, model.Score{Points: 39, Of: 50}, false, true, 78},
		"points without a mark": {model.Sheet{}, model.Score{Points: 6, Of: 8}, false, false, 75},
		"and a verdict":         {model.Sheet{}, model.Score{Points: 6, Of: 8, Verdict: model.Passed}, true, true, 75},
		"a verdict alone":       {model.Sheet{}, model.Score{Verdict: model.Failed}, false, true, -1},
		"the mark, not verdict": {model.Sheet{Pass: 80}, model.Score{Points: 1, Of: 50, Verdict: model.Passed}, false, true, 2},
	} {
		passed, known, percent := c.sheet.Judge(c.row)
		if passed != c.passed || known != c.known || percent != c.percent {
			t.Errorf("%s: passed %v, known %v, %d %%", name, passed, known, percent)
		}
	}
}

func TestSheetRefuses(t *testing.T) {
	ok := model.Sheet{ID: who(9), Cohort: who(8), Fire: pistol(), Rows: []model.Score{
		{Person: who(1), Attempt: 1, Hits: []int{9, 9, 5}}, {Person: who(1), Attempt: 2, Hits: []int{9, 9, 5}},
	}}
	if _, err := model.NewSheet(ok); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		change func(*model.Sheet)
		field  string
	}{
		"an attempt twice":   {func(s *model.Sheet) { s.Rows[1].Attempt = 1 }, "rows"},
		"attempt nought":     {func(s *model.Sheet) { s.Rows[0].Attempt = 0 }, "attempt"},
		"too many hits":      {func(s *model.Sheet) { s.Rows[0].Hits = []int{11} }, "hits"},
		"less than none":     {func(s *model.Sheet) { s.Rows[0].Hits = []int{-1} }, "hits"},
		"too many stages":    {func(s *model.Sheet) { s.Rows[0].Hits = []int{1, 1, 1, 1} }, "hits"},
		"more than all":      {func(s *model.Sheet) { s.Fire, s.Rows[0].Points, s.Rows[0].Of = nil, 9, 8 }, "points"},
		"negative rounds":    {func(s *model.Sheet) { s.Rounds = []model.Rounds{{Lot: "A", Dud: -1}} }, "dud"},
		"no such light":      {func(s *model.Sheet) { s.Light = "moon" }, "light"},
		"beyond the circuit": {func(s *model.Sheet) { s.Rows[0].Station = model.MaxStations + 1 }, "station"},
	} {
		bad := ok
		bad.Rows = slices.Clone(ok.Rows)
		c.change(&bad)
		if _, err := model.NewSheet(bad); !slices.Contains(problems(err), c.field) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n := (model.Rounds{Issued: 500, Fired: 470, Returned: 27, Dud: 1}).Short(); n != 2 {
		t.Errorf("%d rounds short", n)
	}
}

func TestContact(t *testing.T) {
	at, day := model.Date(20000).Minute(600), model.Date(20010)
	for name, c := range map[string]struct {
		v     model.Contact
		field string // "": it is taken
		open  bool
	}{
		"a talk":                {model.Contact{Channel: model.Phone}, "", false},
		"a talk and a step":     {model.Contact{Channel: model.Phone, Next: "call", Due: day}, "", true},
		"only a follow-up":      {model.Contact{Due: day}, "", true},
		"settled":               {model.Contact{Due: day, Done: day}, "", false},
		"neither":               {model.Contact{About: "hm"}, "channel", false},
		"a step without a day":  {model.Contact{Channel: model.Phone, Next: "call"}, "due", false},
		"an unheard-of channel": {model.Contact{Channel: "pigeon"}, "channel", false},
	} {
		c.v.ID, c.v.Person, c.v.At = who(1), who(2), at
		v, err := model.NewContact(c.v)
		if c.field != "" {
			if !slices.Contains(problems(err), c.field) {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err != nil || v.Open() != c.open {
			t.Errorf("%s: %v, open %v", name, err, v != nil && v.Open())
		}
	}
}

func TestReachPutsThePreferredFirst(t *testing.T) {
	p, err := model.NewPerson(model.Person{
		ID: who(1), Family: "Ibarra", Phone: "+1 555 0100", Email: "a@example.org",
		Ways: []model.Way{{Channel: model.Signal, Handle: "x"}, {Channel: model.WhatsApp, Handle: "y", Preferred: true}, {Channel: model.Phone, Handle: "+1 555 0100", Preferred: true}},
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []model.Channel
	for _, w := range p.Reach() {
		got = append(got, w.Channel)
	}
	if want := []model.Channel{model.WhatsApp, model.Signal, model.Phone, model.Mail}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v: one is preferred, none twice", got, want)
	}
}

// Every team comes to every station once, and no two teams meet, whatever the
// numbers are; everybody is in one team.
func TestRotation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stations := rapid.IntRange(1, model.MaxStations).Draw(t, "stations")
		officers := rapid.IntRange(0, 40).Draw(t, "officers")
		squads := rapid.IntRange(1, 5).Draw(t, "squads")
		c := &model.Cohort{ID: who(1), Squads: squads}
		for i := range officers {
			c.Seats = append(c.Seats, model.Seat{No: i + 1, Person: who(byte(i + 2)), Squad: model.Squad(rapid.IntRange(0, squads).Draw(t, "squad"))})
		}
		s := &model.Session{Squads: c.SquadSet(), Start: model.Date(20000).At(30), Block: model.Block{Length: rapid.IntRange(1, 48).Draw(t, "length")}}
		s.Circuit = &model.Circuit{Stations: make([]model.Post, stations)}
		seen := map[model.ID]int{}
		for _, team := range s.Teams(c) {
			for _, p := range team.People {
				seen[p]++
			}
		}
		if len(seen) != officers || len(s.Teams(c)) != stations {
			t.Fatalf("%d of %d officers in %d teams", len(seen), officers, len(s.Teams(c)))
		}
		been := map[[2]int]bool{}
		turns := s.Rotation()
		for _, turn := range turns {
			at := map[int]bool{}
			for station, team := range turn.Teams {
				if at[team] || been[[2]int{station, team}] {
					t.Fatalf("team %d twice at once, or twice at station %d", team, station)
				}
				at[team], been[[2]int{station, team}] = true, true
			}
			if turn.From < s.Start.Minute() || turn.To > s.Span().To.Minute() || turn.To <= turn.From {
				t.Fatalf("a turn from %v to %v", turn.From, turn.To)
			}
		}
		if len(turns) != min(stations, s.Block.Length*15) {
			t.Fatalf("%d turns for %d stations", len(turns), stations)
		}
	})
}

func TestTakers(t *testing.T) {
	c := &model.Cohort{ID: who(1), Squads: 2, Seats: []model.Seat{
		{No: 1, Person: who(2), Squad: 2},
		{No: 2, Person: who(3), Squad: 1},
		{No: 3, Person: who(4), Squad: 1, Stage: model.Dismissed},
		{Person: who(5), Alternate: 1},
		{No: 4, Person: who(6)},
	}}
	for name, k := range map[string]struct {
		s    model.Session
		want []model.ID
	}{
		"one squad": {model.Session{Squads: model.SquadsOf(1)}, []model.ID{who(3)}},
		"all":       {model.Session{Squads: model.AllSquads(2)}, []model.ID{who(6), who(3), who(2)}},
		"named":     {model.Session{Only: []model.ID{who(2), who(9)}}, []model.ID{who(2)}},
		"riders":    {model.Session{Ride: &model.Ride{Riders: []model.Rider{{Person: who(3)}}}}, []model.ID{who(3)}},
	} {
		var got []model.ID
		for _, seat := range k.s.Takers(c) {
			got = append(got, seat.Person)
		}
		if !slices.Equal(got, k.want) {
			t.Errorf("%s: %v, want %v", name, got, k.want)
		}
	}
}

// Everybody of the staff is found wherever a session names them, and gives
// every part to who comes instead.
func TestCrew(t *testing.T) {
	s := &model.Session{
		Staff:   []model.Part{{Staff: who(1), Role: model.Lead}, {Staff: who(2), Role: model.Line}, {Staff: who(1), Role: model.RSO}},
		Circuit: &model.Circuit{Stations: []model.Post{{Name: "1", Lead: who(2), Safety: who(3)}, {Name: "2"}}},
		Ride:    &model.Ride{Riders: []model.Rider{{Person: who(9), Host: who(4)}, {Person: who(8)}}},
	}
	if got := s.Crew(); !slices.Equal(got, []model.ID{who(1), who(2), who(3), who(4)}) {
		t.Errorf("the crew is %v", got)
	}
	if s.Employs(who(9)) || s.Employs(who(5)) {
		t.Error("an officer or a stranger has a part")
	}
	for n := byte(1); n <= 4; n++ {
		if !s.Employs(who(n)) {
			t.Errorf("%d has no part", n)
		}
		next := s.Recast(who(n), who(7))
		if next.Employs(who(n)) || !next.Employs(who(7)) || !s.Employs(who(n)) {
			t.Errorf("%d is not replaced, or in the session it was made from too", n)
		}
		bare := s.Recast(who(n), model.ID{})
		if bare.Employs(who(n)) || slices.ContainsFunc(bare.Staff, func(p model.Part) bool { return p.Staff.IsZero() }) {
			t.Errorf("without %d: %v", n, bare.Staff)
		}
	}
}

// The unit's list is called in the order of its times, however it was entered.
func TestCallees(t *testing.T) {
	if got := (&model.Desk{}).Callees(); got != nil {
		t.Errorf("nobody is named, and called are %v", got)
	}
	kept := []model.Callee{{Name: "Consulate", After: 60}, {Name: "Hotel"}, {Name: "Duty officer", After: 60}}
	d := &model.Desk{Settings: model.Row[*model.Settings]{Rec: &model.Settings{Callees: kept}}}
	var got []string
	for _, v := range d.Callees() {
		got = append(got, v.Name)
	}
	if !slices.Equal(got, []string{"Hotel", "Consulate", "Duty officer"}) || kept[0].Name != "Consulate" {
		t.Errorf("called are %v, kept %v", got, kept)
	}
}

func TestMonths(t *testing.T) {
	for _, v := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-01-23", 6, "2026-07-23"},
		{"2026-08-31", 6, "2027-02-28"},
		{"2027-08-31", 6, "2028-02-29"},
		{"2026-12-31", 0, "2026-12-31"},
		{"2026-12-15", 1, "2027-01-15"},
		{"2026-01-31", 24, "2028-01-31"},
	} {
		d, err := model.ParseDate(v.from)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Months(v.n).String(); got != v.want {
			t.Errorf("%d months after %s is %s, want %s", v.n, v.from, got, v.want)
		}
	}
}

func TestScored(t *testing.T) {
	fire := &model.FireCourse{Pass: 80, Stages: []model.FireStage{{Rounds: 10, Points: 1}, {Rounds: 10, Points: 1}}}
	for name, v := range map[string]struct {
		sheet model.Sheet
		score model.Score
		want  bool
	}{
		"a weapon alone":      {model.Sheet{Fire: fire}, model.Score{Serial: "A1"}, false},
		"one stage of two":    {model.Sheet{Fire: fire}, model.Score{Hits: []int{9}}, false},
		"both stages":         {model.Sheet{Fire: fire}, model.Score{Hits: []int{9, 0}}, true},
		"a fault of safety":   {model.Sheet{Fire: fire}, model.Score{Unsafe: true}, true},
		"a note alone":        {model.Sheet{}, model.Score{Note: "limps"}, false},
		"finds, not judged":   {model.Sheet{}, model.Score{Points: 0, Of: 6}, true},
		"a verdict":           {model.Sheet{}, model.Score{Verdict: model.Failed}, true},
		"points below a mark": {model.Sheet{Pass: 80}, model.Score{Points: 1, Of: 10}, true},
	} {
		if got := v.sheet.Scored(v.score); got != v.want {
			t.Errorf("%s is a score: %v", name, got)
		}
	}
}

// What two people note of one session at once is joined line by line.
func TestMergeJoinsRollsAndSheets(t *testing.T) {
	mark := func(n byte, s model.Presence) model.Mark { return model.Mark{Person: who(n), State: s} }
	roll := func(marks ...model.Mark) *model.Roll { return &model.Roll{ID: who(9), Cohort: who(8), Marks: marks} }
	states := func(r model.Record) map[byte]model.Presence {
		out := map[byte]model.Presence{}
		for _, m := range r.(*model.Roll).Marks {
			out[m.Person[15]] = m.State
		}
		return out
	}
	for name, c := range map[string]struct {
		base, mine, theirs model.Record
		want               map[byte]model.Presence
	}{
		"both began it": {nil, roll(mark(1, model.Here)), roll(mark(2, model.Late)), map[byte]model.Presence{1: model.Here, 2: model.Late}},
		"each marked one": {
			roll(mark(1, model.Here)), roll(mark(1, model.Here), mark(2, model.Here)), roll(mark(1, model.Here), mark(3, model.Late)),
			map[byte]model.Presence{1: model.Here, 2: model.Here, 3: model.Late},
		},
		"both the same one": {
			roll(mark(1, model.Here)), roll(mark(1, model.Late)), roll(mark(1, model.Missing)), map[byte]model.Presence{1: model.Late},
		},
		"mine took one back": {
			roll(mark(1, model.Here), mark(2, model.Here)), roll(mark(2, model.Here)), roll(mark(1, model.Here), mark(2, model.Here), mark(3, model.Here)),
			map[byte]model.Presence{2: model.Here, 3: model.Here},
		},
		"mine took all back": {roll(mark(1, model.Here)), roll(), roll(mark(1, model.Here), mark(2, model.Here)), map[byte]model.Presence{2: model.Here}},
		"theirs took one back": {
			roll(mark(1, model.Here), mark(2, model.Here)), roll(mark(1, model.Here), mark(2, model.Here), mark(3, model.Here)), roll(mark(1, model.Here)),
			map[byte]model.Presence{1: model.Here, 3: model.Here},
		},
	} {
		got, err := model.Merge(c.base, c.mine, c.theirs)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if s := states(got); !maps.Equal(s, c.want) {
			t.Errorf("%s: %v, want %v", name, s, c.want)
		}
	}
	score := func(n byte, try, points int) model.Score {
		return model.Score{Person: who(n), Attempt: try, Points: points, Of: 10}
	}
	sheet := func(rows ...model.Score) *model.Sheet { return &model.Sheet{ID: who(9), Cohort: who(8), Rows: rows} }
	got, err := model.Merge(nil, sheet(score(1, 1, 9)), sheet(score(4, 1, 7), score(1, 2, 8)))
	if err != nil || len(got.(*model.Sheet).Rows) != 3 {
		t.Errorf("the sheets of two: %+v, %v", got, err)
	}
}

func TestStood(t *testing.T) {
	x := &model.Session{Circuit: &model.Circuit{Stations: make([]model.Post, 2)}}
	row := func(station, try int, v model.Verdict) model.Score {
		return model.Score{Person: who(1), Attempt: try, Station: station, Verdict: v}
	}
	for name, c := range map[string]struct {
		rows           []model.Score
		scored, passed bool
	}{
		"nothing":               {nil, false, true},
		"one station of two":    {[]model.Score{row(1, 1, model.Passed)}, false, true},
		"both":                  {[]model.Score{row(1, 1, model.Passed), row(2, 1, model.Passed)}, true, true},
		"one failed":            {[]model.Score{row(1, 1, model.Passed), row(2, 1, model.Failed)}, true, false},
		"failed, then passed":   {[]model.Score{row(1, 1, model.Failed), row(1, 2, model.Passed), row(2, 1, model.Passed)}, true, true},
		"once for all stations": {[]model.Score{row(0, 1, model.Passed)}, true, true},
	} {
		scored, passed := (&model.Sheet{Rows: c.rows}).Stood(x, who(1))
		if scored != c.scored || passed != c.passed {
			t.Errorf("%s: scored %v, passed %v", name, scored, passed)
		}
	}
	if scored, _ := (*model.Sheet)(nil).Stood(x, who(1)); scored {
		t.Error("scored on no sheet")
	}
}
