package intake

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"muster/model"
	"muster/store/export"
	"muster/store/files/roster"
	"muster/store/files/sheet"
)

func (b *bench) make(book *sheet.Book) *Plan {
	b.t.Helper()
	r, err := roster.Read(book, roster.Options{Today: today})
	if err != nil {
		b.t.Fatal(err)
	}
	p, err := Make(context.Background(), b.st, b.desk(), r, Options{Cohort: b.cohort, NewID: b.st.NewID, Today: today})
	if err != nil {
		b.t.Fatal(err)
	}
	return p
}

func corpusFiles(t *testing.T) []string {
	files, err := filepath.Glob("../files/roster/testdata/corpus/*")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	return files
}

// settled wants a plan in which everybody is as before; who was asked about or
// left out the first time may be so again.
func settled(t *testing.T, first, again *Plan) {
	t.Helper()
	if again.Added+again.Updated > 0 || again.Same != first.Added || !again.Change.IsZero() {
		t.Errorf("first %s, again %s", counts(first), counts(again))
		for _, l := range again.Lines {
			if l.Verdict != Same {
				t.Logf("row %d %s %s %v", l.Row, l.Verdict, l.Entry.Name.Full(), l.Fields)
			}
		}
	}
}

// Every file of the corpus, imported twice, changes nothing the second time;
// and what is exported of it in full, read back, changes nothing either.
func TestEveryFileAgainIsTheSame(t *testing.T) {
	for _, file := range corpusFiles(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			book, err := sheet.Open(context.Background(), file, sheet.Options{})
			if err != nil {
				t.Fatal(err)
			}
			r, err := roster.Read(book, roster.Options{Today: today})
			if err != nil {
				return // it is no list, as another test says
			}
			b := newBench(t, 0)
			first := b.make(book)
			if first.Change.IsZero() {
				return // nobody in it can be taken
			}
			b.commit(first.Change)
			settled(t, first, b.make(book))
			for _, lang := range []string{"en", "es"} {
				settled(t, first, b.make(b.exported(lang, r.Country)))
			}
		})
	}
}

// exported is the cohort's roster in full, as a spreadsheet gets it.
func (b *bench) exported(lang, country string) *sheet.Book {
	b.t.Helper()
	d := b.desk()
	o := export.Options{Full: true, Lang: lang, Say: catalogue(b.t, lang)}
	table := export.Roster(d, d.Cohorts.Get(b.cohort), d.People.Get, o)
	var out bytes.Buffer
	if err := table.CSV(&out, o); err != nil {
		b.t.Fatal(err)
	}
	book, err := sheet.Read(context.Background(), "roster.csv", out.Bytes(), sheet.Options{})
	if err != nil {
		b.t.Fatal(err)
	}
	return book
}

var entryForm = regexp.MustCompile(`msgid "([^"]+)"\nmsgstr "([^"]*)"`)

// catalogue says messages as the program does, from the same files.
func catalogue(t testing.TB, lang string) func(model.Message) string {
	t.Helper()
	texts := map[string]string{}
	for _, area := range []string{"export", "word"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "ui", "lang", lang, area+".po"))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range entryForm.FindAllStringSubmatch(string(data), -1) {
			texts[m[1]] = m[2]
		}
	}
	return func(m model.Message) string {
		s := texts[m.ID]
		for _, a := range m.Args {
			s = strings.ReplaceAll(s, "{"+a.Name+"}", fmt.Sprint(a.Value))
		}
		return s
	}
}

func TestOneWordOfAName(t *testing.T) {
	b := newBench(t, 30)
	const text = "Nombre completo,Grado\nMadonna,Cabo\nAna Ruiz Soto,Cabo\n"
	b.bring(text)
	want(t, b.plan(text, nil), "rows 2: +0 ~0 =2 ?0 x0")
	// Nobody of another cohort is that Madonna without being asked.
	b.cohort = b.newCohort("MEX-26-2", 30)
	if p := b.plan("Nombre completo,Grado\nMadonna,Cabo\n", nil); p.Updated+p.Same > 0 {
		t.Errorf("one word proved somebody: %s", counts(p))
	}
}

// Who may be somebody is named, with where they stand and why.
func TestDoubtNamesTheOther(t *testing.T) {
	b := newBench(t, 30)
	p := b.plan(`Full name,Date of birth
Mohammed Abdel-Rahman Hassan,1985-03-04
Muhammad Abd El Rahman Hassan,1985-04-03
Hassan Mohamed Abdelrahman,1985-03-04
Mahmoud Tarek Fahmy,1990-01-21
`, nil)
	want(t, p, "rows 4: +2 ~0 =0 ?2 x0")
	for _, bad := range p.Problems {
		if bad.Message.ID != "intake.doubtful-row" || bad.Label.ID != "roster.field.name" {
			t.Errorf("row %d: %s %s", bad.Row, bad.Message.ID, bad.Label.ID)
			continue
		}
		said := map[string]any{}
		for _, a := range bad.Message.Args {
			said[a.Name] = a.Value
		}
		if said["row"] != 2 || said["who"] != "Mohammed Abdel-Rahman Hassan" || said["why"] == nil {
			t.Errorf("row %d says %v", bad.Row, said)
		}
	}
	b.bring(list)
	p = b.plan("Nombre,Apellido Paterno,Apellido Materno,Fecha de nacimiento\nItsel,Avila,Yañes,14/03/1988\n", nil)
	if len(p.Problems) != 1 || p.Problems[0].Message.ID != "intake.doubtful" {
		t.Errorf("%+v", p.Problems)
	}
}

func TestMoreThanACohortHolds(t *testing.T) {
	b := newBench(t, 30)
	p, err := Make(context.Background(), b.st, b.desk(), &roster.Reading{Rows: make([]roster.Row, model.MaxSeats+1)},
		Options{Cohort: b.cohort, NewID: b.st.NewID, Today: today})
	bad := problemsOf(err)
	if p != nil || len(bad) != 1 || bad[0].ID != "intake.too-many" {
		t.Errorf("%v, %+v", err, p)
	}
}

// BenchmarkFewWords is a list in which all bear a few names only, the worst
// there is for a search by the words of a name.
func BenchmarkFewWords(b *testing.B) {
	given := strings.Fields("Ana Luis José María Eva Juan Carlos Pedro Rosa Luz")
	var text strings.Builder
	text.WriteString("Nombre,Apellido Paterno,Apellido Materno,Fecha de nacimiento,Pasaporte\n")
	for i := range model.MaxSeats {
		fmt.Fprintf(&text, "%s %s,%s,%s,%d-%02d-%02d,G%07d\n", given[i%10], given[i/10%10], given[i/100%10]+"ez", given[i/1000%10]+"ez", 1970+i%30, i%12+1, i%28+1, i)
	}
	w := newBench(b, 0)
	reading := read(b, text.String())
	for b.Loop() {
		if _, err := Make(context.Background(), w.st, w.desk(), reading, Options{Cohort: w.cohort, NewID: w.st.NewID, Today: today}); err != nil {
			b.Fatal(err)
		}
	}
}
