package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"muster/model"
	"muster/model/names"
	"muster/store/kv"
)

// Rev is the present revision: 0 in a new database.
func (s *Store) Rev(ctx context.Context) (rev model.Rev, err error) {
	err = s.view(ctx, func(_ look, h head) error {
		rev = h.Rev
		return nil
	})
	return rev, err
}

// Counts is how many records of each kind there are.
func (s *Store) Counts(ctx context.Context) (map[model.Kind]int, error) {
	counts := map[model.Kind]int{}
	err := s.view(ctx, func(_ look, h head) error {
		for k, n := range h.Counts {
			counts[k] = int(n)
		}
		return nil
	})
	return counts, err
}

// Get reads one record and the revision that last wrote it. ErrGone: there is
// no such record.
func (s *Store) Get(ctx context.Context, ref model.Ref) (rec model.Record, rev model.Rev, err error) {
	err = s.view(ctx, func(l look, _ head) error {
		k, err := l.find(ref)
		if err != nil {
			return err
		}
		if k == nil {
			return fmt.Errorf("%w: %s", ErrGone, ref.Kind)
		}
		rec, rev = k.rec, k.Rev
		return nil
	})
	return rec, rev, err
}

// RefOf is the record, present or past, that the id names: its kind is not
// told by the id. ErrGone: there never was one.
func (s *Store) RefOf(ctx context.Context, id model.ID) (ref model.Ref, err error) {
	err = s.view(ctx, func(l look, _ head) error {
		for _, k := range model.Kinds {
			ref = model.Ref{Kind: k, ID: id}
			last, err := l.lastImage(ref)
			if err != nil || last != 0 {
				return err
			}
		}
		return ErrGone
	})
	return ref, err
}

// People reads a window of people in the order of their ids, which is the
// order they were entered in: at most limit of those after the id given (the
// zero ID: from the first).
func (s *Store) People(ctx context.Context, after model.ID, limit int) (rows []model.Row[*model.Person], err error) {
	var from []byte
	if !after.IsZero() {
		from = recordKey(model.Ref{Kind: model.KindPerson, ID: after})
	}
	err = s.view(ctx, func(l look, _ head) error {
		if limit < 1 {
			return nil
		}
		return l.r.Scan([]byte{byte(model.KindPerson)}, from, func(it kv.Item) (bool, error) {
			row, err := rowOf[*model.Person](l, it)
			rows = append(rows, row)
			return len(rows) < limit, err
		})
	})
	return rows, err
}

// rowOf unseals and decodes an item that was scanned.
func rowOf[R model.Record](l look, it kv.Item) (row model.Row[R], err error) {
	plain, err := l.vault.Open(it.Key, it.Value)
	if err != nil {
		return row, err
	}
	return openRow[R](readRef(it.Key), plain)
}

func openRow[R model.Record](ref model.Ref, plain []byte) (row model.Row[R], err error) {
	k, err := open(ref, plain)
	if err != nil {
		return row, err
	}
	rec, ok := k.rec.(R)
	if !ok {
		return row, damaged(nil)
	}
	return model.Row[R]{Rec: rec, Rev: k.Rev}, nil
}

// SessionsOf reads the sessions of a cohort, closed or not, in the order of
// their ids: what a plan is copied from.
func (s *Store) SessionsOf(ctx context.Context, cohort model.ID) ([]model.Row[*model.Session], error) {
	return of[*model.Session](ctx, s, model.Ref{Kind: model.KindCohort, ID: cohort}, model.KindSession)
}

// CohortsOf are the cohorts in which the person has or had a seat.
func (s *Store) CohortsOf(ctx context.Context, person model.ID) ([]model.Row[*model.Cohort], error) {
	return of[*model.Cohort](ctx, s, model.Ref{Kind: model.KindPerson, ID: person}, model.KindCohort)
}

// CertificatesOf are the person's certificates, the void ones too, in the
// order they were made in.
func (s *Store) CertificatesOf(ctx context.Context, person model.ID) ([]model.Row[*model.Certificate], error) {
	return of[*model.Certificate](ctx, s, model.Ref{Kind: model.KindPerson, ID: person}, model.KindCertificate)
}

