package alumni

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"muster/model"
	"muster/store/finder"
	"muster/ui/kit"
)

// What matched is bold and underlined, not only another colour.
func TestMatchStandsOut(t *testing.T) {
	h := newHost(t, "en", fixture())
	h.typed("cota")
	c := kit.NewCanvas(120, 36)
	h.tab.Draw(c)
	l := h.tab.find.layout()
	x := l.list.X + 2 + len("Hernández ") - 1 // á is one cell
	text, st := c.At(x, l.list.Y+1)
	before, plain := c.At(x-2, l.list.Y+1)
	if text != "C" || before != "z" || st == plain || st != plain.Bold().Underline() {
		t.Fatalf("%q %+v, before it %q %+v\n%s", text, st, before, plain, c.Plain())
	}
}

// A name that is cut is cut in whole characters, with a match at its end too.
func TestACutNameKeepsItsEllipsis(t *testing.T) {
	h := newHost(t, "en", fixture())
	for _, name := range []string{"Bojórquez Peña, Luis Ángel", "Policía …, más", "ññññññññññññññññ"} {
		r := row{name: name, spans: [][2]int{{0, len(name)}}}
		for from := range name {
			for w := range 12 {
				r.spans[0][0] = from
				c := kit.NewCanvas(w+1, 1)
				r.drawName(c, h.env.Theme, func(st kit.Style) kit.Style { return st })
				if got, want := strings.TrimRight(c.Plain(), " \n"), strings.TrimRight(kit.Fit(name, w+1), " "); got != want {
					t.Fatalf("%q from byte %d in %d cells: %q, want %q", name, from, w+1, got, want)
				}
			}
		}
	}
}

// An empty line leaves to the program what leads elsewhere; with anything in
// it, and in a filter, every key is text.
func TestTheEmptyLineLeavesDigitsToTheProgram(t *testing.T) {
	h := newHost(t, "en", fixture())
	types := func(want bool, keys ...string) {
		t.Helper()
		for _, k := range keys {
			if got := h.tab.Types(kit.KeyMsg(k)); got != want {
				t.Errorf("%s: types is %v", k, got)
			}
		}
	}
	types(false, "1", "5", "9", "?", "tab", "shift+tab", "ctrl+e", "ctrl+r", "ctrl+p", "f1")
	types(true, "a", "u", "q", ":", "l", "F", "0", "space", "enter", "esc", "down", "backspace")
	h.typed("a")
	types(true, "1", "?", "u", "tab", "ctrl+e")
	types(false, "ctrl+p", "ctrl+l")
	h.press("enter")
	types(false, "a", "1", "enter")
	h.press("esc", "Q", "/")
	types(true, "a", "1", "?")
	types(false, "ctrl+p")
}

func TestSearchLine(t *testing.T) {
	h := newHost(t, "en", fixture())
	if !h.tab.Typing() {
		t.Fatal("the tab does not open in the line")
	}
	// A filter is completed by →, its name and its value.
	h.typed("ski")
	h.press("right")
	h.typed("veh")
	h.press("right")
	if got := h.tab.find.line.Value(); got != "skill:vehicle-search " {
		t.Fatalf("%q", got)
	}
	if h.tab.find.list.n != 3 || len(h.tab.find.filters) != 1 {
		t.Fatalf("%d found, filters %v", h.tab.find.list.n, h.tab.find.filters)
	}
	h.typed("country:hond")
	h.press("right")
	if got := h.tab.find.line.Value(); got != "skill:vehicle-search country:hn " {
		t.Fatalf("%q", got)
	}
	if s := h.screen(); !strings.Contains(s, "Nobody found.") || !strings.Contains(s, "Without vehicle search there are 3") || !strings.Contains(s, "Without Honduras there are 3") {
		t.Fatal(s)
	}
	// esc clears, then leaves; then the keys are the list's.
	h.press("esc")
	if h.tab.find.line.Value() != "" || !h.tab.Typing() {
		t.Fatal("esc did not clear the line first")
	}
	h.press("esc")
	if h.tab.Typing() {
		t.Fatal("esc did not leave the line")
	}
	for _, a := range h.tab.Actions() {
		if a.Keys[0] == "esc" {
			t.Fatal("esc is taken where there is nothing to take back: the way back to another tab is lost")
		}
	}
	h.press("/")
	if !h.tab.Typing() {
		t.Fatal("/ does not return to the line")
	}
	// Words in any order, without accents; in Spanish filters have names too.
	h.typed("sofia nunez chihuahua")
	if h.tab.find.list.n != 1 {
		t.Fatal(h.screen())
	}
	es := newHost(t, "es", fixture())
	es.typed("pai")
	es.press("right")
	es.typed("hon")
	es.press("right")
	if got := es.tab.find.line.Value(); got != "país:hn " || es.tab.find.list.n != 3 {
		t.Fatalf("%q, %d found", got, es.tab.find.list.n)
	}
}

