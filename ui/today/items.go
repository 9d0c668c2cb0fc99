package today

import (
	"cmp"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"muster/model"
	"muster/model/due"
	"muster/model/rules"
	"muster/ui/kit"
)

// An itemKey tells an item from the others of the list, so that the cursor
// stays with it: n counts those that nothing else tells apart.
type itemKey struct {
	rule string
	ref  model.Ref
	who  model.ID
	n    int
}

// A sieve is what of the list is shown; the zero one lets all through.
type sieve struct {
	level  level
	cohort model.ID
	family rules.Family
}

// A level is how bad something is.
type level uint8

const (
	anyLevel level = iota
	onlyWrong
	onlyDue
)

// readDue takes the list of what is wrong or due.
func (t *Tab) readDue() {
	t.due = t.h.Due()
	t.hard = 0
	t.keys = t.keys[:0]
	seen := map[itemKey]int{}
	for i := range t.due {
		v := &t.due[i]
		if v.Hard {
			t.hard++
		}
		k := itemKey{rule: v.Rule, ref: v.Ref}
		if len(v.People) > 0 {
			k.who = v.People[0]
		}
		n := seen[k]
		seen[k]++
		k.n = n
		t.keys = append(t.keys, k)
	}
	t.listDue()
}

// lets reports whether the sieve leaves the item.
func (v sieve) lets(d *model.Desk, i *due.Item) bool {
	switch {
	case v.level == onlyWrong && !i.Hard, v.level == onlyDue && i.Hard:
		return false
	case !v.cohort.IsZero() && !i.Concerns(d, v.cohort):
		return false
	}
	return v.family == "" || familyOf(i.Rule) == v.family
}

func familyOf(rule string) rules.Family {
	r, _ := rules.Find(rule)
	return r.Family
}

// listDue makes the rows of the list.
func (t *Tab) listDue() {
	e, d := t.h.Env(), t.h.Desk()
	th := e.Theme
	t.listed = t.listed[:0]
	codes := 1
	dates := 1
	for i := range t.due {
		if t.sift.lets(d, &t.due[i]) {
			t.listed = append(t.listed, i)
			if c := d.Cohorts.Get(t.due[i].Cohort); c != nil {
				codes = max(codes, kit.Width(c.Code))
			}
		}
	}
	for _, i := range t.listed[:min(len(t.listed), 400)] { // the widest date is soon met
		dates = max(dates, kit.Width(t.whenOf(&t.due[i])))
	}
	list, keys, all := slices.Clone(t.listed), slices.Clone(t.keys), t.due
	t.items.Empty = model.Say("today.due.empty")
	if t.sift != (sieve{}) && len(all) > 0 {
		t.items.Empty = model.Say("today.due.sifted")
	}
	cols := []kit.Column{
		{ID: "mark", Min: 1, Less: func(a, b int) bool { return all[list[a]].Hard && !all[list[b]].Hard }},
		{ID: "what", Title: e.T("today.col.what"), Min: 36, Grow: 1},
		{ID: "cohort", Title: e.T("word.record.cohort"), Min: max(codes, kit.Width(e.T("word.record.cohort"))), Drop: 2},
		{ID: "when", Title: e.T("today.col.when"), Min: max(dates, kit.Width(e.T("today.col.when"))), Right: true, Drop: 1, Less: func(a, b int) bool { return all[list[a]].When < all[list[b]].When }},
	}
	refill(t.items, cols, kit.Rows[itemKey]{
		Len: len(list),
		Key: func(i int) itemKey { return keys[list[i]] },
		Cell: func(i, col int) kit.Cell {
			v := &all[list[i]]
			switch col {
			case 0:
				if v.Hard {
					return kit.Cell{Text: "!", Style: th.Clash}
				}
				return kit.Cell{Text: "·", Style: th.Due}
			case 1:
				return kit.Cell{Text: e.Say(v.Text), Style: th.Text}
			case 2:
				if c := d.Cohorts.Get(v.Cohort); c != nil {
					return kit.Cell{Text: c.Code, Style: th.Muted}
				}
				return kit.Cell{}
			}
			st := th.Muted
			if v.Rank <= due.RankLate {
				st = th.Due
			}
			return kit.Cell{Text: t.whenOf(v), Style: st}
		},
	})
}

