package staff

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// What a record is planned for: the sessions of all cohorts on the desk.

// uses reports whether a session has a part for the record of that kind.
func uses(k model.Kind, id model.ID, s *model.Session) bool {
	switch k {
	case model.KindStaff:
		return s.Has(id)
	case model.KindPlace:
		return s.Place == id
	case model.KindVehicle:
		return slices.Contains(s.Cars, id)
	case model.KindKit:
		return draws(&s.Block, id)
	}
	return false
}

// planned is the sessions that use the record, in their order.
func planned(d *model.Desk, k model.Kind, id model.ID) []*model.Session {
	var out []*model.Session
	for s := range d.Sessions.All {
		if uses(k, id, s) {
			out = append(out, s)
		}
	}
	model.SortSessions(out)
	return out
}

// title is a session as a card has it: "Pistol 1 A B".
func title(e *kit.Env, d *model.Desk, s *model.Session) string {
	out := string(s.Block.Kind) + " " + s.Block.Title.In(e.Lang.Tag())
	if c := d.Cohorts.Get(s.Cohort); c != nil && c.Squads > 1 && s.Squads != 0 && s.Squads != c.SquadSet() {
		out += "  " + strings.Join(strings.Split(s.Squads.String(), ""), " ")
	}
	return out
}

// when is the time of a session, with its day and month: the board knows which
// week one looks at, a list does not.
func when(e *kit.Env, s model.Span) string {
	if s.From.IsZero() {
		return e.T("staff.tray")
	}
	if s.From.OfDay() == 0 && s.To.OfDay() == 0 {
		return days(e, s)
	}
	if s.Len() <= model.Day {
		return e.Lang.DayDate(s.From.Date()) + " " + e.Lang.Hours(s)
	}
	return e.Lang.DayDate(s.From.Date()) + " " + e.Lang.Time(s.From) + "–" + e.Lang.DayDate(s.To.Date()) + " " + e.Lang.Time(s.To)
}

// days is the days that a span touches.
func days(e *kit.Env, s model.Span) string {
	return e.Lang.DateRange(s.From.Date(), (s.To - 1).Date())
}

// brief is a span for a narrow column: its days, and its hours when it lies in
// one.
func brief(e *kit.Env, s model.Span) string {
	if s.Len() < model.Day {
		return e.Lang.DayMonth(s.From.Date()) + " " + e.Lang.Hours(s)
	}
	return days(e, s)
}

// soonestOf is the span that runs or comes next.
func soonestOf[T any](list []T, today model.Date, span func(T) model.Span) (best T, ok bool) {
	for _, v := range list {
		if s := span(v); s.To > today.At(0) && (!ok || s.From < span(best).From) {
			best, ok = v, true
		}
	}
	return best, ok
}

// comingLines are the sessions still to come, one a line.
func comingLines(h tab.Host, k model.Kind, id model.ID) []line {
	e, d, th := h.Env(), h.Desk(), h.Env().Theme
	var out []line
	for _, s := range planned(d, k, id) {
		if !s.Placed() || s.Span().To <= h.Today().At(0) {
			continue
		}
		parts := []part{{th.Muted, when(e, s.Span()) + "  "}, {th.Kind(string(s.Block.Kind)[0]), title(e, d, s)}}
		parts = append(parts, part{th.Muted, about(h, k, id, s)})
		if n := len(h.Board().ClashesOf(s.ID)); n > 0 {
			parts = append(parts, part{th.Clash, "  ! " + e.T("staff.session-clashes", "n", n)})
		}
		out = append(out, line{parts: parts, fixed: true})
	}
	if len(out) > 0 {
		out = append([]line{{}, said(th.Head, e.T("staff.coming", "n", len(out)))}, out...)
	}
	return out
}

// about is what else a planner wants to know of a session, seen from a record
// of that kind; its cohort only when it is not the one in hand.
func about(h tab.Host, k model.Kind, id model.ID, s *model.Session) string {
	e, d := h.Env(), h.Desk()
	var said []string
	if k == model.KindStaff {
		for _, p := range s.Staff {
			if p.Staff == id {
				said = append(said, e.T("word.short."+string(p.Role)))
			}
		}
	}
	if k == model.KindKit {
		for _, x := range h.Board().Draws(id) {
			if x.Session == s.ID {
				said = append(said, e.Lang.Number(x.Need))
			}
		}
	}
	if p := d.Places.Get(s.Place); p != nil && k != model.KindPlace {
		said = append(said, p.Label())
	}
	if k != model.KindStaff {
		for _, lead := range s.In(model.Lead) {
			if m := d.Staff.Get(lead); m != nil {
				said = append(said, m.Label())
			}
		}
	}
	if c := d.Cohorts.Get(s.Cohort); c != nil && c != h.Cohort() {
		said = append(said, c.Code)
	}
	if len(said) == 0 {
		return ""
	}
	return " · " + strings.Join(said, " · ")
}

