package due

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/model/graduate"
	"muster/model/rules"
)

// List is everything wrong or due at the moment, what hurts today first. The
// board must be of the desk; now is the present minute on the wall clock of a
// zone, or of whoever asks for the zone "". Cohorts that are closed are passed
// over, and so is what the board has against sessions that are over: nobody
// can mend that any more.
func List(d *model.Desk, b *rules.Board, now func(zone string) model.Minute) []Item {
	r := newReader(d, now)
	r.board(b)
	for i := range r.courses {
		c := &r.courses[i]
		if c.today <= c.Last {
			r.papers(c)
			r.plan(c)
		}
		if c.today >= c.First {
			r.running(c)
		}
		if c.today >= c.over {
			r.afterwards(c)
		}
	}
	r.sites()
	r.followUps()
	slices.SortStableFunc(r.items, r.order)
	return r.short()
}

// several is how many lines a cohort has by one rule before they become one.
// Of those whom somebody must look for, or talk to, none is left out.
const several = 6

// short is the list, sorted before, with many lines by one rule as one.
func (r *reader) short() []Item {
	type kind struct {
		rule   string
		cohort model.ID
		rank   int
	}
	at := map[kind][]int{}
	for i := range r.items {
		if x := &r.items[i]; x.Rule != "absence" && x.Rule != "follow-up" {
			k := kind{x.Rule, x.Cohort, x.Rank}
			at[k] = append(at[k], i)
		}
	}
	out := make([]Item, 0, len(r.items))
	for i := range r.items {
		x := &r.items[i]
		same := at[kind{x.Rule, x.Cohort, x.Rank}]
		switch {
		case len(same) <= several:
			out = append(out, *x)
		case same[0] == i:
			list := make([]Item, len(same))
			for j, at := range same {
				list[j] = r.items[at]
			}
			all := join(list)
			all.People, all.Sessions = ids(all.People), ids(all.Sessions)
			out = append(out, all)
		}
	}
	return out
}

// A reader goes once through the desk and keeps what it finds.
type reader struct {
	d        *model.Desk
	settings map[string]setting
	courses  []course // by date
	at       map[model.ID]int
	here     model.Date // today where it is asked
	items    []Item
}

// A setting is a rule as the unit has it.
type setting struct {
	row, value int
	hard, off  bool
}

// A course is an open cohort at its own moment.
type course struct {
	*model.Cohort
	now      model.Minute
	today    model.Date
	over     model.Date // the day it ends: of its graduation, or the last
	sessions []*model.Session
	awarded  []model.ID // who has a certificate that is good
	issued   model.Date // the day the first of its certificates bears; none: there is none
	place    int        // among the courses
}

func newReader(d *model.Desk, now func(string) model.Minute) *reader {
	r := &reader{d: d, settings: map[string]setting{}, at: map[model.ID]int{}, here: now("").Date()}
	for i, rule := range rules.All() {
		s := setting{row: i}
		s.value, s.hard, s.off = rule.Set(d.Settings.Rec)
		r.settings[rule.ID] = s
	}
	clocks := map[string]model.Minute{}
	for _, c := range d.CohortsByDate() {
		if c.State == model.Closed {
			continue
		}
		m, ok := clocks[c.Zone]
		if !ok {
			m = now(c.Zone)
			clocks[c.Zone] = m
		}
		r.at[c.ID] = len(r.courses)
		r.courses = append(r.courses, course{Cohort: c, now: m, today: m.Date(), place: len(r.courses)})
	}
	for s := range d.Sessions.All {
		i, open := r.at[s.Cohort]
		if !open {
			continue
		}
		c := &r.courses[i]
		c.sessions = append(c.sessions, s)
	}
	for i := range r.courses {
		c := &r.courses[i]
		c.over = graduate.Day(c.Cohort, slices.Values(c.sessions))
	}
	for v := range d.Certificates.All {
		c := r.course(v.Cohort)
		if c == nil {
			continue
		}
		if c.issued.IsZero() || v.On < c.issued {
			c.issued = v.On
		}
		if v.Void.IsZero() {
			c.awarded = append(c.awarded, v.Person)
		}
	}
	return r
}

// course is the open cohort; nil when it is closed, or none.
func (r *reader) course(id model.ID) *course {
	if i, ok := r.at[id]; ok {
		return &r.courses[i]
	}
	return nil
}

// on is the rule as set; false when it is off.
func (r *reader) on(rule string) (setting, bool) {
	s := r.settings[rule]
	return s, !s.off
}

// soon reports whether what is due on the day is to be told already.
func (r *reader) soon(c *course, due model.Date) bool { return c.today >= due.Days(-r.ahead()) }

func (r *reader) ahead() int {
	s, on := r.on("due-ahead")
	if !on {
		return 0
	}
	return s.value
}

// add keeps an item, and says how much it hurts.
func (r *reader) add(today model.Date, i Item) {
	i.People, i.Sessions = ids(i.People), ids(i.Sessions)
	if i.Grade == rules.Fine {
		if i.Grade = rules.Note; i.Hard {
			i.Grade = rules.Hard
		}
	}
	if i.Rule != "absence" { // nothing is worse
		i.Rank = r.rank(today, &i)
	}
	r.items = append(r.items, i)
}

func (r *reader) rank(today model.Date, i *Item) int {
	hard, soft := RankLater, RankDueLater
	switch {
	case i.When <= today:
		hard, soft = RankNow, RankLate
	case i.When <= today.Days(r.ahead()):
		hard, soft = RankSoon, RankDueSoon
	}
	if i.Hard {
		return hard
	}
	return soft
}

// order is the order of the list.
func (r *reader) order(a, b Item) int {
	place := func(i *Item) int {
		if n, ok := r.at[i.Cohort]; ok {
			return n
		}
		return len(r.courses)
	}
	return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(b.Grade, a.Grade), cmp.Compare(a.When, b.When),
		cmp.Compare(place(&a), place(&b)), cmp.Compare(r.settings[a.Rule].row, r.settings[b.Rule].row))
}

// ids is a copy in order, each once.
func ids(list []model.ID) []model.ID {
	if len(list) == 0 {
		return nil
	}
	list = slices.Clone(list)
	slices.SortFunc(list, model.ID.Compare)
	return slices.Compact(list)
}
