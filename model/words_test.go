package model_test

import (
	"os"
	"regexp"
	"testing"

	"muster/model"
)

// Every field a constructor can complain about, and every word of a fixed
// list, has its entry in the catalogues (ui/lang checks that both languages
// have the same entries).
func TestEveryWordHasAnEntry(t *testing.T) {
	has := map[string]bool{}
	for _, area := range []string{"field", "word", "model"} {
		b, err := os.ReadFile("../ui/lang/en/" + area + ".po")
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^msgid "([^"]+)"`).FindAllSubmatch(b, -1) {
			has[string(m[1])] = true
		}
	}
	need := func(id string) {
		if !has[id] {
			t.Errorf("no catalogue entry %q", id)
		}
	}
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	field := regexp.MustCompile(`(?:c\.(?:text|must|note|wrong|within|id|country|region|languages|span|title)\(|oneOf\(&?c, |foreign\(|Wrong\()"([A-Za-z0-9]+)"`)
	for _, f := range files {
		src, err := os.ReadFile(f.Name())
		if err != nil {
			continue // a folder
		}
		for _, m := range field.FindAllSubmatch(src, -1) {
			need("field." + string(m[1]))
		}
	}
	words(need, "word.kind.", model.BlockKinds)
	words(need, "word.ammo.", model.Ammos)
	words(need, "word.role.", model.Roles)
	words(need, "word.short.", model.Roles)
	words(need, "word.skill.", model.Skills)
	words(need, "word.place.", model.PlaceKinds)
	words(need, "word.vehicle.", model.VehicleKinds)
	words(need, "word.reason.", model.Reasons)
	words(need, "word.state.", model.CohortStates)
	words(need, "word.ride.", model.RideKinds)
	words(need, "word.vetting.", model.VettingStates)
	words(need, "word.stage.", model.Stages)
	words(need, "word.lang.", model.Languages)
	words(need, "word.presence.", model.Presences)
	words(need, "word.answer.", model.CallAnswers)
	words(need, "word.light.", model.Lights)
	words(need, "word.verdict.", model.Verdicts)
	words(need, "word.certificate.", model.CertificateKinds)
	words(need, "word.channel.", model.Channels)
	words(need, "word.direction.", model.Directions)
	words(need, "word.standing.", model.Standings)
	for _, k := range model.Kinds {
		need("word.record." + k.String())
	}
}

func words[T ~string](need func(string), prefix string, list []T) {
	for _, w := range list {
		need(prefix + string(w))
	}
}
