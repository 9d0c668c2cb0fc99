package roster

import (
	"slices"
	"strconv"
	"strings"

	"muster/model"
	"muster/model/names"
	"muster/store/files/sheet"
)

// A section is what a row between the people says of those beneath it.
type section struct {
	place  Place
	region string // as written
	agency string
}

// rows goes through what stands beneath the header, telling people from all
// else: section titles, repeated headers, totals, notes, signatures, numbered
// lines that were never filled in.
func (r *reader) rows(data []sheet.Row) {
	usual := r.usual(data)
	now := section{place: r.placeAbove()}
	ended := false
	r.strays = r.strayColumns(data)
	last := 0
	for i, row := range data {
		gap := last > 0 && row.Number > last+1
		last = row.Number
		why := r.skip(row, usual, gap, &ended)
		if why == "" && i < 3 && r.l.rows > 0 && r.under(row) {
			why = "header"
		}
		if why == "section" {
			r.enter(row, &now)
		}
		if why != "" {
			r.out.Skipped = append(r.out.Skipped, Skipped{Row: row.Number, Reason: model.Say("roster.skip." + why)})
			continue
		}
		r.out.Rows = append(r.out.Rows, r.person(row, now))
	}
}

// placeAbove is what the sheet's name or a title says of everybody in it: a
// sheet called "Suplentes" holds alternates.
func (r *reader) placeAbove() Place {
	for _, t := range r.l.titles {
		p, _, ok := saysPlace(t)
		if ok && p == Alternate && !placeTwice(t) {
			return Alternate
		}
	}
	return PlaceUnknown
}

// usual is how many mapped cells a well filled row has.
func (r *reader) usual(data []sheet.Row) int {
	fills := make([]int, 0, len(data))
	for _, row := range data {
		if n := r.filled(row); n > 0 {
			fills = append(fills, n)
		}
	}
	if len(fills) == 0 {
		return 0
	}
	// Not the median: a short list may have as many lines of notes as of people.
	slices.Sort(fills)
	return fills[len(fills)*4/5]
}

func (r *reader) filled(row sheet.Row) int {
	n := 0
	for _, c := range r.columns {
		if row.Cell(c).Text != "" {
			n++
		}
	}
	return n
}

// skip says why a row speaks of nobody, or "". ended is set by the first line
// of signatures: what follows it, thinly filled, belongs to it.
func (r *reader) skip(row sheet.Row, usual int, gap bool, ended *bool) string {
	said := distinct(row)
	filled := r.filled(row)
	thin := filled*3 <= usual && usual > 1 || filled <= 1 && usual > 2
	switch {
	case r.header(row):
		return "header"
	case len(said) == 0:
		return "blank"
	case sample(said[0]):
		return "note"
	case pageFoot(said):
		return "note"
	case r.closing(said, filled, usual):
		*ended = true
		return "note"
	case totals(said) && (len(said) <= 3 || thin):
		return "total"
	case len(said) == 1 && ((usual > 1 || merged(row)) && r.opens(said[0]) || placeTitle(said[0])):
		return "section"
	case len(said) == 1 && usual > 1 && (len(said[0]) > 60 || remark(said[0])), remark(said[0]) && thin:
		return "note"
	case len(said) == 1 && prose(said[0]):
		return "note"
	case r.unfilled(row):
		return "unfilled"
	case thin && (gap || *ended):
		return "note"
	}
	return ""
}

// distinct are the different texts of a row, in order.
func distinct(row sheet.Row) []string {
	var out []string
	for _, c := range row.Cells {
		if c.Text != "" && !has(out, c.Text) {
			out = append(out, c.Text)
		}
	}
	return out
}

func merged(row sheet.Row) bool { return len(row.Cells) > 1 && row.Cells[0].Merged && title(row) }

// header reports whether the row repeats the header, as it does on each page
// of a printed list.
func (r *reader) header(row sheet.Row) bool {
	same, all := 0, 0
	for c, cell := range row.Cells {
		if cell.Text == "" {
			continue
		}
		all++
		if h := r.l.heads[c].text; h != "" && (strings.EqualFold(h, cell.Text) || strings.HasSuffix(h, " / "+cell.Text)) {
			same++
		}
	}
	return same >= 2 && same*3 >= all*2
}

// under finds what may stand between a header and the first person: the header
// in a second language, the numbers of the columns, an example.
func (r *reader) under(row sheet.Row) bool {
	same, all, next := 0, 0, 0
	for c, cell := range row.Cells {
		if cell.Text == "" {
			continue
		}
		all++
		if f := r.out.Mapping[c]; f != Ignored && guessHeading(cell.Text).field == f {
			same++
		}
		if n, err := strconv.Atoi(cell.Text); err == nil && n == next+1 {
			next = n
		}
	}
	return same >= 2 && same*3 >= all*2 || next >= 3 && next == all
}

