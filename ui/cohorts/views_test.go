package cohorts

import (
	"fmt"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
)

func TestViewsOfACourseThatWasTaught(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, size := range [][2]int{{80, 22}, {120, 26}} {
			h := afterCourse(t, lang, 12)
			for v := attendanceView; v < viewCount; v++ {
				h.tab.show(v)
				h.screen(size[0], size[1])
				if v == attendanceView {
					h.press("home", "down", "down", "left", "left")
				}
				if v == resultsView {
					h.tab.roll.Select(cid(3, 7))
				}
				t.Run(fmt.Sprintf("%s-%s-%dx%d", v.id(), lang, size[0], size[1]), func(t *testing.T) {
					golden.RequireEqual(t, []byte(h.screen(size[0], size[1])))
				})
			}
		}
	}
}

func TestAttendanceCounts(t *testing.T) {
	h := afterCourse(t, "en", 12)
	h.press("o")
	h.screen(120, 30)
	a := h.tab.picture.(*attendance)
	if len(a.days) != 2 || a.rows[0].skills != 100 || a.rows[2].skills != 50 {
		t.Errorf("%d days, %d and %d percent", len(a.days), a.rows[0].skills, a.rows[2].skills)
	}
	if got := a.rows[2].days[0]; len(got) != 2 || got[0].sign != here || got[1].sign != excused {
		t.Errorf("the third: %+v", got)
	}
	// Sideways over blocks and days; up and down on to somebody with another plan.
	h.press("home")
	var seen []model.ID
	h.press("left", "left", "left", "left")
	for range 4 {
		if s := h.tab.session(); s != nil {
			seen = append(seen, s.ID)
		}
		h.press("right")
	}
	if !slices.Equal(seen[:3], []model.ID{cid(4, 1), cid(4, 2), cid(4, 4)}) {
		t.Errorf("the cursor goes over %v", seen)
	}
	h.press("left", "down")
	if s := h.tab.session(); s == nil || s.ID != cid(4, 3) {
		t.Errorf("the second is at %v", s)
	}
	// A click on a cell goes there.
	slot, _ := h.tab.slot()
	l := h.tab.layout()
	h.run(h.tab.Update(tea.MouseClickMsg{X: l.roll.X + slot.X + 1, Y: l.roll.Y + 3, Button: tea.MouseLeft}))
	if s := h.tab.session(); s == nil || s.ID != cid(4, 1) {
		t.Errorf("a click leads to %v", s)
	}
	// So does one on the name of a view.
	for _, spot := range h.tab.viewSpots(l.views.W) {
		h.run(h.tab.Update(tea.MouseClickMsg{X: l.views.X + spot.x + 1, Y: l.views.Y, Button: tea.MouseLeft}))
		if h.tab.view != spot.view {
			t.Errorf("a click on %s shows %s", spot.text, h.tab.view.id())
		}
	}
}

func TestResultsShowAttemptsAndTheNextChance(t *testing.T) {
	h := afterCourse(t, "en", 12)
	h.tab.show(resultsView)
	r := h.tab.picture.(*results)
	if text, _ := r.mark(r.test(0, 0)); text != "✓ 90%" {
		t.Errorf("passed: %q", text)
	}
	if text, look := r.mark(r.test(7, 0)); text != "✗ 50%" || look != bad || r.stuck != 1 {
		t.Errorf("failed: %q, %d stuck", text, r.stuck)
	}
	again := h.desk.Sessions.Get(cid(4, 4)).Clone()
	again.ID, again.Again, again.Squads, again.Only = cid(4, 9), cid(4, 4), 0, []model.ID{cid(3, 7)}
	again.Start = today.Days(1).At(36)
	v, err := model.NewSession(again)
	if err != nil {
		t.Fatal(err)
	}
	h.desk = h.desk.With(model.Change{Puts: []model.Put{{Record: v}}}, 99)
	h.tab.Changed()
	r = h.tab.picture.(*results)
	if text, look := r.mark(r.test(7, 0)); text != "✗ 50% → Fri 16" || look != soonDue || r.stuck != 0 || r.failed != 1 {
		t.Errorf("with another chance: %q, %d stuck", text, r.stuck)
	}
	if len(r.titles) != 1 {
		t.Errorf("another chance is a test of its own: %v", r.titles)
	}
}
