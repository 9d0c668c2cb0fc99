package staff

import (
	"strings"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
)

// hitsAtMost is how many clashes of a rule are said in full.
const hitsAtMost = 40

// detail is the rule in a sentence, who says so, within what it can be set,
// why the unit differs, and what it finds on the board.
func (p *rulebook) detail(int) []line {
	r := p.current()
	if r == nil {
		return nil
	}
	e, th := p.h.Env(), p.h.Env().Theme
	head := []part{{th.Title, e.Say(r.rule.Title())}}
	if r.rule.Of == "" {
		st := th.Text
		if r.off {
			st = th.Warn
		}
		_, word := level(r.hard, r.off)
		head = append(head, part{st, e.Say(word)})
	}
	head = append(head, part{th.Text, r.now}, part{th.Muted, r.family})
	if r.rule.Of != "" {
		head = append(head, part{th.Muted, e.T("staff.rule.setting-of", "rule", p.rows[r.head].rule.Title())})
	}
	out := []line{
		list(head...),
		said(th.Text, e.Say(r.rule.Says(r.value))),
		list(p.origin(r)...),
	}
	set, _ := p.h.Desk().Settings.Rec.Rule(r.rule.ID)
	if set.Reason != "" {
		out = append(out, said(th.Due, e.T("staff.rule.reason", "reason", set.Reason)))
	}
	return append(out, p.found(r)...)
}

// origin is where the rule comes from, how it comes, and its bounds.
func (p *rulebook) origin(r *ruleRow) []part {
	e, th := p.h.Env(), p.h.Env().Theme
	out := []part{{th.Text, e.T("staff.rule.source", "source", r.source)}}
	if r.rule.No > 0 {
		out = append(out, part{th.Muted, e.T("staff.rule.no", "no", r.rule.No)})
	}
	if r.usual != "" {
		_, word := level(r.rule.Hard, false)
		first := []string{e.Say(word)}
		if r.rule.Of != "" {
			first = nil
		}
		if r.rule.Unit != rules.NoUnit {
			first = append(first, e.Say(amount(r.rule, r.rule.Default)))
		}
		out = append(out, part{th.Warn, e.T("staff.rule.by-default", "default", strings.Join(first, ", "))})
	}
	if r.rule.Unit != rules.NoUnit {
		out = append(out, part{th.Muted, e.T("staff.rule.bounds", "low", amount(r.rule, r.rule.Min), "high", amount(r.rule, r.rule.Max))})
	}
	return out
}

// found is the clashes of the rule in the cohort in hand; those of the rule
// it belongs to for a setting. Of a rule that no board reads it says where
// what it finds is told.
func (p *rulebook) found(r *ruleRow) []line {
	e, th, c := p.h.Env(), p.h.Env().Theme, p.h.Cohort()
	switch {
	case !p.rows[r.head].rule.Board() && !p.rows[r.head].off:
		return []line{said(th.Muted, e.T("staff.rule.told"))}
	case c == nil:
		return []line{said(th.Muted, e.T("staff.rule.no-cohort"))}
	case p.rows[r.head].off:
		return []line{said(th.Warn, e.T("staff.rule.not-looked"))}
	case len(r.hits) == 0:
		return []line{said(th.OK, e.T("staff.rule.kept", "code", c.Code))}
	}
	out := []line{said(th.Head, e.T("staff.rule.found", "n", len(r.hits), "code", c.Code))}
	for i, x := range r.hits {
		if i == hitsAtMost {
			return append(out, said(th.Clash, e.T("staff.clashes", "n", len(r.hits)-i)))
		}
		out = append(out, said(clashStyle(th, x.Hard), clashMark(x.Hard)+e.Say(x.Text)))
	}
	return out
}

func clashStyle(th *kit.Theme, hard bool) kit.Style {
	if hard {
		return th.Clash
	}
	return th.Warn
}

func clashMark(hard bool) string {
	mark, _ := level(hard, false)
	return mark + " "
}

// sessions are those in which the rule is broken, in their order.
func (p *rulebook) sessions() []*model.Session {
	r := p.current()
	if r == nil {
		return nil
	}
	var out []*model.Session
	seen := map[model.ID]bool{}
	for _, x := range r.hits {
		for _, id := range x.Sessions {
			if s := p.h.Desk().Sessions.Get(id); s != nil && !seen[id] {
				seen[id] = true
				out = append(out, s)
			}
		}
	}
	model.SortSessions(out)
	return out
}
