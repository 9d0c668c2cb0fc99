package schedule

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/model/templates"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Tab is the Schedule tab.
type Tab struct {
	host  tab.Host // the seam, as what shows and edits the plan knows it
	seam  *seam
	env   *kit.Env
	w, h  int
	modes map[kit.Mode]looks
	built templates.Built // the course the program brings

	// What refresh derives from the desk.
	cohort   *model.Cohort
	last     model.ID         // the cohort refresh last saw
	sessions []*model.Session // the cohort's
	cards    []card           // what the lens shows, by start
	tray     []*model.Session // without a time
	hatches  []hatch
	days     []day
	rolls    map[model.ID]counted
	clashes  []rules.Clash
	wrong    map[model.ID]grade // of the sessions that are not fine
	out      bool               // something of the plan has been published
	count    tally              // clashes by grade; lacking: sessions
	zone     *time.Location     // of the cohort
	zoneName string

	// What the user has chosen to see.
	lens    lens
	big     dayView
	first   int // index in days of the first column
	want    int // days wanted across; 0 as many as can be read
	stepSet int // quarters a row; 0 as fits
	top     int // quarter of the day at the first row; -1 not yet settled
	sel     model.ID
	at      model.Quarter // the cell of the cursor
	goal    int           // the quarter of the day it strives to when going sideways
	inTray  bool
	traySel model.ID
	trayTop int
	filter  *kit.Input // of the tray; nil when there is none
	typing  bool       // the filter has the keys

	// What arrange lays out.
	frame  frame
	scale  scale
	cols   []column
	pieces []piece
	rows   []trayRow
	lines  []detailLine
	off    []offscreen // by column: what is above and below the rows shown
	head   []headPart
	nowAt  model.Quarter

	// The lines below the board, when they say more than fits.
	moreOf   model.ID // of the session
	moreFrom int      // the first line shown
	moreLeft int      // lines after those shown

	move  *move
	mends mending  // of the card under the cursor
	could *lights  // where the card under the cursor could begin
	unlit bool     // that has still to be found out
	swap  model.ID // the card waiting for its partner
	drag  drag
}

// New makes the tab.
func New(h tab.Host) *Tab {
	s := &seam{Host: h}
	t := &Tab{host: s, seam: s, env: h.Env(), modes: map[kit.Mode]looks{}, rolls: map[model.ID]counted{}, built: templates.AdvancedTactical(), top: -1}
	for _, m := range []kit.Mode{kit.Dark, kit.Light, kit.Mono} {
		t.modes[m] = newLooks(kit.NewTheme(m))
	}
	t.refresh()
	return t
}

// ID is the tab's name in ids.
func (t *Tab) ID() string { return "schedule" }

// Badge counts the clashes of the cohort in hand, without what is only
// incomplete.
func (t *Tab) Badge() tab.Badge { return tab.Badge{Count: t.count[clashing], Hard: true} }

// Resize tells the size of the canvas.
func (t *Tab) Resize(w, h int) {
	t.w, t.h = w, h
	t.arrange()
	t.reveal()
}

// Changed derives everything anew.
func (t *Tab) Changed() { t.refresh() }

// Typing reports that the tray's filter has the keys.
func (t *Tab) Typing() bool { return t.typing }

// Cursor is in the tray's filter while one types in it.
func (t *Tab) Cursor() (x, y int, ok bool) {
	if !t.typing || t.cohort == nil {
		return 0, 0, false
	}
	r := t.filterRect()
	return r.X + t.filter.Cursor(r.W), r.Y, true
}

// Open shows a session, a cohort, or the board of a place or an instructor.
func (t *Tab) Open(ref model.Ref) bool {
	d := t.host.Desk()
	switch ref.Kind {
	case model.KindSession:
		s := d.Sessions.Get(ref.ID)
		if s == nil || d.Cohorts.Get(s.Cohort) == nil {
			return false
		}
		t.host.Choose(s.Cohort)
		t.refresh()
		t.show(s)
		return true
	case model.KindCohort:
		if d.Cohorts.Get(ref.ID) == nil {
			return false
		}
		t.host.Choose(ref.ID)
		t.refresh()
		return true
	case model.KindDraft:
		return t.showDraft(ref.ID)
	}
	return false
}

// Update takes what no action has: the filter's text, the mouse, and the word
// that the frame is out.
func (t *Tab) Update(msg tea.Msg) tea.Cmd {
	if t.cohort == nil {
		return nil
	}
	switch m := msg.(type) {
	case thoughtMsg:
		t.thinkOn()
	case tea.KeyPressMsg:
		if t.typing {
			t.typeFilter(m)
		}
	case tea.PasteMsg:
		if t.typing && t.filter.Update(m) {
			t.arrange()
		}
	default:
		return t.mouse(msg)
	}
	return nil
}

// Draw paints the tab.
func (t *Tab) Draw(c *kit.Canvas) {
	if t.cohort == nil {
		t.drawNoCohort(c)
		return
	}
	t.drawHead(c)
	if len(t.sessions) == 0 && t.move == nil {
		t.drawNoSessions(c)
		return
	}
	t.drawDays(c)
	t.drawGrid(c)
	t.drawTray(c)
	t.drawDetail(c)
}

func (t *Tab) looks() looks { return t.modes[t.env.Theme.Mode] }

func (t *Tab) tell(kind kit.StatusKind, m model.Message) tea.Cmd { return t.host.Tell(kind, m) }

// now is the moment on the cohort's wall clock.
func (t *Tab) now() model.Quarter {
	if t.cohort == nil {
		return 0
	}
	if t.zoneName != t.cohort.Zone || t.zone == nil {
		t.zoneName, t.zone = t.cohort.Zone, time.Local
		if z, err := time.LoadLocation(t.cohort.Zone); err == nil {
			t.zone = z // an unknown zone keeps this machine's clock: the mark is a help, no rule
		}
	}
	n := t.env.Now().In(t.zone)
	d, ok := model.NewDate(n.Year(), int(n.Month()), n.Day())
	if !ok {
		return 0
	}
	return d.At(n.Hour()*model.Hour + n.Minute()/15)
}
