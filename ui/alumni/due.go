package alumni

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/ui/tab"
)

// due is what is to follow, from the desk.
type due struct {
	open  []*model.Contact            // by day, the oldest first
	next  map[model.ID]*model.Contact // the first one of each person
	badge tab.Badge
}

// lateDays is how long a follow-up may wait before the tab's count turns red.
const lateDays = 7

func dueOf(d *model.Desk, today model.Date) due {
	out := due{next: map[model.ID]*model.Contact{}}
	for c := range d.Contacts.All {
		if c.Open() {
			out.open = append(out.open, c)
		}
	}
	slices.SortFunc(out.open, func(a, b *model.Contact) int {
		return cmp.Or(cmp.Compare(a.Due, b.Due), a.ID.Compare(b.ID))
	})
	for _, c := range out.open {
		if out.next[c.Person] == nil {
			out.next[c.Person] = c
		}
		if c.Due <= today {
			out.badge.Count++
			out.badge.Hard = out.badge.Hard || c.Due < today.Days(-lateDays)
		}
	}
	return out
}

// of is the follow-ups of a person that are to come, by day.
func (d due) of(person model.ID) []*model.Contact {
	var out []*model.Contact
	for _, c := range d.open {
		if c.Person == person {
			out = append(out, c)
		}
	}
	return out
}
