package grid

// A Problem is what is to be planned. Slots are numbered from 0; a block that
// begins in slot s and is n slots long takes s … s+n-1. It is never changed
// once a Grid was made of it.
//
// A block is on the duty day of its first slot and must end on it. It ends on
// the clock when its last slot does. Two blocks overlap when they share a slot;
// of two that do not, the one in lower slots is the earlier. Gaps,
// travel and rest are asked of every two blocks, not only of neighbours.
type Problem struct {
	// Day is the duty day of each slot, from 0 up, never less than the slot's
	// before; its length is the number of slots. Slots of one day need not
	// follow one another on the clock: see Clock.
	Day []int32
	// Clock is when each slot begins, in quarters from any midnight; a slot
	// lasts Tick quarters. Rest, travel and gaps are measured on it. It never runs
	// back: Clock[i+1] ≥ Clock[i]+Tick.
	Clock []int32
	Tick  int32

	Teams  []Team
	People []Person
	Places []Place
	Pools  []Pool
	Blocks []Block
	Orders []Order

	// Travel is the way between sites, in quarters, rounded up: from the earlier
	// block's site to the later one's, when both have a place. nil: no way is far.
	Travel [][]int32
	// TeamGap is the least time between blocks of two classes, the earlier one's
	// first, for a team that has both, within a day (24 hours); PlaceGap the same
	// for blocks in one place. In quarters, at most 96; nil where there is none.
	TeamGap, PlaceGap [][]int32
	// TeamRest and PersonRest are the least time between the last work of a duty
	// day and the first of a later one, in quarters; 0 for none. Blocks that are
	// Idle are no work: not here, and not for any Most.
	TeamRest, PersonRest int32

	Soft Soft
}

// A Team is who is taught together: a squad, or an officer on a ride. Blocks
// that share a team are never at the same time.
type Team struct {
	Most int32 // slots of work in a duty day; 0: no limit
	// Of is the team, from 1, that this one is a part of: it takes that team's
	// blocks and some of its own. 0: none. What the two do together costs once, for
	// the whole; of Soft a part has Rest and Late alone, and these only after a
	// day whose last work it did without the others.
	Of int32
}

// A Person is somebody who can be chosen to teach.
type Person struct {
	Free Bits  // slots at which they can be used; nil: always
	Most int32 // slots of work in a duty day; 0: no limit
}

// A Place is where a block can be.
type Place struct {
	Open Bits  // slots at which it can be used; nil: always
	Site int32 // row of Problem.Travel
	// Room is how many officers may be there at the same time in all, when
	// several blocks may be; 0: one block at a time.
	Room int32
}

// A Pool is a number of like things: kits, vehicles of a kind.
type Pool struct {
	Count int32
	Out   []int32 // how many cannot be used, for each slot; nil: all can
}

// A Lock says how far a block is given. One that is locked and nowhere stays
// nowhere.
type Lock uint8

const (
	Free   Lock = iota // all may change
	Held               // start, mode and place stay; its people may be changed
	Frozen             // all stays
)

// A Block is one thing to be given a start, a way to do it, a place and people.
type Block struct {
	Teams []int32
	Size  int32 // officers who take it, for Place.Room
	Class int32 // row of TeamGap and PlaceGap
	Idle  bool  // a meal, free time: no work, no rest needed around it
	Live  bool  // live fire, for Soft.Late
	Kind  int32 // of what kind, from 1, for Soft.Spread; 0: of none
	Modes []Mode
	Lock  Lock
	Home  Choice // where the plan of record has it; Start < 0: nowhere
	Wish  int32  // slot where courses usually have it; < 0: none
}

// A Mode is a way to do a block: in two relays or in three, or simply the only
// one.
type Mode struct {
	Len    int32
	Starts Bits    // slots at which it may begin
	Places []int32 // it takes one of them; none: it needs no place
	Needs  []Need
	Uses   []Use
	Cost   int32 // of choosing it, before Soft.Mode
}

// A Need is people of one role: Count of From, all different, and different from
// those of the block's other needs.
type Need struct {
	Count int32
	From  []int32
	// Days restricts those of From whose certificate does not hold on every day:
	// the slots at which each can have the role, in the order of From; nil: all.
	Days []Bits
	// Teaches counts the time as hours taught by them, for Soft.Hours and Fair.
	Teaches bool
}

// A Use is things of a pool drawn for as long as the block lasts.
type Use struct{ Pool, Count int32 }

// An Order is what two blocks A and B ask of each other.
type Order struct {
	A, B int32
	// Least: B begins after A has ended and at least so many duty days later;
	// < 0: any order.
	Least int32
	// Apart: at least so many duty days lie between their days, whichever is
	// first (1: not on the same day).
	Apart int32
	// Most: B is at most so many duty days after A, or A after B; < 0: any.
	Most int32
	Soft bool // only costs, as Ordering
}

// A Choice is what was decided for a block. People are those of the mode's
// needs, one need after the other; -1 where nobody was found for a locked block.
type Choice struct {
	Start  int32 // slot; < 0: not placed
	Mode   int32
	Place  int32 // < 0: none
	People []int32
}

// A Plan is a choice for each block, in the order of Problem.Blocks.
type Plan []Choice
