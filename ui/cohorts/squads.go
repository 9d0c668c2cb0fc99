package cohorts

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/ui/kit"
)

// deal asks how many squads, and deals everybody anew.
func (t *Tab) deal() tea.Cmd {
	start := t.cohort.Squads
	if start == 0 {
		start = usualSquads
	}
	check := func(s string) *model.Problem {
		if n, err := strconv.Atoi(strings.TrimSpace(s)); err != nil || n < 1 || n > model.MaxSquads {
			return model.Wrong("squads", "cohorts.deal.how-many", "max", model.MaxSquads)
		}
		return nil
	}
	label := model.Say("cohorts.deal.label", "n", len(t.cohort.Holders()))
	if dealt(t.cohort) {
		label = model.Say("cohorts.deal.again", "n", len(t.cohort.Holders()))
	}
	kit.Open(t.h.Dialogs(), kit.NewPrompt(t.env(), model.Say("cohorts.deal.title"), label, itoa(start), check).Offered(),
		func(s string) tea.Cmd {
			n, err := strconv.Atoi(strings.TrimSpace(s))
			if err != nil {
				return nil // check has refused it
			}
			next, err := t.cohort.Deal(n, t.person)
			if err != nil {
				return t.h.Fail(err)
			}
			return t.commit(
				model.Change{Act: model.Say("cohorts.act.deal", "n", n, "cohort", next.Code), Puts: []model.Put{t.desk().Put(next)}},
				model.Say("cohorts.deal.done", "n", n, "squads", balance(next)))
		})
	return nil
}

// moveSquad puts the chosen people into a squad by its letter.
func (t *Tab) moveSquad() tea.Cmd {
	people := t.roll.Chosen()
	d := &squadDialog{env: t.env(), title: t.about("cohorts.squad.title", people)}
	d.lines = append(d.lines, squadLine{0, t.env().T("cohorts.squad.none")})
	for q := model.Squad(1); int(q) <= t.cohort.Squads; q++ {
		d.lines = append(d.lines, squadLine{q, t.squadSummary(q)})
	}
	if seat, ok := t.cohort.Seat(people[0]); ok {
		d.at = int(seat.Squad)
	}
	kit.Open(t.h.Dialogs(), d, func(q model.Squad) tea.Cmd { return t.intoSquad(people, q) })
	return nil
}

func (t *Tab) intoSquad(people []model.ID, q model.Squad) tea.Cmd {
	t.roll.Unmark()
	done := model.Say("cohorts.squad.done", "n", len(people), "squad", q.String())
	if q == 0 {
		done = model.Say("cohorts.squad.out", "n", len(people))
	}
	return t.eachSeat(people, model.Say("cohorts.act.squad", "n", len(people), "squad", q.String(), "cohort", t.cohort.Code), done,
		func(s *model.Seat) {
			if s.Alternate == 0 && !s.Stage.Out() {
				s.Squad = q
			}
		})
}

// swapPair is the two people whose squads are to be exchanged: the two that
// are marked, or the one that is marked and the one under the cursor.
func (t *Tab) swapPair() (a, b model.Seat, ok bool) {
	marked := t.roll.Marked()
	if cur, has := t.roll.CurrentKey(); has && len(marked) == 1 {
		marked = append(marked, cur)
	}
	if len(marked) != 2 || marked[0] == marked[1] {
		return a, b, false
	}
	a, okA := t.cohort.Seat(marked[0])
	b, okB := t.cohort.Seat(marked[1])
	return a, b, okA && okB && a.Squad != b.Squad && a.Alternate == 0 && b.Alternate == 0
}

func (t *Tab) swapSquads() tea.Cmd {
	a, b, ok := t.swapPair()
	if !ok {
		return nil
	}
	t.roll.Unmark()
	return t.eachSeat([]model.ID{a.Person, b.Person},
		model.Say("cohorts.act.swap", "person", a.Person, "other", b.Person, "cohort", t.cohort.Code),
		model.Say("cohorts.swap.done", "person", a.Person, "squad", b.Squad.String(), "other", b.Person, "second", a.Squad.String()),
		func(s *model.Seat) {
			if s.Person == a.Person {
				s.Squad = b.Squad
			} else {
				s.Squad = a.Squad
			}
		})
}

// showBalance lays the squads side by side: size, agencies, languages, women
// and men.
func (t *Tab) showBalance() tea.Cmd {
	var lines []model.Message
	for q := model.Squad(1); int(q) <= t.cohort.Squads; q++ {
		lines = append(lines, model.Say("cohorts.balance.line", "squad", q.String(), "summary", t.squadSummary(q)))
	}
	if n := t.undealt(); n > 0 {
		lines = append(lines, model.Say("cohorts.balance.undealt", "n", n))
	}
	kit.Open(t.h.Dialogs(), kit.NewNotice(t.env(), model.Say("cohorts.balance.title", "cohort", t.cohort.Code), lines...),
		func(kit.Read) tea.Cmd { return nil })
	return nil
}

