package cohorts

import (
	"reflect"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

func itoa(n int) string { return strconv.Itoa(n) }

// commit makes the change and says so; a model that refuses is shown.
func (t *Tab) commit(c model.Change, done model.Message) tea.Cmd {
	if c.IsZero() {
		return t.h.Tell(kit.Info, model.Say("cohorts.nothing-changed"))
	}
	save := t.h.Commit(c)
	if done.IsZero() {
		return save
	}
	return tea.Batch(save, t.h.Tell(kit.OK, done))
}

// hold remembers the revision of a record whose form is about to open: whoever
// changes it meanwhile must not be overwritten unseen.
func (t *Tab) hold(r model.Record) func(model.Record) model.Put {
	was := t.desk().RevOf(model.RefOf(r))
	return func(next model.Record) model.Put { return model.Put{Record: next, Was: was} }
}

// reseat commits the cohort in hand with its seats changed by edit.
func (t *Tab) reseat(act, done model.Message, edit func(seats []model.Seat) []model.Seat, also ...model.Record) tea.Cmd {
	next := *t.cohort
	next.Seats = edit(slices.Clone(t.cohort.Seats))
	rec, err := model.NewCohort(next)
	if err != nil {
		return t.h.Fail(err)
	}
	c := model.Change{Act: act, Puts: []model.Put{t.desk().Put(rec)}}
	for _, r := range also {
		c.Puts = append(c.Puts, t.desk().Put(r))
	}
	return t.commit(c, done)
}

// eachSeat changes the seats of the people given.
func (t *Tab) eachSeat(people []model.ID, act, done model.Message, edit func(*model.Seat)) tea.Cmd {
	return t.reseat(act, done, func(seats []model.Seat) []model.Seat {
		for i := range seats {
			if slices.Contains(people, seats[i].Person) {
				edit(&seats[i])
			}
		}
		return seats
	})
}

// holdAll is hold for people whose records one form is about to change.
func (t *Tab) holdAll(people []model.ID) func(*model.Person) model.Put {
	was := map[model.ID]model.Rev{}
	for _, id := range people {
		was[id] = t.desk().RevOf(model.Ref{Kind: model.KindPerson, ID: id})
	}
	return func(p *model.Person) model.Put { return model.Put{Record: p, Was: was[p.ID]} }
}

// eachPerson changes the records of the people given, in one act; held is from
// when the form was opened.
func (t *Tab) eachPerson(people []model.ID, held func(*model.Person) model.Put, act, done model.Message, edit func(*model.Person)) tea.Cmd {
	c := model.Change{Act: act}
	for _, id := range people {
		was := t.desk().People.Get(id)
		if was == nil {
			continue
		}
		next := *was
		edit(&next)
		rec, err := model.NewPerson(next)
		if err != nil {
			return t.h.Fail(err)
		}
		if !samePerson(rec, was) {
			c.Puts = append(c.Puts, held(rec))
		}
	}
	return t.commit(c, done)
}

// samePerson reports whether two records of a person say the same.
func samePerson(a, b *model.Person) bool {
	return reflect.DeepEqual(a, b)
}

// withoutRiders is the cohort's sessions in which the person rides, without
// them: who leaves the cohort leaves its rides.
func (t *Tab) withoutRiders(people []model.ID) ([]model.Record, error) {
	var out []model.Record
	for _, s := range t.desk().SessionsOf(t.cohort.ID) {
		if s.Ride == nil {
			continue
		}
		next := s.Clone()
		next.Ride.Riders = slices.DeleteFunc(next.Ride.Riders, func(r model.Rider) bool { return slices.Contains(people, r.Person) })
		if len(next.Ride.Riders) == len(s.Ride.Riders) {
			continue
		}
		rec, err := model.NewSession(next)
		if err != nil {
			return nil, err
		}
		out = append(out, rec)
	}
	return out, nil
}
