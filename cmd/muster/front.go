package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"muster/model"
	"muster/ui/lang"
)

// front is what every verb is given: the world, the preferences, the language
// and the flags that all verbs share.
type front struct {
	env
	out   io.Writer // standard output, with errors in words
	prefs preferences
	say   *lang.Printer

	verbs          []*cobra.Command // in the order of help
	unsaid         error            // help could not be written
	db, key, actor string
	lang           string
	moment         string           // of --now
	real           func() time.Time // the clock of the machine, whatever --now says
	json           bool
	unfit          string // a backup that could not be restored
}

// A deed is what a verb does with the words after it.
type deed func(ctx context.Context, args []string) error

// chooseLanguage is the flag's, the preferences', or the system's. The flag is
// looked for by hand since the help texts are needed before flags are parsed.
func (f *front) chooseLanguage(args []string) string {
	for i, a := range args {
		if v, ok := strings.CutPrefix(a, "--lang="); ok {
			return v
		}
		if a == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	if f.prefs.Lang != "" {
		return f.prefs.Lang
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := f.getenv(name); v != "" {
			return v
		}
	}
	return lang.English
}

// command is the tree of verbs.
func (f *front) command() *cobra.Command {
	root := f.rootVerb()
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(f.flagFault)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { f.unsaid = f.writeHelp(c) })
	root.SetUsageFunc(func(c *cobra.Command) error { return f.writeUsage(c) })
	fl := root.PersistentFlags()
	fl.SortFlags = false
	fl.StringVar(&f.db, "db", "", f.say.T("cmd.flag.db"))
	fl.StringVar(&f.key, "key", "", f.say.T("cmd.flag.key"))
	fl.StringVar(&f.actor, "as-user", "", f.say.T("cmd.flag.as-user"))
	fl.StringVar(&f.lang, "lang", "", f.say.T("cmd.flag.lang"))
	fl.StringVar(&f.moment, "now", "", f.say.T("cmd.flag.now"))
	choices(root, "lang", lang.Languages()...)
	f.verbs = []*cobra.Command{
		f.demoVerb(), f.importVerb(), f.exportVerb(), f.planVerb(), f.checkVerb(), f.whyVerb(), f.findVerb(), f.todayVerb(), f.dueVerb(), f.logVerb(),
		f.undoVerb(false), f.undoVerb(true), f.backupVerb(), f.restoreVerb(), f.verifyVerb(),
		f.versionVerb(), f.helpVerb(root), f.completionVerb(root), f.manVerb(root),
	}
	for _, c := range append([]*cobra.Command{root}, f.verbs...) {
		c.Flags().BoolP("help", "h", false, f.say.T("cmd.flag.help"))
		if c.Name() == "help" {
			root.SetHelpCommand(c)
		} else if c != root {
			root.AddCommand(c)
		}
	}
	root.InitDefaultHelpCmd()
	return root
}

// verb makes a command whose texts are catalogue entries: cmd.<name> (one
// line), cmd.<name>.args (the words after it, where it takes any) and
// cmd.<name>.long (the rest, where there is one).
func (f *front) verb(name string, args cobra.PositionalArgs, do deed) *cobra.Command {
	id := "cmd." + name
	use := name
	if f.say.Has(id + ".args") {
		use += " " + f.say.T(id+".args")
	}
	c := &cobra.Command{
		Use:                   use,
		Short:                 f.say.T(id),
		SilenceErrors:         true,
		SilenceUsage:          true,
		DisableFlagsInUseLine: true,
		ValidArgsFunction:     cobra.NoFileCompletions,
		Args: func(c *cobra.Command, a []string) error {
			if args(c, a) == nil {
				return nil
			}
			if c.HasSubCommands() {
				return noSuchVerb(a[0])
			}
			return wrongUse("cmd.arguments", "verb", c.CommandPath(), "use", c.UseLine())
		},
		RunE: func(c *cobra.Command, a []string) error {
			if err := oneOf("lang", plainLang(f.lang), append(lang.Languages(), "")...); err != nil {
				return err
			}
			if err := f.setClock(); err != nil {
				return err
			}
			return do(c.Context(), a)
		},
	}
	if f.say.Has(id + ".long") {
		c.Long = f.say.T(id + ".long")
	}
	return c
}

// plainLang is the language of a tag as systems write it: es of es_MX.UTF-8.
func plainLang(tag string) string {
	if i := strings.IndexAny(tag, "_-."); i > 0 {
		tag = tag[:i]
	}
	return strings.ToLower(tag)
}

func (f *front) rootVerb() *cobra.Command {
	version := false
	root := f.verb("muster", cobra.NoArgs, func(ctx context.Context, _ []string) error {
		if version {
			return f.printVersion()
		}
		return f.open(ctx)
	})
	root.Flags().BoolVar(&version, "version", false, f.say.T("cmd.version"))
	return root
}

func noSuchVerb(name string) error { return wrongUse("cmd.no-such-verb", "verb", model.Clean(name)) }

// flagFault says what is wrong with a flag, or with the verb before it.
func (f *front) flagFault(c *cobra.Command, err error) error {
	if words := c.Flags().Args(); c.HasSubCommands() && len(words) > 0 {
		return noSuchVerb(words[0])
	}
	var (
		unknown *pflag.NotExistError
		value   *pflag.InvalidValueError
		missing *pflag.ValueRequiredError
	)
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		return wrongUse("cmd.flag-unknown", "flag", model.Clean(name), "verb", c.CommandPath())
	case errors.As(err, &missing):
		return wrongUse("cmd.flag-alone", "flag", "--"+missing.GetFlag().Name, "verb", c.CommandPath())
	case errors.As(err, &value) && value.GetFlag().Value.Type() == "bool":
		return oneOf(value.GetFlag().Name, value.GetValue(), "true", "false")
	case errors.As(err, &value) && value.GetFlag().Value.Type() == "duration":
		return wrongUse("cmd.plan.time", "value", model.Clean(value.GetValue()))
	case errors.As(err, &value) && strings.HasPrefix(value.GetFlag().Value.Type(), "int"):
		return wrongUse("cmd.flag-number", "flag", "--"+value.GetFlag().Name, "value", model.Clean(value.GetValue()))
	}
	return wrongUse("cmd.flag-unclear", "verb", c.CommandPath())
}

// oneOf refuses a flag's value that is none of those allowed.
func oneOf(flag, value string, allowed ...string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	list := slices.DeleteFunc(slices.Clone(allowed), func(s string) bool { return s == "" })
	return wrongUse("cmd.flag-value", "flag", "--"+flag, "value", model.Clean(value), "allowed", list)
}

// choices lets a shell complete the values of a flag.
func choices(c *cobra.Command, flag string, values ...string) {
	err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // the flag is not there: a mistake in the program
	}
}

// plainUsages takes the backquotes out of what flags do: help reads the name of
// the value out of them, a shell that completes shows them as they are.
func plainUsages(root *cobra.Command) {
	plain := func(fl *pflag.Flag) { fl.Usage = strings.ReplaceAll(fl.Usage, "`", "") }
	root.PersistentFlags().VisitAll(plain)
	for _, c := range append(root.Commands(), root) {
		c.Flags().VisitAll(plain)
	}
}

// jsonFlag gives a verb --json.
func (f *front) jsonFlag(c *cobra.Command) {
	c.Flags().BoolVar(&f.json, "json", false, f.say.T("cmd.flag.json"))
}

// printJSON writes one value, indented, with a line end.
func (f *front) printJSON(v any) error {
	e := json.NewEncoder(f.out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
