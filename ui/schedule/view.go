package schedule

import (
	"cmp"
	"slices"
	"strings"

	"muster/model"
	"muster/ui/ride"
)

// A card is a session as the board shows it, its words made ready.
type card struct {
	s       *model.Session
	cohort  *model.Cohort
	foreign bool // of another cohort: seen, not touched
	all     bool // of all squads
	grade   grade
	title   string
	who     string // squads, or the other cohort's code
	place   string // with how full it is
	people  string
	when    string
	off     bool     // called off
	changed bool     // not as it was published
	facts   []string // which chance it is, how it went
}

// refresh derives everything that is shown from the desk. Sessions keep their
// order; the cursor keeps its session.
func (t *Tab) refresh() {
	t.cohort = t.host.Cohort()
	if v := t.seam.Draft(); v != nil && (t.cohort == nil || t.cohort.ID != v.Cohort) {
		t.seam.ShowDraft(model.ID{}) // another cohort's board is that of record
	}
	t.sessions, t.cards, t.tray, t.hatches = nil, nil, nil, nil
	if t.cohort == nil {
		t.move = nil
		t.arrange()
		return
	}
	if t.cohort.ID != t.last {
		t.last, t.move, t.inTray, t.filter = t.cohort.ID, nil, false, nil
		t.lens, t.sel, t.at, t.first, t.stepSet = lens{}, model.ID{}, 0, 0, 0
		t.big = dayView{}
		clear(t.rolls)
	}
	d := t.host.Desk()
	t.lens = t.valid(t.lens)
	t.sessions = d.SessionsOf(t.cohort.ID)
	t.out = published(t.sessions)
	t.weigh()
	for _, s := range t.sessions {
		switch {
		case !s.Placed():
			t.tray = append(t.tray, s)
		case t.lens.shows(s, t.cohort):
			t.cards = append(t.cards, t.makeCard(s, t.cohort))
		}
	}
	// What is called off waits for nothing: it comes last.
	slices.SortStableFunc(t.tray, func(a, b *model.Session) int { return boolInt(a.Off != nil) - boolInt(b.Off != nil) })
	if t.lens.others() || t.big.on && t.big.by != bySquad {
		t.addGuests(d)
	}
	t.followMove()
	t.makeSides()
	t.hatches = t.findHatches()
	t.days = t.makeDays()
	was := t.at
	t.settle()
	if t.big.on && t.big.date != t.focusDate() {
		t.makeSides()
		t.hatches = t.findHatches()
	}
	t.arrange()
	if t.at != was {
		t.reveal()
	}
}

// addGuests adds what other cohorts have for the instructor, the place or the
// vehicle; on a day seen large, what they have that day.
func (t *Tab) addGuests(d *model.Desk) {
	whole := model.Span{From: t.focusDate().At(0), To: t.focusDate().At(model.Day)}
	for s := range d.Sessions.All {
		if s.Cohort == t.cohort.ID || !s.Placed() || t.big.on && (s.Off != nil || !s.Span().Overlaps(whole)) {
			continue
		}
		c := d.Cohorts.Get(s.Cohort)
		if c == nil || !t.lens.shows(s, c) {
			continue
		}
		v := t.makeCard(s, c)
		v.foreign, v.who = true, c.Code
		t.cards = append(t.cards, v)
	}
	slices.SortStableFunc(t.cards, func(a, b card) int { return cmp.Compare(a.s.Start, b.s.Start) })
}

func (t *Tab) makeCard(s *model.Session, c *model.Cohort) card {
	v := card{
		s: s, cohort: c,
		title:  s.Block.Title.In(t.env.Lang.Tag()),
		who:    t.squadsLabel(s, c),
		place:  t.placeLabel(s, c),
		people: t.peopleLabel(s),
		when:   t.env.Lang.Hours(s.Span()),
	}
	v.all = s.Ride == nil && s.Squads != 0 && s.Squads == model.AllSquads(max(c.Squads, 1))
	if t.lens.kind == bySquad && s.Ride == nil && s.Squads == model.SquadsOf(t.lens.squad) {
		v.who = "" // the head of the board says so
	}
	v.grade = t.wrong[s.ID]
	v.changed = c == t.cohort && altered(s, t.out)
	v.facts = t.cardFacts(s, c)
	if v.off = s.Off != nil; v.off {
		v.who = strings.TrimSpace("× " + v.who)
	}
	return v
}

