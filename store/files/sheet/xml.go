package sheet

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	utf "golang.org/x/text/encoding/unicode"
)

// errXML means that a part of a workbook is no well-formed XML.
var errXML = errors.New("sheet: bad XML")

// maxTag bounds one tag with its attributes, in bytes.
const maxTag = 64 << 10

type token uint8

const (
	eof   token = iota
	start       // <name …> or <name …/>; the latter is followed by its end
	end         // </name>
	chars       // text, or CDATA
)

// A scanner walks through one part of a workbook. It knows just the XML that
// spreadsheets write: no entities but the five and numbers, no DTD. It exists
// because encoding/xml takes ten times as long on a sheet.
type scanner struct {
	r       *bufio.Reader
	name    []byte // of a start or end, without its prefix
	attrs   []byte // of a start, as written
	text    []byte // of chars, entities resolved
	limit   int    // bytes of one text; what goes beyond is dropped and long set
	long    bool
	pending bool // an end follows at once: <name/>
	depth   int
	tag     []byte
}

func newScanner(r io.Reader, limit int) *scanner {
	b := bufio.NewReaderSize(r, 64<<10)
	if mark, err := b.Peek(2); err == nil && (mark[0] == 0xFF && mark[1] == 0xFE || mark[0] == 0xFE && mark[1] == 0xFF) {
		b = bufio.NewReaderSize(utf.UTF16(utf.LittleEndian, utf.UseBOM).NewDecoder().Reader(b), 64<<10)
	}
	return &scanner{r: b, limit: limit}
}

// next moves to the next token. At the end of the part it returns eof and nil
// only when every element was closed.
func (s *scanner) next() (token, error) {
	if s.pending {
		s.pending = false
		s.depth--
		return end, nil
	}
	for {
		s.text, s.long = s.text[:0], false
		if err := s.until('<'); err != nil {
			if errors.Is(err, io.EOF) && s.depth == 0 {
				return eof, nil
			}
			return eof, torn(err)
		}
		if len(s.text) > 0 && s.depth > 0 {
			s.text = unescape(s.text)
			return chars, s.r.UnreadByte()
		}
		t, err := s.markup()
		if err != nil || t != eof {
			return t, err
		}
	}
}

// torn makes the end of a file in the middle of something an error of its own.
func torn(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// until reads text up to a byte, which it consumes.
func (s *scanner) until(c byte) error {
	for {
		part, err := s.r.ReadSlice(c)
		if err == nil {
			part = part[:len(part)-1]
		}
		if room := s.limit - len(s.text); len(part) > room {
			part, s.long = part[:max(room, 0)], true
		}
		s.text = append(s.text, part...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

// markup reads what follows a "<"; eof means that it was nothing of interest.
func (s *scanner) markup() (token, error) {
	c, err := s.r.ReadByte()
	if err != nil {
		return eof, torn(err)
	}
	switch c {
	case '?':
		return eof, s.skip("?>")
	case '!':
		if head, _ := s.r.Peek(7); string(head) == "[CDATA[" {
			return s.cdata()
		}
		if head, _ := s.r.Peek(2); string(head) == "--" {
			return eof, s.skip("-->")
		}
		return eof, errXML // a DTD: no spreadsheet writes one
	}
	if err := s.r.UnreadByte(); err != nil {
		return eof, err
	}
	return s.element()
}

// element reads a start or end tag; ">" inside quotes is part of a value.
func (s *scanner) element() (token, error) {
	s.tag = s.tag[:0]
	quote := byte(0)
	for {
		part, err := s.r.ReadSlice('>')
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return eof, torn(err)
		}
		for _, c := range part {
			switch {
			case quote == 0 && (c == '"' || c == '\''):
				quote = c
			case c == quote:
				quote = 0
			}
		}
		s.tag = append(s.tag, part...)
		if len(s.tag) > maxTag {
			return eof, errXML
		}
		if err == nil && quote == 0 {
			break
		}
	}
	tag := s.tag[:len(s.tag)-1]
	if len(tag) > 0 && tag[0] == '/' {
		s.name, s.attrs = local(bytes.TrimSpace(tag[1:])), nil
		if s.depth--; s.depth < 0 {
			return eof, errXML
		}
		return end, nil
	}
	s.depth++
	if len(tag) > 0 && tag[len(tag)-1] == '/' {
		s.pending = true
		tag = tag[:len(tag)-1]
	}
	i := bytes.IndexAny(tag, " \t\r\n")
	if i < 0 {
		i = len(tag)
	}
	if i == 0 {
		return eof, errXML
	}
	s.name, s.attrs = local(tag[:i]), tag[i:]
	return start, nil
}

// cdata reads a CDATA section as text.
func (s *scanner) cdata() (token, error) {
	if _, err := s.r.Discard(7); err != nil {
		return eof, torn(err)
	}
	for !bytes.HasSuffix(s.text, []byte("]]")) {
		s.text = append(s.text, '>')
		if len(s.text) == 1 {
			s.text = s.text[:0]
		}
		if err := s.until('>'); err != nil {
			return eof, torn(err)
		}
		if s.long {
			return eof, errXML
		}
	}
	s.text = s.text[:len(s.text)-2]
	return chars, nil
}

// skip reads past a closing mark.
func (s *scanner) skip(mark string) error {
	var tail []byte
	for {
		c, err := s.r.ReadByte()
		if err != nil {
			return torn(err)
		}
		tail = append(tail, c)
		if len(tail) > len(mark) {
			tail = tail[1:]
		}
		if string(tail) == mark {
			return nil
		}
	}
}

func local(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}

// is reports whether the token just read has the name.
func (s *scanner) is(name string) bool { return string(s.name) == name }

// attr is the value of an attribute of the start just read, by its local name.
func (s *scanner) attr(name string) (string, bool) {
	rest := s.attrs
	for {
		i := bytes.IndexByte(rest, '=')
		if i < 0 {
			return "", false
		}
		key := local(bytes.TrimSpace(rest[:i]))
		rest = bytes.TrimLeft(rest[i+1:], " \t\r\n")
		if len(rest) == 0 {
			return "", false
		}
		j := bytes.IndexByte(rest[1:], rest[0])
		if j < 0 {
			return "", false
		}
		if string(key) == name {
			return string(unescape(rest[1 : 1+j])), true
		}
		rest = rest[j+2:]
	}
}

// unescape resolves the five entities and numbered characters, in place.
func unescape(b []byte) []byte {
	if bytes.IndexByte(b, '&') < 0 {
		return b
	}
	var out []byte
	for {
		i := bytes.IndexByte(b, '&')
		if i < 0 {
			return append(out, b...)
		}
		out = append(out, b[:i]...)
		b = b[i:]
		j := bytes.IndexByte(b[:min(len(b), 12)], ';')
		if j < 0 {
			out, b = append(out, '&'), b[1:]
			continue
		}
		if r, ok := entity(string(b[1:j])); ok {
			out = append(out, string(r)...)
			b = b[j+1:]
		} else {
			out, b = append(out, '&'), b[1:]
		}
	}
}

func entity(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if digits, ok := strings.CutPrefix(name, "#"); ok {
		base := 10
		if digits, ok = strings.CutPrefix(strings.ToLower(digits), "x"); ok {
			base = 16
		}
		if n, err := strconv.ParseUint(digits, base, 21); err == nil {
			return rune(n), true
		}
	}
	return 0, false
}
