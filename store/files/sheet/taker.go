package sheet

import (
	"context"
	"strings"
	"unicode/utf8"

	"muster/model"
)

// A taker takes cells in, whatever the format, and keeps to the limits.
type taker struct {
	limits Limits
	cells  int // taken so far, in all sheets

	mended, spoiled int // of them, with garbled letters
	done            func(done int64)
}

// watch checks the context and tells the progress every so many rows.
func (t *taker) watch(ctx context.Context, rows int, done int64) error {
	if rows%512 != 0 {
		return nil
	}
	if t.done != nil {
		t.done(done)
	}
	return ctx.Err()
}

// text cleans one cell's text. The bound is on what is left after cleaning.
func (t *taker) text(raw string, row, column int) (string, error) {
	raw, mended, spoiled := ungarbled(raw)
	if mended {
		t.mended++
	}
	if spoiled {
		t.spoiled++
	}
	s := model.Clean(withoutSequences(raw))
	if len(s) > t.limits.CellRunes && utf8.RuneCountInString(s) > t.limits.CellRunes {
		return "", wrong("cell-too-long", "row", row, "column", ColumnName(column), "max", t.limits.CellRunes)
	}
	return s, nil
}

// add puts a row into the sheet unless it is blank.
func (t *taker) add(s *Sheet, number int, cells []Cell) error {
	for len(cells) > 0 && cells[len(cells)-1].Text == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) == 0 {
		return nil
	}
	t.cells += len(cells)
	switch {
	case len(cells) > t.limits.Columns:
		return wrong("too-many-columns", "row", number, "max", t.limits.Columns)
	case len(s.Rows) == t.limits.Rows:
		return wrong("too-many-rows", "max", t.limits.Rows)
	case t.cells > t.limits.Cells:
		return wrong("too-many-cells", "row", number, "max", t.limits.Cells)
	}
	s.Columns = max(s.Columns, len(cells))
	kept := make([]Cell, len(cells))
	copy(kept, cells)
	s.Rows = append(s.Rows, Row{Number: number, Cells: kept})
	return nil
}

// withoutSequences takes out whole terminal escape sequences, of which Clean
// would leave the harmless rest: "\x1b[31mred" becomes "red", not "[31mred".
func withoutSequences(s string) string {
	i := strings.IndexByte(s, 0x1B)
	if i < 0 {
		return s
	}
	var b strings.Builder
	for i >= 0 {
		b.WriteString(s[:i])
		s = s[i+sequence(s[i:]):]
		i = strings.IndexByte(s, 0x1B)
	}
	b.WriteString(s)
	return b.String()
}

// sequence is the length of the escape sequence s begins with: ESC [ … up to a
// final letter, ESC ] … up to BEL or ESC \, or ESC alone. One that never ends
// is no more than its ESC.
func sequence(s string) int {
	if len(s) < 2 {
		return 1
	}
	switch s[1] {
	case '[':
		for i := 2; i < len(s) && i < 64; i++ {
			if s[i] >= 0x40 && s[i] <= 0x7E {
				return i + 1
			}
		}
	case ']', 'P', '^', '_':
		for i := 2; i < len(s); i++ {
			switch {
			case s[i] == 0x07:
				return i + 1
			case s[i] == 0x1B && i+1 < len(s) && s[i+1] == '\\':
				return i + 2
			}
		}
	}
	return 1
}
