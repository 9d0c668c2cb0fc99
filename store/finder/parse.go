package finder

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"muster/model"
	"muster/model/geo"
	"muster/model/names"
)

// AnyDay is a DueBy that every follow-up meets.
const AnyDay model.Date = math.MaxInt32

// Parse reads a question as it is typed: words, and filters as "name:value"
// with the names in English or Spanish:
//
//	country:mx  state:sonora  cohort:MEX-26-1  course:ID  year:2024  since:2023  until:2025
//	skill:vehicle-search  trained:yes  due:yes
//
// Hyphens in a value stand for spaces. What is no known filter, or has no
// known value, stays a word; the latter is in Unclear as well. Of a filter that
// takes one value the last counts.
func Parse(s string) Query { return ParseWith(s, nil) }

// ParseWith is Parse, where a skill may also be given by the words that it is
// called by (see SkillNamed).
func ParseWith(s string, skillWords func(model.Skill) string) Query {
	var (
		q     Query
		words []string
		vague []vague
	)
	for _, field := range strings.Fields(s) {
		name, value, ok := strings.Cut(field, ":")
		if !ok {
			words = append(words, field)
			continue
		}
		filter := filterNames[names.Fold(name)]
		switch {
		case filter == "" || value == "":
			ok = false
		case filter == "state":
			codes := regionsIn(value)
			if ok = len(codes) > 0; ok {
				vague = append(vague, codes)
			}
		default:
			ok = q.take(filter, value, skillWords)
		}
		if !ok && filter != "" {
			q.Unclear = append(q.Unclear, Unclear{field, filter})
		}
		if !ok {
			words = append(words, field)
		}
	}
	q.Words = strings.Join(words, " ")
	for _, codes := range vague {
		q.Regions = append(q.Regions, codes.in(q.Countries)...)
	}
	return q
}

var filterNames = map[string]string{
	"country": "country", "pais": "country",
	"state": "state", "region": "state", "estado": "state", "departamento": "state",
	"cohort": "cohort", "class": "cohort", "generacion": "cohort",
	"course": "course", "curso": "course",
	"year": "year", "ano": "year",
	"since": "since", "desde": "since", "from": "since",
	"until": "until", "hasta": "until", "to": "until",
	"skill": "skill", "habilidad": "skill",
	"trained": "trained", "capacitado": "trained", "capacitada": "trained",
	"due": "due", "pendiente": "due",
}

// take puts a filter into the query; false when its value is none.
func (q *Query) take(filter, value string, skillWords func(model.Skill) string) bool {
	switch filter {
	case "country":
		code, sure := geo.FindCountry(strings.ReplaceAll(value, "-", " "))
		if sure != geo.Certain {
			return false
		}
		q.Countries = append(q.Countries, code)
	case "cohort":
		q.Cohort = strings.ToUpper(value)
	case "course":
		id, err := model.ParseID(value)
		if err != nil {
			return false
		}
		q.Courses = append(q.Courses, id)
	case "year", "since", "until":
		y, err := strconv.Atoi(value)
		if err != nil || y < 1900 || y > 2200 {
			return false
		}
		if filter != "until" {
			q.From = y
		}
		if filter != "since" {
			q.To = y
		}
	case "skill":
		k, ok := SkillNamed(value, skillWords)
		if !ok {
			return false
		}
		q.Skills = append(q.Skills, k)
	case "trained":
		yes, ok := yesOrNo(value)
		if ok {
			q.Trained = &yes
		}
		return ok
	case "due":
		yes, ok := yesOrNo(value)
		if ok && yes {
			q.DueBy = AnyDay
		}
		return ok && yes
	default:
		return false
	}
	return true
}

func yesOrNo(s string) (yes, ok bool) {
	switch names.Fold(s) {
	case "yes", "y", "si", "s", "true", "1":
		return true, true
	case "no", "n", "false", "0":
		return false, true
	}
	return false, false
}

// vague are the regions that a name may mean.
type vague []string

func regionsIn(value string) vague {
	for _, text := range []string{value, strings.ReplaceAll(value, "-", " ")} {
		if code, sure := geo.FindRegion("", text); sure == geo.Certain {
			return vague{code}
		} else if sure == geo.Ambiguous {
			return geo.RegionCandidates("", text)
		}
	}
	return nil
}

// in are those in the countries, or all when none of them is.
func (v vague) in(countries []string) []string {
	here := slices.DeleteFunc(slices.Clone(v), func(code string) bool { return !slices.Contains(countries, code[:2]) })
	if len(here) > 0 {
		return here
	}
	return v
}
