package finder

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"muster/model"
)

func TestParse(t *testing.T) {
	yes, no := true, false
	id := model.NewID(1, [10]byte{1})
	for _, c := range []struct {
		text string
		want Query
	}{
		{"", Query{}},
		{"  hernandes   vehicle ", Query{Words: "hernandes vehicle"}},
		{"hernandes since:2023 country:mx", Query{Words: "hernandes", Countries: []string{"MX"}, From: 2023}},
		{"desde:2021 hasta:2023 país:Haití", Query{Countries: []string{"HT"}, From: 2021, To: 2023}},
		{"state:sonora estado:MX-CHH", Query{Regions: []string{"MX-SON", "MX-CHH"}}},
		{"STATE:Nuevo-León", Query{Regions: []string{"MX-NLE"}}},
		{"state:la-paz", Query{Regions: []string{"HN-LP", "SV-PA"}}},
		{"state:la-paz country:hn", Query{Regions: []string{"HN-LP"}, Countries: []string{"HN"}}},
		{"state:la-paz country:mx", Query{Regions: []string{"HN-LP", "SV-PA"}, Countries: []string{"MX"}}},
		{"cohort:mex-26-1 year:2024", Query{Cohort: "MEX-26-1", From: 2024, To: 2024}},
		{"course:" + id.String(), Query{Courses: []model.ID{id}}},
		{"skill:vehicle-search habilidad:Rescue", Query{Skills: []model.Skill{model.SkillVehicle, model.SkillRescue}}},
		{"trained:yes", Query{Trained: &yes}},
		{"capacitado:sí capacitado:no", Query{Trained: &no}},
		{"due:yes", Query{DueBy: AnyDay}},
		{"due:no skill:flying country:narnia state:x year:99 since: :x http://x trained:perhaps", Query{
			Words: "due:no skill:flying country:narnia state:x year:99 since: :x http://x trained:perhaps",
			Unclear: []Unclear{
				{"due:no", "due"},
				{"skill:flying", "skill"},
				{"country:narnia", "country"},
				{"state:x", "state"},
				{"year:99", "year"},
				{"since:", "since"},
				{"trained:perhaps", "trained"},
			},
		}},
	} {
		got := Parse(c.text)
		slices.Sort(got.Regions)
		slices.Sort(c.want.Regions)
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%q: %s", c.text, d)
		}
	}
}

func TestSkillNamed(t *testing.T) {
	called := map[model.Skill]string{
		model.SkillVehicle: "vehicle search revisión de vehículos", model.SkillRescue: "rescue rescate",
		model.SkillRSO: "range safety seguridad de campo", model.SkillSafety: "safety seguridad de ejercicio",
	}
	words := func(k model.Skill) string { return called[k] }
	for name, want := range map[string]model.Skill{
		"rescue": model.SkillRescue, "RESCATE": model.SkillRescue, "resc": model.SkillRescue,
		"revision-de-vehiculos": model.SkillVehicle, "vehículo": model.SkillVehicle,
		"seguridad campo": model.SkillRSO, "safety": model.SkillSafety, // an id before a word
		"seguridad": "", "flying": "", "": "", " - ": "",
	} {
		if k, ok := SkillNamed(name, words); ok != (want != "") || ok && k != want {
			t.Errorf("%q: %q, %v; want %q", name, k, ok, want)
		}
	}
	if k, ok := SkillNamed("rescate", nil); ok {
		t.Errorf("without words: %q", k)
	}
	q := ParseWith("habilidad:rescate skill:seguridad ana", words)
	if len(q.Skills) != 1 || q.Skills[0] != model.SkillRescue || len(q.Unclear) != 1 || q.Words != "skill:seguridad ana" {
		t.Errorf("%+v", q)
	}
	for text, want := range map[string]bool{"": false, " : ": false, "!": false, "ana": true, "كريم": true, "country:mx": true, "due:yes": true} {
		if q := Parse(text); q.Asks() != want {
			t.Errorf("%q asks: %v", text, !want)
		}
	}
}

