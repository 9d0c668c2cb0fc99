package model

// BlockKind is the letter on a card.
type BlockKind string

const (
	KindClass     BlockKind = "C" // classroom
	KindFirearms  BlockKind = "F"
	KindVehicles  BlockKind = "V" // vehicle search
	KindBuildings BlockKind = "B" // building search, shoot house
	KindRescue    BlockKind = "R"
	KindRide      BlockKind = "S" // ride-along: patrol or SWAT observation
	KindExercise  BlockKind = "X"
)

// BlockKinds lists every kind in the order of the legend.
var BlockKinds = []BlockKind{
	KindClass, KindFirearms, KindVehicles, KindBuildings, KindRescue, KindRide, KindExercise,
}

// Ammo is what the weapons of a block are loaded with; "" is a block without
// weapons.
type Ammo string

const (
	NoAmmo  Ammo = ""
	Dry     Ammo = "dry"     // unloaded or dummy
	Marking Ammo = "marking" // marking cartridges: force on force
	Live    Ammo = "live"
)

// Ammos lists every kind of ammunition in the order forms offer it.
var Ammos = []Ammo{NoAmmo, Dry, Marking, Live}

// A Block is what is to be taught in one go: a row of a course, and what a
// session carries with it once a cohort has taken the course.
type Block struct {
	Key    int       `cbor:"1,keyasint,omitempty" json:"key,omitempty"` // number within its course; 0 for a block made by hand
	Kind   BlockKind `cbor:"2,keyasint" json:"kind"`
	Title  Text      `cbor:"3,keyasint" json:"title"`
	Length int       `cbor:"4,keyasint" json:"length"` // quarters, 1–96
	// Together is how many squads take it at a time; 0 is all of them.
	Together  int        `cbor:"5,keyasint,omitempty" json:"together,omitempty"`
	Place     PlaceKind  `cbor:"6,keyasint,omitempty" json:"place,omitempty"`
	Ammo      Ammo       `cbor:"7,keyasint,omitempty" json:"ammo,omitempty"`
	Night     bool       `cbor:"8,keyasint,omitempty" json:"night,omitempty"`       // only in the dark
	Language  string     `cbor:"9,keyasint,omitempty" json:"language,omitempty"`    // taught in; "": as the instructor speaks
	Needs     []Need     `cbor:"10,keyasint,omitempty" json:"needs,omitempty"`      // people
	Kit       []KitNeed  `cbor:"11,keyasint,omitempty" json:"kit,omitempty"`        //
	Vehicles  []CarNeed  `cbor:"12,keyasint,omitempty" json:"vehicles,omitempty"`   //
	After     []After    `cbor:"13,keyasint,omitempty" json:"after,omitempty"`      // order within the course
	Briefing  bool       `cbor:"14,keyasint,omitempty" json:"briefing,omitempty"`   // is, or opens with, a safety briefing
	Strenuous bool       `cbor:"15,keyasint,omitempty" json:"strenuous,omitempty"`  // heat counts
	Rest      bool       `cbor:"16,keyasint,omitempty" json:"rest,omitempty"`       // a meal or free time: not taught
	Earliest  int        `cbor:"17,keyasint,omitempty" json:"earliest,omitempty"`   // quarter of the day it may begin at; 0: any
	Latest    int        `cbor:"18,keyasint,omitempty" json:"latest,omitempty"`     // quarter of the day it must end by, up to 192; 0: any
	Usual     Usual      `cbor:"19,keyasint,omitzero" json:"usual,omitzero"`        // where courses have it
	Fire      *Firing    `cbor:"20,keyasint,omitempty" json:"fire,omitempty"`       // F, and live B
	Search    *SearchLot `cbor:"21,keyasint,omitempty" json:"search,omitempty"`     // V
	House     *House     `cbor:"22,keyasint,omitempty" json:"house,omitempty"`      // B
	Rescue    *Rescue    `cbor:"23,keyasint,omitempty" json:"rescue,omitempty"`     // R
	Exercise  *Exercise  `cbor:"24,keyasint,omitempty" json:"exercise,omitempty"`   // X
	Exam      bool       `cbor:"25,keyasint,omitempty" json:"exam,omitempty"`       // C: written test
	RideKind  RideKind   `cbor:"26,keyasint,omitempty" json:"rideKind,omitempty"`   // S
	Note      string     `cbor:"27,keyasint,omitempty" json:"note,omitempty"`       // uniform, remarks
	Ends      bool       `cbor:"28,keyasint,omitempty" json:"graduation,omitempty"` // certificates are handed out: all must be done by then
}

// Usual is the day of the course (1 is the first) and the quarter of that day
// on which a block is commonly taught: what the tray suggests.
type Usual struct {
	Day int `cbor:"1,keyasint,omitempty" json:"day,omitempty"`
	At  int `cbor:"2,keyasint,omitempty" json:"at,omitempty"`
}

// Role is the part somebody plays in a session.
type Role string

const (
	Lead        Role = "lead"        // runs the block, calls the line; not counted in a ratio
	Line        Role = "line"        // instructs those on the line
	RSO         Role = "rso"         // range safety officer
	Rangemaster Role = "rangemaster" // certified, not counted
	Medic       Role = "medic"       //
	Safety      Role = "safety"      // safety officer for force on force, not teaching
	Interpreter Role = "interpreter" //
	Host        Role = "host"        // takes visitors along
	Assistant   Role = "assistant"   // role players, drivers
)

