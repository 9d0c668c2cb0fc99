package score

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/model/rules"
)

// mostStarts is how many starts of a place are looked at with people before the best
// so far is taken.
const mostStarts = 160

// settle looks for the best start, place and people for a second attempt,
// between now and graduation: no rule that forbids is broken, as few as can be
// that only warn, the same place and people as before where they can, and
// early rather than late. What finds no such start goes into the tray.
func settle(b *rules.Board, s *model.Session, now model.Minute) retry {
	d := b.Desk()
	from, to := window(d, s, now)
	best, found := retry{}, fit{}
	var tried, blocked *rules.Clash
	parts := s.Staff
	people := newCrew(d, s.ID, model.Span{From: from - model.Day, To: to + model.Day})
	for _, place := range grounds(d, s) {
		try := *s
		try.Place, try.Staff = place, nil
		starts := free(b, &try, from, to)
		for i, at := range starts {
			if i >= mostStarts || found.perfect() && found.start <= at {
				break
			}
			try.Start, try.Staff = at, nil
			try.Staff = people.cast(&try, parts)
			f := judged(b, &try, parts, place == s.Place)
			if f.worst != nil {
				tried = f.worst
				continue
			}
			if best.session == nil || f.better(found) {
				next := try
				next.Staff = slices.Clone(try.Staff)
				best.session, found = &next, f
			}
		}
		if len(starts) == 0 && blocked == nil {
			blocked = inTheWay(b, &try, from, to)
		}
	}
	if best.session != nil {
		return best
	}
	lie := *s
	lie.Start, lie.Place, lie.Staff = 0, s.Place, nil
	switch {
	case tried != nil:
		return retry{&lie, tried.Text}
	case blocked != nil:
		return retry{&lie, blocked.Text}
	}
	return retry{&lie, model.Say("score.again.no-time", "until", to)}
}

// window is the time in which the second attempt must lie: after now and after
// the first one, and over by graduation.
func window(d *model.Desk, s *model.Session, now model.Minute) (from, to model.Quarter) {
	from = now.Quarter() + 1
	if first := d.Sessions.Get(s.Again); first != nil && first.Placed() {
		from = max(from, first.Span().To)
	}
	c := d.Cohorts.Get(s.Cohort)
	if c == nil {
		return from, from
	}
	from = max(from, c.First.At(0))
	to = c.Last.At(12 * model.Hour)
	for _, x := range d.SessionsOf(s.Cohort) {
		if x.Block.Ends && x.Placed() && x.Off == nil {
			to = x.Start
		}
	}
	return from, to
}

// grounds are the places it could be at, that of the first attempt before the
// others; none at all where the block needs none.
func grounds(d *model.Desk, s *model.Session) []model.ID {
	if s.Block.Place == "" {
		return []model.ID{s.Place}
	}
	var out []model.ID
	for p := range d.Places.All {
		if p.Kind == s.Block.Place && p.ID != s.Place {
			out = append(out, p.ID)
		}
	}
	if !s.Place.IsZero() {
		out = slices.Insert(out, 0, s.Place)
	}
	return out
}

// free are the starts that break no rule that a start decides.
func free(b *rules.Board, s *model.Session, from, to model.Quarter) []model.Quarter {
	end := to - model.Quarter(s.Block.Length) + 1
	var out []model.Quarter
	for i, ok := range b.Starts(s, from, end) {
		if ok {
			out = append(out, from+model.Quarter(i))
		}
	}
	return out
}

// A fit is how well a start suits.
type fit struct {
	start model.Quarter
	soft  int
	other int // places and people that are not those of the first attempt
	worst *rules.Clash
}

func (f fit) perfect() bool { return !f.start.IsZero() && f.soft == 0 && f.other == 0 }

func (f fit) better(o fit) bool {
	return cmp.Or(cmp.Compare(f.soft, o.soft), cmp.Compare(f.other, o.other), cmp.Compare(f.start, o.start)) < 0
}

func judged(b *rules.Board, s *model.Session, was []model.Part, samePlace bool) fit {
	f := fit{start: s.Start}
	for _, c := range b.Try(s) {
		if c.Hard {
			f.worst = &c
			return f
		}
		f.soft++
	}
	if !samePlace {
		f.other++
	}
	for _, p := range s.Staff {
		if !slices.Contains(was, p) {
			f.other++
		}
	}
	return f
}

// inTheWay is what most often forbids a start within the hours of the block:
// the reason why there is none. Hours at which it may not be anyway count for
// nothing.
func inTheWay(b *rules.Board, s *model.Session, from, to model.Quarter) *rules.Clash {
	try := *s
	times := map[string]int{}
	var most *rules.Clash
	for at := from; at+model.Quarter(s.Block.Length) <= to; at += model.Hour {
		try.Start = at
		var hard []rules.Clash
		for _, c := range b.Try(&try) {
			if c.Hard && !c.AnyTime {
				hard = append(hard, c)
			}
		}
		if slices.ContainsFunc(hard, func(c rules.Clash) bool { return slices.Contains(hoursOf, c.Rule) }) {
			continue
		}
		for i := range hard {
			c := &hard[i]
			times[c.Rule]++
			if most == nil || times[c.Rule] > times[most.Rule] {
				most = c
			}
		}
	}
	return most
}

// hoursOf are the rules about the hours at which a block may be at all.
var hoursOf = []string{"time-window", "night-dark", "course-dates"}
