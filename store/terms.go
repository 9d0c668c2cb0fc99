package store

import (
	"slices"
	"strings"

	"muster/model"
	"muster/model/names"
)

// A term is what a record can be found by, beside its id. The index holds its
// keyed hash, in a domain of its own.
type term struct {
	domain string
	text   string
}

// The domains. They are stored (hashed): never rename one.
const (
	byRef      = "ref"      // those that point at a record: kind and id of it
	byCode     = "code"     // a cohort's code
	byPassport = "passport" // number, folded to letters and digits
	byNational = "national" // national number, likewise
	byService  = "service"  // service number, likewise
	byName     = "name"     // all words of the name, folded, in alphabetical order
	byBorn     = "born"     // day of birth
	byPaper    = "paper"    // a certificate's number, in capitals
	byOpen     = "open"     // contacts with a follow-up to come
)

// terms are all terms of the record, sorted, each once.
func terms(r model.Record) []term {
	var ts []term
	for _, l := range links(r) {
		ts = append(ts, refTerm(l.to))
	}
	switch r := r.(type) {
	case *model.Cohort:
		ts = append(ts, term{byCode, r.Code})
	case *model.Person:
		ts = append(ts, personTerms(r)...)
	case *model.Certificate:
		ts = append(ts, paperTerm(r))
	case *model.Contact:
		if r.Open() {
			ts = append(ts, openTerm)
		}
	}
	slices.SortFunc(ts, compareTerms)
	return slices.Compact(ts)
}

func compareTerms(a, b term) int {
	if c := strings.Compare(a.domain, b.domain); c != 0 {
		return c
	}
	return strings.Compare(a.text, b.text)
}

func refTerm(r model.Ref) term { return term{byRef, string(recordKey(r))} }

func paperTerm(v *model.Certificate) term { return term{byPaper, strings.ToUpper(v.No)} }

// openTerm finds every contact with a follow-up to come.
var openTerm = term{domain: byOpen}

// personTerms is what somebody in a roster is known again by.
func personTerms(p *model.Person) []term {
	var ts []term
	add := func(domain, text string) {
		if text != "" {
			ts = append(ts, term{domain, text})
		}
	}
	add(byPassport, number(p.Passport.No))
	add(byNational, number(p.NationalID))
	add(byService, number(p.ServiceNo))
	add(byName, nameText(p))
	add(byBorn, p.Born.String())
	return ts
}

// number is a document's number without what people put between its digits.
func number(s string) string { return strings.ReplaceAll(strings.ToUpper(names.Fold(s)), " ", "") }

func nameText(p *model.Person) string {
	words := names.Tokens(p.FullName())
	if len(words) == 0 {
		words = names.Tokens(p.Native)
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}

// hash is the term's place in the index.
func (s *Store) hash(t term) [16]byte { return s.vault.Lookup(t.domain, t.text) }

// minus gives those of a that are not in b; both are sorted.
func minus(a, b []term) []term {
	var out []term
	for _, t := range a {
		if _, found := slices.BinarySearchFunc(b, t, compareTerms); !found {
			out = append(out, t)
		}
	}
	return out
}
