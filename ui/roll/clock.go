package roll

import (
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// What happened is told by the minute, and typed as a time of day: the moment
// meant is the one closest to the session.

// readOfDay reads 7, 742, 7:42, 07.42 or 7h42 as minutes since midnight.
func readOfDay(typed string) (int, bool) {
	s := strings.NewReplacer(".", ":", "h", ":", "H", ":", " ", "").Replace(typed)
	h, m, split := strings.Cut(s, ":")
	if !split && len(s) > 2 {
		h, m = s[:len(s)-2], s[len(s)-2:]
	}
	if m == "" {
		m = "00"
	}
	if len(h) < 1 || len(h) > 2 || len(m) != 2 || strings.Trim(h+m, "0123456789") != "" {
		return 0, false
	}
	hour, err1 := strconv.Atoi(h)
	minute, err2 := strconv.Atoi(m)
	if err1 != nil || err2 != nil || hour > 23 || minute > 59 {
		return 0, false
	}
	return hour*60 + minute, true
}

// closest is the moment at that minute of a day which is closest to another.
func closest(to model.Minute, ofDay int) model.Minute {
	best := to.Date().Minute(ofDay)
	for _, day := range []int{-1, 1} {
		if at := to.Date().Days(day).Minute(ofDay); max(at-to, to-at) < max(best-to, to-best) {
			best = at
		}
	}
	return best
}

// readMoment reads a time of day as the moment closest to another.
func readMoment(name, typed string, to model.Minute) (model.Minute, *model.Problem) {
	n, ok := readOfDay(typed)
	if !ok {
		return 0, model.Wrong(name, "roll.time.bad", "typed", strings.TrimSpace(typed))
	}
	return closest(to, n), nil
}

// newMoment is a field for a moment close to another; an optional one may be
// empty, which is no time.
func newMoment(name string, value, to model.Minute, optional bool) *kit.ValueField[model.Minute] {
	f := kit.NewValue(name, value,
		func(_ *kit.Env, name, typed string) (model.Minute, *model.Problem) {
			if strings.TrimSpace(typed) == "" && optional {
				return 0, nil
			}
			return readMoment(name, typed, to)
		},
		func(_ *kit.Env, v model.Minute) string {
			if v.IsZero() {
				return ""
			}
			return v.Clock()
		})
	f.Width = 8
	return f
}

// A watch is the wall clock of a cohort while a dialog is open. The zone is
// looked up once: drawing must not read the disk.
type watch struct {
	env  *kit.Env
	loc  *time.Location
	zone string
	now  model.Minute
}

func newWatch(h tab.Host, zone string) *watch {
	w := &watch{env: h.Env(), zone: zone, now: tab.Clock(h, zone)}
	if loc, err := time.LoadLocation(zone); err == nil && zone != "" {
		w.loc = loc
	}
	return w
}

// ahead refuses a moment that has not come yet: a roll tells what has been.
func (w *watch) ahead(field string, at model.Minute) *model.Problem {
	if at <= w.now {
		return nil
	}
	return model.Wrong(field, "roll.time.ahead", "at", at.Clock(), "now", w.now.Clock())
}

// minuteMsg is the turn of a minute on a watch.
type minuteMsg struct{ of *watch }

// wind is the command that wakes the watch when the minute turns.
func (w *watch) wind() tea.Cmd {
	left := time.Minute - time.Duration(w.env.Now().Second())*time.Second
	return tea.Tick(left, func(time.Time) tea.Msg { return minuteMsg{w} })
}

// hear sets the watch, whatever happened; at the turn of a minute it is wound
// again.
func (w *watch) hear(msg tea.Msg) tea.Cmd {
	t := w.env.Now()
	if w.loc != nil {
		t = t.In(w.loc)
	}
	d, _ := model.NewDate(t.Year(), int(t.Month()), t.Day())
	w.now = d.Minute(t.Hour()*60 + t.Minute())
	if m, ok := msg.(minuteMsg); ok && m.of == w {
		return w.wind()
	}
	return nil
}
