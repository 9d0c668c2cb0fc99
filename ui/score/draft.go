package score

import (
	"cmp"
	"reflect"
	"slices"

	"muster/model"
	"muster/model/rules"
)

// mode is how a session is judged.
type mode uint8

const (
	byFire    mode = iota // hits, by a course of fire
	byPoints              // points, by a mark
	byFinds               // things found, and the instructor's verdict
	byVerdict             // the instructor's verdict
)

// modeOf is how the session is judged, with fire as the course of fire shot
// there, or nil.
func modeOf(b *model.Block, fire *model.FireCourse) mode {
	switch {
	case fire != nil:
		return byFire
	case b.Exam:
		return byPoints
	case b.Kind == model.KindVehicles:
		return byFinds
	}
	return byVerdict
}

// mostAttempts is how many attempts a sheet numbers.
const mostAttempts = 9

// none is a number that nobody has typed yet.
const none = -1

// An entry is a row of the sheet as it is typed: one attempt of an officer, or
// of a team that is judged together, at a station or at none.
type entry struct {
	people     []model.ID
	team       int // its number where a team is judged together, from 1; 0: one officer
	relay      int // 0 where there is one only
	attempt    int
	station    int   // 0: none
	hits       []int // of each stage; none where it was not shot
	points     int   // or none
	of         int
	verdict    model.Verdict
	weapon     string
	serial     string
	remembered bool // weapon and serial come from another sheet: nobody typed them here
	lot        string
	seconds    int
	unsafe     bool
	note       string
	by         model.ID
	at         model.Minute
	away       model.Presence // what the roll says of who was not there; "" otherwise
	limit      bool           // beyond the attempts that the rules allow
}

// A draft is the results of a session while they are typed.
type draft struct {
	session *model.Session
	cohort  *model.Cohort
	was     *model.Sheet // as it is kept; nil: not yet
	sheet   model.Sheet  // all but rows and rounds
	mode    mode
	course  model.ID // of fire, for the block
	of      int      // points that can be had, where they are asked once
	scorer  model.ID
	allowed int // attempts; 0: as often as they like
	past    past
	all     bool         // those who passed before are listed too
	hidden  int          // how many of those are not listed
	dress   func(*entry) // what other records say of somebody's row
	entries []entry
	lots    []account
	teams   bool // rows are teams, not officers
	whole   bool // one result for the whole session, whatever stations it has
}

// newDraft takes the results up where they were left; fire is the course of
// fire to be shot where nothing has been shot yet, or nil.
func newDraft(d *model.Desk, s *model.Session, fire *model.FireCourse, scorer model.ID) *draft {
	c := d.Cohorts.Get(s.Cohort)
	if c == nil {
		c = &model.Cohort{ID: s.Cohort}
	}
	f := &draft{session: s, cohort: c, was: d.Sheets.Get(s.ID), scorer: scorer}
	f.sheet = model.Sheet{ID: s.ID, Cohort: s.Cohort}
	if f.was != nil {
		f.sheet = *f.was
	}
	if s.Block.Fire != nil {
		f.course = s.Block.Fire.Course
	}
	if fire != nil && f.sheet.Fire == nil && (f.was == nil || len(f.was.Rows) == 0) {
		f.sheet.Fire, f.course = fire, fire.ID
	}
	f.mode = modeOf(&s.Block, f.sheet.Fire)
	if f.was == nil {
		f.sheet.Light = lightOf(s, f.sheet.Fire)
		if f.mode == byPoints {
			f.sheet.Pass = rules.PassMark(d.Settings.Rec)
		}
	}
	f.allowed = rules.AttemptsAt(d.Settings.Rec, f.sheet.Fire)
	f.past = pastOf(d, c, s)
	f.fill(d)
	f.recount()
	return f
}

func lightOf(s *model.Session, fire *model.FireCourse) model.Light {
	switch {
	case s.Block.Night:
		return model.Dark
	case fire != nil && fire.Light != "":
		return fire.Light
	case s.Block.Kind == model.KindFirearms:
		return model.Daylight
	}
	return ""
}

