package model

import (
	"encoding/json"
	"math/bits"
)

// MaxSquads is how many squads a cohort can have: A to Z.
const MaxSquads = 26

// A Squad is a squad of a cohort by number: 1 is A; 0 is none.
type Squad uint8

// String is the squad's letter, "" for none.
func (s Squad) String() string {
	if s < 1 || s > MaxSquads {
		return ""
	}
	return string(rune('A' + s - 1))
}

// Squads is a set of squads.
type Squads uint32

// AllSquads is the set of the first n squads.
func AllSquads(n int) Squads { return Squads(1)<<n - 1 }

// SquadsOf is the set of the squads given.
func SquadsOf(list ...Squad) Squads {
	var s Squads
	for _, q := range list {
		s = s.With(q)
	}
	return s
}

// With is the set with q added.
func (s Squads) With(q Squad) Squads {
	if q < 1 || q > MaxSquads {
		return s
	}
	return s | 1<<(q-1)
}

// Without is the set with q taken out.
func (s Squads) Without(q Squad) Squads { return s &^ Squads(0).With(q) }

// Has reports whether q is in the set.
func (s Squads) Has(q Squad) bool { return s&Squads(0).With(q) != 0 }

// Len is how many squads are in the set.
func (s Squads) Len() int { return bits.OnesCount32(uint32(s)) }

// List is the squads in the set, in order.
func (s Squads) List() []Squad {
	out := make([]Squad, 0, s.Len())
	for q := Squad(1); q <= MaxSquads; q++ {
		if s.Has(q) {
			out = append(out, q)
		}
	}
	return out
}

// String is the squads' letters: "A C".
func (s Squads) String() string {
	b := make([]byte, 0, 2*MaxSquads)
	for _, q := range s.List() {
		if len(b) > 0 {
			b = append(b, ' ')
		}
		b = append(b, q.String()...)
	}
	return string(b)
}

// MarshalJSON writes the set as a list of letters.
func (s Squads) MarshalJSON() ([]byte, error) {
	names := make([]string, 0, s.Len())
	for _, q := range s.List() {
		names = append(names, q.String())
	}
	return json.Marshal(names)
}

// UnmarshalJSON reads a list of letters.
func (s *Squads) UnmarshalJSON(b []byte) error {
	var names []Squad
	if err := json.Unmarshal(b, &names); err != nil {
		return err
	}
	*s = SquadsOf(names...)
	return nil
}

// MarshalText writes the squad's letter.
func (s Squad) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a squad's letter.
func (s *Squad) UnmarshalText(b []byte) error {
	switch {
	case len(b) == 0:
		*s = 0
	case len(b) == 1 && b[0] >= 'A' && b[0] <= 'Z':
		*s = Squad(b[0]-'A') + 1
	default:
		return Wrong("squad", "model.not-squad", "value", Clean(string(b)))
	}
	return nil
}
