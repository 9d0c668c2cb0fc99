package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"
)

func (f *front) completionVerb(root *cobra.Command) *cobra.Command {
	shells := map[string]func(io.Writer) error{
		"bash":       func(w io.Writer) error { return root.GenBashCompletionV2(w, true) },
		"zsh":        root.GenZshCompletion,
		"fish":       func(w io.Writer) error { return root.GenFishCompletion(w, true) },
		"powershell": root.GenPowerShellCompletionWithDesc,
	}
	c := f.verb("completion", cobra.ExactArgs(1), func(_ context.Context, args []string) error {
		write, ok := shells[args[0]]
		if !ok {
			return wrongUse("cmd.no-such-shell", "shell", args[0])
		}
		return write(f.out)
	})
	c.ValidArgsFunction = firstOf("bash", "zsh", "fish", "powershell")
	return c
}

// firstOf completes the first word after a verb.
func firstOf(words ...string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return words, cobra.ShellCompDirectiveNoFileComp
	}
}

// completeCodes completes the codes of cohorts. A shell that asks for a word
// wants no errors: without a database there are none.
func (f *front) completeCodes(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	st, done, err := f.openStore(c.Context(), reading)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	defer done()
	d, err := st.Desk(c.Context())
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	for _, co := range d.CohortsByDate() {
		out = append(out, co.Code)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// cohortFlag gives a verb --cohort.
func (f *front) cohortFlag(c *cobra.Command, code *string) {
	c.Flags().StringVar(code, "cohort", "", f.say.T("cmd.flag.cohort"))
	if err := c.RegisterFlagCompletionFunc("cohort", f.completeCodes); err != nil {
		panic(err) // as in choices
	}
}
