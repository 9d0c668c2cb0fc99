package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"muster/model"
)

// book is how acts and their undoing ought to go, written down another way
// than the store has it: every version of every record is kept with the serial
// number of its content, and each actor has two stacks.
type book struct {
	now   map[model.ID]version
	done  map[string][]deed
	back  map[string][]deed
	count int
}

type version struct {
	text    string // "" is not there
	content int    // which writing it comes from
}

// deed is what an act did: content before and after of each record.
type deed map[model.ID][2]version

// do writes the texts ("" removes) as one act of the actor.
func (b *book) do(actor string, texts map[model.ID]string) {
	d := deed{}
	for id, text := range texts {
		b.count++
		after := version{text, b.count}
		if text == "" {
			after = version{}
		}
		d[id] = [2]version{b.now[id], after}
		b.now[id] = after
	}
	b.done[actor] = append(b.done[actor], d)
	b.back[actor] = nil
}

// revert takes the top of one stack back and puts it on the other; false when
// there is nothing, or a record is not as the deed left it.
func (b *book) revert(from, to *[]deed) (there, can bool) {
	n := len(*from)
	if n == 0 {
		return false, false
	}
	d := (*from)[n-1]
	turned := deed{}
	for id, v := range d {
		if b.now[id] != v[1] {
			return true, false
		}
		turned[id] = [2]version{v[1], v[0]}
	}
	for id, v := range d {
		b.now[id] = v[0]
	}
	*from = (*from)[:n-1]
	*to = append(*to, turned)
	return true, true
}

// Acts, undo and redo of two actors, in one database through two stores that
// are closed and opened again, go as the book says; the journal's chain holds,
// and a desk that is renewed is as one that is read.
func TestUndoIsByTheBook(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		eng, ctx := roomy(), context.Background()
		stores := map[string]*Store{}
		reopen := func(actor string) {
			s, err := attach(ctx, eng.Again(), options(dir, actor))
			if err != nil {
				t.Fatal(err)
			}
			stores[actor] = s
		}
		reopen("Ruiz")
		reopen("Soto")
		b := book{map[model.ID]version{}, map[string][]deed{}, map[string][]deed{}, 0}
		ids := make([]model.ID, 4)
		for i := range ids {
			ids[i] = stores["Ruiz"].NewID()
			b.now[ids[i]] = version{}
		}
		desk, err := stores["Ruiz"].Desk(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			actor := rapid.SampledFrom([]string{"Ruiz", "Soto"}).Draw(t, "actor")
			s := stores[actor]
			switch rapid.SampledFrom([]string{"act", "act", "undo", "undo", "redo", "reopen", "note", "desk"}).Draw(t, "step") {
			case "act":
				texts := map[model.ID]string{}
				c := model.Change{Act: model.Say("act.test")}
				for _, id := range rapid.SliceOfNDistinct(rapid.SampledFrom(ids), 1, 3, rapid.ID).Draw(t, "ids") {
					was := revision(t, s, id)
					if b.now[id].text != "" && rapid.Bool().Draw(t, "remove") {
						c.Removes = append(c.Removes, model.Remove{Ref: model.Ref{Kind: model.KindAgency, ID: id}, Was: was})
						texts[id] = ""
						continue
					}
					texts[id] = fmt.Sprint("v", b.count, id[15])
					c.Puts = append(c.Puts, model.Put{Record: &model.Agency{ID: id, Name: texts[id]}, Was: was})
				}
				if _, err := s.Commit(ctx, c); err != nil {
					t.Fatal(err)
				}
				b.do(actor, texts)
			case "undo":
				done, back := b.done[actor], b.back[actor]
				there, can := b.revert(&done, &back)
				_, err := s.Undo(ctx)
				agree(t, there, can, err, ErrNothing)
				b.done[actor], b.back[actor] = done, back
			case "redo":
				done, back := b.done[actor], b.back[actor]
				there, can := b.revert(&back, &done)
				_, err := s.Redo(ctx)
				agree(t, there, can, err, ErrNothingToRedo)
				b.done[actor], b.back[actor] = done, back
			case "note":
				if _, err := s.Note(ctx, model.Say("act.note")); err != nil {
					t.Fatal(err)
				}
			case "reopen":
				reopen(actor)
			case "desk":
				desk = renewed(t, s, desk)
			}
			undo, redo, err := stores[actor].Undoable(ctx)
			if err != nil || undo.IsZero() != (len(b.done[actor]) == 0) || redo.IsZero() != (len(b.back[actor]) == 0) {
				t.Fatalf("can undo %v, redo %v, %v; the book has %d and %d", undo.Rev, redo.Rev, err, len(b.done[actor]), len(b.back[actor]))
			}
			want := map[model.ID]string{}
			for id, v := range b.now {
				if v.text != "" {
					want[id] = v.text
				}
			}
			if have := kept0(t, stores[actor]); !maps.Equal(have, want) {
				t.Fatalf("have %v, want %v", have, want)
			}
		}
		renewed(t, stores["Soto"], desk)
		r, err := stores["Ruiz"].Verify(ctx)
		if err != nil || len(r.Faults) > 0 {
			t.Fatalf("verify: %v %v", err, r.Faults)
		}
	})
}

