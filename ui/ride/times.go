package ride

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// none is the value of a clock field that is empty.
const none = -1

// clockField is a time of day to the minute, in minutes since midnight; an
// empty one is none.
func clockField(name string, value int, optional bool) *kit.ValueField[int] {
	f := kit.NewValue(name, value,
		func(_ *kit.Env, name, typed string) (int, *model.Problem) {
			if typed = strings.TrimSpace(typed); typed == "" && optional {
				return none, nil
			}
			if n, ok := readClock(typed); ok {
				return n, nil
			}
			return 0, model.Wrong(name, "ride.not-time", "typed", typed)
		},
		func(_ *kit.Env, n int) string {
			if n == none {
				return ""
			}
			return fmt.Sprintf("%02d:%02d", n/60, n%60)
		})
	f.Width = 8
	return f
}

// readClock understands 21:10, 2110, 910 and 21.
func readClock(s string) (int, bool) {
	h, m, cut := strings.Cut(strings.NewReplacer(".", ":", "h", ":").Replace(s), ":")
	if !cut && len(h) > 2 {
		h, m = h[:len(h)-2], h[len(h)-2:]
	}
	hour, err := strconv.Atoi(h)
	minute := 0
	if err == nil && m != "" {
		minute, err = strconv.Atoi(m)
	}
	if err != nil || hour < 0 || hour > 23 || minute < 0 || minute > 59 || len(h) > 2 || len(m) > 2 {
		return 0, false
	}
	return hour*60 + minute, true
}

// nearest is the moment closest to base at which the clock says so.
func nearest(base model.Minute, ofDay int) model.Minute {
	at := base.Date().Minute(ofDay)
	switch {
	case at-base > 12*60:
		return at - 24*60
	case base-at > 12*60:
		return at + 24*60
	}
	return at
}

// clockOf is the time of day of a moment, none when there is no such moment.
func clockOf(m model.Minute) int {
	if m.IsZero() {
		return none
	}
	return m.OfDay()
}

// draft is the ride's roll as it stands, or a new one.
func (p *page) draft() model.Roll {
	if p.roll != nil {
		return *p.roll
	}
	return model.Roll{ID: p.id, Cohort: p.c.ID}
}

// editTimes notes when the ride really began and ended, briefing and debriefing
// and all, as the roll call does for every session.
func (p *page) editTimes() tea.Cmd {
	r, span := p.draft(), p.s.Span()
	out, back := clockOf(r.Begun), clockOf(r.Ended)
	if over := p.now >= span.To.Minute(); r.Begun.IsZero() && p.begun() && !over {
		out = p.now.OfDay()
	} else if !r.Begun.IsZero() && r.Ended.IsZero() && p.now > r.Begun && p.now < span.To.Minute()+12*60 {
		back = p.now.OfDay()
	}
	from, to := clockField("begun", out, true), clockField("ended", back, true)
	from.Hint = model.Say("ride.times.hint")
	begun := func() model.Minute {
		if from.Value() == none {
			return 0
		}
		return nearest(span.From.Minute()+6*60, from.Value())
	}
	ended := func() model.Minute {
		if to.Value() == none {
			return 0
		}
		at := nearest(span.To.Minute(), to.Value())
		if b := begun(); !b.IsZero() && at < b {
			at += 24 * 60
		}
		return at
	}
	f := kit.NewForm(p.h.Dialogs(), model.Say("ride.times.title", "block", p.s.Block.Title), from, to)
	kit.Open(p.h.Dialogs(), f, func(*kit.Form) tea.Cmd {
		p.fresh()
		if p.s == nil {
			return p.h.Tell(kit.Warn, model.Say("ride.gone"))
		}
		next := p.draft()
		if next.Begun == begun() && next.Ended == ended() {
			return p.tell(kit.Info, model.Say("ride.nothing"))
		}
		next.Begun, next.Ended = begun(), ended()
		return p.keepRoll(model.Say("ride.act.times", "block", p.s.Block.Title), next)
	})
	return nil
}

// keepRoll commits the roll; one that says nothing is taken out.
func (p *page) keepRoll(act model.Message, next model.Roll) tea.Cmd {
	rec, err := model.NewRoll(next)
	if err != nil {
		return p.refuse(err)
	}
	c := model.Change{Act: act, Puts: []model.Put{p.desk.Put(rec)}}
	if rec.IsEmpty() {
		if c.Puts = nil; p.roll == nil {
			return p.tell(kit.Info, model.Say("ride.nothing"))
		}
		c.Removes = []model.Remove{p.desk.Remove(p.roll)}
	}
	return p.commit(c)
}