// everybody is an index of a few people.
func everybody(people ...model.Person) *Index {
	var docs []doc
	for i, p := range people {
		p.ID = model.NewID(int64(i+1), [10]byte{})
		docs = append(docs, describe(&p, facts{}, nil))
	}
	return &Index{base: segmentOf(docs)}
}

// shownIn is the names found, with what matched in brackets.
func shownIn(ix *Index, words string) []string {
	r := ix.Search(Query{Words: words})
	out := []string{}
	for _, h := range r.Window(0, r.Count) {
		text, at := "", 0
		for _, s := range h.Spans {
			text += h.Entry.Name[at:s[0]] + "[" + h.Entry.Name[s[0]:s[1]] + "]"
			at = s[1]
		}
		out = append(out, text+h.Entry.Name[at:])
	}
	return out
}

func TestNamesAsPeopleTypeThem(t *testing.T) {
	ix := everybody(
		model.Person{Given: "Mario", Family: "Hernández", Family2: "Cota"},
		model.Person{Given: "Ana Lucía", Family: "Hernandes"},
		model.Person{Given: "Jesús", Family: "Fernández", Family2: "Soto"},
		model.Person{Given: "Itzel", Family: "Ávila", Family2: "Yáñez", Called: "Chela"},
		model.Person{Given: "René", Family: "de la Cruz"},
		model.Person{Given: "Shaun", Family: "O'Neill"},
		model.Person{Given: "Karim", Family: "Al Qāhirah", Native: "كريم القاهرة"},
		model.Person{Given: "Wilner", Family: "Jean-Baptiste"},
		model.Person{Given: "Mohammed", Family: "Salah"},
	)
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"avila", []string{"[Ávila] Yáñez, Itzel"}},
		{"ÁVILA itz", []string{"[Ávila] Yáñez, [Itz]el"}},
		{"itz avi yan", []string{"[Ávi]la [Yáñ]ez, [Itz]el"}},
		{"chela", []string{"Ávila Yáñez, Itzel"}},
		{"hernández", []string{"[Hernández] Cota, Mario", "[Hernandes], Ana Lucía"}},
		{"hernandes", []string{"[Hernandes], Ana Lucía", "[Hernández] Cota, Mario"}},
		{"ernan", []string{"H[ernan]des, Ana Lucía", "H[ernán]dez Cota, Mario", "F[ernán]dez Soto, Jesús"}},
		{"fernadnez", []string{"[Fernández] Soto, Jesús"}},
		{"cruz de la", []string{"[de] [la] [Cruz], René"}},
		{"delacruz", []string{"de la Cruz, René"}},
		{"oneil", []string{"[O'Neil]l, Shaun"}},
		{"o'neill", []string{"[O'Neill], Shaun"}},
		{"qahira", []string{"Al [Qāhira]h, Karim"}},
		{"alqahirah", []string{"Al Qāhirah, Karim"}},
		{"القاهره", []string{"Al Qāhirah, Karim"}},
		{"jean-bap", []string{"[Jean]-[Bap]tiste, Wilner"}},
		{"baptiste wilner", []string{"Jean-[Baptiste], [Wilner]"}},
		{"mohamed", []string{"Salah, [Mohammed]"}},
		{"zz", []string{}},
		{"", []string{
			"Al Qāhirah, Karim", "Ávila Yáñez, Itzel", "de la Cruz, René", "Fernández Soto, Jesús", "Hernandes, Ana Lucía",
			"Hernández Cota, Mario", "Jean-Baptiste, Wilner", "O'Neill, Shaun", "Salah, Mohammed",
		}},
	} {
		if d := cmp.Diff(c.want, shownIn(ix, c.words)); d != "" {
			t.Errorf("%q: %s", c.words, d)
		}
	}
}

