package sheet

import (
	"context"
	"strconv"
	"strings"
)

// A listedSheet is an entry of the workbook's table of contents.
type listedSheet struct {
	name   string
	hidden bool
	part   string
}

// readContents reads the names of the sheets and which calendar is used.
// Charts and dialogs, which are listed among the sheets, are left out.
func (w *workbook) readContents(main string) ([]listedSheet, error) {
	rels, err := w.relations(main)
	if err != nil {
		return nil, err
	}
	target := map[string]string{}
	for _, r := range rels {
		if strings.HasSuffix(r.kind, "/worksheet") {
			target[r.id] = r.target
		}
	}
	part, err := w.open(main)
	if err != nil {
		return nil, err
	}
	defer part.Close()
	var out []listedSheet
	s := newScanner(part, 4096)
	for {
		t, err := s.next()
		if err != nil || t == eof {
			return out, err
		}
		switch {
		case t != start:
		case s.is("workbookPr"):
			v, _ := s.attr("date1904")
			w.from04 = v == "1" || v == "true"
		case s.is("sheet"):
			id, _ := s.attr("id")
			if target[id] == "" {
				continue
			}
			name, _ := s.attr("name")
			state, _ := s.attr("state")
			out = append(out, listedSheet{name: name, hidden: state == "hidden" || state == "veryHidden", part: target[id]})
		}
		if len(out) > maxParts {
			return nil, errXML
		}
	}
}

// named finds the part that a workbook's relation of the kind leads to.
func (w *workbook) named(main, kind string) string {
	rels, err := w.relations(main)
	if err != nil {
		return ""
	}
	for _, r := range rels {
		if strings.HasSuffix(r.kind, kind) && w.parts[r.target] != nil {
			return r.target
		}
	}
	return ""
}

// readStrings reads the table of shared strings: every text of the workbook
// once. What is spoken under Japanese text is left out.
func (w *workbook) readStrings(ctx context.Context, main string) error {
	name := w.named(main, "/sharedStrings")
	if name == "" {
		return nil
	}
	part, err := w.open(name)
	if err != nil {
		return err
	}
	defer part.Close()
	s := newScanner(part, w.textLimit())
	var b strings.Builder
	phonetic, inText := 0, false
	held := int64(0)
	for {
		t, err := s.next()
		if err != nil || t == eof {
			return err
		}
		switch t {
		case start:
			inText = s.is("t")
			if s.is("rPh") {
				phonetic++
			}
		case end:
			inText = false
			switch {
			case s.is("rPh"):
				phonetic--
			case s.is("si"):
				w.strings = append(w.strings, b.String())
				b.Reset()
				if len(w.strings)%4096 == 0 {
					w.report()
					if err := ctx.Err(); err != nil {
						return err
					}
				}
				if len(w.strings) > w.limits.Cells {
					return wrong("too-many-cells", "row", 0, "max", w.limits.Cells)
				}
			}
		case chars:
			if inText && phonetic == 0 && b.Len() < w.textLimit() {
				b.Write(s.text)
				if held += int64(len(s.text)); held > w.limits.Bytes {
					return wrong("too-big", "max", int(w.limits.Bytes>>20))
				}
			}
		}
	}
}

// textLimit is how many bytes of one text are read: enough to notice that a
// cell is longer than allowed.
func (w *workbook) textLimit() int { return 4*w.limits.CellRunes + 4 }

// readStyles reads which cells are dates: the number format of each style.
func (w *workbook) readStyles(main string) error {
	name := w.named(main, "/styles")
	if name == "" {
		return nil
	}
	part, err := w.open(name)
	if err != nil {
		return err
	}
	defer part.Close()
	custom := map[int]format{}
	inCells := false
	s := newScanner(part, 4096)
	for {
		t, err := s.next()
		if err != nil || t == eof {
			return err
		}
		switch {
		case t == end && s.is("cellXfs"):
			inCells = false
		case t != start:
		case s.is("cellXfs"):
			inCells = true
		case s.is("numFmt"):
			id, _ := s.attr("numFmtId")
			code, _ := s.attr("formatCode")
			if n, err := strconv.Atoi(id); err == nil {
				custom[n] = formatOf(code)
			}
		case inCells && s.is("xf"):
			id, _ := s.attr("numFmtId")
			n, err := strconv.Atoi(id)
			if err != nil {
				n = 0
			}
			f, ok := custom[n]
			if !ok {
				f = builtin(n)
			}
			w.formats = append(w.formats, f)
		}
		if len(w.formats) > 1<<17 || len(custom) > 1<<17 {
			return errXML
		}
	}
}
