package plan

import (
	"strconv"
	"strings"

	"muster/model"
	"muster/model/planner"
	"muster/model/rules"
	"muster/ui/kit"
	"muster/ui/paper"
)

// A reason is a line of the page.
type reason struct {
	mark string
	tone tone
	text string
	full string    // the same below the list; "": text
	to   model.Ref // where enter goes; zero: nowhere
	rule string    // the setting that enter opens; "": none
}

// A tone is how a line is meant.
type tone uint8

const (
	plain tone = iota
	quiet
	good
	caution
	bad
)

func (t tone) style(th *kit.Theme) kit.Style {
	switch t {
	case quiet:
		return th.Muted
	case good:
		return th.OK
	case caution:
		return th.Warn
	case bad:
		return th.Clash
	}
	return th.Text
}

// fill makes the lines.
func (w *reasons) fill() {
	w.rows = nil
	if w.s != nil {
		w.fillLive()
	}
	w.fillFound()
	e, rows := w.env, w.rows // not those of the next asking
	w.grid.SetColumns(
		kit.Column{ID: "mark", Min: 2, Max: 2},
		kit.Column{ID: "why", Title: e.T("plan.col.reason"), Min: 20, Grow: 1})
	w.grid.SetRows(kit.Rows[int]{
		Len: len(rows), Key: func(i int) int { return i },
		Cell: func(i, col int) kit.Cell {
			r := rows[i]
			if col == 0 {
				return kit.Cell{Text: r.mark, Style: r.tone.style(e.Theme)}
			}
			return kit.Cell{Text: r.text, Style: r.tone.style(e.Theme)}
		},
	})
}

func (w *reasons) add(r reason) { w.rows = append(w.rows, r) }

// mostDays is how many days are named on which a session could begin.
const mostDays = 4

// fillLive is what the rules say of the session where it is asked about, and
// where else it could begin.
func (w *reasons) fillLive() {
	e, try := w.env, w.tried()
	switch {
	case !try.Placed():
		w.add(reason{text: e.T("plan.here.tray", "block", w.title()), tone: quiet})
	case len(w.live) == 0:
		w.add(reason{mark: "✓", tone: good, text: e.T("plan.here.fine", "at", try.Span())})
	default:
		w.add(reason{text: e.T("plan.here.wrong", "at", try.Span(), "n", len(w.live)), tone: quiet})
	}
	for i := range w.live {
		c := &w.live[i]
		r := reason{mark: "·", tone: caution, text: e.Say(c.Text)}
		if c.Hard {
			r.mark, r.tone = "!", plain
		}
		for _, id := range c.Sessions {
			if id != w.id {
				r.to = model.Ref{Kind: model.KindSession, ID: id}
			}
		}
		w.add(r)
	}
	if w.starts == 0 {
		w.add(reason{mark: "!", tone: bad, text: e.T("plan.starts.none")})
		return
	}
	w.add(reason{text: e.T("plan.starts", "n", w.starts, "days", len(w.legal), "first", w.legal[:min(len(w.legal), mostDays)]), tone: quiet})
}

// fillFound is what the planner found: what cannot hold together, and what
// would help.
func (w *reasons) fillFound() {
	e := w.env
	if w.holds() {
		return
	}
	for i, r := range w.ex.Requirements {
		row := reason{mark: strconv.Itoa(i + 1), text: e.Say(r.Text), to: about(w.desk, r.Text)}
		if len(r.Sessions) > 0 {
			row.to = model.Ref{Kind: model.KindSession, ID: r.Sessions[0]}
		}
		w.add(row)
	}
	list, left := w.loosenings()
	if len(list) > 0 {
		w.add(reason{tone: quiet, text: e.T("plan.loosen")})
	}
	if len(list) == 0 && w.starts == 0 && w.over && w.ex.Verdict == planner.Impossible {
		w.add(reason{tone: quiet, text: e.T("plan.loosen.none")})
	}
	for _, l := range list {
		row := reason{mark: "✓", tone: good, text: e.Say(l.Text), full: e.T("plan.loosen.works", "what", l.Text)}
		if !l.Works {
			row.mark, row.tone, row.full = "?", caution, e.T("plan.loosen.perhaps", "what", l.Text)
		}
		if settable(l) {
			row.rule = l.Rule
		} else if row.to = about(w.desk, l.Text); row.to.ID.IsZero() {
			row.to = w.whose(l.Rule)
		}
		w.add(row)
	}
	if left > 0 {
		w.add(reason{tone: quiet, text: e.T("plan.loosen.more", "n", left)})
	}
}

// mostPerhaps is how many loosenings are listed of which it is not shown that
// they help.
const mostPerhaps = 5

// loosenings are what would help, what was shown to first; left is how many
// are not listed.
func (w *reasons) loosenings() (list []planner.Loosening, left int) {
	var perhaps []planner.Loosening
	for _, l := range w.ex.Loosen {
		if l.Works {
			list = append(list, l)
		} else {
			perhaps = append(perhaps, l)
		}
	}
	n := min(len(perhaps), mostPerhaps)
	return append(list, perhaps[:n]...), len(perhaps) - n
}

// settable reports whether a loosening is another value of a rule: what it asks
// is less, or given up. One more of something, or somebody there after all, is
// no setting.
func settable(l planner.Loosening) bool {
	r, ok := rules.Find(l.Rule)
	return ok && r.Unit != rules.NoUnit &&
		(strings.HasPrefix(l.Text.ID, "planner.loosen.less.") || strings.HasPrefix(l.Text.ID, "planner.loosen.drop."))
}

// about is the first record that a sentence names, to go there.
func about(d *model.Desk, m model.Message) model.Ref {
	for _, a := range m.Args {
		var list []model.ID
		switch v := a.Value.(type) {
		case model.ID:
			list = []model.ID{v}
		case []model.ID:
			list = v
		}
		for _, id := range list {
			switch {
			case d.Staff.Get(id) != nil:
				return model.Ref{Kind: model.KindStaff, ID: id}
			case d.Places.Get(id) != nil:
				return model.Ref{Kind: model.KindPlace, ID: id}
			case d.Sessions.Get(id) != nil:
				return model.Ref{Kind: model.KindSession, ID: id}
			}
		}
	}
	return model.Ref{}
}

// whose is the first session of the requirement with that rule.
func (w *reasons) whose(rule string) model.Ref {
	for _, r := range w.ex.Requirements {
		if r.Rule == rule && len(r.Sessions) > 0 {
			return model.Ref{Kind: model.KindSession, ID: r.Sessions[0]}
		}
	}
	return model.Ref{}
}

func (w *reasons) title() string { return paper.Title(w.env.Lang, w.desk, w.s) }
