package sheet

import (
	"bufio"
	"io"
	"strings"
)

// A Writer writes CSV that spreadsheets open rightly by double click: UTF-8
// with its mark, CR LF, every cell quoted that needs it. Cells that a
// spreadsheet would compute are defused with a leading apostrophe.
type Writer struct {
	w         *bufio.Writer
	delimiter string
	begun     bool
}

// NewWriter writes to w; Flush ends it. The delimiter is ',' or, for countries
// whose spreadsheets expect it, ';'.
func NewWriter(w io.Writer, delimiter rune) *Writer {
	return &Writer{w: bufio.NewWriter(w), delimiter: string(delimiter)}
}

// Row writes one row.
func (w *Writer) Row(cells ...string) error {
	if !w.begun {
		w.begun = true
		if _, err := w.w.WriteString("\uFEFF"); err != nil {
			return err
		}
	}
	for i, c := range cells {
		if i > 0 {
			if _, err := w.w.WriteString(w.delimiter); err != nil {
				return err
			}
		}
		c = Defuse(c)
		if strings.ContainsAny(c, "\"\r\n,;\t") || c != strings.TrimSpace(c) {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		if _, err := w.w.WriteString(c); err != nil {
			return err
		}
	}
	_, err := w.w.WriteString("\r\n")
	return err
}

// Flush writes out what is held back and returns the first error of all.
func (w *Writer) Flush() error { return w.w.Flush() }

// Defuse makes a cell harmless that a spreadsheet would take for a formula: a
// leading =, +, -, @, tab or line end gets an apostrophe before it.
func Defuse(s string) string {
	trimmed := strings.TrimLeft(s, " \u00A0")
	if strings.TrimSpace(s) != "" && strings.IndexByte("=+-@\t\r\n", trimmed[0]) >= 0 {
		return "'" + s
	}
	return s
}

// Undefuse takes the apostrophe away again that Defuse set, so that what we
// exported comes back as it was.
func Undefuse(s string) string {
	if len(s) > 1 && s[0] == '\'' && Defuse(s[1:]) != s[1:] {
		return strings.TrimSpace(s[1:])
	}
	return s
}
