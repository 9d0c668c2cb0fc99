package lang

import (
	"fmt"
	"strings"

	"muster/model"
)

// A Printer says messages in one language. It is safe for use by several
// goroutines; copies made by With share the catalogues.
type Printer struct {
	tag     string
	own     *shelf
	english *shelf
	cal     calendar
	name    Namer
}

// A Namer gives the name of a record, for arguments that are ids. It is a
// lookup in what the screen already holds, and returns "" for an unknown id.
type Namer func(model.ID) string

// New makes the printer of a language. A tag such as "es-MX", "es_ES.UTF-8"
// or "es" gives Spanish; anything else gives English.
func New(tag string) *Printer {
	p := &Printer{tag: Pick(tag)}
	p.english = newShelf(English)
	p.own = p.english
	if p.tag != English {
		p.own = newShelf(p.tag)
	}
	p.cal = newCalendar(p.tag)
	return p
}

// Pick is the language of the catalogues that a locale asks for: "es" for
// "es_MX.UTF-8", English for what we do not speak, "C" and "".
func Pick(locale string) string {
	l := strings.ToLower(locale)
	if l == "es" || strings.HasPrefix(l, "es-") || strings.HasPrefix(l, "es_") || strings.HasPrefix(l, "es.") {
		return "es"
	}
	return English
}

// Tag is the language: "en" or "es".
func (p *Printer) Tag() string { return p.tag }

// With is the same printer naming records by name.
func (p *Printer) With(name Namer) *Printer {
	q := *p
	q.name = name
	return &q
}

// T is the text of id, with its placeholders filled from name, value pairs as
// in model.Say. A text that is in neither language is its id.
func (p *Printer) T(id string, pairs ...any) string {
	e, ok := p.find(id)
	if !ok {
		return id
	}
	if len(pairs) == 0 {
		return e.other
	}
	args := make([]model.Arg, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		name, ok := pairs[i].(string)
		if !ok {
			panic(fmt.Sprintf("lang: T(%q): argument %d is no name", id, i))
		}
		args = append(args, model.Arg{Name: name, Value: pairs[i+1]})
	}
	return p.fill(e, args)
}

// Has reports whether id has a text, in this language or in English.
func (p *Printer) Has(id string) bool {
	_, ok := p.find(id)
	return ok
}

// Say renders a message; the zero message is "".
func (p *Printer) Say(m model.Message) string {
	if m.IsZero() {
		return ""
	}
	e, ok := p.find(m.ID)
	if !ok {
		return m.ID
	}
	return p.fill(e, m.Args)
}

// Remedy says what to do about a problem: the entry id.do, or "" without one.
func (p *Printer) Remedy(m model.Message) string {
	e, ok := p.find(m.ID + ".do")
	if !ok {
		return ""
	}
	return p.fill(e, m.Args)
}

func (p *Printer) find(id string) (entry, bool) {
	if e, ok := p.own.find(id); ok {
		return e, true
	}
	if p.own == p.english {
		return entry{}, false
	}
	return p.english.find(id)
}

// fill puts the arguments in their places. A placeholder without an argument
// stays as it is, so that the fault shows.
func (p *Printer) fill(e entry, args []model.Arg) string {
	text := e.other
	if e.plural {
		text = e.form(count(args))
	}
	open := strings.IndexByte(text, '{')
	if open < 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + 16*len(args))
	for open >= 0 {
		b.WriteString(text[:open])
		text = text[open:]
		end := strings.IndexByte(text, '}')
		if end < 0 {
			break
		}
		if v, ok := lookup(args, text[1:end]); ok {
			b.WriteString(p.Value(v))
		} else {
			b.WriteString(text[:end+1])
		}
		text = text[end+1:]
		open = strings.IndexByte(text, '{')
	}
	b.WriteString(text)
	return b.String()
}

func lookup(args []model.Arg, name string) (any, bool) {
	for i := range args {
		if args[i].Name == name {
			return args[i].Value, true
		}
	}
	return nil, false
}

// count is the number that chooses a plural: the argument n.
func count(args []model.Arg) int {
	v, _ := lookup(args, "n")
	switch n := v.(type) {
	case int:
		return n
	case int32:
		return int(n)
	case int64:
		return int(n)
	}
	return 0
}
