package roster

import (
	"context"
	"strings"
	"testing"

	"muster/model/names"
	"muster/store/files/sheet"
)

func bookOf(t testing.TB, text string) *sheet.Book {
	t.Helper()
	b, err := sheet.Read(context.Background(), "lista.csv", []byte(text), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func mustRead(t testing.TB, b *sheet.Book, o Options) *Reading {
	t.Helper()
	o.Today = today(t)
	r, err := Read(b, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const small = `Lista
Uno,Dos,Fecha de nacimiento,Pasaporte
Itzel,Ávila Yáñez,03/04/1991,G1
Hugo,Nava Ríos,05/06/1990,G2
`

// What was found can be put right, and nothing else changes.
func TestOptionsPutRight(t *testing.T) {
	b := bookOf(t, small)
	if r, err := Read(b, Options{}); r == nil || problemID(err) != "roster.no-name-column" && err != nil {
		t.Fatalf("unknown headings: %v", err)
	}
	r := mustRead(t, b, Options{HeaderRow: 2, Mapping: map[int]Field{0: Given, 1: Surnames}, Country: "MX"})
	if len(r.Rows) != 2 || r.HeaderRow != 2 || r.DateOrderSure {
		t.Fatalf("%d rows, header %d", len(r.Rows), r.HeaderRow)
	}
	first := r.Rows[0].Entry
	if first.Name != (names.Name{Given: "Itzel", Family: "Ávila", Family2: "Yáñez"}) || first.Born.String() != "1991-04-03" || first.Country != "MX" {
		t.Errorf("%+v", first)
	}
	r = mustRead(t, b, Options{HeaderRow: 2, Mapping: map[int]Field{0: Given, 1: Surnames, 3: Ignored}, DateOrder: MonthFirst})
	first = r.Rows[0].Entry
	if first.Born.String() != "1991-03-04" || first.Passport != "" || !r.DateOrderSure || len(r.Rows[0].Problems) != 0 {
		t.Errorf("month first: %+v %+v", first, r.Rows[0].Problems)
	}
	r = mustRead(t, b, Options{HeaderRow: 2, Mapping: map[int]Field{0: Given, 1: Surnames}, DateOrder: DayFirst, Cells: map[Spot]string{{3, 2}: "1992-12-30", {4, 1}: "\x1b[31mNava", {4, 9}: "x"}})
	if r.Rows[0].Entry.Born.String() != "1992-12-30" || strings.Contains(r.Rows[1].Entry.Name.Family, "\x1b") {
		t.Errorf("cells: %+v", r.Rows)
	}
	if b.Sheets[0].Rows[2].Cell(2).Text != "03/04/1991" {
		t.Error("a correction changed the book")
	}
	// A field set on one column leaves another.
	b = bookOf(t, "Nombre,Apellidos,Teléfono,Contacto\nAna,Ruiz,1,2\n")
	r = mustRead(t, b, Options{Mapping: map[int]Field{3: Given}})
	if r.Rows[0].Entry.Name.Given != "Ana 2" {
		t.Errorf("given names in two columns: %+v", r.Rows[0].Entry.Name)
	}
	r = mustRead(t, b, Options{Mapping: map[int]Field{2: Surnames}})
	if r.Mapping[1] == Surnames || r.Mapping[2] != Surnames {
		t.Errorf("mapping %v", r.Mapping)
	}
}

func TestNoHeaderAsked(t *testing.T) {
	b := bookOf(t, "Ana Ruiz Soto,Policía,1990-05-17\nHugo Nava Ríos,Policía,1991-02-03\nLuz Lara Mora,Policía,1992-09-30\n")
	r := mustRead(t, b, Options{HeaderRow: NoHeader})
	if r.HeaderRow != NoHeader || len(r.Rows) != 3 || len(r.Notices) != 0 {
		t.Errorf("%+v", r)
	}
}

func TestNothingToRead(t *testing.T) {
	for id, c := range map[string]struct {
		text string
		o    Options
	}{
		"roster.no-name-column": {"1,2\n3,4\n", Options{}},
		"roster.no-rows":        {"Nombre,Apellidos,Pasaporte\n", Options{}},
		"roster.no-sheet":       {small, Options{Sheet: 7}},
		"roster.no-header-row":  {small, Options{HeaderRow: 99}},
	} {
		r, err := Read(bookOf(t, c.text), c.o)
		if r == nil || err == nil || problemID(err) != id {
			t.Errorf("%s: %v", id, err)
		}
	}
	if r, err := Read(nil, Options{}); r == nil || problemID(err) != "roster.no-rows" {
		t.Errorf("no book: %v", err)
	}
}

// The same file is read the same, whatever the machine's map order.
func TestReadingIsTheSameEachTime(t *testing.T) {
	b := bookOf(t, textFiles["mx-sonora-plain.csv"].text)
	want := string(encoded(t, kept(b, mustRead(t, b, Options{}), nil)))
	for range 20 {
		if got := string(encoded(t, kept(b, mustRead(t, b, Options{}), nil))); got != want {
			t.Fatal("two readings of one file differ")
		}
	}
}

// Problems carry what their sentence needs and no more than a screen holds.
func TestProblemsAreShort(t *testing.T) {
	b := bookOf(t, "Nombre,Apellidos,Fecha de nacimiento\nAna,Ruiz,"+strings.Repeat("x", 500)+"\n"+strings.Repeat("y", 200)+",Soto,1990-01-02\n")
	r := mustRead(t, b, Options{})
	if len(r.Rows) != 2 || len(r.Rows[0].Problems) != 1 || r.Rows[1].OK() {
		t.Fatalf("%+v", r.Rows)
	}
	for _, row := range r.Rows {
		for _, p := range row.Problems {
			if len(p.Value) > 100 || p.Message.ID == "" {
				t.Errorf("problem %q with a value of %d bytes", p.Message.ID, len(p.Value))
			}
		}
	}
}

// The one day a record cannot hold is said to be so.
func TestFirstOfJanuary1970(t *testing.T) {
	r := mustRead(t, bookOf(t, "Nombre,Apellidos,Fecha de nacimiento\nAna,Ruiz,01/01/1970\nLuz,Nava,25569\n"), Options{})
	for _, row := range r.Rows {
		if !row.Entry.Born.IsZero() || len(row.Problems) != 1 || row.Problems[0].Message.ID != "roster.date-first-of-1970" {
			t.Errorf("%+v", row)
		}
	}
}
