package kit_test

import (
	"fmt"
	"sync"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"muster/ui/kit"
	"muster/ui/kit/kittest"
)

// The renderer reads what the canvas prints back into cells of its own, by
// one of two ways of measuring. Both must find every cluster in the cell where
// it was painted, in its style.
func TestTheRendererSeesTheSameCells(t *testing.T) {
	th := kit.NewTheme(kit.Dark)
	styles := []kit.Style{th.Text, th.Muted, th.Clash, th.Selected, th.Kind('F').Reverse()}
	rapid.Check(t, func(t *rapid.T) {
		const w, h = 24, 3
		c := kit.NewCanvas(w, h)
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom(kittest.Hostile()), rapid.StringMatching(`[ñé訓a 🇲👩‍क्가가✈️\x{301}]*`))
		for range rapid.IntRange(1, 8).Draw(t, "n") {
			c.Text(rapid.IntRange(-3, w).Draw(t, "x"), rapid.IntRange(0, h-1).Draw(t, "y"),
				rapid.SampledFrom(styles).Draw(t, "style"), text.Draw(t, "s"))
		}
		for _, method := range []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} {
			buf := uv.NewScreenBuffer(w, h)
			buf.Method = method
			uv.NewStyledString(c.String()).Draw(buf, buf.Bounds())
			if fault := differs(c, buf); fault != "" {
				t.Fatalf("method %v: %s", method, fault)
			}
		}
	})
}

func differs(c *kit.Canvas, buf uv.ScreenBuffer) string {
	for y := range c.H() {
		for x := range c.W() {
			want, style := c.At(x, y)
			cell := buf.CellAt(x, y)
			if cell.Content != want {
				return fmt.Sprintf("at %d,%d the renderer has %q, painted was %q", x, y, cell.Content, want)
			}
			if want != "" && (cell.Style.Attrs&uv.AttrReverse != 0) != style.IsReverse() {
				return fmt.Sprintf("at %d,%d the style is another", x, y)
			}
		}
	}
	return ""
}

// Canvases of one program are drawn by one goroutine; this holds only what
// they share, the theme and the texts, to being read by several.
func TestPartsAreDrawnSideBySide(t *testing.T) {
	e := kittest.Env("es")
	want := kittest.Plain(80, 24, func(c *kit.Canvas) { g := people(e, 50); g.Resize(80, 24); g.Draw(c, true) })
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			g := people(e, 50)
			g.Resize(80, 24)
			if got := kittest.Plain(80, 24, func(c *kit.Canvas) { g.Draw(c, true) }); got != want {
				t.Error("drawn otherwise")
			}
		})
	}
	wg.Wait()
}
