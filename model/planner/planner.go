package planner

import (
	"context"

	"muster/model"
	"muster/model/planner/grid"
	"muster/model/rules"
)

// Options is what is to be planned and how.
type Options struct {
	// Cohorts whose sessions may be moved. Those of every other open cohort
	// stand as they are, and what they use is taken.
	Cohorts []model.ID
	// Keep starts from the plan as it is and prefers it, and keeps people for whom
	// there is no need; else everything that is neither past, published nor pinned
	// is planned from nothing. Riders that are named stay either way.
	Keep bool
	// Only are the sessions that may change, when not nil; the others stay when
	// and where they are, or in the tray, with perhaps other people.
	Only []model.ID
	// Loose lets published sessions move too: those of a cohort that is published
	// or later which are as everybody was told. Where nobody was told of any
	// session of it, all that have a time count as published.
	Loose bool
	// Now is the present on the wall clock of a zone: what has begun stays.
	// nil: nothing is past.
	Now func(zone string) model.Quarter
	// Seed of the search: the same seed, the same plan, for the same number of
	// steps.
	Seed int64
	// Steps ends the search after so many moves of improvement instead of by the
	// context alone; 0: until the context is done.
	Steps int
	Rules rules.Options
}

// A Job is a desk made ready for planning. It may be used by several goroutines.
type Job struct {
	desk *model.Desk
	opts Options
	task *task
	grid *grid.Grid
}

// A Result is a plan, or as much of one as was found. It is never changed.
type Result struct {
	Sessions []*model.Session // those that differ from the desk, with their ids
	Placed   int              // sessions of the cohorts that have a time
	Unplaced []model.ID       // those that have none
	Hard     int              // times a rule that forbids is broken, but for what has to be granted: see Granted
	Moved    int              // sessions with another start than they had on the desk
	Swapped  int              // sessions that only got other people, places or cars
	Cost     int64            // of everything wished for: less is better
	Bound    int64            // no plan costs less, as far as is proved
	Costs    []Cost           // the same by criterion
	Why      []model.Message  // why what is unplaced is, and what is short
	Steps    int64            // moves tried
	Done     bool             // nothing better can be: Cost is Bound
}

// A Cost is what a plan costs by one criterion.
type Cost struct {
	Wish   string // id of the Wish it belongs to
	Count  int    // how often what it counts occurs
	Points int64  // what all of these cost
}

// Change is the result as one act to commit, against the desk it was made for.
func (r *Result) Change(d *model.Desk, act model.Message) model.Change {
	c := model.Change{Act: act}
	for _, s := range r.Sessions {
		c.Puts = append(c.Puts, d.Put(s))
	}
	return c
}

// An Offer is one way to repair a plan, with its price.
type Offer struct {
	Result
	Kind    OfferKind
	Proved  bool // no plan moves fewer
	Atleast int  // moves that any complete plan needs, as far as is proved
}

// An OfferKind says what an offer does.
type OfferKind uint8

const (
	Substitutes OfferKind = iota // other people only; nothing moves
	OtherPlaces                  // other places and people; no start moves
	FewestMoves                  // the fewest moves there can be, or that were found
	FairPrice                    // more moves, and a plan that costs less
	LargestPart                  // what holds of the plan; the rest goes to the tray
)

// A Verdict is an answer to "why not".
type Verdict uint8

const (
	Possible   Verdict = iota // there is a plan
	Impossible                // there is none
	NotProved                 // time ended before either was shown
)

// An Explanation says why a plan, or a block's place in it, cannot be.
type Explanation struct {
	Verdict      Verdict
	Requirements []Requirement // that cannot hold together; each alone is harmless
	Minimal      bool          // without any one of them the others can hold
	Loosen       []Loosening   // single changes that make a plan possible
}

// A Requirement is one line of an explanation.
type Requirement struct {
	Rule     string     // id in the table of rules
	Sessions []model.ID // concerned
	Text     model.Message
}

// A Loosening is one thing that could be given up or added.
type Loosening struct {
	Rule  string
	Text  model.Message
	Works bool // shown to make a plan possible; else only not shown otherwise
}

// The methods of a Job end when ctx is done, with the best there is so far, and
// not before they have something to show. show, which may be nil, is called
// from the searching goroutine with each better plan.
var _ interface {
	Make(ctx context.Context, show func(*Result)) *Result
	Repair(ctx context.Context, show func(*Offer)) []Offer
	Explain(ctx context.Context, session model.ID) Explanation
} = (*Job)(nil)
