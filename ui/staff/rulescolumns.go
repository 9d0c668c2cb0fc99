package staff

import (
	"cmp"
	"slices"
	"strings"

	"muster/model/rules"
	"muster/ui/kit"
)

// The columns of the list, in their order.
const (
	colRule = iota
	colLevel
	colValue
	colUsual
	colHits
	colFamily
	colSource
)

// columns are ordered by the rules: a setting stays under its own.
func (p *rulebook) columns() []kit.Column {
	e, rows := p.h.Env(), p.rows
	column := func(col int, id, title string, drop int, compare func(a, b ruleRow) int) kit.Column {
		w := widest(rows, kit.Width(title), 70, func(r ruleRow) string { return r.cell(e, col).Text })
		return kit.Column{ID: id, Title: title, Min: w, Drop: drop, Less: func(a, b int) bool {
			return compare(rows[rows[a].head], rows[rows[b].head]) < 0
		}}
	}
	words := func(text func(r ruleRow) string) func(a, b ruleRow) int {
		return func(a, b ruleRow) int { return strings.Compare(kit.Fold(text(a)), kit.Fold(text(b))) }
	}
	rule := column(colRule, "rule", e.T("rule.head.rule"), 0, words(func(r ruleRow) string { return r.title }))
	rule.Grow, rule.Max = 1, rule.Min+6
	hits := column(colHits, "clashes", e.T("staff.rule.clashes"), 0, func(a, b ruleRow) int { return cmp.Compare(len(a.hits), len(b.hits)) })
	hits.Right, hits.Min = true, max(hits.Min, kit.Width(hits.Title)+1) // room for the arrow
	return []kit.Column{
		rule,
		column(colLevel, "level", e.T("rule.head.level"), 0, words(func(r ruleRow) string { return r.level })),
		column(colValue, "value", e.T("staff.rule.value"), 0, func(a, b ruleRow) int {
			return cmp.Or(cmp.Compare(a.rule.Unit, b.rule.Unit), cmp.Compare(a.value, b.value))
		}),
		column(colUsual, "default", e.T("staff.rule.default"), 1, words(func(r ruleRow) string { return r.usual })),
		hits,
		column(colFamily, "family", e.T("staff.rule.family"), 5, func(a, b ruleRow) int {
			return cmp.Compare(slices.Index(rules.Families, a.rule.Family), slices.Index(rules.Families, b.rule.Family))
		}),
		column(colSource, "source", e.T("rule.head.source"), 9, words(func(r ruleRow) string { return r.source })),
	}
}

func (r ruleRow) cell(e *kit.Env, col int) kit.Cell {
	th := e.Theme
	text := th.Text
	if r.off {
		text = th.Muted
	}
	switch col {
	case colRule:
		return kit.Cell{Text: r.title, Style: text}
	case colLevel:
		if r.off {
			return kit.Cell{Text: r.level, Style: th.Warn}
		}
		return kit.Cell{Text: r.level, Style: th.Muted}
	case colValue:
		if r.value != r.rule.Default && !r.off {
			return kit.Cell{Text: r.now, Style: th.Title}
		}
		return kit.Cell{Text: r.now, Style: text}
	case colUsual:
		return kit.Cell{Text: r.usual, Style: th.Muted}
	case colHits:
		return r.count(th)
	case colFamily:
		return kit.Cell{Text: r.family, Style: th.Muted}
	}
	return kit.Cell{Text: r.source, Style: th.Muted}
}

// count is how many clashes the rule makes, under the mark of its level.
func (r ruleRow) count(th *kit.Theme) kit.Cell {
	switch {
	case len(r.hits) == 0 || r.rule.Of != "":
		return kit.Cell{}
	case r.hard:
		return kit.Cell{Text: markHard + " " + some(len(r.hits)), Style: th.Clash}
	}
	return kit.Cell{Text: markSoft + " " + some(len(r.hits)), Style: th.Warn}
}
