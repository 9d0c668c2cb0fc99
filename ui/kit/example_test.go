package kit_test

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

// A tab keeps a grid, gives it rows whenever the data change, and tells it its
// size; drawing is then a call.
func ExampleGrid() {
	e := kittest.Env("en")
	g := kit.NewGrid[string](e,
		kit.Column{ID: "place", Title: "Place", Min: 8, Grow: 1},
		kit.Column{ID: "lanes", Title: "Lanes", Min: 5, Right: true, Drop: 1})
	names, lanes := []string{"Range 1", "Tower"}, []string{"12", "–"}
	g.SetRows(kit.Rows[string]{
		Len: 2, Key: func(i int) string { return names[i] },
		Cell: func(i, col int) kit.Cell {
			if col == 0 {
				return kit.Cell{Text: names[i]}
			}
			return kit.Cell{Text: lanes[i], Style: e.Theme.Muted}
		},
	})
	g.Resize(24, 3)
	g.Update(kit.KeyMsg("down"))
	c := kit.NewCanvas(24, 3)
	g.Draw(c, true)
	fmt.Println(c.Plain())
	// Output:
	//   Place           Lanes
	//   Range 1            12
	// ▸ Tower               –
}

// A form is opened on the stack; its opener reads the fields when it is done.
func ExampleForm() {
	e := kittest.Env("en")
	s := kit.NewStack(e)
	s.Resize(80, 24)
	name := kit.NewText("name", "")
	open := kit.NewTime("open", 28, false)
	kit.Open(s, kit.NewForm(s, model.Say("kit.save"), name, open), func(*kit.Form) tea.Cmd {
		fmt.Println(name.Value(), "opens at", model.Clock(open.Value()))
		return nil
	})
	kittest.Type(func(m tea.Msg) { s.Update(m) }, "Range 2")
	kittest.Press(func(m tea.Msg) { s.Update(m) }, "tab", "ctrl+u", "6", "4", "5", "ctrl+s")
	// Output:
	// Range 2 opens at 06:45
}
