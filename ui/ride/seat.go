package ride

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

// keep commits the ride changed, and says so: as a warning when more clashes
// than before.
func (p *page) keep(act model.Message, next model.Session, also ...model.Record) tea.Cmd {
	rec, err := model.NewSession(next)
	if err != nil {
		return p.refuse(err)
	}
	c := model.Change{Act: act, Puts: []model.Put{p.desk.Put(rec)}}
	for _, r := range also {
		c.Puts = append(c.Puts, p.desk.Put(r))
	}
	return p.commit(c)
}

func (p *page) commit(c model.Change) tea.Cmd {
	before := hard(p.clashes)
	cmd := p.h.Commit(c)
	p.read()
	kind := kit.OK
	if p.s != nil && hard(p.clashes) > before {
		kind = kit.Warn
	}
	return tea.Batch(cmd, p.tell(kind, c.Act))
}

func hard(list []rules.Clash) int {
	n := 0
	for i := range list {
		if list[i].Grade() == rules.Hard {
			n++
		}
	}
	return n
}

// put gives those marked, or the one under the cursor, a seat or the next rank
// on standby. Somebody against whom something speaks is refused with the
// reason, and taken all the same when the user says so: a rule tells it then.
func (p *page) put() tea.Cmd {
	who := p.fair.Chosen()
	var against []model.Message
	for _, id := range who {
		against = append(against, p.objections(id)...)
	}
	if over := len(who) - p.free(); over > 0 && p.seats() > 0 && !p.s.Ride.Standby {
		against = append(against, model.Say("ride.against.full", "seats", p.seats(), "n", over))
	} else if why := p.tooMany(who); !why.IsZero() {
		against = append(against, why)
	}
	if len(against) == 0 {
		return p.seat(who)
	}
	ask := kit.NewConfirm(p.env, model.Say("ride.put.title"), model.Say("ride.put.ask", "n", len(who), "why", sentences(against)),
		model.Say("ride.put.detail"), "ride.put.yes", "ride.put.no", "y", "enter")
	kit.Open(p.h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd {
		p.fresh()
		if p.s == nil {
			return nil
		}
		return p.seat(who)
	})
	return nil
}

// tooMany is the rule on how many ride at once that they would break together.
func (p *page) tooMany(who []model.ID) model.Message {
	try := p.s.Clone()
	for _, id := range who {
		if !try.Ride.Rides(id) {
			try.Ride.Riders = append(try.Ride.Riders, model.Rider{Person: id})
		}
	}
	return overfull(p.h.Board(), &try)
}

// sentences joins whole sentences; a list would put commas between them.
func sentences(list []model.Message) model.Message {
	m := list[0]
	for _, next := range list[1:] {
		m = model.Say("ride.both", "one", m, "other", next)
	}
	return m
}

// seat adds riders. Each gets a car with a free seat and, on patrol, a host
// who has nobody yet.
func (p *page) seat(who []model.ID) tea.Cmd {
	next := p.s.Clone()
	n := 0
	for _, id := range who {
		if !next.Ride.Rides(id) {
			next.Ride.Riders = append(next.Ride.Riders, p.newRider(&next, id))
			n++
		}
	}
	p.fair.Unmark()
	if n == 0 {
		return p.tell(kit.Info, model.Say("ride.nothing"))
	}
	act := model.Say("ride.act.seat", "n", n, "block", next.Block.Title)
	if n == 1 {
		act = model.Say("ride.act.seat.one", "person", who[0], "block", next.Block.Title)
	}
	return p.keep(act, next)
}

// newRider is a rider with the car and the host that come next. Those on
// standby get theirs when they are called.
func (p *page) newRider(s *model.Session, id model.ID) model.Rider {
	r := model.Rider{Person: id}
	if s.Ride.Standby {
		return r
	}
	r.Car = p.nextCar(s)
	if s.Block.RideKind == model.PatrolRide {
		r.Host = p.nextHost(s, id)
	}
	return r
}

// nextCar is the first vehicle of the session with a free seat, or none.
func (p *page) nextCar(s *model.Session) string {
	look := *p
	look.s = s
	for _, v := range look.cars() {
		if v.taken < v.seats {
			return carName(v.v)
		}
	}
	return ""
}

