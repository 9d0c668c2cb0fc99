package export

import (
	"strconv"
	"strings"

	"muster/model"
)

func text(s string) Cell { return Cell{Text: s} }

func date(d model.Date) Cell {
	if d.IsZero() {
		return Cell{}
	}
	return Cell{Text: d.String()}
}

// number is a count or a number; 0 is none.
func number(n int) Cell {
	if n == 0 {
		return Cell{}
	}
	return Cell{strconv.Itoa(n), n}
}

// list is several things in one cell.
func list(items []string, between string) Cell {
	if len(items) == 0 {
		return Cell{}
	}
	return Cell{strings.Join(items, between), items}
}

// word is one of the trade's words: said for people, the value itself for
// programs.
func word[T ~string](o Options, area string, v T) Cell {
	if v == "" {
		return Cell{}
	}
	return Cell{o.Say(model.Say("word." + area + "." + string(v))), string(v)}
}

// letters is squads for programs.
func letters(s model.Squads) []string {
	var out []string
	for _, q := range s.List() {
		out = append(out, q.String())
	}
	return out
}
