package roster

import (
	"maps"
	"slices"

	"muster/model/geo"
	"muster/model/names"
	"muster/store/files/sheet"
)

// mapColumns gives each column its field. Where two columns claim one field
// the better heading has it; a second surname or telephone finds its own place.
func mapColumns(l layout) map[int]Field {
	columns := slices.Sorted(maps.Keys(l.heads))
	m := map[int]Field{}
	owner := map[Field]int{}
	for _, c := range columns {
		h := l.heads[c]
		f := h.field
		if f == Ignored || f == taken {
			continue
		}
		if before, ok := owner[f]; ok && !f.several() || f == Phone && ok {
			switch next := second(f, m, c, owner); {
			case next != Ignored:
				f = next
			case f == Phone:
			case l.heads[before].score >= h.score:
				continue
			default:
				delete(m, before)
			}
		}
		m[c], owner[f] = f, c
	}
	wholeNames(l, m)
	return m
}

// second is what a column means whose field is already taken by another.
func second(f Field, m map[int]Field, column int, owner map[Field]int) Field {
	left := m[column-1]
	switch {
	case f == Family:
		if _, ok := owner[Family2]; !ok {
			return Family2
		}
	case f == Phone && (left == Emergency || left == EmergencyName || left == EmergencyRelation):
		return EmergencyPhone
	case f == Emergency && left == Emergency:
		return EmergencyPhone
	}
	return Ignored
}

// wholeNames reads "Nombre", "Nom" or "Name" as the whole name where no other
// column holds the rest of it.
func wholeNames(l layout, m map[int]Field) {
	has := map[Field]int{}
	last := map[Field]int{}
	for c, f := range m {
		has[f]++
		last[f] = c
	}
	family := has[Family] + has[Family2] + has[Surnames]
	switch {
	case has[Given] == 1 && family == 0 && has[FullName] == 0 && whole(l.heads[last[Given]].marker):
		m[last[Given]] = FullName
	case has[Given] == 0 && has[Family] == 1 && has[Family2] == 0 && has[FullName] == 0 && whole(l.heads[last[Family]].marker):
		m[last[Family]] = FullName
	case family > 0 && has[Given] == 0 && has[FullName] == 1:
		m[last[FullName]] = Given // "Nombres completos" beside "Apellidos"; name takes repeated surnames off
	}
}

func whole(marker string) bool {
	switch marker {
	case "nombre", "nombres", "name", "nom", "noms", "nome", "non", "nombre s", "given", "family", "participante":
		return true
	}
	return false
}

// settle looks at what stands beneath headings that mean two things: an
// "Estado" may be a state of Mexico or of affairs, a "Departamento" part of a
// country or of a police force.
func settle(l layout, m map[int]Field, rows []sheet.Row) {
	for c, f := range m {
		if f == Seat && vague(l.heads[c].marker) && !mostlySeats(rows, c) {
			delete(m, c)
			continue
		}
		if f != Region && f != Agency && f != Unit {
			continue
		}
		other, ok := undecided(l.heads[c].marker)
		if !ok {
			continue
		}
		found, all := 0, 0
		for _, r := range rows[:min(len(rows), 200)] {
			if t := r.Cell(c).Text; t != "" {
				all++
				if _, sure := geo.FindRegion("", t); sure != geo.None {
					found++
				}
			}
		}
		if all == 0 {
			continue
		}
		want := Region
		if found*3 < all {
			want = other
		}
		if want == f || want != Ignored && want != f && owned(m, want) {
			continue
		}
		if want == Ignored {
			delete(m, c)
		} else {
			m[c] = want
		}
	}
}

// vague are the headings of seats that may mean anything else.
func vague(marker string) bool {
	switch marker {
	case "condicion", "calidad", "plaza", "plas", "seat", "tipo participante", "tipo de participante", "seat type", "calidad participante", "reserva", "reservas", "titular", "titulares":
		return true
	}
	return false
}

func mostlySeats(rows []sheet.Row, c int) bool {
	known, all := 0, 0
	for _, r := range rows[:min(len(rows), 200)] {
		t := r.Cell(c).Text
		if t == "" || title(r) {
			continue
		}
		all++
		if p, _, _ := readPlace(t); p != PlaceUnknown {
			known++
		} else if checkMark(names.Fold(t), t) {
			known++
		}
	}
	return known*2 >= all
}

// undecided are the headings that settle looks beneath, with what they mean
// where no region is found.
func undecided(marker string) (Field, bool) {
	switch marker {
	case "departamento", "department", "depto", "dpto", "dept", "dpt", "departement", "division", "direction", "unidad", "delegacion":
		return Unit, true
	case "estado", "entidad", "state":
		return Ignored, true
	case "procedencia", "lugar procedencia", "lugar de procedencia", "origen", "corporacion", "dependencia":
		return Agency, true
	}
	return Ignored, false
}

func owned(m map[int]Field, f Field) bool {
	for _, g := range m {
		if g == f {
			return true
		}
	}
	return false
}
