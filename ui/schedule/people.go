package schedule

import (
	"cmp"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

// A want is a role of a session: how many it needs there, with which skill,
// who is in it, and how many of the need they fill: somebody without the
// certificate fills none of it, as the rules have it.
type want struct {
	role  model.Role
	skill model.Skill
	need  int
	have  []model.ID
	fills int
}

// wants is the roles of the session: those it needs, then the others.
func (t *Tab) wants(s *model.Session) []want {
	var out []want
	for _, role := range model.Roles {
		w := want{role: role, have: s.In(role)}
		for _, n := range s.Block.Needs {
			if n.Role == role {
				need := n.For(s.Engaged(t.cohort))
				w.need += need
				w.fills += min(t.able(s, w.have, n.Skill), need)
				if w.skill == "" {
					w.skill = n.Skill
				}
			}
		}
		out = append(out, w)
	}
	slices.SortStableFunc(out, func(a, b want) int {
		return cmp.Compare(boolInt(a.need == 0), boolInt(b.need == 0))
	})
	return out
}

// able is how many of the staff hold the skill on the session's day, or on the
// cohort's first while it has none.
func (t *Tab) able(s *model.Session, staff []model.ID, skill model.Skill) int {
	day := t.cohort.First
	if s.Placed() {
		day = s.Start.Date()
	}
	n := 0
	for _, id := range staff {
		if p := t.host.Desk().Staff.Get(id); p != nil && (skill == "" || p.Qualified(skill, day)) {
			n++
		}
	}
	return n
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// pickRole asks which part is to be given, with what is still lacking.
func (t *Tab) pickRole() tea.Cmd { return t.pickRoleOf(t.own().ID) }

func (t *Tab) pickRoleOf(id model.ID) tea.Cmd {
	s := t.host.Desk().Sessions.Get(id)
	if s == nil {
		return t.tell(kit.Warn, model.Say("schedule.gone"))
	}
	list := t.wants(s)
	start := max(slices.IndexFunc(list, func(w want) bool { return w.fills < w.need }), 0)
	opts := make([]kit.Option[vacancy], len(list))
	for i, w := range list {
		names := make([]string, len(w.have))
		for j, id := range w.have {
			names[j] = t.staffName(id)
		}
		mark := "  "
		if w.need > 0 {
			mark = "✓ "
			if w.fills < w.need {
				mark = "! "
			}
		}
		label := mark + t.env.T("word.role."+string(w.role))
		if w.need > 0 {
			label += "  " + strconv.Itoa(w.fills) + "/" + strconv.Itoa(w.need)
		}
		opts[i] = kit.Option[vacancy]{Value: vacancy{w.role, w.skill}, Label: label, Note: t.env.Lang.List(names)}
	}
	title := model.Say("schedule.people.title", "block", s.Block.Title)
	kit.Open(t.host.Dialogs(), kit.NewChoose(t.env, title, opts, start), func(w vacancy) tea.Cmd {
		return t.pickPeople(id, w)
	})
	return nil
}

// A vacancy is a role to fill and the skill it asks for.
type vacancy struct {
	role  model.Role
	skill model.Skill
}

// A candidate is somebody who could take a part, and what speaks for and
// against it.
type candidate struct {
	staff *model.Staff
	skill string // "✓ Rifle instructor", "lapsed 3 Mar 26", "–"
	state string // "free", "sick", "Pistol 1 08:00–10:00"
	hours int    // quarters taught that day, without this session
	rank  int    // least is best
	in    bool
}

// pickPeople offers everybody for a role, best first, and puts those chosen
// in it; then it asks for the next role that is lacking somebody.
func (t *Tab) pickPeople(id model.ID, w vacancy) tea.Cmd {
	s := t.host.Desk().Sessions.Get(id)
	if s == nil {
		return t.tell(kit.Warn, model.Say("schedule.gone"))
	}
	list := t.candidates(s, w)
	opts := make([]kit.Option[model.ID], len(list))
	for i, c := range list {
		label := c.staff.Name()
		if c.skill != "" {
			label += "  " + c.skill
		}
		note := c.state
		if c.hours > 0 {
			note = t.env.T("schedule.people.hours", "length", t.env.Lang.Length(c.hours)) + " · " + note
		}
		opts[i] = kit.Option[model.ID]{Value: c.staff.ID, Label: label, Note: note, On: c.in}
	}
	title := model.Say("schedule.people.role", "role", model.Say("word.role."+string(w.role)), "block", s.Block.Title)
	kit.Open(t.host.Dialogs(), kit.NewChooseMany(t.env, title, opts), func(chosen []model.ID) tea.Cmd {
		now := t.host.Desk().Sessions.Get(id)
		if now == nil {
			return t.tell(kit.Warn, model.Say("schedule.gone"))
		}
		next := now.Clone()
		next.Staff = castRole(next.Staff, w.role, chosen)
		if slices.Equal(next.Staff, now.Staff) {
			return nil
		}
		cmd := t.keep(model.Say("schedule.act.people", "block", next.Block.Title), next)
		if unfilled(t.wants(&next)) {
			return tea.Batch(cmd, t.pickRoleOf(id))
		}
		return cmd
	})
	return nil
}

func unfilled(list []want) bool {
	return slices.ContainsFunc(list, func(w want) bool { return w.fills < w.need })
}

// castRole is the cast with exactly these people in the role; those who were
// in it keep their order, the new ones follow.
func castRole(cast []model.Part, role model.Role, chosen []model.ID) []model.Part {
	var out []model.Part
	kept := map[model.ID]bool{}
	for _, p := range cast {
		if p.Role != role {
			out = append(out, p)
		} else if slices.Contains(chosen, p.Staff) {
			out = append(out, p)
			kept[p.Staff] = true
		}
	}
	for _, id := range chosen {
		if !kept[id] {
			out = append(out, model.Part{Staff: id, Role: role})
		}
	}
	return out
}

// candidates is the staff for a role, best first: in it already, qualified
// and free, with the fewest hours that day.
func (t *Tab) candidates(s *model.Session, w vacancy) []candidate {
	var out []candidate
	date := s.Start.Date()
	if !s.Placed() {
		date = t.cohort.First
	}
	busy := t.partsOn(s, date)
	for x := range t.host.Desk().Staff.All {
		if !x.Left.IsZero() && x.Left <= date {
			continue
		}
		c := candidate{staff: x, in: slices.Contains(s.In(w.role), x.ID), hours: busy.hours[x.ID]}
		c.skill, c.rank = t.skillNote(x, w.skill, date)
		state, worse := t.stateNote(s, x, w.role, busy)
		c.state, c.rank = state, c.rank+worse
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(boolInt(!a.in), boolInt(!b.in)), cmp.Compare(a.rank, b.rank),
			cmp.Compare(a.hours, b.hours), cmp.Compare(kit.Fold(a.staff.Name()), kit.Fold(b.staff.Name())))
	})
	return out
}

