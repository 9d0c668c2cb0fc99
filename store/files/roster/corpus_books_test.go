package roster

import (
	"testing"

	"github.com/xuri/excelize/v2"
)

// A builder writes workbooks for the corpus.
type builder struct {
	t *testing.T
	f *excelize.File
}

func (b *builder) row(sheet string, n int, cells ...any) {
	cell, err := excelize.CoordinatesToCellName(1, n)
	if err == nil {
		err = b.f.SetSheetRow(sheet, cell, &cells)
	}
	if err != nil {
		b.t.Fatal(err)
	}
}

func (b *builder) merge(sheet, from, to string) {
	if err := b.f.MergeCell(sheet, from, to); err != nil {
		b.t.Fatal(err)
	}
}

func (b *builder) sheet(name string) {
	if _, err := b.f.NewSheet(name); err != nil {
		b.t.Fatal(err)
	}
}

const s1 = "Sheet1"

var workbooks = map[string]func(b *builder){
	// Merged titles, a logo's blank rows, typed dates, totals, signatures.
	"co-titles-merged.xlsx": func(b *builder) {
		b.row(s1, 1, "POLICÍA NACIONAL DE COLOMBIA")
		b.merge(s1, "A1", "I1")
		b.row(s1, 2, "Curso internacional avanzado – Lista de nominados")
		b.merge(s1, "A2", "I2")
		b.row(s1, 5, "No.", "GRADO", "APELLIDOS Y NOMBRES", "CÉDULA", "UNIDAD", "DEPARTAMENTO", "FECHA DE NACIMIENTO", "PASAPORTE", "FECHA VENCIMIENTO")
		b.row(s1, 6, 1, "PT", "RESTREPO OSPINA JHON FREDY", 1017204411, "COPES", "Antioquia", day(1992, 4, 18), "AX118204", day(2031, 5, 2))
		b.row(s1, 7, 2, "SI", "CARDENAS TOBAR LEIDY JOHANA", 52884190, "COPES", "Bogotá, D.C.", day(1989, 10, 30), "AX220981", day(2030, 1, 15))
		b.row(s1, 8, 3, "IT", "VILLAMIL RUEDA OSCAR ANDRES", 79554102, "JUNGLA", "Valle", day(1985, 1, 22), "AW883011", day(2028, 11, 9))
		b.row(s1, 9, 4, "PT", "AGUDELO DE LA HOZ YULIANA", 1045882013, "JUNGLA", "Atlántico", day(1994, 8, 7), "AZ011274", day(2032, 3, 30))
		b.row(s1, 11, "TOTAL", nil, 4)
		b.row(s1, 14, nil, nil, "Elaboró", nil, nil, "Autorizó")
		b.row(s1, 15, nil, nil, "SI. Marta Lucía Pardo", nil, nil, "CR. Hernán Prada")
	},
	// Two header rows with groups; several sheets; the list is not the first.
	"mx-two-header-rows.xlsx": func(b *builder) {
		b.row(s1, 1, "Instrucciones para el llenado")
		b.row(s1, 2, "Escriba los nombres como aparecen en el pasaporte.")
		b.sheet("Candidatos")
		c := "Candidatos"
		b.row(c, 2, "SECRETARÍA DE SEGURIDAD PÚBLICA DEL ESTADO DE CHIHUAHUA")
		b.merge(c, "A2", "N2")
		b.row(c, 3, "Núm.", "Nombre completo", nil, nil, "Jerarquía", "Nacimiento", nil, "Pasaporte", nil, "Contacto de emergencia", nil, nil, "Tallas", nil)
		b.row(c, 4, nil, "Apellido paterno", "Apellido materno", "Nombre(s)", nil, "Fecha", "Lugar", "Número", "Vencimiento", "Nombre", "Parentesco", "Teléfono", "Playera", "Botas")
		b.merge(c, "A3", "A4")
		b.merge(c, "B3", "D3")
		b.merge(c, "E3", "E4")
		b.merge(c, "F3", "G3")
		b.merge(c, "H3", "I3")
		b.merge(c, "J3", "L3")
		b.merge(c, "M3", "N3")
		b.row(c, 5, 1, "Terrazas", "Loya", "Karla Ivette", "Policía Primero", day(1990, 5, 17), "Parral, Chih.", "G38811020", day(2031, 2, 1), "Luis Terrazas", "Padre", "614 200 1144", "M", 25.5)
		b.row(c, 6, 2, "Mendoza", "", "Saúl", "Policía Tercero", day(1986, 12, 3), "Cd. Juárez", "G37740019", day(2030, 7, 20), "Ana Mendoza", "Hermana", "656 300 2211", "XL", 29)
		b.sheet("Catálogos")
		b.row("Catálogos", 1, "Jerarquía", "Estado")
		b.row("Catálogos", 2, "Policía Primero", "Chihuahua")
		if err := b.f.SetSheetVisible("Catálogos", false); err != nil {
			b.t.Fatal(err)
		}
	},
	// Identity numbers kept as numbers, serial dates without a date format,
	// failed formulas, numbers that lost digits.
	"hn-numbers.xlsx": func(b *builder) {
		b.row(s1, 1, "Nombres", "Apellidos", "No. Identidad", "Fecha de Nacimiento", "Teléfono", "Pasaporte", "Nacionalidad", "Departamento")
		b.row(s1, 2, "Kenia Lizeth", "Ordóñez Paz", 1807199200451, 33715, 99881204, "F 220 118", "Hondureña", "Yoro")
		b.row(s1, 3, "Darwin", "Euceda", "0801199012345", 32874, "3311-2045", "F220119", "hondureño", "La Paz")
		b.row(s1, 4, "Brayan", "Sarmiento Cruz", 8.0119901234567e18, 31000, "8.01199E+12", "F220120", "HND", "Santa Bárbara")
		if err := b.f.SetCellFormula(s1, "F5", "NA()"); err != nil {
			b.t.Fatal(err)
		}
		b.row(s1, 5, "Cinthia", "Aguilera", "0703199500012", 34700, "", nil, "Honduras", "El Paraiso")
	},
	// A spreadsheet turned dd/mm into mm/dd where it could.
	"mx-dates-swapped.xlsx": func(b *builder) {
		b.row(s1, 1, "Nombre", "Primer apellido", "Segundo apellido", "Fecha de nacimiento", "Estado")
		b.row(s1, 2, "Itzel", "Ávila", "Yáñez", "23/04/1991", "B.C.")
		b.row(s1, 3, "Hugo", "Nava", "Ríos", day(1990, 7, 2), "B.C.S.")
		b.row(s1, 4, "Dulce", "Ponce", "Mata", "30/09/1988", "N.L.")
		b.row(s1, 5, "Joel", "Tapia", "Lara", day(1989, 12, 5), "S.L.P.")
		b.row(s1, 6, "Mayra", "Ceja", "Solís", "15/10/1993", "Q. Roo")
		b.row(s1, 7, "Raúl", "Barajas", "Mora", day(1987, 3, 11), "Mich.")
	},
	// Bilingual headings, languages, nationality in French, birth date and
	// place in one column.
	"ht-bilingual.xlsx": func(b *builder) {
		b.row(s1, 1, "N°", "Nom / Surname", "Prénom / Given name", "Date et lieu de naissance", "Nationalité", "Matricule", "Passeport N°", "Date d'expiration", "Langues parlées", "Personne à contacter en cas d'urgence", "Téléphone")
		b.row(s1, 2, 1, "Dorval", "Jhonny", "12/03/1988 à Jacmel", "Haïtienne", "98-04-11-2207", "RP 2201184", "14/06/2030", "Créole, Français", "Rose Dorval (mère)", "+509 3700 1122")
		b.row(s1, 3, 2, "Saintil", "Ketsia", "Les Cayes, le 25 décembre 1992", "Haïtienne", "12-11-02-0093", "RP 2201190", "02/02/2029", "Créole, Français, Anglais", "Paul Saintil (frère)", "+509 3800 4410")
	},
	// English headings, two countries, ambiguous and unknown regions.
	"regional-two-countries.xlsx": func(b *builder) {
		b.row(s1, 1, "#", "Full Name", "Country", "Region", "Primary / Alternate", "Sex", "Date of Birth (DD/MM/YYYY)", "Email")
		b.row(s1, 2, 1, "Rosa Elvira Menjívar Cañas", "El Salvador", "La Paz", "Primary", "F", "05/06/1992", "rosa@example.org")
		b.row(s1, 3, 2, "Allan Midence Bustillo", "Honduras", "La Paz", "Alternate 1", "M", "07/08/1990", "allan@example,org")
		b.row(s1, 4, 3, "Jhon Restrepo Ospina", "Colombia", "Amazonas", "2nd alternate", "M", "01/12/1991", "jhon@example.org")
		b.row(s1, 5, 4, "Thiago Moura da Silva", "Brazil", "Amazonas", "Primary", "M", "09/10/1986", "thiago@example.org")
		b.row(s1, 6, 5, "Wilner Jean-Baptiste", "Haiti", "Nowhere", "Reserve", "X", "03/03/1993", "wilner@example.org")
	},
}
