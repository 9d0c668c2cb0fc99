// Package names knows how people's names are written in the countries that
// send officers: how to fold a name so that two spellings meet, how to divide
// one column into given names and surnames, how to order a list, and whether
// two names may belong to one person.
//
// It is pure and keeps no names of its own beyond short lists of very common
// given names and surnames, which only help to tell in which order a column
// was typed. What it returns never replaces what was typed: Repair changes
// nothing but names set in capitals throughout.
package names

import "strings"

// A Name is a person's name as it is kept: in Latin script, divided, and as
// written in the person's own script. Parts keep their accents and particles.
type Name struct {
	Given   string `json:"given,omitempty"`   // given names, in the order of use
	Family  string `json:"family,omitempty"`  // the surname a list is ordered by: Spanish the first of two, Brazilian the last
	Family2 string `json:"family2,omitempty"` // second surname, "" where there is none
	Native  string `json:"native,omitempty"`  // the whole name in another script, e.g. Arabic
}

// Full is the name as spoken: "Itzel Ávila Yáñez". It is the native form when
// there is no other.
func (n Name) Full() string {
	if s := join(n.Given, n.Family, n.Family2); s != "" {
		return s
	}
	return n.Native
}

// Filed is the name as in a list ordered by surname: "Ávila Yáñez, Itzel".
func (n Name) Filed() string {
	family := join(n.Family, n.Family2)
	switch {
	case family == "":
		return n.Full()
	case n.Given == "":
		return family
	}
	return family + ", " + n.Given
}

// IsZero reports whether there is no name at all.
func (n Name) IsZero() bool { return n == Name{} }

// join puts the parts that are not empty together with single spaces.
func join(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p)
	}
	return b.String()
}
