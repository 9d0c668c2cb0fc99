package schedule

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	"muster/ui/kit"
)

// calmly is the fixture without rules, so that nothing clashes.
func calmly(t testing.TB, tag string) *fake {
	t.Helper()
	d := calm(small(plainly))
	r := *d.Sessions.Get(rifle)
	r.Start = date(16).At(36)
	f := newFake(d.With(model.Change{Puts: []model.Put{{Record: must(model.NewSession(r))}}}, 3), tag, kit.Mono)
	f.tab.Resize(120, 37)
	f.stack.Resize(120, 37)
	return f
}

func TestPublish(t *testing.T) {
	f := calmly(t, "en")
	f.press("G")
	if len(f.acts) != 1 || f.Cohort().State != model.Published {
		t.Fatalf("%d acts, %v", len(f.acts), f.said)
	}
	for _, s := range f.tab.sessions {
		if (s.Told != nil) != s.Placed() {
			t.Errorf("%v: told %v", s.Block.Title.En, s.Told)
		}
	}
	f.press("G")
	if len(f.acts) != 1 || f.said[len(f.said)-1].ID != "schedule.publish.same" {
		t.Error("publishing again what has not changed is an act")
	}
}

// A plan with clashes is not put out without being asked.
func TestPublishAsks(t *testing.T) {
	f := begin(t, 120, 37)
	f.press("G", "enter")
	if len(f.acts) != 0 {
		t.Fatal("the safe answer published it")
	}
	f.press("G", "y")
	if len(f.acts) != 1 {
		t.Error("it is not published after all")
	}
}

// What somebody has to grant is asked for as papers, not as clashes.
func TestPublishWithoutPapers(t *testing.T) {
	for rule, want := range map[string]string{"vetting-person": "schedule.publish.papers", "let-to-others": "schedule.publish.clashes"} {
		off := slices.DeleteFunc(allOff(), func(r model.RuleSetting) bool { return r.Rule == "vetting-person" || r.Rule == rule })
		d := small(plainly)
		d = d.With(model.Change{Puts: []model.Put{{Record: must(model.NewSettings(model.Settings{Rules: off}))}}}, 2)
		f := newFake(d, "en", kit.Mono)
		f.tab.Resize(120, 37)
		f.stack.Resize(120, 37)
		f.press("G")
		text := f.screen(120, 37).Plain()
		if n := f.tab.count[clashing]; n == 0 || !strings.Contains(text, f.env.T(want, "n", n)[:20]) {
			t.Errorf("%s: %d, not as %s\n%s", rule, n, want, text)
		}
	}
}

// altering makes one change of each sort after the plan is out.
func altering(t testing.TB, f *fake) {
	f.press("G")
	f.on(t, rifle)
	f.press("L")
	f.on(t, searchB)
	f.press("backspace")
	f.on(t, drags)
	f.press("enter", "enter")
	f.on(t, pistolA)
	f.press("v", "end", "enter")
	off := f.session(opening).Clone()
	off.Off = &model.Off{Reason: "storm"}
	f.Commit(model.Change{Puts: []model.Put{{Record: must(model.NewSession(off))}}})
}

func TestChangesAreMarked(t *testing.T) {
	f := calmly(t, "en")
	altering(t, f)
	rows := revisions(f.tab.sessions)
	if len(rows) != 5 {
		t.Fatalf("%d changes: %v", len(rows), rows)
	}
	f.on(t, rifle)
	text := f.screen(120, 37).Plain()
	for _, want := range []string{"» 5 changes", "was Fri 16 09:00–11:00", "»"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on the screen", want)
		}
	}
	n := len(f.acts)
	f.press("G", "P")
	if len(f.acts) != n+1 || len(revisions(f.tab.sessions)) != 0 {
		t.Errorf("publishing again took %d acts and leaves %d changes", len(f.acts)-n, len(revisions(f.tab.sessions)))
	}
}

func TestChangeList(t *testing.T) {
	f := calmly(t, "en")
	altering(t, f)
	f.press("G", "down", "enter")
	if !f.stack.Empty() || f.tab.selected() == nil {
		t.Error("enter does not go to the session")
	}
	f.press("G")
	for _, size := range [][2]int{{80, 21}, {120, 37}} {
		f.screen(size[0], size[1])
	}
	fitSome(t, f)
}

// The paper says what was, what is and whom to tell, and names no officer
// unless asked.
func TestChangeSheet(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		t.Run(tag, func(t *testing.T) {
			f := calmly(t, tag)
			altering(t, f)
			f.on(t, swat)
			f.press("L")
			text := f.tab.changeSheet(false)
			golden.RequireEqual(t, []byte(text))
			if strings.Contains(text, "Ávila") {
				t.Error("an officer is named")
			}
			if !strings.Contains(f.tab.changeSheet(true), "Ávila") {
				t.Error("the full one names nobody")
			}
			for _, l := range strings.Split(text, "\n") {
				if kit.Width(l) > 80 {
					t.Errorf("%d columns: %s", kit.Width(l), l)
				}
			}
		})
	}
}

func TestChangesToFile(t *testing.T) {
	t.Chdir(t.TempDir())
	f := calmly(t, "en")
	altering(t, f)
	f.press("G", "E", "enter", "enter")
	if _, ok := f.stack.Top().(*changeList); !ok {
		t.Errorf("writing leaves %T on top", f.stack.Top())
	}
	f.press("P")
	if left := revisions(f.tab.sessions); len(left) != 0 {
		t.Errorf("P after writing does not publish: %d changes", len(left))
	}
	b, err := os.ReadFile("mex-26-1-changes-2026-01-15.txt")
	if err != nil {
		t.Fatal(err, f.said)
	}
	if !strings.Contains(string(b), "CHANGES TO THE PLAN") {
		t.Errorf("written:\n%s", b)
	}
}

// What people were told of is not taken out without a word.
func TestRemovingWhatWasTold(t *testing.T) {
	f := calmly(t, "en")
	f.press("G")
	f.on(t, rifle)
	f.press("x", "enter")
	if f.session(rifle) == nil {
		t.Fatal("it went with the safe answer")
	}
	f.press("x", "y")
	if f.session(rifle) != nil {
		t.Error("it is still there")
	}
}

// A copy was never told of.
func TestCopyIsNotTold(t *testing.T) {
	f := calmly(t, "en")
	f.press("G")
	f.on(t, rifle)
	f.press("y", "right", "enter")
	if s := f.tab.own(); s == nil || s.ID == rifle || s.Told != nil {
		t.Error("the copy carries what was told of the original")
	}
}
