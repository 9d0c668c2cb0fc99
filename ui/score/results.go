package score

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// results is the dialog in which a session is scored: a row an officer, a
// column a stage, and the account of the rounds behind it.
type results struct {
	h      tab.Host
	env    *kit.Env
	draft  *draft
	now    model.Minute
	was    model.Rev // of the sheet, when the draft was begun
	wasFor model.Rev // of the session
	pad    pad
	kept   bool // something was kept since it was opened
	rounds bool // the account of the rounds is showing
	book   pad  // the account
	hint   model.Message
	names  map[model.ID]string
	squads map[model.ID]string
	teams  []string
	w, t   int
}

// roomy is the width from which on names are given more room.
const roomy = 100

func newResults(h tab.Host, f *draft, now model.Minute) *results {
	r := &results{h: h, env: h.Env(), draft: f, now: now}
	r.pad = pad{env: r.env, signs: "?+!", cell: r.cell, raw: r.raw, put: r.put, left: r.leave}
	r.book = pad{env: r.env, signs: "?+", cell: r.bookCell, raw: r.bookRaw, put: r.bookPut, grow: r.bookGrow}
	r.hold()
	r.call()
	r.show()
	for i := range f.entries { // on with the first who is not scored yet
		if !f.entries[i].result() {
			r.pad.row = i
			break
		}
	}
	r.pad.col = r.home()
	return r
}

// hold remembers what the draft was begun on, so that nobody's work is
// overwritten unseen.
func (r *results) hold() {
	d := r.h.Desk()
	r.was = d.RevOf(model.Ref{Kind: model.KindSheet, ID: r.draft.session.ID})
	r.wasFor = d.RevOf(model.RefOf(r.draft.session))
}

// call looks up what everybody is called.
func (r *results) call() {
	r.names, r.squads = map[model.ID]string{}, map[model.ID]string{}
	r.teams = teamNames(r.env, r.draft.session, r.draft.cohort)
	for _, e := range r.draft.entries {
		for _, id := range e.people {
			if p := r.h.Desk().People.Get(id); p != nil {
				r.names[id] = p.Name()
			}
			if s, ok := r.draft.cohort.Seat(id); ok {
				r.squads[id] = s.Squad.String()
			}
		}
	}
}

// show lays the draft out anew.
func (r *results) show() {
	r.pad.reset(r.columns(), len(r.draft.entries))
	r.book.reset(r.bookColumns(), len(r.draft.lots))
}

// home is the column in which a row's result begins.
func (r *results) home() int {
	return slices.IndexFunc(r.pad.cols, func(c padCol) bool { return c.kind != shown && c.group == groupResult })
}

// who is whose row it is.
func (r *results) who(e *entry) string {
	if e.team > 0 && e.team <= len(r.teams) {
		return r.teams[e.team-1]
	}
	name := r.called(e.people[0])
	if s := r.squads[e.people[0]]; s != "" {
		return s + "  " + name
	}
	return name
}

func (r *results) called(id model.ID) string {
	if s := r.names[id]; s != "" {
		return s
	}
	return r.env.T("score.unknown")
}

func (r *results) post(e *entry) string {
	if p := r.draft.posts(); e.station > 0 && e.station <= len(p) {
		return p[e.station-1].Name
	}
	if e.station == 0 {
		return ""
	}
	return strconv.Itoa(e.station)
}

// Title names the session.
func (r *results) Title() string { return titleOf(r.env, r.w, "score.title", r.draft.session) }

// titleOf is a dialog's title with the session and its time, as far as there
// is room for it.
func titleOf(e *kit.Env, room int, id string, s *model.Session) string {
	if !s.Placed() {
		return e.T(id, "block", s.Block.Title)
	}
	if full := e.T(id+".when", "block", s.Block.Title, "span", s.Span()); kit.Width(full) <= room {
		return full
	}
	if bare := e.T("score.session.when", "block", s.Block.Title, "span", s.Span()); kit.Width(bare) <= room {
		return bare
	}
	return e.T(id, "block", s.Block.Title)
}

// Result is the session that was scored; none when nothing new was kept.
func (r *results) Result() model.ID {
	if r.kept {
		return r.draft.session.ID
	}
	return model.ID{}
}

// Size is all there is.
func (r *results) Size(maxW, maxH int) (w, h int) { return maxW, maxH }

// Resize takes the size.
func (r *results) Resize(w, h int) {
	again := (w >= roomy) != (r.w >= roomy)
	r.w, r.t = w, h
	if again {
		r.show()
	}
	l := r.layout()
	r.pad.resize(l.pad.W, l.pad.H)
	r.book.resize(l.pad.W, l.pad.H)
}

// A resultsLayout is where everything in the dialog is.
type resultsLayout struct{ head, pad, detail, foot kit.Rect }

