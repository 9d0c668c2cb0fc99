//go:build bench

package meter

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

// Main runs a harness on the arguments of the process, says on standard error
// what went wrong, and ends with 1 then.
func Main(name string, run func(args []string, out io.Writer) error) {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
		}
		os.Exit(1)
	}
}

// A Sheet is rows below their titles, or a line of JSON for each.
type Sheet struct {
	Out    io.Writer
	JSON   bool
	Titles string
	Rows   int // printed
}

// Row prints one, as it is or as the line that says it.
func (s *Sheet) Row(row any, line string) error {
	s.Rows++
	if s.JSON {
		return json.NewEncoder(s.Out).Encode(row)
	}
	if s.Rows == 1 {
		line = s.Titles + "\n" + line
	}
	_, err := fmt.Fprintln(s.Out, line)
	return err
}

// Sum prints a line below the rows, but for JSON.
func (s *Sheet) Sum(format string, args ...any) error {
	if s.JSON {
		return nil
	}
	_, err := fmt.Fprintf(s.Out, format+"\n", args...)
	return err
}