func revision(t *rapid.T, s *Store, id model.ID) model.Rev {
	_, rev, err := s.Get(context.Background(), model.Ref{Kind: model.KindAgency, ID: id})
	if err != nil && !errors.Is(err, ErrGone) {
		t.Fatal(err)
	}
	return rev
}

func agree(t *rapid.T, there, can bool, err, nothing error) {
	var touched *TouchedError
	switch {
	case !there && errors.Is(err, nothing), can && err == nil:
	case there && !can && errors.As(err, &touched):
		if touched.By.Rev <= touched.Act.Rev || touched.By.Actor == "" {
			t.Fatalf("act %d touched by %d", touched.Act.Rev, touched.By.Rev)
		}
	default:
		t.Fatalf("there %v, can %v: %v", there, can, err)
	}
}

func kept0(t *rapid.T, s *Store) map[model.ID]string {
	d, err := s.Desk(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	have := map[model.ID]string{}
	for a := range d.Agencies.All {
		have[a.ID] = a.Name
	}
	return have
}

// sameDesk compares two desks row by row.
func sameDesk(a, b *model.Desk) string {
	return cmp.Diff(a, b, rows[*model.Agency](), rows[*model.Person](), rows[*model.Unit](), rows[*model.Course](),
		rows[*model.Cohort](), rows[*model.Session](), rows[*model.Staff](), rows[*model.Place](), rows[*model.Kit](),
		rows[*model.Vehicle](), rows[*model.Roll](), rows[*model.Sheet](), rows[*model.FireCourse](),
		rows[*model.Certificate](), rows[*model.Contact](), rows[*model.Draft]())
}

func rows[R model.Record]() cmp.Option {
	return cmp.Comparer(func(x, y model.Table[R]) bool {
		return x.Len() == 0 && y.Len() == 0 || cmp.Equal(x.Rows(), y.Rows())
	})
}

func renewed(t rapid.TB, s *Store, old *model.Desk) *model.Desk {
	t.Helper()
	d, refs, err := s.Renew(context.Background(), old)
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := s.Desk(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if diff := sameDesk(fresh, d); diff != "" {
		t.Fatalf("renewed from %d with %v: %s", old.Rev, refs, diff)
	}
	return d
}

// An undo that would leave something pointing nowhere is refused.
func TestUndoKeepsWhatIsUsed(t *testing.T) {
	eng, dir := roomy(), t.TempDir()
	ruiz, soto := inMemory(t, eng, dir, "Ruiz"), inMemory(t, eng.Again(), dir, "Soto")
	agency := &model.Agency{ID: ruiz.NewID(), Name: "PESP"}
	put(t, ruiz, 0, agency)
	unit := &model.Unit{ID: soto.NewID(), Agency: agency.ID, Name: "Unidad 3"}
	put(t, soto, 0, unit)
	_, err := ruiz.Undo(t.Context())
	var problem *model.Problem
	if !errors.As(err, &problem) || problem.ID != "store.in-use" {
		t.Fatalf("Undo = %v", err)
	}
	if _, err := soto.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	e, err := ruiz.Undo(t.Context())
	check(t, err)
	if e.Undoes != 1 || e.Act.ID != "journal.undid" {
		t.Errorf("%+v", e)
	}
	// Redo of the unit's undoing points nowhere now.
	_, err = soto.Redo(t.Context())
	if !errors.As(err, &problem) || problem.ID != "store.points-nowhere" {
		t.Fatalf("Redo = %v", err)
	}
	sound(t, ruiz)
}
