package model

import "slices"

// A Row is a record and the revision that last wrote it.
type Row[R Record] struct {
	Rec R
	Rev Rev
}

// A Table is the records of one kind, in the order of their ids, which is the
// order they were made in. It is never changed, only replaced by With, so that
// many readers can share it.
type Table[R Record] struct {
	rows []Row[R]
}

// NewTable makes a table; rows may come in any order and are taken over.
func NewTable[R Record](rows []Row[R]) Table[R] {
	slices.SortFunc(rows, func(a, b Row[R]) int { return a.Rec.RecordID().Compare(b.Rec.RecordID()) })
	return Table[R]{rows}
}

// Len is how many records there are.
func (t Table[R]) Len() int { return len(t.rows) }

// All yields every record, oldest id first.
func (t Table[R]) All(yield func(R) bool) {
	for _, r := range t.rows {
		if !yield(r.Rec) {
			return
		}
	}
}

// Rows is every row; it must not be changed.
func (t Table[R]) Rows() []Row[R] { return t.rows }

func (t Table[R]) find(id ID) (int, bool) {
	return slices.BinarySearchFunc(t.rows, id, func(r Row[R], id ID) int { return r.Rec.RecordID().Compare(id) })
}

// Get is the record with that id, or a nil pointer.
func (t Table[R]) Get(id ID) R {
	r, _ := t.Row(id)
	return r.Rec
}

// Row is the record with that id and its revision; false when there is none.
func (t Table[R]) Row(id ID) (Row[R], bool) {
	if i, ok := t.find(id); ok {
		return t.rows[i], true
	}
	return Row[R]{}, false
}

// With is the table with the records put in, or in place of their former
// selves, and those of the ids taken out. It costs one walk of the table,
// however many records move.
func (t Table[R]) With(puts []Row[R], removes []ID) Table[R] {
	if len(puts) == 0 && len(removes) == 0 {
		return t
	}
	puts, removes = slices.Clone(puts), slices.Clone(removes)
	slices.SortStableFunc(puts, func(a, b Row[R]) int { return a.Rec.RecordID().Compare(b.Rec.RecordID()) })
	slices.SortFunc(removes, ID.Compare)
	rows := make([]Row[R], 0, len(t.rows)+len(puts))
	keep := func(r Row[R]) {
		id := r.Rec.RecordID()
		for len(removes) > 0 && removes[0].Compare(id) < 0 {
			removes = removes[1:]
		}
		if len(removes) == 0 || removes[0] != id {
			rows = append(rows, r)
		}
	}
	for _, old := range t.rows {
		for len(puts) > 0 && puts[0].Rec.RecordID().Compare(old.Rec.RecordID()) < 0 {
			keep(puts[0])
			puts = puts[1:]
		}
		if len(puts) > 0 && puts[0].Rec.RecordID() == old.Rec.RecordID() {
			continue // its new self comes next
		}
		keep(old)
	}
	for _, p := range puts {
		keep(p)
	}
	return Table[R]{rows}
}
