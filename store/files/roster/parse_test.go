package roster

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"muster/model"
	"muster/model/names"
	"muster/store/files/sheet"
)

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"23/04/1991": "1991-04-23", "23-4-1991": "1991-04-23", "23.04.1991": "1991-04-23", "23 04 1991": "1991-04-23",
		"1991-04-23": "1991-04-23", "1991/4/23": "1991-04-23", "1991-04-23T00:00:00": "1991-04-23", "23/04/1991 00:00:00": "1991-04-23", "1991-04-23 00:00:00": "1991-04-23",
		"19910423": "1991-04-23", "23041991": "1991-04-23",
		"23-abr-1991": "1991-04-23", "23/ABR/91": "1991-04-23", "23abr1991": "1991-04-23", "23 APR 1991": "1991-04-23",
		"12 de marzo de 1988": "1988-03-12", "12 de marzo del 1988": "1988-03-12", "sábado, 12 de marzo de 1988": "1988-03-12",
		"March 12, 1988": "1988-03-12", "12th March 1988": "1988-03-12", "Mar 12 1988": "1988-03-12",
		"12 mars 1988": "1988-03-12", "1er août 1990": "1990-08-01", "le 12 mars 1988": "1988-03-12", "5 févr. 1993": "1993-02-05", "3 juil. 1990": "1990-07-03", "3 juin 1990": "1990-06-03",
		"04 de fevereiro de 1986": "1986-02-04", "27 de setembro de 1992": "1992-09-27", "1º de maio de 1990": "1990-05-01", "9 out 1990": "1990-10-09",
		"12-III-1988": "1988-03-12", "12/XII/88": "1988-12-12", "12 mas 1988": "1988-03-12", "5 dawout 1990": "",
		"١٢/٣/١٩٨٨": "1988-03-12", "١٢ مارس ١٩٨٨": "1988-03-12", "32214": "1988-03-12",
		"25-ago-05": "2005-08-25", "25-ago-87": "1987-08-25",
		"30/02/1990": "", "1990": "", "marzo 1990": "", "hoy": "", "12/13": "", "99/99/1990": "", "12/03/19888": "", "1.5": "", "12345678901234567890": "", "23 gato 1990": "",
	} {
		d, ok := parseDate(text).date(DayFirst, 10)
		if got := d.String(); !ok && want != "" || ok && got != want {
			t.Errorf("%q is %q, %v; want %q", text, got, ok, want)
		}
	}
	for text, want := range map[string]string{"04/05/1990": "1990-04-05", "4/23/1991": "1991-04-23", "23/4/1991": "1991-04-23", "1990-04-05": "1990-04-05"} {
		if d, _ := parseDate(text).date(MonthFirst, 10); d.String() != want {
			t.Errorf("month first: %q is %q, want %q", text, d, want)
		}
	}
	if d, ok := parseDate("12/2031").monthEnd(); !ok || d.String() != "2031-12-31" {
		t.Errorf("month end: %v", d)
	}
	if d, ok := parseDate("feb 2028").monthEnd(); !ok || d.String() != "2028-02-29" {
		t.Errorf("month end: %v", d)
	}
}

// Whatever day is written in any usual way is read as that day.
func TestDatesThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y, m, d := rapid.IntRange(1930, 2060).Draw(t, "y"), rapid.IntRange(1, 12).Draw(t, "m"), rapid.IntRange(1, 28).Draw(t, "d")
		want, _ := model.NewDate(y, m, d)
		if want == 0 {
			return
		}
		month := rapid.SampledFrom([]string{"%es", "%fr", "%pt", "%en"}).Draw(t, "language")
		i := slices.Index([]string{"%es", "%fr", "%pt", "%en"}, month)
		word := names.Fold(field(monthNames[m-1], i))
		for _, text := range []string{
			want.String(), two(d) + "/" + two(m) + "/" + itoa(y), itoa(d) + "." + itoa(m) + "." + itoa(y), itoa(y) + two(m) + two(d),
			itoa(d) + " de " + word + " de " + itoa(y), word + " " + itoa(d) + ", " + itoa(y), itoa(d) + "-" + word[:min(4, len(word))] + "-" + itoa(y),
		} {
			if got, ok := parseDate(text).date(DayFirst, 10); !ok || got != want {
				t.Fatalf("%q is %v, want %v", text, got, want)
			}
		}
	})
}