func totals(said []string) bool {
	for _, s := range said[:min(len(said), 3)] {
		k := names.Fold(s)
		for _, w := range []string{"total", "totales", "subtotal", "sub total", "suma", "gran total", "totaux", "somme", "total general", "grand total", "soma"} {
			if k == w || strings.HasPrefix(k, w+" ") && len(k) < 60 {
				return true
			}
		}
	}
	return false
}

// remark are the beginnings of notes under a table.
func remark(s string) bool {
	k := names.Fold(s)
	if strings.HasPrefix(s, "*") || strings.HasPrefix(s, "(*") || strings.HasPrefix(s, "†") {
		return true
	}
	for _, w := range []string{"nota", "notas", "note", "notes", "n b", "nb", "observacion", "observaciones", "observation", "obs", "remarque", "remark", "fuente", "source", "favor de", "se anexa", "importante", "important", "los participantes", "please", "veuillez"} {
		if k == w || strings.HasPrefix(k, w+" ") {
			return true
		}
	}
	return false
}

// sample finds the example that a form has for its first line.
func sample(s string) bool {
	w, _, _ := strings.Cut(names.Fold(s), " ")
	switch w {
	case "ejemplo", "ejem", "example", "exemple", "exemplo", "muestra", "sample":
		return true
	}
	return false
}

// closing finds the lines of signatures: "Elaboró", "Vo. Bo.", "Fait à …".
func (r *reader) closing(said []string, filled, usual int) bool {
	if filled*2 > usual && usual > 4 {
		return false
	}
	for _, s := range said[:min(len(said), 6)] {
		k := names.Fold(s)
		for _, w := range []string{"elaboro", "elaborado por", "reviso", "revisado por", "autorizo", "autorizado por", "aprobo", "aprobado por", "vo bo", "visto bueno", "atentamente", "firma", "firmas", "sello", "prepare par", "approuve par", "verifie par", "etabli par", "prepared by", "approved by", "reviewed by", "signature", "signed", "fait a", "vu et approuve", "le directeur", "lugar y fecha", "atenciosamente", "assinatura", "responsable", "certifico", "respetuosamente"} {
			if k == w || strings.HasPrefix(k, w+" ") && len(k) < 80 {
				return true
			}
		}
	}
	return false
}

// opens reports whether a line alone is a section title that says something of
// the people beneath: "SUPLENTES", "SONORA", "POLICÍA MUNICIPAL DE NOGALES".
func (r *reader) opens(s string) bool {
	if len(s) > 80 || digits(s) > 3 {
		return false
	}
	if p, _, _ := readPlace(s); p != PlaceUnknown && len(strings.Fields(s)) <= 3 && len(s) > 3 {
		return true
	}
	return sectionPlace(s) != PlaceUnknown || r.region(r.out.Country, s) != "" || force(s)
}

// force reports whether a line names a police force.
func force(s string) bool {
	k := names.Fold(s)
	for _, w := range []string{"policia ", "police ", "secretaria ", "fiscalia ", "guardia nacional", "procuraduria ", "ministerio publico", "agencia ", "direction ", "gendarmerie", "delegacion ", "polisi "} {
		if strings.HasPrefix(k+" ", w) && len(strings.Fields(k)) > 1 {
			return true
		}
	}
	return false
}

func (r *reader) enter(row sheet.Row, now *section) {
	s := distinct(row)[0]
	p, _, _ := readPlace(s)
	if q := sectionPlace(s); q != PlaceUnknown {
		p = q
	}
	if p != PlaceUnknown {
		now.place = p
		return
	}
	if r.region(r.out.Country, s) != "" {
		now.region = s
	}
	if force(s) {
		now.agency = s
	}
}

// unfilled reports whether a line has a number, or what was filled down into
// every line, but nothing that tells who.
func (r *reader) unfilled(row sheet.Row) bool {
	some := false
	for c, cell := range row.Cells {
		if cell.Text == "" {
			continue
		}
		f := r.out.Mapping[c]
		switch f {
		case No, Country, Nationality, Region, Agency, Seat:
			some = true
		case Ignored:
			if _, err := strconv.ParseFloat(cell.Text, 64); err != nil && !nothing(cell.Text) {
				return false
			}
			some = true
		default:
			if !nothing(cell.Text) {
				return false
			}
			some = true
		}
	}
	return some
}
