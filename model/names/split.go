package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Order says how the words of a full name follow one another.
type Order uint8

// The orders of a full name.
const (
	AnyOrder    Order = iota // not known: found from the name itself
	GivenFirst               // "Itzel Ávila Yáñez"
	FamilyFirst              // "Ávila Yáñez Itzel"
)

// A Hint is what is known about a name before it is divided.
type Hint struct {
	Country string // ISO 3166-1 alpha-2, "" when unknown: whose custom of surnames holds
	Order   Order
}

// A Certainty says how far a division may be trusted.
type Certainty uint8

// From no idea to no doubt.
const (
	Guess   Certainty = iota // by custom alone: show it to the user
	Likely                   // the words themselves agree with it
	Certain                  // written so that it cannot be read otherwise
)

// Split divides a full name. It looks, in this order, at script ("Ahmed أحمد"),
// at a comma ("Ávila Yáñez, Itzel") or slash, at capitals ("Wilner JEAN-BAPTISTE"), and
// then at the custom of the country: two surnames in Spanish, the last one in
// Portuguese, English, French and Arabic names. Text is taken as typed.
func Split(full string, h Hint) (Name, Certainty) {
	latin, native := Scripts(full)
	if latin == "" {
		return Name{Native: native}, Certain
	}
	n, c := splitLatin(latin, h)
	n.Native = native
	return n, c
}

func splitLatin(full string, h Hint) (Name, Certainty) {
	if family, given, ok := strings.Cut(full, ","); ok {
		return splitComma(family, given, h)
	}
	// Airlines and passports write "PEREZ SOTO/JUAN CARLOS".
	if family, given, ok := strings.Cut(full, "/"); ok && !strings.Contains(given, "/") && strings.TrimSpace(family) != "" && strings.TrimSpace(given) != "" {
		return splitComma(family, given, h)
	}
	words := strings.Fields(full)
	if family, given, ok := capitals(words); ok {
		n := surnamed(units(family), h)
		n.Given = strings.Join(given, " ")
		return n, Certain
	}
	us := apart(units(words))
	switch len(us) {
	case 0:
		return Name{}, Guess
	case 1:
		return Name{Given: us[0].text()}, Guess
	}
	order, sure := h.Order, true
	if order == AnyOrder {
		order, sure = orderOf(us, h)
	}
	k := surnamesOf(us, h)
	var n Name
	if order == FamilyFirst {
		n = surnamed(us[:k], h)
		n.Given = text(us[k:])
	} else {
		n = surnamed(us[len(us)-k:], h)
		n.Given = text(us[:len(us)-k])
	}
	return n, sureness(us, k, order, sure, h)
}

// apart parts a whole name that looks like one unit: nobody is called by a
// surname alone, and "Ben Alvarado" is two words.
func apart(us []unit) []unit {
	if len(us) == 1 && len(us[0].words) == 2 && !suffixed(us[0].folds[1]) {
		u := us[0]
		return []unit{{u.words[:1:1], u.folds[:1:1]}, {u.words[1:], u.folds[1:]}}
	}
	return us
}

// splitComma reads "Family, Given"; "Smith, Jr., John" and "Family, Family2,
// Given" occur too.
func splitComma(family, given string, h Hint) (Name, Certainty) {
	sure := Certain
	for {
		more, rest, ok := strings.Cut(given, ",")
		if !ok {
			break
		}
		if suffixed(Fold(rest)) { // "Smith, John, Jr."
			family, given = family+" "+strings.TrimSpace(rest), more
			break
		}
		if !suffixed(Fold(more)) {
			sure = Guess
		}
		family, given = family+" "+strings.TrimSpace(more), rest
	}
	n := surnamed(units(strings.Fields(family)), h)
	n.Given = strings.Join(strings.Fields(given), " ")
	if n.Given == "" { // "Ávila Yáñez," with nothing after it
		return splitLatin(family, h)
	}
	return n, sure
}

// surnamed puts surnames in their places: where two are the custom the last
// unit is the second one, elsewhere all of them are one family name.
func surnamed(us []unit, h Hint) Name {
	if len(us) >= 2 && two(h.Country, us) {
		return Name{Family: text(us[:len(us)-1]), Family2: us[len(us)-1].text()}
	}
	return Name{Family: text(us)}
}

func text(us []unit) string {
	parts := make([]string, len(us))
	for i, u := range us {
		parts[i] = u.text()
	}
	return strings.Join(parts, " ")
}

// two reports whether people of the country bear two surnames in the Spanish
// order. An unknown country is judged by the words.
func two(country string, us []unit) bool {
	switch country {
	case "MX", "HN", "GT", "CO", "SV", "NI", "CR", "PA", "CU", "DO", "VE", "EC", "PE", "BO", "PY", "UY", "CL", "ES", "PR", "GQ":
		return true
	case "":
		known := 0
		for _, u := range us {
			if lean(u) < 0 {
				known++
			}
		}
		return known > 0
	}
	return false
}

// surnamesOf is how many of the units are surnames by the country's custom.
func surnamesOf(us []unit, h Hint) int {
	switch {
	case len(us) == 2 || !two(h.Country, us):
		return 1
	case len(us) == 3 && (pair(us[0], us[1], us[2]) && h.Order != FamilyFirst || pair(us[2], us[1], us[0]) && h.Order != GivenFirst):
		return 1 // two given names and one surname
	}
	return 2
}

