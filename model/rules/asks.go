package rules

import (
	"slices"

	"muster/model"
)

// Asks is what the rules ask for a session before anybody is named for it and
// before it has a place or a time: for who is to choose them. It reads what a
// Board reads, through the same functions.
type Asks struct {
	ground
	firm ground // with the windows forbidding, however strict the unit is about them
}

// NewAsks reads the settings and the rosters of the desk.
func NewAsks(d *model.Desk, o Options) *Asks {
	a := &Asks{ground: ground{limits: limitsOf(d.Settings.Rec), desk: d, opts: o}}
	for c := range d.Cohorts.All {
		a.rosters = append(a.rosters, newRoster(c, d))
	}
	firm := *a.limits
	for _, row := range []int{rDates, rTimes, rDark, rHostApproval, rCommand} {
		firm[row].hard = true
	}
	a.firm = a.ground
	a.firm.limits = &firm
	return a
}

// Wanted is people of one role that a session cannot do without, or had better
// have.
type Wanted struct {
	Role  model.Role
	Skill model.Skill // held as such; "": the certificate of the role will do
	Must  int         // fewer is forbidden
	Best  int         // fewer is warned of; never less than Must
}

// Crew is who the session needs at the place (zero: anywhere) and the start, on
// its cohort's wall clock, in the order of the roles: the people its block asks
// for and those of the rules, each person counted for one thing alone. Nobody
// for a session of a closed cohort.
func (a *Asks) Crew(s *model.Session, place model.ID, start model.Quarter) []Wanted {
	m := a.bare(s, place, start)
	if m == nil {
		return nil
	}
	k := sink{ground: &a.ground}
	var out wanted
	out.needs(&k, m)
	if b := &s.Block; b.LiveFire() {
		out.least(&k, rRSO, model.RSO, 1)
		out.line(&k, m)
	}
	if s.Block.ForceOnForce() {
		out.least(&k, rSafety, model.Safety, k.value(rSafety))
	}
	if s.Block.LiveFire() || lanesOfRescue(&s.Block) {
		out.least(&k, rMedic, model.Medic, k.value(rMedic))
	}
	out.drill(&k, m)
	if out.must(model.Lead) == 0 {
		switch line := out.must(model.Line) > 0; {
		case activity(&s.Block) == "" && !line && !s.Block.Rest && s.Ride == nil:
			out.least(&k, rLeads, model.Lead, 1)
		case activity(&s.Block) != "" && (!line || instructs(&s.Block) == ""):
			out.least(&k, rSkills, model.Lead, 1)
		}
	}
	for _, p := range m.parts { // of its stations
		out.given(p.role)
	}
	slices.SortStableFunc(out, func(x, y Wanted) int {
		return slices.Index(model.Roles, x.Role) - slices.Index(model.Roles, y.Role)
	})
	return slices.DeleteFunc(out, func(w Wanted) bool { return w.Best == 0 })
}

// bare is the session's item without the people named for it in the plan.
func (a *Asks) bare(s *model.Session, place model.ID, start model.Quarter) *item {
	at := *s
	at.Place, at.Start, at.Staff, at.Off = place, max(start, 1), nil, nil
	return a.compile(&at)
}

// wanted is people as they are asked for by one rule after another.
type wanted []Wanted

// of is how many of a role are asked for.
func (w wanted) of(r model.Role) int {
	n := 0
	for _, v := range w {
		if v.Role == r {
			n += v.Best
		}
	}
	return n
}

// needs adds those the block asks for. Somebody with a certificate serves for
// the need that asks for none.
func (w *wanted) needs(k *sink, m *item) {
	if k.limits[rNeeds].off {
		return
	}
	for _, n := range m.s.Block.Needs {
		count := n.For(m.engaged)
		if n.Skill == "" {
			w.least(k, rNeeds, n.Role, count)
			continue
		}
		i := slices.IndexFunc(*w, func(v Wanted) bool { return v.Role == n.Role && v.Skill == n.Skill })
		if i < 0 {
			i = len(*w)
			*w = append(*w, Wanted{Role: n.Role, Skill: n.Skill})
		}
		w.raise(k, rNeeds, i, count)
	}
}

// least sees to it that so many of a role are asked for, whatever they hold
// beside its certificate.
func (w *wanted) least(k *sink, row int, r model.Role, count int) {
	if k.limits[row].off {
		return
	}
	if more := count - w.of(r); more > 0 {
		i := slices.IndexFunc(*w, func(v Wanted) bool { return v.Role == r && v.Skill == "" })
		if i < 0 {
			i = len(*w)
			*w = append(*w, Wanted{Role: r})
		}
		(*w)[i].Best += more
	}
	if more := count - w.must(r); k.limits[row].hard {
		for i := range *w {
			if v := &(*w)[i]; v.Role == r && more > 0 {
				n := min(more, v.Best-v.Must)
				v.Must, more = v.Must+n, more-n
			}
		}
	}
}

