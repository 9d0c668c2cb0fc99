package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"muster/model"
	"muster/model/planner"
	"muster/model/rules"
	"muster/store"
	"muster/ui"
	"muster/ui/tab"
)

// planFlags is how a plan is to be made, or repaired.
type planFlags struct {
	time             time.Duration
	seed             int64
	steps            int
	keep, loose, dry bool
	absent, from, to string
}

// planJSON is what plan --json prints. placed and unplaced count sessions of
// the cohorts; hard is the rules that forbid and are broken; no plan costs less
// than bound, as far as is proved; moved is sessions with another start than
// before; millis is how long it took. Why is in the user's language.
type planJSON struct {
	Placed   int         `json:"placed"`
	Unplaced int         `json:"unplaced"`
	Hard     int         `json:"hard"`
	Cost     int64       `json:"cost"`
	Bound    int64       `json:"bound"`
	Moved    int         `json:"moved"`
	Millis   int64       `json:"millis"`
	Why      []string    `json:"why"`
	Offers   []offerJSON `json:"offers,omitempty"` // of a repair, cheapest first
}

// offerJSON is one way to repair a plan. proved: no plan moves fewer; atLeast
// is how many moves every plan needs, as far as is proved.
type offerJSON struct {
	Kind     string `json:"kind"`
	Moved    int    `json:"moved"`
	Swapped  int    `json:"swapped"`
	Unplaced int    `json:"unplaced"`
	Cost     int64  `json:"cost"`
	Proved   bool   `json:"proved"`
	AtLeast  int    `json:"atLeast"`
	Taken    bool   `json:"taken"`

	says string // the line that says so
}

func (f *front) planVerb() *cobra.Command {
	var o planFlags
	var c *cobra.Command
	c = f.verb("plan", cobra.ArbitraryArgs, func(ctx context.Context, args []string) error {
		if err := o.check(args); err != nil {
			return err
		}
		if o.steps > 0 && !c.Flags().Changed("time") {
			o.time = time.Hour
		}
		intent := writing
		if o.dry {
			intent = reading
		}
		st, done, err := f.openStore(ctx, intent)
		if err != nil {
			return err
		}
		defer done()
		d, err := st.Desk(ctx)
		if err != nil {
			return err
		}
		cohorts, err := cohortsOf(d, args)
		if err != nil {
			return err
		}
		if o.absent != "" {
			return f.repairPlan(ctx, st, d, cohorts, o)
		}
		return f.makePlan(ctx, st, d, cohorts, o)
	})
	c.ValidArgsFunction = f.completeCodes
	fl := c.Flags()
	fl.DurationVar(&o.time, "time", 2*time.Second, f.say.T("cmd.flag.plan-time"))
	fl.Int64Var(&o.seed, "seed", 1, f.say.T("cmd.flag.plan-seed"))
	fl.IntVar(&o.steps, "steps", 0, f.say.T("cmd.flag.plan-steps"))
	fl.BoolVar(&o.keep, "keep", false, f.say.T("cmd.flag.plan-keep"))
	fl.BoolVar(&o.loose, "move-published", false, f.say.T("cmd.flag.plan-loose"))
	fl.StringVar(&o.absent, "absent", "", f.say.T("cmd.flag.plan-absent"))
	fl.StringVar(&o.from, "from", "", f.say.T("cmd.flag.plan-from"))
	fl.StringVar(&o.to, "to", "", f.say.T("cmd.flag.plan-to"))
	fl.BoolVar(&o.dry, "dry-run", false, f.say.T("cmd.flag.plan-dry"))
	f.jsonFlag(c)
	return c
}

func (o planFlags) check(codes []string) error {
	switch {
	case o.time <= 0 || o.time > time.Hour:
		return wrongUse("cmd.plan.time", "value", o.time.String())
	case o.steps < 0 || o.steps > 1<<40:
		return wrongUse("cmd.plan.steps", "value", o.steps)
	case o.absent == "" && len(codes) == 0:
		return wrongUse("cmd.which-cohorts", "verb", "plan")
	case o.absent == "" && (o.from != "" || o.to != ""):
		return wrongUse("cmd.plan.whose")
	case o.absent != "" && o.from == "":
		return wrongUse("cmd.plan.since")
	}
	return nil
}

// cohortsOf is the cohorts of those codes, each once; without any, all that
// are not closed.
func cohortsOf(d *model.Desk, codes []string) ([]model.ID, error) {
	var out []model.ID
	for _, code := range codes {
		c, err := cohortOf(d, code)
		if err != nil {
			return nil, err
		}
		if c.State == model.Closed {
			return nil, wrongUse("cmd.cohort-closed", "code", c.Code)
		}
		if !slices.Contains(out, c.ID) {
			out = append(out, c.ID)
		}
	}
	if len(codes) > 0 {
		return out, nil
	}
	for c := range d.Cohorts.All {
		if c.State != model.Closed {
			out = append(out, c.ID)
		}
	}
	return out, nil
}

