package cohorts

import (
	"slices"
	"strings"
	"time"

	"muster/model/geo"
	"muster/ui/kit"
)

// zoneTable is the time zones of the Americas, of Europe and of Egypt, one a
// line: the country, the zone's name, and its cities where they are not the
// end of that name, in English and, where they differ, in Spanish.
const zoneTable = `EG Africa/Cairo Cairo|El Cairo
ES Africa/Ceuta
US America/Adak
US America/Anchorage
AI America/Anguilla
AG America/Antigua
BR America/Araguaina Araguaína
AR America/Argentina/Buenos_Aires
AR America/Argentina/Catamarca
AR America/Argentina/Cordoba Córdoba
AR America/Argentina/Jujuy
AR America/Argentina/La_Rioja
AR America/Argentina/Mendoza
AR America/Argentina/Rio_Gallegos
AR America/Argentina/Salta
AR America/Argentina/San_Juan
AR America/Argentina/San_Luis
AR America/Argentina/Tucuman Tucumán
AR America/Argentina/Ushuaia
AW America/Aruba
PY America/Asuncion Asunción
CA America/Atikokan
BR America/Bahia
MX America/Bahia_Banderas Bahía de Banderas
BB America/Barbados Bridgetown
BR America/Belem Belém
BZ America/Belize Belize City, Belmopan|Ciudad de Belice, Belmopán
CA America/Blanc-Sablon
BR America/Boa_Vista
CO America/Bogota Bogotá
US America/Boise
CA America/Cambridge_Bay
BR America/Campo_Grande
MX America/Cancun Cancún
VE America/Caracas
GF America/Cayenne Cayenne|Cayena
KY America/Cayman George Town
US America/Chicago Chicago, Houston, Dallas
MX America/Chihuahua Chihuahua
MX America/Ciudad_Juarez Ciudad Juárez
CR America/Costa_Rica San José
CL America/Coyhaique
CA America/Creston
BR America/Cuiaba Cuiabá
CW America/Curacao Willemstad
GL America/Danmarkshavn
CA America/Dawson
CA America/Dawson_Creek
US America/Denver Denver, Albuquerque, El Paso
US America/Detroit Detroit
DM America/Dominica
CA America/Edmonton
BR America/Eirunepe Eirunepé
SV America/El_Salvador San Salvador
CA America/Fort_Nelson
BR America/Fortaleza
CA America/Glace_Bay
CA America/Goose_Bay
TC America/Grand_Turk Grand Turk
GD America/Grenada
GP America/Guadeloupe Basse-Terre
GT America/Guatemala Guatemala City|Ciudad de Guatemala
EC America/Guayaquil
GY America/Guyana Georgetown
CA America/Halifax
CU America/Havana Havana|La Habana
MX America/Hermosillo Hermosillo
US America/Indiana/Indianapolis
US America/Indiana/Knox
US America/Indiana/Marengo
US America/Indiana/Petersburg
US America/Indiana/Tell_City
US America/Indiana/Vevay
US America/Indiana/Vincennes
US America/Indiana/Winamac
CA America/Inuvik
CA America/Iqaluit
JM America/Jamaica Kingston
US America/Juneau
US America/Kentucky/Louisville
US America/Kentucky/Monticello
BQ America/Kralendijk
BO America/La_Paz
PE America/Lima
US America/Los_Angeles Los Angeles, Seattle|Los Ángeles, Seattle
SX America/Lower_Princes
BR America/Maceio Maceió
NI America/Managua
BR America/Manaus
MF America/Marigot
MQ America/Martinique Fort-de-France
MX America/Matamoros
MX America/Mazatlan Mazatlán
US America/Menominee
MX America/Merida Mérida
US America/Metlakatla
MX America/Mexico_City Mexico City|Ciudad de México
PM America/Miquelon
CA America/Moncton
MX America/Monterrey Monterrey
UY America/Montevideo
MS America/Montserrat
BS America/Nassau Nassau|Nasáu
US America/New_York New York, Miami, Washington|Nueva York, Miami, Washington
US America/Nome
BR America/Noronha Fernando de Noronha
US America/North_Dakota/Beulah
US America/North_Dakota/Center
US America/North_Dakota/New_Salem
GL America/Nuuk
MX America/Ojinaga
PA America/Panama Panama City|Ciudad de Panamá
SR America/Paramaribo
US America/Phoenix Phoenix
HT America/Port-au-Prince Port-au-Prince|Puerto Príncipe
TT America/Port_of_Spain
BR America/Porto_Velho
PR America/Puerto_Rico San Juan
CL America/Punta_Arenas
CA America/Rankin_Inlet
BR America/Recife
CA America/Regina
CA America/Resolute
BR America/Rio_Branco
BR America/Santarem Santarém
CL America/Santiago
DO America/Santo_Domingo Santo Domingo
BR America/Sao_Paulo São Paulo
GL America/Scoresbysund
US America/Sitka
BL America/St_Barthelemy
CA America/St_Johns St. John's
KN America/St_Kitts
LC America/St_Lucia
VI America/St_Thomas
VC America/St_Vincent
CA America/Swift_Current
HN America/Tegucigalpa
GL America/Thule
MX America/Tijuana Tijuana
CA America/Toronto Toronto, Ottawa, Montreal
VG America/Tortola
CA America/Vancouver
CA America/Whitehorse
CA America/Winnipeg
US America/Yakutat
CY Asia/Nicosia Nicosia
PT Atlantic/Azores Ponta Delgada
BM Atlantic/Bermuda Hamilton
ES Atlantic/Canary Las Palmas
CV Atlantic/Cape_Verde Praia
FO Atlantic/Faroe Tórshavn
PT Atlantic/Madeira Funchal
IS Atlantic/Reykjavik Reykjavík|Reikiavik
FK Atlantic/Stanley
NL Europe/Amsterdam Amsterdam|Ámsterdam
AD Europe/Andorra
RU Europe/Astrakhan
GR Europe/Athens Athens|Atenas
RS Europe/Belgrade Belgrade|Belgrado
DE Europe/Berlin Berlin|Berlín
SK Europe/Bratislava
BE Europe/Brussels Brussels|Bruselas
RO Europe/Bucharest Bucharest|Bucarest
HU Europe/Budapest
DE Europe/Busingen
MD Europe/Chisinau
DK Europe/Copenhagen Copenhagen|Copenhague
IE Europe/Dublin Dublin|Dublín
GI Europe/Gibraltar Gibraltar
GG Europe/Guernsey St Peter Port
FI Europe/Helsinki
IM Europe/Isle_of_Man Douglas
TR Europe/Istanbul Istanbul|Estambul
JE Europe/Jersey Saint Helier
RU Europe/Kaliningrad
RU Europe/Kirov
UA Europe/Kyiv Kyiv|Kiev
PT Europe/Lisbon Lisbon|Lisboa
SI Europe/Ljubljana Ljubljana|Liubliana
GB Europe/London London|Londres
LU Europe/Luxembourg Luxembourg|Luxemburgo
ES Europe/Madrid
MT Europe/Malta Valletta|La Valeta
AX Europe/Mariehamn
BY Europe/Minsk
MC Europe/Monaco Monaco|Mónaco
RU Europe/Moscow Moscow|Moscú
NO Europe/Oslo
FR Europe/Paris Paris|París
ME Europe/Podgorica
CZ Europe/Prague Prague|Praga
LV Europe/Riga
IT Europe/Rome Rome|Roma
RU Europe/Samara
SM Europe/San_Marino San Marino
BA Europe/Sarajevo
RU Europe/Saratov
UA Europe/Simferopol
MK Europe/Skopje
BG Europe/Sofia Sofia|Sofía
SE Europe/Stockholm Stockholm|Estocolmo
EE Europe/Tallinn Tallinn|Tallin
AL Europe/Tirane
RU Europe/Ulyanovsk
LI Europe/Vaduz
VA Europe/Vatican Vatican City|Ciudad del Vaticano
AT Europe/Vienna Vienna|Viena
LT Europe/Vilnius Vilnius|Vilna
RU Europe/Volgograd
PL Europe/Warsaw Warsaw|Varsovia
HR Europe/Zagreb
CH Europe/Zurich Zurich|Zúrich
CL Pacific/Easter Easter Island|Isla de Pascua
EC Pacific/Galapagos Galápagos
US Pacific/Honolulu Honolulu`

