package export

import (
	"cmp"
	"slices"

	"muster/model"
)

// Certificates is the certificates of a cohort by their numbers, void ones
// among them. Without Full the class number stands for the holder.
func Certificates(c *model.Cohort, list []*model.Certificate, o Options) Table {
	t := Table{Columns: []Column{"certificate", "no", "award", "issued", "hours", "void"}}
	if o.Full {
		t.Columns = append(t.Columns, "name", "rank", "agency", "course")
	}
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b *model.Certificate) int { return cmp.Compare(a.No, b.No) })
	for _, v := range list {
		seat, _ := c.Seat(v.Person)
		r := Row{ID: v.ID, Cells: []Cell{
			text(v.No), number(seat.No), word(o, "certificate", v.Kind), date(v.On), number(v.Hours), date(v.Void),
		}}
		if o.Full {
			r.Cells = append(r.Cells, text(v.Name), text(v.Rank), text(v.Agency), text(v.Course.In(o.Lang)))
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}
