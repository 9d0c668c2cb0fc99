package graduate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"muster/model"
)

// Records is what a graduation keeps: a certificate for everybody who is
// awarded one and has none yet, and the cohort with their stages, graduated.
// on is the day the certificates bear. It refuses, as a *model.Problem, a
// cohort that is closed, a graduation of nobody, and somebody whose record is
// not on the desk.
func Records(d *model.Desk, c *model.Cohort, awards []Award, on model.Date, newID func() model.ID) ([]model.Record, error) {
	if c.State == model.Closed {
		return nil, model.Wrong("", "graduate.closed", "cohort", c.Code)
	}
	next := *c
	next.State = model.Graduated
	next.Seats = slices.Clone(c.Seats)
	seats := make(map[model.ID]int, len(next.Seats))
	for i, s := range next.Seats {
		seats[s.Person] = i
	}
	var out []model.Record
	no := lastNo(d, c)
	for i := range awards {
		a := &awards[i]
		at, seated := seats[a.Seat.Person]
		if !seated || a.Held != nil || a.Kind == "" && a.Note == "" {
			continue
		}
		next.Seats[at].Note = noted(next.Seats[at].Note, a.Note)
		if a.Kind == "" {
			next.Seats[at].Since = on // see Denied
			continue
		}
		no++
		v, err := certificate(d, c, a, Number(c, no), on)
		if err != nil {
			return nil, err
		}
		v.ID = newID()
		rec, err := model.NewCertificate(v)
		if err != nil {
			return nil, err
		}
		out = append(out, rec)
		next.Seats[at].Stage, next.Seats[at].Since = stageOf(a.Kind), on
	}
	if len(out) == 0 {
		return nil, model.Wrong("", "graduate.nobody", "cohort", c.Code)
	}
	rec, err := model.NewCohort(next)
	if err != nil {
		return nil, err
	}
	return append(out, rec), nil
}

// Denied reports whether a graduation decided to give the seat no certificate.
// It leaves the stage as it is and dates it with its own day, beside the reason
// in the note; first is the day the first certificate of the cohort bears. A
// note alone, or a stage older than that, decides nothing.
func Denied(s model.Seat, first model.Date) bool {
	return s.Note != "" && !s.Stage.Trained() && !s.Stage.Out() && !first.IsZero() && s.Since >= first
}

func certificate(d *model.Desk, c *model.Cohort, a *Award, no string, on model.Date) (model.Certificate, error) {
	p := d.People.Get(a.Seat.Person)
	if p == nil {
		return model.Certificate{}, model.Wrong("", "graduate.unread", "cohort", c.Code)
	}
	v := model.Certificate{
		Person: p.ID, Cohort: c.ID, No: no, Kind: a.Kind, On: on, Name: p.FullName(), Rank: p.Rank,
		Course: Course(d, c), Hours: a.Hours, Skills: a.Skills, Marks: a.Marks, Note: a.Note,
	}
	if g := d.Agencies.Get(p.Agency); g != nil {
		v.Agency = g.Label()
	}
	return v, nil
}

// Course is what a certificate of the cohort calls the course: its template's
// title, or its own, or its code.
func Course(d *model.Desk, c *model.Cohort) model.Text {
	if v := d.Courses.Get(c.Course); v != nil {
		return v.Title
	}
	if c.Title != "" {
		return model.Text{En: c.Title}
	}
	return model.Text{En: c.Code}
}

func stageOf(k model.CertificateKind) model.Stage {
	if k == model.CompletedCourse {
		return model.Completed
	}
	return model.Attended
}

// noted is a note with a line added.
func noted(note, line string) string {
	if line == "" {
		return note
	}
	return strings.TrimSpace(note + "\n" + line)
}

// Number is the n-th number of a cohort's certificates: MEX-26-1-007.
func Number(c *model.Cohort, n int) string { return fmt.Sprintf("%s-%03d", c.Code, n) }

// lastNo is the highest number given so far. Those of void certificates
// count: a number is never given twice.
func lastNo(d *model.Desk, c *model.Cohort) int {
	top := 0
	for v := range d.Certificates.All {
		rest, ok := strings.CutPrefix(v.No, c.Code+"-")
		if n, err := strconv.Atoi(rest); ok && err == nil && len(rest) >= 3 {
			top = max(top, n)
		}
	}
	return top
}

// Void is a certificate made void from the day, and the cohort in which its
// holder no longer counts as having completed the course. why is kept on it.
func Void(c *model.Cohort, v *model.Certificate, on model.Date, why string) ([]model.Record, error) {
	if c.State == model.Closed {
		return nil, model.Wrong("", "graduate.closed", "cohort", c.Code)
	}
	dead := *v
	dead.Void, dead.Note = on, noted(v.Note, why)
	rec, err := model.NewCertificate(dead)
	if err != nil {
		return nil, err
	}
	out := []model.Record{rec}
	s, ok := c.Seat(v.Person)
	if !ok || s.Stage != model.Completed {
		return out, nil
	}
	s.Stage, s.Since = model.Attended, on
	next, err := model.NewCohort(c.WithSeat(s))
	if err != nil {
		return nil, err
	}
	return append(out, next), nil
}