func TestFilterDialogAndChips(t *testing.T) {
	h := newHost(t, "en", fixture())
	h.press("enter", "f")
	h.typed("chih")
	h.press("enter")
	s := h.tab.find
	if s.list.n != 3 || len(s.filters) != 1 || !strings.Contains(h.screen(), "Chihuahua ×") {
		t.Fatal(h.screen())
	}
	h.press("/")
	h.typed("year:2024")
	h.press("enter")
	l := s.layout()
	chips := s.chips(l.chips)
	if len(chips) != 2 || chips[0].text != "2024 ×" {
		t.Fatalf("%+v", chips)
	}
	h.click(chips[1].x+1, l.chips.Y)
	if len(s.filters) != 1 || len(s.chosen) != 0 || s.list.n != 8 {
		t.Fatalf("a click did not take the filter away\n%s", h.screen())
	}
	h.press("backspace")
	if len(s.filters) != 0 || s.list.n != 12 || s.line.Value() != "" {
		t.Fatal(h.screen())
	}
	h.press("backspace")
	if h.last() != "alumni.unfilter.none" {
		t.Fatal(h.told)
	}
}

func TestMouse(t *testing.T) {
	h := newHost(t, "en", fixture())
	l := h.tab.find.layout()
	h.click(l.list.X+10, l.list.Y+1+5)
	if id, _ := h.tab.find.current(); id != num(model.KindPerson, 1) || h.tab.Typing() {
		t.Fatal(h.screen())
	}
	h.click(l.list.X+10, l.list.Y+1+5)
	if len(h.tab.pages) != 1 {
		t.Fatal("a second click does not open the card")
	}
	h.click(6, cardHead+2) // the second way
	if h.tab.pages[0].(*card).target().way != 2 {
		t.Fatalf("%+v", h.tab.pages[0].(*card).target())
	}
	h.press("esc")
	labels := h.tab.labels(l.labels)
	h.click(labels[1].x+1, l.labels.Y)
	if !h.tab.inQueue {
		t.Fatal("a label does not answer")
	}
	h.click(h.tab.queue.layout().list.X+20, h.tab.queue.layout().list.Y+2)
	if h.tab.queue.person() != num(model.KindPerson, 5) {
		t.Fatal(h.screen())
	}
	h.click(labels[0].x+1, l.labels.Y)
	h.size(120, 14)
	h.tab.Update(kit.WheelMsg{X: 10, Y: 6, Delta: 1})
	if h.tab.find.list.top == 0 {
		t.Fatal("the wheel does not turn")
	}
	h.click(l.line.X+3, h.tab.find.layout().line.Y)
	if !h.tab.Typing() {
		t.Fatal("a click into the line does not go there")
	}
}

