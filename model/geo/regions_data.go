package geo

// regionTable holds one region a line, under a line with its country:
//
//	code|name as shown|formal name or name in the standard|other forms
//
// Codes and formal names are those of ISO 3166-2; names shown are those that
// rosters and radio use. Forms are folded when the table is unpacked, so
// accents, dots and case do not matter.
const regionTable = `
=MX
AGU|Aguascalientes||ags
BCN|Baja California||bc, b c n, bcn, baja california norte
BCS|Baja California Sur||b c s
CAM|Campeche||camp
CHH|Chihuahua||chih, chi
CHP|Chiapas||chis
CMX|Ciudad de México||cdmx, cd mx, c d m x, d f, df, distrito federal, mexico city, mexico d f, mexico df, cd de mexico, cd mexico, ville de mexico, cidade do mexico, mexico cdmx
COA|Coahuila|Coahuila de Zaragoza|coah
COL|Colima||col
DUR|Durango||dgo
GRO|Guerrero||gro
GUA|Guanajuato||gto
HID|Hidalgo||hgo
JAL|Jalisco||jal
MEX|Estado de México|México|mexico, edo de mexico, edomex, edo mex, edo mexico, edo de mex, est de mexico, mex, state of mexico, em
MIC|Michoacán|Michoacán de Ocampo|mich
MOR|Morelos||mor
NAY|Nayarit||nay
NLE|Nuevo León||n l, nl, nvo leon
OAX|Oaxaca||oax
PUE|Puebla||pue
QUE|Querétaro||qro, queretaro de arteaga
ROO|Quintana Roo||q roo, qroo, q r, qr
SIN|Sinaloa||sin
SLP|San Luis Potosí||s l p, slp
SON|Sonora||son
TAB|Tabasco||tab
TAM|Tamaulipas||tamps, tamp
TLA|Tlaxcala||tlax
VER|Veracruz|Veracruz de Ignacio de la Llave|ver, veracruz llave
YUC|Yucatán||yuc
ZAC|Zacatecas||zac
=HT
AR|Artibonite||latibonit, l artibonite, art
CE|Centre||sant, plateau central, plato santral, le centre
GA|Grand'Anse|Grandans|grande anse, grand anse, grandans, la grand anse, grandanse
ND|Nord||no, le nord, north
NE|Nord-Est||nodes, no est, nordest, north east, northeast, n e
NI|Nippes|Nip|nip, les nippes
NO|Nord-Ouest||nodwes, nordouest, north west, northwest, n o
OU|Ouest|Lwès|lwes, l ouest, west
SD|Sud|Sid|sid, le sud, south
SE|Sud-Est|Sidès|sides, sudest, south east, southeast, s e
=HN
AT|Atlántida||atl, atlantida
CH|Choluteca||chol
CL|Colón||colon
CM|Comayagua||com
CP|Copán||copan
CR|Cortés||cort
EP|El Paraíso||paraiso
FM|Francisco Morazán||f m, fco morazan, fco mzn, francisco m, distrito central
GD|Gracias a Dios||g d, la mosquitia
IB|Islas de la Bahía||i b, bay islands, islas bahia
IN|Intibucá||intibuca
LE|Lempira||lemp
LP|La Paz||l p
OC|Ocotepeque||ocot
OL|Olancho||ol
SB|Santa Bárbara||s b, sta barbara
VA|Valle||
YO|Yoro||
=GT
AV|Alta Verapaz||a v, a verapaz
BV|Baja Verapaz||b v, b verapaz
CM|Chimaltenango||chimal
CQ|Chiquimula||chiq
ES|Escuintla||esc
GU|Guatemala||ciudad de guatemala, guatemala city, cd guatemala, guate, ciudad capital, depto de guatemala
HU|Huehuetenango||huehue
IZ|Izabal||
JA|Jalapa||
JU|Jutiapa||
PE|Petén||el peten
PR|El Progreso||progreso
QC|Quiché||el quiche
QZ|Quetzaltenango||xela, quetgo
RE|Retalhuleu||reu
SA|Sacatepéquez||sac
SM|San Marcos||s marcos
SO|Sololá||
SR|Santa Rosa||sta rosa
SU|Suchitepéquez||suchi
TO|Totonicapán||toto
ZA|Zacapa||
=CO
AMA|Amazonas||
ANT|Antioquia||ant
ARA|Arauca||
ATL|Atlántico||atl
BOL|Bolívar||bol
BOY|Boyacá||boy
CAL|Caldas||
CAQ|Caquetá||
CAS|Casanare||
CAU|Cauca||
CES|Cesar||
CHO|Chocó||
COR|Córdoba||
CUN|Cundinamarca||cund, c marca
DC|Bogotá|Distrito Capital de Bogotá|bogota d c, bogota dc, distrito capital, santafe de bogota, santa fe de bogota, d c, dc, bogota distrito capital
GUA|Guainía||
GUV|Guaviare||
HUI|Huila||
LAG|La Guajira||guajira
MAG|Magdalena||mag
MET|Meta||
NAR|Nariño||
NSA|Norte de Santander||n de santander, n santander, nte de santander, nte santander
PUT|Putumayo||
QUI|Quindío||
RIS|Risaralda||
SAN|Santander||
SAP|San Andrés y Providencia|San Andrés, Providencia y Santa Catalina|san andres, archipielago de san andres, archipielago de san andres providencia y santa catalina, san andres providencia y santa catalina
SUC|Sucre||
TOL|Tolima||
VAC|Valle del Cauca||valle, v del cauca, valle cauca
VAU|Vaupés||
VID|Vichada||
=EG
ALX|Alexandria|Al Iskandarīyah|alexandrie, alejandria, iskandariya, iskandariyah, alex, al iskandariya, alexandrina, الاسكندريه, اسكندريه
ASN|Aswan|Aswān|assouan, asuan, assuan, اسوان
AST|Asyut|Asyūţ|assiut, assiout, asyout, assyut, asiut, اسيوط
BA|Red Sea|Al Baḩr al Aḩmar|mer rouge, mar rojo, el bahr el ahmar, bahr al ahmar, hurghada, البحر الاحمر
BH|Beheira|Al Buḩayrah|behera, al buhayra, el beheira, behira, buhayra, البحيره
BNS|Beni Suef|Banī Suwayf|beni sueif, bani suef, beni souef, bani sweif, بني سويف
C|Cairo|Al Qāhirah|el cairo, le caire, caire, al qahira, el qahira, qahirah, qahira, kairo, القاهره
DK|Dakahlia|Ad Daqahlīyah|daqahliyah, dakahleya, daqahlia, dakahliya, ad daqahliya, mansoura, el dakahlia, الدقهليه
DT|Damietta|Dumyāţ|damiette, damieta, domyat, dumiat, دمياط
FYM|Faiyum|Al Fayyūm|fayoum, el fayoum, al fayoum, fayum, fayyum, el faiyum, الفيوم
GH|Gharbia|Al Gharbīyah|gharbiya, gharbeya, el gharbia, al gharbia, garbia, tanta, الغربيه
GZ|Giza|Al Jīzah|gizeh, guiza, el giza, al giza, al jiza, gisa, guizeh, el giza, الجيزه
IS|Ismailia|Al Ismā'īlīyah|ismailiya, ismailiyah, ismaileya, ismailia, الاسماعيليه
JS|South Sinai|Janūb Sīnā'|sinai del sur, sud sinai, sinai sur, janub sina, ganoub sina, s sinai, sinai sud, جنوب سيناء
KB|Qalyubia|Al Qalyūbīyah|kalyubia, qalubiya, qalyubiya, kalioubia, qaliubiya, qalyoubia, kalyoubia, el qalyubia, القليوبيه
KFS|Kafr el-Sheikh|Kafr ash Shaykh|kafr el sheikh, kafr el cheikh, kafr alsheikh, kafr elsheikh, kafr al sheikh, كفر الشيخ
KN|Qena|Qinā|kena, quena, قنا
LX|Luxor|Al Uqşur|louxor, al uqsur, el oksor, al oqsor, الاقصر
MN|Minya|Al Minyā|menia, el minya, al menia, minia, el menya, menya, المنيا
MNF|Monufia|Al Minūfīyah|menoufia, menofia, minufiya, menoufiya, monoufia, menufia, el menoufia, المنوفيه
MT|Matrouh|Maţrūḩ|marsa matrouh, matruh, marsa matruh, mersa matruh, matrooh, مطروح, مرسي مطروح
PTS|Port Said|Būr Sa‘īd|puerto said, port saïd, bur said, bour said, bor said, بورسعيد, بور سعيد
SHG|Sohag|Sūhāj|suhaj, sohaj, souhag, suhag, سوهاج
SHR|Sharqia|Ash Sharqīyah|sharkia, al sharqia, charkia, ash sharqiya, sharqiya, el sharkia, sharkeya, zagazig, الشرقيه
SIN|North Sinai|Shamāl Sīnā'|sinai del norte, nord sinai, sinai norte, shamal sina, n sinai, sinai nord, el arish, شمال سيناء
SUZ|Suez|As Suways|suweis, el suez, al suways, as suwais, el suweis, السويس
WAD|New Valley|Al Wādī al Jadīd|nuevo valle, nouvelle vallee, wadi gedid, al wadi al gadid, el wadi el gedid, wadi al jadid, الوادي الجديد
=SV
AH|Ahuachapán||
CA|Cabañas||
CH|Chalatenango||chalate
CU|Cuscatlán||
LI|La Libertad||libertad
MO|Morazán||
PA|La Paz||
SA|Santa Ana||sta ana
SM|San Miguel||s miguel
SO|Sonsonate||
SS|San Salvador||s salvador, s s
SV|San Vicente||s vicente
UN|La Unión||
US|Usulután||
=BR
AC|Acre||
AL|Alagoas||
AM|Amazonas||
AP|Amapá||
BA|Bahia||
CE|Ceará||
DF|Distrito Federal||brasilia, brasilia df
ES|Espírito Santo||
GO|Goiás||
MA|Maranhão||
MG|Minas Gerais||
MS|Mato Grosso do Sul||
MT|Mato Grosso||
PA|Pará||
PB|Paraíba||
PE|Pernambuco||
PI|Piauí||
PR|Paraná||
RJ|Rio de Janeiro||rio
RN|Rio Grande do Norte||
RO|Rondônia||
RR|Roraima||
RS|Rio Grande do Sul||
SC|Santa Catarina||
SE|Sergipe||
SP|São Paulo||s paulo, sampa
TO|Tocantins||
=US
AL|Alabama||ala
AK|Alaska||
AZ|Arizona||ariz
AR|Arkansas||ark
CA|California||calif, cal
CO|Colorado||colo
CT|Connecticut||conn
DE|Delaware||del
DC|District of Columbia||washington d c, washington dc, d c
FL|Florida||fla
GA|Georgia||
HI|Hawaii||
ID|Idaho||
IL|Illinois||ill
IN|Indiana||ind
IA|Iowa||
KS|Kansas||
KY|Kentucky||
LA|Louisiana||
ME|Maine||
MD|Maryland||
MA|Massachusetts||mass
MI|Michigan||mich
MN|Minnesota||minn
MS|Mississippi||miss
MO|Missouri||
MT|Montana||
NE|Nebraska||
NV|Nevada||
NH|New Hampshire||
NJ|New Jersey||nueva jersey
NM|New Mexico||nuevo mexico
NY|New York||nueva york
NC|North Carolina||carolina del norte
ND|North Dakota||dakota del norte
OH|Ohio||
OK|Oklahoma||okla
OR|Oregon||
PA|Pennsylvania||
PR|Puerto Rico||
RI|Rhode Island||
SC|South Carolina||carolina del sur
SD|South Dakota||dakota del sur
TN|Tennessee||tenn
TX|Texas||tex
UT|Utah||
VT|Vermont||
VA|Virginia||
WA|Washington||
WV|West Virginia||virginia occidental
WI|Wisconsin||
WY|Wyoming||
AS|American Samoa||
GU|Guam||
MP|Northern Mariana Islands||
UM|U.S. Minor Outlying Islands|United States Minor Outlying Islands|
VI|U.S. Virgin Islands|Virgin Islands, U.S.|`
