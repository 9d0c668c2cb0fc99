package model

// FireCourse is a course of fire: what is shot, stage by stage, and what it
// takes to pass.
type FireCourse struct {
	ID     ID          `cbor:"1,keyasint" json:"id"`
	Title  Text        `cbor:"2,keyasint" json:"title"`
	Stages []FireStage `cbor:"3,keyasint" json:"stages"`
	// Pass is the mark, in percent of all points.
	Pass int `cbor:"4,keyasint" json:"pass"`
	// Attempts is how often somebody may try; 0: as the rules have it.
	Attempts int    `cbor:"5,keyasint,omitempty" json:"attempts,omitempty"`
	Long     bool   `cbor:"6,keyasint,omitempty" json:"long,omitempty"` // long gun
	Light    Light  `cbor:"7,keyasint,omitempty" json:"light,omitempty"`
	Note     string `cbor:"8,keyasint,omitempty" json:"note,omitempty"`
}

// A FireStage is one stage of a course of fire.
type FireStage struct {
	Name    Text `cbor:"1,keyasint,omitzero" json:"name,omitzero"`
	Yards   int  `cbor:"2,keyasint,omitempty" json:"yards,omitempty"`     // distance
	Rounds  int  `cbor:"3,keyasint" json:"rounds"`                        // fired, each a hit at most
	Seconds int  `cbor:"4,keyasint,omitempty" json:"seconds,omitempty"`   // allowed
	Least   int  `cbor:"5,keyasint,omitempty" json:"leastHits,omitempty"` // hits, or the whole is failed
	Points  int  `cbor:"6,keyasint" json:"points"`                        // for a hit
}

// Light is what somebody shot by.
type Light string

const (
	Daylight Light = "day"
	Dark     Light = "night"
	Indoor   Light = "indoor"
)

// Lights lists every light in the order forms offer them.
var Lights = []Light{Daylight, Dark, Indoor}

// NewFireCourse cleans f and refuses it without an id, a title or a stage, or
// with a stage that asks for more hits than rounds.
func NewFireCourse(f FireCourse) (*FireCourse, error) {
	var c checker
	c.id("id", f.ID)
	f.check(&c)
	return done(&f, &c)
}

func (f *FireCourse) check(c *checker) {
	c.title("title", &f.Title)
	c.within("stages", len(f.Stages), 1, 20)
	stages := make([]FireStage, len(f.Stages))
	for i, s := range f.Stages {
		c.text("stage", &s.Name.En, MaxName)
		c.text("stage", &s.Name.Es, MaxName)
		c.within("yards", s.Yards, 0, 1000)
		c.within("rounds", s.Rounds, 1, 200)
		c.within("seconds", s.Seconds, 0, 3600)
		c.within("leastHits", s.Least, 0, max(s.Rounds, 0))
		c.within("points", s.Points, 1, 100)
		stages[i] = s
	}
	f.Stages = none(stages)
	c.within("pass", f.Pass, 1, 100)
	c.within("attempts", f.Attempts, 0, 9)
	oneOf(c, "light", f.Light, append([]Light{""}, Lights...))
	c.note("note", &f.Note)
}

// FireOf is the course of fire of a session: as it was shot, else as it is to
// be; nil when there is none.
func (d *Desk) FireOf(s *Session) *FireCourse {
	if sheet := d.Sheets.Get(s.ID); sheet != nil && sheet.Fire != nil {
		return sheet.Fire
	}
	if s.Block.Fire != nil {
		return d.FireCourses.Get(s.Block.Fire.Course)
	}
	return nil
}

// Rounds is how many rounds the whole takes.
func (f *FireCourse) Rounds() int {
	n := 0
	for _, s := range f.Stages {
		n += s.Rounds
	}
	return n
}

// Most is the points that can be had.
func (f *FireCourse) Most() int {
	n := 0
	for _, s := range f.Stages {
		n += s.Rounds * s.Points
	}
	return n
}

// Judge is the points that the hits of each stage make, and whether they pass:
// the mark is reached and no stage has fewer hits than it asks for. short is
// the first such stage, -1 when there is none. Stages without hits given count
// as missed.
func (f *FireCourse) Judge(hits []int) (points int, passed bool, short int) {
	short = -1
	for i, s := range f.Stages {
		n := 0
		if i < len(hits) {
			n = hits[i]
		}
		points += n * s.Points
		if n < s.Least && short < 0 {
			short = i
		}
	}
	return points, short < 0 && points*100 >= f.Pass*f.Most(), short
}

func (f *FireCourse) RecordID() ID           { return f.ID }
func (f *FireCourse) RecordKind() Kind       { return KindFireCourse }
func (f *FireCourse) Valid() (Record, error) { return record(NewFireCourse(*f)) }
