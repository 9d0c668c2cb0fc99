package roster

import (
	"maps"
	"slices"
	"strings"

	"muster/model"
	"muster/model/names"
	"muster/store/files/sheet"
)

// A reader holds what is known of the list while its rows are read.
type reader struct {
	o       Options
	l       layout
	out     *Reading
	columns []int            // those with a field, in order
	others  []string         // sheets that hold people too
	above   map[Field]string // what is said above the table for all of it
	custom  string           // the country whose custom of names holds where a row has none
	today   model.Date

	numbered bool         // the list counts its people: 1, 2, 3
	strays   map[int]bool // columns beyond the last one, filled by accident
	kinds    int          // the column that says which document a number is of, or -1
	kreyol   bool         // months may be in Kreyòl

	orders    map[int]ordering // of the columns that hold dates
	sexes     sexScheme
	countries map[string]string // texts already looked up
	regions   map[string]string
}

// Read reads the list of a book. The reading is never nil; the error, a
// *model.Problem with an id roster.*, says that there is no list to be found
// as the options stand.
func Read(b *sheet.Book, o Options) (*Reading, error) {
	out := &Reading{Mapping: map[int]Field{}, Headers: map[int]string{}, DateOrder: DayFirst, DateOrderSure: true}
	if b == nil || len(b.Sheets) == 0 {
		return out, wrong("no-rows")
	}
	r := &reader{o: o, out: out, today: o.Today, kinds: -1, countries: map[string]string{}, regions: map[string]string{}}
	if err := r.lay(b); err != nil {
		return out, err
	}
	data := r.data()
	r.mapped(data)
	r.columns = slices.Sorted(maps.Keys(out.Mapping))
	r.above = r.saidAbove()
	if err := mappedTwice(o.Mapping); err != nil {
		return out, err
	}
	if sideways(r.l) {
		return out, wrong("sideways")
	}
	if !named(out.Mapping) {
		return out, wrong("no-name-column")
	}
	if id := r.half(); id != "" {
		return out, wrong(id, "columns", r.left())
	}
	r.kinds = r.kindColumn()
	r.weigh(data)
	r.rows(data)
	r.twice()
	r.remark(b)
	if len(out.Rows) == 0 {
		return out, wrong("no-rows")
	}
	return out, nil
}

func wrong(id string, pairs ...any) error {
	return &model.Problem{Message: model.Say("roster."+id, pairs...)}
}

// lay finds sheet and header, or takes those of the options.
func (r *reader) lay(b *sheet.Book) error {
	n := r.o.Sheet
	switch {
	case n < 0 || n > len(b.Sheets):
		return wrong("no-sheet", "sheet", n)
	case n > 0:
		r.l = findHeader(&b.Sheets[n-1])
	default:
		var i int
		if i, r.l = pick(b); i < 0 {
			return wrong("no-rows")
		}
		n = i + 1
	}
	r.others = others(b, n-1)
	s := &b.Sheets[n-1]
	r.out.Sheet, r.out.SheetName = n, s.Name
	if len(r.o.Cells) > 0 {
		s = corrected(s, r.o.Cells)
		r.l.sheet = s
	}
	switch {
	case len(s.Rows) == 0:
		return wrong("no-rows")
	case r.o.HeaderRow > 0:
		i := slices.IndexFunc(s.Rows, func(row sheet.Row) bool { return row.Number == r.o.HeaderRow })
		if i < 0 {
			return wrong("no-header-row", "row", r.o.HeaderRow)
		}
		r.l = headerAt(s, i)
		r.l.titles = titles(s, i)
	case r.o.HeaderRow != NoHeader && r.l.rows == 0 && r.labelled(s):
		r.l = layout{sheet: s, at: 0, rows: 1, heads: singleHeads(s.Rows[0]), titles: []string{s.Name}}
	case r.o.HeaderRow == NoHeader || r.l.rows == 0:
		r.l = layout{sheet: s, at: -1, heads: map[int]head{}, titles: []string{s.Name}}
	}
	if r.l.rows == 0 {
		r.out.HeaderRow = NoHeader
	} else {
		r.out.HeaderRow, r.out.HeaderRows = s.Rows[r.l.at].Number, r.l.rows
	}
	return nil
}

