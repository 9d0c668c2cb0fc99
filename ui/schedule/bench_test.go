package schedule

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"muster/model"
	"muster/model/sample"
	"muster/ui/kit"
)

// busy is a desk with four cohorts planned: the two of the sample, each twice.
func busy() *model.Desk {
	d := load(sample.Make(today(), 1, 60))
	var open []*model.Cohort
	for _, c := range d.CohortsByDate() {
		if c.State != model.Closed {
			open = append(open, c)
		}
	}
	n := byte(0)
	var c model.Change
	for i, from := range open {
		to := *from
		to.ID = model.NewID(2, [10]byte{9: byte(i)})
		to.Code += "-B"
		to.First, to.Last = from.First.Days(28), from.Last.Days(28)
		c.Puts = append(c.Puts, model.Put{Record: &to})
		for _, s := range model.CopyPlan(from, d.SessionsOf(from.ID), &to, func() model.ID {
			n++
			return model.NewID(3, [10]byte{8: byte(i), 9: n})
		}) {
			c.Puts = append(c.Puts, model.Put{Record: s})
		}
	}
	return d.With(c, 2)
}

// A key to a new frame: Update and the whole canvas as the terminal gets it.
func BenchmarkKeyToFrame(b *testing.B) {
	desk := busy()
	for _, size := range [][2]int{{80, 21}, {120, 37}, {200, 47}} {
		for _, k := range []struct {
			name string
			lift bool
			keys []string
		}{
			{"walk", false, []string{"right", "down", "down", "left", "up"}},
			{"ghost", true, []string{"down", "right", "up", "left"}},
			{"lens", false, []string{"o"}},
			{"day", false, []string{"d", "o", "right", "down", "o", "w", "d"}},
			{"day-ghost", true, []string{"down", "right", "up", "left"}},
		} {
			b.Run(fmt.Sprintf("%dx%d/%s", size[0], size[1], k.name), func(b *testing.B) {
				f := newFake(desk, "en", kit.Dark)
				f.tab.Resize(size[0], size[1])
				if k.name == "day-ghost" {
					f.press("d", "o", "o")
				}
				if k.lift {
					f.press("m")
				}
				c := kit.NewCanvas(size[0], size[1])
				b.ReportAllocs()
				frames(b, f, c, size[0], size[1], k.keys...)
			})
		}
	}
}

// frames presses the keys in turn and reports the slowest frame but one in a
// hundred, in time of the processor: of a key, and of what the board finds out
// in the message after it.
func frames(b *testing.B, f *fake, c *kit.Canvas, w, h int, keys ...string) {
	b.Helper()
	clock := onCPU(b)
	draw := func() {
		c.Reset(w, h)
		f.tab.Draw(c)
		_ = c.String()
	}
	var took, after []time.Duration
	for i := 0; b.Loop(); i++ {
		began := clock()
		f.press(keys[i%len(keys)])
		draw()
		took = append(took, clock()-began)
		for cmd := f.tab.Pending(); cmd != nil; cmd = f.tab.Pending() {
			began = clock()
			f.tab.Update(cmd())
			draw()
			after = append(after, clock()-began)
		}
	}
	p99(b, took, "key-p99-µs")
	p99(b, after, "after-p99-µs")
}

func p99(b *testing.B, took []time.Duration, unit string) {
	if len(took) > 0 {
		slices.Sort(took)
		b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), unit)
	}
}

// An edit of a draft that has moved every session: worked into the draft, the
// rules followed, the frame.
func BenchmarkDraftEdit(b *testing.B) {
	f := newFake(busy(), "en", kit.Dark)
	f.tab.Resize(120, 37)
	v := model.Draft{ID: draftID, Cohort: f.cohort, Title: "All a quarter later"}
	for _, s := range f.tab.sessions {
		next := s.Clone()
		if next.Placed() {
			next.Start++
		}
		v.Sessions = append(v.Sessions, next)
	}
	f.Commit(model.Change{Puts: []model.Put{{Record: must(model.NewDraft(v))}}})
	f.tab.Open(model.Ref{Kind: model.KindDraft, ID: draftID})
	for _, c := range f.tab.cards {
		if len(f.tab.records(c.s)) == 0 && c.s.Off == nil {
			f.tab.Open(model.Ref{Kind: model.KindSession, ID: c.s.ID})
			break
		}
	}
	frames(b, f, kit.NewCanvas(120, 37), 120, 37, "J", "K")
}

// An edit with its clashes: one nudge to and fro, the rules included.
func BenchmarkEdit(b *testing.B) {
	f := newFake(busy(), "en", kit.Dark)
	f.tab.Resize(120, 37)
	frames(b, f, kit.NewCanvas(120, 37), 120, 37, "J", "K")
}

// The same on a card that clashes.
func BenchmarkEditOfClash(b *testing.B) {
	f := newFake(busy(), "en", kit.Dark)
	f.tab.Resize(120, 37)
	f.lacking(b)
	frames(b, f, kit.NewCanvas(120, 37), 120, 37, "J", "K")
}

// lacking takes everybody out of the card under the cursor.
func (f *fake) lacking(b *testing.B) {
	b.Helper()
	s := f.tab.own().Clone()
	s.Staff = nil
	f.Commit(model.Change{Puts: []model.Put{{Record: must(model.NewSession(s))}}})
	f.settle()
	if f.tab.whyNoFix().ID != "" || len(f.tab.mends.list) == 0 {
		b.Fatal("nothing is to be mended: this measures nothing")
	}
}

// The heavier acts: what would mend a card, and a whole course laid out.
func BenchmarkFixes(b *testing.B) {
	f := newFake(busy(), "en", kit.Dark)
	f.tab.Resize(120, 37)
	s := f.tab.own()
	for b.Loop() {
		f.tab.fixes(s, true)
	}
}

// What comes with the frame for a card that clashes: the frame, its fixes, the
// hours at which it could be.
func BenchmarkFrameOfClash(b *testing.B) {
	f := newFake(busy(), "en", kit.Dark)
	f.tab.Resize(120, 37)
	f.lacking(b)
	c := kit.NewCanvas(120, 37)
	for b.Loop() {
		f.tab.mends, f.tab.could = mending{}, nil
		f.tab.arrange()
		f.settle()
		c.Reset(120, 37)
		f.tab.Draw(c)
		_ = c.String()
	}
}

func BenchmarkLayOut(b *testing.B) {
	f := newFake(small(plainly), "en", kit.Dark)
	f.tab.Resize(120, 37)
	f.press("T", "enter", "down", "enter")
	desk, board := f.desk, f.board
	for b.Loop() {
		f.desk, f.board = desk, board
		f.tab.Changed()
		f.press("U")
	}
}
