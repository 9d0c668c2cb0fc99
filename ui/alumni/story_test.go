package alumni

import (
	"slices"
	"strings"
	"testing"

	"muster/model"
)

// A year in the life of the list: somebody is found though their name is
// misspelt, called, followed up, and the follow-up is settled and taken back.
func TestFollowUp(t *testing.T) {
	h := newHost(t, "en", fixture())
	mario := num(model.KindPerson, 1)
	if got := h.tab.Badge(); got.Count != 1 || !got.Hard {
		t.Fatalf("badge %+v", got)
	}
	h.typed("hernandes vehicle sonora since:2023")
	if s := h.screen(); !strings.Contains(s, "▸ Hernández Cota, Mario") || strings.Contains(s, "Bojórquez") {
		t.Fatal(s)
	}
	h.press("enter", "enter")
	hidden := []string{"+52 555 777 0101", "mhc.01", "mhc@example.org", "+52 555 010 0001"}
	for _, n := range hidden {
		if strings.Contains(h.screen(), n) {
			t.Fatalf("%s is seen before it is asked for", n)
		}
	}
	h.press("y")
	if h.last() != "alumni.copy.hidden" || len(h.msgs) > 0 {
		t.Fatalf("copied what is hidden: %v", h.msgs)
	}
	h.press("space")
	for _, n := range hidden {
		if !strings.Contains(h.screen(), n) {
			t.Fatalf("%s is not shown\n%s", n, h.screen())
		}
	}
	h.press("y")
	if h.last() != "alumni.copied" || len(h.msgs) != 1 || !strings.Contains(h.msgs[0], "lipboard") {
		t.Fatalf("not copied: %v %v", h.told, h.msgs)
	}

	// The call: it settles what was to follow, and the next is in 90 days.
	h.press("l")
	if s := h.screen(); !strings.Contains(s, "‹ WhatsApp ›") || !strings.Contains(s, "■ due since 4 Oct 2025: Send the checklist") {
		t.Fatalf("not the way he likes, or the follow-up is not ticked\n%s", s)
	}
	h.press("tab", "tab", "tab", "tab", "tab")
	h.typed("Sent it. He trains his shift.")
	h.press("tab")
	h.typed("Ask how it went")
	h.press("tab")
	h.typed("+90")
	h.press("ctrl+s")
	act := h.acts[len(h.acts)-1]
	if len(act.Puts) != 2 || h.last() != "alumni.logged.next" {
		t.Fatalf("%d records in one act, told %v\n%s", len(act.Puts), h.told, h.screen())
	}
	talk := act.Puts[1].Record.(*model.Contact)
	if talk.Person != mario || talk.By != "Pons" || talk.Channel != model.WhatsApp || talk.Due != day(2026, 4, 15) ||
		talk.Settles != num(model.KindContact, 2) || talk.At != day(2026, 1, 15).Minute(9*60+41) {
		t.Fatalf("%+v", talk)
	}
	for _, a := range act.Act.Args {
		switch a.Value.(type) {
		case model.ID, model.Date, int:
		default:
			t.Errorf("the journal says %v", a.Value)
		}
	}
	if h.tab.Badge().Count != 0 {
		t.Fatalf("badge %+v after the follow-up was settled", h.tab.Badge())
	}
	if s := h.screen(); !strings.Contains(s, "Contacts · 3") || !strings.Contains(s, "Sent it. He trains his shift.") {
		t.Fatal(s)
	}

	// Left and opened again, the numbers are hidden.
	h.press("esc", "enter")
	if strings.Contains(h.screen(), "+52 555 777 0101") {
		t.Fatal("the numbers are seen on a card opened anew")
	}

	// Three months on it is due.
	h.clock = h.clock.AddDate(0, 0, 91)
	h.tab.Changed()
	if got := h.tab.Badge(); got.Count != 2 { // and the one of February
		t.Fatalf("badge %+v", got)
	}
	h.press("esc", "Q", "end")
	if s := h.screen(); !strings.Contains(s, "! 1 day late") || !strings.Contains(s, "Ask how it went") {
		t.Fatal(s)
	}
	h.press("D")
	if h.last() != "alumni.done.said" || h.tab.Badge().Count != 1 {
		t.Fatalf("told %v, badge %+v", h.told, h.tab.Badge())
	}
	if c, ok := h.acts[len(h.acts)-1].Puts[0].Record.(*model.Contact); !ok || c.Done != h.Today() {
		t.Fatalf("%+v", c)
	}
	h.undo()
	if h.tab.Badge().Count != 2 {
		t.Fatal("the follow-up did not come back")
	}
	h.undo() // the call itself
	if h.tab.Badge().Count != 2 || slices.ContainsFunc(h.tab.due.open, func(c *model.Contact) bool { return c.Next == "Ask how it went" }) {
		t.Fatalf("%+v", h.tab.due)
	}
	if len(h.failed) > 0 {
		t.Fatal(h.failed)
	}
}

