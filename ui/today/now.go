package today

import (
	"slices"
	"strings"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/paper"
)

// A ranked line gives way on a small screen: the highest rank first.
type ranked struct {
	line
	rank int
}

// The ranks of what is said of now and next.
const (
	rankNow  = iota // what runs
	rankAlso        // what runs beside it
	rankNext        // what comes
	rankWho         // who does what in what runs
	rankWith        // what it takes
	rankThen        // the same of what comes
)

// nowAndNext is what runs and what comes in every course, in at most room
// lines of w columns.
func (t *Tab) nowAndNext(w, room int) []line {
	e := t.h.Env()
	var all []ranked
	told := min(len(t.classes), max(room, 1)) // each takes a line at least
	for i := range t.classes[:told] {
		all = append(all, t.courseNow(&t.classes[i], w)...)
	}
	if len(t.classes) == 0 {
		all = t.idle(w)
	}
	out := make([]line, 0, len(all))
	lost := len(t.classes) - told // blocks and courses that run and are not said
	for worst := rankThen; len(all) > room && worst >= rankNow; worst-- {
		for i := len(all) - 1; i >= 0 && len(all) > room; i-- {
			if all[i].rank == worst {
				all = slices.Delete(all, i, i+1)
				if worst <= rankAlso {
					lost++
				}
			}
		}
	}
	if lost > 0 && len(all) == room && room > 0 {
		all = all[:room-1]
		lost++
	}
	for _, l := range all {
		out = append(out, l.line)
	}
	if lost > 0 && room > 0 {
		out = append(out, said(e.Theme.Muted, e.T("today.more", "n", lost)))
	}
	return out
}

// courseNow is what runs and comes in one course; on another day than today,
// what that day is.
func (t *Tab) courseNow(k *class, w int) []ranked {
	e := t.h.Env()
	th := e.Theme
	label := t.labels()
	if t.off != 0 {
		label[1] = 0
		return []ranked{{t.labelLine(k, "", label, part{th.Text, t.dayIs(k)}, part{}), rankNow}}
	}
	var out []ranked
	current := k.current()
	for i, s := range current {
		word := ""
		if i == 0 {
			word = e.T("today.now")
		}
		to := s.Span().To
		right := part{th.Text, e.T("today.until", "time", to.Clock(), "left", lasting(e, to.Minute()-k.now))}
		rank := rankNow
		if i > 0 {
			rank = rankAlso
		}
		out = append(out, t.about(k, s, word, right, label, w, th.Title, rank, rankWho)...)
	}
	if len(current) == 0 {
		out = append(out, ranked{t.labelLine(k, e.T("today.now"), label, part{th.Muted, t.nothingNow(k)}, part{}), rankNow})
	}
	next := k.after()
	for i, s := range next {
		word := ""
		if i == 0 {
			word = e.T("today.next")
		}
		right := part{th.Muted, e.T("today.at", "time", s.Start.Clock(), "in", lasting(e, s.Start.Minute()-k.now))}
		out = append(out, t.about(k, s, word, right, label, w, th.Text, rankNext, rankThen)...)
	}
	for i := range out { // the course is named once
		if i > 0 {
			out[i].parts[0].text = strings.Repeat(" ", kit.Width(out[i].parts[0].text))
		}
	}
	return out
}

// labels is how wide the course and the words now and next are.
func (t *Tab) labels() (w [2]int) {
	if len(t.classes) > 1 {
		for i := range t.classes {
			w[0] = max(w[0], kit.Width(t.classes[i].cohort.Code)+2)
		}
	}
	e := t.h.Env()
	w[1] = max(kit.Width(e.T("today.now")), kit.Width(e.T("today.next"))) + 2
	return w
}

// labelLine is a line that begins with the course and a word; its first part
// is the course.
func (t *Tab) labelLine(k *class, word string, label [2]int, text, right part) line {
	th := t.h.Env().Theme
	code := ""
	if label[0] > 0 {
		code = k.cohort.Code
	}
	fill := func(s string, w int) string { return s + strings.Repeat(" ", max(w-kit.Width(s), 0)) }
	return line{parts: []part{{th.Accent, fill(code, label[0])}, {th.Head, fill(word, label[1])}, text}, right: right}
}

// about is a session in at most three lines: what, to whom, where and who
// leads; who else, and how many are there; what to bring.
func (t *Tab) about(k *class, s *model.Session, word string, right part, label [2]int, w int, title kit.Style, first, second int) []ranked {
	e := t.h.Env()
	th := e.Theme
	room := w - label[0] - label[1] - kit.Width(right.text) - 2
	name := blockName(e, s)
	rest := []string{t.takers(k, s), t.where(s), t.leads(s)}
	tail := ""
	for _, r := range rest {
		// The title keeps at least two thirds of its line.
		if r != "" && min(kit.Width(name), room*2/3)+kit.Width(tail)+3+kit.Width(r) <= room {
			tail += " · " + r
		}
	}
	head := t.labelLine(k, word, label, part{title, kit.Fit(name, max(room-kit.Width(tail), 1))}, right)
	if s.Block.Rest {
		head.parts[2].style = th.Muted
	}
	head.parts = append(head.parts, part{th.Muted, tail})
	out := []ranked{{head, first}}
	inset := strings.Repeat(" ", label[1])
	add := func(rank int, st kit.Style, text string) {
		if text != "" {
			out = append(out, ranked{line{parts: []part{{th.Muted, strings.Repeat(" ", label[0])}, {th.Muted, inset}, {st, text}}}, rank})
		}
	}
	if s.Block.Rest {
		return out
	}
	width := w - label[0] - label[1]
	var who, with []string
	for i, r := range rest {
		if strings.Contains(tail, " · "+r) || r == "" {
			continue
		}
		if i == 2 {
			r = lower(e.T("word.role.lead")) + " " + r
		}
		who = append(who, r)
	}
	state := t.stateOf(k, s)
	if state.text != notYet {
		who = append(who, state.text)
	}
	for _, f := range paper.Facts(e.Lang, t.h.Desk(), k.cohort, s, false) {
		text := lower(f.Label) + " " + f.Text
		switch f.Kind {
		case paper.Others:
			who = append(who, text)
		case paper.Bring, paper.Rounds, paper.Times:
			with = append(with, text)
		default:
		}
	}
	st := th.Muted
	if state.alarm {
		st = th.Clash
	}
	add(second, st, fitParts(who, width))
	add(max(second, rankWith), th.Muted, fitParts(with, width))
	return out
}

