package gridtest

import (
	"fmt"
	"slices"

	"muster/model/planner/grid"
)

// frame makes the problem of a file on a scale of slots, without weights.
func (f *file) frame(free bool, sc scale) (*grid.Problem, Names, error) {
	names := Names{Teams: f.Squads, People: f.People, Places: f.roomNames, Pools: f.equipNames}
	p := &grid.Problem{Tick: sc.tick}
	for d := range f.Days {
		for s := range sc.perDay {
			p.Day = append(p.Day, d)
			p.Clock = append(p.Clock, d*aDay+sc.clock(s))
		}
	}
	// After an evening a squad begins no earlier than slot RestSlots of the next
	// day: the time from the end of the last evening hour to that slot.
	if hours := f.PerDay - dayHours; hours > 0 {
		p.TeamRest = aDay + dayBegins + f.RestSlots*hour - (evening + hours*hour)
	}
	for range f.Squads {
		p.Teams = append(p.Teams, grid.Team{Most: sc.length(f.MaxPerDay)})
	}
	for range f.People {
		p.People = append(p.People, grid.Person{})
	}
	for _, name := range f.equipNames {
		p.Pools = append(p.Pools, grid.Pool{Count: f.Equipment[name]})
	}
	for range f.roomNames {
		p.Places = append(p.Places, grid.Place{})
	}
	for name, away := range f.Away {
		i := slices.Index(f.People, name)
		if i < 0 {
			return nil, names, fmt.Errorf("instructor_unavailable: no instructor %q", name)
		}
		p.People[i].Free = without(len(p.Day), away, sc)
	}
	for name, shut := range f.Shut {
		// A room that this variant lacks may still be named.
		if i := slices.Index(f.roomNames, name); i >= 0 {
			p.Places[i].Open = without(len(p.Day), shut, sc)
		}
	}
	for i := range f.Acts {
		block, err := f.block(&f.Acts[i], free, sc, len(p.Day))
		if err != nil {
			return nil, names, fmt.Errorf("acts[%d]: %w", i, err)
		}
		p.Blocks = append(p.Blocks, block)
		names.Blocks = append(names.Blocks, f.Acts[i].Code)
	}
	if err := f.orders(p); err != nil {
		return nil, names, err
	}
	return p, names, nil
}

// without is all slots but those that the hour slots become.
func without(n int, hours []int32, sc scale) grid.Bits {
	bits := grid.NewBits(n)
	for s := range n {
		bits.Set(int32(s))
	}
	for _, h := range hours {
		for _, s := range sc.spread(h) {
			if int(s) < n {
				bits.Clear(s)
			}
		}
	}
	return bits
}

func (f *file) block(a *act, free bool, sc scale, n int) (grid.Block, error) {
	block := grid.Block{Home: grid.Choice{Start: -1, Place: -1}, Wish: -1}
	for _, name := range a.Squads {
		i := slices.Index(f.Squads, name)
		if i < 0 {
			return block, fmt.Errorf("no squad %q", name)
		}
		block.Teams = append(block.Teams, int32(i))
		block.Size += f.Size[name]
	}
	if len(a.Kind) != 1 {
		return block, fmt.Errorf("kind is %q", a.Kind)
	}
	block.Kind = int32(a.Kind[0]-'A') + 1
	block.Live = a.Kind == "F" || a.Kind == "L"

	mode := grid.Mode{Len: sc.length(a.Dur), Starts: grid.NewBits(n)}
	for _, s := range a.Starts {
		if s < 0 || s/f.PerDay >= f.Days {
			return block, fmt.Errorf("start %d", s)
		}
		for _, slot := range sc.starts(a, s) {
			mode.Starts.Set(slot)
		}
	}
	for _, name := range a.Rooms {
		if i := slices.Index(f.roomNames, name); i >= 0 && f.Rooms[name] >= block.Size {
			mode.Places = append(mode.Places, int32(i))
		}
	}
	if len(mode.Places) == 0 {
		return block, fmt.Errorf("no room is large enough")
	}
	from := a.Fixed
	if free {
		from = a.Qualified
	}
	need := grid.Need{Count: a.Need, Teaches: true}
	for _, name := range from {
		i := slices.Index(f.People, name)
		if i < 0 {
			return block, fmt.Errorf("no instructor %q", name)
		}
		need.From = append(need.From, int32(i))
	}
	if need.Count > 0 {
		mode.Needs = []grid.Need{need}
	}
	for i, name := range f.equipNames {
		if count := a.Equip[name]; count > 0 {
			mode.Uses = append(mode.Uses, grid.Use{Pool: int32(i), Count: count})
		}
	}
	block.Modes = sc.modes(mode, a)
	return block, nil
}

func (f *file) orders(p *grid.Problem) error {
	add := func(field string, a, b, least, apart, most int32) error {
		if a < 0 || b < 0 || int(a) >= len(f.Acts) || int(b) >= len(f.Acts) {
			return fmt.Errorf("%s: no acts %d, %d", field, a, b)
		}
		p.Orders = append(p.Orders, grid.Order{A: a, B: b, Least: least, Apart: apart, Most: most})
		return nil
	}
	for _, o := range f.Prec {
		if err := add("prec", o[0], o[1], 0, 0, -1); err != nil {
			return err
		}
	}
	for _, o := range f.MinDays {
		if err := add("min_days", o[0], o[1], -1, o[2], -1); err != nil {
			return err
		}
	}
	for _, o := range f.MaxDays {
		if err := add("max_days", o[0], o[1], -1, 0, o[2]); err != nil {
			return err
		}
	}
	for _, o := range f.SameDay {
		if err := add("same_day", o[0], o[1], -1, 0, 0); err != nil {
			return err
		}
	}
	return nil
}
