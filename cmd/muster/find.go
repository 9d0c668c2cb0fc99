package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"muster/model"
	"muster/model/geo"
	"muster/model/names"
	"muster/store"
	"muster/store/finder"
	"muster/ui"
	"muster/ui/kit"
)

// findFlags narrow what is found.
type findFlags struct {
	countries, states, skills []string
	course, cohort            string
	year, since, limit        int
	trained                   bool
}

// personJSON is somebody as find --json prints them. Country and region are
// ISO codes; cohorts are codes, newest first; skills are ids.
type personJSON struct {
	ID      model.ID      `json:"id"`
	Name    string        `json:"name"`
	Rank    string        `json:"rank"`
	Agency  string        `json:"agency"`
	Country string        `json:"country"`
	Region  string        `json:"region"`
	Cohorts []string      `json:"cohorts"`
	Skills  []model.Skill `json:"skills"`
}

func (f *front) findVerb() *cobra.Command {
	var o findFlags
	var given func(flag string) bool
	c := f.verb("find", cobra.ArbitraryArgs, func(ctx context.Context, words []string) error {
		q, err := o.query(words, given)
		if err != nil {
			return err
		}
		st, done, err := f.openStore(ctx, reading)
		if err != nil {
			return err
		}
		defer done()
		if err := o.narrow(ctx, st, &q); err != nil {
			return err
		}
		ix, err := finder.Build(ctx, st, nil, ui.SkillWords())
		if err != nil {
			return err
		}
		return f.printPeople(ix.Search(q), o.limit)
	})
	fl := c.Flags()
	given = fl.Changed
	fl.StringArrayVar(&o.countries, "country", nil, f.say.T("cmd.flag.find-country"))
	fl.StringArrayVar(&o.states, "state", nil, f.say.T("cmd.flag.find-state"))
	fl.StringVar(&o.course, "course", "", f.say.T("cmd.flag.find-course"))
	f.cohortFlag(c, &o.cohort)
	fl.IntVar(&o.year, "year", 0, f.say.T("cmd.flag.find-year"))
	fl.IntVar(&o.since, "since", 0, f.say.T("cmd.flag.find-since"))
	fl.StringArrayVar(&o.skills, "skill", nil, f.say.T("cmd.flag.find-skill"))
	fl.BoolVar(&o.trained, "trained", false, f.say.T("cmd.flag.find-trained"))
	fl.IntVar(&o.limit, "limit", 0, f.say.T("cmd.flag.find-limit"))
	f.jsonFlag(c)
	choices(c, "skill", skillIDs()...)
	return c
}

// query is what the command line asks for, as far as it can be told without
// the database. given says of a flag whether it is there.
func (o *findFlags) query(words []string, given func(flag string) bool) (finder.Query, error) {
	skillWords := ui.SkillWords()
	q := finder.ParseWith(strings.Join(words, " "), skillWords)
	if len(q.Unclear) > 0 {
		return q, unclear(q.Unclear[0])
	}
	if flag := o.blank(given); flag != "" {
		return q, wrongUse("cmd.find.blank", "flag", "--"+flag)
	}
	if o.limit < 0 {
		return q, wrongUse("cmd.flag-number", "flag", "--limit", "value", strconv.Itoa(o.limit))
	}
	for _, name := range o.countries {
		code, sure := geo.FindCountry(name)
		if sure < geo.Likely {
			return q, wrongUse("cmd.find.country", "value", model.Clean(name))
		}
		q.Countries = append(q.Countries, code)
	}
	for _, name := range o.states {
		code, err := stateNamed(name, q.Countries)
		if err != nil {
			return q, err
		}
		q.Regions = append(q.Regions, code)
	}
	for _, name := range o.skills {
		k, ok := finder.SkillNamed(name, skillWords)
		if !ok {
			return q, oneOf("skill", name, skillIDs()...)
		}
		q.Skills = append(q.Skills, k)
	}
	for _, y := range []struct {
		flag string
		year int
	}{{"year", o.year}, {"since", o.since}} {
		if given(y.flag) && (y.year < 1900 || y.year > 2200) {
			return q, wrongUse("cmd.find.year", "flag", "--"+y.flag, "value", strconv.Itoa(y.year))
		}
	}
	q.From = max(q.From, o.since, o.year)
	if o.year != 0 {
		q.To = o.year
	}
	if given("trained") {
		q.Trained = &o.trained
	}
	if o.cohort == "" && o.course == "" && !q.Asks() {
		return q, wrongUse("cmd.find.whom")
	}
	return q, nil
}

// blank is the first flag that is there and says nothing, "" when none is.
func (o *findFlags) blank(given func(flag string) bool) string {
	for _, v := range []struct {
		flag   string
		values []string
	}{
		{"country", o.countries}, {"state", o.states}, {"skill", o.skills}, {"course", []string{o.course}}, {"cohort", []string{o.cohort}},
	} {
		if given(v.flag) && slices.ContainsFunc(v.values, func(s string) bool { return len(names.Tokens(s)) == 0 }) {
			return v.flag
		}
	}
	return ""
}

// unclear refuses a word that begins as a filter does, with what would be right
// under the name that it was given.
func unclear(u finder.Unclear) error {
	name, _, _ := strings.Cut(u.Word, ":")
	var values []string
	switch u.Filter {
	case "country":
		values = []string{"mx", "honduras"}
	case "state":
		values = []string{"sonora", "mx-son"}
	case "cohort":
		values = []string{"MEX-26-1"}
	case "course":
		return wrongUse("cmd.find.course-word", "word", model.Clean(u.Word))
	case "skill":
		values = skillIDs()
	case "trained":
		values = []string{"yes", "no"}
		if names.Fold(name) != u.Filter {
			values[0] = "sí"
		}
	case "due":
		values = []string{"yes"}
		if names.Fold(name) != u.Filter {
			values[0] = "sí"
		}
	default:
		return wrongUse("cmd.find.year-word", "word", model.Clean(u.Word), "name", model.Clean(name))
	}
	for i, v := range values {
		values[i] = name + ":" + v
	}
	return wrongUse("cmd.find.word", "word", model.Clean(u.Word), "known", values)
}

