package alumni

import (
	"cmp"
	"slices"
	"strings"

	"muster/model"
)

// make is the items of the card for rows of w cells.
func (c *card) make(w int) []item {
	t, e, th, a := c.t, c.t.env(), c.t.env().Theme, c.a
	var out []item
	put := func(g target, indent int, lines ...line) {
		it := item{what: g}
		for i, l := range lines {
			margin, hang := indent, 2
			if i > 0 {
				margin, hang = indent+2, 0 // all the rows below the first begin alike
			}
			for _, r := range flow(l, w-margin, hang) {
				it.rows = append(it.rows, append(line{{text: strings.Repeat(" ", margin)}}, r...))
			}
		}
		if len(it.rows) > 0 {
			out = append(out, it)
		}
	}
	head := func(id string, args ...any) {
		if len(out) > 0 {
			out = append(out, item{rows: []line{nil}})
		}
		put(target{}, 0, line{{th.Head, e.T(id, args...)}})
	}
	if a.person == nil {
		switch {
		case a.err != nil:
			put(target{}, 0, line{{th.Clash, e.T("alumni.unread")}}, line{{th.Muted, e.T("alumni.unread.do")}})
		case a.read:
			put(target{}, 0, line{{th.Muted, e.T("alumni.gone")}})
		default:
			put(target{}, 0, line{{th.Muted, "…"}})
		}
	}
	if s := a.standing(); s.Closed() {
		put(target{}, 0, line{{th.Clash, e.T("alumni.warn." + string(s))}})
	}
	if a.person != nil {
		head("alumni.head.ways")
		c.ways(put)
	}
	if open := a.open(); len(open) > 0 {
		head("alumni.head.open")
		for _, row := range open {
			v := row.Rec
			st := th.Text
			if v.Due <= t.h.Today() {
				st = th.Due
			}
			put(target{contact: v.ID}, 2, line{{st, e.Say(dueWords(t.h.Today(), v.Due))}, {th.Text, v.Next}, {th.Muted, v.By}})
		}
	}
	head("alumni.head.courses")
	if len(a.seats) == 0 {
		put(target{}, 2, line{{th.Muted, e.T("alumni.courses.none")}})
	}
	for _, s := range a.seats {
		lines := []line{t.seatLine(a, s)}
		if p := a.paper(s.cohort.ID); p != nil && len(p.Marks) > 0 {
			lines = append(lines, t.marksLine(p))
		}
		put(target{cohort: s.cohort.ID}, 2, lines...)
	}
	if l := t.matesLine(a); l != nil {
		put(target{}, 2, l)
	}
	c.talks(head, put)
	if a.person != nil && a.person.Note != "" {
		head("alumni.head.note")
		put(target{}, 2, line{{th.Text, a.person.Note}})
	}
	return out
}

// covered stands for a number that is not to be seen yet.
const covered = "•••••••••"

// ways is how to reach them, the preferred way first.
func (c *card) ways(put func(target, int, ...line)) {
	e, th := c.t.env(), c.t.env().Theme
	ways := c.a.person.Reach()
	if len(ways) == 0 {
		put(target{}, 2, line{{th.Due, e.T("alumni.ways.none")}, {th.Muted, e.T("alumni.ways.none.do")}})
	}
	for i, w := range ways {
		handle := part{th.Muted, covered}
		if c.shown {
			handle = part{th.Title, w.Handle}
		}
		l := line{{th.Text, e.T("word.channel." + string(w.Channel))}, handle}
		if w.Preferred {
			l = append(l, part{th.OK, e.T("alumni.way.preferred")})
		}
		if w.Verified.IsZero() {
			l = append(l, part{th.Muted, e.T("alumni.way.unverified")})
		} else {
			l = append(l, part{th.Muted, e.T("alumni.way.verified-on", "day", w.Verified)})
		}
		if !w.Consent.IsZero() {
			l = append(l, part{th.Muted, e.T("alumni.way.consent", "day", w.Consent)})
		}
		put(target{way: i + 1}, 2, l)
	}
}

// marksLine is the results a certificate keeps.
func (t *Tab) marksLine(p *model.Certificate) line {
	e, th := t.env(), t.env().Theme
	var l line
	for _, m := range p.Marks {
		id, st := "alumni.result.failed", th.Warn
		if m.Passed {
			id, st = "alumni.result.passed", th.Muted
		}
		if m.Percent == 0 && m.Passed {
			id = "alumni.result.word" // passed by word, without points
		}
		l = append(l, part{st, e.T(id, "title", m.Title, "percent", m.Percent)})
	}
	return l
}

// talks is every contact, the newest first, and who of us knows them.
func (c *card) talks(head func(string, ...any), put func(target, int, ...line)) {
	t, e, th := c.t, c.t.env(), c.t.env().Theme
	n := 0
	for _, row := range c.a.contacts {
		if row.Rec.Channel != model.NoChannel {
			n++
		}
	}
	head("alumni.head.talks", "n", n)
	if !c.a.read {
		put(target{}, 2, line{{th.Muted, "…"}})
	} else if n == 0 {
		put(target{}, 2, line{{th.Muted, e.T("alumni.talks.none")}})
	}
	if l := t.whoKnows(c.a); l != nil {
		put(target{}, 2, l)
	}
	for _, row := range c.a.contacts {
		v := row.Rec
		if v.Channel == model.NoChannel && v.Open() {
			continue // stands among what is to come
		}
		put(target{contact: v.ID}, 2, t.talkLines(v)...)
	}
}

// talkLines is one contact: when and how, what about, and what follows.
func (t *Tab) talkLines(v *model.Contact) []line {
	e, th := t.env(), t.env().Theme
	first := line{{th.Text, moment(e, v.At)}}
	if v.Channel != model.NoChannel {
		first = append(first, part{th.Text, e.T("word.channel." + string(v.Channel))})
	}
	if v.Way != "" {
		first = append(first, part{th.Muted, e.T("word.direction." + string(v.Way))})
	}
	first = append(first, part{th.Muted, v.By})
	if v.Missed {
		first = append(first, part{th.Due, e.T("alumni.missed")})
	}
	if c := t.desk().Cohorts.Get(v.Cohort); c != nil {
		first = append(first, part{th.Muted, c.Code})
	}
	out := []line{first}
	if v.About != "" {
		out = append(out, line{{th.Text, v.About}})
	}
	var more line
	if v.Taught > 0 {
		more = append(more, part{th.OK, e.T("alumni.taught", "n", v.Taught)})
	}
	if v.Helped {
		more = append(more, part{th.OK, e.T("alumni.helped")})
	}
	switch {
	case v.Open():
		more = append(more, part{th.Due, joined(": ", e.Say(dueWords(t.h.Today(), v.Due)), v.Next)})
	case !v.Due.IsZero():
		more = append(more, part{th.Muted, joined(": ", e.T("alumni.settled", "day", v.Done), v.Next)})
	}
	if len(more) > 0 {
		out = append(out, more)
	}
	return out
}

// whoKnows is who of us has talked with them, the most often first.
func (t *Tab) whoKnows(a about) line {
	e, th := t.env(), t.env().Theme
	count := map[string]int{}
	for _, row := range a.contacts {
		if v := row.Rec; v.By != "" && v.Channel != model.NoChannel && !v.Missed {
			count[v.By]++
		}
	}
	var names []string
	for n := range count {
		names = append(names, n)
	}
	if len(names) == 0 {
		return nil
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	if len(names) > 3 {
		names = names[:3]
	}
	return line{{th.Muted, e.T("alumni.ask", "who", names)}}
}
