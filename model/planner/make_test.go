package planner_test

import (
	"context"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"muster/model"
	"muster/model/planner"
	"muster/model/rules"
)

// Whatever desk it is, a plan breaks no rule that a plan could keep, and moves
// nothing that is to stay.
func TestPlansHold(t *testing.T) {
	n := 20
	if v, err := strconv.Atoi(os.Getenv("MUSTER_DESKS")); err == nil {
		n = v
	}
	from := 0
	if v, err := strconv.Atoi(os.Getenv("MUSTER_FIRST")); err == nil {
		from = v
	}
	placed, unplaced := 0, 0
	for seed := from; seed < from+n; seed++ {
		w := newWorld(uint64(seed))
		ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
		j, err := planner.New(w.desk, w.opts)
		if err != nil {
			t.Fatal(seed, err)
		}
		r := j.Make(ctx, nil)
		cancel()
		placed, unplaced = placed+r.Placed, unplaced+len(r.Unplaced)
		w.judge(t, seed, r)
	}
	t.Logf("%d sessions placed, %d not", placed, unplaced)
}

// judge holds a result against the rules, by their own reading of the desk.
func (w *world) judge(t *testing.T, seed int, r *planner.Result) {
	t.Helper()
	next := planner.With(w.desk, r.Sessions)
	moved := 0
	for _, s := range r.Sessions {
		was := w.desk.Sessions.Get(s.ID)
		if w.stays(was) && (s.Start != was.Start || s.Place != was.Place || s.Block.Length != was.Block.Length) || w.past(was) && was.Placed() {
			t.Errorf("seed %d: %s %v moved", seed, was.Block.Title.En, was.Start)
		}
		if s.Start != was.Start {
			moved++
		}
		if !s.Placed() && len(s.Staff) > 0 {
			t.Errorf("seed %d: %s in the tray has people", seed, was.Block.Title.En)
		}
	}
	if moved != r.Moved {
		t.Errorf("seed %d: moved %d, said %d", seed, moved, r.Moved)
	}
	for _, c := range rules.Ground(next, w.opts.Rules).Clashes() {
		if c.Hard && w.curable(next, &c) {
			t.Errorf("seed %d: %s", seed, told(next, c))
		}
	}
}

// curable reports whether a plan could do without the clash.
func (w *world) curable(next *model.Desk, c *rules.Clash) bool {
	if len(c.Sessions) == 0 || planner.Granted(c.Rule) {
		return false
	}
	free := false
	for _, id := range c.Sessions {
		free = free || !w.stays(w.desk.Sessions.Get(id))
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
		return free
	case "kit":
		return free && !c.AnyTime // else one session alone draws more than there is
	}
	if role := missing(c); role != "" {
		return free && w.somebody(next, c, role)
	}
	return free
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
func (w *world) somebody(next *model.Desk, c *rules.Clash, role model.Role) bool {
	s := next.Sessions.Get(c.Sessions[0])
	for st := range next.Staff.All {
		if s.Has(st.ID) {
			continue
		}
		more := s.Clone()
		more.Staff = append(more.Staff, model.Part{Staff: st.ID, Role: role})
		less := true
		for _, o := range rules.Ground(planner.With(next, []*model.Session{&more}), w.opts.Rules).ClashesOf(s.ID) {
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
