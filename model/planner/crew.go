package planner

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/model/planner/grid"
	"muster/model/rules"
)

// A talent is what it takes to have a role in a block.
type talent struct {
	role  model.Role
	holds model.Skill // as such
	paper model.Skill // or whatever stands in for it
	class *class
}

// A pick is who has a talent, and when, where it does not hold throughout.
type pick struct {
	from []int32
	days []grid.Bits
}

// who can have the role in a block of the item.
func (t *task) who(it *item, b *model.Block, role model.Role, holds model.Skill) *pick {
	k := talent{role, holds, rules.Certificate(role, b), it.class}
	if p := t.able[k]; p != nil {
		return p
	}
	p := &pick{}
	t.able[k] = p
	first, n := it.class.c.First.Days(-1), it.class.c.Days()+2
	for i, st := range t.people {
		good := 0
		days := make([]bool, n)
		for d := range days {
			on := first.Days(d)
			days[d] = (st.Left.IsZero() || on < st.Left) && t.asks.May(st, b, role, on) && (holds == "" || st.Qualified(holds, on))
			if days[d] {
				good++
			}
		}
		if good == 0 {
			continue
		}
		var when grid.Bits
		if good < n {
			if p.days == nil {
				p.days = make([]grid.Bits, len(p.from))
			}
			when = t.every()
			for d := range days {
				if !days[d] {
					t.paint(when, it.class, model.Span{From: first.Days(d).At(0), To: first.Days(d + 1).At(0)}, false)
				}
			}
		}
		p.from = append(p.from, int32(i))
		if p.days != nil {
			p.days = append(p.days, when)
		}
	}
	return p
}

// only is the pick without those who do not please.
func (p *pick) only(pleases func(person int32) bool) *pick {
	out := &pick{}
	for i, q := range p.from {
		if !pleases(q) {
			continue
		}
		out.from = append(out.from, q)
		if p.days != nil {
			out.days = append(out.days, p.days[i])
		}
	}
	return out
}

// A post is one of the people a session needs, with the roles they
// have there.
type post struct {
	roles []model.Role
	*pick
}

func (p *post) teaches() bool {
	return slices.Contains(p.roles, model.Lead) || slices.Contains(p.roles, model.Line)
}

// A crew is who a session needs, and what it costs to be content with them.
type crew struct {
	posts []post
	cost  int32
}

// crews are the crews that would do, the best first: as many as the rules wish,
// or only as many as they must; everybody taught in their language by who
// leads, or by others, or through an interpreter.
func (t *task) crews(it *item, b *model.Block, list []rules.Wanted) []crew {
	best, least := t.posts(it, b, list, true), t.posts(it, b, list, false)
	var out []crew
	tongues, must := t.tongues(it, b)
	full := crew{posts: best}
	bare := crew{posts: least, cost: int32(len(best)-len(least)) * shortCost}
	for _, c := range []crew{full, bare} {
		if len(out) > 0 && len(c.posts) == len(best) {
			break
		}
		heard := t.heard(it, b, c, tongues)
		out = append(out, heard...)
		switch {
		case len(heard) == 0 && must && len(c.posts) > 0:
			t.lack(lack{it: it, tongue: tongues[0].Speaks[0], n: 1})
			out = append(out, c)
		case len(heard) == 0 || !must && scarce(heard[0]):
			c.cost += silentCost
			out = append(out, c)
		}
	}
	return out
}

// scarce reports whether few can be heard by those who are taught.
func scarce(c crew) bool {
	voice := voiceOf(c.posts)
	return voice >= 0 && len(c.posts[voice].from) < few
}

// What it costs, beside instructor-hours, when a rule that only warns is not
// kept, and when an interpreter has to come.
const (
	shortCost  = 6
	silentCost = 10
	speechCost = 3
)

// posts is one post for each person wanted, without those whom nobody on the
// desk could ever be.
func (t *task) posts(it *item, b *model.Block, list []rules.Wanted, best bool) []post {
	if !best {
		list = slices.Clone(list)
		for i := range list {
			list[i].Best = list[i].Must
		}
	}
	out := t.wanted(it, b, list)
	if it.lock == grid.Held || t.opts.Keep {
		for _, roles := range doubled(it.s) {
			out = joined(out, roles)
		}
	}
	if fixed := t.stationed(it); len(fixed) > 0 {
		for i := range out {
			out[i].pick = out[i].only(func(q int32) bool { return !slices.Contains(fixed, q) })
		}
	}
	return t.filled(it, out)
}

// wanted is one post for each person wanted.
func (t *task) wanted(it *item, b *model.Block, list []rules.Wanted) []post {
	var out []post
	for _, w := range list {
		p := t.who(it, b, w.Role, w.Skill)
		for range w.Best {
			out = append(out, post{[]model.Role{w.Role}, p})
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

// filled is the posts that can all be filled by different people, were nobody
// ever busy; what cannot be is told as lacking.
func (t *task) filled(it *item, posts []post) []post {
	short := unfilled(posts)
	if len(short) == 0 {
		return posts
	}
	var out []post
	for i := range posts {
		if slices.Contains(short, i) {
			t.lack(lack{it: it, role: posts[i].roles[0], n: 1})
		} else {
			out = append(out, posts[i])
		}
	}
	return out
}

// unfilled is the posts that nobody is left for when the others are filled,
// those first that few can fill.
func unfilled(posts []post) []int {
	order := make([]int, len(posts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(posts[a].from), len(posts[b].from)) })
	has := map[int32]int{} // the post of a person
	var give func(i int, asked map[int32]bool) bool
	give = func(i int, asked map[int32]bool) bool {
		for _, q := range posts[i].from {
			if asked[q] {
				continue
			}
			asked[q] = true
			if o, busy := has[q]; !busy || give(o, asked) {
				has[q] = i
				return true
			}
		}
		return false
	}
	var short []int
	for _, i := range order {
		if !give(i, map[int32]bool{}) {
			short = append(short, i)
		}
	}
	return short
}

// stationed are the staff at the stations of the item's circuit and the hosts
// of its riders, who are chosen there.
func (t *task) stationed(it *item) []int32 {
	var out []int32
	add := func(id model.ID) {
		if q, ok := t.person[id]; ok && !slices.Contains(out, q) {
			out = append(out, q)
		}
	}
	if it.s.Circuit != nil {
		for _, p := range it.s.Circuit.Stations {
			add(p.Lead)
			add(p.Safety)
		}
	}
	for _, r := range it.gets {
		add(r.Host)
	}
	return out
}
