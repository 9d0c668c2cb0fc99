package roster

import (
	"regexp"
	"strings"
	"unicode"

	"muster/model/names"
	"muster/store/files/sheet"
)

// identity is the text of a cell that holds a number people are known by, in
// ASCII digits: "1234.0" loses its decimals, leading zeros stay. lost is true when the
// spreadsheet dropped digits ("8.11E+12", or a number of more than 15).
func identity(c sheet.Cell) (s string, lost bool) {
	s = names.Digits(c.Text)
	if whole, rest, ok := strings.Cut(s, "."); ok && rest != "" && strings.Trim(rest, "0") == "" && whole != "" && strings.Trim(whole, "0123456789") == "" {
		s = whole
	}
	switch {
	case c.Kind == sheet.Number && (c.Number >= 1e15 || c.Number <= -1e15):
		return s, true
	case exponent.MatchString(s):
		return s, true
	}
	return s, false
}

var exponent = regexp.MustCompile(`^\d([.,]\d+)?[eE]\+?\d{1,3}$`)

// A sexScheme says what M means in a column.
type sexScheme uint8

const (
	sexUnsure   sexScheme = iota // only M, or nothing
	sexSpanish                   // H hombre, M mujer
	sexEnglish                   // M, F
	sexByLetter                  // words, or letters that mean one thing
)

// schemeOf tells from a column what its letters mean.
func schemeOf(values []string) sexScheme {
	h, m, f := 0, 0, 0
	for _, v := range values {
		switch names.Fold(v) {
		case "h", "hombre":
			h++
		case "m":
			m++
		case "f", "fem", "femenino", "femme", "female", "feminino":
			f++
		}
	}
	switch {
	case m == 0:
		return sexByLetter
	case h > 0 && f == 0:
		return sexSpanish
	case f > 0 && h == 0:
		return sexEnglish
	}
	return sexUnsure
}

// readSex reads a word or letter; known is false when it is neither.
func readSex(text string, s sexScheme) (sex string, known bool) {
	switch k := names.Fold(text); k {
	case "":
		return "", true
	case "f", "fem", "femenino", "femenina", "femme", "feminin", "feminine", "female", "feminino", "feminina", "mujer", "mulher", "woman", "w", "fi", "fanm", "dama", "انثي", "2":
		if k == "2" {
			return "", false
		}
		return "F", true
	case "h", "hombre", "homme", "homem", "masc", "masculino", "masculin", "male", "man", "varon", "v", "gason", "caballero", "ذكر":
		return "M", true
	case "m":
		if s == sexSpanish {
			return "F", true
		}
		return "M", true
	case "x", "no binario", "otro", "autre", "other", "non binary", "outro":
		return "X", true
	}
	return "", false
}

// readBlood reads a blood group and its rhesus factor: "O+", "O Rh positivo",
// "0 (+)", "AB neg.".
func readBlood(text string) (string, bool) {
	if digits(strings.ReplaceAll(text, "0", "")) > 0 || len(text) > 40 {
		return "", false
	}
	k := strings.ToUpper(strings.NewReplacer("−", "-", "–", "-", "—", "-", "＋", "+").Replace(text))
	group, sign := "", ""
	for _, w := range strings.FieldsFunc(k, func(r rune) bool { return !unicode.IsLetter(r) && r != '+' && r != '-' && r != '0' }) {
		for _, w := range separated(w) {
			switch f := names.Fold(w); {
			case w == "+":
				sign = "+"
			case w == "-":
				if sign == "" {
					sign = "-"
				}
			case f == "a" || f == "b" || f == "ab" || f == "o" || f == "0":
				if group == "" {
					group = strings.ToUpper(strings.Replace(f, "0", "o", 1))
				}
			case f == "rh" || f == "factor" || f == "tipo" || f == "grupo" || f == "type" || f == "groupe" || f == "sanguineo" || f == "group":
			case f == "ve" && sign != "": // "O+ve"
			case strings.HasPrefix(f, "pos") || f == "p":
				sign = "+"
			case strings.HasPrefix(f, "neg") || f == "n":
				sign = "-"
			case strings.HasPrefix(f, "orh") || strings.HasPrefix(f, "arh") || strings.HasPrefix(f, "brh"):
				group = strings.ToUpper(f[:1])
			case f == "abrh":
				group = "AB"
			default:
				return "", false
			}
		}
	}
	if group == "" || sign == "" {
		return "", false
	}
	return group + sign, true
}

// separated parts signs from letters: "ORH+" → "ORH", "+".
func separated(w string) []string {
	var out []string
	start := 0
	for i, r := range w {
		if r == '+' || r == '-' {
			if i > start {
				out = append(out, w[start:i])
			}
			out = append(out, string(r))
			start = i + 1
		}
	}
	if start < len(w) {
		out = append(out, w[start:])
	}
	return out
}

