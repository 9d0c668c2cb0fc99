package staff

import (
	"strings"
	"testing"

	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

func (h *host) detailText() string {
	var b strings.Builder
	for _, r := range h.tab.detail(h.tab.frame().W) {
		for _, p := range r {
			b.WriteString(p.text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Only of a rule that the board reads can it be said that the board keeps it.
func TestRulesOfTheDayAreNotSaidToBeKeptByABoard(t *testing.T) {
	h := onRule(t, "es", true, "roll-call")
	e := h.Env()
	for _, r := range h.book().rows {
		h.goTo(t, r.rule.ID)
		got := h.detailText()
		told := strings.Contains(got, e.T("staff.rule.told"))
		if r.rule.Of == "" && told == r.rule.Board() {
			t.Errorf("%s: board reads it: %v, said to be told on Today: %v", r.rule.ID, r.rule.Board(), told)
		}
		if !r.rule.Board() && strings.Contains(got, e.T("staff.rule.kept", "code", h.Cohort().Code)) {
			t.Errorf("%s: the board is said to keep it", r.rule.ID)
		}
	}
}

// The hint that there is more never lies over the text.
func TestMoreOfTheDetailIsBesideTheText(t *testing.T) {
	h := newHost(t, "es", true)
	for _, size := range [][2]int{{62, 16}, {80, 20}, {120, 30}} {
		h.tab.Resize(size[0], size[1])
		for range h.tab.page().grid().Shown() {
			lines := strings.Split(kittest.Plain(size[0], size[1], h.tab.Draw), "\n")
			last := lines[len(lines)-1]
			if h.tab.longer() {
				at := strings.LastIndex(last, "más: J")
				text, _, _ := strings.Cut(last, "  "+digitsBefore(last))
				if at < 0 || digitsBefore(last) == "" || text == last {
					t.Fatalf("no room before the hint: %q", last)
				}
			}
			h.tab.Update(kit.KeyMsg("down"))
		}
	}
}

// digitsBefore is the number that the hint begins with, at the end of a line.
func digitsBefore(line string) string {
	words := strings.Fields(line)
	if len(words) < 4 {
		return ""
	}
	return words[len(words)-4]
}

// A head of two letters is explained below the list, whoever is under the
// cursor.
func TestShortHeadsAreExplained(t *testing.T) {
	h := newHost(t, "es", true)
	h.tab.Resize(80, 20)
	p := h.tab.page().(*people)
	if !p.skills.short {
		t.Fatal("there is room for words")
	}
	for range p.g.Shown() {
		got := h.detailText()
		for _, head := range p.skills.heads {
			if !strings.Contains("\n"+strings.ReplaceAll(strings.ReplaceAll(got, " · ", "\n"), "! ", "\n"), "\n"+head+" ") && !strings.Contains(got, markSoon+" "+head+" ") {
				t.Errorf("%s is not explained:\n%s", head, got)
			}
		}
		h.tab.Update(kit.KeyMsg("down"))
	}
}
