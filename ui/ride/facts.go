package ride

import (
	"slices"
	"strconv"
	"strings"

	"muster/model"
	"muster/model/progress"
	"muster/ui/kit"
)

// A part is one statement of the head, in a tone of its own.
type part struct {
	tone tone
	text string
}

type tone uint8

const (
	plain tone = iota
	strong
	quiet
	good
	due
	fault
	struck // of a ride called off
)

func (e tone) style(th *kit.Theme) kit.Style {
	return [...]kit.Style{plain: th.Text, strong: th.Title, quiet: th.Muted, good: th.OK, due: th.Due, fault: th.Clash, struck: th.Muted.Strike()}[e]
}

// makeHead says what the ride is, when, with whom, and what is on record.
func (p *page) makeHead() []part {
	e, s, r := p.env, p.s, p.s.Ride
	var out []part
	say := func(t tone, text string) { out = append(out, part{t, text}) }
	kind, time := strong, plain
	if s.Off != nil {
		kind, time = struck, struck
	}
	say(kind, e.T("word.ride."+string(s.Block.RideKind)))
	if s.Off != nil {
		say(fault, e.T("ride.head.off", "at", s.Off.At.Clock(), "reason", dash(s.Off.Reason)))
	}
	if s.Placed() {
		say(time, e.Lang.DayDate(s.Start.Date())+" "+e.Lang.Hours(s.Span()))
		if r.Brief > 0 || r.Debrief > 0 {
			away, back := s.Start+model.Quarter(r.Brief), s.Span().To-model.Quarter(r.Debrief)
			say(quiet, e.T("ride.head.run", "from", e.Lang.Time(away), "to", e.Lang.Time(back)))
		}
	} else {
		say(due, e.T("ride.head.tray", "length", e.Lang.Length(s.Block.Length)))
	}
	mode := "ride.head.fixed"
	if r.Standby {
		mode = "ride.head.standby"
	}
	say(plain, e.T(mode))
	host := e.T("ride.head.no-agency")
	if a := p.desk.Agencies.Get(r.Host); a != nil {
		host = a.Label()
	}
	say(quiet, e.T("ride.head.host", "agency", host))
	out = append(out, p.approval("ride.head.approved", keyApproved, r.Approved))
	if s.Block.RideKind == model.SWATRide {
		out = append(out, p.approval("ride.head.command", keyCommand, r.Command))
	}
	if s.Block.RideKind == model.PatrolRide && len(s.Cars) > 0 {
		say(quiet, e.T("ride.head.one-a-car"))
	}
	for _, v := range p.cars() {
		say(plain, v.label())
	}
	if n := p.carless(); n > 0 && len(s.Cars) > 0 && !r.Standby {
		say(due, e.T("ride.head.carless", "n", n))
	}
	if len(s.Cars) == 0 {
		say(due, e.T("ride.head.no-cars"))
	}
	return append(out, p.ran()...)
}

func dash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// approval is a mark with the day it was given; one that comes after the ride
// is none.
func (p *page) approval(id, key string, given model.Date) part {
	switch {
	case given.IsZero():
		return part{due, p.env.T(id+".missing", "key", key)}
	case given > p.day():
		return part{fault, p.env.T(id) + " ! " + p.env.Lang.DayMonth(given)}
	}
	return part{good, p.env.T(id) + " ✓ " + p.env.Lang.DayMonth(given)}
}

// ran is how it really went, as far as the roll tells.
func (p *page) ran() []part {
	r := p.roll
	if r.IsEmpty() {
		return nil
	}
	var out []part
	for _, v := range []struct {
		id string
		at model.Minute
	}{{"ride.head.called", r.Called}, {"ride.head.begun", r.Begun}, {"ride.head.ended", r.Ended}} {
		if !v.at.IsZero() {
			out = append(out, part{good, p.env.T(v.id, "at", v.at.Clock())})
		}
	}
	there := 0
	for _, v := range p.s.Ride.Riders {
		if m, ok := r.Of(v.Person); ok && m.State.There() {
			there++
		}
	}
	if len(r.Marks) > 0 {
		out = append(out, part{plain, p.env.T("ride.head.there", "n", there, "of", len(p.s.Ride.Riders))})
	}
	if r.Brief != "" || r.Debrief != "" {
		out = append(out, part{quiet, p.env.T("ride.head.notes")})
	}
	return out
}

