package score

import (
	"muster/model"
	"muster/model/progress"
)

// A past is what the cohort did elsewhere of what a session is an attempt at.
type past struct {
	tries  map[model.ID]int  // the highest number of an attempt
	passed map[model.ID]bool // in another session
	done   map[model.ID]bool // in an earlier one: there is nothing left to pass
}

// pastOf looks through the other attempts of the cohort at what the session is
// an attempt at.
func pastOf(d *model.Desk, c *model.Cohort, s *model.Session) past {
	p := past{map[model.ID]int{}, map[model.ID]bool{}, map[model.ID]bool{}}
	subject := progress.Subject(d, c, s)
	if subject.IsZero() {
		return p
	}
	for _, x := range d.SessionsOf(c.ID) {
		sheet := d.Sheets.Get(x.ID)
		if sheet == nil || x.ID == s.ID || !x.Block.Judged() || progress.Subject(d, c, x) != subject {
			continue
		}
		for _, r := range sheet.Rows {
			if ok, known, _ := sheet.Judge(r); known {
				p.tries[r.Person] = max(p.tries[r.Person], r.Attempt)
				p.passed[r.Person] = p.passed[r.Person] || ok
				p.done[r.Person] = p.done[r.Person] || ok && (!s.Placed() || x.Start < s.Start)
			}
		}
	}
	return p
}

// lastWeapons is what everybody last shot with, of the kind that the course of
// fire asks for, in the sessions of the cohort before this one or after it.
func (f *draft) lastWeapons(d *model.Desk) map[model.ID]model.Score {
	out := map[model.ID]model.Score{}
	if f.mode != byFire {
		return out
	}
	for _, s := range d.SessionsOf(f.cohort.ID) {
		sheet := d.Sheets.Get(s.ID)
		if sheet == nil || s.ID == f.session.ID || sheet.Fire == nil || sheet.Fire.Long != f.sheet.Fire.Long {
			continue
		}
		for _, r := range sheet.Rows {
			if r.Serial != "" || r.Weapon != "" {
				out[r.Person] = r
			}
		}
	}
	return out
}
