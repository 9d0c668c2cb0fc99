package ride

import (
	"slices"

	"muster/model"
	"muster/model/rules"
)

// The hard rules on how many ride at once, whoever they are.
var limits = [...]string{"rides-a-shift", "rides-a-late-shift", "ride-seats", "swat-seats"}

// overfull is why the rules have fewer riders than the session; the zero
// message when they do not.
func overfull(b *rules.Board, s *model.Session) model.Message {
	for _, c := range b.Try(s) {
		if c.Hard && slices.Contains(limits[:], c.Rule) {
			return c.Text
		}
	}
	return model.Message{}
}

// within takes riders off the end of the list until the rules allow as many
// as there are, and says why fewer than that are left.
func within(b *rules.Board, s *model.Session) (why model.Message) {
	all := s.Ride.Riders
	for n := range all {
		s.Ride.Riders = slices.Clone(all[:n+1])
		if why = overfull(b, s); !why.IsZero() {
			s.Ride.Riders = slices.Clone(all[:n])
			return why
		}
	}
	return why
}

// bars reports whether a hard rule speaks against somebody on the ride as it
// would be; waivers and other sessions have been looked at.
func bars(b *rules.Board, s *model.Session, person model.ID) bool {
	return slices.ContainsFunc(b.Try(s), func(c rules.Clash) bool {
		return c.Hard && c.Rule != ruleWaiver && c.Rule != ruleTwice && slices.Contains(c.People, person)
	})
}
