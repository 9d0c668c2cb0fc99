package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/model"
)

func TestFieldChanges(t *testing.T) {
	a := &model.Person{Given: "A", Speaks: []string{"es"}, Passport: model.Passport{No: "1", Country: "MX"}}
	b := &model.Person{Given: "A", Speaks: []string{"es", "en"}, Passport: model.Passport{No: "2", Country: "MX"}, Emergency: model.Emergency{Blood: "O+"}}
	got, err := model.FieldChanges(a, b)
	if err != nil {
		t.Fatal(err)
	}
	want := []model.FieldChange{
		{Field: "emergency.blood", Before: nil, After: "O+"},
		{Field: "passport.no", Before: "1", After: "2"},
		{Field: "speaks", Before: []any{"es"}, After: []any{"es", "en"}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// Two people change different fields of one record: both changes stand. The
// same field: mine does.
func TestMergePutsMineOnTheirs(t *testing.T) {
	base := &model.Place{ID: model.ID{1}, Name: "Range 1", Kind: model.Range, Lanes: 12, Capacity: 30}
	mine, theirs := *base, *base
	mine.Lanes, mine.Note = 10, "two lanes shut"
	theirs.Capacity, theirs.Note, theirs.Short = 24, "roof leaks", "R1"
	got, err := model.Merge(base, &mine, &theirs)
	if err != nil {
		t.Fatal(err)
	}
	want := theirs
	want.Lanes, want.Note = 10, "two lanes shut"
	if d := cmp.Diff(&want, got); d != "" {
		t.Error(d)
	}
}
