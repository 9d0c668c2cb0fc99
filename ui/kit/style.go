package kit

import (
	"image/color"
	"strconv"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// A Style is how a cell looks, small enough to sit in each cell and to be
// compared. The zero Style is the terminal's own text on its own background.
type Style struct {
	fg, bg ink
	attr   attr
}

// ink is a colour: 0 is the terminal's default.
type ink uint32

const (
	inkRGB   ink = 1 << 24
	inkIndex ink = 2 << 24
)

type attr uint8

const (
	bold attr = 1 << iota
	faint
	italic
	underline
	reverse
	strike
)

// StyleOf takes over the colours and attributes of a lipgloss style; its
// borders, padding and sizes mean nothing to a cell.
func StyleOf(s lipgloss.Style) Style {
	st := Style{fg: inkOf(s.GetForeground()), bg: inkOf(s.GetBackground())}
	for _, a := range []struct {
		on  bool
		bit attr
	}{
		{s.GetBold(), bold},
		{s.GetFaint(), faint},
		{s.GetItalic(), italic},
		{s.GetUnderline(), underline},
		{s.GetReverse(), reverse},
		{s.GetStrikethrough(), strike},
	} {
		if a.on {
			st.attr |= a.bit
		}
	}
	return st
}

func inkOf(c color.Color) ink {
	switch c := c.(type) {
	case nil, lipgloss.NoColor:
		return 0
	case ansi.BasicColor:
		return inkIndex | ink(c)
	case ansi.IndexedColor:
		return inkIndex | ink(c)
	}
	r, g, b, _ := c.RGBA()
	return inkRGB | ink(r>>8)<<16 | ink(g>>8)<<8 | ink(b>>8)
}

// Bold, Faint, Underline, Reverse and Strike are the style with one attribute
// more.
func (s Style) Bold() Style      { s.attr |= bold; return s }
func (s Style) Faint() Style     { s.attr |= faint; return s }
func (s Style) Underline() Style { s.attr |= underline; return s }
func (s Style) Reverse() Style   { s.attr |= reverse; return s }
func (s Style) Strike() Style    { s.attr |= strike; return s }

// Plain is the style without its colours: for text on a reversed row, where a
// hue would become the background of single words.
func (s Style) Plain() Style { return Style{attr: s.attr} }

// Over lays a style on another: its colours where it has any, the attributes
// of both.
func (s Style) Over(under Style) Style {
	under.attr |= s.attr
	if s.fg != 0 {
		under.fg = s.fg
	}
	if s.bg != 0 {
		under.bg = s.bg
	}
	return under
}

// IsReverse, IsBold and IsFaint let tests ask how a cell looks.
func (s Style) IsReverse() bool { return s.attr&reverse != 0 }
func (s Style) IsBold() bool    { return s.attr&bold != 0 }
func (s Style) IsFaint() bool   { return s.attr&faint != 0 }

// appendSGR writes the sequence that changes the pen from any style to s.
func (s Style) appendSGR(b []byte) []byte {
	b = append(b, "\x1b["...)
	if s == (Style{}) {
		return append(b, 'm')
	}
	b = append(b, '0')
	for i, code := range [...]byte{'1', '2', '3', '4', '7', '9'} {
		if s.attr&(1<<i) != 0 {
			b = append(b, ';', code)
		}
	}
	b = s.fg.append(b, 38)
	b = s.bg.append(b, 48)
	return append(b, 'm')
}

func (c ink) append(b []byte, base int64) []byte {
	if c == 0 {
		return b
	}
	if c&inkIndex != 0 {
		n := int64(c & 0xff)
		b = append(b, ';')
		switch {
		case n < 8:
			return strconv.AppendInt(b, base-8+n, 10)
		case n < 16:
			return strconv.AppendInt(b, base+52+n-8, 10)
		}
		b = strconv.AppendInt(b, base, 10)
		b = append(b, ";5;"...)
		return strconv.AppendInt(b, n, 10)
	}
	b = append(b, ';')
	b = strconv.AppendInt(b, base, 10)
	b = append(b, ";2;"...)
	b = strconv.AppendInt(b, int64(c>>16&0xff), 10)
	b = append(b, ';')
	b = strconv.AppendInt(b, int64(c>>8&0xff), 10)
	b = append(b, ';')
	return strconv.AppendInt(b, int64(c&0xff), 10)
}
