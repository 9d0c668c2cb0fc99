package sheet

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A program that took UTF-8 for Windows-1252 and stored the result as UTF-8
// turns ñ into Ã±. ungarbled undoes that where it can only have been that:
// every run of such letters must be UTF-8 once its bytes are put back.
// spoiled is true for a text that shows the traces but does not come back
// whole, as after characters were lost; it is returned as it is.
func ungarbled(s string) (out string, mended, spoiled bool) {
	if !traces(s) {
		return s, false, false
	}
	var b strings.Builder
	var raw []byte
	flush := func() bool {
		ok := utf8.Valid(raw)
		b.Write(raw)
		raw = raw[:0]
		return ok
	}
	for _, r := range s {
		if r < utf8.RuneSelf {
			if !flush() {
				return s, false, true
			}
			b.WriteRune(r)
			continue
		}
		c, ok := byteOf(r)
		if !ok {
			return s, false, true
		}
		raw = append(raw, c)
	}
	if !flush() {
		return s, false, true
	}
	return b.String(), true, false
}

// traces reports whether a letter that begins a garbled one stands before one
// that goes on with it: Ã before ±, Ù before …; no language writes them so.
func traces(s string) bool {
	var before rune
	for _, r := range s {
		if before != 0 {
			c, ok := byteOf(r)
			switch {
			case !ok || c < 0x80 || c > 0xBF:
			case before == 'â' && c != 0x80, before == 'Â' && c < 0xA0:
			default:
				return true
			}
		}
		before = 0
		switch {
		case r == 'Â', r == 'Ã', r == 'â', r == 'Ä', r == 'Å', r == 'Ø', r == 'Ù':
			before = r
		}
	}
	return false
}

// byteOf is the byte that Windows-1252 reads as r; the five bytes it has no
// letter for count as themselves.
func byteOf(r rune) (byte, bool) {
	if r >= 0x80 && r <= 0x9F {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}
