package ui

import (
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	tea "charm.land/bubbletea/v2"

	"muster/ui/kit/kittest"
)

// Whatever is pressed, nothing breaks: the screen fits, and what is shown is
// what is kept once everything is saved. MUSTER_MONKEY says how many keys.
func TestAnyKeys(t *testing.T) {
	n := 150
	if testing.Short() {
		n = 40
	}
	if v, err := strconv.Atoi(os.Getenv("MUSTER_MONKEY")); err == nil {
		n = v
	}
	keys := []string{
		"up", "down", "left", "right", "enter", "enter", "esc", "esc", "tab", "space", "home", "end", "pgdown", "delete",
		"ctrl+s", "ctrl+s", "ctrl+r", "ctrl+l", "u", "u", "1", "2", "3", "/", "?", ":", "shift+up", "shift+down", "backspace",
		"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "r", "s", "t", "v", "w", "x", "y", "z",
		"A", "B", "D", "G", "J", "K", "O", "P", "S", "X", "<", ">", "[", "]", "+", "-", "7", "é",
	}
	t.Chdir(t.TempDir()) // where exports go
	for seed := range uint64(2) {
		rnd := rand.New(rand.NewPCG(seed, 26))
		d := drive(t, newStore(t, true), []string{"en", "es"}[seed%2], 100, 30)
		for i := range n {
			k := keys[rnd.IntN(len(keys))]
			if k == "/" && !d.app.stack.Empty() {
				continue // no file is written elsewhere
			}
			d.press(k)
			if i%25 == 0 {
				d.send(tea.WindowSizeMsg{Width: 60 + rnd.IntN(140), Height: 18 + rnd.IntN(32)})
			}
			d.app.canvas.Clear(d.app.canvas.Bounds())
			d.app.draw(d.app.canvas)
			if fault := kittest.Misfit(d.app.canvas.String(), d.app.w, d.app.h); fault != "" {
				t.Fatalf("seed %d, key %d: %s", seed, i, fault)
			}
		}
		if err := d.app.Close(); err != nil {
			t.Fatal(err)
		}
		kept, err := d.app.store.Desk(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		shown := d.app.desk
		if kept.Staff.Len() != shown.Staff.Len() || kept.Sessions.Len() != shown.Sessions.Len() || kept.Cohorts.Len() != shown.Cohorts.Len() || kept.Places.Len() != shown.Places.Len() {
			t.Fatalf("seed %d: what is shown is not what is kept", seed)
		}
	}
}
