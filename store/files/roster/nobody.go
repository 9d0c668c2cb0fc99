package roster

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"muster/model/names"
	"muster/store/files/sheet"
)

var footForm = regexp.MustCompile(`^(pagina|pag|pags|page|paj|p|hoja|folio|feuille|feuillet|lamina|sheet|صفحه) ?(n|no|num|numero)? ?\d{1,4}( (de|of|sur|sou|من))?( ?\d{1,4})?$`)

// pageFoot finds what a printer sets at the foot of a page: "Página 1 de 2",
// "Page 1/2", "Hoja 1".
func pageFoot(said []string) bool {
	if len(said) > 3 {
		return false
	}
	for _, s := range said {
		if footForm.MatchString(placeText(s)) {
			return true
		}
	}
	return footForm.MatchString(placeText(strings.Join(said, " ")))
}

// placeTitle reports whether a line alone says nothing but which seats follow:
// "SUPLENTES", "Lista de espera:".
func placeTitle(s string) bool {
	p, _, ok := saysPlace(s)
	_, _, short := shortPlace(s)
	return ok && !short && p != PlaceUnknown
}

// placeTwice reports whether a title names both kinds: "Titulares y suplentes".
func placeTwice(s string) bool {
	both := map[Place]bool{}
	for _, w := range strings.Fields(placeText(s)) {
		both[strongPlace([]string{w})] = true
	}
	return both[Titular] && both[Alternate]
}

// sectionPlace is what a section title says of the seats beneath it, in
// however many words: "II. PERSONAL EN LISTA DE RESERVA".
func sectionPlace(s string) Place {
	words := strings.Fields(placeText(s))
	if len(words) > 8 || digits(s) > 2 {
		return PlaceUnknown
	}
	if !plainlyAlternate(words) && !seatsNamed(words) && !has(words, "lista") {
		return PlaceUnknown
	}
	if placeTwice(s) {
		return PlaceUnknown
	}
	return strongPlace(words)
}

func seatsNamed(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return w == "titulares" || w == "titulaires" || w == "suplentes" || w == "alternos" || w == "alternates" || w == "suppleants" || w == "reservas" || w == "emergentes"
	})
}

// prose reports whether a text is a sentence rather than a name: it has words
// that no name has.
func prose(s string) bool {
	words := strings.Fields(names.Fold(s))
	if len(words) < 3 {
		return false
	}
	n := 0
	for _, w := range words {
		switch w {
		case "to", "whom", "it", "the", "is", "are", "this", "that", "with", "from", "for", "please", "dear", "following", "have", "has", "been", "we", "you", "our",
			"que", "para", "por", "con", "se", "este", "esta", "estos", "estas", "favor", "adjunto", "adjunta", "anexo", "siguiente", "siguientes", "relacion", "listado", "presente", "su", "sus", "nos",
			"pour", "avec", "nous", "vous", "est", "sont", "dans", "ci", "suivant", "suivante", "suivants", "veuillez", "votre", "notre", "une", "qui",
			"com", "uma", "segue", "abaixo", "conforme", "nou", "ki", "pou":
			n++
		}
	}
	return n >= 2 || n == 1 && (len(words) >= 6 || strings.ContainsAny(s, ":;?!") || strings.HasSuffix(s, "."))
}

// oddName is the id of what keeps a text from being a name: digits or signs no
// name has, a sentence, the heading of a column; "" when nothing does.
func oddName(n names.Name) string {
	full := strings.Join([]string{n.Given, n.Family, n.Family2}, " ")
	for _, r := range full {
		if unicode.IsNumber(r) || strings.ContainsRune("/\\;|<>{}[]=@#%&_~^*+?!:\"¿¡$€", r) {
			return "name-odd"
		}
	}
	switch {
	case prose(full):
		return "name-sentence"
	case headingName(n):
		return "name-heading"
	}
	return ""
}

// headingName reports whether a name is made of nothing but headings, as where
// a header was not taken for one. A surname alone may be a word too (Plaza,
// Base): it takes both parts.
func headingName(n names.Name) bool {
	known := known()
	is := func(s string) bool {
		_, ok := known.exact[names.Fold(s)]
		return ok && s != ""
	}
	family := join(n.Family, n.Family2)
	switch {
	case n.Given != "" && family != "":
		return is(n.Given) && is(family) || is(join(n.Given, family))
	case n.Given != "":
		return nameHeading(n.Given)
	}
	return nameHeading(family)
}

// nameHeading reports whether a text is the heading of a column of names.
func nameHeading(s string) bool {
	switch f := known().exact[names.Fold(s)]; f {
	case FullName, Given, Family, Family2, Surnames, Passport, NationalID, Born:
		return true
	}
	return false
}

// strayColumns are the columns without heading, right of the last one, that
// only a few rows fill: where a row was typed or parted wrong, its rest lies
// there. A column that most rows fill is a column without heading.
func (r *reader) strayColumns(data []sheet.Row) map[int]bool {
	if r.l.rows == 0 {
		return nil
	}
	last := -1
	for c := range r.l.heads {
		last = max(last, c)
	}
	for c := range r.out.Mapping {
		last = max(last, c)
	}
	filled := map[int]int{}
	rows := 0
	for _, row := range data {
		if r.filled(row) > 0 {
			rows++
		}
		for c := last + 1; c < len(row.Cells); c++ {
			if row.Cells[c].Text != "" {
				filled[c]++
			}
		}
	}
	stray := map[int]bool{}
	for c, n := range filled {
		stray[c] = n*2 <= rows
	}
	return stray
}

// extra points out the cells of a row that lie beyond the last column.
func (m *maker) extra() {
	for c, cell := range m.in.Cells {
		if cell.Text == "" || !m.r.strays[c] {
			continue
		}
		if _, _, ok := saysPlace(cell.Text); ok {
			continue // was read as one
		}
		m.wrongAt(Ignored, c, cell.Text, "extra-cells")
		return
	}
}
