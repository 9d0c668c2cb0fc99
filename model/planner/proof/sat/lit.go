package sat

// A Lit is a variable or its negation.
type Lit int32

// Not is the negation.
func (l Lit) Not() Lit { return l ^ 1 }

func (l Lit) v() int32 { return int32(l >> 1) }

// A Status is the answer to a question.
type Status uint8

const (
	Unknown Status = iota // the search was stopped
	Sat                   // there are values: see True
	Unsat                 // there are none: see Core
)

// value of a literal.
type value int8

const (
	open value = iota
	yes
	no
)

// A reason says why a literal was set, packed: what it is in the two lowest
// bits, where it is in the others. 0 is a decision or an assumption.
type reason uint32

const (
	byClause reason = iota // offset of the clause
	byPair                 // the other literal of a clause of two
	byLimit                // index of the limit
)

func (r reason) kind() reason { return r & 3 }
func (r reason) at() int32    { return int32(r >> 2) }

func because(kind reason, at int32) reason { return reason(at)<<2 | kind }

// A watch is a clause to look at when a literal becomes false; other is a
// literal of it that, when true, spares the look. Clauses of two have no place
// in the store: other is all of them, and at is -1.
type watch struct {
	at    int32
	other Lit
}
