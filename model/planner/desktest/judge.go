package desktest

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"muster/model"
	"muster/model/planner"
	"muster/model/rules"
)

// Judge holds a result against the rules, by their own reading of the desk, and
// says what is wrong with it: each rule broken that a plan could have kept, and
// whatever moved that was to stay.
func (w *World) Judge(r *planner.Result) []string {
	var wrong []string
	say := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	next := planner.With(w.Desk, r.Sessions)
	moved := 0
	for _, s := range r.Sessions {
		was := w.Desk.Sessions.Get(s.ID)
		if w.stays(was) && (s.Start != was.Start || s.Place != was.Place || s.Block.Length != was.Block.Length) || w.past(was) && was.Placed() {
			say("%s %v moved", was.Block.Title.En, was.Start)
		}
		if was.Placed() && s.Start != was.Start {
			moved++
		}
		if !s.Placed() && len(s.Staff) > 0 {
			say("%s in the tray has people", was.Block.Title.En)
		}
	}
	if moved != r.Moved {
		say("moved %d, said %d", moved, r.Moved)
	}
	for _, c := range rules.Ground(next, w.Options.Rules).Clashes() {
		if c.Hard && w.curable(next, &c) {
			say("%s", Told(next, c))
		}
	}
	return wrong
}

// curable reports whether a plan could do without the clash.
func (w *World) curable(next *model.Desk, c *rules.Clash) bool {
	if len(c.Sessions) == 0 || planner.Granted(c.Rule) {
		return false
	}
	free := false
	for _, id := range c.Sessions {
		free = free || !w.stays(w.Desk.Sessions.Get(id))
	}
	switch c.Rule {
	case "no-briefing", "briefing", "house-order":
		return free && !c.AnyTime
	case "indoor-fallback": // what else might be free at the time is not planned for
		return false
	case "lunch":
		for _, id := range c.Sessions { // as long as the whole of the window, and more
			free = free && next.Sessions.Get(id).Block.Length <= 6*model.Hour
		}
		return free && !w.hungry(next, c)
	case "ammunition":
		return free && !w.used(next, c)
	case "kit":
		return free && !c.AnyTime // else one session alone draws more than there is
	}
	if role := missing(c); role != "" {
		return free && w.somebody(next, c, role)
	}
	return free
}

// hungry reports whether those sessions of a clash that stay leave no time for a
// meal by themselves.
func (w *World) hungry(next *model.Desk, c *rules.Clash) bool {
	limit := func(id string) int { r, _ := rules.Find(id); return r.Default }
	need, run := limit("lunch")/15, 0
	day := rules.DutyDay(next.Sessions.Get(c.Sessions[0]).Start)
	for q := day.At(limit("lunch-from")); q < day.At(limit("lunch-until")); q++ {
		run++
		for _, id := range c.Sessions {
			s := next.Sessions.Get(id)
			if w.stays(w.Desk.Sessions.Get(id)) && s.Start <= q && q < s.Start+model.Quarter(s.Block.Length) {
				run = 0
			}
		}
		if run >= need {
			return false
		}
	}
	return true
}

// used reports whether all the sessions together use up more of what the clash
// is about than is ever delivered.
func (w *World) used(next *model.Desk, c *rules.Clash) bool {
	asks := rules.NewAsks(next, w.Options.Rules)
	for k := range next.Kits.All {
		if !k.Stocked() || !slices.ContainsFunc(c.Text.Args, func(a model.Arg) bool { return a.Value == any(k.Name) }) {
			continue
		}
		sum := 0
		for s := range next.Sessions.All {
			if s.Off == nil {
				sum += asks.Spends(s, k.ID)
			}
		}
		if sum > k.Stock(monday.Days(366)) {
			return true
		}
	}
	return false
}

// missing is the role that somebody more in would cure the clash.
func missing(c *rules.Clash) model.Role {
	switch c.Rule {
	case "people-needed":
		for _, a := range c.Text.Args {
			if m, ok := a.Value.(model.Message); ok && a.Name == "role" {
				return model.Role(strings.TrimPrefix(m.ID, "clash.role."))
			}
		}
	case "range-safety-officer":
		return model.RSO
	case "medic":
		return model.Medic
	case "force-on-force-safety":
		return model.Safety
	case "skills-instructor", "lead-uncounted", "nobody-leads":
		return model.Lead
	case "language-hazard", "language", "interpreter-load":
		return model.Interpreter
	case "live-ratio-day", "live-ratio-night", "live-ratio-first", "live-ratio-automatic", "live-ratio-indoor", "live-ratio-ceiling":
		return model.Line
	}
	return ""
}

// somebody reports whether there is anybody on the staff, busy or not, with whom
// in that role the clash would be less.
func (w *World) somebody(next *model.Desk, c *rules.Clash, role model.Role) bool {
	s := next.Sessions.Get(c.Sessions[0])
	for st := range next.Staff.All {
		if s.Has(st.ID) {
			continue
		}
		more := s.Clone()
		more.Staff = append(more.Staff, model.Part{Staff: st.ID, Role: role})
		less := true
		for _, o := range rules.Ground(planner.With(next, []*model.Session{&more}), w.Options.Rules).ClashesOf(s.ID) {
			if o.Rule == "certified" && slices.Contains(o.People, st.ID) || o.Rule == c.Rule && reflect.DeepEqual(o.Text, c.Text) {
				less = false
			}
		}
		if less {
			return true
		}
	}
	return false
}

// Told is a clash for people who look for what is wrong with a plan.
func Told(d *model.Desk, c rules.Clash) string {
	s := fmt.Sprintf("%s %s hard=%v %v–%v", c.Rule, c.Text.ID, c.Hard, c.At.From, c.At.To)
	for _, id := range c.Sessions {
		x := d.Sessions.Get(id)
		s += fmt.Sprintf(" · %s %v %v", x.Block.Title.En, x.Squads, x.Start)
	}
	for _, a := range c.Text.Args {
		if id, ok := a.Value.(model.ID); ok {
			if st := d.Staff.Get(id); st != nil {
				a.Value = st.Label()
			} else if p := d.Places.Get(id); p != nil {
				a.Value = p.Name
			}
		}
		s += fmt.Sprintf(" %s=%v", a.Name, a.Value)
	}
	return s
}
