package paper_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	"muster/model/sample"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/lang"
	"muster/ui/paper"
)

func date(y, m, d int) model.Date {
	v, _ := model.NewDate(y, m, d)
	return v
}

// put is the desk with the records on it, each through its constructor.
func put(t testing.TB, d *model.Desk, list ...model.Record) *model.Desk {
	t.Helper()
	var c model.Change
	for _, r := range list {
		v, err := r.Valid()
		if err != nil {
			t.Fatal(err)
		}
		c.Puts = append(c.Puts, model.Put{Record: v})
	}
	return d.With(c, d.Rev+1)
}

func id(n byte) model.ID { return model.ID{15: n} }

var day = date(2026, 1, 15)

// class is a small cohort with a day that has one of everything.
func class(t testing.TB) (*model.Desk, *model.Cohort) {
	t.Helper()
	c := &model.Cohort{
		ID: id(1), Code: "MEX-26-1", Title: "Sonora y Chihuahua", Country: "MX", Zone: "America/New_York",
		First: date(2026, 1, 12), Last: date(2026, 1, 23), Squads: 2, State: model.Running,
		Note: "Water at every lane.",
	}
	d := put(t, &model.Desk{},
		&model.Agency{ID: id(90), Name: "Policía Estatal de Sonora", Short: "PESP Sonora"},
		&model.Staff{ID: id(20), Given: "Elena", Family: "Ruiz", Phone: "+1 305 555 0120"},
		&model.Staff{ID: id(21), Given: "Tomás", Family: "Ortega"},
		&model.Staff{ID: id(22), Given: "Ana", Family: "Pons"},
		&model.Staff{ID: id(23), Given: "Luis", Family: "Vega", Absences: []model.Absence{{Span: model.Span{From: day.At(48), To: day.At(96)}, Reason: model.Court}}},
		&model.Place{ID: id(30), Name: "Range 1", Kind: model.Range, Lanes: 12, Site: "North"},
		&model.Kit{ID: id(40), Name: model.Text{En: "holsters", Es: "fundas"}, Count: 40},
		&model.Vehicle{ID: id(50), Name: "Bear 1", Kind: model.Armoured, Seats: 4},
		&model.Vehicle{ID: id(51), Name: "Patrol 14", Kind: model.Patrol, Seats: 1},
		&model.FireCourse{ID: id(60), Title: model.Text{En: "Handgun qualification", Es: "Calificación de arma corta"}, Pass: 80, Stages: []model.FireStage{
			{Name: model.Text{En: "Close", Es: "Corta"}, Yards: 5, Rounds: 20, Points: 2}, {Yards: 15, Rounds: 30, Points: 2, Least: 15},
		}},
		&model.Settings{Callees: []model.Callee{{Name: "Duty officer", Phone: "+1 305 555 0140", After: 15}, {Name: "Embassy liaison with a very long name indeed", Phone: "+1 305 555 0141", After: 60}}},
	)
	names := [][3]string{
		{"Itzel", "Ávila", "Yáñez"},
		{"Luis", "Bojórquez", "Peña"},
		{"Raúl", "Cázares", "Ibáñez"},
		{"María de los Ángeles Guadalupe", "de la Fuentevilla y Montesinos", "Zelayandía-Pacas"},
		{"訓練訓練", "警察", ""},
		{"Sofía", "Núñez", "Íñiguez"},
	}
	for i, n := range names {
		p := &model.Person{
			ID: id(byte(100 + i)), Given: n[0], Family: n[1], Family2: n[2], Rank: "Oficial", Agency: id(90), Phone: "+52 662 555 01" + string(rune('0'+i)) + "0",
			Speaks: []string{"es"},
		}
		if i == 0 {
			p.Born, p.Sex = date(1990, 3, 3), model.Female
			p.Emergency = model.Emergency{Name: "Rosa Yáñez", Relation: "madre", Phone: "+52 662 555 0199", Blood: "O+", Allergies: "penicilina"}
			p.Papers.Insurance = date(2025, 12, 1)
			p.Passport = model.Passport{No: "G00000012", Country: "MX"}
		}
		d = put(t, d, p)
		seat := model.Seat{No: i + 1, Person: p.ID, Squad: model.Squad(1 + i%2), Stage: model.InCourse}
		switch i {
		case 2:
			seat.Arrives = day.At(40)
		case 5:
			seat.Stage = model.Absent
		}
		c.Seats = append(c.Seats, seat)
	}
	d = put(t, d, c)
	both := model.SquadsOf(1, 2)
	en := func(s, es string) model.Text { return model.Text{En: s, Es: es} }
	return put(t, d,
		&model.Session{
			ID: id(2), Cohort: c.ID, Start: day.At(30), Place: id(30), Squads: both,
			Block: model.Block{
				Kind: model.KindFirearms, Title: en("Pistol 2: holster, malfunctions and shooting on the move behind cover", "Pistola 2: funda, interrupciones y tiro en movimiento tras cubierta"), Length: 8, Ammo: model.Live, Note: "Eye and ear protection.\nUniform: class B.",
				Fire: &model.Firing{Relays: 2, Rounds: 150, Course: id(60), Qualifies: true}, Kit: []model.KitNeed{{Kit: id(40), Count: 2, Each: 1}},
			},
			Staff: []model.Part{{Staff: id(20), Role: model.Lead}, {Staff: id(21), Role: model.Line}, {Staff: id(22), Role: model.Line}, {Staff: id(23), Role: model.RSO}}, Note: "Bring caps.",
		},
		&model.Session{ID: id(3), Cohort: c.ID, Start: day.At(48), Squads: both, Block: model.Block{Kind: model.KindClass, Title: en("Lunch", "Comida"), Length: 4, Rest: true}},
		&model.Session{
			ID: id(4), Cohort: c.ID, Start: day.At(54), Squads: both, Place: id(30),
			Block:   model.Block{Kind: model.KindVehicles, Title: en("Vehicle search", "Revisión de vehículos"), Length: 6, Search: &model.SearchLot{Cars: 3, Hides: 6}},
			Circuit: &model.Circuit{Stations: []model.Post{{Name: "Sedan", Vehicle: id(51), Hides: 2, Where: "under the spare wheel", Lead: id(20)}, {Name: "Van", Lead: id(21), Safety: id(22), Players: 2}, {Name: "Truck"}}},
		},
		&model.Session{ID: id(5), Cohort: c.ID, Start: day.At(60), Squads: model.SquadsOf(2), Off: &model.Off{At: day.Minute(400), Reason: "lightning"}, Block: model.Block{Kind: model.KindRescue, Title: en("Lanes", "Carriles"), Length: 4, Rescue: &model.Rescue{Casualties: 4, Heights: true}}},
		&model.Session{
			ID: id(6), Cohort: c.ID, Start: day.At(80), Cars: []model.ID{id(50)}, Block: model.Block{Kind: model.KindRide, RideKind: model.SWATRide, Title: en("SWAT ride-along", "Acompañamiento SWAT"), Length: 24},
			Ride: &model.Ride{Brief: 2, Debrief: 1, Host: id(90), Riders: []model.Rider{{Person: id(100), Car: "D-14", Host: id(23)}, {Person: id(103), Car: "Bear 1 · rear"}}},
		},
		&model.Session{ID: id(7), Cohort: c.ID, Start: day.At(70), Only: []model.ID{id(101)}, Again: id(2), Block: model.Block{Kind: model.KindFirearms, Title: en("Second attempt", "Segundo intento"), Length: 4, Ammo: model.Live, Fire: &model.Firing{Course: id(60)}}},
		&model.Roll{ID: id(2), Cohort: c.ID, Marks: []model.Mark{
			{Person: id(100), State: model.Here},
			{Person: id(101), State: model.Late, At: day.Minute(7*60 + 42)},
			{Person: id(102), State: model.Excused},
			{Person: id(103), State: model.Missing, At: day.Minute(7*60 + 35), Calls: []model.Call{{At: day.Minute(7*60 + 40), Whom: "Duty officer", Answer: model.NoAnswer}}},
			{Person: id(104), State: model.Here, Left: day.Minute(9 * 60)},
		}},
		&model.Sheet{ID: id(2), Cohort: c.ID, Fire: d.FireCourses.Get(id(60)), Rows: []model.Score{{Person: id(100), Attempt: 1, Hits: []int{20, 28}}, {Person: id(101), Attempt: 1, Hits: []int{18, 14}}}, Rounds: []model.Rounds{{Lot: "L-7", Issued: 900, Fired: 880, Returned: 18, Dud: 2}}},
	), c
}

