package staff

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// A hold is a record in an open form: whoever changes it meanwhile must not be
// overwritten unseen, so that the revision is the one the form was opened on.
type hold struct {
	h   tab.Host
	was model.Rev
	act string // the entry that says what is done
}

// take holds the record of a form that is about to open; a new one has no
// revision.
func take(h tab.Host, ref model.Ref, act string) hold {
	return hold{h: h, was: h.Desk().RevOf(ref), act: act}
}

// keep commits the record, and says at once what it does to the board. loud
// says so also when it does nothing: somebody asked just that.
func (k hold) keep(rec model.Record, err error, loud bool) tea.Cmd {
	if err != nil {
		return k.h.Fail(err)
	}
	return k.keepAs(rec, loud, model.Say(k.act, "what", rec.RecordID()))
}

// keepAs is keep with an act of its own.
func (k hold) keepAs(rec model.Record, loud bool, act model.Message) tea.Cmd {
	hard, soft := k.h.Board().Count()
	cmd := k.h.Commit(model.Change{Act: act, Puts: []model.Put{{Record: rec, Was: k.was}}})
	nowHard, nowSoft := k.h.Board().Count()
	return tea.Batch(cmd, tellHurt(k.h, nowHard+nowSoft-hard-soft, loud))
}

// tellHurt says how many clashes a change has made, or mended.
func tellHurt(h tab.Host, more int, loud bool) tea.Cmd {
	switch {
	case more > 0:
		return h.Tell(kit.Warn, model.Say("staff.hurts", "n", more))
	case more < 0:
		return h.Tell(kit.OK, model.Say("staff.mends", "n", -more))
	case loud:
		return h.Tell(kit.OK, model.Say("staff.no-harm"))
	}
	return nil
}

// inUse says why a record cannot be removed: the sessions that need it.
func inUse(h tab.Host, k model.Kind, id model.ID) (why model.Message, used bool) {
	list := planned(h.Desk(), k, id)
	if len(list) == 0 {
		return model.Message{}, false
	}
	return model.Say("staff.in-use", "n", len(list), "what", id, "session", list[0].ID), true
}

// drop takes a record out, unless it is needed. also are other records that
// must not speak of it any more.
func drop(h tab.Host, rec model.Record, name string, also ...model.Put) tea.Cmd {
	ref := model.RefOf(rec)
	if why, used := inUse(h, ref.Kind, ref.ID); used {
		return h.Tell(kit.Warn, why)
	}
	kind := model.Say("word.record." + ref.Kind.String())
	act := model.Say("staff.act.removed", "kind", kind, "name", name)
	if ref.Kind == model.KindStaff {
		act = model.Say("staff.act.remove", "kind", kind) // the journal names nobody
	}
	cmd := h.Commit(model.Change{
		Act:     act,
		Puts:    also,
		Removes: []model.Remove{h.Desk().Remove(rec)},
	})
	return tea.Batch(h.Tell(kit.OK, model.Say("staff.removed", "what", name)), cmd)
}

// nearDay is the day a new absence or booking most likely begins: today, or
// the first day of the cohort in hand when that is still to come.
func nearDay(h tab.Host) model.Date {
	if c := h.Cohort(); c != nil && c.First > h.Today() {
		return c.First
	}
	return h.Today()
}

// A spanForm asks for a stretch of days, or of hours within them.
type spanForm struct {
	from, to         *kit.ValueField[model.Date]
	fromTime, toTime *kit.ValueField[int]
}

// newSpanForm asks for a span; the zero one begins on the day given and takes
// whole days.
func newSpanForm(was model.Span, day model.Date) spanForm {
	last, open, shut := day, kit.NoTime, kit.NoTime
	if !was.From.IsZero() {
		day, last = was.From.Date(), was.To.Date()
		open, shut = was.From.OfDay(), was.To.OfDay()
		if shut == 0 {
			last, shut = last.Days(-1), kit.NoTime
		}
		if open == 0 {
			open = kit.NoTime
		}
	}
	f := spanForm{
		from: kit.NewDate("from", day, day, false), to: kit.NewDate("to", last, day, false),
		fromTime: kit.NewTime("fromTime", open, true), toTime: kit.NewTime("toTime", shut, true),
	}
	f.fromTime.Hint, f.toTime.Hint = model.Say("staff.hint.whole-day"), model.Say("staff.hint.past-midnight")
	return f
}

func (f spanForm) fields() []kit.Field {
	return []kit.Field{f.from, f.fromTime, f.to, f.toTime}
}

// span is what was asked for: without times whole days, the last one included.
// On one day a time that comes before the first is after midnight.
func (f spanForm) span() model.Span {
	s := model.Span{From: f.from.Value().At(0), To: f.to.Value().At(model.Day)}
	if t := f.fromTime.Value(); t != kit.NoTime {
		s.From = f.from.Value().At(t)
	}
	if t := f.toTime.Value(); t != kit.NoTime {
		s.To = f.to.Value().At(t)
		if s.To <= s.From && f.from.Value() == f.to.Value() {
			s.To += model.Day
		}
	}
	return s
}
