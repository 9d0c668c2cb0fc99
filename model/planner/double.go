package planner

import (
	"slices"

	"muster/model"
	"muster/model/planner/grid"
	"muster/model/rules"
)

// One person in several parts of a session.

// doubles are the crew with one person in two parts, where few can have one of
// them and nothing speaks against it: who leads may treat the injured too, and
// who instructs alone is the safety officer besides.
func doubles(b *model.Block, c crew) []crew {
	if rules.Drilled(b) {
		return nil
	}
	alone := !slices.ContainsFunc(c.posts, func(p post) bool { return slices.Contains(p.roles, model.Line) })
	var out []crew
	for _, r := range []model.Role{model.Medic, model.RSO} {
		i := slices.IndexFunc(c.posts, func(p post) bool { return slices.Contains(p.roles, r) })
		k := slices.IndexFunc(c.posts, func(p post) bool { return slices.Contains(p.roles, model.Lead) })
		if i < 0 || k < 0 || i == k || r == model.RSO && !alone || min(len(c.posts[i].from), len(c.posts[k].from)) > few {
			continue
		}
		if posts := joined(slices.Clone(c.posts), []model.Role{model.Lead, r}); len(posts) < len(c.posts) {
			out = append(out, crew{posts, c.cost + doubleCost})
		}
	}
	return out
}

// joined is the posts with those of the roles given to one person.
func joined(posts []post, roles []model.Role) []post {
	var at []int
	for _, r := range roles {
		i := slices.IndexFunc(posts, func(p post) bool { return len(p.roles) == 1 && p.roles[0] == r })
		if i < 0 {
			return posts
		}
		at = append(at, i)
	}
	p := posts[at[0]].pick
	for _, i := range at[1:] {
		p = p.both(posts[i].pick)
	}
	if len(p.from) == 0 {
		return posts
	}
	posts[at[0]] = post{roles, p}
	rest := at[1:]
	slices.Sort(rest)
	for k, i := range rest {
		posts = slices.Delete(posts, i-k, i-k+1)
	}
	return posts
}

// both is those of the pick who are in the other too, at times that suit both.
func (p *pick) both(o *pick) *pick {
	out := &pick{}
	for i, q := range p.from {
		k := slices.Index(o.from, q)
		if k < 0 {
			continue
		}
		var when grid.Bits
		for _, d := range []grid.Bits{p.when(i), o.when(k)} {
			switch {
			case d == nil:
			case when == nil:
				when = slices.Clone(d)
			default:
				for w := range when {
					when[w] &= d[w]
				}
			}
		}
		if when != nil && out.days == nil {
			out.days = make([]grid.Bits, len(out.from))
		}
		out.from = append(out.from, q)
		if out.days != nil {
			out.days = append(out.days, when)
		}
	}
	return out
}

func (p *pick) when(i int) grid.Bits {
	if p.days == nil {
		return nil
	}
	return p.days[i]
}

// doubled are the sets of roles that one of the session's people has together,
// where the rules let them.
func doubled(s *model.Session) [][]model.Role {
	var out [][]model.Role
	for i, p := range s.Staff {
		if slices.ContainsFunc(s.Staff[:i], func(o model.Part) bool { return o.Staff == p.Staff }) {
			continue
		}
		var roles []model.Role
		for _, o := range s.Staff[i:] {
			if o.Staff == p.Staff {
				roles = append(roles, o.Role)
			}
		}
		if len(roles) > 1 && mayDouble(roles) {
			out = append(out, roles)
		}
	}
	return out
}

// mayDouble reports whether one person may have all the roles and count in each:
// a safety officer does nothing else, who instructs on the line neither, and a
// rangemaster neither leads nor instructs.
func mayDouble(roles []model.Role) bool {
	if slices.Contains(roles, model.Safety) || slices.Contains(roles, model.Line) {
		return false
	}
	return !slices.Contains(roles, model.Rangemaster) || !slices.Contains(roles, model.Lead)
}
