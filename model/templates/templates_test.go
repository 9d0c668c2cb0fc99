package templates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/model"
	"muster/model/templates"
)

// What the program brings passes its own constructors unchanged, so that an
// export and an import of it give the same bytes.
func TestBuiltInRecordsAreValid(t *testing.T) {
	seen := map[model.ID]bool{}
	for _, r := range templates.AdvancedTactical().Records() {
		v, err := r.Valid()
		if err != nil {
			t.Errorf("%v %v: %v", r.RecordKind(), r.RecordID(), err)
			continue
		}
		if diff := cmp.Diff(r, v); diff != "" {
			t.Errorf("its constructor changes it:\n%s", diff)
		}
		id := r.RecordID()
		if seen[id] {
			t.Errorf("id %v given twice", id)
		}
		seen[id] = true
		if [6]byte(id[:6]) != [6]byte{} || model.Kind(id[6]) != r.RecordKind() || id[15] == 0 {
			t.Errorf("id % x is not of the built-in form", id[:])
		}
	}
}

func TestEveryTitleIsInBothLanguages(t *testing.T) {
	b := templates.AdvancedTactical()
	titles := map[string]bool{}
	for _, k := range b.Kits {
		if k.Name.En == "" || k.Name.Es == "" {
			t.Errorf("kit %v lacks a language", k.Name)
		}
	}
	for _, f := range b.Fire {
		if f.Title.En == "" || f.Title.Es == "" {
			t.Errorf("course of fire %v lacks a language", f.Title)
		}
	}
	for _, k := range b.Course.Blocks {
		if k.Title.En == "" || k.Title.Es == "" {
			t.Errorf("block %d lacks a language: %v", k.Key, k.Title)
		}
		if titles[k.Title.En] || titles[k.Title.Es] {
			t.Errorf("two blocks are called %v", k.Title)
		}
		titles[k.Title.En], titles[k.Title.Es] = true, true
	}
}

// The course as it usually runs keeps its own order, windows and days, and no
// squad is in two blocks at once.
func TestTurnsFitTheCourse(t *testing.T) {
	const squads = 3
	b := templates.AdvancedTactical()
	if n := len(b.Course.Blocks); n < 42 || n > 52 {
		t.Errorf("%d blocks, about 45 wanted", n)
	}
	type slot struct {
		span  model.Span
		title string
	}
	day := func(u model.Usual) model.Quarter { return model.Date(20000 + u.Day).At(u.At) }
	busy := map[int][]slot{}
	placed := map[[2]int]model.Span{} // key, squad
	for _, k := range b.Course.Blocks {
		turns := 1
		if k.Together == 1 {
			turns = squads
		}
		if b.Turns(k.Key) != turns {
			t.Fatalf("%s has %d turns, want %d", k.Title.En, b.Turns(k.Key), turns)
		}
		if k.Usual != b.Turn(k.Key, 0) {
			t.Errorf("%s: usual time is not the first turn", k.Title.En)
		}
		for n := range squads {
			u := b.Turn(k.Key, min(n, turns-1))
			end := u.At + k.Length
			if u.Day < 1 || u.Day > b.Course.Days || u.At < k.Earliest || k.Latest > 0 && end > k.Latest {
				t.Errorf("%s, squad %d: day %d quarter %d is outside its window", k.Title.En, n, u.Day, u.At)
			}
			s := slot{model.Span{From: day(u), To: day(u) + model.Quarter(k.Length)}, k.Title.En}
			placed[[2]int{k.Key, n}] = s.span
			if k.Kind == model.KindRide {
				continue
			}
			for _, o := range busy[n] {
				if o.span.Overlaps(s.span) {
					t.Errorf("squad %d has %s and %s at once", n, o.title, s.title)
				}
			}
			busy[n] = append(busy[n], s)
		}
	}
	for _, k := range b.Course.Blocks {
		for _, a := range k.After {
			for n := range squads {
				first, then := placed[[2]int{a.Block, n}], placed[[2]int{k.Key, n}]
				if first.To > then.From || int(then.From.Date()-first.From.Date()) < a.Days {
					t.Errorf("squad %d has %s before block %d", n, k.Title.En, a.Block)
				}
			}
		}
	}
}

func TestKitSufficesForWhatRunsAtOnce(t *testing.T) {
	b := templates.AdvancedTactical()
	have := map[model.ID]*model.Kit{}
	for _, k := range b.Kits {
		have[k.ID] = k
	}
	for _, k := range b.Course.Blocks {
		officers := 30
		if k.Together == 1 {
			officers = 10
		}
		for _, n := range k.Kit {
			pool := have[n.Kit]
			if pool == nil {
				t.Fatalf("%s needs a kit that does not come with the course", k.Title.En)
			}
			if want := n.For(k.Engaged(officers)); want > pool.Count {
				t.Errorf("%s needs %d of %s, there are %d", k.Title.En, want, pool.Name.En, pool.Count)
			}
		}
	}
}

// Two callers never share what they were given.
func TestCopiesAreIndependent(t *testing.T) {
	a, b := templates.AdvancedTactical(), templates.AdvancedTactical()
	a.Course.Blocks[4].Needs[0].Count = 99
	a.Course.Blocks[4].Fire.Rounds = 99
	a.Kits[0].Count = 99
	if b.Course.Blocks[4].Needs[0].Count == 99 || b.Course.Blocks[4].Fire.Rounds == 99 || b.Kits[0].Count == 99 {
		t.Error("changing one copy changed another")
	}
}

func TestMissing(t *testing.T) {
	b := templates.AdvancedTactical()
	empty := &model.Desk{}
	all := b.Missing(empty)
	if len(all) != len(b.Kits)+len(b.Fire)+1 {
		t.Fatalf("%d records missing from an empty desk, want %d", len(all), len(b.Kits)+len(b.Fire)+1)
	}
	full := empty.With(model.Change{Puts: []model.Put{{Record: all[0]}, {Record: all[len(all)-1]}}}, 1)
	if got := b.Missing(full); len(got) != len(all)-2 {
		t.Errorf("%d records missing, want %d", len(got), len(all)-2)
	}
}

// Every course of fire that a block shoots comes with the course, and can be
// passed with all hits and failed with none.
func TestCoursesOfFireComeWithTheCourse(t *testing.T) {
	b := templates.AdvancedTactical()
	have := map[model.ID]*model.FireCourse{}
	for _, f := range b.Fire {
		have[f.ID] = f
		var all []int
		for _, s := range f.Stages {
			all = append(all, s.Rounds)
		}
		if points, passed, _ := f.Judge(all); !passed || points != f.Most() {
			t.Errorf("%s: every hit gives %d of %d, passed %v", f.Title.En, points, f.Most(), passed)
		}
		if _, passed, _ := f.Judge(nil); passed {
			t.Errorf("%s is passed without a hit", f.Title.En)
		}
	}
	qualifies := 0
	for _, k := range b.Course.Blocks {
		if k.Fire == nil {
			continue
		}
		if k.Fire.Qualifies {
			qualifies++
		}
		f := have[k.Fire.Course]
		if f == nil && (k.Fire.Qualifies || !k.Fire.Course.IsZero()) {
			t.Errorf("%s shoots a course of fire that does not come along", k.Title.En)
		}
		if f != nil && f.Rounds() > k.Fire.Rounds {
			t.Errorf("%s: %d rounds an officer, the course of fire takes %d", k.Title.En, k.Fire.Rounds, f.Rounds())
		}
	}
	if qualifies == 0 {
		t.Error("nothing in the course qualifies")
	}
}
