package cohorts

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/names"
	"muster/store/files/roster"
	"muster/store/files/sheet"
	"muster/store/intake"
	"muster/ui/kit"
)

// problemsIn are the problems an error holds, none for an error of another
// kind.
func problemsIn(err error) model.Problems {
	var all model.Problems
	var one *model.Problem
	switch {
	case errors.As(err, &all):
		return all
	case errors.As(err, &one):
		return model.Problems{one}
	}
	return nil
}

// sheetRows is the rows of the sheet that is read.
func (p *preview) sheetRows() []sheet.Row {
	if i := p.r.roster.Sheet - 1; i >= 0 && i < len(p.r.book.Sheets) {
		return p.r.book.Sheets[i].Rows
	}
	return nil
}

// editSheet chooses another sheet of the book.
func (p *preview) editSheet() tea.Cmd {
	var options []kit.Option[int]
	for i, s := range p.r.book.Sheets {
		options = append(options, kit.Option[int]{
			Value: i + 1, Label: model.Clean(s.Name), Note: p.env.T("cohorts.import.sheet-rows", "n", len(s.Rows)),
		})
	}
	kit.Open(p.t.h.Dialogs(), kit.NewChoose(p.env, model.Say("cohorts.import.which-sheet"), options, max(p.r.roster.Sheet-1, 0)),
		func(n int) tea.Cmd {
			return p.again(func(d *draft) {
				d.read.Sheet, d.read.HeaderRow, d.read.Mapping, d.read.Cells = n, 0, nil, nil
				d.decisions = nil
			})
		})
	return nil
}

// editEncoding opens the file anew with other letters.
func (p *preview) editEncoding() tea.Cmd {
	var options []kit.Option[sheet.Encoding]
	at := 0
	for i, enc := range sheet.Encodings() {
		if enc == p.r.book.Encoding {
			at = i
		}
		options = append(options, kit.Option[sheet.Encoding]{Value: enc, Label: string(enc), Note: p.env.T("cohorts.encoding." + string(enc))})
	}
	kit.Open(p.t.h.Dialogs(), kit.NewChoose(p.env, model.Say("cohorts.import.which-encoding"), options, at),
		func(enc sheet.Encoding) tea.Cmd {
			return p.again(func(d *draft) { d.encoding, d.book = enc, nil })
		})
	return nil
}

// turnDelimiter opens the file anew, parted at the next likely sign.
func (p *preview) turnDelimiter() tea.Cmd {
	signs := []rune{',', ';', '\t', '|'}
	at := slices.Index(signs, p.r.book.Delimiter)
	return p.again(func(d *draft) { d.delimiter, d.book = signs[(at+1)%len(signs)], nil })
}

func delimiterName(e *kit.Env, r rune) string {
	if r == '\t' {
		return e.T("cohorts.import.tab-sign")
	}
	return string(r)
}

// editHeader chooses the row that names the columns, from the first rows of
// the sheet.
func (p *preview) editHeader() tea.Cmd {
	const most = 40
	options := []kit.Option[int]{{Value: roster.NoHeader, Label: p.env.T("cohorts.import.no-header")}}
	at := 0
	rows := p.sheetRows()
	for _, row := range rows[:min(len(rows), most)] {
		if row.Number == p.r.roster.HeaderRow {
			at = len(options)
		}
		options = append(options, kit.Option[int]{Value: row.Number, Label: itoa(row.Number) + "  " + rowText(row)})
	}
	kit.Open(p.t.h.Dialogs(), kit.NewChoose(p.env, model.Say("cohorts.import.which-header"), options, at),
		func(n int) tea.Cmd {
			return p.again(func(d *draft) { d.read.HeaderRow, d.read.Mapping = n, nil })
		})
	return nil
}

// rowText is the beginning of a row as one line.
func rowText(row sheet.Row) string {
	out := ""
	for _, c := range row.Cells {
		if c.IsBlank() {
			continue
		}
		if out != "" {
			out += " · "
		}
		out += model.Clean(c.Text)
		if len(out) > 160 {
			break
		}
	}
	return out
}

// turnDates exchanges day and month.
func (p *preview) turnDates() tea.Cmd {
	return p.again(func(d *draft) {
		d.read.DateOrder = roster.DayFirst
		if p.r.roster.DateOrder == roster.DayFirst {
			d.read.DateOrder = roster.MonthFirst
		}
	})
}

