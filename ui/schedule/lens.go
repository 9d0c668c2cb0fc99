package schedule

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// A lens is whose time the board shows: everybody's, one squad's, one
// instructor's, one place's or one vehicle's.
type lens struct {
	kind  lensKind
	squad model.Squad
	id    model.ID // of staff, place or vehicle
}

type lensKind uint8

const (
	byAll lensKind = iota
	bySquad
	byStaff
	byPlace
	byVehicle
)

// others reports whether the lens also looks at other cohorts: an instructor, a
// place and a vehicle have one time only, whoever uses it.
func (l lens) others() bool { return l.kind == byStaff || l.kind == byPlace || l.kind == byVehicle }

// shows reports whether a session of the cohort in hand, or of another one
// when the lens looks at others, belongs on the board. What is called off leaves
// instructors and places free.
func (l lens) shows(s *model.Session, cohort *model.Cohort) bool {
	switch l.kind {
	case bySquad:
		return s.Squads.Has(l.squad) || someOf(s, cohort, l.squad)
	case byStaff:
		return s.Off == nil && s.Employs(l.id)
	case byPlace:
		return s.Off == nil && s.Place == l.id
	case byVehicle:
		return s.Off == nil && drives(s, l.id)
	case byAll:
	}
	return true
}

// drives reports whether the vehicle is used in the session, be it searched at
// a station.
func drives(s *model.Session, vehicle model.ID) bool {
	return slices.Contains(s.Cars, vehicle) || s.Circuit != nil &&
		slices.ContainsFunc(s.Circuit.Stations, func(p model.Post) bool { return p.Vehicle == vehicle })
}

// someOf reports whether somebody of the squad rides, or is named.
func someOf(s *model.Session, cohort *model.Cohort, squad model.Squad) bool {
	if s.Ride == nil && len(s.Only) == 0 {
		return false
	}
	return slices.ContainsFunc(s.Takers(cohort), func(v model.Seat) bool { return v.Squad == squad })
}

// name is what the lens is called in the head of the board.
func (t *Tab) lensName(l lens) string {
	d := t.host.Desk()
	switch l.kind {
	case bySquad:
		return t.env.T("schedule.lens.squad", "squad", l.squad.String())
	case byStaff:
		if s := d.Staff.Get(l.id); s != nil {
			return s.Name()
		}
	case byPlace:
		if p := d.Places.Get(l.id); p != nil {
			return p.Name
		}
	case byVehicle:
		if v := d.Vehicles.Get(l.id); v != nil {
			return v.Name
		}
	case byAll:
	}
	return t.env.T("schedule.lens.all")
}

// lenses is every lens there is, those that show something of this cohort
// before the rest of their kind.
func (t *Tab) lenses() []lens {
	out := []lens{{}}
	if t.cohort == nil {
		return out
	}
	for _, q := range t.cohort.SquadSet().List() {
		out = append(out, lens{kind: bySquad, squad: q})
	}
	out = append(out, t.lensesOf(byStaff)...)
	out = append(out, t.lensesOf(byPlace)...)
	return append(out, t.lensesOf(byVehicle)...)
}

