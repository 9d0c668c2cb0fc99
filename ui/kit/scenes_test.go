package kit_test

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

// A scene is a screen to look at: a part in a state worth seeing.
type scene struct {
	name   string
	resize func(w, h int)
	draw   func(c *kit.Canvas)
}

// words gives kit tests texts without a catalogue of their own: an id that is
// in none is said as it is.
func words(s string) model.Message { return model.Say(s) }

func onStack(e *kit.Env, name string, build func(s *kit.Stack)) scene {
	s := kit.NewStack(e)
	s.Resize(120, 40)
	build(s)
	return scene{name, s.Resize, func(c *kit.Canvas) {
		c.Fill(c.Bounds(), e.Theme.Text, ".")
		s.Draw(c)
	}}
}

func send(s *kit.Stack) func(tea.Msg) { return func(m tea.Msg) { s.Update(m) } }

func scenes(e *kit.Env) []scene {
	grid := people(e, 200)
	marked := people(e, 200)
	marked.Markable = true
	kittest.Press(func(m tea.Msg) { marked.Update(m) }, "down", "space", "space", ">")
	filtered := people(e, 200)
	filtered.Resize(80, 24)
	kittest.Press(func(m tea.Msg) { filtered.Update(m) }, "/", "n", "u", "n", "e", "z")
	empty := people(e, 0)
	empty.Empty = model.Say("kit.filter.none")
	status := kit.NewStatus(e)
	status.Saved(kittest.Now())
	status.Show(kit.Warn, model.Say("kit.discard"))
	busy := kit.NewStatus(e)
	busy.Progress(model.Say("kit.help.title"), 40, 100, func() {})

	return []scene{
		{"grid", grid.Resize, func(c *kit.Canvas) { grid.Draw(c, true) }},
		{"grid-marked", marked.Resize, func(c *kit.Canvas) { marked.Draw(c, true) }},
		{"grid-filtered", filtered.Resize, func(c *kit.Canvas) { filtered.Draw(c, true) }},
		{"grid-empty", empty.Resize, func(c *kit.Canvas) { empty.Draw(c, true) }},
		{"status", func(int, int) {}, func(c *kit.Canvas) {
			status.Draw(c, 2, 0, status.Right(c, 2, 0, c.W()-4))
			busy.Draw(c, 2, 1, c.W()-4)
			kit.DrawFooter(c, e, 2, 2, c.W()-4, actions())
		}},
		onStack(e, "confirm", func(s *kit.Stack) {
			kit.Open(s, kit.NewConfirm(e, words("Restore"), model.Say("kit.discard"), model.Say("kit.length.bad.do"),
				"kit.discard.act", "kit.discard.keep", "y", "y"), func(kit.Confirmed) tea.Cmd { return nil })
		}),
		onStack(e, "notice", func(s *kit.Stack) {
			kit.Open(s, kit.NewNotice(e, words("Roster"), model.Say("kit.discard"), model.Say("kit.date.bad.do")), func(kit.Read) tea.Cmd { return nil })
		}),
		onStack(e, "prompt", func(s *kit.Stack) {
			kit.Open(s, kit.NewPrompt(e, words("Squad"), words("Name"), "Águilas", func(string) *model.Problem {
				return &model.Problem{Message: model.Say("kit.date.bad", "typed", "Águilas")}
			}), func(string) tea.Cmd { return nil })
			kittest.Press(send(s), "enter")
		}),
		onStack(e, "choose", func(s *kit.Stack) {
			kit.Open(s, kit.NewChoose(e, words("Range"), places(), 1), func(int) tea.Cmd { return nil })
		}),
		onStack(e, "choose-many", func(s *kit.Stack) {
			kit.Open(s, kit.NewChooseMany(e, words("Ranges"), places()), func([]int) tea.Cmd { return nil })
			kittest.Press(send(s), "space", "down", "space")
		}),
		onStack(e, "help", func(s *kit.Stack) {
			kit.Open(s, kit.NewHelp(e, actions()), func(kit.Action) tea.Cmd { return nil })
		}),
		onStack(e, "palette", func(s *kit.Stack) {
			kit.Open(s, kit.NewPalette(e, actions()), func(kit.Action) tea.Cmd { return nil })
			kittest.Type(send(s), "ca")
		}),
		onStack(e, "form", func(s *kit.Stack) {
			openForm(e, s)
		}),
		onStack(e, "form-wrong", func(s *kit.Stack) {
			openForm(e, s)
			kittest.Press(send(s), "tab", "ctrl+u", "9", "9", "tab")
			kittest.Press(send(s), "ctrl+u")
			kittest.Type(send(s), "7:31")
			kittest.Press(send(s), "ctrl+s")
		}),
		onStack(e, "form-discard", func(s *kit.Stack) {
			openForm(e, s)
			kittest.Press(send(s), "x", "esc")
		}),
	}
}

