package model

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Bounds of texts, in characters.
const (
	MaxName  = 80   // a name, a title, a rank
	MaxShort = 24   // a short form for a card
	MaxLine  = 200  // a line: an address, a reason
	MaxNote  = 4000 // a note
)

// Clean makes text from outside harmless: Unicode form C, no control,
// bidirectional or other invisible characters, white space run together and
// trimmed. Every constructor passes its texts through it, once.
func Clean(s string) string { return clean(s, false) }

// CleanNote is Clean for notes of several lines: line ends are kept.
func CleanNote(s string) string { return clean(s, true) }

func clean(s string, lines bool) string {
	if plain(s) {
		return s
	}
	s = norm.NFC.String(strings.ToValidUTF8(s, ""))
	var b strings.Builder
	b.Grow(len(s))
	space, newline := false, false
	for _, r := range s {
		switch {
		case lines && r == '\n':
			newline = true
		case unicode.IsSpace(r):
			space = true
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs) || r == utf8.RuneError || r == '\u034F':
		default:
			switch {
			case b.Len() == 0:
			case newline:
				b.WriteByte('\n')
			case space:
				b.WriteByte(' ')
			}
			space, newline = false, false
			b.WriteRune(r)
		}
	}
	// What was taken out may have kept two accents apart: their order is settled
	// once more.
	return norm.NFC.String(b.String())
}

// plain reports whether s is printable ASCII with single inner spaces, which
// needs no cleaning: the usual case, without an allocation.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c > '~' || (c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ')) {
			return false
		}
	}
	return true
}

// Text is a title in the languages of the program. One of them is enough.
type Text struct {
	En string `cbor:"1,keyasint,omitempty" json:"en,omitempty"`
	Es string `cbor:"2,keyasint,omitempty" json:"es,omitempty"`
}

// In is the text in the language ("en", "es"), or in the other one when it was
// written in only one.
func (t Text) In(lang string) string {
	if (lang == "es" || strings.HasPrefix(lang, "es-")) && t.Es != "" || t.En == "" {
		return t.Es
	}
	return t.En
}

// With is the text with what In(lang) gives replaced by s. A text that stands
// in one language only stays so.
func (t Text) With(lang, s string) Text {
	if lang == "es" {
		t.Es = s
		return t
	}
	t.En = s
	return t
}

// IsZero reports whether the text is empty in every language.
func (t Text) IsZero() bool { return t == Text{} }

// OneText is a text typed by the user in the language they were using; it
// serves for the other until somebody translates it.
func OneText(lang, s string) Text { return Text{}.With(lang, s) }
