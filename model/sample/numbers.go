package sample

import (
	"fmt"

	"muster/model"
)

// Numbers of documents. Each is of its country's length and shape, carries a
// mark no real one has (a region or a letter never issued), and holds the
// officer's serial number scrambled, so that no two are alike.

// scramble spreads n over 0 to 10⁷-1, each n to a number of its own.
func scramble(n int) int {
	const size = 10_000_000
	return (n%size*7_654_321 + 1_234_567) % size // the factor shares no divisor with 10
}

var passportMark = map[string]string{"MX": "XX", "HT": "XP", "HN": "XF", "GT": "XG", "CO": "XC", "EG": "XA"}

func passportNo(country string, n int) string {
	return fmt.Sprintf("%s%07d", passportMark[country], scramble(n))
}

func serviceNo(country string, n int) string {
	if country == "MX" {
		return fmt.Sprintf("XXXX%07dX", scramble(n+3_000_000)) // CUIP
	}
	return fmt.Sprintf("%s-%07d", country, scramble(n+3_000_000))
}

// nationalNo is a CURP, DPI, cédula and so on.
func nationalNo(p *model.Person, n int) string {
	serial := scramble(n + 6_000_000)
	switch p.Country {
	case "MX":
		y, m, d := p.Born.Civil()
		sex := "H"
		if p.Sex == model.Female {
			sex = "M"
		}
		return fmt.Sprintf("XXXX%02d%02d%02d%s%07d", y%100, m, d, sex, serial)
	case "HN":
		y, _, _ := p.Born.Civil()
		return fmt.Sprintf("99%02d-%04d-%05d", serial/100_000, y, serial%100_000)
	case "GT":
		return fmt.Sprintf("9%03d %05d 9999", serial/10_000, serial%10_000*10)
	case "CO":
		return fmt.Sprintf("999%07d", serial)
	case "HT":
		return fmt.Sprintf("99-99-99-%07d", serial)
	}
	return fmt.Sprintf("9999999%07d", serial)
}

// fictionPhone is the n-th number kept free for fiction: 555-0100 to 555-0199
// in every area of the North American plan. They run out after 79,200 and
// begin again.
func fictionPhone(n int) string {
	const inHundred, areas = 99, 8 * 99 // no area code ends in 11
	k := n / 100 * 37 % areas           // neighbours get areas far apart
	rest := k % inHundred
	if rest >= 11 {
		rest++
	}
	return fmt.Sprintf("+1 %d%02d 555 01%02d", 2+k/inHundred, rest, n%100)
}

var positions = map[string][]string{
	"MX": {"Operativo", "Operativo", "Jefe de célula", "Instructor", "Operador de vehículo táctico", "Analista"},
	"HN": {"Operativo", "Jefe de escuadra", "Instructor", "Conductor táctico"},
	"GT": {"Operativo", "Jefe de grupo", "Instructor", "Conductor táctico"},
	"CO": {"Integrante", "Comandante de escuadra", "Instructor", "Enfermero de combate"},
	"HT": {"Membre d'équipe", "Chef d'équipe", "Instructeur", "Chauffeur"},
	"EG": {"Team member", "Team leader", "Instructor", "Breacher"},
}

// townsOf is where people of a region were born.
var townsOf = map[string][]string{
	"MX-SON": {"Hermosillo", "Nogales", "Guaymas", "Navojoa", "Agua Prieta", "Caborca", "Cananea"},
	"MX-CHH": {"Chihuahua", "Ciudad Juárez", "Cuauhtémoc", "Delicias", "Hidalgo del Parral", "Ojinaga"},
	"HT-OU":  {"Port-au-Prince", "Carrefour", "Pétion-Ville"}, "HT-ND": {"Cap-Haïtien", "Limbé"},
	"HT-AR": {"Gonaïves", "Saint-Marc"}, "HT-SD": {"Les Cayes", "Aquin"}, "HT-NE": {"Fort-Liberté", "Ouanaminthe"},
	"HT-GA": {"Jérémie"}, "HT-CE": {"Hinche", "Mirebalais"},
	"CO-DC": {"Bogotá"}, "CO-ANT": {"Medellín", "Apartadó", "Rionegro"}, "CO-VAC": {"Cali", "Buenaventura", "Palmira"},
	"CO-ATL": {"Barranquilla", "Soledad"}, "CO-NSA": {"Cúcuta", "Ocaña"}, "CO-MET": {"Villavicencio"},
	"CO-NAR": {"Pasto", "Tumaco"}, "CO-SAN": {"Bucaramanga", "Barrancabermeja"},
	"HN-FM": {"Tegucigalpa"}, "HN-CR": {"San Pedro Sula", "Choloma", "Puerto Cortés"}, "HN-CP": {"Santa Rosa de Copán"},
	"HN-CH": {"Choluteca"}, "HN-AT": {"La Ceiba", "Tela"}, "HN-CM": {"Comayagua", "Siguatepeque"},
	"HN-OL": {"Juticalpa", "Catacamas"},
	"GT-GU": {"Ciudad de Guatemala", "Mixco", "Villa Nueva"}, "GT-SM": {"San Marcos", "Malacatán"},
	"GT-PE": {"Flores", "Sayaxché"}, "GT-IZ": {"Puerto Barrios"}, "GT-QZ": {"Quetzaltenango", "Coatepeque"},
	"GT-ES": {"Escuintla"}, "GT-AV": {"Cobán"}, "GT-HU": {"Huehuetenango"},
	"EG-C": {"Cairo"}, "EG-GZ": {"Giza"}, "EG-ALX": {"Alexandria"}, "EG-IS": {"Ismailia"}, "EG-PTS": {"Port Said"},
	"EG-ASN": {"Aswan"}, "EG-BA": {"Hurghada"}, "EG-DK": {"Mansoura"},
}
