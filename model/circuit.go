package model

// Circuit is the stations that teams go round within a session: vehicles with
// hides, rooms, rescue lanes.
type Circuit struct {
	Stations []Post `cbor:"1,keyasint" json:"stations"`
	Turn     int    `cbor:"2,keyasint,omitempty" json:"turn,omitempty"` // minutes at a station; 0: the time shared out evenly
}

// A Post is one of them.
type Post struct {
	Name    string `cbor:"1,keyasint" json:"name"`                        // "Lane 2", "Kitchen"
	Vehicle ID     `cbor:"2,keyasint,omitzero" json:"vehicle,omitzero"`   // to be searched
	Hides   int    `cbor:"3,keyasint,omitempty" json:"hides,omitempty"`   // things hidden there
	Where   string `cbor:"4,keyasint,omitempty" json:"where,omitempty"`   // of the hides, for the instructors
	Lead    ID     `cbor:"5,keyasint,omitzero" json:"lead,omitzero"`      // staff who instructs there
	Safety  ID     `cbor:"6,keyasint,omitzero" json:"safety,omitzero"`    // staff who is its safety officer
	Players int    `cbor:"7,keyasint,omitempty" json:"players,omitempty"` // casualties, role players
}

// MaxStations is how many stations a circuit can have.
const MaxStations = 24

func (v *Circuit) check(c *checker) {
	c.within("stations", len(v.Stations), 1, MaxStations)
	c.within("turn", v.Turn, 0, 24*60)
	out := make([]Post, len(v.Stations))
	for i, s := range v.Stations {
		c.must("station", &s.Name, MaxName)
		c.within("hides", s.Hides, 0, 200)
		c.within("players", s.Players, 0, 60)
		c.note("where", &s.Where)
		out[i] = s
	}
	v.Stations = none(out)
}

// A Team goes round a circuit together.
type Team struct {
	Squad  Squad // 0: not one squad
	People []ID  // in the order of their seats
}

// Teams deals those who take part into as many teams as there are stations:
// the squads, when there are as many of them, else as even as can be, in the
// order of squads and seats.
func (s *Session) Teams(c *Cohort) []Team {
	if s.Circuit == nil || len(s.Circuit.Stations) == 0 {
		return nil
	}
	n := len(s.Circuit.Stations)
	seats := s.Takers(c)
	squads := map[Squad]bool{}
	for _, v := range seats {
		squads[v.Squad] = true
	}
	teams := make([]Team, n)
	if len(squads) == n && !squads[0] {
		i := 0
		for q := Squad(1); q <= MaxSquads; q++ {
			if !squads[q] {
				continue
			}
			teams[i].Squad = q
			for _, v := range seats {
				if v.Squad == q {
					teams[i].People = append(teams[i].People, v.Person)
				}
			}
			i++
		}
		return teams
	}
	for i, v := range seats {
		t := &teams[i*n/len(seats)]
		t.People = append(t.People, v.Person)
	}
	return teams
}

// A Turn is when the teams stand where.
type Turn struct {
	From, To Minute
	Teams    []int // at each station the index of its team
}

// Rotation is who is at which station when: each team at each station once, as
// far as the session's time allows. Nothing without a time or a circuit.
func (s *Session) Rotation() []Turn {
	if s.Circuit == nil || !s.Placed() {
		return nil
	}
	n := len(s.Circuit.Stations)
	length, each := s.Block.Length*15, s.Circuit.Turn
	if each == 0 {
		each = max(length/n, 1)
	}
	var out []Turn
	begin := s.Start.Minute()
	for t := 0; t < n && (t+1)*each <= length; t++ {
		turn := Turn{From: begin + Minute(t*each), To: begin + Minute((t+1)*each), Teams: make([]int, n)}
		for at := range n {
			turn.Teams[at] = ((at-t)%n + n) % n
		}
		out = append(out, turn)
	}
	return out
}
