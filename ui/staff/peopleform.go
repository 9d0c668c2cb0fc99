package staff

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// languages are the boxes of the languages somebody speaks.
func languages(e *kit.Env, speaks []string) []kit.Option[string] {
	known := append(slices.Clone(model.Languages), speaks...)
	var out []kit.Option[string]
	for i, l := range known {
		if slices.Contains(known[:i], l) {
			continue
		}
		out = append(out, kit.Option[string]{Value: l, Label: language(e, l), On: slices.Contains(speaks, l)})
	}
	return out
}

// language is a language by its name, or by its code when it has none here.
func language(e *kit.Env, l string) string {
	if e.Lang.Has("word.lang." + l) {
		return e.T("word.lang." + l)
	}
	return l
}

// edit opens the form of somebody, or of somebody new.
func (p *people) edit(was *model.Staff) tea.Cmd {
	e := p.h.Env()
	s := model.Staff{ID: p.h.NewID(), Speaks: []string{"en"}}
	title, act := "staff.person-new.title", "staff.act.person-new"
	if was != nil {
		s, title, act = *was, "staff.person-edit.title", "staff.act.person-edit"
	}
	held := take(p.h, model.RefOf(&s), act)
	given, family := kit.NewText("given", s.Given), kit.NewText("family", s.Family)
	called, rank := kit.NewText("called", s.Called), kit.NewText("rank", s.Rank)
	called.Hint = model.Say("staff.hint.called")
	speaks := kit.NewMany("speaks", languages(e, s.Speaks))
	var boxes []kit.Option[model.Skill]
	for _, k := range model.Skills {
		note := ""
		until, has := s.Has(k)
		if has && !until.IsZero() {
			note = e.Lang.Date(until)
		}
		boxes = append(boxes, kit.Option[model.Skill]{Value: k, Label: e.T("word.skill." + string(k)), Note: note, On: has})
	}
	skills := kit.NewMany("quals", boxes)
	skills.Hint = model.Say("staff.hint.quals")
	phone, email := kit.NewText("phone", s.Phone), kit.NewText("email", s.Email)
	left := kit.NewDate("left", s.Left, p.h.Today(), true)
	note := kit.NewNote("note", s.Note)
	read := func() model.Staff {
		n := s
		n.Given, n.Family, n.Called, n.Rank = given.Value(), family.Value(), called.Value(), rank.Value()
		n.Speaks, n.Phone, n.Email = speaks.Value(), phone.Value(), email.Value()
		n.Left, n.Note = left.Value(), note.Value()
		n.Quals = ticked(s.Quals, skills.Value())
		return n
	}
	form := kit.NewForm(p.h.Dialogs(), model.Say(title),
		given, family, called, rank, speaks, skills, phone, email, left, note)
	form.Check = func() error {
		_, err := model.NewStaff(read())
		return err
	}
	kit.Open(p.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		rec, err := model.NewStaff(read())
		cmd := held.keep(rec, err, false)
		p.g.Select(s.ID)
		return cmd
	})
	return nil
}

// ticked is the certificates of the skills ticked: those held keep their days,
// new ones do not lapse until somebody says so.
func ticked(held []model.Qualification, skills []model.Skill) []model.Qualification {
	var out []model.Qualification
	for _, q := range held {
		if slices.Contains(skills, q.Skill) {
			out = append(out, q)
		}
	}
	for _, k := range skills {
		if !slices.ContainsFunc(held, func(q model.Qualification) bool { return q.Skill == k }) {
			out = append(out, model.Qualification{Skill: k})
		}
	}
	return out
}

// certificates chooses one of somebody's certificates, or a new one, and opens
// its form.
func (p *people) certificates() tea.Cmd {
	e, s := p.h.Env(), *p.current()
	held := take(p.h, model.RefOf(&s), "staff.act.certificate")
	options := []kit.Option[int]{}
	for i, q := range s.Quals {
		note := e.T("staff.cert.never")
		if !q.Until.IsZero() {
			note = e.Lang.Date(q.Until)
		}
		options = append(options, kit.Option[int]{Value: i, Label: e.T("word.skill." + string(q.Skill)), Note: note})
	}
	options = append(options, kit.Option[int]{Value: -1, Label: e.T("staff.cert.new")})
	kit.Open(p.h.Dialogs(), kit.NewChoose(e, model.Say("staff.cert.title", "who", s.ID), options, 0), func(i int) tea.Cmd {
		return p.certificate(held, s, i)
	})
	return nil
}

// certificate is the form of one certificate; i is -1 for a new one.
func (p *people) certificate(held hold, s model.Staff, i int) tea.Cmd {
	e := p.h.Env()
	q := model.Qualification{Skill: model.Skills[0]}
	if i >= 0 {
		q = s.Quals[i]
	}
	var options []kit.Option[model.Skill]
	for _, k := range model.Skills {
		options = append(options, kit.Option[model.Skill]{Value: k, Label: e.T("word.skill." + string(k))})
	}
	skill := kit.NewChoice("skill", q.Skill, options)
	from := kit.NewDate("from", q.From, p.h.Today(), true)
	until := kit.NewDate("until", q.Until, p.h.Today().Days(365), true)
	until.Hint = model.Say("staff.hint.until")
	gone := kit.NewToggle("withdrawn", false)
	gone.Hidden = func() bool { return i < 0 }
	read := func() model.Staff {
		n := s
		n.Quals = slices.Clone(s.Quals)
		now := model.Qualification{Skill: skill.Value(), From: from.Value(), Until: until.Value()}
		switch {
		case i < 0:
			n.Quals = append(n.Quals, now)
		case gone.Value():
			n.Quals = slices.Delete(n.Quals, i, i+1)
		default:
			n.Quals[i] = now
		}
		return n
	}
	form := kit.NewForm(p.h.Dialogs(), model.Say("staff.cert.title", "who", s.ID), skill, from, until, gone)
	form.Check = func() error {
		_, err := model.NewStaff(read())
		return err
	}
	kit.Open(p.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		rec, err := model.NewStaff(read())
		return held.keep(rec, err, false)
	})
	return nil
}
