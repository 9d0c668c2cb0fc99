package ride

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/roll"
)

// The keys that the head of the page names.
const (
	keyApproved = "a"
	keyCommand  = "c"
)

// Actions are the page's keys, in the order in which they are likely wanted.
func (p *page) Actions() []kit.Action {
	if p.s == nil {
		return []kit.Action{{ID: "kit.cancel", Keys: []string{"esc"}, Rank: 1}}
	}
	act := func(id string, rank int, why func() model.Message, run func() tea.Cmd, keys ...string) kit.Action {
		return kit.Action{ID: "ride." + id, Keys: keys, Group: "ride", Rank: rank, Why: why, Run: run}
	}
	off, standby := p.s.Off != nil, p.s.Ride.Standby
	var out []kit.Action
	if p.onFair {
		out = append(out, act("put", 1, p.whyPut, p.put, "enter"), act("car", 0, p.whyRider, p.editCar, "h"))
	} else {
		out = append(out, act("car", 1, p.whyRider, p.editCar, "enter", "h"))
	}
	out = append(out,
		act("again", rankIf(off, 2), p.whyAgain, p.again, "n"),
		act("call", rankIf(standby && !off, 2), p.whyCall, p.call, "o"),
		act("fill", rankIf(!off, 6), p.whyFill, p.fill, "F"),
		act("waiver", 8, p.whyPerson, p.signWaiver, "w"),
		act("off", rankIf(!p.onFair, 5), p.whyRider, p.takeOff, "x", "delete"),
		act("up", 0, p.whyRank, func() tea.Cmd { return p.rank(-1) }, "K", "shift+up"),
		act("down", rankIf(standby && !p.onFair, 9), p.whyRank, func() tea.Cmd { return p.rank(1) }, "J", "shift+down"),
		act("lists", 7, nil, p.swapLists, "tab", "left", "right"),
		act("approved", 0, nil, p.approve, keyApproved),
		act("command", 0, p.whyCommand, p.command, keyCommand),
		act("terms", 10, nil, p.editTerms, "e"),
		act("cars", 0, nil, p.pickCars, "v"),
		act("times", rankIf(p.begun(), 9), p.whyTimes, p.editTimes, "t"),
		act("programme", 11, nil, func() tea.Cmd { return Programme(p.h, p.c) }, "L"),
	)
	for _, a := range roll.Actions(p.h, func() *model.Session { return p.s }) {
		a.Rank = 12
		out = append(out, a)
	}
	for i := range out { // what can do nothing now stands behind what can
		if out[i].Rank > 0 && !out[i].Enabled() {
			out[i].Rank += 20
		}
	}
	return append(out,
		kit.Action{ID: "kit.close", Keys: []string{"esc"}, Rank: 3},
		listKeys(p.h.Dialogs(), 4))
}

// listKeys is the action that lists every key of the dialog on top.
func listKeys(s *kit.Stack, rank int) kit.Action {
	a := kit.KeysAction(rank)
	a.Run = func() tea.Cmd {
		s.ListKeys()
		return nil
	}
	return a
}

// rankIf is the place in the line of keys while it is likely wanted, else
// none.
func rankIf(likely bool, rank int) int {
	if likely {
		return rank
	}
	return 0
}

// begun reports whether the ride is on, or was.
func (p *page) begun() bool { return p.s.Placed() && p.now >= p.s.Start.Minute() }

// The reasons why something can do nothing now.

func (p *page) whyPerson() model.Message {
	if _, ok := p.list().CurrentKey(); !ok {
		return model.Say("ride.why.nobody")
	}
	return model.Message{}
}

func (p *page) whyRider() model.Message {
	switch {
	case len(p.s.Ride.Riders) == 0:
		return model.Say("ride.why.riderless")
	case p.onFair:
		return model.Say("ride.why.on-fair")
	}
	return p.whyPerson()
}

func (p *page) whyPut() model.Message {
	if why := p.whyPerson(); !why.IsZero() {
		return why
	}
	return p.whyOff()
}

func (p *page) whyOff() model.Message {
	if p.s.Off != nil {
		return model.Say("ride.why.off")
	}
	return model.Message{}
}

func (p *page) whyFill() model.Message {
	switch why := p.whyOff(); {
	case !why.IsZero():
		return why
	case p.s.Ride.Standby:
		return model.Message{}
	case p.seats() == 0:
		return model.Say("ride.why.no-seats")
	case p.free() == 0:
		return model.Say("ride.why.full", "seats", p.seats())
	}
	return model.Message{}
}

func (p *page) whyRank() model.Message {
	switch why := p.whyRider(); {
	case !why.IsZero():
		return why
	case !p.s.Ride.Standby:
		return model.Say("ride.why.not-ranked")
	}
	return model.Message{}
}

func (p *page) whyCommand() model.Message {
	if p.s.Block.RideKind != model.SWATRide {
		return model.Say("ride.why.patrol")
	}
	return model.Message{}
}

func (p *page) whyCall() model.Message {
	switch why := p.whyOff(); {
	case !why.IsZero():
		return why
	case !p.s.Ride.Standby:
		return model.Say("ride.why.fixed")
	case !p.s.Placed():
		return model.Say("ride.why.tray")
	case len(p.s.Ride.Riders) == 0:
		return model.Say("ride.why.riderless")
	case p.now < p.s.Start.Minute()-early:
		return model.Say("ride.why.early", "at", p.s.Start)
	}
	return model.Message{}
}

func (p *page) whyTimes() model.Message {
	switch why := p.whyOff(); {
	case !why.IsZero():
		return why
	case !p.s.Placed():
		return model.Say("ride.why.tray")
	}
	return model.Message{}
}

func (p *page) whyAgain() model.Message {
	if p.s.Off == nil {
		return model.Say("ride.why.on")
	}
	return model.Message{}
}