func papers(t testing.TB, p *lang.Printer) map[string]string {
	d, c := class(t)
	return map[string]string{
		"day":         paper.DaySheet(p, d, c, day, paper.Options{}),
		"day-full":    paper.DaySheet(p, d, c, day, paper.Options{Full: true}),
		"day-B":       paper.DaySheet(p, d, c, day, paper.Options{Squad: 2}),
		"day-Ruiz":    paper.DaySheet(p, d, c, day, paper.Options{Staff: id(20)}),
		"next-day":    paper.DaySheet(p, d, c, day.Days(1), paper.Options{}),
		"free-day":    paper.DaySheet(p, d, c, day.Days(3), paper.Options{}),
		"card":        paper.EmergencyCard(p, d, c, d.People.Get(id(100))),
		"card-new":    paper.EmergencyCard(p, d, nil, d.People.Get(id(104))),
		"calls":       paper.CallList(p, d, c, d.Sessions.Get(id(2)), d.People.Get(id(103))),
		"sign":        paper.RollSheet(p, d, c, day, paper.Options{}),
		"sign-full":   paper.RollSheet(p, d, c, day, paper.Options{Full: true, Squad: 1}),
		"score":       paper.ScoreSheet(p, d, c, d.Sessions.Get(id(2)), paper.Options{}),
		"scores":      paper.ScoreSheets(p, d, c, day, paper.Options{}),
		"scores-none": paper.ScoreSheets(p, d, c, day.Days(1), paper.Options{}),
		"score-full":  paper.ScoreSheet(p, d, c, d.Sessions.Get(id(7)), paper.Options{Full: true}),
	}
}

