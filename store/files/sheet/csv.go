package sheet

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
)

// readCSV reads separated text: encoding, then separator, then records.
func readCSV(ctx context.Context, name string, data []byte, o Options, l Limits) (*Book, error) {
	b := &Book{Format: CSV, Encoding: o.Encoding, Sure: true, Delimiter: o.Delimiter}
	if b.Encoding == "" {
		b.Encoding, b.Sure = findEncoding(data)
	}
	text, err := decode(data, b.Encoding)
	if err != nil {
		return nil, err
	}
	named, skip := sepLine(text)
	if b.Delimiter == 0 {
		b.Delimiter = named
	}
	if b.Delimiter == 0 {
		b.Delimiter = findDelimiter(text)
	}
	t := &taker{limits: l}
	if o.Progress != nil {
		t.done = func(done int64) { o.Progress(done, int64(len(text))) }
	}
	s := Sheet{Name: plainName(strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)))}
	r := &records{text: text, at: skip, delimiter: b.Delimiter}
	if skip > 0 {
		r.row = 1
	}
	if err := r.into(ctx, t, &s); err != nil {
		return nil, err
	}
	if len(s.Rows) == 0 {
		return nil, wrong("empty")
	}
	if o.Progress != nil {
		o.Progress(int64(len(text)), int64(len(text)))
	}
	b.Sheets = []Sheet{s}
	b.Mended, b.Spoiled = t.mended, t.spoiled
	return b, nil
}

// into reads all records into the sheet.
func (r *records) into(ctx context.Context, t *taker, s *Sheet) error {
	var cells []Cell
	for r.next() {
		if err := t.watch(ctx, r.row, int64(r.at)); err != nil {
			return err
		}
		cells = cells[:0]
		for i, f := range r.fields {
			if f == "" {
				cells = append(cells, Cell{})
				continue
			}
			text, err := t.text(f, r.row, i)
			if err != nil {
				if r.torn {
					return wrong("quote", "row", r.row)
				}
				return err
			}
			c := Cell{Text: text}
			if text != "" {
				c.Kind = Text
			}
			cells = append(cells, c)
		}
		if r.unclosed {
			return wrong("quote", "row", r.row)
		}
		if r.wide {
			return wrong("too-many-columns", "row", r.row, "max", t.limits.Columns)
		}
		if err := t.add(s, r.row, cells); err != nil {
			return err
		}
	}
	return nil
}

// records parts a text into records and fields. It is more forgiving than the
// standard (RFC 4180), since hands and old programs write these files: quotes
// inside an unquoted field stand for themselves, and lines end in any way.
type records struct {
	text      []byte
	at        int
	delimiter rune
	row       int      // of the record just read, from 1; one record is one row
	fields    []string // of the record just read
	unclosed  bool     // a quoted field of the record never ended, or swallowed the next rows
	torn      bool     // a quoted field of the record spans lines
	wide      bool     // there is text beyond the last column any spreadsheet has
}

// next reads one record; false at the end.
func (r *records) next() bool {
	r.fields, r.unclosed, r.torn, r.wide = r.fields[:0], false, false, false
	if r.at >= len(r.text) {
		return false
	}
	r.row++
	for {
		field, more := r.field()
		if len(r.fields) < maxColumn {
			r.fields = append(r.fields, field)
		} else {
			r.wide = r.wide || field != ""
		}
		if !more {
			return true
		}
	}
}

// field reads one field and its separator; false when the record ends with it.
func (r *records) field() (string, bool) {
	start := r.at
	for start < len(r.text) && r.text[start] == ' ' && r.delimiter != ' ' {
		start++ // spaces before an opening quote
	}
	if start < len(r.text) && r.text[start] == '"' {
		r.at = start + 1
		return r.quoted()
	}
	return r.bare()
}

func (r *records) bare() (string, bool) {
	for i := r.at; i < len(r.text); i++ {
		c := r.text[i]
		switch {
		case c == '\n' || c == '\r':
			field := string(r.text[r.at:i])
			r.endLine(i)
			return field, false
		case r.separates(c):
			field := string(r.text[r.at:i])
			r.at = i + 1
			return field, true
		}
	}
	field := string(r.text[r.at:])
	r.at = len(r.text)
	return field, false
}

func (r *records) separates(c byte) bool { return rune(c) == r.delimiter }

// quoted reads on after an opening quote.
func (r *records) quoted() (string, bool) {
	var b strings.Builder
	for {
		i := bytes.IndexByte(r.text[r.at:], '"')
		if i < 0 {
			b.Write(r.text[r.at:])
			r.at = len(r.text)
			r.unclosed = true
			return b.String(), false
		}
		part := r.text[r.at : r.at+i]
		r.torn = r.torn || bytes.IndexByte(part, '\n') >= 0
		b.Write(part)
		r.at += i + 1
		if r.at < len(r.text) && r.text[r.at] == '"' {
			b.WriteByte('"')
			r.at++
			continue
		}
		break
	}
	rest, more := r.bare()
	if strings.TrimSpace(rest) != "" {
		// Text after the closing quote: harmless within a line, but after
		// several lines it means that the quote opened long ago was never closed.
		r.unclosed = r.torn
		b.WriteString(rest)
	}
	return b.String(), more
}

// endLine steps over the line end at i: CR LF, LF or CR.
func (r *records) endLine(i int) {
	if r.text[i] == '\r' && i+1 < len(r.text) && r.text[i+1] == '\n' {
		i++
	}
	r.at = i + 1
}

// sepLine reads Excel's first line "sep=;" and how many bytes it takes.
func sepLine(text []byte) (rune, int) {
	line := text[:min(len(text), 16)]
	end := bytes.IndexAny(line, "\r\n")
	if end < 0 {
		return 0, 0
	}
	l := strings.Trim(string(line[:end]), `"`)
	if len(l) < 5 || !strings.EqualFold(l[:4], "sep=") || len(l) > 5 {
		return 0, 0
	}
	r := &records{text: text}
	r.endLine(end)
	return rune(l[4]), r.at
}

// findDelimiter picks the separator that parts the first records into the most
// and the most regular columns.
func findDelimiter(text []byte) rune {
	sample := text[:min(len(text), sampleSize)]
	best, found := 0.0, '\t' // parts nothing where nothing is to be parted
	for _, d := range []rune{',', ';', '\t', '|'} {
		if score := regularity(sample, d); score > best {
			best, found = score, d
		}
	}
	return found
}

// regularity is how well a separator explains a sample: columns gained, times
// the share of records that have the usual number of them.
func regularity(sample []byte, d rune) float64 {
	r := &records{text: sample, delimiter: d}
	widths := map[int]int{}
	lines, gained, prose := 0, 0, d == ','
	for lines < 200 && r.next() {
		if len(r.fields) == 1 && strings.TrimSpace(r.fields[0]) == "" {
			continue
		}
		if r.at >= len(sample) && lines > 1 {
			break // the sample may end within this record
		}
		if lines == 0 && len(r.fields) > 1 {
			prose = false
		}
		for _, f := range r.fields[1:] {
			if f == "" || f[0] != ' ' {
				prose = false
			}
		}
		widths[len(r.fields)]++
		lines++
		gained += len(r.fields) - 1
	}
	// "Nombre completo" above "Ávila Yáñez, Itzel": the comma is part of it.
	if prose || lines == 0 {
		return 0
	}
	usual := 0
	for w, n := range widths {
		if w > 1 {
			usual = max(usual, n)
		}
	}
	return float64(gained) / float64(lines) * float64(usual) / float64(lines)
}
