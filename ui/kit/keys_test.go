package kit_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

// A keyed dialog has more keys than its line, and ends by one of them.
type keyed struct {
	s       *kit.Stack
	pressed string
}

func (d *keyed) Title() string              { return "Keyed" }
func (d *keyed) Size(int, int) (w, h int)   { return 20, 3 }
func (d *keyed) Resize(int, int)            {}
func (d *keyed) Draw(*kit.Canvas)           {}
func (d *keyed) Cursor() (x, y int, b bool) { return 0, 0, false }
func (d *keyed) Result() string             { return d.pressed }

func (d *keyed) Actions() []kit.Action {
	return []kit.Action{
		{ID: "kit.cancel", Keys: []string{"esc"}, Rank: 1},
		{ID: "kit.next", Keys: []string{"n"}},
		{ID: "kit.goahead", Keys: []string{"enter"}},
		kit.KeysAction(2),
	}
}

func (d *keyed) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
	case kit.IsKeys(k):
		d.s.ListKeys()
	case kit.IsKey(k, "n"):
		d.pressed += "n"
	case kit.IsKey(k, "enter"):
		return kit.Done, nil
	}
	return kit.Stay, nil
}

func TestListedKeysArePressed(t *testing.T) {
	for _, ask := range []string{"?", "f1"} {
		e := kittest.Env("en")
		s := stack(e)
		d, got := &keyed{s: s}, "open"
		kit.Open(s, d, func(v string) tea.Cmd { got = v; return nil })
		kittest.Press(send(s), ask)
		if _, ok := s.Top().(*kit.Menu); !ok {
			t.Fatalf("%s lists nothing", ask)
		}
		kittest.Press(send(s), "enter", ask, "down", "enter")
		if got != "n" || !s.Empty() {
			t.Errorf("%s: the dialog heard %q and is still open: %v", ask, got, !s.Empty())
		}
	}
}
