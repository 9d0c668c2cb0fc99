package staff

import (
	"slices"
	"strings"

	"muster/model"
	"muster/ui/kit"
)

// Who holds which certificate is a table inside the list: a column a skill, so
// that one look down a column says who can be range safety officer. A skill's
// head is as long as there is room for: a word, three letters, or two.

// soonDays is how long before its last day a certificate is shown as due.
const soonDays = 60

// The marks of a certificate.
const (
	markHeld   = "●"
	markSoon   = "◐"
	markLapsed = "!"
	markNone   = "·"
)

// soonest is the certificate of s that lapses first, when it has lapsed or
// will within soonDays.
func soonest(s *model.Staff, today model.Date) (q model.Qualification, ok bool) {
	for _, k := range model.Skills {
		until, has := s.Has(k)
		if has && !until.IsZero() && until < today.Days(soonDays) && (!ok || until < q.Until) {
			q, ok = model.Qualification{Skill: k, Until: until}, true
		}
	}
	return q, ok
}

// mark is how a skill stands with somebody.
func mark(s *model.Staff, k model.Skill, today model.Date) string {
	until, has := s.Has(k)
	switch {
	case !has:
		return markNone
	case !until.IsZero() && until < today:
		return markLapsed
	case !until.IsZero() && until < today.Days(soonDays):
		return markSoon
	case s.Qualified(k, today):
		return markHeld
	}
	return markNone // not valid yet
}

// A table is the heads of the skills and how wide each column is.
type table struct {
	heads []string
	gap   int
	short bool // the heads are not words: the detail explains them
}

// tableFor is the widest table that fits into room cells; the narrowest if
// none does.
func tableFor(e *kit.Env, room int) table {
	var t table
	for _, form := range []struct {
		id  string
		gap int
	}{{"staff.skill.", 2}, {"staff.abbr.", 1}, {"staff.code.", 1}} {
		t = table{gap: form.gap, short: form.gap == 1}
		for _, k := range model.Skills {
			t.heads = append(t.heads, e.T(form.id+string(k)))
		}
		if t.width() <= room {
			break
		}
	}
	return t
}

func (t table) width() int {
	w := t.gap * (len(t.heads) - 1)
	for _, h := range t.heads {
		w += kit.Width(h)
	}
	return w
}

// head is the line above the table.
func (t table) head() string { return strings.Join(t.heads, strings.Repeat(" ", t.gap)) }

// explained is a skill's name behind its head in the list, where that is not a
// word.
func (t table) explained(e *kit.Env, k model.Skill) string {
	name := e.T("word.skill." + string(k))
	if i := slices.Index(model.Skills, k); t.short && i >= 0 {
		return t.heads[i] + " " + name
	}
	return name
}

// row is the marks of somebody, each in the middle of its column.
func (t table) row(s *model.Staff, today model.Date) string {
	var b strings.Builder
	for i, k := range model.Skills {
		w := kit.Width(t.heads[i])
		left := (w - 1) / 2
		b.WriteString(strings.Repeat(" ", left))
		b.WriteString(mark(s, k, today))
		if i < len(t.heads)-1 {
			b.WriteString(strings.Repeat(" ", w-1-left+t.gap))
		}
	}
	return b.String()
}
