package schedule

import (
	"testing"

	"muster/model"
)

// Whoever leads a station, minds its safety or takes somebody along is in the
// session as much as who has a role in the plan.
func TestLensOfStaff(t *testing.T) {
	id, other := model.ID{15: 1}, model.ID{15: 2}
	for name, s := range map[string]*model.Session{
		"role":    {Staff: []model.Part{{Staff: id, Role: model.Lead}}},
		"station": {Circuit: &model.Circuit{Stations: []model.Post{{Lead: id}}}},
		"safety":  {Circuit: &model.Circuit{Stations: []model.Post{{Lead: other, Safety: id}}}},
		"host":    {Ride: &model.Ride{Riders: []model.Rider{{Host: id}}}},
	} {
		if !(lens{kind: byStaff, id: id}).shows(s, nil) {
			t.Errorf("%s: not shown", name)
		}
		if (lens{kind: byStaff, id: model.ID{15: 3}}).shows(s, nil) {
			t.Errorf("%s: shown to somebody else", name)
		}
	}
}