// zones are the time zones to choose from, by country and city; the zone's
// own name stands beside them and is found as well.
func zones(e *kit.Env, chosen string) []kit.Option[string] {
	lines := strings.Split(zoneTable, "\n")
	out := make([]kit.Option[string], 0, len(lines)+1)
	for _, line := range lines {
		code, rest, _ := strings.Cut(line, " ")
		zone, cities, _ := strings.Cut(rest, " ")
		if cities == "" {
			cities = strings.ReplaceAll(zone[strings.LastIndexByte(zone, '/')+1:], "_", " ")
		}
		if en, es, ok := strings.Cut(cities, "|"); ok {
			cities = en
			if e.Lang.Tag() == "es" {
				cities = es
			}
		}
		if n, ok := geo.Country(code); ok {
			cities += ", " + n.Name(e.Lang.Tag())
		}
		out = append(out, kit.Option[string]{Value: zone, Label: cities, Note: zone})
	}
	sortOptions(out)
	return keeping(out, chosen)
}

// otherZone lets the name of any zone be typed that this machine knows.
func otherZone(typed string) (kit.Option[string], bool) {
	if slices.Contains(strings.Fields(zoneTable), typed) || !isZone(typed) {
		return kit.Option[string]{}, false
	}
	return kit.Option[string]{Value: typed, Label: typed}, true
}

// isZone reports whether this machine can tell the time in the zone.
func isZone(name string) bool {
	if name == "" || name == "Local" {
		return false
	}
	_, err := time.LoadLocation(name)
	return err == nil
}
