package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// helpWidth is how wide a page of help is, in cells.
const helpWidth = 80

func (f *front) helpVerb(root *cobra.Command) *cobra.Command {
	c := f.verb("help", cobra.MaximumNArgs(1), func(_ context.Context, args []string) error {
		about := root
		if len(args) == 1 {
			found, _, err := root.Find(args)
			if err != nil || found == root {
				return noSuchVerb(args[0])
			}
			about = found
		}
		return f.writeHelp(about)
	})
	c.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) (names []string, _ cobra.ShellCompDirective) {
		for _, v := range f.verbs {
			if len(args) == 0 {
				names = append(names, cobra.CompletionWithDesc(v.Name(), v.Short))
			}
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
	return c
}

// writeHelp writes what a verb is for, then how it is used.
func (f *front) writeHelp(c *cobra.Command) error {
	about := c.Short + "."
	if c.Long != "" {
		about += "\n\n" + c.Long
	}
	if _, err := fmt.Fprintf(f.out, "%s\n\n", ansi.Wordwrap(about, helpWidth, "")); err != nil {
		return err
	}
	return f.writeUsage(c)
}

// writeUsage writes the lines that a verb is called by, the verbs below it and
// its flags.
func (f *front) writeUsage(c *cobra.Command) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n  %s\n", f.say.T("cmd.usage"), f.useLine(c))
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "  %s %s\n\n%s\n", c.CommandPath(), f.say.T("cmd.usage.verb"), f.say.T("cmd.usage.verbs"))
		var rows [][2]string
		for _, v := range f.verbs {
			rows = append(rows, [2]string{v.Name(), v.Short})
		}
		columns(&b, rows)
	}
	fmt.Fprintf(&b, "\n%s\n", f.say.T("cmd.usage.flags"))
	columns(&b, f.flagRows(c.LocalNonPersistentFlags()))
	fmt.Fprintf(&b, "\n%s\n", f.say.T("cmd.usage.global"))
	columns(&b, f.flagRows(c.Root().PersistentFlags()))
	_, err := io.WriteString(f.out, b.String())
	return err
}

// useLine is how a verb is called, with a word for its own flags if it has
// any but --help.
func (f *front) useLine(c *cobra.Command) string {
	own := 0
	c.LocalNonPersistentFlags().VisitAll(func(*pflag.Flag) { own++ })
	if own > 1 {
		return c.UseLine() + " " + f.say.T("cmd.usage.some")
	}
	return c.UseLine()
}

// flagRows is each flag as it is written, and what it does.
func (f *front) flagRows(flags *pflag.FlagSet) (rows [][2]string) {
	flags.VisitAll(func(fl *pflag.Flag) {
		if fl.Hidden {
			return
		}
		value, does := pflag.UnquoteUsage(fl)
		name := "    --" + fl.Name
		if fl.Shorthand != "" {
			name = "-" + fl.Shorthand + ", --" + fl.Name
		}
		if value != "" {
			name += " " + value
		}
		switch fl.DefValue {
		case "", "false", "0", "[]":
		default:
			does += " " + f.say.T("cmd.flag.default", "value", fl.DefValue)
		}
		rows = append(rows, [2]string{name, does})
	})
	return rows
}

// columns writes names and what they mean side by side.
func columns(b *strings.Builder, rows [][2]string) {
	left := 0
	for _, r := range rows {
		left = max(left, ansi.StringWidth(r[0]))
	}
	indent := "\n" + strings.Repeat(" ", left+5)
	for _, r := range rows {
		does := strings.ReplaceAll(ansi.Wordwrap(r[1], max(helpWidth-left-5, 30), ""), "\n", indent)
		fmt.Fprintf(b, "  %s%s   %s\n", r[0], strings.Repeat(" ", left-ansi.StringWidth(r[0])), does)
	}
}
