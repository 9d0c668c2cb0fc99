package model

import "slices"

// Sheet is the results of a session: the score sheet of a range, a test, a
// search or a rescue lane, and the account of its ammunition. There is at most
// one for a session, and its id is the session's.
type Sheet struct {
	ID     ID `cbor:"1,keyasint" json:"id"` // of the session
	Cohort ID `cbor:"2,keyasint" json:"cohort"`
	// Fire is the course of fire as it was when it was shot; nil: results are
	// points or a verdict.
	Fire *FireCourse `cbor:"3,keyasint,omitempty" json:"fire,omitempty"`
	// Pass is the mark for points, in percent; 0: the instructor's verdict
	// decides.
	Pass   int      `cbor:"4,keyasint,omitempty" json:"pass,omitempty"`
	Light  Light    `cbor:"5,keyasint,omitempty" json:"light,omitempty"`
	Lot    string   `cbor:"6,keyasint,omitempty" json:"lot,omitempty"` // of ammunition, where a row names none
	Rows   []Score  `cbor:"7,keyasint,omitempty" json:"rows,omitempty"`
	Rounds []Rounds `cbor:"8,keyasint,omitempty" json:"rounds,omitempty"`
	Note   string   `cbor:"9,keyasint,omitempty" json:"note,omitempty"`
}

// A Score is one attempt of one officer.
type Score struct {
	Person  ID      `cbor:"1,keyasint" json:"person"`
	Attempt int     `cbor:"2,keyasint" json:"attempt"`                  // 1 is the first, over the whole course
	Hits    []int   `cbor:"3,keyasint,omitempty" json:"hits,omitempty"` // of each stage
	Points  int     `cbor:"4,keyasint,omitempty" json:"points,omitempty"`
	Of      int     `cbor:"5,keyasint,omitempty" json:"of,omitempty"`           // points that could be had: hides, questions
	Verdict Verdict `cbor:"6,keyasint,omitempty" json:"verdict,omitempty"`      // of the instructor, where no mark decides
	Weapon  string  `cbor:"7,keyasint,omitempty" json:"weapon,omitempty"`       // make, model, calibre
	Serial  string  `cbor:"8,keyasint,omitempty" json:"serial,omitempty"`       //
	Lot     string  `cbor:"9,keyasint,omitempty" json:"lot,omitempty"`          //
	Station int     `cbor:"10,keyasint,omitempty" json:"station,omitempty"`     // of the circuit, 1 is the first
	By      ID      `cbor:"11,keyasint,omitzero" json:"by,omitzero"`            // staff who scored it
	At      Minute  `cbor:"12,keyasint,omitempty" json:"at,omitzero"`           //
	Note    string  `cbor:"13,keyasint,omitempty" json:"note,omitempty"`        //
	Seconds int     `cbor:"14,keyasint,omitempty" json:"seconds,omitempty"`     // time taken
	Unsafe  bool    `cbor:"15,keyasint,omitempty" json:"safetyFault,omitempty"` // a fault of safety fails the attempt
}

// Verdict is what an instructor decided.
type Verdict string

const (
	NoVerdict Verdict = ""
	Passed    Verdict = "pass"
	Failed    Verdict = "fail"
)

// Verdicts lists every verdict in the order forms offer them.
var Verdicts = []Verdict{NoVerdict, Passed, Failed}

// Rounds is the account of one lot of ammunition in a session, in rounds.
type Rounds struct {
	Lot      string `cbor:"1,keyasint" json:"lot"`
	Issued   int    `cbor:"2,keyasint,omitempty" json:"issued,omitempty"`
	Fired    int    `cbor:"3,keyasint,omitempty" json:"fired,omitempty"`
	Returned int    `cbor:"4,keyasint,omitempty" json:"returned,omitempty"`
	Dud      int    `cbor:"5,keyasint,omitempty" json:"dud,omitempty"`
}

// Short is the rounds issued that are not accounted for; below zero when more
// are accounted for than were issued.
func (r Rounds) Short() int { return r.Issued - r.Fired - r.Returned - r.Dud }

