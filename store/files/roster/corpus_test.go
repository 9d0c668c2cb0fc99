package roster

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/model"
	"muster/store/files/sheet"
)

var (
	update = flag.Bool("update", false, "write the readings anew")
	corpus = flag.Bool("corpus", false, "write the files of the corpus anew")
)

// today is when the corpus was written: dates are checked against it.
func today(t testing.TB) model.Date {
	d, ok := model.NewDate(2026, 11, 22)
	if !ok {
		t.Fatal("no such day")
	}
	return d
}

// A reading as it is kept in testdata: what matters of a Reading, in words.
type keptReading struct {
	Error      string            `json:"error,omitempty"`
	Encoding   string            `json:"encoding,omitempty"`
	Delimiter  string            `json:"delimiter,omitempty"`
	Sheet      string            `json:"sheet"`
	HeaderRow  int               `json:"headerRow"`
	HeaderRows int               `json:"headerRows,omitempty"`
	Mapping    map[string]string `json:"mapping"`
	Dates      string            `json:"dates"`
	Country    string            `json:"country"`
	Rows       []keptRow         `json:"rows"`
	Skipped    map[string][]int  `json:"skipped,omitempty"`
	Notices    []string          `json:"notices,omitempty"`
}

type keptRow struct {
	Entry    Entry    `json:"entry"`
	OK       bool     `json:"ok"`
	Problems []string `json:"problems,omitempty"`
}

func kept(b *sheet.Book, r *Reading, err error) keptReading {
	k := keptReading{
		Encoding: string(b.Encoding), Sheet: r.SheetName, HeaderRow: r.HeaderRow, HeaderRows: r.HeaderRows,
		Mapping: map[string]string{}, Country: r.Country, Skipped: map[string][]int{},
	}
	if b.Delimiter != 0 {
		k.Delimiter = string(b.Delimiter)
	}
	if err != nil {
		k.Error = problemID(err)
	}
	for c, f := range r.Mapping {
		k.Mapping[sheet.ColumnName(c)+" "+r.Headers[c]] = string(f)
	}
	k.Dates = map[DateOrder]string{DayFirst: "day first", MonthFirst: "month first"}[r.DateOrder]
	if !r.DateOrderSure {
		k.Dates += ", unsure"
	}
	for _, row := range r.Rows {
		kr := keptRow{Entry: row.Entry, OK: row.OK()}
		for _, p := range row.Problems {
			kr.Problems = append(kr.Problems, string(p.Field)+" "+sheet.ColumnName(p.Column)+" "+p.Message.ID+" "+p.Value)
		}
		k.Rows = append(k.Rows, kr)
	}
	for _, s := range r.Skipped {
		k.Skipped[s.Reason.ID] = append(k.Skipped[s.Reason.ID], s.Row)
	}
	for _, n := range r.Notices {
		k.Notices = append(k.Notices, n.ID)
	}
	return k
}

func problemID(err error) string {
	var p *model.Problem
	if errors.As(err, &p) {
		return p.ID
	}
	return err.Error()
}

// TestCorpus reads every file of testdata/corpus and compares with the reading
// kept beside it. Look at a new reading before keeping it:
//
//	go test ./store/files/roster -run Corpus -update
func TestCorpus(t *testing.T) {
	if *corpus {
		writeCorpus(t)
	}
	files, err := filepath.Glob("testdata/corpus/*")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			b, err := sheet.Open(context.Background(), file, sheet.Options{})
			if err != nil {
				t.Fatal(err)
			}
			r, err := Read(b, Options{Today: today(t)})
			got := encoded(t, kept(b, r, err))
			golden := filepath.Join("testdata", "readings", name+".json")
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func encoded(t testing.TB, k keptReading) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(k); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
