package roster

import (
	"strings"

	"muster/model/names"
)

// document puts a number where the column beside it says that it belongs:
// under "Documento" with "Tipo" PASAPORTE it is a passport's, with DPI or
// cédula the national one. A type in the cell itself says the same.
func (m *maker) document() {
	kind := Ignored
	if c := m.r.kinds; c >= 0 {
		kind = documentNamed(m.in.Cell(c).Text)
	}
	for _, f := range []Field{NationalID, Passport} {
		to := kind
		if text := m.text(f); to == Ignored {
			lead, rest, ok := strings.Cut(text, " ")
			if named := documentNamed(lead); ok && named != Ignored && digits(rest) > 0 && !strings.Contains(rest, "/") {
				m.out.Values[f] = strings.TrimLeft(rest, " .:#Nnº°o")
				to = named
			}
		}
		if to == Ignored || to == f || m.text(f) == "" || m.text(to) != "" {
			continue
		}
		m.out.Values[to] = m.out.Values[f]
		m.cell[to] = m.cell[f]
		delete(m.out.Values, f)
		delete(m.cell, f)
		return
	}
}

// documentNamed is the field that the numbers of a kind of document go to.
func documentNamed(s string) Field {
	switch names.Fold(s) {
	case "pasaporte", "passport", "passeport", "passaporte", "paspo", "pas", "pp", "ppt", "ppte", "pasap", "pass", "جواز", "جواز سفر":
		return Passport
	case "dni", "dpi", "dui", "cui", "ci", "c i", "cc", "c c", "cedula", "cedula de ciudadania", "cedula de identidad", "curp", "nif", "cpf", "rg", "cin", "ninu", "id", "identidad",
		"national id", "tarjeta de identidad", "ine", "documento de identidad", "carte didentite", "بطاقه":
		return NationalID
	}
	return Ignored
}

// kindColumn is the column that says which document a number is of, or -1.
func (r *reader) kindColumn() int {
	for c := range r.l.sheet.Columns {
		h, headed := r.l.heads[c]
		if _, mapped := r.out.Mapping[c]; mapped || !headed {
			continue
		}
		words := strings.Fields(names.Fold(h.text))
		kind := has(words, "tipo") || has(words, "type") || has(words, "kind") || has(words, "clase")
		paper := has(words, "documento") || has(words, "document") || has(words, "doc") || has(words, "id") || has(words, "identificacion") || has(words, "pasaporte") || has(words, "passport")
		if kind && paper {
			return c
		}
	}
	return -1
}