// Roles lists every role in the order forms offer them.
var Roles = []Role{Lead, Line, RSO, Rangemaster, Medic, Safety, Interpreter, Host, Assistant}

// A Need is people a block cannot do without: Count of them, or one for every
// Per officers actively engaged, whichever is more, each with the skill.
type Need struct {
	Role  Role  `cbor:"1,keyasint" json:"role"`
	Skill Skill `cbor:"2,keyasint,omitempty" json:"skill,omitempty"`
	Count int   `cbor:"3,keyasint,omitempty" json:"count,omitempty"`
	Per   int   `cbor:"4,keyasint,omitempty" json:"per,omitempty"`
}

// For is how many people the need asks for when n officers are engaged.
func (n Need) For(engaged int) int {
	if n.Per > 0 {
		return max(n.Count, (engaged+n.Per-1)/n.Per)
	}
	return n.Count
}

// A KitNeed is kit drawn from a pool: Count pieces, and Each for every officer
// engaged.
type KitNeed struct {
	Kit   ID  `cbor:"1,keyasint" json:"kit"`
	Count int `cbor:"2,keyasint,omitempty" json:"count,omitempty"`
	Each  int `cbor:"3,keyasint,omitempty" json:"each,omitempty"`
}

// For is how many pieces are needed when n officers are engaged.
func (k KitNeed) For(engaged int) int { return k.Count + k.Each*engaged }

// A CarNeed is vehicles of a kind.
type CarNeed struct {
	Kind  VehicleKind `cbor:"1,keyasint" json:"kind"`
	Count int         `cbor:"2,keyasint" json:"count"`
}

// After says that a squad takes this block only after another block of its
// course, and how many days later at least (0: the same day will do).
type After struct {
	Block int `cbor:"1,keyasint" json:"block"`
	Days  int `cbor:"2,keyasint,omitempty" json:"days,omitempty"`
}

// NewBlock cleans b and refuses it without a kind, a title or a length, or
// with details that belong to another kind.
func NewBlock(b Block) (Block, error) {
	var c checker
	b.check(&c)
	return done(b, &c)
}

func (b *Block) check(c *checker) {
	oneOf(c, "kind", b.Kind, BlockKinds)
	c.title("title", &b.Title)
	c.within("length", b.Length, 1, Day)
	c.within("together", b.Together, 0, MaxSquads)
	oneOf(c, "place", b.Place, append([]PlaceKind{""}, PlaceKinds...))
	oneOf(c, "ammo", b.Ammo, Ammos)
	if b.Language != "" {
		list := []string{b.Language}
		c.languages("language", &list)
	}
	for _, n := range b.Needs {
		oneOf(c, "role", n.Role, Roles)
		if n.Skill != "" {
			oneOf(c, "skill", n.Skill, Skills)
		}
		c.within("count", n.Count, 0, 60)
		c.within("per", n.Per, 0, 60)
		if n.Count == 0 && n.Per == 0 {
			c.wrong("count", "model.need-of-nobody")
		}
	}
	for _, k := range b.Kit {
		c.id("kit", k.Kit)
		c.within("count", k.Count, 0, 1000)
		c.within("each", k.Each, 0, 100)
	}
	for _, v := range b.Vehicles {
		oneOf(c, "vehicles", v.Kind, VehicleKinds)
		c.within("count", v.Count, 1, 60)
	}
	for _, a := range b.After {
		c.within("after", a.Block, 1, 9999)
		c.within("days", a.Days, 0, 60)
		if a.Block == b.Key && b.Key != 0 {
			c.wrong("after", "model.after-itself")
		}
	}
	c.within("earliest", b.Earliest, 0, Day-1)
	c.within("latest", b.Latest, 0, 2*Day)
	if b.Latest > 0 && b.Earliest > 0 && b.Latest < b.Earliest+b.Length {
		c.wrong("latest", "model.window-too-short")
	}
	c.within("usualDay", b.Usual.Day, 0, 366)
	c.within("usualAt", b.Usual.At, 0, Day-1)
	c.note("note", &b.Note)
	b.details(c)
	b.Needs, b.Kit, b.Vehicles, b.After = none(b.Needs), none(b.Kit), none(b.Vehicles), none(b.After)
}

// LiveFire reports whether live rounds are fired.
func (b *Block) LiveFire() bool { return b.Ammo == Live }

// ForceOnForce reports whether marking cartridges are fired.
func (b *Block) ForceOnForce() bool { return b.Ammo == Marking }

// Taught reports whether the block counts as taught hours.
func (b *Block) Taught() bool { return !b.Rest }

// Skilled reports whether it is practice, of which a certificate asks that
// nobody misses any.
func (b *Block) Skilled() bool {
	switch b.Kind {
	case KindFirearms, KindVehicles, KindBuildings, KindRescue, KindExercise:
		return true
	}
	return false
}

// Teaches is the skill somebody has learnt who took it; "" for a talk or a
// ride.
func (b *Block) Teaches() Skill {
	switch b.Kind {
	case KindFirearms:
		if b.Fire != nil && b.Fire.Long {
			return SkillRifle
		}
		return SkillFirearms
	case KindVehicles:
		return SkillVehicle
	case KindBuildings:
		return SkillBuilding
	case KindRescue:
		return SkillRescue
	case KindExercise:
		return SkillTactics
	case KindRide:
		if b.RideKind == SWATRide {
			return SkillTactics
		}
	}
	return ""
}

// Judged reports whether somebody can fail it: a qualification or a test.
func (b *Block) Judged() bool { return b.Exam || b.Fire != nil && b.Fire.Qualifies }
