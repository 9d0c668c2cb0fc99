package store

import (
	"context"
	"slices"

	"muster/model"
	"muster/store/kv"
)

// Desk reads everything small at one revision. On it are all agencies, units,
// courses, cohorts, staff, places, kits, vehicles and the settings (empty ones,
// revision 0, if nobody made any); of cohorts that are not closed also the
// sessions and the people with a seat. Sessions of closed cohorts are had from
// SessionsOf, other people from Get, People and FindPerson.
//
// So after a change of a cohort's state or seats, or of a record that was not
// on the desk, Renew knows more than desk.With.
func (s *Store) Desk(ctx context.Context) (d *model.Desk, err error) {
	err = s.view(ctx, func(l look, h head) error {
		d, err = (reload{look: l}).desk(h.Rev)
		return err
	})
	return d, err
}

// renewAtMost is the number of acts beyond which everything is read again.
const renewAtMost = 500

// Renew is the desk at the present revision, reading only what moved since it
// was made; the same desk if nothing did. refs are the records that moved, nil
// when so much did that everything was read anew.
func (s *Store) Renew(ctx context.Context, old *model.Desk) (d *model.Desk, refs []model.Ref, err error) {
	err = s.view(ctx, func(l look, h head) error {
		if h.Rev == old.Rev {
			d, refs = old, []model.Ref{}
			return nil
		}
		all := false
		refs, all, err = l.since(old.Rev, h.Rev)
		if err != nil {
			return err
		}
		if all {
			refs = nil
			d, err = (reload{look: l}).desk(h.Rev)
			return err
		}
		moved := make(map[model.Ref]bool, len(refs))
		for _, r := range refs {
			moved[r] = true
		}
		d, err = reload{look: l, old: old, moved: moved}.desk(h.Rev)
		return err
	})
	return d, refs, err
}

// since are the records that moved after the revision, each once; all when
// they cannot be told singly: too many, brought in together, or the database
// was put back to a state before that revision. (Restore sees to it that no
// revision comes twice.)
func (l look) since(rev, now model.Rev) (refs []model.Ref, all bool, err error) {
	if rev > now {
		return nil, true, nil
	}
	if rev > 0 {
		if _, there, err := l.r.Get(entryKey(rev)); err != nil || !there {
			return nil, true, err
		}
	}
	seen, acts := map[model.Ref]bool{}, 0
	refs = []model.Ref{}
	err = l.before(0, func(e entry) (bool, error) {
		if e.Rev <= rev {
			return false, nil
		}
		if acts++; acts > renewAtMost || e.Counts != nil {
			all = true
			return false, nil
		}
		items, err := e.items()
		for _, it := range items {
			if ref := (model.Ref{Kind: it.Kind, ID: it.ID}); !seen[ref] {
				seen[ref] = true
				refs = append(refs, ref)
			}
		}
		return true, err
	})
	return refs, all, err
}

// reload reads a desk. Rows of an old one that did not move are taken over
// unread.
type reload struct {
	look
	old   *model.Desk
	moved map[model.Ref]bool
}

func (l reload) desk(rev model.Rev) (*model.Desk, error) {
	d, old := &model.Desk{Rev: rev}, l.old
	if old == nil {
		old = &model.Desk{}
	}
	var err error
	read := func(step func() error) {
		if err == nil {
			err = step()
		}
	}
	read(func() error { return all(l, model.KindAgency, old.Agencies, &d.Agencies) })
	read(func() error { return all(l, model.KindUnit, old.Units, &d.Units) })
	read(func() error { return all(l, model.KindCourse, old.Courses, &d.Courses) })
	read(func() error { return all(l, model.KindCohort, old.Cohorts, &d.Cohorts) })
	read(func() error { return all(l, model.KindStaff, old.Staff, &d.Staff) })
	read(func() error { return all(l, model.KindPlace, old.Places, &d.Places) })
	read(func() error { return all(l, model.KindKit, old.Kits, &d.Kits) })
	read(func() error { return all(l, model.KindVehicle, old.Vehicles, &d.Vehicles) })
	read(func() error { return l.settings(d) })
	read(func() error { return l.open(d, old) })
	if err != nil {
		return nil, err
	}
	return d, nil
}

// all reads every record of the kind.
func all[R model.Record](l reload, k model.Kind, old model.Table[R], into *model.Table[R]) error {
	var rows []model.Row[R]
	err := l.r.Scan([]byte{byte(k)}, nil, func(it kv.Item) (bool, error) {
		ref := readRef(it.Key)
		if !l.moved[ref] {
			if row, ok := old.Row(ref.ID); ok {
				rows = append(rows, row)
				return true, nil
			}
		}
		row, err := rowOf[R](l.look, it)
		rows = append(rows, row)
		return true, err
	})
	*into = model.NewTable(rows)
	return err
}

// one reads a record that must be there.
func one[R model.Record](l reload, old model.Table[R], ref model.Ref) (row model.Row[R], err error) {
	if !l.moved[ref] {
		if row, ok := old.Row(ref.ID); ok {
			return row, nil
		}
	}
	plain, found, err := l.value(recordKey(ref))
	if err != nil {
		return row, err
	}
	if !found {
		return row, damaged(nil)
	}
	return openRow[R](ref, plain)
}

func (l reload) settings(d *model.Desk) error {
	ref := model.Ref{Kind: model.KindSettings, ID: model.SettingsID}
	there, err := l.has(ref)
	if err != nil {
		return err
	}
	d.Settings.Rec = &model.Settings{}
	if there {
		d.Settings, err = one(l, model.Table[*model.Settings]{}, ref)
	}
	return err
}

// open reads the sessions and the people of the cohorts that are not closed.
func (l reload) open(d, old *model.Desk) error {
	var sessions []model.Row[*model.Session]
	var people []model.ID
	for c := range d.Cohorts.All {
		if c.State == model.Closed {
			continue
		}
		rows, err := sessionsOf(reload{l.look, old, l.moved}, c.ID)
		if err != nil {
			return err
		}
		sessions = append(sessions, rows...)
		for _, seat := range c.Seats {
			people = append(people, seat.Person)
		}
	}
	slices.SortFunc(people, model.ID.Compare)
	people = slices.Compact(people)
	rows := make([]model.Row[*model.Person], len(people))
	for i, id := range people {
		row, err := one(l, old.People, model.Ref{Kind: model.KindPerson, ID: id})
		if err != nil {
			return err
		}
		rows[i] = row
	}
	d.Sessions, d.People = model.NewTable(sessions), model.NewTable(rows)
	return nil
}

// sessionsOf reads a cohort's sessions in the order of their ids.
func sessionsOf(l reload, cohort model.ID) ([]model.Row[*model.Session], error) {
	refs, err := l.found(refTerm(model.Ref{Kind: model.KindCohort, ID: cohort}), model.KindSession, 1<<30)
	if err != nil {
		return nil, err
	}
	var old model.Table[*model.Session]
	if l.old != nil {
		old = l.old.Sessions
	}
	rows := make([]model.Row[*model.Session], 0, len(refs))
	for _, ref := range refs {
		row, err := one(l, old, ref)
		if err != nil {
			return nil, err
		}
		if row.Rec.Cohort != cohort {
			return nil, damaged(nil)
		}
		rows = append(rows, row)
	}
	return rows, nil
}
