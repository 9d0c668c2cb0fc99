package staff

import (
	"maps"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// places is the page of where things are taught.
type places struct {
	h    tab.Host
	g    *kit.Grid[model.ID]
	rows []*model.Place
}

func newPlaces(h tab.Host) *places {
	p := &places{h: h, g: kit.NewGrid[model.ID](h.Env())}
	p.g.Empty = model.Say("staff.places.empty")
	return p
}

func (p *places) id() string                { return "places" }
func (p *places) kind() model.Kind          { return model.KindPlace }
func (p *places) grid() *kit.Grid[model.ID] { return p.g }
func (p *places) legend() line              { return line{} }

func (p *places) changed(int) {
	e, today := p.h.Env(), p.h.Today()
	th := e.Theme
	rows := byName(p.h.Desk().Places.All, func(v *model.Place) string { return v.Name })
	p.rows = rows
	next := func(r *model.Place) string {
		b, ok := soonestOf(r.Bookings, today, func(b model.Booking) model.Span { return b.Span })
		if !ok {
			return ""
		}
		if b.Closed {
			return brief(e, b.Span) + " " + e.T("staff.closed")
		}
		return brief(e, b.Span)
	}
	kindOf := func(r *model.Place) string { return e.T("word.place." + string(r.Kind)) }
	p.g.SetRows(kit.Rows[model.ID]{
		Len: len(rows),
		Key: func(i int) model.ID { return rows[i].ID },
		Cell: func(i, col int) kit.Cell {
			r := rows[i]
			switch col {
			case 0:
				return kit.Cell{Text: r.Name, Style: th.Text}
			case 1:
				return kit.Cell{Text: kindOf(r), Style: th.Muted}
			case 2:
				return kit.Cell{Text: r.Site, Style: th.Muted}
			case 3:
				return kit.Cell{Text: some(r.Capacity), Style: th.Text}
			case 4:
				return kit.Cell{Text: some(r.Lanes), Style: th.Text}
			case 5:
				return kit.Cell{Text: openOn(e, r, 1), Style: th.Muted}
			}
			return kit.Cell{Text: next(r), Style: th.Warn}
		},
	})
	p.g.SetColumns(
		kit.Column{ID: "name", Title: e.T("field.name"), Min: 18, Max: 36, Grow: 3},
		kit.Column{ID: "kind", Title: e.T("field.kind"), Min: widest(rows, 10, 18, kindOf), Drop: 2},
		kit.Column{ID: "site", Title: e.T("field.site"), Min: widest(rows, 6, 20, func(r *model.Place) string { return r.Site }), Drop: 6},
		number("capacity", e.T("field.capacity"), func(i int) int { return rows[i].Capacity }),
		number("lanes", e.T("field.lanes"), func(i int) int { return rows[i].Lanes }),
		kit.Column{ID: "open", Title: e.T("staff.open"), Min: 11, Max: 24, Grow: 1, Drop: 5},
		kit.Column{ID: "next", Title: e.T("staff.next-booking"), Min: max(widest(rows, 14, 30, next), kit.Width(e.T("staff.next-booking"))), Grow: 1, Drop: 1},
	)
}

// number is a column of numbers, ordered as such.
func number(id, title string, n func(row int) int) kit.Column {
	return kit.Column{ID: id, Title: title, Min: max(kit.Width(title), 4), Right: true, Less: func(a, b int) bool { return n(a) < n(b) }}
}

// widest is the cells a column needs for its texts, within bounds.
func widest[R any](rows []R, low, high int, text func(R) string) int {
	w := low
	for _, r := range rows {
		if w >= high {
			return high
		}
		w = max(w, kit.Width(text(r)))
	}
	return min(w, high)
}

func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (p *places) current() *model.Place {
	id, ok := p.g.CurrentKey()
	if !ok {
		return nil
	}
	return p.h.Desk().Places.Get(id)
}

// detail is what the place is like, when it cannot be had, what is wrong there,
// and what it is used for.
func (p *places) detail(w int) []line {
	r := p.current()
	if r == nil {
		return nil
	}
	e, th := p.h.Env(), p.h.Env().Theme
	where := e.T("staff.indoors")
	if r.Outdoor {
		where = e.T("field.outdoor")
	}
	head := []part{{th.Title, r.Name}, {th.Muted, e.T("word.place." + string(r.Kind))}, {th.Muted, r.Site}, {th.Muted, where}}
	if r.Shared {
		head = append(head, part{th.Muted, e.T("staff.shared")})
	}
	out := []line{list(head...), said(th.Text, e.T("staff.open-hours", "hours", openWeek(e, r)))}
	var lets []part
	for _, b := range upcoming(r, p.h.Today()) {
		id := "staff.booking.let"
		if b.Closed {
			id = "staff.booking.closed"
		} else if b.By == "" {
			id = "staff.booking.taken"
		}
		lets = append(lets, part{th.Warn, e.T(id, "span", when(e, b.Span), "by", b.By)})
	}
	out = append(out, list(lets...))
	out = append(out, clashLines(p.h, model.KindPlace, r.ID, clashesAtMost)...)
	out = append(out, list(p.safety(r)...))
	out = append(out, list(p.ways(r)...))
	if r.Note != "" {
		out = append(out, said(th.Muted, r.Note))
	}
	out = append(out, weekLines(p.h, model.KindPlace, r.ID, w)...)
	return append(out, comingLines(p.h, model.KindPlace, r.ID)...)
}

// safety is what stands ready for an injury, and the site safety plan.
func (p *places) safety(r *model.Place) []part {
	e, th := p.h.Env(), p.h.Env().Theme
	var out []part
	if r.Kits != (model.MedKit{}) {
		out = append(out, part{th.Text, e.T("staff.kits", "first", r.Kits.FirstAid, "trauma", r.Kits.Trauma, "aed", r.Kits.AED)})
	}
	if !r.Plan.IsZero() {
		out = append(out, part{th.Text, e.T("staff.safety-plan", "on", r.Plan)})
	}
	return out
}

// ways is how long it takes to get to other places, the near ones first.
func (p *places) ways(r *model.Place) []part {
	far := map[int][]model.ID{}
	for _, l := range r.Travel {
		far[l.Minutes] = append(far[l.Minutes], l.To)
	}
	var out []part
	for _, n := range slices.Sorted(maps.Keys(far)) {
		out = append(out, part{p.h.Env().Theme.Muted, p.h.Env().T("staff.travel", "to", far[n], "n", n)})
	}
	return out
}

// upcoming is the bookings that are not over, soonest first.
func upcoming(r *model.Place, today model.Date) []model.Booking {
	out := slices.DeleteFunc(slices.Clone(r.Bookings), func(b model.Booking) bool { return b.To <= today.At(0) })
	slices.SortFunc(out, func(a, b model.Booking) int { return int(a.From - b.From) })
	return out
}

func (p *places) actions() []kit.Action {
	one := func() model.Message {
		if p.current() == nil {
			return model.Say("staff.nothing")
		}
		return model.Message{}
	}
	return []kit.Action{
		{ID: "staff.place-new", Keys: []string{"n"}, Group: "staff", Rank: 1, Run: func() tea.Cmd { return p.edit(nil) }},
		{ID: "staff.place-edit", Keys: []string{"e", "enter"}, Group: "staff", Rank: 2, Why: one, Run: func() tea.Cmd { return p.edit(p.current()) }},
		{ID: "staff.booking", Keys: []string{"b"}, Group: "staff", Rank: 3, Why: one, Run: p.book},
		{ID: "staff.bookings", Keys: []string{"B"}, Group: "staff", Why: one, Run: p.bookings},
		{ID: "staff.place-hours", Keys: []string{"o"}, Group: "staff", Rank: 4, Why: one, Run: p.openHours},
		{ID: "staff.place-travel", Keys: []string{"t"}, Group: "staff", Why: one, Run: p.travel},
		{ID: "staff.place-copy", Keys: []string{"d"}, Group: "staff", Why: one, Run: p.copied},
		{ID: "staff.place-remove", Keys: []string{"x", "delete"}, Group: "staff", Rank: 5, Why: one, Run: p.remove},
	}
}

// remove takes the place out, and the ways to it from other places with it.
func (p *places) remove() tea.Cmd {
	r, d := p.current(), p.h.Desk()
	var also []model.Put
	for o := range d.Places.All {
		if n := *o; slices.ContainsFunc(o.Travel, func(l model.Leg) bool { return l.To == r.ID }) {
			n.Travel = slices.DeleteFunc(slices.Clone(o.Travel), func(l model.Leg) bool { return l.To == r.ID })
			rec, err := model.NewPlace(n)
			if err != nil {
				return p.h.Fail(err)
			}
			also = append(also, d.Put(rec))
		}
	}
	return drop(p.h, r, r.Label(), also...)
}
