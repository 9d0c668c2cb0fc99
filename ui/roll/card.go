package roll

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/paper"
	"muster/ui/tab"
)

// An emergency card is what a medic or a hospital asks first about an officer,
// and whom to call. It ends in the person to be opened, to mend what is
// missing.
type card struct {
	h      tab.Host
	env    *kit.Env
	person *model.Person
	desk   *model.Desk // what the lines were made from
	cohort *model.Cohort
	seat   model.Seat
	watch  *watch
	open   bool // the passport's number is shown

	lines   []cardLine
	top     int
	w, tall int
}

// A cardLine is one fact: its name at the left, what is known at the right.
type cardLine struct {
	label, text string
	st          kit.Style
	bare        bool // no label: over the whole width
}

// Card opens the emergency card of a person on the desk.
func Card(h tab.Host, person model.ID) tea.Cmd {
	p := h.Desk().People.Get(person)
	if p == nil {
		return h.Tell(kit.Warn, model.Say("roll.card.gone"))
	}
	d := &card{h: h, env: h.Env(), person: p}
	d.cohort, d.seat = cohortOf(h, person)
	zone := ""
	if d.cohort != nil {
		zone = d.cohort.Zone
	}
	d.watch = newWatch(h, zone)
	d.fill()
	kit.Open(h.Dialogs(), d, func(id model.ID) tea.Cmd {
		return h.Jump(model.Ref{Kind: model.KindPerson, ID: id})
	})
	return d.watch.wind()
}

// cohortOf is the cohort somebody is in: the one in hand when they have a seat
// there, else the one that runs, else the last.
func cohortOf(h tab.Host, person model.ID) (*model.Cohort, model.Seat) {
	if c := h.Cohort(); c != nil {
		if v, ok := c.Seat(person); ok {
			return c, v
		}
	}
	var best *model.Cohort
	var seat model.Seat
	for c := range h.Desk().Cohorts.All {
		v, ok := c.Seat(person)
		if !ok {
			continue
		}
		running := c.First <= h.Today() && h.Today() <= c.Last
		if best == nil || running || c.Last > best.Last && (best.First > h.Today() || h.Today() > best.Last) {
			best, seat = c, v
		}
	}
	return best, seat
}

// now is the session somebody is in at the moment, or nil.
func (d *card) now() *model.Session {
	if d.cohort == nil {
		return nil
	}
	for _, s := range d.desk.SessionsOf(d.cohort.ID) {
		if !s.Placed() || s.Off != nil || s.Start.Minute() > d.watch.now || d.watch.now >= s.Span().To.Minute() {
			continue
		}
		if _, marked := d.desk.Rolls.Get(s.ID).Of(d.person.ID); marked {
			return s
		}
		for _, v := range s.Takers(d.cohort) {
			if v.Person == d.person.ID {
				return s
			}
		}
	}
	return nil
}

// fill makes the lines from the desk.
func (d *card) fill() {
	e, th := d.env, d.env.Theme
	d.desk = d.h.Desk()
	if p := d.desk.People.Get(d.person.ID); p != nil {
		d.person = p
	}
	if d.cohort != nil {
		if c := d.desk.Cohorts.Get(d.cohort.ID); c != nil {
			d.cohort = c
			d.seat, _ = c.Seat(d.person.ID)
		}
	}
	p := d.person
	d.lines = nil
	bare := func(st kit.Style, text string) { d.lines = append(d.lines, cardLine{text: text, st: st, bare: true}) }
	fact := func(id string, st kit.Style, text string) {
		label := ""
		if id != "" {
			label = e.T("roll.card." + id)
		}
		if text == "" {
			st, text = th.Warn, "! "+e.T("roll.card.missing")
		}
		d.lines = append(d.lines, cardLine{label: label, text: text, st: st})
	}
	bare(th.Title, p.FullName())
	bare(th.Muted, d.who())
	bare(th.Text, "")
	where, whereStyle := d.where()
	fact("now", whereStyle, where)
	bare(th.Text, "")
	fact("blood", th.Title, p.Emergency.Blood)
	fact("allergies", th.Clash, p.Emergency.Allergies)
	fact("medical", th.Text, p.Emergency.Medical)
	bare(th.Text, "")
	whom := p.Emergency.Name
	if whom != "" && p.Emergency.Relation != "" {
		whom += " (" + p.Emergency.Relation + ")"
	}
	fact("call", th.Title, whom)
	fact("phone", th.Accent, p.Emergency.Phone)
	bare(th.Text, "")
	for i, w := range p.Reach() {
		id := "own"
		if i > 0 {
			id = ""
		}
		fact(id, th.Text, w.Handle+"  "+e.T("word.channel."+string(w.Channel)))
	}
	fact("speaks", th.Text, d.tongues())
	fact("born", th.Text, d.born())
	fact("passport", th.Text, d.passport())
}

