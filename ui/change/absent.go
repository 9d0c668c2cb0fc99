package change

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// Absent asks from when until when somebody of the staff is away; the zero id
// leaves open who.
func Absent(h tab.Host, staff model.ID) tea.Cmd {
	e, now := h.Env(), here(h)
	who := kit.NewChoice("staff", staff, staffOptions(h, now))
	who.Check = chosen("staff")
	span := newStretch(e, now)
	var reasons []kit.Option[model.Reason]
	for _, r := range model.Reasons {
		reasons = append(reasons, kit.Option[model.Reason]{Value: r, Label: e.T("word.reason." + string(r))})
	}
	reason := kit.NewChoice("reason", model.Sick, reasons)
	start := h.Desk()
	read := func() (*model.Staff, error) {
		s := start.Staff.Get(who.Value())
		if s == nil {
			return nil, model.Wrong("staff", "model.missing")
		}
		if slices.ContainsFunc(s.Absences, func(a model.Absence) bool { return a.Contains(span.span()) }) {
			return nil, model.Wrong("from", "change.absent.known", "who", s.ID)
		}
		next := *s
		next.Absences = append(slices.Clone(s.Absences), model.Absence{Span: span.span(), Reason: reason.Value()})
		return model.NewStaff(next)
	}
	form := kit.NewForm(h.Dialogs(), model.Say("change.absent.title"), append(append([]kit.Field{who}, span.fields()...), reason)...)
	form.Check = func() error {
		if err := span.wrong(); err != nil {
			return err
		}
		_, err := read()
		return err
	}
	if !staff.IsZero() {
		form.Focus("from")
	}
	kit.Open(h.Dialogs(), form, func(*kit.Form) tea.Cmd {
		rec, err := read()
		if err != nil {
			return h.Fail(err)
		}
		ev := &event{h: h, kind: absent, id: rec.ID, span: span.span(), before: h.Board()}
		cmd := h.Commit(model.Change{
			Act:  model.Say("change.act.absent", "who", rec.ID, "at", said(span.span())),
			Puts: []model.Put{{Record: rec, Was: start.RevOf(model.RefOf(rec))}},
		})
		return tea.Batch(cmd, ev.show())
	})
	return nil
}

// chosen refuses a choice that was not made.
func chosen(field string) func(model.ID) *model.Problem {
	return func(id model.ID) *model.Problem {
		if id.IsZero() {
			return model.Wrong(field, "model.missing")
		}
		return nil
	}
}

// staffOptions is the staff, those who have something to do on the day first:
// it is they who are missed.
func staffOptions(h tab.Host, now model.Quarter) []kit.Option[model.ID] {
	e, d := h.Env(), h.Desk()
	today := map[model.ID]int{}
	for s := range d.Sessions.All {
		if !s.Placed() || s.Off != nil || s.Start.Date() != now.Date() {
			continue
		}
		for _, id := range s.Crew() {
			today[id]++
		}
	}
	var out []kit.Option[model.ID]
	for s := range d.Staff.All {
		if !s.Left.IsZero() && s.Left <= now.Date() {
			continue
		}
		o := kit.Option[model.ID]{Value: s.ID, Label: s.Name()}
		if n := today[s.ID]; n > 0 {
			o.Note = e.T("change.today", "n", n)
		}
		out = append(out, o)
	}
	knownFirst(out, today)
	return out
}

// knownFirst puts in front those of whom the map says anything; they and the
// others follow by name.
func knownFirst[N cmp.Ordered](list []kit.Option[model.ID], known map[model.ID]N) {
	var none N
	slices.SortStableFunc(list, func(a, b kit.Option[model.ID]) int {
		if x, y := known[a.Value], known[b.Value]; (x > none) != (y > none) {
			return cmp.Compare(y, x)
		}
		return cmp.Compare(kit.Fold(a.Label), kit.Fold(b.Label))
	})
}