func TestFoundByWhatBelongsToThem(t *testing.T) {
	agency := &model.Agency{
		Name: "Policía Estatal de Seguridad", Short: "PESP Sonora", Country: "MX", Region: "MX-SON",
		Former: []model.Former{{Name: "Dirección General de Policía"}},
	}
	course := &model.Course{
		ID: model.ID{9}, Title: model.Text{En: "Advanced course", Es: "Curso avanzado"},
		Blocks: []model.Block{{Kind: model.KindVehicles}, {Kind: model.KindClass}},
	}
	cohort := &model.Cohort{ID: model.ID{8}, Code: "MEX-24-2", First: 19800, Course: course.ID}
	p := &model.Person{ID: model.ID{1}, Given: "Itzel", Family: "Ávila", Rank: "Oficial", Phone: "6625550101", Email: "someone@example.org", NationalID: "AVII900101"}
	f := facts{
		agency: agency, unit: &model.Unit{Name: "Grupo Táctico"},
		seats: []seated{{cohort, course, model.Seat{Person: p.ID, Stage: model.Completed}}},
		talks: []*model.Contact{
			{At: model.Date(20500).Minute(600), Channel: model.Phone},
			{At: model.Date(20600).Minute(600), Channel: model.Phone, Missed: true},
			{At: 1, Due: 20700},
			{At: 1, Due: 20650},
			{At: 1, Due: 20640, Done: 20641},
		},
	}
	d := describe(p, f, newVocabulary([]func(model.Skill) string{skillWords}))
	want := Entry{
		ID: p.ID, Name: "Ávila, Itzel", Rank: "Oficial", Agency: "PESP Sonora", Country: "MX", Region: "MX-SON",
		Cohorts: []string{"MEX-24-2"}, Years: []int{2024}, Courses: []model.ID{course.ID}, Skills: []model.Skill{model.SkillVehicle},
		Trained: true, Stage: model.Completed, Due: 20650, LastContact: 20500,
	}
	if diff := cmp.Diff(want, d.entry); diff != "" {
		t.Error(diff)
	}
	ix := &Index{base: segmentOf([]doc{d})}
	for _, words := range []string{
		"pesp", "seguridad estatal", "direccion general", "táctico", "sonora", "mexico", "méxico", "mexique", "mexicana", "mex-24", "MEX-24-2", "mex242",
		"advanced", "avanzado", "registro vehiculos", "vehicle", "oficial itzel sonora", "2024", "mx-son",
	} {
		if ix.Search(Query{Words: words}).Count != 1 {
			t.Errorf("not found by %q", words)
		}
	}
	for _, words := range []string{"6625550101", "someone", "example.org", "AVII900101", "mex-25", "honduras", "rescue"} {
		if ix.Search(Query{Words: words}).Count != 0 {
			t.Errorf("found by %q", words)
		}
	}
	// A certificate says what was learnt better than the course does, until it
	// is void.
	paper := &model.Certificate{Cohort: cohort.ID, Skills: []model.Skill{model.SkillRescue}, Kind: model.AttendedCourse}
	f.seats[0].seat.Stage = model.InCourse
	f.papers = []*model.Certificate{paper}
	if e := describe(p, f, nil).entry; !e.Trained || !slices.Equal(e.Skills, paper.Skills) {
		t.Errorf("%+v", e)
	}
	paper.Void = 20000
	if e := describe(p, f, nil).entry; e.Trained || e.Skills != nil {
		t.Errorf("%+v", e)
	}
}

// Whatever is typed, spans lie within the name, rise, and cut no letter.
func TestSpansFit(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		name := rapid.StringMatching(`[A-Za-zÁÑñßﬁ'’ ,-]{0,20}`).Draw(rt, "name")
		words := rapid.StringMatching(`[a-zñß' -]{0,12}`).Draw(rt, "words")
		at := 0
		for _, s := range spans(name, wantedIn(words), rapid.IntRange(0, 2).Draw(rt, "slips")) {
			if s[0] < at || s[1] <= s[0] || s[1] > len(name) || !utf8.RuneStart(name[s[0]]) || s[1] < len(name) && !utf8.RuneStart(name[s[1]]) {
				rt.Fatalf("%q in %q: %v", words, name, s)
			}
			at = s[1]
		}
	})
}

