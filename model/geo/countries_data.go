package geo

// countryTable holds one country a line:
//
//	alpha-2 alpha-3|English|Spanish|French|Portuguese|other names, demonyms
//
// All of the Americas, and the countries elsewhere that are likely partners or
// nationalities. Names are those in use, not the formal ones of the standard.
const countryTable = `
AG ATG|Antigua and Barbuda|Antigua y Barbuda|Antigua-et-Barbuda|Antígua e Barbuda|antiguan
AR ARG|Argentina|Argentina|Argentine|Argentina|argentino, argentin, argentinian, argentinean
BB BRB|Barbados|Barbados|Barbade|Barbados|barbadian, barbadense
BZ BLZ|Belize|Belice|Belize|Belize|belizean, beliceno, belicena, belizien
BO BOL|Bolivia|Bolivia|Bolivie|Bolívia|bolivian, boliviano, boliviana, bolivien, bolivienne, estado plurinacional de bolivia
BR BRA|Brazil|Brasil|Brésil|Brasil|brazilian, brasileno, brasilena, brasileiro, brasileira, bresilien, bresilienne, republica federativa do brasil, brezil, البرازيل
BS BHS|Bahamas|Bahamas|Bahamas|Bahamas|bahamian, the bahamas, bahameno, bahamena, bahameen
CA CAN|Canada|Canadá|Canada|Canadá|canadian, canadiense, canadien, canadienne, canadense
CL CHL|Chile|Chile|Chili|Chile|chilean, chileno, chilena, chilien, chilienne
CO COL|Colombia|Colombia|Colombie|Colômbia|colombian, colombiano, colombiana, colombien, colombienne, republica de colombia, kolonbi
CR CRI|Costa Rica|Costa Rica|Costa Rica|Costa Rica|costa rican, costarricense, costarricien, costarriquenho
CU CUB|Cuba|Cuba|Cuba|Cuba|cuban, cubano, cubana, cubain, cubaine
DM DMA|Dominica|Dominica|Dominique|Dominica|
DO DOM|Dominican Republic|República Dominicana|République dominicaine|República Dominicana|dominican, dominicano, dominicana, dominicain, dominicaine, rep dominicana, rep dom, rd
EC ECU|Ecuador|Ecuador|Équateur|Equador|ecuadorian, ecuadorean, ecuatoriano, ecuatoriana, equatorien, equatorienne, equatoriano, equatoriana
SV SLV|El Salvador|El Salvador|Salvador|El Salvador|salvadoran, salvadorean, salvadoreno, salvadorena, salvadorien, salvadorienne, salvadorenho, republica de el salvador
GD GRD|Grenada|Granada|Grenade|Granada|grenadian, granadino, granadina
GT GTM|Guatemala|Guatemala|Guatemala|Guatemala|guatemalan, guatemalteco, guatemalteca, guatemalteque, republica de guatemala
GY GUY|Guyana|Guyana|Guyana|Guiana|guyanese, guyanes, guyanesa
HT HTI|Haiti|Haití|Haïti|Haiti|haitian, haitiano, haitiana, haitien, haitienne, ayiti, ayisyen, republique d haiti, republique dhaiti
HN HND|Honduras|Honduras|Honduras|Honduras|honduran, hondureno, hondurena, hondurien, hondurienne, hondurenho, republica de honduras
JM JAM|Jamaica|Jamaica|Jamaïque|Jamaica|jamaican, jamaiquino, jamaiquina, jamaicain
KN KNA|Saint Kitts and Nevis|San Cristóbal y Nieves|Saint-Christophe-et-Niévès|São Cristóvão e Névis|st kitts and nevis, st kitts
LC LCA|Saint Lucia|Santa Lucía|Sainte-Lucie|Santa Lúcia|st lucia, saint lucian
MX MEX|Mexico|México|Mexique|México|mexican, mexicano, mexicana, mexicain, mexicaine, mejico, mejicano, mejicana, estados unidos mexicanos, eum, republica mexicana, meksik
NI NIC|Nicaragua|Nicaragua|Nicaragua|Nicarágua|nicaraguan, nicaraguense, nicaraguayen
PA PAN|Panama|Panamá|Panama|Panamá|panamanian, panameno, panamena, panameen, republica de panama
PE PER|Peru|Perú|Pérou|Peru|peruvian, peruano, peruana, peruvien, peruvienne
PR PRI|Puerto Rico|Puerto Rico|Porto Rico|Porto Rico|puerto rican, puertorriqueno, puertorriquena
PY PRY|Paraguay|Paraguay|Paraguay|Paraguai|paraguayan, paraguayo, paraguaya, paraguayen, paraguaio
SR SUR|Suriname|Surinam|Suriname|Suriname|surinamese, surinames
TT TTO|Trinidad and Tobago|Trinidad y Tobago|Trinité-et-Tobago|Trindade e Tobago|trinidadian, trinitario, trinitaria, trinidad
US USA|United States|Estados Unidos|États-Unis|Estados Unidos|american, estadounidense, americano, americana, americain, americaine, norteamericano, norteamericana, united states of america, estados unidos de america, etats unis d amerique, etats unis damerique, u s, u s a, ee uu, eeuu, eua, etazini
UY URY|Uruguay|Uruguay|Uruguay|Uruguai|uruguayan, uruguayo, uruguaya, uruguayen, uruguaio
VC VCT|Saint Vincent and the Grenadines|San Vicente y las Granadinas|Saint-Vincent-et-les-Grenadines|São Vicente e Granadinas|st vincent
VE VEN|Venezuela|Venezuela|Venezuela|Venezuela|venezuelan, venezolano, venezolana, venezuelien, venezuelienne, venezuelano, venezuelana
AE ARE|United Arab Emirates|Emiratos Árabes Unidos|Émirats arabes unis|Emirados Árabes Unidos|emirati, uae
AF AFG|Afghanistan|Afganistán|Afghanistan|Afeganistão|afghan, afgano, afgana
AL ALB|Albania|Albania|Albanie|Albânia|albanian
AM ARM|Armenia|Armenia|Arménie|Armênia|armenian
AO AGO|Angola|Angola|Angola|Angola|angolan, angolano, angolana
AT AUT|Austria|Austria|Autriche|Áustria|austrian
AU AUS|Australia|Australia|Australie|Austrália|australian
BD BGD|Bangladesh|Bangladés|Bangladesh|Bangladesh|bangladeshi
BE BEL|Belgium|Bélgica|Belgique|Bélgica|belgian, belga, belge
BF BFA|Burkina Faso|Burkina Faso|Burkina Faso|Burkina Faso|burkinabe
BG BGR|Bulgaria|Bulgaria|Bulgarie|Bulgária|bulgarian
BH BHR|Bahrain|Baréin|Bahreïn|Bahrein|bahraini
BJ BEN|Benin|Benín|Bénin|Benim|beninois, beninese
CD COD|DR Congo|República Democrática del Congo|République démocratique du Congo|República Democrática do Congo|democratic republic of the congo, rdc, drc, congolais
CH CHE|Switzerland|Suiza|Suisse|Suíça|swiss, suizo
CI CIV|Ivory Coast|Costa de Marfil|Côte d'Ivoire|Costa do Marfim|ivorian, ivoirien, ivoirienne
CM CMR|Cameroon|Camerún|Cameroun|Camarões|cameroonian, camerounais
CN CHN|China|China|Chine|China|chinese, chino, chinois
CV CPV|Cape Verde|Cabo Verde|Cap-Vert|Cabo Verde|cape verdean, caboverdiano, cabo verdiano
CY CYP|Cyprus|Chipre|Chypre|Chipre|cypriot
CZ CZE|Czechia|Chequia|Tchéquie|Tchéquia|czech, czech republic, republica checa, checo
DE DEU|Germany|Alemania|Allemagne|Alemanha|german, aleman, alemana, allemand, allemande, alemao
DJ DJI|Djibouti|Yibuti|Djibouti|Djibuti|djiboutian, djiboutien
DK DNK|Denmark|Dinamarca|Danemark|Dinamarca|danish, danes
DZ DZA|Algeria|Argelia|Algérie|Argélia|algerian, argelino, algerien, الجزائر
EE EST|Estonia|Estonia|Estonie|Estônia|estonian
EG EGY|Egypt|Egipto|Égypte|Egito|egyptian, egipcio, egipcia, egyptien, egyptienne, egiptien, misr, arab republic of egypt, are, مصر, مصري, مصريه, جمهوريه مصر العربيه
ES ESP|Spain|España|Espagne|Espanha|spanish, espanol, espanola, espagnol, espagnole, espanhol, espanhola
ET ETH|Ethiopia|Etiopía|Éthiopie|Etiópia|ethiopian
FI FIN|Finland|Finlandia|Finlande|Finlândia|finnish
FR FRA|France|Francia|France|França|french, frances, francesa, francais, francaise
GA GAB|Gabon|Gabón|Gabon|Gabão|gabonais
GB GBR|United Kingdom|Reino Unido|Royaume-Uni|Reino Unido|british, uk, great britain, england, scotland, wales, britanico, britanica, britannique
GE GEO|Georgia|Georgia|Géorgie|Geórgia|georgian
GH GHA|Ghana|Ghana|Ghana|Gana|ghanaian
GM GMB|Gambia|Gambia|Gambie|Gâmbia|gambian
GN GIN|Guinea|Guinea|Guinée|Guiné|guinean, guineen
GQ GNQ|Equatorial Guinea|Guinea Ecuatorial|Guinée équatoriale|Guiné Equatorial|ecuatoguineano
GR GRC|Greece|Grecia|Grèce|Grécia|greek, griego
GW GNB|Guinea-Bissau|Guinea-Bisáu|Guinée-Bissau|Guiné-Bissau|guineense
HR HRV|Croatia|Croacia|Croatie|Croácia|croatian
HU HUN|Hungary|Hungría|Hongrie|Hungria|hungarian
ID IDN|Indonesia|Indonesia|Indonésie|Indonésia|indonesian
IE IRL|Ireland|Irlanda|Irlande|Irlanda|irish
IL ISR|Israel|Israel|Israël|Israel|israeli
IN IND|India|India|Inde|Índia|indian
IQ IRQ|Iraq|Irak|Irak|Iraque|iraqi, العراق
IT ITA|Italy|Italia|Italie|Itália|italian, italiano, italiana, italien
JO JOR|Jordan|Jordania|Jordanie|Jordânia|jordanian, jordano, jordanien, الاردن
JP JPN|Japan|Japón|Japon|Japão|japanese, japones
KE KEN|Kenya|Kenia|Kenya|Quênia|kenyan
KR KOR|South Korea|Corea del Sur|Corée du Sud|Coreia do Sul|korean, korea, republic of korea, coreano
KW KWT|Kuwait|Kuwait|Koweït|Kuwait|kuwaiti, الكويت
KZ KAZ|Kazakhstan|Kazajistán|Kazakhstan|Cazaquistão|kazakh
LB LBN|Lebanon|Líbano|Liban|Líbano|lebanese, libanes, libanais, لبنان
LK LKA|Sri Lanka|Sri Lanka|Sri Lanka|Sri Lanka|sri lankan
LR LBR|Liberia|Liberia|Liberia|Libéria|liberian
LT LTU|Lithuania|Lituania|Lituanie|Lituânia|lithuanian
LV LVA|Latvia|Letonia|Lettonie|Letônia|latvian
LY LBY|Libya|Libia|Libye|Líbia|libyan, libyen, ليبيا
MA MAR|Morocco|Marruecos|Maroc|Marrocos|moroccan, marroqui, marocain, marocaine, المغرب
MD MDA|Moldova|Moldavia|Moldavie|Moldávia|moldovan
MG MDG|Madagascar|Madagascar|Madagascar|Madagascar|malagasy, malgache
ML MLI|Mali|Malí|Mali|Mali|malian, malien, malienne
MR MRT|Mauritania|Mauritania|Mauritanie|Mauritânia|mauritanian, mauritanien
MY MYS|Malaysia|Malasia|Malaisie|Malásia|malaysian
MZ MOZ|Mozambique|Mozambique|Mozambique|Moçambique|mozambican, mocambicano
NE NER|Niger|Níger|Niger|Níger|nigerien
NG NGA|Nigeria|Nigeria|Nigeria|Nigéria|nigerian
NL NLD|Netherlands|Países Bajos|Pays-Bas|Países Baixos|dutch, holanda, holland, neerlandes
NO NOR|Norway|Noruega|Norvège|Noruega|norwegian
NP NPL|Nepal|Nepal|Népal|Nepal|nepali, nepalese
NZ NZL|New Zealand|Nueva Zelanda|Nouvelle-Zélande|Nova Zelândia|
OM OMN|Oman|Omán|Oman|Omã|omani
PH PHL|Philippines|Filipinas|Philippines|Filipinas|filipino, filipina, philippine
PK PAK|Pakistan|Pakistán|Pakistan|Paquistão|pakistani
PL POL|Poland|Polonia|Pologne|Polônia|polish
PS PSE|Palestine|Palestina|Palestine|Palestina|palestinian
PT PRT|Portugal|Portugal|Portugal|Portugal|portuguese, portugues, portuguesa, portugais
QA QAT|Qatar|Catar|Qatar|Catar|qatari
RO ROU|Romania|Rumanía|Roumanie|Romênia|romanian, rumania
RS SRB|Serbia|Serbia|Serbie|Sérvia|serbian
RW RWA|Rwanda|Ruanda|Rwanda|Ruanda|rwandan
SA SAU|Saudi Arabia|Arabia Saudita|Arabie saoudite|Arábia Saudita|saudi, arabia saudi, ksa, السعوديه
SD SDN|Sudan|Sudán|Soudan|Sudão|sudanese, السودان
SE SWE|Sweden|Suecia|Suède|Suécia|swedish
SI SVN|Slovenia|Eslovenia|Slovénie|Eslovênia|slovenian
SK SVK|Slovakia|Eslovaquia|Slovaquie|Eslováquia|slovak
SL SLE|Sierra Leone|Sierra Leona|Sierra Leone|Serra Leoa|
SN SEN|Senegal|Senegal|Sénégal|Senegal|senegalese, senegalais
SO SOM|Somalia|Somalia|Somalie|Somália|somali
SY SYR|Syria|Siria|Syrie|Síria|syrian, سوريا
TD TCD|Chad|Chad|Tchad|Chade|chadian, tchadien
TG TGO|Togo|Togo|Togo|Togo|togolais
TH THA|Thailand|Tailandia|Thaïlande|Tailândia|thai
TL TLS|Timor-Leste|Timor Oriental|Timor oriental|Timor-Leste|timorese
TN TUN|Tunisia|Túnez|Tunisie|Tunísia|tunisian, tunecino, tunisien, تونس
TR TUR|Turkey|Turquía|Turquie|Turquia|turkish, turkiye, turco
TW TWN|Taiwan|Taiwán|Taïwan|Taiwan|taiwanese
TZ TZA|Tanzania|Tanzania|Tanzanie|Tanzânia|tanzanian
UA UKR|Ukraine|Ucrania|Ukraine|Ucrânia|ukrainian, ucraniano, ucraniana
UG UGA|Uganda|Uganda|Ouganda|Uganda|ugandan
UZ UZB|Uzbekistan|Uzbekistán|Ouzbékistan|Uzbequistão|uzbek
VN VNM|Vietnam|Vietnam|Viêt Nam|Vietnã|vietnamese
YE YEM|Yemen|Yemen|Yémen|Iêmen|yemeni, اليمن
ZA ZAF|South Africa|Sudáfrica|Afrique du Sud|África do Sul|south african
ZM ZMB|Zambia|Zambia|Zambie|Zâmbia|zambian`
