package ui

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/store"
	"muster/store/finder"
	"muster/ui/alumni"
	"muster/ui/cohorts"
	"muster/ui/kit"
	"muster/ui/lang"
	"muster/ui/schedule"
	"muster/ui/staff"
	"muster/ui/tab"
	"muster/ui/today"
)

// Options is what the front door decides before the program starts.
type Options struct {
	Store *store.Store
	Prefs Prefs
	// Keep stores preferences changed inside the program; nil keeps none.
	Keep func(Prefs) error
	// Now is the clock; nil is the machine's.
	Now func() time.Time
	// Demo says that the database is a throw-away copy.
	Demo bool
	// Moved says that Now is not the present: its day is shown, always.
	Moved bool
}

// Prefs is what one user likes, beside the database.
type Prefs struct {
	Actor string // who acts; "" is asked for at the start
	Lang  string // "en", "es"
	Theme string // "dark", "light", "mono"; "" asks the terminal
	Idle  int    // minutes until the screen hides itself; 0 is ten, below 0 never
	Code  string // what is kept of the code that shows it again; "" is none
}

// App is the program. It is the one tea.Model, and the host of every tab.
type App struct {
	opt    Options
	store  *store.Store
	env    *kit.Env
	stack  *kit.Stack
	status *kit.Status

	tabs  []tab.Tab
	front int
	back  []stop // where was jumped from, last one last

	desk   *model.Desk // nil until the first has been read
	board  *rules.Board
	home   string // zone of the clock on which the board compares
	cohort model.ID
	today  model.Date

	names     atomic.Pointer[model.Desk]   // the desk, for sentences said off the event loop
	everybody atomic.Pointer[finder.Index] // and those not on it
	gone      sync.Map                     // id of a record that went → the last desk that had it, for its name

	saver     saver
	held      []tea.Msg  // what waits for an undo to be on the desk
	asking    bool       // who acts is being asked
	leaving   kit.Dialog // that asks whether to leave, once it was asked
	work      work
	newest    newest
	curtain   curtain
	lockedOut bool
	index     index
	dues      dues
	failed    error // the desk could not be read: nothing can be shown
	quitting  bool  // as soon as the last act is kept

	w, h   int
	canvas *kit.Canvas
	ctx    context.Context
	leave  context.CancelFunc
}

// New makes the program. The desk is read once it runs.
func New(opt Options) *App {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	mode, _ := kit.ParseMode(opt.Prefs.Theme)
	a := &App{opt: opt, store: opt.Store, canvas: kit.NewCanvas(0, 0)}
	a.ctx, a.leave = context.WithCancel(context.Background())
	a.env = &kit.Env{Theme: kit.NewTheme(mode), Now: opt.Now}
	a.speak(opt.Prefs.Lang)
	a.stack = kit.NewStack(a.env)
	a.status = kit.NewStatus(a.env)
	a.setDesk(&model.Desk{})
	a.judge(nil)
	a.today = day(opt.Now())
	a.curtain.touched = opt.Now()
	a.tabs = []tab.Tab{today.New(a), cohorts.New(a), schedule.New(a), alumni.New(a), staff.New(a)}
	return a
}

// Init reads the first desk and asks the terminal for its ground.
func (a *App) Init() tea.Cmd {
	cmds := []tea.Cmd{a.read(), a.tick()}
	if a.opt.Prefs.Theme == "" {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	return tea.Batch(cmds...)
}

// day is the calendar day of a moment, where this machine is.
func day(t time.Time) model.Date {
	d, _ := model.NewDate(t.Year(), int(t.Month()), t.Day())
	return d
}

// Close ends what runs in the background, for when the program has ended, and
// waits for changes not yet kept.
func (a *App) Close() error {
	a.leave()
	return a.saver.finish(a.store)
}

// The host's side: what tabs are given.

func (a *App) Env() *kit.Env         { return a.env }
func (a *App) Desk() *model.Desk     { return a.desk }
func (a *App) Board() *rules.Board   { return a.board }
func (a *App) Store() *store.Store   { return a.store }
func (a *App) Dialogs() *kit.Stack   { return a.stack }
func (a *App) Today() model.Date     { return a.today }
func (a *App) NewID() model.ID       { return a.store.NewID() }
func (a *App) Cohort() *model.Cohort { return a.desk.Cohorts.Get(a.cohort) }

// Choose takes another cohort in hand.
func (a *App) Choose(id model.ID) {
	if id != a.cohort {
		a.cohort = id
		a.changed()
	}
}

// setDesk takes another desk, in which these records may have moved. What is
// gone keeps its name for the sentence that says so.
func (a *App) setDesk(d *model.Desk, moved ...model.Ref) {
	for _, r := range moved {
		if NameOn(d, lang.English, r.ID) == "" && NameOn(a.desk, lang.English, r.ID) != "" {
			a.gone.Store(r.ID, a.desk)
		}
	}
	a.desk = d
	a.names.Store(d)
}

// changed tells every tab that what it shows may be another.
func (a *App) changed() {
	for _, t := range a.tabs {
		t.Changed()
	}
}

// Tell shows a message in the status line. What confirms an act that is still
// on its way is told once it is kept.
func (a *App) Tell(kind kit.StatusKind, m model.Message) tea.Cmd {
	if n := len(a.saver.waiting); kind == kit.OK && n > 0 {
		a.saver.waiting[n-1].said = m
		return nil
	}
	return a.status.Show(kind, m)
}

// A stop is where somebody was before a jump: the tab, and the cohort in hand.
type stop struct {
	front  int
	cohort model.ID
}

// Jump opens the record in the tab that shows it and keeps the way back.
func (a *App) Jump(ref model.Ref) tea.Cmd {
	from := stop{a.front, a.cohort}
	for i, t := range a.tabs {
		if t.Open(ref) {
			if i != a.front {
				a.back = append(a.back, from)
				a.front = i
			}
			return nil
		}
	}
	return a.Tell(kit.Warn, model.Say("ui.nowhere"))
}
