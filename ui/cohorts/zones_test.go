package cohorts

import (
	"strings"
	"testing"

	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

func TestZonesAreKnownAndFoundByCity(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		e := kittest.Env(lang)
		all := zones(e, usualZone)
		for _, o := range all {
			if !isZone(o.Value) || o.Label == "" || strings.ContainsAny(o.Label, "_|/") {
				t.Errorf("%s: %q is no zone with a city", o.Value, o.Label)
			}
		}
		for typed, want := range map[string]string{"miami": "America/New_York", "mexico city": "America/Mexico_City", "bogota": "America/Bogota", "cairo": "Africa/Cairo", "tegucigalpa": "America/Tegucigalpa"} {
			found := false
			for _, o := range all {
				found = found || o.Value == want && kit.Words(typed).In(o.Label+" "+o.Note)
			}
			if !found {
				t.Errorf("%s: %q does not find %s", lang, typed, want)
			}
		}
	}
	if _, ok := otherZone("Asia/Tokyo"); !ok {
		t.Error("a zone that is not listed cannot be typed")
	}
	for _, typed := range []string{"Local", "Nowhere/City", "America/Bogota", "../passwd", ""} {
		if o, ok := otherZone(typed); ok {
			t.Errorf("%q is offered as %q", typed, o.Value)
		}
	}
}

// A cohort that begins another day keeps its length, until its last day was
// chosen too; +n in the last day counts from the first.
func TestTheLastDayFollows(t *testing.T) {
	h := newStage(t, "en")
	h.press("c", "tab", "tab", "tab", "tab", "ctrl+a", "ctrl+k")
	h.typed("2 Mar 2026")
	h.press("ctrl+s")
	c := h.Cohort()
	if c.First.String() != "2026-03-02" || c.Days() != courseDays {
		t.Fatalf("%v to %v", c.First, c.Last)
	}
	h.press("E", "tab", "tab", "tab", "tab", "tab", "ctrl+a", "ctrl+k")
	h.typed("+18")
	h.press("shift+tab", "ctrl+a", "ctrl+k")
	h.typed("9/3/2026")
	h.press("ctrl+s")
	if c := h.Cohort(); c.First.String() != "2026-03-09" || c.Last.String() != "2026-03-20" {
		t.Fatalf("%v to %v", c.First, c.Last)
	}
}
