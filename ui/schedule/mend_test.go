package schedule

import (
	"testing"

	"muster/model"
)

// What would mend a card comes in the messages after the key's own frame, which
// keeps its line; asked for before that, it is found out at once.
func TestFixesFollowTheFrame(t *testing.T) {
	lacking := func() *fake {
		f := begin(t, 120, 37)
		f.on(t, rifle)
		s := f.session(rifle).Clone()
		s.Staff = nil
		f.Commit(model.Change{Puts: []model.Put{f.desk.Put(&s)}})
		if !f.tab.mends.owed || len(f.tab.mends.list) > 0 || f.tab.could != nil {
			t.Fatal("the frame of the edit has tried out what would mend it")
		}
		return f
	}
	f := lacking()
	lines := len(f.tab.lines)
	for n := 0; f.tab.Pending() != nil; n++ {
		if n == 3 {
			t.Fatal("the tab asks without end")
		}
		f.tab.Update(f.tab.Pending()())
	}
	if len(f.tab.mends.list) == 0 || f.tab.could == nil || len(f.tab.lines) < lines {
		t.Error("it never comes")
	}
	f.tab.Update(thoughtMsg{}) // one that comes late does no harm
	f = lacking()
	f.press("F")
	if len(f.acts) != 2 {
		t.Errorf("%d acts: the best fix was not done", len(f.acts))
	}
}
