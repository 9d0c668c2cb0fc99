// Package export writes the useful cuts of a cohort for other programs: its
// roster and its schedule, as a table. Every record in full is the store's own
// JSON, not ours.
//
// A table is headings and rows of text; Write puts it into a format. What a
// reader of a lost sheet of paper must not learn stays out unless Full is
// asked for: names, documents, birth dates and ways to reach the officers are
// replaced by the class number.
package export

import (
	"encoding/json"
	"io"

	"muster/model"
	"muster/store/files/sheet"
)

// A Table is what is written: a name for each column, in English for JSON and
// as a message for people, and the rows.
type Table struct {
	Columns []Column
	Rows    [][]string
}

// A Column is one column of a table. Key is its name in JSON; the heading
// people read is the catalogue entry "export."+Key.
type Column string

// Heading is the column's heading for people.
func (c Column) Heading() model.Message { return model.Message{ID: "export." + string(c)} }

// Options is what to write, and in which words.
type Options struct {
	Full bool // with names, documents and contacts
	// Say renders a message in the user's language, and Lang is that language.
	Say  func(model.Message) string
	Lang string
	// Delimiter of CSV; 0 is a comma.
	Delimiter rune
}

// CSV writes the table for spreadsheets: UTF-8 with a mark, headings in the
// user's language, and nothing that a spreadsheet would take for a formula.
func (t Table) CSV(w io.Writer, o Options) error {
	delimiter := o.Delimiter
	if delimiter == 0 {
		delimiter = ','
	}
	out := sheet.NewWriter(w, delimiter)
	head := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = o.Say(c.Heading())
	}
	if err := out.Row(head...); err != nil {
		return err
	}
	for _, r := range t.Rows {
		if err := out.Row(r...); err != nil {
			return err
		}
	}
	return out.Flush()
}

// JSON writes the table as a list of objects with English names; empty cells
// are left out.
func (t Table) JSON(w io.Writer) error {
	list := make([]map[string]string, len(t.Rows))
	for i, r := range t.Rows {
		list[i] = make(map[string]string, len(r))
		for j, s := range r {
			if s != "" {
				list[i][string(t.Columns[j])] = s
			}
		}
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(list)
}
