package plan

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// A scope is which cohorts are planned, and how freely.
type scope struct {
	cohorts []model.ID
	keep    bool // begin with what is there
	loose   bool // what was published may move too
	mends   bool // it is to be mended, not made
}

// A tally counts the sessions of a scope by what may become of them.
type tally struct {
	all, placed             int
	past, published, pinned int // that stay; each is counted once
}

// count counts the sessions of the scope on the desk, as the planner takes
// them: what has begun stays, what is pinned, then what stands as it was
// published.
func (s scope) count(h tab.Host) tally {
	var out tally
	d := h.Desk()
	for _, id := range s.cohorts {
		c := d.Cohorts.Get(id)
		if c == nil {
			continue
		}
		list, now := d.SessionsOf(id), tab.Clock(h, c.Zone).Quarter()
		for _, v := range list {
			if v.Off != nil {
				continue
			}
			out.all++
			if !v.Placed() {
				continue
			}
			out.placed++
			switch {
			case v.Start < now:
				out.past++
			case v.Pinned:
				out.pinned++
			case !s.loose && published(c, list, v):
				out.published++
			}
		}
	}
	return out
}

// published reports whether a session with a time stands as everybody was told:
// in a plan that is out, whose sessions do not say what was told of them, every
// one does.
func published(c *model.Cohort, list []*model.Session, s *model.Session) bool {
	if c.State == model.Planning {
		return false
	}
	if s.Told == nil {
		return !slices.ContainsFunc(list, func(o *model.Session) bool { return o.Told != nil })
	}
	start, place, _ := s.Kept()
	return start && place
}

// codes are the cohorts as everybody calls them.
func (s scope) codes(d *model.Desk) []string {
	var out []string
	for _, id := range s.cohorts {
		if c := d.Cohorts.Get(id); c != nil {
			out = append(out, c.Code)
		}
	}
	return out
}

// says are the statements on a scope: whose plan, from what, and what stays.
func (s scope) says(h tab.Host, n tally) []string {
	e := h.Env()
	out := []string{e.Lang.List(s.codes(h.Desk()))}
	if s.keep {
		out = append(out, e.T("plan.from.here"))
	} else {
		out = append(out, e.T("plan.from.nothing"))
	}
	var stays []string
	for _, v := range []struct {
		id string
		n  int
	}{{"plan.stays.past", n.past}, {"plan.stays.published", n.published}, {"plan.stays.pinned", n.pinned}} {
		if v.n > 0 {
			stays = append(stays, e.T(v.id, "n", v.n))
		}
	}
	if len(stays) > 0 {
		out = append(out, e.T("plan.stays", "what", stays))
	}
	if s.loose {
		out = append(out, e.T("plan.loose"))
	}
	return out
}

// others are the open cohorts that could be planned with those of the scope,
// the scope's own first: those that share a day with one of them, or when
// mending, all.
func (s scope) others(d *model.Desk) []*model.Cohort {
	var own, other []*model.Cohort
	for _, c := range d.CohortsByDate() {
		switch {
		case c.State == model.Closed:
		case slices.Contains(s.cohorts, c.ID):
			own = append(own, c)
		case s.mends || s.beside(d, c):
			other = append(other, c)
		}
	}
	return append(own, other...)
}

// beside reports whether the cohort shares a day with one of the scope.
func (s scope) beside(d *model.Desk, c *model.Cohort) bool {
	return slices.ContainsFunc(s.cohorts, func(id model.ID) bool {
		o := d.Cohorts.Get(id)
		return o != nil && o.First <= c.Last && c.First <= o.Last
	})
}

// pick asks which cohorts are planned together.
func (s scope) pick(h tab.Host, then func([]model.ID) tea.Cmd) tea.Cmd {
	var opts []kit.Option[model.ID]
	for _, c := range s.others(h.Desk()) {
		opts = append(opts, kit.Option[model.ID]{
			Value: c.ID, Label: c.Code, Note: h.Env().Lang.DateRange(c.First, c.Last),
			On: slices.Contains(s.cohorts, c.ID),
		})
	}
	kit.Open(h.Dialogs(), kit.NewChooseMany(h.Env(), model.Say("plan.cohorts.title"), opts), func(list []model.ID) tea.Cmd {
		if len(list) == 0 || slices.Equal(list, s.cohorts) {
			return nil
		}
		return then(list)
	})
	return nil
}

// whyBound is why it makes no difference whether what is published may move.
func (s scope) whyBound(n tally) model.Message {
	if n.published == 0 && !s.loose {
		return model.Say("plan.why.none-published")
	}
	return model.Message{}
}

// whyAlone is why no other cohort can be planned with those of the scope.
func (s scope) whyAlone(d *model.Desk) model.Message {
	if len(s.others(d)) < 2 {
		return model.Say("plan.why.alone")
	}
	return model.Message{}
}
