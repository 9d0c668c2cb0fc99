package main

import (
	"strconv"
	"strings"

	"muster/model"
	"muster/store/files/roster"
	"muster/store/files/sheet"
)

// rosterOptions turns the flags into how the roster is read.
func (f *front) rosterOptions(book *sheet.Book, o importFlags) (roster.Options, error) {
	ro := roster.Options{HeaderRow: o.header, Country: strings.ToUpper(o.country), Today: f.today()}
	switch o.dates {
	case "dmy":
		ro.DateOrder = roster.DayFirst
	case "mdy":
		ro.DateOrder = roster.MonthFirst
	}
	var err error
	if ro.Sheet, err = sheetNamed(book, o.sheet); err != nil {
		return ro, err
	}
	if len(o.columns) == 0 {
		return ro, nil
	}
	// The headings may be named, so they must be found first. What else is
	// wrong with the list may be what the flags put right.
	found, _ := roster.Read(book, ro)
	ro.Mapping = map[int]roster.Field{}
	for _, m := range o.columns {
		i := strings.LastIndexByte(m, '=')
		if i <= 0 {
			return ro, wrongMap(m)
		}
		field, known := fieldNamed(strings.TrimSpace(m[i+1:]))
		col, row, there := columnNamed(book, found, strings.TrimSpace(m[:i]))
		if !known || !there {
			return ro, wrongMap(m)
		}
		if before, there := ro.Mapping[col]; there && before != field {
			return ro, wrongUse("cmd.import.map-twice", "value", model.Clean(m), "before", string(before))
		}
		ro.Mapping[col] = field
		if ro.HeaderRow == 0 {
			ro.HeaderRow = row
		}
	}
	return ro, nil
}

func wrongMap(s string) error {
	return wrongUse("cmd.import.map", "value", model.Clean(s), "known", fieldNames())
}

// sheetNamed is the number of the sheet of that name, or that number; 0 when
// none is asked for.
func sheetNamed(book *sheet.Book, name string) (int, error) {
	if name == "" {
		return 0, nil
	}
	names := make([]string, len(book.Sheets))
	for i, s := range book.Sheets {
		names[i] = s.Name
		if strings.EqualFold(s.Name, name) {
			return i + 1, nil
		}
	}
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(names) {
		return n, nil
	}
	return 0, oneOf("sheet", name, names...)
}

// fieldNamed is the field of that name. No name is a column that is not taken.
func fieldNamed(name string) (roster.Field, bool) {
	for _, f := range append(roster.Fields(), roster.Ignored) {
		if strings.EqualFold(string(f), name) {
			return f, true
		}
	}
	return "", false
}

// headingRows is how far down a heading nobody recognised is looked for.
const headingRows = 30

// columnNamed is the column (from 0) with that heading, or those letters. row
// is the row that the heading was found in, if none had been found before.
func columnNamed(book *sheet.Book, found *roster.Reading, name string) (col, row int, ok bool) {
	for col, heading := range found.Headers {
		if strings.EqualFold(heading, name) {
			return col, 0, true
		}
	}
	for col := range 702 { // A to ZZ
		if strings.EqualFold(sheet.ColumnName(col), name) {
			return col, 0, true
		}
	}
	if len(book.Sheets) == 0 {
		return 0, 0, false
	}
	rows := book.Sheets[max(found.Sheet, 1)-1].Rows
	for _, r := range rows[:min(len(rows), headingRows)] {
		for col := range r.Cells {
			if strings.EqualFold(strings.TrimSpace(r.Cell(col).Text), name) {
				return col, r.Number, true
			}
		}
	}
	return 0, 0, false
}

func fieldNames() []string {
	var out []string
	for _, f := range roster.Fields() {
		if f != roster.Ignored {
			out = append(out, string(f))
		}
	}
	return out
}
