package staff

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/lang"
)

// onRule is a host with the page of rules in front and the cursor on one.
func onRule(t testing.TB, tag string, full bool, id string) *host {
	t.Helper()
	h := newHost(t, tag, full)
	h.tab.Open(model.Ref{Kind: model.KindSettings, ID: model.SettingsID})
	h.goTo(t, id)
	return h
}

func (h *host) book() *rulebook { return h.tab.page().(*rulebook) }

func (h *host) goTo(t testing.TB, id string) {
	t.Helper()
	row := slices.IndexFunc(h.book().rows, func(r ruleRow) bool { return r.rule.ID == id })
	if row < 0 || !h.book().g.Select(ruleKey(row)) {
		t.Fatalf("no row for %s", id)
	}
	h.tab.tell()
}

// broken is how many clashes of a rule the board has.
func (h *host) broken(id string) int {
	n := 0
	for _, c := range h.board.Clashes() {
		if c.Rule == id {
			n++
		}
	}
	return n
}

func (h *host) entry(id string) (model.RuleSetting, bool) { return h.desk.Settings.Rec.Rule(id) }

func TestRuleScreens(t *testing.T) {
	some, warns := 7, false
	for _, tag := range lang.Languages() {
		for _, size := range [][2]int{{80, 20}, {120, 36}} {
			t.Run(fmt.Sprintf("%s-%dx%d", tag, size[0], size[1]), func(t *testing.T) {
				h := onRule(t, tag, true, "live-ratio-night")
				h.set(h.desk.With(model.Change{Puts: []model.Put{{Record: &model.Settings{Rules: []model.RuleSetting{
					{Rule: "live-ratio-night", Value: &some, Hard: &warns, Reason: "Two ranges only, and twelve lanes"},
					{Rule: "engaged-only", Off: true, Reason: "The state counts the class"},
					{Rule: "live-ratio-first", Value: &some},
				}}}}}, 9))
				golden.RequireEqual(t, h.screen(size[0], size[1]))
			})
		}
	}
}

func TestRuleForms(t *testing.T) {
	for _, tag := range lang.Languages() {
		for _, id := range []string{"live-ratio-night", "sunset"} {
			t.Run(tag+"-"+id, func(t *testing.T) {
				h := onRule(t, tag, true, id)
				h.press("e")
				golden.RequireEqual(t, h.screen(80, 20))
			})
		}
	}
}

// Every rule is there once, a setting right under its rule, in every order.
func TestEveryRuleHasItsRow(t *testing.T) {
	h := onRule(t, "es", true, "lunch")
	if got, want := len(h.book().rows), len(rules.All()); got != want {
		t.Fatalf("%d rows for %d rules", got, want)
	}
	for range 2 * len(h.book().columns()) {
		seen := map[string]bool{}
		head := ""
		h.press("home")
		for range h.book().rows {
			r := h.book().current()
			seen[r.rule.ID] = true
			if r.rule.Of == "" {
				head = r.rule.ID
			} else if r.rule.Of != head {
				by, _ := h.book().g.Sort()
				t.Fatalf("by %q %s stands under %s", by, r.rule.ID, head)
			}
			h.press("down")
		}
		if len(seen) != len(rules.All()) {
			t.Fatalf("%d rules seen", len(seen))
		}
		h.press(">")
	}
	h.press("/")
	h.typed("comida")
	h.press("enter")
	if n := h.book().g.Shown(); n < 3 || n > 8 {
		t.Fatalf("%d rows about lunch\n%s", n, h.screen(120, 36))
	}
}

// A stricter night ratio is seen on the board at once, and is gone with it.
func TestNightRatioReachesTheBoard(t *testing.T) {
	h := onRule(t, "en", true, "live-ratio-night")
	before := h.broken("live-ratio-night")
	h.press("-", "-", "-")
	after := h.broken("live-ratio-night")
	if after <= before || !slices.ContainsFunc(h.told, func(m model.Message) bool { return m.ID == "staff.hurts" }) {
		t.Fatalf("%d clashes, then %d; told %v\n%s", before, after, h.told, h.screen(120, 36))
	}
	if s := h.screen(120, 36); !strings.Contains(s, "1 for 1") || !strings.Contains(s, fmt.Sprintf("On the board of MEX-26-1: %d", len(h.book().current().hits))) {
		t.Fatal(s)
	}
	if _, why, _ := kit.Press(h.tab.Actions(), kit.KeyMsg("-")); why.ID != "staff.rule.at-least" {
		t.Fatalf("below the least: %v", why)
	}
	act := h.acts[len(h.acts)-1].Act
	if got := h.env.Say(act); got != "changed the rule “Live fire in the dark”: 1 for 1" {
		t.Fatal(got)
	}
	h.press("s", "enter")
	if len(h.jumps) != 1 {
		t.Fatal("no way to the sessions")
	}
	h.press("backspace")
	if got := h.broken("live-ratio-night"); got != before || h.last() != "staff.mends" {
		t.Fatalf("%d clashes by default, then %d; told %q", before, got, h.last())
	}
	if n := len(h.desk.Settings.Rec.Rules); n != 0 {
		t.Fatalf("%d entries are left", n)
	}
	if _, why, _ := kit.Press(h.tab.Actions(), kit.KeyMsg("0")); why.ID != "staff.rule.as-it-comes" {
		t.Fatalf("default of the default: %v", why)
	}
}

