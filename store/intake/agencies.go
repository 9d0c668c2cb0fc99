package intake

import (
	"strings"

	"muster/model"
	"muster/model/geo"
	"muster/model/names"
)

// directory finds agencies and units by the names a roster gives them, and
// makes those that are new.
type directory struct {
	desk     *model.Desk
	newID    func() model.ID
	agencies map[string]model.ID // country + folded name
	units    map[unitKey]model.ID
	puts     []model.Put
	made     struct{ agencies, units int }
}

type unitKey struct {
	agency model.ID
	name   string
}

func newDirectory(desk *model.Desk, newID func() model.ID) *directory {
	d := &directory{desk: desk, newID: newID, agencies: map[string]model.ID{}, units: map[unitKey]model.ID{}}
	// Former names first, so that an agency that bears the name now wins.
	for a := range desk.Agencies.All {
		for _, f := range a.Former {
			d.agencies[a.Country+names.Fold(f.Name)] = a.ID
		}
	}
	for a := range desk.Agencies.All {
		if a.Short != "" {
			d.agencies[a.Country+names.Fold(a.Short)] = a.ID
		}
	}
	for a := range desk.Agencies.All {
		d.agencies[a.Country+names.Fold(a.Name)] = a.ID
	}
	for u := range desk.Units.All {
		d.units[unitKey{u.Agency, names.Fold(u.Name)}] = u.ID
	}
	return d
}

// agency is the id of the agency of that name in the country. One that was
// kept without a country serves as well. The error is a *model.Problem.
func (d *directory) agency(name, country, region string) (model.ID, error) {
	folded := names.Fold(name)
	if folded == "" {
		return model.ID{}, nil
	}
	if id, ok := d.agencies[country+folded]; ok {
		return id, nil
	}
	if id, ok := d.agencies[folded]; ok {
		return id, nil
	}
	a := model.Agency{ID: d.newID(), Name: name, Country: country}
	if seat, ok := geo.Region(region); ok && named(folded, seat) {
		a.Region = region
	}
	rec, err := model.NewAgency(a)
	if err != nil {
		return model.ID{}, err
	}
	d.puts = append(d.puts, model.Put{Record: rec})
	d.made.agencies++
	d.agencies[country+folded] = rec.ID
	return rec.ID, nil
}

// named reports whether an agency's folded name carries its region's, as in
// "PESP Sonora": then it is that region's agency.
func named(folded string, r geo.Division) bool {
	for _, name := range []string{r.Name} {
		if f := names.Fold(name); f != "" && strings.Contains(" "+folded+" ", " "+f+" ") {
			return true
		}
	}
	return false
}

// unit is the id of the agency's unit of that name.
func (d *directory) unit(agency model.ID, name, region string) (model.ID, error) {
	key := unitKey{agency, names.Fold(name)}
	if key.name == "" {
		return model.ID{}, nil
	}
	if id, ok := d.units[key]; ok {
		return id, nil
	}
	rec, err := model.NewUnit(model.Unit{ID: d.newID(), Agency: agency, Name: name, Region: region})
	if err != nil {
		return model.ID{}, err
	}
	d.puts = append(d.puts, model.Put{Record: rec})
	d.made.units++
	d.units[key] = rec.ID
	return rec.ID, nil
}
