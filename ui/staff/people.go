package staff

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/tab"
)

// people is the page of those who teach.
type people struct {
	h      tab.Host
	g      *kit.Grid[model.ID]
	rows   []personRow
	skills table
}

// personRow is what the list shows of somebody.
type personRow struct {
	s     *model.Staff
	name  string
	marks string
	away  string
	hours int // taught on the board of the cohort in hand, in quarters
	gone  bool
}

func newPeople(h tab.Host) *people {
	p := &people{h: h, g: kit.NewGrid[model.ID](h.Env())}
	p.g.Empty = model.Say("staff.people.empty")
	return p
}

func (p *people) id() string                { return "people" }
func (p *people) kind() model.Kind          { return model.KindStaff }
func (p *people) grid() *kit.Grid[model.ID] { return p.g }

// The columns of the list and the cells that they need.
const (
	nameLeast = 15
	nameUsual = 18
	speaksW   = 11
	awayW     = 12
	hoursW    = 7
	between   = 2 // columns
	edges     = 3 // the cursor's mark and the scrollbar
)

func (p *people) changed(w int) {
	e, d, today := p.h.Env(), p.h.Desk(), p.h.Today()
	taught := map[model.ID]int{}
	if c := p.h.Cohort(); c != nil {
		for _, s := range d.SessionsOf(c.ID) {
			if s.Placed() && s.Block.Taught() {
				for _, id := range staffOf(s) {
					taught[id] += s.Block.Length
				}
			}
		}
	}
	room := w - edges - (nameUsual + between) - (between + speaksW) - (between + awayW) - (between + hoursW)
	skills := tableFor(e, room)
	rows := make([]personRow, 0, len(p.rows))
	for _, s := range byName(d.Staff.All, (*model.Staff).Name) {
		r := personRow{s: s, name: s.Name(), marks: skills.row(s, today), away: p.away(s), hours: taught[s.ID], gone: gone(s, today)}
		rows = append(rows, r)
	}
	p.rows, p.skills = rows, skills
	name := nameUsual
	if w < edges+nameUsual+between+skills.width()+between+awayW {
		name = nameLeast
	}
	p.g.SetRows(kit.Rows[model.ID]{
		Len:  len(rows),
		Key:  func(i int) model.ID { return rows[i].s.ID },
		Find: func(i int) string { return rows[i].find(e) },
		Cell: func(i, col int) kit.Cell { return rows[i].cell(e, col, name, today) },
	})
	p.g.SetColumns(
		kit.Column{ID: "name", Title: e.T("field.name"), Min: name, Max: 32, Grow: 1},
		kit.Column{ID: "rank", Title: e.T("field.rank"), Min: 12, Max: 16, Grow: 1, Drop: 9},
		kit.Column{ID: "speaks", Title: e.T("field.speaks"), Min: speaksW, Max: 14, Drop: 7},
		kit.Column{ID: "skills", Title: skills.head(), Min: skills.width()},
		kit.Column{ID: "away", Title: e.T("staff.away"), Min: awayW, Max: 20, Grow: 1, Drop: 1},
		kit.Column{ID: "hours", Title: e.T("staff.hours"), Min: hoursW, Right: true, Drop: 8, Less: func(a, b int) bool { return rows[a].hours < rows[b].hours }},
	)
}

// find is what the filter looks in: also what the marks and codes stand for.
func (r personRow) find(e *kit.Env) string {
	words := []string{r.name, r.s.Called, r.s.Rank, r.away}
	for _, k := range model.Skills {
		if _, has := r.s.Has(k); has {
			words = append(words, e.T("word.skill."+string(k)), e.T("staff.skill."+string(k)))
		}
	}
	for _, l := range r.s.Speaks {
		words = append(words, l, language(e, l))
	}
	return strings.Join(words, " ")
}

