package lang_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"muster/model"
	"muster/ui/lang"
)

func date(t *testing.T, y, m, d int) model.Date {
	t.Helper()
	got, ok := model.NewDate(y, m, d)
	if !ok {
		t.Fatalf("%d-%d-%d is no date", y, m, d)
	}
	return got
}

func TestPick(t *testing.T) {
	for locale, want := range map[string]string{"es": "es", "es_MX.UTF-8": "es", "es-419": "es", "ES": "es", "en_US": "en", "C": "en", "": "en", "fr_HT": "en", "est": "en"} {
		if got := lang.Pick(locale); got != want {
			t.Errorf("%q: %s, want %s", locale, got, want)
		}
	}
}

func TestDatesAndTimes(t *testing.T) {
	en, es := lang.New("en"), lang.New("es")
	d := date(t, 2026, 1, 12)
	long := date(t, 2025, 12, 29)
	for _, tc := range []struct{ got, want string }{
		{en.Date(d), "12 Jan 2026"},
		{es.Date(d), "12 ene 2026"},
		{en.Day(d), "Mon 12"},
		{es.Day(d), "lun 12"},
		{en.DayDate(d), "Mon 12 Jan"},
		{es.DayDate(d), "lun 12 ene"},
		{en.LongDate(d), "Monday 12 January 2026"},
		{es.LongDate(d), "lunes 12 de enero de 2026"},
		{en.DateRange(d, d.Days(5)), "12–17 Jan"},
		{es.DateRange(d, d.Days(25)), "12 ene–6 feb"},
		{en.DateRange(long, d), "29 Dec 2025–12 Jan 2026"},
		{en.DateRange(d, d), "12 Jan"},
		{en.Date(0), "–"},
		{en.Time(d.At(30)), "07:30"},
		{es.Time(d.At(0)), "00:00"},
		{es.Time(d.At(95)), "23:45"},
		{en.When(d.At(30)), "Mon 12 07:30"},
		{es.When(d.At(30)), "lun 12 07:30"},
		{en.Span(model.Span{From: d.At(30), To: d.At(44)}), "Mon 12 07:30–11:00"},
		{es.Span(model.Span{From: d.At(84), To: d.At(101)}), "lun 12 21:00–01:15"},
		{es.Span(model.Span{From: d.At(84), To: d.At(300)}), "lun 12 21:00–jue 15 03:00"},
		{en.Hours(model.Span{From: d.At(30), To: d.At(44)}), "07:30–11:00"},
		{es.Weekday(time.Saturday), "sábado"},
		{es.WeekdayShort(time.Saturday), "sáb"},
		{es.MonthShort(time.September), "sep"},
		{en.Length(6), "1 h 30"},
		{en.Length(3), "45 min"},
		{es.Length(8), "2 h"},
		{en.Length(0), "0 min"},
		{en.Length(-2), "−30 min"},
		{en.Number(9999), "9999"},
		{en.Number(1000412), "1 000 412"},
		{es.Number(-45000), "−45 000"},
		{es.Decimal(2.5, 1), "2.5"},
	} {
		if tc.got != tc.want {
			t.Errorf("%q, want %q", tc.got, tc.want)
		}
	}
}

func TestLists(t *testing.T) {
	en, es := lang.New("en"), lang.New("es")
	for _, tc := range []struct{ got, want string }{
		{en.List(nil), ""},
		{en.List([]string{"a"}), "a"},
		{en.List([]string{"a", "b"}), "a and b"},
		{en.List([]string{"a", "b", "c"}), "a, b and c"},
		{es.List([]string{"a", "b", "c"}), "a, b y c"},
		{es.List([]string{"Luis", "Itzel"}), "Luis e Itzel"},
		{es.List([]string{"Ana", "Íñigo"}), "Ana e Íñigo"},
		{es.List([]string{"nieve", "hielo"}), "nieve y hielo"},
		{es.List([]string{"padre", "hija"}), "padre e hija"},
		{es.Or([]string{"siete", "ocho"}), "siete u ocho"},
		{es.Or([]string{"a", "b"}), "a o b"},
		{en.Or([]string{"a", "b"}), "a or b"},
	} {
		if tc.got != tc.want {
			t.Errorf("%q, want %q", tc.got, tc.want)
		}
	}
}

func TestValues(t *testing.T) {
	id := model.NewID(1, [10]byte{1})
	p := lang.New("es").With(func(x model.ID) string {
		if x == id {
			return "Range 1"
		}
		return ""
	})
	d := date(t, 2026, 1, 12)
	for _, tc := range []struct {
		v    any
		want string
	}{
		{id, "Range 1"},
		{model.ID{}, "?"},
		{[]model.ID{id, {}}, "Range 1 y ?"},
		{model.Text{En: "Opening", Es: "Apertura"}, "Apertura"},
		{true, "sí"},
		{12, "12"},
		{d, "12 ene 2026"},
		{[]model.Date{d, d.Days(1)}, "12 ene 2026 y 13 ene 2026"},
		{[]string{"A", "B"}, "A y B"},
		{model.Say("date.and"), "y"},
		{model.Span{From: d.At(30), To: d.At(44)}, "lun 12 07:30–11:00"},
		{[]model.Message{model.Say("date.yes"), model.Say("date.no")}, "sí y no"},
		{3.5, "3.5"},
	} {
		if got := p.Value(tc.v); got != tc.want {
			t.Errorf("%v: %q, want %q", tc.v, got, tc.want)
		}
	}
}

func TestWhatIsMissingShows(t *testing.T) {
	p := lang.New("es")
	if got := p.T("nowhere.at.all", "a", 1); got != "nowhere.at.all" {
		t.Errorf("%q", got)
	}
	if got := p.T("kit.grid.count", "shown", 4); got != "4 de {all}" {
		t.Errorf("an argument was forgotten: %q", got)
	}
	if p.Say(model.Message{}) != "" || p.Has("nowhere") || !p.Has("kit.save") {
		t.Error("the zero message says nothing; Has tells what is there")
	}
	if got := p.Remedy(model.Say("kit.number.bad", "low", 1, "high", 12)); got != "Escriba un número de 1 a 12." {
		t.Errorf("%q", got)
	}
}

func TestArgumentsAreNotReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		if got, want := lang.New("en").T("kit.saved", "time", s), "saved "+s; got != want {
			t.Fatalf("%q, want %q: what fills a place is no text of ours", got, want)
		}
	})
	if got := lang.New("en").T("kit.saved", "time", "{time}"); got != "saved {time}" {
		t.Errorf("%q", got)
	}
}

func BenchmarkNewAndFirstText(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		lang.New("es").T("kit.save")
	}
}

func BenchmarkEveryCatalogue(b *testing.B) {
	areas := lang.Areas()
	b.ReportAllocs()
	for b.Loop() {
		p := lang.New("es")
		for _, a := range areas {
			p.T(a + ".x")
		}
	}
}

func BenchmarkSay(b *testing.B) {
	p := lang.New("es")
	m := model.Say("kit.number.range", "field", model.Say("field.lanes"), "low", 1, "high", 40)
	b.ReportAllocs()
	for b.Loop() {
		p.Say(m)
	}
}

func BenchmarkT(b *testing.B) {
	p := lang.New("es")
	b.ReportAllocs()
	for b.Loop() {
		p.T("kit.save")
	}
}
