package due

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"muster/model"
)

// The catalogues as the tests need them: every form of every text by its id.
var (
	en = catalogue("en")
	es = catalogue("es")

	placeForm = regexp.MustCompile(`\{(\w+)\}`)
)

func catalogue(lang string) map[string][]string {
	out := map[string][]string{}
	for _, area := range []string{"rule", "clash", "due"} {
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
				out[id] = append(out[id], m[2])
			}
		}
	}
	return out
}

// say is the message in English; it fails the test when a message lacks words
// in a language, or the words an argument.
func say(t *testing.T, m model.Message) string {
	t.Helper()
	for _, words := range []map[string][]string{en, es} {
		if len(words[m.ID]) == 0 {
			t.Errorf("no words for %s", m.ID)
		}
		for _, form := range words[m.ID] {
			for _, p := range placeForm.FindAllStringSubmatch(form, -1) {
				if !slices.ContainsFunc(m.Args, func(a model.Arg) bool { return a.Name == p[1] }) {
					t.Errorf("%s: {%s} is not given", m, p[1])
				}
			}
			if len(words[m.ID]) == 2 && !slices.ContainsFunc(m.Args, func(a model.Arg) bool { return a.Name == "n" }) {
				t.Errorf("%s: has a plural but no n", m)
			}
		}
	}
	filled := map[string]string{}
	n := 1
	for _, a := range m.Args {
		switch v := a.Value.(type) {
		case model.Message:
			filled[a.Name] = say(t, v)
		case []model.Message:
			var list []string
			for _, v := range v {
				list = append(list, say(t, v))
			}
			filled[a.Name] = strings.Join(list, ", ")
		case int:
			filled[a.Name] = fmt.Sprint(v)
			if a.Name == "n" {
				n = v
			}
		default:
			filled[a.Name] = fmt.Sprint(v)
		}
	}
	forms := en[m.ID]
	if len(forms) == 0 {
		return m.ID
	}
	form := forms[0]
	if n != 1 && len(forms) == 2 {
		form = forms[1]
	}
	return placeForm.ReplaceAllStringFunc(form, func(p string) string { return filled[p[1:len(p)-1]] })
}