func openForm(e *kit.Env, s *kit.Stack) *kit.Form {
	day, _ := model.NewDate(2026, 1, 12)
	lanes := kit.NewNumber("lanes", 12, 1, 40, words("lanes"))
	lanes.Hint = model.Say("kit.number.range.do", "low", 1, "high", 40)
	many := kit.NewMany("", places())
	many.Label = words("Blocks")
	note := kit.NewNote("note", "Let to the county on Thursdays.\nKeys with the range master; ring before seven.")
	site := kit.NewText("site", "Nogales")
	site.Fixed = words("Sessions are planned here already.")
	f := kit.NewForm(s, words("Range 1"),
		kit.NewHeading(words("The place")),
		kit.NewText("name", "Range 1"),
		site,
		lanes,
		kit.NewTime("open", 28, false),
		kit.NewLength("length", 6, 1, 40),
		kit.NewDate("from", day, day, false),
		kit.NewChoice("kind", 2, places()),
		kit.NewToggle("outdoor", true),
		kit.NewHeading(words("What it is for")),
		many,
		note,
	)
	kit.Open(s, f, func(*kit.Form) tea.Cmd { return nil })
	return f
}

func places() []kit.Option[int] {
	return []kit.Option[int]{
		{Value: 1, Label: "Range 1", Note: "12 lanes"},
		{Value: 2, Label: "Range 2", Note: "8 lanes"},
		{Value: 3, Label: "Shoot house", Off: model.Say("kit.discard")},
		{Value: 4, Label: "Tower", Note: "Yard"},
	}
}

func actions() []kit.Action {
	run := func() tea.Cmd { return nil }
	why := func() model.Message { return model.Say("kit.filter.none") }
	return []kit.Action{
		{ID: "kit.save", Keys: []string{"ctrl+s"}, Run: run, Rank: 1, Group: "a"},
		{ID: "kit.mark", Keys: []string{"space"}, Run: run, Why: why, Rank: 2, Group: "a"},
		{ID: "kit.next", Keys: []string{"tab", "down"}, Run: run, Rank: 3, Group: "b"},
		{ID: "kit.cancel", Keys: []string{"esc"}, Run: run, Rank: 4, Group: "b"},
		{ID: "kit.goahead", Keys: []string{"shift+up", "K"}, Run: run, Group: "b"},
		{ID: "kit.run", Keys: []string{"j"}, Run: run, Hidden: true},
	}
}

// people is a grid of n invented officers.
func people(e *kit.Env, n int) *kit.Grid[int] {
	names := []string{"Ávila Yáñez, Itzel", "Bojórquez Peña, Luis", "Cázares Ibáñez, Raúl", "Núñez Íñiguez, Sofía", "Zúñiga Ríos, Óscar"}
	g := kit.NewGrid[int](e,
		kit.Column{ID: "no", Title: "#", Min: 3, Right: true},
		kit.Column{ID: "name", Title: "Name", Min: 16, Grow: 3, Max: 40},
		kit.Column{ID: "rank", Title: "Rank", Min: 10, Grow: 1, Max: 18, Drop: 2},
		kit.Column{ID: "agency", Title: "Agency", Min: 12, Grow: 1, Drop: 1},
		kit.Column{ID: "papers", Title: "Papers", Min: 6, Drop: 4},
		kit.Column{ID: "vetting", Title: "Vetting", Min: 9, Drop: 3},
	)
	g.SetRows(kit.Rows[int]{Len: n, Key: func(i int) int { return i }, Cell: func(i, col int) kit.Cell {
		switch col {
		case 0:
			return kit.Cell{Text: fmt.Sprint(i + 1), Style: e.Theme.Muted}
		case 1:
			return kit.Cell{Text: names[i%5]}
		case 2:
			return kit.Cell{Text: "Policía Primero"}
		case 3:
			return kit.Cell{Text: "PESP Sonora"}
		case 4:
			return kit.Cell{Text: "● ● ○", Style: e.Theme.OK}
		}
		return kit.Cell{Text: "✓ Mar 27", Style: e.Theme.OK}
	}})
	return g
}

func TestGolden(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			for _, s := range scenes(kittest.Env(tag)) {
				t.Run(fmt.Sprintf("%s/%s-%dx%d", s.name, tag, size[0], size[1]), func(t *testing.T) {
					s.resize(size[0], size[1])
					golden.RequireEqual(t, kittest.Plain(size[0], size[1], s.draw)+"\n")
				})
			}
		}
	}
}

func TestEverySceneFitsEverySize(t *testing.T) {
	for _, s := range scenes(kittest.Env("es")) {
		t.Run(s.name, func(t *testing.T) { kittest.Fit(t, s.resize, s.draw) })
	}
}
