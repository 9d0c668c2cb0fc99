package lang

import "strings"

// List joins names as a language does: "a, b and c", "a, b y c".
func (p *Printer) List(items []string) string { return p.join(items, "date.and") }

// Or joins choices: "a, b or c", "a, b o c".
func (p *Printer) Or(items []string) string { return p.join(items, "date.or") }

func (p *Printer) join(items []string, word string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	last := items[len(items)-1]
	conj := p.T(word)
	if p.tag == "es" {
		conj = spanishConjunction(conj, last)
	}
	return strings.Join(items[:len(items)-1], ", ") + " " + conj + " " + last
}

// spanishConjunction turns y into e before the sound i, and o into u before
// the sound o: "Luis e Itzel", "siete u ocho". "Hielo" keeps its y.
func spanishConjunction(conj, next string) string {
	s := strings.ToLower(next)
	s = strings.TrimPrefix(s, "h")
	switch conj {
	case "y":
		if (strings.HasPrefix(s, "i") || strings.HasPrefix(s, "í")) &&
			!strings.HasPrefix(s, "ie") && !strings.HasPrefix(s, "ia") && !strings.HasPrefix(s, "io") {
			return "e"
		}
	case "o":
		if strings.HasPrefix(s, "o") || strings.HasPrefix(s, "ó") || strings.HasPrefix(s, "8") {
			return "u"
		}
	}
	return conj
}
