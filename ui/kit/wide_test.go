package kit_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

func chooserOn(title string, w, h int, options ...kit.Option[int]) string {
	e := kittest.Env("es")
	s := kit.NewStack(e)
	s.Resize(w, h)
	kit.Open(s, kit.NewChoose(e, words(title), options, 0), func(int) tea.Cmd { return nil })
	return kittest.Plain(w, h, s.Draw)
}

// joined is a screen in one line, without the frame of the dialog.
func joined(screen string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("│", " ", "─", " ").Replace(screen)), " ")
}

// A box is as wide as what it says needs, as long as there are columns.
func TestChooserUsesTheColumnsThereAre(t *testing.T) {
	title := "Ocultar la pantalla por sí sola cuando nadie la toca"
	note := "Vehículo blindado, 8 asientos para visitantes"
	got := chooserOn(title, 80, 24, kit.Option[int]{Label: "Bear 1", Note: note})
	if !strings.Contains(got, title) || !strings.Contains(got, note) || strings.Contains(got, "…") {
		t.Errorf("something is cut where there is room:\n%s", got)
	}
	if got := chooserOn(title, 80, 24, kit.Option[int]{Label: "No"}); !strings.Contains(got, title) {
		t.Errorf("the title is cut in a box of short options:\n%s", got)
	}
}

// What is too long for every box stands in full below the list.
func TestChooserSaysBelowWhatItCuts(t *testing.T) {
	note := "terminado; falta confirmar la salida del país y el regreso de cuatro participantes, y entregar dos constancias"
	off := "Las constancias no están: se entregan después de la graduación, cuando consta lo que cada quien aprobó."
	options := []kit.Option[int]{{Label: "Graduada", Note: note}, {Label: "Cerrada", Off: model.Say(off)}}
	if got := chooserOn("Estado", 80, 24, options...); !strings.Contains(joined(got), note) {
		t.Errorf("the note under the cursor is cut:\n%s", got)
	}
	options[0], options[1] = options[1], options[0]
	if got := chooserOn("Estado", 80, 24, options...); !strings.Contains(joined(got), off) {
		t.Errorf("why it cannot be chosen is cut:\n%s", got)
	}
}

// The time of the last save gives way to a message that needs the room.
func TestLongMessageTakesTheRoomOfTheStamp(t *testing.T) {
	e := kittest.Env("es")
	s := kit.NewStatus(e)
	s.Saved(kittest.Now())
	line := func() string {
		return kittest.Plain(80, 1, func(c *kit.Canvas) { s.Draw(c, 1, 0, s.Right(c, 1, 0, 78)) })
	}
	long := "El renglón no trata de un solo participante. ctrl+e busca a cualquiera."
	s.Show(kit.Warn, words(long))
	if got := line(); !strings.Contains(got, long) || strings.Contains(got, "guardado") {
		t.Errorf("the message has not the whole line: %q", got)
	}
	s.Show(kit.Warn, words("El renglón no trata de nadie."))
	if got := line(); !strings.Contains(got, "guardado") {
		t.Errorf("a short message took the stamp away: %q", got)
	}
}

// Of a dialog that another of nearly its size lies over no edge is left.
func TestNoEdgeOfAHiddenDialog(t *testing.T) {
	e := kittest.Env("es")
	s := kit.NewStack(e)
	s.Resize(80, 24)
	long := make([]model.Message, 20)
	for i := range long {
		long[i] = words(strings.Repeat("palabra ", 8))
	}
	kit.Open(s, kit.NewNotice(e, words("Lista"), long...), func(kit.Read) tea.Cmd { return nil })
	help := make([]kit.Action, 0, 40)
	for range 15 {
		help = append(help, actions()[0])
	}
	kit.Open(s, kit.NewHelp(e, help), func(kit.Action) tea.Cmd { return nil })
	if got := kittest.Plain(80, 24, s.Draw); strings.Count(got, "╰") != 1 || strings.Count(got, "╭") != 1 {
		t.Errorf("two frames:\n%s", got)
	}
	s.CloseAll()
	kit.Open(s, kit.NewNotice(e, words("Lista"), long...), func(kit.Read) tea.Cmd { return nil })
	kit.Open(s, kit.NewNotice(e, words("Corta"), words("Una línea.")), func(kit.Read) tea.Cmd { return nil })
	if got := kittest.Plain(80, 24, s.Draw); strings.Count(got, "╰") != 2 {
		t.Errorf("the dialog behind a small one is gone:\n%s", got)
	}
}

// A list that is only read is closed, not cancelled.
func TestListThatIsReadIsClosed(t *testing.T) {
	e := kittest.Env("en")
	d := kit.NewChoose(e, words("Clashes"), places(), 0)
	d.Reads()
	for _, a := range d.Actions() {
		if a.Keys[0] == "esc" && a.ID != "kit.close" {
			t.Errorf("esc is %s", a.ID)
		}
	}
}

// Without colours a field shows where it can be filled in also while another
// is in hand; with them the screen stays quiet.
func TestFieldsShowWithoutColours(t *testing.T) {
	for mode, want := range map[kit.Mode]bool{kit.Mono: true, kit.Dark: false} {
		e := kittest.Env("en")
		e.Theme = kit.NewTheme(mode)
		s := kit.NewStack(e)
		s.Resize(80, 24)
		kit.Open(s, kit.NewForm(s, words("Place"), kit.NewText("name", "Range"), kit.NewText("site", "")), func(*kit.Form) tea.Cmd { return nil })
		c := kit.NewCanvas(80, 24)
		s.Draw(c)
		shown := 0
		for y := range 24 {
			for x := range 80 {
				if _, st := c.At(x, y); st == e.Theme.Blank && st != (kit.Style{}) {
					shown++
				}
			}
		}
		if (shown > 10) != want {
			t.Errorf("mode %d: %d cells of the empty field show", mode, shown)
		}
	}
}
