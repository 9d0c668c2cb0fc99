package model

import "slices"

// Contact is one talk with one of the alumni, and what is to follow from it;
// or only what is to follow.
type Contact struct {
	ID      ID        `cbor:"1,keyasint" json:"id"`
	Person  ID        `cbor:"2,keyasint" json:"person"`
	At      Minute    `cbor:"3,keyasint" json:"at"`                              // on the clock of who had it
	Channel Channel   `cbor:"4,keyasint,omitempty" json:"channel,omitempty"`     // "": no talk yet, only a follow-up
	Way     Direction `cbor:"5,keyasint,omitempty" json:"direction,omitempty"`   //
	By      string    `cbor:"6,keyasint,omitempty" json:"by,omitempty"`          // who of us
	About   string    `cbor:"7,keyasint,omitempty" json:"about,omitempty"`       //
	Missed  bool      `cbor:"8,keyasint,omitempty" json:"unreached,omitempty"`   // tried in vain
	Next    string    `cbor:"9,keyasint,omitempty" json:"next,omitempty"`        // what is to be done
	Due     Date      `cbor:"10,keyasint,omitempty" json:"due,omitzero"`         // and by when
	Done    Date      `cbor:"11,keyasint,omitempty" json:"done,omitzero"`        // the follow-up is settled
	Cohort  ID        `cbor:"12,keyasint,omitzero" json:"cohort,omitzero"`       // the course it is about
	Settles ID        `cbor:"13,keyasint,omitzero" json:"settles,omitzero"`      // the contact whose follow-up this was
	Taught  int       `cbor:"14,keyasint,omitempty" json:"hasTaught,omitempty"`  // how many they say they have taught since
	Helped  bool      `cbor:"15,keyasint,omitempty" json:"caseHelped,omitempty"` // a case was helped by it
}

// Channel is how people reach one another.
type Channel string

const (
	NoChannel Channel = ""
	Phone     Channel = "phone"
	WhatsApp  Channel = "whatsapp"
	Signal    Channel = "signal"
	Telegram  Channel = "telegram"
	Facebook  Channel = "facebook"
	Mail      Channel = "email"
	InPerson  Channel = "in-person"
)

// Channels lists every channel in the order forms offer them.
var Channels = []Channel{Phone, WhatsApp, Signal, Telegram, Facebook, Mail, InPerson}

// Direction is who sought whom.
type Direction string

const (
	WeSought   Direction = "out"
	TheySought Direction = "in"
)

// Directions lists both.
var Directions = []Direction{WeSought, TheySought}

// NewContact cleans v and refuses it without ids or a time, without a channel
// or anything to follow, or with a follow-up of no day.
func NewContact(v Contact) (*Contact, error) {
	var c checker
	c.id("id", v.ID)
	c.id("person", v.Person)
	if v.At.IsZero() {
		c.wrong("at", "model.missing")
	}
	oneOf(&c, "channel", v.Channel, append([]Channel{NoChannel}, Channels...))
	oneOf(&c, "direction", v.Way, append([]Direction{""}, Directions...))
	c.text("by", &v.By, MaxName)
	c.note("about", &v.About)
	c.text("next", &v.Next, MaxLine)
	if v.Next != "" && v.Due.IsZero() {
		c.wrong("due", "model.missing")
	}
	if v.Channel == NoChannel && v.Due.IsZero() {
		c.wrong("channel", "model.contact-of-nothing")
	}
	if v.Due.IsZero() {
		v.Done = 0
	}
	c.within("hasTaught", v.Taught, 0, 100_000)
	return done(&v, &c)
}

// Open reports whether a follow-up is to come.
func (v *Contact) Open() bool { return !v.Due.IsZero() && v.Done.IsZero() }

func (v *Contact) RecordID() ID           { return v.ID }
func (v *Contact) RecordKind() Kind       { return KindContact }
func (v *Contact) Valid() (Record, error) { return record(NewContact(*v)) }

// A Way is one way somebody can be reached, beside telephone and mail.
type Way struct {
	Channel   Channel `cbor:"1,keyasint" json:"channel"`
	Handle    string  `cbor:"2,keyasint" json:"handle"`
	Preferred bool    `cbor:"3,keyasint,omitempty" json:"preferred,omitempty"`
	Verified  Date    `cbor:"4,keyasint,omitempty" json:"verified,omitzero"`
	Consent   Date    `cbor:"5,keyasint,omitempty" json:"consent,omitzero"` // to be contacted so
}

// Standing is how things are with somebody after the course.
type Standing string

const (
	Serving      Standing = ""
	Moved        Standing = "moved" // to another unit
	LeftService  Standing = "left"
	Unreachable  Standing = "unreachable"
	DoNotContact Standing = "do-not-contact"
	Deceased     Standing = "deceased"
)

// Standings lists every standing in the order forms offer them.
var Standings = []Standing{Serving, Moved, LeftService, Unreachable, DoNotContact, Deceased}

// Closed reports whether nobody is to contact somebody of this standing.
func (s Standing) Closed() bool { return s == DoNotContact || s == Deceased }

func (c *checker) ways(list *[]Way) {
	out := make([]Way, 0, len(*list))
	preferred := false
	for _, w := range *list {
		oneOf(c, "channel", w.Channel, Channels)
		c.must("handle", &w.Handle, MaxLine)
		w.Preferred = w.Preferred && !preferred
		preferred = preferred || w.Preferred
		out = append(out, w)
	}
	*list = none(out)
}

// Reach is every way to reach the person, the preferred one first: those given
// as such, then telephone and mail.
func (p *Person) Reach() []Way {
	out := slices.Clone(p.Ways)
	has := func(k Channel, handle string) bool {
		return slices.ContainsFunc(out, func(w Way) bool { return w.Channel == k && w.Handle == handle })
	}
	if p.Phone != "" && !has(Phone, p.Phone) {
		out = append(out, Way{Channel: Phone, Handle: p.Phone})
	}
	if p.Email != "" && !has(Mail, p.Email) {
		out = append(out, Way{Channel: Mail, Handle: p.Email})
	}
	slices.SortStableFunc(out, func(a, b Way) int {
		switch {
		case a.Preferred == b.Preferred:
			return 0
		case a.Preferred:
			return -1
		}
		return 1
	})
	return out
}
