// Package intake turns a roster that was read (store/files/roster) into one
// change of the database for one cohort: who is new, who is known already and
// what the roster says anew about them, which agencies and units they serve
// in, and which seats they get.
//
// It decides and writes nothing: Make gives a Plan to look at, with the
// model.Change to commit. One roster is one change, one entry of the journal
// and one undo; the same roster again changes nothing. What may not enter:
// reading of files, screens, and any sentence but as a message id.
package intake

import (
	"muster/model"
	"muster/store/files/roster"
)

// Verdict is what becomes of a row of the roster.
type Verdict uint8

// The verdicts, in the order a summary lists them.
const (
	LeftOut Verdict = iota // could not be read, is there twice, or the user leaves it out
	Added                  // somebody new
	Updated                // somebody known, of whom something changes, if only that they get a seat
	Same                   // somebody known with a seat, of whom nothing changes
	Asked                  // may be somebody known: left out until the user says
)

var verdicts = [...]string{LeftOut: "left-out", Added: "added", Updated: "updated", Same: "same", Asked: "asked"}

// String is the verdict's name in message ids and JSON.
func (v Verdict) String() string { return verdicts[v] }

// Decision is what the user says of a row that may be somebody known.
type Decision uint8

// The decisions.
const (
	Undecided Decision = iota
	SamePerson
	Another // somebody else, to be added
	Leave   // leave the row out
)

// An Answer is the user's decision about one row. Person, or Row for somebody
// who is only in the same file, says who SamePerson means.
type Answer struct {
	Decision Decision
	Person   model.ID
	Row      int
}

// Options are what a plan needs beside the roster.
type Options struct {
	// Cohort is who gets the people: its id on the desk, or New, a cohort
	// that is made in the same change.
	Cohort model.ID
	New    *model.Cohort
	// Decisions are the user's, by row number as in the file. A decision is
	// needed for rows that are Asked; Leave may be said of any row.
	Decisions map[int]Answer
	NewID     func() model.ID
	Today     model.Date
	// Progress hears how many rows of how many are done; nil for nobody.
	Progress func(done, total int64)
}

// A Line is one row of the roster in the plan.
type Line struct {
	Row     int // number as in the file
	Entry   *roster.Entry
	Verdict Verdict
	// Person is how they will be kept; nil when the row is left out or asked.
	Person *model.Person
	// Was is how they are kept now, nil for somebody new.
	Was *model.Person
	// Fields are the fields of Person that differ from Was, as in JSON;
	// "seats" when they get a seat in the cohort.
	Fields []string
	// Alternate is their rank among the alternates when they get no seat of
	// their own, else 0.
	Alternate int
	// Like are those a doubtful row may be, likeliest first.
	Like     []Candidate
	Answer   Answer
	Problems []Problem
}

// A Candidate is somebody a row may be.
type Candidate struct {
	Person *model.Person
	Row    int           // not 0: is not kept yet, but stands in that row of the same file
	Why    model.Message // what speaks for it
}

// A Problem is what is wrong with a row. A row that has problems may still be
// imported, without what was wrong.
type Problem struct {
	Row     int           // number as in the file
	Field   string        // roster field, or the record's field
	Label   model.Message // what the field is called; zero when it is about the whole row
	Value   string        // as in the file
	Message model.Message
	Blocks  bool // the row is left out because of it
}

// A Plan is what an import would do.
type Plan struct {
	Lines    []Line
	Rows     int // rows with content
	Added    int
	Updated  int
	Same     int
	Asked    int
	LeftOut  int
	Agencies int // new agencies and units
	Units    int
	Problems []Problem // of every row, in their order
	// Cohort is how the cohort will be, its seats filled.
	Cohort *model.Cohort
	// Change is what to commit; it is zero when nothing changes.
	Change model.Change
}

// Whole reports whether every row found its place.
func (p *Plan) Whole() bool { return p.LeftOut == 0 && p.Asked == 0 }
