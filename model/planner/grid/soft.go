package grid

// A Criterion is something a plan costs for.
type Criterion uint8

const (
	// Slots between a team's first and last work of a stretch without a block of
	// its. A stretch is slots of one duty day that follow one another on the clock.
	Gaps Criterion = iota
	// Pairs of a team's blocks in different places, the one beginning in the slot
	// after the other's last, in one stretch.
	Moves
	// Slots of a team's work a duty day beyond its share: its work (the shortest
	// modes) over the days on which any of its work may begin, or is at home, rounded
	// up.
	Balance
	// Blocks of one kind, beyond the first, on one duty day of a team.
	Spread
	// Slots taught by a person beyond their share: of each block's first mode, the
	// slots of each need that teaches shared equally by all it can be; the sum of
	// these rounded up. Only people; it is Shares of a Grid.
	Fair
	// Blocks that are not where the plan of record has them: 2 for another start,
	// else 1 for another mode or place, or for somebody who is not in it at home.
	Close
	Usual // duty days away from where courses have a block
	// Duty days of a team without so long a time free of work in the window.
	Lunch
	// Times a team's or a person's rest from one duty day to the next (the number
	// after it) is shorter than wished.
	Rest
	Long // slots a duty day beyond those wished, of a team's work, taught by a person
	// Live blocks of a team in the morning after a late evening.
	Late
	Ordering // orders that are wishes, and broken
	Between  // pairs of blocks closer than the gap wished for a team, or in a place
	Modes    // Mode.Cost

	Criteria int = iota
)

// Soft is what a plan costs, by criterion: Weight × the count of it.
type Soft struct {
	Weight [Criteria]int32

	// Lunch: so many quarters on end free of work (a block that is Idle is free)
	// between From and Until, quarters of the calendar day on which the duty day's
	// first slot begins. 0: no rule.
	LunchNeed, LunchFrom, LunchUntil int32
	// Rests wished for, in quarters.
	TeamRest, PersonRest int32
	// Slots a day wished for at most: of a team, and taught by a person; 0: none.
	TeamMost, PersonMost int32
	// Late: work that ends after LateFrom, and live fire of the same team that
	// begins before LateUntil on the next duty day (the number after it), each a
	// quarter of the calendar day on which the duty day's first slot begins.
	LateFrom, LateUntil int32
	// Gaps wished for between classes, as Problem.TeamGap and PlaceGap.
	TeamGap, PlaceGap [][]int32
}

// Costs is what a plan costs by criterion, weights applied.
type Costs [Criteria]int64

// Sum is all of it.
func (c *Costs) Sum() int64 {
	var n int64
	for _, v := range c {
		n += v
	}
	return n
}
