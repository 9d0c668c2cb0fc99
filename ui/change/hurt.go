package change

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
	"muster/ui/tab"
)

// The three things that change.
const (
	absent = "absent" // somebody of the staff
	closed = "closed" // a place
	late   = "late"   // an officer
)

// An event is what changed, and the board as it was before: what hurts is the
// difference.
type event struct {
	h      tab.Host
	kind   string
	id     model.ID // of the staff, the place or the officer
	cohort model.ID // of a late officer
	span   model.Span
	before *rules.Board

	told  map[string]bool   // clashes as they were when it had just changed
	about map[model.ID]bool // sessions that counted on what is not there, also when mended since
}

// A hurt is one thing that is worse than it was.
type hurt struct {
	session model.ID // zero: a cohort as a whole
	cohort  model.ID
	at      model.Span
	hard    bool
	text    model.Message
}

// show opens the list of what hurts, or says that nothing does.
func (v *event) show() tea.Cmd {
	list := v.hurts()
	if len(list) == 0 {
		return v.h.Tell(kit.OK, model.Say("change.no-harm."+v.kind, "what", v.id))
	}
	d := newHurtList(v, list)
	kit.Open(v.h.Dialogs(), d, v.h.Jump)
	return nil
}

// hurts is everything that is worse than before, by time: new clashes, what
// would be wrong without who is absent, what somebody late misses, and the
// sessions that still count on what is not there.
func (v *event) hurts() []hurt {
	e, d, b := v.h.Env(), v.h.Desk(), v.h.Board()
	v.begin()
	known := keysOf(e, v.before.Clashes())
	var out []hurt
	told := map[string]bool{}
	concerned := map[model.ID]bool{}
	add := func(x hurt) {
		if key := x.session.String() + e.Say(x.text); !told[key] {
			told[key] = true
			concerned[x.session] = true
			out = append(out, x)
		}
	}
	for _, c := range b.Clashes() {
		if key := keyOf(e, &c); known[key] > 0 {
			known[key]--
			continue
		} else if !v.concerns(&c, key) {
			continue
		}
		x := hurt{cohort: c.Cohort, at: c.At, hard: c.Hard, text: c.Text}
		if len(c.Sessions) > 0 {
			x.session = v.mostly(c.Sessions)
		}
		add(x)
	}
	for _, s := range v.counts() {
		for _, x := range v.without(b, s) {
			add(x)
		}
		if !concerned[s.ID] {
			add(hurt{session: s.ID, cohort: s.Cohort, at: s.Span(), text: model.Say("change.counts."+v.kind, "what", v.id)})
		}
	}
	slices.SortStableFunc(out, func(a, b hurt) int { return v.order(d, a) - v.order(d, b) })
	return out
}

// begin notes, the first time, what came of the change itself: whatever else
// changes while the list is open is no matter of it.
func (v *event) begin() {
	if v.about == nil {
		v.told, v.about = map[string]bool{}, map[model.ID]bool{}
		list := v.h.Board().Clashes()
		for i := range list {
			v.told[keyOf(v.h.Env(), &list[i])] = true
		}
	}
	for _, s := range v.counts() {
		v.about[s.ID] = true
	}
}

// concerns reports whether a clash has to do with what changed, or with how it
// was mended.
func (v *event) concerns(c *rules.Clash, key string) bool {
	return v.told[key] || c.Place == v.id || slices.Contains(c.People, v.id) ||
		slices.ContainsFunc(c.Sessions, func(id model.ID) bool { return v.about[id] })
}

// order is when a hurt is felt: at its session's start; what concerns a whole
// cohort comes last.
func (v *event) order(d *model.Desk, x hurt) int {
	if s := d.Sessions.Get(x.session); s != nil && s.Placed() {
		return int(s.Start)
	}
	if x.at.From > 0 {
		return int(x.at.From)
	}
	return 1 << 30
}

// mostly is the session of a clash that is about what changed, else the first.
func (v *event) mostly(sessions []model.ID) model.ID {
	d := v.h.Desk()
	for _, id := range sessions {
		if s := d.Sessions.Get(id); s != nil && v.needs(s) {
			return id
		}
	}
	return sessions[0]
}

// needs reports whether the session counts on what is not there: within the
// time, by the wall clock of its own cohort.
func (v *event) needs(s *model.Session) bool {
	if !s.Placed() || s.Off != nil {
		return false
	}
	switch v.kind {
	case absent:
		return s.Span().Overlaps(v.span) && s.Employs(v.id)
	case closed:
		return s.Span().Overlaps(v.span) && s.Place == v.id
	}
	c := v.h.Desk().Cohorts.Get(v.cohort)
	return c != nil && s.Cohort == v.cohort && s.Start < v.span.To && !s.Block.Rest &&
		slices.ContainsFunc(s.Takers(c), func(x model.Seat) bool { return x.Person == v.id })
}

// counts is the sessions that count on what is not there, by time.
func (v *event) counts() []*model.Session {
	var out []*model.Session
	for s := range v.h.Desk().Sessions.All {
		if v.needs(s) {
			out = append(out, s)
		}
	}
	model.SortSessions(out)
	return out
}

// without is what the rules would say of a session if the absent one's parts
// were simply empty: fewer on the line, nobody who leads.
func (v *event) without(b *rules.Board, s *model.Session) []hurt {
	if v.kind != absent {
		return nil
	}
	e := v.h.Env()
	known := keysOf(e, b.ClashesOf(s.ID))
	for key, n := range keysOf(e, v.before.ClashesOf(s.ID)) {
		known[key] = max(known[key], n)
	}
	next := s.Recast(v.id, model.ID{})
	var out []hurt
	for _, c := range b.Try(&next) {
		if known[keyOf(e, &c)] == 0 {
			out = append(out, hurt{
				session: s.ID, cohort: s.Cohort, at: c.At, hard: c.Hard,
				text: model.Say("change.without", "who", v.id, "what", c.Text),
			})
		}
	}
	return out
}

// keyOf tells one clash from another; keysOf counts them, since one may be
// told twice.
func keyOf(e *kit.Env, c *rules.Clash) string {
	var b strings.Builder
	b.WriteString(c.Rule)
	for _, id := range c.Sessions {
		b.WriteString(id.String())
	}
	for _, id := range c.People {
		b.WriteString(id.String())
	}
	b.WriteString(e.Say(c.Text))
	return b.String()
}

func keysOf(e *kit.Env, list []rules.Clash) map[string]int {
	out := make(map[string]int, len(list))
	for i := range list {
		out[keyOf(e, &list[i])]++
	}
	return out
}