// languageNamed is the ISO 639-1 code of a language's name in the languages of
// the rosters; languages without one have their code of three letters.
func languageNamed(w string) string {
	switch w {
	case "es", "esp", "espanol", "espanola", "castellano", "spanish", "espagnol", "espanhol", "spa", "panyol":
		return "es"
	case "en", "ing", "ingles", "english", "anglais", "eng", "angle":
		return "en"
	case "fr", "fra", "frances", "french", "francais", "franse":
		return "fr"
	case "ht", "creole", "kreyol", "criollo", "creol", "creyol", "crioulo":
		return "ht"
	case "pt", "por", "portugues", "portuguese", "portugais":
		return "pt"
	case "ar", "arabe", "arabic", "arabo", "العربيه", "عربي":
		return "ar"
	case "de", "aleman", "german", "allemand", "alemao":
		return "de"
	case "it", "italiano", "italian", "italien":
		return "it"
	case "ru", "ruso", "russian", "russe", "russo":
		return "ru"
	case "zh", "chino", "chinese", "chinois", "mandarin":
		return "zh"
	case "he", "hebreo", "hebrew", "hebreu":
		return "he"
	case "qu", "quechua":
		return "qu"
	case "nahuatl":
		return "nah"
	case "maya", "yucateco":
		return "yua"
	case "kiche", "quiche":
		return "quc"
	case "kaqchikel", "cakchiquel":
		return "cak"
	case "qeqchi", "kekchi":
		return "kek"
	case "mam":
		return "mam"
	case "garifuna":
		return "cab"
	case "miskito":
		return "miq"
	case "yaqui":
		return "yaq"
	case "tarahumara", "raramuri":
		return "tar"
	}
	return ""
}

// readLanguages reads "Español, inglés (básico) y francés"; unknown are the
// words it could not place.
func readLanguages(text string) (codes, unknown []string) {
	for _, w := range strings.Fields(names.Fold(unbracketed(text))) {
		code := languageNamed(w)
		switch {
		case code != "":
			if !has(codes, code) {
				codes = append(codes, code)
			}
		case level(w) || strings.Trim(w, "0123456789") == "":
		default:
			unknown = append(unknown, w)
		}
	}
	return codes, unknown
}

func has(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

// level are the words about how well a language is spoken, and small words.
func level(w string) bool {
	switch w {
	case "y", "e", "and", "et", "o", "basico", "intermedio", "avanzado", "nativo", "nativa", "materno", "fluido", "poco", "basic", "intermediate",
		"advanced", "native", "fluent", "good", "fair", "bon", "courant", "moyen", "notions", "intermediaire", "avance", "langue", "maternelle",
		"nivel", "level", "niveau", "bueno", "regular", "bilingue", "bilingual", "haitiano", "haitien", "haitian", "ayisyen", "egipcio", "egyptian",
		"a1", "a2", "b1", "b2", "c1", "c2", "medio", "fluente", "nativ", "solo", "only", "seulement", "un", "a", "little", "peu", "muy", "ak", "ou", "si", "no", "ninguno", "ninguna", "none", "na", "n":
		return true
	}
	return false
}

var emailForm = regexp.MustCompile(`[^\s<>;,:()"@]+@[^\s<>;,:()"@]+\.[^\s<>;,:()"@]+`)

// readEmail takes the first address out of what was typed.
func readEmail(text string) (string, bool) {
	found := emailForm.FindString(text)
	return strings.TrimRight(found, "."), found != ""
}

// nothing are the words that stand for an empty cell.
func nothing(text string) bool {
	if len(text) > 24 {
		return false
	}
	switch names.Fold(text) {
	case "":
		return strings.Trim(text, "-–—./ _*") == ""
	case "n a", "na", "no aplica", "s d", "sd", "sin dato", "sin datos", "nd", "n d", "no tiene", "pendiente", "no disponible", "tbd", "tba", "por definir",
		"null", "nil", "sin informacion", "en tramite", "non disponible", "neant", "s n", "s i", "no cuenta", "pending", "vacante", "por designar", "por asignar", "vacant", "a designer", "a definir", "por confirmar", "xxx", "xxxx":
		return true
	}
	return false
}

// none are the words that for allergies and the like say "none".
func none(text string) bool {
	if len(text) > 24 {
		return false
	}
	switch names.Fold(text) {
	case "no", "ninguna", "ninguno", "ninguna conocida", "niega", "negadas", "none", "none known", "nka", "nkda", "aucune", "aucun", "nenhuma", "nenhum", "non", "okenn", "nao", "sin alergias", "no alergias":
		return true
	}
	return nothing(text)
}

var (
	curpForm  = regexp.MustCompile(`^[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{2}[A-Z]{3}[A-Z0-9]\d$`)
	phoneForm = regexp.MustCompile(`(?:\+|\(|\d)[\d\s().+/-]{5,}\d`)
)

// readContact parts "María Peña (esposa) 662 123 4567" into its pieces.
func readContact(text string) (name, phone, relation string) {
	phone = strings.TrimSpace(phoneForm.FindString(names.Digits(text)))
	name = text
	if phone != "" {
		if i := strings.Index(names.Digits(text), phone); i >= 0 && len(names.Digits(text)) == len(text) {
			name = text[:i] + " " + text[i+len(phone):]
		}
	}
	if i, j := strings.IndexByte(name, '('), strings.IndexByte(name, ')'); i >= 0 && j > i {
		relation = strings.TrimSpace(name[i+1 : j])
		name = name[:i] + " " + name[j+1:]
	}
	words := strings.Fields(name)
	for len(words) > 0 {
		switch names.Fold(words[len(words)-1]) {
		case "tel", "cel", "telefono", "celular", "", "al", "phone", "no", "telephone", "y":
			words = words[:len(words)-1]
			continue
		}
		break
	}
	return strings.Trim(strings.Join(words, " "), " ,;:-–/"), phone, relation
}