// clashLines are the clashes that concern somebody or a place, in their own
// words.
func clashLines(h tab.Host, k model.Kind, id model.ID, most int) []line {
	e, th := h.Env(), h.Env().Theme
	var out []line
	n := 0
	for _, c := range h.Board().Clashes() {
		if k == model.KindPlace && c.Place != id || k == model.KindStaff && !slices.Contains(c.People, id) {
			continue
		}
		if n++; n > most {
			continue
		}
		out = append(out, said(clashStyle(th, c.Hard), clashMark(c.Hard)+e.Say(c.Text)))
	}
	if n > most {
		out = append(out, said(th.Clash, e.T("staff.clashes", "n", n-most)))
	}
	return out
}

// weekLines is a small table: how long the record is used on each day of the
// cohort in hand, one pair of lines a week.
func weekLines(h tab.Host, k model.Kind, id model.ID, w int) []line {
	c := h.Cohort()
	if c == nil || c.First.IsZero() || c.Last < c.First || int(c.Last-c.First) > 60 {
		return nil
	}
	used := map[model.Date]int{}
	total := 0
	for _, s := range h.Desk().SessionsOf(c.ID) {
		if s.Placed() && uses(k, id, s) && (k != model.KindStaff || s.Block.Taught()) {
			used[s.Start.Date()] += s.Block.Length
			total += s.Block.Length
		}
	}
	if total == 0 {
		return nil
	}
	e, th := h.Env(), h.Env().Theme
	const cell = 8
	perLine := max(min((w+2)/cell, 14), 1)
	out := []line{{}, {parts: []part{{th.Head, e.T("staff.in-cohort", "code", c.Code) + "  "}, {th.Text, e.Lang.Length(total)}}}}
	for from := c.First; from <= c.Last; {
		var heads, hours line
		heads.fixed, hours.fixed = true, true
		for n := 0; n < perLine && from <= c.Last; n++ {
			if n > 0 && perLine < 14 && from.Weekday() == 1 {
				break // a week of its own, where two do not fit
			}
			st, text := th.Text, "–"
			if used[from] > 0 {
				text = clock(used[from])
			} else {
				st = th.Muted
			}
			day := th.Muted
			if from == h.Today() {
				day = th.Accent
			}
			heads.parts = append(heads.parts, part{day, pad(e.Lang.Day(from), cell)})
			hours.parts = append(hours.parts, part{st, pad(text, cell)})
			from++
		}
		out = append(out, heads, hours)
	}
	return out
}

// clock is a length of time as 4:30.
func clock(quarters int) string { return strings.TrimPrefix(model.Clock(quarters), "0") }

func pad(s string, w int) string { return s + strings.Repeat(" ", max(w-kit.Width(s), 0)) }

// idle is why there are no sessions to show.
func (t *Tab) idle(p page) model.Message {
	id, ok := p.grid().CurrentKey()
	if !ok {
		return model.Say("staff.nothing")
	}
	for s := range t.h.Desk().Sessions.All {
		if uses(p.kind(), id, s) {
			return model.Message{}
		}
	}
	return model.Say("staff.idle", "what", id)
}

// sessions lists what the record is planned for, to go there.
func (t *Tab) sessions(p page) tea.Cmd {
	id, ok := p.grid().CurrentKey()
	if !ok {
		return nil
	}
	return choose(t.h, model.Say("staff.sessions.title", "what", id), planned(t.h.Desk(), p.kind(), id), p.kind(), id)
}

// choose lists sessions, seen from a record of that kind, to go to one; the
// cursor is on the first that is not over.
func choose(h tab.Host, heading model.Message, list []*model.Session, k model.Kind, id model.ID) tea.Cmd {
	e, d := h.Env(), h.Desk()
	var options []kit.Option[model.ID]
	start := -1
	for _, s := range list {
		mark := "  "
		if len(h.Board().ClashesOf(s.ID)) > 0 {
			mark = "! "
		}
		if start < 0 && (!s.Placed() || s.Span().To > h.Today().At(0)) {
			start = len(options)
		}
		options = append(options, kit.Option[model.ID]{
			Value: s.ID, Label: mark + when(e, s.Span()) + "  " + title(e, d, s), Note: strings.TrimPrefix(about(h, k, id, s), " · "),
		})
	}
	box := kit.NewChoose(e, heading, options, max(start, 0))
	box.Reads()
	kit.Open(h.Dialogs(), box, func(to model.ID) tea.Cmd {
		return h.Jump(model.Ref{Kind: model.KindSession, ID: to})
	})
	return nil
}
