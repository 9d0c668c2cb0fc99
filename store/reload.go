package store

import (
	"errors"
	"slices"

	"muster/model"
	"muster/store/kv"
)

// reload reads a desk. Of an old one everything is taken over that did not
// move.
type reload struct {
	look
	old   *model.Desk // nil: there is none
	moved map[model.Kind][]model.Ref
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
	read(func() error { return all(l, model.KindFireCourse, old.FireCourses, &d.FireCourses) })
	read(func() error { return all(l, model.KindCohort, old.Cohorts, &d.Cohorts) })
	read(func() error { return all(l, model.KindStaff, old.Staff, &d.Staff) })
	read(func() error { return all(l, model.KindPlace, old.Places, &d.Places) })
	read(func() error { return all(l, model.KindKit, old.Kits, &d.Kits) })
	read(func() error { return all(l, model.KindVehicle, old.Vehicles, &d.Vehicles) })
	read(func() error { return l.settings(d) })
	read(func() error { return l.taught(d, old) })
	read(func() error { return l.followUps(d, old) })
	read(func() error { return l.people(d, old) })
	if err != nil {
		return nil, err
	}
	return d, nil
}

// all reads every record of the kind.
func all[R model.Record](l reload, k model.Kind, old model.Table[R], into *model.Table[R]) (err error) {
	if l.old != nil {
		*into, err = patched(l, k, old, func(R) bool { return true })
		return err
	}
	var rows shelf[R]
	err = l.r.Scan([]byte{byte(k)}, nil, func(it kv.Item) (bool, error) {
		row, err := rowOf[R](l.look, it)
		rows = append(rows, row)
		return true, err
	})
	*into = rows.table()
	return err
}

// patched is the old table with the records of the kind that moved, as far as
// they are there and belong to it.
func patched[R model.Record](l reload, k model.Kind, old model.Table[R], belongs func(R) bool) (model.Table[R], error) {
	var (
		puts    shelf[R]
		removes []model.ID
	)
	for _, ref := range l.moved[k] {
		now, err := l.find(ref)
		if err != nil {
			return old, err
		}
		if rec, ok := now.content().(R); ok && belongs(rec) {
			puts = append(puts, model.Row[R]{Rec: rec, Rev: now.Rev})
		} else {
			removes = append(removes, ref.ID)
		}
	}
	return old.With(puts, removes), nil
}

// one reads a record that must be there.
func one[R model.Record](l look, ref model.Ref) (row model.Row[R], err error) {
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
		d.Settings, err = one[*model.Settings](l.look, ref)
	}
	return err
}

// taught reads what belongs to the cohorts that are not closed.
func (l reload) taught(d, old *model.Desk) error {
	if l.old == nil || len(l.moved[model.KindCohort]) > 0 {
		return l.taughtAnew(d, old)
	}
	open := func(cohort model.ID) bool {
		c := d.Cohorts.Get(cohort)
		return c != nil && c.State != model.Closed
	}
	var errs [5]error
	d.Sessions, errs[0] = patched(l, model.KindSession, old.Sessions, func(s *model.Session) bool { return open(s.Cohort) })
	d.Rolls, errs[1] = patched(l, model.KindRoll, old.Rolls, func(r *model.Roll) bool { return open(r.Cohort) })
	d.Sheets, errs[2] = patched(l, model.KindSheet, old.Sheets, func(s *model.Sheet) bool { return open(s.Cohort) })
	d.Certificates, errs[3] = patched(l, model.KindCertificate, old.Certificates, func(v *model.Certificate) bool { return open(v.Cohort) })
	d.Drafts, errs[4] = patched(l, model.KindDraft, old.Drafts, func(v *model.Draft) bool { return open(v.Cohort) })
	return errors.Join(errs[:]...)
}

