package score

import (
	"slices"
	"strconv"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// fireEdit is the dialog in which a course of fire is made: a row a stage.
type fireEdit struct {
	h    tab.Host
	env  *kit.Env
	was  model.FireCourse // as it was begun with
	v    model.FireCourse
	rev  model.Rev
	act  string
	pad  pad
	hint model.Message
	w, t int
	kept *model.FireCourse
}

const (
	stageNo = iota
	stageYards
	stageRounds
	stageSeconds
	stageLeast
	stagePoints
	stageName
)

// editFire opens the stages; then gets what was kept.
func editFire(h tab.Host, v model.FireCourse, act string, then func(*model.FireCourse) tea.Cmd) tea.Cmd {
	d := &fireEdit{h: h, env: h.Env(), was: v, v: v, act: act}
	d.rev = h.Desk().RevOf(model.Ref{Kind: model.KindFireCourse, ID: v.ID})
	d.v.Stages = slices.Clone(v.Stages)
	if len(d.v.Stages) == 0 {
		d.v.Stages = []model.FireStage{{Rounds: 10, Points: 2}}
	}
	d.pad = pad{env: d.env, signs: "?+-", cell: d.cell, raw: d.raw, put: d.put, grow: d.grow}
	d.pad.reset(d.columns(), len(d.v.Stages))
	kit.Open(h.Dialogs(), d, then)
	if v.Title.IsZero() {
		return d.about()
	}
	return nil
}

func (d *fireEdit) columns() []padCol {
	number := func(id string) padCol {
		t := d.env.T("score.stage." + id)
		return padCol{id: id, head: [2]string{"", t}, w: max(kit.Width(t), 5), right: true, kind: digits, group: 1}
	}
	return []padCol{
		{id: "no", head: [2]string{"", "#"}, w: 2, right: true, side: first},
		number("yards"), number("rounds"), number("seconds"), number("least"), number("points"),
		{id: "name", head: [2]string{"", d.env.T("field.name")}, w: 14, most: 40, kind: text, group: 2},
	}
}

// number is where a column's number is kept, and the most it may be.
func (d *fireEdit) number(row, col int) (*int, int) {
	s := &d.v.Stages[row]
	switch col {
	case stageYards:
		return &s.Yards, 1000
	case stageRounds:
		return &s.Rounds, 200
	case stageSeconds:
		return &s.Seconds, 3600
	case stageLeast:
		return &s.Least, s.Rounds
	case stagePoints:
		return &s.Points, 100
	}
	return nil, 0
}

func (d *fireEdit) raw(row, col int) string {
	if col == stageName {
		return d.v.Stages[row].Name.In(d.env.Lang.Tag())
	}
	if n, _ := d.number(row, col); n != nil && *n > 0 {
		return strconv.Itoa(*n)
	}
	return ""
}

func (d *fireEdit) cell(row, col int) kit.Cell {
	th := d.env.Theme
	if col == stageNo {
		return kit.Cell{Text: strconv.Itoa(row + 1), Style: th.Muted}
	}
	return kit.Cell{Text: d.raw(row, col), Style: th.Text}
}

func (d *fireEdit) put(row, col int, s string) model.Message {
	if col == stageName {
		s = model.Clean(s)
		if utf8.RuneCountInString(s) > model.MaxName {
			return model.Say("score.why.long", "n", model.MaxName)
		}
		d.v.Stages[row].Name = d.v.Stages[row].Name.With(d.env.Lang.Tag(), s)
		return model.Message{}
	}
	at, most := d.number(row, col)
	if at == nil {
		return model.Message{}
	}
	n, ok := count(s, most)
	if !ok {
		return model.Say("score.why.at-most", "n", most)
	}
	*at = max(n, 0)
	return model.Message{}
}

// grow adds a stage like the last.
func (d *fireEdit) grow() bool {
	if len(d.v.Stages) >= 20 {
		d.hint = model.Say("score.why.stages")
		return false
	}
	next := model.FireStage{Rounds: 10, Points: 2}
	if n := len(d.v.Stages); n > 0 {
		next = d.v.Stages[n-1]
		next.Name = model.Text{}
	}
	d.v.Stages = append(d.v.Stages, next)
	d.pad.reset(d.columns(), len(d.v.Stages))
	return true
}

// drop takes the stage in hand out.
func (d *fireEdit) drop() tea.Cmd {
	d.v.Stages = slices.Delete(d.v.Stages, d.pad.row, d.pad.row+1)
	d.pad.reset(d.columns(), len(d.v.Stages))
	return nil
}

// about asks for what holds for the whole course of fire.
func (d *fireEdit) about() tea.Cmd {
	tag := d.env.Lang.Tag()
	title := kit.NewText("title", d.v.Title.In(tag)).Limit(model.MaxName)
	pass := kit.NewNumber("pass", d.v.Pass, 1, 100, model.Message{})
	attempts := kit.NewNumber("attempts", d.v.Attempts, 0, 9, model.Message{})
	attempts.Hint = model.Say("score.hint.attempts")
	light := kit.NewChoice("light", d.v.Light, lights(d.env))
	long := kit.NewToggle("long", d.v.Long)
	note := kit.NewNote("note", d.v.Note)
	note.Lines = 3
	form := kit.NewForm(d.h.Dialogs(), model.Say("score.fire.about"), title, pass, attempts, light, long, note)
	form.SaveLabel = "score.options.take"
	kit.Open(d.h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		if t := model.Clean(title.Value()); t != d.v.Title.In(tag) {
			d.v.Title = d.v.Title.With(tag, t)
		}
		d.v.Pass, d.v.Attempts, d.v.Light = pass.Value(), attempts.Value(), light.Value()
		d.v.Long, d.v.Note = long.Value(), model.CleanNote(note.Value())
		return nil
	})
	return nil
}

