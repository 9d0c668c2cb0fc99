package roster

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"muster/model"
	"muster/store/files/sheet"
)

// FuzzRead feeds whole files through both readers: whatever comes in, there is
// a reading or a problem for the user, every value is clean and bounded, and
// reading again says the same.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/corpus/*")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		if len(data) < 4<<10 {
			f.Add(data)
		}
	}
	now := today(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := sheet.Limits{Bytes: 1 << 20, Unpacked: 4 << 20, Rows: 2000, Columns: 64, Cells: 20_000, CellRunes: 500}
		b, err := sheet.Read(context.Background(), "fuzz.csv", data, sheet.Options{Limits: limits})
		if err != nil {
			if !mendable(err) {
				t.Fatalf("no problem for the user: %v", err)
			}
			return
		}
		o := Options{Today: now}
		r, err := Read(b, o)
		if r == nil || err != nil && !mendable(err) {
			t.Fatalf("no problem for the user: %v", err)
		}
		check(t, r)
		again, _ := Read(b, o)
		if len(again.Rows) != len(r.Rows) || again.HeaderRow != r.HeaderRow || again.Country != r.Country {
			t.Fatal("read twice, told two things")
		}
	})
}

// mendable reports whether an error tells the user what to do.
func mendable(err error) bool {
	var p *model.Problem
	return errors.As(err, &p)
}

func check(t *testing.T, r *Reading) {
	last := 0
	for _, row := range r.Rows {
		if row.Number <= last {
			t.Fatalf("row %d after row %d", row.Number, last)
		}
		last = row.Number
		e := row.Entry
		for _, s := range []string{e.Name.Given, e.Name.Family, e.Name.Family2, e.Name.Native, e.Rank, e.Agency, e.Phone} {
			if s != model.Clean(s) || utf8.RuneCountInString(s) > model.MaxName {
				t.Fatalf("row %d: %q is not clean", row.Number, s)
			}
		}
		if row.OK() && e.Name.Given == "" && e.Name.Family == "" {
			t.Fatalf("row %d is taken without a name", row.Number)
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"23/04/1991", "12 de marzo de 1988", "1er août 1990", "١٢/٣/١٩٨٨", "32214", "12-III-88", "1991-04-23T00:00:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := parseDate(s)
		for _, o := range []DateOrder{DayFirst, MonthFirst} {
			if day, ok := d.date(o, 10); ok {
				if y, _, _ := day.Civil(); y < 1900 || y > 2199 {
					t.Fatalf("%q is the year %d", s, y)
				}
			}
		}
	})
}

func FuzzHeading(f *testing.F) {
	f.Add("Apellido Paterno")
	f.Add("Nom / Surname (en majuscules)")
	f.Fuzz(func(t *testing.T, s string) {
		if g := guessHeading(s); (g.field == Ignored) != (g.score == 0) || g.score > 100 {
			t.Fatalf("%q: %+v", s, g)
		}
	})
}