// The cursor stays with the person when the list is another, and the person
// may be gone.
func TestCursorStays(t *testing.T) {
	h := newHost(t, "en", fixture())
	h.press("down", "down", "down", "down")
	id, _ := h.tab.find.current()
	p := must(model.NewPerson(model.Person{ID: model.ID{1, 9}, Family: "Aa", Given: "Aa"}))
	h.Commit(model.Change{Act: model.Say("alumni.act.person", "person", p.ID), Puts: []model.Put{{Record: p}}})
	if now, _ := h.tab.find.current(); now != id {
		t.Fatal(h.screen())
	}
	h.index = nil
	h.tab.Changed()
	if _, ok := h.tab.find.current(); ok {
		t.Fatal("somebody is under the cursor of an empty list")
	}
	h.press("esc", "esc", "l", "enter", "x", "f", "L", "c", "F", "D", "space", "*")
	if len(h.failed) > 0 || !h.stack.Empty() {
		t.Fatal(h.failed)
	}
}

// A person is read after the hand has come to rest, once, and what comes late
// is dropped.
func TestReadOffTheLoop(t *testing.T) {
	h := newHost(t, "en", fixture())
	h.typed("mex-24-2")
	h.press("enter", "home")
	h.tab.Changed()
	first := h.tab.Pending()
	if first == nil || h.tab.Pending() != nil {
		t.Fatal("not read, or read twice")
	}
	h.tab.Update(kit.KeyMsg("down")) // moved on: the former read ends
	if msg := first(); msg != nil {
		t.Fatalf("read for nobody: %v", msg)
	}
	id, _ := h.tab.find.current()
	stale := fileMsg{id: id, ask: -1}
	h.tab.Update(stale)
	if h.tab.files.fresh(id) {
		t.Fatal("a late answer was taken")
	}
	// One that never comes is asked for again after a while.
	second := h.tab.files.want(h, id)
	if second != nil {
		t.Fatal("asked twice at once")
	}
	h.clock = h.clock.Add(2 * patience)
	again := h.tab.Pending()
	if again == nil {
		t.Fatal("not asked again")
	}
	h.do(again)
	if !h.tab.files.fresh(id) || h.tab.Pending() != nil {
		t.Fatal("not read")
	}
}

// Whoever is asked for by another tab gets a card; what the tab does not show
// it leaves to others.
func TestOpen(t *testing.T) {
	h := newHost(t, "en", fixture())
	for _, ref := range []model.Ref{
		{Kind: model.KindPerson, ID: num(model.KindPerson, 5)},
		{Kind: model.KindContact, ID: num(model.KindContact, 3)},
	} {
		if !h.tab.Open(ref) {
			t.Fatal(ref)
		}
		h.do(h.tab.Pending())
		if s := h.screen(); !strings.Contains(s, "Luis Bojórquez Peña") || !strings.Contains(s, "Ask about the visit") {
			t.Fatal(s)
		}
	}
	for _, ref := range []model.Ref{{Kind: model.KindStaff, ID: model.ID{1}}, {Kind: model.KindContact, ID: model.ID{1}}, {Kind: model.KindCertificate, ID: model.ID{1}}} {
		if h.tab.Open(ref) {
			t.Errorf("opened %v", ref)
		}
	}
	h.press("end", "home", "down", "enter") // the course under "how to reach them" and "to follow"
	if s := h.screen(); !strings.Contains(s, "Luis Bojórquez Peña") {
		t.Fatal(s)
	}
	if !h.tab.Open(model.Ref{Kind: model.KindPerson, ID: model.ID{1, 1, 1}}) {
		t.Fatal("somebody unknown is not opened")
	}
	h.do(h.tab.Pending())
	if s := h.screen(); !strings.Contains(s, "not kept any more") {
		t.Fatal(s)
	}
}

