package roster

import (
	"maps"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

func init() {
	maps.Copy(textFiles, moreTextFiles)
	maps.Copy(workbooks, moreWorkbooks)
}

var moreTextFiles = map[string]textFile{
	// Everything abbreviated, values said above the table, trailing separators.
	"mx-abbreviated.csv": {as: charmap.Windows1252, crlf: true, text: `Corporación:;Policía Estatal de Seguridad Pública;;;;;;;
Estado: Sonora;;;;;;;;
;;;;;;;;
CONS.;AP. PATERNO;AP. MATERNO;NOMBRE;F. NAC.;TEL. CEL.;GPO. SANGUÍNEO;PPTE.;
1;ÁVILA;YÁÑEZ;ITZEL;23-04-91;6621042231;O RH+;G31840217;
2;PEÑA;BURROLA;JOSÉ RAMÓN;07-11-87;6622134410;A RH-;G28841530;
3;MC GREGOR;DE LA O;ÁNGEL;01-12-85;;;;
;;;;;;;;
`},
	// The embassy's English form.
	"embassy-english.csv": {text: `LAST NAME,FIRST NAME,MIDDLE NAME,RANK/TITLE,UNIT/ORGANIZATION,DOB (MM/DD/YYYY),PLACE OF BIRTH,GENDER,CITIZENSHIP,PASSPORT NUMBER,PASSPORT EXPIRATION,EMAIL ADDRESS,T-SHIRT SIZE,DIETARY RESTRICTIONS
MENJIVAR CANAS,ROSA,ELVIRA,AGENT,"UTEP, PNC",05/06/1992,San Salvador,F,SALVADORAN,B70112044,04/30/2031,ROSA.M@EXAMPLE.ORG,M,none
PORTILLO,OSCAR,,CORPORAL,"UTEP, PNC",11/04/1988,Usulutan,M,SALVADORAN,B70112051,08/01/2030,oportillo@example.org,XL,No pork
`},
	// French list in capitals, surnames of two words, day names, NBSP.
	"ht-french-form.csv": {as: charmap.Windows1252, crlf: true, text: "DIRECTION DÉPARTEMENTALE DE L'OUEST;;;;;;;\nListe des candidats;;;;;;;\nN°;NOM;PRÉNOMS;SEXE;DATE DE NAISSANCE;GRADE;AFFECTATION;N° PASSEPORT\n" +
		"1;PETIT-FRÈRE;Frantz\u00a0Junior;M;lundi 12 août 1985;Inspecteur;UDMO;RP4410221\n2;SAINT LOUIS;Marie Ange;F;3 déc. 1991;Agent III;CIMO;RP4410230\n3;NOËL;Évens;M;1er janv. 1990;Agent IV;BLTS;RP4410248\n;;;;;;;\nFait à Port-au-Prince, le 4 novembre 2026;;;;;;;\n;Le Directeur;;;;;;\n;Jacques Élie Théodore;;;;;;\n"},
	// Spanish header with an English one beneath, and the numbers of the columns.
	"gt-two-languages.csv": {text: `No.,Nombres,Apellidos,Grado,Fecha de Nacimiento,Pasaporte
No.,First names,Surnames,Rank,Date of Birth,Passport
1,2,3,4,5,6
1,Marvin Estuardo,Xol Caal,Inspector,05/06/1986,245678901
2,Floridalma,Ixcoy Tzoc,Agente,21/08/1994,198841100
`},
	// A template with its example left in.
	"hn-template-example.csv": {text: `Nombre Completo;Rango;Fecha de Nacimiento;Lugar de Nacimiento;No. de Identidad;Departamento donde labora
Ejemplo: Juan Ejemplo Muestra;Agente;01/01/1990;Tegucigalpa;0801-1990-00000;Francisco Morazán
Suyapa Milagro Bustillo Erazo;Agente;19/08/1991;Danlí, El Paraíso;0703-1991-00418;El Paraiso
Gerson Joel Murillo;Subinspector;02/11/1987;La Ceiba;0101-1987-01190;Atlantida
VACANTE;;;;;
`},
	// Airline form of names, sizes, titles before names.
	"mx-airline-names.csv": {text: `PASAJERO,FECHA NAC,PASAPORTE,TALLA CAMISA,TALLA BOTA
AVILA YANEZ/ITZEL,23APR91,G31840217,M,25
DE LA PENA BURROLA/JOSE RAMON,07NOV87,G28841530,XL,28.5
`},
	// The name column holds rank and number too.
	"co-rank-in-name.csv": {text: `ITEM|FUNCIONARIO|CEDULA|CORREO INSTITUCIONAL
1|PT. Jhon Fredy Restrepo Ospina|1017204411|jf.restrepo@example.org
2|SI. Leidy Johana Cárdenas Tobar|52884190|MAILTO:lj.cardenas@example.org
3|Capitán Hernán Darío Rueda Pinto|79554102|<hd.rueda@example.org>
`},
	// Birth date in three columns, blood group with letters, M for mujer.
	"mx-date-columns.csv": {text: `Nombre,Apellidos,Día,Mes,Año,Sexo (H/M),Edad,Estado civil
Karla Ivette,Terrazas Domínguez,17,mayo,1990,M,36,Casada
Joel,del Río Santillán,30,7,1994,H,32,Soltero
Luis Ángel,Beltrán Ruiz,2,dic,1988,H,37,Casado
`},
	// Headings with slips of the pen, lower-case names, footnotes.
	"sv-slips.csv": {text: `Nombres,Apelidos,Grado,Fecha de nacimeinto,Telefno,Departamneto
rosa elvira,menjívar cañas,Agente,19/07/1992,7012 4410,La Paz
óscar armando*,portillo henríquez,Cabo,28/02/1988,7099 1120,La Unión
* Pendiente de pasaporte
`},
	// Portuguese, surname column, twelve-hour junk, MacRoman.
	"br-mac-surnames.csv": {as: charmap.Macintosh, text: `Nº;Nome;Sobrenome;Graduação;Estado;Data nasc.;Telefone;Contato de emergência
1;João Paulo;da Conceição Araújo;Soldado PM;São Paulo;03/12/1990;(11) 98812-4410;Maria Araújo (mãe) (11) 97701-2204
2;Inês;Magalhães;3º Sargento PM;Ceará;25/04/1986;(85) 98701-1120;Antônio Magalhães - (85) 98660-3312
`},
	// Two agencies as sections, totals in between.
	"mx-agency-sections.csv": {text: `No.,Nombre completo,Cargo,CUIP
POLICÍA MUNICIPAL DE NOGALES,,,
1,Marisol Quijada Loya,Policía,QULM850130M26
2,Saúl Valenzuela Ochoa,Policía Tercero,VAOS880914H26
Subtotal,2,,
POLICÍA ESTATAL DE CHIHUAHUA,,,
1,Brenda Armenta Coronado,Suboficial,ARCB900217M08
2,Hugo Nava Ríos,Policía,NARH910702H08
Subtotal,2,,
Total general,4,,
`},
	// Cells of a spreadsheet saved as CSV: exponents, failed formulas, ".0".
	"hn-saved-as-csv.csv": {text: `Nombres,Apellidos,Identidad,Teléfono,Pasaporte,Nacimiento
Kenia,Ordóñez Paz,1.8072E+12,99881204.0,F220118,33715
Darwin,Euceda,0801199012345.0,3.31121E+07,#N/A,32874.0
`},
	// No accents anywhere, capitals, semicolons inside quotes.
	"eg-capitals.csv": {text: `NO;NAME;RANK;GOVERNORATE;DATE OF BIRTH;ARABIC NAME
1;AMR TAREK MAHMOUD FAHMY;CAPTAIN;EL GIZA;17/8/1990;عمرو طارق محمود فهمي
2;HEBA SAMEH ADEL RIZK;LIEUTENANT;KAFR EL SHEIKH;3/5/1995;هبة سامح عادل رزق
3;ABD EL RAHMAN NADER GAMAL;MAJOR;SHARKIA;21/1/1986;عبد الرحمن نادر جمال
`},
	// Latin and Arabic in one cell.
	"eg-one-cell.csv": {text: `Full Name,Birth Date,Governorate
Amr Tarek Fahmy / عمرو طارق فهمي,1990-08-17,القاهرة
Heba Sameh Rizk (هبة سامح رزق),1995-05-03,الاسكندرية
`},
	// Titular and alternates in one column, ranked.
	"gt-alternates.csv": {text: `Nombre,Primer Apellido,Segundo Apellido,Condición
Marvin,Xol,Caal,Titular
Floridalma,Ixcoy,Tzoc,Titular
Érick,de León,Barillas,Suplente 1
Josué,Cux,Choc,2do. suplente
Ana,Menchú,Pop,¿?
`},
	// A long letter above the table.
	"co-letter-above.csv": {text: "Bogotá D.C., 4 de noviembre de 2026\n\nSeñores\nUnidad de entrenamiento\n\nAsunto: nominación de funcionarios\n\n" +
		"\"Con toda atención me permito enviar la relación de los funcionarios nominados, quienes cumplen los requisitos, para su conocimiento y fines pertinentes.\"\n\n" +
		"GRADO,NOMBRES,APELLIDOS,C.C.,PASAPORTE,CORREO\nPT,Yuliana,Agudelo de la Hoz,1045882013,AZ011274,y.agudelo@example.org\nSI,Óscar,Villamil Rueda,79554102,AW883011,o.villamil@example.org\n\nAtentamente,\n\nCR. Hernán Prada\nJefe de área\n"},
	// One name only, parts missing, twice the same, a shared passport.
	"hn-troubles.csv": {text: `No,Nombres,Apellidos,Pasaporte,Fecha de nacimiento,Sexo,Tipo de sangre,Correo
1,Allan,,F221094,13/04/1990,M,O+,allan@example.org
2,,Bustillo Erazo,F220817,25/05/1988,F,Z+,suyapa.example.org
3,Gerson,Murillo,F228830,31/06/1992,?,O,gerson@example.org
4,gerson,MURILLO,F228830,,M,O+,
5,Darwin,Euceda,F228830,14/02/1991,M,O+,d@example.org
6,,,F229999,15/03/1990,F,A+,x@example.org
`},
	// A list in lower case, regions in every form, rank in a long form.
	"mx-regions.csv": {text: `Nombre y Apellidos;Edo.;Nacionalidad
Ana Ruiz Soto;CDMX;Mexicana
Luz Nava Ponce;Edo. Méx.;mexicana
Eva Lara Mora;B.C.;MEX
Sara Tapia Ceja;Coahuila de Zaragoza;MX
Inés Solís Mata;Veracruz Llave;México
Nora Meza Vera;Qro.;Mexicano
Olga Soto Vela;Hermosillo, Son.;méxico
Irma Luna Rico;Mexico City;mexicana
Elsa Paz Gil;Sonora / Chihuahua;mexicana
Ruth Leal Ríos;Texas;estadounidense
`},
	// Haiti's departments in French, Kreyòl, English and bare.
	"ht-regions.csv": {text: `Nom complet,Département,Nationalité
Wilner Dorval,Sud-Est,Haïtienne
Ketsia Saintil,Sidès,haïtien
Fritz Cadet,Département du Nord,Ayisyen
Nadège Noël,Grande-Anse,Haitian
Roody Délva,West,HT
Islande Joseph,Nò,HTI
`},
	// Deep nesting of quotes and a stray separator in the middle.
	"mx-ragged.csv": {text: "Nombre(s);Apellidos;Rango;Observaciones\nItzel;Ávila Yáñez;Policía;\"Dijo: \"\"presente\"\"; llega tarde\"\nHugo;Nava Ríos\nDulce;Ponce;Policía;nada;de más;\n"},
}

var moreWorkbooks = map[string]func(b *builder){
	// Titulars and alternates on two sheets, the table begins at column C.
	"sv-two-sheets.xlsx": func(b *builder) {
		for i, name := range []string{"Titulares", "Suplentes"} {
			b.sheet(name)
			b.row(name, 3, nil, nil, "N°", "NOMBRE COMPLETO", "ONI", "GRADO", "DEPARTAMENTO", "FECHA NAC.")
			b.row(name, 4, nil, nil, 1, []string{"Rosa Elvira Menjívar Cañas", "Ana Lilian Melgar Rivas"}[i], "A08812", "Agente", "La Paz", day(1992, 7, 19))
			b.row(name, 5, nil, nil, 2, []string{"Óscar Armando Portillo", "Noé Edgardo Escalante Cruz"}[i], "A07120", "Cabo", "Usulután", day(1988, 2, 28))
		}
		if err := b.f.DeleteSheet(s1); err != nil {
			b.t.Fatal(err)
		}
	},
	// One sheet a country is fine; here one column of agency merged downwards.
	"mx-merged-down.xlsx": func(b *builder) {
		b.row(s1, 1, "Dependencia", "Nombre", "Apellido paterno", "Apellido materno", "Fecha de nacimiento", "CURP")
		b.row(s1, 2, "Fiscalía General del Estado de Sonora", "Mayra", "Ceja", "Solís", "10/15/1993", "CESM931015MSRJLY03")
		b.row(s1, 3, nil, "Raúl", "Barajas", "Mora", "3/11/1987", "BAMR870311HSRRRL05")
		b.row(s1, 4, nil, "Joel", "Tapia", "Lara", "12/5/1989", "TALJ891205HSRPRL01")
		b.merge(s1, "A2", "A4")
	},
	// Typed dates in American format, numbers with leading zeros by format,
	// a filter, hidden rows, blank columns between.
	"hn-formats.xlsx": func(b *builder) {
		b.row(s1, 2, "Código", "", "Nombre y Apellidos", "", "Fecha Nacimiento", "Identidad", "", "Grupo sanguíneo y factor RH")
		b.row(s1, 3, 1, nil, "Kenia Lizeth Ordóñez Paz", nil, day(1992, 4, 21), 801199200451, nil, "O positivo")
		b.row(s1, 4, 2, nil, "Darwin Josué Euceda Paz", nil, day(1990, 1, 9), 801199012345, nil, "A+")
		code := "0000000000000"
		style, err := b.f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err == nil {
			err = b.f.SetCellStyle(s1, "F3", "F4", style)
		}
		if err == nil {
			err = b.f.SetRowVisible(s1, 4, false)
		}
		if err != nil {
			b.t.Fatal(err)
		}
	},
	// Forty long notes beneath, signatures side by side, a wide title.
	"ht-signatures.xlsx": func(b *builder) {
		b.row(s1, 1, strings.Repeat("POLICE NATIONALE D'HAÏTI ", 3))
		b.merge(s1, "A1", "F1")
		b.row(s1, 3, "Nom", "Prénom", "Grade", "Téléphone", "Date de naissance", "Département")
		b.row(s1, 4, "Étienne", "Fabiola", "Agent III", "+509 3712 4408", day(1991, 5, 17), "Sud-Est")
		b.row(s1, 5, "Théodore", "Mackenson", "Agent IV", "+509 4610 2277", day(1987, 9, 29), "Grande-Anse")
		b.row(s1, 7, "Total : 2")
		b.row(s1, 9, "Préparé par", nil, nil, "Approuvé par")
		b.row(s1, 10, "Insp. Ralph Cadet", nil, nil, "C.D. Myriam Desravines")
	},
}
