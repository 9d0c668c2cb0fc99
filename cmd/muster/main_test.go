package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// TestMain makes the program a command of the scripts. In them its clock
// stands where testOnlyNow says.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"muster": func() { os.Exit(run(os.Args[1:], testOnlyEnv())) },
	})
}

func testOnlyEnv() env {
	e := systemEnv()
	if s := os.Getenv("testOnlyNow"); s != "" {
		at, err := time.Parse(time.RFC3339, s)
		if err != nil {
			panic(err)
		}
		// Time goes on, so that no two acts share a moment.
		began := time.Now()
		e.now = func() time.Time { return at.Add(time.Since(began)) }
	}
	return e
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			for _, v := range [][2]string{
				{"HOME", e.WorkDir},
				{"XDG_CONFIG_HOME", e.WorkDir + "/config"},
				{"XDG_DATA_HOME", e.WorkDir + "/data"},
				{"LANG", "en_US.UTF-8"},
				{"LC_ALL", ""},
				{"LC_MESSAGES", ""},
				{"TZ", "UTC"},
				{"NO_COLOR", ""},
				{"MUSTER_KEY", ""},
				{"ESC", "\x1b"},
				{"GORACE", "atexit_sleep_ms=0"}, // or every program waits a second at its end
				{"testOnlyNow", "2026-03-11T09:30:00Z"},
			} {
				e.Setenv(v[0], v[1])
			}
			book, err := os.ReadFile("testdata/book.xlsx")
			if err != nil {
				return err
			}
			return errors.Join(
				os.WriteFile(filepath.Join(e.WorkDir, "book.xlsx"), book, 0o600),
				twoSheets(filepath.Join(e.WorkDir, "two.xlsx")),
			)
		},
		Condition: func(cond string) (bool, error) {
			if cond != "root" { // for whom nothing is read-only
				return false, fmt.Errorf("no condition %s", cond)
			}
			return os.Geteuid() == 0, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"refuses": refuses, "flip": flip, "samejson": sameJSON, "sub": sub,
		},
	})
}

// twoSheets writes a workbook with the men on one sheet and the women on
// another.
func twoSheets(path string) error {
	book := excelize.NewFile()
	var failed []error
	for i, name := range []string{"Hombres", "Mujeres"} {
		_, err := book.NewSheet(name)
		failed = append(failed, err)
		for row, cells := range [][]any{
			{"Apellidos", "Nombres", "Grado"},
			{"Fuentevilla Rascón", []string{"Ramiro", "Marisela"}[i], "Oficial"},
			{"Zelayandía Pacas", []string{"Rubén", "Rocío"}[i], "Agente"},
		} {
			failed = append(failed, book.SetSheetRow(name, fmt.Sprintf("A%d", row+1), &cells))
		}
	}
	return errors.Join(append(failed, book.DeleteSheet("Sheet1"), book.SaveAs(path), book.Close())...)
}

// refuses STATUS ARGS…: the program ends with the status, says nothing on
// standard output and exactly two lines on standard error, which the stderr
// command can look at afterwards.
func refuses(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: refuses STATUS ARGS…")
	}
	err := ts.Exec("muster", args[1:]...)
	if err == nil {
		ts.Fatalf("muster %v: status 0, want %s", args[1:], args[0])
	}
	if got := strings.TrimPrefix(err.Error(), "exit status "); got != args[0] {
		ts.Fatalf("muster %v: %v, want status %s", args[1:], err, args[0])
	}
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("standard output: %s", out)
	}
	lines := ts.ReadFile("stderr")
	if n := strings.Count(lines, "\n"); n != 2 || strings.Contains(lines, "\n\n") {
		ts.Fatalf("%d lines on standard error, want 2", n)
	}
	for _, leak := range []string{"cmd.", "store.", "goroutine", "strconv", "no such file", "<nil>", "%!", "{"} {
		if strings.Contains(lines, leak) && !strings.Contains(strings.Join(args, " "), leak) {
			ts.Fatalf("standard error says %q: %s", leak, lines)
		}
	}
}

// flip FILE: turns around one bit in every page of the file after its first
// two, as a failing disk might.
func flip(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	b, err := os.ReadFile(path)
	ts.Check(err)
	for i := 2*4096 + 200; i < len(b); i += 4096 {
		b[i] ^= 4
	}
	ts.Check(os.WriteFile(path, b, 0o600))
}
