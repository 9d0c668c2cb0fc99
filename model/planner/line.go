package planner

import (
	"muster/model"
	"muster/model/planner/grid"
	"muster/model/rules"
)

// A line is the quarters of the problem on the common clock, from the first
// duty day of the cohorts planned to the last, one more at either end for what
// others do there.
type line struct {
	from model.Quarter // 04:00 of the first duty day
	days int
}

func (l line) slots() int { return l.days * model.Day }

// slot is where a moment of the common clock lies; false beyond the line.
func (l line) slot(at model.Quarter) (int32, bool) {
	i := int(at - l.from)
	return int32(i), i >= 0 && i < l.slots()
}

// draw lays the line, and says which cohorts are there.
func (t *task) draw() error {
	var first, last model.Quarter
	for _, id := range t.opts.Cohorts {
		c := t.desk.Cohorts.Get(id)
		if c == nil {
			return model.Wrong("cohort", "planner.no-cohort")
		}
		if c.State == model.Closed {
			return model.Wrong("cohort", "planner.closed", "cohort", c.Code)
		}
		span := t.asks.Common(c, c.First.At(rules.Turn), c.First.At(rules.Turn)+1)
		ends := t.asks.Common(c, c.Last.At(rules.Turn), c.Last.At(rules.Turn)+1)
		if first == 0 || span[0] < first {
			first = span[0]
		}
		last = max(last, ends[0])
	}
	if first == 0 {
		return model.Wrong("cohort", "planner.no-cohort")
	}
	begin := rules.DutyDay(first).Days(-1)
	t.line = line{begin.At(rules.Turn), int(rules.DutyDay(last)-begin) + 2}
	n := t.line.slots()
	t.p.Tick = 1
	t.p.Day, t.p.Clock = make([]int32, n), make([]int32, n)
	for i := range n {
		t.p.Day[i] = int32(i / model.Day)
		t.p.Clock[i] = int32(rules.Turn + i)
	}
	for c := range t.desk.Cohorts.All {
		if c.State != model.Closed {
			t.classes = append(t.classes, t.class(c))
		}
	}
	return nil
}

// class reads a cohort's clock.
func (t *task) class(c *model.Cohort) *class {
	v := &class{c: c}
	for _, id := range t.opts.Cohorts {
		v.mine = v.mine || id == c.ID
	}
	if t.opts.Now != nil && v.mine {
		v.now = t.opts.Now(c.Zone)
		if c.State == model.Planning && v.now >= c.Last.Days(1).At(0) {
			v.now = 0 // over, and never published: a trial, of which nothing was held
		}
	}
	// A day more at either end: no zone is further from another.
	v.from = t.line.from - model.Day
	v.common = t.asks.Common(c, v.from, v.from+model.Quarter(t.line.slots()+2*model.Day))
	return v
}

// at is a moment of the class's wall clock on the common one.
func (v *class) at(wall model.Quarter) model.Quarter {
	i := int(wall - v.from)
	switch {
	case i < 0:
		return wall + v.common[0] - v.from
	case i >= len(v.common):
		i = len(v.common) - 1
		return v.common[i] + wall - v.from - model.Quarter(i)
	}
	return v.common[i]
}

// slot is where a moment of the class's wall clock lies on the line.
func (t *task) slot(v *class, wall model.Quarter) (int32, bool) { return t.line.slot(v.at(wall)) }

// wall is what the class's clock shows in a slot; 0 when it never shows it.
func (t *task) wall(v *class, slot int32) model.Quarter {
	at := t.line.from + model.Quarter(slot)
	guess := at - (v.at(at) - at)
	for _, w := range []model.Quarter{guess, guess - model.Hour, guess + model.Hour, guess - model.Hour/2, guess + model.Hour/2} {
		if v.at(w) == at {
			return w
		}
	}
	return 0
}

// paint sets or clears the slots of a span of the class's wall clock.
func (t *task) paint(b grid.Bits, v *class, s model.Span, on bool) {
	from, to := int(v.at(s.From)-t.line.from), int(v.at(s.To)-t.line.from)
	for i := max(from, 0); i < min(to, t.line.slots()); i++ {
		if on {
			b.Set(int32(i))
		} else {
			b.Clear(int32(i))
		}
	}
}

// every is all slots of the line.
func (t *task) every() grid.Bits {
	b := grid.NewBits(t.line.slots())
	for i := range t.line.slots() {
		b.Set(int32(i))
	}
	return b
}

// planned are the classes to be planned.
func (t *task) planned(yield func(*class) bool) {
	for _, v := range t.classes {
		if v.mine && !yield(v) {
			return
		}
	}
}
