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
func faultsOf(c *model.Cohort, s model.Seat, p *model.Person, d *model.Desk, today model.Date) []fault {
	if p == nil {
		return nil
	}
	if s.Stage.Out() {
		return []fault{due("cohorts.fault.out", "stage", stageWord(s.Stage), "since", s.Since)}
	}
	var out []fault
	if s.Stage == model.Suspended {
		out = append(out, wrong("cohorts.fault.suspended", "since", s.Since))
	}
	out = append(out, vettingFaults(c, p, d)...)
	out = append(out, passportFaults(c, p.Passport)...)
	if missing := missingPapers(p.Papers); len(missing) > 0 {
		out = append(out, due("cohorts.fault.papers", "papers", missing))
	}
	if c.First <= today.Days(soon) {
		if p.Papers.Visa.IsZero() {
			out = append(out, due("cohorts.fault.visa"))
		}
		if p.Papers.Ticket.IsZero() {
			out = append(out, due("cohorts.fault.flight"))
		}
	}
	if !p.Emergency.Complete() {
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

// vettingFaults says why somebody may not be trained, if so: themselves or
// their unit.
func vettingFaults(c *model.Cohort, p *model.Person, d *model.Desk) []fault {
	if p == nil {
		return nil
	}
	var out []fault
	switch v := p.Vetting; {
	case v.Covers(c.First, c.Last):
	case v.State == model.NotVetted:
		out = append(out, due("cohorts.fault.unvetted"))
	case v.State == model.VettingSent:
		out = append(out, due("cohorts.fault.vetting-sent", "date", v.Submitted))
	case v.State == model.VettingApproved && v.Until < c.First:
		out = append(out, wrong("cohorts.fault.vetting-lapsed", "until", v.Until, "first", c.First))
	case v.State == model.VettingApproved && v.Until < c.Last:
		out = append(out, wrong("cohorts.fault.vetting-ends", "until", v.Until, "last", c.Last))
	case v.State == model.VettingApproved:
		out = append(out, wrong("cohorts.fault.vetting-late", "date", v.Decided, "first", c.First))
	default:
		out = append(out, wrong("cohorts.fault.vetting-no", "state", vettingWord(v.State), "date", v.Decided))
	}
	u := d.Units.Get(p.Unit)
	switch {
	case p.Unit.IsZero():
		out = append(out, due("cohorts.fault.unit-unknown"))
	case u == nil || u.Vetting.Covers(c.First, c.Last):
	case u.Vetting.State == model.NotVetted || u.Vetting.State == model.VettingSent:
		out = append(out, due("cohorts.fault.unit-unvetted", "unit", u.Name))
	default:
		out = append(out, wrong("cohorts.fault.unit-no", "unit", u.Name, "state", vettingWord(u.Vetting.State)))
	}
	return out
}

// passportMonths is how long after the last day a passport must be valid.
const passportMonths = 6

func passportFaults(c *model.Cohort, p model.Passport) []fault {
	need := months(c.Last, passportMonths)
	switch {
	case p.No == "":
		return []fault{due("cohorts.fault.passport-none")}
	case p.Expires.IsZero():
		return []fault{due("cohorts.fault.passport-undated")}
	case p.Expires <= c.Last:
		return []fault{wrong("cohorts.fault.passport-expires", "date", p.Expires, "last", c.Last)}
	case p.Expires < need:
		return []fault{wrong("cohorts.fault.passport-short", "date", p.Expires, "need", need)}
	}
	return nil
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

func missingPapers(have model.Papers) []model.Message {
	var out []model.Message
	for _, p := range papers() {
		if p.dot && p.at(&have).IsZero() {
			out = append(out, p.label())
		}
	}
	return out
}
