package cohorts

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"muster/ui/kit/kittest"
	"muster/ui/lang"
)

// TestEveryWordIsInTheCatalogue holds the ids that stand in the sources of
// this package and of the intake against the catalogues, and the catalogues
// against the sources.
func TestEveryWordIsInTheCatalogue(t *testing.T) {
	id := regexp.MustCompile(`"((?:cohorts|intake)\.[a-z0-9.-]*)"`)
	used, begun := map[string]bool{}, []string{}
	for _, pattern := range []string{"*.go", "../../store/intake/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, f := range files {
			if strings.HasSuffix(f, "_test.go") {
				continue
			}
			src, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range id.FindAllStringSubmatch(string(src), -1) {
				if last := m[1][len(m[1])-1]; last == '.' || last == '-' {
					begun = append(begun, m[1])
					continue
				}
				used[m[1]] = true
			}
		}
	}
	for _, tag := range lang.Languages() {
		p := lang.New(tag)
		for id := range used {
			if !p.Has(id) && !p.Has("action."+id) {
				t.Errorf("%s: %s is missing", tag, id)
			}
		}
	}
	for _, area := range []string{"cohorts", "intake"} {
		for _, id := range lang.IDs(area) {
			known := used[id] || used[strings.TrimSuffix(id, ".do")]
			for _, b := range begun {
				known = known || strings.HasPrefix(id, b)
			}
			if !known && !strings.HasPrefix(id, "cohorts.col.") {
				t.Errorf("%s is said nowhere", id)
			}
		}
	}
	// Every country and language a form offers has a name.
	for _, o := range countries(kittest.Env("es")) {
		if o.Label == "" {
			t.Errorf("country %s has no name", o.Value)
		}
	}
}