// nextHost is a host of the session who takes nobody along yet, one who speaks
// the rider's language before one who does not.
func (p *page) nextHost(s *model.Session, rider model.ID) model.ID {
	var speaks []string
	if x := p.desk.People.Get(rider); x != nil {
		speaks = x.Speaks
	}
	var first model.ID
	for _, id := range s.In(model.Host) {
		host := p.desk.Staff.Get(id)
		if host == nil || slices.ContainsFunc(s.Ride.Riders, func(r model.Rider) bool { return r.Host == id }) {
			continue
		}
		if slices.ContainsFunc(host.Speaks, func(l string) bool { return slices.Contains(speaks, l) }) {
			return id
		}
		if first.IsZero() {
			first = id
		}
	}
	return first
}

// fill gives free seats to the fairest who can take them, as many as the rules
// on a shift allow, and says why it stopped; on standby it ranks all who can.
func (p *page) fill() tea.Cmd {
	room := p.free()
	if p.s.Ride.Standby {
		room = len(p.next)
	}
	next, n := p.s.Clone(), 0
	var why model.Message // more would break a rule
	for _, k := range p.next {
		if n == room {
			break
		}
		if k.Aboard || len(p.objections(k.Person.ID)) > 0 {
			continue
		}
		try := next.Clone()
		try.Ride.Riders = append(try.Ride.Riders, p.newRider(&next, k.Person.ID))
		if why = overfull(p.h.Board(), &try); !why.IsZero() {
			break
		}
		if !bars(p.h.Board(), &try, k.Person.ID) {
			next, n = try, n+1
		}
	}
	if n == 0 {
		return p.tell(kit.Warn, p.whyUnfilled(why))
	}
	cmd := p.keep(p.filled(&next, n), next)
	if !why.IsZero() {
		return tea.Batch(cmd, p.tell(kit.Warn, model.Say("ride.fill.stopped", "n", n, "why", why)))
	}
	if left := p.free(); left > 0 && p.s != nil && !p.s.Ride.Standby {
		return tea.Batch(cmd, p.tell(kit.Warn, model.Say("ride.fill.left", "put", n, "n", left)))
	}
	return cmd
}

// filled is what filling came to: seats, or a list for so many seats.
func (p *page) filled(s *model.Session, n int) model.Message {
	switch {
	case !s.Ride.Standby:
		return model.Say("ride.act.fill", "n", n, "block", s.Block.Title)
	case p.seats() == 0:
		return model.Say("ride.act.fill.list", "n", n, "block", s.Block.Title)
	}
	return model.Say("ride.act.fill.standby", "ranked", n, "n", p.seats(), "block", s.Block.Title)
}

// whyUnfilled is why nobody was given a seat: a rule, or those who are left.
func (p *page) whyUnfilled(rule model.Message) model.Message {
	if !rule.IsZero() {
		return model.Say("ride.fill.none", "why", rule)
	}
	left, unsigned := 0, 0
	for _, k := range p.next {
		if k.Aboard {
			continue
		}
		left++
		if !k.Waived {
			unsigned++
		}
	}
	switch {
	case left == 0:
		return model.Say("ride.fair.empty")
	case unsigned == left:
		return model.Say("ride.fill.waivers", "n", left)
	}
	return model.Say("ride.fill.nobody")
}

// takeOff takes riders off the ride.
func (p *page) takeOff() tea.Cmd {
	who := p.riders.Chosen()
	next := p.s.Clone()
	next.Ride.Riders = slices.DeleteFunc(next.Ride.Riders, func(r model.Rider) bool { return slices.Contains(who, r.Person) })
	p.riders.Unmark()
	act := model.Say("ride.act.off", "n", len(who), "block", next.Block.Title)
	if len(who) == 1 {
		act = model.Say("ride.act.off.one", "person", who[0], "block", next.Block.Title)
	}
	return p.keep(act, next)
}

// rank moves the rider under the cursor up (-1) or down (+1) the list.
func (p *page) rank(by int) tea.Cmd {
	id, _ := p.riders.CurrentKey()
	next := p.s.Clone()
	list := next.Ride.Riders
	i := slices.IndexFunc(list, func(r model.Rider) bool { return r.Person == id })
	if i < 0 || i+by < 0 || i+by >= len(list) {
		return nil
	}
	list[i], list[i+by] = list[i+by], list[i]
	return p.keep(model.Say("ride.act.rank", "person", id, "n", i+by+1), next)
}
