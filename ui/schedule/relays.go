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
	firing := func() *model.Firing {
		return &model.Firing{
			Relays: relays.Value(), Rounds: rounds.Value(), Auto: auto.Value(),
			First: first.Value(), Qualifies: qualifies.Value(), Long: long.Value(),
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
		sum, relays, rounds, auto, first, qualifies, long)
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

// firingSum is what a way of shooting comes to: how many are on the line at
// once, of how many lanes, the instructors that the ratio asks for, and the
// rounds in all.
func (t *Tab) firingSum(s *model.Session, f *model.Firing) model.Message {
	try := s.Clone()
	try.Block.Fire, try.Staff = f, nil
	if !try.Placed() {
		try.Start = t.cohort.First.At(10 * model.Hour)
	}
	line := try.Engaged(t.cohort)
	lanes := model.Say("schedule.relays.lanes-unknown", "n", line)
	if p := t.host.Desk().Places.Get(s.Place); p != nil && p.Lanes > 0 {
		lanes = model.Say("schedule.relays.lanes", "n", line, "of", p.Lanes)
	}
	need := model.Say("schedule.relays.no-ratio")
	for _, c := range t.host.Board().Try(&try) {
		if !strings.HasPrefix(c.Rule, "live-ratio") {
			continue
		}
		pairs := []any{}
		for _, a := range c.Text.Args {
			switch a.Name {
			case "need":
				pairs = append(pairs, "n", a.Value)
			case "ratio":
				pairs = append(pairs, "ratio", a.Value)
			}
		}
		need = model.Say("schedule.relays.need", pairs...)
	}
	return model.Say("schedule.relays.sum", "lanes", lanes, "need", need,
		"rounds", f.Rounds*s.Officers(t.cohort))
}
