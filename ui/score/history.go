package score

import (
	"muster/model"
	"muster/model/progress"
)

// triesElsewhere is how often everybody has tried what the session is an
// attempt at in other sessions, and who has passed it there.
func triesElsewhere(d *model.Desk, c *model.Cohort, s *model.Session) (map[model.ID]int, map[model.ID]bool) {
	tries, passed := map[model.ID]int{}, map[model.ID]bool{}
	subject := progress.Subject(d, c, s)
	if subject.IsZero() {
		return tries, passed
	}
	for _, x := range d.SessionsOf(c.ID) {
		sheet := d.Sheets.Get(x.ID)
		if sheet == nil || x.ID == s.ID || !x.Block.Judged() || progress.Subject(d, c, x) != subject {
			continue
		}
		for _, r := range sheet.Rows {
			if ok, known, _ := sheet.Judge(r); known {
				tries[r.Person] = max(tries[r.Person], r.Attempt)
				passed[r.Person] = passed[r.Person] || ok
			}
		}
	}
	return tries, passed
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