// cardFacts is what a card says before its place and people: why it is called
// off, which chance it is, how it went.
func (t *Tab) cardFacts(s *model.Session, c *model.Cohort) []string {
	var out []string
	if s.Off != nil {
		out = append(out, t.env.T("schedule.card.off"), s.Off.Reason)
	}
	if text := t.chance(s); text != "" {
		out = append(out, text)
	}
	return append(out, t.state(s, c)...)
}

// offText says that a session is called off, and why.
func (t *Tab) offText(s *model.Session) string {
	if s.Off.Reason == "" {
		return t.env.T("schedule.card.off")
	}
	return t.env.T("schedule.card.off.why", "reason", s.Off.Reason)
}

// squadsLabel is "A B", "all", or for a ride how many ride.
func (t *Tab) squadsLabel(s *model.Session, c *model.Cohort) string {
	switch {
	case s.Ride != nil && len(s.Ride.Riders) == 0 && ride.Seats(t.host.Desk(), s) == 0:
		return ""
	case s.Ride != nil:
		return t.env.T("schedule.card.riders", "n", len(s.Ride.Riders), "seats", t.seats(s))
	case len(s.Only) > 0:
		return t.named(s, c)
	case s.Squads != 0 && s.Squads == model.AllSquads(max(c.Squads, 1)):
		return t.env.T("word.squads.all")
	}
	return s.Squads.String()
}

// placeLabel is the place and, where lanes or seats count, how full it is.
func (t *Tab) placeLabel(s *model.Session, c *model.Cohort) string {
	p := t.host.Desk().Places.Get(s.Place)
	switch {
	case p == nil && s.Block.Place == "":
		return ""
	case p == nil:
		return "– " + t.env.T("word.place."+string(s.Block.Place))
	case s.Block.LiveFire() && p.Lanes > 0:
		return t.env.T("schedule.card.full", "place", p.Label(), "n", s.Engaged(c), "of", p.Lanes)
	}
	return p.Label()
}

// peopleLabel is the lead and how many more: "Ruiz +3".
func (t *Tab) peopleLabel(s *model.Session) string {
	if len(s.Staff) == 0 {
		return ""
	}
	first := s.Staff[0]
	for _, p := range s.Staff {
		if p.Role == model.Lead {
			first = p
			break
		}
	}
	name := t.staffName(first.Staff)
	others := map[model.ID]bool{}
	for _, p := range s.Staff {
		if p.Staff != first.Staff {
			others[p.Staff] = true
		}
	}
	if len(others) == 0 {
		return name
	}
	return t.env.T("schedule.card.more", "name", name, "n", len(others))
}

func (t *Tab) staffName(id model.ID) string {
	if s := t.host.Desk().Staff.Get(id); s != nil {
		return s.Label()
	}
	return "?"
}

// makeDays is every day the board can show: the cohort's weeks, whole, and
// as far as its sessions reach.
func (t *Tab) makeDays() []day {
	first, last := t.cohort.First, t.cohort.Last
	for i := range t.cards {
		if !t.cards[i].foreign {
			first = min(first, t.cards[i].s.Start.Date())
			last = max(last, (t.cards[i].s.Span().To - 1).Date())
		}
	}
	first = monday(first)
	last = monday(last).Days(6)
	days := make([]day, int(last-first)+1)
	for i := range days {
		date := first.Days(i)
		wd := date.Weekday()
		days[i] = day{date: date, off: wd == 0 || wd == 6 || date < t.cohort.First || date > t.cohort.Last}
	}
	spans := make([]model.Span, len(t.cards))
	for i := range t.cards {
		spans[i] = t.cards[i].s.Span()
	}
	for i := range days {
		whole := model.Span{From: days[i].date.At(0), To: days[i].date.At(model.Day)}
		days[i].lanes = abreast(spans, whole)
		if t.move != nil && t.move.at.Date() == days[i].date {
			days[i].off = false // lanes stay as they are: the board keeps still under the ghost
		}
		for _, s := range spans {
			if s.From.Date() == days[i].date {
				days[i].off = false
			}
		}
	}
	return days
}

// abreast is how many of the spans lie side by side at most within a day.
func abreast(spans []model.Span, whole model.Span) int {
	most := 1
	for _, s := range spans {
		if !whole.Overlaps(s) {
			continue
		}
		at, n := max(s.From, whole.From), 0
		for _, o := range spans {
			if o.From <= at && at < o.To {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

func monday(d model.Date) model.Date { return d.Days(-((d.Weekday() + 6) % 7)) }