func (r *results) layout() resultsLayout {
	var l resultsLayout
	rest := kit.Rect{W: r.w, H: r.t}
	if r.t >= 5 {
		l.foot, rest = rest.Bottom(1)
	}
	if r.t >= 9 {
		detail := 2
		if r.t >= 14 {
			detail = 3 // a blank and two lines, or three
		}
		l.detail, rest = rest.Bottom(detail)
		l.head, rest = rest.Top(1)
	}
	if r.t >= 12 {
		_, rest = rest.Top(1)
	}
	l.pad = rest
	return l
}

// page is the table in hand.
func (r *results) page() *pad {
	if r.rounds {
		return &r.book
	}
	return &r.pad
}

// Update types, moves, or runs one of the dialog's own keys.
func (r *results) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	l := r.layout()
	if moved, x, y, ok := kit.MouseAt(msg, l.pad.X, l.pad.Y); ok {
		if _, _, click := kit.Click(msg); !click || (kit.Rect{W: l.pad.W, H: l.pad.H}).Contains(x, y) {
			cmd, _ := r.page().Update(moved)
			return kit.Stay, cmd
		}
		return kit.Stay, nil
	}
	k, isKey := msg.(tea.KeyPressMsg)
	if isKey {
		r.hint = model.Message{}
		if kit.IsKey(k, "esc") {
			return r.leaveAll()
		}
	}
	if cmd, handled := r.page().Update(msg); handled {
		if why := r.page().why; !why.IsZero() {
			r.hint = why
		}
		return kit.Stay, cmd
	}
	if !isKey {
		return kit.Stay, nil
	}
	cmd, why, handled := kit.Press(r.Actions(), k)
	switch {
	case !why.IsZero():
		r.hint = why
	case !handled && r.judged(kit.Typed(k)):
	case !handled && kit.Typed(k) != "":
		r.hint = model.Say("score.why.digits")
	}
	return kit.Stay, cmd
}

// judged takes a letter typed where numbers go as the verdict of the row, when
// it is one and the verdict is the instructor's.
func (r *results) judged(s string) bool {
	at := slices.IndexFunc(r.pad.cols, func(c padCol) bool { return c.id == colVerdict && c.kind == letter })
	if r.rounds || at < 0 || r.entry() == nil || strings.TrimSpace(s) == "" {
		return false
	}
	if _, why := r.readVerdict(s, model.NoVerdict); !why.IsZero() {
		return false
	}
	r.pad.in = nil
	return r.put(r.pad.row, at, s).IsZero()
}

// Actions are the keys of the page.
func (r *results) Actions() []kit.Action {
	out := []kit.Action{
		{ID: "score.key.save", Keys: []string{"ctrl+s"}, Rank: 7, Run: r.saveNow},
		{ID: "score.key.leave", Keys: []string{"esc"}, Rank: 1},
	}
	if r.draft.mode == byFire {
		page := kit.Action{ID: "score.key.rounds", Keys: []string{"ctrl+t"}, Rank: 3, Run: r.turn}
		if r.rounds {
			page.ID = "score.key.scores"
		}
		out = append(out, page)
	}
	if r.rounds {
		return grouped(append(out, keysAction(r.h, 2, &r.pad, &r.book), kit.Action{ID: "score.key.lot", Keys: []string{"+", "ctrl+n"}, Rank: 4, Run: func() tea.Cmd {
			r.bookGrow()
			r.book.to(r.book.rows-1, 0)
			return nil
		}}))
	}
	out = append(out,
		kit.Action{ID: "score.key.attempt", Keys: []string{"+", "ctrl+n"}, Rank: 4, Why: r.whyNoAttempt, Run: r.addAttempt},
		kit.Action{ID: "score.key.unsafe", Keys: []string{"!", "ctrl+f"}, Rank: 4, Why: r.whyNoRow, Run: r.markUnsafe},
		kit.Action{ID: "score.key.options", Keys: []string{"ctrl+o"}, Rank: 5, Run: r.options},
	)
	if r.draft.all || r.draft.hidden > 0 {
		key := kit.Action{ID: "score.key.all", Keys: []string{"ctrl+y"}, Rank: 3, Run: r.turnAll}
		if r.draft.all {
			key.ID = "score.key.owing"
		}
		out = append(out, key)
	}
	if len(r.draft.posts()) > 0 {
		out = append(out, kit.Action{ID: "score.key.teams", Keys: []string{"ctrl+b"}, Rank: 3, Run: r.turnTeams})
	}
	return grouped(append(out,
		kit.Action{ID: "score.key.revert", Keys: []string{"ctrl+z"}, Rank: 8, Run: r.revert},
		kit.Action{ID: "score.key.again", Keys: []string{"ctrl+a"}, Rank: 9, Why: r.whyNotAgain, Run: r.again},
		keysAction(r.h, 2, &r.pad, &r.book)))
}

