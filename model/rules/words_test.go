package rules

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"muster/model"
)

// The catalogues as the tests need them: every form of every text by its id.
type words map[string][]string

var (
	en = catalogue("en")
	es = catalogue("es")

	placeForm = regexp.MustCompile(`\{(\w+)\}`)
)

func catalogue(lang string) words {
	w := words{}
	for _, area := range []string{"rule", "clash"} {
		raw, err := os.ReadFile(filepath.Join("..", "..", "ui", "lang", lang, area+".po"))
		if err != nil {
			panic(err)
		}
		id := ""
		for _, m := range regexp.MustCompile(`(?m)^(msgid|msgid_plural|msgstr|msgstr\[\d\]) "(.*)"$`).FindAllStringSubmatch(string(raw), -1) {
			switch {
			case m[1] == "msgid":
				id = m[2]
			case strings.HasPrefix(m[1], "msgstr") && id != "":
				w[id] = append(w[id], m[2])
			}
		}
	}
	return w
}

// say fails the test when a message lacks words, or the words arguments.
func say(t *testing.T, m model.Message) string {
	t.Helper()
	for _, w := range []words{en, es} {
		if len(w[m.ID]) == 0 {
			t.Errorf("no words for %s", m.ID)
		}
		for _, form := range w[m.ID] {
			for _, p := range placeForm.FindAllStringSubmatch(form, -1) {
				if !slices.ContainsFunc(m.Args, func(a model.Arg) bool { return a.Name == p[1] }) {
					t.Errorf("%s: {%s} is not given", m, p[1])
				}
			}
			if len(w[m.ID]) == 2 && !slices.ContainsFunc(m.Args, func(a model.Arg) bool { return a.Name == "n" }) {
				t.Errorf("%s: has a plural but no n", m)
			}
		}
	}
	for _, a := range m.Args {
		switch v := a.Value.(type) {
		case model.Message:
			say(t, v)
		case []model.Message:
			for _, v := range v {
				say(t, v)
			}
		}
	}
	if len(en[m.ID]) == 0 {
		return m.ID
	}
	return placeForm.ReplaceAllStringFunc(en[m.ID][0], func(p string) string {
		for _, a := range m.Args {
			if "{"+a.Name+"}" == p {
				return fmt.Sprint(a.Value)
			}
		}
		return p
	})
}

func TestRulesHaveWords(t *testing.T) {
	for _, r := range All() {
		say(t, r.Title())
		say(t, r.Says(r.Default))
	}
	for _, f := range Families {
		say(t, f.Title())
	}
	for id := range en {
		if strings.HasPrefix(id, "rule.") && strings.HasSuffix(id, ".says") {
			if _, ok := Find(strings.TrimSuffix(strings.TrimPrefix(id, "rule."), ".says")); !ok {
				t.Errorf("%s: there is no such rule", id)
			}
		}
	}
}

// Both languages have the same texts with the same placeholders.
func TestLanguagesAgree(t *testing.T) {
	holes := func(forms []string) []string {
		var out []string
		for _, f := range forms {
			for _, p := range placeForm.FindAllString(f, -1) {
				if p != "{n}" && !slices.Contains(out, p) {
					out = append(out, p)
				}
			}
		}
		slices.Sort(out)
		return out
	}
	for id := range en {
		if !slices.Equal(holes(en[id]), holes(es[id])) {
			t.Errorf("%s: %v in English, %v in Spanish", id, holes(en[id]), holes(es[id]))
		}
	}
	if len(en) != len(es) {
		t.Errorf("%d texts in English, %d in Spanish", len(en), len(es))
	}
}

func TestRulesAreRows(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range All() {
		if seen[r.ID] || r.ID == "" {
			t.Errorf("%q twice or empty", r.ID)
		}
		seen[r.ID] = true
		if r.Default < r.Min || r.Default > r.Max || !slices.Contains(Families, r.Family) || (r.Unit == NoUnit) != (r.Max == 0) {
			t.Errorf("%s: %+v", r.ID, r)
		}
		if of, ok := Find(r.Of); r.Of != "" && (!ok || of.Of != "" || of.Family != r.Family) {
			t.Errorf("%s is a setting of %q", r.ID, r.Of)
		}
	}
}

// The table for people has a line a rule, with its source.
func TestTable(t *testing.T) {
	var b strings.Builder
	if err := Table(&b, func(m model.Message) string { return say(t, m) }); err != nil {
		t.Fatal(err)
	}
	for _, r := range All() {
		if !strings.Contains(b.String(), "`"+r.ID+"`") || !strings.Contains(b.String(), r.Source) {
			t.Errorf("%s is not in the table", r.ID)
		}
	}
	if err := Table(failing{}, func(m model.Message) string { return m.ID }); err == nil {
		t.Error("a failing writer goes unnoticed")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }
