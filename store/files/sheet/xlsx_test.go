package sheet

import (
	"bytes"
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"muster/model"
)

// workbookOf makes a workbook with another program's library, so that our
// reader is not tested against our own idea of the format.
func workbookOf(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readBytes(t testing.TB, name string, data []byte, o Options) *Book {
	t.Helper()
	b, err := Read(context.Background(), name, data, o)
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	return b
}

func texts(s Sheet) map[int][]string {
	out := map[int][]string{}
	for _, r := range s.Rows {
		row := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			row[i] = c.Text
		}
		out[r.Number] = row
	}
	return out
}

func set(t testing.TB, f *excelize.File, cell string, v any) {
	t.Helper()
	if err := f.SetCellValue("Sheet1", cell, v); err != nil {
		t.Fatal(err)
	}
}

func TestXLSXCells(t *testing.T) {
	data := workbookOf(t, func(f *excelize.File) {
		set(t, f, "A1", "  Muñoz  Peña\u00a0")
		set(t, f, "B1", 1234567890123)
		set(t, f, "C1", time.Date(1988, 3, 12, 0, 0, 0, 0, time.UTC))
		set(t, f, "D1", true)
		set(t, f, "F1", "أحمد")
		set(t, f, "A4", 0.1+0.2)
		padded := "00000"
		style, _ := f.NewStyle(&excelize.Style{CustomNumFmt: &padded})
		set(t, f, "B4", 42)
		_ = f.SetCellStyle("Sheet1", "B4", "B4", style)
		spanish := `[$-80A]dd" de "mmmm" de "yyyy`
		style, _ = f.NewStyle(&excelize.Style{CustomNumFmt: &spanish})
		set(t, f, "C4", 32214)
		_ = f.SetCellStyle("Sheet1", "C4", "C4", style)
		hours := "[h]:mm"
		style, _ = f.NewStyle(&excelize.Style{CustomNumFmt: &hours})
		set(t, f, "D4", 0.5)
		_ = f.SetCellStyle("Sheet1", "D4", "D4", style)
		_ = f.SetCellRichText("Sheet1", "E4", []excelize.RichTextRun{{Text: "Son"}, {Text: "ora", Font: &excelize.Font{Bold: true}}})
		set(t, f, "A5", "red\x1b[31m\u202Ealert")
		set(t, f, "A9", "")
	})
	b := readBytes(t, "x.xlsx", data, Options{})
	want := map[int][]string{
		1: {"Muñoz Peña", "1234567890123", "1988-03-12", "1", "", "أحمد"},
		4: {"0.3", "00042", "1988-03-12", "0.5", "Sonora"},
		5: {"red[31malert"},
	}
	if diff := cmp.Diff(want, texts(b.Sheets[0])); diff != "" {
		t.Error(diff)
	}
	day, _ := model.NewDate(1988, 3, 12)
	if c := b.Sheets[0].Rows[0].Cell(2); c.Kind != Date || c.Day != day {
		t.Errorf("date cell: %+v", c)
	}
	if k := b.Sheets[0].Rows[1].Cell(3).Kind; k != Number {
		t.Errorf("a time of day is kind %d", k)
	}
}

func TestXLSXMergedHiddenAndCharts(t *testing.T) {
	data := workbookOf(t, func(f *excelize.File) {
		set(t, f, "A1", "LISTA DE PARTICIPANTES")
		_ = f.MergeCell("Sheet1", "A1", "C1")
		set(t, f, "A2", "Apellidos")
		_ = f.MergeCell("Sheet1", "A2", "B2")
		set(t, f, "C2", "Rango")
		_ = f.MergeCell("Sheet1", "C2", "C3")
		set(t, f, "A3", "Paterno")
		set(t, f, "B3", "Materno")
		set(t, f, "C4", "Agente")
		_ = f.MergeCell("Sheet1", "C4", "C5")
		set(t, f, "A4", "Yáñez")
		set(t, f, "A5", "Burrola")
		if _, err := f.NewSheet("Catálogo"); err != nil {
			t.Fatal(err)
		}
		_ = f.SetCellValue("Catálogo", "A1", "x")
		_ = f.SetSheetVisible("Catálogo", false)
	})
	b := readBytes(t, "x.xlsx", data, Options{})
	want := map[int][]string{
		1: {"LISTA DE PARTICIPANTES", "LISTA DE PARTICIPANTES", "LISTA DE PARTICIPANTES"},
		2: {"Apellidos", "Apellidos", "Rango"},
		3: {"Paterno", "Materno", "Rango"},
		4: {"Yáñez", "", "Agente"},
		5: {"Burrola", "", "Agente"},
	}
	if diff := cmp.Diff(want, texts(b.Sheets[0])); diff != "" {
		t.Error(diff)
	}
	if len(b.Sheets) != 2 || !b.Sheets[1].Hidden || b.Sheets[1].Name != "Catálogo" {
		t.Errorf("sheets: %+v", b.Sheets)
	}
}

// Our reader and the library must agree on every cell of a large sheet.
func TestXLSXAgreesWithLibrary(t *testing.T) {
	data := largeWorkbook(t, 200, 12)
	b := readBytes(t, "x.xlsx", data, Options{})
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j, want := range row {
			if got := b.Sheets[0].Rows[i].Cell(j).Text; got != want {
				t.Fatalf("row %d column %d: %q, library %q", i+1, j, got, want)
			}
		}
	}
}

func largeWorkbook(t testing.TB, rows, columns int) []byte {
	return workbookOf(t, func(f *excelize.File) {
		w, err := f.NewStreamWriter("Sheet1")
		if err != nil {
			t.Fatal(err)
		}
		for r := 1; r <= rows; r++ {
			row := make([]any, columns)
			for c := range row {
				if c%5 == 0 {
					row[c] = r * (c + 1)
				} else {
					row[c] = fmt.Sprintf("valor & <%d> «%d»", r, c)
				}
			}
			cell, _ := excelize.CoordinatesToCellName(1, r)
			if err := w.SetRow(cell, row); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
	})
}

func TestXLSXTruncated(t *testing.T) {
	data := largeWorkbook(t, 50, 5)
	for n := 4; n < len(data); n += 97 {
		if _, err := Read(context.Background(), "x.xlsx", data[:n], Options{}); problemID(err) != "sheet.damaged" {
			t.Fatalf("cut at %d: %v", n, err)
		}
	}
}

// Any single byte changed must end in an error for the user or in a reading,
// never in a panic.
func TestXLSXFlipped(t *testing.T) {
	data := largeWorkbook(t, 20, 4)
	for i := 0; i < len(data); i += 3 {
		bad := bytes.Clone(data)
		bad[i] ^= 0x55
		if _, err := Read(context.Background(), "x.xlsx", bad, Options{}); err != nil && problemID(err) == "" {
			t.Fatalf("byte %d: %v is no problem for the user", i, err)
		}
	}
}

func BenchmarkXLSX10000x25(b *testing.B) {
	data := largeWorkbook(b, 10_000, 25)
	b.ReportAllocs()
	for b.Loop() {
		readBytes(b, "x.xlsx", data, Options{})
	}
}
