// Command shot turns a terminal screen, as tmux's capture-pane -e -p -N
// prints it, into a picture: SVG on standard output.
//
//	shot [-light] < screen.txt > screen.svg
package main

import (
	"bytes"
	"flag"
	"fmt"
	"html"
	"image/color"
	"io"
	"os"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

const (
	cellW, cellH = 8.4, 18.0
	margin       = 12.0
)

func main() {
	light := flag.Bool("light", false, "draw on a light ground")
	flag.Parse()
	in, err := io.ReadAll(os.Stdin)
	if err == nil {
		err = draw(os.Stdout, in, *light)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "shot:", err)
		os.Exit(1)
	}
}

// ground is the two colours a terminal supplies itself.
type ground struct{ fg, bg color.Color }

func draw(w io.Writer, screen []byte, light bool) error {
	g := ground{color.RGBA{0xd8, 0xde, 0xe9, 255}, color.RGBA{0x16, 0x19, 0x1f, 255}}
	if light {
		g = ground{color.RGBA{0x24, 0x29, 0x2e, 255}, color.RGBA{0xff, 0xff, 0xff, 255}}
	}
	text := strings.TrimRight(string(screen), "\n")
	lines := strings.Split(text, "\n")
	cols := 0
	for _, l := range lines {
		cols = max(cols, uv.NewStyledString(l).UnicodeWidth())
	}
	buf := uv.NewScreenBuffer(cols, len(lines))
	uv.NewStyledString(text).Draw(buf, buf.Bounds())

	var b bytes.Buffer
	width, height := float64(cols)*cellW+2*margin, float64(len(lines))*cellH+2*margin
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.1f %.1f" width="%.0f" height="%.0f" font-family="'JetBrains Mono','DejaVu Sans Mono',Menlo,Consolas,monospace" font-size="14" xml:space="preserve">`+"\n", width, height, width, height)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", hex(g.bg))
	for y := range len(lines) {
		row(&b, buf, y, cols, g)
	}
	b.WriteString("</svg>\n")
	_, err := w.Write(b.Bytes())
	return err
}

// row draws runs of cells that look alike.
func row(b *bytes.Buffer, buf uv.ScreenBuffer, y, cols int, g ground) {
	for x := 0; x < cols; {
		style, text, n := run(buf, x, y, cols)
		fg, bg := g.fg, color.Color(nil)
		if style.Fg != nil {
			fg = style.Fg
		}
		if style.Bg != nil {
			bg = style.Bg
		}
		if style.Attrs&uv.AttrReverse != 0 {
			if bg == nil {
				bg = g.bg
			}
			fg, bg = bg, fg
		}
		px, py := margin+float64(x)*cellW, margin+float64(y)*cellH
		if bg != nil {
			fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s"/>`, px, py, float64(n)*cellW+0.2, cellH+0.2, hex(bg))
		}
		// Renderers drop spaces at the ends of a text and would stretch the rest.
		lead := len(text) - len(strings.TrimLeft(text, " "))
		shown := strings.TrimSpace(text)
		width := n - lead - (len(text) - lead - len(strings.TrimRight(text[lead:], " ")))
		if shown != "" {
			extra := ""
			if style.Attrs&uv.AttrBold != 0 {
				extra += ` font-weight="bold"`
			}
			if style.Attrs&uv.AttrFaint != 0 {
				extra += ` opacity="0.6"`
			}
			if style.Underline != 0 {
				extra += ` text-decoration="underline"`
			}
			fmt.Fprintf(b, `<text x="%.1f" y="%.1f" textLength="%.1f" fill="%s"%s>%s</text>`, px+float64(lead)*cellW, py+13.5, float64(width)*cellW, hex(fg), extra, strings.ReplaceAll(html.EscapeString(shown), " ", "\u00a0"))
		}
		b.WriteString("\n")
		x += n
	}
}

func run(buf uv.ScreenBuffer, x, y, cols int) (style uv.Style, text string, n int) {
	var s strings.Builder
	for ; x+n < cols; n++ {
		c := buf.CellAt(x+n, y)
		if c == nil {
			c = &uv.Cell{Content: " ", Width: 1}
		}
		if n == 0 {
			style = c.Style
		} else if !c.Style.Equal(&style) && c.Width > 0 {
			break
		}
		if c.Content == "" && c.Width == 0 {
			continue
		}
		s.WriteString(c.Content)
	}
	return style, s.String(), n
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
