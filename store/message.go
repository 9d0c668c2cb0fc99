package store

import (
	"fmt"
	"reflect"

	"muster/model"
)

// Types of an argument, as stored.
const (
	argText    = 1 // string
	argInt     = 2
	argBool    = 3
	argDate    = 4
	argQuarter = 5
	argSpan    = 6
	argID      = 7
	argTitle   = 8 // model.Text
	argMessage = 9
	argList    = 10 // of arguments without names
)

// pack turns a message into its stored form. It refuses a value that is none
// of those model.Message allows.
func pack(m model.Message) (message, error) {
	out := message{ID: m.ID}
	for _, a := range m.Args {
		p, err := packValue(a.Value)
		if err != nil {
			return message{}, fmt.Errorf("%w: argument %s of %s", err, a.Name, m.ID)
		}
		p.Name = a.Name
		out.Args = append(out.Args, p)
	}
	return out, nil
}

func packValue(v any) (argument, error) {
	switch v := v.(type) {
	case string:
		return argument{Type: argText, Value: encode(v)}, nil
	case int:
		return argument{Type: argInt, Value: encode(v)}, nil
	case bool:
		return argument{Type: argBool, Value: encode(v)}, nil
	case model.Date:
		return argument{Type: argDate, Value: encode(v)}, nil
	case model.Quarter:
		return argument{Type: argQuarter, Value: encode(v)}, nil
	case model.Span:
		return argument{Type: argSpan, Value: encode(v)}, nil
	case model.ID:
		return argument{Type: argID, Value: encode(v)}, nil
	case model.Text:
		return argument{Type: argTitle, Value: encode(v)}, nil
	case model.Message:
		m, err := pack(v)
		return argument{Type: argMessage, Value: encode(m)}, err
	case fmt.Stringer: // a squad, a set of squads, a kind
		return argument{Type: argText, Value: encode(v.String())}, nil
	}
	rv := reflect.ValueOf(v)
	switch rv.Kind() {
	case reflect.String: // a word of the model: a stage, a role
		return argument{Type: argText, Value: encode(rv.String())}, nil
	case reflect.Slice:
		list := make([]argument, rv.Len())
		for i := range list {
			a, err := packValue(rv.Index(i).Interface())
			if err != nil {
				return argument{}, err
			}
			list[i] = a
		}
		return argument{Type: argList, Value: encode(list)}, nil
	}
	return argument{}, fmt.Errorf("%w: %T in a message", ErrChange, v)
}

// unpack is the message again.
func (m message) unpack() (model.Message, error) {
	out := model.Message{ID: m.ID}
	for _, a := range m.Args {
		v, err := a.unpack()
		if err != nil {
			return out, err
		}
		out.Args = append(out.Args, model.Arg{Name: a.Name, Value: v})
	}
	return out, nil
}

func (a argument) unpack() (any, error) {
	switch a.Type {
	case argText:
		return unpackAs[string](a)
	case argInt:
		return unpackAs[int](a)
	case argBool:
		return unpackAs[bool](a)
	case argDate:
		return unpackAs[model.Date](a)
	case argQuarter:
		return unpackAs[model.Quarter](a)
	case argSpan:
		return unpackAs[model.Span](a)
	case argID:
		return unpackAs[model.ID](a)
	case argTitle:
		return unpackAs[model.Text](a)
	case argMessage:
		m, err := unpackAs[message](a)
		if err != nil {
			return nil, err
		}
		return m.unpack()
	case argList:
		return a.list()
	}
	return nil, &NewerError{}
}

func unpackAs[T any](a argument) (T, error) {
	var v T
	err := decode(a.Value, &v)
	return v, err
}

// list is a slice of the first element's type; the model allows no mixed ones.
func (a argument) list() (any, error) {
	args, err := unpackAs[[]argument](a)
	if err != nil || len(args) == 0 {
		return []string{}, err
	}
	var out reflect.Value
	for i, e := range args {
		v, err := e.unpack()
		if err != nil {
			return nil, err
		}
		if i == 0 {
			out = reflect.MakeSlice(reflect.SliceOf(reflect.TypeOf(v)), 0, len(args))
		}
		if reflect.TypeOf(v) != out.Type().Elem() {
			return nil, damaged(nil)
		}
		out = reflect.Append(out, reflect.ValueOf(v))
	}
	return out.Interface(), nil
}
