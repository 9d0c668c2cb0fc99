package score

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	"muster/ui/kit/kittest"
	"muster/ui/lang"
)

// scenes are the dialogs as they are met, each with what was typed before.
func scenes() map[string]func(testing.TB, *host) {
	return map[string]func(testing.TB, *host){
		"empty": func(t testing.TB, h *host) {
			s := h.night(t)
			h.unscored(s)
			Open(h, s.ID)
		},
		"range": func(t testing.TB, h *host) {
			s := h.where(t, func(s *model.Session) bool { return s.Block.Fire != nil && s.Block.Fire.Qualifies && !s.Block.Night })
			h.unscored(s)
			Open(h, s.ID)
			h.Type("9\t10\t9\t10\t10\t4\t8\t7\t10\t10\t8\t9\t9\t")
		},
		"attempts": func(t testing.TB, h *host) {
			s := h.night(t)
			h.unscored(s)
			Open(h, s.ID)
			h.Type("3\t1\t2")
			h.Press("!", "+")
			h.Type("10\t15\t15\t9")
		},
		"weapons": func(t testing.TB, h *host) {
			Open(h, h.night(t).ID)
			h.Press("end")
		},
		"rounds": func(t testing.TB, h *host) {
			Open(h, h.night(t).ID)
			h.Press("ctrl+t")
			h.Type("1600")
		},
		"search": func(t testing.TB, h *host) {
			s := h.search(t)
			h.unscored(s)
			Open(h, s.ID)
			h.Type("2\t135\tp\t1")
		},
		"house": func(t testing.TB, h *host) {
			s := h.where(t, func(s *model.Session) bool { return s.Block.Kind == model.KindBuildings })
			h.unscored(h.bare(s))
			Open(h, s.ID)
			h.Type("p\tf\tp\t")
		},
		"exam": func(t testing.TB, h *host) {
			s := h.where(t, func(s *model.Session) bool { return s.Block.Exam })
			h.unscored(s)
			Open(h, s.ID)
			h.Press("enter")
			h.Type("80\t79\t")
		},
		"which": func(t testing.TB, h *host) {
			s := h.where(t, func(s *model.Session) bool { return s.Block.Kind == model.KindFirearms && s.Block.Fire.Course.IsZero() })
			h.unscored(s)
			Open(h, s.ID)
		},
		"options": func(t testing.TB, h *host) {
			Open(h, h.night(t).ID)
			h.Press("ctrl+o")
		},
		"keys": func(t testing.TB, h *host) {
			Open(h, h.night(t).ID)
			h.Press("?")
		},
		"again": func(t testing.TB, h *host) {
			s := h.night(t)
			h.unscored(s)
			Open(h, s.ID)
			h.Type("1\t1\t1\t2\t2\t2\t")
			h.Press("esc")
		},
		"stations": func(t testing.TB, h *host) { Circuit(h, h.search(t).ID) },
		"stations-none": func(t testing.TB, h *host) {
			Circuit(h, h.bare(h.search(t)).ID)
		},
		"fires":  func(_ testing.TB, h *host) { FireCourses(h) },
		"stages": func(_ testing.TB, h *host) { FireCourses(h); h.Press("enter") },
	}
}

func TestScreens(t *testing.T) {
	for _, tag := range lang.Languages() {
		for name, open := range scenes() {
			h := inSample(t, tag, 0)
			h.Stack.Resize(80, 24)
			open(t, h)
			for _, size := range [][2]int{{80, 24}, {120, 40}} {
				t.Run(fmt.Sprintf("%s-%s-%dx%d", name, tag, size[0], size[1]), func(t *testing.T) {
					screen := h.Screen(size[0], size[1])
					golden.RequireEqual(t, screen)
					if strings.Contains(screen, "score.") || strings.Contains(screen, "field.") {
						t.Errorf("an id shows\n%s", screen)
					}
				})
			}
		}
	}
}

// Names, titles and lots as hostile as they come fit every size.
func TestFit(t *testing.T) {
	h := inSample(t, "es", 0)
	night, search := h.night(t), h.search(t)
	var c model.Change
	bad := kittest.Hostile()
	for i, seat := range h.running().Seats {
		p := *h.Desk().People.Get(seat.Person)
		p.Family = "x" + short(bad[i%len(bad)])
		if r, err := model.NewPerson(p); err == nil {
			c.Puts = append(c.Puts, h.Desk().Put(r))
		}
	}
	sheet := *h.Desk().Sheets.Get(night.ID)
	sheet.Rows = append([]model.Score{}, sheet.Rows...)
	for i := range sheet.Rows {
		sheet.Rows[i].Serial, sheet.Rows[i].Note = short(bad[i%len(bad)]), bad[i%len(bad)]
		sheet.Rows[i].Lot = short(bad[(i+1)%len(bad)])
	}
	if r, err := model.NewSheet(sheet); err == nil {
		c.Puts = append(c.Puts, h.Desk().Put(r))
	}
	for i, f := range []string{bad[2], bad[8], bad[12]} {
		if r, err := model.NewFireCourse(model.FireCourse{ID: model.ID{7, byte(i)}, Title: model.OneText("es", "x"+short(f)), Pass: 80, Stages: []model.FireStage{{Rounds: 9, Points: 1, Name: model.OneText("es", short(f))}}}); err == nil {
			c.Puts = append(c.Puts, model.Put{Record: r})
		}
	}
	v := *search
	circuit := *v.Circuit
	circuit.Stations = nil
	for i := range 9 {
		circuit.Stations = append(circuit.Stations, model.Post{Name: "x" + short(bad[i]), Where: bad[i]})
	}
	v.Circuit = &circuit
	if r, err := model.NewSession(v); err == nil {
		c.Puts = append(c.Puts, h.Desk().Put(r))
	}
	if len(c.Puts) < 25 {
		t.Fatalf("only %d hostile records", len(c.Puts))
	}
	h.Commit(c)
	for name, open := range map[string]func(){
		"results":  func() { Open(h, night.ID) },
		"rounds":   func() { Open(h, night.ID); h.Press("ctrl+t") },
		"stations": func() { Circuit(h, search.ID) },
		"fires":    func() { FireCourses(h) },
		"stages":   func() { FireCourses(h); h.Press("end", "enter") },
	} {
		h.afresh()
		open()
		t.Run(name, func(t *testing.T) {
			kittest.Fit(t, func(w, rows int) { h.Stack.Resize(w, rows) }, h.Stack.Draw)
		})
	}
}

func short(s string) string {
	r := []rune(strings.ToValidUTF8(s, ""))
	return string(r[:min(len(r), 70)])
}
