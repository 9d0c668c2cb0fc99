package sheet

import (
	"context"
	"strconv"
	"strings"

	"muster/model"
)

// maxRow and maxColumn are the last of a spreadsheet (1,048,576 and XFD).
const (
	maxRow    = 1 << 20
	maxColumn = 1 << 14
)

// readSheet reads one worksheet.
func (w *workbook) readSheet(ctx context.Context, name string, t *taker, sheet *Sheet) error {
	part, err := w.open(name)
	if err != nil {
		return err
	}
	defer part.Close()
	r := &sheetReader{w: w, t: t, s: newScanner(part, w.textLimit()), sheet: sheet}
	rows := 0
	for {
		tok, err := r.s.next()
		if err != nil {
			return err
		}
		switch {
		case tok == eof:
			r.fill()
			return nil
		case tok != start:
		case r.s.is("row"):
			rows++
			if err := t.watch(ctx, rows, 0); err != nil {
				return err
			}
			if err := r.row(); err != nil {
				return err
			}
		case r.s.is("mergeCell"):
			if ref, ok := r.s.attr("ref"); ok && len(r.merged) < 10_000 {
				r.merged = append(r.merged, ref)
			}
		}
	}
}

type sheetReader struct {
	w      *workbook
	t      *taker
	s      *scanner
	sheet  *Sheet
	number int // of the row being read
	cells  []Cell
	merged []string
}

// row reads the cells of a row. A row without number follows the last one.
func (r *sheetReader) row() error {
	r.number++
	if ref, ok := r.s.attr("r"); ok {
		n, err := strconv.Atoi(ref)
		if err != nil || n < r.number || n > maxRow {
			return errXML
		}
		r.number = n
	}
	clear(r.cells)
	r.cells = r.cells[:0]
	column := -1
	for {
		tok, err := r.s.next()
		switch {
		case err != nil:
			return err
		case tok == eof, tok == end && r.s.is("row"):
			return r.t.add(r.sheet, r.number, r.cells)
		case tok != start || !r.s.is("c"):
			continue
		}
		column++
		if ref, ok := r.s.attr("r"); ok {
			if column, _, ok = position(ref); !ok {
				return errXML
			}
		}
		c, err := r.cell(column)
		if err != nil {
			return err
		}
		if c.Text == "" {
			continue
		}
		if column >= r.t.limits.Columns {
			return wrong("too-many-columns", "row", r.number, "max", r.t.limits.Columns)
		}
		for len(r.cells) <= column {
			r.cells = append(r.cells, Cell{})
		}
		r.cells[column] = c
	}
}

// cell reads one cell to its end.
func (r *sheetReader) cell(column int) (Cell, error) {
	kind, _ := r.s.attr("t")
	style := 0
	if v, ok := r.s.attr("s"); ok {
		if n, err := strconv.Atoi(v); err == nil {
			style = n
		}
	}
	value, err := r.value(column)
	if err != nil || value == "" {
		return Cell{}, err
	}
	return r.make(kind, value, style, column)
}

// value reads the text of a cell: of <v>, or of <is> with its runs.
func (r *sheetReader) value(column int) (string, error) {
	var b strings.Builder
	take, phonetic := false, 0
	depth := r.s.depth
	for {
		tok, err := r.s.next()
		if err != nil {
			return "", err
		}
		switch tok {
		case eof:
			return b.String(), nil
		case start:
			take = phonetic == 0 && (r.s.is("v") || r.s.is("t"))
			if r.s.is("rPh") {
				phonetic++
			}
		case end:
			take = false
			if r.s.is("rPh") {
				phonetic--
			}
			if r.s.depth < depth {
				return b.String(), nil
			}
		case chars:
			if take {
				b.Write(r.s.text)
				if r.s.long || b.Len() > r.w.textLimit() {
					return "", wrong("cell-too-long", "row", r.number, "column", ColumnName(column), "max", r.w.limits.CellRunes)
				}
			}
		}
	}
}

func (r *sheetReader) make(kind, value string, style, column int) (Cell, error) {
	switch kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || n < 0 || n >= len(r.w.strings) {
			return Cell{}, errXML
		}
		return r.text(unescapeX(r.w.strings[n]), column)
	case "str", "inlineStr":
		return r.text(unescapeX(value), column)
	case "b":
		if strings.TrimSpace(value) == "1" || value == "true" {
			return Cell{Kind: Bool, Number: 1, Text: "1"}, nil
		}
		return Cell{Kind: Bool, Text: "0"}, nil
	case "e":
		c, err := r.text(value, column)
		c.Kind = Fault
		return c, err
	case "d":
		if len(value) >= 10 {
			if d, err := model.ParseDate(value[:10]); err == nil {
				return Cell{Kind: Date, Day: d, Text: d.String()}, nil
			}
		}
		return r.text(value, column)
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil {
		return r.text(value, column)
	}
	return r.w.number(v, style), nil
}

func (r *sheetReader) text(raw string, column int) (Cell, error) {
	s, err := r.t.text(raw, r.number, column)
	if err != nil || s == "" {
		return Cell{}, err
	}
	return Cell{Kind: Text, Text: s}, nil
}

// unescapeX resolves "_x000D_", which stands for a character XML cannot hold.
func unescapeX(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		s = s[i:]
		if len(s) >= 7 && s[6] == '_' {
			if n, err := strconv.ParseUint(s[2:6], 16, 16); err == nil {
				b.WriteRune(rune(n))
				s = s[7:]
				continue
			}
		}
		b.WriteString(s[:2])
		s = s[2:]
	}
}

// position reads "BC12" as column 54 (from 0) and row 12.
func position(ref string) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		column = column*26 + int(c-'A') + 1
	}
	row, err := strconv.Atoi(ref[i:])
	return column - 1, row, i > 0 && err == nil && column <= maxColumn && row > 0
}

// fill writes the value of each merged block into all its cells, as far as
// there are rows, so that a heading over three columns is a heading of each.
func (r *sheetReader) fill() {
	budget := 200_000
	for _, ref := range r.merged {
		from, to, _ := strings.Cut(ref, ":")
		left, top, ok1 := position(from)
		right, bottom, ok2 := position(to)
		if !ok1 || !ok2 || left >= r.sheet.Columns {
			continue
		}
		right = min(right, r.sheet.Columns-1)
		first := r.at(top)
		if first < 0 {
			continue
		}
		c := r.sheet.Rows[first].Cell(left)
		if c.Text == "" {
			continue
		}
		c.Merged = true
		for i := first; i < len(r.sheet.Rows) && r.sheet.Rows[i].Number <= bottom; i++ {
			row := &r.sheet.Rows[i]
			for k := left; k <= right; k++ {
				if budget--; budget < 0 {
					return
				}
				for len(row.Cells) <= k {
					row.Cells = append(row.Cells, Cell{})
				}
				if row.Cells[k].Text == "" {
					row.Cells[k] = c
				}
			}
		}
	}
}

// at finds the row with a number, or -1.
func (r *sheetReader) at(number int) int {
	lo, hi := 0, len(r.sheet.Rows)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.sheet.Rows[mid].Number < number {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(r.sheet.Rows) && r.sheet.Rows[lo].Number == number {
		return lo
	}
	return -1
}
