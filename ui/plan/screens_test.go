package plan

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"muster/model"
	"muster/model/planner"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/lang"
)

// planned are the pages over the fake, with a session under the cursor.
func planned(f *fake, a *answers, on model.ID) pages {
	if a.price == nil {
		a.price = present
	}
	return pages{h: f, board: Board{Session: func() *model.Session { return f.session(on) }}, eng: a.engine()}
}

// begun is the page of a search that goes on; what it hears is up to the
// test.
func begun(f *fake, a *answers) *making {
	planned(f, a, night).makePlan()
	return top[*making](f)
}

// hear has the page hear of a better plan.
func hear(f *fake, m *making, r *planner.Result) {
	f.stack.Update(word[*planner.Result]{of: m.run, best: r, some: true})
}

// A scene is a state of a page that is held in a picture.
type scene func(f *fake)

func scenes() map[string]scene {
	return map[string]scene{
		"menu": func(f *fake) { f.do(planned(f, &answers{}, pistolB).menu()) },
		"make": func(f *fake) {
			m := begun(f, &answers{})
			for _, r := range plans(f.desk) {
				f.at(2300 * time.Millisecond)
				hear(f, m, r)
			}
		},
		"make-part": func(f *fake) {
			p := planned(f, &answers{plans: plans(f.desk)[:1]}, night)
			f.do(p.makePlan())
			f.press("n")
		},
		"make-error": func(f *fake) {
			f.do(planned(f, &answers{err: model.Wrong("cohort", "model.missing")}, night).makePlan())
		},
		"make-moves":  func(f *fake) { scenes()["make"](f); f.press("d", "down") },
		"repair":      func(f *fake) { f.do(planned(f, &answers{offers: offers(f.desk)}, night).repair(nil)) },
		"repair-part": func(f *fake) { scenes()["repair"](f); f.press("end") },
		"repair-full": func(f *fake) { scenes()["repair"](f); f.press("down", "down", "enter") },
		"repair-none": func(f *fake) { f.do(planned(f, &answers{}, night).repair(nil)) },
		"storm":       func(f *fake) { f.do(planned(f, &answers{}, night).storm(nil)) },
		"why-block":   func(f *fake) { f.do(planned(f, &answers{why: no()}, night).why(searchA, date(12).At(32))) },
		"why-plan": func(f *fake) {
			f.do(planned(f, &answers{why: no()}, night).why(model.ID{}, 0))
			f.press("down", "down", "down")
		},
		"why-open": func(f *fake) {
			f.do(planned(f, &answers{why: planner.Explanation{Verdict: planner.NotProved}}, night).why(model.ID{}, 0))
		},
		"loosen": func(f *fake) { scenes()["why-plan"](f); f.press("enter") },
		"drafts": func(f *fake) { drafted(f); f.do(planned(f, &answers{}, night).drafts()) },
		"drafts-none": func(f *fake) {
			f.do(planned(f, &answers{}, night).drafts())
		},
		"compare": func(f *fake) { scenes()["drafts"](f); f.press("c") },
		"wishes":  func(f *fake) { f.do(planned(f, &answers{}, night).wishes()); f.press("right", "right", "down") },
		"relays":  func(f *fake) { f.do(planned(f, &answers{ways: ways()}, pistolB).relays()); f.press("down") },
	}
}

// drafted has two drafts: one changes three sessions, one nothing.
func drafted(f *fake) {
	v := model.Draft{ID: num(model.KindDraft, 1), Cohort: mex, Title: "Rain on Friday"}
	v = v.With(f.desk, model.Change{Puts: []model.Put{
		{Record: with(f.desk, searchA, func(s *model.Session) { s.Start = date(16).At(32) })},
		{Record: with(f.desk, lanes, func(s *model.Session) { s.Start = date(14).At(44) })},
		{Record: with(f.desk, searchB, func(s *model.Session) { s.Staff[0].Staff = ortega })},
	}})
	w := model.Draft{ID: num(model.KindDraft, 2), Cohort: mex, Title: "Two ranges"}
	f.set(f.desk.With(model.Change{Puts: []model.Put{{Record: must(model.NewDraft(v))}, {Record: must(model.NewDraft(w))}}}, f.desk.Rev+1))
}

func TestScreens(t *testing.T) {
	for _, tag := range lang.Languages() {
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			for name, do := range scenes() {
				t.Run(fmt.Sprintf("%s-%s-%dx%d", name, tag, size[0], size[1]), func(t *testing.T) {
					f := newFake(t, tag, course(plainly))
					f.stack.Resize(size[0], size[1])
					do(f)
					golden.RequireEqual(t, []byte(f.screen(size[0], size[1])))
				})
			}
		}
	}
}

// Nothing comes out wider or taller than asked, whatever the records say.
func TestFit(t *testing.T) {
	for name, do := range scenes() {
		words, i := kittest.Hostile(), 0
		f := newFake(t, "es", course(func(s string) string {
			i++
			h := []rune(model.Clean(words[i%len(words)]))
			if text := strings.TrimSpace(string(h[:min(len(h), 20)])); text != "" {
				return text
			}
			return s
		}))
		do(f)
		if name == "make" {
			kittest.Fit(t, f.stack.Resize, f.stack.Draw)
			continue
		}
		for _, w := range []int{1, 7, 23, 24, 40, 79, 80, 107, 120, 200} {
			for _, h := range []int{1, 2, 5, 8, 13, 14, 24, 40} {
				f.stack.Resize(w, h)
				c := kit.NewCanvas(w, h)
				f.stack.Draw(c)
				if fault := kittest.Misfit(c.String(), w, h); fault != "" {
					t.Fatalf("%s at %d×%d: %s", name, w, h, fault)
				}
			}
		}
	}
}

// Every key has its words in both languages, no two share one, and what can do
// nothing says why.
func TestActions(t *testing.T) {
	for _, tag := range lang.Languages() {
		env := kittest.Env(tag)
		for name, do := range scenes() {
			f := newFake(t, tag, course(plainly))
			do(f)
			acts := f.stack.Top().Actions()
			if same := kit.Collisions(acts); len(same) > 0 {
				t.Errorf("%s: %v", name, same)
			}
			for _, a := range acts {
				if !env.Lang.Has("action."+a.ID) && !env.Lang.Has(a.ID) {
					t.Errorf("%s: no text for %s", name, a.ID)
				}
				if why := a.Blocked(); !why.IsZero() && !env.Lang.Has(why.ID) {
					t.Errorf("%s: no reason %q", name, why.ID)
				}
			}
		}
		f := newFake(t, tag, course(plainly))
		acts := Actions(f, Board{})
		for _, a := range acts {
			for _, id := range []string{"action." + a.ID, "action." + a.ID + ".hint", "action.group." + a.Group} {
				if !env.Lang.Has(id) {
					t.Errorf("no text %q", id)
				}
			}
			if why := a.Blocked(); !why.IsZero() && !env.Lang.Has(why.ID) {
				t.Errorf("%s: no reason %q", a.ID, why.ID)
			}
		}
		if same := kit.Collisions(acts); len(same) > 0 || len(acts[0].Keys) != 1 || acts[0].Keys[0] != "p" {
			t.Error(same, acts[0].Keys)
		}
	}
}

func BenchmarkKeyToFrame(b *testing.B) {
	f := newFake(b, "en", course(plainly))
	f.stack.Resize(120, 40)
	scenes()["repair"](f)
	c := kit.NewCanvas(120, 40)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		f.stack.Update(kit.KeyMsg([]string{"down", "up"}[i%2]))
		c.Reset(120, 40)
		f.stack.Draw(c)
		_ = c.String()
	}
}
