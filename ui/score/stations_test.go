package score

import (
	"strings"
	"testing"

	"muster/model"
	"muster/ui/kit"
)

func (h *host) search(t testing.TB) *model.Session {
	return h.where(t, func(s *model.Session) bool {
		return s.Block.Kind == model.KindVehicles && s.Block.Search != nil && s.Block.Search.Hides > 0
	})
}

// bare takes the stations of a session away.
func (h *host) bare(s *model.Session) *model.Session {
	v := *s
	v.Circuit = nil
	h.Commit(model.Change{Puts: []model.Put{h.Desk().Put(&v)}})
	h.Acts = nil
	return h.Desk().Sessions.Get(s.ID)
}

// One key makes the stations of the block; what is typed over them is kept as
// one act, and every team comes to every station once.
func TestGenerate(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.bare(h.search(t))
	Circuit(h, s.ID)
	h.Press("g")
	d, ok := h.Stack.Top().(*circuit)
	if !ok || len(d.v.Stations) != s.Block.Search.Cars {
		t.Fatalf("%+v\n%s", d.v.Stations, h.Screen(120, 40))
	}
	hides := 0
	for _, p := range d.v.Stations {
		hides += p.Hides
		if h.Desk().Vehicles.Get(p.Vehicle) == nil {
			t.Errorf("no car at %s", p.Name)
		}
	}
	if hides != s.Block.Search.Hides {
		t.Errorf("%d hides of %d", hides, s.Block.Search.Hides)
	}
	h.Type("Blue sedan")
	h.Press("right", "right")
	h.Type("5")
	h.Press("right", "space")
	h.Press("down", "enter")
	h.Press("esc")
	now := h.Desk().Sessions.Get(s.ID)
	if len(h.Acts) != 1 || now.Circuit == nil || now.Circuit.Stations[0].Name != "Blue sedan" || now.Circuit.Stations[0].Hides != 5 ||
		now.Circuit.Stations[0].Lead.IsZero() {
		t.Fatalf("%d acts, %+v", len(h.Acts), now.Circuit)
	}
	met := map[[2]int]bool{}
	for _, turn := range now.Rotation() {
		for at, team := range turn.Teams {
			met[[2]int{at, team}] = true
		}
	}
	if n := len(now.Circuit.Stations); len(met) != n*n {
		t.Errorf("%d meetings at %d stations", len(met), n)
	}
	// Made anew only when that is wanted; looking changes nothing.
	Circuit(h, s.ID)
	h.Press("ctrl+t", "esc")
	h.Press("esc")
	if len(h.Acts) != 1 {
		t.Errorf("%d acts", len(h.Acts))
	}
	Circuit(h, s.ID)
	for range now.Circuit.Stations {
		h.Press("ctrl+x")
	}
	h.Press("esc")
	if h.Desk().Sessions.Get(s.ID).Circuit != nil {
		t.Error("stations that are gone are kept")
	}
}

// Too many stations for the time are told as they are typed.
func TestTooLittleTime(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.bare(h.search(t))
	Circuit(h, s.ID)
	h.Press("g", "ctrl+o", "ctrl+u")
	h.Type("55")
	h.Press("ctrl+s")
	d := h.Stack.Top().(*circuit)
	if d.v.Turn != 55 {
		t.Fatalf("%d minutes\n%s", d.v.Turn, h.Screen(120, 40))
	}
	text, _ := d.word()
	if !strings.HasPrefix(text, "!") || !strings.Contains(text, "165 min") {
		t.Errorf("%q", text)
	}
}

// Rooms, lanes and scenes are made for the other kinds.
func TestOtherStations(t *testing.T) {
	h := inSample(t, "en", 0)
	for kind, word := range map[model.BlockKind]string{model.KindBuildings: "Room", model.KindRescue: "Lane", model.KindExercise: "Scene"} {
		s := h.bare(h.where(t, func(s *model.Session) bool {
			return s.Block.Kind == kind && (s.Block.House != nil || s.Block.Rescue != nil || s.Block.Exercise != nil)
		}))
		Circuit(h, s.ID)
		h.Press("g")
		h.Press("esc")
		c := h.Desk().Sessions.Get(s.ID).Circuit
		if c == nil || !strings.HasPrefix(c.Stations[0].Name, word) {
			t.Errorf("%s: %+v", kind, c)
		}
	}
}