func TestPapers(t *testing.T) {
	for _, tag := range lang.Languages() {
		for name, text := range papers(t, lang.New(tag)) {
			t.Run(name+"-"+tag, func(t *testing.T) { golden.RequireEqual(t, text) })
		}
	}
}

// Nothing runs beyond the edge, and every line is one that can be printed.
func TestEdges(t *testing.T) {
	for _, tag := range lang.Languages() {
		for name, text := range papers(t, lang.New(tag)) {
			fits(t, name+" "+tag, text)
		}
	}
}

func fits(t *testing.T, name, text string) {
	t.Helper()
	for _, l := range strings.Split(text, "\n") {
		if w := kit.Width(l); w > paper.Wide || strings.TrimRight(l, " ") != l {
			t.Errorf("%s, %d columns: %q", name, w, l)
		}
		if label, _, cut := strings.Cut(l, "…"); cut && kit.Width(label) < 15 {
			t.Errorf("%s: a label is cut: %q", name, l)
		}
		if strings.Contains(l, "{") || strings.Contains(l, "paper.") {
			t.Errorf("%s: %q", name, l)
		}
	}
}

// What is handed out names nobody and does not say what is hidden where.
func TestRedacted(t *testing.T) {
	d, c := class(t)
	for _, tag := range lang.Languages() {
		for name, text := range papers(t, lang.New(tag)) {
			if name != "day" && name != "day-B" && name != "day-Ruiz" && name != "sign" && name != "score" && name != "next-day" && name != "scores" {
				continue
			}
			for _, s := range c.Seats {
				if p := d.People.Get(s.Person); strings.Contains(text, p.Family) || strings.Contains(text, p.Given) || strings.Contains(text, p.Phone) {
					t.Errorf("%s names %s:\n%s", name, p.Name(), text)
				}
			}
			if strings.Contains(text, "wheel") || strings.Contains(text, "555") {
				t.Errorf("%s tells too much:\n%s", name, text)
			}
		}
	}
}

// Text as hostile as it comes breaks no sheet, nor do many squads and stations.
func TestHostile(t *testing.T) {
	for _, tag := range lang.Languages() {
		p := lang.New(tag)
		for i, s := range kittest.Hostile() {
			d, c := class(t)
			text := "x" + s
			if len([]rune(text)) > 60 {
				text = string([]rune(text)[:60])
			}
			note := "x" + s
			if len([]rune(note)) > 2000 {
				note = string([]rune(note)[:2000])
			}
			n := *c
			n.Squads, n.Title, n.Note = 26, text, note
			person := *d.People.Get(id(100))
			person.Family, person.Emergency.Name, person.Native = text, text, text
			b := *d.Sessions.Get(id(4))
			b.Block.Title, b.Note = model.OneText("en", text), note
			circuit := model.Circuit{}
			for range model.MaxStations {
				circuit.Stations = append(circuit.Stations, model.Post{Name: text, Where: note, Hides: 9})
			}
			b.Circuit = &circuit
			place := *d.Places.Get(id(30))
			place.Name = text
			d = put(t, d, &n, &person, &b, &place)
			c = d.Cohorts.Get(n.ID)
			for _, o := range []paper.Options{{}, {Full: true}} {
				for _, out := range []string{
					paper.DaySheet(p, d, c, day, o), paper.RollSheet(p, d, c, day, o), paper.EmergencyCard(p, d, c, d.People.Get(id(100))),
					paper.CallList(p, d, c, d.Sessions.Get(id(4)), d.People.Get(id(100))), paper.ScoreSheet(p, d, c, d.Sessions.Get(id(2)), o),
				} {
					for _, l := range strings.Split(out, "\n") {
						if w := kit.Width(l); w > paper.Wide {
							t.Fatalf("text %d, %d columns: %q", i, w, l)
						}
					}
				}
			}
		}
	}
}