func (w wanted) must(r model.Role) int {
	n := 0
	for _, v := range w {
		if v.Role == r {
			n += v.Must
		}
	}
	return n
}

func (w wanted) raise(k *sink, row, i, count int) {
	if k.limits[row].hard {
		w[i].Must = max(w[i].Must, count)
	}
	w[i].Best = max(w[i].Best, count)
}

// line adds the instructors of live fire: see onLine.
func (w *wanted) line(k *sink, m *item) {
	firing := m.engaged
	if k.limits[rEngaged].off {
		firing = m.officers
	}
	for _, row := range ratios {
		if !k.applies(row, m) || firing == 0 {
			continue
		}
		need := (firing + k.value(row) - 1) / k.value(row)
		switch {
		case k.limits[rLead].off:
			w.least(k, row, model.Lead, 1)
			need--
		case need >= 2:
			w.least(k, rLead, model.Lead, 1)
		default:
			w.least(k, row, model.Lead, 1)
			need = 0
		}
		w.least(k, row, model.Line, need)
	}
}

// drill adds the instructors of practice without fire: see drill.
func (w *wanted) drill(k *sink, m *item) {
	row, _, need := k.instruction(m)
	if need == 0 || k.limits[row].off {
		return
	}
	w.least(k, row, model.Lead, 1)
	w.least(k, row, model.Line, need-w.of(model.Lead))
}

// given takes off one who has the role already.
func (w wanted) given(r model.Role) {
	for i := range w {
		if v := &w[i]; v.Role == r && v.Best > 0 {
			v.Best--
			v.Must = max(v.Must-1, 0)
			return
		}
	}
}

// May reports whether the staff member may have the role in the block on a day,
// as far as certificates go. Who leads what is practised is certified even where
// the unit lets others have the roles they like: somebody must be.
func (a *Asks) May(st *model.Staff, b *model.Block, role model.Role, on model.Date) bool {
	if a.limits[rCertified].off && (role != model.Lead || a.limits[rSkills].off) {
		return true
	}
	return may(st, skillOf(role, b), role, on)
}

// A Tongue is officers who speak just these languages, best first.
type Tongue struct {
	Speaks   []string
	Officers int
}

// Tongues is what those who take the session speak, and whether it is forbidden
// (else only warned of) that somebody understands nobody. None where the unit
// does not care.
func (a *Asks) Tongues(s *model.Session) (list []Tongue, must bool) {
	m := a.bare(s, s.Place, s.Start)
	row := rTongue
	if m != nil && m.hazard != "" {
		row = rTongueHazard
	}
	if m == nil || !m.works() || a.limits[row].off {
		return nil, false
	}
	add := func(t tongue, n int) {
		i := slices.IndexFunc(list, func(v Tongue) bool { return slices.Equal(v.Speaks, t.speaks) })
		if i < 0 {
			i = len(list)
			list = append(list, Tongue{Speaks: t.speaks})
		}
		list[i].Officers += n
	}
	switch {
	case m.single():
		names := s.Only
		if s.Ride != nil {
			names = nil
			for _, v := range s.Ride.Riders {
				names = append(names, v.Person)
			}
		}
		for _, id := range names {
			if t, ok := m.r.tongueOf(id); ok {
				add(t, 1)
			}
		}
	default:
		for q, tongues := range m.r.tongues {
			for _, t := range tongues {
				if m.r.takes(s.Squads, model.Squad(q)) {
					add(t, len(t.people))
				}
			}
		}
	}
	return list, a.limits[row].hard
}

// Speaks reports whether somebody in that role makes a session of the block
// understood by those who speak the languages.
func (a *Asks) Speaks(st *model.Staff, b *model.Block, role model.Role, languages []string) bool {
	m := item{s: &model.Session{Block: *b}, parts: []part{{st, role}}}
	return m.speaks(languages)
}

