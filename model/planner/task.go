package planner

import (
	"muster/model"
	"muster/model/planner/grid"
	"muster/model/rules"
	"muster/model/templates"
)

// A task is a desk in numbers: the problem, and what each of its numbers stands
// for. It is never changed once it is made.
type task struct {
	desk *model.Desk
	opts Options
	use
	asks *rules.Asks
	set  *model.Settings
	line line
	p    grid.Problem

	classes []*class // cohorts with sessions in the problem
	items   []*item  // by block of the problem
	people  []*model.Staff
	places  []*model.Place
	pools   []pool
	person  map[model.ID]int32
	place   map[model.ID]int32
	pool    map[pool]int32
	grains  []grain // by class of blocks
	built   templates.Built
	able    map[talent]*pick
	begins  map[hours]grid.Bits
	lacks   []lack
	bound   [][2]int32              // blocks, and what must come before them
	stocked map[*item]model.Quarter // when there are rounds enough for it
}

// A class is a cohort as the task needs it.
type class struct {
	c      *model.Cohort
	from   model.Quarter // of the wall clock, first of common
	common []model.Quarter
	mine   bool // its sessions are to be planned
	now    model.Quarter
	holds  bool   // published before it was kept what was told: what has a time stays
	works  []bool // by day of the cohort: it is taught
	strict bool   // a day off in so many is a must
	meals  []pause
	squads [model.MaxSquads + 1]int32 // teams; 0 is a class without squads; -1: none yet
	cells  []cell
	items  []*item
}

// An item is a session, or what is left of one the next duty day.
type item struct {
	s     *model.Session
	class *class
	lock  grid.Lock
	modes []manner        // by mode of its block
	gets  []model.Rider   // riders, as on the desk or as dealt
	needs []model.CarNeed // vehicles
	rest  bool            // the part of a session after the turn of the day
	stuck bool            // held, but for its place
	block int32           // its number
}

// A manner is a mode of a block in the words of records.
type manner struct {
	block model.Block
	parts [][]model.Role // of each person of the choice; none: theirs already
}

// use is what a task is for, beside making a plan.
type use struct {
	mends bool // what is in the tray stays there
	alone bool // what may not change keeps its people too
}

// newTask reads the desk.
func newTask(d *model.Desk, o Options, u use) (*task, error) {
	t := &task{
		desk: d, opts: o, use: u, asks: rules.NewAsks(d, o.Rules), set: d.Settings.Rec,
		person: map[model.ID]int32{}, place: map[model.ID]int32{}, pool: map[pool]int32{},
		built: templates.AdvancedTactical(), able: map[talent]*pick{}, begins: map[hours]grid.Bits{},
	}
	if err := t.draw(); err != nil {
		return nil, err
	}
	t.enlist()
	t.site()
	t.gather()
	for v := range t.planned {
		t.week(v)
		t.tables(v)
	}
	t.deal()
	t.muster()
	t.ration()
	for i, it := range t.items {
		it.block = int32(i)
		t.modes(it)
	}
	t.orders()
	t.wish()
	return t, nil
}

// value is a rule as the unit has set it.
func (t *task) value(id string) (value int, hard, off bool) {
	r, _ := rules.Find(id)
	return r.Set(t.set)
}

// quarters is minutes in quarters, rounded up.
func quarters(minutes int) int32 { return int32((minutes + 14) / 15) }
