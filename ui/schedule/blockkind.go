package schedule

import (
	"muster/model"
	"muster/ui/kit"
)

// kindFields makes the fields that only some kinds of block have.
func (f *blockForm) kindFields(b *model.Block) {
	is := func(kinds ...model.BlockKind) func() bool {
		return func() bool {
			for _, k := range kinds {
				if f.kind.Value() == k {
					return false
				}
			}
			return true
		}
	}
	number := func(name string, v, low, high int, hidden func() bool) *kit.ValueField[int] {
		x := kit.NewNumber(name, v, low, high, model.Message{})
		x.Hidden = hidden
		return x
	}
	toggle := func(name string, on bool, hidden func() bool) *kit.ToggleField {
		x := kit.NewToggle(name, on)
		x.Hidden = hidden
		return x
	}
	var fire model.Firing
	if b.Fire != nil {
		fire = *b.Fire
	}
	shoots := func() bool { return !f.shoots() }
	f.relays = number("relays", max(fire.Relays, 1), 1, 30, shoots)
	f.rounds = number("rounds", fire.Rounds, 0, 5000, shoots)
	f.auto = toggle("auto", fire.Auto, shoots)
	f.first = toggle("firstShooters", fire.First, shoots)
	f.first.Label = model.Say("schedule.field.first-shooters")
	f.qualify = toggle("qualifies", fire.Qualifies, shoots)
	f.long = toggle("long", fire.Long, shoots)
	f.course = f.t.courseField(fire.Course)
	f.course.Hidden = shoots
	f.ammunition = f.t.ammunitionField(fire.Ammunition)
	f.ammunition.Hidden = shoots

	f.exam = toggle("exam", b.Exam, is(model.KindClass))
	f.ends = toggle("graduation", b.Ends, is(model.KindClass))
	f.ends.Hint = model.Say("schedule.field.graduation.hint")
	f.ride = kit.NewChoice("rideKind", b.RideKind, options(f.t, "word.ride.", model.RideKinds))
	f.ride.Hidden = is(model.KindRide)
	var lot model.SearchLot
	if b.Search != nil {
		lot = *b.Search
	}
	f.cars = number("cars", lot.Cars, 0, 60, is(model.KindVehicles))
	f.hides = number("hides", lot.Hides, 0, 200, is(model.KindVehicles))
	var house model.House
	if b.House != nil {
		house = *b.House
	}
	f.team = number("team", house.Team, 0, 6, is(model.KindBuildings))
	f.runs = number("runs", house.Runs, 0, 50, is(model.KindBuildings))
	var rescue model.Rescue
	if b.Rescue != nil {
		rescue = *b.Rescue
	}
	f.casualties = number("casualties", rescue.Casualties, 0, 60, is(model.KindRescue))
	f.heights = toggle("heights", rescue.Heights, is(model.KindRescue))
	var game model.Exercise
	if b.Exercise != nil {
		game = *b.Exercise
	}
	f.players = number("players", game.Players, 0, 60, is(model.KindExercise))
	f.teams = number("teams", game.Teams, 0, 30, is(model.KindExercise))
}

// shoots reports whether relays and rounds belong to the block: firearms, and
// live fire in a building or an exercise.
func (f *blockForm) shoots() bool {
	switch f.kind.Value() {
	case model.KindFirearms:
		return true
	case model.KindBuildings, model.KindExercise:
		return f.ammo.Value() == model.Live
	}
	return false
}

// ammunitionField is the pool the rounds are drawn from, of those that are used
// up; one that is there no more stays as it is.
func (t *Tab) ammunitionField(now model.ID) *kit.ChoiceField[model.ID] {
	opts := []kit.Option[model.ID]{{Label: t.env.T("schedule.field.ammunition.none")}}
	for k := range t.host.Desk().Kits.All {
		if k.Spent || k.ID == now {
			opts = append(opts, kit.Option[model.ID]{Value: k.ID, Label: k.Name.In(t.env.Lang.Tag())})
		}
	}
	f := kit.NewChoice("ammunition", now, opts)
	f.Label, f.Hint = model.Say("schedule.field.ammunition"), model.Say("schedule.field.ammunition.hint")
	return f
}

// ofKind is those fields, in the order of the form.
func (f *blockForm) ofKind() []kit.Field {
	return []kit.Field{
		f.exam, f.ends, f.ride, f.relays, f.rounds, f.ammunition, f.auto, f.first, f.qualify, f.course, f.long,
		f.cars, f.hides, f.team, f.runs, f.casualties, f.heights, f.players, f.teams,
	}
}

// readKind takes the details of the kind in hand and drops those of others.
func (f *blockForm) readKind(b *model.Block) {
	b.Fire, b.Search, b.House, b.Rescue, b.Exercise = nil, nil, nil, nil, nil
	b.Exam, b.Ends, b.RideKind = false, false, ""
	if f.shoots() {
		b.Fire = &model.Firing{
			Relays: f.relays.Value(), Rounds: f.rounds.Value(), Auto: f.auto.Value(),
			First: f.first.Value(), Qualifies: f.qualify.Value(), Long: f.long.Value(), Course: f.course.Value(),
			Ammunition: f.ammunition.Value(),
		}
	}
	switch b.Kind {
	case model.KindClass:
		b.Exam, b.Ends = f.exam.Value(), f.ends.Value()
	case model.KindRide:
		b.RideKind = f.ride.Value()
	case model.KindVehicles:
		b.Search = &model.SearchLot{Cars: f.cars.Value(), Hides: f.hides.Value()}
	case model.KindBuildings:
		b.House = &model.House{Team: f.team.Value(), Runs: f.runs.Value()}
	case model.KindRescue:
		b.Rescue = &model.Rescue{Casualties: f.casualties.Value(), Heights: f.heights.Value()}
	case model.KindExercise:
		b.Exercise = &model.Exercise{Players: f.players.Value(), Teams: f.teams.Value()}
	}
}
