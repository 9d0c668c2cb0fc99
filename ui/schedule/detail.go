package schedule

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

// A detailLine is one line below the board, made of words of one tone each.
type detailLine []detailWord

type detailWord struct {
	tone tone
	text string
	fix  int // the number of the fix it names, from 1 on; a click does it
}

func word(tn tone, text string) detailWord { return detailWord{tone: tn, text: text} }

type tone uint8

const (
	plain tone = iota
	strong
	quiet
	good
	hint
	fault
	keyed
)

func (t *Tab) tones() [7]kit.Style {
	th := t.env.Theme
	return [7]kit.Style{plain: th.Text, strong: th.Title, quiet: th.Muted, good: th.OK, hint: th.Warn, fault: th.Clash, keyed: th.Key}
}

// describe says what is under the cursor, or what the ghost would meet: what
// it is, who does it, and each clash in a sentence, the hard ones first. What
// there is no room for comes with the next press of the key for more.
func (t *Tab) describe() []detailLine {
	room := t.frame.detail.H
	if room == 0 {
		return nil
	}
	all := t.saying(room)
	of := t.sel
	if t.inTray {
		of = t.traySel
	}
	if of != t.moreOf || t.move != nil || t.moreFrom >= len(all) {
		t.moreOf, t.moreFrom = of, 0
	}
	all = all[t.moreFrom:]
	t.moreLeft = max(len(all)-room, 0)
	return all[:min(len(all), room)]
}

// saying is all there is to say, in lines of the width there is.
func (t *Tab) saying(room int) []detailLine {
	if m := t.move; m != nil {
		lines := t.describeMove(m)
		if !m.nowhere.IsZero() {
			return append(t.wrapped(detailLine{word(fault, t.env.Say(m.nowhere))}), t.fill(lines, m.clashes, room, m.draft)...)
		}
		return t.fill(lines, m.clashes, room, m.draft)
	}
	s := t.selected()
	if s == nil {
		return t.wrapped(t.describeEmpty())
	}
	c := t.host.Desk().Cohorts.Get(s.Cohort)
	if c == nil {
		return nil
	}
	return t.fill(t.about(s, c), rules.Digest(t.host.Board().ClashesOf(s.ID)), room, s)
}

// seeMore shows what the lines below the board have had no room for.
func (t *Tab) seeMore() tea.Cmd {
	if t.moreLeft == 0 {
		t.moreFrom = 0
	} else {
		t.moreFrom += max(t.frame.detail.H, 1)
	}
	t.arrange()
	return nil
}

// fill orders what is said: the session, who does what, the clashes, what its
// kind has of its own, remarks. With few lines a clash is what matters.
func (t *Tab) fill(first detailLine, clashes []rules.Clash, room int, s *model.Session) []detailLine {
	var lines []detailLine
	say := func(l detailLine) { lines = append(lines, t.wrapped(l)...) }
	people, own := t.aboutPeople(s), t.aboutKind(s)
	short := room <= 4 && len(clashes) > 0
	var again []detailLine // what was cut, in full
	if short {
		lines = append(lines, first)
	} else {
		say(first)
		say(people)
	}
	for i := range clashes {
		g := clashes[i].Grade()
		lead := word(hint, markOf(g)+" ")
		if g == clashing {
			lead.tone = fault
		}
		line := detailLine{lead, word(plain, t.env.Say(clashes[i].Text))}
		switch {
		case i == 0 && short && (t.mends.owed || len(t.mends.list) > 0): // cut, to leave room for what mends it
			lines = append(lines, line, t.aboutFixes())
			if len(t.wrapped(line)) > 1 {
				again = append(again, line)
			}
			if len(t.wrapped(t.aboutFixes())) > 1 {
				again = append(again, t.aboutFixes())
			}
		case i == 0:
			say(line)
			say(t.aboutFixes())
		default:
			say(line)
		}
	}
	if short {
		if len(t.wrapped(first)) > 1 {
			again = append([]detailLine{first}, again...)
		}
		for _, line := range again {
			say(line)
		}
		say(people)
	}
	say(own)
	for _, note := range []string{s.Note, s.Block.Note} {
		if note != "" {
			say(detailLine{word(quiet, strings.ReplaceAll(note, "\n", " "))})
		}
	}
	return lines
}

