package grid

// A Criterion is something a plan costs for.
type Criterion uint8

const (
	Gaps     Criterion = iota // idle slots inside a team's day
	Moves                     // changes of place between blocks that touch, for a team
	Balance                   // days of a team that are fuller than others
	Spread                    // blocks of one kind close together, for a team
	Fair                      // hours taught, unevenly shared among people
	Close                     // blocks that are not where the plan of record has them
	Usual                     // days away from where courses have a block
	Lunch                     // no meal in its window
	Rest                      // less rest than one would wish, for teams and people
	Long                      // hours a day beyond what one would wish
	Late                      // live fire in the morning after a late evening
	Ordering                  // orders that are wishes
	Between                   // wished gaps between classes
	Modes                     // ways of doing a block that cost more
	Criteria int       = iota
)

// Soft is what a plan costs, by criterion: Weight × the count of it.
type Soft struct {
	Weight [Criteria]int32

	// Lunch: so many quarters free between From and Until of the day, for a team
	// that works before and after. 0: no rule.
	LunchNeed, LunchFrom, LunchUntil int32
	// Rests wished for, in quarters.
	TeamRest, PersonRest int32
	// Slots a day wished for at most: of a team, and taught by a person; 0: none.
	TeamMost, PersonMost int32
	// Late: a block that ends after LateFrom (quarter of its duty day's calendar
	// day) and live fire that begins before LateUntil on the next.
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
