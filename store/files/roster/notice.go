package roster

import (
	"slices"

	"muster/model"
	"muster/store/files/sheet"
)

// listed is how many things a notice names; of more it says how many.
const listed = 8

// remark says what concerns the list as a whole: what was taken for it, and
// what was left unread.
func (r *reader) remark(b *sheet.Book) {
	say := func(id string, pairs ...any) {
		r.out.Notices = append(r.out.Notices, model.Say("roster.notice."+id, pairs...))
	}
	first := r.l.sheet.Rows[0].Number
	switch {
	case r.out.HeaderRow == NoHeader && r.o.HeaderRow != NoHeader:
		say("no-header")
	case r.out.HeaderRow == NoHeader:
	case len(b.Sheets) > 1:
		say("sheet-taken", "sheet", r.out.SheetName, "row", r.out.HeaderRow)
	case r.out.HeaderRow > first:
		say("header-taken", "row", r.out.HeaderRow)
	}
	if b.Mended > 0 {
		say("letters-mended", "n", b.Mended)
	}
	if b.Spoiled > 0 {
		say("letters-spoiled", "n", b.Spoiled)
	}
	if !r.out.DateOrderSure {
		say("dates-doubtful")
	}
	for _, c := range r.columns {
		if r.orders[c].swapped {
			say("dates-swapped", "column", r.out.Headers[c])
		}
	}
	if r.sexes == sexUnsure && r.column(Sex) >= 0 {
		say("sex-doubtful", "column", r.out.Headers[r.column(Sex)])
	}
	if len(r.others) > 0 {
		say("other-sheets", "sheets", quoted(r.others))
	}
	if left := r.left(); len(left) > 0 {
		say("columns-left", "columns", left)
	}
}

// quoted sets texts of the file between quotation marks, and cuts a long list.
func quoted(texts []string) []model.Message {
	out := make([]model.Message, 0, min(len(texts), listed)+1)
	for _, t := range texts[:min(len(texts), listed)] {
		out = append(out, model.Say("roster.quoted", "text", t))
	}
	if more := len(texts) - listed; more > 0 {
		out = append(out, model.Say("roster.more", "n", more))
	}
	return out
}

// left are the headings of columns that are not taken and not empty; a column
// without heading goes by its letters.
func (r *reader) left() []model.Message {
	var out []string
	data := r.data()
	for c := range r.l.sheet.Columns {
		if _, mapped := r.out.Mapping[c]; mapped || c == r.kinds || r.strays[c] {
			continue
		}
		filled := func(row sheet.Row) bool { return row.Cell(c).Text != "" && !title(row) }
		if !slices.ContainsFunc(data, filled) {
			continue
		}
		h, ok := r.out.Headers[c]
		if !ok {
			h = sheet.ColumnName(c)
		}
		out = append(out, h)
	}
	return quoted(out)
}
