package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"muster/model"
	"muster/model/due"
	"muster/store"
	"muster/ui/lang"
	"muster/ui/paper"
	"muster/ui/tab"
)

// todayFlags say which day of which cohort, and how much of it.
type todayFlags struct {
	on, cohort string
	full       bool
}

// todayJSON is a day as today --json prints it. Times are on the clock of the
// cohort's zone; the title is in the user's language.
type todayJSON struct {
	Date    model.Date      `json:"date"`
	Cohorts []cohortDayJSON `json:"cohorts"`
	Next    *nextCourseJSON `json:"next,omitempty"` // when none has the day
}

type cohortDayJSON struct {
	Code     string           `json:"code"`
	Sessions []sessionDayJSON `json:"sessions"`
}

type sessionDayJSON struct {
	ID       model.ID        `json:"id"`
	From     model.Quarter   `json:"from"`
	To       model.Quarter   `json:"to"`
	Title    string          `json:"title"`
	Kind     model.BlockKind `json:"kind"`
	Squads   model.Squads    `json:"squads"`
	Place    string          `json:"place"`
	Staff    []partJSON      `json:"staff"`
	Officers int             `json:"officers"`
	State    string          `json:"state"` // coming, running, over, off
}

type partJSON struct {
	Name string     `json:"name"`
	Role model.Role `json:"role"`
}

type nextCourseJSON struct {
	Code  string     `json:"code"`
	First model.Date `json:"first"`
}

func (f *front) todayVerb() *cobra.Command {
	var o todayFlags
	c := f.verb("today", cobra.NoArgs, func(ctx context.Context, _ []string) error {
		on, err := o.day()
		if err != nil {
			return err
		}
		// What leaves the database in full leaves under a name.
		what := reading
		if o.full && !f.json {
			what = writing
		}
		st, done, err := f.openStore(ctx, what)
		if err != nil {
			return err
		}
		defer done()
		d, err := st.Desk(ctx)
		if err != nil {
			return err
		}
		v, err := f.viewOf(ctx, st, d, o, on)
		if err != nil {
			return err
		}
		if f.json {
			return f.printJSON(v.json(f.say.Tag()))
		}
		if o.full && len(v.classes) > 0 {
			// Names leave the database: that goes on record.
			_, err := st.Note(ctx, model.Say("cmd.act.today", "date", v.date))
			if err := f.unnoted(err); err != nil {
				return err
			}
		}
		return v.print(f, o.full)
	})
	fl := c.Flags()
	fl.StringVar(&o.on, "on", "", f.say.T("cmd.flag.on"))
	f.cohortFlag(c, &o.cohort)
	fl.BoolVar(&o.full, "full", false, f.say.T("cmd.flag.today-full"))
	f.jsonFlag(c)
	return c
}

// day is the day of --on; none without it.
func (o todayFlags) day() (model.Date, error) {
	if o.on == "" {
		return 0, nil
	}
	d, err := model.ParseDate(o.on)
	if err != nil {
		return 0, wrongUse("cmd.import.date", "value", model.Clean(o.on))
	}
	return d, nil
}

// A view is a day of the cohorts that have it.
type view struct {
	desk    *model.Desk
	past    *model.Desk // the desk with the day of closed cohorts put back on it
	date    model.Date
	over    bool // the date is before today
	classes []cohortDay
	only    *model.Cohort // asked for; nil: every one
	next    *model.Cohort // that begins next, when none has the day
	clock   func(zone string) model.Minute
	at      func(zone string) model.Minute // the same on the day that is asked for
}

type cohortDay struct {
	cohort   *model.Cohort
	day      model.Date
	sessions []*model.Session // first those of the evening before that go on
}

// viewOf is the day: that of --on, else the present one where each cohort is.
func (f *front) viewOf(ctx context.Context, st *store.Store, d *model.Desk, o todayFlags, on model.Date) (*view, error) {
	present := f.now()
	v := &view{desk: d, past: d, date: on, over: !on.IsZero() && on < f.today(), clock: func(zone string) model.Minute { return tab.MinuteIn(present, zone) }}
	v.at = v.clock
	if on.IsZero() {
		v.date = f.today()
	} else { // by the day where each cohort is, which may be another than here
		v.at = func(zone string) model.Minute { return on.Minute(v.clock(zone).OfDay()) }
	}
	if o.cohort != "" {
		c, err := cohortOf(d, o.cohort)
		if err != nil {
			return nil, err
		}
		v.only = c
	}
	for _, c := range d.CohortsByDate() {
		if v.only != nil && c.ID != v.only.ID {
			continue
		}
		k := cohortDay{cohort: c, day: on}
		if on.IsZero() {
			k.day = v.clock(c.Zone).Date()
		}
		if c.State == model.Closed {
			if c.First > k.day || k.day > c.Last+1 { // the last evening may go on past midnight
				continue
			}
			var err error
			if v.past, err = recall(ctx, st, v.past, c, k.day); err != nil {
				return nil, err
			}
		}
		k.sessions = slices.Concat(paper.Overnight(v.past, c, k.day), paper.Day(v.past, c, k.day))
		switch {
		case c.First <= k.day && k.day <= c.Last || len(k.sessions) > 0:
			v.classes = append(v.classes, k)
		case c.First > k.day && v.next == nil && !v.over:
			v.next = c
		}
	}
	return v, nil
}