// ContactsOf are all talks and follow-ups with the person, in the order they
// were entered in.
func (s *Store) ContactsOf(ctx context.Context, person model.ID) ([]model.Row[*model.Contact], error) {
	return of[*model.Contact](ctx, s, model.Ref{Kind: model.KindPerson, ID: person}, model.KindContact)
}

// of reads the records of a kind that point at ref.
func of[R model.Record](ctx context.Context, s *Store, ref model.Ref, k model.Kind) (rows []model.Row[R], err error) {
	err = s.view(ctx, func(l look, _ head) error {
		rows, err = pointing[R](l, ref, k)
		return err
	})
	return rows, err
}

// A Match is somebody who may be the person looked for.
type Match struct {
	Person *model.Person
	Rev    model.Rev
	By     []By           // what agrees, the strongest first; never empty
	Name   names.Likeness // how alike the names are
	Why    names.Why      // and why
	Born   model.Date     // the day of birth on which both agree, or 0
	Differ []string       // documents and dates that both have and that differ, by field name
}

// By is something two records of a person agree in.
type By string

// What can agree, the strongest first.
const (
	ByPassport By = "passport"
	ByNational By = "nationalId"
	ByService  By = "serviceNo"
	ByName     By = "name" // the same words, in any order
	ByBorn     By = "born" // the day of birth, and names that are at least doubtful
)

// matchesRead bounds how many people are read for one term.
const matchesRead = 200

// FindPerson looks for somebody like the probe, of whom only the documents,
// the name and the day of birth count; the probe's own id is never found. The
// best match comes first: more and stronger things agree.
func (s *Store) FindPerson(ctx context.Context, probe *model.Person) ([]Match, error) {
	var found []Match
	err := s.view(ctx, func(l look, _ head) error {
		found = nil
		seen := map[model.ID]bool{probe.ID: true}
		for _, t := range personTerms(probe) {
			refs, err := l.found(t, model.KindPerson, matchesRead)
			if err != nil {
				return err
			}
			for _, ref := range refs {
				if seen[ref.ID] {
					continue
				}
				seen[ref.ID] = true
				row, err := one[*model.Person](l, ref)
				if err != nil {
					return err
				}
				if m := Compare(probe, row.Rec); len(m.By) > 0 {
					m.Rev = row.Rev
					found = append(found, m)
				}
			}
		}
		return nil
	})
	slices.SortStableFunc(found, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), a.Person.ID.Compare(b.Person.ID))
	})
	return found, err
}

// Compare says what agrees and what differs between a probe and a person. It
// reads nothing.
func Compare(probe, p *model.Person) Match {
	m := Match{Person: p}
	m.Name, m.Why = names.Explain(nameParts(probe), nameParts(p))
	document := func(by By, a, b string) {
		switch a, b = number(a), number(b); {
		case a == "" || b == "":
		case a == b:
			m.By = append(m.By, by)
		default:
			m.Differ = append(m.Differ, string(by))
		}
	}
	if c, d := probe.Passport.Country, p.Passport.Country; c == d || c == "" || d == "" {
		document(ByPassport, probe.Passport.No, p.Passport.No)
	}
	document(ByNational, probe.NationalID, p.NationalID)
	document(ByService, probe.ServiceNo, p.ServiceNo)
	if t := nameText(probe); t != "" && t == nameText(p) {
		m.By = append(m.By, ByName)
	}
	switch a, b := probe.Born, p.Born; {
	case a.IsZero() || b.IsZero():
	case a != b:
		m.Differ = append(m.Differ, string(ByBorn))
	default:
		m.Born = a
		if m.Name != names.Different {
			m.By = append(m.By, ByBorn)
		}
	}
	return m
}

func nameParts(p *model.Person) names.Name {
	return names.Name{Given: p.Given, Family: p.Family, Family2: p.Family2, Native: p.Native}
}

// weight orders matches.
func (m *Match) weight() int {
	w := int(m.Name)
	for _, by := range m.By {
		switch by {
		case ByPassport, ByNational, ByService:
			w += 100
		case ByName:
			w += 20
		case ByBorn:
			w += 10
		}
	}
	return w - 5*len(m.Differ)
}
