package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"muster/model"
	"muster/model/rules"
	"muster/ui"
)

// clashJSON is a clash as check --json prints it. Sessions and people are ids;
// text is in the user's language.
type clashJSON struct {
	Rule     string     `json:"rule"`
	Hard     bool       `json:"hard"`
	Sessions []model.ID `json:"sessions"`
	People   []model.ID `json:"people"`
	Text     string     `json:"text"`
}

func (f *front) checkVerb() *cobra.Command {
	c := f.verb("check", cobra.ArbitraryArgs, func(ctx context.Context, args []string) error {
		st, done, err := f.openStore(ctx, reading)
		if err != nil {
			return err
		}
		defer done()
		d, err := st.Desk(ctx)
		if err != nil {
			return err
		}
		clashes, err := clashesOf(d, args)
		if err != nil {
			return err
		}
		return f.printClashes(d, clashes)
	})
	c.ValidArgsFunction = f.completeCodes
	f.jsonFlag(c)
	return c
}

// clashesOf is the clashes that concern the cohorts of those codes, each once;
// without any, all.
func clashesOf(d *model.Desk, args []string) ([]rules.Clash, error) {
	b := board(d)
	if len(args) == 0 {
		return b.Clashes(), nil
	}
	wanted := map[model.ID]bool{}
	for _, code := range args {
		co, err := cohortOf(d, code)
		if err != nil {
			return nil, err
		}
		wanted[co.ID] = true
	}
	concerns := func(c rules.Clash) bool {
		return wanted[c.Cohort] || slices.ContainsFunc(c.Sessions, func(id model.ID) bool {
			s := d.Sessions.Get(id)
			return s != nil && wanted[s.Cohort]
		})
	}
	return slices.DeleteFunc(slices.Clone(b.Clashes()), func(c rules.Clash) bool { return !concerns(c) }), nil
}

func (f *front) printClashes(d *model.Desk, clashes []rules.Clash) error {
	say := f.namer(d)
	hard := 0
	list := make([]clashJSON, len(clashes))
	for i, c := range clashes {
		if c.Hard {
			hard++
		}
		list[i] = clashJSON{
			Rule: c.Rule, Hard: c.Hard, Sessions: listed(c.Sessions), People: listed(c.People), Text: say.Say(c.Text),
		}
	}
	var err error
	if f.json {
		err = f.printJSON(map[string]any{"clashes": list})
	} else {
		err = f.writeClashes(d, clashes, list, hard)
	}
	if err == nil && hard > 0 {
		err = answer(exitNo)
	}
	return err
}

func (f *front) writeClashes(d *model.Desk, clashes []rules.Clash, said []clashJSON, hard int) error {
	for i, c := range clashes {
		mark := "·"
		if c.Hard {
			mark = "!"
		}
		where := ""
		if co := d.Cohorts.Get(c.Cohort); co != nil {
			where = co.Code + "  "
		}
		if !c.At.From.IsZero() {
			where += f.say.Span(c.At) + "  "
		}
		if len(c.Sessions) == 1 {
			if name := ui.NameOn(d, f.say.Tag(), c.Sessions[0]); !strings.Contains(said[i].Text, name) {
				where += name + ": "
			}
		}
		if _, err := fmt.Fprintf(f.out, "%s %s%s  (%s)\n", mark, where, said[i].Text, c.Rule); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(f.out, f.say.T("cmd.check.count", "n", hard, "soft", len(clashes)-hard))
	return err
}

// listed is a list that JSON shows as [] when it is empty.
func listed(ids []model.ID) []model.ID {
	if ids == nil {
		return []model.ID{}
	}
	return ids
}
