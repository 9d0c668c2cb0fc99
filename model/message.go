package model

import (
	"fmt"
	"strings"
)

// A Message is a sentence still to be said: the id of an entry in the
// catalogues and what fills its placeholders. The model, the rules and the
// store speak in messages; only ui/lang turns one into words, so that every
// sentence exists once in each language.
//
// An Arg's value is a string, an int, a bool, a Date, a Quarter, a Span, an
// ID (named from the desk by whoever renders), a Text, a Message (said first,
// then filled in), or a slice of those (said as a list: "a, b and c").
type Message struct {
	ID   string
	Args []Arg
}

// An Arg fills the placeholder {Name} of a message.
type Arg struct {
	Name  string
	Value any
}

// Say makes a message from an id and name, value pairs:
//
//	model.Say("place.closed", "place", p.ID, "until", q)
//
// It panics when a value has no name: that is a mistake in the program.
func Say(id string, pairs ...any) Message {
	if len(pairs)%2 != 0 {
		panic("model: Say: a value without a name for " + id)
	}
	m := Message{ID: id}
	for i := 0; i < len(pairs); i += 2 {
		m.Args = append(m.Args, Arg{Name: pairs[i].(string), Value: pairs[i+1]})
	}
	return m
}

// IsZero reports whether there is nothing to say.
func (m Message) IsZero() bool { return m.ID == "" }

// String is the message for programmers, in no human language: the id and the
// names of its arguments, without their values, which may be personal.
func (m Message) String() string {
	if len(m.Args) == 0 {
		return m.ID
	}
	names := make([]string, len(m.Args))
	for i, a := range m.Args {
		names[i] = a.Name
	}
	return fmt.Sprintf("%s(%s)", m.ID, strings.Join(names, ","))
}

// A Problem is an error for the user: the field that is wrong, what is wrong
// with it, and what would be right (the catalogue entry ID+".do").
// Error gives only ids, so that a problem may be logged.
type Problem struct {
	Field string // the field's name as in the JSON of its record, or ""
	Message
}

func (p *Problem) Error() string {
	if p.Field == "" {
		return p.Message.String()
	}
	return p.Field + ": " + p.Message.String()
}

// Wrong makes a Problem. Each id has two catalogue entries: id (what is wrong)
// and id+".do" (what to do about it).
func Wrong(field, id string, pairs ...any) *Problem {
	return &Problem{Field: field, Message: Say(id, append([]any{"field", Say("field." + field)}, pairs...)...)}
}

// Problems is every fault of one record, in the order of its fields.
type Problems []*Problem

func (ps Problems) Error() string {
	s := make([]string, len(ps))
	for i, p := range ps {
		s[i] = p.Error()
	}
	return strings.Join(s, "; ")
}

// Unwrap lets errors.As find the first problem.
func (ps Problems) Unwrap() []error {
	errs := make([]error, len(ps))
	for i, p := range ps {
		errs[i] = p
	}
	return errs
}

// Err is nil when there are no problems.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}
