package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"muster/model"
	"muster/model/due"
	"muster/ui/tab"
)

// dueJSON is one thing that is wrong or due as due --json prints it. cohort is
// a code, "" for none; people are ids; text is in the user's language.
type dueJSON struct {
	Rule   string     `json:"rule"`
	Hard   bool       `json:"hard"`
	When   model.Date `json:"when"`
	Cohort string     `json:"cohort"`
	Ref    refJSON    `json:"ref"`
	People []model.ID `json:"people"`
	Text   string     `json:"text"`
}

// refJSON names a record.
type refJSON struct {
	Kind string   `json:"kind"`
	ID   model.ID `json:"id"`
}

func (f *front) dueVerb() *cobra.Command {
	c := f.verb("due", cobra.ArbitraryArgs, func(ctx context.Context, args []string) error {
		st, done, err := f.openStore(ctx, reading)
		if err != nil {
			return err
		}
		defer done()
		d, err := st.Desk(ctx)
		if err != nil {
			return err
		}
		items, err := f.dueIn(d, args)
		if err != nil {
			return err
		}
		return f.printDue(d, items)
	})
	c.ValidArgsFunction = f.completeCodes
	f.jsonFlag(c)
	return c
}

// dueIn is what concerns the cohorts of those codes, each once; without any,
// all.
func (f *front) dueIn(d *model.Desk, args []string) ([]due.Item, error) {
	wanted := make([]model.ID, len(args))
	for i, code := range args {
		c, err := cohortOf(d, code)
		if err != nil {
			return nil, err
		}
		wanted[i] = c.ID
	}
	present := f.now()
	items := due.List(d, board(d), func(zone string) model.Minute { return tab.MinuteIn(present, zone) })
	if len(wanted) == 0 {
		return items, nil
	}
	return slices.DeleteFunc(items, func(i due.Item) bool {
		return !slices.ContainsFunc(wanted, func(c model.ID) bool { return i.Concerns(d, c) })
	}), nil
}

func (f *front) printDue(d *model.Desk, items []due.Item) error {
	say := f.namer(d)
	hard := 0
	list := make([]dueJSON, len(items))
	for i, x := range items {
		if x.Hard {
			hard++
		}
		list[i] = dueJSON{
			Rule: x.Rule, Hard: x.Hard, When: x.When, Ref: refJSON{x.Ref.Kind.String(), x.Ref.ID}, People: listed(x.People), Text: say.Say(x.Text),
		}
		if c := d.Cohorts.Get(x.Cohort); c != nil {
			list[i].Cohort = c.Code
		}
	}
	var err error
	if f.json {
		err = f.printJSON(list)
	} else {
		err = f.writeDue(list, hard)
	}
	if err == nil && hard > 0 {
		err = answer(exitNo)
	}
	return err
}

func (f *front) writeDue(list []dueJSON, hard int) error {
	for _, x := range list {
		mark, where := "·", ""
		if x.Hard {
			mark = "!"
		}
		if x.Cohort != "" {
			where = x.Cohort + "  "
		}
		if _, err := fmt.Fprintf(f.out, "%s %s  %s%s  (%s)\n", mark, x.When, where, x.Text, x.Rule); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(f.out, f.say.T("cmd.due.count", "n", hard, "soft", len(list)-hard))
	return err
}