// NewSheet cleans s and refuses it without the session's id and a cohort, with
// the same attempt twice at one station, or with more hits than a stage has
// rounds.
func NewSheet(s Sheet) (*Sheet, error) {
	var c checker
	c.id("id", s.ID)
	c.id("cohort", s.Cohort)
	if s.Fire != nil {
		f := *s.Fire
		f.check(&c)
		s.Fire = &f
	}
	c.within("pass", s.Pass, 0, 100)
	oneOf(&c, "light", s.Light, append([]Light{""}, Lights...))
	c.text("lot", &s.Lot, MaxName)
	type attempt struct {
		person ID
		n, at  int
	}
	seen := make(map[attempt]bool, len(s.Rows))
	rows := make([]Score, len(s.Rows))
	for i, r := range s.Rows {
		c.id("person", r.Person)
		c.within("attempt", r.Attempt, 1, 9)
		if k := (attempt{r.Person, r.Attempt, r.Station}); seen[k] {
			c.wrong("rows", "model.scored-twice", "person", r.Person)
		} else {
			seen[k] = true
		}
		r.Hits = none(slices.Clone(r.Hits))
		if s.Fire == nil {
			r.Hits = nil
		}
		if s.Fire != nil && len(r.Hits) > len(s.Fire.Stages) {
			c.wrong("hits", "model.out-of-range", "value", len(r.Hits), "min", 0, "max", len(s.Fire.Stages))
		} else {
			for j, h := range r.Hits {
				c.within("hits", h, 0, s.Fire.Stages[j].Rounds)
			}
		}
		c.within("of", r.Of, 0, 10000)
		c.within("points", r.Points, 0, max(r.Of, 0))
		oneOf(&c, "verdict", r.Verdict, Verdicts)
		c.text("weapon", &r.Weapon, MaxName)
		c.text("serial", &r.Serial, MaxName)
		c.text("lot", &r.Lot, MaxName)
		c.within("station", r.Station, 0, MaxStations)
		c.within("seconds", r.Seconds, 0, 36000)
		c.note("note", &r.Note)
		rows[i] = r
	}
	s.Rows = none(rows)
	rounds := make([]Rounds, len(s.Rounds))
	for i, r := range s.Rounds {
		c.text("lot", &r.Lot, MaxName)
		for _, n := range []struct {
			field string
			n     int
		}{{"issued", r.Issued}, {"fired", r.Fired}, {"returned", r.Returned}, {"dud", r.Dud}} {
			c.within(n.field, n.n, 0, 1_000_000)
		}
		rounds[i] = r
	}
	s.Rounds = none(rounds)
	c.note("note", &s.Note)
	return done(&s, &c)
}

// Judge is what the sheet says of the score: whether it passes, and in percent
// how much of what could be had; -1 where there are no points. known is false
// where nobody has judged yet, or not every stage has been shot.
func (s *Sheet) Judge(r Score) (passed, known bool, percent int) {
	percent = -1
	switch {
	case s.Fire != nil && len(r.Hits) > 0:
		points, ok, _ := s.Fire.Judge(r.Hits)
		passed, known, percent = ok, len(r.Hits) == len(s.Fire.Stages), points*100/s.Fire.Most()
		passed = passed && known
	case s.Fire == nil && r.Of > 0:
		percent = r.Points * 100 / r.Of
		if s.Pass > 0 {
			passed, known = r.Points*100 >= s.Pass*r.Of, true
		}
	}
	if r.Verdict != NoVerdict && !known {
		passed, known = r.Verdict == Passed, true
	}
	if r.Unsafe {
		passed, known = false, true
	}
	return passed, known, percent
}

// Scored reports whether the score says how the attempt went: more than which
// weapon it was shot with, and every stage of what is shot.
func (s *Sheet) Scored(r Score) bool {
	if _, known, _ := s.Judge(r); known || s.Fire != nil {
		return known
	}
	return r.Of > 0 || r.Seconds > 0
}

// Of is the attempts of the person, in order.
func (s *Sheet) Of(person ID) []Score {
	var out []Score
	if s != nil {
		for _, r := range s.Rows {
			if r.Person == person {
				out = append(out, r)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Score) int { return a.Attempt - b.Attempt })
	return out
}

// Stood is how somebody stands in the session by the sheet: whether they have
// been scored, at each of its stations where results are kept by station, and
// whether nothing they were last judged in was failed.
func (s *Sheet) Stood(x *Session, person ID) (scored, passed bool) {
	last := map[int]Score{} // by station
	for _, r := range s.Of(person) {
		if s.Scored(r) {
			last[r.Station] = r
		}
	}
	scored, passed = len(last) > 0, true
	if _, whole := last[0]; !whole && x.Circuit != nil {
		scored = len(last) >= len(x.Circuit.Stations)
	}
	for _, r := range last {
		if ok, known, _ := s.Judge(r); known && !ok {
			passed = false
		}
	}
	return scored, passed
}

func (s *Sheet) RecordID() ID           { return s.ID }
func (s *Sheet) RecordKind() Kind       { return KindSheet }
func (s *Sheet) Valid() (Record, error) { return record(NewSheet(*s)) }
