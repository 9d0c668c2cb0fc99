package schedule

import (
	"slices"
	"strings"

	"muster/model"
	"muster/ui/kit"
)

// A headPart is one statement of the line above the board, and where it is,
// so that the mouse can ask for what it names.
type headPart struct {
	what headWhat
	text string
	x, w int
}

type headWhat uint8

const (
	headWeek headWhat = iota
	headDates
	headLens
	headPlaced
	headClashes
	headState
	headDraft
)

// makeHead says which week, whose time, how far the plan is and what clashes,
// as much of it as fits; what it begins with matters most.
func (t *Tab) makeHead() []headPart {
	from, to := t.shownDates()
	week := int(monday(from)-monday(t.cohort.First))/7 + 1
	weekText := t.env.T("schedule.head.week", "week", week)
	if last := int(monday(to)-monday(t.cohort.First))/7 + 1; last > week {
		weekText = t.env.T("schedule.head.weeks", "from", week, "to", last)
	}
	dates := t.env.Lang.DateRange(from, to)
	whose := t.lensName(t.lens)
	if t.big.on {
		weekText, dates = t.env.Lang.DayDate(t.big.date), weekText
		whose = t.sidesName(t.big.by)
		if n := len(t.big.who); n > len(t.cols) {
			whose = t.env.T("schedule.sides.part", "what", whose, "from", t.big.first+1, "to", t.big.first+len(t.cols), "of", n)
		}
	}
	all := on(t.sessions)
	placed := all - on(t.tray)
	parts := []headPart{
		{what: headWeek, text: weekText},
		{what: headLens, text: whose},
		{what: headClashes, text: t.standing()},
		{what: headDates, text: dates},
		{what: headPlaced, text: t.env.T("schedule.head.placed", "n", placed, "of", all)},
		{what: headState, text: t.stateText()},
	}
	if v := t.seam.Draft(); v != nil { // instead of the state, which is that of the plan of record
		parts = parts[:len(parts)-1]
		parts = slices.Insert(parts, 0, headPart{what: headDraft, text: " " + kit.Fit(t.env.T("schedule.draft.banner", "title", v.Title), max(t.frame.head.W/2, 12)) + " "})
	}
	fits, used := 0, 0
	for i := range parts {
		parts[i].w = kit.Width(parts[i].text)
		if used+parts[i].w > t.frame.head.W {
			break
		}
		used += parts[i].w + 3
		fits++
	}
	parts = parts[:fits]
	out := make([]headPart, 0, fits)
	x := t.frame.head.X
	for _, what := range []headWhat{headDraft, headWeek, headDates, headLens, headPlaced, headClashes, headState} {
		for _, p := range parts {
			if p.what == what {
				p.x = x
				x += p.w + 3
				out = append(out, p)
			}
		}
	}
	return out
}

// stateText is the state of the cohort, and how much has changed since its plan
// was published.
func (t *Tab) stateText() string {
	text := t.env.T("word.state." + string(t.cohort.State))
	n := 0
	for _, s := range t.sessions {
		n += boolInt(altered(s, t.out))
	}
	if n > 0 {
		text += "  » " + t.env.T("schedule.changes.count", "n", n)
	}
	return text
}

// standing is how many clashes, incomplete sessions and notes there are.
func (t *Tab) standing() string {
	var said []string
	for _, v := range []struct {
		g  grade
		id string
	}{{clashing, "schedule.head.clashes"}, {lacking, "schedule.head.lacks"}, {hinted, "schedule.head.hints"}} {
		if n := t.count[v.g]; n > 0 {
			said = append(said, markOf(v.g)+" "+t.env.T(v.id, "n", n))
		}
	}
	if len(said) == 0 {
		return t.env.T("schedule.head.no-clash")
	}
	return strings.Join(said, "  ")
}

// shownDates is the first and the last day on the screen that the cohort has.
func (t *Tab) shownDates() (from, to model.Date) {
	if len(t.cols) == 0 {
		return t.cohort.First, t.cohort.Last
	}
	from, to = t.cols[0].date, t.cols[len(t.cols)-1].date
	if f, l := max(from, t.cohort.First), min(to, t.cohort.Last); f <= l {
		return f, l
	}
	return from, to
}

func (t *Tab) drawHead(cv *kit.Canvas) {
	th := t.env.Theme
	for _, p := range t.head {
		st := th.Text
		switch p.what {
		case headWeek:
			st = th.Title
		case headLens:
			st = th.Accent
		case headClashes:
			switch {
			case t.count[clashing] > 0:
				st = th.Clash
			case len(t.clashes) > 0:
				st = th.Warn
			default:
				st = th.OK
			}
		case headDraft:
			st = th.Warn.Bold().Reverse()
		case headPlaced, headState, headDates:
			st = th.Muted
		}
		cv.Text(p.x, t.frame.head.Y, st, p.text)
	}
}
