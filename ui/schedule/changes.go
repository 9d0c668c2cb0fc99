package schedule

import (
	"slices"
	"strings"

	"muster/model"
)

// A revision is a session that is not as everybody was told: what was, what
// is, and who has to know.
type revision struct {
	s     *model.Session
	fresh bool // nobody was told of it yet
}

// published reports whether anything of the cohort's plan has been published.
func published(list []*model.Session) bool {
	return slices.ContainsFunc(list, func(s *model.Session) bool { return s.Told != nil })
}

// altered reports whether a session is not as it was published: moved, called
// off, in the tray, or with other people. News is only what has a time.
func altered(s *model.Session, published bool) bool {
	if s.Told == nil {
		return published && s.Placed() && s.Off == nil
	}
	start, place, staff := s.Kept()
	return s.Off != nil || !start || !place || !staff
}

// revisions is what has changed since the plan was published, in the order of
// the plan as it is; nothing before it is.
func revisions(list []*model.Session) []revision {
	out := published(list)
	var rows []revision
	for _, s := range list {
		if altered(s, out) {
			rows = append(rows, revision{s, s.Told == nil})
		}
	}
	return rows
}

// told is the session with what is published of it: as it is, or nothing while
// it is called off or in the tray.
func told(s *model.Session) *model.Told {
	if s.Off != nil || !s.Placed() {
		return nil
	}
	return s.Tell()
}

// wasText is what everybody was told of a session: when, where, who.
func (t *Tab) wasText(v revision) string {
	if v.fresh {
		return t.env.T("schedule.changes.new")
	}
	was := v.s.Clone()
	was.Start, was.Place, was.Staff = v.s.Told.Start, v.s.Told.Place, v.s.Told.Staff
	return t.placedText(&was, v.s)
}

// isText is what is so now.
func (t *Tab) isText(v revision) string {
	switch {
	case v.s.Off != nil:
		return t.offText(v.s)
	case !v.s.Placed():
		return t.env.T("schedule.changes.tray")
	}
	was := v.s.Clone()
	if !v.fresh {
		was.Start, was.Place, was.Staff = v.s.Told.Start, v.s.Told.Place, v.s.Told.Staff
	} else {
		was.Start, was.Place, was.Staff = 0, model.ID{}, nil
	}
	return t.placedText(v.s, &was)
}

// placedText is when, where and with whom a session is, as far as other has it
// otherwise; the time always.
func (t *Tab) placedText(s, other *model.Session) string {
	parts := []string{t.env.Lang.Span(s.Span())}
	if s.Place != other.Place {
		name := "–"
		if p := t.host.Desk().Places.Get(s.Place); p != nil {
			name = p.Name
		}
		parts = append(parts, name)
	}
	for _, role := range model.Roles {
		here, there := s.In(role), other.In(role)
		if same(here, there) {
			continue
		}
		names := make([]string, len(here))
		for i, id := range here {
			names[i] = t.staffName(id)
		}
		if len(names) == 0 {
			names = []string{"–"}
		}
		parts = append(parts, t.env.T("word.short."+string(role))+" "+strings.Join(names, ", "))
	}
	return strings.Join(parts, " · ")
}

func same(a, b []model.ID) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(id model.ID) bool { return !slices.Contains(b, id) })
}

// concerned is the staff that has to know of a change: who was told, and who
// has a part now.
func concerned(s *model.Session) []model.ID {
	var out []model.ID
	add := func(id model.ID) {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	if s.Told != nil {
		for _, p := range s.Told.Staff {
			add(p.Staff)
		}
	}
	for _, id := range s.Crew() {
		add(id)
	}
	return out
}

// tellText is who has to know: the staff by name, the officers as squads or
// class numbers, by name only when full.
func (t *Tab) tellText(s *model.Session, full bool) string {
	var parts, names []string
	for _, id := range concerned(s) {
		names = append(names, t.staffName(id))
	}
	if len(names) > 0 {
		parts = append(parts, strings.Join(names, ", "))
	}
	switch {
	case s.Ride == nil && len(s.Only) == 0:
		if who := t.squadsLabel(s, t.cohort); who != "" {
			switch who {
			case t.env.T("word.squads.all"):
				who = t.env.T("schedule.changes.everybody")
			case s.Squads.String():
				who = t.env.T("schedule.squads.list", "n", s.Squads.Len(), "list", who)
			}
			parts = append(parts, who)
		}
	case full:
		var who []string
		for _, v := range s.Takers(t.cohort) {
			if p := t.host.Desk().People.Get(v.Person); p != nil {
				who = append(who, p.Name())
			}
		}
		parts = append(parts, strings.Join(who, "; "))
	default:
		if who := t.numbers(s.Takers(t.cohort)); who != "" {
			parts = append(parts, who)
		}
	}
	return strings.Join(parts, " · ")
}