// job makes the desk ready for planning.
func (f *front) job(d *model.Desk, cohorts []model.ID, o planFlags) (*planner.Job, error) {
	present := f.now()
	now := func(zone string) model.Quarter { return model.Quarter(tab.MinuteIn(present, zone) / 15) }
	for _, id := range cohorts {
		if c := d.Cohorts.Get(id); now(c.Zone) >= c.Last.Days(1).At(0) && c.State != model.Planning {
			f.remark(model.Say("cmd.plan.over", "code", c.Code, "last", c.Last))
		}
	}
	return planner.New(d, planner.Options{
		Cohorts: cohorts, Keep: o.keep, Loose: o.loose, Seed: o.seed, Steps: o.steps, Now: now,
		Rules: rules.Options{Offset: ui.Clocks(ui.Home(d))},
	})
}

// makePlan plans the cohorts and keeps the plan as one act, unless it places
// less than what is there.
func (f *front) makePlan(ctx context.Context, st *store.Store, d *model.Desk, cohorts []model.ID, o planFlags) error {
	j, err := f.job(d, cohorts, o)
	if err != nil {
		return err
	}
	began := time.Now()
	within, cancel := context.WithTimeout(ctx, o.time)
	defer cancel()
	r := j.Make(within, nil)
	took := time.Since(began)
	if err := ctx.Err(); err != nil {
		return err
	}
	worse := len(r.Unplaced) > 0 && r.Placed < placed(d, cohorts)
	if !worse && !o.dry && len(r.Sessions) > 0 {
		act := model.Say("cmd.act.planned", "cohorts", codesOf(d, cohorts), "n", len(r.Sessions))
		if _, err := st.Commit(ctx, r.Change(d, act)); err != nil {
			return err
		}
	}
	return f.printPlan(d, r, nil, took, planned(worse, o.dry, len(r.Sessions)))
}

// planned is the message that says what became of the plan.
func planned(worse, dry bool, changed int) string {
	switch {
	case worse:
		return "cmd.plan.worse"
	case changed == 0:
		return "cmd.plan.same"
	case dry:
		return "cmd.plan.dry"
	}
	return "cmd.plan.kept"
}

// placed is how many sessions of the cohorts have a time.
func placed(d *model.Desk, cohorts []model.ID) int {
	n := 0
	for _, c := range cohorts {
		for _, s := range d.SessionsOf(c) {
			if s.Placed() && s.Off == nil {
				n++
			}
		}
	}
	return n
}

func codesOf(d *model.Desk, cohorts []model.ID) string {
	codes := make([]string, 0, len(cohorts))
	for _, id := range cohorts {
		if c := d.Cohorts.Get(id); c != nil {
			codes = append(codes, c.Code)
		}
	}
	return strings.Join(codes, ", ")
}

// printPlan says what a plan is worth. The status is "no" while something is
// unplaced or broken.
func (f *front) printPlan(d *model.Desk, r *planner.Result, offers []offerJSON, took time.Duration, end string) error {
	say := f.namer(d)
	out := planJSON{
		Placed: r.Placed, Unplaced: len(r.Unplaced), Hard: r.Hard, Cost: r.Cost, Bound: r.Bound,
		Moved: r.Moved, Millis: took.Milliseconds(), Why: make([]string, len(r.Why)), Offers: offers,
	}
	for i, m := range r.Why {
		out.Why[i] = say.Say(m)
	}
	var err error
	if f.json {
		err = f.printJSON(out)
	} else {
		err = f.writePlan(out, r, end)
	}
	if err == nil && (out.Unplaced > 0 || out.Hard > 0) {
		err = answer(exitNo)
	}
	return err
}

// fewReasons is how many reasons a person is shown.
const fewReasons = 12

func (f *front) writePlan(p planJSON, r *planner.Result, end string) error {
	var b strings.Builder
	fmt.Fprintln(&b, f.say.T("cmd.plan.count", "placed", p.Placed, "n", p.Unplaced, "hard", p.Hard, "moved", p.Moved))
	fmt.Fprintln(&b, f.say.T("cmd.plan.cost", "cost", int(p.Cost), "bound", int(p.Bound), "millis", int(p.Millis)))
	for _, c := range r.Costs {
		if c.Points != 0 {
			fmt.Fprintf(&b, "  %6d  %s\n", c.Points, f.say.T("wish."+c.Wish))
		}
	}
	for i, w := range p.Why {
		if i == fewReasons && len(p.Why) > fewReasons+1 {
			fmt.Fprintln(&b, f.say.T("cmd.plan.more", "n", len(p.Why)-i))
			break
		}
		fmt.Fprintf(&b, "! %s\n", oneLine(w))
	}
	for _, o := range p.Offers {
		mark := " "
		if o.Taken {
			mark = "*"
		}
		fmt.Fprintf(&b, "%s %s\n", mark, f.say.T(o.says, "n", o.Moved, "swapped", o.Swapped,
			"unplaced", o.Unplaced, "cost", int(o.Cost)))
	}
	fmt.Fprintln(&b, f.say.T(end))
	_, err := io.WriteString(f.out, b.String())
	return err
}
