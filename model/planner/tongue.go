package planner

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/model/rules"
)

// tongues is what those who take the item speak, most spoken first, without
// what those who are there anyway make up for.
func (t *task) tongues(it *item, b *model.Block) (list []rules.Tongue, must bool) {
	s := *it.s
	s.Block = *b
	if s.Ride != nil {
		r := *s.Ride
		r.Riders = it.gets
		s.Ride = &r
	}
	list, must = t.asks.Tongues(&s)
	slices.SortStableFunc(list, func(x, y rules.Tongue) int { return cmp.Compare(y.Officers, x.Officers) })
	return list, must
}

// speaks reports whether the person makes the block understood in that role by
// all of them.
func (t *task) speaks(person int32, b *model.Block, role model.Role, list []rules.Tongue) bool {
	for _, l := range list {
		if !t.asks.Speaks(t.people[person], b, role, l.Speaks) {
			return false
		}
	}
	return true
}

// heard is the crew in the ways in which everybody is taught in a language they
// speak: none when nobody on the desk speaks one.
func (t *task) heard(it *item, b *model.Block, c crew, list []rules.Tongue) []crew {
	if len(list) == 0 {
		return []crew{c}
	}
	var out []crew
	add := func(v crew, ok bool) {
		if ok && len(unfilled(v.posts)) == 0 {
			out = append(out, v)
		}
	}
	voice := voiceOf(c.posts)
	if voice >= 0 {
		add(t.voiced(c, voice, b, list))
		if len(list) > 1 && len(out) == 0 {
			v, ok := t.voiced(c, voice, b, list[:1])
			if other := second(c.posts, voice); ok && other >= 0 {
				add(t.voiced(v, other, b, list[1:]))
			}
			if len(out) == 0 && ok {
				add(t.interpreted(v, it, b, list[1:]))
			}
		}
	}
	if len(out) == 0 || scarce(out[0]) {
		if v, ok := t.interpreted(c, it, b, list); ok && len(unfilled(v.posts)) == 0 {
			out = append(out, v)
		}
	}
	return out
}

// few is how many people for a part are so few that another way is kept open.
const few = 3

// voiceOf is the post whose holder is heard: who leads, else instructs, else
// takes visitors along; -1 for none.
func voiceOf(posts []post) int {
	for _, r := range []model.Role{model.Lead, model.Line, model.Host} {
		if i := slices.IndexFunc(posts, func(p post) bool { return slices.Contains(p.roles, r) }); i >= 0 {
			return i
		}
	}
	return -1
}

// second is another post whose holder is heard.
func second(posts []post, voice int) int {
	for i := range posts {
		if i != voice && (posts[i].teaches() || slices.Contains(posts[i].roles, model.Host)) {
			return i
		}
	}
	return -1
}

// voiced narrows a post to those who are understood by all of them.
func (t *task) voiced(c crew, at int, b *model.Block, list []rules.Tongue) (crew, bool) {
	p := c.posts[at]
	narrow := p.only(func(q int32) bool { return t.speaks(q, b, p.roles[0], list) })
	if len(narrow.from) == 0 {
		return c, false
	}
	c.posts = slices.Clone(c.posts)
	if len(narrow.from) < len(p.from) {
		c.posts[at] = post{p.roles, narrow}
	}
	return c, true
}

// interpreted adds an interpreter for them.
func (t *task) interpreted(c crew, it *item, b *model.Block, list []rules.Tongue) (crew, bool) {
	p := t.who(it, b, model.Interpreter, "").only(func(q int32) bool { return t.speaks(q, b, model.Interpreter, list) })
	if len(p.from) == 0 {
		return c, false
	}
	at := slices.IndexFunc(c.posts, func(v post) bool { return slices.Contains(v.roles, model.Interpreter) })
	c.posts = slices.Clone(c.posts)
	c.cost += speechCost
	if at >= 0 {
		c.posts[at] = post{c.posts[at].roles, p}
	} else {
		c.posts = append(c.posts, post{[]model.Role{model.Interpreter}, p})
	}
	if _, hard, off := t.value("interpreter-load"); hard && !off { // two take turns, where there are two
		pair := append(slices.Clip(c.posts), post{[]model.Role{model.Interpreter}, t.who(it, b, model.Interpreter, "")})
		if len(unfilled(pair)) == 0 {
			c.posts = pair
		}
	}
	return c, true
}
