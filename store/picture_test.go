package store

import (
	"context"
	"errors"
	"slices"
	"testing"

	"muster/model"
)

func TestPicture(t *testing.T) {
	s := inMemory(t, roomy(), t.TempDir(), "Ruiz")
	a := &model.Agency{ID: s.NewID(), Name: "One"}
	ref := model.RefOf(a)
	var people []model.ID
	rev := put(t, s, 0, a)
	for range 3 {
		p := &model.Person{ID: s.NewID(), Given: "Itzel", Agency: a.ID}
		people = append(people, p.ID)
		put(t, s, 0, p)
	}
	for _, name := range []string{"Two", "Three"} {
		b := *a
		b.Name = name
		rev = put(t, s, rev, &b)
	}
	check(t, s.At(t.Context(), func(p *Picture) error {
		if p.Rev() != rev || p.Count(model.KindPerson) != 3 {
			t.Errorf("at %d with %d people", p.Rev(), p.Count(model.KindPerson))
		}
		ids, err := p.Users(ref, model.KindPerson)
		check(t, err)
		if !slices.Equal(ids, people) {
			t.Errorf("users %v, want %v", ids, people)
		}
		for since, want := range map[model.Rev][]string{
			0: {"One", "Two", "Three"}, rev - 2: {"One", "Two", "Three"}, rev - 1: {"Two", "Three"}, rev: {"Three"},
		} {
			list, err := p.Versions(ref, since)
			check(t, err)
			var got []string
			for _, r := range list {
				got = append(got, r.(*model.Agency).Name)
			}
			if !slices.Equal(got, want) {
				t.Errorf("since %d: %v, want %v", since, got, want)
			}
		}
		refs, all, err := p.Moved(rev - 2)
		check(t, err)
		if all || !slices.Equal(refs, []model.Ref{ref}) {
			t.Errorf("moved: %v, %v", refs, all)
		}
		if _, all, err := p.Moved(rev + 1); err != nil || !all {
			t.Errorf("since a revision to come: %v %v", all, err)
		}
		if r, err := p.Get(model.Ref{Kind: model.KindAgency, ID: people[0]}); r != nil || err != nil {
			t.Errorf("nobody: %v %v", r, err)
		}
		var got []model.ID
		stop := errors.New("stop")
		for after := (model.ID{}); ; {
			n := len(got)
			check(t, Each(p, after, 2, func(r *model.Person) { got, after = append(got, r.ID), r.ID }))
			if len(got) == n {
				break
			}
		}
		if !slices.Equal(got, people) {
			t.Errorf("each: %v", got)
		}
		if err := s.At(context.Background(), func(*Picture) error { return stop }); !errors.Is(err, stop) {
			t.Errorf("At = %v", err)
		}
		return Each(p, model.ID{}, 0, func(*model.Person) { t.Error("none were asked for") })
	}))
}
