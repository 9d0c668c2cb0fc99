package model

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A checker collects what is wrong with one record while its constructor
// cleans it, so that a form can show every fault at once.
type checker struct {
	problems Problems
}

func (c *checker) wrong(field, id string, pairs ...any) {
	c.problems = append(c.problems, Wrong(field, id, pairs...))
}

// text cleans *s and bounds its length in characters.
func (c *checker) text(field string, s *string, limit int) {
	*s = Clean(*s)
	c.bound(field, *s, limit)
}

// must is text that may not be empty.
func (c *checker) must(field string, s *string, limit int) {
	c.text(field, s, limit)
	if *s == "" {
		c.wrong(field, "model.missing")
	}
}

func (c *checker) note(field string, s *string) {
	*s = CleanNote(*s)
	c.bound(field, *s, MaxNote)
}

func (c *checker) bound(field, s string, limit int) {
	if len(s) > limit && utf8.RuneCountInString(s) > limit {
		c.wrong(field, "model.too-long", "max", limit)
	}
}

func (c *checker) title(field string, t *Text) {
	c.text(field, &t.En, MaxName)
	c.text(field, &t.Es, MaxName)
	if t.IsZero() {
		c.wrong(field, "model.missing")
	}
}

func (c *checker) id(field string, id ID) {
	if id.IsZero() {
		c.wrong(field, "model.missing")
	}
}

func (c *checker) within(field string, n, low, high int) {
	if n < low || n > high {
		c.wrong(field, "model.out-of-range", "value", n, "min", low, "max", high)
	}
}

func (c *checker) span(field string, s Span) {
	if s.To <= s.From {
		c.wrong(field, "model.span-backwards")
	}
}

// oneOf refuses a word that is none of the allowed ones.
func oneOf[T ~string](c *checker, field string, v T, allowed []T) {
	if !slices.Contains(allowed, v) {
		c.wrong(field, "model.not-one-of", "value", echo(string(v)), "allowed", words(allowed))
	}
}

func words[T ~string](vs []T) []string {
	s := make([]string, 0, len(vs))
	for _, v := range vs {
		if v != "" {
			s = append(s, string(v))
		}
	}
	return s
}

// done returns the record, or the problems found.
func done[T any](v T, c *checker) (T, error) {
	if err := c.problems.Err(); err != nil {
		var none T
		return none, err
	}
	return v, nil
}

// none makes an empty list nil, so that a record has one form only.
func none[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	return s
}

// echo is a wrong value as an error may say it again: short, and nothing when
// it is no word or code but may be somebody's name or number.
func echo(s string) string {
	if s = Clean(s); len(s) > MaxShort || strings.ContainsAny(s, " @+.()") {
		return "…"
	}
	return s
}
