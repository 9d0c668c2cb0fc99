package planner

import "muster/model"

// A Wish is something a plan is better for, with a weight a person can set. Its
// words are the messages "wish.<id>" (name) and "wish.<id>.says" (sentence);
// the steps of its slider "wish.weight.0" (does not matter) to
// "wish.weight.4" (above all).
type Wish struct {
	ID      string
	Default int // step of the slider, 0–4
}

// Wishes lists every wish in the order of the sliders.
func Wishes() []Wish {
	return []Wish{
		{"gaps", 2},
		{"travel", 2},
		{"balance", 1},
		{"spread", 2},
		{"fair", 1},
		{"close", 2},
		{"usual", 1},
		{"meals", 3},
		{"rest", 2},
		{"hours", 2},
		{"order", 2},
		{"relays", 2},
	}
}

// Step is how much the unit wants the wish: its setting, else the default.
func (w Wish) Step(s *model.Settings) int {
	if s != nil {
		for _, v := range s.Wishes {
			if v.ID == w.ID {
				return v.Step
			}
		}
	}
	return w.Default
}

// step is how much the unit wants a wish by id.
func step(s *model.Settings, id string) int {
	for _, w := range Wishes() {
		if w.ID == id {
			return w.Step(s)
		}
	}
	return 0
}
