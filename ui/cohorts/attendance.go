package cohorts

import (
	"strings"

	"muster/model"
	"muster/model/progress"
	"muster/ui/kit"
)

// attendance is who was at what: a column a day, and in it a sign for each
// block that was held, in the order they were taught.
type attendance struct {
	t    *Tab
	cols []kit.Column
	days []model.Date
	rows []attended // as the rows of the roll
	open int        // blocks over of which nobody called the roll
}

// attended is one row of it.
type attended struct {
	days    [][]presence // by day
	officer *progress.Officer
	skills  int // percent of the practice, -1: none was held
}

// A presence is one block and what its roll says of somebody.
type presence struct {
	session *model.Session
	sign    sign
}

// A sign is a mark on a roll in one character.
type sign uint8

const (
	unmarked sign = iota
	here
	late
	excused
	missing
	notYet // came to the course only later
)

// signs is what each stands as: a character, or the end of an id of the
// catalogue, and how it looks.
var signs = [...]struct {
	text string
	word string
	tone tone
}{
	unmarked: {"·", "", quiet},
	here:     {"✓", "", good},
	late:     {"", "late", soonDue},
	excused:  {"", "excused", plain},
	missing:  {"✗", "", bad},
	notYet:   {"–", "", quiet},
}

func (s sign) say(e *kit.Env) string {
	if w := signs[s].word; w != "" {
		return e.T("cohorts.sign." + w)
	}
	return signs[s].text
}

func signOf(p model.Presence) sign {
	switch p {
	case model.Here:
		return here
	case model.Late:
		return late
	case model.Excused:
		return excused
	case model.Missing:
		return missing
	}
	return unmarked
}

func newAttendance(t *Tab, class *progress.Class) *attendance {
	a := &attendance{t: t, open: len(class.Unrolled), rows: make([]attended, t.seated)}
	row := make(map[model.ID]int, t.seated)
	for i := range a.rows {
		who := t.seats[i].seat.Person
		row[who] = i
		o := class.Find(who)
		a.rows[i].officer, a.rows[i].skills = o, -1
	}
	practice := make([]int, t.seated)
	for _, s := range t.desk().SessionsOf(t.cohort.ID) {
		a.enter(s, class.Now, row, practice)
	}
	for i := range a.rows {
		if o := a.rows[i].officer; o != nil && practice[i] > 0 {
			a.rows[i].skills = max(practice[i]-len(o.Missed), 0) * 100 / practice[i]
		}
		for len(a.rows[i].days) < len(a.days) {
			a.rows[i].days = append(a.rows[i].days, nil)
		}
	}
	a.cols = a.makeColumns()
	return a
}

// enter puts a session that was held, or whose roll has begun, on the days of
// those who took it.
func (a *attendance) enter(s *model.Session, now model.Minute, row map[model.ID]int, practice []int) {
	roll := a.t.desk().Rolls.Get(s.ID)
	over := progress.Over(s, now)
	if !s.Placed() || s.Off != nil || s.Block.Rest || !over && (roll == nil || len(roll.Marks) == 0) {
		return
	}
	marks := map[model.ID]sign{}
	if roll != nil {
		for _, m := range roll.Marks {
			if !m.Person.IsZero() {
				marks[m.Person] = signOf(m.State)
			}
		}
	}
	day := s.Start.Date()
	if n := len(a.days); n == 0 || a.days[n-1] != day {
		a.days = append(a.days, day)
	}
	put := func(i int, k sign) {
		r := &a.rows[i]
		for len(r.days) < len(a.days) {
			r.days = append(r.days, nil)
		}
		last := len(a.days) - 1
		r.days[last] = append(r.days[last], presence{s, k})
	}
	for _, seat := range s.Takers(a.t.cohort) {
		i, ok := row[seat.Person]
		k, marked := marks[seat.Person]
		delete(marks, seat.Person)
		if !ok || s.Ride != nil && s.Ride.Standby && !marked {
			continue
		}
		if !marked && !seat.Arrives.IsZero() && seat.Arrives > s.Start {
			k = notYet
		}
		put(i, k)
		if over && s.Block.Skilled() && s.Again.IsZero() {
			practice[i]++
		}
	}
	// Who was there though it was another squad's turn.
	for who, k := range marks {
		if i, ok := row[who]; ok {
			put(i, k)
		}
	}
}

const (
	colSkills = numberedCols + iota
	colHours
	attendanceFixed
)

func (a *attendance) makeColumns() []kit.Column {
	e := a.t.env()
	cols := append(a.t.numbered(21), headed([]kit.Column{
		{ID: "skills", Title: e.T("cohorts.col.skills"), Min: 5, Right: true, Less: func(x, y int) bool { return a.rows[x].skills < a.rows[y].skills }},
		{ID: "hours", Title: e.T("cohorts.col.hours"), Min: 4, Right: true, Drop: 8, Less: func(x, y int) bool { return a.hours(x) < a.hours(y) }},
	})...)
	for d, day := range a.days {
		most := 0
		for i := range a.rows {
			most = max(most, len(a.rows[i].days[d]))
		}
		title := e.Lang.Day(day)
		cols = append(cols, kit.Column{ID: day.String(), Title: title, Min: max(2*most+1, kit.Width(title))})
	}
	return cols
}

