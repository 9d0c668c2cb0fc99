package planner_test

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"muster/model"
	"muster/model/planner"
)

// words are the forms of every text of some areas, by id.
type words map[string][]string

func catalogue(t *testing.T, lang string, areas ...string) words {
	t.Helper()
	w := words{}
	for _, area := range areas {
		raw, err := os.ReadFile(filepath.Join("..", "..", "ui", "lang", lang, area+".po"))
		if err != nil {
			t.Fatal(err)
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

// says fails the test when a message lacks words, or the words an argument.
func (w words) says(t *testing.T, m model.Message) {
	t.Helper()
	if len(w[m.ID]) == 0 {
		t.Errorf("no words for %s", m.ID)
	}
	has := func(name string) bool {
		return slices.ContainsFunc(m.Args, func(a model.Arg) bool { return a.Name == name })
	}
	for _, form := range w[m.ID] {
		for _, p := range regexp.MustCompile(`\{(\w+)\}`).FindAllStringSubmatch(form, -1) {
			if !has(p[1]) {
				t.Errorf("%s: {%s} is not given", m, p[1])
			}
		}
		if len(w[m.ID]) == 2 && !has("n") {
			t.Errorf("%s: a plural without n", m)
		}
	}
	for _, a := range m.Args {
		if v, ok := a.Value.(model.Message); ok {
			w.says(t, v)
		}
		if list, ok := a.Value.([]model.Message); ok {
			for _, v := range list {
				w.says(t, v)
			}
		}
	}
}

// Every wish has its words, and every id of a sentence that stands in the
// source is in the catalogue.
func TestWishesHaveWords(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		w := catalogue(t, lang, "wish", "planner")
		for _, v := range planner.Wishes() {
			w.says(t, model.Say("wish."+v.ID))
			w.says(t, model.Say("wish."+v.ID+".says"))
		}
		for i := range model.MaxWish + 1 {
			w.says(t, model.Say("wish.weight."+string(rune('0'+i))))
		}
		files, err := filepath.Glob("*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			src, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range regexp.MustCompile(`"(planner\.[a-z.-]+[a-z])"`).FindAllSubmatch(src, -1) {
				if len(w[string(m[1])]) == 0 {
					t.Errorf("%s: no words for %s in %s", f, m[1], lang)
				}
			}
		}
	}
}

// What is said of impossible plans has words.
func TestExplanationsHaveWords(t *testing.T) {
	w := catalogue(t, "en", "planner", "clash", "rule")
	d, c := tray(t, 3)
	for st := range d.Staff.All {
		if st.Qualified(model.SkillMedic, c.First) {
			for day := range c.Days() {
				d = away(d, d.Staff.Get(st.ID), c.First.Days(day))
			}
		}
	}
	explained := func(d *model.Desk, session model.ID, want planner.Verdict) {
		t.Helper()
		j, err := planner.New(d, planner.Options{Cohorts: []model.ID{c.ID}})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		e := j.Explain(ctx, session)
		if e.Verdict != want && want == planner.Impossible || want == planner.Impossible && len(e.Requirements) == 0 {
			t.Errorf("verdict %d, %d requirements", e.Verdict, len(e.Requirements))
		}
		for _, r := range e.Requirements {
			w.says(t, r.Text)
		}
		for _, l := range e.Loosen {
			w.says(t, l.Text)
		}
	}
	explained(d, model.ID{}, planner.NotProved) // or shown: that takes its time
	d, c = tray(t, 3)
	for p := range d.Places.All {
		if p.Kind == model.Range {
			d = shut(d, p, model.Span{From: c.First.At(0), To: c.Last.At(model.Day)})
		}
	}
	for _, s := range d.SessionsOf(c.ID) {
		if s.Block.Place == model.Range {
			explained(d, s.ID, planner.Impossible)
			break
		}
	}
}

// A course that fits has a plan to show for it.
func TestExplainWhatIsPossible(t *testing.T) {
	d, c := tray(t, 3)
	j, err := planner.New(d, planner.Options{Cohorts: []model.ID{c.ID}})
	if err != nil {
		t.Fatal(err)
	}
	if e := j.Explain(context.Background(), model.ID{}); e.Verdict != planner.Possible || len(e.Requirements) > 0 {
		t.Errorf("verdict %d, %d requirements", e.Verdict, len(e.Requirements))
	}
}
