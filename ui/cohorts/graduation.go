package cohorts

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/graduate"
	"muster/ui/kit"
)

// graduation decides who goes home with what: everybody with what is proposed
// and why; an outcome other than the proposed one needs a reason. It ends in
// the awards as decided.
type graduation struct {
	t        *Tab
	env      *kit.Env
	cohort   *model.Cohort
	on       model.Date
	proposed []graduate.Award
	awards   []graduate.Award
	grid     *kit.Grid[model.ID]
	hint     model.Message // why the last key did nothing
	w, h     int
}

func newGraduation(t *Tab) *graduation {
	d := &graduation{t: t, env: t.env(), cohort: t.cohort, on: graduate.On(t.desk(), t.cohort, t.now().Date())}
	d.proposed = graduate.Propose(t.desk(), t.cohort, t.now())
	d.awards = slices.Clone(d.proposed)
	d.grid = kit.NewGrid[model.ID](d.env, headed([]kit.Column{
		{ID: "no", Title: d.env.T("cohorts.col.no"), Min: 3, Right: true},
		{ID: "name", Title: d.env.T("cohorts.col.name"), Min: 18, Max: 36, Grow: 2},
		{ID: "outcome", Title: d.env.T("cohorts.col.outcome"), Min: 16, Max: 22, Grow: 1},
		{ID: "why", Title: d.env.T("cohorts.col.why"), Min: 20, Grow: 4},
	})...)
	d.grid.Empty = model.Say("cohorts.graduate.nobody")
	d.grid.SetRows(kit.Rows[model.ID]{
		Len:  len(d.awards),
		Key:  func(i int) model.ID { return d.awards[i].Seat.Person },
		Cell: d.cell,
	})
	return d
}

func (d *graduation) cell(row, col int) kit.Cell {
	e, th := d.env, d.env.Theme
	a := &d.awards[row]
	switch col {
	case 0:
		if a.Seat.No == 0 {
			return kit.Cell{}
		}
		return kit.Cell{Text: itoa(a.Seat.No), Style: th.Muted}
	case 1:
		if p := d.t.person(a.Seat.Person); p != nil {
			return kit.Cell{Text: p.Name(), Style: th.Text}
		}
		return kit.Cell{Text: e.T("cohorts.unread"), Style: th.Muted}
	case 2:
		if a.Open && a.Kind == "" {
			return kit.Cell{Text: "… " + e.T("cohorts.outcome.open"), Style: th.Due}
		}
		sign, look := outcomeLook(a.Kind)
		return kit.Cell{Text: sign + " " + e.T(outcomeWord(a.Kind)), Style: look.style(th)}
	}
	switch {
	case a.Held != nil:
		return kit.Cell{Text: e.T("cohorts.graduate.has", "no", a.Held.No), Style: th.Muted}
	case a.Note != "":
		return kit.Cell{Text: e.T("cohorts.graduate.decided", "why", a.Note), Style: th.Accent}
	case len(a.Reasons) == 0:
		return kit.Cell{}
	}
	return kit.Cell{Text: strings.Join(d.reasons(a), "; "), Style: th.Muted}
}

// reasons is why somebody does not complete the course.
func (d *graduation) reasons(a *graduate.Award) []string {
	said := make([]string, len(a.Reasons))
	for i, r := range a.Reasons {
		said[i] = strings.TrimSuffix(d.env.Say(r), ".")
	}
	return said
}

// detail is all of the row under the cursor that the list may have cut.
func (d *graduation) detail() string {
	row, ok := d.grid.Current()
	if !ok {
		return ""
	}
	a := &d.awards[row]
	why := d.cell(row, 3).Text
	if a.Held == nil && a.Note != "" && len(a.Reasons) > 0 {
		why += ". " + strings.Join(d.reasons(a), "; ")
	}
	who := d.cell(row, 1).Text
	if why == "" {
		return who + ": " + d.cell(row, 2).Text
	}
	return who + ": " + why
}

// foot is the lines below the list: the detail, a blank, what it comes to.
func (d *graduation) foot() int {
	switch {
	case d.h > 12:
		return graduationFoot
	case d.h > 2:
		return 2
	}
	return 0
}

const graduationFoot = 5

// Title names the cohort and the day the certificates bear.
func (d *graduation) Title() string {
	return d.env.T("cohorts.graduate.title", "cohort", d.cohort.Code, "date", d.on)
}

// Result is the awards as decided.
func (d *graduation) Result() []graduate.Award { return d.awards }

