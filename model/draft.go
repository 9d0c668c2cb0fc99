package model

// A Draft is a plan beside the plan of record: what would be if. Sessions not
// named in it are as they are. Desk.WithDraft shows it, With works on it, Adopt
// makes it the plan.
type Draft struct {
	ID       ID        `cbor:"1,keyasint" json:"id"`
	Cohort   ID        `cbor:"2,keyasint" json:"cohort"` // whose board it is shown on
	Title    string    `cbor:"3,keyasint" json:"title"`
	Sessions []Session `cbor:"4,keyasint,omitempty" json:"sessions,omitempty"` // as they would be
	Gone     []ID      `cbor:"5,keyasint,omitempty" json:"gone,omitempty"`     // those there would not be
	// New are those of Sessions that the plan of record never had. The others
	// are of record, and those that were taken out of it meanwhile are not
	// brought back.
	New []ID `cbor:"6,keyasint,omitempty" json:"new,omitempty"`
}

// NewDraft cleans v and refuses it without ids or a title, when a session cannot
// be, or is named twice.
func NewDraft(v Draft) (*Draft, error) {
	var c checker
	c.id("id", v.ID)
	c.id("cohort", v.Cohort)
	c.must("title", &v.Title, MaxName)
	sessions := make([]Session, 0, len(v.Sessions))
	seen := make(map[ID]bool, len(v.Sessions))
	for i := range v.Sessions {
		clean, err := NewSession(v.Sessions[i])
		if err != nil {
			return nil, err
		}
		if seen[clean.ID] {
			c.wrong("sessions", "model.session-twice")
		}
		seen[clean.ID] = true
		sessions = append(sessions, *clean)
	}
	for _, id := range v.Gone {
		c.id("gone", id)
	}
	for _, id := range v.New {
		c.id("new", id)
	}
	v.Sessions, v.Gone, v.New = none(sessions), none(v.Gone), none(v.New)
	return done(&v, &c)
}

func (v *Draft) RecordID() ID           { return v.ID }
func (v *Draft) RecordKind() Kind       { return KindDraft }
func (v *Draft) Valid() (Record, error) { return record(NewDraft(*v)) }
