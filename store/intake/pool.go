package intake

import (
	"muster/model"
	"muster/model/names"
)

// known is somebody a row may be: kept, or read from an earlier row.
type known struct {
	row    model.Row[*model.Person]
	from   int  // row of the file for somebody new, else 0
	seated bool // has a seat in the cohort
	taken  int  // row of the file that is this person, 0 while none is
	words  int  // of the name
}

// pool holds those who are known and finds the few that a row may be without
// comparing it with all of them: by number, by date of birth, by words of the
// name.
type pool struct {
	all     []known
	ids     map[model.ID]int
	numbers map[string][]int
	births  map[model.Date][]int
	keys    map[string][]int
	words   map[string][]int

	seen []int // scratch: for each of all, what it has in common with the row in hand
	hits []int
}

func newPool() *pool {
	return &pool{
		ids: map[model.ID]int{}, numbers: map[string][]int{}, births: map[model.Date][]int{},
		keys: map[string][]int{}, words: map[string][]int{},
	}
}

// add takes somebody in, once; it returns their place in the pool.
func (p *pool) add(k known) int {
	rec := k.row.Rec
	if i, ok := p.ids[rec.ID]; ok {
		return i
	}
	i := len(p.all)
	words := nameWords(nameOf(rec))
	k.words = len(words)
	p.all, p.seen = append(p.all, k), append(p.seen, 0)
	p.ids[rec.ID] = i
	for _, n := range numberKeys(rec) {
		p.numbers[n] = append(p.numbers[n], i)
	}
	if !rec.Born.IsZero() {
		p.births[rec.Born] = append(p.births[rec.Born], i)
	}
	if key := names.Key(nameOf(rec)); key != "" {
		p.keys[key] = append(p.keys[key], i)
	}
	for _, w := range words {
		p.words[w] = append(p.words[w], i)
	}
	return i
}

// near is the places of those the person may be: who shares a number, the
// whole name or the day of birth, and whoever has all words of the shorter
// name but one, unless the days of birth tell them apart.
func (p *pool) near(rec *model.Person) []int {
	p.hits = p.hits[:0]
	const proof = 100
	hit := func(i, weight int) {
		if p.seen[i] == 0 {
			p.hits = append(p.hits, i)
		}
		p.seen[i] += weight
	}
	for _, n := range numberKeys(rec) {
		for _, i := range p.numbers[n] {
			hit(i, proof)
		}
	}
	if !rec.Born.IsZero() {
		for _, i := range p.births[rec.Born] {
			hit(i, proof)
		}
	}
	name := nameOf(rec)
	if key := names.Key(name); key != "" {
		for _, i := range p.keys[key] {
			hit(i, proof)
		}
	}
	words := nameWords(name)
	for _, w := range words {
		for _, i := range p.words[w] {
			hit(i, 1)
		}
	}
	out := make([]int, 0, 8)
	for _, i := range p.hits {
		shared := p.seen[i]
		p.seen[i] = 0
		if shared >= proof {
			out = append(out, i)
			continue
		}
		k := &p.all[i]
		if shared >= max(min(len(words), k.words)-1, 1) && compareBirth(rec.Born, k.row.Rec.Born) != birthFar {
			out = append(out, i)
		}
	}
	return out
}

func numberKeys(p *model.Person) []string {
	var out []string
	for _, n := range []struct{ kind, no string }{
		{"n", p.NationalID}, {"s", p.ServiceNo}, {"p", p.Passport.No},
	} {
		if no := number(n.no); no != "" {
			out = append(out, n.kind+no)
		}
	}
	return out
}

// nameWords is the words of a name, each once.
func nameWords(n names.Name) []string {
	all := names.Tokens(n.Full())
	out := all[:0]
next:
	for _, w := range all {
		if len(w) < 3 {
			continue // particles and initials are in half of all names
		}
		for _, v := range out {
			if v == w {
				continue next
			}
		}
		out = append(out, w)
	}
	return out
}
