package roster

import (
	"strings"
	"testing"

	"muster/model"
)

func TestPlaces(t *testing.T) {
	for text, want := range map[string]struct {
		p    Place
		rank int
	}{
		"Alt. 1": {Alternate, 1}, "Alt-2": {Alternate, 2}, "S3": {Alternate, 3}, "R2": {Alternate, 2}, "(ALTERNO)": {Alternate, 0}, "Reserva 1": {Alternate, 1},
		"ranplasan": {Alternate, 0}, "Lista de espera": {Alternate, 0}, "Waiting list": {Alternate, 0}, "Stand-by": {Alternate, 0}, "2º suplente": {Alternate, 2},
		"Liste d'attente": {Alternate, 0}, "PERSONAL SUPLENTE:": {Alternate, 0}, "1er. suplente": {Alternate, 1}, "Emergente": {Alternate, 0}, "Titular": {Titular, 0}, "TITULARES": {Titular, 0}, "احتياطي": {Alternate, 0},
	} {
		if p, rank, ok := saysPlace(text); !ok || p != want.p || rank != want.rank {
			t.Errorf("%q is %d/%d, %v", text, p, rank, ok)
		}
	}
	for _, text := range []string{"", "12", "S", "R", "(R)", "Oficial de Policía", "Luz Reserva Gil", "Policía de Reserva", "Salt 1", "A1", "Espera Luna Paz"} {
		if p, _, ok := saysPlace(text); ok {
			t.Errorf("%q is %d", text, p)
		}
	}
	for text, want := range map[string]string{
		"Noé Wax (suplente)": "Noé Wax", "Noé Wax - ALTERNO": "Noé Wax", "Suplente: Noé Wax": "Noé Wax", "(Alt. 1) Noé Wax": "Noé Wax", "Noé Wax [S2]": "Noé Wax", "Noé Wax": "", "Ana Paz-Reserva Gil": "", "Eva (Paz)": "",
	} {
		rest, p, _, ok := placeBehind(text)
		if ok != (want != "") || ok && (rest != want || p != Alternate) {
			t.Errorf("%q leaves %q, %d", text, rest, p)
		}
	}
}

func TestNobody(t *testing.T) {
	for _, s := range []string{"Página 1 de 2", "Page 1/2", "Hoja 1", "Pág. 3", "PAGE 2 OF 10", "p. 4", "Folio No. 7"} {
		if !pageFoot([]string{s}) {
			t.Errorf("%q is somebody", s)
		}
	}
	for _, s := range []string{"To whom it may concern.", "Se adjunta la relación para los fines que convengan", "Veuillez trouver ci-joint la liste.", "Please find below the following officers:"} {
		if !prose(s) {
			t.Errorf("%q is a name", s)
		}
	}
	for _, s := range []string{"Page Ruiz", "Ana de la Paz Soto", "María del Pilar de los Santos", "Juan Sol y Luna", "Will May", "Mohamed Ahmed El Sayed Hassan", "Ana Hoja 12345", "Folio Gil"} {
		if pageFoot([]string{s}) || prose(s) {
			t.Errorf("%q is nobody", s)
		}
	}
	if _, err := Read(bookOf(t, "To whom it may concern.\n"), Options{}); err == nil {
		t.Error("a sentence is a list")
	}
	for text, id := range map[string]string{
		"Apellidos,Gil,Roa\nNombres,Ana,Eva\nPasaporte,G1,G2\n": "roster.sideways",
		"Prénom;Patronyme légal;Grade\nJean;JOSEPH;A2\n":        "roster.no-family-column",
		"Apellidos;Cómo se llaman\nGil;Ana\nRoa;Eva\n":          "roster.no-given-column",
	} {
		if _, err := Read(bookOf(t, text), Options{}); err == nil || problemID(err) != id {
			t.Errorf("%q: %v, want %s", text, err, id)
		}
	}
}

// A mapping by letters says nothing of the row of labels above the people.
func TestLabelsAreNoPerson(t *testing.T) {
	byLetters := map[int]Field{0: Family, 1: Given, 2: Born}
	for text, people := range map[string]int{
		"X,Y,Z\nGil,Ana,1990-01-01\nRoa,Eva,1991-01-01\n":                2,
		"Uno,Dos,Cuándo\nGil,Ana,1990-01-01\nRoa,Eva,1991-01-01\n":       2,
		"Gil,Ana,1990-01-01\nRoa,Eva,1991-01-01\nPaz,Luz,1992-01-01\n":   3,
		"Gil,Ana,falta\nRoa,Eva,\nPaz,Luz,\n":                            3,
		"Familia,Pila,Nac. aprox.\nGil,Ana,1990-01-01\nRoa,Eva,1991-1-1": 2,
	} {
		r := mustRead(t, bookOf(t, text), Options{Mapping: byLetters})
		if len(r.Rows) != people {
			t.Errorf("%q: %d people", text, len(r.Rows))
		}
	}
	if _, err := Read(bookOf(t, "A,B\nGil,Ana\n"), Options{Mapping: map[int]Field{0: Family, 1: Family}}); err == nil || problemID(err) != "roster.mapped-twice" {
		t.Errorf("one field in two columns: %v", err)
	}
	r := mustRead(t, bookOf(t, "Nombre,Tel,Cel\nAna Gil Paz,1,2\n"), Options{Mapping: map[int]Field{1: Phone, 2: Phone}})
	if r.Rows[0].Entry.Phone != "1 / 2" {
		t.Errorf("two telephones: %q", r.Rows[0].Entry.Phone)
	}
}

func TestMoreHeadings(t *testing.T) {
	for text, want := range map[string]Field{
		"Noms": Family, "Rang": Rank, "Siyati yo": Family, "Noms de famille": Surnames, "C.I. N°": NationalID, "F. Nacim.": Born, "Prov.": Region, "PP#": Passport, "Home State/Dept.": Region,
		"رقم الجواز": Passport, "رقم جواز السفر": Passport, "الرتبة": Rank, "الجنسية": Nationality, "رقم الموبايل": Phone, "البريد الإلكتروني": Email, "فصيلة الدم": Blood, "الوظيفة": Position, "الرقم القومي": NationalID,
		"Corp. Policial": Agency, "Fec. Venc. Pasap.": PassportExpires, "N° de Legajo": ServiceNo, "Nro. C.I.": NationalID, "Situação": taken, "Le dicen": Called, "Clothing": Sizes,
	} {
		if g := guessHeading(model.Clean(text)); g.field != want {
			t.Errorf("%q is %q (%d, %q), want %q", text, g.field, g.score, g.marker, want)
		}
	}
}

// What stands in quotes is what people call them.
func TestNicknamesAndTitles(t *testing.T) {
	r := mustRead(t, bookOf(t, "Nombre completo\n\"José \"\"Pepe\"\" Ruiz Paz\"\nAna «La Güera» Gil Soto\nDr. Juan Pérez Gil\nOfl. Segundo Marta Peña\nD'Angelo Ruiz\n"), Options{Country: "MX"})
	var got []string
	for _, row := range r.Rows {
		e := row.Entry
		got = append(got, strings.Join([]string{e.Name.Given, e.Name.Family, e.Name.Family2, e.Called, e.Rank}, "|"))
	}
	want := "José|Ruiz|Paz|Pepe|, Ana|Gil|Soto|La Güera|, Juan|Pérez|Gil||Dr., Segundo Marta|Peña|||Ofl., D'Angelo|Ruiz|||"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("%s\nwant %s", s, want)
	}
}
