package main

import (
	"fmt"

	"muster/model"
)

// Exit statuses.
const (
	exitDone  = 0
	exitNo    = 1 // the answer is no: a clash, nothing found, rows left out
	exitUsage = 2
	exitData  = 3 // the file or the data is bad
)

// An answer ends a verb that has said all it had to say with a status that is
// not 0.
type answer int

func (a answer) Error() string { return fmt.Sprintf("exit status %d", int(a)) }

// A refusal ends a verb with a sentence: what is wrong (the catalogue entry
// id), what to do (id.do), and the status.
type refusal struct {
	model.Message
	code int
}

func (r refusal) Error() string { return r.String() }

// wrongUse refuses the command line.
func wrongUse(id string, pairs ...any) error { return refusal{model.Say(id, pairs...), exitUsage} }

// badFile refuses a file.
func badFile(id string, pairs ...any) error { return refusal{model.Say(id, pairs...), exitData} }

// answerNo is a no, and why.
func answerNo(m model.Message) error { return refusal{m, exitNo} }
