package names

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold reduces a text to what it is matched by: lower case, without accents,
// dots below, macrons, ayn and apostrophes; ñ is n, ø is o, ß is ss; Arabic
// alef, ya and ta marbuta have one form each, digits of any script are 0–9.
// Whatever is neither letter nor digit parts words: single spaces remain.
//
//	Fold("Muñoz-Ávila") == "munoz avila"
//	Fold("Al Qāhirah")  == "al qahirah"
//
// Folding twice changes nothing.
func Fold(s string) string {
	if folded(s) {
		return s
	}
	if !latin(s) {
		s = norm.NFKD.String(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	put := func(r rune) {
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			put(r)
		case 'A' <= r && r <= 'Z':
			put(r + 'a' - 'A')
		case r < utf8.RuneSelf && r != '\'' && r != '`':
			gap = true
		case r >= 0xC0 && r < 0x180:
			word := latinForms()[r-0xC0]
			if word == "" {
				gap = true
			}
			for _, r := range word {
				put(r)
			}
		case silent(r):
		default:
			r = unicode.ToLower(r)
			r = oneForm(r)
			switch {
			case unicode.Is(unicode.Nd, r):
				put('0' + digit(r))
			case unicode.IsLetter(r) || unicode.IsNumber(r):
				put(r)
			default:
				gap = true
			}
		}
	}
	return b.String()
}

// folded reports whether s already is in folded form and ASCII, the usual case
// in comparisons of stored keys; it saves the allocation.
func folded(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case c == ' ' && i > 0 && i < len(s)-1 && s[i-1] != ' ':
		default:
			return false
		}
	}
	return true
}

// silent are the marks that vanish inside a word: combining marks, the many
// apostrophes, ayn and hamza signs, tatweel and invisible characters.
func silent(r rune) bool {
	switch r {
	case '\'', '`', '´', '‘', '’', '‛', '′', 'ʻ', 'ʼ', 'ʽ', 'ʾ', 'ʿ', 'ˈ', 'ـ', 'ء':
		return true
	}
	return r >= utf8.RuneSelf && unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf)
}

// latin reports whether no letter lies beyond Latin Extended-A: for those the
// forms are in a table and nothing has to be taken apart.
func latin(s string) bool {
	for _, r := range s {
		if r >= 0x180 || r >= utf8.RuneSelf && r < 0xC0 || r == 'Ŀ' || r == 'ŀ' { // the two are letters with a dot of its own
			return false
		}
	}
	return true
}

// latinForms are the folded forms of U+00C0 to U+017F, "" for the two signs
// among them. They are derived from Unicode, but for the letters that have no
// parts.
var latinForms = sync.OnceValue(func() *[0x180 - 0xC0]string {
	own := map[rune]string{
		'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'ħ': "h", 'ı': "i", 'ŧ': "t", 'ŋ': "n", 'ĸ': "k", 'ŉ': "n",
	}
	var forms [0x180 - 0xC0]string
	for i := range forms {
		r := unicode.ToLower(rune(0xC0 + i))
		if form, ok := own[r]; ok {
			forms[i] = form
			continue
		}
		for _, part := range norm.NFKD.String(string(r)) {
			if part < utf8.RuneSelf && unicode.IsLetter(part) {
				forms[i] += string(unicode.ToLower(part))
			}
		}
	}
	return &forms
})

// oneForm are the Arabic and Persian letters that are written in several ways.
func oneForm(r rune) rune {
	switch r {
	case 'ٱ':
		return 'ا'
	case 'ى', 'ی':
		return 'ي'
	case 'ة', 'ە':
		return 'ه'
	case 'ک':
		return 'ك'
	}
	return r
}

// digit is the value of a decimal digit of any script: Unicode sets each run
// of ten in order, beginning at a zero.
func digit(r rune) rune {
	zero := r
	for r-zero < 9 && unicode.Is(unicode.Nd, zero-1) {
		zero--
	}
	switch {
	case r >= '٠' && r <= '٩':
		return r - '٠'
	case r >= '۰' && r <= '۹':
		return r - '۰'
	case r >= '0' && r <= '9':
		return r - '0'
	}
	return (r - zero) % 10
}

// Tokens are the words of the folded text.
func Tokens(s string) []string { return strings.Fields(Fold(s)) }

// Digits writes the decimal digits of any script as 0–9 and leaves the rest.
func Digits(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return strings.Map(func(r rune) rune {
				if r >= utf8.RuneSelf && unicode.Is(unicode.Nd, r) {
					return '0' + digit(r)
				}
				return r
			}, s)
		}
	}
	return s
}
