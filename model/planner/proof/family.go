package proof

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"muster/model/planner/grid"
)

// families numbers the blocks so that the same lesson of different teams has one
// number: blocks that look alike, and that come before and after blocks that
// look alike. When they may begin, and with whom, is left out: one squad may
// have another evening or another instructor, and the lesson is still the same.
func families(p *grid.Problem) []int32 {
	looks := make([]string, len(p.Blocks))
	for b := range p.Blocks {
		k := &p.Blocks[b]
		var s strings.Builder
		fmt.Fprint(&s, k.Kind, k.Class, len(k.Teams), k.Idle, k.Live)
		for i := range k.Modes {
			m := &k.Modes[i]
			fmt.Fprint(&s, "|", m.Len, m.Places, len(m.Needs))
			for _, n := range m.Needs {
				fmt.Fprint(&s, " ", n.Count)
			}
			for _, u := range m.Uses {
				fmt.Fprint(&s, " u", u.Pool) // how many follows from the squad
			}
		}
		looks[b] = s.String()
	}
	colour := number(looks)
	for kinds := -1; ; {
		now := slices.Max(append(colour, 0))
		if int(now) == kinds {
			return colour
		}
		kinds = int(now)
		around := make([][]string, len(p.Blocks))
		for _, o := range p.Orders {
			if o.Soft {
				continue
			}
			around[o.A] = append(around[o.A], fmt.Sprint("<", o.Least, o.Apart, o.Most, colour[o.B]))
			around[o.B] = append(around[o.B], fmt.Sprint(">", o.Least, o.Apart, o.Most, colour[o.A]))
		}
		for b := range looks {
			slices.Sort(around[b])
			looks[b] = fmt.Sprint(colour[b], slices.Compact(around[b]))
		}
		colour = number(looks)
	}
}

// number gives equal strings one number, in the order of the strings.
func number(looks []string) []int32 {
	all := slices.Clone(looks)
	slices.Sort(all)
	all = slices.Compact(all)
	out := make([]int32, len(looks))
	for i, s := range looks {
		n, _ := slices.BinarySearch(all, s)
		out[i] = int32(n)
	}
	return out
}

// A sort is a set of atoms that is kept or given up as one.
type sort struct {
	kind Kind
	a, b int32
}

// sorts are two ways to put atoms together. In the rough one "relays in order"
// is one requirement; in the fine one relay 1 before relay 2 is one, of all
// squads.
type sorts struct {
	p      *grid.Problem
	family []int32
}

func (s *sorts) fine(a atom) sort {
	k := sort{kind: a.kind}
	switch a.kind {
	case Before, Later, Apart, Within:
		o := &s.p.Orders[a.of]
		k.a, k.b = s.family[o.A], s.family[o.B]
	case Starts, Need, Stands:
		k.a = s.family[a.of]
	case TeamOnce, TeamDay, TeamRest, TeamGap, TeamTravel:
	default:
		k.a = a.of
	}
	return k
}

func (s *sorts) rough(a atom) sort {
	k := s.fine(a)
	switch a.kind {
	case Before, Later, Apart, Within:
		o := &s.p.Orders[a.of]
		if x, y := s.p.Blocks[o.A].Kind, s.p.Blocks[o.B].Kind; x > 0 && y > 0 {
			k.a, k.b = -x, -y
		}
	case Starts:
		if x := s.p.Blocks[a.of].Kind; x > 0 {
			k.a = -x
		}
	case PersonOnce, PersonDay, PersonRest, PersonTravel, PlaceOnce, PlaceRoom, PlaceGap:
		k.a = 0
	}
	return k
}

func (a sort) compare(b sort) int {
	return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b))
}

// gather puts atoms together by sort, in the order of the sorts.
func gather(list []atom, by func(atom) sort) [][]atom {
	sets := map[sort][]atom{}
	var keys []sort
	for _, a := range list {
		k := by(a)
		if _, ok := sets[k]; !ok {
			keys = append(keys, k)
		}
		sets[k] = append(sets[k], a)
	}
	slices.SortFunc(keys, sort.compare)
	out := make([][]atom, len(keys))
	for i, k := range keys {
		out[i] = sets[k]
	}
	return out
}
