package cohorts

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/graduate"
	"muster/ui/kit"
)

// outcomes is who goes home with which certificate, and who is known to have
// left and to be home.
type outcomes struct {
	t     *Tab
	cols  []kit.Column
	rows  []*graduate.Award // as the rows of the roll; nil for who was never part of it
	count map[model.CertificateKind]int
	open  int  // nothing is against them but what is still to come
	given int  // certificates that are good
	left  int  // of those who came, known to have left the country
	home  int  // known to be home
	all   int  // who came
	past  bool // the cohort is closed: as it was decided then
	rules limits
}

func newOutcomes(t *Tab) *outcomes {
	o := &outcomes{t: t, rows: make([]*graduate.Award, t.seated), count: map[model.CertificateKind]int{}, rules: limitsOf(t.desk().Settings.Rec)}
	o.past = t.cohort.State == model.Closed
	var awards []graduate.Award
	if o.past {
		awards = graduate.Kept(t.cohort)
	} else {
		awards = graduate.Propose(t.desk(), t.cohort, t.now())
	}
	by := make(map[model.ID]*graduate.Award, len(awards))
	for i := range awards {
		by[awards[i].Seat.Person] = &awards[i]
		if awards[i].Open && awards[i].Held == nil {
			o.open++
		} else {
			o.count[awards[i].Kind]++
		}
		if awards[i].Held != nil {
			o.given++
		}
	}
	for i := range o.rows {
		s := t.seats[i].seat
		o.rows[i] = by[s.Person]
		if !graduate.Came(s) {
			continue
		}
		o.all++
		if !s.Home.IsZero() {
			o.home++
		}
		if !s.Departed.IsZero() || !s.Home.IsZero() {
			o.left++
		}
	}
	o.cols = o.makeColumns()
	return o
}

const (
	colOutcome = numberedCols + iota
	colCertificate
	colLeft
	colHome
	colWhy
	outcomeCols
)

func (o *outcomes) makeColumns() []kit.Column {
	e := o.t.env()
	day := func(id string, of func(model.Seat) model.Date) kit.Column {
		return kit.Column{ID: id, Title: e.T("cohorts.col." + id), Min: 6, Less: func(a, b int) bool { return of(o.t.seats[a].seat) < of(o.t.seats[b].seat) }}
	}
	outcome := 0
	for _, k := range []string{"completed", "attended", "none", "open"} {
		outcome = max(outcome, kit.Width(e.T("cohorts.outcome."+k))+4)
	}
	return append(o.t.numbered(20), headed([]kit.Column{
		{ID: "outcome", Title: e.T("cohorts.col.outcome"), Min: outcome},
		{ID: "certificate", Title: e.T("cohorts.col.certificate"), Min: kit.Width(o.t.cohort.Code) + 4, Max: 28},
		day("left", func(s model.Seat) model.Date { return s.Departed }),
		day("home", func(s model.Seat) model.Date { return s.Home }),
		{ID: "why", Title: e.T("cohorts.col.why"), Min: 16, Grow: 3, Drop: 8},
	})...)
}

func (o *outcomes) columns() []kit.Column   { return o.cols }
func (o *outcomes) fixed() int              { return outcomeCols }
func (o *outcomes) parts(_, _ int) int      { return 0 }
func (o *outcomes) at(_ int) *model.Session { return nil }

// outcomeWord is a kind of certificate in a word.
func outcomeWord(k model.CertificateKind) string {
	if k == "" {
		return "cohorts.outcome.none"
	}
	return "cohorts.outcome." + string(k)
}

// outcomeLook is how an outcome is painted: a sign and a tone.
func outcomeLook(k model.CertificateKind) (string, tone) {
	switch k {
	case model.CompletedCourse:
		return "✓", good
	case model.AttendedCourse:
		return "~", soonDue
	}
	return "–", quiet
}

func (o *outcomes) cell(row, col int) kit.Cell {
	e := o.t.env()
	th := e.Theme
	s, a := o.t.seats[row].seat, o.rows[row]
	switch {
	case col < numberedCols:
		return o.t.numberedCell(row, col)
	case a == nil:
		return kit.Cell{}
	}
	quietly := kit.Cell{Text: "–", Style: th.Muted}
	switch col {
	case colOutcome:
		sign, look := outcomeLook(a.Kind)
		text := sign + " " + e.T(outcomeWord(a.Kind))
		if a.Open && a.Held == nil {
			return kit.Cell{Text: "… " + e.T("cohorts.outcome.open"), Style: th.Muted}
		}
		if a.Held == nil && a.Kind != "" && !a.Past {
			return kit.Cell{Text: sign + " " + e.T("cohorts.outcome.maybe", "kind", e.T(outcomeWord(a.Kind))), Style: th.Muted}
		}
		return kit.Cell{Text: text, Style: look.style(th)}
	case colCertificate:
		if a.Held == nil {
			return quietly
		}
		return kit.Cell{Text: a.Held.No, Style: th.Text}
	case colLeft, colHome:
		day := s.Departed
		if col == colHome {
			day = s.Home
		}
		if !day.IsZero() {
			return kit.Cell{Text: e.Lang.DayMonth(day), Style: th.OK}
		}
		if col == colHome && len(o.way(s)) > 0 {
			return kit.Cell{Text: "· " + e.T("cohorts.vet.days", "n", int(o.t.h.Today()-o.t.cohort.Last)), Style: th.Due}
		}
		return quietly
	case colWhy:
		if why := whyOf(e, a); len(why) > 0 {
			return kit.Cell{Text: why[0], Style: th.Muted}
		}
	}
	return kit.Cell{}
}

