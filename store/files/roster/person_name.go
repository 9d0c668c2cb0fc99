package roster

import (
	"slices"
	"strconv"
	"strings"

	"muster/model/names"
)

// name puts the name together from whichever columns there are: parts of their
// own before the whole name in one column.
func (m *maker) name() {
	hint := names.Hint{Country: m.e.Country, Order: m.r.out.NameOrder}
	if hint.Country == "" {
		hint.Country = m.r.custom
	}
	nick := m.nickname()
	given, family, family2 := m.text(Given), m.text(Family), m.text(Family2)
	if both := m.text(Surnames); both != "" {
		n := splitSurnames(both, hint)
		family, family2 = n.Family, join(n.Family2, family2)
	} else if family != "" && family2 == "" && m.r.column(Family2) < 0 && m.r.column(Given) >= 0 {
		// One column of surnames, however it is headed.
		n := splitSurnames(family, hint)
		family, family2 = n.Family, n.Family2
	}
	n := names.Name{Given: withoutSurnames(given, family, family2), Family: family, Family2: family2}
	if n.IsZero() && m.text(FullName) != "" {
		n = m.split(m.text(FullName), hint)
	}
	if n.Native == "" {
		n.Native = m.text(Native)
	}
	n = tidied(placeScripts(n))
	m.e.Name = n
	m.e.Called = names.Repair(first(m.text(Called), nick))
	odd := oddName(n)
	switch {
	case n.Given == "" && n.Family == "" && n.Native == "":
		m.wrong(m.nameField(), "name-missing")
		m.block()
	case n.Given == "" && n.Family == "":
		m.wrong(Native, "name-latin-missing")
		m.block()
	case odd != "":
		f := m.nameField()
		c, ok := m.cell[f]
		if !ok {
			c = -1
		}
		m.wrongAt(f, c, join(n.Given, n.Family, n.Family2), odd)
		m.block()
	case (n.Given == "") != (n.Family == "") && m.r.column(FullName) < 0:
		m.wrong(m.nameField(), "name-part")
	}
}

// withoutSurnames is the given names of a column that repeats the surnames.
func withoutSurnames(given, family, family2 string) string {
	words, tail := strings.Fields(given), names.Tokens(join(family, family2))
	n := len(words) - len(tail)
	if len(tail) == 0 || n < 1 || !slices.Equal(names.Tokens(strings.Join(words[n:], " ")), tail) {
		return given
	}
	return strings.Join(words[:n], " ")
}

// tidied takes marks of footnotes off a name and mends its case.
func tidied(n names.Name) names.Name {
	for _, part := range []*string{&n.Given, &n.Family, &n.Family2, &n.Native} {
		s := strings.Trim(*part, " *†‡•·,;:_\"¹²³⁴⁵")
		if s != "" && s == strings.ToLower(s) && s != strings.ToUpper(s) {
			s = strings.ToUpper(s) // typed without any capital
		}
		*part = names.Repair(s)
	}
	return n
}

// nameField is the field the name should have been in.
func (m *maker) nameField() Field {
	for _, f := range []Field{FullName, Family, Surnames, Given} {
		if m.r.column(f) >= 0 {
			return f
		}
	}
	return FullName
}

// split divides a whole name; a title before it ("Cmdte.") is a rank where
// there is no other.
func (m *maker) split(full string, hint names.Hint) names.Name {
	if number, rest, ok := numbered(full); ok {
		full = rest
		if m.e.No == 0 {
			m.e.No = number
		}
	}
	title, rest := cutTitle(full)
	if title != "" && m.text(Rank) == "" && m.r.column(Rank) < 0 {
		m.out.Values[Rank] = title
	}
	n, sure := names.Split(rest, hint)
	if sure == names.Guess && strings.Contains(strings.TrimSpace(rest), " ") {
		m.wrong(FullName, "name-guessed", "given", n.Given, "family", join(n.Family, n.Family2))
	}
	if n.Family == "" && n.Given != "" && n.Native == "" {
		m.wrong(FullName, "name-single")
	}
	return n
}

