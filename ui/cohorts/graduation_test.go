package cohorts

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	dues "muster/model/due"
	"muster/ui/kit"
)

func TestFromTheLastDayToTheClosedCohort(t *testing.T) {
	h := afterCourse(t, "en", 30)
	before := h.desk
	h.screen(120, 36)
	h.press("G")
	if got := h.screen(120, 36); !strings.Contains(got, "27 completed") || !strings.Contains(got, "2 attended only") || !strings.Contains(got, "1 without") {
		t.Fatalf("proposes\n%s", got)
	}
	golden.RequireEqual(t, []byte(h.screen(120, 36)))
	h.press("ctrl+s")
	if h.failed != nil || h.desk.Certificates.Len() != 29 || h.Cohort().State != model.Graduated || h.tab.view != outcomeView {
		t.Fatalf("%v, %d certificates, %s: %s", h.failed, h.desk.Certificates.Len(), h.Cohort().State, h.last())
	}
	if n := len(h.acts); n != 1 {
		t.Errorf("%d acts", n)
	}
	count := map[model.Stage]int{}
	for _, s := range h.Cohort().Seats {
		count[s.Stage]++
	}
	if count[model.Completed] != 27 || count[model.Attended] != 2 || count[model.Absent] != 1 {
		t.Errorf("%v", count)
	}
	numbers := map[string]bool{}
	for v := range h.desk.Certificates.All {
		numbers[v.No] = true
	}
	for n := 1; n <= 29; n++ {
		if !numbers[fmt.Sprintf("MEX-26-1-%03d", n)] {
			t.Errorf("number %d is missing", n)
		}
	}
	// Who left is still without one; nobody else is offered a second.
	h.press("G", "enter")
	if !strings.Contains(h.screen(120, 36), "Nobody of MEX-26-1 is left") {
		t.Errorf("graduates twice:\n%s", h.screen(120, 36))
	}
	h.press("esc")
	// Undo is the desk as it was; the tab follows.
	graduated := h.desk
	h.desk = before
	h.tab.Changed()
	if o := h.tab.picture.(*outcomes); o.given != 0 || o.count[model.CompletedCourse] != 27 {
		t.Errorf("after undo %d given, %v", o.given, o.count)
	}
	h.desk = graduated
	h.tab.Changed()

	// Everybody has left the country, who was absent too; all but one are home.
	h.press("home", "*", "h", "ctrl+s")
	h.press("*", "home", "space", "h", "ctrl+s")
	if o := h.tab.picture.(*outcomes); o.left != 30 || o.home != 29 {
		t.Fatalf("%d left, %d home: %s\n%s", o.left, o.home, h.last(), h.screen(120, 36))
	}
}

