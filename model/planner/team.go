package planner

import (
	"slices"

	"muster/model"
	"muster/model/planner/grid"
)

// A cell is officers of one squad who take the same sessions by name: on a
// ride, or another chance.
type cell struct {
	squad  model.Squad
	key    string // of those sessions
	people []model.ID
	team   int32
}

// named are those who take the session one by one and are busy with it: riders
// on standby are only called.
func (it *item) named() []model.ID {
	if it.s.Ride == nil {
		return it.s.Only
	}
	if it.s.Ride.Standby {
		return nil
	}
	out := make([]model.ID, len(it.gets))
	for i, r := range it.gets {
		out[i] = r.Person
	}
	return out
}

// single reports whether officers take it one by one.
func (it *item) single() bool { return it.s.Ride != nil || len(it.s.Only) > 0 }

// muster makes the teams: squads, and the cells that part from them.
func (t *task) muster() {
	most := int32(0)
	for _, id := range []string{"taught-hours", "taught-hours-most"} {
		if v, hard, off := t.value(id); hard && !off && (most == 0 || int32(v*model.Hour) < most) {
			most = int32(v * model.Hour)
		}
	}
	for _, v := range t.classes {
		for q := range v.squads {
			v.squads[q] = -1
		}
		for _, it := range v.items {
			for _, q := range it.squads() {
				if v.squads[q] < 0 {
					v.squads[q] = t.team(most)
				}
			}
		}
		t.cells(v)
	}
}

func (t *task) team(most int32) int32 {
	t.p.Teams = append(t.p.Teams, grid.Team{Most: most})
	return int32(len(t.p.Teams) - 1)
}

// part is a team that parts from another now and then; from none, when that is
// below 0.
func (t *task) part(of int32) int32 {
	n := t.team(0)
	t.p.Teams[n].Of = of + 1
	return n
}

// squads is who takes it as whole squads; 0 is a class that is not dealt into
// any.
func (it *item) squads() []model.Squad {
	if it.single() {
		return nil
	}
	if it.class.c.Squads == 0 {
		return []model.Squad{0}
	}
	return (it.s.Squads & it.class.c.SquadSet()).List()
}

// cells makes the cells of a class.
func (t *task) cells(v *class) {
	keys := map[model.ID][]byte{}
	for i, it := range v.items {
		for _, id := range it.named() {
			if !it.rest {
				keys[id] = append(keys[id], byte(i>>8), byte(i))
			}
		}
	}
	at := map[string]int{}
	for _, s := range v.c.Seats {
		key, ok := keys[s.Person]
		if !ok {
			continue
		}
		id := string(key) + s.Squad.String()
		i, ok := at[id]
		if !ok {
			i = len(v.cells)
			at[id] = i
			v.cells = append(v.cells, cell{squad: s.Squad, key: id, team: t.part(v.squads[s.Squad])})
		}
		v.cells[i].people = append(v.cells[i].people, s.Person)
	}
}

// teams is the teams that are busy with the item.
func (t *task) teams(it *item) []int32 {
	var out []int32
	v := it.class
	if it.single() {
		for _, id := range it.named() {
			for i := range v.cells {
				if c := &v.cells[i]; slices.Contains(c.people, id) && !slices.Contains(out, c.team) {
					out = append(out, c.team)
				}
			}
		}
		return out
	}
	for _, q := range it.squads() {
		out = append(out, v.squads[q])
		for i := range v.cells {
			if v.cells[i].squad == q {
				out = append(out, v.cells[i].team)
			}
		}
	}
	return out
}

// officers is how many take it, and how many are engaged at a time.
func (it *item) officers(b *model.Block) (all, engaged int) {
	s := *it.s
	s.Block = *b
	if s.Ride != nil {
		r := *s.Ride
		r.Riders = it.gets
		s.Ride = &r
	}
	all = s.Officers(it.class.c)
	return all, b.Engaged(all)
}