// numbered parts "12. Itzel Ávila" and "3) Hugo Nava" into number and name.
func numbered(full string) (number int, rest string, ok bool) {
	i := 0
	for i < len(full) && i < 4 && full[i] >= '0' && full[i] <= '9' {
		i++
	}
	rest = strings.TrimLeft(full[i:], " .-)–º°")
	if i == 0 || rest == "" {
		return 0, full, false
	}
	number, err := strconv.Atoi(full[:i])
	return number, rest, err == nil
}

// splitSurnames divides two surnames in one column.
func splitSurnames(s string, hint names.Hint) names.Name {
	n, _ := names.Split(s+", X", hint)
	return names.Name{Family: n.Family, Family2: n.Family2}
}

// placeScripts moves Arabic that was typed into a Latin column to its place.
func placeScripts(n names.Name) names.Name {
	for _, part := range []*string{&n.Given, &n.Family, &n.Family2} {
		latin, native := names.Scripts(*part)
		if native == "" {
			continue
		}
		*part = latin
		if !strings.Contains(n.Native, native) {
			n.Native = join(n.Native, native)
		}
	}
	return n
}

func join(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " ")
}

// twice finds people who stand in the list twice: the same name and birth
// date, passport or national number. The later one is left out. A number that
// two different people share is pointed out on the later one.
func (r *reader) twice() {
	byName := map[string]int{}
	byPassport, byID := map[string]int{}, map[string]int{}
	for i := range r.out.Rows {
		row := &r.out.Rows[i]
		if !row.OK() {
			continue
		}
		m := &maker{r: r, out: *row, cell: map[Field]int{}}
		r.same(m, byName, byPassport, byID)
		row.Problems = m.out.Problems
		if !row.OK() {
			continue
		}
		note(byName, nameKey(row.Entry), i)
		note(byPassport, idKey(row.Entry.Passport), i)
		note(byID, idKey(row.Entry.NationalID), i)
	}
}

func (r *reader) same(m *maker, byName, byPassport, byID map[string]int) {
	e := m.out.Entry
	other := func(i int) Row { return r.out.Rows[i] }
	if i, ok := byName[nameKey(e)]; ok && !contradicts(e, other(i).Entry) {
		m.wrong(m.nameField(), "twice", "row", other(i).Number)
		m.block()
		return
	}
	for _, by := range []struct {
		f    Field
		seen map[string]int
		key  string
	}{{Passport, byPassport, idKey(e.Passport)}, {NationalID, byID, idKey(e.NationalID)}} {
		i, ok := by.seen[by.key]
		if !ok {
			continue
		}
		if names.Compare(e.Name, other(i).Entry.Name) == names.Same {
			m.wrong(by.f, "twice", "row", other(i).Number)
			m.block()
			return
		}
		m.wrong(by.f, "shared", "row", other(i).Number)
	}
}

// contradicts reports whether two entries of one name are two people: their
// birth dates or papers differ.
func contradicts(a, b Entry) bool {
	differ := func(x, y string) bool { return x != "" && y != "" && idKey(x) != idKey(y) }
	return !a.Born.IsZero() && !b.Born.IsZero() && a.Born != b.Born ||
		differ(a.Passport, b.Passport) || differ(a.NationalID, b.NationalID) || differ(a.ServiceNo, b.ServiceNo)
}

// nameKey is "" for a name too short to tell people apart.
func nameKey(e Entry) string {
	if e.Name.Given == "" || e.Name.Family == "" {
		return ""
	}
	return names.Key(e.Name)
}

func idKey(s string) string { return strings.ReplaceAll(names.Fold(s), " ", "") }

func note(seen map[string]int, key string, i int) {
	if key == "" {
		return
	}
	if _, ok := seen[key]; !ok {
		seen[key] = i
	}
}
