package plan

import (
	"slices"
	"strings"

	"muster/model"
	"muster/ui/kit"
	"muster/ui/paper"
)

// A teller says moves in words. next is the desk as it would be.
type teller struct {
	env  *kit.Env
	next *model.Desk
}

// title is the session as a card has it.
func (t teller) title(m move) string { return paper.Title(t.env.Lang, t.next, m.session()) }

// when is a session's time: "Thu 15 09:00–11:00"; that it has none.
func (t teller) when(s *model.Session) string {
	switch {
	case s == nil:
		return t.env.T("plan.none")
	case !s.Placed():
		return t.env.T("plan.tray")
	}
	return t.env.Lang.Span(s.Span())
}

// short is a session's beginning: "Thu 15 09:00".
func (t teller) short(s *model.Session) string {
	if s == nil || !s.Placed() {
		return t.when(s)
	}
	return t.env.Lang.When(s.Start)
}

// what is what else is other than the time: the place, the people, the cars,
// the relays, in a few words.
func (t teller) what(m move) string {
	if m.was == nil || m.now == nil || m.sort == toTray {
		return ""
	}
	var out []string
	say := func(id string, pairs ...any) { out = append(out, t.env.T(id, pairs...)) }
	if a, b := m.was.Place, m.now.Place; a != b {
		switch {
		case b.IsZero():
			say("plan.move.no-place", "place", a)
		default:
			say("plan.move.place", "place", b)
		}
	}
	out = append(out, t.people(m)...)
	if !slices.Equal(m.was.Cars, m.now.Cars) && len(m.now.Cars) > 0 {
		say("plan.move.cars", "cars", m.now.Cars)
	}
	if a, b := m.was.Block.Fire, m.now.Block.Fire; a != nil && b != nil && a.Relays != b.Relays {
		say("plan.move.relays", "n", max(b.Relays, 1))
	}
	if a, b := m.was.Block.Length, m.now.Block.Length; a != b {
		say("plan.move.length", "length", t.env.Lang.Length(b))
	}
	if len(out) == 0 && m.sort == differs {
		say("plan.move.differs")
	}
	return strings.Join(out, " · ")
}

// people is who stands in for whom, who comes and who goes, a part each.
func (t teller) people(m move) []string {
	gone, come := crewDiff(m.was, m.now)
	var out []string
	for _, p := range come {
		i := slices.IndexFunc(gone, func(g model.Part) bool { return g.Role == p.Role })
		role := model.Say("clash.role." + string(p.Role))
		if i < 0 {
			out = append(out, t.env.T("plan.move.come", "who", p.Staff, "role", role))
			continue
		}
		out = append(out, t.env.T("plan.move.instead", "who", p.Staff, "other", gone[i].Staff, "role", role))
		gone = slices.Delete(gone, i, i+1)
	}
	for _, p := range gone {
		out = append(out, t.env.T("plan.move.gone", "who", p.Staff, "role", model.Say("clash.role."+string(p.Role))))
	}
	return out
}

// line is a move in one line: "→ F Pistol 1  A · Tue 13 09:00 → Wed 14 13:15 · Range 2".
func (t teller) line(m move) string {
	out := m.sort.mark() + " " + t.title(m) + " · "
	switch m.sort {
	case places, swaps, differs:
		out += t.short(m.now)
	case comes:
		out += t.when(m.now)
	default:
		out += t.short(m.was) + " → " + t.short(m.now)
	}
	if what := t.what(m); what != "" {
		out += " · " + what
	}
	return out
}

// full is a move in a sentence or two, with nothing cut off.
func (t teller) full(m move) string {
	id := [...]string{
		comes: "plan.move.comes", moves: "plan.move.moves", toTray: "plan.move.to-tray", goes: "plan.move.goes",
		places: "plan.move.stays", swaps: "plan.move.stays", differs: "plan.move.stays",
	}[m.sort]
	out := t.env.T(id, "block", t.title(m), "from", t.when(m.was), "to", t.when(m.now))
	if what := t.what(m); what != "" {
		out += " " + what + "."
	}
	return out
}

// mostNamed is how many records are named in one sentence.
const mostNamed = 8

// named are the records' names, the last of many as a number: "a, b and 7
// more".
func named(e *kit.Env, list []model.ID) []string {
	var out []string
	for i, id := range list {
		if i == mostNamed-1 && len(list) > mostNamed {
			return append(out, e.T("plan.and-more", "n", len(list)-i))
		}
		out = append(out, e.Lang.Name(id))
	}
	return out
}