// Suits is how well the place would do for the session at any time: Fine, Note
// when a rule warns of it, Hard when one forbids it. The zero ID is no place.
func (a *Asks) Suits(s *model.Session, place model.ID) Grade {
	m := a.bare(s, place, s.Start)
	if m == nil {
		return Fine
	}
	k := sink{ground: &a.ground}
	k.where(m)
	if s.Block.LiveFire() || lanesOfRescue(&s.Block) {
		k.medical(m)
	}
	if s.Block.LiveFire() {
		k.means(m)
	}
	worst := Fine
	for _, f := range k.faults {
		switch {
		case f.row == rMedic: // somebody, not somewhere
		case f.Hard:
			worst = Hard
		default:
			worst = max(worst, Note)
		}
	}
	return worst
}

// Begins reports, for each quarter from from up to to on its cohort's wall
// clock, whether the session might begin then as far as its own hours, the
// dark, the dates of its cohort and approvals that carry a date go, and is on
// the same duty day by its own and by the common clock.
func (a *Asks) Begins(s *model.Session, from, to model.Quarter) []bool {
	out := make([]bool, max(0, int(to-from)))
	m := a.bare(s, model.ID{}, from)
	if m == nil {
		return out
	}
	common := a.Common(m.c, from, to)
	k := sink{ground: &a.firm, quick: true}
	for i := range out {
		m.from = common[i]
		m.off = m.from - (from + model.Quarter(i))
		m.to = m.from + model.Quarter(s.Block.Length)
		t := m.own()
		if m.day = dutyDay(t.From); t.From <= 0 || dutyDay(m.from) != m.day {
			continue
		}
		k.bad = false
		k.dates(m, t)
		k.times(m, t)
		k.approvals(m, t.From.Date())
		if s.Block.Night {
			k.dark(m, t)
		}
		out[i] = !k.bad
	}
	return out
}

// Common is the moments on the clock common to all cohorts of the quarters from
// from up to to on the cohort's wall clock.
func (a *Asks) Common(c *model.Cohort, from, to model.Quarter) []model.Quarter {
	out := make([]model.Quarter, max(0, int(to-from)))
	off := func(q model.Quarter) model.Quarter {
		if a.opts.Offset == nil {
			return 0
		}
		return model.Quarter(a.opts.Offset(c.Zone, q))
	}
	for i := 0; i < len(out); i += model.Day {
		first := from + model.Quarter(i)
		now, then := off(first), off(first+model.Day)
		for j := i; j < min(i+model.Day, len(out)); j++ {
			at := from + model.Quarter(j)
			out[j] = at + now
			if now != then { // the clock is put forward or back that day
				out[j] = at + off(at)
			}
		}
	}
	return out
}

// Dark reports whether live fire would be by night if it began then, on its
// cohort's wall clock.
func (a *Asks) Dark(s *model.Session, start model.Quarter) bool {
	m := a.bare(s, model.ID{}, start)
	k := sink{ground: &a.ground}
	return m != nil && k.night(m)
}

// Late reports whether a ride that begins then is on the late shift.
func (a *Asks) Late(start model.Quarter) bool {
	k := sink{ground: &a.ground}
	return k.late(start)
}

// Spends is how much the session uses up of a pool.
func (a *Asks) Spends(s *model.Session, pool model.ID) int {
	if m := a.bare(s, s.Place, s.Start); m != nil {
		return m.uses(pool)
	}
	return 0
}

// Way is how far it is from one place to another, in minutes.
func (a *Asks) Way(p, q *model.Place) int { return a.travelTime(p, q) }

// DutyDay is the day of duty a moment belongs to: from 04:00 to 04:00.
func DutyDay(q model.Quarter) model.Date { return dutyDay(q) }

// Turn is the quarter of the day at which one day of duty ends and the next
// begins.
const Turn = turn

// Out reports whether riders are away with their hosts: on standby they are
// only called.
func Out(s *model.Session) bool { return s.Ride != nil && !s.Ride.Standby }

// HostOf is whose shift a patrol ride is on: the agency's, else that of the
// place it starts from, else its own.
func HostOf(s *model.Session) model.ID { return (&item{s: s}).host() }

// Hazard is what a safety briefing before the block is about; "" needs none.
func Hazard(b *model.Block) string { return string(hazardOf(b)) }

// Mixed reports whether one of the blocks fires live rounds and the other
// marking cartridges.
func Mixed(a, b *model.Block) bool { return mixed(a, b) }

// Certificate is what the role asks for in the block; "" nothing.
func Certificate(role model.Role, b *model.Block) model.Skill { return skillOf(role, b) }

// HoursText is a number of quarters as hours and minutes: "9:30".
func HoursText(quarters int) string { return hoursText(quarters) }

// Drilled reports whether the block is practice without fire, of which a rule
// asks that so many do nothing but instruct.
func Drilled(b *model.Block) bool { return treats(b) || practises(b) }
