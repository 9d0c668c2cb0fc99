package schedule

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// editRelays is how a live-fire block shoots. What the numbers come to stands
// above them and follows them.
func (t *Tab) editRelays(s *model.Session) tea.Cmd {
	fire := *s.Block.Fire
	most := max(fire.Relays, min(max(s.Officers(t.cohort), 1), 30))
	opts := make([]kit.Option[int], most)
	for i := range opts {
		opts[i] = kit.Option[int]{Value: i + 1, Label: strconv.Itoa(i + 1)}
	}
	sum := kit.NewHeading(model.Message{})
	relays := kit.NewChoice("relays", max(fire.Relays, 1), opts)
	relays.Hint = model.Say("schedule.relays.hint", "n", s.Officers(t.cohort))
	rounds := kit.NewNumber("rounds", fire.Rounds, 0, 5000, model.Message{})
	auto := kit.NewToggle("auto", fire.Auto)
	first := kit.NewToggle("firstShooters", fire.First)
	qualifies := kit.NewToggle("qualifies", fire.Qualifies)
	long := kit.NewToggle("long", fire.Long)
	course := t.courseField(fire.Course)
	firing := func() *model.Firing {
		return &model.Firing{
			Relays: relays.Value(), Rounds: rounds.Value(), Auto: auto.Value(),
			First: first.Value(), Qualifies: qualifies.Value(), Long: long.Value(), Course: course.Value(),
			Ammunition: fire.Ammunition,
		}
	}
	last := model.Firing{Relays: -1}
	sum.Hidden = func() bool { // asked whenever the form is laid out
		if now := firing(); *now != last {
			last = *now
			sum.Label = t.firingSum(s, now)
		}
		return false
	}
	f := kit.NewForm(t.host.Dialogs(), model.Say("schedule.relays.title", "block", s.Block.Title),
		sum, relays, rounds, auto, first, qualifies, course, long)
	kit.Open(t.host.Dialogs(), f, func(*kit.Form) tea.Cmd {
		now := t.host.Desk().Sessions.Get(s.ID)
		if now == nil || now.Block.Fire == nil {
			return t.tell(kit.Warn, model.Say("schedule.gone"))
		}
		next := now.Clone()
		next.Block.Fire = firing()
		if *next.Block.Fire == *now.Block.Fire {
			return nil
		}
		return t.keep(model.Say("schedule.act.relays", "block", next.Block.Title, "n", next.Block.Fire.Relays), next)
	})
	return nil
}

// courseField is the course of fire that is shot.
func (t *Tab) courseField(now model.ID) *kit.ChoiceField[model.ID] {
	opts := []kit.Option[model.ID]{{Label: t.env.T("schedule.relays.no-course")}}
	for f := range t.host.Desk().FireCourses.All {
		opts = append(opts, kit.Option[model.ID]{
			Value: f.ID, Label: f.Title.In(t.env.Lang.Tag()), Note: t.env.T("schedule.relays.pass", "n", f.Pass),
		})
	}
	f := kit.NewChoice("course", now, opts)
	f.Label = model.Say("schedule.relays.course")
	return f
}

// firingSum is what a way of shooting comes to: how many are on the line at
// once, of how many lanes, the instructors that the ratio asks for, and the
// rounds in all.
func (t *Tab) firingSum(s *model.Session, f *model.Firing) model.Message {
	try := s.Clone()
	try.Block.Fire = f
	line := try.Engaged(t.cohort)
	lanes := model.Say("schedule.relays.lanes-unknown", "n", line)
	if p := t.host.Desk().Places.Get(s.Place); p != nil && p.Lanes > 0 {
		lanes = model.Say("schedule.relays.lanes", "n", line, "of", p.Lanes)
	}
	need := model.Say("schedule.relays.no-ratio")
	if r, ok := t.ratioOf(try); ok {
		need = model.Say("schedule.relays.need", "n", r.need, "ratio", r.per)
	}
	return model.Say("schedule.relays.sum", "lanes", lanes, "need", need,
		"rounds", f.Rounds*s.Officers(t.cohort))
}

// A ratio is what the strictest rule on instructors asks of a live-fire
// session: so many on the line, at one for so many shooters.
type ratio struct {
	need int
	per  string // "1:5"
}

// ratioOf asks the rules what they want on the line of the session, as if it
// had nobody; ok is false when they want nobody.
func (t *Tab) ratioOf(s model.Session) (r ratio, ok bool) {
	s.Staff = nil
	if !s.Placed() {
		s.Start = t.cohort.First.At(10 * model.Hour)
	}
	for _, c := range t.host.Board().Try(&s) {
		if !strings.HasPrefix(c.Rule, liveRatio) {
			continue
		}
		r, ok = ratio{}, true
		for _, a := range c.Text.Args {
			switch v := a.Value.(type) {
			case int:
				if a.Name == "need" {
					r.need = v
				}
			case string:
				r.per = v
			}
		}
	}
	return r, ok
}

// liveRatio begins the ids of the rules on instructors on the line.
const liveRatio = "live-ratio"

// aboutLine is the relays against the lanes, and the instructors that are
// there against those that are needed.
func (t *Tab) aboutLine(s *model.Session, c *model.Cohort) []string {
	out := []string{t.env.T("schedule.detail.relays", "n", max(s.Block.Fire.Relays, 1), "line", s.Engaged(c))}
	if !s.Block.LiveFire() {
		return out
	}
	if p := t.host.Desk().Places.Get(s.Place); p != nil && p.Lanes > 0 {
		out = append(out, t.env.T("schedule.detail.on-lanes", "n", p.Lanes))
	}
	r, ok := t.ratioOf(*s)
	if !ok || s.Off != nil {
		return out
	}
	have := -1
	for _, x := range t.host.Board().ClashesOf(s.ID) {
		if !strings.HasPrefix(x.Rule, liveRatio) {
			continue
		}
		for _, a := range x.Text.Args {
			if n, isInt := a.Value.(int); isInt && a.Name == "have" {
				have = n
			}
		}
	}
	if have < 0 {
		return append(out, t.env.T("schedule.detail.ratio.met", "ratio", r.per, "n", r.need))
	}
	return append(out, t.env.T("schedule.detail.ratio", "ratio", r.per, "n", r.need, "have", have))
}