func (a *attendance) columns() []kit.Column { return a.cols }
func (a *attendance) fixed() int            { return attendanceFixed }

func (a *attendance) parts(row, col int) int {
	if col >= len(a.days) {
		return 0
	}
	return len(a.rows[row].days[col])
}

func (a *attendance) hours(row int) int {
	if o := a.rows[row].officer; o != nil {
		return o.Hours
	}
	return 0
}

func (a *attendance) cell(row, col int) kit.Cell {
	e := a.t.env()
	th := e.Theme
	r := &a.rows[row]
	switch {
	case col < numberedCols:
		return a.t.numberedCell(row, col)
	case col == colSkills && r.skills < 0:
		return kit.Cell{Text: "–", Style: th.Muted}
	case col == colSkills:
		st := th.OK
		if r.skills < 100 {
			st = th.Clash
		}
		return kit.Cell{Text: e.T("cohorts.percent", "n", r.skills), Style: st}
	case col == colHours && a.t.cohort.State == model.Closed:
		return kit.Cell{Text: "–", Style: th.Muted}
	case col == colHours:
		return kit.Cell{Text: e.Lang.Length((a.hours(row) + model.Hour/2) / model.Hour * model.Hour), Style: th.Text}
	}
	blocks := r.days[col-attendanceFixed]
	text := make([]string, len(blocks))
	worst := quiet
	for i, b := range blocks {
		text[i] = b.sign.say(e)
		worst = graver(worst, signs[b.sign].tone)
	}
	return kit.Cell{Text: parted(text, a.t.herePart(row, col-attendanceFixed)), Style: worst.style(th)}
}

// graver is the tone of two that asks for more attention.
func graver(a, b tone) tone {
	order := [...]int{quiet: 0, good: 1, plain: 2, soonDue: 3, bad: 4}
	if order[b] > order[a] {
		return b
	}
	return a
}

// herePart is the part under the cursor when that is in the row and the
// moving column, else below zero.
func (t *Tab) herePart(row, col int) int {
	if cur, ok := t.roll.Current(); !ok || cur != row || col != t.across.col {
		return -2
	}
	return t.part(row)
}

// block is what is under the cursor in the row.
func (a *attendance) block(row int) (presence, bool) {
	if row >= len(a.rows) || a.t.across.col >= len(a.days) {
		return presence{}, false
	}
	blocks := a.rows[row].days[a.t.across.col]
	if len(blocks) == 0 {
		return presence{}, false
	}
	return blocks[a.t.part(row)], true
}

func (a *attendance) at(row int) *model.Session {
	b, _ := a.block(row)
	return b.session
}

// summary is the key to the signs, and what was not called.
func (a *attendance) summary() [][]piece {
	e := a.t.env()
	switch {
	case len(a.days) > 0:
	case a.t.cohort.State == model.Closed:
		return a.t.planKept()
	default:
		return [][]piece{{{e.T("cohorts.attendance.none"), quiet}}}
	}
	var out []piece
	if a.open > 0 {
		out = append(out, piece{e.T("cohorts.attendance.uncalled", "n", a.open), soonDue})
	}
	for _, k := range []sign{late, excused, missing, here} {
		out = append(out, piece{k.say(e) + " " + e.T("cohorts.attendance."+[...]string{here: "here", late: "late", excused: "excused", missing: "missing"}[k]), quiet})
	}
	return shorter(append(out, piece{unmarked.say(e) + " " + e.T("cohorts.attendance.unmarked"), quiet}))
}

// said is the block under the cursor, and the practice that was missed.
func (a *attendance) said(row int) (tone, string) {
	e := a.t.env()
	st := plain
	var out []string
	if b, ok := a.block(row); ok {
		mark, marked := a.t.desk().Rolls.Get(b.session.ID).Of(a.t.personOf(row))
		st = signs[b.sign].tone
		out = append(out, e.T("cohorts.attendance.block", "when", b.session.Span(), "block", b.session.Block.Title, "what", a.what(b.sign, mark, marked)))
		if mark.Note != "" {
			out = append(out, mark.Note)
		}
	}
	if o := a.rows[row].officer; o != nil {
		for _, m := range o.Missed {
			st = bad
			text := e.T("progress.missed", "session", m.Session.Block.Title, "date", m.Session.Start.Date())
			if m.MakeUp != nil {
				text += ": " + e.T("cohorts.attendance.make-up", "when", m.MakeUp.Start)
			}
			out = append(out, text+".")
		}
	}
	return st, strings.Join(out, " ")
}

// what says a mark: late and missing with the time.
func (a *attendance) what(k sign, m model.Mark, marked bool) model.Message {
	switch {
	case k == notYet:
		return model.Say("cohorts.attendance.not-yet")
	case !marked:
		return model.Say("cohorts.attendance.unmarked")
	case !m.At.IsZero():
		return model.Say("cohorts.attendance.at", "what", model.Say("word.presence."+string(m.State)), "at", m.At.Clock())
	}
	return model.Say("word.presence." + string(m.State))
}