// turnNames exchanges the order of names that stand in one column.
func (p *preview) turnNames() tea.Cmd {
	return p.again(func(d *draft) {
		d.read.NameOrder = names.FamilyFirst
		if p.r.roster.NameOrder == names.FamilyFirst {
			d.read.NameOrder = names.GivenFirst
		}
	})
}

// editMapping chooses a column, then what it holds.
func (p *preview) editMapping() tea.Cmd {
	e := p.env
	var options []kit.Option[int]
	for c := range p.width() {
		label := sheet.ColumnName(c)
		if h := p.r.roster.Headers[c]; h != "" {
			label += "  " + model.Clean(h)
		}
		if sample := p.sample(c); sample != "" {
			label += "  " + e.T("kit.quoted", "text", kit.Fit(sample, 24))
		}
		note := e.T("cohorts.import.ignored")
		if f, ok := p.r.roster.Mapping[c]; ok {
			note = e.T("roster.field." + string(f))
		}
		options = append(options, kit.Option[int]{Value: c, Label: label, Note: note})
	}
	kit.Open(p.t.h.Dialogs(), kit.NewChoose(e, model.Say("cohorts.import.which-column"), options, 0), p.mapColumn)
	return nil
}

func (p *preview) mapColumn(column int) tea.Cmd {
	e := p.env
	options := []kit.Option[roster.Field]{{Value: roster.Ignored, Label: e.T("cohorts.import.ignored")}}
	at := 0
	for _, f := range roster.Fields() {
		if p.r.roster.Mapping[column] == f {
			at = len(options)
		}
		note := ""
		if c := p.columnOf(f); c >= 0 {
			note = sheet.ColumnName(c)
		}
		options = append(options, kit.Option[roster.Field]{Value: f, Label: e.T("roster.field." + string(f)), Note: note})
	}
	title := model.Say("cohorts.import.which-field", "column", sheet.ColumnName(column), "heading", model.Clean(p.r.roster.Headers[column]))
	kit.Open(p.t.h.Dialogs(), kit.NewChoose(e, title, options, at), func(f roster.Field) tea.Cmd {
		return p.again(func(d *draft) {
			if d.read.Mapping == nil {
				d.read.Mapping = map[int]roster.Field{}
			}
			d.read.Mapping[column] = f
		})
	})
	return nil
}

// sample is the first thing that stands in a column below the header.
func (p *preview) sample(column int) string {
	for _, row := range p.sheetRows() {
		if row.Number >= p.r.roster.HeaderRow+max(p.r.roster.HeaderRows, 0) && column < len(row.Cells) && !row.Cells[column].IsBlank() {
			return model.Clean(row.Cells[column].Text)
		}
	}
	return ""
}

// text is what stands in a cell, with the corrections made so far.
func (p *preview) text(row, column int) string {
	if s, ok := p.r.read.Cells[roster.Spot{Row: row, Column: column}]; ok {
		return s
	}
	for _, r := range p.sheetRows() {
		if r.Number == row && column < len(r.Cells) {
			return model.Clean(r.Cells[column].Text)
		}
	}
	return ""
}

// editCell puts one cell of the row right: it offers the cells that are read,
// and begins at the first that has a problem.
func (p *preview) editCell() tea.Cmd {
	l := p.line()
	var options []kit.Option[int]
	at := -1
	for _, c := range p.mapped() {
		f := p.r.roster.Mapping[c]
		note := ""
		if slices.ContainsFunc(l.Problems, func(bad intake.Problem) bool { return bad.Field == string(f) }) {
			note = "!"
			if at < 0 {
				at = len(options)
			}
		}
		options = append(options, kit.Option[int]{
			Value: c, Label: p.env.T("roster.field."+string(f)) + ": " + p.text(l.Row, c), Note: note,
		})
	}
	row := l.Row
	kit.Open(p.t.h.Dialogs(), kit.NewChoose(p.env, model.Say("cohorts.import.which-cell", "row", row), options, max(at, 0)),
		func(column int) tea.Cmd {
			field := model.Say("roster.field." + string(p.r.roster.Mapping[column]))
			title := model.Say("cohorts.import.cell-title", "row", row, "field", field)
			kit.Open(p.t.h.Dialogs(), kit.NewPrompt(p.env, title, field, p.text(row, column), nil), func(s string) tea.Cmd {
				return p.again(func(d *draft) {
					if d.read.Cells == nil {
						d.read.Cells = map[roster.Spot]string{}
					}
					d.read.Cells[roster.Spot{Row: row, Column: column}] = s
				})
			})
			return nil
		})
	return nil
}
