package sheet

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
)

// An Encoding is how the letters of a text file are stored, by its usual name.
type Encoding string

// The encodings that are read.
const (
	UTF8        Encoding = "utf-8"
	UTF16LE     Encoding = "utf-16le"
	UTF16BE     Encoding = "utf-16be"
	Windows1252 Encoding = "windows-1252"
	MacRoman    Encoding = "macintosh"
	CP850       Encoding = "cp850"
	Windows1256 Encoding = "windows-1256"
)

// Encodings are those a user may choose, the likeliest first.
func Encodings() []Encoding {
	return []Encoding{UTF8, Windows1252, UTF16LE, UTF16BE, MacRoman, CP850, Windows1256}
}

func (e Encoding) decoder() encoding.Encoding {
	switch e {
	case Windows1252:
		return charmap.Windows1252
	case MacRoman:
		return charmap.Macintosh
	case CP850:
		return charmap.CodePage850
	case Windows1256:
		return charmap.Windows1256
	case UTF16LE:
		return utf.UTF16(utf.LittleEndian, utf.IgnoreBOM)
	case UTF16BE:
		return utf.UTF16(utf.BigEndian, utf.IgnoreBOM)
	}
	return nil
}

// Known reports whether the encoding is one that is read.
func (e Encoding) Known() bool { return e == UTF8 || e.decoder() != nil }

// sampleSize is how much of a file is looked at to find its encoding.
const sampleSize = 64 << 10

// findEncoding tells how a text is stored: by its mark, by the zeros of
// UTF-16, by being valid UTF-8, and else by which of the old encodings makes
// the most plausible text in the languages of the rosters. Only the last is a
// guess, and says so.
func findEncoding(data []byte) (e Encoding, sure bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		return UTF8, true
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return UTF16LE, true
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return UTF16BE, true
	}
	sample := data[:min(len(data), sampleSize)]
	if e := zeros(sample); e != "" {
		return e, true
	}
	if utf8.Valid(data) {
		return UTF8, true
	}
	return oldEncoding(sample)
}

// zeros finds UTF-16 without its mark: in such a text nearly every other byte
// is zero, or, in Arabic, commas and line ends are.
func zeros(sample []byte) Encoding {
	even, odd := 0, 0
	for i, b := range sample {
		switch {
		case b != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	switch n := len(sample) / 20; {
	case odd > n && even <= odd/20:
		return UTF16LE
	case even > n && odd <= even/20:
		return UTF16BE
	}
	return ""
}

// oldEncoding picks among the one-byte encodings.
func oldEncoding(sample []byte) (Encoding, bool) {
	best, second := -1<<30, -1<<30
	found := Windows1252
	for _, e := range []Encoding{Windows1252, MacRoman, CP850, Windows1256} {
		score := plausible(sample, e)
		if score > best {
			best, second, found = score, best, e
		} else if score > second {
			second = score
		}
	}
	return found, false
}

// plausible scores a reading of the bytes above ASCII: letters of Spanish,
// French and Portuguese beside other Latin letters count for it, Arabic
// letters beside Arabic ones too; strange letters, symbols inside words and
// capitals after small letters against it.
func plausible(sample []byte, e Encoding) int {
	table := e.decoder().(*charmap.Charmap)
	score := 0
	var before rune
	for i, b := range sample {
		r := table.DecodeByte(b)
		if b >= utf8.RuneSelf {
			after := rune(0)
			if i+1 < len(sample) {
				after = table.DecodeByte(sample[i+1])
			}
			score += weigh(before, r, after)
		}
		before = r
	}
	return score
}

func weigh(before, r, after rune) int {
	beside := unicode.IsLetter(before) || unicode.IsLetter(after)
	latin := latinLetter(before) || latinLetter(after)
	switch {
	case r == utf8.RuneError || unicode.IsControl(r):
		return -20
	case unicode.Is(unicode.Arabic, r):
		if latin || !unicode.Is(unicode.Arabic, before) && !unicode.Is(unicode.Arabic, after) {
			return -6
		}
		return 3
	case common(r):
		switch {
		case unicode.IsLower(before) && unicode.IsUpper(r):
			return -4
		case unicode.IsUpper(before) && unicode.IsLower(r) && unicode.IsUpper(after):
			return -4 // "MUñOZ"
		case !beside:
			return 0
		case latin && (before < utf8.RuneSelf || after < utf8.RuneSelf):
			return 4
		}
		return -1 // accented letters in a row
	case unicode.IsLetter(r):
		return -3
	case r == '\u00A0', r == '°', r == 'º', r == 'ª', r == '’', r == '–', r == '—', r == '“', r == '”', r == '«', r == '»', r == '¿', r == '¡':
		if unicode.IsLetter(before) && unicode.IsLetter(after) && r != '’' && r != '\u00A0' {
			return -4
		}
		return 1
	}
	return -4
}

func latinLetter(r rune) bool {
	return r < utf8.RuneSelf && unicode.IsLetter(r) || common(r)
}

// common are the accented letters of the languages the rosters are in.
func common(r rune) bool {
	switch r {
	case 'á', 'é', 'í', 'ó', 'ú', 'ü', 'ñ', 'Á', 'É', 'Í', 'Ó', 'Ú', 'Ü', 'Ñ',
		'à', 'â', 'ã', 'ç', 'è', 'ê', 'ë', 'î', 'ï', 'ô', 'õ', 'ù', 'û', 'ò', 'œ',
		'À', 'Â', 'Ã', 'Ç', 'È', 'Ê', 'Ë', 'Î', 'Ï', 'Ô', 'Õ', 'Ù', 'Û', 'Ò', 'Œ':
		return true
	}
	return false
}

// decode turns the file into UTF-8 without a mark.
func decode(data []byte, e Encoding) ([]byte, error) {
	if e == UTF8 {
		return bytes.ToValidUTF8(bytes.TrimPrefix(data, []byte{0xEF, 0xBB, 0xBF}), []byte("\uFFFD")), nil
	}
	out, err := e.decoder().NewDecoder().Bytes(data)
	if err != nil {
		return nil, wrong("encoding", "encoding", string(e))
	}
	return bytes.TrimPrefix(out, []byte("\uFEFF")), nil
}
