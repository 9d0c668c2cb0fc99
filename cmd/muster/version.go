package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// build is what is known of how this binary was made.
type build struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"`
	Time     string `json:"time,omitempty"`
	Modified bool   `json:"modified,omitempty"`
	Go       string `json:"go"`
	System   string `json:"system"`
}

// version is set when a release is built (-ldflags "-X main.version=…").
var version = ""

func thisBuild() build {
	b := build{Version: version, Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	if b.Version == "" {
		b.Version = info.Main.Version
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Revision = s.Value
		case "vcs.time":
			b.Time = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	return b
}

func (f *front) versionVerb() *cobra.Command {
	c := f.verb("version", cobra.NoArgs, func(context.Context, []string) error { return f.printVersion() })
	f.jsonFlag(c)
	return c
}

func (f *front) printVersion() error {
	b := thisBuild()
	if f.json {
		return f.printJSON(b)
	}
	_, err := fmt.Fprintf(f.out, "muster %s  %s  %s\n", b.Version, b.Go, b.System)
	return err
}