// Title names it.
func (d *fireEdit) Title() string {
	if t := d.v.Title.In(d.env.Lang.Tag()); t != "" {
		return t
	}
	return d.env.T("score.fire.untitled")
}

// Result is what was kept.
func (d *fireEdit) Result() *model.FireCourse { return d.kept }

// Size is a line a stage.
func (d *fireEdit) Size(maxW, maxH int) (w, h int) {
	return min(maxW, 76), min(maxH, len(d.v.Stages)+8)
}

// Resize takes the size.
func (d *fireEdit) Resize(w, h int) {
	d.w, d.t = w, h
	l := d.layout()
	d.pad.resize(l.pad.W, l.pad.H)
}

// A fireLayout is where everything is: the sum above, the stages, a word below.
type fireLayout struct{ head, pad, foot kit.Rect }

func (d *fireEdit) layout() fireLayout {
	var l fireLayout
	rest := kit.Rect{W: d.w, H: d.t}
	if d.t >= 6 {
		l.foot, rest = rest.Bottom(1)
		l.head, rest = rest.Top(1)
	}
	if d.t >= 9 {
		_, rest = rest.Top(1)
	}
	l.pad = rest
	return l
}

// Cursor is in the cell in hand.
func (d *fireEdit) Cursor() (x, y int, ok bool) {
	l := d.layout()
	x, y, ok = d.pad.Cursor()
	return x + l.pad.X, y + l.pad.Y, ok
}

// Update types, or runs one of its keys.
func (d *fireEdit) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	return d.pad.serve(msg, d.layout().pad, &d.hint, "score.why.digits", d.save, d.Actions)
}

// Actions are its keys.
func (d *fireEdit) Actions() []kit.Action {
	last := func() model.Message {
		if len(d.v.Stages) == 0 {
			return model.Say("score.why.no-stage")
		}
		return model.Message{}
	}
	return grouped([]kit.Action{
		{ID: "score.key.leave", Keys: []string{"esc", "ctrl+s"}, Rank: 1},
		keysAction(d.h, 2, &d.pad),
		{ID: "score.key.about", Keys: []string{"ctrl+o"}, Rank: 2, Run: d.about},
		{ID: "score.key.stage", Keys: []string{"+", "ctrl+n"}, Rank: 3, Run: func() tea.Cmd {
			if d.grow() {
				d.pad.to(d.pad.rows-1, d.pad.edge(1))
			}
			return nil
		}},
		{ID: "score.key.stage-drop", Keys: []string{"-", "ctrl+x"}, Rank: 4, Why: last, Run: d.drop},
	})
}

// save keeps what was made and ends; what cannot be kept is only thrown away
// when that is wanted.
func (d *fireEdit) save() (kit.Outcome, tea.Cmd) {
	rec, err := model.NewFireCourse(d.v)
	if err != nil {
		d.hint = problem(err)
		ask := kit.NewConfirm(d.env, model.Say("score.cannot.title"), d.hint, model.Say("score.cannot"),
			"score.throw", "score.go-on", "x", "")
		kit.Open(d.h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd {
			d.h.Dialogs().Drop(d)
			return nil
		})
		return kit.Stay, nil
	}
	d.kept = rec
	if same(rec, &d.was) && d.rev > 0 {
		return kit.Done, nil
	}
	return kit.Done, tea.Batch(
		d.h.Commit(model.Change{Act: model.Say(d.act, "title", rec.Title), Puts: []model.Put{{Record: rec, Was: d.rev}}}),
		d.h.Tell(kit.OK, model.Say("score.fires.kept", "title", rec.Title)))
}

func same(a, b *model.FireCourse) bool {
	return a.Title == b.Title && slices.Equal(a.Stages, b.Stages) && a.Pass == b.Pass && a.Attempts == b.Attempts &&
		a.Long == b.Long && a.Light == b.Light && a.Note == b.Note
}

// Draw paints the sum, the stages and a word.
func (d *fireEdit) Draw(c *kit.Canvas) {
	th, e := d.env.Theme, d.env
	l := d.layout()
	if !l.head.Empty() {
		c.TextFit(l.head.X, l.head.Y, l.head.W, th.Muted,
			e.T("score.about.fire", "rounds", d.v.Rounds(), "points", d.v.Most(), "pass", d.v.Pass))
	}
	if d.pad.rows == 0 {
		c.Wrap(l.pad, th.Muted, e.T("score.fire.no-stages"))
	} else {
		d.pad.Draw(c.Sub(l.pad))
	}
	switch {
	case l.foot.Empty():
	case !d.hint.IsZero():
		c.TextFit(l.foot.X, l.foot.Y, l.foot.W, th.Warn, e.Say(d.hint))
	default:
		c.TextFit(l.foot.X, l.foot.Y, l.foot.W, th.Muted, e.T("score.fire.how"))
	}
}
