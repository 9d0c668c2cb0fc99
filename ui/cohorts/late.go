package cohorts

import (
	"muster/model"
	"muster/model/graduate"
	"muster/model/rules"
)

// limits is what the unit's rules say of papers, in days unless it says
// otherwise; below zero where the rule is off.
type limits struct {
	lead     int  // a vetting takes
	papers   int  // before the start, by which the documents are in
	passport int  // months a passport must be good for after the last day
	home     int  // after the last day, by which everybody is known to be home
	card     bool // an emergency card is asked for
}

func limitsOf(s *model.Settings) limits {
	value := func(id string) int {
		r, ok := rules.Find(id)
		if !ok {
			return -1
		}
		v, _, off := r.Set(s)
		if off {
			return -1
		}
		return v
	}
	return limits{
		lead: value("vetting-lead"), papers: value("documents"), passport: value("passport"),
		home: value("departure"), card: value("emergency-card") >= 0,
	}
}

// days is a count of days as a part of a sentence.
func days(n int) model.Message { return model.Say("cohorts.days", "n", n) }

// vettingFaults says why somebody may not be trained, if so: themselves or
// their unit; of an answer that is waited for, whether it will come in time.
func vettingFaults(c *model.Cohort, p *model.Person, d *model.Desk, today model.Date, l limits) []fault {
	if p == nil {
		return nil
	}
	var out []fault
	switch v := p.Vetting; {
	case v.Covers(c.First, c.Last):
	case v.State == model.NotVetted:
		out = append(out, unsent(c, today, l))
	case v.State == model.VettingSent:
		out = append(out, awaited(c, v.Submitted, today, l))
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

// unsent is about a vetting that was not asked for yet: what is left of the
// time it takes.
func unsent(c *model.Cohort, today model.Date, l limits) fault {
	late := int(today.Days(l.lead) - c.First)
	switch {
	case l.lead < 0 || today >= c.First:
		return due("cohorts.fault.unvetted")
	case late > 0:
		return due("cohorts.fault.unvetted-late", "usually", days(l.lead), "late", days(late))
	}
	return due("cohorts.fault.unvetted-by", "usually", days(l.lead), "by", today.Days(-late))
}

// awaited is about a vetting that was sent off: whether its answer, taking
// the time that is usual, will be there on the first day.
func awaited(c *model.Cohort, sent, today model.Date, l limits) fault {
	if l.lead < 0 || sent.IsZero() || sent > today {
		return due("cohorts.fault.vetting-sent", "date", sent)
	}
	ago, usually := days(int(today-sent)), days(l.lead)
	if late := int(max(sent.Days(l.lead), today) - c.First); late > 0 {
		return due("cohorts.fault.awaited-late", "ago", ago, "usually", usually, "late", days(late))
	}
	return due("cohorts.fault.awaited", "ago", ago, "usually", usually, "by", max(sent.Days(l.lead), today))
}

func passportFaults(c *model.Cohort, p model.Passport, l limits) []fault {
	need := months(c.Last, max(l.passport, 0))
	switch {
	case p.No == "":
		return []fault{due("cohorts.fault.passport-none")}
	case p.Expires.IsZero():
		return []fault{due("cohorts.fault.passport-undated")}
	case p.Expires <= c.Last:
		return []fault{wrong("cohorts.fault.passport-expires", "date", p.Expires, "last", c.Last)}
	case p.Expires < need:
		return []fault{wrong("cohorts.fault.passport-short", "date", p.Expires, "short", days(int(need-p.Expires)))}
	}
	return nil
}

// paperFaults is about the documents that are still out, and the waiver that
// nobody witnessed.
func paperFaults(c *model.Cohort, have model.Papers, today model.Date, l limits) []fault {
	var out []fault
	if missing := missingPapers(have); len(missing) > 0 {
		by := c.First.Days(-max(l.papers, 0))
		switch late := int(today - by); {
		case l.papers < 0:
			out = append(out, due("cohorts.fault.papers", "papers", missing))
		case late > 0:
			out = append(out, due("cohorts.fault.papers-late", "papers", missing, "late", days(late)))
		default:
			out = append(out, due("cohorts.fault.papers-by", "papers", missing, "by", by))
		}
	}
	if !have.Waiver.IsZero() && have.Witness == "" {
		out = append(out, due("cohorts.fault.witness"))
	}
	return out
}

func missingPapers(have model.Papers) []model.Message {
	var out []model.Message
	for _, p := range papers() {
		if p.dot && p.at(&have).IsZero() {
			out = append(out, p.label())
		}
	}
	return out
}

// unconfirmed is the seats of a cohort that has ended of whose holders nobody
// has confirmed, by the day the rules give, that they are home.
func unconfirmed(c *model.Cohort, today model.Date, l limits) int {
	if c.State == model.Closed || l.home < 0 || today <= c.Last.Days(l.home) {
		return 0
	}
	return len(graduate.Away(c))
}

// homeFaults is about somebody who came: what is left after the course is
// that they are known to be home.
func homeFaults(c *model.Cohort, s model.Seat, today model.Date, l limits) []fault {
	switch since := int(today - c.Last); {
	case !s.Home.IsZero() || since <= 0 || c.State == model.Closed:
		return nil
	case l.home >= 0 && since > l.home:
		return []fault{due("cohorts.fault.home-late", "since", days(since), "late", days(since-l.home))}
	default:
		return []fault{due("cohorts.fault.home", "since", days(since))}
	}
}
