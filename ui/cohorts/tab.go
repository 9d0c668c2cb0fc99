// Package cohorts is the Cohorts tab: which courses there are, who comes to
// each, and what is still missing for each of them. Here a roster is imported,
// squads are dealt, seats change hands, and papers and vetting are kept. Its
// other views of the same people are who was at what, who passed what, and who
// goes home with which certificate; here a cohort graduates, and is seen home.
//
// What may enter: showing and changing cohorts, their people, and the agencies
// and units these serve in. What may not: the plan of the course (the Schedule
// tab), and deciding what a roster means (store/intake).
package cohorts

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Tab is the Cohorts tab: the list of cohorts, and the roll of the one in
// hand. One of the two has the keys.
type Tab struct {
	h       tab.Host
	w, tall int

	list   *kit.Grid[model.ID] // of cohorts
	roll   *kit.Grid[model.ID] // of people
	inList bool                // the list has the keys

	cohorts []cohortRow
	seats   []seatRow
	seated  int // of those, the first ones, who have or had a seat
	inLine  int // alternates who may still come
	head    headline
	helper  string        // who of the alternates could step in, in a sentence
	cohort  *model.Cohort // in hand; nil when none is
	badge   tab.Badge

	view    view
	picture picture // of a view other than of the seats, else nil
	across  across
	room    int // width of the roll for which the columns were chosen

	// past is the people of a closed cohort, who are not on the desk; they
	// are read when it is taken in hand.
	past   map[model.ID]*model.Person
	folder string // where the last roster lay
}

// New makes the tab.
func New(h tab.Host) *Tab {
	t := &Tab{h: h, past: map[model.ID]*model.Person{}}
	t.list = kit.NewGrid[model.ID](h.Env())
	t.list.Empty = model.Say("cohorts.empty")
	t.roll = kit.NewGrid[model.ID](h.Env())
	t.roll.Markable = true
	t.roll.Empty = model.Say("cohorts.roll.empty")
	t.Changed()
	t.inList = t.cohort == nil
	return t
}

// ID is the tab's name in ids.
func (t *Tab) ID() string { return "cohorts" }

// Badge counts the seats of cohorts that start within a month whose vetting
// does not hold.
func (t *Tab) Badge() tab.Badge { return t.badge }

func (t *Tab) env() *kit.Env     { return t.h.Env() }
func (t *Tab) desk() *model.Desk { return t.h.Desk() }

// Changed derives anew what is shown. The cursors stay where they were.
func (t *Tab) Changed() {
	t.cohort = t.h.Cohort()
	rows := cohortRows(t.desk(), t.h.Board(), t.h.Today())
	t.list.SetColumns(t.listColumns(rows)...)
	t.cohorts = rows
	t.list.SetRows(t.listRows())
	if t.cohort != nil {
		if _, was := t.list.CurrentKey(); !was || !t.inList {
			t.list.Select(t.cohort.ID)
		}
	}
	t.derive()
	t.head, t.helper = t.headline(), t.stepIn()
	t.badge = badgeOf(t.desk(), t.h.Today())
	if len(t.cohorts) == 0 || t.cohort == nil {
		t.inList = true
	}
	t.resize()
}

// Resize takes the size of the tab's canvas.
func (t *Tab) Resize(w, h int) {
	t.w, t.tall = w, h
	t.resize()
}

func (t *Tab) resize() {
	l := t.layout()
	t.list.Resize(l.list.W, l.list.H)
	t.roll.Resize(l.roll.W, l.roll.H)
	if l.roll.W != t.room && t.moving() > 0 {
		t.fromLeft()
	}
	t.room = l.roll.W
}

// focused is the grid that has the keys.
func (t *Tab) focused() *kit.Grid[model.ID] {
	if t.inList {
		return t.list
	}
	return t.roll
}

// Typing reports that a filter is typed.
func (t *Tab) Typing() bool {
	_, typing := t.focused().Filter()
	return typing
}

// Cursor is the cell of the filter's cursor.
func (t *Tab) Cursor() (x, y int, ok bool) {
	l := t.layout()
	r := l.roll
	if t.inList {
		r = l.list
	}
	x, y, ok = t.focused().Cursor()
	return x + r.X, y + r.Y, ok
}

// Update gives keys to the grid in hand and the mouse to the one below it.
func (t *Tab) Update(msg tea.Msg) tea.Cmd {
	defer t.resize()
	l := t.layout()
	for _, part := range []struct {
		grid *kit.Grid[model.ID]
		r    kit.Rect
		list bool
	}{{t.list, l.list, true}, {t.roll, l.roll, false}} {
		moved, x, y, mouse := kit.MouseAt(msg, part.r.X, part.r.Y)
		if !mouse {
			continue
		}
		if !(kit.Rect{W: part.r.W, H: part.r.H}).Contains(x, y) {
			continue
		}
		before, _ := part.grid.CurrentKey()
		part.grid.Update(moved)
		if _, _, click := kit.Click(moved); !click {
			return nil
		}
		t.inList = part.list
		if !part.grid.Layout().Body.Contains(x, y) {
			return nil
		}
		if !part.list {
			if now, _ := part.grid.CurrentKey(); t.clickAcross(x) && now == before {
				return t.openCell()
			}
			return nil
		}
		if key, ok := part.grid.CurrentKey(); ok && (t.cohort == nil || key != t.cohort.ID) {
			return t.take(key)
		}
		return nil
	}
	if _, x, y, mouse := kit.MouseAt(msg, l.views.X, l.views.Y); mouse {
		if _, _, click := kit.Click(msg); click && y == 0 && !l.views.Empty() && x >= 0 && x < l.views.W {
			cmd, _ := t.clickView(x)
			return cmd
		}
		return nil
	}
	t.focused().Update(msg)
	return nil
}

// Open shows a cohort, or a person who sits in one.
func (t *Tab) Open(ref model.Ref) bool {
	switch ref.Kind {
	case model.KindCohort:
		if t.desk().Cohorts.Get(ref.ID) == nil {
			return false
		}
		t.h.Choose(ref.ID)
		t.inList = false
		t.Changed()
		return true
	case model.KindPerson:
		return t.openPerson(ref.ID)
	}
	return false
}

// openPerson prefers the cohort in hand, then the one that begins last. Whose
// courses are all closed is one of the alumni, whom another tab shows.
func (t *Tab) openPerson(id model.ID) bool {
	found := t.cohort
	if found == nil || found.State == model.Closed || !sits(found, id) {
		found = nil
		for _, c := range t.desk().CohortsByDate() {
			if c.State != model.Closed && sits(c, id) {
				found = c
			}
		}
	}
	if found == nil {
		return false
	}
	t.h.Choose(found.ID)
	t.inList = false
	t.roll.SetFilter("")
	t.Changed()
	if !t.roll.Select(id) { // an alternate is in the view of the seats only
		t.view = seatsView
		t.Changed()
	}
	return t.roll.Select(id)
}

func sits(c *model.Cohort, person model.ID) bool {
	_, ok := c.Seat(person)
	return ok
}
