package alumni

import (
	"cmp"
	"slices"
	"strings"

	"muster/model"
	"muster/store/finder"
	"muster/ui/kit"
)

// about is everything known of one person: from the desk, the index, and what
// was read; where the desk has a record, it is the newest.
type about struct {
	id       model.ID
	entry    *finder.Entry // nil: not in the index
	person   *model.Person // nil: not read yet, or not kept any more
	rev      model.Rev
	seats    []seat                      // the newest first
	contacts []model.Row[*model.Contact] // the newest first
	papers   []model.Row[*model.Certificate]
	read     bool // what is kept of them is here
	err      error
}

// A seat is a place somebody has or had in a cohort.
type seat struct {
	cohort *model.Cohort
	model.Seat
}

// sat reports whether somebody took part, and was not only named for it.
func (s seat) sat() bool { return s.Alternate == 0 && !s.Stage.Out() }

// about gathers what is known of a person.
func (t *Tab) about(id model.ID) about {
	a := about{id: id, entry: t.entry(id), seats: t.seatsOf(id)}
	f, read := t.files.of(id)
	a.read, a.err = read, f.err
	a.person, a.rev = f.person.Rec, f.person.Rev
	d := t.desk()
	if row, ok := d.People.Row(id); ok {
		a.person, a.rev = row.Rec, row.Rev
	}
	a.contacts = overlay(f.contacts, d.Contacts, func(c *model.Contact) bool { return c.Person == id })
	slices.SortStableFunc(a.contacts, func(x, y model.Row[*model.Contact]) int {
		return cmp.Or(cmp.Compare(y.Rec.At, x.Rec.At), y.Rec.ID.Compare(x.Rec.ID))
	})
	a.papers = overlay(f.papers, d.Certificates, func(c *model.Certificate) bool { return c.Person == id })
	return a
}

// overlay is the rows that were read, with those of the desk in their place.
func overlay[R model.Record](read []model.Row[R], desk model.Table[R], own func(R) bool) []model.Row[R] {
	out := slices.Clone(read)
	for _, row := range desk.Rows() {
		if !own(row.Rec) {
			continue
		}
		at := slices.IndexFunc(out, func(o model.Row[R]) bool { return o.Rec.RecordID() == row.Rec.RecordID() })
		if at >= 0 {
			out[at] = row
		} else {
			out = append(out, row)
		}
	}
	return out
}

// seatsOf is the person's seats, that of the newest cohort first. The index
// says in which cohorts to look; without it all are looked through.
func (t *Tab) seatsOf(id model.ID) []seat {
	var codes []string
	e := t.entry(id)
	if e != nil {
		codes = e.Cohorts
	}
	var out []seat
	for c := range t.desk().Cohorts.All {
		if e != nil && c.State == model.Closed && !slices.Contains(codes, c.Code) {
			continue
		}
		if s, ok := c.Seat(id); ok {
			out = append(out, seat{c, s})
		}
	}
	slices.SortFunc(out, func(a, b seat) int {
		return cmp.Or(cmp.Compare(b.cohort.First, a.cohort.First), cmp.Compare(a.cohort.Code, b.cohort.Code))
	})
	return out
}

// name is how lists call the person.
func (a about) name() string {
	switch {
	case a.person != nil:
		return a.person.Name()
	case a.entry != nil:
		return a.entry.Name
	}
	return ""
}

func (a about) standing() model.Standing {
	switch {
	case a.person != nil:
		return a.person.Standing
	case a.entry != nil:
		return a.entry.Standing
	}
	return model.Serving
}

func (a about) region() (country, region string) {
	switch {
	case a.person != nil:
		return a.person.Country, a.person.Region
	case a.entry != nil:
		return a.entry.Country, a.entry.Region
	}
	return "", ""
}

// last is the newest talk that reached them; nil when there was none.
func (a about) last() *model.Contact {
	for _, c := range a.contacts {
		if c.Rec.Channel != model.NoChannel && !c.Rec.Missed {
			return c.Rec
		}
	}
	return nil
}

// taught is how many they have said they taught since, in the talk that told
// the most.
func (a about) taught() int {
	n := 0
	for _, c := range a.contacts {
		n = max(n, c.Rec.Taught)
	}
	return n
}

// open is the follow-ups to come, by day.
func (a about) open() []model.Row[*model.Contact] {
	var out []model.Row[*model.Contact]
	for _, c := range a.contacts {
		if c.Rec.Open() {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(x, y model.Row[*model.Contact]) int { return cmp.Compare(x.Rec.Due, y.Rec.Due) })
	return out
}

// paper is the certificate of the course, the one that holds before void ones.
func (a about) paper(cohort model.ID) *model.Certificate {
	var found *model.Certificate
	for _, p := range a.papers {
		if p.Rec.Cohort == cohort && (found == nil || !found.Void.IsZero()) {
			found = p.Rec
		}
	}
	return found
}

// A mate is somebody who sat in the same cohorts.
type mate struct {
	*finder.Entry
	codes []string // the cohorts they shared
	far   distance
}

// distance is how far somebody's work is from another's; the farthest are the
// most use, for they know whom one does not.
type distance uint8

const (
	otherRegion distance = iota
	otherAgency
	sameAgency
)

// mates is who sat in the same cohorts: those of other states first, then of
// other agencies, then the rest; each of these by region.
func (t *Tab) mates(a about) []mate {
	country, region := a.region()
	agency := ""
	if a.entry != nil {
		agency = a.entry.Agency
	}
	at := map[model.ID]int{}
	var out []mate
	for _, s := range a.seats {
		if !s.sat() {
			continue
		}
		for _, o := range s.cohort.Seats {
			if o.Person == a.id || !(seat{Seat: o}).sat() {
				continue
			}
			if i, was := at[o.Person]; was {
				out[i].codes = append(out[i].codes, s.cohort.Code)
				continue
			}
			e := t.entry(o.Person)
			if e == nil {
				continue
			}
			m := mate{Entry: e, codes: []string{s.cohort.Code}, far: sameAgency}
			switch {
			case e.Country != country || e.Region != region:
				m.far = otherRegion
			case e.Agency != agency:
				m.far = otherAgency
			}
			at[o.Person] = len(out)
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(x, y mate) int {
		return cmp.Or(cmp.Compare(x.far, y.far), strings.Compare(x.Country, y.Country), strings.Compare(x.Region, y.Region))
	})
	return out
}

// byName sorts each group by name.
func byName(mates []mate) {
	key := make(map[model.ID]string, len(mates))
	for _, m := range mates {
		key[m.ID] = kit.Fold(m.Name)
	}
	slices.SortStableFunc(mates, func(x, y mate) int {
		return cmp.Or(cmp.Compare(x.far, y.far), strings.Compare(x.Country, y.Country), strings.Compare(x.Region, y.Region), strings.Compare(key[x.ID], key[y.ID]))
	})
}

// group is where a mate is counted: with those of the same region, country and
// distance.
func (m mate) group() group { return group{m.far, m.Country, m.Region} }

type group struct {
	far             distance
	country, region string
}
