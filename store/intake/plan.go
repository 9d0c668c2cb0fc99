package intake

import (
	"cmp"
	"context"
	"slices"

	"muster/model"
	"muster/store"
	"muster/store/files/roster"
)

// Make plans the import of a reading into a cohort. People are looked for on
// the desk, which has the newest acts, and in the store, which has everybody.
// It changes nothing. Errors are of the store, or of the context; what is
// wrong with rows is in the plan.
func Make(ctx context.Context, st *store.Store, desk *model.Desk, reading *roster.Reading, o Options) (*Plan, error) {
	if err := fits(desk, reading, o); err != nil {
		return nil, err
	}
	kept, err := registerOf(ctx, st, len(reading.Rows))
	if err != nil {
		return nil, err
	}
	return makePlan(ctx, kept, desk, reading, o)
}

// fits refuses a roster of more people than the cohort can ever seat, before
// anybody is compared: hardly anybody means to bring in so many.
func fits(desk *model.Desk, reading *roster.Reading, o Options) error {
	cohort := o.New
	if cohort == nil {
		cohort = desk.Cohorts.Get(o.Cohort)
	}
	if cohort == nil {
		return nil // said later
	}
	n := 0
	for i := range reading.Rows {
		if reading.Rows[i].OK() && o.Decisions[reading.Rows[i].Number].Decision != Leave {
			n++
		}
	}
	if limit := model.MaxSeats; n > limit {
		return model.Wrong("places", "intake.too-many", "n", n, "limit", limit, "cohort", cohort.Code)
	}
	return nil
}

// planner is a plan in the making.
type planner struct {
	Options
	desk    *model.Desk
	cohort  *model.Cohort
	country string
	find    lookup
	pool    *pool
	dir     *directory
	seats   map[model.ID]bool // who has a seat in the cohort
	plan    *Plan
	puts    []model.Put
}

func makePlan(ctx context.Context, kept register, desk *model.Desk, reading *roster.Reading, o Options) (*Plan, error) {
	cohort := o.New
	if cohort == nil {
		if cohort = desk.Cohorts.Get(o.Cohort); cohort == nil {
			return nil, model.Wrong("cohort", "intake.no-cohort")
		}
	}
	p := &planner{
		Options: o, desk: desk, cohort: cohort, find: kept.find,
		country: cmp.Or(reading.Country, cohort.Country),
		pool:    newPool(), dir: newDirectory(desk, o.NewID), seats: seated(cohort),
		plan: &Plan{Rows: len(reading.Rows), Lines: make([]Line, 0, len(reading.Rows))},
	}
	for _, r := range desk.People.Rows() {
		p.pool.add(known{row: r, seated: p.seats[r.Rec.ID]})
	}
	for _, r := range kept.all {
		p.pool.add(known{row: r, seated: p.seats[r.Rec.ID]})
	}
	for i := range reading.Rows {
		if i%64 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			p.report(i, len(reading.Rows))
		}
		if err := p.row(&reading.Rows[i]); err != nil {
			return nil, err
		}
	}
	p.report(len(reading.Rows), len(reading.Rows))
	return p.finish()
}

func seated(c *model.Cohort) map[model.ID]bool {
	out := make(map[model.ID]bool, len(c.Seats))
	for _, s := range c.Seats {
		out[s.Person] = true
	}
	return out
}

func (p *planner) report(done, total int) {
	if p.Progress != nil {
		p.Progress(int64(done), int64(total))
	}
}

// row decides about one row.
func (p *planner) row(r *roster.Row) error {
	l := Line{Row: r.Number, Entry: &r.Entry, Answer: p.Decisions[r.Number]}
	for _, bad := range r.Problems {
		l.Problems = append(l.Problems, Problem{
			Row: r.Number, Field: string(bad.Field), Label: rosterLabel(bad.Field), Value: bad.Value, Message: bad.Message, Blocks: bad.Blocks,
		})
	}
	switch {
	case !r.OK():
	case l.Answer.Decision == Leave:
		l.Problems = append(l.Problems, Problem{Row: r.Number, Message: model.Say("intake.left-by-user")})
	default:
		if err := p.person(&l); err != nil {
			return err
		}
	}
	p.plan.Lines = append(p.plan.Lines, l)
	return nil
}

// person finds who the row is, and what is to be kept of them.
func (p *planner) person(l *Line) error {
	says := given(l.Entry)
	p.serves(l, &says)
	sure, maybe, err := p.candidates(l, &says)
	if err != nil {
		return err
	}
	if l.Answer.Decision == SamePerson {
		if i, ok := p.meant(l.Answer, maybe); ok {
			sure = i
		}
	}
	switch {
	case sure >= 0:
		p.isKnown(l, sure, says)
	case len(maybe) > 0 && l.Answer.Decision != Another:
		l.Verdict = Asked
		for _, m := range maybe {
			k := p.pool.all[m.at]
			l.Like = append(l.Like, Candidate{Person: k.row.Rec, Row: k.from, Why: m.why})
		}
		l.Problems = append(l.Problems, Problem{
			Row: l.Row, Field: "name", Label: rosterLabel(roster.FullName), Value: l.Entry.Name.Full(), Message: doubt(l.Like[0]), Blocks: true,
		})
	default:
		p.isNew(l, says)
	}
	return nil
}

// doubt says who a row may be, and why: the first of the candidates.
func doubt(c Candidate) model.Message {
	if c.Row > 0 {
		return model.Say("intake.doubtful-row", "row", c.Row, "who", c.Person.FullName(), "why", c.Why)
	}
	return model.Say("intake.doubtful", "who", c.Person.FullName(), "why", c.Why)
}

