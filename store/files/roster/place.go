package roster

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"muster/model/names"
)

var ordinal = regexp.MustCompile(`\d{1,3}`)

// readPlace reads whether an entry holds a seat: "Titular", "Suplente 2",
// "1er. alterno", "S3", "Lista de espera". known is false when the text says
// something else.
func readPlace(text string) (p Place, rank int, known bool) {
	k := placeText(text)
	if n, err := strconv.Atoi(ordinal.FindString(k)); err == nil {
		rank = n
	}
	words := strings.Fields(k)
	for _, w := range words {
		if n := ordinalWord(w); n > 0 {
			rank = n
		}
	}
	if p := strongPlace(words); p != PlaceUnknown {
		if p == Titular {
			rank = 0
		}
		return p, rank, true
	}
	for _, w := range words {
		switch w {
		case "sup", "alt", "s", "a", "r", "res", "si", "yes", "wi", "oui", "sim":
			return Alternate, rank, true
		case "t", "p", "no", "non", "nao":
			return Titular, 0, true
		}
	}
	return PlaceUnknown, 0, k == ""
}

// placeText is the folded text with letters and numbers apart: "S3" is "s 3".
func placeText(text string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range names.Fold(text) {
		if unicode.IsDigit(r) && unicode.IsLetter(last) || unicode.IsLetter(r) && unicode.IsDigit(last) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

func ordinalWord(w string) int {
	for i, forms := range [...]string{
		"primer primero primera first premier premiere primeiro", "segundo segunda second deuxieme", "tercer tercero tercera third troisieme terceiro",
	} {
		if has(strings.Fields(forms), w) {
			return i + 1
		}
	}
	return 0
}

// strongPlace is what words say that can mean nothing else but a place in the
// list, wherever they stand.
func strongPlace(words []string) Place {
	for i, w := range words {
		switch w {
		case "suplente", "suplentes", "alterno", "alterna", "alternos", "alternas", "alternate", "alternates", "suppleant", "suppleante", "suppleants", "suppleantes",
			"reserva", "reserve", "reserves", "reservas", "substituto", "substitutos", "sustituto", "sustituta", "sustitutos", "backup", "backups", "sipleyan", "ranplasan",
			"remplacant", "remplacante", "remplacants", "emergente", "emergentes", "standby", "waitlist", "waitlisted", "احتياطي", "احتياط":
			return Alternate
		case "stand":
			if i+1 < len(words) && words[i+1] == "by" {
				return Alternate
			}
		case "espera", "attente", "dattente", "waiting", "wait", "datant":
			// "En espera de visa" is no place.
			if listed := has(words, "lista") || has(words, "list") || has(words, "liste") || has(words, "lis"); listed || len(words) == 1 || len(words) == 2 && words[0] == "en" {
				return Alternate
			}
		case "titular", "titulares", "principal", "principales", "primary", "primaries", "titulaire", "titulaires", "propietario", "propietaria", "propietarios",
			"efectivo", "efetivo", "effectif", "holder", "titile", "اساسي":
			return Titular
		}
	}
	return PlaceUnknown
}

// saysPlace reports whether a text says nothing else but a place in the list:
// "(ALTERNO)", "Lista de espera", "Personal suplente:", "Reserva 1".
func saysPlace(text string) (p Place, rank int, ok bool) {
	if len(text) > 60 {
		return PlaceUnknown, 0, false
	}
	words := strings.Fields(placeText(text))
	p = strongPlace(words)
	if p == PlaceUnknown {
		return shortPlace(text)
	}
	for _, w := range words {
		if strongPlace([]string{w}) != PlaceUnknown || ordinalWord(w) > 0 || strings.Trim(w, "0123456789") == "" {
			continue
		}
		switch w {
		case "lista", "list", "liste", "lis", "de", "la", "los", "las", "del", "en", "the", "of", "des", "du", "les", "personal", "personnel", "participantes", "participants", "participante",
			"candidatos", "candidatas", "candidates", "candidats", "candidato", "elementos", "elemento", "oficial", "oficiales", "officers", "espera", "attente", "dattente", "waiting", "wait", "stand", "by",
			"no", "n", "num", "o", "a", "er", "do", "ro", "era", "da", "ra", "st", "nd", "rd", "th", "eme", "orden", "prioridad", "datant", "curso", "y", "e", "s", "nominados", "becarios", "alumnos", "como":
			continue
		}
		return PlaceUnknown, 0, false
	}
	_, rank, _ = readPlace(text)
	return p, rank, true
}

var shortForm = regexp.MustCompile(`^(?i)\W*(alt|sup|supl|res|s|r)\s*[.\-–#°º/ ]*\s*(\d{1,3})?\W*$`)

// shortPlace reads the short forms of alternates: "Alt. 1", "Alt-2", "S3",
// "R2", "(sup.)". A letter needs its number.
func shortPlace(text string) (p Place, rank int, ok bool) {
	m := shortForm.FindStringSubmatch(text)
	if m == nil || len(m[1]) == 1 && m[2] == "" {
		return PlaceUnknown, 0, false
	}
	if n, err := strconv.Atoi(m[2]); err == nil {
		rank = n
	}
	return Alternate, rank, true
}

var marked = regexp.MustCompile(`\s*(?:[(\[{]\s*([^()\[\]{}]{1,40}?)\s*[)\]}]|(?:\s[-–—*]|[-–—*:])\s*([\p{L}. ]{2,30}?\s*\d{0,2}))\s*$`)

// placeBehind takes a mark such as "(suplente)" or "- ALTERNO" off the end of a
// name, or "Suplente:" off its beginning.
func placeBehind(name string) (rest string, p Place, rank int, ok bool) {
	if i := marked.FindStringSubmatchIndex(name); i != nil && i[0] > 0 {
		at := 2
		if i[2] < 0 {
			at = 4
		}
		if p, rank, ok := saysPlace(name[i[at]:i[at+1]]); ok {
			return strings.TrimSpace(name[:i[0]]), p, rank, true
		}
	}
	if lead, rest, cut := strings.Cut(name, ":"); cut && strings.TrimSpace(rest) != "" {
		if p, rank, ok := saysPlace(lead); ok {
			return strings.TrimSpace(rest), p, rank, true
		}
	}
	if strings.HasPrefix(name, "(") {
		if i := strings.IndexByte(name, ')'); i > 0 && i+1 < len(name) {
			if p, rank, ok := saysPlace(name[1:i]); ok {
				return strings.TrimSpace(name[i+1:]), p, rank, true
			}
		}
	}
	return name, PlaceUnknown, 0, false
}

// headedPlace is what a column's own heading says of those marked in it: under
// "Suplente" an X, a "Sí" or a rank is an alternate, under "Titular" an X a
// seat.
func headedPlace(marker string) Place {
	if strings.Contains(marker, " ") && marker != "stand by" && marker != "lista espera" && marker != "lista de espera" && marker != "waiting list" && marker != "wait list" {
		return PlaceUnknown
	}
	return strongPlace(strings.Fields(marker))
}

// underHeading is a mark of such a column in words that readPlace knows.
func underHeading(head Place, text string) string {
	if p := strongPlace(strings.Fields(placeText(text))); p != PlaceUnknown || head == PlaceUnknown {
		return text
	}
	k := names.Fold(text)
	no := has([]string{"no", "n", "non", "nao", "0", "false", "falso", "faux"}, k)
	switch {
	case head == Titular && no, head == Alternate && !no:
		if n := ordinal.FindString(k); n != "" {
			return "suplente " + n
		}
		if head == Alternate && !checkMark(k, text) {
			return text
		}
		return "suplente"
	case head == Titular && (checkMark(k, text) || strings.Trim(k, "0123456789") == ""):
		return "titular"
	case head == Alternate:
		return "titular"
	}
	return text
}

func checkMark(k, text string) bool {
	switch k {
	case "x", "xx", "si", "s", "yes", "y", "oui", "wi", "sim", "v", "true", "verdadero", "vrai", "ok":
		return true
	}
	return k == "" && strings.ContainsAny(text, "✓✔☑✗✘●•*+")
}

// place reads the number in the list and whether the entry holds a seat: from
// its column, from a mark in the number ("Alt. 1"), behind the name, or in a
// cell of its own, and from the section it stands in. What looks like a mark
// and cannot be read makes an alternate, and says so: nobody takes a seat that
// the list may not have given them.
func (m *maker) place(now section) {
	text := m.text(No)
	p, rank, known := m.seatCell()
	if n, err := strconv.Atoi(ordinalOf(text)); err == nil {
		if n > 0 && n < 10000 {
			m.e.No = n
		}
	} else if q, n, ok := saysPlace(text); ok {
		p, rank = orAlternate(p, rank, q, n)
	} else if m.r.numbered && strings.ContainsFunc(text, unicode.IsLetter) && p == PlaceUnknown {
		m.wrong(No, "seat-doubtful")
		p = Alternate
	}
	for _, f := range []Field{FullName, Given, Family, Surnames, Family2, Called} {
		if rest, q, n, ok := placeBehind(m.text(f)); ok {
			m.out.Values[f] = rest
			p, rank = orAlternate(p, rank, q, n)
		}
	}
	if q, n := m.placeBeside(p); q != PlaceUnknown {
		p, rank = orAlternate(p, rank, q, n)
	}
	if !known {
		m.wrong(Seat, "seat-unknown")
		if p == PlaceUnknown {
			p = Alternate
		}
	}
	if p == PlaceUnknown {
		p = now.place
	}
	m.e.Place, m.e.Alternate = p, rank
	if p != Alternate {
		m.e.Alternate = 0
	}
}

// orAlternate lays one reading of a place over another: whoever is called an
// alternate anywhere is one.
func orAlternate(p Place, rank int, q Place, n int) (Place, int) {
	switch {
	case p == Alternate && q == Titular:
		return p, rank
	case p == Alternate && n == 0:
		return p, rank
	}
	return q, n
}

func (m *maker) seatCell() (Place, int, bool) {
	text := m.text(Seat)
	if p, rank, ok := shortPlace(text); ok {
		return p, rank, true
	}
	return readPlace(text)
}

// placeBeside looks through the cells that no column explains, and the notes,
// for a mark.
func (m *maker) placeBeside(p Place) (Place, int) {
	for c, cell := range m.in.Cells {
		f, mapped := m.r.out.Mapping[c]
		if cell.Text == "" || mapped && f != Note && f != Position || len(cell.Text) > 60 {
			continue
		}
		words := strings.Fields(placeText(cell.Text))
		if strongPlace(words) == PlaceUnknown || mapped && words[len(words)-1] == "espera" && !has(words, "lista") {
			continue
		}
		if q, n, ok := saysPlace(cell.Text); ok && (f == Ignored || f == Note || q == Alternate) {
			return q, n
		}
		if p == PlaceUnknown && f != Position && plainlyAlternate(words) {
			m.wrongAt(Seat, c, cell.Text, "seat-doubtful")
			return Alternate, 0
		}
	}
	return PlaceUnknown, 0
}

// plainlyAlternate leaves out the words that also belong to ranks and forces
// ("Policía de Reserva").
func plainlyAlternate(words []string) bool {
	for _, w := range words {
		switch w {
		case "suplente", "suplentes", "alterno", "alternate", "suppleant", "suppleante", "standby", "waiting", "waitlist", "espera", "ranplasan", "remplacant", "emergente":
			return true
		}
	}
	return false
}