// stateNamed is the region of that name or code, in one of the countries if
// there are any.
func stateNamed(name string, countries []string) (string, error) {
	if len(countries) == 0 {
		countries = []string{""}
	}
	var may []string
	for _, c := range countries {
		code, sure := geo.FindRegion(c, name)
		if sure >= geo.Likely {
			return code, nil
		}
		may = append(may, geo.RegionCandidates(c, name)...)
	}
	if len(may) > 0 {
		return "", wrongUse("cmd.find.state-which", "value", model.Clean(name), "known", may)
	}
	return "", wrongUse("cmd.find.state", "value", model.Clean(name))
}

// narrow adds what only the database knows: its cohorts and courses.
func (o *findFlags) narrow(ctx context.Context, st *store.Store, q *finder.Query) error {
	if o.cohort == "" && o.course == "" && q.Cohort == "" && len(q.Courses) == 0 {
		return nil
	}
	d, err := st.Desk(ctx)
	if err != nil {
		return err
	}
	for _, id := range q.Courses { // of words
		if _, err := coursesNamed(d, id.String()); err != nil {
			return err
		}
	}
	if code := cmp.Or(o.cohort, q.Cohort); code != "" {
		c, err := cohortOf(d, code)
		if err != nil {
			return err
		}
		q.Cohort = c.Code
	}
	if o.course != "" {
		ids, err := coursesNamed(d, o.course)
		if err != nil {
			return err
		}
		q.Courses = append(q.Courses, ids...)
	}
	return nil
}

// coursesNamed are the courses of that id, or whose title in either language
// has all the words.
func coursesNamed(d *model.Desk, name string) ([]model.ID, error) {
	var (
		ids    []model.ID
		titles []model.Text
	)
	words := names.Tokens(name)
	for c := range d.Courses.All {
		titles = append(titles, c.Title)
		inTitle := func(title string) bool {
			have := names.Fold(title)
			return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(have, w) })
		}
		if c.ID.String() == strings.ToUpper(name) || inTitle(c.Title.En) || inTitle(c.Title.Es) {
			ids = append(ids, c.ID)
		}
	}
	if len(ids) > 0 {
		return ids, nil
	}
	if len(titles) == 0 {
		return nil, wrongUse("cmd.find.no-courses", "value", model.Clean(name))
	}
	return nil, wrongUse("cmd.find.course", "value", model.Clean(name), "known", titles[:min(len(titles), 5)])
}

func skillIDs() []string {
	ids := make([]string, len(model.Skills))
	for i, k := range model.Skills {
		ids[i] = string(k)
	}
	return ids
}

func (f *front) printPeople(r finder.Result, limit int) error {
	n := r.Count
	if limit > 0 {
		n = min(n, limit)
	}
	hits := r.Window(0, n)
	if f.json {
		list := make([]personJSON, len(hits))
		for i, h := range hits {
			e := h.Entry
			list[i] = personJSON{
				e.ID, e.Name, e.Rank, e.Agency, e.Country, e.Region, append([]string{}, e.Cohorts...), append([]model.Skill{}, e.Skills...),
			}
		}
		if err := f.printJSON(list); err != nil || r.Count > 0 {
			return err
		}
		return answer(exitNo)
	}
	if r.Count == 0 {
		return answerNo(model.Say("cmd.find.nobody"))
	}
	if r.Slips > 0 {
		f.remark(model.Say("cmd.find.near"))
	}
	rows := [][]string{{
		f.say.T("cmd.find.head.name"), f.say.T("cmd.find.head.rank"), f.say.T("cmd.find.head.agency"),
		f.say.T("cmd.find.head.where"), f.say.T("cmd.find.head.cohorts"), f.say.T("cmd.find.head.trained"),
	}}
	for _, h := range hits {
		rows = append(rows, f.personRow(h.Entry))
	}
	if err := f.writeRows(rows); err != nil {
		return err
	}
	return f.tell("cmd.find.count", "n", r.Count, "shown", n)
}

// personRow is somebody in a line; no number or address is in it.
func (f *front) personRow(e *finder.Entry) []string {
	where := e.Country
	if r, ok := geo.Region(e.Region); ok {
		where = r.Name
	} else if n, ok := geo.Country(e.Country); ok {
		where = n.Name(f.say.Tag())
	}
	trained := f.say.T("cmd.find.untrained")
	if e.Trained {
		trained = f.say.T("cmd.find.trained")
	}
	cohorts := e.Cohorts
	const shown = 3
	more := ""
	if len(cohorts) > shown {
		cohorts, more = cohorts[:shown], " +"+strconv.Itoa(len(cohorts)-shown)
	}
	return []string{e.Name, e.Rank, e.Agency, where, strings.Join(cohorts, " ") + more, trained}
}

// writeRows writes a table whose columns are as wide as their widest cell.
func (f *front) writeRows(rows [][]string) error {
	wide := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			wide[i] = max(wide[i], kit.Width(oneLine(cell)))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			cell = oneLine(cell)
			b.WriteString(cell)
			if i < len(row)-1 {
				b.WriteString(strings.Repeat(" ", wide[i]-kit.Width(cell)+2))
			}
		}
		if _, err := fmt.Fprintln(f.out, b.String()); err != nil {
			return err
		}
	}
	return nil
}