// What forbids is not switched off without a reason; what warns is.
func TestOffNeedsAReason(t *testing.T) {
	h := onRule(t, "en", true, "medic")
	h.press("o", "enter")
	if h.stack.Empty() || !strings.Contains(h.screen(120, 36), "needs a reason") || len(h.acts) != 0 {
		t.Fatal(h.screen(120, 36))
	}
	h.press("space", "enter")
	if h.stack.Empty() {
		t.Fatal("a space is a reason")
	}
	h.typed("Fire house next door")
	h.press("enter")
	set, _ := h.entry("medic")
	if !set.Off || set.Reason != "Fire house next door" || h.broken("medic") != 0 {
		t.Fatalf("%+v", set)
	}
	if s := h.screen(120, 36); !strings.Contains(s, "– off") || !strings.Contains(s, "The unit differs: Fire house next door") {
		t.Fatal(s)
	}
	h.press("o")
	if _, still := h.entry("medic"); still {
		t.Fatal("on again, and still an entry")
	}
	// Made to warn first, it forbids by default all the same.
	h.press("f", "o")
	if h.stack.Empty() {
		t.Fatal("no reason was asked")
	}
	h.press("esc")
	h.goTo(t, "rest")
	h.press("o")
	if set, _ := h.entry("rest"); !set.Off || !h.stack.Empty() {
		t.Fatalf("%+v", set)
	}
	if _, why, _ := kit.Press(h.tab.Actions(), kit.KeyMsg("f")); why.ID != "staff.rule.is-off" {
		t.Errorf("the level of a rule that is off: %v", why)
	}
	for key, want := range map[string]string{"o": "staff.rule.only-value", "f": "staff.rule.only-value"} {
		h.goTo(t, "sunset")
		if _, why, _ := kit.Press(h.tab.Actions(), kit.KeyMsg(key)); why.ID != want {
			t.Errorf("%s on a setting: %v", key, why)
		}
	}
	h.goTo(t, "squad-twice")
	if _, why, _ := kit.Press(h.tab.Actions(), kit.KeyMsg("+")); why.ID != "staff.rule.no-value" {
		t.Errorf("more of nothing: %v", why)
	}
}

func TestRuleForm(t *testing.T) {
	h := onRule(t, "en", true, "live-ratio-night")
	retype := func(text string) {
		h.press("ctrl+a", "ctrl+k")
		h.typed(text)
	}
	h.press("e")
	retype("99")
	h.press("ctrl+s")
	if h.stack.Empty() || len(h.acts) > 0 {
		t.Fatal("99 for one instructor")
	}
	retype("6")
	h.press("tab", "w", "enter", "tab", "tab")
	h.typed("Small range")
	h.press("ctrl+s")
	set, _ := h.entry("live-ratio-night")
	if set.Value == nil || *set.Value != 6 || set.Hard == nil || *set.Hard || set.Off || set.Reason != "Small range" {
		t.Fatalf("%+v\n%s", set, h.screen(120, 36))
	}
	// Off wants the reason that stands there; without it the form stays.
	h.press("e", "tab", "tab", "space", "tab", "ctrl+a", "ctrl+k", "ctrl+s")
	if h.stack.Empty() {
		t.Fatal("off without a reason")
	}
	h.stack.CloseAll()
	// Back to the default by hand: the entry goes. A reason alone does not stay.
	h.press("e")
	retype("4")
	h.press("tab", "f", "enter", "ctrl+s")
	if _, still := h.entry("live-ratio-night"); still {
		t.Fatal("an entry without a difference")
	}
	acts := len(h.acts)
	h.press("e", "tab", "tab", "tab")
	h.typed("Because")
	h.press("ctrl+s")
	if h.stack.Empty() || len(h.acts) != acts || !strings.Contains(h.screen(120, 36), "only where the unit differs") {
		t.Fatal(h.screen(120, 36))
	}
	h.stack.CloseAll()
	h.goTo(t, "sunset")
	h.press("e")
	retype("3:00")
	h.press("ctrl+s")
	if h.stack.Empty() || !strings.Contains(h.screen(120, 36), "from 12:00 to 23:45") {
		t.Fatal(h.screen(120, 36))
	}
	retype("1815")
	h.press("ctrl+s")
	if set, _ := h.entry("sunset"); set.Value == nil || *set.Value != 18*model.Hour+1 {
		t.Fatalf("%+v", set)
	}
	if s := h.screen(120, 36); !strings.Contains(s, "It is dark from 18:15.") {
		t.Fatal(s)
	}
	acts = len(h.acts)
	h.press("e", "ctrl+s")
	if len(h.acts) != acts {
		t.Fatal("an act that changes nothing")
	}
}

