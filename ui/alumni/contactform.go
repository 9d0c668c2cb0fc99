package alumni

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
	"muster/ui/tab"
)

// cadence is in how many days one talks again unless there is a reason to do
// otherwise.
func (t *Tab) cadence() int { return rules.ContactDays(t.h.Desk().Settings.Rec) }

// A contactForm asks what a talk was about, and what follows from it.
type contactForm struct {
	channel *kit.ChoiceField[model.Channel]
	way     *kit.ChoiceField[model.Direction]
	day     *kit.ValueField[model.Date]
	clock   *kit.ValueField[int] // minutes since midnight
	reached *kit.ToggleField
	about   *kit.NoteField
	taught  *kit.ValueField[int]
	helped  *kit.ToggleField
	next    *kit.ValueField[string]
	due     *kit.ValueField[model.Date]
}

func (t *Tab) newContactForm(v model.Contact, channels []model.Channel) contactForm {
	e, today := t.env(), t.h.Today()
	var ch []kit.Option[model.Channel]
	for _, c := range channels {
		ch = append(ch, kit.Option[model.Channel]{Value: c, Label: e.T("word.channel." + string(c))})
	}
	var ways []kit.Option[model.Direction]
	for _, w := range model.Directions {
		ways = append(ways, kit.Option[model.Direction]{Value: w, Label: e.T("word.direction." + string(w))})
	}
	f := contactForm{
		channel: kit.NewChoice("channel", v.Channel, ch),
		way:     kit.NewChoice("direction", v.Way, ways),
		day:     kit.NewDate("on", v.At.Date(), today, false),
		clock:   newClock("at", v.At.OfDay()),
		reached: kit.NewToggle("reached", !v.Missed),
		about:   kit.NewNote("about", v.About),
		taught:  kit.NewNumber("hasTaught", v.Taught, 0, 100_000, model.Message{}),
		helped:  kit.NewToggle("caseHelped", v.Helped),
		next:    kit.NewText("next", v.Next),
		due:     kit.NewDate("due", v.Due, today, true),
	}
	f.taught.Hint = model.Say("alumni.hint.taught")
	f.next.Hint = model.Say("alumni.hint.next")
	f.due.Hint = model.Say("alumni.hint.due", "days", t.cadence(), "day", today.Days(t.cadence()))
	f.about.Lines = 3
	f.taught.Label = model.Say("alumni.field.taught")
	return f
}

// fields is what the form asks, in its order.
func (f contactForm) fields() []kit.Field {
	return []kit.Field{f.channel, f.way, f.day, f.clock, f.reached, f.about, f.next, f.due, f.taught, f.helped}
}

// put writes what was filled in over v.
func (f contactForm) put(v model.Contact) model.Contact {
	v.Channel, v.Way = f.channel.Value(), f.way.Value()
	v.At = f.day.Value().Minute(f.clock.Value())
	v.Missed = !f.reached.Value()
	v.About, v.Next, v.Due = f.about.Value(), f.next.Value(), f.due.Value()
	v.Taught, v.Helped = f.taught.Value(), f.helped.Value()
	return v
}

// newClock is a time of day by the minute, typed as 7, 742 or 7:42.
func newClock(name string, minute int) *kit.ValueField[int] {
	f := kit.NewValue(name, minute, func(_ *kit.Env, name, typed string) (int, *model.Problem) {
		if n, ok := readClock(typed); ok {
			return n, nil
		}
		return 0, model.Wrong(name, "alumni.not-clock", "value", model.Clean(typed))
	}, func(_ *kit.Env, n int) string { return model.Date(1).Minute(n).Clock() })
	f.Width = 8
	return f
}

func readClock(typed string) (minutes int, ok bool) {
	s := strings.TrimSpace(typed)
	if digits := strings.NewReplacer(":", "", ".", "", "h", "").Replace(s); len(digits) > 0 && len(digits) <= 4 {
		if len(digits) <= 2 {
			digits += "00"
		}
		s = "0" + digits
		s = s[len(s)-4:]
		s = s[:2] + ":" + s[2:]
	}
	n, err := model.ParseClock(s)
	return n, err == nil
}

// channelsOf is every channel, that which the person likes first.
func channelsOf(p *model.Person) []model.Channel {
	var out []model.Channel
	seen := map[model.Channel]bool{}
	add := func(c model.Channel) {
		if !seen[c] {
			seen[c] = true
			out = append(out, c)
		}
	}
	if p != nil {
		for _, w := range p.Reach() {
			add(w.Channel)
		}
	}
	for _, c := range model.Channels {
		add(c)
	}
	return out
}

