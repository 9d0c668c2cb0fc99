package alumni

import (
	"strconv"
	"strings"

	"muster/model"
	"muster/model/geo"
	"muster/store/finder"
)

// A filter narrows the search beside the words: typed as one of them
// ("since:2023"), or chosen from a list.
type filter struct {
	label string // as the chip says it
	word  string // as typed; "" when it was chosen
	query finder.Query
}

// filtersIn is the filters among the words typed, and the query of all of it.
func (t *Tab) filtersIn(text string) ([]filter, finder.Query) {
	var out []filter
	for _, w := range strings.Fields(text) {
		if !strings.Contains(w, ":") {
			continue
		}
		if q := finder.Parse(w); q.Words == "" {
			if label := t.describe(q); label != "" {
				out = append(out, filter{label, w, q})
			}
		}
	}
	return out, finder.Parse(text)
}

// merge is the query with the filter on top.
func merge(q, f finder.Query) finder.Query {
	q.Countries = append(q.Countries, f.Countries...)
	q.Regions = append(q.Regions, f.Regions...)
	q.Courses = append(q.Courses, f.Courses...)
	q.Skills = append(q.Skills, f.Skills...)
	if f.Cohort != "" {
		q.Cohort = f.Cohort
	}
	if f.From != 0 {
		q.From = max(q.From, f.From)
	}
	if f.To != 0 && (q.To == 0 || f.To < q.To) {
		q.To = f.To
	}
	if f.Trained != nil {
		q.Trained = f.Trained
	}
	if f.DueBy != 0 {
		q.DueBy = f.DueBy
	}
	return q
}

// describe says what a query of one filter keeps; "" for none.
func (t *Tab) describe(q finder.Query) string {
	e := t.env()
	switch {
	case len(q.Countries) > 0:
		if n, ok := geo.Country(q.Countries[0]); ok {
			return n.Name(e.Lang.Tag())
		}
		return q.Countries[0]
	case len(q.Regions) > 0:
		return placeName(e, "", q.Regions[0])
	case len(q.Courses) > 0:
		return t.courseName(q.Courses[0])
	case q.Cohort != "":
		return q.Cohort
	case len(q.Skills) > 0:
		return t.skillName(q.Skills[0])
	case q.Trained != nil && *q.Trained:
		return e.T("alumni.filter.trained")
	case q.Trained != nil:
		return e.T("alumni.filter.untrained")
	case q.DueBy == finder.AnyDay:
		return e.T("alumni.filter.open")
	case q.DueBy != 0:
		return e.T("alumni.filter.due")
	case q.From != 0 && q.From == q.To:
		return strconv.Itoa(q.From)
	case q.From != 0:
		return e.T("alumni.filter.since", "year", strconv.Itoa(q.From))
	case q.To != 0:
		return e.T("alumni.filter.until", "year", strconv.Itoa(q.To))
	}
	return ""
}

func (t *Tab) skillName(s model.Skill) string {
	if id := "alumni.skill." + string(s); t.env().Lang.Has(id) {
		return t.env().T(id)
	}
	return string(s)
}

func (t *Tab) courseName(id model.ID) string {
	if c := t.desk().Courses.Get(id); c != nil {
		return c.Title.In(t.env().Lang.Tag())
	}
	return t.env().T("alumni.course.unknown")
}

// without is the text without one of its words.
func without(text, word string) string {
	fields := strings.Fields(text)
	for i, w := range fields {
		if w == word {
			fields = append(fields[:i], fields[i+1:]...)
			break
		}
	}
	return strings.Join(fields, " ")
}