// corrected is the sheet with single cells put right; the book stays as it is.
func corrected(s *sheet.Sheet, cells map[Spot]string) *sheet.Sheet {
	c := *s
	c.Rows = slices.Clone(s.Rows)
	for i, row := range c.Rows {
		copied := false
		for spot, text := range cells {
			if spot.Row != row.Number || spot.Column < 0 || spot.Column >= 1<<10 {
				continue
			}
			if !copied {
				row.Cells, copied = slices.Clone(row.Cells), true
			}
			for len(row.Cells) <= spot.Column {
				row.Cells = append(row.Cells, sheet.Cell{})
			}
			row.Cells[spot.Column] = sheet.Cell{Text: model.Clean(text), Kind: sheet.Text}
		}
		c.Rows[i] = row
	}
	return &c
}

// data are the rows beneath the header.
func (r *reader) data() []sheet.Row {
	if r.l.rows == 0 {
		return r.l.sheet.Rows
	}
	return r.l.sheet.Rows[r.l.at+r.l.rows:]
}

// mapped gives the columns their fields: by heading, by what stands in them
// where there is no heading, and by the options over all.
func (r *reader) mapped(data []sheet.Row) {
	for c, h := range r.l.heads {
		r.out.Headers[c] = h.text
	}
	m := mapColumns(r.l)
	settle(r.l, m, data)
	byShape(r.l, m, data)
	for c, f := range r.o.Mapping {
		if f == Ignored || f == taken {
			delete(m, c)
			continue
		}
		// What the user says of one column takes the field from another.
		if !f.several() {
			for other, g := range m {
				if _, set := r.o.Mapping[other]; g == f && other != c && !set {
					delete(m, other)
				}
			}
		}
		m[c] = f
	}
	r.out.Mapping = m
}

// column is the first column of a field, or -1.
func (r *reader) column(f Field) int {
	for _, c := range r.columns {
		if r.out.Mapping[c] == f {
			return c
		}
	}
	return -1
}

// texts are the texts of a field over the rows, as far as there are any.
func (r *reader) texts(data []sheet.Row, f Field) []string {
	c := r.column(f)
	if c < 0 {
		return nil
	}
	var out []string
	for _, row := range data {
		if t := row.Cell(c).Text; t != "" {
			out = append(out, t)
		}
	}
	return out
}

// counted reports whether most of a column are plain numbers, or the marks of
// alternates among them.
func counted(texts []string) bool {
	n := 0
	for _, t := range texts {
		_, _, mark := saysPlace(t)
		if t = ordinalOf(t); mark || t != "" && strings.Trim(t, "0123456789") == "" {
			n++
		}
	}
	return n*2 > len(texts)
}

// weigh finds what only a whole column can tell: the country, the order of
// names, what M means, and the order of day and month.
func (r *reader) weigh(data []sheet.Row) {
	r.out.Country = r.o.Country
	if r.out.Country == "" {
		r.out.Country = r.mostly(data)
	}
	r.custom = r.out.Country
	if r.custom == "" {
		r.custom = r.l.custom()
	}
	r.out.NameOrder = r.o.NameOrder
	if c := r.column(FullName); c >= 0 && r.o.NameOrder == names.AnyOrder {
		r.out.NameOrder = orderSaid(r.l.heads[c].text)
		if found := names.OrderOf(r.texts(data, FullName), r.custom); found != names.AnyOrder {
			r.out.NameOrder = found
		}
	}
	r.numbered = counted(r.texts(data, No))
	r.kreyol = r.out.Country == "HT" || r.custom == "HT"
	r.sexes = schemeOf(r.texts(data, Sex))
	r.weighDates(data)
}