func (r *results) whyNoRow() model.Message {
	if len(r.draft.entries) == 0 {
		return model.Say("score.why.nobody")
	}
	return model.Message{}
}

// entry is the row in hand; nil when there is none.
func (r *results) entry() *entry {
	if r.pad.row < 0 || r.pad.row >= len(r.draft.entries) {
		return nil
	}
	return &r.draft.entries[r.pad.row]
}

// leave fills what was passed over in the row that the cursor leaves: a stage
// before one that was shot was shot too.
func (r *results) leave(row int) {
	if row >= len(r.draft.entries) {
		return
	}
	e := &r.draft.entries[row]
	end := 0
	for i, h := range e.hits {
		if h != none {
			end = i
		}
	}
	for i := range end {
		if e.hits[i] == none {
			e.hits[i] = 0
			r.hint = model.Say("score.hint.zero", "stage", i+1, "name", r.called(e.people[0]))
		}
	}
	r.draft.recount()
}

func (r *results) turn() tea.Cmd {
	r.leave(r.pad.row)
	r.pad.in, r.book.in = nil, nil
	r.rounds = !r.rounds
	r.draft.recount()
	r.book.reset(r.bookColumns(), len(r.draft.lots))
	if r.rounds && len(r.draft.lots) > 0 { // a lot that has its name is counted next
		col := bookIssued
		if r.draft.lots[0].lot == "" {
			col = bookLot
		}
		r.book.to(0, col)
	}
	return nil
}

// turnAll lists those too who have nothing left to pass, or no longer. The
// cursor stays with its officer.
func (r *results) turnAll() tea.Cmd {
	f := r.draft
	var at model.ID
	if e := r.entry(); e != nil {
		at = e.people[0]
	}
	teams := f.teams
	f.apart()
	f.all = !f.all
	f.list()
	f.recount()
	if teams {
		f.together()
	}
	r.call()
	r.show()
	if i := slices.IndexFunc(f.entries, func(e entry) bool { return e.people[0] == at }); i >= 0 {
		r.pad.to(i, r.pad.col)
	}
	return nil
}

// turnTeams goes from a row a team to a row an officer, and back.
func (r *results) turnTeams() tea.Cmd {
	switch {
	case r.draft.teams:
		r.draft.apart()
	case !r.draft.together():
		r.hint = model.Say("score.why.teams-differ")
	}
	r.show()
	return nil
}

// whyNoAttempt is why the officer under the cursor gets no further row.
func (r *results) whyNoAttempt() model.Message {
	e := r.entry()
	if e == nil {
		return model.Say("score.why.nobody")
	}
	final := r.latest(e)
	passed, known, _ := r.draft.judge(final)
	switch {
	case !known:
		return model.Say("score.why.attempt-open", "n", final.attempt)
	case passed:
		return model.Say("score.why.passed")
	case final.attempt >= mostAttempts:
		return model.Say("score.why.nine")
	}
	return model.Message{}
}

// latest is the last attempt of the same people at the same station.
func (r *results) latest(e *entry) *entry {
	for i := range r.draft.entries {
		if x := &r.draft.entries[i]; x.people[0] == e.people[0] && x.station == e.station && x.attempt > e.attempt {
			e = x
		}
	}
	return e
}

// addAttempt makes a row for another attempt; beyond those that the rules
// allow only for a reason, which is kept with it.
func (r *results) addAttempt() tea.Cmd {
	e := *r.latest(r.entry())
	if r.draft.allowed == 0 || e.attempt < r.draft.allowed {
		r.addRow(e, "")
		return nil
	}
	check := func(s string) *model.Problem {
		if model.Clean(s) == "" {
			return model.Wrong("reason", "model.missing")
		}
		return nil
	}
	label := model.Say("score.beyond", "name", r.called(e.people[0]), "n", r.draft.allowed, "next", e.attempt+1)
	kit.Open(r.h.Dialogs(), kit.NewPrompt(r.env, model.Say("score.beyond.title"), label, "", check), func(s string) tea.Cmd {
		r.addRow(e, model.Clean(s))
		return nil
	})
	return nil
}

func (r *results) addRow(after entry, note string) {
	f := r.draft
	next := f.blank(after.people[0], after.station, after.attempt+1)
	next.people, next.team, next.relay = after.people, after.team, after.relay
	next.weapon, next.serial, next.remembered, next.lot, next.of = after.weapon, after.serial, true, after.lot, after.of
	next.note = note
	at := slices.IndexFunc(f.entries, func(x entry) bool {
		return x.people[0] == after.people[0] && x.station == after.station && x.attempt == after.attempt
	})
	f.entries = slices.Insert(f.entries, at+1, next)
	r.show()
	r.pad.to(at+1, r.home())
}

func (r *results) markUnsafe() tea.Cmd {
	e := r.entry()
	e.unsafe = !e.unsafe
	e.by, e.at = r.draft.scorer, r.now
	return nil
}