// whenOf is the day of an item as one says it: today, a day of this year.
func (t *Tab) whenOf(v *due.Item) string {
	e := t.h.Env()
	today := t.h.Today()
	switch {
	case v.When.IsZero():
		return ""
	case v.When == today:
		return e.T("today.today")
	case v.When > today-300 && v.When < today+300:
		return e.Lang.DayMonth(v.When)
	}
	return e.Lang.Date(v.When)
}

// item is what is under the cursor of the list; nil without one.
func (t *Tab) item() *due.Item {
	if i, ok := t.items.Current(); ok && i < len(t.listed) {
		return &t.due[t.listed[i]]
	}
	return nil
}

// aboutItem is all there is to say of it: the sentence, which rule says so,
// and where enter goes.
func (t *Tab) aboutItem(w int) []line {
	v := t.item()
	if v == nil {
		return nil
	}
	e := t.h.Env()
	th := e.Theme
	st, word := th.Due, e.T("today.word.due")
	if v.Hard {
		st, word = th.Clash, "! "+e.T("today.word.wrong")
	}
	head := line{parts: []part{{st, word}}}
	if c := t.h.Desk().Cohorts.Get(v.Cohort); c != nil {
		head.parts = append(head.parts, part{th.Muted, " · " + c.Code})
	}
	if !v.When.IsZero() {
		head.parts = append(head.parts, part{th.Muted, " · " + e.Lang.DayDate(v.When) + t.away(v.When)})
	}
	out := append([]line{head}, wrapped(th.Text, e.Say(v.Text), w)...)
	if r, ok := rules.Find(v.Rule); ok {
		out = append(out, wrapped(th.Muted, e.T("today.rule", "rule", r.Title()), w)...)
	}
	return out
}

// away is how far a day is from today: ", in 3 days", ", 2 days ago".
func (t *Tab) away(day model.Date) string {
	e, n := t.h.Env(), int(day-t.h.Today())
	switch {
	case n == 0:
		return ", " + e.T("today.today")
	case n > 0:
		return ", " + e.T("today.in-days", "n", n)
	}
	return ", " + e.T("today.days-ago", "n", -n)
}

// chooseSieve asks what of the list is to be shown.
func (t *Tab) chooseSieve() tea.Cmd {
	e, d := t.h.Env(), t.h.Desk()
	count := func(v sieve) int {
		n := 0
		for i := range t.due {
			if v.lets(d, &t.due[i]) {
				n++
			}
		}
		return n
	}
	start := 0
	var options []kit.Option[sieve]
	add := func(v sieve, label string) {
		n := count(v)
		if n == 0 && v != (sieve{}) {
			return
		}
		if v == t.sift {
			start = len(options)
		}
		options = append(options, kit.Option[sieve]{Value: v, Label: label, Note: strconv.Itoa(n)})
	}
	add(sieve{}, e.T("today.sift.all"))
	add(sieve{level: onlyWrong}, e.T("today.sift.wrong"))
	add(sieve{level: onlyDue}, e.T("today.sift.due"))
	for _, c := range t.concerned() {
		add(sieve{cohort: c.ID}, c.Code+"  "+c.Title)
	}
	for _, f := range rules.Families {
		add(sieve{family: f}, e.Say(f.Title()))
	}
	kit.Open(t.h.Dialogs(), kit.NewChoose(e, model.Say("today.sift.title"), options, start), func(v sieve) tea.Cmd {
		t.sift, t.focus = v, onDue
		t.items.SetFilter("")
		t.listDue()
		t.arrange()
		return nil
	})
	return nil
}

// concerned is the cohorts that anything on the list is about.
func (t *Tab) concerned() []*model.Cohort {
	d := t.h.Desk()
	seen := map[model.ID]bool{}
	var out []*model.Cohort
	for i := range t.due {
		if c := d.Cohorts.Get(t.due[i].Cohort); c != nil && !seen[c.ID] {
			seen[c.ID] = true
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b *model.Cohort) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Code, b.Code))
	})
	return out
}

// siftName is what the list is narrowed to; "" when it is not.
func (t *Tab) siftName() string {
	e := t.h.Env()
	switch v := t.sift; {
	case v.level == onlyWrong:
		return e.T("today.sift.wrong")
	case v.level == onlyDue:
		return e.T("today.sift.due")
	case !v.cohort.IsZero():
		if c := t.h.Desk().Cohorts.Get(v.cohort); c != nil {
			return c.Code
		}
	case v.family != "":
		return e.Say(v.family.Title())
	}
	return ""
}