// A car is a vehicle of the ride, its seats, and how many riders are in it.
type car struct {
	v     *model.Vehicle
	seats int
	taken int
}

func (v car) label() string {
	return v.v.Name + " " + strconv.Itoa(v.taken) + "/" + strconv.Itoa(v.seats)
}

// cars are the vehicles of the ride.
func (p *page) cars() []car {
	var out []car
	for _, id := range p.s.Cars {
		v := p.desk.Vehicles.Get(id)
		if v == nil {
			continue
		}
		x := car{v: v, seats: seatsIn(p.s, v)}
		for _, r := range p.s.Ride.Riders {
			if r.Car != "" && strings.EqualFold(r.Car, carName(v)) {
				x.taken++
			}
		}
		out = append(out, x)
	}
	return out
}

// carName is what a rider's car is called when it is one of the vehicles.
func carName(v *model.Vehicle) string {
	name := []rune(v.Name)
	return strings.TrimSpace(string(name[:min(len(name), model.MaxShort)]))
}

// carless is how many riders are in none of the vehicles nor a sector.
func (p *page) carless() int {
	n := 0
	for _, r := range p.s.Ride.Riders {
		if r.Car == "" {
			n++
		}
	}
	return n
}

// A paper is how it stands with somebody's waiver for a day.
type paper uint8

const (
	waived paper = iota
	later        // signed only after that day
	unseen       // signed, not witnessed
	missing
)

func waiver(p *model.Person, day model.Date) paper {
	switch w := p.Papers; {
	case w.Waived(day):
		return waived
	case w.Waiver.IsZero():
		return missing
	case w.Witness == "":
		return unseen
	}
	return later
}

// cell is a sign, a word and a colour.
func (w paper) cell(e *kit.Env) kit.Cell {
	th := e.Theme
	sign := [...]string{waived: "✓ ", later: "! ", unseen: "! ", missing: "✗ "}[w]
	st := [...]kit.Style{waived: th.OK, later: th.Due, unseen: th.Due, missing: th.Clash}[w]
	return kit.Cell{Text: sign + e.T("ride.waiver."+w.id()), Style: st}
}

func (w paper) id() string {
	return [...]string{waived: "waived", later: "later", unseen: "unseen", missing: "missing"}[w]
}

// candidate is the one of the fair order.
func (p *page) candidate(id model.ID) (progress.Candidate, bool) {
	i := slices.IndexFunc(p.next, func(k progress.Candidate) bool { return k.Person.ID == id })
	if i < 0 {
		return progress.Candidate{}, false
	}
	return p.next[i], true
}

// objections are what speaks against a seat for somebody: the waiver, another
// session at that time, and each hard rule that would be broken because of
// them.
func (p *page) objections(id model.ID) []model.Message {
	k, ok := p.candidate(id)
	if !ok {
		return []model.Message{model.Say("ride.against.left", "person", id)}
	}
	var out []model.Message
	if !k.Waived {
		out = append(out, model.Say("ride.against."+waiver(k.Person, p.day()).id(), "person", id))
	}
	if k.Busy != nil {
		out = append(out, model.Say("ride.against.busy", "person", id, "block", k.Busy.Block.Title, "at", k.Busy.Span()))
	}
	return append(out, p.ruled(id)...)
}

// ruled is the hard rules a seat for somebody would break, but for those on
// waivers and on being in two places, which are said in our own words.
func (p *page) ruled(id model.ID) []model.Message {
	if !p.s.Placed() || p.s.Off != nil || p.s.Ride.Rides(id) {
		return nil
	}
	try := p.s.Clone()
	try.Ride.Riders = append(try.Ride.Riders, model.Rider{Person: id})
	var out []model.Message
	for _, c := range p.h.Board().Try(&try) {
		if c.Hard && c.Rule != ruleWaiver && c.Rule != ruleTwice && slices.Contains(c.People, id) {
			out = append(out, c.Text)
		}
	}
	return out
}

// The rules that the page itself words.
const (
	ruleWaiver = "waiver"
	ruleTwice  = "rider-twice"
)
