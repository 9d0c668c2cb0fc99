package gridtest

import (
	"slices"

	"muster/model/planner/grid"
)

// lay fills the days of one cohort's squads: a block for all on the first
// morning, then each squad's days one after another.
func (m *maker) lay(c int32) {
	first := c * int32(max(1, m.shape.Days/3))
	var teams []int32
	for range m.shape.Squads {
		teams = append(teams, int32(len(m.p.Teams)))
		m.p.Teams = append(m.p.Teams, grid.Team{})
	}
	m.block(c, teams, first*m.perDay, m.unit, false)
	for _, t := range teams {
		late := false
		for d := first; d < first+int32(m.shape.Days); d++ {
			late = m.day(c, t, d, d == first, late)
		}
	}
}

// day fills one day of a squad, and reports whether it worked in the evening.
func (m *maker) day(c, team, d int32, joint, late bool) bool {
	at, end := d*m.perDay, d*m.perDay+dayHours*m.unit
	if joint {
		at += m.unit
	}
	if late {
		at += 2 * m.unit
	}
	for at < end {
		if m.rnd.Float64() > m.shape.Full {
			at += m.unit
			continue
		}
		length := m.unit * int32(1+m.rnd.IntN(2))
		if m.shape.Quarter {
			length = int32(3 + m.rnd.IntN(7))
		}
		length = min(length, end-at)
		m.block(c, []int32{team}, at, length, false)
		at += length
	}
	if m.shape.Plain || m.rnd.IntN(6) > 0 {
		return false
	}
	length := 2 * m.unit
	spare := m.perDay - dayHours*m.unit - length
	m.block(c, []int32{team}, end+int32(m.rnd.IntN(int(spare)+1)), length, true)
	return true
}

// block lays one block there, with a place and people that are free, and lets
// it begin at other times too.
func (m *maker) block(c int32, teams []int32, at, length int32, late bool) {
	k := m.rnd.IntN(len(m.kinds))
	s := m.kinds[k]
	block := grid.Block{
		Teams: teams, Size: int32(len(teams)) * int32(6+m.rnd.IntN(3)), Kind: int32(k) + 1, Live: s.live,
		Home: grid.Choice{Start: -1, Place: -1}, Wish: -1,
	}
	mode := grid.Mode{Len: length, Starts: m.starts(c, at, length, late)}
	if s.pool >= 0 {
		mode.Uses = []grid.Use{{Pool: s.pool, Count: int32(1 + m.rnd.IntN(4))}}
	}
	block.Modes = []grid.Mode{mode}
	b := int32(len(m.p.Blocks))
	m.p.Blocks = append(m.p.Blocks, block)
	m.cohort = append(m.cohort, c)
	m.plan = append(m.plan, grid.Choice{Start: at, Place: -1})
	m.plan[b].Place = m.place(b, k)
	for range s.need {
		m.plan[b].People = append(m.plan[b].People, m.person(b, k))
	}
}

// starts is where a block may begin: usually in the same part of any day of its
// cohort, sometimes only on a day or two, seldom only there.
func (m *maker) starts(c, at, length int32, late bool) grid.Bits {
	bits := grid.NewBits(len(m.p.Day))
	from, until := int32(0), dayHours*m.unit
	if late {
		from, until = until, m.perDay
	}
	first := c * int32(max(1, m.shape.Days/3))
	wide := m.rnd.IntN(20)
	for d := first; d < first+int32(m.shape.Days); d++ {
		for s := from; s+length <= until; s++ {
			slot := d*m.perDay + s
			near := d-at/m.perDay <= 1 && at/m.perDay-d <= 1
			if slot == at || wide > 3 || wide > 0 && near {
				bits.Set(slot)
			}
		}
	}
	return bits
}

// place is one of the kind's that is free for block b, or a new one.
func (m *maker) place(b int32, k int) int32 {
	places := slices.Clone(m.kinds[k].places)
	m.rnd.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
	for _, place := range places {
		m.plan[b].Place = place
		if m.sound(b) {
			return place
		}
	}
	place := m.newPlace(k)
	m.plan[b].Place = place
	m.p.Places[place].Room = 0
	for site := range int32(2) {
		m.p.Places[place].Site = site
		if m.sound(b) {
			return place
		}
	}
	// Blocks before and after are at different sites: a place of no site's
	// own cannot be, so this one is nowhere.
	m.kinds[k].places = m.kinds[k].places[:len(m.kinds[k].places)-1]
	m.p.Places = m.p.Places[:place]
	m.plan[b].Place = -1
	return -1
}

// person is one of the kind's who is free for block b, or a new one.
func (m *maker) person(b int32, k int) int32 {
	crew := m.plan[b].People
	people := slices.Clone(m.kinds[k].people)
	m.rnd.Shuffle(len(people), func(i, j int) { people[i], people[j] = people[j], people[i] })
	for _, who := range people {
		if slices.Contains(crew, who) {
			continue
		}
		m.plan[b].People = append(slices.Clone(crew), who)
		if m.sound(b) {
			m.plan[b].People = crew
			return who
		}
	}
	m.plan[b].People = crew
	return m.newPerson(k)
}

// sound reports whether b, as laid so far, clashes with nobody.
func (m *maker) sound(b int32) bool {
	c := &checker{p: m.p}
	mine := m.work(b)
	for i := range m.p.Blocks {
		if int32(i) == b {
			continue
		}
		other := m.work(int32(i))
		first, then := mine, other
		if other.from < mine.from {
			first, then = other, mine
		}
		if first.end > then.from {
			c.overlap(mine, other, then.from)
		} else {
			c.follow(first, then)
		}
	}
	c.works = append(c.works, mine)
	if place := mine.choice.Place; place >= 0 && m.p.Places[place].Room > 0 {
		for i := range m.p.Blocks {
			if other := m.work(int32(i)); int32(i) != b && other.choice.Place == place {
				c.works = append(c.works, other)
			}
		}
		c.places()
	}
	return len(c.faults) == 0
}

func (m *maker) work(b int32) work {
	choice := m.plan[b]
	mode := &m.p.Blocks[b].Modes[choice.Mode]
	return work{block: b, from: choice.Start, end: choice.Start + mode.Len, mode: mode, choice: choice}
}
