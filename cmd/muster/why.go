package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"muster/model"
	"muster/model/names"
	"muster/model/planner"
)

// whyJSON is what why --json prints. The verdict is "possible", "impossible" or
// "not-proved"; the requirements cannot hold together; each loosening alone
// makes a plan possible. Text is in the user's language.
type whyJSON struct {
	Verdict      string            `json:"verdict"`
	Minimal      bool              `json:"minimal"` // without any one of them, the others can hold
	Requirements []requirementJSON `json:"requirements"`
	Loosen       []loosenJSON      `json:"loosen"`
}

type requirementJSON struct {
	Rule     string     `json:"rule"`
	Sessions []model.ID `json:"sessions"`
	Text     string     `json:"text"`
}

type loosenJSON struct {
	Rule  string `json:"rule"`
	Works bool   `json:"works"` // a plan was found with it
	Text  string `json:"text"`
}

// verdicts are the verdicts as JSON names them, and the sentence of each.
var verdicts = [...]struct{ name, says string }{
	planner.Possible:   {"possible", "cmd.why.possible"},
	planner.Impossible: {"impossible", "cmd.why.impossible"},
	planner.NotProved:  {"not-proved", "cmd.why.not-proved"},
}

func (f *front) whyVerb() *cobra.Command {
	var o planFlags
	c := f.verb("why", cobra.RangeArgs(1, 2), func(ctx context.Context, args []string) error {
		if o.time <= 0 || o.time > time.Hour {
			return wrongUse("cmd.plan.time", "value", o.time.String())
		}
		st, done, err := f.openStore(ctx, reading)
		if err != nil {
			return err
		}
		defer done()
		d, err := st.Desk(ctx)
		if err != nil {
			return err
		}
		cohorts, err := cohortsOf(d, args[:1])
		if err != nil {
			return err
		}
		var block model.ID
		if len(args) == 2 {
			if block, err = sessionNamed(d, cohorts[0], args[1]); err != nil {
				return err
			}
		}
		j, err := f.job(d, cohorts, o)
		if err != nil {
			return err
		}
		within, cancel := context.WithTimeout(ctx, o.time)
		defer cancel()
		return f.printWhy(d, j.Explain(within, block))
	})
	c.ValidArgsFunction = func(c *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return f.completeCodes(c, args, word)
	}
	c.Flags().DurationVar(&o.time, "time", 3*time.Second, f.say.T("cmd.flag.plan-time"))
	f.jsonFlag(c)
	return c
}

// sessionNamed finds a session of the cohort by its block's number or title, or
// its id: the first of them in the tray, else the first.
func sessionNamed(d *model.Desk, cohort model.ID, name string) (model.ID, error) {
	key, err := strconv.Atoi(name)
	if err != nil {
		key = -1
	}
	want := names.Fold(name)
	var exact, near *model.Session
	better := func(s, than *model.Session) bool { return than == nil || !s.Placed() && than.Placed() }
	for _, s := range d.SessionsOf(cohort) {
		en, es := names.Fold(s.Block.Title.En), names.Fold(s.Block.Title.Es)
		switch {
		case strings.EqualFold(s.ID.String(), name):
			return s.ID, nil
		case key > 0 && s.Block.Key == key, want != "" && (en == want || es == want):
			if better(s, exact) {
				exact = s
			}
		case want != "" && (strings.Contains(en, want) || strings.Contains(es, want)):
			if better(s, near) {
				near = s
			}
		}
	}
	if exact == nil {
		exact = near
	}
	if exact == nil {
		return model.ID{}, wrongUse("cmd.why.no-block", "value", model.Clean(name))
	}
	return exact.ID, nil
}

// printWhy says the verdict and its reasons. The status is "no" unless there is
// a plan.
func (f *front) printWhy(d *model.Desk, e planner.Explanation) error {
	say := f.namer(d)
	out := whyJSON{
		Verdict: verdicts[e.Verdict].name, Minimal: e.Minimal,
		Requirements: make([]requirementJSON, len(e.Requirements)), Loosen: make([]loosenJSON, len(e.Loosen)),
	}
	for i, r := range e.Requirements {
		out.Requirements[i] = requirementJSON{r.Rule, listed(r.Sessions), say.Say(r.Text)}
	}
	for i, l := range e.Loosen {
		out.Loosen[i] = loosenJSON{l.Rule, l.Works, say.Say(l.Text)}
	}
	var err error
	if f.json {
		err = f.printJSON(out)
	} else {
		err = f.writeWhy(&out, verdicts[e.Verdict].says)
	}
	if err == nil && e.Verdict != planner.Possible {
		err = answer(exitNo)
	}
	return err
}

func (f *front) writeWhy(w *whyJSON, verdict string) error {
	var b strings.Builder
	fmt.Fprintln(&b, f.say.T(verdict))
	for _, r := range w.Requirements {
		fmt.Fprintf(&b, "! %s  (%s)\n", oneLine(r.Text), r.Rule)
	}
	if len(w.Requirements) > 0 && w.Minimal {
		fmt.Fprintln(&b, f.say.T("cmd.why.minimal"))
	}
	for _, l := range w.Loosen {
		id := "cmd.why.perhaps"
		if l.Works {
			id = "cmd.why.works"
		}
		fmt.Fprintln(&b, f.say.T(id, "what", strings.TrimSuffix(oneLine(l.Text), ".")))
	}
	_, err := io.WriteString(f.out, b.String())
	return err
}