// who is class number, squad, cohort, rank and agency on one line.
func (d *card) who() string {
	e, p := d.env, d.person
	var parts []string
	if d.cohort != nil {
		parts = append(parts, d.cohort.Code)
		if d.seat.No > 0 {
			parts = append(parts, e.T("roll.number", "no", d.seat.No))
		}
		if d.seat.Squad > 0 {
			parts = append(parts, e.T("roll.squad", "squad", d.seat.Squad.String()))
		}
	}
	if p.Rank != "" {
		parts = append(parts, p.Rank)
	}
	if a := d.desk.Agencies.Get(p.Agency); a != nil {
		parts = append(parts, a.Label())
	}
	return strings.Join(parts, " · ")
}

// where is what they are in now, and what its roll says of them.
func (d *card) where() (string, kit.Style) {
	e, th := d.env, d.env.Theme
	if d.cohort != nil && d.seat.Stage.Out() {
		return e.T("word.stage." + string(d.seat.Stage)), th.Warn
	}
	s := d.now()
	if s == nil {
		return e.T("roll.card.free"), th.Muted
	}
	parts := []string{paper.Title(e.Lang, d.desk, s)}
	if p := d.desk.Places.Get(s.Place); p != nil {
		parts = append(parts, p.Label())
	}
	parts = append(parts, e.T("roll.card.until", "at", e.Lang.Time(s.Span().To)))
	st := th.Text
	if m, ok := d.desk.Rolls.Get(s.ID).Of(d.person.ID); ok {
		parts = append(parts, e.T("roll.state."+string(m.State)))
		if m.State == model.Missing {
			st = th.Clash
		}
	}
	return strings.Join(parts, " · "), st
}

func (d *card) tongues() string {
	var out []string
	for _, l := range d.person.Speaks {
		if name := d.env.T("word.lang." + l); d.env.Lang.Has("word.lang." + l) {
			out = append(out, name)
		} else {
			out = append(out, l)
		}
	}
	return strings.Join(out, ", ")
}

// born is what a hospital writes down: day of birth, sex, nationality.
func (d *card) born() string {
	var out []string
	p := d.person
	if !p.Born.IsZero() {
		out = append(out, d.env.Lang.Date(p.Born))
	}
	if p.Sex != "" {
		out = append(out, d.env.T("word.sex."+string(p.Sex)))
	}
	if p.Nationality != "" {
		out = append(out, p.Nationality)
	}
	return strings.Join(out, " · ")
}

// passport is hidden until it is asked for: the card is read over shoulders.
func (d *card) passport() string {
	p := d.person.Passport
	if p.No == "" {
		return ""
	}
	if !d.open {
		return d.env.T("roll.card.hidden")
	}
	out := []string{p.No}
	if p.Country != "" {
		out = append(out, p.Country)
	}
	if !p.Expires.IsZero() {
		out = append(out, d.env.T("roll.card.expires", "date", p.Expires))
	}
	return strings.Join(out, " · ")
}

// Title says that it is the emergency card.
func (d *card) Title() string { return d.env.T("roll.card.title") }

// Result is the person.
func (d *card) Result() model.ID { return d.person.ID }

// Update scrolls, shows the passport, opens the person and leaves.
func (d *card) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	was := d.watch.now
	wound := d.watch.hear(msg)
	if d.h.Desk() != d.desk || d.watch.now != was {
		d.fill()
	}
	if m, ok := msg.(kit.WheelMsg); ok {
		d.turn(3 * m.Delta)
		return kit.Stay, nil
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return kit.Stay, wound
	}
	switch {
	case kit.IsKey(k, "esc", "enter", "q", "ctrl+s"):
		return kit.Cancelled, nil
	case kit.IsKey(k, "e"):
		return kit.Done, nil
	case kit.IsKey(k, "E") && d.cohort != nil:
		return kit.Stay, sheet{
			text: paper.EmergencyCard(d.env.Lang, d.desk, d.cohort, d.person),
			name: fileName(d.env, d.cohort, d.seat, "emergency"),
			act:  model.Say("roll.act.wrote.card-of", "cohort", d.cohort.Code, "person", d.seat.Person),
		}.write(d.h)
	case kit.IsKeys(k):
		d.h.Dialogs().ListKeys()
	case kit.IsKey(k, "space"):
		d.open = !d.open
		d.fill()
	case kit.IsKey(k, "up", "k"):
		d.turn(-1)
	case kit.IsKey(k, "down", "j"):
		d.turn(1)
	case kit.IsKey(k, "pgup", "pgdown"):
		by := max(d.tall-1, 1)
		if kit.IsKey(k, "pgup") {
			by = -by
		}
		d.turn(by)
	}
	return kit.Stay, nil
}

// Cursor is hidden.
func (d *card) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Actions are the keys.
func (d *card) Actions() []kit.Action {
	show := "roll.key.passport"
	if d.open {
		show = "roll.key.hide"
	}
	out := []kit.Action{
		{ID: "kit.close", Keys: []string{"esc"}, Rank: 1},
		{ID: show, Keys: []string{"space"}, Rank: 2},
		{ID: "roll.key.mend", Keys: []string{"e"}, Rank: 3},
	}
	if d.cohort != nil {
		out = append(out, kit.Action{ID: "roll.key.write", Keys: []string{"E"}, Rank: 4})
	}
	return append(out, kit.KeysAction(5))
}
