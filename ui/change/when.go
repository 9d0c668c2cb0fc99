package change

import (
	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// here is the present quarter on the clock of the cohort in hand, or of this
// machine; when that course is still to come, the morning of its first day.
func here(h tab.Host) model.Quarter {
	c := h.Cohort()
	if c == nil {
		return tab.Clock(h, "").Quarter()
	}
	if now := tab.Clock(h, c.Zone).Quarter(); now.Date() >= c.First {
		return now
	}
	return c.First.At(0)
}

// A stretch asks from when until when, by days, and by hours where they are
// known.
type stretch struct {
	from, to         *kit.ValueField[model.Date]
	fromTime, toTime *kit.ValueField[int]
}

// newStretch begins now and lasts the day: what one hears of in the morning
// holds at least until the evening.
func newStretch(e *kit.Env, now model.Quarter) stretch {
	day, open := now.Date(), now.OfDay()
	if open == 0 {
		open = kit.NoTime
	}
	s := stretch{
		from: kit.NewDate("from", day, day, false), fromTime: kit.NewTime("fromTime", open, true),
		toTime: kit.NewTime("toTime", kit.NoTime, true),
	}
	s.to = kit.NewDateBy("to", day, func() model.Date { return s.from.Value() }, false)
	s.fromTime.Hint, s.toTime.Hint = model.Say("change.hint.morning"), model.Say("change.hint.evening")
	s.from.Changed = func(d model.Date) {
		if s.to.Value() < d {
			s.to.Set(e, d)
		}
		if d != day && s.fromTime.Value() == open {
			s.fromTime.Set(e, kit.NoTime) // the hour it is now is meant for today
		}
	}
	return s
}

func (s stretch) fields() []kit.Field { return []kit.Field{s.from, s.fromTime, s.to, s.toTime} }

// span is the time asked for; without times whole days, the last one included.
// On one day a time before the first is after midnight.
func (s stretch) span() model.Span {
	out := model.Span{From: s.from.Value().At(0), To: s.to.Value().At(model.Day)}
	if t := s.fromTime.Value(); t != kit.NoTime {
		out.From = s.from.Value().At(t)
	}
	if t := s.toTime.Value(); t != kit.NoTime {
		out.To = s.to.Value().At(t)
		if out.To <= out.From && s.from.Value() == s.to.Value() {
			out.To += model.Day
		}
	}
	return out
}

// wrong says that the span ends before it begins, or nothing.
func (s stretch) wrong() error {
	if v := s.span(); v.To <= v.From {
		return model.Wrong("to", "model.span-backwards")
	}
	return nil
}

// said is a span in the words of the journal: a day, days, or hours.
func said(s model.Span) model.Message {
	from, last := s.From.Date(), (s.To - 1).Date()
	switch {
	case s.From.OfDay() != 0 || s.To.OfDay() != 0:
		return model.Say("change.span.hours", "from", from, "at", s)
	case from == last:
		return model.Say("change.span.day", "from", from)
	}
	return model.Say("change.span.days", "from", from, "to", last)
}
