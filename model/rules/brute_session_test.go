package rules

import (
	"slices"

	"muster/model"
)

func (b *brute) dark(l *lesson) bool {
	from, to := l.own.From.OfDay(), l.own.From.OfDay()+l.Block.Length
	return l.Block.Night || from < b.v("sunrise") || to > b.v("sunset")
}

func skillFor(role model.Role, k *model.Block) model.Skill {
	if role == model.Line {
		all := skillFor(model.Lead, k)
		for _, n := range k.Needs {
			if n.Role == model.Line && all != "" && n.Skill != "" {
				return n.Skill
			}
		}
		if k.Ammo != model.Live && k.Ammo != model.Marking && slices.ContainsFunc(k.Needs, func(n model.Need) bool { return n.Role == model.Line && n.Skill == "" }) {
			return ""
		}
		return all
	}
	if role == model.Lead {
		if i := slices.IndexFunc(k.Needs, func(n model.Need) bool { return n.Role == model.Lead && n.Skill != "" }); i >= 0 && k.Kind != "C" && k.Kind != "S" {
			return k.Needs[i].Skill
		}
		if k.Kind == model.KindFirearms && k.Fire != nil && k.Fire.Long {
			return model.SkillRifle
		}
		return map[model.BlockKind]model.Skill{
			model.KindFirearms: model.SkillFirearms, model.KindVehicles: model.SkillVehicle, model.KindBuildings: model.SkillBuilding,
			model.KindRescue: model.SkillRescue, model.KindExercise: model.SkillTactics,
		}[k.Kind]
	}
	return map[model.Role]model.Skill{
		model.RSO: model.SkillRSO, model.Rangemaster: model.SkillMaster, model.Medic: model.SkillMedic, model.Safety: model.SkillSafety,
		model.Interpreter: model.SkillInterpret, model.Host: model.SkillRideHost,
	}[role]
}

// session is what one session must be by itself.
func (b *brute) session(l *lesson) {
	k, day := &l.Block, l.own.From.Date()
	live, skills := k.Ammo == model.Live, k.Kind == "F" || k.Kind == "V" || k.Kind == "B" || k.Kind == "R" || k.Kind == "X"
	if live {
		b.ratio(l)
		if len(l.in(model.RSO)) == 0 {
			b.tell("range-safety-officer", nil, l)
		}
	}
	if k.Ammo == model.Marking {
		n := 0
		for _, s := range l.in(model.Safety) {
			if l.others(s, model.Safety) == 0 {
				n++
			}
		}
		if n < b.v("force-on-force-safety") {
			b.tell("force-on-force-safety", nil, l)
		}
		if l.Circuit != nil && slices.ContainsFunc(l.Circuit.Stations, func(p model.Post) bool { return b.d.Staff.Get(p.Safety) == nil }) {
			b.tell("station-safety", nil, l)
		}
	}
	if live || k.Rescue != nil && (k.Rescue.Heights || k.Rescue.Casualties > 0) {
		if len(l.in(model.Medic)) < b.v("medic") {
			b.tell("medic", nil, l)
		}
		if l.p != nil && (l.p.Kits.Trauma == 0 || l.p.Kits.AED == 0) {
			b.tell("trauma-kit", nil, l)
		}
	}
	good := 0
	for _, p := range l.parts {
		st, skill := b.d.Staff.Get(p.Staff), skillFor(p.Role, k)
		teaches := p.Role == model.Lead || p.Role == model.Line
		shoots := func(s model.Skill) bool { return s == model.SkillFirearms || s == model.SkillRifle }
		ok := skill == "" || st.Qualified(skill, day) || teaches && !shoots(skill) && st.Qualified(model.SkillInstructor, day)
		leads := skillFor(model.Lead, k)
		able := st.Qualified(leads, day) || !shoots(leads) && st.Qualified(model.SkillInstructor, day)
		if !ok {
			b.tell("certified", one(st.ID), l)
		}
		if teaches && able {
			good++
		}
		for _, a := range st.Absences {
			if a.From < l.own.To && l.own.From < a.To {
				b.tell("staff-absent", one(st.ID), l)
			}
		}
		if st.Left != 0 && l.own.To > st.Left.At(0) {
			b.tell("staff-left", one(st.ID), l)
		}
	}
	if skills && good == 0 {
		b.tell("skills-instructor", nil, l)
	}
	for _, n := range k.Needs {
		have := 0
		for _, s := range l.in(n.Role) {
			if n.Skill == "" || b.d.Staff.Get(s).Qualified(n.Skill, day) {
				have++
			}
		}
		if have < n.For(l.engaged) {
			b.tell("people-needed", nil, l)
		}
	}
	if !k.Rest && !skills && l.Ride == nil && len(l.in(model.Lead, model.Line)) == 0 {
		b.tell("nobody-leads", nil, l)
	}
	if !k.Rest && l.Officers(l.c) == 0 {
		b.tell("nobody-takes", nil, l)
	}
	if l.Ride == nil && !l.byName() && k.Together > 0 && (l.Squads&l.c.SquadSet()).Len() > k.Together {
		b.tell("together", nil, l)
	}
	b.tongues(l)
	b.practice(l)
	b.weather(l)
	b.hours(l)
	b.where(l)
	if l.Ride != nil {
		b.ride(l)
	}
	for _, need := range k.Vehicles {
		n := 0
		for _, v := range l.cars {
			if car := b.d.Vehicles.Get(v); car != nil && car.Kind == need.Kind {
				n++
			}
		}
		if n < need.Count {
			b.tell("vehicles-needed", nil, l)
		}
	}
}

