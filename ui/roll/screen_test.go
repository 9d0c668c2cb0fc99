package roll

import (
	"fmt"
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
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			h := missing(t, tag)
			h.Clock = h.Clock.Add(25 * 60e9)
			Open(h, pistol)
			h.Press("l", "e", "1", "n")
			h.Type("tos")
			h.Press("enter", "3")
			see := func(name string) {
				t.Run(fmt.Sprintf("%s-%s-%dx%d", name, tag, size[0], size[1]), func(t *testing.T) {
					golden.RequireEqual(t, h.Screen(size[0], size[1]))
				})
			}
			see("call-marked")
			h.Press("esc")
			dialogs(t, h, see)
			Calls(h, pistol, officer(3))
			h.Press("enter", "ctrl+s", "down", "enter", "right", "ctrl+s", "up")
			see("calls-made")
			h.Press("s")
			see("callees")
			h.Stack.CloseAll()
			Card(h, officer(1))
			see("card-bare")
			h.Stack.CloseAll()
			h.Clock = h.Clock.Add(12 * 3600e9)
			Open(h, ride)
			see("call-ride")
			h.Stack.CloseAll()
			CallOff(h, ride)
			see("off")
			h.Stack.CloseAll()
		}
	}
}

// Nothing breaks a screen at any size, whatever people are called.
func TestFit(t *testing.T) {
	h := missing(t, "es")
	var c model.Change
	cut := func(s string, n int) string {
		r := []rune(strings.ToValidUTF8(s, ""))
		return string(r[:min(len(r), n)])
	}
	for i, s := range kittest.Hostile() {
		p := *h.Desk().People.Get(officer(i%12 + 1))
		p.Family, p.Given, p.Rank = "x"+cut(s, 70), cut(s, 70), cut(s, 70)
		p.Emergency = model.Emergency{Name: cut(s, 70), Phone: cut(s, 70), Relation: cut(s, 70), Blood: "AB-", Allergies: cut(s, 190), Medical: cut(s, 190)}
		rec, err := model.NewPerson(p)
		if err != nil {
			continue
		}
		c.Puts = append(c.Puts, model.Put{Record: rec})
	}
	h.Set(h.Desk().With(c, 9))
	h.Clock = h.Clock.Add(3 * 60e9)
	Open(h, pistol)
	h.Press("1", "m", "n")
	h.Type("訓練 👩‍👩‍👧‍👦 nota larga")
	h.Press("enter", "esc")
	dialogs(t, h, func(name string) {
		t.Run(name, func(t *testing.T) {
			kittest.Fit(t, h.Stack.Resize, h.Stack.Draw)
		})
	})
}

// A thousand names are one roll too.
func TestThousand(t *testing.T) {
	h := newHost(t, "en", 1000)
	Open(h, opening)
	h.Press("a", "9", "9", "9")
	if s := h.Screen(120, 40); !strings.Contains(s, "999") || !strings.Contains(s, "1000 present") {
		t.Fatal(s)
	}
	h.Press("esc")
	if n := len(h.roll(opening).Marks); n != 1000 {
		t.Fatalf("%d marks", n)
	}
}

// BenchmarkKeyToFrame is one key and the frame that answers it. Budget: p99
// under 2 ms at 120x40.
func BenchmarkKeyToFrame(b *testing.B) {
	for _, n := range []int{30, 1000} {
		for name, open := range map[string]func(h *host){
			"call": func(h *host) { Open(h, opening) },
			"card": func(h *host) { Card(h, officer(3)) },
			"find": func(h *host) { FindCard(h) },
		} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				h := newHost(b, "en", n)
				c := kit.NewCanvas(120, 40)
				h.Stack.Resize(120, 40)
				open(h)
				b.ReportAllocs()
				i := 0
				for b.Loop() {
					h.Press([]string{"l", "backspace"}[i%2])
					c.Clear(c.Bounds())
					h.Stack.Draw(c)
					_ = c.String()
					i++
				}
			})
		}
	}
}
