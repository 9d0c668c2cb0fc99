package roster

import (
	"maps"

	"golang.org/x/text/encoding/charmap"
)

func init() {
	maps.Copy(textFiles, hardTextFiles)
	maps.Copy(workbooks, hardWorkbooks)
}

// Lists that were read wrong once, each in its trouble's own form.
var hardTextFiles = map[string]textFile{
	// "Noms" and "Rang", the Haitian form's words; years and months alone.
	"ht-rang-noms.csv": {as: charmap.Windows1252, text: "N;Rang;Noms;Prénoms;Sexe;Lieu de naissance;Date naiss;NIF;Dept;Commissariat\n" +
		"01;A2;DORSAINVIL ;  Wendy   Rose;F;Jérémie;14/07/1985;003-123-456-7;Grande-Anse;Jérémie\n02;A3;LOUIS-CHARLES;Mika;F;Les Cayes;1985;004-123-456-7;Sud;Cayes\n03;IP;ST. AMOUR;Wislin;M;Cap Haïtien;05/1986;;Nord ;Cap\n"},
	// Kreyòl months and headings; one replacement in a column called "Ran".
	"ht-kreyol-months.csv": {text: "Siyati yo,Non,Dat nesans,Depatman,Nimewo telefòn,Grad,Ran\nBelfò,Mari Klod,15 me 1990,Latibonit,3712 1234,Ajan 2,\nTimanit,Jan Klod,7 jiyè 1985,Sant,3812 9999,Enspektè,ranplasan\nVilè,Katya,30 out 1993,Sid,,,\n"},
	// Alternates marked in the number, in brackets, by a title.
	"gt-alternates-marked.csv": {text: `No.,Apellidos,Nombres,Grado
1,Xicará Paz,Ana,Cabo
2,Roque Paz,Eva,Cabo
Alt. 1,Marroquín Paz,Luz,Cabo
Alt-2,Solís Paz,Iris,Cabo
S3,Rivas Paz,Noé,Cabo
R4,Tum Paz,Joel,Cabo
X9,Cojtí Paz,Otto,Cabo
,Waight (ALTERNO),Noé,Cabo
3,Chub Caal,Ruth - suplente,Cabo
Lista de espera,,,
1,Zea,Sara,Cabo
TITULARES,,,
4,Batz,Nina,Cabo
`},
	// A column for alternates only, marked as people mark.
	"mx-suplente-x.csv": {text: "Paterno,Materno,Nombre,Suplente,Lugar\nGil,Paz,Ana,,Titular\nRoa,Sol,Eva,X,\nMar,Sol,Luz,SI,\nVía,Sol,Uma,NO,\nRío,Sol,Noé,2,\nLuna,Sol,Ida,✓,\nTéllez,Sol,Ivo,quién sabe,\n"},
	// Words for those who wait.
	"ar-waiting.csv": {text: "Apellidos,Nombres,Calidad\nGil,Ana,Propietario\nRoa,Eva,Emergente\nMar,Luz,Lista de espera\nSol,Uma,2º suplente\nPaz,Ida,Reserve\nVía,Ian,Standby\n"},
	// A column nobody would know by its heading.
	"br-situacao.csv": {as: charmap.Windows1252, text: "Nome;Sobrenome;Nascimento;RG;Posto/Grad.;UF;Celular;Situação;OPM\nJoão;da Silva Couto;7 de setembro de 1985;12.345.678-9;3º Sgt PM;SP;(11) 98765-4321;Titular;BOPE\nConceição;d'ÁVILA;29/02/1988;MG-12.345.678;Cap PM;MG;31 9 8765 4321;Reserva 1;GATE\nÍcaro;dos Santos Júnior;30/02/1988;;Sd 1ª Cl;RJ;;Reserva 2;\n"},
	// Page feet, repeated headers, a title over each half, prose.
	"mx-page-feet.csv": {text: "Apellidos,Nombres,Edad\nGil,Ana,30\nRoa,Eva,31\nPágina 1 de 2,,\nApellidos,Nombres,Edad\nPaz,Luz,30\nHoja 2,,\nPage 2/2,,\nTo whom it may concern.,,\nSe adjunta la relación para los fines que convengan.,,\n"},
	// Ranks before names, in every spelling; numbers in names.
	"mx-ranks-in-names.csv": {text: "Grado y Nombre Completo,Institución\nComisario Inspector Juan Carlos Paz Gil,Policía Federal\nSubof. Mayor (R) Eva Roa Sol,Gendarmería\nPolicía 3/o. Luz Mar Ríos,SSPC\nSof. 2do. Hugo Nava Lara,SSPC\nLuis 45 Peña,SSPC\nRuiz/Soto/Ana,SSPC\nNombre completo,SSPC\n"},
	// On its side.
	"sideways.csv": {text: "Apellidos,Gil,Roa,Paz\nNombres,Ana,Eva,Luz\nPasaporte,G1,G2,G3\n"},
	// Abbreviated headings, capitals after a particle, regions of no country known here.
	"bo-abbreviated.csv": {text: "MINISTERIO DEL INTERIOR;;;;;;\nRelación nominal del personal propuesto – Curso Táctico;;;;;;\n;;;;;;\nOrd.;Jerarquía;Apellidos y Nombres;C.I. N°;F. Nacim.;Celular;Prov.\n1;Of. Ayte.;QUISPE CONDORI, Juan Carlos;8.123.456-7;3-feb-1990;+591 7 654 3210;La Paz\n2;Sof. 2do.;de la CRUZ FLORES, María del Carmen;7.654.321;15-ago-85;76543211;Cbba.\n3;Cbo.;VARGAS, Ñusta;;01-ene-1991;;Santa Cruz\nTOTAL: 3;;;;;;\n"},
	// Surnames without a country, a shift to the side, a comma file with a semicolon row.
	"es-shifted.csv": {text: "Apellidos,Nombres\nGil Paz,Ana\nRoa Sol,Eva\nSol Mar,Ida\nGil\nRoa,Uma,extra,cells\nPaz;Luz\nMadonna,\n"},
	// Dates in few letters, the year first in two digits, a place behind.
	"sv-short-dates.csv": {text: "Apellidos,Nombres,Nac.,Depto\nGil,Ana,87/09/03,Ahuachapán\nRoa,Eva,05/11/02,La Libertad\nPaz,Luz,1 de en. de 1990,S. Salvador\nSol,Ida,03.08.1987 Usulután,Usulután\nMar,Noé,ayer,Usulután\n"},
	// What a spreadsheet and its users leave in cells.
	"co-apostrophes.csv": {text: "Apellidos,Nombres,Cédula,Pasaporte,Celular,Fecha de nacimiento,Tallas\nGil,Ana,1020304050.0,TRUE,3001234567.0,32000.0,M\nRoa,Eva,\"1.020.304.051\",0000,3.00123E+09,32001,L\nPaz,Luz,'1020304052,AZ1234,'+57 300 123 4569,32002,S\n\"Pérez \"\"Pepe\"\" Ruiz\",José,1020304053,AZ1235,\"300 555 1234, jose@example.org\",32003,XL\n"},
	// The document's kind in a column of its own.
	"mx-kinds.csv": {text: "Apellidos,Nombres,Tipo de documento,No. de documento\nGil Paz,Ana,PASAPORTE,G11223344\nRoa Sol,Eva,DPI,2234 56789 0101\nSol Mar,Ida,Pasaporte,G11223345\n"},
	// UTF-8 taken for Windows-1252 and stored as UTF-8.
	"mx-garbled.csv": {text: "Apellidos,Nombres,TelÃ©fono\nNÃºÃ±ez PeÃ±a,IvÃ¡n,662 1\nÃ\u0081vila,MarÃ\u00ada,662 2\n"},
	// Arabic headings throughout.
	"eg-arabic-headings.csv": {text: "الاسم,الرتبة,تاريخ الميلاد,رقم الجواز,الرقم القومي,رقم الموبايل,جهة العمل,المحافظة,Name in English\nعمرو طارق,نقيب,١٩٨٥/٠٣/٠٤,A1,٢٨٥٠٣٠٤٠١٠٢٣٤٥,٠١٠٠١٢٣٤٥٦٧,مديرية أمن الجيزة,الجيزة,Amr Tarek\nهبة سامح,رائد,١٩٨٦/١٢/٢٥,A2,,,,القاهرة,Heba Sameh\n"},
	// Same words, other order; day and month exchanged.
	"eg-variants.csv": {text: "Full name,Date of birth,Passport\nMohammed Abdel-Rahman Hassan,1985-03-04,A1\nMohamed Abdelrahman Hasan,1985-03-04,A-1\nMuhammad Abd El Rahman Hassan,1985-04-03,\nHassan Mohamed Abdelrahman,1985-03-04,\n"},
	// The embassy's short headings.
	"us-embassy-short.csv": {text: "Full Name (Last, First MI);DOB (dd-mmm-yy);PP#;Home State/Dept.;Blood\n\"Gil Paz, Ana M.\";05-Feb-88;G1;Sonora;O+ve\n"},
}

var hardWorkbooks = map[string]func(b *builder){
	// A group over kind and number; the birth date in three columns.
	"mx-group-kinds.xlsx": func(b *builder) {
		b.row(s1, 1, "SECRETARÍA DE SEGURIDAD")
		b.row(s1, 3, "Nombre del elemento", nil, nil, "Documento", nil)
		b.row(s1, 4, "Ap. Paterno", "Ap. Materno", "Nombre(s)", "Tipo", "Número")
		b.row(s1, 5, "ZAMORA", "YÁÑEZ", "ROSA ISELA", "PASAPORTE", "G11223344")
		b.row(s1, 6, "OCHOA", "DE LEÓN", "MARTÍN", "CURP", "OOLM901212HSPCNR03")
	},
	// A sheet for those who hold seats, one for those who wait.
	"sv-alternates-sheet.xlsx": func(b *builder) {
		b.sheet("Suplentes")
		b.row("Suplentes", 1, "Nombres", "Apellidos")
		b.row("Suplentes", 2, "Noé Edgardo", "Escalante Cruz")
		b.row("Suplentes", 3, "Ana Lilian", "Melgar Rivas")
		b.row(s1, 1, "Portada")
	},
}