// What others decide about other rules meanwhile stays, also about rules that
// this program does not know; about the same rule the old revision stands.
func TestSettingsOfOthersStay(t *testing.T) {
	h := onRule(t, "en", true, "live-ratio-night")
	three := 3
	others := func(list ...model.RuleSetting) {
		h.set(h.desk.With(model.Change{Puts: []model.Put{{Record: &model.Settings{Rules: list}}}}, h.desk.Rev+40))
	}
	h.press("e")
	others(model.RuleSetting{Rule: "from-tomorrow", Value: &three}, model.RuleSetting{Rule: "medic", Value: &three})
	rev := h.desk.Settings.Rev
	h.press("ctrl+a", "ctrl+k", "5", "ctrl+s")
	if got := h.desk.Settings.Rec.Rules; len(got) != 3 || got[0].Rule != "from-tomorrow" || *got[0].Value != 3 || got[1].Rule != "medic" {
		t.Fatalf("%+v", got)
	}
	if put := h.acts[len(h.acts)-1].Puts[0]; put.Was != rev {
		t.Fatalf("made on revision %d, not %d", put.Was, rev)
	}
	rev = h.desk.Settings.Rev
	h.press("e")
	others(model.RuleSetting{Rule: "live-ratio-night", Value: &three})
	h.press("ctrl+a", "ctrl+k", "6", "ctrl+s")
	if put := h.acts[len(h.acts)-1].Puts[0]; put.Was != rev {
		t.Fatalf("made on revision %d, not on %d, which the form was opened on", put.Was, rev)
	}
}

// Whatever is done to whatever rule, nothing is kept that is so by default,
// and values stay within their bounds.
func TestSettingsStayMinimal(t *testing.T) {
	h := onRule(t, "en", false, "lunch")
	n := len(h.book().rows)
	rapid.Check(t, func(t *rapid.T) {
		h.set(&model.Desk{})
		for range rapid.IntRange(1, 12).Draw(t, "n") {
			h.book().g.Select(ruleKey(rapid.IntRange(0, n-1).Draw(t, "row")))
			h.press(rapid.SampledFrom([]string{"+", "-", "o", "f", "backspace"}).Draw(t, "key"))
			if !h.stack.Empty() {
				h.press("x", "enter")
			}
			if h.desk.Settings.Rec == nil {
				continue
			}
			for _, set := range h.desk.Settings.Rec.Rules {
				r, _ := rules.Find(set.Rule)
				p, differs := plain(r, set)
				if !differs || !equal(p, set) || set.Value != nil && (*set.Value < r.Min || *set.Value > r.Max) || owesReason(r, set) && set.Reason == "" {
					t.Fatalf("%+v", set)
				}
			}
		}
	})
}

func TestRulesInMono(t *testing.T) {
	h := onRule(t, "en", true, "live-ratio-night")
	h.press("-", "-", "-")
	h.env.Theme = kit.NewTheme(kit.Mono)
	h.tab.Changed()
	s := h.screen(120, 36)
	for _, want := range []string{"! forbids", "· warns", "1 for 1", "1 for 4"} {
		if !strings.Contains(s, want) {
			t.Errorf("no %q\n%s", want, s)
		}
	}
}

func TestRulesFit(t *testing.T) {
	h := onRule(t, "es", true, "lunch")
	v := model.Settings{}
	for i, r := range rules.All() {
		hostile := kittest.Hostile()
		v.Rules = append(v.Rules, model.RuleSetting{Rule: r.ID, Off: i%2 == 0, Reason: cut(hostile[i%len(hostile)], model.MaxLine/2)})
	}
	rec, err := model.NewSettings(v)
	if err != nil {
		t.Fatal(err)
	}
	h.set(h.desk.With(model.Change{Puts: []model.Put{{Record: rec}}}, 5))
	h.goTo(t, "live-ratio-night")
	kittest.Fit(t, h.tab.Resize, h.tab.Draw)
}

// Ids made of parts have their words, and every rule has its own.
func TestRulesHaveWords(t *testing.T) {
	for _, tag := range lang.Languages() {
		h := onRule(t, tag, true, "lunch")
		for i, r := range h.book().rows {
			for _, s := range []string{r.title, r.level, r.now, r.family, r.source, h.book().find(i)} {
				if strings.Contains(s, "rule.") || strings.Contains(s, "{") {
					t.Errorf("%s: %s says %q", tag, r.rule.ID, s)
				}
			}
			if (r.now == "") != (r.rule.Unit == rules.NoUnit) {
				t.Errorf("%s: the value of %s is %q", tag, r.rule.ID, r.now)
			}
			if f := valueField(r.rule, r.value); !f.Unit.IsZero() && !h.env.Lang.Has(f.Unit.ID) {
				t.Errorf("%s: no %s", tag, f.Unit.ID)
			}
		}
	}
}
