package due

import (
	"slices"

	"muster/model"
	"muster/model/rules"
)

// missing is the clash in which the board sums up whom and what a session
// still lacks.
const missing = "clash.missing"

// alike is how many lines of one kind a cohort has before they become one.
const alike = 3

// board takes over what the board has against what is still to come, digested.
func (r *reader) board(b *rules.Board) {
	of := make([][]rules.Clash, len(r.courses))
	all := b.Clashes()
	for i := range all {
		c := r.course(all[i].Cohort)
		if c != nil && !r.past(c, &all[i]) {
			of[c.place] = append(of[c.place], all[i])
		}
	}
	for i := range r.courses {
		c := &r.courses[i]
		list := r.lapses(c, of[i])
		r.fold(c, rules.Digest(list))
	}
}

// past reports whether the time of the clash is over.
func (r *reader) past(c *course, x *rules.Clash) bool {
	if x.At.From.IsZero() {
		return c.today > c.Last
	}
	return x.At.To.Minute() <= c.now
}

// fold makes items of the clashes: a line for a rule and its sessions, and of
// many of a kind one line.
func (r *reader) fold(c *course, list []rules.Clash) {
	type kind struct {
		id   string
		hard bool
		rank int
	}
	var order []kind
	groups := map[kind][]Item{}
	for i := range list {
		x := r.item(c, &list[i])
		x.Rank = r.rank(c.today, &x)
		k := kind{x.Rule, x.Hard, x.Rank}
		if list[i].Text.ID == missing {
			k.id = missing
		}
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], x)
	}
	for _, k := range order {
		g := groups[k]
		slices.SortStableFunc(g, func(a, b Item) int { return int(a.When - b.When) })
		if len(g) <= alike {
			g = perSession(g)
		} else {
			g = []Item{join(g)}
			if k.id == missing { // of one thing or another, unlike the first
				g[0].Text.ID = "due.and-more.missing"
			}
		}
		for _, x := range g {
			r.add(c.today, x)
		}
	}
}

// perSession joins the lines about the same sessions.
func perSession(list []Item) []Item {
	var out []Item
	for len(list) > 0 {
		same := func(x Item) bool { return len(x.Sessions) > 0 && slices.Equal(x.Sessions, list[0].Sessions) }
		group := []Item{list[0]}
		var rest []Item
		for _, x := range list[1:] {
			if same(x) {
				group = append(group, x)
			} else {
				rest = append(rest, x)
			}
		}
		out = append(out, join(group))
		list = rest
	}
	return out
}

// join is one line for many: the first is said, the others counted.
func join(list []Item) Item {
	out := list[0]
	out.People, out.Sessions = nil, nil
	for i := range list {
		out.People = append(out.People, list[i].People...)
		out.Sessions = append(out.Sessions, list[i].Sessions...)
		out.Grade = max(out.Grade, list[i].Grade)
	}
	if len(list) > 1 {
		out.Text = model.Say("due.and-more", "first", out.Text, "n", len(list)-1)
	}
	return out
}

// item is a clash as a line: what, when, and what is wrong with it.
func (r *reader) item(c *course, x *rules.Clash) Item {
	out := Item{
		Rule: x.Rule, Hard: x.Hard, Grade: x.Grade(), When: max(c.First, c.today), Cohort: c.ID,
		Ref: model.Ref{Kind: model.KindCohort, ID: c.ID}, People: x.People, Sessions: x.Sessions, Text: x.Text,
	}
	switch {
	case len(x.Sessions) > 0:
		out.When = max(x.At.From.Date(), c.today)
		out.Ref = model.Ref{Kind: model.KindSession, ID: r.first(c, x)}
		switch last := r.last(x); {
		case len(x.Sessions) == 1:
			out.Text = model.Say("due.session", "session", x.Sessions[0], "at", x.At.From, "text", x.Text)
		case last != nil: // it is the later one that comes too soon
			out.Text = model.Say("due.session", "session", last.ID, "at", last.Start, "text", x.Text)
			out.Ref.ID = last.ID
		default:
			out.Text = model.Say("due.at", "at", x.At.From, "text", x.Text)
		}
	case len(x.People) == 1:
		out.Ref = model.Ref{Kind: model.KindPerson, ID: x.People[0]}
	}
	return out
}

