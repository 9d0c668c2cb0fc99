package finder

import (
	"slices"
	"strings"

	"muster/model"
)

// The oracle looks at everybody's terms one by one, without a dictionary.

type found struct {
	id   model.ID
	mark int
	key  string
}

// ask is what Search is to answer: the ids, best first, and the slips.
func ask(docs []doc, q Query) (ids []model.ID, slips int) {
	words := wantedIn(q.Words)
	for slips = range 3 {
		var out []found
		fit := 0
		for i := range docs {
			m := oracle(&docs[i], words, slips)
			if m > 0 {
				fit++
			}
			if m > 0 && passes(&docs[i].entry, q) {
				out = append(out, found{docs[i].entry.ID, m, docs[i].key})
			}
		}
		slices.SortFunc(out, func(a, b found) int {
			if a.mark != b.mark {
				return b.mark - a.mark
			}
			if c := strings.Compare(a.key, b.key); c != 0 {
				return c
			}
			return a.id.Compare(b.id)
		})
		for _, f := range out {
			ids = append(ids, f.id)
		}
		switch {
		case len(ids) > 0:
			return ids, slips
		case fit > 0:
			return nil, 0
		}
	}
	return nil, 0
}

func oracle(d *doc, words []wanted, errors int) int {
	sum := 1
	for _, w := range words {
		m := oracleWord(d, w, errors)
		if m == 0 {
			return 0
		}
		sum += m
	}
	return sum
}

func oracleWord(d *doc, w wanted, errors int) int {
	best := 0
	raise := func(m int, when bool) {
		if when {
			best = max(best, m)
		}
	}
	if len(w.parts) > 0 {
		best = 99
		for _, p := range w.parts {
			best = min(best, oracleWord(d, p, errors))
		}
		for _, t := range d.words {
			raise(11, w.code != "" && t == w.code)
			raise(10, w.code != "" && strings.HasPrefix(t, w.code))
			raise(6, w.code != "" && strings.Contains(t, w.code))
		}
		return best
	}
	n := len([]rune(w.text))
	allowed := 0
	if n >= 4 && n <= maxSlipped {
		allowed = min(errors, 1)
	}
	if n >= 8 && n <= maxSlipped {
		allowed = min(errors, 2)
	}
	slip := func(t string) {
		if allowed == 0 {
			return
		}
		whole := osa(w.text, t)
		begin := n
		for i := range t + " " {
			begin = min(begin, osa(w.text, t[:i]))
		}
		switch {
		case whole == 1:
			raise(4, true)
		case begin == 1:
			raise(3, true)
		case whole == 2 && allowed == 2:
			raise(2, true)
		case begin == 2 && allowed == 2:
			raise(1, true)
		}
	}
	for _, t := range d.names {
		raise(14, t == w.text)
		raise(12, strings.HasPrefix(t, w.text))
		raise(7, len(w.text) >= 3 && strings.Contains(t, w.text))
		raise(9, len(sound(w.text)) >= 3 && sound(t) == sound(w.text))
		raise(8, len(sound(w.text)) >= 3 && strings.HasPrefix(sound(t), sound(w.text)))
		slip(t)
	}
	for _, t := range d.words {
		raise(11, t == w.text)
		raise(10, strings.HasPrefix(t, w.text))
		raise(6, len(w.text) >= 3 && strings.Contains(t, w.text))
		slip(t)
	}
	raise(6, w.place != "" && slices.Contains(d.facets, w.place))
	return best
}

// osa is the whole table of the distance.
func osa(a, b string) int {
	x, y := []rune(a), []rune(b)
	d := make([][]int, len(x)+1)
	for i := range d {
		d[i] = make([]int, len(y)+1)
		d[i][0] = i
	}
	for j := range y {
		d[0][j+1] = j + 1
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(x)][len(y)]
}

func passes(e *Entry, q Query) bool {
	any := func(n int, has func(i int) bool) bool {
		if n == 0 {
			return true
		}
		for i := range n {
			if has(i) {
				return true
			}
		}
		return false
	}
	year := q.From == 0 && q.To == 0 || slices.ContainsFunc(e.Years, func(y int) bool {
		return y >= q.From && (q.To == 0 || y <= q.To)
	})
	for _, k := range q.Skills {
		if !slices.Contains(e.Skills, k) {
			return false
		}
	}
	return year &&
		any(len(q.Countries), func(i int) bool { return strings.EqualFold(e.Country, q.Countries[i]) }) &&
		any(len(q.Regions), func(i int) bool { return strings.EqualFold(e.Region, q.Regions[i]) }) &&
		any(len(q.Courses), func(i int) bool { return slices.Contains(e.Courses, q.Courses[i]) }) &&
		(q.Cohort == "" || slices.Contains(e.Cohorts, strings.ToUpper(q.Cohort))) &&
		(q.Trained == nil || *q.Trained == e.Trained) &&
		(q.DueBy == 0 || !e.Due.IsZero() && e.Due <= q.DueBy)
}

// tally counts what those found have in common, one by one.
func tally(docs []doc, ids []model.ID) Facets {
	f := Facets{map[string]int{}, map[string]int{}, map[model.ID]int{}, map[int]int{}, map[model.Skill]int{}}
	for i := range docs {
		e := &docs[i].entry
		if !slices.Contains(ids, e.ID) {
			continue
		}
		if e.Country != "" {
			f.Countries[e.Country]++
		}
		if e.Region != "" {
			f.Regions[e.Region]++
		}
		for _, id := range e.Courses {
			f.Courses[id]++
		}
		for _, y := range e.Years {
			f.Years[y]++
		}
		for _, k := range e.Skills {
			f.Skills[k]++
		}
	}
	return f
}
