package model

import (
	"reflect"
	"slices"
)

// DraftsOf are the drafts shown on the cohort's board, in the order they were
// begun.
func (d *Desk) DraftsOf(cohort ID) []*Draft {
	var out []*Draft
	for v := range d.Drafts.All {
		if v.Cohort == cohort {
			out = append(out, v)
		}
	}
	return out
}

// RemoveCohort is a Change's lines that take out the cohort and its drafts,
// which are nothing without it.
func (d *Desk) RemoveCohort(c *Cohort) []Remove {
	out := []Remove{d.Remove(c)}
	for _, v := range d.DraftsOf(c.ID) {
		out = append(out, d.Remove(v))
	}
	return out
}

// WithDraft is the desk as it would be: the plan of record with the draft laid
// over it. Revisions are those of the records. Sessions that were held since
// stay as they are, sessions taken out of the plan since do not come back, nor
// do those of a cohort that is not on the desk; what was published of a session
// is as the plan of record has it.
func (d *Desk) WithDraft(v *Draft) *Desk {
	puts, removes := v.over(d)
	next := *d
	next.Sessions = d.Sessions.With(puts, removes)
	return &next
}

// Adopt is what makes the draft the plan of record and ends it: the lines of
// one Change. What is as the plan has it already is not put.
func (v *Draft) Adopt(d *Desk) (puts []Put, removes []Remove) {
	rows, gone := v.over(d)
	for _, r := range rows {
		if was := d.Sessions.Get(r.Rec.ID); was == nil || !reflect.DeepEqual(was, r.Rec) {
			puts = append(puts, Put{r.Rec, r.Rev})
		}
	}
	for _, id := range gone {
		removes = append(removes, d.Remove(d.Sessions.Get(id)))
	}
	return puts, append(removes, d.Remove(v))
}

// over is what the draft changes on the desk: the sessions as they would be, at
// the revisions of record, and those of record that would not be there.
func (v *Draft) over(d *Desk) (puts []Row[*Session], removes []ID) {
	for i := range v.Sessions {
		s := &v.Sessions[i]
		was, there := d.Sessions.Row(s.ID)
		if !there && !slices.Contains(v.New, s.ID) || d.Cohorts.Get(s.Cohort) == nil || d.held(s.ID) {
			continue
		}
		var told *Told
		if there {
			told = was.Rec.Told
		}
		if !reflect.DeepEqual(s.Told, told) {
			c := *s
			c.Told = told
			s = &c
		}
		puts = append(puts, Row[*Session]{s, was.Rev})
	}
	for _, id := range v.Gone {
		if d.Sessions.Get(id) != nil && !d.held(id) {
			removes = append(removes, id)
		}
	}
	return v.rooted(d, puts, removes), removes
}

// rooted leaves out another chance of a session that is no more.
func (v *Draft) rooted(d *Desk, puts []Row[*Session], removes []ID) []Row[*Session] {
	would := func(id ID) bool {
		return d.Sessions.Get(id) != nil && !slices.Contains(removes, id) ||
			slices.ContainsFunc(puts, func(r Row[*Session]) bool { return r.Rec.ID == id })
	}
	return slices.DeleteFunc(puts, func(r Row[*Session]) bool {
		return !r.Rec.Again.IsZero() && d.Sessions.Get(r.Rec.ID) == nil && !would(r.Rec.Again)
	})
}

// held reports whether a session has a roll or a sheet: what was is no longer
// planned.
func (d *Desk) held(session ID) bool {
	return d.Rolls.Get(session) != nil || d.Sheets.Get(session) != nil
}

// With is the draft with a change of sessions worked into it, as the board
// would have made it to the plan of record, to be passed to NewDraft. d is the
// desk of record, without the draft. What else is in the change is left out.
func (v *Draft) With(d *Desk, c Change) Draft {
	next := *v
	next.Sessions, next.Gone, next.New = slices.Clone(v.Sessions), slices.Clone(v.Gone), slices.Clone(v.New)
	is := func(id ID) func(Session) bool { return func(s Session) bool { return s.ID == id } }
	for _, r := range c.Removes {
		if r.Kind != KindSession {
			continue
		}
		next.Sessions = slices.DeleteFunc(next.Sessions, is(r.ID))
		next.New = slices.DeleteFunc(next.New, func(id ID) bool { return id == r.ID })
		if d.Sessions.Get(r.ID) != nil && !slices.Contains(next.Gone, r.ID) {
			next.Gone = append(next.Gone, r.ID)
		}
	}
	for _, p := range c.Puts {
		s, ok := p.Record.(*Session)
		if !ok {
			continue
		}
		next.Gone = slices.DeleteFunc(next.Gone, func(id ID) bool { return id == s.ID })
		i := slices.IndexFunc(next.Sessions, is(s.ID))
		was := d.Sessions.Get(s.ID)
		switch {
		case was != nil && reflect.DeepEqual(was, s): // moved back to where it is
			if i >= 0 {
				next.Sessions = slices.Delete(next.Sessions, i, i+1)
			}
		case i >= 0:
			next.Sessions[i] = *s
		default:
			next.Sessions = append(next.Sessions, *s)
			if was == nil {
				next.New = append(next.New, s.ID)
			}
		}
	}
	return next
}
