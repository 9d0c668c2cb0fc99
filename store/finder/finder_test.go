package finder

import (
	"context"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"muster/model"
)

// After any acts an index that was renewed answers as one that is built, and
// both as the oracle.
func TestRenewedIsAsBuilt(t *testing.T) {
	root := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		ctx := context.Background()
		dir, err := os.MkdirTemp(root, "")
		check(rt, err)
		w := &world{T: rt, st: opened(t, dir), recs: map[model.Ref]model.Record{}, revs: map[model.Ref]model.Rev{}}
		ix, err := Build(ctx, w.st, nil, skillWords)
		check(rt, err)
		for range w.n(1, 3) {
			for range w.n(1, 5) {
				w.act()
			}
			next, err := ix.Renew(ctx, w.st, []model.Ref{})
			check(rt, err)
			ix = next
			built, err := Build(ctx, w.st, nil, skillWords)
			check(rt, err)
			docs := w.docs()
			if ix.Len() != len(docs) || ix.Rev() != built.Rev() {
				rt.Fatalf("%d people at %d; there are %d at %d", ix.Len(), ix.Rev(), len(docs), built.Rev())
			}
			if w.yes() {
				ix = built // so that there is a large part to take people out of
			}
			for range 6 {
				q := w.query()
				ids, slips := ask(docs, q)
				for name, x := range map[string]*Index{"renewed": ix, "built": built} {
					r := x.Search(q)
					hits := r.Window(0, r.Count)
					got := make([]model.ID, len(hits))
					for i, h := range hits {
						got[i] = h.Entry.ID
						if e, ok := x.Get(h.Entry.ID); !ok || e != h.Entry {
							rt.Fatalf("%s: Get is another", name)
						}
						if d := cmp.Diff(docs[at(docs, h.Entry.ID)].entry, *h.Entry); d != "" {
							rt.Fatalf("%s: %s", name, d)
						}
					}
					if d := cmp.Diff(ids, got, cmp.Transformer("none", func(l []model.ID) []model.ID { return append([]model.ID{}, l...) })); d != "" || r.Slips != slips {
						rt.Fatalf("%s: %+v: %d slips, want %d: %s", name, q, r.Slips, slips, d)
					}
					if d := cmp.Diff(tally(docs, ids), x.Facets(q)); d != "" {
						rt.Fatalf("%s: facets of %+v: %s", name, q, d)
					}
				}
			}
		}
	})
}

func at(docs []doc, id model.ID) int {
	for i := range docs {
		if docs[i].entry.ID == id {
			return i
		}
	}
	return -1
}

// docs describes everybody from what the test knows of them.
func (w *world) docs() []doc {
	var out []doc
	for _, id := range w.have(model.KindPerson) {
		p, err := w.recs[model.Ref{Kind: model.KindPerson, ID: id}].Valid()
		check(w.T, err)
		var f facts
		person := p.(*model.Person)
		get := func(k model.Kind, id model.ID) model.Record {
			r := w.recs[model.Ref{Kind: k, ID: id}]
			if r != nil {
				v, err := r.Valid()
				check(w.T, err)
				return v
			}
			return nil
		}
		f.agency, _ = get(model.KindAgency, person.Agency).(*model.Agency)
		f.unit, _ = get(model.KindUnit, person.Unit).(*model.Unit)
		for _, c := range w.have(model.KindCohort) {
			v := get(model.KindCohort, c).(*model.Cohort)
			if seat, ok := v.Seat(id); ok {
				course, _ := get(model.KindCourse, v.Course).(*model.Course)
				f.seats = append(f.seats, seated{v, course, seat})
			}
		}
		for _, c := range w.have(model.KindCertificate) {
			if v := get(model.KindCertificate, c).(*model.Certificate); v.Person == id {
				f.papers = append(f.papers, v)
			}
		}
		for _, c := range w.have(model.KindContact) {
			if v := get(model.KindContact, c).(*model.Contact); v.Person == id {
				f.talks = append(f.talks, v)
			}
		}
		out = append(out, describe(person, f, newVocabulary([]func(model.Skill) string{skillWords})))
	}
	return out
}