// pair reports whether the first two of three units are given names and the
// third a surname, by what is known of the words.
func pair(a, b, c unit) bool { return lean(a) >= 0 && lean(b) > 0 && lean(c) <= 0 }

// orderOf tells from the words in which order a name stands; false when they
// do not say. An Arabic name is a chain of given names, its bearer's first, so
// there only a surname at the front speaks against that order.
func orderOf(us []unit, h Hint) (Order, bool) {
	k := surnamesOf(us, h)
	if arabic(h.Country) && (lean(us[0]) >= 0 || lean(us[len(us)-1]) <= 0) {
		return GivenFirst, true
	}
	given, family := 0, 0
	for i, u := range us {
		l := lean(u)
		if i < len(us)-k {
			given += l
		} else {
			given -= l
		}
		if i < k {
			family -= l
		} else {
			family += l
		}
	}
	switch {
	case family > given:
		return FamilyFirst, true
	case given > family:
		return GivenFirst, true
	}
	return GivenFirst, false
}

func arabic(country string) bool {
	switch country {
	case "EG", "MA", "DZ", "TN", "LY", "SD", "SA", "AE", "QA", "KW", "BH", "OM", "YE", "IQ", "JO", "LB", "SY", "PS", "MR":
		return true
	}
	return false
}

// sureness weighs the words against the division. Where the custom is one
// surname, those before it are the father's, and no sign of a mistake.
func sureness(us []unit, k int, order Order, sure bool, h Hint) Certainty {
	against, agree := false, false
	for i, u := range us {
		family := i >= len(us)-k
		if order == FamilyFirst {
			family = i < k
		}
		switch l := lean(u); {
		case l < 0 && family, l > 0 && !family:
			agree = true
		case l < 0 && i > 0 && !two(h.Country, us), arabic(h.Country):
		case l != 0:
			against = true
		}
	}
	known := agree || arabic(h.Country) || len(us) == 2 || h.Order != AnyOrder && len(us) <= 4
	if against || !sure || len(us) > 5 || !known {
		return Guess
	}
	return Likely
}

// OrderOf finds the order in which a whole column of names was typed: the one
// most of them speak for, or AnyOrder when they do not agree.
func OrderOf(fulls []string, country string) Order {
	votes := map[Order]int{}
	for _, full := range fulls {
		latin, _ := Scripts(full)
		words := strings.Fields(latin)
		if strings.Contains(latin, ",") || len(words) < 2 {
			continue
		}
		if _, _, ok := capitals(words); ok {
			continue
		}
		us := apart(units(words))
		if len(us) < 2 {
			continue
		}
		if o, sure := orderOf(us, Hint{Country: country}); sure {
			votes[o]++
		}
	}
	g, f := votes[GivenFirst], votes[FamilyFirst]
	switch {
	case g > 3*f:
		return GivenFirst
	case f > 3*g:
		return FamilyFirst
	}
	return AnyOrder
}

// capitals finds the family name written in capitals beside given names that
// are not: at the beginning or at the end, with its particles.
func capitals(words []string) (family, given []string, ok bool) {
	n := len(words)
	upper := make([]bool, n)
	count, mixed := 0, 0
	for i, w := range words {
		switch {
		case isUpper(w):
			upper[i] = true
			count++
		case !joins(Fold(w)):
			mixed++
		}
	}
	if count == 0 || mixed == 0 {
		return nil, nil, false
	}
	first, last := 0, n
	if upper[0] || joins(Fold(words[0])) && n > 1 && upper[1] {
		for last = 0; last < n && (upper[last] || joins(Fold(words[last])) && last+1 < n && upper[last+1]); last++ {
		}
		given = words[last:]
	} else {
		for first = n; first > 0 && (upper[first-1] || first < n && joins(Fold(words[first-1]))); first-- {
		}
		given = words[:first]
	}
	family = words[first:last]
	inFamily := 0
	for _, up := range upper[first:last] {
		if up {
			inFamily++
		}
	}
	if inFamily != count || len(given) == 0 || len(family) == 0 {
		return nil, nil, false
	}
	return family, given, true
}

// isUpper reports whether a word of two letters or more is all capitals, and
// no initial and no particle as "DE" alone would be.
func isUpper(w string) bool {
	letters := 0
	for _, r := range w {
		if unicode.IsLetter(r) {
			if !unicode.IsUpper(r) {
				return false
			}
			letters++
		}
	}
	return letters >= 2 && !strings.HasSuffix(w, ".") || letters >= 3
}

// Scripts parts a text into what is written in Latin letters and what is in
// another script; brackets, bars and dashes between the two are dropped.
func Scripts(s string) (latin, native string) {
	other := false
	for _, r := range s {
		if foreign(r) {
			other = true
			break
		}
	}
	if !other {
		return strings.Join(strings.Fields(s), " "), ""
	}
	var l, n []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()[]/|;،", r) }) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }))
		switch {
		case foreign(r):
			n = append(n, w)
		case r != utf8.RuneError:
			l = append(l, w)
		}
	}
	return strings.Join(l, " "), strings.Join(n, " ")
}

// foreign reports whether a letter belongs to another script than the Latin.
func foreign(r rune) bool {
	return r > 0x02FF && unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) && !unicode.Is(unicode.Lm, r)
}
