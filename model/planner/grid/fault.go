package grid

// A Breach is a way in which something hard is broken.
type Breach uint8

const (
	Unplaced       Breach = iota + 1 // A has no start
	Barred                           // A may not begin then in its mode
	TeamTwice                        // team Of has A and B at the same time
	PersonTwice                      // person Of has A and B at the same time
	PlaceTwice                       // place Of has A and B at the same time
	PlaceFull                        // place Of has more officers than room, from Slot
	Shut                             // place Of cannot be used then
	WrongPlace                       // place Of is not among those of the mode
	Away                             // person Of cannot be used then
	WrongPerson                      // person Of cannot have the role, or has two in A
	Nobody                           // need Of is short of people
	PoolShort                        // pool Of is overdrawn, from Slot
	Disorder                         // order Of is broken by A and B
	NoRest                           // team Of rests too little between A and B
	PersonNoRest                     // person Of does
	TooLong                          // team Of works too long on the day of Slot; A is one of its blocks
	PersonTooLong                    // person Of does
	TooClose                         // A and B lack the gap of their classes, for team Of
	PlaceTooClose                    // the same, in place Of
	NoTravel                         // team Of cannot get from A to B in time
	PersonNoTravel                   // person Of cannot
)

// A Fault is one thing that is broken. B is -1 where one block is concerned, Of
// is -1 where nothing is named.
//
// Of two blocks at the same time A has the lower number, else A is the earlier;
// in Disorder they are the order's A and B, whatever their times. Slot is the
// later one's start, or the start of the only one; of PlaceFull and PoolShort it
// is the first slot of each run of slots in which the limit is passed, and A the
// block of the lowest number that takes part in that slot; of TooLong and
// PersonTooLong, which are told once a day, A is the block of the lowest number
// that works on that day and Slot its start. Two blocks that overlap are told
// only as that, not as too close, too far or badly rested.
type Fault struct {
	Breach   Breach
	A, B, Of int32
	Slot     int32
}