func (r personRow) cell(e *kit.Env, col, name int, today model.Date) kit.Cell {
	th := e.Theme
	text := th.Text
	if r.gone {
		text = th.Muted
	}
	switch col {
	case 0:
		if name == nameLeast && kit.Width(r.name) > name {
			return kit.Cell{Text: initialed(r.s), Style: text}
		}
		return kit.Cell{Text: r.name, Style: text}
	case 1:
		return kit.Cell{Text: r.s.Rank, Style: th.Muted}
	case 2:
		return kit.Cell{Text: strings.Join(r.s.Speaks, " "), Style: th.Muted}
	case 3:
		if q, ok := soonest(r.s, today); ok && !r.gone {
			text = th.Due
			if q.Until < today {
				text = th.Clash
			}
		}
		return kit.Cell{Text: r.marks, Style: text}
	case 4:
		return kit.Cell{Text: r.away, Style: th.Warn}
	}
	if r.hours == 0 {
		return kit.Cell{Text: "–", Style: th.Muted}
	}
	return kit.Cell{Text: e.Lang.Length(r.hours), Style: text}
}

// initialed is a name for a narrow column: "Brooks, T."
func initialed(s *model.Staff) string {
	r, _ := utf8.DecodeRuneInString(s.Given)
	if s.Given == "" || s.Family == "" {
		return s.Name()
	}
	return s.Family + ", " + string(r) + "."
}

// staffOf is those who have a part in a session, each once.
func staffOf(s *model.Session) []model.ID {
	var out []model.ID
	for _, p := range s.Staff {
		if !slices.Contains(out, p.Staff) {
			out = append(out, p.Staff)
		}
	}
	return out
}

// gone reports whether somebody has left the unit.
func gone(s *model.Staff, today model.Date) bool { return !s.Left.IsZero() && s.Left <= today }

// away is the absence that runs or comes next.
func (p *people) away(s *model.Staff) string {
	e, today := p.h.Env(), p.h.Today()
	if gone(s, today) {
		return e.T("staff.left")
	}
	next, ok := soonestOf(s.Absences, today, func(a model.Absence) model.Span { return a.Span })
	if !ok {
		return ""
	}
	return days(e, next.Span)
}

func (p *people) current() *model.Staff {
	id, ok := p.g.CurrentKey()
	if !ok {
		return nil
	}
	return p.h.Desk().Staff.Get(id)
}

// legend explains the marks of the certificates.
func (p *people) legend() line {
	if len(p.rows) == 0 {
		return line{}
	}
	e, th := p.h.Env(), p.h.Env().Theme
	return line{sep: "   ", parts: []part{
		{th.Muted, markHeld + " " + e.T("staff.legend.held")},
		{th.Due, markSoon + " " + e.T("staff.legend.soon")},
		{th.Clash, markLapsed + " " + e.T("staff.legend.lapsed")},
	}}
}

// clashesAtMost is how many clashes the detail says in full.
const clashesAtMost = 4

// detail says what cannot be read off the row: how to reach them, each
// certificate with its last day, absences with their reasons, what is wrong
// on the board, and what they teach.
func (p *people) detail(w int) []line {
	s := p.current()
	if s == nil {
		return nil
	}
	e, th, today := p.h.Env(), p.h.Env().Theme, p.h.Today()
	head := []part{{th.Title, strings.TrimSpace(s.Given + " " + s.Family)}, {th.Muted, s.Rank}}
	for _, x := range []string{s.Phone, s.Email} {
		head = append(head, part{th.Text, x})
	}
	var speaks []string
	for _, l := range s.Speaks {
		speaks = append(speaks, language(e, l))
	}
	head = append(head, part{th.Muted, strings.Join(speaks, ", ")})
	if gone(s, today) {
		head = append(head, part{th.Warn, e.T("staff.left-on", "on", s.Left)})
	}
	out := []line{list(head...)}
	out = append(out, p.absent(s)...)
	out = append(out, clashLines(p.h, model.KindStaff, s.ID, clashesAtMost)...)
	out = append(out, list(p.certificateParts(s)...))
	if s.Note != "" {
		out = append(out, said(th.Muted, s.Note))
	}
	out = append(out, weekLines(p.h, model.KindStaff, s.ID, w)...)
	out = append(out, comingLines(p.h, model.KindStaff, s.ID)...)
	return append(out, p.otherHeads(s)...)
}

