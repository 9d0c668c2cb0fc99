//go:build bench

package main

import (
	"fmt"
	"strings"

	"muster/model/planner/proof"
)

var kinds = map[proof.Kind]string{
	proof.TeamOnce: "each squad is in one block at a time", proof.PersonOnce: "one block at a time",
	proof.PlaceOnce: "one squad at a time", proof.PlaceRoom: "room for so many", proof.PoolCount: "no more than there is",
	proof.PersonAway: "away", proof.PlaceShut: "shut", proof.Starts: "allowed starts", proof.Before: "in this order",
	proof.Later: "days later", proof.Apart: "days apart", proof.Within: "at most so many days apart",
	proof.TeamDay: "hours a day", proof.PersonDay: "hours a day", proof.TeamRest: "rest", proof.PersonRest: "rest",
	proof.TeamGap: "time between", proof.PlaceGap: "time between", proof.TeamTravel: "travel", proof.PersonTravel: "travel",
	proof.Need: "needs people", proof.Stands: "locked", proof.Earliest: "cannot begin before", proof.Latest: "must have ended by",
}

var eases = [...]string{
	"", "give up", "ask less", "one more like", "there after all", "other times too", "leave out", "unlock",
}

func (c trial) print(a proof.Answer) {
	for _, l := range a.Lines {
		fmt.Printf("    · %s%s", kinds[l.Kind], c.things(l.Teams, l.People, l.Places, l.Pools, l.Blocks, l.Days))
		if l.Kind == proof.Earliest || l.Kind == proof.Latest {
			fmt.Printf(" [day %d slot %d; %d orders]", c.p.Day[min(int(l.Slot), len(c.p.Day)-1)], l.Slot, len(l.Orders))
		}
		if n := l.Count; n != nil {
			fmt.Printf(" [asked %d, have %d of %d slots, days %d–%d]", n.Asked, n.Have, n.Each, n.From, n.Until)
		}
		fmt.Println()
	}
	for _, l := range a.Loosen {
		state := "not shown"
		if l.Works {
			state = "WORKS"
		} else if l.Fails {
			state = "fails"
		}
		fmt.Printf("    → %-9s (line %d) %s%s", state, l.Line+1, eases[l.Ease], c.things(l.Teams, l.People, l.Places, l.Pools, l.Blocks, l.Days))
		for i, o := range l.Orders {
			if i == 3 {
				fmt.Print(" …")
				break
			}
			fmt.Printf(" %s>%s", c.names.Blocks[c.p.Orders[o].A], c.names.Blocks[c.p.Orders[o].B])
		}
		fmt.Println()
	}
}

func (c trial) things(teams, people, places, pools, blocks, days []int32) string {
	var s strings.Builder
	list := func(of []int32, names []string) {
		for i, n := range of {
			if i == 12 {
				fmt.Fprintf(&s, " … %d", len(of))
				break
			}
			name := "new"
			if int(n) < len(names) {
				name = names[n]
			}
			s.WriteString(" " + name)
		}
	}
	list(teams, c.names.Teams)
	list(people, c.names.People)
	list(places, c.names.Places)
	list(pools, c.names.Pools)
	list(blocks, c.names.Blocks)
	if days != nil {
		fmt.Fprint(&s, " days ", days)
	}
	return s.String()
}
