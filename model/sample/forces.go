package sample

import "muster/model"

// A rank as it is written, and how many of a hundred officers hold it. Ranks
// of one country say nothing about those of another.
type rank struct {
	title  string
	weight int
}

// A forceRow is a force before it has an id.
type forceRow struct {
	country, name, short, region string
	level                        model.Level
	ladder                       []rank
	weight                       int // officers it sends, beside the country's other forces
	units                        []unitRow
}

// A unitRow is a unit and the region it serves in. All are invented; so are
// their numbers.
type unitRow struct{ name, region string }

var (
	mexican = []rank{
		{"Policía", 18},
		{"Policía Tercero", 24},
		{"Policía Segundo", 20},
		{"Policía Primero", 14},
		{"Suboficial", 10},
		{"Oficial", 8},
		{"Subinspector", 4},
		{"Inspector", 2},
	}
	mexicanInvestigator = []rank{
		{"Agente de Investigación", 55}, {"Oficial de Investigación", 30}, {"Jefe de Grupo", 15},
	}
	haitian = []rank{
		{"Agent I", 12},
		{"Agent II", 22},
		{"Agent III", 24},
		{"Agent IV", 18},
		{"Inspecteur", 16},
		{"Inspecteur principal", 4},
		{"Commissaire municipal", 3},
		{"Commissaire principal", 1},
	}
	colombian = []rank{
		{"Patrullero", 34},
		{"Subintendente", 26},
		{"Intendente", 16},
		{"Intendente Jefe", 8},
		{"Subcomisario", 3},
		{"Subteniente", 5},
		{"Teniente", 4},
		{"Capitán", 3},
		{"Mayor", 1},
	}
	honduran = []rank{
		{"Agente", 34},
		{"Clase I", 18},
		{"Clase II", 14},
		{"Clase III", 10},
		{"Suboficial", 6},
		{"Subinspector", 10},
		{"Inspector", 6},
		{"Subcomisario", 2},
	}
	guatemalan = []rank{
		{"Agente", 46},
		{"Subinspector", 20},
		{"Inspector", 16},
		{"Oficial III", 9},
		{"Oficial II", 5},
		{"Oficial I", 3},
		{"Subcomisario", 1},
	}
	egyptian = []rank{
		{"Molazim", 22}, {"Molazim awwal", 26}, {"Naqib", 26}, {"Ra'id", 16}, {"Moqaddam", 8}, {"Aqid", 2},
	}
	fiscal = []rank{{"Investigador", 60}, {"Investigador criminalista", 25}, {"Auxiliar fiscal", 15}}
)

