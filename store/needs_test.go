package store

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"muster/model"
)

// testdata/fieldsN.txt lists the fields of format N: type, number, name. A
// record needs the format of the newest field that it has anything in, and can
// be written by a program of that format.
func TestNeedsFollowTheFields(t *testing.T) {
	f := fielder{t: t, since: map[string]uint64{}}
	for n := uint64(format - 1); n > 0; n-- {
		text, err := os.ReadFile(fmt.Sprintf("testdata/fields%d.txt", n))
		check(t, err)
		for l := range strings.Lines(string(text)) {
			f.since[strings.TrimSpace(l)] = n
		}
	}
	for _, k := range model.Kinds {
		want := uint64(1)
		switch {
		case k >= model.KindDraft:
			want = 3
		case k >= model.KindRoll:
			want = 2
		}
		if got := needs(k.New()); got != want {
			t.Errorf("an empty %s needs %d, want %d", k, got, want)
		}
		f.kind, f.n = k, 0
		f.fields(reflect.TypeOf(k.New()).Elem(), nil, want, func(r reflect.Value) reflect.Value { return r })
		if f.n == 0 {
			t.Errorf("%s: no fields", k)
		}
	}
	if got := needs(&model.Cohort{State: model.Graduated}); got != 2 {
		t.Errorf("a graduated cohort needs %d", got)
	}
}

type fielder struct {
	t     *testing.T
	since map[string]uint64 // the format that brought the field; what is not in it is of the present one
	kind  model.Kind
	n     int
}

// fields tries every field of the struct t, which reach finds in a record. The
// way there needs the format.
func (f *fielder) fields(t reflect.Type, path []string, needed uint64, reach func(reflect.Value) reflect.Value) {
	for i := range t.NumField() {
		field := t.Field(i)
		key, _, _ := strings.Cut(field.Tag.Get("cbor"), ",")
		if key == "" && !field.Anonymous {
			continue
		}
		needed := needed
		if key != "" {
			since, old := f.since[fmt.Sprintf("%s %s %s", t.Name(), key, field.Name)]
			if !old {
				since = format
			}
			needed = max(needed, since)
		}
		path := append(path[:len(path):len(path)], field.Name)
		here := func(r reflect.Value) reflect.Value { return inner(reach(r).Field(i)) }
		of := field.Type
		for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
			of = of.Elem()
		}
		if of.Kind() == reflect.Struct {
			f.fields(of, path, needed, here)
			continue
		}
		f.n++
		rec := f.kind.New()
		something(f.t, here(reflect.ValueOf(rec).Elem()))
		if got := needs(rec); got != needed {
			f.t.Errorf("%s with %s needs %d, want %d", f.kind, strings.Join(path, "."), got, needed)
		}
	}
}

// inner makes what a pointer points at, and the first of a list.
func inner(v reflect.Value) reflect.Value {
	for {
		switch v.Kind() {
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
			v = v.Elem()
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			v = v.Index(0)
		default:
			return v
		}
	}
}

func something(t *testing.T, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Array:
		v.Index(0).SetUint(1)
	default:
		switch {
		case v.CanInt():
			v.SetInt(1)
		case v.CanUint():
			v.SetUint(1)
		default:
			t.Fatalf("a field of %s", v.Type())
		}
	}
}

// A database in which only old things were done stays open to programs of
// format 1; the first new thing closes it to them.
func TestHeadRisesWithNeed(t *testing.T) {
	s := inMemory(t, roomy(), t.TempDir(), "Ruiz")
	format := func() uint64 {
		var f uint64
		check(t, s.view(t.Context(), func(_ look, h head) error {
			if f = h.Format; h.Needs != f || h.Writer != f {
				t.Errorf("head %+v", h)
			}
			return nil
		}))
		return f
	}
	p := &model.Person{ID: s.NewID(), Given: "Itzel"}
	rev := put(t, s, 0, p)
	if format() != 1 {
		t.Error("a name alone needs format", format())
	}
	with := *p
	with.Standing = model.Moved
	put(t, s, rev, &with)
	if format() != 2 {
		t.Error("a standing needs format", format())
	}
	_, err := s.Undo(t.Context())
	check(t, err)
	if format() != 2 {
		t.Error("its before-image is still there")
	}
	c := &model.Cohort{ID: s.NewID(), Code: "MEX-26-1", Zone: "UTC", First: 20000, Last: 20011}
	put(t, s, 0, c)
	if format() != 2 {
		t.Error("a cohort needs format", format())
	}
	put(t, s, 0, &model.Draft{ID: s.NewID(), Cohort: c.ID, Title: "Rain"})
	if format() != 3 {
		t.Error("a draft needs format", format())
	}
	sound(t, s)
}

// The stages that format 1 had after the course are days on the seat now.
func TestStagesOfFormat1(t *testing.T) {
	s := inMemory(t, roomy(), t.TempDir(), "Ruiz")
	people := []*model.Person{{ID: s.NewID(), Given: "A"}, {ID: s.NewID(), Given: "B"}, {ID: s.NewID(), Given: "C"}}
	c := &model.Cohort{
		ID: s.NewID(), Code: "MEX-26-1", Zone: "UTC", First: 20000, Last: 20011,
		Seats: []model.Seat{{Person: people[0].ID}, {Person: people[1].ID}, {Person: people[2].ID}},
	}
	fill(t, s, []model.Record{people[0], people[1], people[2], c})
	old := *c
	old.Seats = []model.Seat{
		{Person: people[0].ID, Stage: "departed", Since: 20012},
		{Person: people[1].ID, Stage: "home"},
		{Person: people[2].ID, Stage: model.Attended, Since: 20011},
	}
	old.State = model.Running
	k, err := (&envelope{Schema: 1, Needs: 1, Body: encode(&old)}).record(model.KindCohort)
	check(t, err)
	got, err := k.Valid()
	check(t, err)
	want := []model.Seat{
		{Person: people[0].ID, Stage: model.Completed, Since: 20011, Departed: 20012},
		{Person: people[1].ID, Stage: model.Completed, Since: 20011, Home: 20011},
		old.Seats[2],
	}
	if seats := got.(*model.Cohort).Seats; !reflect.DeepEqual(seats, want) {
		t.Errorf("%+v", seats)
	}
	put(t, s, 1, got)
	file := strings.Replace(exported(t, s), `"stage":"attended"`, `"stage":"home"`, 1)
	two := inMemory(t, roomy(), t.TempDir(), "Soto")
	_, err = two.ImportAll(t.Context(), strings.NewReader(strings.Replace(file, `"version":3`, `"version":1`, 1)), nil)
	check(t, err)
	d, err := two.Desk(t.Context())
	check(t, err)
	if seat, _ := d.Cohorts.Get(c.ID).Seat(people[2].ID); seat.Stage != model.Completed || seat.Home != 20011 {
		t.Errorf("brought in: %+v", seat)
	}
}
