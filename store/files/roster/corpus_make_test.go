package roster

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// The corpus: rosters in the shapes they arrive in, with invented people.
// Every file is one trouble or a few; the comment says which.

// a day for a cell that a spreadsheet keeps as a date.
func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func writeCorpus(t *testing.T) {
	for name, text := range textFiles {
		data := []byte(text.text)
		if text.crlf {
			data = []byte(strings.ReplaceAll(text.text, "\n", "\r\n"))
		}
		if text.as != nil {
			out, err := text.as.NewEncoder().Bytes(data)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			data = out
		}
		write(t, name, append([]byte(text.mark), data...))
	}
	for name, make := range workbooks {
		f := excelize.NewFile()
		make(&builder{t: t, f: f})
		b, err := f.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		write(t, name, b.Bytes())
	}
}

func write(t *testing.T, name string, data []byte) {
	if err := os.WriteFile(filepath.Join("testdata", "corpus", name), data, 0o644); err != nil {
		t.Fatal(err)
	}
}

type textFile struct {
	text string
	as   encoding.Encoding
	mark string
	crlf bool
}

var utf16LE = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)

var textFiles = map[string]textFile{
	// The plain case: UTF-8, both surnames, Mexican forms of regions, a CURP.
	"mx-sonora-plain.csv": {text: `No.,Apellido Paterno,Apellido Materno,Nombre(s),Grado,Corporación,Estado,Fecha de Nacimiento,Sexo,CURP,Pasaporte,Vigencia,Teléfono,Correo electrónico,Tipo de sangre
1,Ávila,Yáñez,Itzel Guadalupe,Policía Tercero,Policía Estatal de Seguridad Pública,Sonora,23/04/1991,M,AIYI910423MSRVXT04,G31840217,15/08/2031,662 104 2231,itzel.avila@example.org,O+
2,de la Peña,Burrola,José Ramón,Policía Segundo,Policía Estatal de Seguridad Pública,Son.,07/11/1987,H,PXBR871107HSRXRM08,G28841530,02/03/2029,(662) 213-4410,jrpena@example.org,A Rh positivo
3,Quijada,,Marisol,Suboficial,Policía Municipal de Nogales,SONORA,30/01/1985,M,,G30022814,01/12/2030,+52 1 631 119 0042,marisol.q@example.org,AB neg
4,Rentería,Loya,Óscar Iván,Policía,SSPE,Chih.,12/12/1993,H,RELO931212HCHNYS02,G33310092,19/05/2032,614-333-2015,,O-
`},
	// Windows-1252, semicolons, CRLF, title rows, trailing notes.
	"hn-1252-semicolon.csv": {as: charmap.Windows1252, crlf: true, text: `POLICÍA NACIONAL DE HONDURAS;;;;;;;
DIRECCIÓN NACIONAL DE FUERZAS ESPECIALES;;;;;;;
;;;;;;;
N°;GRADO;NOMBRES;APELLIDOS;IDENTIDAD;DEPARTAMENTO;FECHA DE NACIMIENTO;UNIDAD
1;Subinspector;Wilmer Adalid;Núñez Ordóñez;0801-1990-04412;Francisco Morazán;14-mar-1990;TIGRES
2;Agente;Keylin Yamileth;Zúniga;0501-1995-11873;Cortés;2-sep-1995;TIGRES
3;Clase III;Édgar Noé;Güity Álvarez;0101-1989-00931;Atlántida;25-dic-1989;COBRAS
4;Agente;Dilcia María;Peña Cantarero;1201-1992-00277;La Paz;9-ene-1992;COBRAS
;;;;;;;
TOTAL DE PARTICIPANTES;;4;;;;;
NOTA: Los participantes viajan el domingo.;;;;;;;
`},
	// UTF-16 little endian with its mark, tabs: Excel's "Unicode text".
	"gt-utf16-tabs.txt": {as: utf16LE, mark: "\xff\xfe", crlf: true, text: "Correlativo\tNombre completo\tDPI\tRango\tDependencia\tDepartamento\tNacimiento\tCelular\n" +
		"1\tMarvin Estuardo Xol Caal\t2456 78901 1601\tInspector\tDIPAFRONT, PNC\tAlta Verapaz\t5 de junio de 1986\t5512-8841\n" +
		"2\tFloridalma Ixcoy Tzoc\t1988 41100 1401\tAgente\tDIPAFRONT, PNC\tQuiché\t21 de agosto de 1994\t4410-0275\n" +
		"3\tÉrick Josué de León Barillas\t3001 22987 0101\tOficial Tercero\tDEIC, PNC\tGuatemala\t11 de enero de 1990\t3098 1160\n"},
	// UTF-16 without mark.
	"sv-utf16-nomark.csv": {as: utf16LE, text: `Nombre,Primer Apellido,Segundo Apellido,DUI,ONI,Cargo,Departamento,F. Nac.
Rosa Elvira,Menjívar,Cañas,04412873-1,A08812,Agente,Cuscatlán,19/07/1992
Óscar Armando,Portillo,Henríquez,03988120-4,A07120,Cabo,La Unión,28/02/1988
`},
	// French, family names in capitals in one column with the given names.
	"ht-capitals.csv": {text: `N°;Nom et Prénom(s);Grade;Unité;Département;Date de naissance;Sexe;NIF;Groupe sanguin;Langues
1;JEAN-BAPTISTE Wilner;Agent IV;BLTS;Ouest;12 mars 1988;M;004-218-331-2;O+;Créole, français
2;Guerline SAINT-FLEUR;Agent III;CIMO;Sud-Est;1er août 1990;F;003-771-920-5;A+;Kreyòl, franse, angle (de baz)
3;DESROSIERS Marie Nadège;Inspecteur;SWAT;Grand'Anse;30 novembre 1985;F;001-552-108-9;B+;créole/français/anglais
4;PIERRE-LOUIS Ricardeau;Agent II;BLTS;Lwès;5 février 1993;M;007-310-004-1;0+;créole
`},
	// Kreyòl headings, Macintosh encoding.
	"ht-kreyol-mac.csv": {as: charmap.Macintosh, text: `Nimewo,Siyati,Non,Sèks,Dat ou fèt,Depatman,Grad,Telefòn,Gwoup san
1,Étienne,Fabiola,F,17/05/1991,Sidès,Ajan III,+509 3712 4408,O+
2,Théodore,Mackenson,M,29/09/1987,Latibonit,Ajan IV,+509 4610 2277,A-
3,Lhérisson,Woodly,M,23/12/1994,Nò,Ajan II,+509 3301 9981,O+
`},
	// Brazilian, Portuguese headings and months, CPF, particles.
	"br-portuguese.csv": {text: `Ordem;Nome completo;Posto/Graduação;Órgão;UF;Data de nascimento;CPF;Passaporte;Validade;Tipo sanguíneo;Sexo
1;Thiago Moura da Conceição;2º Sargento PM;PMESP;SP;04 de fevereiro de 1986;218.440.317-09;GA118204;12/2031;O+;Masculino
2;Larissa Nogueira dos Anjos;Cabo PM;PMERJ;RJ;27 de setembro de 1992;340.118.992-51;GB220914;30/06/2030;A-;Feminino
3;Wagner Luiz Peixoto Filho;Capitão PM;BMRS;Rio Grande do Sul;15 de março de 1984;077.201.663-40;FX901277;19/01/2029;AB+;Masculino
`},
	// Arabic script beside Latin, Egyptian digits, names in four parts.
	"eg-arabic-beside.csv": {mark: "\xef\xbb\xbf", text: `م,Name in English,الاسم,Rank,Governorate,Date of Birth,National ID,Mobile,Blood Group
١,Mohamed Ahmed Hassan El-Sayed,محمد أحمد حسن السيد,Captain,Al Qāhirah,١٢/٣/١٩٨٨,٢٨٨٠٣١٢٠١٠٢٢٧٤,+20 100 221 4470,O+
٢,Mariam Sherif Abd El Rahman Farouk,مريم شريف عبد الرحمن فاروق,First Lieutenant,Giza,٢٥/٧/١٩٩٣,٢٩٣٠٧٢٥٢١٠١٨٨٦,+20 111 908 3312,A+
٣,Khaled Mostafa Ibrahim Soliman,خالد مصطفى إبراهيم سليمان,Major,Asyut,٣٠/١١/١٩٨٤,٢٨٤١١٣٠٢٥٠٠٩٩١,+20 122 774 0193,B-
`},
	// Windows-1256.
	"eg-1256.csv": {as: charmap.Windows1256, crlf: true, text: `م,الاسم,Full Name,الرتبة,المحافظة,تاريخ الميلاد
1,عمرو طارق محمود فهمي,Amr Tarek Mahmoud Fahmy,نقيب,القاهرة,17/08/1990
2,هبة سامح عادل رزق,Heba Sameh Adel Rizk,ملازم أول,الجيزة,03/05/1995
3,أشرف نادر جمال منصور,Ashraf Nader Gamal Mansour,رائد,الإسكندرية,21/01/1986
`},
	// Excel's first line, pipes of fields, NBSP and double spaces.
	"mx-sep-line.csv": {mark: "\xef\xbb\xbf", crlf: true, text: "sep=;\nRANGO;NOMBRE;APELLIDOS;ENTIDAD FEDERATIVA;DOB\n" +
		"Policía\u00a0Primero;\u00a0Karla  Ivette ;Terrazas\u00a0\u00a0Domínguez;CDMX;1990-05-17\nOficial;Luis Ángel;Beltrán Ruiz;Edo. de México;1988-12-02\n" +
		"Policía;Joel;del Río Santillán;D.F.;1994-07-30\n"},
	// CP850, as old DOS payroll programs write it.
	"hn-cp850.txt": {as: charmap.CodePage850, crlf: true, text: `NOMBRE|APELLIDO|CEDULA|GRADO|DEPTO|NACIMIENTO
Marlon Aníbal|Muñoz Peña|0301198800412|Agente|Comayagua|22/06/1988
Reina Isabel|Cálix Núñez|0704199100233|Subinspector|El Paraíso|13/10/1991
Tomás|Güity Norales|0209199300118|Agente|Colón|31/05/1993
`},
	// Names all in capitals, in one column, surnames first; rank before some.
	"mx-one-column-caps.csv": {text: `LISTADO DE ELEMENTOS PROPUESTOS,,,
N.P.,NOMBRE DEL ELEMENTO,ADSCRIPCIÓN,FECHA NAC.
1,HERNANDEZ DE LA CRUZ JUAN CARLOS,U.E.I. HERMOSILLO,14/02/1990
2,BURROLA YAÑEZ MARTHA ELENA,GRUPO TÁCTICO,28/09/1988
3,DEL RIO CORRALES JESUS MANUEL,GRUPO TÁCTICO,03/03/1992
4,LEYVA FELIX ANA KAREN,U.E.I. CAJEME,19/11/1995
5,GARCIA ROBLES MARIA DEL CARMEN,U.E.I. CAJEME,30/06/1986
`},
	// No header at all.
	"co-no-header.csv": {text: `Jhon Fredy Restrepo Ospina,Patrullero,Antioquia,1992-04-18,jf.restrepo@example.org
Leidy Johana Cárdenas Tobar,Subintendente,Bogotá D.C.,1989-10-30,lj.cardenas@example.org
Óscar Andrés Villamil Rueda,Intendente,Valle del Cauca,1985-01-22,oa.villamil@example.org
`},
	// Month first, said by one date only; ages that cannot be; no such day.
	"us-style-dates.csv": {text: `First Name,Last Name,Rank,Agency,Country,DOB,Passport No.,Expiration Date
Carlos,Umaña,Sergeant,PNC,El Salvador,03/25/1989,A01882231,07/04/2030
Sofía,Melgar,Agent,PNC,El Salvador,04/05/1991,A02210094,11/12/2029
Rina,Escalante,Agent,PNC,El Salvador,02/30/1990,A01190377,01/31/2031
Noé,Cruz,Agent,PNC,El Salvador,06/07/2019,A03301128,05/06/2024
`},
	// No date says which order: asked.
	"hn-dates-doubtful.csv": {text: `Nombres,Apellidos,Fecha de nacimiento,Pasaporte
Allan,Midence,03/04/1990,F221094
Suyapa,Bustillo,11/05/1988,F220817
Gerson,Murillo,07/07/1992,F228830
`},
	// Quoted line ends inside a cell, comma names, formulas, escapes and bidi.
	"mx-hostile.csv": {text: "Nombre completo,Grado,Estado,Observaciones\n" +
		"\"Ávila Yáñez, Itzel\",Policía,Sonora,\"Primera línea\nsegunda línea\"\n" +
		"\"Ruiz \x1b[31mLópez, Hugo\",=cmd|' /C calc'!A0,Sonora,\"=HYPERLINK(\"\"http://example.org\"\",\"\"x\"\")\"\n" +
		"\"Soto\u202E Vega, Ana\u200b\",Policía,Sonroa,+1+1\n"},
	// Titular and alternates in sections, no name in one row, a repeated header.
	"mx-sections.csv": {text: `PROPUESTA DE PARTICIPANTES,,,,
No.,Nombre(s),Apellido Paterno,Apellido Materno,Pasaporte
TITULARES,,,,
1,Brenda,Armenta,Coronado,G40018821
2,Saúl,Valenzuela,Ochoa,G40018830
3,,,,G40018842
No.,Nombre(s),Apellido Paterno,Apellido Materno,Pasaporte
SUPLENTES,,,,
1,Mirna,Encinas,Grijalva,G40018855
2,Brenda,Armenta,Coronado,G40018821
3,,,,
`},
	// Names in several columns as Egyptian forms ask for them; emergency contact.
	"eg-name-parts.csv": {text: `S/N,Given Name,Father Name,Grandfather Name,Family Name,Gender,DOB,Unit,Emergency Contact,Phone
1,Youssef,Adel,Kamal,Naguib,Male,14-Feb-90,Special Ops,"Adel Naguib (father) +20 100 555 0101",+20 100 555 0100
2,Nourhan,Tarek,Fathy,Elgendy,Female,02-Nov-94,Special Ops,"Tarek Elgendy, +20 100 555 0103",+20 100 555 0102
`},
	// A list of one column.
	"one-column.txt": {text: "Nombre completo\nÁvila Yáñez, Itzel\nBurrola Peña, José Ramón\nQuijada Loya, Marisol\n"},
}
