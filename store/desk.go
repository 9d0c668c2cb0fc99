package store

import (
	"context"

	"muster/model"
)

// Desk reads everything small at one revision. On it are all agencies, units,
// courses, courses of fire, cohorts, staff, places, kits, vehicles and the
// settings (empty ones, revision 0, if nobody made any); of cohorts that are
// not closed also the sessions with their rolls and sheets, the drafts, the
// certificates, and the people with a seat; and the contacts with a follow-up to come, with
// their people. Sessions of closed cohorts are had from SessionsOf, other
// certificates and contacts from CertificatesOf and ContactsOf, other people
// from Get, People and FindPerson.
//
// So after a change of a cohort's state or seats, of a contact, or of a record
// that was not on the desk, Renew knows more than desk.With.
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
		moved := map[model.Kind][]model.Ref{}
		for _, r := range refs {
			moved[r.Kind] = append(moved[r.Kind], r)
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
