package kit

import (
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

func TestKnownWidthsAreTheTerminals(t *testing.T) {
	for r := rune(0x80); r < 0x20000; r++ {
		w := known(r)
		if w == 0 || !unicode.IsPrint(r) {
			continue
		}
		s := string(r)
		if ansi.StringWidth(s) != w || ansi.StringWidthWc(s) != w {
			t.Errorf("%U %s: known as %d, the terminal says %d and %d", r, s, w, ansi.StringWidth(s), ansi.StringWidthWc(s))
		}
		if joins(s) {
			t.Errorf("%U %s joins its neighbours", r, s)
		}
	}
}
