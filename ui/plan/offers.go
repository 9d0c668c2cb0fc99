package plan

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/model/planner"
	"muster/model/rules"
	"muster/ui/kit"
	"muster/ui/paper"
)

// take takes the offers in order: what holds whole before what does not, what
// mends all before what does not, then by moves, then by how many others are
// troubled. Of two at the same price the one of which more is proved is enough.
func (m *mending) take(list []planner.Offer) {
	type priced struct {
		planner.Offer
		lost int
		left []rules.Clash
	}
	var all []priced
	for _, f := range list {
		left := m.stays(&f.Result)
		if n := len(m.broken); n > 0 && len(left) >= n {
			continue // mends nothing
		}
		all = append(all, priced{f, len(m.lost(&f)), left})
	}
	price := func(a, b priced) int {
		return cmp.Or(cmp.Compare(a.lost, b.lost), cmp.Compare(len(a.left), len(b.left)), cmp.Compare(a.Moved, b.Moved),
			cmp.Compare(a.Swapped, b.Swapped), cmp.Compare(a.Cost, b.Cost))
	}
	slices.SortStableFunc(all, func(a, b priced) int {
		if c := price(a, b); c != 0 || a.Proved == b.Proved {
			return c
		}
		if a.Proved {
			return -1
		}
		return 1
	})
	m.offers, m.left = nil, nil
	for _, f := range slices.CompactFunc(all, func(a, b priced) bool { return price(a, b) == 0 }) {
		m.offers, m.left = append(m.offers, f.Offer), append(m.left, f.left)
	}
	m.fill()
}

// lost are the sessions that have a time and would have none: the part that
// does not hold. What lay in the tray before is no part of it.
func (m *mending) lost(f *planner.Offer) []model.ID {
	var out []model.ID
	for _, s := range f.Sessions {
		if was := m.start.Sessions.Get(s.ID); was != nil && was.Placed() && !s.Placed() {
			out = append(out, s.ID)
		}
	}
	return out
}

// fill makes the rows of the price list.
func (m *mending) fill() {
	e := m.env
	m.lists, m.tells = make([][]move, len(m.offers)), make([]teller, len(m.offers))
	for i := range m.offers {
		r := &m.offers[i].Result
		m.tells[i] = teller{e, after(m.start, r)}
		m.lists[i] = compare(m.start, m.tells[i].next, ids(r.Sessions))
	}
	offers, left := m.offers, m.left // not those of the next search
	m.grid.Empty = m.empty()
	m.grid.SetColumns(
		kit.Column{ID: "moves", Title: e.T("plan.col.moves"), Min: max(kit.Width(e.T("plan.col.moves")), 5), Right: true},
		kit.Column{ID: "what", Title: e.T("plan.col.offer"), Min: 24, Grow: 1},
		kit.Column{ID: "people", Title: e.T("plan.col.people"), Min: kit.Width(e.T("plan.col.people")), Right: true, Drop: 2},
		kit.Column{ID: "left", Title: e.T("plan.col.left"), Min: kit.Width(e.T("plan.col.left")), Right: true},
		kit.Column{ID: "cost", Title: e.T("plan.col.cost"), Min: 9, Right: true, Drop: 1})
	m.grid.SetRows(kit.Rows[int]{
		Len: len(offers), Key: func(i int) int { return i },
		Cell: func(i, col int) kit.Cell {
			f, th := &offers[i], e.Theme
			switch col {
			case 0:
				return kit.Cell{Text: e.Lang.Number(f.Moved)}
			case 1:
				st := th.Text
				if len(m.lost(f)) > 0 {
					st = th.Warn
				}
				return kit.Cell{Text: m.kind(f), Style: st}
			case 2:
				return kit.Cell{Text: e.Lang.Number(f.Swapped), Style: th.Muted}
			case 3:
				if len(left[i]) > 0 {
					return kit.Cell{Text: "! " + e.Lang.Number(len(left[i])), Style: th.Clash}
				}
				return kit.Cell{Text: "0", Style: th.Muted}
			}
			return kit.Cell{Text: m.extra(f), Style: th.Muted}
		},
	})
}

// stays is what stays broken in the cohorts' plan with an offer, by the rules
// themselves: an offer may leave a session without somebody it needs.
func (m *mending) stays(r *planner.Result) []rules.Clash {
	refs := make([]model.Ref, len(r.Sessions))
	for i, s := range r.Sessions {
		refs[i] = model.RefOf(s)
	}
	return broken(m.ground.With(after(m.start, r), refs...), m.scope.cohorts)
}

// kind is what an offer does, in a few words.
func (m *mending) kind(f *planner.Offer) string {
	lost, elsewhere := len(m.lost(f)), 0
	for _, s := range f.Sessions {
		if was := m.start.Sessions.Get(s.ID); was != nil && was.Place != s.Place {
			elsewhere++
		}
	}
	switch {
	case lost > 0:
		return m.env.T("plan.offer.part", "n", lost)
	case f.Moved == 0 && elsewhere == len(f.Sessions):
		return m.env.T("plan.offer.places", "n", elsewhere)
	case f.Moved == 0 && elsewhere > 0:
		return m.env.T("plan.offer.both", "n", len(f.Sessions))
	case f.Moved == 0:
		return m.env.T("plan.offer.substitutes", "n", f.Swapped)
	case f.Kind == planner.FairPrice:
		return m.env.T("plan.offer.fair", "n", f.Moved)
	}
	return m.env.T("plan.offer.moves", "n", f.Moved)
}

// extra is what an offer costs beyond what the plan does: "+12", "−3", "0".
func (m *mending) extra(f *planner.Offer) string {
	if m.was == nil {
		return m.env.Lang.Number(int(f.Cost))
	}
	d := int(f.Cost - m.was.Cost)
	if d > 0 {
		return "+" + m.env.Lang.Number(d)
	}
	return m.env.Lang.Number(d)
}

// proof is what is proved of an offer's moves.
func (m *mending) proof(f *planner.Offer) string {
	e, lost := m.env, m.lost(f)
	switch {
	case len(lost) > 0:
		return e.T("plan.proof.part", "n", len(lost), "sessions", named(e, lost))
	case f.Moved == 0:
		return e.T("plan.proof.none")
	case f.Proved:
		return e.T("plan.proof.fewest", "n", f.Moved)
	case f.Atleast > 0:
		return e.T("plan.proof.at-least", "n", f.Atleast)
	}
	return e.T("plan.proof.open")
}

// amiss is what is broken, and of which session: "F Rifle  B: Nobody leads."
func (m *mending) amiss(c *rules.Clash) string {
	out := m.env.Say(c.Text)
	if len(c.Sessions) > 0 {
		if s := m.start.Sessions.Get(c.Sessions[0]); s != nil {
			out = paper.Title(m.env.Lang, m.start, s) + ": " + out
		}
	}
	return out
}

// leaves is how much an offer does not mend, and what might.
func (m *mending) leaves(i int) string {
	out := m.env.T("plan.proof.left", "n", len(m.left[i])) + " " + m.amiss(&m.left[i][0])
	if m.held && !m.scope.loose {
		out += " " + m.env.T("plan.proof.held")
	}
	return out
}
