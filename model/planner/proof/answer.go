package proof

import "muster/model/planner/grid"

// A Verdict is what was shown.
type Verdict uint8

const (
	NotProved  Verdict = iota // neither, when time ended
	Possible                  // there is a plan
	Impossible                // there is none
)

// An Answer says whether a problem has a plan, or a block a place in one, and
// what stands against it.
type Answer struct {
	Verdict Verdict
	// Lines cannot hold together: seven at the most, or more where time ended
	// before they were made fewer, and Minimal is false. None unless Impossible.
	Lines []Line
	// Minimal: without any one of the lines the others can hold. This was tried
	// for each, against the blocks as they are (their length, teams, places and
	// the people they need) and the blocks that are locked.
	Minimal bool
	// Loosen are single changes, those that were shown to work first.
	Loosen []Loosening
	// Ways are given by Block alone.
	Ways []Way
	// Plan is a plan for the problem, when the verdict is Possible; of Find, else,
	// the one that leaves out the least.
	Plan grid.Plan
	// Tally is how it was found out.
	Tally Tally
}

// A Tally says what the answer took.
type Tally struct {
	Counted   bool  // the lines were found by counting alone
	Questions int   // yes-or-no questions
	Conflicts int64 // in these
	Plans     int   // searches for a plan
}

// A Kind is what a requirement asks.
type Kind uint8

const (
	TeamOnce     Kind = iota + 1 // each of Teams is in one block at a time
	PersonOnce                   // each of People is
	PlaceOnce                    // each of Places holds one block at a time
	PlaceRoom                    // each of Places holds so many officers at a time
	PoolCount                    // no more of Pools is drawn than there is
	PersonAway                   // People cannot be used on Days
	PlaceShut                    // Places cannot be used on Days
	Starts                       // Blocks begin only when they may
	Before                       // of each of Orders, A ends before B begins
	Later                        // and B is so many days later
	Apart                        // A and B are so many days apart
	Within                       // A and B are at most so many days apart
	TeamDay                      // Teams work at most so long on a day
	PersonDay                    // People do
	TeamRest                     // Teams rest between days
	PersonRest                   // People do
	TeamGap                      // there is time between Blocks of one team
	PlaceGap                     // there is time between Blocks in one place
	TeamTravel                   // Teams have time to get from place to place
	PersonTravel                 // People have
	Need                         // Blocks need people who there are too few of
	Stands                       // Blocks stay where they are, locked
	Earliest                     // Blocks cannot begin before Slot: Orders and the starts of what comes first
	Latest                       // Blocks must have ended by Slot: Orders and the starts of what comes last
)

// A Line is one requirement of several that cannot hold together: a rule, and
// what it concerns.
type Line struct {
	Kind   Kind
	Blocks []int32 // concerned
	Orders []int32
	Teams  []int32
	People []int32
	Places []int32
	Pools  []int32
	Days   []int32 // duty days concerned; nil: all
	Slot   int32   // of Earliest and Latest

	// Count is set where the line was found by counting: so much is asked of
	// what the line names between two days and so much is there.
	Count *Count
	// Bars is given by Block alone: at how many starts this line alone bars it.
	Bars int32

	atoms  []atom
	supply *supply // what Count counts
}

// A Count is what is asked and what is there.
type Count struct {
	From, Until int32 // duty days, both counted
	// Blocks that need it within these days. Asked is how many times one of People,
	// Places, Pools or Teams is needed for Each slots, and Have how often there is
	// one for so long. Each 0: the blocks differ in length; both are in slots.
	Blocks            []int32
	Asked, Have, Each int32
}

// An Ease is a way to loosen a requirement.
type Ease uint8

const (
	GiveUp    Ease = iota + 1 // it is not asked any more
	Less                      // one less is asked: of days apart, of hours
	OneMore                   // there is one more like People, Places or Pools
	Present                   // People or Places can be used on Days after all
	MoreTimes                 // Blocks may begin at other times too, of the same days or of other days
	LeaveOut                  // Blocks are left out
	Unlock                    // Blocks may move
)

// A Loosening is one thing that could be given up, eased or added.
type Loosening struct {
	Line int // of Answer.Lines; -1 for Unlock
	Ease Ease
	// What it concerns, where that is not all of the line.
	Blocks, Orders, Teams, People, Places, Pools, Days []int32
	// Works: with it, and nothing else, there is a plan. Fails: there is none.
	// Neither: not shown, in the time there was.
	Works, Fails bool
	// Problem is the problem so loosened, and Plan, when it works, a plan of that.
	// Somebody or some place added to it has the number after the last.
	Problem *grid.Problem
	Plan    grid.Plan
}

// Options is what to know beside the problem.
type Options struct {
	// Families are numbers for the blocks: those of one number are the same
	// lesson for different teams, so that what is asked of one is asked of all,
	// and one line tells it. nil: told apart by what the problem shows.
	Families []int32
	// Seed of the searches for a plan.
	Seed int64
}
