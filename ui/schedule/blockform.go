package schedule

import (
	"reflect"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// A blockForm is everything a block brings, as fields: those of the kind in
// hand are shown, the others keep what they hold until saved.
type blockForm struct {
	t    *Tab
	s    model.Session // what it began with
	kind *kit.ChoiceField[model.BlockKind]

	title                      *kit.ValueField[string]
	length                     *kit.ValueField[int]
	squads                     *kit.ManyField[model.Squad]
	place                      *kit.ChoiceField[model.PlaceKind]
	ammo                       *kit.ChoiceField[model.Ammo]
	night, brief, hard, rest   *kit.ToggleField
	lang                       *kit.ChoiceField[string]
	earliest, latest, usualAt  *kit.ValueField[int]
	usualDay, together         *kit.ValueField[int]
	exam, ends                 *kit.ToggleField
	ride                       *kit.ChoiceField[model.RideKind]
	relays, rounds             *kit.ValueField[int]
	auto, first, qualify, long *kit.ToggleField
	course, ammunition         *kit.ChoiceField[model.ID]
	cars, hides, team, runs    *kit.ValueField[int]
	casualties, players, teams *kit.ValueField[int]
	heights                    *kit.ToggleField
	needs                      []needField
	kits                       []kitField
	vehicles                   []carField
	after                      *kit.ManyField[int]
	later                      []laterField
	note, sessionNote          *kit.NoteField
	began                      model.Session // what the fields say untouched
}

// editBlock opens the block under the cursor as a form.
func (t *Tab) editBlock() tea.Cmd {
	s := t.own()
	f := t.newBlockForm(s.Clone())
	form := f.form(model.Say("schedule.block.edit", "block", s.Block.Title))
	held := t.host.Desk().RevOf(model.RefOf(s))
	kit.Open(t.host.Dialogs(), form, func(*kit.Form) tea.Cmd {
		now := t.host.Desk().Sessions.Get(s.ID)
		if now == nil {
			return t.tell(kit.Warn, model.Say("schedule.gone"))
		}
		next := f.session()
		next.Start, next.Place, next.Staff = now.Start, now.Place, now.Staff
		next.Cars, next.Pinned = now.Cars, now.Pinned
		next.Only, next.Again, next.Off, next.Circuit = now.Only, now.Again, now.Off, now.Circuit
		if next.Ride != nil && now.Ride != nil {
			next.Ride = now.Clone().Ride
		}
		if reflect.DeepEqual(&next, now) {
			return t.tell(kit.Info, model.Say("schedule.block.same"))
		}
		rec, err := model.NewSession(next)
		if err != nil {
			return t.refuse(err)
		}
		put := t.host.Desk().Put(rec)
		if !reflect.DeepEqual(now.Block, s.Block) || now.Squads != s.Squads || now.Note != s.Note {
			put.Was = held // somebody else changed what is on the form: not unseen
		}
		return t.commit(model.Change{Act: model.Say("schedule.act.edit", "block", next.Block.Title), Puts: []model.Put{put}})
	})
	return nil
}

// addBlock opens the form of a new block: it comes to lie where the cursor is,
// or in the tray when a card is there already.
func (t *Tab) addBlock() tea.Cmd {
	s := model.Session{
		ID: t.host.NewID(), Cohort: t.cohort.ID, Squads: t.cohort.SquadSet(),
		Block: model.Block{Kind: model.KindClass, Length: model.Hour, Place: model.Classroom},
	}
	if t.lens.kind == bySquad {
		s.Squads = model.SquadsOf(t.lens.squad)
	}
	if !t.inTray && t.sel.IsZero() && len(t.sessions) > 0 {
		s.Start = t.at
	}
	f := t.newBlockForm(s)
	kit.Open(t.host.Dialogs(), f.form(model.Say("schedule.block.new")), func(*kit.Form) tea.Cmd {
		next := f.session()
		act := model.Say("schedule.act.add-tray", "block", next.Block.Title)
		if next.Placed() {
			act = model.Say("schedule.act.add", "block", next.Block.Title, "at", next.Start)
			t.sel = next.ID
		} else {
			t.traySel = next.ID
		}
		return t.keep(act, next)
	})
	return nil
}

func options[T ~string](t *Tab, prefix string, list []T) []kit.Option[T] {
	out := make([]kit.Option[T], len(list))
	for i, v := range list {
		out[i] = kit.Option[T]{Value: v, Label: t.env.T(prefix + string(v))}
	}
	return out
}

func (t *Tab) newBlockForm(s model.Session) *blockForm {
	b := &s.Block
	f := &blockForm{t: t, s: s}
	kinds := options(t, "word.kind.", model.BlockKinds)
	for i := range kinds {
		kinds[i].Label = string(kinds[i].Value) + "  " + kinds[i].Label
	}
	f.kind = kit.NewChoice("kind", b.Kind, kinds)
	f.title = kit.NewText("title", b.Title.In(t.env.Lang.Tag())).Limit(model.MaxName)
	f.length = kit.NewLength("length", b.Length, 1, model.Day)
	f.squads = kit.NewMany("squads", t.squadOptions(&s))
	f.squads.Hidden = func() bool { return t.cohort.Squads == 0 || len(s.Only) > 0 || f.kind.Value() == model.KindRide }
	f.place = kit.NewChoice("place", b.Place, options(t, "word.place.", append([]model.PlaceKind{""}, model.PlaceKinds...)))
	f.place.Label = model.Say("schedule.field.place-kind")
	f.ammo = kit.NewChoice("ammo", b.Ammo, options(t, "word.ammo.", model.Ammos))
	f.night, f.brief = kit.NewToggle("night", b.Night), kit.NewToggle("briefing", b.Briefing)
	f.hard, f.rest = kit.NewToggle("strenuous", b.Strenuous), kit.NewToggle("rest", b.Rest)
	f.lang = kit.NewChoice("language", b.Language, t.languages())
	f.earliest = kit.NewTime("earliest", orNone(b.Earliest), true)
	f.latest = kit.NewTime("latest", orNone(b.Latest%model.Day), true)
	f.latest.Hint = model.Say("schedule.field.latest.hint")
	f.usualDay = numberOrNone("usualDay", b.Usual.Day, 366)
	f.usualDay.Hint = model.Say("schedule.field.usual.hint")
	f.usualAt = kit.NewTime("usualAt", orNone(b.Usual.At), true)
	f.together = numberOrNone("together", b.Together, model.MaxSquads)
	f.together.Hint = model.Say("schedule.field.together.hint")
	f.note = kit.NewNote("note", b.Note)
	f.note.Label, f.note.Lines = model.Say("schedule.field.block-note"), 2
	f.sessionNote = kit.NewNote("sessionNote", s.Note)
	f.sessionNote.Label, f.sessionNote.Lines = model.Say("schedule.field.session-note"), 2
	f.kindFields(b)
	f.needFields(b)
	f.kitFields(b)
	f.afterField(b)
	f.began = f.read()
	return f
}

// orNone is the value of an optional time field.
func orNone(quarter int) int {
	if quarter == 0 {
		return kit.NoTime
	}
	return quarter
}

func (t *Tab) squadOptions(s *model.Session) []kit.Option[model.Squad] {
	var out []kit.Option[model.Squad]
	for _, q := range t.cohort.SquadSet().List() {
		out = append(out, kit.Option[model.Squad]{
			Value: q, On: s.Squads.Has(q),
			Label: t.env.T("schedule.lens.squad", "squad", q.String()) + "  " + t.env.T("schedule.officers", "n", t.cohort.Strength(model.SquadsOf(q))),
		})
	}
	return out
}

func (t *Tab) languages() []kit.Option[string] {
	out := []kit.Option[string]{{Label: t.env.T("schedule.field.any-language")}}
	for _, l := range model.Languages {
		out = append(out, kit.Option[string]{Value: l, Label: t.env.T("word.lang." + l)})
	}
	return out
}

// form puts the fields in their order.
func (f *blockForm) form(title model.Message) *kit.Form {
	fields := []kit.Field{f.kind, f.title, f.length, f.squads, f.place, f.ammo}
	fields = append(fields, f.ofKind()...)
	fields = append(fields, kit.NewHeading(model.Say("schedule.block.when")),
		f.earliest, f.latest, f.usualDay, f.usualAt, f.night, f.rest, f.brief, f.hard, f.lang, f.together)
	fields = append(fields, kit.NewHeading(model.Say("schedule.block.people")))
	for _, n := range f.needs {
		fields = append(fields, n.number, n.skill)
	}
	if len(f.kits) > 0 {
		fields = append(fields, kit.NewHeading(model.Say("schedule.block.kit")))
		for _, k := range f.kits {
			fields = append(fields, k.number)
		}
	}
	fields = append(fields, kit.NewHeading(model.Say("schedule.block.vehicles")))
	for _, v := range f.vehicles {
		fields = append(fields, v.number)
	}
	if f.after != nil {
		fields = append(fields, kit.NewHeading(model.Say("schedule.block.order")), f.after)
		for _, x := range f.later {
			fields = append(fields, x.days)
		}
	}
	fields = append(fields, kit.NewHeading(model.Say("schedule.block.notes")), f.note, f.sessionNote)
	form := kit.NewForm(f.t.host.Dialogs(), title, fields...)
	form.Check = func() error {
		_, err := model.NewSession(f.session())
		return err
	}
	return form
}

// session is what the fields say now; where they have not been touched, what
// was there, as it was: a detail that is not given stays so.
func (f *blockForm) session() model.Session {
	next := f.read()
	b, was, began := &next.Block, &f.s.Block, &f.began.Block
	if b.Kind == was.Kind && b.Ammo == was.Ammo {
		keepSame(&b.Fire, began.Fire, was.Fire)
		keepSame(&b.Search, began.Search, was.Search)
		keepSame(&b.House, began.House, was.House)
		keepSame(&b.Rescue, began.Rescue, was.Rescue)
		keepSame(&b.Exercise, began.Exercise, was.Exercise)
	}
	keepSame(&b.Needs, began.Needs, was.Needs)
	keepSame(&b.Kit, began.Kit, was.Kit)
	keepSame(&b.Vehicles, began.Vehicles, was.Vehicles)
	keepSame(&b.After, began.After, was.After)
	keepSame(&b.Title, began.Title, was.Title)
	keepSame(&b.Latest, began.Latest, was.Latest)
	return next
}

// keepSame gives a detail back as it was when the fields say no more of it
// than they did at first.
func keepSame[T any](now *T, began, was T) {
	if reflect.DeepEqual(*now, began) {
		*now = was
	}
}

// read is what the fields say, each for itself.
func (f *blockForm) read() model.Session {
	s := (&f.s).Clone()
	b := &s.Block
	b.Kind = f.kind.Value()
	if b.Title.IsZero() {
		b.Title = model.OneText(f.t.env.Lang.Tag(), f.title.Value())
	} else {
		b.Title = b.Title.With(titleTag(b.Title, f.t.env.Lang.Tag()), f.title.Value())
	}
	b.Length, b.Place, b.Ammo = f.length.Value(), f.place.Value(), f.ammo.Value()
	b.Night, b.Briefing, b.Strenuous, b.Rest = f.night.Value(), f.brief.Value(), f.hard.Value(), f.rest.Value()
	b.Language, b.Together = f.lang.Value(), f.together.Value()
	b.Earliest, b.Latest = max(f.earliest.Value(), 0), max(f.latest.Value(), 0)
	if b.Latest > 0 && b.Latest <= b.Earliest {
		b.Latest += model.Day // it ends after midnight
	}
	b.Usual = model.Usual{Day: f.usualDay.Value(), At: max(f.usualAt.Value(), 0)}
	if f.t.cohort.Squads > 0 && len(s.Only) == 0 {
		s.Squads = model.SquadsOf(f.squads.Value()...)
	}
	b.Note, s.Note = f.note.Value(), f.sessionNote.Value()
	f.readKind(b)
	f.readNeeds(b)
	f.readKit(b)
	f.readAfter(b)
	if b.Kind == model.KindRide {
		s.Squads = 0
		if s.Ride == nil {
			s.Ride = &model.Ride{}
		}
	} else {
		s.Ride = nil
	}
	return s
}

// titleTag is the language that a title shown in tag is written in.
func titleTag(title model.Text, tag string) string {
	switch {
	case tag == "es" && title.Es == "":
		return "en"
	case tag != "es" && title.En == "":
		return "es"
	}
	return tag
}