func (t *Tab) undealt() int {
	n := 0
	for _, s := range t.cohort.Holders() {
		if s.Squad == 0 {
			n++
		}
	}
	return n
}

// squadSummary is a squad in one line: "8: PESP Sonora 4, SSPE Chihuahua 4;
// Spanish 8, English 3; 2 women".
func (t *Tab) squadSummary(q model.Squad) string {
	e, d := t.env(), t.desk()
	agencies, tongues := tally{}, tally{}
	n, women := 0, 0
	for _, s := range t.cohort.Holders() {
		if s.Squad != q {
			continue
		}
		n++
		p := t.person(s.Person)
		if p == nil {
			continue
		}
		if a := d.Agencies.Get(p.Agency); a != nil {
			agencies.add(a.Label())
		}
		for _, l := range p.Speaks {
			word := l
			if e.Lang.Has("word.lang." + l) {
				word = e.T("word.lang." + l)
			}
			tongues.add(word)
		}
		if p.Sex == model.Female {
			women++
		}
	}
	parts := []string{e.T("cohorts.people", "n", n)}
	for _, x := range []tally{agencies, tongues} {
		if s := x.String(); s != "" {
			parts = append(parts, s)
		}
	}
	if women > 0 {
		parts = append(parts, e.T("cohorts.women", "n", women))
	}
	return strings.Join(parts, " · ")
}

// tally counts words.
type tally map[string]int

func (t tally) add(s string) { t[s]++ }

// String is the words, the most frequent first, with their counts.
func (t tally) String() string {
	list := make([]string, 0, len(t))
	for s := range t {
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b string) int {
		if t[a] != t[b] {
			return t[b] - t[a]
		}
		return strings.Compare(a, b)
	})
	for i, s := range list {
		list[i] = s + " " + itoa(t[s])
	}
	return strings.Join(list, ", ")
}

// squadDialog asks for a squad: its letter answers at once.
type squadDialog struct {
	env   *kit.Env
	title model.Message
	lines []squadLine
	at    int
	h     int
}

type squadLine struct {
	squad model.Squad
	about string
}

// Title names who is moved.
func (d *squadDialog) Title() string { return d.env.Say(d.title) }

// Result is the squad chosen.
func (d *squadDialog) Result() model.Squad { return d.lines[d.at].squad }

// Size is a line a squad.
func (d *squadDialog) Size(maxW, maxH int) (w, h int) {
	for _, l := range d.lines {
		w = max(w, kit.Width(l.about)+6)
	}
	return min(w, maxW), min(len(d.lines), maxH)
}

// Resize takes the size.
func (d *squadDialog) Resize(_, h int) { d.h = h }

// Cursor is hidden.
func (d *squadDialog) Cursor() (x, y int, ok bool) { return 0, 0, false }

// top is the first line shown.
func (d *squadDialog) top() int { return max(d.at-d.h+1, 0) }

// Update moves, or ends it by a letter.
func (d *squadDialog) Update(msg tea.Msg) (kit.Outcome, tea.Cmd) {
	if _, y, ok := kit.Click(msg); ok {
		if i := d.top() + y; i >= 0 && i < len(d.lines) {
			d.at = i
			return kit.Done, nil
		}
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return kit.Stay, nil
	}
	switch {
	case kit.IsKey(k, "esc"):
		return kit.Cancelled, nil
	case kit.IsKey(k, "enter"):
		return kit.Done, nil
	case kit.IsKey(k, "up"):
		d.at = max(d.at-1, 0)
	case kit.IsKey(k, "down"):
		d.at = min(d.at+1, len(d.lines)-1)
	case kit.IsKey(k, "-", "0"):
		d.at = 0
		return kit.Done, nil
	default:
		letter := strings.ToUpper(kit.Typed(k))
		for i, l := range d.lines {
			if l.squad != 0 && l.squad.String() == letter {
				d.at = i
				return kit.Done, nil
			}
		}
	}
	return kit.Stay, nil
}

// Draw paints a line a squad.
func (d *squadDialog) Draw(c *kit.Canvas) {
	th := d.env.Theme
	for y := range c.H() {
		i := d.top() + y
		if i >= len(d.lines) {
			return
		}
		l, key, text := d.lines[i], th.Key, th.Text
		if i == d.at {
			c.Fill(kit.Rect{Y: y, W: c.W(), H: 1}, th.Selected, " ")
			key, text = th.Selected, th.Selected
		}
		name := l.squad.String()
		if name == "" {
			name = "-"
		}
		c.Text(1, y, key, name)
		c.TextFit(4, y, c.W()-5, text, l.about)
	}
}

// Actions are the keys worth knowing.
func (d *squadDialog) Actions() []kit.Action {
	return []kit.Action{{ID: "kit.accept", Keys: []string{"enter"}, Rank: 1}, {ID: "kit.cancel", Keys: []string{"esc"}, Rank: 2}}
}
