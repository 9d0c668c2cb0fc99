package model

// The details each kind of block has of its own.

// Firing is what a live-fire block shoots. Relays take the line one after the
// other within the session, so that those actively engaged are a part of the
// class: 30 officers in 3 relays are 10 on the line.
type Firing struct {
	Relays    int  `cbor:"1,keyasint,omitempty" json:"relays,omitempty"` // 0 is 1
	Rounds    int  `cbor:"2,keyasint,omitempty" json:"rounds,omitempty"` // for each officer
	Auto      bool `cbor:"3,keyasint,omitempty" json:"auto,omitempty"`   // automatic fire
	First     bool `cbor:"4,keyasint,omitempty" json:"first,omitempty"`  // first-time shooters
	Qualifies bool `cbor:"5,keyasint,omitempty" json:"qualifies,omitempty"`
	Long      bool `cbor:"6,keyasint,omitempty" json:"long,omitempty"` // long gun
	Course    ID   `cbor:"7,keyasint,omitzero" json:"course,omitzero"` // of fire
	// Ammunition is the pool of kit that the rounds are drawn from.
	Ammunition ID `cbor:"8,keyasint,omitzero" json:"ammunition,omitzero"`
}

// SearchLot is what a vehicle-search block searches.
type SearchLot struct {
	Cars  int `cbor:"1,keyasint,omitempty" json:"cars,omitempty"`
	Hides int `cbor:"2,keyasint,omitempty" json:"hides,omitempty"`
}

// House is how a building is searched: by teams, one inside at a time.
type House struct {
	Team int `cbor:"1,keyasint,omitempty" json:"team,omitempty"` // officers a team, 2–6
	Runs int `cbor:"2,keyasint,omitempty" json:"runs,omitempty"` // runs for each team
}

// Rescue is what a rescue block has to be saved from.
type Rescue struct {
	Casualties int  `cbor:"1,keyasint,omitempty" json:"casualties,omitempty"`
	Heights    bool `cbor:"2,keyasint,omitempty" json:"heights,omitempty"`
}

// Exercise is a scenario with people playing against the class.
type Exercise struct {
	Players int `cbor:"1,keyasint,omitempty" json:"players,omitempty"` // role players
	Teams   int `cbor:"2,keyasint,omitempty" json:"teams,omitempty"`
}

// details refuses details of another kind and values that cannot be.
func (b *Block) details(c *checker) {
	foreign := func(field string, present bool, kinds ...BlockKind) {
		if !present {
			return
		}
		for _, k := range kinds {
			if b.Kind == k {
				return
			}
		}
		c.wrong(field, "model.detail-of-another-kind", "kind", Say("word.kind."+string(b.Kind)))
	}
	foreign("fire", b.Fire != nil, KindFirearms, KindBuildings, KindExercise)
	foreign("search", b.Search != nil, KindVehicles)
	foreign("house", b.House != nil, KindBuildings)
	foreign("rescue", b.Rescue != nil, KindRescue)
	foreign("exercise", b.Exercise != nil, KindExercise)
	foreign("exam", b.Exam, KindClass)
	foreign("rideKind", b.RideKind != "", KindRide)
	if f := b.Fire; f != nil {
		c.within("relays", f.Relays, 0, 30)
		c.within("rounds", f.Rounds, 0, 5000)
	}
	if s := b.Search; s != nil {
		c.within("cars", s.Cars, 0, 60)
		c.within("hides", s.Hides, 0, 200)
	}
	if h := b.House; h != nil {
		if h.Team != 0 {
			c.within("team", h.Team, 2, 6)
		}
		c.within("runs", h.Runs, 0, 50)
	}
	if r := b.Rescue; r != nil {
		c.within("casualties", r.Casualties, 0, 60)
	}
	if x := b.Exercise; x != nil {
		c.within("players", x.Players, 0, 60)
		c.within("teams", x.Teams, 0, 30)
	}
	if b.Kind == KindRide {
		oneOf(c, "rideKind", b.RideKind, RideKinds)
	}
	if b.Kind == KindFirearms && b.Ammo == NoAmmo {
		c.wrong("ammo", "model.firearms-without-ammo")
	}
}

// Engaged is how many of n officers are actively engaged at a time: a relay on
// the line, a team in the house, or all of them.
func (b *Block) Engaged(n int) int {
	switch {
	case b.House != nil && b.House.Team > 0:
		return min(n, b.House.Team)
	case b.Fire != nil && b.Fire.Relays > 1:
		return (n + b.Fire.Relays - 1) / b.Fire.Relays
	}
	return n
}