// Size is wide, and as high as the class.
func (d *graduation) Size(maxW, maxH int) (w, h int) {
	return min(112, maxW), min(len(d.awards)+2+graduationFoot, maxH)
}

// Resize takes the size.
func (d *graduation) Resize(w, h int) {
	d.w, d.h = w, h
	d.grid.Resize(w, max(h-d.foot(), 0))
}

// Cursor is the filter's.
func (d *graduation) Cursor() (x, y int, ok bool) { return d.grid.Cursor() }

// Update walks the list, changes an outcome, or graduates.
func (d *graduation) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if text, typing := d.grid.Filter(); !ok || typing || text != "" && kit.IsKey(k, "esc") {
		d.grid.Update(msg)
		d.Resize(d.w, d.h)
		return kit.Stay, nil
	}
	d.hint = model.Message{}
	switch {
	case kit.IsKey(k, "esc"):
		return kit.Cancelled, nil
	case kit.IsKey(k, "enter", "ctrl+s"):
		if d.fresh() == 0 {
			d.hint = model.Say("graduate.nobody", "cohort", d.cohort.Code)
			return kit.Stay, nil
		}
		return kit.Done, nil
	case kit.IsKey(k, "space"):
		return kit.Stay, d.decide()
	case kit.IsKeys(k):
		d.t.h.Dialogs().ListKeys()
		return kit.Stay, nil
	}
	d.grid.Update(msg)
	return kit.Stay, nil
}

// fresh is how many certificates would be given.
func (d *graduation) fresh() int {
	n := 0
	for i := range d.awards {
		if a := &d.awards[i]; a.Held == nil && a.Kind != "" {
			n++
		}
	}
	return n
}

// decide asks for the outcome of the one under the cursor.
func (d *graduation) decide() tea.Cmd {
	row, ok := d.grid.Current()
	if !ok {
		return nil
	}
	a, proposed := &d.awards[row], d.proposed[row]
	if a.Held != nil {
		d.hint = model.Say("cohorts.graduate.held", "no", a.Held.No)
		return nil
	}
	var options []kit.Option[model.CertificateKind]
	start := 0
	for i, k := range []model.CertificateKind{model.CompletedCourse, model.AttendedCourse, ""} {
		o := kit.Option[model.CertificateKind]{Value: k, Label: d.env.T(outcomeWord(k))}
		if k == proposed.Kind {
			o.Note = d.env.T("cohorts.graduate.as-proposed")
		}
		if k == a.Kind {
			start = i
		}
		options = append(options, o)
	}
	title := model.Say("cohorts.graduate.outcome-of", "person", a.Seat.Person)
	kit.Open(d.t.h.Dialogs(), kit.NewChoose(d.env, title, options, start), func(k model.CertificateKind) tea.Cmd {
		if k == proposed.Kind {
			a.Kind, a.Note = k, ""
			return nil
		}
		ask := kit.NewPrompt(d.env, title, model.Say("cohorts.graduate.reason"), a.Note, reasoned)
		kit.Open(d.t.h.Dialogs(), ask, func(why string) tea.Cmd {
			a.Kind, a.Note = k, model.Clean(why)
			return nil
		})
		return nil
	})
	return nil
}

// reasoned refuses a reason that says nothing.
func reasoned(s string) *model.Problem {
	if strings.TrimSpace(s) == "" {
		return model.Wrong("", "cohorts.graduate.no-reason")
	}
	return nil
}

// Draw paints the list, and below it what it comes to.
func (d *graduation) Draw(c *kit.Canvas) {
	th := d.env.Theme
	foot, body := c.Bounds().Bottom(d.foot())
	d.grid.Draw(c.Sub(body), true)
	if foot.Empty() {
		return
	}
	foot, rest := foot.Bottom(2)
	if !rest.Empty() {
		_, rest = rest.Top(1)
		c.Wrap(rest.Inset(1, 0), th.Text, d.detail())
	}
	if !d.hint.IsZero() {
		c.TextFit(1, foot.Y+1, c.W()-2, th.Warn, d.env.Say(d.hint))
		return
	}
	x := 1
	count := map[model.CertificateKind]int{}
	open := 0
	for i := range d.awards {
		if a := &d.awards[i]; a.Open && a.Kind == "" {
			open++
		} else {
			count[a.Kind]++
		}
	}
	if open > 0 {
		x += c.TextFit(x, foot.Y+1, c.W()-x, th.Due, d.env.T("cohorts.count.open", "n", open)) + 3
	}
	for _, k := range []model.CertificateKind{model.CompletedCourse, model.AttendedCourse, ""} {
		if count[k] == 0 {
			continue
		}
		_, look := outcomeLook(k)
		x += c.TextFit(x, foot.Y+1, c.W()-x, look.style(th), d.env.T("cohorts.count."+strings.TrimPrefix(outcomeWord(k), "cohorts.outcome."), "n", count[k])) + 3
	}
	if d.cohort.Last > d.t.h.Today() && x < c.W() {
		c.TextFit(x, foot.Y+1, c.W()-x, th.Due, d.env.T("cohorts.graduate.early", "last", d.cohort.Last))
	}
}