// ratio: of the ratios broken, the strictest hard one, or else soft one.
func (b *brute) ratio(l *lesson) {
	indoor := l.p != nil && !l.p.Outdoor && (l.p.Kind == model.Range || l.p.Kind == model.ShootHouse)
	firing, fire, dark := l.engaged, l.Block.Fire, b.dark(l)
	if fire == nil {
		fire = &model.Firing{}
	}
	if !b.on("engaged-only") {
		firing = l.Officers(l.c)
	}
	counted := b.on("lead-uncounted")
	masters := []model.ID{}
	if b.on("rangemaster-apart") {
		masters = l.in(model.Rangemaster)
	}
	have := func(need int) int {
		n := 0
		for _, s := range l.in(model.Lead, model.Line) {
			lead, line := slices.Contains(l.in(model.Lead), s), slices.Contains(l.in(model.Line), s)
			but := []model.Role{model.Line}
			if need < 2 || !counted {
				but = append(but, model.Lead)
			}
			if !b.on("rangemaster-apart") {
				but = append(but, model.Rangemaster)
			}
			if line && l.others(s, but...) == 0 || !line && lead && (need < 2 || !counted) && !slices.Contains(masters, s) {
				n++
			}
		}
		return n
	}
	best, short, must := "", 0, 0
	for _, r := range []struct {
		rule  string
		holds bool
	}{
		{"live-ratio-night", dark && !indoor},
		{"live-ratio-first", fire.First},
		{"live-ratio-automatic", fire.Auto},
		{"live-ratio-indoor", indoor},
		{"live-ratio-ceiling", true},
		{"live-ratio-day", !indoor && !dark && !fire.First},
	} {
		if !r.holds || !b.on(r.rule) {
			continue
		}
		value, hard, _ := b.rule(r.rule)
		need := 0
		for need*value < firing {
			need++
		}
		if hard {
			must = max(must, need)
		}
		missing := need - have(need)
		_, was, _ := false, false, false
		if best != "" {
			_, was, _ = b.rule(best)
		}
		if missing > 0 && (best == "" || hard && !was || hard == was && missing > short) {
			best, short = r.rule, missing
		}
	}
	if best != "" {
		b.tell(best, nil, l)
	}
	if must >= 2 && len(l.in(model.Lead)) == 0 {
		b.tell("lead-uncounted", nil, l)
	}
	for _, s := range l.in(model.Rangemaster) {
		if slices.Contains(l.in(model.Lead, model.Line), s) {
			b.tell("rangemaster-apart", one(s), l)
		}
	}
}

func dangerous(k *model.Block) string {
	switch {
	case k.Ammo == model.Live:
		return "live"
	case k.Ammo == model.Marking:
		return "marking"
	case k.Kind == "R" || k.Kind == "V":
		return string(k.Kind)
	}
	return ""
}

