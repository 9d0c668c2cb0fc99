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

// With is the table with the record put in, or in place of its former self.
func (t Table[R]) With(rec R, rev Rev) Table[R] {
	i, ok := t.find(rec.RecordID())
	rows := make([]Row[R], 0, len(t.rows)+1)
	rows = append(rows, t.rows[:i]...)
	rows = append(rows, Row[R]{rec, rev})
	if ok {
		i++
	}
	return Table[R]{append(rows, t.rows[i:]...)}
}

// Without is the table with the record taken out.
func (t Table[R]) Without(id ID) Table[R] {
	i, ok := t.find(id)
	if !ok {
		return t
	}
	rows := make([]Row[R], 0, len(t.rows)-1)
	rows = append(rows, t.rows[:i]...)
	return Table[R]{append(rows, t.rows[i+1:]...)}
}
