package names

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Key is equal for two names that are the same name however they were typed:
// without accents, case, punctuation, particles, and without regard to where
// the first surname ends and the second begins. It is "" when there is no
// name; a name in its own script only has that as its key.
func Key(n Name) string {
	given, family := content(n.Given), content(join(n.Family, n.Family2))
	if len(given) == 0 && len(family) == 0 {
		return Fold(n.Native)
	}
	return strings.Join(family, " ") + "|" + strings.Join(given, " ")
}

// content are the folded words of a part without the particles that come and
// go; a part of nothing but particles keeps them.
func content(s string) []string {
	all := Tokens(s)
	var out []string
	for _, w := range all {
		if !empty(w) {
			out = append(out, w)
		}
	}
	if out == nil {
		return all
	}
	return out
}

// SortKey orders a list as the eye reads it: surnames first, ñ after n,
// accents and case only between names that are otherwise equal. Compare keys
// bytewise.
func SortKey(n Name) string {
	filed := n.Filed()
	var b strings.Builder
	b.Grow(2 * len(filed))
	for _, part := range []string{join(n.Family, n.Family2), n.Given} {
		if n.Family == "" && n.Family2 == "" && n.Given == "" {
			part = n.Native
		}
		b.WriteString(collated(part))
		b.WriteByte(1)
	}
	b.WriteString(filed)
	return b.String()
}

// collated is the folded text with ñ as "n~", which stands after every letter.
func collated(s string) string {
	words := strings.Fields(norm.NFC.String(s))
	for i, w := range words {
		if !strings.ContainsAny(w, "ñÑ") {
			words[i] = Fold(w)
			continue
		}
		parts := strings.Split(strings.ReplaceAll(w, "Ñ", "ñ"), "ñ")
		for j, p := range parts {
			parts[j] = Fold(p)
		}
		words[i] = strings.Join(parts, "n~")
	}
	return strings.Join(words, " ")
}