// first is the session of the clash to look at: of the cohort, that begins
// when the clash does.
func (r *reader) first(c *course, x *rules.Clash) model.ID {
	for _, id := range x.Sessions {
		if s := r.d.Sessions.Get(id); s != nil && s.Cohort == c.ID && s.Start == x.At.From {
			return id
		}
	}
	return x.Sessions[0]
}

// lapses takes out of the clashes what ends during the course, an approval or
// a certificate, and tells it by itself: how long it holds, and what comes
// after.
func (r *reader) lapses(c *course, list []rules.Clash) []rules.Clash {
	_, vetting := r.on("vetting-lapses")
	_, teaching := r.on("certificate-lapses")
	type certificate struct {
		staff model.ID
		skill string
	}
	var order []certificate
	lapsed := map[certificate][]*rules.Clash{}
	of := func(x *rules.Clash) certificate {
		skill, _ := value(x, "skill").(model.Message)
		return certificate{x.People[0], skill.ID}
	}
	for i := range list {
		x := &list[i]
		until, _ := value(x, "until").(model.Date)
		if teaching && x.Text.ID == "clash.certified.lapsed" && until >= c.First {
			k := of(x)
			if lapsed[k] == nil {
				order = append(order, k)
			}
			lapsed[k] = append(lapsed[k], x)
		}
	}
	rest := slices.DeleteFunc(slices.Clone(list), func(x rules.Clash) bool {
		switch x.Text.ID {
		case "clash.certified.lapsed", "clash.certificate-ending":
			return teaching && lapsed[of(&x)] != nil && (x.Text.ID == "clash.certificate-ending" || !r.before(c, &x))
		case "clash.vetting-person.ends", "clash.vetting-unit.ends":
			date, _ := value(&x, "date").(model.Date)
			return vetting && date >= c.First
		}
		return false
	})
	for _, k := range order {
		r.certificate(c, lapsed[k])
	}
	return rest
}

// before reports whether the certificate had lapsed before the course began.
func (r *reader) before(c *course, x *rules.Clash) bool {
	until, _ := value(x, "until").(model.Date)
	return until < c.First
}

// certificate tells of one that lapses, and the sessions that come after.
func (r *reader) certificate(c *course, list []*rules.Clash) {
	x := list[0] // they come in order of time
	until, _ := value(x, "until").(model.Date)
	i := Item{
		Rule: "certificate-lapses", Hard: r.settings["certificate-lapses"].hard || x.Hard, When: max(x.At.From.Date(), c.today),
		Cohort: c.ID, Ref: model.Ref{Kind: model.KindStaff, ID: x.People[0]}, People: x.People,
	}
	for _, y := range list {
		i.Sessions = append(i.Sessions, y.Sessions...)
	}
	i.Text = model.Say("due.certificate-lapses", "staff", x.People[0], "skill", value(x, "skill"), "until", until,
		"cohort", c.Code, "n", len(list), "session", x.Sessions[0], "at", x.At.From)
	r.add(c.today, i)
}

// value is an argument of the clash's sentence.
func value(x *rules.Clash, name string) any {
	for _, a := range x.Text.Args {
		if a.Name == name {
			return a.Value
		}
	}
	return nil
}

// last is the session that begins last of a clash about order or rest; nil for
// another clash.
func (r *reader) last(x *rules.Clash) *model.Session {
	rule, _ := rules.Find(x.Rule)
	if rule.Family != rules.Order && rule.Family != rules.Load {
		return nil
	}
	var last *model.Session
	for _, id := range x.Sessions {
		if s := r.d.Sessions.Get(id); s != nil && (last == nil || s.Start > last.Start) {
			last = s
		}
	}
	return last
}