// skillNote says whether somebody holds the skill on the day.
func (t *Tab) skillNote(x *model.Staff, k model.Skill, on model.Date) (note string, rank int) {
	if k == "" {
		return "", 0
	}
	until, ever := x.Has(k)
	switch {
	case x.Qualified(k, on):
		return "✓ " + t.env.T("word.skill."+string(k)), 0
	case ever && !until.IsZero() && until < on:
		return "✗ " + t.env.T("schedule.people.lapsed", "date", until), 20
	}
	return "✗ " + t.env.T("schedule.people.unqualified"), 40
}

// parts is what the staff has to do around a session.
type parts struct {
	hours map[model.ID]int            // quarters that day, other sessions only
	meets map[model.ID]*model.Session // another session at the same time
}

func (t *Tab) partsOn(s *model.Session, date model.Date) parts {
	p := parts{hours: map[model.ID]int{}, meets: map[model.ID]*model.Session{}}
	for o := range t.host.Desk().Sessions.All {
		if o.ID == s.ID || !o.Placed() || o.Off != nil {
			continue
		}
		same := o.Start.Date() == date && !o.Block.Rest
		meets := s.Placed() && o.Span().Overlaps(s.Span())
		if !same && !meets {
			continue
		}
		seen := map[model.ID]bool{}
		for _, d := range o.Staff {
			if seen[d.Staff] {
				continue
			}
			seen[d.Staff] = true
			if same {
				p.hours[d.Staff] += o.Block.Length
			}
			if meets {
				p.meets[d.Staff] = o
			}
		}
	}
	return p
}

// stateNote says whether somebody is free for the session: away, in another
// one, in another part of this one, or held back by a rule.
func (t *Tab) stateNote(s *model.Session, x *model.Staff, role model.Role, busy parts) (note string, rank int) {
	if s.Placed() {
		for _, a := range x.Absences {
			if a.Overlaps(s.Span()) {
				return t.env.T("word.reason." + string(a.Reason)), 300
			}
		}
		if o := busy.meets[x.ID]; o != nil {
			return t.env.T("schedule.busy", "block", o.Block.Title, "hours", t.env.Lang.Hours(o.Span())), 200
		}
	}
	for _, p := range s.Staff {
		if p.Staff == x.ID && p.Role != role {
			return t.env.T("schedule.people.here", "role", model.Say("word.short."+string(p.Role))), 10
		}
	}
	if why := t.ruleAgainst(s, x.ID, role); !why.IsZero() {
		return t.env.Say(why), 100
	}
	if !s.Placed() {
		return "", 0
	}
	return t.env.T("schedule.free"), 0
}

// ruleAgainst is the title of a hard rule that giving somebody the part would
// break because of them: rest, travel, hours. What the session's own lacks are
// (nobody named yet) does not count against anybody.
func (t *Tab) ruleAgainst(s *model.Session, staff model.ID, role model.Role) model.Message {
	if !s.Placed() {
		return model.Message{}
	}
	with := s.Clone()
	with.Staff = castRole(with.Staff, role, append(with.In(role), staff))
	for _, c := range t.host.Board().Try(&with) {
		if !c.Hard || !slices.Contains(c.People, staff) {
			continue
		}
		if r, ok := rules.Find(c.Rule); ok && r.ID != certified {
			return r.Title()
		}
	}
	return model.Message{}
}

// certified is the rule that the note on the skill has said already.
const certified = "certified"
