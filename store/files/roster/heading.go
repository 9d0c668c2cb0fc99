package roster

import (
	"slices"
	"strings"
	"sync"

	"muster/model/names"
)

// A guess is what a heading may mean, and how sure that is.
type guess struct {
	field  Field
	score  int    // 0 none … 100 written as it stands in the table
	marker string // the heading of the table that was found
}

// taken is the field of columns that are recognised and left out.
const taken Field = "-"

type headings struct {
	exact map[string]Field
	bare  map[string]Field  // without little words
	long  map[byte][]string // those of six letters and more, by the first
	most  int               // words of the longest
}

var known = sync.OnceValue(func() *headings {
	h := &headings{exact: map[string]Field{}, bare: map[string]Field{}, long: map[byte][]string{}}
	for _, line := range strings.Split(strings.TrimSpace(headingTable), "\n") {
		field, list, _ := strings.Cut(line, ":")
		for _, alias := range strings.Split(list, ",") {
			k := names.Fold(alias)
			if strings.TrimSpace(alias) == "#" {
				k = "#"
			}
			if k == "" {
				continue
			}
			if _, ok := h.exact[k]; !ok {
				h.exact[k] = Field(field)
				if len(k) >= 6 {
					h.long[k[0]] = append(h.long[k[0]], k)
				}
			}
			b := bareHeading(k)
			if _, ok := h.bare[b]; !ok && b != "" {
				h.bare[b] = Field(field)
			}
			h.most = max(h.most, len(strings.Fields(b)))
		}
	}
	return h
})

// little are the words of a heading that may come and go.
func little(w string) bool {
	switch w {
	case "de", "del", "la", "el", "los", "las", "du", "des", "d", "le", "of", "the", "do", "da", "dos", "en", "al", "su", "your", "votre", "a", "o", "e", "y", "et", "and", "amp", "s", "es", "ak", "ou", "or":
		return true
	}
	return false
}

func bareHeading(k string) string {
	words := strings.Fields(k)
	out := slices.DeleteFunc(slices.Clone(words), little)
	if len(out) == 0 {
		return k
	}
	return strings.Join(out, " ")
}

// guessHeading says what a heading may mean.
func guessHeading(text string) guess {
	if strings.TrimSpace(text) == "#" {
		return guess{No, 100, "#"}
	}
	if len(text) > 160 {
		return guess{}
	}
	h := known()
	k := names.Fold(text)
	if k == "" {
		return guess{}
	}
	if f, ok := h.exact[k]; ok {
		return guess{f, 100, k}
	}
	// What stands in brackets explains: "Fecha de nacimiento (dd/mm/aaaa)".
	plain := names.Fold(unbracketed(text))
	if f, ok := h.exact[plain]; ok && plain != "" {
		return guess{f, 95, plain}
	}
	b := bareHeading(plain)
	if f, ok := h.bare[b]; ok && b != "" {
		return guess{f, 90, b}
	}
	if f, rest := h.numbered(plain); f != Ignored {
		return guess{f, 88, rest}
	}
	if g := h.eachSide(text); g.score > 0 {
		return g
	}
	if g := h.shortened(text, b); g.score > 0 {
		return g
	}
	if g := h.inside(bareHeading(k)); g.score > 0 {
		return g
	}
	return h.slip(plain)
}

// slip finds a heading of some length typed with one letter wrong.
func (h *headings) slip(k string) guess {
	if len(k) < 6 || len(k) > 40 {
		return guess{}
	}
	for _, known := range h.long[k[0]] {
		if d := len(known) - len(k); d >= -1 && d <= 1 && names.Near(known, k) {
			return guess{h.exact[known], 70, known}
		}
	}
	return guess{}
}

// unbracketed is the text without what stands in brackets, unless nothing else
// does.
func unbracketed(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth = max(0, depth-1)
		default:
			if depth == 0 {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// eachSide reads a heading in two languages, "Apellidos / Surnames": the first
// side that is known speaks, unless a later one is more special.
func (h *headings) eachSide(text string) guess {
	sides := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/|()[]–—·:;\\", r) })
	if len(sides) < 2 {
		return guess{}
	}
	best := guess{}
	votes := map[Field]int{}
	for _, side := range sides {
		k := names.Fold(side)
		f, ok := h.exact[k]
		if !ok {
			f, ok = h.bare[bareHeading(k)]
		}
		if !ok || k == "" || len(k) < 3 {
			continue
		}
		votes[f]++
		if best.score == 0 || votes[f] > votes[best.field] || special(f) > special(best.field) && votes[f] == votes[best.field] {
			best = guess{f, 85, k}
		}
	}
	return best
}

// special ranks the name fields, whose headings mean different things in two
// languages: "Nom / Surname", "Nombre / Full name".
func special(f Field) int {
	switch f {
	case Family, Surnames, FullName:
		return 1
	}
	return 0
}

// inside looks for the longest known heading within a longer one.
func (h *headings) inside(k string) guess {
	words := strings.Fields(k)
	if len(words) > 12 {
		return guess{}
	}
	for n := min(h.most, len(words)); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			part := strings.Join(words[i:i+n], " ")
			if f, ok := h.bare[part]; ok && (len(part) > 3 || len(part) == 3 && acronym(f)) && (n > 1 || telling(f, part)) {
				return guess{f, 40 + 35*n/len(words), part}
			}
		}
	}
	return guess{}
}

// acronym reports whether three letters are enough to mean a field: DPI, DUI,
// CPF, DOB.
func acronym(f Field) bool { return f == NationalID || f == ServiceNo || f == Born }

// telling reports whether one word inside a longer heading is enough. Words
// such as "nombre", "fecha" or "estado" mean something else in company.
func telling(f Field, word string) bool {
	switch f {
	case Given, Family, Family2, FullName, Surnames, No, taken, BornDay, BornMonth, BornYear, Country, Region, City, Native, Position:
		switch word {
		case "paterno", "materno", "prenom", "prenoms", "apellidos", "surname", "apellido", "sobrenome", "firstname", "lastname":
			return true
		}
		return false
	}
	switch word {
	case "grupo", "area", "base", "title", "service", "direction", "force", "office", "section", "team", "contact", "contacto", "serie",
		"registro", "birth", "exp", "documento", "identificacion", "title.", "calidad", "plaza", "condicion", "curso", "cursos", "relation",
		"san", "note", "nota", "orden", "cuerpo", "secretaria", "ministerio", "direccion", "personal", "curriculum", "peso", "camisa":
		return false
	}
	return true
}
