package schedule

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// copyPlan lays another cohort's plan on this cohort's dates.
func (t *Tab) copyPlan() tea.Cmd {
	d := t.host.Desk()
	list := d.CohortsByDate()
	slices.Reverse(list)
	var opts []kit.Option[model.ID]
	for _, c := range list {
		if c.ID == t.cohort.ID {
			continue
		}
		note := t.env.Lang.Date(c.First) + " – " + t.env.Lang.Date(c.Last) + " · " + t.env.T("word.state."+string(c.State))
		opts = append(opts, kit.Option[model.ID]{Value: c.ID, Label: c.Code + "  " + c.Title, Note: note})
	}
	if len(opts) == 0 {
		return t.tell(kit.Warn, model.Say("schedule.copy-plan.none"))
	}
	kit.Open(t.host.Dialogs(), kit.NewChoose(t.env, model.Say("schedule.copy-plan.title", "cohort", t.cohort.Code), opts, 0), t.fetchPlan)
	return nil
}

// fetchPlan gets the sessions of the cohort to copy from: from the desk, or
// from the store when the cohort is closed.
func (t *Tab) fetchPlan(id model.ID) tea.Cmd {
	d := t.host.Desk()
	from, to := d.Cohorts.Get(id), t.cohort
	if from == nil {
		return t.tell(kit.Warn, model.Say("schedule.gone"))
	}
	if from.State != model.Closed {
		return t.offerPlan(from, to, d.SessionsOf(id))
	}
	st := t.host.Store()
	return tab.Work(t.host, model.Say("schedule.copy-plan.reading", "cohort", from.Code),
		func(ctx context.Context, _ func(done, total int64)) ([]*model.Session, error) {
			rows, err := st.SessionsOf(ctx, id)
			out := make([]*model.Session, len(rows))
			for i, r := range rows {
				out[i] = r.Rec
			}
			return out, err
		},
		func(list []*model.Session, err error) tea.Cmd {
			if err != nil {
				return t.host.Fail(err)
			}
			return t.offerPlan(from, to, list)
		})
}

func (t *Tab) offerPlan(from, to *model.Cohort, list []*model.Session) tea.Cmd {
	if len(list) == 0 {
		return t.tell(kit.Warn, model.Say("schedule.copy-plan.empty", "cohort", from.Code))
	}
	if t.cohort == nil || t.cohort.ID != to.ID {
		return t.tell(kit.Warn, model.Say("schedule.copy-plan.elsewhere", "cohort", to.Code))
	}
	return t.addOrReplace(model.Say("schedule.copy-plan.how", "cohort", from.Code), func(replace bool) tea.Cmd {
		d := t.host.Desk()
		c := model.Change{Act: model.Say("schedule.act.copy-plan", "from", from.Code, "cohort", to.Code)}
		if replace {
			c.Removes = t.removal(t.sessions...)
		}
		copies := model.CopyPlan(from, list, t.cohort, t.host.NewID)
		left := t.leftOut(from, list, copies)
		for _, s := range copies {
			left.count(t.dropUnknown(s))
			r, err := model.NewSession(*s)
			if err != nil {
				return t.refuse(err)
			}
			c.Puts = append(c.Puts, d.Put(r))
		}
		t.at, t.inTray = 0, false
		cmd := t.commit(c)
		if paras := left.paras(); len(paras) > 0 {
			title := model.Say("schedule.left-out.title", "n", len(copies), "from", from.Code)
			kit.Open(t.host.Dialogs(), kit.NewNotice(t.env, title, paras...), func(kit.Read) tea.Cmd { return nil })
		}
		return cmd
	})
}

// A leftOut is what a copied plan lacks of the one it was copied from.
type leftOut struct {
	again  int // other chances, which are somebody's of that cohort
	squads int // sessions of squads the cohort does not have
	tray   int // sessions that would fall after its last day
	drops
}

// drops are what a copied session named that is not there any more.
type drops struct{ staff, places, cars, kit int }

func (l *leftOut) count(d drops) {
	l.staff += d.staff
	l.places += d.places
	l.cars += d.cars
	l.kit += d.kit
}

// leftOut counts what the copying itself leaves out.
func (t *Tab) leftOut(from *model.Cohort, list, copies []*model.Session) *leftOut {
	l := &leftOut{}
	placed := func(list []*model.Session) int {
		n := 0
		for _, s := range list {
			n += boolInt(s.Placed())
		}
		return n
	}
	have, whole := model.AllSquads(max(t.cohort.Squads, 1)), model.AllSquads(max(from.Squads, 1))
	before := 0
	for _, s := range list {
		switch {
		case !s.Again.IsZero() || len(s.Only) > 0:
			l.again++
		case s.Squads != 0 && s.Squads != whole && s.Squads&have == 0:
			l.squads++
		default:
			before += boolInt(s.Placed())
		}
	}
	l.tray = max(before-placed(copies), 0)
	return l
}

// paras say what was left out, a sentence each.
func (l *leftOut) paras() []model.Message {
	var out []model.Message
	for _, v := range []struct {
		id string
		n  int
	}{
		{"squads", l.squads},
		{"tray", l.tray},
		{"again", l.again},
		{"staff", l.staff},
		{"places", l.places},
		{"cars", l.cars},
		{"kit", l.kit},
	} {
		if v.n > 0 {
			out = append(out, model.Say("schedule.left-out."+v.id, "n", v.n))
		}
	}
	return out
}

// dropUnknown takes out of a copied session who and what is not on the desk
// any more: an instructor who has left, a place given up.
func (t *Tab) dropUnknown(s *model.Session) drops {
	d := t.host.Desk()
	day := t.cohort.First
	if s.Placed() {
		day = s.Start.Date()
	}
	var out drops
	goes := func(id model.ID) bool {
		x := d.Staff.Get(id)
		return x == nil || !x.Left.IsZero() && x.Left <= day
	}
	if !s.Place.IsZero() && d.Places.Get(s.Place) == nil {
		s.Place = model.ID{}
		out.places++
	}
	n := len(s.Staff)
	s.Staff = slices.DeleteFunc(s.Staff, func(p model.Part) bool { return goes(p.Staff) })
	out.staff += n - len(s.Staff)
	n = len(s.Cars)
	s.Cars = slices.DeleteFunc(s.Cars, func(id model.ID) bool { return d.Vehicles.Get(id) == nil })
	out.cars += n - len(s.Cars)
	n = len(s.Block.Kit)
	s.Block.Kit = slices.DeleteFunc(s.Block.Kit, func(k model.KitNeed) bool { return d.Kits.Get(k.Kit) == nil })
	out.kit += n - len(s.Block.Kit)
	if f := s.Block.Fire; f != nil && d.FireCourses.Get(f.Course) == nil {
		f.Course = model.ID{}
	}
	drop := func(id *model.ID, n *int, gone bool) {
		if !id.IsZero() && gone {
			*id = model.ID{}
			*n++
		}
	}
	if s.Circuit != nil {
		for i := range s.Circuit.Stations {
			p := &s.Circuit.Stations[i]
			drop(&p.Lead, &out.staff, goes(p.Lead))
			drop(&p.Safety, &out.staff, goes(p.Safety))
			drop(&p.Vehicle, &out.cars, d.Vehicles.Get(p.Vehicle) == nil)
		}
	}
	if s.Ride != nil && d.Agencies.Get(s.Ride.Host) == nil {
		s.Ride.Host = model.ID{}
	}
	return out
}
