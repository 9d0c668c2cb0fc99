package plan

import (
	"encoding/json"

	"muster/model"
)

// session reads a session. One that does not say who takes it is of all squads
// of its cohort, unless its officers come one by one.
func (b *book) session(list string, n int, text json.RawMessage) error {
	var s model.Session
	if err := b.decode(text, &s); err != nil {
		return fault(list, n, err)
	}
	c := b.cohorts[s.Cohort]
	if c == nil { // it may be known
		return b.take(list, n, &s)
	}
	if s.Squads == 0 && s.Block.Kind != model.KindRide && len(s.Only) == 0 {
		s.Squads = c.SquadSet()
	}
	if c.Squads > 0 {
		for _, q := range s.Squads.List() {
			if int(q) > c.Squads {
				return fault(list, n, model.Problems{model.Wrong("squads", "model.no-such-squad", "squad", q.String(), "squads", c.Squads)})
			}
		}
	}
	return b.take(list, n, &s)
}