func TestCorrectAndPostpone(t *testing.T) {
	h := newHost(t, "en", fixture())
	h.press("enter", "Q", "down", "e")
	h.press("tab", "ctrl+a", "ctrl+k")
	h.typed("1 mar 2026")
	h.press("ctrl+s")
	c := h.acts[0].Puts[0].Record.(*model.Contact)
	if c.ID != num(model.KindContact, 3) || c.Due != day(2026, 3, 1) || c.Next != "Ask about the visit" {
		t.Fatalf("%+v\n%s", c, h.screen())
	}
	h.press("Q")
	h.press("/")
	h.typed("cota")
	h.press("enter", "enter", "end", "enter", "tab", "tab", "tab", "tab", "space", "ctrl+s")
	c = h.acts[1].Puts[0].Record.(*model.Contact)
	if c.ID != num(model.KindContact, 1) || !c.Missed || c.Taught != 41 {
		t.Fatalf("%+v\n%s", c, h.screen())
	}
}

// A file of people holds no way to reach them unless it was asked for, twice.
func TestExport(t *testing.T) {
	for _, full := range []bool{false, true} {
		h := newHost(t, "en", fixture())
		home := t.TempDir()
		t.Setenv("HOME", home)
		h.typed("mex-24-2")
		h.press("enter", "x")
		if full {
			h.press("down", "enter", "y", "enter")
		} else {
			h.press("enter", "enter")
		}
		if h.last() != "alumni.export.done" {
			t.Fatalf("%v %v\n%s", h.told, h.failed, h.screen())
		}
		data, err := os.ReadFile(filepath.Join(home, "alumni-2026-01-15.csv"))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF")))).ReadAll()
		if err != nil || len(rows) != 9 || rows[0][0] != "Name" {
			t.Fatalf("%v, %d rows\n%s", err, len(rows), data)
		}
		for _, secret := range []string{"+52 555", "mhc"} {
			if bytes.Contains(data, []byte(secret)) != full {
				t.Errorf("full %v: %q is in it: %v", full, secret, !full)
			}
		}
	}
}

func TestReadClock(t *testing.T) {
	for typed, want := range map[string]int{"7": 420, "742": 462, "7:42": 462, "15.30": 930, "1530": 930, "07:05": 425, "0": 0, "23h59": 1439} {
		if got, ok := readClock(typed); !ok || got != want {
			t.Errorf("%q is %d, %v", typed, got, ok)
		}
	}
	for _, typed := range []string{"", "24", "7:60", "noon", "12345", "7:4x"} {
		if got, ok := readClock(typed); ok {
			t.Errorf("%q is %d", typed, got)
		}
	}
}

func TestFlow(t *testing.T) {
	l := line{{text: "one two"}, {text: "three four five"}, {text: ""}, {text: "six"}}
	for w := 1; w < 40; w++ {
		var all []string
		for _, row := range flow(l, w, 2) {
			text := ""
			for _, p := range row {
				text += p.text
			}
			if kit.Width(text) > w {
				t.Fatalf("%d: %q is wider", w, text)
			}
			all = append(all, strings.Fields(text)...)
		}
		if w >= 10 {
			if got := strings.ReplaceAll(strings.Join(all, " "), "· ", ""); got != "one two three four five six" {
				t.Fatalf("%d: %q", w, got)
			}
		}
	}
}

// Filters on top of one another only narrow.
func TestMerge(t *testing.T) {
	h := newHost(t, "en", fixture())
	yes := true
	for _, f := range []finder.Query{{From: 2025}, {To: 2024}, {Trained: &yes}, {Cohort: "MEX-24-2"}, {Skills: []model.Skill{model.SkillFirearms}}, {DueBy: finder.AnyDay}, {Regions: []string{"MX-SON"}}} {
		q := merge(finder.Query{Countries: []string{"MX"}}, f)
		if n := h.index.Search(q).Count; n > 9 || n == 0 {
			t.Errorf("%+v leaves %d", f, n)
		}
		if h.tab.describe(f) == "" {
			t.Errorf("%+v has no name", f)
		}
	}
}