// recall puts the sessions of a closed cohort back on a copy of the desk, and
// its people, with the rolls and sheets of the day and of the one before it.
// They are history: the desk of a day's work is without them.
func recall(ctx context.Context, st *store.Store, d *model.Desk, c *model.Cohort, day model.Date) (*model.Desk, error) {
	rows, err := st.SessionsOf(ctx, c.ID)
	if err != nil {
		return nil, err
	}
	var (
		back model.Change
		refs []model.Ref
	)
	for _, row := range rows {
		s := row.Rec
		back.Puts = append(back.Puts, model.Put{Record: s})
		if on := s.Span().From.Date(); on == day || on == day-1 {
			refs = append(refs, model.Ref{Kind: model.KindRoll, ID: s.ID}, model.Ref{Kind: model.KindSheet, ID: s.ID})
		}
	}
	for _, seat := range c.Seats {
		refs = append(refs, model.Ref{Kind: model.KindPerson, ID: seat.Person})
	}
	for _, ref := range refs {
		rec, _, err := st.Get(ctx, ref)
		if errors.Is(err, store.ErrGone) {
			continue
		}
		if err != nil {
			return nil, err
		}
		back.Puts = append(back.Puts, model.Put{Record: rec})
	}
	return d.With(back, d.Rev), nil
}

func (v *view) json(tag string) todayJSON {
	out := todayJSON{Date: v.date, Cohorts: []cohortDayJSON{}}
	if len(v.classes) == 0 && v.next != nil {
		out.Next = &nextCourseJSON{v.next.Code, v.next.First}
	}
	for _, k := range v.classes {
		one := cohortDayJSON{Code: k.cohort.Code, Sessions: []sessionDayJSON{}}
		now := v.clock(k.cohort.Zone)
		for _, s := range k.sessions {
			one.Sessions = append(one.Sessions, v.session(k.cohort, s, now, tag))
		}
		out.Cohorts = append(out.Cohorts, one)
	}
	return out
}

func (v *view) session(c *model.Cohort, s *model.Session, now model.Minute, tag string) sessionDayJSON {
	sp := s.Span()
	out := sessionDayJSON{
		ID: s.ID, From: sp.From, To: sp.To, Title: s.Block.Title.In(tag), Kind: s.Block.Kind, Squads: s.Squads,
		Staff: []partJSON{}, Officers: s.Officers(c), State: "coming",
	}
	switch {
	case s.Off != nil:
		out.State = "off"
	case sp.To.Minute() <= now:
		out.State = "over"
	case sp.From.Minute() <= now:
		out.State = "running"
	}
	if p := v.desk.Places.Get(s.Place); p != nil {
		out.Place = p.Name
	}
	for _, p := range s.Staff {
		if who := v.desk.Staff.Get(p.Staff); who != nil {
			out.Staff = append(out.Staff, partJSON{who.Name(), p.Role})
		}
	}
	return out
}

// print writes the sheet of each cohort, then what is wrong or due by the day.
func (v *view) print(f *front, full bool) error {
	for i, k := range v.classes {
		text := f.say.T("cmd.today.no-plan", "date", k.day, "cohort", k.cohort.Code) + "\n"
		if !v.bare(k) {
			text = paper.DaySheet(f.say, v.past, k.cohort, k.day, paper.Options{Full: full})
		}
		if i > 0 {
			text = "\n" + text
		}
		if _, err := fmt.Fprint(f.out, text); err != nil {
			return err
		}
	}
	if len(v.classes) == 0 {
		if _, err := fmt.Fprintln(f.out, f.say.Say(v.idle())); err != nil {
			return err
		}
	}
	return v.printDue(f, full)
}

// bare reports whether the cohort is history of which no session was entered: a
// sheet would say that nothing was planned.
func (v *view) bare(k cohortDay) bool {
	if k.cohort.State != model.Closed {
		return false
	}
	for s := range v.past.Sessions.All {
		if s.Cohort == k.cohort.ID {
			return false
		}
	}
	return true
}

// idle says that no course has the day, and when the next one begins.
func (v *view) idle() model.Message {
	switch {
	case v.over && v.only == nil:
		return model.Say("cmd.today.past", "date", v.date)
	case v.next != nil:
		return model.Say("cmd.today.next", "date", v.date, "cohort", v.next.Code, "first", v.next.First, "n", int(v.next.First-v.date))
	case v.only != nil:
		return model.Say("cmd.today.not-then", "date", v.date, "cohort", v.only.Code)
	}
	return model.Say("cmd.today.none", "date", v.date)
}

// printDue writes what hurts by the day. Officers are called by number unless
// names are asked for.
func (v *view) printDue(f *front, full bool) error {
	say := f.namer(v.desk)
	numbered := paper.Numbered(f.say, v.desk, say.Name)
	n := 0
	for _, item := range due.List(v.desk, board(v.desk), v.at) {
		if item.Rank > due.RankLate || v.only != nil && !item.Concerns(v.desk, v.only.ID) {
			continue
		}
		if n++; n == 1 {
			if _, err := fmt.Fprintf(f.out, "\n%s\n", f.say.T("cmd.today.due")); err != nil {
				return err
			}
		}
		if !full {
			say = f.say.With(numbered(item.Cohort))
		}
		if err := v.printItem(f, say, &item); err != nil {
			return err
		}
	}
	return nil
}

func (v *view) printItem(f *front, say *lang.Printer, item *due.Item) error {
	mark, where := "·", ""
	if item.Hard {
		mark = "!"
	}
	if c := v.desk.Cohorts.Get(item.Cohort); c != nil {
		where = c.Code + "  "
	}
	_, err := fmt.Fprintf(f.out, "%s %s%s  (%s)\n", mark, where, say.Say(item.Text), item.Rule)
	return err
}