// taughtAnew looks for it in the index: a cohort may have been closed or
// opened again.
func (l reload) taughtAnew(d, old *model.Desk) error {
	var (
		sessions shelf[*model.Session]
		rolls    shelf[*model.Roll]
		sheets   shelf[*model.Sheet]
		papers   shelf[*model.Certificate]
		drafts   shelf[*model.Draft]
		moved    = l.set(model.KindSession, model.KindRoll, model.KindSheet, model.KindCertificate, model.KindDraft)
	)
	for c := range d.Cohorts.All {
		if c.State == model.Closed {
			continue
		}
		refs, err := l.found(refTerm(model.RefOf(c)), 0, 1<<30)
		for _, ref := range refs {
			if err != nil {
				break
			}
			switch ref.Kind {
			case model.KindSession:
				err = sessions.take(l.look, old.Sessions, moved, ref)
			case model.KindRoll:
				err = rolls.take(l.look, old.Rolls, moved, ref)
			case model.KindSheet:
				err = sheets.take(l.look, old.Sheets, moved, ref)
			case model.KindCertificate:
				err = papers.take(l.look, old.Certificates, moved, ref)
			case model.KindDraft:
				err = drafts.take(l.look, old.Drafts, moved, ref)
				if n := len(drafts) - 1; err == nil && drafts[n].Rec.Cohort != c.ID {
					drafts = drafts[:n] // one of its sessions is of this cohort
				}
			}
		}
		if err != nil {
			return err
		}
	}
	d.Sessions, d.Rolls, d.Sheets, d.Certificates = sessions.table(), rolls.table(), sheets.table(), papers.table()
	d.Drafts = drafts.table()
	return nil
}

// followUps reads the contacts with something to come.
func (l reload) followUps(d, old *model.Desk) (err error) {
	if l.old != nil {
		d.Contacts, err = patched(l, model.KindContact, old.Contacts, (*model.Contact).Open)
		return err
	}
	refs, err := l.found(openTerm, model.KindContact, 1<<30)
	var rows shelf[*model.Contact]
	for _, ref := range refs {
		if err == nil {
			err = rows.take(l.look, old.Contacts, nil, ref)
		}
	}
	d.Contacts = rows.table()
	return err
}

// people reads those with a seat in a cohort that is not closed or with a
// follow-up to come.
func (l reload) people(d, old *model.Desk) error {
	if l.old != nil && len(l.moved[model.KindCohort])+len(l.moved[model.KindContact])+len(l.moved[model.KindPerson]) == 0 {
		d.People = old.People
		return nil
	}
	var ids []model.ID
	for c := range d.Cohorts.All {
		if c.State == model.Closed {
			continue
		}
		for _, seat := range c.Seats {
			ids = append(ids, seat.Person)
		}
	}
	for v := range d.Contacts.All {
		ids = append(ids, v.Person)
	}
	slices.SortFunc(ids, model.ID.Compare)
	moved := l.set(model.KindPerson)
	var rows shelf[*model.Person]
	for _, id := range slices.Compact(ids) {
		if err := rows.take(l.look, old.People, moved, model.Ref{Kind: model.KindPerson, ID: id}); err != nil {
			return err
		}
	}
	d.People = rows.table()
	return nil
}

// set is the records of those kinds that moved.
func (l reload) set(kinds ...model.Kind) map[model.Ref]bool {
	out := map[model.Ref]bool{}
	for _, k := range kinds {
		for _, ref := range l.moved[k] {
			out[ref] = true
		}
	}
	return out
}

// shelf gathers the rows of a table.
type shelf[R model.Record] []model.Row[R]

// take adds the record, from the old table if it did not move.
func (s *shelf[R]) take(l look, old model.Table[R], moved map[model.Ref]bool, ref model.Ref) error {
	row, ok := old.Row(ref.ID)
	if !ok || moved[ref] {
		var err error
		if row, err = one[R](l, ref); err != nil {
			return err
		}
	}
	*s = append(*s, row)
	return nil
}

func (s shelf[R]) table() model.Table[R] { return model.NewTable(s) }

// pointing reads the records of a kind that point at ref, in the order of
// their ids.
func pointing[R model.Record](l look, ref model.Ref, k model.Kind) ([]model.Row[R], error) {
	refs, err := l.found(refTerm(ref), k, 1<<30)
	if err != nil {
		return nil, err
	}
	var rows shelf[R]
	for _, ref := range refs {
		if err := rows.take(l, model.Table[R]{}, nil, ref); err != nil {
			return nil, err
		}
	}
	return rows, nil
}
