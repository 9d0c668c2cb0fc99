package templates

import "muster/model"

// The numbers of the standard pools. They are part of the ids and are never
// given to anything else.
const (
	kitMarking uint16 = iota + 1
	kitMasks
	kitDummies
	kitEarEye
	kitMirrors
	kitScopes
	kitStretchers
	kitTourniquets
	kitBandage
	kitRadios
	kitLights
	kitNight
	kitRopes
	kitShields
	kitBreach
	kitCarbines
	kitArmour
	kitPistolRounds
	kitRifleRounds
)

// pools is the standard kit of a unit that teaches thirty officers in three
// squads: enough for one squad at a time, and where all work at once for all.
var pools = [...]struct {
	no     uint16
	en, es string
	count  int
	radio  bool
	spent  bool // used up: the unit counts its own
}{
	{kitMarking, "Marking weapons", "Armas de munición marcadora", 36, false, false},
	{kitMasks, "Marking masks and gloves", "Caretas y guantes de marcaje", 48, false, false},
	{kitDummies, "Training pistols (inert)", "Pistolas de entrenamiento (inertes)", 36, false, false},
	{kitEarEye, "Ear and eye protection sets", "Juegos de protección auditiva y visual", 48, false, false},
	{kitMirrors, "Search mirrors", "Espejos de inspección", 12, false, false},
	{kitScopes, "Fibre-optic scopes", "Fibroscopios", 3, false, false},
	{kitStretchers, "Stretchers", "Camillas", 8, false, false},
	{kitTourniquets, "Tourniquet trainers", "Torniquetes de práctica", 40, false, false},
	{kitBandage, "Wound-packing trainers", "Simuladores de empaque de heridas", 12, false, false},
	{kitRadios, "Portable radios", "Radios portátiles", 36, true, false},
	{kitLights, "Flashlights", "Linternas tácticas", 40, false, false},
	{kitNight, "Night-vision devices", "Visores nocturnos", 12, false, false},
	{kitRopes, "Rope and harness sets", "Equipos de cuerda y arnés", 12, false, false},
	{kitShields, "Ballistic shields", "Escudos balísticos", 4, false, false},
	{kitBreach, "Breaching tools", "Herramientas de apertura", 3, false, false},
	{kitCarbines, "Training carbines", "Carabinas de instrucción", 16, false, false},
	{kitArmour, "Vest and helmet sets", "Juegos de chaleco y casco", 40, false, false},
	{kitPistolRounds, "Cartridges, 9 mm", "Cartuchos 9 mm", 0, false, true},
	{kitRifleRounds, "Cartridges, 5.56 mm", "Cartuchos 5.56 mm", 0, false, true},
}

// StandardKits is the pools the built-in courses draw from, in the order of
// their ids.
func StandardKits() []*model.Kit {
	out := make([]*model.Kit, len(pools))
	for i, p := range pools {
		out[i] = &model.Kit{
			ID: id(model.KindKit, p.no), Name: model.Text{En: p.en, Es: p.es}, Count: p.count, Radio: p.radio, Spent: p.spent,
		}
	}
	return out
}

// some is a need for so many pieces of the pool, however many take part.
func some(no uint16, count int) model.KitNeed {
	return model.KitNeed{Kit: id(model.KindKit, no), Count: count}
}

// cartridges is the pool that rounds are drawn from.
func cartridges(no uint16) model.ID { return id(model.KindKit, no) }

// each is a need for one piece for every officer engaged.
func each(no uint16) model.KitNeed { return model.KitNeed{Kit: id(model.KindKit, no), Each: 1} }
