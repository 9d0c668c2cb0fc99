package staff

import (
	"slices"
	"strings"
	"testing"

	"muster/model"
	"muster/ui/kit/kittest"
)

func TestAbsenceShowsClashesAtOnce(t *testing.T) {
	h := newHost(t, "en", true)
	var who *model.Staff
	for _, s := range h.Desk().SessionsOf(h.InHand) {
		if s.Placed() && s.Start.Date() > h.Today() && len(s.Staff) > 0 {
			who = h.Desk().Staff.Get(s.Staff[0].Staff)
			h.tab.Open(model.RefOf(who))
			before, _ := h.Board().Count()
			h.Press("a", "ctrl+a", "ctrl+k")
			h.Type(s.Start.Date().String())
			h.Press("tab", "tab", "ctrl+a", "ctrl+k")
			h.Type(s.Start.Date().String())
			h.Press("ctrl+s")
			after, _ := h.Board().Count()
			if after <= before || h.Last() != "staff.hurts" {
				t.Fatalf("%d clashes, then %d; told %q; %v", before, after, h.Last(), h.Stack.Top())
			}
			break
		}
	}
	if n := len(h.Desk().Staff.Get(who.ID).Absences); n == 0 {
		t.Fatal("no absence on record")
	}
	// It can be changed, and taken out: the clashes are mended.
	h.Press("A", "enter", "tab", "tab", "tab", "tab", "tab", "space", "ctrl+s")
	if h.Last() != "staff.mends" {
		t.Fatalf("told %q\n%s", h.Last(), h.Screen(120, 36))
	}
}

func TestAbsencePastMidnight(t *testing.T) {
	f := newSpanForm(model.Span{}, model.Date(20000))
	e := kittest.Env("en")
	f.fromTime.Set(e, 21*model.Hour)
	f.toTime.Set(e, 1*model.Hour)
	if s := f.span(); s.Len() != 4*model.Hour {
		t.Fatalf("21:00 to 01:00 lasts %d quarters", s.Len())
	}
	whole := newSpanForm(model.Span{}, model.Date(20000)).span()
	if whole.Len() != model.Day {
		t.Fatalf("a day lasts %d quarters", whole.Len())
	}
	for _, s := range []model.Span{f.span(), whole, {From: model.Date(20000).At(40), To: model.Date(20003).At(0)}} {
		if got := newSpanForm(s, 1).span(); got != s {
			t.Errorf("%v asked again is %v", s, got)
		}
	}
}

func TestOpeningHours(t *testing.T) {
	h := newHost(t, "en", true)
	h.Press("right")
	id, _ := h.tab.page().grid().CurrentKey()
	h.Press("o", "tab", "ctrl+a", "ctrl+k")
	h.Type("7-12, 14-2")
	for range 6 {
		h.Press("tab")
	}
	h.Type("8-13") // Saturday
	h.Press("tab")
	h.Type("-")
	h.Press("ctrl+s")
	p := h.Desk().Places.Get(id)
	if got, want := openWeek(h.Env(), p), "Mon–Fri 07:00–12:00, 14:00–02:00 · Sat 08:00–13:00 · Sun closed"; got != want {
		t.Fatalf("open %s\n%s", got, h.Screen(120, 36))
	}
	mon, _ := model.NewDate(2026, 11, 23)
	if !p.OpenAt(model.Span{From: mon.At(23 * model.Hour), To: mon.At(25 * model.Hour)}) {
		t.Fatal("closed at midnight")
	}
	// What was typed stands there again, and a mistake is refused.
	h.Press("o", "tab", "ctrl+a", "ctrl+k")
	h.Type("late")
	h.Press("ctrl+s")
	if h.Stack.Empty() || !strings.Contains(h.Screen(120, 36), "not a time from–to") {
		t.Fatalf("took it:\n%s", h.Screen(120, 36))
	}
}

func TestReadHours(t *testing.T) {
	for typed, want := range map[string]string{
		"7-22": "07:00–22:00", "730-2215": "07:30–22:15", "18:00–02:00": "18:00–02:00", "0-24": "00:00–24:00",
		"7-12,13-17": "07:00–12:00, 13:00–17:00", " 8 a 13 ": "08:00–13:00", "-": "-",
		"": "?", "7": "?", "7-25": "?", "7:10-8": "?", "24-7": "?", "a-b": "?", "7--8": "?", "-7-8": "?", "12345-6": "?", "7-٣": "?",
	} {
		hours, ok := readHours(typed, 3)
		got := typedHours(&model.Place{Hours: hours}, 3)
		if !ok {
			got = "?"
		}
		if got != want {
			t.Errorf("%q is %s, not %s", typed, got, want)
		}
		if again, _ := readHours(got, 3); ok && !slices.Equal(again, hours) {
			t.Errorf("%q is not read back", got)
		}
	}
}
