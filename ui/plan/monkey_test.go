package plan

import (
	"context"
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/planner"
	"muster/ui/kit"
)

// Whatever is pressed, wherever, nothing breaks, and esc leads out.
func TestMonkey(t *testing.T) {
	keys := []string{
		"enter", "esc", "tab", "up", "down", "left", "right", "home", "end", "pgdown", "space", "/", "?", "<", ">", "backspace",
		"a", "c", "d", "e", "h", "l", "L", "m", "n", "r", "s", "t", "w", "x", "y", "+", "-", "1", "ctrl+s", "delete",
	}
	c := kit.NewCanvas(0, 0)
	for name, do := range scenes() {
		for seed := range uint64(3) {
			r := rand.New(rand.NewPCG(seed, 1))
			f := newFake(t, "es", course(plainly))
			do(f)
			var pressed []string
			for range 50 {
				k := keys[r.IntN(len(keys))]
				pressed = append(pressed, k)
				func() {
					defer func() {
						if p := recover(); p != nil {
							t.Fatalf("%s: after %v: %v", name, pressed, p)
						}
					}()
					w, h := 20+r.IntN(120), 5+r.IntN(40)
					f.stack.Resize(w, h)
					f.press(k)
					c.Reset(w, h)
					f.stack.Draw(c)
				}()
				if f.stack.Empty() {
					do(f)
				}
			}
			for range 12 {
				f.press("esc")
				if _, ok := f.stack.Top().(*kit.Confirm); ok {
					f.press("x") // yes, leave them
				}
				if form, ok := f.stack.Top().(*kit.Form); ok {
					f.stack.Drop(form) // it asks, and asks again
				}
			}
			if !f.stack.Empty() {
				t.Fatalf("%s: after %v esc does not lead out of %T", name, pressed, f.stack.Top())
			}
			if len(f.fails) > 0 {
				t.Fatalf("%s: after %v: %v", name, pressed, f.fails)
			}
		}
	}
}

// The mouse walks lists, and a second click does what enter does.
func TestMouse(t *testing.T) {
	f := english(t)
	f.stack.Resize(80, 24)
	scenes()["repair"](f)
	click := func(x, y int) {
		cmd, _ := f.stack.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
		f.do(cmd)
	}
	m := top[*mending](f)
	row := m.layout().grid.Y + 2 + 1 + 2 // frame, air, head, third row
	click(20, row)
	if i, _ := m.grid.Current(); i != 2 || f.stack.Top() != kit.Dialog(m) {
		t.Fatalf("row %d", i)
	}
	click(20, row)
	top[*moveList](f)
	f.press("esc", "esc")
	scenes()["menu"](f)
	for y := range 24 { // the head does nothing; the first row opens on its click
		if _, ok := f.stack.Top().(*letterMenu); ok {
			click(20, y)
		}
	}
	top[*making](f)
}

// The last word of a search is heard however fast it came, and a search that is
// ended ends.
func TestSearch(t *testing.T) {
	r, cmd := search(time.Minute, func(_ context.Context, show func(int)) (int, error) {
		for i := range 1000 {
			show(i)
		}
		return 1000, nil
	})
	batch := cmd().(tea.BatchMsg)
	batch[0]()
	w := batch[1]().(word[int])
	if w.of != r || !w.over || !w.some || w.best != 1000 {
		t.Errorf("%+v", w)
	}

	r, cmd = search(time.Minute, func(ctx context.Context, show func(int)) (int, error) {
		show(7)
		<-ctx.Done()
		return 0, errors.New("ended")
	})
	batch = cmd().(tea.BatchMsg)
	done := make(chan struct{})
	go func() { batch[0](); close(done) }()
	for {
		if w = batch[1]().(word[int]); w.some {
			break
		}
	}
	r.end()
	<-done
	if w = r.hear()().(word[int]); !w.over || w.err == nil || w.best != 7 {
		t.Errorf("%+v", w)
	}
	var none *run[int]
	none.end()
}

// A price asks nothing to be moved.
func TestPrice(t *testing.T) {
	var o planner.Options
	e := engine{make: func(_ context.Context, _ *model.Desk, got planner.Options, _ func(*planner.Result)) (*planner.Result, error) {
		o = got
		return &planner.Result{}, nil
	}}
	if _, err := e.price(context.Background(), nil, planner.Options{}); err != nil || o.Only == nil || len(o.Only) > 0 || !o.Keep {
		t.Errorf("%+v, %v", o, err)
	}
}

// The pages' own engine is that of package planner: what the fixture's plan
// costs as it is, and what its live fire takes.
func TestPlanners(t *testing.T) {
	f := english(t)
	o := options(f, []model.ID{mex})
	r, err := planners().price(t.Context(), f.desk, o)
	if err != nil || r.Placed != 5 || len(r.Sessions) != 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	list := planners().trade(f.desk, pistolB, o)
	if len(list) < 2 || list[0].Relays != 1 || !list[1].Now {
		t.Errorf("%+v", list)
	}
	if _, err := planners().price(t.Context(), f.desk, options(f, []model.ID{lanes})); err == nil || wrong(err).ID != "planner.no-cohort" {
		t.Error(err)
	}
}