// leads is who leads it, by the names on cards.
func (t *Tab) leads(s *model.Session) string {
	out := ""
	for _, p := range s.Staff {
		if v := t.h.Desk().Staff.Get(p.Staff); v != nil && p.Role == model.Lead {
			if out != "" {
				out += ", "
			}
			out += v.Label()
		}
	}
	return out
}

// blockName is the letter of its kind and the title: "F Pistol 2".
func blockName(e *kit.Env, s *model.Session) string {
	title := s.Block.Title.In(e.Lang.Tag())
	if s.Block.Rest {
		return title
	}
	return string(s.Block.Kind) + " " + title
}

// takers is who takes it, short: "A B", "all", "3 officers".
func (t *Tab) takers(k *class, s *model.Session) string {
	switch {
	case s.Ride != nil || len(s.Only) > 0:
		return t.h.Env().T("paper.officers", "n", s.Officers(k.cohort))
	case s.Squads == k.cohort.SquadSet():
		return t.h.Env().T("word.squads.all")
	}
	return s.Squads.String()
}

func (t *Tab) where(s *model.Session) string {
	if p := t.h.Desk().Places.Get(s.Place); p != nil {
		return p.Label()
	}
	return ""
}

// nothingNow says why nothing runs at the moment.
func (t *Tab) nothingNow(k *class) string {
	e := t.h.Env()
	switch {
	case len(k.after()) > 0:
		return e.T("today.free-until", "time", k.next.Clock())
	case !k.next.IsZero():
		return e.T("today.free-then", "when", k.next)
	case k.day >= k.cohort.Last:
		return e.T("today.over")
	}
	return e.T("today.free")
}

// dayIs is what a day is that is not today: which of the course, how many
// blocks, from when until when.
func (t *Tab) dayIs(k *class) string {
	e := t.h.Env()
	var parts []string
	if n := int(k.day-k.cohort.First) + 1; n >= 1 && n <= k.cohort.Days() {
		parts = append(parts, e.T("today.day-of", "n", n, "of", k.cohort.Days()))
	}
	n, from, to := 0, model.Quarter(0), model.Quarter(0)
	for _, s := range k.sessions {
		if !counts(s) {
			continue
		}
		n++
		to = max(to, s.Span().To)
		if from.IsZero() && s.Start.Date() == k.day {
			from = s.Start
		}
	}
	switch {
	case n == 0:
		return strings.Join(append(parts, e.T("today.day-free")), " · ")
	case from.IsZero(): // nothing but what goes on from the evening before
		return strings.Join(append(parts, e.T("today.day-night", "time", to.Clock())), " · ")
	}
	return strings.Join(append(parts, e.T("today.day-blocks", "n", n), from.Clock()+"–"+to.Clock()), " · ")
}

// counts reports whether a session is one of the blocks of its day, as they
// are counted: work, and not called off.
func counts(s *model.Session) bool { return s.Off == nil && !s.Block.Rest }

// idle is said when no course has the day: what comes, and where one begins.
func (t *Tab) idle(w int) []ranked {
	e := t.h.Env()
	th := e.Theme
	if t.h.Desk().Cohorts.Len() == 0 {
		return lines(rankNow, wrapped(th.Text, e.T("today.empty"), w))
	}
	if len(t.coming) == 0 {
		return append([]ranked{{said(th.Text, e.T("today.idle")), rankNow}}, lines(rankNext, wrapped(th.Muted, e.T("today.idle.do"), w))...)
	}
	out := []ranked{{said(th.Text, e.T("today.idle")), rankNow}}
	for i := range t.coming {
		k := &t.coming[i]
		c := k.cohort
		rank := rankNext
		if i > 0 {
			rank = rankWith
		}
		ready := 0
		for _, s := range c.Holders() {
			switch s.Stage {
			case model.Cleared, model.VisaSought, model.VisaHeld, model.Ticketed, model.Arrived, model.InCourse:
				ready++
			default:
			}
		}
		out = append(out,
			ranked{line{
				parts: []part{{th.Title, strings.TrimSpace(c.Code + "  " + c.Title)}},
				right: part{th.Text, e.T("today.begins", "date", e.Lang.DayDate(c.First), "n", k.days)},
			}, rank},
			ranked{said(th.Muted, e.T("today.ready", "n", ready, "of", max(c.Places, len(c.Holders())))), rank + 1},
		)
	}
	return out
}

func lines(rank int, list []line) []ranked {
	out := make([]ranked, len(list))
	for i, l := range list {
		out[i] = ranked{l, rank}
	}
	return out
}
