package change

import (
	"fmt"
	"testing"
	"time"

	"muster/store/finder"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/lang"
	"muster/ui/tab"
)

// host keeps a desk in memory and remembers what it was told.
type host struct {
	tab.Host // what no dialog here asks for

	t      testing.TB
	env    *kit.Env
	desk   *model.Desk
	board  *rules.Board
	stack  *kit.Stack
	cohort model.ID
	clock  time.Time
	next   byte
	told   []model.Message
	acts   []model.Change
	jumps  []model.Ref
	keep   func(model.Change) error // nil: nothing but the desk keeps it
}

func (h *host) Env() *kit.Env         { return h.env }
func (h *host) Desk() *model.Desk     { return h.desk }
func (h *host) Board() *rules.Board   { return h.board }
func (h *host) Dialogs() *kit.Stack   { return h.stack }
func (h *host) Cohort() *model.Cohort { return h.desk.Cohorts.Get(h.cohort) }
func (h *host) Today() model.Date     { return tab.MinuteIn(h.clock, "").Date() }
func (h *host) NewID() model.ID       { h.next++; return model.ID{0xff, h.next} }

func (h *host) Fail(err error) tea.Cmd {
	h.t.Helper()
	h.t.Errorf("failed: %v", err)
	return nil
}

func (h *host) Commit(c model.Change) tea.Cmd {
	h.acts = append(h.acts, c)
	if h.keep != nil {
		if err := h.keep(c); err != nil {
			h.t.Errorf("not kept: %v", err)
		}
		return nil
	}
	h.set(h.desk.With(c, h.desk.Rev+1))
	return nil
}

func (h *host) Tell(_ kit.StatusKind, m model.Message) tea.Cmd {
	h.told = append(h.told, m)
	return nil
}

func (h *host) Jump(r model.Ref) tea.Cmd {
	h.jumps = append(h.jumps, r)
	return nil
}

func (h *host) set(d *model.Desk) {
	h.desk = d
	h.board = rules.Ground(d, rules.Options{})
}

func (h *host) name(id model.ID) string {
	d := h.desk
	if p := d.People.Get(id); p != nil {
		return p.FullName()
	}
	if s := d.Staff.Get(id); s != nil {
		return s.Label()
	}
	if p := d.Places.Get(id); p != nil {
		return p.Label()
	}
	if s := d.Sessions.Get(id); s != nil {
		return s.Block.Title.In(h.env.Lang.Tag())
	}
	return ""
}

func (h *host) press(keys ...string) {
	for _, k := range keys {
		h.stack.Update(kit.KeyMsg(k))
	}
}

func (h *host) typed(s string) {
	kittest.Type(func(m tea.Msg) { h.stack.Update(m) }, s)
}

func (h *host) screen(w, rows int) string {
	return kittest.Dialog(h.stack, w, rows)
}

func (h *host) last() string {
	if len(h.told) == 0 {
		return ""
	}
	return h.told[len(h.told)-1].ID
}

// id is an id of the fixture: a letter for the kind, and a number.
func id(kind byte, n int) model.ID { return model.ID{kind, byte(n >> 8), byte(n)} }

// Ids of the fixture.
var (
	ruiz, ortega, vega, pons, castro = id('t', 1), id('t', 2), id('t', 3), id('t', 4), id('t', 5)
	room1, range1, range2, yard      = id('l', 1), id('l', 2), id('l', 3), id('l', 4)

	pistol1 = id('s', 1) // Thursday 07:00–10:00, Range 1: Ruiz leads, Ortega on the line
	pistol2 = id('s', 2) // Thursday 13:00–15:00, Range 1: Ruiz leads
	law     = id('s', 3) // Thursday 10:30–12:00, Class 1: Ortega
	search  = id('s', 4) // Thursday 07:00–10:00, the yard: Castro
	friday  = id('s', 5) // Friday 07:00–09:00, Range 1: Ruiz
)

func thursday() model.Date { d, _ := model.NewDate(2026, 1, 15); return d }

func officer(n int) model.ID { return id('p', n) }

// newHost has one course in its first week, of n officers in three squads. It
// is Thursday 15 January 2026, 07:42 in New York.
func newHost(t testing.TB, tag string, n int) *host {
	t.Helper()
	h := &host{t: t, env: kittest.Env(tag), clock: time.Date(2026, 1, 15, 12, 42, 10, 0, time.UTC)}
	h.env.Now = func() time.Time { return h.clock }
	h.env.Lang = lang.New(tag).With(h.name)
	h.stack = kit.NewStack(h.env)
	h.stack.Resize(120, 36)
	h.cohort = id('c', 1)
	var c model.Change
	for _, r := range fixture(t, n) {
		c.Puts = append(c.Puts, model.Put{Record: r})
	}
	h.set((&model.Desk{}).With(c, 1))
	return h
}