var forceRows = []forceRow{
	{
		"MX", "Policía Estatal de Seguridad Pública, Sonora", "PESP Sonora", "MX-SON", model.State, mexican, 40,
		[]unitRow{
			{"Grupo Táctico Operativo Desierto", "MX-SON"},
			{"Unidad de Inspección Vehicular Norte", "MX-SON"},
			{"Base Mixta Río Sonora", "MX-SON"},
		},
	},
	{
		"MX", "Policía Municipal de Nogales", "Mun. Nogales", "MX-SON", model.Municipal, mexican, 15,
		[]unitRow{{"Grupo de Reacción Frontera", "MX-SON"}},
	},
	{
		"MX", "Agencia Ministerial de Investigación, Sonora", "AMI Sonora", "MX-SON", model.Prosecutor,
		mexicanInvestigator, 10,
		[]unitRow{{"Célula de Mandamientos Hermosillo", "MX-SON"}},
	},
	{
		"MX", "Secretaría de Seguridad Pública del Estado, Chihuahua", "SSPE Chihuahua", "MX-CHH", model.State,
		mexican, 40,
		[]unitRow{
			{"Grupo Especial Sierra", "MX-CHH"},
			{"División Caminos Zona Centro", "MX-CHH"},
			{"Unidad Táctica Juárez", "MX-CHH"},
		},
	},
	{
		"MX", "Policía Municipal de Ciudad Juárez", "Mun. Juárez", "MX-CHH", model.Municipal, mexican, 15,
		[]unitRow{{"Grupo Delta Poniente", "MX-CHH"}},
	},
	{
		"MX", "Agencia Estatal de Investigación, Chihuahua", "AEI Chihuahua", "MX-CHH", model.Prosecutor,
		mexicanInvestigator, 10,
		[]unitRow{{"Unidad Antisecuestros Zona Norte", "MX-CHH"}},
	},
	{
		"HT", "Police Nationale d'Haïti", "PNH", "", model.Federal, haitian, 100,
		[]unitRow{
			{"Groupe d'intervention de l'Ouest", "HT-OU"},
			{"Brigade de recherche Croix-des-Prés", "HT-OU"},
			{"Unité départementale d'intervention, Nord", "HT-ND"},
			{"Unité routière de l'Artibonite", "HT-AR"},
			{"Unité départementale d'intervention, Sud", "HT-SD"},
			{"Poste frontalier Nord-Est", "HT-NE"},
			{"Unité côtière Grand'Anse", "HT-GA"},
			{"Unité départementale du Centre", "HT-CE"},
		},
	},
	{
		"CO", "Policía Nacional de Colombia", "PONAL", "", model.Federal, colombian, 88,
		[]unitRow{
			{"Grupo de Operaciones Urbanas 3", "CO-DC"},
			{"Grupo de Operaciones Urbanas 7", "CO-ANT"},
			{"Escuadrón de Carreteras Valle", "CO-VAC"},
			{"Grupo Táctico Caribe", "CO-ATL"},
			{"Grupo Fronterizo Norte", "CO-NSA"},
			{"Escuadrón Rural Meta", "CO-MET"},
			{"Grupo Táctico Pacífico", "CO-NAR"},
			{"Escuadrón Rural Urabá", "CO-ANT"},
		},
	},
	{
		"CO", "Fiscalía, Cuerpo Técnico de Investigación", "CTI Fiscalía", "", model.Prosecutor, fiscal, 12,
		[]unitRow{{"Grupo de Capturas Bogotá", "CO-DC"}, {"Grupo de Capturas Santander", "CO-SAN"}},
	},
	{
		"HN", "Policía Nacional de Honduras", "PNH Honduras", "", model.Federal, honduran, 88,
		[]unitRow{
			{"Grupo Táctico Metropolitano", "HN-FM"},
			{"Fuerza de Reacción Valle de Sula", "HN-CR"},
			{"Unidad de Frontera Occidente", "HN-CP"},
			{"Unidad de Frontera Sur", "HN-CH"},
			{"Grupo Litoral Atlántico", "HN-AT"},
			{"Escuadrón Vial Comayagua", "HN-CM"},
			{"Grupo Rural Olancho", "HN-OL"},
		},
	},
	{
		"HN", "Agencia de Investigación Ministerial, Honduras", "AIM Honduras", "", model.Prosecutor, fiscal, 12,
		[]unitRow{{"Sección de Allanamientos Tegucigalpa", "HN-FM"}, {"Sección de Allanamientos Cortés", "HN-CR"}},
	},
	{
		"GT", "Policía Nacional Civil, Guatemala", "PNC Guatemala", "", model.Federal, guatemalan, 90,
		[]unitRow{
			{"Grupo de Acción Inmediata Central", "GT-GU"},
			{"Fuerza Fronteriza Occidente", "GT-SM"},
			{"Fuerza Fronteriza Petén", "GT-PE"},
			{"Grupo de Puertos Caribe", "GT-IZ"},
			{"Grupo Táctico Altiplano", "GT-QZ"},
			{"Escuadrón de Carreteras Sur", "GT-ES"},
			{"Grupo Verapaz", "GT-AV"},
			{"Grupo Táctico Huehuetenango", "GT-HU"},
		},
	},
	{
		"GT", "Unidad de Investigación, Ministerio Público, Guatemala", "MP Guatemala", "", model.Prosecutor,
		fiscal, 10,
		[]unitRow{{"Equipo de Allanamientos 2", "GT-GU"}},
	},
	{
		"EG", "Egyptian National Police", "ENP Egypt", "", model.Federal, egyptian, 100,
		[]unitRow{
			{"Cairo Central Security, Company 12", "EG-C"},
			{"Giza Rapid Response Group", "EG-GZ"},
			{"Alexandria Port Security", "EG-ALX"},
			{"Suez Canal Patrol, Sector 4", "EG-IS"},
			{"Port Said Harbour Unit", "EG-PTS"},
			{"Aswan Border Unit", "EG-ASN"},
			{"Red Sea Tourist Police Group", "EG-BA"},
			{"Delta Highway Unit", "EG-DK"},
		},
	},
}

// hostName is the force that takes visitors along; nobody studies from there.
const hostName = "County Sheriff's Office"

// foundForces makes agencies and units of the rows.
func (u *unit) foundForces() {
	u.forces = map[string][]force{}
	for _, r := range forceRows {
		a := &model.Agency{
			ID: u.id(opened), Name: r.name, Short: r.short, Country: r.country, Region: r.region, Level: r.level,
		}
		if r.short == "PESP Sonora" {
			a.Former = []model.Former{{Name: "Policía Estatal Preventiva, Sonora", Until: day(2015, 9, 30)}}
		}
		f := force{agency: a, ladder: r.ladder, weight: r.weight}
		for _, v := range r.units {
			f.units = append(f.units, &model.Unit{
				ID: u.id(opened), Agency: a.ID, Name: v.name, Region: v.region,
				Vetting: model.Vetting{
					State: model.VettingApproved, Submitted: u.today.Days(-170), Decided: u.today.Days(-120),
					Until: u.today.Days(245),
				},
			})
		}
		u.agencies = append(u.agencies, a)
		u.units = append(u.units, f.units...)
		u.forces[r.country] = append(u.forces[r.country], f)
	}
	u.host = u.id(opened)
	u.agencies = append(u.agencies, &model.Agency{
		ID: u.host, Name: hostName, Short: "Sheriff", Country: "US", Region: "US-FL", Level: model.Municipal,
	})
}
