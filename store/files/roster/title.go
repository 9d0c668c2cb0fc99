package roster

import (
	"strings"

	"muster/model/names"
)

// cutTitle takes titles from the front of a name: "Cmdte. Juan Ruiz",
// "OFL. SEGUNDO MARTA PEÑA" keeps "SEGUNDO", since that is a name too.
func cutTitle(full string) (title, rest string) {
	words := strings.Fields(full)
	n := 0
	for n < len(words)-1 && (titled(words[n]) || n > 0 && graded(words[n])) {
		n++
	}
	return strings.Join(words[:n], " "), strings.Join(words[n:], " ")
}

// graded reports whether a word belongs to the title before it: "3/o.", "2do.",
// "1er", "(R)", "Mayor", "Primero". "Segundo" is a name too and does not.
func graded(w string) bool {
	if digits(w) > 0 && digits(w) <= 2 && len(w) <= 6 || strings.HasPrefix(w, "(") && strings.HasSuffix(w, ")") && len(w) <= 6 {
		return true
	}
	switch names.Fold(w) {
	case "primero", "primera", "tercero", "tercera", "primer", "tercer", "mayor", "ayte", "ayudante", "jefe", "principal", "general", "tecnico", "pm", "i", "ii", "iii", "iv", "de", "1o", "2o", "3o":
		return names.Fold(w) != "de"
	}
	return false
}

// titled reports whether a word before a name is a title: one of the short
// forms, which are no names; a few only with their full stop.
func titled(w string) bool {
	dotted := strings.HasSuffix(w, ".")
	switch names.Fold(w) {
	case "sr", "sra", "srta", "lic", "ing", "dr", "dra", "mtro", "mtra", "cmdte", "cmte", "comdte", "sgto", "sgt", "sto", "tte", "cap", "cptan", "capt", "cnel",
		"gral", "of", "ofl", "ofc", "insp", "subinsp", "pol", "agte", "agt", "cbo", "cb", "subof", "supt", "supte", "isp", "tcnel", "myr", "sold", "mr", "mrs", "ms", "mme", "mlle", "cmdt", "lt", "cpl", "sgos", "cdte", "com", "det", "subcmte", "subtte", "sbte", "alf", "cad", "brig", "sof", "pfto", "sub", "dte", "dir", "subdir", "com insp", "enspk", "aj", "prof", "profa", "psic", "abg", "arq", "c", "pt", "si", "it", "ij", "sc", "cm", "sm", "tc", "cr", "my", "ct", "st", "sl":
		return dotted
	case "agente", "cabo", "comandante", "sargento", "teniente", "capitan", "coronel", "subinspector", "subinspectora", "inspector", "inspectora", "comisario", "comisaria", "subcomisario", "suboficial", "policia", "patrullero", "patrullera", "intendente", "subintendente",
		"oficial", "suboficiales", "subteniente", "subcomandante", "general", "mayor", "almirante", "brigadier", "alferez", "detective", "agent", "enspekte", "ajan", "komise",
		"officer", "sergeant", "lieutenant", "captain", "colonel", "commissaire", "inspecteur", "sargent", "tenente", "capitao", "soldado", "monsieur", "madame", "senor", "senora":
		return true
	}
	return false
}

// quotes are the marks people set a nickname between.
var quotes = [...][2]string{{"\"", "\""}, {"“", "”"}, {"«", "»"}, {"„", "“"}, {"‘", "’"}, {"(a) \"", "\""}}

// nickname takes what stands in quotes out of the columns of the name: Pérez
// "Pepe" Ruiz is called Pepe.
func (m *maker) nickname() string {
	nick := ""
	for _, f := range []Field{FullName, Given, Family, Family2, Surnames} {
		text := m.text(f)
		for _, q := range quotes {
			i := strings.Index(text, q[0])
			if i < 0 {
				continue
			}
			inner, rest, ok := strings.Cut(text[i+len(q[0]):], q[1])
			whole := i == 0 && strings.TrimSpace(rest) == ""
			if inner = strings.TrimSpace(inner); !ok || whole || inner == "" || len(inner) > 40 {
				continue
			}
			text = join(strings.TrimSpace(text[:i]), strings.TrimSpace(rest))
			nick = first(nick, inner)
		}
		if text != m.text(f) {
			m.out.Values[f] = text
		}
	}
	return nick
}