func must[R model.Record](t testing.TB) func(R, error) model.Record {
	return func(r R, err error) model.Record {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
}

func fixture(t testing.TB, n int) []model.Record {
	t.Helper()
	var out []model.Record
	var seats []model.Seat
	for i := range n {
		p := model.Person{ID: officer(i + 1), Given: "Luz", Family: fmt.Sprintf("Zamora %02d", i+1), Speaks: []string{"es"}}
		out = append(out, must[*model.Person](t)(model.NewPerson(p)))
		seats = append(seats, model.Seat{No: i + 1, Person: p.ID, Squad: model.Squad(i*2/n) + 1, Stage: model.InCourse})
	}
	for _, p := range []model.Place{
		{ID: room1, Name: "Classroom 1", Short: "Class 1", Kind: model.Classroom, Capacity: 40},
		{ID: range1, Name: "Range 1", Kind: model.Range, Lanes: 12},
		{ID: range2, Name: "Range 2", Kind: model.Range, Lanes: 12},
		{ID: yard, Name: "Yard", Kind: model.SearchYard},
	} {
		out = append(out, must[*model.Place](t)(model.NewPlace(p)))
	}
	skills := map[model.ID][]model.Skill{
		ruiz: {model.SkillFirearms, model.SkillRSO, model.SkillClassroom}, ortega: {model.SkillFirearms, model.SkillRSO, model.SkillClassroom},
		vega: {model.SkillFirearms, model.SkillRSO}, pons: {model.SkillMedic}, castro: {model.SkillVehicle},
	}
	for i, name := range []string{"Ruiz", "Ortega", "Vega", "Pons", "Castro"} {
		s := model.Staff{ID: id('t', i+1), Family: name, Given: "Ana", Speaks: []string{"es", "en"}}
		for _, k := range skills[s.ID] {
			s.Quals = append(s.Quals, model.Qualification{Skill: k})
		}
		out = append(out, must[*model.Staff](t)(model.NewStaff(s)))
	}
	th := thursday()
	out = append(out, must[*model.Cohort](t)(model.NewCohort(model.Cohort{
		ID: id('c', 1), Code: "MEX-26-1", Title: "Sonora", Zone: "America/New_York", State: model.Running,
		First: th.Days(-3), Last: th.Days(9), Squads: 2, Seats: seats,
	})))
	block := func(kind model.BlockKind, en, es string, length int, place model.PlaceKind) model.Block {
		b := model.Block{Kind: kind, Title: model.Text{En: en, Es: es}, Length: length, Place: place, Ammo: model.NoAmmo}
		if kind == model.KindFirearms {
			b.Ammo = model.Dry
		}
		return b
	}
	part := func(who model.ID, r model.Role) model.Part { return model.Part{Staff: who, Role: r} }
	need := []model.Need{{Role: model.Lead, Skill: model.SkillFirearms, Count: 1}}
	pistol := func(en, es string, length int) model.Block {
		b := block(model.KindFirearms, en, es, length, model.Range)
		b.Needs = need
		return b
	}
	for _, s := range []model.Session{
		{ID: pistol1, Block: pistol("Pistol 1", "Pistola 1", 12), Squads: model.SquadsOf(1), Start: th.At(28), Place: range1, Staff: []model.Part{part(ruiz, model.Lead), part(ortega, model.Line)}},
		{ID: pistol2, Block: pistol("Pistol 2", "Pistola 2", 8), Squads: model.SquadsOf(1), Start: th.At(52), Place: range1, Staff: []model.Part{part(ruiz, model.Lead)}},
		{ID: law, Block: block(model.KindClass, "Law", "Derecho", 6, model.Classroom), Squads: model.AllSquads(2), Start: th.At(42), Place: room1, Staff: []model.Part{part(ortega, model.Lead)}},
		{ID: search, Block: block(model.KindVehicles, "Vehicle search 1", "Revisión 1", 12, model.SearchYard), Squads: model.SquadsOf(2), Start: th.At(28), Place: yard, Staff: []model.Part{part(castro, model.Lead)}},
		{ID: friday, Block: pistol("Pistol 3", "Pistola 3", 8), Squads: model.SquadsOf(1), Start: th.Days(1).At(28), Place: range1, Staff: []model.Part{part(ruiz, model.Lead)}},
	} {
		s.Cohort = id('c', 1)
		out = append(out, must[*model.Session](t)(model.NewSession(s)))
	}
	return out
}

func (h *host) People() *finder.Index { return nil }
