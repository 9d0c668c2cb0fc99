//go:build bench

package main

// words reads the next line of a section, which has at least so many words.
func (l *lines) words(least int, form string) ([]string, error) {
	f, err := l.next()
	if err != nil {
		return nil, err
	}
	if len(f) < least {
		return nil, l.errorf("should be: %s", form)
	}
	return f, nil
}

func (p *problem) readCourses(l *lines, n int) error {
	if err := l.section("COURSES"); err != nil {
		return err
	}
	seen := map[string]bool{}
	for range n {
		f, err := l.words(5, "course teacher lectures days students")
		if err != nil {
			return err
		}
		c := course{id: f[0], teacher: f[1]}
		if seen[c.id] {
			return l.errorf("course %s is there already", c.id)
		}
		seen[c.id] = true
		if c.lectures, err = l.number(f[2], "lectures", 0, p.periods()); err != nil {
			return err
		}
		if c.minDays, err = l.number(f[3], "days", 0, mostNumber); err != nil {
			return err
		}
		if c.students, err = l.number(f[4], "students", 0, mostNumber); err != nil {
			return err
		}
		p.courses = append(p.courses, c)
		p.barred = append(p.barred, make([]bool, p.periods()))
	}
	return nil
}

func (p *problem) readRooms(l *lines, n int) error {
	if err := l.section("ROOMS"); err != nil {
		return err
	}
	seen := map[string]bool{}
	for range n {
		f, err := l.words(2, "room seats")
		if err != nil {
			return err
		}
		if seen[f[0]] {
			return l.errorf("room %s is there already", f[0])
		}
		seen[f[0]] = true
		seats, err := l.number(f[1], "seats", 0, mostNumber)
		if err != nil {
			return err
		}
		p.rooms = append(p.rooms, room{f[0], seats})
	}
	return nil
}

func (p *problem) readCurricula(l *lines, n int) error {
	if err := l.section("CURRICULA"); err != nil {
		return err
	}
	byID := p.courseIDs()
	for range n {
		f, err := l.words(2, "curriculum number courses…")
		if err != nil {
			return err
		}
		count, err := l.number(f[1], "the number of courses", 0, len(p.courses))
		if err != nil {
			return err
		}
		if len(f) != 2+count {
			return l.errorf("%d courses were announced and %d are there", count, len(f)-2)
		}
		q := curriculum{id: f[0]}
		seen := map[int]bool{}
		for _, id := range f[2:] {
			c, ok := byID[id]
			if !ok {
				return l.errorf("there is no course %s", id)
			}
			if seen[c] {
				return l.errorf("course %s is there twice", id)
			}
			seen[c] = true
			q.courses = append(q.courses, c)
		}
		p.curricula = append(p.curricula, q)
	}
	return nil
}

func (p *problem) readBarred(l *lines, n int) error {
	if err := l.section("UNAVAILABILITY_CONSTRAINTS"); err != nil {
		return err
	}
	byID := p.courseIDs()
	for range n {
		f, err := l.words(3, "course day period")
		if err != nil {
			return err
		}
		c, ok := byID[f[0]]
		if !ok {
			return l.errorf("there is no course %s", f[0])
		}
		day, err := l.number(f[1], "the day", 0, p.days-1)
		if err != nil {
			return err
		}
		hour, err := l.number(f[2], "the period", 0, p.hours-1)
		if err != nil {
			return err
		}
		p.barred[c][day*p.hours+hour] = true
	}
	return nil
}

func (p *problem) courseIDs() map[string]int {
	m := make(map[string]int, len(p.courses))
	for i, c := range p.courses {
		m[c.id] = i
	}
	return m
}