func TestGraduationIsKeptAndTakenBack(t *testing.T) {
	h := withStore(t, "en")
	c := model.Change{Act: model.Say("cohorts.act.new", "cohort", "MEX-26-1")}
	for _, r := range taught(t, 12, today) {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	if _, err := h.st.Commit(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	h.reload()
	now := time.Date(2026, 1, 15, 17, 30, 0, 0, time.UTC)
	h.env.Now = func() time.Time { return now }
	h.Choose(cid(1, 1))
	h.tab.toRoll()
	h.screen(120, 36)
	for range 2 {
		h.press("G", "enter")
		h.reload()
		if h.desk.Certificates.Len() != 12 || h.Cohort().State != model.Graduated {
			t.Fatalf("%d certificates kept: %s", h.desk.Certificates.Len(), h.last())
		}
		if _, err := h.st.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		h.reload()
		if h.desk.Certificates.Len() != 0 || h.Cohort().State != model.Running || h.Cohort().Seats[0].Stage != model.InCourse {
			t.Fatalf("undone: %d certificates, %s", h.desk.Certificates.Len(), h.Cohort().State)
		}
	}
	h.press("G", "enter")
	for _, who := range []int{0, 5} {
		held, err := h.st.CertificatesOf(t.Context(), cid(3, who))
		if err != nil || len(held) != 1 || held[0].Rec.No != fmt.Sprintf("MEX-26-1-%03d", who+1) {
			t.Errorf("%d: %v, %v", who, held, err)
		}
	}
}

func TestTheLastOneHomeOffersToClose(t *testing.T) {
	h := afterCourse(t, "en", 12)
	h.screen(120, 36)
	h.press("G", "enter")
	h.press("*", "h", "ctrl+s") // left
	if h.Cohort().Seats[0].Departed != today {
		t.Fatalf("nobody left: %s", h.last())
	}
	h.press("*", "h")
	h.press("ctrl+s")
	if s := h.Cohort().Seats[0]; s.Home != today || s.Departed != today {
		t.Errorf("%+v: %s", s, h.last())
	}
	if !strings.Contains(h.last(), "S closes the cohort") {
		t.Errorf("told %q", h.last())
	}
	h.press("S")
	h.typed("closed")
	h.press("enter")
	if h.Cohort().State != model.Closed {
		t.Errorf("%s: %s", h.Cohort().State, h.last())
	}
	if _, why, handled := kit.Press(h.tab.Actions(), keyMsg("G")); !handled || why.ID != "cohorts.why.closed" {
		t.Errorf("a closed cohort graduates: %v", why)
	}
}

// What is open is told before a cohort is closed, and nobody is invited to
// close it over something that is wrong.
func TestClosingAsksAboutWhatIsOpen(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		h := afterCourse(t, tag, 12)
		h.screen(80, 24)
		c := h.Cohort()
		say := model.Say("due.today")
		h.open = []dues.Item{
			{Rule: "rounds", Hard: true, Cohort: c.ID, Text: say},
			{Rule: "tray", Cohort: c.ID, Text: say},
			{Rule: "tray", Cohort: model.ID{9}, Text: say},
			{Rule: "pass-mark", Cohort: c.ID, Text: say},
			{Rule: "absence", Cohort: c.ID, Text: say},
		}
		h.press("G", "enter", "*", "h", "ctrl+s", "*", "h", "ctrl+s")
		if last := h.last(); !strings.Contains(last, h.env.Say(model.Say("cohorts.home.but", "cohort", c.Code, "n", 1))) {
			t.Errorf("told %q", last)
		}
		shut := func() {
			h.press("S")
			h.typed(h.env.T("word.state.closed"))
			h.press("enter")
		}
		shut()
		if h.Cohort().State == model.Closed || !strings.Contains(h.screen(80, 24), "4 ") {
			t.Fatalf("closed without a word\n%s", h.screen(80, 24))
		}
		h.press("esc")
		if h.Cohort().State == model.Closed {
			t.Fatal("esc closes it")
		}
		shut()
		h.press("y")
		if h.Cohort().State != model.Closed {
			t.Errorf("%s: %s", h.Cohort().State, h.last())
		}
	}
}

func TestOtherThanProposedWantsAReason(t *testing.T) {
	h := afterCourse(t, "en", 12)
	h.screen(120, 36)
	// The third, who missed practice, is to have completed all the same.
	h.press("G", "home", "down", "down", "space", "up", "enter")
	h.press("enter") // no reason yet
	if h.stack.Empty() {
		t.Fatal("no reason is asked for")
	}
	h.typed("made it up at night")
	h.press("enter")
	h.press("enter")
	var third *model.Certificate
	for v := range h.desk.Certificates.All {
		if v.Person == cid(3, 2) {
			third = v
		}
	}
	if third == nil || third.Kind != model.CompletedCourse || third.Note != "made it up at night" {
		t.Fatalf("%+v: %s", third, h.last())
	}
	if s, _ := h.Cohort().Seat(cid(3, 2)); s.Note != third.Note || s.Stage != model.Completed {
		t.Errorf("seat %+v", s)
	}
	for _, a := range h.acts {
		for _, arg := range a.Args {
			if s, ok := arg.Value.(string); ok && strings.Contains(s, "night") {
				t.Errorf("the reason stands in the journal: %v", a)
			}
		}
	}
	// Void it, and give another.
	h.tab.roll.Select(cid(3, 2))
	h.press("X")
	h.typed("wrong after all")
	h.press("enter")
	if v := h.desk.Certificates.Get(third.ID); v.Void != today || !strings.Contains(v.Note, "wrong after all") {
		t.Fatalf("%+v: %s", v, h.last())
	}
	h.press("G", "enter")
	for v := range h.desk.Certificates.All {
		if v.Person == cid(3, 2) && v.Void.IsZero() && (v.No != "MEX-26-1-012" || v.Kind != model.AttendedCourse) {
			t.Errorf("the new one: %+v", v)
		}
	}
	if h.desk.Certificates.Len() != 12 {
		t.Errorf("%d certificates", h.desk.Certificates.Len())
	}
	h.press("enter")
	if got := h.screen(100, 36); !strings.Contains(got, "Certificate MEX-26-1-0") || !strings.Contains(got, "Handgun") && !strings.Contains(got, "Qualification") {
		t.Errorf("the certificate:\n%s", got)
	}
}

func TestCertificatesToAFile(t *testing.T) {
	h := afterCourse(t, "en", 12)
	h.screen(120, 36)
	h.tab.show(outcomeView)
	if _, why, _ := kit.Press(h.tab.Actions(), keyMsg("x")); why.ID != "cohorts.why.no-certificates" {
		t.Errorf("there is nothing to export, yet: %v", why)
	}
	h.press("G", "enter")
	h.tab.folder = t.TempDir()
	h.press("x", "enter", "enter")
	b, err := os.ReadFile(filepath.Join(h.tab.folder, "MEX-26-1-certificates.csv"))
	if err != nil {
		t.Fatalf("%v: %s, %v", err, h.last(), h.failed)
	}
	if got := string(b); strings.Count(got, "MEX-26-1-") != 11 || strings.Contains(got, "Itzel") || !strings.Contains(got, "Attended only") {
		t.Errorf("written:\n%s", got)
	}
}