// otherHeads says what the heads of the list stand for that no certificate of
// s explains.
func (p *people) otherHeads(s *model.Staff) []line {
	if !p.skills.short {
		return nil
	}
	var parts []part
	for _, k := range model.Skills {
		if _, has := s.Has(k); !has {
			parts = append(parts, part{p.h.Env().Theme.Muted, p.skills.explained(p.h.Env(), k)})
		}
	}
	return []line{list(parts...)}
}

// absent is the absences that are not over.
func (p *people) absent(s *model.Staff) []line {
	e := p.h.Env()
	var parts []part
	for _, a := range slices.SortedFunc(slices.Values(s.Absences), func(a, b model.Absence) int { return cmp.Compare(a.From, b.From) }) {
		if a.To > p.h.Today().At(0) {
			parts = append(parts, part{e.Theme.Warn, e.T("staff.absence.line", "reason", model.Say("word.reason."+string(a.Reason)), "span", when(e, a.Span))})
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return []line{list(parts...)}
}

// certificateParts is every certificate, those that need somebody's care
// first.
func (p *people) certificateParts(s *model.Staff) []part {
	e, th, today := p.h.Env(), p.h.Env().Theme, p.h.Today()
	if len(s.Quals) == 0 {
		return []part{{th.Warn, e.T("staff.cert.none")}}
	}
	quals := slices.Clone(s.Quals)
	slices.SortStableFunc(quals, func(a, b model.Qualification) int {
		return cmp.Compare(urgency(a, today), urgency(b, today))
	})
	var out []part
	for _, q := range quals {
		skill := p.skills.explained(e, q.Skill)
		switch {
		case q.Until.IsZero():
			out = append(out, part{th.Text, skill})
		case q.Until < today:
			out = append(out, part{th.Clash, markLapsed + " " + e.T("staff.cert.lapsed", "skill", skill, "on", q.Until)})
		case q.Until < today.Days(soonDays):
			out = append(out, part{th.Due, markSoon + " " + e.T("staff.cert.until", "skill", skill, "on", q.Until)})
		case q.From > today:
			out = append(out, part{th.Muted, e.T("staff.cert.from", "skill", skill, "on", q.From)})
		default:
			out = append(out, part{th.Text, e.T("staff.cert.until", "skill", skill, "on", q.Until)})
		}
	}
	return out
}

func urgency(q model.Qualification, today model.Date) int {
	switch {
	case q.Until.IsZero():
		return 2
	case q.Until < today:
		return 0
	case q.Until < today.Days(soonDays):
		return 1
	}
	return 2
}

func (p *people) actions() []kit.Action {
	some := func() model.Message {
		if p.current() == nil {
			return model.Say("staff.nobody")
		}
		return model.Message{}
	}
	return []kit.Action{
		{ID: "staff.person-new", Keys: []string{"n"}, Group: "staff", Rank: 1, Run: func() tea.Cmd { return p.edit(nil) }},
		{ID: "staff.person-edit", Keys: []string{"e", "enter"}, Group: "staff", Rank: 2, Why: some, Run: func() tea.Cmd { return p.edit(p.current()) }},
		{ID: "staff.absence", Keys: []string{"a"}, Group: "staff", Rank: 3, Why: some, Run: func() tea.Cmd { return p.absence(-1) }},
		{ID: "staff.absences", Keys: []string{"A"}, Group: "staff", Why: some, Run: p.absences},
		{ID: "staff.certificate", Keys: []string{"c"}, Group: "staff", Rank: 4, Why: some, Run: p.certificates},
		{ID: "staff.person-remove", Keys: []string{"x", "delete"}, Group: "staff", Rank: 5, Why: some, Run: func() tea.Cmd {
			s := p.current()
			return drop(p.h, s, s.Label())
		}},
	}
}