func (t *Tab) lensesOf(kind lensKind) []lens {
	d := t.host.Desk()
	type entry struct {
		lens
		name string
		used bool
	}
	var list []entry
	add := func(id model.ID, name string) {
		l := lens{kind: kind, id: id}
		list = append(list, entry{l, kit.Fold(name), t.uses(l)})
	}
	switch kind {
	case byStaff:
		for s := range d.Staff.All {
			if s.Left.IsZero() || s.Left > t.cohort.First {
				add(s.ID, s.Name())
			}
		}
	case byPlace:
		for p := range d.Places.All {
			add(p.ID, p.Name)
		}
	case byVehicle:
		for v := range d.Vehicles.All {
			add(v.ID, v.Name)
		}
	case byAll, bySquad:
	}
	slices.SortFunc(list, func(a, b entry) int {
		if a.used != b.used {
			if a.used {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.name, b.name)
	})
	out := make([]lens, len(list))
	for i, e := range list {
		out[i] = e.lens
	}
	return out
}

// uses reports whether some session of the cohort is seen through the lens.
func (t *Tab) uses(l lens) bool {
	return slices.ContainsFunc(t.sessions, func(s *model.Session) bool { return s.Placed() && l.shows(s, t.cohort) })
}

// valid is the lens, or that of all when what it looks at is gone.
func (t *Tab) valid(l lens) lens {
	d := t.host.Desk()
	switch l.kind {
	case bySquad:
		if t.cohort.SquadSet().Has(l.squad) {
			return l
		}
	case byStaff:
		if d.Staff.Get(l.id) != nil {
			return l
		}
	case byPlace:
		if d.Places.Get(l.id) != nil {
			return l
		}
	case byVehicle:
		if d.Vehicles.Get(l.id) != nil {
			return l
		}
	case byAll:
	}
	return lens{}
}

// nextLens goes to the next lens of the same sort: all and the squads are one
// round, the instructors with a part in this cohort another, its places a third,
// its vehicles a fourth. On a day it goes round what stands side by side.
func (t *Tab) nextLens(step int) tea.Cmd {
	if t.big.on {
		return t.nextSides(step)
	}
	round := []lens{{}}
	if t.lens.others() {
		round = nil
		for _, l := range t.lensesOf(t.lens.kind) {
			if l == t.lens || t.uses(l) {
				round = append(round, l)
			}
		}
	} else {
		for _, q := range t.cohort.SquadSet().List() {
			round = append(round, lens{kind: bySquad, squad: q})
		}
	}
	i := slices.Index(round, t.lens)
	t.setLens(round[((i+step)%len(round)+len(round))%len(round)])
	return nil
}

func (t *Tab) setLens(l lens) {
	t.lens, t.big.on = l, false
	t.refresh()
}

// pickLens lets the user choose whose time to see, or a day large with what
// side by side.
func (t *Tab) pickLens() tea.Cmd {
	list := t.lenses()
	opts := make([]kit.Option[func() tea.Cmd], 0, len(list)+len(sides))
	at := 0
	for _, l := range list {
		note := ""
		switch l.kind {
		case bySquad:
			note = t.env.T("schedule.officers", "n", t.cohort.Strength(model.SquadsOf(l.squad)))
		case byStaff, byPlace, byVehicle:
			id := map[lensKind]string{byStaff: "schedule.lens.staff", byPlace: "schedule.lens.place", byVehicle: "schedule.lens.vehicle"}[l.kind]
			note = t.env.T(id)
			if t.uses(l) {
				note = t.env.T(id + ".used")
			}
		case byAll:
		}
		if l == t.lens && !t.big.on {
			at = len(opts)
		}
		opts = append(opts, kit.Option[func() tea.Cmd]{Label: t.lensName(l), Note: note, Value: func() tea.Cmd {
			t.setLens(l)
			return nil
		}})
		if l.kind == byAll { // the ways to see one day come next
			for _, by := range sides {
				if by != bySquad && len(t.lensesOf(by)) == 0 {
					continue
				}
				if t.big.on && t.big.by == by {
					at = len(opts)
				}
				opts = append(opts, kit.Option[func() tea.Cmd]{Label: t.sidesName(by), Note: t.env.T("schedule.sides.note"), Value: func() tea.Cmd { return t.seeDay(by) }})
			}
		}
	}
	kit.Open(t.host.Dialogs(), kit.NewChoose(t.env, model.Say("schedule.lens.title"), opts, at), func(see func() tea.Cmd) tea.Cmd { return see() })
	return nil
}

// seeOf looks through the eyes of the card under the cursor; pressed again it
// gives everybody's board back.
func (t *Tab) seeOf(kind lensKind) tea.Cmd {
	if t.lens.kind == kind {
		t.setLens(lens{})
		return nil
	}
	if l, ok := lensOf(t.selected(), kind); ok {
		t.setLens(l)
		return nil
	}
	for _, l := range t.lensesOf(kind) {
		t.setLens(l)
		return nil
	}
	return t.tell(kit.Warn, model.Say("schedule.lens.none"))
}

// seeWhere goes from everybody's board to that of the card's place, of its
// vehicle, and back.
func (t *Tab) seeWhere() tea.Cmd {
	if t.lens.kind != byPlace {
		return t.seeOf(byPlace)
	}
	if _, ok := lensOf(t.selected(), byVehicle); ok {
		return t.seeOf(byVehicle)
	}
	t.setLens(lens{})
	return nil
}

// lensOf is whose eyes of the kind a session has; false when it has none.
func lensOf(s *model.Session, kind lensKind) (lens, bool) {
	switch {
	case s == nil:
	case kind == byStaff && len(s.Staff) > 0:
		return lens{kind: kind, id: s.Staff[0].Staff}, true
	case kind == byPlace && !s.Place.IsZero():
		return lens{kind: kind, id: s.Place}, true
	case kind == byVehicle && len(s.Cars) > 0:
		return lens{kind: kind, id: s.Cars[0]}, true
	}
	return lens{}, false
}
