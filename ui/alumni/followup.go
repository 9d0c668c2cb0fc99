package alumni

import (
	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// follow asks what is to be done about somebody, and by when, without a talk.
func (t *Tab) follow(id model.ID) tea.Cmd {
	return t.unlessClosed(id, "F", func(a about) tea.Cmd {
		v := model.Contact{ID: t.h.NewID(), Person: id, At: t.now(), By: t.actor(), Due: t.h.Today().Days(t.cadence())}
		if len(a.seats) > 0 {
			v.Cohort = a.seats[0].cohort.ID
		}
		return t.dueForm(v, 0, model.Say("alumni.follow.title", "name", a.name()), func(n *model.Contact) (act, said model.Message) {
			return model.Say("alumni.act.follow", "person", id, "day", n.Due), model.Say("alumni.followed", "name", a.name(), "day", n.Due)
		})
	})
}

// postpone changes what is to be done, or by when.
func (t *Tab) postpone(row model.Row[*model.Contact]) tea.Cmd {
	v := *row.Rec
	name := t.about(v.Person).name()
	return t.dueForm(v, row.Rev, model.Say("alumni.follow.title", "name", name), func(n *model.Contact) (act, said model.Message) {
		return model.Say("alumni.act.postpone", "person", v.Person, "day", n.Due), model.Say("alumni.followed", "name", name, "day", n.Due)
	})
}

// dueForm asks what follows and by when.
func (t *Tab) dueForm(v model.Contact, was model.Rev, title model.Message, words func(*model.Contact) (act, said model.Message)) tea.Cmd {
	today := t.h.Today()
	next := kit.NewText("next", v.Next)
	due := kit.NewDate("due", v.Due, today, false)
	due.Hint = model.Say("alumni.hint.due", "days", t.cadence(), "day", today.Days(t.cadence()))
	read := func() (*model.Contact, error) {
		n := v
		n.Next, n.Due = next.Value(), due.Value()
		return model.NewContact(n)
	}
	form := kit.NewForm(t.h.Dialogs(), title, next, due)
	form.Check = func() error {
		_, err := read()
		return err
	}
	kit.Open(t.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		rec, err := read()
		if err != nil {
			return t.h.Fail(err)
		}
		act, said := words(rec)
		return t.commit(model.Change{Act: act, Puts: []model.Put{{Record: rec, Was: was}}}, said)
	})
	return nil
}

// settleOne settles the first follow-up of somebody that is to come.
func (t *Tab) settleOne(id model.ID) tea.Cmd {
	open := t.about(id).open()
	if len(open) == 0 {
		return t.h.Tell(kit.Warn, model.Say("alumni.done.none"))
	}
	return t.settle(open[0])
}

// settle says that a follow-up is done.
func (t *Tab) settle(row model.Row[*model.Contact]) tea.Cmd {
	v := *row.Rec
	v.Done = t.h.Today()
	rec, err := model.NewContact(v)
	if err != nil {
		return t.h.Fail(err)
	}
	return t.commit(model.Change{
		Act:  model.Say("alumni.act.done", "person", v.Person, "day", v.Due),
		Puts: []model.Put{{Record: rec, Was: row.Rev}},
	}, model.Say("alumni.done.said", "name", t.about(v.Person).name()))
}

// message logs one message that went to several people: a contact for each, in
// one act. Those whom nobody is to contact are left out.
func (t *Tab) message(ids []model.ID) tea.Cmd {
	var to []model.ID
	for _, id := range ids {
		if !t.about(id).standing().Closed() {
			to = append(to, id)
		}
	}
	if len(to) == 0 {
		return t.h.Tell(kit.Warn, model.Say("alumni.message.nobody"))
	}
	v := model.Contact{At: t.now(), Channel: model.WhatsApp, Way: model.WeSought, By: t.actor()}
	f := t.newContactForm(v, []model.Channel{model.WhatsApp, model.Signal, model.Telegram, model.Facebook, model.Mail, model.Phone})
	f.about.Hint = model.Say("alumni.hint.message", "n", len(to), "out", len(ids)-len(to))
	each := func(id model.ID) model.Contact {
		n := f.put(v)
		n.Person = id
		return n
	}
	form := kit.NewForm(t.h.Dialogs(), model.Say("alumni.message.title", "n", len(to)), f.about, f.channel, f.day, f.clock, f.next, f.due)
	form.Check = func() error {
		n := each(to[0])
		n.ID = to[0] // a contact has an id; which does not matter here
		_, err := model.NewContact(n)
		return err
	}
	kit.Open(t.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		change := model.Change{Act: model.Say("alumni.act.message", "n", len(to))}
		for _, id := range to {
			n := each(id)
			n.ID = t.h.NewID()
			rec, err := model.NewContact(n)
			if err != nil {
				return t.h.Fail(err)
			}
			change.Puts = append(change.Puts, model.Put{Record: rec})
		}
		clear(t.find.list.marks)
		return t.commit(change, model.Say("alumni.message.said", "n", len(to), "out", len(ids)-len(to)))
	})
	return nil
}
