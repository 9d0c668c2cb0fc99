package staff

import (
	"strings"

	"muster/model"
	"muster/model/rules"
	"muster/ui/kit"
	"muster/ui/tab"
)

// rulebook is the page of the scheduling rules, as the unit has set them.
type rulebook struct {
	h    tab.Host
	g    *kit.Grid[model.ID]
	rows []ruleRow
}

// A ruleRow is a rule as it stands: its words are said once, not each frame.
type ruleRow struct {
	rule  rules.Rule
	value int
	hard  bool
	off   bool
	set   bool // the unit has an entry for it
	hits  []rules.Clash
	head  int // the row it is a setting of; its own for a rule

	title, level, now, usual, family, source string
}

func newRulebook(h tab.Host) *rulebook {
	return &rulebook{h: h, g: kit.NewGrid[model.ID](h.Env())}
}

func (p *rulebook) id() string                { return "rules" }
func (p *rulebook) kind() model.Kind          { return model.KindSettings }
func (p *rulebook) grid() *kit.Grid[model.ID] { return p.g }

// Marks of the levels; words say the same.
const (
	markHard = "!"
	markSoft = "·"
	markOff  = "–"
)

// ordered is every rule, family by family, each followed by its settings.
func ordered() []rules.Rule {
	all := rules.All()
	out := make([]rules.Rule, 0, len(all))
	for _, f := range rules.Families {
		for _, r := range all {
			if r.Family != f || r.Of != "" {
				continue
			}
			out = append(out, r)
			for _, s := range all {
				if s.Of == r.ID {
					out = append(out, s)
				}
			}
		}
	}
	return out
}

// ruleKey is the key of a row. The order of the rules does not change while
// the program runs.
func ruleKey(row int) model.ID { return model.ID{0: 'r', 14: byte(row >> 8), 15: byte(row)} }

// amount is a value of the rule with its unit in words; nothing for a rule
// without a value.
func amount(r rules.Rule, v int) model.Message {
	switch r.Unit {
	case rules.PerOne:
		return model.Say("staff.rule.ratio", "value", v)
	case rules.Clock:
		return model.Say("rule.value", "value", model.Clock(v))
	case rules.Count:
		return model.Say("rule.value", "value", v)
	case rules.Minutes, rules.Hours, rules.Days:
		return model.Say("rule.unit."+string(r.Unit), "value", v, "n", v)
	}
	return model.Message{}
}

// level is the mark and the word of a rule's level.
func level(hard, off bool) (mark string, word model.Message) {
	switch {
	case off:
		return markOff, model.Say("staff.rule.off")
	case hard:
		return markHard, model.Say("rule.hard")
	}
	return markSoft, model.Say("rule.soft")
}

// usual is what of the rule the unit has changed, as it was: short, since the
// mark of a level stands in the column before it.
func usual(e *kit.Env, r ruleRow) string {
	mark, word := level(r.rule.Hard, false)
	levelled, valued := r.hard != r.rule.Hard || r.off, r.value != r.rule.Default
	switch {
	case levelled && valued:
		return mark + " " + e.Say(amount(r.rule, r.rule.Default))
	case levelled:
		return mark + " " + e.Say(word)
	case valued:
		return e.Say(amount(r.rule, r.rule.Default))
	}
	return ""
}

func (p *rulebook) changed(int) {
	e := p.h.Env()
	settings := p.h.Desk().Settings.Rec
	hits := map[string][]rules.Clash{}
	if c := p.h.Cohort(); c != nil {
		for _, x := range p.h.Board().CohortClashes(c.ID) {
			hits[x.Rule] = append(hits[x.Rule], x)
		}
	}
	list := ordered()
	rows := make([]ruleRow, len(list))
	head := 0
	for i, r := range list {
		if r.Of == "" {
			head = i
		}
		x := ruleRow{rule: r, head: head, hits: hits[list[head].ID], title: e.Say(r.Title()), family: e.Say(r.Family.Title()), source: r.Source}
		x.value, x.hard, x.off = r.Set(settings)
		_, x.set = settings.Rule(r.ID)
		if r.Of == "" {
			mark, word := level(x.hard, x.off)
			x.level = mark + " " + e.Say(word)
		} else {
			x.title = "  " + x.title
		}
		if x.source == "" {
			x.source = e.T("rule.own")
		}
		x.now, x.usual = e.Say(amount(r, x.value)), usual(e, x)
		rows[i] = x
	}
	p.rows = rows
	p.g.SetRows(kit.Rows[model.ID]{
		Len:  len(rows),
		Key:  ruleKey,
		Find: p.find,
		Cell: func(i, col int) kit.Cell { return rows[i].cell(e, col) },
	})
	p.g.SetColumns(p.columns()...)
}

// find is what the filter looks in. A rule and its settings are found
// together, also by what the rule says.
func (p *rulebook) find(row int) string {
	e := p.h.Env()
	var words []string
	for _, r := range p.rows[p.rows[row].head:] {
		if r.head != p.rows[row].head {
			break
		}
		words = append(words, r.title, e.Say(r.rule.Says(r.value)), r.level, r.now, r.source, r.rule.ID)
		if r.usual != "" {
			words = append(words, e.T("staff.rule.changed"))
		}
	}
	return strings.Join(append(words, p.rows[row].family), " ")
}

// legend says how far the unit has gone from the rules as they come.
func (p *rulebook) legend() line {
	e, th := p.h.Env(), p.h.Env().Theme
	changed, off := 0, 0
	for _, r := range p.rows {
		if r.usual != "" {
			changed++
		}
		if r.off {
			off++
		}
	}
	out := line{sep: "   "}
	if changed > 0 {
		out.parts = append(out.parts, part{th.Muted, e.T("staff.rule.legend.changed", "n", changed)})
	}
	if off > 0 {
		out.parts = append(out.parts, part{th.Warn, markOff + " " + e.T("staff.rule.legend.off", "n", off)})
	}
	return out
}

// current is the row under the cursor, or nil.
func (p *rulebook) current() *ruleRow {
	if i, ok := p.g.Current(); ok && i < len(p.rows) {
		return &p.rows[i]
	}
	return nil
}