func (b *brute) tongues(l *lesson) {
	rule := "language"
	if dangerous(&l.Block) != "" {
		rule = "language-hazard"
	}
	if l.Block.Rest || len(l.parts) == 0 {
		return
	}
	var officers []model.ID
	for _, s := range l.who {
		officers = append(officers, s.Person)
	}
	if l.Ride != nil {
		for _, r := range l.Ride.Riders {
			if s, ok := l.c.Seat(r.Person); ok && s.Alternate == 0 && !s.Stage.Out() {
				officers = append(officers, r.Person)
			}
		}
	}
	var spoken []string
	for _, p := range l.parts {
		for _, t := range b.d.Staff.Get(p.Staff).Speaks {
			teaches := p.Role == model.Lead || p.Role == model.Line || p.Role == model.Host
			if p.Role == model.Interpreter || teaches && (l.Block.Language == "" || l.Block.Language == t) {
				spoken = append(spoken, t)
			}
		}
	}
	for _, o := range officers {
		p := b.d.People.Get(o)
		if p != nil && len(p.Speaks) > 0 && !slices.ContainsFunc(p.Speaks, func(t string) bool { return slices.Contains(spoken, t) }) {
			b.tell(rule, one(o), l)
		}
	}
}

// hours: when the session is.
func (b *brute) hours(l *lesson) {
	k, day := &l.Block, l.own.From.Date()
	if day < l.c.First || day > l.c.Last {
		b.tell("course-dates", nil, l)
	}
	start, end := l.own.From.OfDay(), l.own.From.OfDay()+k.Length
	within := func(start, end int) bool { return start >= k.Earliest && (k.Latest == 0 || end <= k.Latest) }
	if !within(start, end) && !(k.Latest > 96 && within(start+96, end+96)) {
		b.tell("time-window", nil, l)
	}
	set, rise := b.v("sunset"), b.v("sunrise")
	if k.Night && !(start >= set && end <= 96+rise) && !(start+96 >= set && end <= rise) {
		b.tell("night-dark", nil, l)
	}
	for _, v := range l.cars {
		if car := b.d.Vehicles.Get(v); car != nil {
			for _, o := range car.Out {
				if o.From < l.own.To && l.own.From < o.To {
					b.tell("vehicle-out", nil, l)
				}
			}
		}
	}
}

func (b *brute) where(l *lesson) {
	k, p := &l.Block, l.p
	if p == nil {
		if k.Place != "" {
			b.tell("no-place", nil, l)
		}
		return
	}
	if k.Place != "" && k.Place != p.Kind {
		b.tell("place-kind", nil, l)
	}
	if p.Capacity > 0 && l.Officers(l.c) > p.Capacity {
		b.tell("capacity", nil, l)
	}
	if k.Ammo != "" && p.Lanes > 0 && l.engaged > p.Lanes {
		b.tell("lanes", nil, l)
	}
	if p.Kind == model.ShootHouse && k.Kind == "B" && l.engaged > b.v("one-team") {
		b.tell("one-team", nil, l)
	}
	if !p.OpenAt(l.own) {
		b.tell("place-closed", nil, l)
	}
	for _, x := range p.Bookings {
		if x.From < l.own.To && l.own.From < x.To {
			if x.Closed {
				b.tell("place-closed", nil, l)
			} else {
				b.tell("let-to-others", nil, l)
			}
		}
	}
}

func (b *brute) ride(l *lesson) {
	r, day := l.Ride, l.own.From.Date()
	if r.Approved == 0 || r.Approved > day {
		b.tell("host-approval", nil, l)
	}
	for _, v := range r.Riders {
		if p := b.d.People.Get(v.Person); p != nil && (p.Papers.Witness == "" || p.Papers.Waiver == 0 || p.Papers.Waiver > day) {
			b.tell("waiver", one(v.Person), l)
		}
	}
	seats, armoured := 0, 0
	for _, v := range l.cars {
		if car := b.d.Vehicles.Get(v); car != nil && (l.Block.RideKind == model.PatrolRide || car.Kind == model.Armoured) {
			seats, armoured = seats+car.Seats, armoured+1
		}
	}
	if l.Block.RideKind == model.PatrolRide {
		if r.Seats > 0 {
			seats = r.Seats
		}
		if seats > 0 && len(r.Riders) > seats {
			b.tell("ride-seats", nil, l)
		}
		if l.Block.Length-r.Brief-r.Debrief > 4*b.v("ride-length") {
			b.tell("ride-length", nil, l)
		}
		return
	}
	if r.Command == 0 || r.Command > day {
		b.tell("swat-approval", nil, l)
	}
	if r.Debrief == 0 {
		b.tell("swat-debrief", nil, l)
	}
	if r.Seats > 0 {
		seats = min(seats, r.Seats)
	}
	if armoured == 0 || !r.Standby && len(r.Riders) > seats {
		b.tell("swat-seats", nil, l)
	}
}
