package finder

import (
	"slices"
	"strconv"
	"strings"

	"muster/model"
)

// filter takes the marks away from those whom the query keeps out.
func (s *segment) filter(q *Query, total []uint8) {
	keep := func(terms []string, prefix string) {
		if len(terms) == 0 {
			return
		}
		set := newBitset(len(total))
		for _, t := range terms {
			s.join(set, prefix+t)
		}
		for i := range total {
			if !set.has(i) {
				total[i] = 0
			}
		}
	}
	keep(capitals(q.Countries), ofCountry)
	keep(capitals(q.Regions), ofRegion)
	ids := make([]string, len(q.Courses))
	for i, id := range q.Courses {
		ids[i] = id.String()
	}
	keep(ids, ofCourse)
	if q.Cohort != "" {
		keep([]string{strings.ToUpper(q.Cohort)}, ofCohort)
	}
	for _, k := range q.Skills {
		keep([]string{string(k)}, ofSkill)
	}
	if q.From != 0 || q.To != 0 {
		keep(s.years(q.From, q.To), ofYear)
	}
	if q.Trained != nil {
		set := newBitset(len(total))
		s.join(set, isTrained)
		for i := range total {
			if set.has(i) != *q.Trained {
				total[i] = 0
			}
		}
	}
	if q.DueBy != 0 {
		keep([]string{""}, isDue)
		for i := range total {
			if total[i] > 0 && s.people[i].Due > q.DueBy {
				total[i] = 0
			}
		}
	}
}

func (s *segment) join(set bitset, term string) {
	if t, ok := s.facets.find(term); ok {
		for _, p := range s.facets.people(t) {
			set.set(int(p))
		}
	}
}

// years are the terms of the years that the span has; 0 is no bound. They are
// never empty, so that a span of no known year keeps everybody out.
func (s *segment) years(from, to int) []string {
	out := []string{"none"}
	for t := s.facets.begin(ofYear); t < s.facets.len(); t++ {
		text, ok := strings.CutPrefix(s.facets.term(t), ofYear)
		if !ok {
			break
		}
		if y, err := strconv.Atoi(text); err == nil && (from == 0 || y >= from) && (to == 0 || y <= to) {
			out = append(out, text)
		}
	}
	return out
}

func capitals(list []string) []string {
	out := slices.Clone(list)
	for i, s := range out {
		out[i] = strings.ToUpper(s)
	}
	return out
}

// Facets counts what those whom the query finds have in common: how many each
// country, region, course, year or skill would leave of them.
func (ix *Index) Facets(q Query) Facets {
	f := Facets{map[string]int{}, map[string]int{}, map[model.ID]int{}, map[int]int{}, map[model.Skill]int{}}
	r := ix.Search(q)
	found := [2]bitset{newBitset(len(ix.base.people)), newBitset(ix.late.size())}
	for _, p := range r.order {
		if n := len(ix.base.people); int(p) < n {
			found[0].set(int(p))
		} else {
			found[1].set(int(p) - n)
		}
	}
	for i, s := range ix.segments() {
		for t := range s.facets.len() {
			n := 0
			for _, p := range s.facets.people(t) {
				if found[i].has(int(p)) {
					n++
				}
			}
			if n > 0 {
				f.count(s.facets.term(t), n)
			}
		}
	}
	return f
}

func (f *Facets) count(term string, n int) {
	what := term[1:]
	switch term[:1] {
	case ofCountry:
		f.Countries[what] += n
	case ofRegion:
		f.Regions[what] += n
	case ofCourse:
		if id, err := model.ParseID(what); err == nil {
			f.Courses[id] += n
		}
	case ofYear:
		if y, err := strconv.Atoi(what); err == nil {
			f.Years[y] += n
		}
	case ofSkill:
		f.Skills[model.Skill(what)] += n
	}
}
