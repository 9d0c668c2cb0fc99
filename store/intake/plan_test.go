package intake

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"muster/model"
	"muster/store"
	"muster/store/files/roster"
	"muster/store/files/sheet"
)

// today is the day of every test.
var today = on("2026-01-15")

func on(s string) model.Date {
	d, err := model.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// A bench is a store with one cohort in it.
type bench struct {
	t      testing.TB
	st     *store.Store
	cohort model.ID
}

func newBench(t testing.TB, places int) *bench {
	t.Helper()
	dir := t.TempDir()
	st, err := store.Open(t.Context(), store.Options{
		Path: filepath.Join(dir, "m.db"), KeyDir: dir, Create: true, Actor: "Vega", Now: time.Now,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	b := &bench{t: t, st: st}
	b.cohort = b.newCohort("MEX-26-1", places)
	return b
}

func (b *bench) newCohort(code string, places int) model.ID {
	b.t.Helper()
	c, err := model.NewCohort(model.Cohort{
		ID: b.st.NewID(), Code: code, Country: "MX", Zone: "America/New_York",
		First: today.Days(40), Last: today.Days(51), Places: places,
	})
	if err != nil {
		b.t.Fatal(err)
	}
	b.commit(model.Change{Act: model.Say("cohorts.act.new", "cohort", code), Puts: []model.Put{{Record: c}}})
	return c.ID
}

func (b *bench) commit(c model.Change) {
	b.t.Helper()
	if _, err := b.st.Commit(context.Background(), c); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) desk() *model.Desk {
	b.t.Helper()
	d, err := b.st.Desk(context.Background())
	if err != nil {
		b.t.Fatal(err)
	}
	return d
}

func read(t testing.TB, text string) *roster.Reading {
	t.Helper()
	book, err := sheet.Read(context.Background(), "list.csv", []byte(text), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := roster.Read(book, roster.Options{Country: "MX", Today: today})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func (b *bench) plan(text string, decisions map[int]Answer) *Plan {
	b.t.Helper()
	p, err := Make(context.Background(), b.st, b.desk(), read(b.t, text),
		Options{Cohort: b.cohort, Decisions: decisions, NewID: b.st.NewID, Today: today})
	if err != nil {
		b.t.Fatal(err)
	}
	return p
}

// bring plans and commits.
func (b *bench) bring(text string) *Plan {
	b.t.Helper()
	p := b.plan(text, nil)
	b.commit(p.Change)
	return p
}

func counts(p *Plan) string {
	return fmt.Sprintf("rows %d: +%d ~%d =%d ?%d x%d", p.Rows, p.Added, p.Updated, p.Same, p.Asked, p.LeftOut)
}

func want(t *testing.T, p *Plan, s string) {
	t.Helper()
	if got := counts(p); got != s {
		t.Errorf("%s, want %s", got, s)
		for _, bad := range p.Problems {
			t.Logf("row %d %s: %s", bad.Row, bad.Field, bad.Message.ID)
		}
	}
}

const list = `No,Nombre,Apellido Paterno,Apellido Materno,Grado,Corporación,Unidad,Estado,Fecha de nacimiento,CURP,Pasaporte
1,Itzel,Ávila,Yáñez,Oficial,PESP Sonora,Grupo Táctico,Sonora,14/03/1988,,G11111111
2,Luis,Bojórquez,Peña,Policía Primero,PESP Sonora,Grupo Táctico,Sonora,02/11/1990,,G22222222
3,Raúl,Cázares,Ibáñez,Suboficial,SSPE Chihuahua,,Chihuahua,25/07/1985,,G33333333
`

func TestNewPeopleGetSeatsAgenciesAndUnits(t *testing.T) {
	b := newBench(t, 30)
	p := b.bring(list)
	want(t, p, "rows 3: +3 ~0 =0 ?0 x0")
	d := b.desk()
	c := d.Cohorts.Get(b.cohort)
	if d.Agencies.Len() != 2 || d.Units.Len() != 1 || len(c.Seats) != 3 {
		t.Fatalf("%d agencies, %d units, %d seats", d.Agencies.Len(), d.Units.Len(), len(c.Seats))
	}
	for i, s := range c.Seats {
		who := d.People.Get(s.Person)
		if s.No != i+1 || s.Alternate != 0 || s.Stage != model.Nominated || s.Since != today {
			t.Errorf("seat %d: %+v", i, s)
		}
		if who.Country != "MX" || who.Agency.IsZero() {
			t.Errorf("person %d: country %q, agency %v", i, who.Country, who.Agency)
		}
	}
	for a := range d.Agencies.All {
		if a.Country != "MX" || a.Region == "" {
			t.Errorf("agency %s: country %q, region %q", a.Name, a.Country, a.Region)
		}
	}
	if got := p.Change.Act.String(); got != "intake.act.import(n,cohort)" {
		t.Errorf("act %s", got)
	}
}

func TestSameFileAgainChangesNothing(t *testing.T) {
	for name, text := range map[string]string{
		"with documents": list,
		"names only":     "Nombre,Apellido Paterno,Apellido Materno,Grado\nItzel,Ávila,Yáñez,Oficial\nLuis,Bojórquez,Peña,Policía\n",
		"namesakes":      "Nombre,Apellido Paterno,Apellido Materno,Fecha de nacimiento\nJuan,García,López,01/02/1980\nJuan,García,López,07/09/1991\n",
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, 30)
			first := b.bring(text)
			if first.Added != first.Rows {
				t.Fatalf("first time %s", counts(first))
			}
			again := b.plan(text, nil)
			want(t, again, fmt.Sprintf("rows %d: +0 ~0 =%d ?0 x0", first.Rows, first.Rows))
			if !again.Change.IsZero() {
				t.Errorf("the same file again writes %d records", len(again.Change.Puts))
			}
		})
	}
}

func TestImportIsOneUndo(t *testing.T) {
	b := newBench(t, 30)
	b.bring(list)
	if _, err := b.st.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	d := b.desk()
	if n, err := b.st.Counts(context.Background()); err != nil || n[model.KindPerson] != 0 || n[model.KindAgency] != 0 {
		t.Errorf("after undo %v %v", n, err)
	}
	if c := d.Cohorts.Get(b.cohort); len(c.Seats) != 0 {
		t.Errorf("%d seats after undo", len(c.Seats))
	}
}

func TestOnlyWhatDiffersIsUpdated(t *testing.T) {
	b := newBench(t, 30)
	b.bring(list)
	p := b.plan(`Nombre,Apellido Paterno,Apellido Materno,Grado,Pasaporte,Correo
ITZEL,AVILA,YANEZ,Subinspector,G11111111,
Luis,Bojórquez,Peña,,g2222-2222,luis@example.mx
`, nil)
	want(t, p, "rows 2: +0 ~2 =0 ?0 x0")
	if got := strings.Join(p.Lines[0].Fields, " "); got != "rank" {
		t.Errorf("row 1 changes %s", got)
	}
	if p.Lines[0].Person.Family != "Ávila" {
		t.Errorf("capitals took the accents off: %s", p.Lines[0].Person.Family)
	}
	if got := strings.Join(p.Lines[1].Fields, " "); got != "email" {
		t.Errorf("row 2 changes %s", got)
	}
	if p.Lines[1].Person.Rank != "Policía Primero" {
		t.Error("an empty cell took the rank away")
	}
}

func TestAlumniComeBack(t *testing.T) {
	b := newBench(t, 30)
	b.bring(list)
	c := *b.desk().Cohorts.Get(b.cohort)
	c.State = model.Closed
	closed, err := model.NewCohort(c)
	if err != nil {
		t.Fatal(err)
	}
	b.commit(model.Change{Act: model.Say("cohorts.act.state"), Puts: []model.Put{b.desk().Put(closed)}})
	if b.desk().People.Len() != 0 {
		t.Fatal("people of a closed cohort are on the desk: this test tests nothing")
	}
	b.cohort = b.newCohort("MEX-26-2", 30)
	p := b.plan(list, nil)
	want(t, p, "rows 3: +0 ~3 =0 ?0 x0")
	if got := strings.Join(p.Lines[0].Fields, " "); got != "seats" {
		t.Errorf("changes %s", got)
	}
	if len(p.Change.Puts) != 1 {
		t.Errorf("%d records written where only the cohort changes", len(p.Change.Puts))
	}
	b.commit(p.Change)
}

func TestDoubtfulAreAskedAndAnswered(t *testing.T) {
	b := newBench(t, 30)
	b.bring(list)
	const doubtful = "Nombre,Apellido Paterno,Apellido Materno,Fecha de nacimiento\nItsel,Avila,Yañes,14/03/1988\n"
	p := b.plan(doubtful, nil)
	want(t, p, "rows 1: +0 ~0 =0 ?1 x0")
	if !p.Change.IsZero() || len(p.Lines[0].Like) == 0 || p.Whole() {
		t.Fatal("a doubtful row is not left out with candidates")
	}
	like := p.Lines[0].Like[0]
	if like.Person.Family != "Ávila" || like.Why.IsZero() {
		t.Errorf("candidate %+v", like)
	}
	row := p.Lines[0].Row
	want(t, b.plan(doubtful, map[int]Answer{row: {Decision: Another}}), "rows 1: +1 ~0 =0 ?0 x0")
	want(t, b.plan(doubtful, map[int]Answer{row: {Decision: Leave}}), "rows 1: +0 ~0 =0 ?0 x1")
	same := b.plan(doubtful, map[int]Answer{row: {Decision: SamePerson, Person: like.Person.ID}})
	want(t, same, "rows 1: +0 ~1 =0 ?0 x0")
	if got := strings.Join(same.Lines[0].Fields, " "); got != "given family2" {
		t.Errorf("changes %s", got)
	}
}

func TestTheSamePersonTwiceInOneFile(t *testing.T) {
	b := newBench(t, 30)
	p := b.plan(`Nombre,Apellido Paterno,Apellido Materno,Fecha de nacimiento,Pasaporte
Itzel,Ávila,Yáñez,14/03/1988,G11111111
ITZEL,AVILA YANEZ,,14/03/1988,G11111111
`, nil)
	want(t, p, "rows 2: +1 ~0 =0 ?0 x1")
	if len(p.Problems) == 0 || p.Problems[0].Row != 3 {
		t.Errorf("problems %+v", p.Problems)
	}
}

func TestAlternates(t *testing.T) {
	b := newBench(t, 2)
	p := b.bring(`No,Nombre,Apellido Paterno,Apellido Materno,Condición
1,Itzel,Ávila,Yáñez,Titular
2,Luis,Bojórquez,Peña,Suplente 2
3,Raúl,Cázares,Ibáñez,Suplente 1
4,Sofía,Núñez,Íñiguez,Titular
5,Óscar,Zúñiga,Ríos,Titular
`)
	want(t, p, "rows 5: +5 ~0 =0 ?0 x0")
	d := b.desk()
	var got []string
	for _, s := range d.Cohorts.Get(b.cohort).Seats {
		got = append(got, fmt.Sprintf("%s %d/%d", d.People.Get(s.Person).Given, s.No, s.Alternate))
	}
	if s := strings.Join(got, ", "); s != "Itzel 1/0, Sofía 4/0, Raúl 0/1, Luis 0/2, Óscar 0/3" {
		t.Errorf("seats %s", s)
	}
	if len(p.Problems) != 1 || p.Problems[0].Message.ID != "intake.full" {
		t.Errorf("problems %+v", p.Problems)
	}
}

func TestAgencyIsFoundByFormerName(t *testing.T) {
	b := newBench(t, 30)
	a, err := model.NewAgency(model.Agency{
		ID: b.st.NewID(), Name: "Secretaría de Seguridad Pública del Estado", Short: "SSPE Chihuahua", Country: "MX",
		Former: []model.Former{{Name: "Policía Estatal Única"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	b.commit(model.Change{Act: model.Say("cohorts.act.new"), Puts: []model.Put{{Record: a}}})
	p := b.plan(`Nombre,Apellido Paterno,Corporación
Itzel,Ávila,policia estatal unica
Luis,Bojórquez,SSPE CHIHUAHUA
`, nil)
	for _, l := range p.Lines {
		if l.Person == nil || l.Person.Agency != a.ID {
			t.Errorf("row %d serves elsewhere", l.Row)
		}
	}
	if p.Agencies != 0 {
		t.Errorf("%d new agencies", p.Agencies)
	}
}

func TestNewCohortIsKeptInTheSameAct(t *testing.T) {
	b := newBench(t, 30)
	c, err := model.NewCohort(model.Cohort{
		ID: b.st.NewID(), Code: "MEX-26-9", Country: "MX", Zone: "America/New_York", First: today, Last: today.Days(4),
	})
	if err != nil {
		t.Fatal(err)
	}
	p, err := Make(context.Background(), b.st, b.desk(), read(t, list), Options{New: c, NewID: b.st.NewID, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	b.commit(p.Change)
	if got := b.desk().CohortByCode("MEX-26-9"); got == nil || len(got.Seats) != 3 {
		t.Errorf("cohort %+v", got)
	}
}

func TestPlanCanBeLeft(t *testing.T) {
	b := newBench(t, 30)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Make(ctx, b.st, b.desk(), read(t, list), Options{Cohort: b.cohort, NewID: b.st.NewID, Today: today})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// large is a roster of n people as a ministry might send it.
func large(n int) string {
	given := []string{"María", "José", "Luis", "Ana", "Juan", "Rosa", "Carlos", "Elena", "Pedro", "Sofía", "Miguel", "Laura", "Jorge"}
	family := []string{"García", "Hernández", "López", "Martínez", "González", "Pérez", "Sánchez", "Ramírez", "Cruz", "Flores", "Gómez", "Morales", "Vázquez", "Reyes", "Jiménez", "Torres", "Díaz"}
	var b strings.Builder
	b.WriteString("No,Nombre,Apellido Paterno,Apellido Materno,Grado,Corporación,Estado,Fecha de nacimiento,Pasaporte\n")
	for i := range n {
		fmt.Fprintf(&b, "%d,%s %s,%s,%s,Oficial,PESP %d,Sonora,%02d/%02d/%d,G%08d\n", i+1,
			given[i%13], given[(i/13)%13], family[i%17], family[(i/17)%17], i%40, i%28+1, i%12+1, 1960+i%40, i)
	}
	return b.String()
}

func BenchmarkTenThousandRows(b *testing.B) {
	text := large(10_000)
	for _, again := range []bool{false, true} {
		b.Run(fmt.Sprintf("again=%v", again), func(b *testing.B) {
			w := newBench(b, 0)
			if again {
				w.bring(text)
			}
			desk := w.desk()
			for b.Loop() {
				reading := read(b, text)
				p, err := Make(context.Background(), w.st, desk, reading, Options{Cohort: w.cohort, NewID: w.st.NewID, Today: today})
				if err != nil {
					b.Fatal(err)
				}
				if again && p.Same < 9_000 || !again && p.Added < 9_000 {
					b.Fatal(counts(p))
				}
			}
		})
	}
}

// BenchmarkImport is the whole way of a roster of 10,000 rows: read, planned,
// kept, and laid on the desk.
func BenchmarkImport(b *testing.B) {
	text := large(10_000)
	for b.Loop() {
		b.StopTimer()
		w := newBench(b, 0)
		desk := w.desk()
		b.StartTimer()
		p, err := Make(context.Background(), w.st, desk, read(b, text), Options{Cohort: w.cohort, NewID: w.st.NewID, Today: today})
		if err != nil {
			b.Fatal(err)
		}
		planned := b.Elapsed()
		w.commit(p.Change)
		kept := b.Elapsed()
		desk.With(p.Change, desk.Rev+1)
		b.ReportMetric(float64((kept - planned).Milliseconds()), "commit-ms")
		b.ReportMetric(float64((b.Elapsed() - kept).Milliseconds()), "desk-ms")
	}
}
