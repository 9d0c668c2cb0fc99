package finder

import (
	"strings"

	"muster/model"
)

// An Entry is somebody in the index. It is shared: do not change it.
type Entry struct {
	ID      model.ID
	Name    string // as lists have it: surnames first
	Rank    string
	Agency  string // its label
	Country string // ISO 3166-1; the agency's when the person has none
	Region  string // ISO 3166-2, likewise
	// Cohorts are the codes of those they had a seat in, newest first; Years
	// are when those began, newest first; Courses are what those took.
	Cohorts []string
	Years   []int
	Courses []model.ID
	Skills  []model.Skill // learnt: on a certificate that is good, or taught in a course completed without one
	Trained bool          // completed or attended a course, or holds a certificate
	Stage   model.Stage   // of the newest seat

	Standing    model.Standing
	Due         model.Date // of the earliest follow-up to come, 0: none
	LastContact model.Date // when somebody last spoke with them, 0: never
}

// A Query is what is asked for. What is zero keeps nobody out. Every filter is
// asked of the person: a year and a skill need not be of one course.
type Query struct {
	Words     string
	Countries []string // any of them
	Regions   []string // any of them
	Courses   []model.ID
	Cohort    string        // its code
	From, To  int           // a year of a course of theirs, both inclusive
	Skills    []model.Skill // all of them
	Trained   *bool
	DueBy     model.Date // a follow-up is to come, by that day
	Unclear   []Unclear  // words of Words that may have been meant as filters
}

// Unclear is a word that begins as a filter does and whose value is none.
type Unclear struct {
	Word   string // as it is typed, such as año:24
	Filter string // its name in English, such as year
}

// Asks reports whether the query asks for anything: a word, or a filter.
func (q *Query) Asks() bool { return len(wantedIn(q.Words)) > 0 || q.filters() }

// filters reports whether the query asks for more than words.
func (q *Query) filters() bool {
	return len(q.Countries)+len(q.Regions)+len(q.Courses)+len(q.Skills) > 0 || q.Cohort != "" ||
		q.From != 0 || q.To != 0 || q.Trained != nil || q.DueBy != 0
}

// Facets count, among those a query finds, how many there are of each.
type Facets struct {
	Countries map[string]int
	Regions   map[string]int
	Courses   map[model.ID]int
	Years     map[int]int
	Skills    map[model.Skill]int
}

// code is a cohort's or region's code as it is matched: small letters, digits
// and hyphens; "" for what is none.
func code(s string) string {
	s = strings.ToLower(s)
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return ""
		}
	}
	return strings.Trim(s, "-")
}
