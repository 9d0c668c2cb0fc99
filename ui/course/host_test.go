package course

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/templates"
	"muster/ui/kit"
	"muster/ui/kit/kittest"
	"muster/ui/tab"
)

// fake is a host without a store: a change is on its desk at once.
type fake struct {
	tab.Host

	env    *kit.Env
	desk   *model.Desk
	stack  *kit.Stack
	cohort model.ID
	acts   []model.Change
	fails  []error
	next   byte
	block  func(model.Block) model.Block // what the form of a block makes of it
	wrong  error                         // why it could not be kept
}

func (f *fake) Env() *kit.Env         { return f.env }
func (f *fake) Desk() *model.Desk     { return f.desk }
func (f *fake) Dialogs() *kit.Stack   { return f.stack }
func (f *fake) Cohort() *model.Cohort { return f.desk.Cohorts.Get(f.cohort) }

func (f *fake) NewID() model.ID {
	f.next++
	return model.NewID(1<<40, [10]byte{0: 7, 9: f.next})
}

func (f *fake) Commit(c model.Change) tea.Cmd {
	f.acts = append(f.acts, c)
	f.desk = f.desk.With(c, f.desk.Rev+1)
	return nil
}

func (f *fake) Fail(err error) tea.Cmd {
	f.fails = append(f.fails, err)
	return nil
}

// form stands for the board's form of a block.
func (f *fake) form(_ model.Message, b model.Block, _ []model.Block, check func(model.Block) error, then func(model.Block) tea.Cmd) {
	b = f.block(b)
	if f.wrong = check(b); f.wrong == nil {
		then(b)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func id(n byte) model.ID { return model.ID{0: 1, 15: n} }

func date(day int) model.Date {
	d, _ := model.NewDate(2026, 1, day)
	return d
}

func words(en, es string) model.Text { return model.Text{En: en, Es: es} }

// own is a course of three blocks, one after the other.
func own() model.Course {
	return model.Course{ID: id(1), Title: words("Range week", "Semana de tiro"), Days: 5, Note: "For those who have shot before.", Blocks: []model.Block{
		{Key: 1, Kind: model.KindClass, Title: words("Safety", "Seguridad"), Length: 4, Place: model.Classroom, Briefing: true, Usual: model.Usual{Day: 1, At: 32}},
		{
			Key: 2, Kind: model.KindFirearms, Title: words("Pistol 1", "Pistola 1"), Length: 8, Place: model.Range, Ammo: model.Live, Together: 1,
			After: []model.After{{Block: 1}}, Needs: []model.Need{{Role: model.Lead, Count: 1}, {Role: model.Line, Per: 5}}, Fire: &model.Firing{Relays: 2},
		},
		{
			Key: 3, Kind: model.KindFirearms, Title: words("Pistol 2", "Pistola 2"), Length: 8, Place: model.Range, Ammo: model.Live, Together: 1,
			After: []model.After{{Block: 2, Days: 1}}, Fire: &model.Firing{Relays: 2},
		},
	}}
}

func begin(t testing.TB, tag string) *fake {
	t.Helper()
	f := &fake{env: kittest.Env(tag), block: func(b model.Block) model.Block { return b }}
	f.stack = kit.NewStack(f.env)
	cohort := model.Cohort{ID: id(2), Code: "MEX-26-1", Zone: "America/New_York", First: date(12), Last: date(16), Squads: 2, Course: id(1)}
	f.cohort = cohort.ID
	c := model.Change{Puts: []model.Put{{Record: must(model.NewCourse(own()))}, {Record: must(model.NewCohort(cohort))}}}
	f.desk = (&model.Desk{}).With(c, 1)
	return f
}

// open is the page on a screen.
func (f *fake) open(w, h int) *page {
	f.stack.Resize(w, h)
	Open(f, templates.AdvancedTactical(), f.form)
	return f.stack.Top().(*page)
}

func (f *fake) press(keys ...string) {
	for _, k := range keys {
		f.stack.Update(kit.KeyMsg(k))
	}
}

func (f *fake) screen(w, h int) *kit.Canvas {
	c := kit.NewCanvas(w, h)
	f.stack.Resize(w, h)
	f.stack.Draw(c)
	return c
}
