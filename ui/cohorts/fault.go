package cohorts

import (
	"slices"

	"muster/model"
)

// fault is one thing wrong with somebody's coming: hard when it keeps them
// away as things stand, else still to be done.
type fault struct {
	hard bool
	say  model.Message
}

func wrong(id string, pairs ...any) fault { return fault{true, model.Say(id, pairs...)} }
func due(id string, pairs ...any) fault   { return fault{false, model.Say(id, pairs...)} }

// faultsOf is everything wrong with a seat, the gravest first.
func faultsOf(c *model.Cohort, s model.Seat, p *model.Person, d *model.Desk, today model.Date, l limits) []fault {
	if p == nil {
		return nil
	}
	if s.Stage.Out() {
		return []fault{due("cohorts.fault.out", "stage", stageWord(s.Stage), "since", s.Since)}
	}
	if c.State == model.Closed {
		return nil // what was missing then is nobody's work any more
	}
	if s.Stage.Trained() {
		return homeFaults(c, s, today, l)
	}
	var out []fault
	if s.Stage == model.Suspended {
		out = append(out, wrong("cohorts.fault.suspended", "since", s.Since))
	}
	out = append(out, vettingFaults(c, p, d, today, l)...)
	out = append(out, passportFaults(c, p.Passport, l)...)
	out = append(out, paperFaults(c, p.Papers, today, l)...)
	if c.First <= today.Days(soon) && s.Stage != model.Arrived && s.Stage != model.InCourse {
		if p.Papers.Visa.IsZero() {
			out = append(out, due("cohorts.fault.visa"))
		}
		if p.Papers.Ticket.IsZero() {
			out = append(out, due("cohorts.fault.flight"))
		}
	}
	if l.card && !p.Emergency.Complete() {
		out = append(out, due("cohorts.fault.card"))
	}
	if s.Alternate == 0 && s.Squad == 0 && dealt(c) {
		out = append(out, due("cohorts.fault.squad"))
	}
	slices.SortStableFunc(out, func(a, b fault) int {
		switch {
		case a.hard == b.hard:
			return 0
		case a.hard:
			return -1
		}
		return 1
	})
	return out
}

// months is the date n months later; a day that month lacks is its last one.
func months(d model.Date, n int) model.Date {
	y, m, day := d.Civil()
	m += n
	y, m = y+(m-1)/12, (m-1)%12+1
	for ; day > 28; day-- {
		if out, ok := model.NewDate(y, m, day); ok {
			return out
		}
	}
	out, _ := model.NewDate(y, m, day)
	return out
}

func dealt(c *model.Cohort) bool {
	return slices.ContainsFunc(c.Seats, func(s model.Seat) bool { return s.Squad != 0 })
}

func stageWord(s model.Stage) model.Message          { return model.Say("word.stage." + string(s)) }
func vettingWord(v model.VettingState) model.Message { return model.Say("word.vetting." + string(v)) }

// paper is one of the documents somebody must send, or that is got for them.
type paper struct {
	id  string
	at  func(*model.Papers) *model.Date
	dot bool // one of the dots of the Papers column
}

// papers are the documents in the order they are asked for.
func papers() []paper {
	return []paper{
		{"form", func(p *model.Papers) *model.Date { return &p.Form }, true},
		{"passport", func(p *model.Papers) *model.Date { return &p.Passport }, true},
		{"photo", func(p *model.Papers) *model.Date { return &p.Photo }, true},
		{"waiver", func(p *model.Papers) *model.Date { return &p.Waiver }, true},
		{"insurance", func(p *model.Papers) *model.Date { return &p.Insurance }, true},
		{"visa", func(p *model.Papers) *model.Date { return &p.Visa }, false},
		{"ticket", func(p *model.Papers) *model.Date { return &p.Ticket }, false},
	}
}

func (p paper) label() model.Message { return model.Say("cohorts.paper." + p.id) }