// fill makes the entries: what is kept, and an empty row for everybody else
// who has still to pass.
func (f *draft) fill(d *model.Desk) {
	f.entries = nil
	f.whole = f.was != nil && len(f.was.Rows) > 0 &&
		!slices.ContainsFunc(f.was.Rows, func(r model.Score) bool { return r.Station > 0 })
	roll := d.Rolls.Get(f.session.ID)
	last := f.lastWeapons(d)
	f.dress = func(e *entry) {
		p := e.people[0]
		if m, ok := roll.Of(p); ok && !m.State.There() {
			e.away = m.State
		}
		if w, ok := last[p]; ok && f.mode == byFire && e.weapon == "" && e.serial == "" {
			e.weapon, e.serial, e.remembered = w.Weapon, w.Serial, true
		}
	}
	if f.was != nil {
		for _, r := range f.was.Rows {
			e := f.entryOf(r)
			f.dress(&e)
			f.entries = append(f.entries, e)
			f.of = max(f.of, r.Of)
		}
	}
	f.list()
	if len(f.posts()) > 0 && f.mode == byFinds {
		f.teams = true
		if !f.together() {
			f.teams = false
		}
	}
}

// list makes the rows of those who take the session and have still to pass
// what it is an attempt at, or of all who take it, and shares them out on the
// relays. What was typed stays, whoever it is of.
func (f *draft) list() {
	type spot struct {
		person  model.ID
		station int
	}
	seats := f.session.Takers(f.cohort)
	relays := 1
	if fire := f.session.Block.Fire; fire != nil {
		relays = max(fire.Relays, 1)
	}
	each := max((len(seats)+relays-1)/relays, 1) // the line is as long for few
	f.entries = slices.DeleteFunc(f.entries, func(e entry) bool { return !f.listed(e.people[0]) && !e.typed() })
	have := map[spot]bool{}
	typed := map[model.ID]bool{}
	for i := range f.entries {
		for _, p := range f.entries[i].people {
			have[spot{p, f.entries[i].station}] = true
			typed[p] = true
		}
	}
	order := make(map[model.ID]int, len(seats))
	f.hidden = 0
	for _, s := range seats {
		if !f.listed(s.Person) && !typed[s.Person] {
			f.hidden++
			continue
		}
		order[s.Person] = len(order)
		for _, at := range f.stations() {
			if f.listed(s.Person) && !have[spot{s.Person, at}] {
				e := f.blank(s.Person, at, f.past.tries[s.Person]+1)
				f.dress(&e)
				f.entries = append(f.entries, e)
			}
		}
	}
	for i := range f.entries {
		if at, ok := order[f.entries[i].people[0]]; ok && relays > 1 {
			f.entries[i].relay = at/each + 1
		}
	}
	f.sortEntries(order)
}

// listed reports whether somebody has a row before anything is typed of them.
func (f *draft) listed(person model.ID) bool { return f.all || !f.past.done[person] }

// sortEntries puts them in the order of stations, relays, squads and attempts.
func (f *draft) sortEntries(order map[model.ID]int) {
	place := func(e *entry) int {
		if i, ok := order[e.people[0]]; ok {
			return i
		}
		return len(order)
	}
	slices.SortStableFunc(f.entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.station, b.station), cmp.Compare(place(&a), place(&b)),
			a.people[0].Compare(b.people[0]), cmp.Compare(a.attempt, b.attempt))
	})
}

// posts are the stations of the session, where what is done there is judged.
func (f *draft) posts() []model.Post {
	if f.session.Circuit == nil || f.mode == byFire || f.mode == byPoints || f.whole {
		return nil
	}
	return f.session.Circuit.Stations
}

// stations are the numbers of the stations, or 0 alone without any.
func (f *draft) stations() []int {
	n := len(f.posts())
	if n == 0 {
		return []int{0}
	}
	out := make([]int, n)
	for i := range out {
		out[i] = i + 1
	}
	return out
}

// blank is a row that nobody has typed into.
func (f *draft) blank(person model.ID, station, attempt int) entry {
	e := entry{people: []model.ID{person}, station: station, attempt: min(max(attempt, 1), mostAttempts), points: none, of: f.of}
	if f.sheet.Fire != nil {
		e.hits = slices.Repeat([]int{none}, len(f.sheet.Fire.Stages))
	}
	if posts := f.posts(); station > 0 && station <= len(posts) && f.mode == byFinds {
		e.of = posts[station-1].Hides
	} else if s := f.session.Block.Search; s != nil && f.mode == byFinds {
		e.of = s.Hides
	}
	e.limit = f.allowed > 0 && e.attempt > f.allowed
	return e
}

