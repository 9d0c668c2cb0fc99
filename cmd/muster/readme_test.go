package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model/rules"
	"muster/store"
	"muster/ui"
	"muster/ui/kit"
	"muster/ui/lang"
)

var update = flag.Bool("update", false, "write what the program says into the README")

const readme = "../../README.md"

// TestReadme holds the README's lists to the program: what stands between
// <!-- verbs --> and <!-- /verbs -->, and so for keys and rules. With -update
// it writes them:
//
//	go test ./cmd/muster -run TestReadme -update
func TestReadme(t *testing.T) {
	blocks := map[string]string{"verbs": verbBlock(t), "keys": keyBlock(t), "rules": ruleBlock(t)}
	file, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	text := string(file)
	for name, want := range blocks {
		begin, end := "<!-- "+name+" -->\n", "<!-- /"+name+" -->"
		i, j := strings.Index(text, begin), strings.Index(text, end)
		if i < 0 && j < 0 {
			continue
		}
		if i < 0 || j < i {
			t.Errorf("the marks of %s do not stand around anything", name)
			continue
		}
		if i += len(begin); text[i:j] != want && !*update {
			t.Errorf("the README's %s are not the program's: go test ./cmd/muster -run TestReadme -update", name)
		}
		text = text[:i] + want + text[j:]
	}
	if *update && text != string(file) {
		if err := os.WriteFile(readme, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// verbBlock is every verb as it is called, and what it does.
func verbBlock(t *testing.T) string {
	f := speaking(lang.English, &bytes.Buffer{})
	var rows [][2]string
	for _, c := range everyVerb(f) {
		use := f.useLine(c)
		if c == c.Root() {
			use = c.UseLine()
		}
		rows = append(rows, [2]string{use, c.Short})
	}
	if len(rows) < 15 {
		t.Errorf("only %d verbs", len(rows))
	}
	var b strings.Builder
	b.WriteString("```\n")
	for _, r := range rows {
		fmt.Fprintf(&b, "%-48s %s\n", r[0], strings.ToLower(r[1][:1])+r[1][1:])
	}
	b.WriteString("```\n")
	return b.String()
}

// ruleBlock is the table of rules as it stands when nobody has set anything.
func ruleBlock(t *testing.T) string {
	say := lang.New(lang.English)
	var b strings.Builder
	b.WriteString("| rule | as it stands | | source |\n|---|---|---|---|\n")
	for _, r := range rules.All() {
		if r.Of != "" {
			continue // a setting of the rule before
		}
		kind := "warns"
		if r.Hard {
			kind = "forbids"
		}
		source := r.Source
		if source == "" {
			source = "–"
		}
		title := say.Say(r.Title())
		if strings.HasPrefix(title, "rule.") {
			t.Errorf("the rule %s has no words", r.ID)
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", title, say.Say(r.Says(r.Default)), kind, source)
	}
	return b.String()
}

// keyBlock is every action of the program and its keys, tab by tab, as help
// lists them.
func keyBlock(t *testing.T) string {
	app := runningApp(t)
	type row struct{ keys, does string }
	groups := map[string][]row{}
	var order []string
	seen := map[string]bool{}
	for _, way := range []string{"1", "1l", "2", "3"} { // the cohorts, their people, the board, the staff
		for _, key := range way {
			press(app, key)
		}
		for _, a := range helpOf(t, app) {
			if seen[a.ID] {
				continue
			}
			seen[a.ID] = true
			group := app.Env().T("action.group." + a.Group)
			if strings.HasPrefix(group, "action.") || strings.HasPrefix(a.Label(app.Env()), "action.") {
				t.Errorf("%s, or its group %s, has no words", a.ID, a.Group)
			}
			if _, ok := groups[group]; !ok {
				order = append(order, group)
			}
			keys := make([]string, len(a.Keys))
			for i, k := range a.Keys {
				keys[i] = "`" + k + "`"
			}
			groups[group] = append(groups[group], row{strings.Join(keys, " "), a.Label(app.Env())})
		}
	}
	if len(seen) < 20 {
		t.Errorf("only %d actions", len(seen))
	}
	var b strings.Builder
	for _, g := range order {
		fmt.Fprintf(&b, "**%s**\n\n| key | does |\n|---|---|\n", g)
		for _, r := range groups[g] {
			fmt.Fprintf(&b, "| %s | %s |\n", r.keys, r.does)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// runningApp is the program on the sample, its desk read.
func runningApp(t *testing.T) *ui.App {
	t.Helper()
	st, err := store.Open(context.Background(), sampleAt(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := st.SetActor("Reader"); err != nil {
		t.Fatal(err)
	}
	app := ui.New(ui.Options{Store: st, Prefs: ui.Prefs{Actor: "Reader", Lang: lang.English, Theme: "mono"}})
	t.Cleanup(func() {
		if err := errors.Join(app.Close(), st.Close()); err != nil {
			t.Error(err)
		}
	})
	msgs := make(chan tea.Msg, 100)
	start(app.Init(), msgs)
	app.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	for late := time.After(20 * time.Second); app.Desk().Cohorts.Len() == 0; {
		select {
		case msg := <-msgs:
			if batch, ok := msg.(tea.BatchMsg); ok {
				for _, cmd := range batch {
					start(cmd, msgs)
				}
				continue
			}
			app.Update(msg)
		case <-late:
			t.Fatal("the desk was not read")
		}
	}
	return app
}

func start(cmd tea.Cmd, msgs chan<- tea.Msg) {
	if cmd != nil {
		go func() { msgs <- cmd() }()
	}
}

func press(app *ui.App, key rune) {
	k := tea.KeyPressMsg{Code: key}
	if key < tea.KeyExtended {
		k.Text = string(key)
	}
	app.Update(k)
}

// helpOf is what help lists on the tab in front.
func helpOf(t *testing.T, app *ui.App) (list []kit.Action) {
	t.Helper()
	press(app, '?')
	menu, ok := app.Dialogs().Top().(*kit.Menu)
	if !ok {
		t.Fatal("? does not open help")
	}
	for {
		a := menu.Result()
		if len(list) > 0 && a.ID == list[len(list)-1].ID {
			break
		}
		list = append(list, a)
		menu.Update(tea.KeyPressMsg{Code: tea.KeyDown})
	}
	menu.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
	app.Dialogs().CloseAll()
	return list
}
