package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path"
	"runtime"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"muster/model"
	"muster/store"
	"muster/ui/lang"
)

// env is the world as the front door sees it, so that tests can supply their
// own.
type env struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	now      func() time.Time
}

func systemEnv() env {
	return env{in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.Getenv, now: time.Now}
}

// run is the whole program: arguments in, exit status out.
func run(args []string, e env) (status int) {
	// A closed terminal ends the program as an interrupt does: what was done
	// by then is kept before it goes.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	// A second interrupt ends it at once, whatever it is doing: every act is
	// kept whole or not at all.
	context.AfterFunc(ctx, func() { signal.Reset(os.Interrupt) })
	f := &front{env: e, out: output{e.out}, real: e.now}
	var broken error
	f.prefs, broken = readPreferences()
	f.say = lang.New(f.chooseLanguage(args)).With(model.ID.String) // an id until there is a desk to name it from
	defer f.guard(&status)
	if broken != nil {
		return f.report(broken)
	}
	root := f.command()
	if len(args) > 0 && args[0] == cobra.ShellCompRequestCmd {
		plainUsages(root)
	}
	root.SetArgs(args)
	root.SetIn(e.in)
	root.SetOut(f.out)
	root.SetErr(e.err)
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = f.unsaid
	}
	return f.report(err)
}

// guard, deferred, turns a panic into two lines. Its value is not shown:
// nobody knows what it holds.
func (f *front) guard(status *int) {
	if p := recover(); p != nil {
		*status = f.report(badFile("cmd.broken", "at", panicAt()))
	}
}

// report says an error in two lines and chooses the exit status.
func (f *front) report(err error) int {
	var (
		told    answer
		refused refusal
		what    model.Message
		do      model.Message
		more    model.Message
		code    = exitData
	)
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &told):
		return int(told)
	case errors.As(err, &refused):
		what, code = refused.Message, refused.code
		do, more = model.Message{ID: what.ID + ".do", Args: what.Args}, f.backupsFor(err)
	case errors.Is(err, context.Canceled):
		what, do, code = model.Say("cmd.interrupted"), model.Say("cmd.interrupted.do"), exitNo
	case errors.Is(err, tea.ErrProgramPanic):
		what, do = model.Say("cmd.program-broke"), model.Say("cmd.program-broke.do")
	default:
		what, do = store.Explain(err)
		more = f.backupsFor(err)
	}
	// If even this cannot be written, nobody is listening.
	_, _ = fmt.Fprintf(f.err, "%s\n%s\n", oneLine(f.say.Say(what)), oneLine(f.say.Say(do)+" "+f.say.Say(more)))
	return code
}

// remark says something on standard error that is not an error.
func (f *front) remark(m model.Message) {
	_, _ = fmt.Fprintln(f.err, oneLine(f.say.Say(m))) // as in report
}

// tell says something on standard output, in a line of its own.
func (f *front) tell(id string, pairs ...any) error {
	_, err := fmt.Fprintln(f.out, oneLine(f.say.T(id, pairs...)))
	return err
}

// oneLine is text as a terminal may be given it: one line, without the signs
// by which the name of a file, say, could move the cursor or turn the line
// around.
func oneLine(s string) string { return model.Clean(s) }

// output is standard output; an error in writing it is said in words.
type output struct{ io.Writer }

func (o output) Write(b []byte) (int, error) {
	n, err := o.Writer.Write(b)
	if err != nil {
		err = badFile("cmd.output")
	}
	return n, err
}

// panicAt is where in our own code a panic that is being recovered from
// began, as package/file.go:line; "?" when it was not there.
func panicAt() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	panicking := false
	for {
		fr, more := frames.Next()
		switch {
		case fr.Function == "runtime.gopanic":
			panicking = true
		case panicking && (strings.HasPrefix(fr.Function, "muster/") || strings.HasPrefix(fr.Function, "main.")):
			return fmt.Sprintf("%s/%s:%d", path.Base(path.Dir(fr.File)), path.Base(fr.File), fr.Line)
		}
		if !more {
			return "?"
		}
	}
}