// wrapped breaks a line between words, or between the statements that dots
// part, into lines of the width there is.
func (t *Tab) wrapped(line detailLine) []detailLine {
	const indent = 2
	var out []detailLine
	var cur detailLine
	x, w := 0, max(t.frame.detail.W, 10)
	for _, said := range line {
		for _, part := range strings.SplitAfter(said.text, " ") {
			if x > indent && x+kit.Width(strings.TrimRight(part, " ")) > w {
				out = append(out, cur)
				cur, x = detailLine{word(plain, "  ")}, indent
			}
			if x == indent && len(out) > 0 && len(cur) == 1 && (part == " " || part == "· ") {
				continue // no line begins with what only parts
			}
			if n := len(cur); n > 0 && cur[n-1].tone == said.tone && cur[n-1].fix == said.fix {
				cur[n-1].text += part
			} else {
				cur = append(cur, detailWord{said.tone, part, said.fix})
			}
			x += kit.Width(part)
		}
	}
	if len(cur) > 0 {
		out = append(out, cur)
	}
	return out
}

// about is the session in a line: kind and title, squads, when, where.
func (t *Tab) about(s *model.Session, c *model.Cohort) detailLine {
	line := detailLine{word(strong, string(s.Block.Kind)+" "+s.Block.Title.In(t.env.Lang.Tag()))}
	add := func(tn tone, text string) {
		if text != "" {
			line = append(line, word(quiet, " · "), word(tn, text))
		}
	}
	if c.ID != t.cohort.ID {
		add(strong, c.Code)
	}
	if s.Off != nil {
		add(fault, "× "+t.offText(s))
	}
	add(strong, t.chance(s))
	if s.Ride == nil && (s.Squads != 0 || len(s.Only) > 0) {
		who := t.squadsLabel(s, c)
		if s.Squads.Len() > 0 && who == s.Squads.String() {
			who = t.env.T("schedule.squads.list", "n", s.Squads.Len(), "list", who)
		}
		add(plain, who+" "+t.env.T("schedule.officers.short", "n", s.Officers(c)))
	}
	if s.Placed() {
		add(plain, t.env.Lang.Span(s.Span()))
	} else {
		add(plain, t.env.Lang.Length(s.Block.Length))
		if at := t.usualStart(s); !at.IsZero() && c.ID == t.cohort.ID {
			add(quiet, t.env.T("schedule.tray.usual", "at", at))
		}
	}
	add(plain, t.aboutPlace(s))
	if s.Block.Ammo != model.NoAmmo {
		add(plain, t.env.T("word.ammo."+string(s.Block.Ammo)))
	}
	for _, fact := range t.state(s, c) {
		add(plain, fact)
	}
	if s.Pinned {
		add(plain, "▪ "+t.env.T("schedule.legend.pin"))
	}
	if c.ID == t.cohort.ID && altered(s, t.out) && t.move == nil {
		add(hint, "» "+t.env.T("schedule.changes.before", "was", t.wasText(revision{s, s.Told == nil})))
	}
	return line
}

// aboutPlace is the place with what limits it: "Range 1 (12 lanes)".
func (t *Tab) aboutPlace(s *model.Session) string {
	p := t.host.Desk().Places.Get(s.Place)
	switch {
	case p == nil && s.Block.Place == "":
		return ""
	case p == nil:
		return t.env.T("schedule.detail.no-place", "kind", model.Say("word.place."+string(s.Block.Place)))
	case s.Block.LiveFire() && p.Lanes > 0:
		return t.env.T("schedule.detail.lanes", "place", p.Name, "n", p.Lanes)
	case p.Capacity > 0:
		return t.env.T("schedule.detail.capacity", "place", p.Name, "n", p.Capacity)
	}
	return p.Name
}

// aboutPeople is who does what: "lead Ruiz · line Ortega, Pons 2/3 · RSO –".
func (t *Tab) aboutPeople(s *model.Session) detailLine {
	c := t.host.Desk().Cohorts.Get(s.Cohort)
	if c == nil {
		return nil
	}
	need := map[model.Role]int{}
	for _, n := range s.Block.Needs {
		need[n.Role] += n.For(s.Engaged(c))
	}
	var line detailLine
	for _, role := range model.Roles {
		in := s.In(role)
		if len(in) == 0 && need[role] == 0 {
			continue
		}
		if len(line) > 0 {
			line = append(line, word(quiet, " · "))
		}
		line = append(line, word(quiet, t.env.T("word.short."+string(role))+" "))
		names := make([]string, len(in))
		for i, id := range in {
			names[i] = t.staffName(id)
		}
		if len(names) > 0 {
			line = append(line, word(plain, strings.Join(names, ", ")))
		}
		switch short := need[role] - len(in); {
		case short > 0 && len(in) == 0:
			line = append(line, word(hint, "–"))
		case short > 0:
			line = append(line, word(hint, " "+strconv.Itoa(len(in))+"/"+strconv.Itoa(need[role])))
		}
	}
	if len(line) == 0 && !s.Block.Rest {
		return detailLine{word(quiet, t.env.T("schedule.detail.nobody"))}
	}
	return line
}

