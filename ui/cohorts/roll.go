package cohorts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"muster/model"
	"muster/model/names"
	"muster/ui/kit"
)

// tone is how a cell looks, so that a row needs no theme.
type tone uint8

const (
	plain tone = iota
	quiet
	good
	bad
	soonDue
)

func (t tone) style(th *kit.Theme) kit.Style {
	switch t {
	case quiet:
		return th.Muted
	case good:
		return th.OK
	case bad:
		return th.Clash
	case soonDue:
		return th.Due
	}
	return th.Text
}

const (
	colMark = iota
	colNo
	colName
	colRank
	colAgency
	colRegion
	colSquad
	colPapers
	colVetting
	colVisa
	colFlight
	colCard
	colStage
	rollCols
)

// seatRow is what the roll says of one seat.
type seatRow struct {
	seat   model.Seat
	person *model.Person // nil when it could not be read
	faults []fault
	text   [rollCols]string
	tone   [rollCols]tone
	sort   string // the name as lists are ordered by it
}

func (r *seatRow) set(col int, t tone, text string) { r.text[col], r.tone[col] = text, t }

// person is somebody on the desk, or of a closed cohort that was read.
func (t *Tab) person(id model.ID) *model.Person {
	if p := t.desk().People.Get(id); p != nil {
		return p
	}
	return t.past[id]
}

// seatRows is the roll: those who hold a seat in the order of the roster, then
// the alternates in their line, then those who are out and whose seat another
// has. seated is how many of them had a seat to the end.
func (t *Tab) seatRows() (rows []seatRow, seated int) {
	if t.cohort == nil {
		return nil, 0
	}
	seats := slices.Clone(t.cohort.Seats)
	slices.SortStableFunc(seats, func(a, b model.Seat) int {
		return cmp.Or(cmp.Compare(gone(a), gone(b)), cmp.Compare(a.Alternate, b.Alternate))
	})
	rows = make([]seatRow, len(seats))
	l := limitsOf(t.desk().Settings.Rec)
	for i, s := range seats {
		rows[i] = makeSeatRow(t.env(), t.desk(), t.cohort, s, t.person(s.Person), t.h.Today(), l)
		if s.Alternate == 0 && gone(s) == 0 {
			seated++
		}
	}
	return rows, seated
}

// gone is 1 for somebody who is out and whose class number another has.
func gone(s model.Seat) int {
	if s.Stage.Out() && s.No == 0 && s.Alternate == 0 {
		return 1
	}
	return 0
}

func makeSeatRow(e *kit.Env, d *model.Desk, c *model.Cohort, s model.Seat, p *model.Person, today model.Date, l limits) seatRow {
	r := seatRow{seat: s, person: p}
	switch {
	case s.Alternate > 0:
		r.set(colNo, quiet, fmt.Sprintf("+%d", s.Alternate))
	case s.No > 0:
		r.set(colNo, quiet, fmt.Sprint(s.No))
	}
	r.set(colSquad, plain, s.Squad.String())
	r.set(colStage, quiet, e.Say(stageWord(s.Stage)))
	if p == nil {
		r.set(colName, quiet, e.T("cohorts.unread"))
		return r
	}
	name := plain
	if s.Stage.Out() {
		name = quiet
	}
	r.set(colName, name, p.Name())
	r.sort = names.SortKey(names.Name{Given: p.Given, Family: p.Family, Family2: p.Family2, Native: p.Native})
	r.set(colRank, name, p.Rank)
	if a := d.Agencies.Get(p.Agency); a != nil {
		r.set(colAgency, name, a.Label())
	}
	_, region, _ := strings.Cut(p.Region, "-")
	r.set(colRegion, name, region)
	r.faults = faultsOf(c, s, p, d, today, l)
	r.set(colPapers, plain, dots(p.Papers))
	r.vetting(e, c, d, today)
	r.tick(colVisa, !p.Papers.Visa.IsZero())
	if s.Stage == model.VisaRefuse {
		r.set(colVisa, bad, "✗")
	}
	r.tick(colFlight, !p.Papers.Ticket.IsZero())
	r.tick(colCard, p.Emergency.Complete())
	switch {
	case s.Stage.Out():
		r.set(colMark, quiet, "×")
	case len(r.faults) > 0 && r.faults[0].hard:
		r.set(colMark, bad, "!")
	case len(r.faults) > 0:
		r.set(colMark, soonDue, "·")
	}
	return r
}

func (r *seatRow) tick(col int, yes bool) {
	if yes {
		r.set(col, good, "✓")
		return
	}
	r.set(col, quiet, "–")
}

// dots is one dot a paper, filled when it is in, with air between them.
func dots(have model.Papers) string {
	var b strings.Builder
	for _, p := range papers() {
		switch {
		case !p.dot:
			continue
		case b.Len() > 0:
			b.WriteByte(' ')
		}
		if p.at(&have).IsZero() {
			b.WriteString("○")
		} else {
			b.WriteString("●")
		}
	}
	return b.String()
}