// summary counts everybody, in words or by the signs of the list: all of them
// or nobody, so that it adds up.
func (o *outcomes) summary() [][]piece {
	e := o.t.env()
	var words, signs []piece
	if o.open > 0 {
		words = append(words, piece{e.T("cohorts.count.open", "n", o.open), quiet})
		signs = append(signs, piece{"… " + itoa(o.open), quiet})
	}
	for _, k := range []model.CertificateKind{model.CompletedCourse, model.AttendedCourse, ""} {
		if n := o.count[k]; n > 0 {
			sign, look := outcomeLook(k)
			words = append(words, piece{e.T("cohorts.count."+strings.TrimPrefix(outcomeWord(k), "cohorts.outcome."), "n", n), look})
			signs = append(signs, piece{sign + " " + itoa(n), look})
		}
	}
	var more piece
	switch look := soonDue; {
	case o.past:
		return [][]piece{words, signs}
	case o.given == 0:
		more = piece{e.T("cohorts.outcome.proposed"), quiet}
		return [][]piece{append([]piece{more}, words...), append([]piece{more}, signs...), signs}
	default:
		if o.home == o.all {
			look = good
		}
		more = piece{e.T("cohorts.outcome.home", "n", o.home, "all", o.all), look}
	}
	return [][]piece{append(words[:len(words):len(words)], more), append(signs[:len(signs):len(signs)], more), signs}
}

// said is why somebody does not complete the course, or what they hold, and
// whether they are home.
func (o *outcomes) said(row int) (tone, string) {
	if row >= len(o.rows) || o.rows[row] == nil {
		return quiet, ""
	}
	e := o.t.env()
	a := o.rows[row]
	_, st := outcomeLook(a.Kind)
	var out []string
	switch v := a.Held; {
	case v != nil:
		out = append(out, e.T("cohorts.outcome.holds", "no", v.No, "kind", model.Say(outcomeWord(v.Kind)), "date", v.On))
	case a.Past: // the line above says it
	case a.Open:
		st = quiet
	case a.Kind != "":
		out = append(out, e.T("cohorts.outcome.would", "kind", model.Say(outcomeWord(a.Kind))))
	default:
		out = append(out, e.T("cohorts.outcome.nothing"))
	}
	for _, why := range whyOf(e, a) {
		out = append(out, strings.TrimSuffix(why, ".")+".")
	}
	for _, f := range o.way(a.Seat) {
		out = append(out, e.Say(f.say))
	}
	return st, strings.Join(out, " ")
}

// whyOf is why somebody does not complete the course; once it is decided, what
// was noted then comes first, and nothing else where they completed it after
// all.
func whyOf(e *kit.Env, a *graduate.Award) []string {
	var out []string
	if a.Held != nil && a.Held.Note != "" {
		out = append(out, a.Held.Note)
	}
	if a.Held != nil && a.Held.Kind == model.CompletedCourse {
		return out
	}
	for _, r := range a.Reasons {
		out = append(out, e.Say(r))
	}
	return out
}

// way is what is open about somebody's way home.
func (o *outcomes) way(s model.Seat) []fault {
	return homeFaults(o.t.cohort, s, o.t.h.Today(), o.rules)
}

// award is that of the person under the cursor in the view of outcomes, or
// nil.
func (t *Tab) award() *graduate.Award {
	o, ok := t.picture.(*outcomes)
	row, here := t.roll.Current()
	if !ok || !here || row >= len(o.rows) {
		return nil
	}
	return o.rows[row]
}

func (t *Tab) whyNoCertificate() model.Message {
	if m := t.whyNobody(); !m.IsZero() {
		return m
	}
	if t.cohort.State == model.Closed {
		return model.Say("cohorts.why.closed-papers")
	}
	if a := t.award(); a == nil || a.Held == nil {
		return model.Say("cohorts.why.no-certificate")
	}
	return model.Message{}
}

// showCertificate shows what is on the certificate of the person under the
// cursor.
func (t *Tab) showCertificate() tea.Cmd {
	a := t.award()
	if a == nil || a.Held == nil {
		return nil
	}
	v := a.Held
	holder := v.Name
	for _, s := range []string{v.Rank, v.Agency} {
		if s != "" {
			holder += " · " + s
		}
	}
	lines := []model.Message{
		model.Say("cohorts.certificate.holder", "who", holder),
		model.Say("cohorts.certificate.course", "course", v.Course, "cohort", t.cohort.Code, "dates", t.env().Lang.DateRange(t.cohort.First, t.cohort.Last)),
		model.Say("cohorts.certificate.kind", "kind", model.Say("word.certificate."+string(v.Kind)), "date", v.On, "n", v.Hours),
	}
	if len(v.Skills) > 0 {
		words := make([]model.Message, len(v.Skills))
		for i, k := range v.Skills {
			words[i] = model.Say("alumni.skill." + string(k))
		}
		lines = append(lines, model.Say("cohorts.certificate.skills", "skills", words))
	}
	for _, m := range v.Marks {
		verdict := model.Say("word.verdict.fail")
		if m.Passed {
			verdict = model.Say("word.verdict.pass")
		}
		if m.Percent == 0 && m.Passed { // passed by word, without points
			lines = append(lines, model.Say("cohorts.certificate.passed", "title", m.Title, "verdict", verdict, "n", m.Attempt))
			continue
		}
		lines = append(lines, model.Say("cohorts.certificate.mark", "title", m.Title, "percent", model.Say("cohorts.percent", "n", m.Percent), "verdict", verdict, "n", m.Attempt))
	}
	if v.Note != "" {
		lines = append(lines, model.Say("cohorts.certificate.note", "note", v.Note))
	}
	kit.Open(t.h.Dialogs(), kit.NewNotice(t.env(), model.Say("cohorts.certificate.title", "no", v.No), lines...), func(kit.Read) tea.Cmd { return nil })
	return nil
}