func TestDistance(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		word := rapid.StringMatching(`[abcñش]{1,10}`).Draw(rt, "word")
		term := rapid.StringMatching(`[abcñش]{0,12}`).Draw(rt, "term")
		limit := rapid.IntRange(1, 2).Draw(rt, "limit")
		whole, begin := newSlipped(word).distance(term, limit)
		want := osa(word, term)
		nearest := osa(word, "")
		for i := range term + " " {
			nearest = min(nearest, osa(word, term[:i]))
		}
		if want <= limit && whole != want || want > limit && whole <= limit || nearest <= limit && begin != nearest || nearest > limit && begin <= limit {
			rt.Fatalf("%q %q: %d, %d; want %d, %d", word, term, whole, begin, want, nearest)
		}
		if want <= limit && newSlipped(word).far(letters(term), limit) {
			rt.Fatalf("%q %q: not that far", word, term)
		}
	})
}

// What moves nothing in it leaves the index as it is, but for its revision.
func TestRenewOfNothing(t *testing.T) {
	ctx := context.Background()
	st := opened(t, t.TempDir())
	p := &model.Person{ID: st.NewID(), Given: "Itzel", Family: "Ávila"}
	commit := func(recs ...model.Record) {
		t.Helper()
		c := model.Change{Act: model.Say("act.test")}
		for _, r := range recs {
			_, rev, err := st.Get(ctx, model.RefOf(r))
			if err != nil {
				rev = 0
			}
			c.Puts = append(c.Puts, model.Put{Record: r, Was: rev})
		}
		_, err := st.Commit(ctx, c)
		check(t, err)
	}
	commit(p)
	told := int64(0)
	ix, err := Build(ctx, st, func(done, total int64) { told = done * total })
	check(t, err)
	if told != 1 {
		t.Error("progress ends at", told)
	}
	commit(&model.Place{ID: st.NewID(), Name: "Room 1", Kind: model.Classroom})
	next, err := ix.Renew(ctx, st, []model.Ref{})
	check(t, err)
	if next != ix || ix.Rev() != 2 {
		t.Errorf("a new index at %d", next.Rev())
	}
	q := *p
	q.Family = "Yáñez"
	commit(&q)
	next, err = ix.Renew(ctx, st, []model.Ref{model.RefOf(p)})
	check(t, err)
	if got := shownIn(next, "yanez"); len(got) != 1 || next.Len() != 1 {
		t.Errorf("after the act: %v", got)
	}
	if got := shownIn(ix, "avila"); len(got) != 1 {
		t.Errorf("the index before has changed: %v", got)
	}
	// Many at once.
	var many []model.Record
	for range fewMoved + 5 {
		many = append(many, &model.Person{ID: st.NewID(), Given: "Ana"})
	}
	commit(many...)
	next, err = next.Renew(ctx, st, []model.Ref{})
	check(t, err)
	if next.late != nil || next.Len() != fewMoved+6 {
		t.Errorf("%d people, %d late", next.Len(), next.late.size())
	}
	stop, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := Build(stop, st, nil); err == nil {
		t.Error("built in spite of the context")
	}
}

// A query of any length asks a bounded number of words.
func TestManyWords(t *testing.T) {
	ix := everybody(model.Person{Given: strings.Repeat("Ana ", 20), Family: "Ávila"})
	if n := ix.Search(Query{Words: strings.Repeat("ana ", 5000) + strings.Repeat("a-", 3000)}).Count; n != 1 {
		t.Error(n)
	}
}
