package score

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"muster/model"
	"muster/model/progress"
)

// unscored takes the sheet of a session away, so that it can be shot.
func (h *host) unscored(s *model.Session) {
	if sheet := h.Desk().Sheets.Get(s.ID); sheet != nil {
		h.Commit(model.Change{Removes: []model.Remove{h.Desk().Remove(sheet)}})
		h.Acts = nil
	}
}

func (h *host) night(t testing.TB) *model.Session {
	return h.where(t, func(s *model.Session) bool { return s.Block.Night && s.Block.Judged() })
}

// Twelve officers are scored at the range with keys alone; two fail, and their
// second attempt lies on the board before anybody asks again, without a clash.
func TestStory(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.night(t)
	h.unscored(s)
	hard, _ := h.Board().Count()
	Open(h, s.ID)
	for i := range 12 {
		for _, hits := range [][2]int{{9, 5}, {13, 11}, {14, 13}} {
			n := hits[0]
			if i == 3 || i == 8 {
				n = hits[1]
			}
			h.Type(strconv.Itoa(n))
			h.Press("enter")
		}
	}
	h.Press("ctrl+t")
	h.Press("tab")
	h.Type("500")
	h.Press("tab", "tab")
	h.Type("20")
	h.Press("esc")
	if len(h.Acts) != 1 || len(h.Fails) > 0 {
		t.Fatalf("%d acts, %v\n%s", len(h.Acts), h.Fails, h.Screen(120, 40))
	}
	sheet := h.Desk().Sheets.Get(s.ID)
	if len(sheet.Rows) != 12 || len(sheet.Rounds) != 1 || sheet.Rounds[0].Short() != 0 || sheet.Rounds[0].Fired != 480 {
		t.Fatalf("%d rows, rounds %+v", len(sheet.Rows), sheet.Rounds)
	}
	takers := s.Takers(h.running())
	want := []model.ID{takers[3].Person, takers[8].Person}
	if h.Stack.Empty() {
		t.Fatalf("nobody offers a second attempt; told %v", h.Told)
	}
	h.Press("p")
	if len(h.Acts) != 2 || len(h.Acts[1].Puts) != 1 {
		t.Fatalf("%d acts; told %v", len(h.Acts), h.Told)
	}
	again, ok := h.Acts[1].Puts[0].Record.(*model.Session)
	if !ok || again.Again != s.ID || !slices.Equal(again.Only, want) || again.Block.Fire.Course != s.Block.Fire.Course {
		t.Fatalf("%+v", again)
	}
	if again.Block.Title.En != "Second attempt: "+s.Block.Title.En || again.Block.Title.Es != "Segundo intento: "+s.Block.Title.Es {
		t.Errorf("title %+v", again.Block.Title)
	}
	end := h.where(t, func(x *model.Session) bool { return x.Block.Ends })
	if !again.Placed() || again.Span().To > end.Start || again.Start < s.Span().To {
		t.Fatalf("placed %v; graduation %v", again.Span(), end.Span())
	}
	for _, c := range h.Board().ClashesOf(again.ID) {
		if c.Hard {
			t.Errorf("%s: %s", c.Rule, h.Env().Say(c.Text))
		}
	}
	if now, _ := h.Board().Count(); now > hard {
		t.Errorf("%d clashes, then %d", hard, now)
	}
	// Nobody is asked again: it is planned, and the next look says so.
	Open(h, s.ID)
	h.Press("ctrl+a")
	if len(h.Acts) != 2 || !h.Stack.Empty() || h.Last() != "score.again.planned" {
		t.Fatalf("asked again: %v\n%s", h.Told, h.Screen(120, 40))
	}
	// The second attempt is number two, and after it there is none.
	h.Clock = h.Clock.AddDate(0, 0, 2)
	Open(h, again.ID)
	h.Type("9\t13\t14\t5\t11\t13\t")
	h.Press("esc")
	rows := h.Desk().Sheets.Get(again.ID).Rows
	if len(rows) != 2 || rows[0].Attempt != 2 || rows[1].Attempt != 2 {
		t.Fatalf("%+v", rows)
	}
	if h.Last() != "score.again.spent" {
		t.Errorf("told %v", h.Told)
	}
	class := progress.Of(h.Desk(), h.running(), 1<<30)
	for i, id := range want {
		failed := len(slices.DeleteFunc(class.Find(id).Failed(), func(x progress.Test) bool { return x.First.ID != s.ID })) > 0
		if failed != (i == 1) {
			t.Errorf("officer %d: failed %v", i, failed)
		}
	}
}

// A second attempt that the course already has is not planned twice.
func TestPlannedAlready(t *testing.T) {
	h := inSample(t, "en", 0)
	s := h.where(t, func(s *model.Session) bool {
		return s.Block.Fire != nil && s.Block.Fire.Qualifies && s.Block.Fire.Course != h.night(t).Block.Fire.Course
	})
	h.unscored(s)
	Open(h, s.ID)
	h.Type("1\t1\t1\t1\t1\t")
	h.Press("esc")
	if !h.Stack.Empty() || h.Last() != "score.again.planned" {
		t.Fatalf("told %v\n%s", h.Told, h.Screen(120, 40))
	}
}

// Where no start is free it goes into the tray, and says what is in the way.
func TestIntoTheTray(t *testing.T) {
	h := inSample(t, "es", 0)
	var shut model.Change
	for p := range h.Desk().Places.All {
		if p.Kind == model.Range {
			v := *p
			first, last := h.running().First, h.running().Last
			v.Bookings = append(slices.Clone(v.Bookings), model.Booking{Span: model.Span{From: first.Days(9).At(60), To: last.At(95)}, Closed: true})
			shut.Puts = append(shut.Puts, h.Desk().Put(&v))
		}
	}
	h.Commit(shut)
	s := h.night(t)
	h.unscored(s)
	Open(h, s.ID)
	h.Type("1\t1\t1\t")
	h.Press("esc")
	screen := h.Screen(120, 40)
	h.Press("p")
	if len(h.Acts) != 2 || h.Last() != "score.again.tray" {
		t.Fatalf("told %v\n%s", h.Told, screen)
	}
	if again := h.Acts[1].Puts[0].Record.(*model.Session); again.Placed() {
		t.Fatalf("placed %v", again.Span())
	}
	if !strings.Contains(screen, "cerrado") {
		t.Errorf("no reason\n%s", screen)
	}
}
