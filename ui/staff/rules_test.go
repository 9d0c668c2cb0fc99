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
	for _, c := range h.Board().Clashes() {
		if c.Rule == id {
			n++
		}
	}
	return n
}

func (h *host) entry(id string) (model.RuleSetting, bool) { return h.Desk().Settings.Rec.Rule(id) }

func TestRuleScreens(t *testing.T) {
	some, warns := 7, false
	for _, tag := range lang.Languages() {
		for _, size := range [][2]int{{80, 20}, {120, 36}} {
			t.Run(fmt.Sprintf("%s-%dx%d", tag, size[0], size[1]), func(t *testing.T) {
				h := onRule(t, tag, true, "live-ratio-night")
				h.Set(h.Desk().With(model.Change{Puts: []model.Put{{Record: &model.Settings{Rules: []model.RuleSetting{
					{Rule: "live-ratio-night", Value: &some, Hard: &warns, Reason: "Two ranges only, and twelve lanes"},
					{Rule: "engaged-only", Off: true, Reason: "The state counts the class"},
					{Rule: "live-ratio-first", Value: &some},
				}}}}}, 9))
				golden.RequireEqual(t, h.Screen(size[0], size[1]))
			})
		}
	}
}

func TestRuleForms(t *testing.T) {
	for _, tag := range lang.Languages() {
		for _, id := range []string{"live-ratio-night", "sunset"} {
			t.Run(tag+"-"+id, func(t *testing.T) {
				h := onRule(t, tag, true, id)
				h.Press("e")
				golden.RequireEqual(t, h.Screen(80, 20))
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
		h.Press("home")
		for range h.book().rows {
			r := h.book().current()
			seen[r.rule.ID] = true
			if r.rule.Of == "" {
				head = r.rule.ID
			} else if r.rule.Of != head {
				by, _ := h.book().g.Sort()
				t.Fatalf("by %q %s stands under %s", by, r.rule.ID, head)
			}
			h.Press("down")
		}
		if len(seen) != len(rules.All()) {
			t.Fatalf("%d rules seen", len(seen))
		}
		h.Press(">")
	}
	h.Press("/")
	h.Type("comida")
	h.Press("enter")
	if n := h.book().g.Shown(); n < 3 || n > 8 {
		t.Fatalf("%d rows about lunch\n%s", n, h.Screen(120, 36))
	}
}

// A stricter night ratio is seen on the board at once, and is gone with it.
func TestNightRatioReachesTheBoard(t *testing.T) {
	h := onRule(t, "en", true, "live-ratio-night")
	before := h.broken("live-ratio-night")
	h.Press("-", "-", "-")
	after := h.broken("live-ratio-night")
	if after <= before || !slices.ContainsFunc(h.Told, func(m model.Message) bool { return m.ID == "staff.hurts" }) {
		t.Fatalf("%d clashes, then %d; told %v\n%s", before, after, h.Told, h.Screen(120, 36))
	}
	if s := h.Screen(120, 36); !strings.Contains(s, "1 for 1") || !strings.Contains(s, fmt.Sprintf("On the board of MEX-26-1: %d", len(h.book().current().hits))) {
		t.Fatal(s)
	}
	if _, why, _ := kit.Press(h.tab.Actions(), kit.KeyMsg("-")); why.ID != "staff.rule.at-least" {
		t.Fatalf("below the least: %v", why)
	}
	act := h.Acts[len(h.Acts)-1].Act
	if got := h.Env().Say(act); got != "changed the rule “Live fire in the dark”: 1 for 1" {
		t.Fatal(got)
	}
	h.Press("s", "enter")
	if len(h.Jumps) != 1 {
		t.Fatal("no way to the sessions")
	}
	h.Press("backspace")
	if got := h.broken("live-ratio-night"); got != before || h.Last() != "staff.mends" {
		t.Fatalf("%d clashes by default, then %d; told %q", before, got, h.Last())
	}
	if n := len(h.Desk().Settings.Rec.Rules); n != 0 {
		t.Fatalf("%d entries are left", n)
	}
	if _, why, _ := kit.Press(h.tab.Actions(), kit.KeyMsg("0")); why.ID != "staff.rule.as-it-comes" {
		t.Fatalf("default of the default: %v", why)
	}
}

// What forbids is not switched off without a reason; what warns is.
func TestOffNeedsAReason(t *testing.T) {
	h := onRule(t, "en", true, "medic")
	h.Press("o", "enter")
	if h.Stack.Empty() || !strings.Contains(h.Screen(120, 36), "needs a reason") || len(h.Acts) != 0 {
		t.Fatal(h.Screen(120, 36))
	}
	h.Press("space", "enter")
	if h.Stack.Empty() {
		t.Fatal("a space is a reason")
	}
	h.Type("Fire house next door")
	h.Press("enter")
	set, _ := h.entry("medic")
	if !set.Off || set.Reason != "Fire house next door" || h.broken("medic") != 0 {
		t.Fatalf("%+v", set)
	}
	if s := h.Screen(120, 36); !strings.Contains(s, "– off") || !strings.Contains(s, "The unit differs: Fire house next door") {
		t.Fatal(s)
	}
	h.Press("o")
	if _, still := h.entry("medic"); still {
		t.Fatal("on again, and still an entry")
	}
	// Made to warn first, it forbids by default all the same.
	h.Press("f", "o")
	if h.Stack.Empty() {
		t.Fatal("no reason was asked")
	}
	h.Press("esc")
	h.goTo(t, "rest")
	h.Press("o")
	if set, _ := h.entry("rest"); !set.Off || !h.Stack.Empty() {
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
		h.Press("ctrl+a", "ctrl+k")
		h.Type(text)
	}
	h.Press("e")
	retype("99")
	h.Press("ctrl+s")
	if h.Stack.Empty() || len(h.Acts) > 0 {
		t.Fatal("99 for one instructor")
	}
	retype("6")
	h.Press("tab", "w", "enter", "tab", "tab")
	h.Type("Small range")
	h.Press("ctrl+s")
	set, _ := h.entry("live-ratio-night")
	if set.Value == nil || *set.Value != 6 || set.Hard == nil || *set.Hard || set.Off || set.Reason != "Small range" {
		t.Fatalf("%+v\n%s", set, h.Screen(120, 36))
	}
	// Off wants the reason that stands there; without it the form stays.
	h.Press("e", "tab", "tab", "space", "tab", "ctrl+a", "ctrl+k", "ctrl+s")
	if h.Stack.Empty() {
		t.Fatal("off without a reason")
	}
	h.Stack.CloseAll()
	// Back to the default by hand: the entry goes. A reason alone does not stay.
	h.Press("e")
	retype("4")
	h.Press("tab", "f", "enter", "ctrl+s")
	if _, still := h.entry("live-ratio-night"); still {
		t.Fatal("an entry without a difference")
	}
	acts := len(h.Acts)
	h.Press("e", "tab", "tab", "tab")
	h.Type("Because")
	h.Press("ctrl+s")
	if h.Stack.Empty() || len(h.Acts) != acts || !strings.Contains(h.Screen(120, 36), "only where the unit differs") {
		t.Fatal(h.Screen(120, 36))
	}
	h.Stack.CloseAll()
	h.goTo(t, "sunset")
	h.Press("e")
	retype("3:00")
	h.Press("ctrl+s")
	if h.Stack.Empty() || !strings.Contains(h.Screen(120, 36), "from 12:00 to 23:45") {
		t.Fatal(h.Screen(120, 36))
	}
	retype("1815")
	h.Press("ctrl+s")
	if set, _ := h.entry("sunset"); set.Value == nil || *set.Value != 18*model.Hour+1 {
		t.Fatalf("%+v", set)
	}
	if s := h.Screen(120, 36); !strings.Contains(s, "It is dark from 18:15.") {
		t.Fatal(s)
	}
	acts = len(h.Acts)
	h.Press("e", "ctrl+s")
	if len(h.Acts) != acts {
		t.Fatal("an act that changes nothing")
	}
}

// What others decide about other rules meanwhile stays, also about rules that
// this program does not know; about the same rule the old revision stands.
func TestSettingsOfOthersStay(t *testing.T) {
	h := onRule(t, "en", true, "live-ratio-night")
	three := 3
	others := func(list ...model.RuleSetting) {
		h.Set(h.Desk().With(model.Change{Puts: []model.Put{{Record: &model.Settings{Rules: list}}}}, h.Desk().Rev+40))
	}
	h.Press("e")
	others(model.RuleSetting{Rule: "from-tomorrow", Value: &three}, model.RuleSetting{Rule: "medic", Value: &three})
	rev := h.Desk().Settings.Rev
	h.Press("ctrl+a", "ctrl+k", "5", "ctrl+s")
	if got := h.Desk().Settings.Rec.Rules; len(got) != 3 || got[0].Rule != "from-tomorrow" || *got[0].Value != 3 || got[1].Rule != "medic" {
		t.Fatalf("%+v", got)
	}
	if put := h.Acts[len(h.Acts)-1].Puts[0]; put.Was != rev {
		t.Fatalf("made on revision %d, not %d", put.Was, rev)
	}
	rev = h.Desk().Settings.Rev
	h.Press("e")
	others(model.RuleSetting{Rule: "live-ratio-night", Value: &three})
	h.Press("ctrl+a", "ctrl+k", "6", "ctrl+s")
	if put := h.Acts[len(h.Acts)-1].Puts[0]; put.Was != rev {
		t.Fatalf("made on revision %d, not on %d, which the form was opened on", put.Was, rev)
	}
}

// Whatever is done to whatever rule, nothing is kept that is so by default,
// and values stay within their bounds.
func TestSettingsStayMinimal(t *testing.T) {
	h := onRule(t, "en", false, "lunch")
	n := len(h.book().rows)
	rapid.Check(t, func(t *rapid.T) {
		h.Set(&model.Desk{})
		for range rapid.IntRange(1, 12).Draw(t, "n") {
			h.book().g.Select(ruleKey(rapid.IntRange(0, n-1).Draw(t, "row")))
			h.Press(rapid.SampledFrom([]string{"+", "-", "o", "f", "backspace"}).Draw(t, "key"))
			if !h.Stack.Empty() {
				h.Press("x", "enter")
			}
			if h.Desk().Settings.Rec == nil {
				continue
			}
			for _, set := range h.Desk().Settings.Rec.Rules {
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
	h.Press("-", "-", "-")
	h.Env().Theme = kit.NewTheme(kit.Mono)
	h.tab.Changed()
	s := h.Screen(120, 36)
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
	h.Set(h.Desk().With(model.Change{Puts: []model.Put{{Record: rec}}}, 5))
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
			if f := valueField(r.rule, r.value); !f.Unit.IsZero() && !h.Env().Lang.Has(f.Unit.ID) {
				t.Errorf("%s: no %s", tag, f.Unit.ID)
			}
		}
	}
}
