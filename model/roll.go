package model

import "slices"

// Roll is how a session went: who was there, who came late or not at all and
// what was done about it, and what was said before and after. There is at most
// one for a session, and its id is the session's.
type Roll struct {
	ID     ID     `cbor:"1,keyasint" json:"id"` // of the session
	Cohort ID     `cbor:"2,keyasint" json:"cohort"`
	Marks  []Mark `cbor:"3,keyasint,omitempty" json:"marks,omitempty"`
	// Begun and Ended are when it really ran; none: as planned.
	Begun Minute `cbor:"4,keyasint,omitempty" json:"begun,omitzero"`
	Ended Minute `cbor:"5,keyasint,omitempty" json:"ended,omitzero"`
	// Called is when those on standby were called to an operation.
	Called  Minute `cbor:"6,keyasint,omitempty" json:"called,omitzero"`
	Brief   string `cbor:"7,keyasint,omitempty" json:"brief,omitempty"`     // notes of the briefing
	Debrief string `cbor:"8,keyasint,omitempty" json:"debrief,omitempty"`   // notes of the debriefing
	Done    bool   `cbor:"9,keyasint,omitempty" json:"completed,omitempty"` // the roll was called to its end
}

// A Mark is one name on a roll: an officer's or an instructor's.
type Mark struct {
	Person ID       `cbor:"1,keyasint,omitzero" json:"person,omitzero"`
	Staff  ID       `cbor:"2,keyasint,omitzero" json:"staff,omitzero"`
	State  Presence `cbor:"3,keyasint" json:"state"`
	At     Minute   `cbor:"4,keyasint,omitempty" json:"at,omitzero"`     // came late at; found missing at
	Left   Minute   `cbor:"5,keyasint,omitempty" json:"left,omitzero"`   // went before the end
	Note   string   `cbor:"6,keyasint,omitempty" json:"note,omitempty"`  //
	Calls  []Call   `cbor:"7,keyasint,omitempty" json:"calls,omitempty"` // made to find somebody who is missing
	Found  Minute   `cbor:"8,keyasint,omitempty" json:"found,omitzero"`  // somebody missing is accounted for
}

// Presence is what a roll says of somebody.
type Presence string

const (
	Here    Presence = "present"
	Late    Presence = "late"
	Excused Presence = "excused" // away with leave
	Missing Presence = "missing" // away without leave
)

// Presences lists every presence in the order forms offer them.
var Presences = []Presence{Here, Late, Excused, Missing}

// There reports whether somebody so marked took part.
func (p Presence) There() bool { return p == Here || p == Late }

// A Call is one call made to find somebody.
type Call struct {
	At     Minute     `cbor:"1,keyasint" json:"at"`
	Whom   string     `cbor:"2,keyasint,omitempty" json:"whom,omitempty"` // as the call list has it
	Answer CallAnswer `cbor:"3,keyasint" json:"answer"`
	Note   string     `cbor:"4,keyasint,omitempty" json:"note,omitempty"`
}

// CallAnswer is what came of a call.
type CallAnswer string

const (
	Reached  CallAnswer = "reached"
	NoAnswer CallAnswer = "no-answer"
	LeftWord CallAnswer = "left-word"
)

// CallAnswers lists every answer in the order forms offer them.
var CallAnswers = []CallAnswer{Reached, NoAnswer, LeftWord}

// NewRoll cleans r and refuses it without the session's id and a cohort, or
// when somebody is on it twice.
func NewRoll(r Roll) (*Roll, error) {
	var c checker
	c.id("id", r.ID)
	c.id("cohort", r.Cohort)
	marks := make([]Mark, len(r.Marks))
	seen := make(map[ID]bool, len(r.Marks))
	for i, m := range r.Marks {
		who := m.Who()
		if m.Person.IsZero() == m.Staff.IsZero() {
			c.wrong("person", "model.missing")
		}
		if seen[who] {
			c.wrong("marks", "model.marked-twice", "person", who)
		}
		seen[who] = true
		oneOf(&c, "presence", m.State, Presences)
		c.note("note", &m.Note)
		calls := make([]Call, len(m.Calls))
		for j, k := range m.Calls {
			if k.At.IsZero() {
				c.wrong("calledAt", "model.missing")
			}
			c.text("whom", &k.Whom, MaxName)
			oneOf(&c, "answer", k.Answer, CallAnswers)
			c.note("note", &k.Note)
			calls[j] = k
		}
		m.Calls = none(calls)
		marks[i] = m
	}
	r.Marks = none(marks)
	if !r.Begun.IsZero() && !r.Ended.IsZero() && r.Ended < r.Begun {
		c.wrong("ended", "model.span-backwards")
	}
	c.note("brief", &r.Brief)
	c.note("debrief", &r.Debrief)
	return done(&r, &c)
}

// Who is the person or staff member marked.
func (m Mark) Who() ID {
	if m.Person.IsZero() {
		return m.Staff
	}
	return m.Person
}

// Since is when somebody marked missing was missed at the session: as marked,
// else when it was to begin; when that is not known any more, since it was
// taken back to the tray, at the first call. 0: nothing tells.
func (m Mark) Since(s *Session) Minute {
	switch {
	case !m.At.IsZero():
		return m.At
	case s.Placed():
		return s.Start.Minute()
	case len(m.Calls) > 0:
		return m.Calls[0].At
	}
	return 0
}

// Lost reports whether the mark is of an officer who is missing until now.
func (m Mark) Lost() bool { return m.State == Missing && m.Found.IsZero() && !m.Person.IsZero() }

// Of is the mark of the person or staff member; false when there is none, also
// when there is no roll.
func (r *Roll) Of(who ID) (Mark, bool) {
	if r != nil {
		for _, m := range r.Marks {
			if m.Who() == who {
				return m, true
			}
		}
	}
	return Mark{}, false
}

// With is a copy of the roll with the mark in place of the former one of the
// same person, to be passed to NewRoll. A mark without a state takes it out.
func (r Roll) With(m Mark) Roll {
	r.Marks = slices.Clone(r.Marks)
	i := slices.IndexFunc(r.Marks, func(o Mark) bool { return o.Who() == m.Who() })
	switch {
	case i < 0 && m.State != "":
		r.Marks = append(r.Marks, m)
	case i >= 0 && m.State == "":
		r.Marks = slices.Delete(r.Marks, i, i+1)
	case i >= 0:
		r.Marks[i] = m
	}
	return r
}

// IsEmpty reports whether the roll says nothing.
func (r *Roll) IsEmpty() bool {
	return r == nil || len(r.Marks) == 0 && r.Begun.IsZero() && r.Ended.IsZero() && r.Called.IsZero() &&
		r.Brief == "" && r.Debrief == "" && !r.Done
}

func (r *Roll) RecordID() ID           { return r.ID }
func (r *Roll) RecordKind() Kind       { return KindRoll }
func (r *Roll) Valid() (Record, error) { return record(NewRoll(*r)) }