// Actions are the keys worth knowing.
func (d *graduation) Actions() []kit.Action {
	return []kit.Action{
		{ID: "cohorts.graduate.do", Keys: []string{"enter", "ctrl+s"}, Rank: 1},
		{ID: "cohorts.graduate.decide", Keys: []string{"space"}, Rank: 2},
		{ID: "cohorts.filter", Keys: []string{"/"}, Rank: 5},
		kit.KeysAction(4),
		{ID: "kit.cancel", Keys: []string{"esc"}, Rank: 3},
	}
}

func (t *Tab) whyNoGraduation() model.Message {
	switch m := t.whyNobody(); {
	case !m.IsZero():
		return m
	case t.cohort.State == model.Closed:
		return model.Say("cohorts.why.closed")
	case t.h.Today() < t.cohort.First:
		return model.Say("cohorts.why.not-begun", "first", t.cohort.First)
	}
	return model.Message{}
}

// graduate opens the graduation; what is decided there is one act.
func (t *Tab) graduate() tea.Cmd {
	d := newGraduation(t)
	held := t.hold(t.cohort)
	give := func(awards []graduate.Award) tea.Cmd {
		c := t.desk().Cohorts.Get(d.cohort.ID)
		if c == nil {
			return nil
		}
		recs, err := graduate.Records(t.desk(), c, awards, d.on, t.h.NewID)
		if err != nil {
			return t.h.Fail(err)
		}
		n := len(recs) - 1
		change := model.Change{Act: model.Say("cohorts.act.graduate", "n", n, "cohort", c.Code, "date", d.on)}
		for _, r := range recs {
			put := t.desk().Put(r)
			if r.RecordKind() == model.KindCohort {
				put = held(r) // as it was when the list was read
			}
			change.Puts = append(change.Puts, put)
		}
		save := t.commit(change, model.Say("cohorts.graduated", "n", n, "cohort", c.Code))
		return tea.Batch(save, t.show(outcomeView))
	}
	kit.Open(t.h.Dialogs(), d, func(awards []graduate.Award) tea.Cmd {
		open := 0
		for _, a := range awards {
			if a.Open && a.Kind == "" && a.Held == nil {
				open++
			}
		}
		if open == 0 {
			return give(awards)
		}
		// Most of the class without a result is more likely a key too early.
		ask := kit.NewConfirm(t.env(), model.Say("cohorts.graduate.title", "cohort", d.cohort.Code, "date", d.on), model.Say("cohorts.graduate.open", "n", open),
			model.Say("cohorts.graduate.open-detail"), "cohorts.graduate.go", "cohorts.graduate.wait", "g", "enter")
		kit.Open(t.h.Dialogs(), ask, func(kit.Confirmed) tea.Cmd { return give(awards) })
		return nil
	})
	return nil
}

// voidCertificate makes the certificate of the person under the cursor void,
// with a reason. Its number is never given again.
func (t *Tab) voidCertificate() tea.Cmd {
	a := t.award()
	if a == nil || a.Held == nil {
		return nil
	}
	v := a.Held
	cohort := t.cohort
	held := map[model.Kind]func(model.Record) model.Put{model.KindCertificate: t.hold(v), model.KindCohort: t.hold(cohort)}
	kit.Open(t.h.Dialogs(), kit.NewPrompt(t.env(), model.Say("cohorts.void.title", "no", v.No), model.Say("cohorts.void.reason"), "", reasoned),
		func(why string) tea.Cmd {
			recs, err := graduate.Void(cohort, v, t.h.Today(), model.Clean(why))
			if err != nil {
				return t.h.Fail(err)
			}
			change := model.Change{Act: model.Say("cohorts.act.void", "no", v.No)}
			for _, r := range recs {
				change.Puts = append(change.Puts, held[r.RecordKind()](r)) // as it was when the reason was asked
			}
			return t.commit(change, model.Say("cohorts.void.done", "no", v.No))
		})
	return nil
}