// actor is who of us has the talk.
func (t *Tab) actor() string {
	if st := t.h.Store(); st != nil {
		return st.Actor()
	}
	return ""
}

// now is the present minute on the clock of whoever has the talk.
func (t *Tab) now() model.Minute { return tab.Clock(t.h, "") }

// unlessClosed does f, after asking when nobody is to contact the person any
// more. key is the key that asked.
func (t *Tab) unlessClosed(id model.ID, key string, f func(a about) tea.Cmd) tea.Cmd {
	a := t.about(id)
	s := a.standing()
	if !s.Closed() {
		return f(a)
	}
	ask := kit.NewConfirm(t.env(), model.Say("alumni.warn.title"), model.Say("alumni.warn."+string(s)), model.Say("alumni.warn.detail", "name", a.name()),
		"alumni.warn.go", "alumni.warn.stay", "y", key)
	kit.Open(t.h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd { return f(t.about(id)) })
	return nil
}

// log asks what a talk was about, and settles the follow-up it answers.
func (t *Tab) log(id model.ID) tea.Cmd {
	return t.unlessClosed(id, "l", func(a about) tea.Cmd {
		e, open := t.env(), a.open()
		v := model.Contact{ID: t.h.NewID(), Person: id, At: t.now(), Way: model.WeSought, By: t.actor()}
		channels := channelsOf(a.person)
		v.Channel = channels[0]
		if len(a.seats) > 0 {
			v.Cohort = a.seats[0].cohort.ID
		}
		f := t.newContactForm(v, channels)
		var boxes []kit.Option[int]
		for i, row := range open {
			boxes = append(boxes, kit.Option[int]{Value: i, On: i == 0, Label: joined(": ", e.Say(dueWords(t.h.Today(), row.Rec.Due)), row.Rec.Next)})
		}
		settle := kit.NewMany("settles", boxes)
		settle.Label = model.Say("alumni.field.settles")
		settle.Hidden = func() bool { return len(open) == 0 }
		form := kit.NewForm(t.h.Dialogs(), model.Say("alumni.log.title", "name", a.name()), append(f.fields(), settle)...)
		form.Check = func() error {
			_, err := model.NewContact(f.put(v))
			return err
		}
		kit.Open(t.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
			n := f.put(v)
			change := model.Change{Act: model.Say("alumni.act.log", "person", id, "day", n.At.Date())}
			for _, i := range settle.Value() {
				old := *open[i].Rec
				old.Done = n.At.Date()
				if n.Settles.IsZero() {
					n.Settles = old.ID
				}
				rec, err := model.NewContact(old)
				if err != nil {
					return t.h.Fail(err)
				}
				change.Puts = append(change.Puts, model.Put{Record: rec, Was: open[i].Rev})
			}
			rec, err := model.NewContact(n)
			if err != nil {
				return t.h.Fail(err)
			}
			change.Puts = append(change.Puts, model.Put{Record: rec})
			said := model.Say("alumni.logged", "name", a.name())
			if rec.Open() {
				said = model.Say("alumni.logged.next", "name", a.name(), "day", rec.Due)
			}
			return t.commit(change, said)
		})
		return nil
	})
}

// commit makes the change and says what was done.
func (t *Tab) commit(c model.Change, said model.Message) tea.Cmd {
	return tea.Batch(t.h.Commit(c), t.h.Tell(kit.OK, said))
}

// correct changes what was written of a contact.
func (t *Tab) correct(a about, id model.ID) tea.Cmd {
	for _, row := range a.contacts {
		v := *row.Rec
		if v.ID != id {
			continue
		}
		if v.Channel == model.NoChannel {
			return t.postpone(row)
		}
		f := t.newContactForm(v, channelsOf(a.person))
		form := kit.NewForm(t.h.Dialogs(), model.Say("alumni.correct.title", "name", a.name()), f.fields()...)
		form.Check = func() error {
			_, err := model.NewContact(f.put(v))
			return err
		}
		kit.Open(t.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
			rec, err := model.NewContact(f.put(v))
			if err != nil {
				return t.h.Fail(err)
			}
			return t.commit(model.Change{
				Act:  model.Say("alumni.act.correct", "person", v.Person, "day", v.At.Date()),
				Puts: []model.Put{{Record: rec, Was: row.Rev}},
			}, model.Say("alumni.corrected"))
		})
		return nil
	}
	return nil
}
