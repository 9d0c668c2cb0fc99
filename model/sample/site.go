package sample

import "muster/model"

// The training site: a campus, and a range park twenty minutes away.
const (
	campus    = "Campus"
	rangePark = "Range park"
	travel    = 20 // minutes between the two
)

// everyDay is the hours from open to close on each day of the week.
func everyDay(open, end int) []model.Hours {
	out := make([]model.Hours, 7)
	for d := range out {
		out[d] = model.Hours{Weekday: d, Open: open, Close: end}
	}
	return out
}

// hm is the quarter of the day.
func hm(h, m int) int { return h*model.Hour + m/15 }

func (u *unit) buildSite() {
	ready := model.MedKit{FirstAid: 2, Trauma: 2, AED: 1}
	open := everyDay(hm(6, 0), hm(23, 30))
	u.places = []*model.Place{
		{Name: "Classroom 1", Short: "Class 1", Kind: model.Classroom, Site: campus, Capacity: 44, Hours: open, Kits: ready},
		{Name: "Classroom 2", Short: "Class 2", Kind: model.Classroom, Site: campus, Capacity: 20, Hours: open, Kits: ready},
		{Name: "Classroom 3", Short: "Class 3", Kind: model.Classroom, Site: campus, Capacity: 16, Hours: open, Kits: ready},
		{Name: "Gymnasium", Short: "Gym", Kind: model.Gym, Site: campus, Capacity: 60, Hours: open, Kits: ready},
		{
			Name: "Search yard", Short: "Yard", Kind: model.SearchYard, Site: campus, Capacity: 40, Outdoor: true,
			Hours: open, Kits: ready,
		},
		{
			Name: "Rappel tower", Short: "Tower", Kind: model.Tower, Site: campus, Capacity: 24, Outdoor: true,
			Hours: open, Kits: ready,
		},
		{
			Name: "Training field", Short: "Field", Kind: model.Field, Site: campus, Capacity: 120, Outdoor: true,
			Hours: open, Kits: ready,
		},
		{
			Name: "Range 1", Kind: model.Range, Site: rangePark, Capacity: 48, Lanes: 12, Outdoor: true,
			Hours: open, Kits: ready, Means: 1,
		},
		{
			Name: "Range 2", Kind: model.Range, Site: rangePark, Capacity: 24, Lanes: 8, Outdoor: true,
			Hours: open, Kits: ready, Means: 1,
		},
		{
			Name: "Shoot house", Short: "House", Kind: model.ShootHouse, Site: rangePark, Capacity: 16,
			Hours: open, Kits: ready, Means: 1,
		},
		{Name: "North district station", Short: "North", Kind: model.Station, Site: "North district", Capacity: 24, Shared: true},
		{Name: "South district station", Short: "South", Kind: model.Station, Site: "South district", Capacity: 24, Shared: true},
	}
	for _, p := range u.places {
		p.ID = u.id(opened)
		if p.Kind != model.Classroom && p.Kind != model.Station {
			p.Plan = day(2025, 1, 15)
			if p.Plan > u.today {
				p.Plan = u.today.Days(-200)
			}
		}
	}
	for _, p := range u.places {
		for _, q := range u.places {
			if p.Site != q.Site {
				p.Travel = append(p.Travel, model.Leg{To: q.ID, Minutes: travel})
			}
		}
	}
	u.letOut()
	u.buyVehicles()
}

// letOut enters what others have booked: the site is shared and busy. But for
// one morning it all lies where the plans leave the places alone.
func (u *unit) letOut() {
	week := monday(u.today)
	at := func(d, from, to int) model.Span {
		return model.Span{From: week.Days(d).At(from), To: week.Days(d).At(to)}
	}
	for _, w := range []int{-14, -7, 0, 7, 14, 21, 28, 35} {
		r := u.placeNamed("Range 2")
		r.Bookings = append(r.Bookings,
			model.Booking{Span: at(w+2, hm(8, 0), hm(12, 0)), By: "County corrections", Ref: "CC-R2"},
			model.Booking{Span: at(w+6, hm(7, 0), hm(17, 0)), By: "City police", Ref: "CP-R2"})
		r = u.placeNamed("Range 1")
		r.Bookings = append(r.Bookings, model.Booking{Span: at(w+5, hm(7, 0), hm(16, 0)), By: "County", Ref: "CTY-R1"})
		r = u.placeNamed("Gymnasium")
		r.Bookings = append(r.Bookings, model.Booking{Span: at(w+1, hm(18, 0), hm(20, 0)), By: "Recruit class"})
	}
	r := u.placeNamed("Range 1")
	r.Bookings = append(r.Bookings, model.Booking{Span: u.letMorning(), By: "County", Ref: "CTY-R1 late"})
	tower := u.placeNamed("Rappel tower")
	tower.Bookings = append(tower.Bookings, model.Booking{
		Span: model.Span{From: week.Days(-1).At(hm(6, 0)), To: week.Days(0).At(hm(6, 0))}, Closed: true, By: "Inspection",
	})
}

func (u *unit) placeNamed(name string) *model.Place {
	for _, p := range u.places {
		if p.Name == name {
			return p
		}
	}
	return nil
}

func (u *unit) buyVehicles() {
	add := func(k model.VehicleKind, seats int, names ...string) {
		for _, n := range names {
			u.vehicles = append(u.vehicles, &model.Vehicle{ID: u.id(opened), Name: n, Kind: k, Seats: seats})
		}
	}
	add(model.Armoured, 8, "Bear 1", "Bear 2")
	add(model.Patrol, 3, "Patrol 11", "Patrol 12", "Patrol 14", "Patrol 15", "Patrol 17", "Patrol 21")
	add(model.Search, 0, "Sedan 1", "Sedan 2", "Pickup 1", "Van 3", "Box truck", "Bus")
	add(model.Van, 14, "Shuttle 1", "Shuttle 2", "Shuttle 3")
	add(model.ATV, 1, "ATV 1", "ATV 2")
	shop := u.vehicles[len(u.vehicles)-1]
	shop.Out = []model.Span{{From: u.today.Days(-3).At(hm(8, 0)), To: u.today.Days(9).At(hm(17, 0))}}
}

// stockUp counts the ammunition as the course that is running began, and has
// more delivered before the next one.
func (u *unit) stockUp() {
	for _, k := range u.course.Kits {
		if !k.Spent {
			continue
		}
		k.Count, k.Counted = 30_000, u.running()
		more := model.Delivery{On: u.starting().Days(-4), Count: 40_000, Lot: "P-2214"}
		if k.Name.En == rifleRounds {
			k.Count, more.Count, more.Lot = 6_000, 8_000, "R-0871"
		}
		k.Deliveries = []model.Delivery{more}
	}
}

const rifleRounds = "Cartridges, 5.56 mm"
