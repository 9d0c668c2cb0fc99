package gridtest

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"muster/model/planner/grid"
)

// Names is what the rows of a problem are called in the file it came from.
type Names struct {
	Blocks, Teams, People, Places, Pools []string
}

// The clock of a course file, in quarters from midnight: day hours from 08:00,
// evening hours from 20:00.
const (
	hour      = 4
	dayBegins = 8 * hour
	evening   = 20 * hour
	dayHours  = 8 // hours of a day before the evening ones
)

// A file is a course file as it is written.
type file struct {
	Name       string             `json:"name"`
	Days       int32              `json:"days"`
	PerDay     int32              `json:"slots_per_day"`
	Squads     []string           `json:"squads"`
	Size       map[string]int32   `json:"size"`
	People     []string           `json:"instructors"`
	Rooms      map[string]int32   `json:"rooms"`
	Away       map[string][]int32 `json:"instructor_unavailable"`
	Shut       map[string][]int32 `json:"room_unavailable"`
	Acts       []act              `json:"acts"`
	Prec       [][2]int32         `json:"prec"`
	MinDays    [][3]int32         `json:"min_days"`
	MaxDays    [][3]int32         `json:"max_days"`
	SameDay    [][2]int32         `json:"same_day"`
	Equipment  map[string]int32   `json:"equipment"`
	RestSlots  int32              `json:"rest_slots_after_evening"`
	MaxPerDay  int32              `json:"max_hours_daily"`
	roomNames  []string
	equipNames []string
}

type act struct {
	ID        int32            `json:"id"`
	Code      string           `json:"code"`
	Squads    []string         `json:"squads"`
	Dur       int32            `json:"dur"`
	Qualified []string         `json:"qualified"`
	Need      int32            `json:"need"`
	Fixed     []string         `json:"fixed"`
	Rooms     []string         `json:"rooms"`
	Kind      string           `json:"kind"`
	Starts    []int32          `json:"starts"`
	Equip     map[string]int32 `json:"equip"`
}

// Course reads a course file into a problem of hour slots. With free the people
// are chosen among the qualified, else those the file fixes are the only ones.
//
// Rooms too small for a block are not among its places. Weights: 2 for an idle
// slot inside a squad's day, 1 for a change of place. Errors name the field that
// is wrong; unknown fields are errors.
func Course(r io.Reader, free bool) (*grid.Problem, Names, error) {
	f, err := read(r)
	if err != nil {
		return nil, Names{}, err
	}
	p, names, err := f.frame(free, hourly(f))
	if err != nil {
		return nil, Names{}, err
	}
	p.Soft.Weight[grid.Gaps] = 2
	p.Soft.Weight[grid.Moves] = 1
	return p, names, nil
}

func read(r io.Reader) (*file, error) {
	dec := json.NewDecoder(r)
	dec.DisallowUnknownFields()
	f := &file{}
	if err := dec.Decode(f); err != nil {
		return nil, fmt.Errorf("course file: %w", err)
	}
	if dec.More() {
		return nil, fmt.Errorf("course file: more than one value")
	}
	if f.Days <= 0 || f.Days > 400 || f.PerDay < dayHours || f.PerDay > 16 {
		return nil, fmt.Errorf("course file: %d days of %d slots", f.Days, f.PerDay)
	}
	for name := range f.Rooms {
		f.roomNames = append(f.roomNames, name)
	}
	for name := range f.Equipment {
		f.equipNames = append(f.equipNames, name)
	}
	slices.Sort(f.roomNames)
	slices.Sort(f.equipNames)
	for i, a := range f.Acts {
		if a.ID != int32(i) {
			return nil, fmt.Errorf("acts[%d]: id is %d", i, a.ID)
		}
		if a.Dur <= 0 || len(a.Squads) == 0 || len(a.Rooms) == 0 || len(a.Fixed) != int(a.Need) {
			return nil, fmt.Errorf("acts[%d]: needs dur, squads, rooms and as many fixed as need", i)
		}
		// The rest after an evening is the same whenever it ends, in the file; here
		// it is a length of time. The two agree where evenings end with their day.
		for _, s := range a.Starts {
			if end := s%f.PerDay + a.Dur; end > dayHours && end != f.PerDay {
				return nil, fmt.Errorf("acts[%d]: an evening block that ends before the evening does", i)
			}
		}
	}
	return f, nil
}

// A scale says how the hours of a file become slots.
type scale struct {
	perDay int32 // slots a duty day
	tick   int32
	clock  func(slot int32) int32        // of a slot within its day, in quarters
	spread func(hourSlot int32) []int32  // the slots that an hour slot becomes
	starts func(a *act, s int32) []int32 // slots at which a may begin when it may begin at hour slot s
	length func(hours int32) int32       // in slots
	modes  func(grid.Mode, *act) []grid.Mode
}

// hourly keeps the slots of the file.
func hourly(f *file) scale {
	return scale{
		perDay: f.PerDay, tick: hour,
		clock: func(h int32) int32 {
			if h < dayHours {
				return dayBegins + h*hour
			}
			return evening + (h-dayHours)*hour
		},
		spread: func(s int32) []int32 { return []int32{s} },
		starts: func(_ *act, s int32) []int32 { return []int32{s} },
		length: func(hours int32) int32 { return hours },
		modes:  func(m grid.Mode, _ *act) []grid.Mode { return []grid.Mode{m} },
	}
}