func TestNumbered(t *testing.T) {
	d, _ := class(t)
	p := lang.New("en")
	by := paper.Numbered(p, d, func(model.ID) string { return "Range 1" })
	for _, v := range []struct {
		cohort, who model.ID
		want        string
	}{
		{model.ID{}, id(103), "MEX-26-1 B4"}, {id(1), id(103), "B4"}, {id(1), id(30), "Range 1"},
	} {
		if got := by(v.cohort)(v.who); got != v.want {
			t.Errorf("%q, not %q", got, v.want)
		}
	}
	d = put(t, d, &model.Person{ID: id(200), Family: "Nadie"})
	if got := paper.Numbered(p, d, func(model.ID) string { return "Nadie" })(id(1))(id(200)); got != "somebody" {
		t.Error(got)
	}
}

// Every day of the sample's course has its sheet.
func TestSample(t *testing.T) {
	d := &model.Desk{}
	var ch model.Change
	for _, r := range sample.Make(date(2026, 3, 11), 1, 0) {
		ch.Puts = append(ch.Puts, model.Put{Record: r})
	}
	d = d.With(ch, 1)
	for c := range d.Cohorts.All {
		for k := range c.Days() {
			fits(t, c.Code, paper.DaySheet(lang.New("es"), d, c, c.First.Days(k), paper.Options{Full: k%2 == 0}))
		}
	}
}

// A score sheet keeps the results of who has left the course, cuts to a squad,
// and does not count hits where points were scored.
func TestScoreSheetOf(t *testing.T) {
	d, c := class(t)
	p, s := lang.New("en"), d.Sessions.Get(id(2))
	sheet := *d.Sheets.Get(s.ID)
	sheet.Rows = append(slices.Clone(sheet.Rows), model.Score{Person: id(105), Attempt: 1, Hits: []int{17, 29}}) // B6, out of the course
	d = put(t, d, &sheet)
	if text := paper.ScoreSheet(p, d, c, s, paper.Options{}); !strings.Contains(text, "B6") || !strings.Contains(text, "92/100") {
		t.Errorf("who has left has no results:\n%s", text)
	}
	if text := paper.ScoreSheet(p, d, c, s, paper.Options{Squad: 1}); strings.Contains(text, "B6") || !strings.Contains(text, "A1") {
		t.Errorf("not of squad A alone:\n%s", text)
	}
	sheet.Fire, sheet.Pass, sheet.Rows = nil, 80, []model.Score{{Person: id(100), Attempt: 1, Points: 9, Of: 10}}
	d = put(t, d, &sheet)
	if text := paper.ScoreSheet(p, d, c, s, paper.Options{}); !strings.Contains(text, "9/10") || strings.Contains(text, "0/100") {
		t.Errorf("points are told as hits:\n%s", text)
	}
}

// Names that do not fit beside the stages stand above the results, whole.
func TestScoreSheetNamesNobodyInPart(t *testing.T) {
	d, c := class(t)
	s := d.Sessions.Get(id(2))
	f := *d.FireOf(s)
	f.Stages = slices.Repeat(f.Stages[:1], 8)
	d = put(t, d, &f)
	text := paper.ScoreSheet(lang.New("es"), d, c, s, paper.Options{Full: true})
	if strings.Contains(text, "…") {
		t.Errorf("something is cut:\n%s", text)
	}
	flat := strings.Join(strings.Fields(text), " ")
	for _, seat := range s.Takers(c) {
		if name := d.People.Get(seat.Person).Name(); !strings.Contains(flat, name) {
			t.Errorf("%s is not on the sheet:\n%s", name, text)
		}
	}
}