func field(s string, i int) string {
	words := names.Tokens(s)
	if len(words) > 4 && words[1] == "setiembre" {
		words = slices.Delete(words, 1, 2)
	}
	return words[i]
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

func TestBlood(t *testing.T) {
	for text, want := range map[string]string{
		"O+": "O+", "o +": "O+", "O positivo": "O+", "ORH+": "O+", "O Rh positivo": "O+", "0+": "O+", "A (+)": "A+", "AB neg.": "AB-", "B-": "B-", "B –": "B-",
		"Tipo O+": "O+", "A POS": "A+", "ABRh-": "AB-", "O RH (-)": "O-", "B positif": "B+",
		"O": "", "positivo": "", "1992-04-18": "", "X+": "", "no sabe": "",
	} {
		if got, _ := readBlood(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestSex(t *testing.T) {
	for _, c := range []struct {
		column []string
		want   string
	}{
		{[]string{"H", "M", "H"}, "MFM"},
		{[]string{"F", "M"}, "FM"},
		{[]string{"Masculino", "Femenino", "masc."}, "MFM"},
		{[]string{"Homme", "Femme"}, "MF"},
		{[]string{"Hombre", "Mujer"}, "MF"},
		{[]string{"gason", "fi"}, "MF"},
		{[]string{"ذكر", "أنثى"}, "MF"},
		{[]string{"M", "M"}, "MM"},
	} {
		scheme, got := schemeOf(c.column), ""
		for _, v := range c.column {
			s, ok := readSex(v, scheme)
			if !ok {
				t.Errorf("%q is not known", v)
			}
			got += s
		}
		if got != c.want {
			t.Errorf("%v is %s, want %s", c.column, got, c.want)
		}
	}
}

func TestLanguagesAndPlaces(t *testing.T) {
	codes, unknown := readLanguages("Español (nativo), Inglés básico; francés y klingon")
	if !slices.Equal(codes, []string{"es", "en", "fr"}) || !slices.Equal(unknown, []string{"klingon"}) {
		t.Errorf("languages %v, unknown %v", codes, unknown)
	}
	for text, want := range map[string]struct {
		p    Place
		rank int
	}{
		"Titular": {Titular, 0}, "TITULAR 3": {Titular, 0}, "Suplente": {Alternate, 0}, "Suplente 2": {Alternate, 2}, "1er. suplente": {Alternate, 1},
		"Segundo alterno": {Alternate, 2}, "Alternate #3": {Alternate, 3}, "Suppléant": {Alternate, 0}, "Primary": {Titular, 0}, "Reserva": {Alternate, 0},
	} {
		if p, rank, ok := readPlace(text); p != want.p || want.p == Alternate && rank != want.rank || !ok {
			t.Errorf("%q is %d, %d", text, p, rank)
		}
	}
}

func TestIdentity(t *testing.T) {
	for _, c := range []struct {
		cell sheet.Cell
		want string
		lost bool
	}{
		{sheet.Cell{Text: "00412"}, "00412", false},
		{sheet.Cell{Text: "1234.0", Kind: sheet.Text}, "1234", false},
		{sheet.Cell{Text: "218.440.317-09"}, "218.440.317-09", false},
		{sheet.Cell{Text: "8.01199E+12"}, "8.01199E+12", true},
		{sheet.Cell{Text: "8,01E+12"}, "8,01E+12", true},
		{sheet.Cell{Text: "1234567890123456", Kind: sheet.Number, Number: 1234567890123456}, "1234567890123456", true},
		{sheet.Cell{Text: "٢٨٨٠٣"}, "28803", false},
	} {
		if got, lost := identity(c.cell); got != c.want || lost != c.lost {
			t.Errorf("%q is %q, %v", c.cell.Text, got, lost)
		}
	}
}

func TestContact(t *testing.T) {
	for text, want := range map[string][3]string{
		"María Peña (esposa) 662 123 4567":      {"María Peña", "662 123 4567", "esposa"},
		"Adel Naguib (father) +20 100 555 0101": {"Adel Naguib", "+20 100 555 0101", "father"},
		"662-123-4567":                          {"", "662-123-4567", ""},
		"Luis Ruiz, tel. (614) 200-1144":        {"Luis Ruiz", "(614) 200-1144", ""},
		"Rosa Dorval":                           {"Rosa Dorval", "", ""},
	} {
		name, phone, relation := readContact(text)
		if got := [3]string{name, phone, relation}; got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// Every heading of the table means its own field, and the headings people
// write in full sentences are understood too.
func TestHeadings(t *testing.T) {
	for text, want := range map[string]Field{
		"NOMBRE(S)": Given, "Nombre (s) completo (s)": FullName, "APELLIDO PATERNO": Family, "Ap. Materno": Family2, "1er. Apellido": Family, "2o. Apellido": Family2,
		"NOMBRES Y APELLIDOS COMPLETOS": FullName, "Apellidos y Nombres": FullName, "Nom et prénoms": FullName, "Nom de famille": Family, "Prénom(s)": Given,
		"Fecha de nacimiento (dd/mm/aaaa)": Born, "Date of Birth\n(MM/DD/YYYY)": Born, "Data de Nascimento": Born, "F. DE NACIMIENTO": Born, "Né(e) le": Born,
		"No. de pasaporte oficial": Passport, "Passport #": Passport, "Fecha de vencimiento del pasaporte": PassportExpires, "Pasaporte (vigencia)": Passport, "Vigencia de Pasaporte": PassportExpires,
		"Passport Expiration Date": PassportExpires, "Date d'expiration du passeport": PassportExpires, "Número de celular (WhatsApp)": Phone, "Tel. Cel.": Phone,
		"Correo electrónico personal": Email, "E-mail": Email, "Courriel": Email, "Grado / Rango": Rank, "Rank/Grade": Rank, "Apellidos / Surnames": Surnames,
		"Corporación a la que pertenece": Agency, "Institución": Agency, "Unidad de adscripción": Unit, "Entidad Federativa": Region, "Departamento": Region,
		"Lugar de nacimiento (ciudad y país)": Birthplace, "Nacionalidad": Nationality, "País": Country, "Tipo de sangre y Rh": Blood, "Grupo Sanguíneo": Blood,
		"Alergias (especifique)": Allergies, "Talla de playera": Sizes, "Contacto de emergencia (nombre)": EmergencyName, "Teléfono de contacto de emergencia": EmergencyPhone,
		"En caso de emergencia avisar a:": Emergency, "CURP": NationalID, "Número de DPI": NationalID, "Cédula de Ciudadanía": NationalID, "CUIP": ServiceNo, "No. de placa": ServiceNo,
		"Idiomas que domina": Speaks, "Titular/Suplente": Seat, "Observaciones": Note, "Edad": taken, "Estado Civil": taken, "Firma": taken, "#": No, "N°": No, "No.": No, "Cargo actual": Position,
		"Sexo (H/M)": Sex, "Género": Sex, "Nombre como aparece en el pasaporte": FullName, "Full Name (as in passport)": FullName, "Municipio": City, "الاسم": Native,
	} {
		if g := guessHeading(model.Clean(text)); g.field != want {
			t.Errorf("%q is %q (%d, %q), want %q", text, g.field, g.score, g.marker, want)
		}
	}
	if g := guessHeading("Policía Estatal Preventiva de Sonora y sus alrededores"); g.field != Ignored {
		t.Errorf("a title is %q by %q", g.field, g.marker)
	}
}