// entryOf is a kept score as a row.
func (f *draft) entryOf(r model.Score) entry {
	e := f.blank(r.Person, 0, r.Attempt)
	e.station = r.Station
	for i, h := range r.Hits {
		if i < len(e.hits) {
			e.hits[i] = h
		}
	}
	if r.Of > 0 {
		e.points, e.of = r.Points, r.Of
	}
	e.verdict, e.weapon, e.serial, e.lot = r.Verdict, r.Weapon, r.Serial, r.Lot
	e.seconds, e.unsafe, e.note, e.by, e.at = r.Seconds, r.Unsafe, r.Note, r.By, r.At
	return e
}

// score is the row as it is judged and kept, for one of its people.
func (e *entry) score(person model.ID) model.Score {
	s := model.Score{
		Person: person, Attempt: e.attempt, Station: e.station, Verdict: e.verdict,
		Weapon: e.weapon, Serial: e.serial, Lot: e.lot, Seconds: e.seconds, Unsafe: e.unsafe, Note: e.note, By: e.by, At: e.at,
	}
	for i, h := range e.hits {
		if h != none {
			s.Hits = append(s.Hits, make([]int, i+1-len(s.Hits))...)
			s.Hits[i] = h
		}
	}
	if e.points != none && e.of > 0 {
		s.Points, s.Of = e.points, e.of
	}
	return s
}

// result reports whether anything of the attempt is noted.
func (e *entry) result() bool {
	return e.points != none || e.verdict != "" || e.unsafe || e.seconds > 0 ||
		slices.ContainsFunc(e.hits, func(h int) bool { return h != none })
}

// typed reports whether anybody typed anything into the row.
func (e *entry) typed() bool {
	return e.result() || e.lot != "" || e.note != "" || !e.remembered && (e.weapon != "" || e.serial != "")
}

// complete reports whether every stage was shot.
func (e *entry) complete() bool { return !slices.Contains(e.hits, none) }

// judge is what the row comes to; known is false while it is not all there.
func (f *draft) judge(e *entry) (passed, known bool, percent int) {
	passed, known, percent = f.sheet.Judge(e.score(e.people[0]))
	if f.mode == byFire && !e.complete() && !e.unsafe {
		return false, false, percent
	}
	return passed, known, percent
}

// record is the sheet as it would be kept; nil when there is nothing to keep.
func (f *draft) record() (*model.Sheet, error) {
	s := f.sheet
	s.Rows, s.Rounds = nil, nil
	for i := range f.entries {
		e := &f.entries[i]
		if !e.typed() {
			continue
		}
		for _, p := range e.people {
			s.Rows = append(s.Rows, e.score(p))
		}
	}
	for i := range f.lots {
		if r, ok := f.lots[i].rounds(); ok {
			s.Rounds = append(s.Rounds, r)
		}
	}
	if len(s.Rows) == 0 && len(s.Rounds) == 0 && s.Note == "" && s.Lot == "" {
		return nil, nil
	}
	return model.NewSheet(s)
}

// dirty reports whether the record differs from what is kept.
func (f *draft) dirty(rec *model.Sheet) bool {
	if rec == nil || f.was == nil {
		return (rec == nil) != (f.was == nil)
	}
	return !sameSheet(rec, f.was)
}

// sameSheet compares two sheets whatever the order of their rows.
func sameSheet(a, b *model.Sheet) bool {
	x, y := *a, *b
	x.Rows, y.Rows = inOrder(x.Rows), inOrder(y.Rows)
	return reflect.DeepEqual(x, y)
}

func inOrder(rows []model.Score) []model.Score {
	out := slices.Clone(rows)
	slices.SortFunc(out, func(a, b model.Score) int {
		return cmp.Or(a.Person.Compare(b.Person), cmp.Compare(a.Station, b.Station), cmp.Compare(a.Attempt, b.Attempt))
	})
	return out
}
