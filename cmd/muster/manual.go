package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// manVerb prints the manual page, made from the same tree of verbs, flags and
// texts as the help.
func (f *front) manVerb(root *cobra.Command) *cobra.Command {
	return f.verb("man", cobra.NoArgs, func(context.Context, []string) error {
		var b strings.Builder
		fmt.Fprintf(&b, ".TH MUSTER 1\n.SH %s\nmuster \\- %s\n", f.head("name"), roff(root.Short))
		fmt.Fprintf(&b, ".SH %s\n.B muster\n%s\n", f.head("synopsis"), roff(f.say.T("cmd.usage.verb")))
		fmt.Fprintf(&b, ".SH %s\n%s\n", f.head("description"), roff(root.Long))
		fmt.Fprintf(&b, ".SH %s\n", f.head("verbs"))
		for _, c := range f.verbs {
			fmt.Fprintf(&b, ".TP\n.B %s\n%s.\n", roff(strings.TrimPrefix(f.useLine(c), "muster ")), roff(c.Short))
			if c.Long != "" {
				fmt.Fprintf(&b, ".IP\n%s\n", roff(c.Long))
			}
			b.WriteString(".RS\n")
			manRows(&b, f.flagRows(c.LocalNonPersistentFlags()))
			b.WriteString(".RE\n")
		}
		fmt.Fprintf(&b, ".SH %s\n", f.head("options"))
		manRows(&b, f.flagRows(root.PersistentFlags()))
		fmt.Fprintf(&b, ".SH %s\n", f.head("exit"))
		for _, code := range []int{exitDone, exitNo, exitUsage, exitData} {
			fmt.Fprintf(&b, ".TP\n.B %d\n%s\n", code, roff(f.say.T(fmt.Sprintf("cmd.man.exit.%d", code))))
		}
		fmt.Fprintf(&b, ".SH %s\n", f.head("files"))
		manRows(&b, [][2]string{
			{"$XDG_DATA_HOME/muster/muster.db", f.say.T("cmd.man.file.db")},
			{"$XDG_CONFIG_HOME/muster/keys/*.key", f.say.T("cmd.man.file.key")},
			{"$XDG_CONFIG_HOME/muster/config.toml", f.say.T("cmd.man.file.config")},
		})
		fmt.Fprintf(&b, ".SH %s\n", f.head("environment"))
		manRows(&b, [][2]string{
			{"MUSTER_KEY", f.say.T("cmd.man.env.key")},
			{"LC_ALL, LC_MESSAGES, LANG", f.say.T("cmd.man.env.lang")},
			{"NO_COLOR", f.say.T("cmd.man.env.no-color")},
		})
		_, err := io.WriteString(f.out, b.String())
		return err
	})
}

func (f *front) head(part string) string {
	return roff(strings.ToUpper(f.say.T("cmd.man.head." + part)))
}

// manRows writes names and what they mean.
func manRows(b *strings.Builder, rows [][2]string) {
	for _, r := range rows {
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(strings.TrimSpace(r[0])), roff(r[1]))
	}
}

// roff is text that the formatter takes as it is, whatever encoding it
// expects: no command begins a line, and letters beyond ASCII go by number.
func roff(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\\':
			b.WriteString(`\e`)
		case r == '…':
			b.WriteString("...")
		case r == '-':
			b.WriteString(`\-`)
		case r > 0x7e:
			fmt.Fprintf(&b, `\[u%04X]`, r)
		default:
			b.WriteRune(r)
		}
	}
	lines := strings.Split(b.String(), "\n")
	for i, l := range lines {
		switch {
		case l == "":
			lines[i] = ".PP"
		case l[0] == '.' || l[0] == '\'':
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}
