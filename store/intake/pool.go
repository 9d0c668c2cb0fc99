package intake

import (
	"cmp"
	"slices"

	"muster/model"
	"muster/model/names"
)

// known is somebody a row may be: kept, or read from an earlier row.
type known struct {
	row    model.Row[*model.Person]
	from   int  // row of the file for somebody new, else 0
	seated bool // has a seat in the cohort
	taken  int  // row of the file that is this person, 0 while none is
	words  []string
}

// pool holds those who are known and finds the few that a row may be without
// comparing it with all of them: by number, by date of birth, by words of the
// name.
type pool struct {
	all     []known
	ids     map[model.ID]int
	numbers map[string][]int
	births  map[model.Date][]int
	keys    map[bornKey][]int
	named   map[string][]int // by whole name, whatever the day of birth
	words   map[string][]int

	seen []int // scratch: for each of all, what it has in common with the row in hand
	hits []int
}

func newPool() *pool {
	return &pool{
		ids: map[model.ID]int{}, numbers: map[string][]int{}, births: map[model.Date][]int{},
		keys: map[bornKey][]int{}, named: map[string][]int{}, words: map[string][]int{},
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
	k.words = words
	p.all, p.seen = append(p.all, k), append(p.seen, 0)
	p.ids[rec.ID] = i
	for _, n := range numberKeys(rec) {
		p.numbers[n] = append(p.numbers[n], i)
	}
	if !rec.Born.IsZero() {
		p.births[rec.Born] = append(p.births[rec.Born], i)
	}
	if key := names.Key(nameOf(rec)); key != "" {
		born := bornKey{key, rec.Born}
		p.keys[born] = append(p.keys[born], i)
		p.named[key] = append(p.named[key], i)
	}
	for _, w := range words {
		p.words[w] = append(p.words[w], i)
	}
	return i
}

// near is the places of those the person may be: who shares a number, the
// whole name, or a day of birth and something of the name, and whoever has all
// words of the shorter name but one, unless the days of birth tell them apart.
//
// However many bear the same few names, it looks at a bounded number of them:
// a word that thousands have is not followed up but only counted, and of those
// who are left the ones with most in common are compared.
func (p *pool) near(rec *model.Person) []int {
	p.hits = p.hits[:0]
	const proof = 100
	hit := func(list []int, weight int) {
		for _, i := range list[:min(len(list), followed)] {
			if p.seen[i] == 0 {
				p.hits = append(p.hits, i)
			}
			p.seen[i] += weight
		}
	}
	for _, n := range numberKeys(rec) {
		hit(p.numbers[n], 4*proof)
	}
	name := nameOf(rec)
	key := names.Key(name)
	if key != "" {
		hit(p.keys[bornKey{key, rec.Born}], 3*proof)
		hit(p.keys[bornKey{key, exchanged(rec.Born)}], 2*proof)
		hit(p.keys[bornKey{key, 0}], 2*proof)
		if rec.Born.IsZero() {
			hit(p.named[key], proof)
		}
	}
	for _, day := range []model.Date{rec.Born, exchanged(rec.Born)} {
		if !day.IsZero() {
			hit(p.births[day], proof)
		}
	}
	words := nameWords(name)
	var usual []string
	rare := 0
	for _, w := range words {
		if list := p.words[w]; len(list) > followed {
			usual = append(usual, w)
		} else {
			hit(list, 1)
			rare++
		}
	}
	if rare == 0 && len(usual) > 0 { // nothing but names that thousands have
		hit(p.words[slices.MinFunc(usual, func(a, b string) int { return cmp.Compare(len(p.words[a]), len(p.words[b])) })], 1)
	}
	type found struct{ at, weight int }
	list := make([]found, 0, 8)
	for _, i := range p.hits {
		shared := p.seen[i]
		p.seen[i] = 0
		k := &p.all[i]
		if shared < proof {
			for _, w := range usual {
				if slices.Contains(k.words, w) {
					shared++
				}
			}
			if rare == 0 {
				shared-- // counted twice: followed up, and usual
			}
			if shared < max(min(len(words), len(k.words))-1, 1) || compareBirth(rec.Born, k.row.Rec.Born) == birthFar {
				continue
			}
		}
		list = append(list, found{i, shared})
	}
	slices.SortFunc(list, func(a, b found) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.at, b.at)) })
	out := make([]int, 0, min(len(list), compared))
	for _, f := range list[:min(len(list), compared)] {
		out = append(out, f.at)
	}
	return out
}

const (
	followed = 256 // bearers of one word, day or number that are looked at for a row
	compared = 24  // of those, how many are compared name by name
)

// bornKey is a whole name with a day of birth, 0 where none is known.
type bornKey struct {
	name string
	born model.Date
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