// aboutKind is what blocks of its kind have of their own.
func (t *Tab) aboutKind(s *model.Session) detailLine {
	var parts []string
	say := func(id string, pairs ...any) { parts = append(parts, t.env.T(id, pairs...)) }
	c := t.host.Desk().Cohorts.Get(s.Cohort)
	b := &s.Block
	if f := b.Fire; f != nil && c != nil {
		parts = append(parts, t.aboutLine(s, c)...)
		if f.Rounds > 0 {
			say("schedule.detail.rounds", "n", f.Rounds, "all", f.Rounds*s.Officers(c))
		}
		if f.Qualifies {
			say("field.qualifies")
		}
		if course := t.host.Desk().FireCourses.Get(f.Course); course != nil {
			say("schedule.detail.course", "course", course.Title, "n", course.Pass)
		}
	}
	if v := b.Search; v != nil {
		say("schedule.detail.search", "cars", v.Cars, "hides", v.Hides)
	}
	if h := b.House; h != nil && h.Team > 0 {
		say("schedule.detail.house", "team", h.Team, "runs", max(h.Runs, 1))
	}
	if r := b.Rescue; r != nil {
		say("schedule.detail.rescue", "n", r.Casualties)
	}
	if x := b.Exercise; x != nil {
		say("schedule.detail.exercise", "players", x.Players, "teams", x.Teams)
	}
	if s.Ride != nil {
		parts = append(parts, t.aboutRide(s)...)
	}
	for _, flag := range []struct {
		on bool
		id string
	}{{b.Exam, "field.exam"}, {b.Ends, "field.graduation"}, {b.Briefing, "field.briefing"}, {b.Night, "field.night"}, {b.Strenuous, "field.strenuous"}} {
		if flag.on {
			say(flag.id)
		}
	}
	for _, k := range b.Kit {
		if pool := t.host.Desk().Kits.Get(k.Kit); pool != nil && c != nil {
			say("schedule.detail.kit", "n", k.For(s.Engaged(c)), "kit", pool.Name)
		}
	}
	if len(s.Cars) > 0 {
		names := make([]string, 0, len(s.Cars))
		for _, id := range s.Cars {
			if v := t.host.Desk().Vehicles.Get(id); v != nil {
				names = append(names, v.Name)
			}
		}
		parts = append(parts, t.env.Lang.List(names))
	}
	if len(parts) == 0 {
		return nil
	}
	return detailLine{word(quiet, strings.Join(parts, " · "))}
}

// describeEmpty says what the empty cell is good for.
func (t *Tab) describeEmpty() detailLine {
	line := detailLine{word(strong, t.env.Lang.When(t.at)), word(quiet, " · ")}
	for i := range t.hatches {
		if t.hatches[i].span.Overlaps(model.Span{From: t.at, To: t.at + 1}) {
			return append(line, word(plain, t.hatches[i].why))
		}
	}
	if t.inTray {
		return detailLine{word(quiet, t.env.T("schedule.tray.none"))}
	}
	id := "schedule.detail.free"
	if len(t.tray) == 0 {
		id = "schedule.detail.free.new"
	}
	return append(line, word(quiet, t.env.T(id)))
}

func (t *Tab) drawDetail(cv *kit.Canvas) {
	f, tones := t.frame, t.tones()
	cv.HLine(f.rule.X, f.rule.Y, f.rule.W, t.env.Theme.Rule)
	c := cv.Sub(f.detail)
	for y, line := range t.lines {
		end := c.W()
		if y == len(t.lines)-1 && t.moreLeft > 0 {
			id := "schedule.detail.more"
			if t.move != nil {
				id = "schedule.detail.more-later" // the key drops what is carried
			}
			end = c.TextRight(0, end, y, t.env.Theme.Key, t.env.T(id, "n", t.moreLeft)) - 1
		}
		x := 0
		for i, w := range line {
			n := kit.Width(w.text)
			if i == len(line)-1 || x+n > end {
				c.TextFit(x, y, end-x, tones[w.tone], w.text)
				if x+n > end {
					break
				}
			} else {
				c.Text(x, y, tones[w.tone], w.text)
			}
			x += n
		}
	}
}
