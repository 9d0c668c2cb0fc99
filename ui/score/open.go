package score

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/templates"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Open shows the results of a session to be typed; what it needs to know first
// it asks: which course of fire is shot, how many points can be had.
func Open(h tab.Host, session model.ID) tea.Cmd {
	s := h.Desk().Sessions.Get(session)
	if why := whyNoResults(s); !why.IsZero() {
		return h.Tell(kit.Warn, why)
	}
	fire := courseOfFire(h.Desk(), s)
	kept := h.Desk().Sheets.Get(session)
	switch {
	case kept == nil && fire == nil && s.Block.Kind == model.KindFirearms:
		return chooseFire(h, s)
	case kept == nil && s.Block.Exam:
		return askPoints(h, s)
	}
	return begin(h, s, fire, 0)
}

// begin opens the sheet.
func begin(h tab.Host, s *model.Session, fire *model.FireCourse, of int) tea.Cmd {
	now := minuteOf(h, s)
	f := newDraft(h.Desk(), s, fire, scorerOf(s))
	f.ask(of)
	r := newResults(h, f, now)
	kit.Open(h.Dialogs(), r, func(id model.ID) tea.Cmd { return offerAgain(h, id) })
	return nil
}

// minuteOf is the present minute on the wall clock of the session's cohort.
func minuteOf(h tab.Host, s *model.Session) model.Minute {
	zone := ""
	if c := h.Desk().Cohorts.Get(s.Cohort); c != nil {
		zone = c.Zone
	}
	return tab.Clock(h, zone)
}

// scorerOf is who most likely notes the results: the one who leads.
func scorerOf(s *model.Session) model.ID {
	for _, role := range []model.Role{model.Lead, model.Line} {
		if list := s.In(role); len(list) > 0 {
			return list[0]
		}
	}
	return model.ID{}
}

// ask sets how many points can be had, where nothing is noted yet.
func (f *draft) ask(of int) {
	switch {
	case of == 0 && f.of == 0 && f.mode == byVerdict:
		of = 100
	case of == 0:
		return
	}
	f.of = of
	for i := range f.entries {
		if e := &f.entries[i]; e.points == none {
			e.of = of
		}
	}
}

// courseOfFire is what is shot in the session, from the desk or from those
// that come with the program; nil when none is chosen.
func courseOfFire(d *model.Desk, s *model.Session) *model.FireCourse {
	if s.Block.Fire == nil || s.Block.Fire.Course.IsZero() {
		return nil
	}
	return fireByID(d, s.Block.Fire.Course)
}

func fireByID(d *model.Desk, id model.ID) *model.FireCourse {
	if f := d.FireCourses.Get(id); f != nil {
		return f
	}
	for _, f := range templates.FireCourses() {
		if f.ID == id {
			return f
		}
	}
	return nil
}

// fires are the courses of fire there are: those on the desk, then those that
// come with the program and are not on it.
func fires(d *model.Desk, tag string) []*model.FireCourse {
	out := slices.Collect(d.FireCourses.All)
	slices.SortStableFunc(out, func(a, b *model.FireCourse) int {
		return strings.Compare(kit.Fold(a.Title.In(tag)), kit.Fold(b.Title.In(tag)))
	})
	for _, f := range templates.FireCourses() {
		if d.FireCourses.Get(f.ID) == nil {
			out = append(out, f)
		}
	}
	return out
}

// fireOptions offers them; the zero id is a session without one.
func fireOptions(e *kit.Env, list []*model.FireCourse) []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for _, f := range list {
		out = append(out, kit.Option[model.ID]{Value: f.ID, Label: f.Title.In(e.Lang.Tag()), Note: fireNote(e, f)})
	}
	return append(out, kit.Option[model.ID]{Label: e.T("score.fire.none")})
}

// fireNote is a course of fire in a few words.
func fireNote(e *kit.Env, f *model.FireCourse) string {
	return e.T("score.fire.note", "n", f.Rounds(), "stages", len(f.Stages), "pass", f.Pass)
}

// chooseFire asks which course of fire is shot, and offers to make one.
func chooseFire(h tab.Host, s *model.Session) tea.Cmd {
	const make = 1 // in the last byte of an id that no record has
	fresh := model.ID{15: make}
	opts := fireOptions(h.Env(), fires(h.Desk(), h.Env().Lang.Tag()))
	opts = slices.Insert(opts, len(opts)-1, kit.Option[model.ID]{Value: fresh, Label: h.Env().T("score.fire.new")})
	title := model.Say("score.fire.which", "block", s.Block.Title)
	kit.Open(h.Dialogs(), kit.NewChoose(h.Env(), title, opts, 0), func(id model.ID) tea.Cmd {
		if id == fresh {
			return newFire(h, func(f *model.FireCourse) tea.Cmd { return begin(h, s, f, 0) })
		}
		return begin(h, s, fireByID(h.Desk(), id), 0)
	})
	return nil
}

// askPoints asks how many points a test has.
func askPoints(h tab.Host, s *model.Session) tea.Cmd {
	check := func(v string) *model.Problem {
		if n, err := strconv.Atoi(strings.TrimSpace(v)); err != nil || n < 1 || n > 10000 {
			return model.Wrong("of", "score.of.bad")
		}
		return nil
	}
	ask := kit.NewPrompt(h.Env(), model.Say("score.title", "block", s.Block.Title), model.Say("score.of.ask"), "100", check).Offered()
	kit.Open(h.Dialogs(), ask, func(v string) tea.Cmd {
		n, err := strconv.Atoi(strings.TrimSpace(v))
		if err != nil {
			return nil // check has refused it
		}
		return begin(h, s, nil, n)
	})
	return nil
}
