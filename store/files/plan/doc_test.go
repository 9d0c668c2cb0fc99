package plan

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"muster/model"
	"muster/model/planner"
)

// doc is the documentation of the form, without its comment marks.
func doc(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(text)) {
		b.WriteString(strings.TrimPrefix(strings.TrimPrefix(line, "//"), " "))
	}
	return b.String()
}

// The file that the documentation shows is one.
func TestTheExampleIsRead(t *testing.T) {
	text := doc(t)
	text = text[strings.Index(text, `{"format"`):]
	p, err := Read(strings.NewReader(text[:strings.Index(text, "\n\n")]))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := p.Change(new(model.Desk), model.Message{}); err != nil {
		t.Fatal(err)
	}
}

// Every word that a field takes stands in the documentation.
func TestEveryWordIsDocumented(t *testing.T) {
	words := strings.FieldsFunc(doc(t), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	has := func(word string) {
		t.Helper()
		if !slices.Contains(words, word) && word != "" {
			t.Errorf("%q is not documented", word)
		}
	}
	for _, w := range model.BlockKinds {
		has(string(w))
	}
	for _, w := range model.Ammos {
		has(string(w))
	}
	for _, w := range model.PlaceKinds {
		has(string(w))
	}
	for _, w := range model.VehicleKinds {
		has(string(w))
	}
	for _, w := range model.RideKinds {
		has(string(w))
	}
	for _, w := range model.Roles {
		has(string(w))
	}
	for _, w := range model.Skills {
		has(string(w))
	}
	for _, w := range planner.Wishes() {
		has(w.ID)
	}
}
