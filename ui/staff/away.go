package staff

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// absence asks when somebody is away, and why; i is the absence to change, -1
// for another one.
func (p *people) absence(i int) tea.Cmd {
	s, e := *p.current(), p.h.Env()
	held := take(p.h, model.RefOf(&s), "staff.act.absence")
	was := model.Absence{Reason: model.Sick}
	if i >= 0 {
		was = s.Absences[i]
	}
	span := newSpanForm(was.Span, nearDay(p.h))
	var reasons []kit.Option[model.Reason]
	for _, r := range model.Reasons {
		reasons = append(reasons, kit.Option[model.Reason]{Value: r, Label: e.T("word.reason." + string(r))})
	}
	reason := kit.NewChoice("reason", was.Reason, reasons)
	over := kit.NewToggle("withdrawn", false)
	over.Label = model.Say("staff.absence.out")
	over.Hidden = func() bool { return i < 0 }
	read := func() model.Staff {
		n, now := s, model.Absence{Span: span.span(), Reason: reason.Value()}
		n.Absences = slices.Clone(s.Absences)
		switch {
		case i < 0:
			n.Absences = append(n.Absences, now)
		case over.Value():
			n.Absences = slices.Delete(n.Absences, i, i+1)
		default:
			n.Absences[i] = now
		}
		return n
	}
	form := kit.NewForm(p.h.Dialogs(), model.Say("staff.absence.title", "who", s.ID), append(span.fields(), reason, over)...)
	form.Check = func() error {
		_, err := model.NewStaff(read())
		return err
	}
	kit.Open(p.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		if over.Value() {
			held.act = "staff.act.absence-over"
		}
		rec, err := model.NewStaff(read())
		return held.keep(rec, err, true)
	})
	return nil
}

// absences chooses one of somebody's absences to change or take out.
func (p *people) absences() tea.Cmd {
	s, e := p.current(), p.h.Env()
	var options []kit.Option[int]
	for i, a := range s.Absences {
		options = append(options, kit.Option[int]{Value: i, Label: when(e, a.Span), Note: e.T("word.reason." + string(a.Reason))})
	}
	if len(options) == 0 {
		return p.h.Tell(kit.Info, model.Say("staff.absence.none"))
	}
	slices.SortStableFunc(options, func(a, b kit.Option[int]) int { // the newest first
		return int(s.Absences[b.Value].From - s.Absences[a.Value].From)
	})
	kit.Open(p.h.Dialogs(), kit.NewChoose(e, model.Say("staff.absence.drop"), options, 0), p.absence)
	return nil
}