// rosterLabel is what a field of a roster is called, recordLabel one of a
// record.
func rosterLabel(f roster.Field) model.Message {
	if f == roster.Ignored {
		return model.Message{}
	}
	return model.Say("roster.field." + string(f))
}

func recordLabel(field string) model.Message {
	if field == "" {
		return model.Message{}
	}
	return model.Say("field." + field)
}

// serves finds or makes the agency and the unit the row names.
func (p *planner) serves(l *Line, says *model.Person) {
	country := cmp.Or(says.Country, p.country)
	agency, err := p.dir.agency(l.Entry.Agency, country, says.Region)
	l.refuse(err)
	says.Agency = agency
	switch {
	case l.Entry.Unit == "":
	case agency.IsZero():
		l.Problems = append(l.Problems, Problem{
			Row: l.Row, Field: "unit", Label: rosterLabel(roster.Unit), Value: l.Entry.Unit, Message: model.Say("intake.unit-without-agency"),
		})
	default:
		unit, err := p.dir.unit(agency, l.Entry.Unit, says.Region)
		l.refuse(err)
		says.Unit = unit
	}
}

// maybe is somebody in the pool that a row may be, and why.
type maybe struct {
	at   int
	why  model.Message
	rank int // how much agrees: candidates are listed by it
}

// candidates finds the one the row is (its place in the pool, -1 for nobody)
// and those it may be. Of several who are certain it takes one that no other
// row of the file is already, then the one with whom most agrees.
func (p *planner) candidates(l *Line, says *model.Person) (sure int, list []maybe, err error) {
	kept, err := p.find(says)
	if err != nil {
		return -1, nil, err
	}
	for _, r := range kept {
		if _, there := p.pool.ids[r.Rec.ID]; !there {
			p.pool.add(known{row: r, seated: p.seats[r.Rec.ID]})
		}
	}
	sure, best := -1, -1
	for _, i := range p.pool.near(says) {
		k := p.pool.all[i]
		like, why := judge(says, k.row.Rec, k.seated && k.from == 0)
		if like == doubtful && k.from > 0 && p.repeats(says, k.row.Rec) {
			like = certain
		}
		rank := agreement(says, k.row.Rec)
		if k.taken == 0 {
			rank += 100
		}
		switch like {
		case certain:
			if rank > best {
				sure, best = i, rank
			}
			if k.taken == 0 && k.from == 0 && why.ID == "intake.why.number" {
				return sure, nil, nil // a number is proof: nobody else need be compared
			}
		case doubtful:
			list = append(list, maybe{i, why, rank})
		}
	}
	slices.SortStableFunc(list, func(a, b maybe) int { return cmp.Compare(b.rank, a.rank) })
	const most = 5 // nobody compares more than a handful
	return sure, list[:min(len(list), most)], nil
}

// repeats reports whether the row says nothing that an earlier row of the
// same file did not say, so that it is that row once more.
func (p *planner) repeats(says, earlier *model.Person) bool {
	_, fields := merge(earlier, *says)
	return len(fields) == 0
}

// agreement counts what two records have in common beside the name.
func agreement(a, b *model.Person) int {
	n := 0
	for _, same := range []bool{
		!a.Agency.IsZero() && a.Agency == b.Agency, !a.Unit.IsZero() && a.Unit == b.Unit,
		!a.Born.IsZero() && a.Born == b.Born, a.Region != "" && a.Region == b.Region,
		a.Rank != "" && sameWords(b.Rank, a.Rank), a.Sex != "" && a.Sex == b.Sex,
	} {
		if same {
			n++
		}
	}
	return n
}

// meant is the candidate that the user said the row is.
func (p *planner) meant(a Answer, list []maybe) (int, bool) {
	for _, m := range list {
		k := p.pool.all[m.at]
		if a.Row != 0 && k.from == a.Row || a.Row == 0 && k.row.Rec.ID == a.Person {
			return m.at, true
		}
	}
	return 0, false
}

// isKnown lays the row over what is known of the person.
func (p *planner) isKnown(l *Line, at int, says model.Person) {
	k := &p.pool.all[at]
	if k.from > 0 || k.taken > 0 {
		l.Problems = append(l.Problems, Problem{
			Row: l.Row, Field: "name", Label: rosterLabel(roster.FullName), Value: l.Entry.Name.Full(),
			Message: model.Say("intake.twice", "row", cmp.Or(k.from, k.taken)), Blocks: true,
		})
		return
	}
	l.Was = k.row.Rec
	next, fields := merge(l.Was, says)
	rec, err := model.NewPerson(next)
	if l.refuse(err) {
		return
	}
	k.taken = l.Row
	l.Person, l.Fields, l.Verdict = rec, fields, Same
	if len(fields) > 0 {
		l.Verdict = Updated
		p.puts = append(p.puts, model.Put{Record: rec, Was: k.row.Rev})
	} else {
		l.Person = l.Was
	}
}

// isNew makes the record of somebody new.
func (p *planner) isNew(l *Line, says model.Person) {
	says.ID = p.NewID()
	says.Country = cmp.Or(says.Country, p.country)
	rec, err := model.NewPerson(says)
	if l.refuse(err) {
		return
	}
	p.pool.add(known{row: model.Row[*model.Person]{Rec: rec}, from: l.Row})
	l.Person, l.Verdict = rec, Added
	p.puts = append(p.puts, model.Put{Record: rec})
}

// refuse adds what a constructor refused to the row's problems.
func (l *Line) refuse(err error) bool {
	if err == nil {
		return false
	}
	for _, bad := range problemsOf(err) {
		l.Problems = append(l.Problems, Problem{Row: l.Row, Field: bad.Field, Label: recordLabel(bad.Field), Message: bad.Message, Blocks: true})
	}
	return true
}
