package score

import (
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/progress"
	"muster/model/rules"
	"muster/ui/kit"
	"muster/ui/lang"
	"muster/ui/tab"
)

// A retry is a second attempt as it would be planned. Without a start it goes
// into the tray, and why says what stood in the way of every start.
type retry struct {
	session *model.Session
	why     model.Message
}

// offerAgain looks at who has failed what the session is an attempt at and has
// no other attempt planned, and offers to plan one for all of them.
func offerAgain(h tab.Host, session model.ID) tea.Cmd {
	d := h.Desk()
	s := d.Sessions.Get(session)
	if s == nil {
		return nil
	}
	now := minuteOf(h, s)
	who, planned, spent := failed(d, s, now)
	switch {
	case len(who) == 0 && planned != nil:
		return h.Tell(kit.Info, model.Say("score.again.planned", "session", planned.Block.Title, "at", whenOf(planned)))
	case len(who) == 0 && spent > 0:
		return h.Tell(kit.Warn, model.Say("score.again.spent", "n", spent))
	case len(who) == 0:
		return nil
	}
	one, err := second(d, s, who, h.NewID())
	if err != nil {
		return h.Fail(err)
	}
	return askAgain(h, settle(h.Board(), one, now))
}

// failed is who has failed by this session's sheet and has no other attempt
// planned; where others who failed have theirs; and how many have none left.
func failed(d *model.Desk, s *model.Session, now model.Minute) (who []model.ID, planned *model.Session, spent int) {
	c := d.Cohorts.Get(s.Cohort)
	if c == nil {
		return nil, nil, 0
	}
	sheet := d.Sheets.Get(s.ID)
	if sheet == nil {
		return nil, nil, 0
	}
	subject := progress.Subject(d, c, s)
	if subject.IsZero() {
		return nil, nil, 0
	}
	class := progress.Of(d, c, now)
	subjects := map[model.ID]model.ID{} // of the first sessions of tests
	for _, seat := range c.Seats {
		rows := sheet.Of(seat.Person)
		o := class.Find(seat.Person)
		if len(rows) == 0 || o == nil || seat.Stage.Out() || half(sheet, rows[len(rows)-1]) {
			continue
		}
		for _, t := range o.Failed() {
			if _, known := subjects[t.First.ID]; !known {
				subjects[t.First.ID] = progress.Subject(d, c, t.First)
			}
			if subjects[t.First.ID] != subject {
				continue
			}
			switch allowed := rules.AttemptsAt(d.Settings.Rec, d.FireOf(t.First)); {
			case t.Next != nil:
				planned = t.Next
			case allowed > 0 && len(t.Tries) >= allowed:
				spent++
			default:
				who = append(who, seat.Person)
			}
		}
	}
	return who, planned, spent
}

// half reports whether the attempt is not all noted yet.
func half(sheet *model.Sheet, r model.Score) bool {
	return sheet.Fire != nil && !r.Unsafe && len(r.Hits) > 0 && len(r.Hits) < len(sheet.Fire.Stages)
}

// whenOf is when the session is, or that it lies in the tray.
func whenOf(s *model.Session) model.Message {
	if !s.Placed() {
		return model.Say("score.in-tray")
	}
	return model.Say("score.at", "span", s.Span())
}

// second is another chance at the session for those named, with the same
// course of fire and as many relays as they need. It has no time, place or
// people yet.
func second(d *model.Desk, s *model.Session, who []model.ID, id model.ID) (*model.Session, error) {
	root := s
	for range 9 {
		if next := d.Sessions.Get(root.Again); next != nil {
			root = next
		}
	}
	b := s.Block
	b.Key, b.Together, b.Usual = 0, 0, model.Usual{}
	b.Title = secondTitle(root.Block.Title)
	if c := d.Cohorts.Get(s.Cohort); c != nil && b.Fire != nil && b.Fire.Relays > 1 {
		fire := *b.Fire
		line := max(s.Engaged(c), 1)
		fire.Relays = (len(who) + line - 1) / line
		b.Length = max((b.Length*fire.Relays+s.Block.Fire.Relays-1)/s.Block.Fire.Relays, 2)
		b.Fire = &fire
	}
	return model.NewSession(model.Session{
		ID: id, Cohort: s.Cohort, Block: b, Only: who, Again: s.ID, Place: s.Place, Staff: s.Staff,
	})
}

// secondTitle is the title of a second attempt, in every language that the
// title has.
func secondTitle(t model.Text) model.Text {
	var out model.Text
	for _, tag := range lang.Languages() {
		title := t.In(tag)
		if tag == "es" && t.Es == "" || tag != "es" && t.En == "" {
			continue
		}
		said := lang.New(tag).T("score.again.block", "block", title)
		for utf8.RuneCountInString(said) > model.MaxName {
			said = string([]rune(said)[:model.MaxName-1]) + "…"
		}
		out = out.With(tag, said)
	}
	return out
}

// askAgain asks once, with the list and the time that was found.
func askAgain(h tab.Host, r retry) tea.Cmd {
	s := r.session
	question := model.Say("score.again.ask", "n", len(s.Only), "names", s.Only)
	detail := model.Say("score.again.found", "span", s.Span(), "place", s.Place, "staff", named(s.Staff))
	switch {
	case !s.Placed():
		detail = model.Say("score.again.none", "why", r.why)
	case s.Place.IsZero():
		detail = model.Say("score.again.found.no-place", "span", s.Span(), "staff", named(s.Staff))
	}
	ask := kit.NewConfirm(h.Env(), model.Say("score.again.title"), question, detail, "score.again.yes", "score.again.no", "p", "")
	kit.Open(h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd {
		cmd := h.Commit(model.Change{
			Act:  model.Say("score.act.again", "block", s.Block.Title, "n", len(s.Only)),
			Puts: []model.Put{{Record: s}},
		})
		told := model.Say("score.again.done", "at", whenOf(s))
		if !s.Placed() {
			return tea.Batch(cmd, h.Tell(kit.Warn, model.Say("score.again.tray", "why", r.why)))
		}
		return tea.Batch(cmd, h.Tell(kit.OK, told))
	})
	return nil
}

// named are those in the list, each once.
func named(parts []model.Part) []model.ID {
	var out []model.ID
	seen := map[model.ID]bool{}
	for _, p := range parts {
		if !seen[p.Staff] {
			seen[p.Staff] = true
			out = append(out, p.Staff)
		}
	}
	return out
}
