package finder

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"muster/model"
	"muster/model/geo"
	"muster/model/names"
)

// facts is what the database says of a person beside the record itself.
type facts struct {
	agency *model.Agency // nil: none
	unit   *model.Unit
	seats  []seated
	papers []*model.Certificate
	talks  []*model.Contact
}

// seated is a seat with its cohort and that one's course.
type seated struct {
	cohort *model.Cohort
	course *model.Course // nil: none
	seat   model.Seat
}

// A vocabulary is the words that find each skill.
type vocabulary map[model.Skill][]string

func newVocabulary(words []func(model.Skill) string) vocabulary {
	v := vocabulary{}
	for _, k := range model.Skills {
		v[k] = names.Tokens(string(k))
		for _, of := range words {
			v[k] = append(v[k], names.Tokens(of(k))...)
		}
	}
	return v
}

// describe makes of a person and the facts what is kept and found by.
func describe(p *model.Person, f facts, skills vocabulary) doc {
	d := doc{entry: Entry{
		ID: p.ID, Name: p.Name(), Rank: p.Rank, Country: p.Country, Region: p.Region, Standing: p.Standing,
	}, key: sortKey(p.Name())}
	e := &d.entry
	if f.agency != nil {
		e.Agency = f.agency.Label()
		if e.Country == "" && e.Region == "" {
			e.Country, e.Region = f.agency.Country, f.agency.Region
		}
	}
	if e.Country == "" {
		e.Country, _, _ = strings.Cut(e.Region, "-")
	}
	slices.SortFunc(f.seats, func(a, b seated) int {
		return cmp.Or(cmp.Compare(b.cohort.First, a.cohort.First), strings.Compare(b.cohort.Code, a.cohort.Code))
	})
	e.past(f)
	for _, t := range f.talks {
		if t.Open() && (e.Due.IsZero() || t.Due < e.Due) {
			e.Due = t.Due
		}
		if t.Channel != model.NoChannel && !t.Missed {
			e.LastContact = max(e.LastContact, t.At.Date())
		}
	}
	d.nameTerms(p)
	d.otherTerms(f, skills)
	d.facetTerms()
	return d
}

// past fills in what seats and certificates say.
func (e *Entry) past(f facts) {
	for i, s := range f.seats {
		if i == 0 {
			e.Stage = s.seat.Stage
		}
		e.Cohorts = append(e.Cohorts, s.cohort.Code)
		if y, _, _ := s.cohort.First.Civil(); !slices.Contains(e.Years, y) {
			e.Years = append(e.Years, y)
		}
		if id := s.cohort.Course; !id.IsZero() && !slices.Contains(e.Courses, id) {
			e.Courses = append(e.Courses, id)
		}
		e.Trained = e.Trained || s.seat.Stage.Trained()
		certified := slices.ContainsFunc(f.papers, func(v *model.Certificate) bool { return v.Cohort == s.cohort.ID })
		if s.seat.Stage == model.Completed && s.course != nil && !certified {
			for j := range s.course.Blocks {
				e.learn(s.course.Blocks[j].Teaches())
			}
		}
	}
	for _, v := range f.papers {
		if !v.Void.IsZero() {
			continue
		}
		e.Trained = true
		for _, k := range v.Skills {
			e.learn(k)
		}
	}
	slices.SortFunc(e.Skills, func(a, b model.Skill) int {
		return cmp.Compare(slices.Index(model.Skills, a), slices.Index(model.Skills, b))
	})
}

func (e *Entry) learn(k model.Skill) {
	if k != "" && !slices.Contains(e.Skills, k) {
		e.Skills = append(e.Skills, k)
	}
}

// nameTerms are the words of the name, and short ones written to the next, as
// people do: "de la Cruz" is found by "delacruz", "Al Qāhirah" by "alqahirah".
func (d *doc) nameTerms(p *model.Person) {
	for _, part := range []string{p.Given, p.Family, p.Family2, p.Called, p.Native} {
		words := names.Tokens(part)
		d.names = append(d.names, words...)
		for i, w := range words {
			for j := i - 1; j >= 0 && len(words[j]) <= longestParticle; j-- {
				w = words[j] + w
				d.names = append(d.names, w)
			}
		}
	}
}

const longestParticle = 3 // bytes: de, la, del, van, abd

func (d *doc) otherTerms(f facts, skills vocabulary) {
	e := &d.entry
	add := func(texts ...string) {
		for _, t := range texts {
			d.words = append(d.words, names.Tokens(t)...)
		}
	}
	coded := func(s string) {
		if c := code(s); c != "" {
			d.words = append(d.words, c, strings.ReplaceAll(c, "-", ""))
		}
	}
	add(e.Rank)
	if f.agency != nil {
		add(f.agency.Name, f.agency.Short)
		for _, old := range f.agency.Former {
			add(old.Name)
		}
	}
	if f.unit != nil {
		add(f.unit.Name)
	}
	if n, ok := geo.Country(e.Country); ok {
		for _, l := range model.Languages {
			add(n.Name(l))
		}
	}
	if r, ok := geo.Region(e.Region); ok {
		add(r.Name, r.Formal)
		coded(e.Region)
	}
	for _, s := range f.seats {
		coded(s.cohort.Code)
		if s.course != nil {
			add(s.course.Title.En, s.course.Title.Es)
		}
	}
	for _, v := range f.papers {
		add(v.Course.En, v.Course.Es)
	}
	for _, k := range e.Skills {
		d.words = append(d.words, skills[k]...)
	}
	for _, y := range e.Years {
		add(strconv.Itoa(y))
	}
}

// What people have in common, as terms: a letter for what it is, and which.
const (
	ofCountry = "c"
	ofRegion  = "r"
	ofCohort  = "k"
	ofCourse  = "o"
	ofYear    = "y"
	ofSkill   = "s"
	isTrained = "t"
	isDue     = "d"
)

func (d *doc) facetTerms() {
	e := &d.entry
	add := func(of, what string) { d.facets = append(d.facets, of+what) }
	if e.Country != "" {
		add(ofCountry, e.Country)
	}
	if e.Region != "" {
		add(ofRegion, e.Region)
	}
	for _, c := range e.Cohorts {
		add(ofCohort, c)
	}
	for _, id := range e.Courses {
		add(ofCourse, id.String())
	}
	for _, y := range e.Years {
		add(ofYear, strconv.Itoa(y))
	}
	for _, k := range e.Skills {
		add(ofSkill, string(k))
	}
	if e.Trained {
		add(isTrained, "")
	}
	if !e.Due.IsZero() {
		add(isDue, "")
	}
}
