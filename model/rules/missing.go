package rules

import (
	"cmp"
	"slices"

	"muster/model"
)

// A Grade is how bad a clash is, the worst last.
type Grade uint8

const (
	Fine       Grade = iota
	Note             // a rule that only warns is broken
	Incomplete       // somebody or something is still to be named
	Hard             // a rule that forbids is broken: two things cannot both be
)

// Grade is how bad it is. What only wants somebody named, a place chosen or an
// approval recorded is incomplete, not a clash: a fresh plan would be all alarm.
func (c *Clash) Grade() Grade {
	switch what, _ := c.missing(); {
	case what != "":
		return Incomplete
	case c.Hard:
		return Hard
	}
	return Note
}

// missing is what is still to be named: the id of its noun and how many of it,
// 0 where there is nothing to count; "" when the clash is of another sort.
func (c *Clash) missing() (noun string, n int) {
	switch c.Text.ID {
	case "clash.people-needed", "clash.people-needed.skill":
		role, _ := c.arg("role").(model.Message)
		return role.ID, c.count()
	case "clash.range-safety-officer":
		return "clash.role.rso", 1
	case "clash.medic":
		return "clash.role.medic", c.count()
	case "clash.force-on-force-safety", "clash.station-safety":
		return "clash.role.safety", c.count()
	case "clash.lead-uncounted", "clash.skills-instructor", "clash.nobody-leads":
		return "clash.role.lead", 1
	case "clash.live-ratio-ceiling", "clash.live-ratio-indoor", "clash.live-ratio-night",
		"clash.live-ratio-first", "clash.live-ratio-automatic":
		if !c.Hard {
			return "", 0 // enough to go on with, if not what is wished
		}
		return "clash.role.line", c.count()
	case "clash.vehicles-needed":
		kind, _ := c.arg("kind").(model.Message)
		return kind.ID, c.count()
	case "clash.swat-seats.none":
		return "clash.vehicle.armoured", 1
	case "clash.no-place":
		return "clash.missing.place", 0
	case "clash.nobody-takes":
		return "clash.missing.squad", 0
	case "clash.nobody-takes.ride":
		return "clash.missing.riders", 0
	case "clash.host-approval":
		return "clash.missing.agency", 0
	case "clash.swat-approval":
		return "clash.missing.commander", 0
	case "clash.trauma-kit":
		return "clash.missing.trauma", 0
	case "clash.trauma-kit.aed":
		return "clash.missing.aed", 0
	case "clash.trauma-kit.both":
		return "clash.missing.both", 0
	case "clash.language":
		if !c.Hard {
			return "", 0
		}
		return "clash.role.interpreter", 1
	case "clash.missing":
		return c.Text.ID, 0 // of a digest
	case "clash.waiver":
		return "clash.missing.waiver", 0
	case "clash.waiver.unwitnessed":
		return "clash.missing.witness", 0
	}
	return "", 0
}

func (c *Clash) arg(name string) any {
	for _, a := range c.Text.Args {
		if a.Name == name {
			return a.Value
		}
	}
	return nil
}

func (c *Clash) count() int {
	n, _ := c.arg("n").(int)
	return n
}

// A lack is one thing that a session is still to be given.
type lack struct {
	noun string
	n    int
}

// Digest is the clashes as a person wants to read them: the worst first, and
// what a session is still to be given in one clash, said as a list. Board keeps
// them all.
func Digest(list []Clash) []Clash {
	out := make([]Clash, 0, len(list))
	at := map[model.ID]int{} // of the session: where in out
	lacks := map[model.ID][]lack{}
	for i := range list {
		c := &list[i]
		noun, n := c.missing()
		if noun == "" || len(c.Sessions) != 1 {
			out = append(out, *c)
			continue
		}
		id := c.Sessions[0]
		j, seen := at[id]
		if !seen {
			j = len(out)
			at[id] = j
			out = append(out, *c)
		}
		whole := &out[j]
		whole.Hard = whole.Hard || c.Hard
		whole.People = joined(whole.People, c.People)
		lacks[id] = with(lacks[id], lack{noun, n})
	}
	for id, j := range at {
		out[j].Text = model.Say("clash.missing", "what", said(lacks[id]))
		out[j].AnyTime = true
	}
	slices.SortStableFunc(out, func(a, b Clash) int { return cmp.Compare(b.Grade(), a.Grade()) })
	return out
}

// with adds what is missing; what two rules ask for is missing once.
func with(all []lack, l lack) []lack {
	for i := range all {
		if all[i].noun == l.noun {
			all[i].n = max(all[i].n, l.n)
			return all
		}
	}
	return append(all, l)
}

func said(all []lack) []model.Message {
	out := make([]model.Message, len(all))
	for i, l := range all {
		out[i] = model.Say(l.noun)
		if l.n > 1 {
			out[i] = model.Say("clash.missing.several", "n", l.n, "what", out[i])
		}
	}
	return out
}

// Tally counts a digest: clashes, sessions that are incomplete, notes.
func Tally(digest []Clash) (hard, incomplete, notes int) {
	for i := range digest {
		switch digest[i].Grade() {
		case Hard:
			hard++
		case Incomplete:
			incomplete++
		case Note:
			notes++
		}
	}
	return hard, incomplete, notes
}