// A course of fire is made from a shape, changed, copied; one that is shot
// somewhere stays, and says where.
func TestFireCourses(t *testing.T) {
	h := inSample(t, "en", 0)
	n := h.Desk().FireCourses.Len()
	FireCourses(h)
	h.Press("x")
	l, ok := h.Stack.Top().(*fireList)
	if !ok || l.hint.ID != "score.fires.in-use" {
		t.Fatalf("%v", l.hint)
	}
	h.Press("n", "end", "enter")
	h.Type("Shotgun")
	h.Press("ctrl+s")
	h.Type("25\t5\t20\t4\t10")
	h.Press("tab")
	h.Type("15\t5\t15\t6")
	d, ok := h.Stack.Top().(*fireEdit)
	if !ok || d.hint.ID != "score.why.at-most" {
		t.Fatalf("%v\n%s", d, h.Screen(120, 40))
	}
	h.Press("esc")
	if h.Desk().FireCourses.Len() != n+1 || len(h.Acts) != 1 {
		t.Fatalf("%d, %v\n%s", h.Desk().FireCourses.Len(), h.Acts, h.Screen(80, 24))
	}
	f := l.current()
	if f.Title.En != "Shotgun" || len(f.Stages) != 2 || f.Stages[0] != (model.FireStage{Yards: 25, Rounds: 5, Seconds: 20, Least: 4, Points: 10}) {
		t.Fatalf("%+v", f)
	}
	h.Press("d")
	h.Press("ctrl+s")
	if c := l.current(); c.Title.En != "Shotgun 2" || c.Title.Es != "" || c.ID == f.ID {
		t.Fatalf("%+v", c)
	}
	h.Press("x")
	if h.Desk().FireCourses.Len() != n+1 {
		t.Fatalf("%d\n%s", h.Desk().FireCourses.Len(), h.Screen(80, 24))
	}
	h.Press("esc")
	if !h.Stack.Empty() {
		t.Error("esc does not lead out")
	}
}

// What cannot be kept is thrown away only when that is wanted, and esc leads
// out in the end.
func TestCannotKeep(t *testing.T) {
	h := inSample(t, "en", 0)
	FireCourses(h)
	h.Press("n", "end", "enter", "esc") // no title
	h.Press("esc")
	if _, ok := h.Stack.Top().(*kit.Confirm); !ok {
		t.Fatalf("%T", h.Stack.Top())
	}
	h.Press("x")
	if _, ok := h.Stack.Top().(*fireList); !ok || len(h.Acts) > 0 {
		t.Fatalf("%T, %d acts", h.Stack.Top(), len(h.Acts))
	}
}

// A copy has a title of its own in every language that it has.
func TestCopyOfFireCourse(t *testing.T) {
	h := inSample(t, "en", 0)
	for f := range h.Desk().FireCourses.All {
		if c := copyOf(h, f); c.Title.En != f.Title.En+" 2" || c.Title.Es != f.Title.Es+" 2" || &c.Stages[0] == &f.Stages[0] {
			t.Errorf("%+v", c.Title)
		}
	}
}

// Results of stations that are no longer there are still theirs.
func TestStationsGone(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.search(t)
	h.unscored(s)
	Open(h, s.ID)
	h.Type("2\t90\tf")
	h.Press("esc")
	rows := len(h.sheet(s).Rows)
	s = h.bare(s)
	Open(h, s.ID)
	h.Press("+")
	h.Press("esc")
	if got := len(h.sheet(s).Rows); got != rows {
		t.Errorf("%d rows, then %d", rows, got)
	}
}

// A key that is asked for by habit is not typed over a station's name; what is
// typed by accident is shown and can be taken back before esc keeps it.
func TestKeysAreNotTyped(t *testing.T) {
	h := inSample(t, "es", 0)
	s := h.bare(h.search(t))
	Circuit(h, s.ID)
	h.Press("g", "esc")
	h.Acts = nil
	Circuit(h, s.ID)
	d, _ := h.Stack.Top().(*circuit)
	was := d.v.Stations[0].Name
	for _, key := range []string{"?", "f1"} {
		h.Press(key)
		if _, ok := h.Stack.Top().(*kit.Menu); !ok {
			t.Fatalf("%s opens %T", key, h.Stack.Top())
		}
		h.Press("esc")
	}
	if d.v.Stations[0].Name != was {
		t.Errorf("the name is now %q", d.v.Stations[0].Name)
	}
	h.Type("What?")
	if d.v.Stations[0].Name != "What?" {
		t.Errorf("within a name it types: %q", d.v.Stations[0].Name)
	}
	if !strings.Contains(h.Screen(80, 24), "ctrl+z") {
		t.Error("nothing says that a name was changed")
	}
	h.Press("ctrl+z", "esc")
	if len(h.Acts) != 0 || h.Desk().Sessions.Get(s.ID).Circuit.Stations[0].Name != was {
		t.Errorf("%d acts", len(h.Acts))
	}
}

// The keys of the courses of fire and of their stages can be listed too.
func TestKeysOfFireCourses(t *testing.T) {
	h := inSample(t, "en", 0)
	FireCourses(h)
	for range 2 {
		d := h.Stack.Top()
		h.Press("?")
		if _, ok := h.Stack.Top().(*kit.Menu); !ok {
			t.Fatalf("%T: ? opens %T", d, h.Stack.Top())
		}
		h.Press("esc", "enter")
	}
}