// Whoever is not to be contacted is warned of, and the log asks first.
func TestNotToBeContacted(t *testing.T) {
	h := newHost(t, "en", fixture())
	h.typed("fernandez soto")
	h.press("enter", "enter")
	if s := h.screen(); !strings.Contains(s, "✗ do not contact") || !strings.Contains(s, "Asked not to be contacted.") {
		t.Fatal(s)
	}
	h.press("l")
	if s := h.screen(); !strings.Contains(s, "go on") || strings.Contains(s, "Next step") {
		t.Fatal(s)
	}
	h.press("l", "esc")
	if len(h.acts) != 0 || !h.stack.Empty() {
		t.Fatal("the key that asked went ahead")
	}
	h.press("l", "y", "ctrl+s")
	if len(h.acts) != 1 {
		t.Fatalf("%d acts\n%s", len(h.acts), h.screen())
	}
}

// One message to many is one act, without those who are not to be contacted.
func TestMessageToMany(t *testing.T) {
	h := newHost(t, "en", fixture())
	h.typed("mex-24-2")
	h.press("enter", "*", "L")
	h.typed("Refresher in March")
	h.press("ctrl+s")
	if len(h.acts) != 1 || len(h.acts[0].Puts) != 6 {
		t.Fatalf("%d acts, %v\n%s", len(h.acts), h.told, h.screen())
	}
	for _, p := range h.acts[0].Puts {
		c := p.Record.(*model.Contact)
		if c.Person == num(model.KindPerson, 3) || c.Person == num(model.KindPerson, 6) {
			t.Error("noted for somebody not to be contacted")
		}
		if c.Channel != model.WhatsApp || c.About != "Refresher in March" {
			t.Errorf("%+v", c)
		}
	}
	if len(h.tab.find.list.marks) != 0 {
		t.Error("the marks stayed")
	}
	h.undo()
	h.press("home", "enter")
	if s := h.screen(); strings.Contains(s, "Refresher") {
		t.Fatal(s)
	}
}

// The way to classmates and back.
func TestClassmates(t *testing.T) {
	h := newHost(t, "en", fixture())
	h.typed("mario")
	h.press("enter", "enter", "c")
	s := h.screen()
	far, near := strings.Index(s, "Chihuahua · 3"), strings.Index(s, "other agencies · 1")
	if far < 0 || near < far || strings.Index(s, "same agency · 2") < near {
		t.Fatal(s)
	}
	h.press("down", "down", "enter")
	if s := h.screen(); !strings.Contains(s, "Sofía Núñez Íñiguez") {
		t.Fatal(s)
	}
	h.press("esc")
	if s := h.screen(); !strings.Contains(s, "Classmates of Hernández Cota, Mario") || !strings.Contains(s, "▸                             Núñez Íñiguez, Sofía") {
		t.Fatal(s)
	}
	h.press("esc", "esc")
	if len(h.tab.pages) != 0 || h.tab.Typing() {
		t.Fatal("esc did not lead back to the list")
	}
}

// What was changed of a person is one act.
func TestEdit(t *testing.T) {
	h := newHost(t, "en", fixture())
	h.typed("zuniga")
	h.press("enter", "enter")
	if s := h.screen(); !strings.Contains(s, "no way to reach them") {
		t.Fatal(s)
	}
	h.press("w")
	h.press("tab")
	h.typed("+52 555 123")
	h.press("ctrl+s")
	p := h.acts[0].Puts[0].Record.(*model.Person)
	if len(p.Ways) != 1 || !p.Ways[0].Preferred || p.Ways[0].Handle != "+52 555 123" || p.Ways[0].Verified != h.Today() {
		t.Fatalf("%+v", p.Ways)
	}
	h.press("home", "enter", "enter", "tab") // shows it, then opens it
	h.typed("4")
	h.press("ctrl+s")
	p = h.acts[1].Puts[0].Record.(*model.Person)
	if len(p.Ways) != 1 || p.Ways[0].Handle != "+52 555 1234" {
		t.Fatalf("%+v %v\n%s", p.Ways, h.told, h.screen())
	}
	h.press("e", "right", "tab")
	h.typed(" general")
	h.press("ctrl+s")
	p = h.acts[2].Puts[0].Record.(*model.Person)
	if p.Standing != model.Moved || p.Rank != "Comandante general" {
		t.Fatalf("%+v\n%s", p, h.screen())
	}
	if len(h.failed) > 0 {
		t.Fatal(h.failed)
	}
}

func TestRewayed(t *testing.T) {
	way := func(c model.Channel, handle string, preferred bool) model.Way {
		return model.Way{Channel: c, Handle: handle, Preferred: preferred}
	}
	p := model.Person{Phone: "1", Email: "a@b", Ways: []model.Way{way(model.Signal, "s", true)}}
	phone := way(model.Phone, "1", false)
	now := way(model.Phone, "2", true)
	got := rewayed(p, &phone, &now)
	if got.Phone != "2" || len(got.Ways) != 2 || got.Ways[0].Preferred || !got.Ways[1].Preferred {
		t.Errorf("another number: %+v", got)
	}
	if got := rewayed(p, &phone, nil); got.Phone != "" || len(got.Ways) != 1 {
		t.Errorf("no number: %+v", got)
	}
	signal := p.Ways[0]
	if got := rewayed(p, &signal, nil); len(got.Ways) != 0 || got.Phone != "1" {
		t.Errorf("no Signal: %+v", got)
	}
	if len(p.Ways) != 1 || !p.Ways[0].Preferred {
		t.Error("the former record was changed")
	}
}
