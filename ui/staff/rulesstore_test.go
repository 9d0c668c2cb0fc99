package staff

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/sample"
	"muster/store"
	"muster/ui/kit"
)

// What the page changes is kept, undone and made again by the store, and the
// board follows each time. The journal says it in words.
func TestRuleIsKeptAndUndone(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	st, err := store.Open(ctx, store.Options{
		Path: filepath.Join(dir, "t.db"), KeyDir: dir, Create: true, Actor: "Vega",
		Now: func() time.Time { return time.Date(2026, 11, 18, 10, 0, 0, 0, time.UTC) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	h := newHost(t, "en", true)
	c := model.Change{Act: model.Say("cmd.act.sample")}
	for _, r := range sample.Make(h.Today(), 2013, 0) {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	if _, err := st.Commit(ctx, c); err != nil {
		t.Fatal(err)
	}
	reread := func() {
		t.Helper()
		d, err := st.Desk(ctx)
		if err != nil {
			t.Fatal(err)
		}
		h.Set(d)
	}
	reread()
	h.tab.Open(model.Ref{Kind: model.KindSettings, ID: model.SettingsID})
	h.goTo(t, "live-ratio-night")
	before := h.broken("live-ratio-night")
	for range 3 {
		h.Press("-")
		if _, err := st.Commit(ctx, h.Acts[len(h.Acts)-1]); err != nil {
			t.Fatal(err)
		}
		reread()
	}
	after := h.broken("live-ratio-night")
	if after <= before || h.book().current().value != 1 {
		t.Fatalf("%d clashes, then %d\n%s", before, after, h.Screen(120, 36))
	}
	e, err := st.Undo(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if got := h.Env().Say(e.Act); got != "undid: changed the rule “Live fire in the dark”: 1 for 1" {
		t.Errorf("the journal says %q", got)
	}
	for range 2 {
		if _, err := st.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	reread()
	if got := h.broken("live-ratio-night"); got != before || h.book().current().value != 4 || h.book().current().set {
		t.Fatalf("%d clashes before, %d when undone\n%s", before, got, h.Screen(120, 36))
	}
	if _, err := st.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	reread()
	if got := h.book().current().value; got != 3 {
		t.Fatalf("made again, it is 1 for %d", got)
	}
}

func TestRulesAnswerTheMouse(t *testing.T) {
	h := newHost(t, "en", true)
	l := h.tab.layout(h.tab.page())
	labels := h.tab.labels(l.labels)
	h.tab.Update(tea.MouseClickMsg{X: labels[4].x, Y: l.labels.Y, Button: tea.MouseLeft})
	if h.tab.page().id() != "rules" {
		t.Fatal("the label does not answer")
	}
	l = h.tab.layout(h.tab.page())
	head := h.book().g.Layout().Body.Y
	h.tab.Update(kit.WheelMsg{X: l.list.X + 5, Y: l.list.Y + head + 2, Delta: 1})
	h.tab.Update(tea.MouseClickMsg{X: l.list.X + 5, Y: l.list.Y + head + 13, Button: tea.MouseLeft})
	if r := h.book().current(); r.rule.ID != "late-shift-from" {
		t.Fatalf("on %s\n%s", r.rule.ID, h.Screen(120, 36))
	}
	// A click on a head sorts by it.
	for _, s := range h.book().g.Layout().Cols {
		if s.Col == colHits {
			h.tab.Update(tea.MouseClickMsg{X: l.list.X + s.X + 1, Y: l.list.Y, Button: tea.MouseLeft})
		}
	}
	if by, _ := h.book().g.Sort(); by != "clashes" {
		t.Fatalf("sorted by %q", by)
	}
}
