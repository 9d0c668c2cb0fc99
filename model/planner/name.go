package planner

import (
	"slices"

	"muster/model"
	"muster/model/planner/proof"
)

// The names of what the numbers of a proof stand for.

// listed is how many names a sentence lists.
const listed = 4

// short cuts a list of names for a sentence.
func short[T any](list []T) []T { return list[:min(len(list), listed)] }

func (t *task) ids(blocks []int32) []model.ID {
	var out []model.ID
	for _, b := range blocks {
		if id := t.items[b].s.ID; !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

func (t *task) titles(blocks []int32) []model.Text {
	var out []model.Text
	for _, b := range blocks {
		if v := t.items[b].s.Block.Title; !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return short(out)
}

// pairs are the titles of what comes first and what comes then.
func (t *task) pairs(orders []int32) (first, then []model.Text) {
	var a, b []int32
	for _, o := range orders {
		a, b = append(a, t.p.Orders[o].A), append(b, t.p.Orders[o].B)
	}
	return t.titles(a), t.titles(b)
}

// apartOf is the most days that an order asks for between its blocks.
func (t *task) apartOf(orders []int32) int {
	n := int32(0)
	for _, o := range orders {
		n = max(n, t.p.Orders[o].Least, t.p.Orders[o].Apart)
	}
	return int(n)
}

// squads are the letters of squads; of officers who take something by name, of
// the squad they are from.
func (t *task) squads(teams []int32) []string {
	var out []string
	add := func(s string) {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, v := range t.classes {
		for q, n := range v.squads {
			if slices.Contains(teams, n) {
				add(model.Squad(q).String())
			}
		}
		for i := range v.cells {
			if slices.Contains(teams, v.cells[i].team) {
				add(v.cells[i].squad.String())
			}
		}
	}
	slices.Sort(out)
	return out
}

func (t *task) staff(people []int32) []model.ID {
	var out []model.ID
	for _, q := range people {
		if int(q) < len(t.people) {
			out = append(out, t.people[q].ID)
		}
	}
	return short(out)
}

func (t *task) sites(places []int32) []model.ID {
	var out []model.ID
	for _, p := range places {
		if int(p) < len(t.places) {
			out = append(out, t.places[p].ID)
		}
	}
	return short(out)
}

// things are the names of pools.
func (t *task) things(pools []int32) []model.Message {
	var out []model.Message
	for _, i := range pools {
		switch k := t.pools[i]; {
		case !k.kit.IsZero():
			out = append(out, model.Say("planner.thing.kit", "kit", t.desk.Kits.Get(k.kit).Name))
		case k.cars != "":
			out = append(out, model.Say("clash.vehicle."+string(k.cars)))
		case !k.lanes.IsZero():
			out = append(out, model.Say("planner.thing.lanes", "place", k.lanes))
		default:
			out = append(out, model.Say("planner.thing.riders"))
		}
	}
	return short(out)
}

func (t *task) date(day int32) model.Date {
	return t.line.from.Date().Days(int(day))
}

// dates are those days on which a cohort planned has its course: a few by name,
// more as a stretch.
func (t *task) dates(days []int32) model.Message {
	var out []model.Date
	for _, d := range days {
		on := t.date(d)
		for v := range t.planned {
			if on >= v.c.First && on <= v.c.Last && !slices.Contains(out, on) {
				out = append(out, on)
			}
		}
	}
	if len(out) > 2 && int(out[len(out)-1]-out[0]) == len(out)-1 {
		return model.Say("planner.days.stretch", "from", out[0], "until", out[len(out)-1])
	}
	return model.Say("planner.days.some", "days", out)
}

// moment is when the slot of a line is on the clock of its first block.
func (t *task) moment(l *proof.Line) model.Quarter {
	if len(l.Blocks) == 0 {
		return t.line.from + model.Quarter(l.Slot)
	}
	return t.wall(t.items[l.Blocks[0]].class, l.Slot)
}
