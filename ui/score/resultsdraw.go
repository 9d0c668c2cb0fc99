package score

import (
	"strings"

	"muster/model"
	"muster/ui/kit"
)

// Draw paints what is shot or judged, the table, what there is to say of the
// row in hand, and how far the whole is.
func (r *results) Draw(c *kit.Canvas) {
	th := r.env.Theme
	l := r.layout()
	if !l.head.Empty() {
		c.TextFit(l.head.X, l.head.Y, l.head.W, th.Muted, r.about())
	}
	p := r.page()
	if p.rows == 0 {
		c.Wrap(l.pad, th.Muted, r.empty())
	} else {
		p.Draw(c.Sub(l.pad))
	}
	if !l.detail.Empty() {
		text, st := r.detail()
		n := min(len(kit.Lines(text, max(l.detail.W, 1))), l.detail.H)
		_, lines := l.detail.Top(l.detail.H - n)
		c.Wrap(lines, st, text)
	}
	if l.foot.Empty() {
		return
	}
	if !r.hint.IsZero() {
		c.TextFit(l.foot.X, l.foot.Y, l.foot.W, th.Warn, r.env.Say(r.hint))
		return
	}
	text, st := r.summary()
	c.TextFit(l.foot.X, l.foot.Y, l.foot.W, st, text)
}

func (r *results) empty() string {
	if r.rounds {
		return r.env.T("score.rounds.empty")
	}
	return r.env.T("score.why.nobody")
}

// about is what is shot or judged, under which light, and who scores.
func (r *results) about() string {
	f, e := r.draft, r.env
	var parts []string
	if f.hidden > 0 { // first: it is what the list is short of
		parts = append(parts, e.T("score.about.passed", "n", f.hidden))
	}
	switch f.mode {
	case byFire:
		fire := f.sheet.Fire
		parts = append(parts, fire.Title.In(e.Lang.Tag()),
			e.T("score.about.points", "of", fire.Most(), "pass", fire.Pass))
	case byPoints:
		parts = append(parts, e.T("score.about.points", "of", f.of, "pass", f.sheet.Pass))
	case byFinds:
		if f.sheet.Pass > 0 {
			parts = append(parts, e.T("score.about.mark", "pass", f.sheet.Pass))
		} else {
			parts = append(parts, e.T("score.about.finds"))
		}
	case byVerdict:
		parts = append(parts, e.T("score.about.verdict"))
	}
	if f.sheet.Light != "" {
		parts = append(parts, e.T("word.light."+string(f.sheet.Light)))
	}
	if f.sheet.Lot != "" {
		parts = append(parts, e.T("score.about.lot", "lot", f.sheet.Lot))
	}
	if s := r.h.Desk().Staff.Get(f.scorer); s != nil {
		parts = append(parts, e.T("score.about.scorer", "name", s.Label()))
	}
	return strings.Join(parts, " · ")
}

// detail is what there is to say of the row in hand.
func (r *results) detail() (string, kit.Style) {
	th, e := r.env.Theme, r.env
	if r.rounds {
		return e.T("score.rounds.how"), th.Muted
	}
	row := r.entry()
	if row == nil {
		return "", th.Muted
	}
	parts := []string{r.who(row)}
	if row.team > 0 {
		names := make([]string, len(row.people))
		for i, p := range row.people {
			names[i] = r.called(p)
		}
		parts = []string{strings.Join(names, ", ")}
	}
	st := th.Text
	warn := func(s string) {
		parts = append(parts, "! "+s)
		st = th.Warn
	}
	if row.unsafe {
		warn(e.T("score.detail.unsafe"))
	}
	if row.limit {
		warn(e.T("score.detail.limit", "n", r.draft.allowed))
	}
	for i, h := range row.hits {
		if s := r.draft.sheet.Fire.Stages[i]; h != none && h < s.Least {
			warn(e.T("score.detail.short", "stage", i+1, "n", h, "least", s.Least))
		}
	}
	if passed, known, _ := r.draft.judge(row); known && !passed && !row.unsafe && len(parts) == 1 && r.draft.mode == byFire {
		fire := r.draft.sheet.Fire
		points, _, _ := fire.Judge(row.hits)
		warn(e.T("score.detail.mark", "n", points, "need", (fire.Most()*fire.Pass+99)/100))
	}
	switch {
	case r.draft.past.passed[row.people[0]]:
		parts = append(parts, e.T("score.detail.passed"))
	case row.away != "":
		parts = append(parts, e.T("word.presence."+string(row.away)))
	case row.remembered && !row.result():
		parts = append(parts, e.T("score.detail.remembered"))
	}
	if row.note != "" {
		parts = append(parts, row.note)
	}
	return strings.Join(parts, " · "), st
}

// tally counts the officers, those whose last attempt is judged at every
// station, and those of them who passed at every one.
func (f *draft) tally() (people, scored, passed int) {
	type key struct {
		person  model.ID
		station int
	}
	last := map[key]*entry{}
	for i := range f.entries {
		e := &f.entries[i]
		for _, p := range e.people {
			k := key{p, e.station}
			if was := last[k]; was == nil || was.attempt < e.attempt && e.result() {
				last[k] = e
			}
		}
	}
	open, failed := map[model.ID]bool{}, map[model.ID]bool{}
	for k, e := range last {
		ok, known, _ := f.judge(e)
		open[k.person] = open[k.person] || !known
		failed[k.person] = failed[k.person] || !ok
	}
	for p, undone := range open {
		people++
		if !undone {
			scored++
			if !failed[p] {
				passed++
			}
		}
	}
	return people, scored, passed
}

// summary is how far the whole is.
func (r *results) summary() (string, kit.Style) {
	e, th := r.env, r.env.Theme
	people, scored, passed := r.draft.tally()
	text, st := e.T("score.summary", "n", scored, "of", people, "passed", passed, "failed", scored-passed), th.Muted
	if short := r.draft.short(); short != 0 {
		text = "! " + e.Say(shortOf(short)) + " · " + text
		st = th.Warn
	}
	return text, st
}

// shortOf says how many rounds are missing, or too many.
func shortOf(n int) model.Message {
	if n < 0 {
		return model.Say("score.rounds.over", "n", -n)
	}
	return model.Say("score.rounds.short", "n", n)
}

// Cursor is in the cell in hand.
func (r *results) Cursor() (x, y int, ok bool) {
	l := r.layout()
	x, y, ok = r.page().Cursor()
	return x + l.pad.X, y + l.pad.Y, ok
}
