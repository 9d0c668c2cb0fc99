package alumni

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/geo"
	"muster/store/finder"
	"muster/ui/kit"
)

// A facet is one filter that could be put on, and how many it would leave.
type facet struct {
	kind  string // the filter's name as it is typed: "country"
	word  string // its value as it is typed; "" when it can only be chosen
	label string
	n     int
	query finder.Query
}

// facets is every filter that would leave somebody of those found, by kind,
// the most first; years the newest first.
func (t *Tab) facets(ix *finder.Index, q finder.Query) []facet {
	e, f := t.env(), ix.Facets(q)
	var out []facet
	part := func(list []facet, order func(a, b facet) int) {
		slices.SortFunc(list, order)
		out = append(out, list...)
	}
	most := func(a, b facet) int { return cmp.Or(cmp.Compare(b.n, a.n), sortNames(a.label, b.label)) }
	var list []facet
	for code, n := range f.Countries {
		if c, ok := geo.Country(code); ok {
			list = append(list, facet{"country", strings.ToLower(code), c.Name(e.Lang.Tag()), n, finder.Query{Countries: []string{code}}})
		}
	}
	part(list, most)
	list = nil
	for code, n := range f.Regions {
		if r, ok := geo.Region(code); ok {
			list = append(list, facet{"state", kit.Fold(strings.ReplaceAll(r.Name, " ", "-")), r.Name, n, finder.Query{Regions: []string{code}}})
		}
	}
	part(list, most)
	list = nil
	for id, n := range f.Courses {
		list = append(list, facet{"course", "", t.courseName(id), n, finder.Query{Courses: []model.ID{id}}})
	}
	part(list, most)
	list = nil
	for y, n := range f.Years {
		s := strconv.Itoa(y)
		list = append(list, facet{"year", s, s, n, finder.Query{From: y, To: y}})
	}
	part(list, func(a, b facet) int { return strings.Compare(b.word, a.word) })
	list = nil
	for k, n := range f.Skills {
		list = append(list, facet{"skill", string(k), t.skillName(k), n, finder.Query{Skills: []model.Skill{k}}})
	}
	part(list, most)
	return out
}

// choose offers every filter with how many it would leave; typing narrows the
// list, so that "son" finds Sonora.
func (s *search) choose() tea.Cmd {
	t, e := s.t, s.t.env()
	var options []kit.Option[facet]
	for _, f := range t.facets(t.people(), s.query) {
		if f.n == s.result.Count && s.result.Count > 1 && s.has(f.label) {
			continue
		}
		options = append(options, kit.Option[facet]{
			Value: f, Note: e.Lang.Number(f.n),
			Label: e.T("alumni.kind."+f.kind) + dot + f.label,
		})
	}
	for _, yes := range []bool{true, false} {
		q := finder.Query{Trained: &yes}
		options = append(options, s.counted(q))
	}
	options = append(options, s.counted(finder.Query{DueBy: t.h.Today()}), s.counted(finder.Query{DueBy: finder.AnyDay}))
	kit.Open(t.h.Dialogs(), kit.NewChoose(e, model.Say("alumni.filter.title"), options, 0), func(f facet) tea.Cmd {
		s.chosen = append(s.chosen, filter{label: f.label, query: f.query})
		s.typed()
		return t.Pending()
	})
	return nil
}

// counted is the option of a filter that is no facet of the index.
func (s *search) counted(q finder.Query) kit.Option[facet] {
	label := s.t.describe(q)
	n := s.t.people().Search(merge(s.query, q)).Count
	return kit.Option[facet]{Value: facet{label: label, n: n, query: q}, Label: label, Note: s.t.env().Lang.Number(n)}
}

func (s *search) has(label string) bool {
	return slices.ContainsFunc(s.filters, func(f filter) bool { return f.label == label })
}