// vetting is the answer of the vetting office in a few letters: until when it
// holds, how long it has been waited for, or why not.
func (r *seatRow) vetting(e *kit.Env, c *model.Cohort, d *model.Desk, today model.Date) {
	v := r.person.Vetting
	unit := d.Units.Get(r.person.Unit)
	switch v.State {
	case model.VettingApproved:
		switch {
		case c.State == model.Closed:
			r.set(colVetting, quiet, "✓ "+monthYear(e, v.Until))
		case !v.Covers(c.First, c.Last):
			r.set(colVetting, bad, "! "+monthYear(e, v.Until))
		case unit != nil && !unit.Vetting.Covers(c.First, c.Last):
			r.set(colVetting, soonDue, "! "+e.T("cohorts.vet.unit"))
		default:
			r.set(colVetting, good, "✓ "+monthYear(e, v.Until))
		}
	case model.VettingSent:
		wait := "…"
		if !v.Submitted.IsZero() && v.Submitted <= today {
			wait = "… " + e.T("cohorts.vet.days", "n", int(today-v.Submitted))
		}
		r.set(colVetting, soonDue, wait)
	case model.NotVetted:
		r.set(colVetting, quiet, "–")
	default:
		r.set(colVetting, bad, "✗ "+e.T("cohorts.vet."+string(v.State)))
	}
}

func monthYear(e *kit.Env, d model.Date) string {
	y, m, _ := d.Civil()
	return fmt.Sprintf("%s %02d", e.Lang.MonthShort(time.Month(m)), y%100)
}

func (t *Tab) rollColumns() []kit.Column {
	e := t.env()
	by := func(less func(a, b *seatRow) bool) func(a, b int) bool {
		return func(a, b int) bool { return less(&t.seats[a], &t.seats[b]) }
	}
	until := func(r *seatRow) model.Date {
		if r.person == nil || r.person.Vetting.State != model.VettingApproved {
			return 0
		}
		return r.person.Vetting.Until
	}
	tick := func(id, col string, least, drop int) kit.Column {
		return kit.Column{ID: id, Title: e.T("cohorts.col." + col), Min: least, Drop: drop}
	}
	return headed([]kit.Column{
		colMark: {ID: "mark", Min: 1, Less: by(func(a, b *seatRow) bool { return gravity(a) > gravity(b) })},
		colNo: {ID: "no", Title: e.T("cohorts.col.no"), Min: 3, Right: true, Less: by(func(a, b *seatRow) bool {
			return cmp.Or(cmp.Compare(a.seat.Alternate, b.seat.Alternate), cmp.Compare(a.seat.No, b.seat.No)) < 0
		})},
		colName: {
			ID: "name", Title: e.T("cohorts.col.name"), Min: 30, Max: 44, Grow: 4,
			Less: by(func(a, b *seatRow) bool { return a.sort < b.sort }),
		},
		colRank:    {ID: "rank", Title: e.T("cohorts.col.rank"), Min: 11, Max: 24, Grow: 3, Drop: 7},
		colAgency:  {ID: "agency", Title: e.T("cohorts.col.agency"), Min: 13, Max: 30, Grow: 2, Drop: 6},
		colRegion:  {ID: "region", Title: e.T("cohorts.col.region"), Min: 3, Drop: 5},
		colSquad:   {ID: "squad", Title: e.T("cohorts.col.squad"), Min: 2},
		colPapers:  tick("papers", "papers", 9, 1),
		colVetting: {ID: "vetting", Title: e.T("cohorts.col.vetting"), Min: 8, Less: by(func(a, b *seatRow) bool { return until(a) < until(b) })},
		colVisa:    tick("visa", "visa", 3, 3),
		colFlight:  tick("flight", "flight", 3, 4),
		colCard:    tick("card", "card", 3, 2),
		colStage: {ID: "stage", Title: e.T("cohorts.col.stage"), Min: 12, Max: 20, Grow: 1, Drop: 8, Less: by(func(a, b *seatRow) bool {
			return slices.Index(model.Stages, a.seat.Stage) < slices.Index(model.Stages, b.seat.Stage)
		})},
	})
}

// gravity orders rows by what is wrong with them.
func gravity(r *seatRow) int {
	switch {
	case len(r.faults) == 0 || r.seat.Stage.Out():
		return 0
	case r.faults[0].hard:
		return 1000 + len(r.faults)
	}
	return len(r.faults)
}

func (t *Tab) personOf(i int) model.ID { return t.seats[i].seat.Person }

func (t *Tab) seatCell(i, col int) kit.Cell {
	r := &t.seats[i]
	return kit.Cell{Text: r.text[col], Style: r.tone[col].style(t.env().Theme)}
}

// current is the row under the cursor of the roll, or nil.
func (t *Tab) current() *seatRow {
	i, ok := t.roll.Current()
	if !ok || i >= len(t.seats) {
		return nil
	}
	return &t.seats[i]
}
