package rules

import (
	"bufio"
	"io"
	"strconv"

	"muster/model"
)

// Table writes the rules as a table in Markdown, a heading for each family, in
// the words of say. Sentences carry the default values. The error is w's.
func Table(w io.Writer, say func(model.Message) string) error {
	out := bufio.NewWriter(w)
	line := func(cells ...string) {
		for _, c := range cells {
			out.WriteString("| " + c + " ")
		}
		out.WriteString("|\n")
	}
	word := func(id string) string { return say(model.Say("rule." + id)) }
	for i, f := range Families {
		if i > 0 {
			out.WriteString("\n")
		}
		out.WriteString("### " + say(f.Title()) + "\n\n")
		line(word("head.rule"), word("head.level"), word("head.default"), word("head.source"), word("head.no"), "id")
		line("---", "---", "---", "---", "---", "---")
		for _, r := range rows {
			if r.Family == f {
				line(say(r.Says(r.Default)), word(r.level()), r.unit(say), r.said(word), r.number(), "`"+r.ID+"`")
			}
		}
	}
	return out.Flush()
}

func (r Rule) level() string {
	switch {
	case r.Of != "":
		return "setting"
	case r.Hard:
		return "hard"
	}
	return "soft"
}

// unit is the default value with its unit.
func (r Rule) unit(say func(model.Message) string) string {
	switch r.Unit {
	case PerOne, Clock:
		return say(model.Say("rule.value", "value", r.shown(r.Default)))
	case Count:
		return strconv.Itoa(r.Default)
	case Minutes, Hours, Days:
		return say(model.Say("rule.unit."+string(r.Unit), "value", r.Default, "n", r.Default))
	}
	return ""
}

func (r Rule) said(word func(string) string) string {
	if r.Source == own {
		return word("own")
	}
	return r.Source
}

func (r Rule) number() string {
	if r.No == 0 {
		return ""
	}
	return strconv.Itoa(r.No)
}
