package graduate

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/model/progress"
)

// An Award is what one officer goes home with: first as proposed, then as
// decided.
type Award struct {
	Seat model.Seat
	Kind model.CertificateKind // "": none
	// Reasons is why it is not a certificate of completion.
	Reasons []model.Message
	// Open says that nothing is against completion but what is still to come:
	// a test, or the result of one. Nothing is proposed for now.
	Open   bool
	Skills []model.Skill // taught, and not failed
	Hours  int           // taught, of what they attended
	Marks  []model.CourseMark
	// Held is the certificate they have already, which still is good; nothing
	// is then decided anew.
	Held *model.Certificate
	// Note is why somebody decided otherwise than was proposed.
	Note string
	// Past says that it was decided long ago: the cohort is closed.
	Past bool
}

// Propose is the award of everybody who had a seat in the course, by class
// number. Who left a place of theirs to another is not among them.
func Propose(d *model.Desk, c *model.Cohort, now model.Minute) []Award {
	held := Held(d, c)
	class := progress.Of(d, c, now)
	out := make([]Award, 0, len(class.Officers))
	for i := range class.Officers {
		o := &class.Officers[i]
		if !Came(o.Seat) {
			continue
		}
		a := propose(c, o, now)
		if h := held[o.Seat.Person]; h != nil {
			a.Held, a.Kind = h, h.Kind
		}
		out = append(out, a)
	}
	slices.SortStableFunc(out, func(a, b Award) int { return cmp.Compare(last(a.Seat.No), last(b.Seat.No)) })
	return out
}

// Kept is what everybody of a closed cohort went home with, by class number, as
// the stage of their seat tells: its plan and its certificates are no longer on
// the desk to propose anything from.
func Kept(c *model.Cohort) []Award {
	var out []Award
	for _, s := range c.Seats {
		if !Came(s) {
			continue
		}
		a := Award{Seat: s, Past: true}
		switch s.Stage {
		case model.Completed:
			a.Kind = model.CompletedCourse
		case model.Attended:
			a.Kind = model.AttendedCourse
		}
		out = append(out, a)
	}
	slices.SortStableFunc(out, func(a, b Award) int { return cmp.Compare(last(a.Seat.No), last(b.Seat.No)) })
	return out
}

// last puts those without a number after all others.
func last(no int) int {
	if no == 0 {
		return model.MaxSeats
	}
	return no
}

// Came reports whether somebody took the seat: no alternate, not refused
// beforehand, nor out and without a number because another has it.
func Came(s model.Seat) bool {
	switch {
	case s.Alternate > 0, s.Stage == model.Rejected, s.Stage == model.VisaRefuse:
		return false
	}
	return !s.Stage.Out() || s.No > 0
}

func propose(c *model.Cohort, o *progress.Officer, now model.Minute) Award {
	a := Award{Seat: o.Seat, Hours: (o.Hours + model.Hour/2) / model.Hour, Reasons: o.Wants()}
	failed, ahead := map[model.Skill]bool{}, 0
	for _, t := range o.Tests {
		if t.State == progress.TestUnscored {
			ahead++
		}
		if t.State == progress.TestToCome {
			ahead++
			a.Reasons = append(a.Reasons, model.Say("graduate.to-come", "session", t.First.Block.Title))
		}
		if t.State == progress.TestFailed {
			failed[t.First.Block.Teaches()] = true
		}
		if best, ok := t.Best(); ok {
			a.Marks = append(a.Marks, model.CourseMark{
				Title: t.First.Block.Title, Percent: max(best.Percent, 0), Attempt: best.Score.Attempt, Passed: best.Passed,
			})
		}
	}
	for _, k := range o.Skills {
		if !failed[k] {
			a.Skills = append(a.Skills, k)
		}
	}
	switch {
	case o.Seat.Stage.Out():
	case now < c.First.Minute(0):
		a.Reasons = []model.Message{model.Say("graduate.not-begun", "first", c.First)}
	case o.Held > 0 && o.There == 0 && len(o.Missed)+len(o.Absent) == o.Held:
		a.Reasons = []model.Message{model.Say("graduate.never-there")}
	case len(a.Reasons) > 0 && len(a.Reasons) == ahead:
		a.Open = true
	case len(a.Reasons) > 0:
		a.Kind = model.AttendedCourse
	default:
		a.Kind = model.CompletedCourse
	}
	return a
}

// Held is the certificates of the cohort that are good, by who has them.
func Held(d *model.Desk, c *model.Cohort) map[model.ID]*model.Certificate {
	out := map[model.ID]*model.Certificate{}
	for v := range d.Certificates.All {
		if v.Cohort == c.ID && v.Void.IsZero() {
			out[v.Person] = v
		}
	}
	return out
}
