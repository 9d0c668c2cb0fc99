// Package sheet reads the tables other programs make — CSV and its relatives,
// and XLSX — into one plain form, and writes CSV.
//
// What comes in is hostile: sizes are bounded before memory is taken, every
// cell passes model.Clean, and nothing is computed or followed (no formulas,
// no links). Dates and numbers are taken as stored, never as a program would
// have shown them. The package knows nothing of what the cells mean; that is
// the business of its neighbours, such as roster.
//
// XLSX is read by code of our own over archive/zip: the general library took
// 1.8 s and the whole sheet in memory for 10,000 rows of 25 columns once dates
// had to be told from numbers, and 2.2 ms at every start of the program.
package sheet

import (
	"strings"

	"muster/model"
)

// A Kind is what a cell holds.
type Kind uint8

// Kinds of cells. CSV has only Empty and Text.
const (
	Empty  Kind = iota
	Text        // words, or anything the file keeps as words
	Number      // Number holds the value, Text its shortest decimal form
	Date        // Day holds the day (0 when there is only a time), Text is yyyy-mm-dd
	Bool        // Number is 0 or 1
	Fault       // a formula that failed: Text is "#N/A", "#REF!", …
)

// A Cell is one cell, cleaned.
type Cell struct {
	Text   string
	Number float64
	Day    model.Date
	Kind   Kind
	Merged bool // filled from the first cell of the merged block it lies in
}

// IsBlank reports whether the cell says nothing.
func (c Cell) IsBlank() bool { return c.Text == "" }

// A Row is one row that has something in it.
type Row struct {
	Number int    // as the file's own program shows it: lines of a CSV count quoted line ends
	Cells  []Cell // as many as the row has; columns beyond are blank
}

// Cell is the cell of a column (from 0), blank beyond the row's end.
func (r Row) Cell(column int) Cell {
	if column < 0 || column >= len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column]
}

// A Sheet is one table. Blank rows are left out; the numbers tell where they
// were.
type Sheet struct {
	Name    string
	Hidden  bool
	Rows    []Row
	Columns int // of the longest row
}

// A Format is a kind of file that is read.
type Format string

// The formats that are read.
const (
	CSV  Format = "csv"
	XLSX Format = "xlsx"
)

// A Book is a file that was read.
type Book struct {
	Format    Format
	Encoding  Encoding // of a CSV: as found, or as asked for
	Sure      bool     // whether the encoding admits no other reading
	Delimiter rune     // of a CSV
	Sheets    []Sheet  // in the file's order, at least one
	Mended    int      // cells whose letters a program had garbled (NÃºÃ±ez) and that were put right
	Spoiled   int      // cells with garbled letters that could not be put right
}

// Limits bound what is taken in. A file past one of them is refused, not cut.
type Limits struct {
	Bytes     int64 // the file
	Unpacked  int64 // all parts of an XLSX together, unpacked
	Sheets    int
	Rows      int // of one sheet
	Columns   int
	Cells     int // of all sheets together
	CellRunes int // of one cell
}

// DefaultLimits are far beyond any roster, and small enough for any machine.
func DefaultLimits() Limits {
	return Limits{Bytes: 64 << 20, Unpacked: 512 << 20, Sheets: 64, Rows: 100_000, Columns: 256, Cells: 4_000_000, CellRunes: 8_000}
}

// or fills what is not set.
func (l Limits) or(d Limits) Limits {
	pick := func(a, b int) int {
		if a > 0 {
			return a
		}
		return b
	}
	return Limits{
		Bytes:     int64(pick(int(l.Bytes), int(d.Bytes))),
		Unpacked:  int64(pick(int(l.Unpacked), int(d.Unpacked))),
		Sheets:    pick(l.Sheets, d.Sheets),
		Rows:      pick(l.Rows, d.Rows),
		Columns:   pick(l.Columns, d.Columns),
		Cells:     pick(l.Cells, d.Cells),
		CellRunes: pick(l.CellRunes, d.CellRunes),
	}
}

// Options say what to do otherwise than found. The zero value finds all.
type Options struct {
	Encoding  Encoding
	Delimiter rune
	Limits    Limits
	// Progress, when set, is told from time to time how many of the bytes have
	// been read, in the goroutine that reads.
	Progress func(done, total int64)
}

// ColumnName is the name spreadsheets give a column (from 0): A, …, Z, AA, ….
func ColumnName(column int) string {
	if column < 0 {
		return ""
	}
	var b [8]byte
	i := len(b)
	for column >= 0 && i > 0 {
		i--
		b[i] = byte('A' + column%26)
		column = column/26 - 1
	}
	return string(b[i:])
}

// wrong makes the error of a file: ids sheet.*, each with its remedy.
func wrong(id string, pairs ...any) error {
	return &model.Problem{Message: model.Say("sheet."+id, pairs...)}
}

// plainName bounds the name of a sheet, which its author typed.
func plainName(s string) string {
	s = model.Clean(s)
	if r := []rune(s); len(r) > 64 {
		s = strings.TrimSpace(string(r[:64]))
	}
	return s
}
