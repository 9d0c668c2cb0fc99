package finder

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"muster/model"
	"muster/store"
)

func check(t rapid.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// opened is a new database in a folder of its own.
func opened(t testing.TB, dir string) *store.Store {
	t.Helper()
	now := time.Date(2026, 3, 9, 7, 30, 0, 0, time.UTC)
	st, err := store.Open(context.Background(), store.Options{
		Path: filepath.Join(dir, "muster.db"), KeyDir: filepath.Join(dir, "keys"), Create: true, Actor: "Ruiz",
		Now: func() time.Time { now = now.Add(time.Second); return now },
	})
	check(t, err)
	t.Cleanup(func() { check(t, st.Close()) })
	return st
}

// world is a database that a test changes, and what it holds.
type world struct {
	*rapid.T
	st    *store.Store
	recs  map[model.Ref]model.Record
	revs  map[model.Ref]model.Rev
	codes int
}

var (
	givens   = []string{"Itzel", "José Luis", "María del Carmen", "Mohamed", "Muḥammad", "Ana", "Jean-Baptiste", "Óscar", "Wilner"}
	families = []string{"Hernández", "Hernandes", "Fernández", "Ávila", "de la Cruz", "Muñoz", "Yáñez", "Al Qāhirah", "O'Neill", "Peña y Lillo", "Vázquez", ""}
	agencies = []string{"Policía Estatal de Sonora", "Police Nationale d'Haïti", "شرطة القاهرة", "Fiscalía General", "PESP"}
	regions  = []string{"", "MX-SON", "MX-CHH", "HT-OU", "MX-CMX"}
	asked    = []string{
		"hernandez", "HERNANDES", "fernandz", "hernadnez", "avila", "ávi", "cruz de", "delacruz", "la", "munoz-avila", "oneill", "O'Neill",
		"sonora", "sonroa", "cdmx", "haiti", "ayiti", "mex-26-1", "mex261", "MEX-26", "26-1", "vehicle", "registro", "vehiculos", "itzel son",
		"mohamed", "muhammad", "qahirah", "شرطه", "2024", "oficial", "estatal", "ern", "tactico", "x", "", "zzzz", "nosuchpersonatall",
		"advanced jose", "yanes", "vasques", "wilnre", "antigua", "carmen maria", "mexicana", "hondureña",
	}
)

func pick[T any](w *world, list []T) T { return rapid.SampledFrom(list).Draw(w.T, "pick") }

func (w *world) yes() bool { return rapid.Bool().Draw(w.T, "yes") }

func (w *world) n(low, high int) int { return rapid.IntRange(low, high).Draw(w.T, "n") }

// have are the ids of a kind, in order.
func (w *world) have(k model.Kind) []model.ID {
	var out []model.ID
	for ref := range w.recs {
		if ref.Kind == k {
			out = append(out, ref.ID)
		}
	}
	slices.SortFunc(out, model.ID.Compare)
	return out
}

// one is an id of the kind, new or (when it may be) that of one there is.
func (w *world) one(k model.Kind) model.ID {
	if ids := w.have(k); len(ids) > 0 && w.yes() {
		return pick(w, ids)
	}
	return w.st.NewID()
}

// some is an id of the kind or none.
func (w *world) some(k model.Kind) model.ID {
	if ids := w.have(k); len(ids) > 0 && w.n(0, 3) > 0 {
		return pick(w, ids)
	}
	return model.ID{}
}

// record draws a record, new or in place of another; nil when what it needs is
// not there.
func (w *world) record() model.Record {
	switch pick(w, []string{"person", "person", "person", "agency", "unit", "course", "cohort", "cohort", "certificate", "contact"}) {
	case "person":
		p := &model.Person{
			ID: w.one(model.KindPerson), Given: pick(w, givens), Family: pick(w, families), Family2: pick(w, families),
			Rank: pick(w, []string{"", "Oficial", "Cabo"}), Agency: w.some(model.KindAgency), Region: pick(w, regions),
			Standing: pick(w, model.Standings), Called: pick(w, []string{"", "Chema"}), Unit: w.some(model.KindUnit),
		}
		if w.yes() && p.Region != "" {
			p.Country = p.Region[:2]
		}
		return p
	case "agency":
		return &model.Agency{
			ID: w.one(model.KindAgency), Name: pick(w, agencies), Short: pick(w, []string{"", "PESP"}), Region: pick(w, regions),
			Former: []model.Former{{Name: pick(w, agencies)}},
		}
	case "unit":
		if a := w.some(model.KindAgency); !a.IsZero() {
			return &model.Unit{ID: w.one(model.KindUnit), Agency: a, Name: pick(w, []string{"Grupo Táctico", "K-9"})}
		}
	case "course":
		return &model.Course{
			ID: w.one(model.KindCourse), Days: 12, Title: model.Text{En: pick(w, []string{"Advanced", "Basic"}), Es: "Táctico avanzado"},
			Blocks: []model.Block{{Key: 1, Kind: pick(w, model.BlockKinds), Title: model.Text{En: "X"}, Length: 8}},
		}
	case "cohort":
		c := &model.Cohort{ID: w.one(model.KindCohort), Zone: "UTC", First: model.Date(18000 + 200*w.n(0, 10)), Course: w.some(model.KindCourse)}
		if was, ok := w.recs[model.RefOf(c)]; ok && w.yes() {
			c.Code = was.(*model.Cohort).Code
		} else {
			w.codes++
			c.Code = fmt.Sprintf("MEX-26-%d", w.codes)
		}
		for _, id := range w.have(model.KindPerson) {
			if w.yes() {
				c.Seats = append(c.Seats, model.Seat{Person: id, Stage: pick(w, model.Stages)})
			}
		}
		return c
	case "certificate":
		if p, c := w.some(model.KindPerson), w.some(model.KindCohort); !p.IsZero() && !c.IsZero() {
			w.codes++
			return &model.Certificate{
				ID: w.one(model.KindCertificate), Person: p, Cohort: c, No: fmt.Sprint(w.codes), Kind: model.CompletedCourse, On: 20000,
				Name: "X", Course: model.Text{En: "Advanced"}, Skills: []model.Skill{pick(w, model.Skills)}, Void: model.Date(w.n(0, 1)),
			}
		}
	case "contact":
		if p := w.some(model.KindPerson); !p.IsZero() {
			return &model.Contact{
				ID: w.one(model.KindContact), Person: p, At: model.Minute(28_000_000 + w.n(0, 9)*1440), Channel: pick(w, model.Channels),
				Missed: w.yes(), Due: model.Date(w.n(0, 3)), Done: model.Date(w.n(0, 1)),
			}
		}
	}
	return nil
}

// act changes a few records; what the store refuses does not happen.
func (w *world) act() {
	c := model.Change{Act: model.Say("act.test")}
	seen := map[model.Ref]bool{}
	for range w.n(1, 4) {
		if w.n(0, 5) == 0 && len(w.recs) > 0 {
			ids := w.have(pick(w, []model.Kind{model.KindPerson, model.KindCohort, model.KindCertificate, model.KindContact}))
			if len(ids) == 0 {
				continue
			}
			id := pick(w, ids)
			for ref := range w.recs {
				if ref.ID == id && !seen[ref] {
					seen[ref] = true
					c.Removes = append(c.Removes, model.Remove{Ref: ref, Was: w.revs[ref]})
				}
			}
			continue
		}
		if r := w.record(); r != nil && !seen[model.RefOf(r)] {
			seen[model.RefOf(r)] = true
			c.Puts = append(c.Puts, model.Put{Record: r, Was: w.revs[model.RefOf(r)]})
		}
	}
	rev, err := w.st.Commit(context.Background(), c)
	if err != nil {
		return
	}
	for _, r := range c.Removes {
		delete(w.recs, r.Ref)
		delete(w.revs, r.Ref)
	}
	for _, p := range c.Puts {
		w.recs[model.RefOf(p.Record)], w.revs[model.RefOf(p.Record)] = p.Record, rev
	}
}

func (w *world) query() Query {
	q := Query{Words: pick(w, asked)}
	if w.n(0, 2) == 0 {
		q.Words += " " + pick(w, asked)
	}
	if w.n(0, 2) > 0 {
		return q
	}
	if w.yes() {
		q.Regions = []string{pick(w, regions[1:])}
	}
	if w.yes() {
		q.Countries = []string{"mx", "HT"}[:w.n(0, 2)]
	}
	if w.yes() {
		q.From, q.To = pick(w, []int{0, 2019, 2022}), pick(w, []int{0, 2020, 2023})
	}
	if w.yes() {
		yes := w.yes()
		q.Trained = &yes
	}
	if w.n(0, 3) == 0 {
		q.Skills = []model.Skill{pick(w, model.Skills)}
	}
	if w.n(0, 3) == 0 {
		q.DueBy = model.Date(w.n(1, 3))
	}
	if w.n(0, 3) == 0 {
		q.Cohort = "mex-26-1"
	}
	if id := w.some(model.KindCourse); w.n(0, 3) == 0 && !id.IsZero() {
		q.Courses = []model.ID{id}
	}
	return q
}

func skillWords(k model.Skill) string {
	if k == model.SkillVehicle {
		return "vehicle search registro de vehículos"
	}
	return ""
}
