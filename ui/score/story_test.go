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
	if sheet := h.desk.Sheets.Get(s.ID); sheet != nil {
		h.Commit(model.Change{Removes: []model.Remove{h.desk.Remove(sheet)}})
		h.acts = nil
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
	hard, _ := h.board.Count()
	Open(h, s.ID)
	for i := range 12 {
		for _, hits := range [][2]int{{9, 5}, {13, 11}, {14, 13}} {
			n := hits[0]
			if i == 3 || i == 8 {
				n = hits[1]
			}
			h.typed(strconv.Itoa(n))
			h.press("enter")
		}
	}
	h.press("ctrl+t")
	h.press("tab")
	h.typed("500")
	h.press("tab", "tab")
	h.typed("20")
	h.press("esc")
	if len(h.acts) != 1 || len(h.fails) > 0 {
		t.Fatalf("%d acts, %v\n%s", len(h.acts), h.fails, h.screen(120, 40))
	}
	sheet := h.desk.Sheets.Get(s.ID)
	if len(sheet.Rows) != 12 || len(sheet.Rounds) != 1 || sheet.Rounds[0].Short() != 0 || sheet.Rounds[0].Fired != 480 {
		t.Fatalf("%d rows, rounds %+v", len(sheet.Rows), sheet.Rounds)
	}
	takers := s.Takers(h.running())
	want := []model.ID{takers[3].Person, takers[8].Person}
	if h.stack.Empty() {
		t.Fatalf("nobody offers a second attempt; told %v", h.told)
	}
	h.press("p")
	if len(h.acts) != 2 || len(h.acts[1].Puts) != 1 {
		t.Fatalf("%d acts; told %v", len(h.acts), h.told)
	}
	again, ok := h.acts[1].Puts[0].Record.(*model.Session)
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
	for _, c := range h.board.ClashesOf(again.ID) {
		if c.Hard {
			t.Errorf("%s: %s", c.Rule, h.env.Say(c.Text))
		}
	}
	if now, _ := h.board.Count(); now > hard {
		t.Errorf("%d clashes, then %d", hard, now)
	}
	// Nobody is asked again: it is planned, and the next look says so.
	Open(h, s.ID)
	h.press("ctrl+a")
	if len(h.acts) != 2 || !h.stack.Empty() || h.last() != "score.again.planned" {
		t.Fatalf("asked again: %v\n%s", h.told, h.screen(120, 40))
	}
	// The second attempt is number two, and after it there is none.
	h.now = h.now.AddDate(0, 0, 2)
	Open(h, again.ID)
	h.typed("9\t13\t14\t5\t11\t13\t")
	h.press("esc")
	rows := h.desk.Sheets.Get(again.ID).Rows
	if len(rows) != 2 || rows[0].Attempt != 2 || rows[1].Attempt != 2 {
		t.Fatalf("%+v", rows)
	}
	if h.last() != "score.again.spent" {
		t.Errorf("told %v", h.told)
	}
	class := progress.Of(h.desk, h.running(), 1<<30)
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
	h.typed("1\t1\t1\t1\t1\t")
	h.press("esc")
	if !h.stack.Empty() || h.last() != "score.again.planned" {
		t.Fatalf("told %v\n%s", h.told, h.screen(120, 40))
	}
}

// Where no start is free it goes into the tray, and says what is in the way.
func TestIntoTheTray(t *testing.T) {
	h := inSample(t, "es", 0)
	var shut model.Change
	for p := range h.desk.Places.All {
		if p.Kind == model.Range {
			v := *p
			first, last := h.running().First, h.running().Last
			v.Bookings = append(slices.Clone(v.Bookings), model.Booking{Span: model.Span{From: first.Days(9).At(60), To: last.At(95)}, Closed: true})
			shut.Puts = append(shut.Puts, h.desk.Put(&v))
		}
	}
	h.Commit(shut)
	s := h.night(t)
	h.unscored(s)
	Open(h, s.ID)
	h.typed("1\t1\t1\t")
	h.press("esc")
	screen := h.screen(120, 40)
	h.press("p")
	if len(h.acts) != 2 || h.last() != "score.again.tray" {
		t.Fatalf("told %v\n%s", h.told, screen)
	}
	if again := h.acts[1].Puts[0].Record.(*model.Session); again.Placed() {
		t.Fatalf("placed %v", again.Span())
	}
	if !strings.Contains(screen, "cerrado") {
		t.Errorf("no reason\n%s", screen)
	}
}
