package schedule

import (
	"cmp"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

// A move is a session in the air: a ghost that arrows or the mouse carry over
// the board, answered by the rules at each step, until it is dropped or let go.
type move struct {
	was     *model.Session // as it is on the desk, or the new one to be
	s       *model.Session // as it would be but for its start: in the column of another, on a day
	home    lens           // the column of a day it was lifted from
	fresh   bool           // not on the desk yet: a copy
	at      model.Quarter
	draft   *model.Session // s as it would be
	clashes []rules.Clash  // of draft, hard first
	hard    int            // of them that are more than people lacking
	words   []string       // on the ghost
	nowhere model.Message  // why it may begin nowhere on the board, if so

	lights *lights
}

func (m *move) span() model.Span {
	return model.Span{From: m.at, To: m.at + model.Quarter(m.s.Block.Length)}
}

// try asks the rules about the ghost where it is.
func (t *Tab) try() {
	m := t.move
	d := *m.s
	d.Start = m.at
	m.draft, m.hard = &d, 0
	m.clashes = rules.Digest(t.host.Board().Try(&d))
	for i := range m.clashes {
		if m.clashes[i].Grade() == clashing {
			m.hard++
		}
	}
	m.words = []string{
		string(d.Block.Kind) + " " + d.Block.Title.In(t.env.Lang.Tag()),
		t.env.Lang.Hours(d.Span()),
		t.squadsLabel(&d, t.cohort),
		t.placeLabel(&d, t.cohort),
	}
}

// lift takes a session off the board, or out of the tray, into the air.
func (t *Tab) lift(s *model.Session, at model.Quarter, fresh bool) {
	t.move = &move{was: s, s: s, at: at, fresh: fresh}
	if t.big.on {
		t.move.home = t.big.who[t.big.col]
		if !t.move.home.shows(s, t.cohort) && t.big.by != bySquad {
			t.move.home = lens{kind: t.big.by}
		}
	}
	t.inTray, t.typing, t.filter, t.swap = false, false, nil, model.ID{}
	t.afterLift()
}

func (t *Tab) afterLift() {
	t.try()
	t.move.nowhere = t.whyNowhere(t.move.s)
	t.hatches = t.findHatches()
	t.days = t.makeDays()
	t.arrange()
	t.reveal()
}

// followMove keeps the ghost when the desk changed beneath it, or lets it go
// when its session did.
func (t *Tab) followMove() {
	m := t.move
	if m == nil {
		return
	}
	if !m.fresh {
		s := t.host.Desk().Sessions.Get(m.was.ID)
		if s == nil || s.Cohort != t.cohort.ID {
			t.move = nil
			return
		}
		if m.was != s {
			m.was, m.s = s, s
		}
	}
	t.try()
	m.nowhere = t.whyNowhere(m.s)
}

// startMove lifts the card under the cursor.
func (t *Tab) startMove() tea.Cmd {
	s := t.own()
	at := s.Start
	if !s.Placed() {
		at = t.firstSlot(s)
	}
	t.lift(s, at, false)
	if why := t.move.nowhere; !why.IsZero() {
		return t.tell(kit.Warn, why)
	}
	return t.tell(kit.Info, model.Say("schedule.move.how"))
}

// whyNowhere says, when the session may begin nowhere in the course, which
// rules stand in the way most often.
func (t *Tab) whyNowhere(s *model.Session) model.Message {
	board := t.host.Board()
	if slices.Contains(board.Starts(s, t.cohort.First.At(0), t.cohort.Last.At(model.Day)), true) {
		return model.Message{}
	}
	often := map[string]int{}
	for day := t.cohort.First; day <= t.cohort.Last; day++ {
		for at := 7 * model.Hour; at < 22*model.Hour; at += model.Hour {
			try := *s
			try.Start = day.At(at)
			for _, c := range board.Try(&try) {
				if c.Hard && !c.AnyTime {
					often[c.Rule]++
				}
			}
		}
	}
	ids := slices.SortedFunc(maps.Keys(often), func(a, b string) int {
		return cmp.Or(cmp.Compare(often[b], often[a]), cmp.Compare(a, b))
	})
	var why []model.Message
	for _, id := range ids[:min(len(ids), 3)] {
		if r, ok := rules.Find(id); ok {
			why = append(why, r.Title())
		}
	}
	if len(why) == 0 {
		return model.Message{}
	}
	return model.Say("schedule.move.nowhere", "why", why)
}

// firstSlot is where a session from the tray is first shown: its usual slot,
// or the cell of the cursor when it has none.
func (t *Tab) firstSlot(s *model.Session) model.Quarter {
	if at := t.usualStart(s); !at.IsZero() {
		return at
	}
	if t.at.Date() < t.cohort.First {
		return t.cohort.First.At(8 * model.Hour)
	}
	return t.at
}

// shift carries the ghost by days and by quarters.
func (t *Tab) shift(days, quarters int) tea.Cmd {
	m := t.move
	if t.big.on && (days == 1 || days == -1) {
		return t.carryTo(t.big.col+days, m.at)
	}
	at := m.at + model.Quarter(days*model.Day)
	if quarters != 0 {
		at += model.Quarter(quarters)
		if at.Date() != m.at.Date() {
			return nil
		}
	}
	t.carry(at)
	return nil
}

// carry puts the ghost at a moment, if the board has that day.
func (t *Tab) carry(at model.Quarter) {
	if at.Date() < t.days[0].date || at.Date() > t.days[len(t.days)-1].date {
		return
	}
	t.move.at = at
	t.try()
	t.arrange()
	t.reveal()
}

// carryTo carries the ghost into a column of the day, and to a moment of it:
// what it is then is at that place, with that instructor, for that squad.
func (t *Tab) carryTo(col int, at model.Quarter) tea.Cmd {
	m := t.move
	if col < 0 || col >= len(t.big.who) {
		return nil
	}
	next := towards(m.was, t.cohort, m.home, t.big.who[col])
	if next == nil {
		t.carry(at)
		return t.tell(kit.Warn, model.Say("schedule.move.not-there"))
	}
	t.big.col, m.s = col, next
	t.carry(at)
	return nil
}

// nextLegal carries the ghost to the next start the rules allow.
func (t *Tab) nextLegal(dir int) tea.Cmd {
	m := t.move
	lo, hi := t.days[0].date.At(0), t.days[len(t.days)-1].date.At(model.Day)
	legal := t.host.Board().Starts(m.s, lo, hi)
	for i := int(m.at-lo) + dir; i >= 0 && i < len(legal); i += dir {
		if legal[i] {
			t.carry(lo + model.Quarter(i))
			return nil
		}
	}
	if !m.nowhere.IsZero() {
		return t.tell(kit.Warn, m.nowhere)
	}
	return t.tell(kit.Warn, model.Say("schedule.move.no-legal"))
}

// drop puts the session where the ghost is.
func (t *Tab) drop() tea.Cmd {
	m := t.move
	t.move = nil
	next := m.s.Clone()
	next.Start = m.at
	act := model.Say("schedule.act.move", "block", next.Block.Title, "at", next.Start)
	switch to := t.dropColumn(m); {
	case m.fresh:
		act.ID = "schedule.act.copy"
	case m.s != m.was && to.kind == bySquad:
		act = model.Say("schedule.act.move-squad", "block", next.Block.Title, "at", next.Start, "squad", to.squad.String())
	case m.s != m.was:
		act = model.Say("schedule.act.move-to", "block", next.Block.Title, "at", next.Start, "where", to.id)
	case !m.s.Placed():
		act.ID = "schedule.act.place"
	case m.s.Start == m.at:
		t.refresh()
		return nil
	}
	t.at, t.sel, t.goal = m.at, m.s.ID, m.at.OfDay()
	cmd := t.keep(act, next)
	for i := range m.clashes {
		if m.clashes[i].Grade() == clashing { // it is dropped where it clashes: why, and the way back
			return tea.Batch(cmd, t.tell(kit.Warn, model.Say("schedule.drop.clash", "why", m.clashes[i].Text)))
		}
	}
	return cmd
}

// dropColumn is the column of the day in which the ghost is.
func (t *Tab) dropColumn(m *move) lens {
	if !t.big.on || m.s == m.was {
		return lens{}
	}
	return t.big.who[t.big.col]
}

// letGo puts the ghost back where it came from.
func (t *Tab) letGo() tea.Cmd {
	m := t.move
	t.move = nil
	t.refresh()
	if m.was.Placed() && !m.fresh {
		t.put(m.was.Start, m.was.ID)
	} else if !m.fresh && len(t.tray) > 0 {
		t.inTray, t.traySel = true, m.s.ID
		t.arrange()
	}
	return nil
}

// describeMove is the ghost in a line.
func (t *Tab) describeMove(m *move) detailLine {
	line := detailLine{}
	switch {
	case m.hard > 0:
		line = append(line, word(fault, "! "))
	case len(m.clashes) > 0:
		line = append(line, word(hint, "~ "))
	default:
		line = append(line, word(good, t.env.T("schedule.move.legal")+"  "))
	}
	return append(line, t.about(m.draft, t.cohort)...)
}

// carryHome carries the ghost to the block's usual slot.
func (t *Tab) carryHome() tea.Cmd {
	at := t.usualStart(t.move.s)
	if at.IsZero() {
		return t.tell(kit.Warn, model.Say("schedule.move.no-usual"))
	}
	t.carry(at)
	return nil
}

// fillCell offers what lies in the tray for the empty cell under the cursor,
// or a new block when nothing does.
func (t *Tab) fillCell() tea.Cmd {
	if on(t.tray) == 0 {
		return t.addBlock()
	}
	opts := make([]kit.Option[model.ID], on(t.tray))
	for i, s := range t.tray[:len(opts)] {
		note := t.env.Lang.Length(s.Block.Length)
		if who := t.squadsLabel(s, t.cohort); who != "" {
			note = who + " · " + note
		}
		opts[i] = kit.Option[model.ID]{
			Value: s.ID, Note: note,
			Label: string(s.Block.Kind) + "  " + s.Block.Title.In(t.env.Lang.Tag()),
		}
	}
	at := t.at
	kit.Open(t.host.Dialogs(), kit.NewChoose(t.env, model.Say("schedule.fill.title", "at", at), opts, 0), func(id model.ID) tea.Cmd {
		if s := t.host.Desk().Sessions.Get(id); s != nil && !s.Placed() {
			t.lift(s, at, false)
		}
		return nil
	})
	return nil
}
