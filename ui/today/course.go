package today

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/ui/tab"
)

// A clock is the present minute in every zone that was asked for. It stands
// still: looking up a zone reads the disk, which is done once for a picture.
type clock struct {
	at map[string]model.Minute
	h  tab.Host
}

func newClock(h tab.Host) clock { return clock{map[string]model.Minute{}, h} }

// in is the present minute on the wall clock of a zone; of this machine for "".
func (k clock) in(zone string) model.Minute {
	m, ok := k.at[zone]
	if !ok {
		m = tab.Clock(k.h, zone)
		k.at[zone] = m
	}
	return m
}

// A class is a cohort with what it has on the day that is looked at.
type class struct {
	cohort   *model.Cohort
	now      model.Minute
	day      model.Date
	sessions []*model.Session // of the day, called off ones too; first those of the evening before that go on
	next     model.Quarter    // the first start after now, be it on another day; 0: none
	days     int              // to its first day
}

// current is the sessions that run now.
func (k *class) current() []*model.Session { return k.where(k.runs) }

// runs reports whether the session runs now.
func (k *class) runs(s *model.Session) bool {
	return s.Off == nil && s.Start.Minute() <= k.now && k.now < s.Span().To.Minute()
}

// after is the sessions that begin next, when that is on the day.
func (k *class) after() []*model.Session {
	return k.where(func(s *model.Session) bool { return s.Off == nil && s.Start == k.next })
}

func (k *class) where(want func(*model.Session) bool) []*model.Session {
	var out []*model.Session
	for _, s := range k.sessions {
		if want(s) {
			out = append(out, s)
		}
	}
	return out
}

// courses is the cohorts that have the day that is looked at, and those that
// begin after it, by their dates. It goes over the sessions once, for there
// are many cohorts.
func (t *Tab) courses() (running, coming []class) {
	d := t.h.Desk()
	of := map[model.ID]*class{}
	for _, c := range d.CohortsByDate() {
		if c.State == model.Closed {
			continue
		}
		now := t.clock.in(c.Zone)
		of[c.ID] = &class{cohort: c, now: now, day: now.Date().Days(t.off), days: int(c.First - now.Date())}
	}
	for s := range d.Sessions.All {
		k := of[s.Cohort]
		if k == nil || !s.Placed() {
			continue
		}
		sp := s.Span()
		if s.Start.Date() == k.day || s.Off == nil && s.Start < k.day.At(0) && sp.To > k.day.At(0) {
			k.sessions = append(k.sessions, s)
		}
		if s.Off == nil && s.Start.Minute() > k.now && (k.next.IsZero() || s.Start < k.next) {
			k.next = s.Start
		}
	}
	for _, k := range of {
		model.SortSessions(k.sessions)
		switch {
		case k.cohort.First <= k.day && k.day <= k.cohort.Last || len(k.sessions) > 0:
			running = append(running, *k)
		case k.cohort.First > k.day:
			coming = append(coming, *k)
		}
	}
	byDate := func(a, b class) int {
		return cmp.Or(cmp.Compare(a.cohort.First, b.cohort.First), cmp.Compare(a.cohort.Code, b.cohort.Code))
	}
	slices.SortFunc(running, byDate)
	slices.SortFunc(coming, byDate)
	return running, coming
}

// of is the class of a cohort among those that have the day; nil without one.
func (t *Tab) of(cohort model.ID) *class {
	for i := range t.classes {
		if t.classes[i].cohort.ID == cohort {
			return &t.classes[i]
		}
	}
	return nil
}

// day is the day that is looked at, where this machine is.
func (t *Tab) day() model.Date {
	if len(t.classes) > 0 {
		return t.classes[0].day
	}
	return t.h.Today().Days(t.off)
}
