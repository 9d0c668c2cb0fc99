package ride

import (
	"strconv"

	"muster/model"
	"muster/ui/kit"
)

// The columns of the riders.
const (
	rcRank = iota
	rcName
	rcCar
	rcHost
	rcWaiver
	rcThere
)

// setRiders fills the list of who has a seat, or a rank on standby.
func (p *page) setRiders() {
	e := p.env
	cols := []kit.Column{
		rcRank:   {ID: "rank", Title: "#", Min: 2, Right: true},
		rcName:   {ID: "name", Title: e.T("ride.col.name"), Min: 22, Max: 40, Grow: 3},
		rcCar:    {ID: "car", Title: e.T("ride.col.car"), Min: 8, Max: 16, Grow: 1, Drop: 2},
		rcHost:   {ID: "host", Title: e.T("ride.col.host"), Min: 8, Max: 16, Grow: 1, Drop: 3},
		rcWaiver: {ID: "waiver", Title: e.T("ride.col.waiver"), Min: 13, Max: 16, Drop: 1},
	}
	if p.roll != nil && len(p.roll.Marks) > 0 {
		cols = append(cols, kit.Column{ID: "there", Title: e.T("ride.col.there"), Min: 11, Max: 14})
	}
	p.riders.SetColumns(cols...)
	list := p.s.Ride.Riders
	p.riders.SetRows(kit.Rows[model.ID]{
		Len: len(list), Key: func(i int) model.ID { return list[i].Person },
		Cell: func(i, col int) kit.Cell { return p.riderCell(i, list[i], col) },
	})
}

func (p *page) riderCell(i int, r model.Rider, col int) kit.Cell {
	e, th := p.env, p.env.Theme
	who := p.desk.People.Get(r.Person)
	switch col {
	case rcRank:
		return kit.Cell{Text: strconv.Itoa(i + 1), Style: th.Muted}
	case rcName:
		return kit.Cell{Text: nameOf(who), Style: th.Text}
	case rcCar:
		return kit.Cell{Text: dash(r.Car), Style: muteIf(th, r.Car == "")}
	case rcHost:
		host, own := p.hostOf(r)
		return kit.Cell{Text: dash(host), Style: muteIf(th, !own)}
	case rcWaiver:
		if who == nil {
			return kit.Cell{}
		}
		return waiver(who, p.day()).cell(e)
	case rcThere:
		m, ok := p.roll.Of(r.Person)
		switch {
		case !ok && p.s.Ride.Standby && !p.roll.Called.IsZero():
			return kit.Cell{Text: e.T("ride.there.open"), Style: th.Muted}
		case !ok:
			return kit.Cell{Text: "–", Style: th.Muted}
		case m.State == model.Excused && len(m.Calls) > 0: // what they said when called
			return kit.Cell{Text: e.T("ride.there." + answerOf(m).id()), Style: th.Due}
		}
		st := th.Due
		if m.State.There() {
			st = th.OK
		}
		return kit.Cell{Text: e.T("word.presence." + string(m.State)), Style: st}
	}
	return kit.Cell{}
}

// hostOf is who takes the rider along: their own host or, when they go in one
// party, the ride's first one, who is everybody's. On patrol everybody has a
// host of their own, or nobody yet.
func (p *page) hostOf(r model.Rider) (name string, own bool) {
	if h := p.desk.Staff.Get(r.Host); h != nil {
		return h.Label(), true
	}
	return p.leader(), false
}

// leader is the host of all riders, "" where each has their own.
func (p *page) leader() string {
	if p.s.Block.RideKind == model.PatrolRide {
		return ""
	}
	for _, id := range p.s.In(model.Host) {
		if h := p.desk.Staff.Get(id); h != nil {
			return h.Label()
		}
	}
	return ""
}

func nameOf(p *model.Person) string {
	if p == nil {
		return "?"
	}
	return p.Name()
}

func muteIf(th *kit.Theme, quiet bool) kit.Style {
	if quiet {
		return th.Muted
	}
	return th.Text
}

// The columns of the fair next.
const (
	fcName = iota
	fcRides
	fcTime
	fcTongue
	fcWaiver
	fcBusy
)

// setFair fills the list of who might ride, the fairest first, without those
// who have a seat.
func (p *page) setFair() {
	e := p.env
	list := p.next[:0:0]
	for _, k := range p.next {
		if !k.Aboard {
			list = append(list, k)
		}
	}
	p.fair.SetColumns(
		kit.Column{ID: "name", Title: e.T("ride.col.name"), Min: 22, Max: 40, Grow: 3},
		kit.Column{ID: "rides", Title: e.T("ride.col.rides"), Min: 6, Right: true, Less: func(a, b int) bool { return list[a].Rides < list[b].Rides }},
		kit.Column{ID: "time", Title: e.T("ride.col.time"), Min: 5, Right: true, Drop: 3, Less: func(a, b int) bool { return list[a].Minutes < list[b].Minutes }},
		kit.Column{ID: "tongue", Title: e.T("ride.col.tongue"), Min: 6, Drop: 4},
		kit.Column{ID: "waiver", Title: e.T("ride.col.waiver"), Min: 13, Max: 16, Drop: 1},
		kit.Column{ID: "busy", Title: e.T("ride.col.busy"), Min: 12, Max: 40, Grow: 2, Drop: 2})
	p.fair.SetRows(kit.Rows[model.ID]{
		Len: len(list), Key: func(i int) model.ID { return list[i].Person.ID },
		Cell: func(i, col int) kit.Cell {
			k, th := list[i], e.Theme
			switch col {
			case fcName:
				return kit.Cell{Text: k.Person.Name(), Style: muteIf(th, !k.Waived || k.Busy != nil)}
			case fcRides:
				return kit.Cell{Text: strconv.Itoa(k.Rides), Style: th.Text}
			case fcTime:
				return kit.Cell{Text: hours(k.Minutes), Style: muteIf(th, k.Minutes == 0)}
			case fcTongue:
				if k.Tongue {
					return kit.Cell{Text: "✓", Style: th.OK}
				}
				return kit.Cell{Text: "–", Style: th.Due}
			case fcWaiver:
				return waiver(k.Person, p.day()).cell(e)
			}
			if k.Busy != nil {
				return kit.Cell{Text: "! " + k.Busy.Block.Title.In(e.Lang.Tag()), Style: th.Due}
			}
			if !k.Waived { // they have the time, and may not use it
				return kit.Cell{Text: e.T("ride.barred"), Style: th.Due}
			}
			return kit.Cell{Text: e.T("ride.free"), Style: th.Muted}
		},
	})
}

// hours writes minutes as 3:05; nothing yet is "–".
func hours(minutes int) string {
	if minutes == 0 {
		return "–"
	}
	m := strconv.Itoa(minutes % 60)
	if len(m) < 2 {
		m = "0" + m
	}
	return strconv.Itoa(minutes/60) + ":" + m
}
