package alumni

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/lang"
)

func TestScreens(t *testing.T) {
	for _, tag := range lang.Languages() {
		h := newHost(t, tag, fixture())
		none := newHost(t, tag, nil)
		reading := newHost(t, tag, fixture())
		reading.index = nil
		reading.tab.Changed()
		for _, scene := range []struct {
			name string
			h    *host
			keys []string
		}{
			{"list", h, nil},
			{"found", h, []string{"h", "e", "r", "n", "a", "n", "d", "e", "s", "space", "v", "e"}},
			{"filters", h, []string{"s", "i", "n", "c", "e", ":", "2", "0", "2", "4", "space", "s", "k", "i", "l", "l", ":", "v", "e", "h", "right", "c", "o", "u"}},
			{"loosen", h, []string{"m", "a", "r", "i", "o", "space", "y", "e", "a", "r", ":", "2", "0", "1", "9"}},
			{"nobody", h, []string{"q", "w", "x", "y", "z"}},
			{"card", h, []string{"c", "o", "t", "a", "enter", "enter"}},
			{"shown", h, []string{"c", "o", "t", "a", "enter", "enter", "space", "down"}},
			{"warned", h, []string{"s", "o", "t", "o", "enter", "enter"}},
			{"mates", h, []string{"c", "o", "t", "a", "enter", "c", "down"}},
			{"log", h, []string{"c", "o", "t", "a", "enter", "l"}},
			{"filter", h, []string{"down", "f"}},
			{"queue", h, []string{"down", "Q"}},
			{"empty", none, nil},
			{"empty-queue", none, []string{"Q"}},
			{"reading", reading, nil},
		} {
			for _, size := range [][2]int{{80, 20}, {120, 36}, {200, 46}} {
				if size[0] == 200 && scene.name != "list" && scene.name != "card" && scene.name != "queue" {
					continue
				}
				t.Run(fmt.Sprintf("%s-%s-%dx%d", scene.name, tag, size[0], size[1]), func(t *testing.T) {
					scene.h.begin()
					scene.h.size(size[0], size[1])
					scene.h.press(scene.keys...)
					golden.RequireEqual(t, scene.h.screen())
				})
			}
		}
	}
}

// begin is the tab as it is when the program has started.
func (h *host) begin() {
	h.stack.CloseAll()
	h.tab = New(h)
	h.tab.files.pause = 0
}

// scenes walks through every view, for tests of all of them.
func scenes(h *host, f func(name string)) {
	f("line")
	h.press("enter")
	f("list")
	h.press("space", "/")
	h.typed("since:2020 a")
	h.press("enter")
	f("marked and filtered")
	h.press("esc", "esc", "enter")
	f("card")
	h.press("space")
	f("card shown")
	h.press("c")
	f("classmates")
	h.press("/", "a", "enter")
	f("classmates filtered")
	h.press("esc", "esc", "esc", "Q")
	f("queue")
	h.press("/", "a", "enter")
	f("queue filtered")
	h.press("esc")
}

func TestActionsHaveWords(t *testing.T) {
	roots := []string{"u", "ctrl+r", "ctrl+l", "?", "ctrl+p", ":", "tab", "shift+tab", "q", "ctrl+c", "ctrl+g", "ctrl+e", "1", "2", "3", "4", "5", "6", "7", "8", "9"}
	for _, tag := range lang.Languages() {
		h := newHost(t, tag, fixture())
		h.size(80, 20)
		scenes(h, func(name string) {
			acts := h.tab.Actions()
			if c := kit.Collisions(acts); len(c) > 0 {
				t.Errorf("%s: %v", name, c)
			}
			for _, a := range acts {
				if !h.env.Lang.Has("action."+a.ID) || a.Label(h.env) != h.env.T("action."+a.ID) {
					t.Errorf("%s: the label of %s is %q", tag, a.ID, a.Label(h.env))
				}
				for _, k := range a.Keys {
					if slices.Contains(roots, k) {
						t.Errorf("%s: %s takes the program's key %s", name, a.ID, k)
					}
				}
			}
		})
	}
}

// What is put together from a prefix and a value has an entry for each value.
func TestIDsAreInTheCatalogue(t *testing.T) {
	p := lang.New("es")
	need := func(id string) {
		if !p.Has(id) {
			t.Errorf("no %s", id)
		}
	}
	for _, s := range model.Skills {
		need("alumni.letter." + string(s))
		need("alumni.skill." + string(s))
	}
	for _, s := range model.Standings[1:] {
		need("alumni.note." + string(s))
		need("alumni.standing." + string(s))
		if s.Closed() {
			need("alumni.mark." + string(s))
			need("alumni.warn." + string(s))
		}
	}
	for _, k := range kinds {
		need("alumni.typed." + k)
	}
	for _, c := range append(slices.Clone(fileColumns), wayColumns...) {
		if !p.Has("alumni.export." + string(c)) {
			need("export." + string(c))
		}
	}
}

// hostile is a database of people with names as hostile as they come.
func hostile() []model.Record {
	out := fixture()
	cut := func(s string, n int) string {
		r := []rune(strings.ToValidUTF8(s, ""))
		return string(r[:min(len(r), n)])
	}
	for i, s := range kittest.Hostile() {
		id := num(model.KindPerson, 100+i)
		p, err := model.NewPerson(model.Person{
			ID: id, Family: "x" + cut(s, 70), Given: cut(s, 70), Native: cut(s, 70), Called: cut(s, 70), Rank: cut(s, 70), Note: s, Phone: cut(s, 70),
			Agency: num(model.KindAgency, 1+i%5), Ways: []model.Way{{Channel: model.Signal, Handle: "x" + cut(s, 70)}},
		})
		if err != nil {
			continue
		}
		out = append(out, p)
		c, err := model.NewContact(model.Contact{
			ID: num(model.KindContact, 100+i), Person: id, At: day(2025, 12, 1).Minute(600), Channel: model.Mail, About: s,
			By: cut(s, 70), Next: "x" + cut(s, 150), Due: day(2026, 1, 1),
		})
		if err == nil {
			out = append(out, c)
		}
	}
	return out
}

func TestFit(t *testing.T) {
	for _, tag := range lang.Languages() {
		h := newHost(t, tag, hostile())
		if h.index.Len() < 20 {
			t.Fatalf("only %d people", h.index.Len())
		}
		draw := func(c *kit.Canvas) { h.tab.Draw(c) }
		n := 0
		scenes(h, func(string) {
			n++
			if tag != "es" && n > 2 || testing.Short() && n%3 != 0 {
				return
			}
			kittest.Fit(t, h.tab.Resize, draw)
			h.size(120, 36)
		})
		for i := range kittest.Hostile() {
			id := num(model.KindPerson, 100+i)
			if h.tab.entry(id) == nil {
				continue
			}
			h.tab.Open(model.Ref{Kind: model.KindPerson, ID: id})
			h.press("space")
			for _, size := range [][2]int{{1, 1}, {7, 3}, {60, 14}, {80, 20}, {120, 36}} {
				h.size(size[0], size[1])
				c := kit.NewCanvas(size[0], size[1])
				h.tab.Draw(c)
				if fault := kittest.Misfit(c.String(), size[0], size[1]); fault != "" {
					t.Fatalf("the card of %d at %v: %s", i, size, fault)
				}
			}
			h.size(120, 36)
		}
	}
}
