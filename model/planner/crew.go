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
	for i, c := range append([]crew{full, bare}, doubles(b, full)...) {
		if i == 1 && len(c.posts) == len(best) {
			continue
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
// kept, when somebody has two parts, and when an interpreter has to come.
const (
	shortCost  = 6
	doubleCost = 4
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
	if (it.lock == grid.Held || t.opts.Keep) && !rules.Drilled(b) {
		for _, roles := range doubled(it.s) {
			out = joined(out, roles)
		}
	}
	if fixed := t.stationed(it); len(fixed) > 0 {
		for i := range out {
			out[i].pick = out[i].only(func(q int32) bool { return !slices.Contains(fixed, q) })
		}
	}
	return t.filled(it, b, out)
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

// filled is the posts that can all be filled by different people, were nobody
// ever busy; what cannot be is told as lacking.
func (t *task) filled(it *item, b *model.Block, posts []post) []post {
	short := unfilled(posts)
	for _, r := range []model.Role{model.Medic, model.RSO} {
		if len(short) == 0 || rules.Drilled(b) {
			break
		}
		if pair := joined(slices.Clone(posts), []model.Role{model.Lead, r}); len(pair) < len(posts) && len(unfilled(pair)) < len(short) {
			posts, short = pair, unfilled(pair)
		}
	}
	if len(short) == 0 {
		return posts
	}
	// Better somebody who may than nobody who holds what the block asks for.
	for _, i := range short {
		t.lack(lack{it: it, role: posts[i].roles[0], n: 1})
		if p := t.who(it, b, posts[i].roles[0], ""); len(p.from) > len(posts[i].from) {
			posts[i].pick = p
		}
	}
	short = unfilled(posts)
	var out []post
	for i := range posts {
		if !slices.Contains(short, i) {
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
