// Package export writes the useful cuts of a cohort for other programs: its
// roster and its schedule, as a table. Every record in full is the store's own
// JSON, not ours.
//
// A table is headings and rows of text. What a reader of a lost sheet of paper
// must not learn stays out unless Full is asked for: names, documents, birth
// dates and ways to reach the officers are replaced by the class number.
//
// Nothing here reads a database or writes a file; sentences are message ids.
package export

import (
	"bytes"
	"encoding/json"
	"io"

	"muster/model"
	"muster/store/files/sheet"
)

// A Table is what is written.
type Table struct {
	Columns []Column
	Rows    []Row
}

// A Column is one column of a table: its name in JSON. The heading people read
// is the catalogue entry "export."+Column.
type Column string

// Heading is the column's heading for people.
func (c Column) Heading() model.Message { return model.Message{ID: "export." + string(c)} }

// A Row is one record's line, a cell for each column.
type Row struct {
	ID    model.ID // of the person, or of the session
	Cells []Cell
}

// A Cell is what one column says: in words for people and, where these depend
// on the language or are a list, as programs want it.
type Cell struct {
	Text  string
	Value any // nil: the text
}

// Options is what to write, and in which words.
type Options struct {
	Full bool // with names, documents and contacts
	// Say renders a message in the user's language, and Lang is that language.
	Say  func(model.Message) string
	Lang string
	// Delimiter of CSV; 0 is a comma.
	Delimiter rune
	// Person finds officers who may not be on the desk; nil asks the desk.
	Person func(model.ID) *model.Person
}

// CSV writes the table for spreadsheets: UTF-8 with a mark, headings in the
// user's language, and nothing that a spreadsheet would take for a formula.
func (t Table) CSV(w io.Writer, o Options) error {
	delimiter := o.Delimiter
	if delimiter == 0 {
		delimiter = ','
	}
	out := sheet.NewWriter(w, delimiter)
	line := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		line[i] = o.Say(c.Heading())
	}
	if err := out.Row(line...); err != nil {
		return err
	}
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			line[i] = c.Text
		}
		if err := out.Row(line...); err != nil {
			return err
		}
	}
	return out.Flush()
}

// JSON writes the table as a list of objects with English names, in the order
// of the columns, each with the record's id; empty cells are left out. Words
// that stand for a value are that value, whatever the user's language.
func (t Table) JSON(w io.Writer) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteByte('[')
	for i, r := range t.Rows {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := t.object(&b, e, r); err != nil {
			return err
		}
	}
	b.WriteByte(']')
	var out bytes.Buffer
	if err := json.Indent(&out, b.Bytes(), "", "  "); err != nil {
		return err
	}
	out.WriteByte('\n')
	_, err := out.WriteTo(w)
	return err
}

func (t Table) object(b *bytes.Buffer, e *json.Encoder, r Row) error {
	b.WriteString(`{"id":`)
	if err := e.Encode(r.ID); err != nil {
		return err
	}
	for i, c := range r.Cells {
		var v any = c.Text
		if c.Value != nil {
			v = c.Value
		}
		if v == "" {
			continue
		}
		b.WriteString(`,"` + string(t.Columns[i]) + `":`)
		if err := e.Encode(v); err != nil {
			return err
		}
	}
	b.WriteByte('}')
	return nil
}
