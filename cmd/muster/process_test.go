package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// program runs the test's own binary as the program, in a home of its own.
func program(home string, args ...string) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		panic(err)
	}
	c := exec.Command(self, args...)
	c.Args[0] = filepath.Join(home, "bin", "muster") // the name that testscript.Main goes by
	c.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+home+"/config", "XDG_DATA_HOME="+home+"/data", "LANG=C", "LC_ALL=C",
		"GORACE=atexit_sleep_ms=0")
	return c
}

func mustRun(t *testing.T, home string, args ...string) string {
	t.Helper()
	c := program(home, args...)
	var out, err bytes.Buffer
	c.Stdout, c.Stderr = &out, &err
	if e := c.Run(); e != nil {
		t.Fatalf("muster %v: %v\n%s%s", args, e, out.String(), err.String())
	}
	return out.String()
}

// roll writes a roster of n people, the first of them number from, and
// returns its path.
func roll(t testing.TB, dir string, from, n int) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("Apellidos,Nombres,Fecha de nacimiento,Grado,CURP\n")
	for i := from; i < from+n; i++ {
		fmt.Fprintf(&b, "Prueba%s Ensayo,Ana%s,%02d/%02d/19%02d,Oficial,XX%06d\n",
			letters(i), letters(i*7+3), i%28+1, i%12+1, 60+i%40, i)
	}
	path := filepath.Join(dir, fmt.Sprintf("roll%d.csv", from))
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// letters is a number as a word.
func letters(n int) string {
	s := ""
	for ; n > 0; n /= 20 {
		s += string("bcdfghjklmnprstvwxyz"[n%20]) + "a"
	}
	return s
}

// Two programs work on one database at once: every act of each is kept.
func TestTwoProcessesAtOnce(t *testing.T) {
	home := t.TempDir()
	mustRun(t, home, "import", roll(t, home, 1, 3), "--cohort", "ONE-26-1", "--first", "2026-05-04")
	mustRun(t, home, "import", roll(t, home, 5, 3), "--cohort", "TWO-26-1", "--first", "2026-05-04")
	const rounds = 8
	var wg sync.WaitGroup
	failed := make(chan string, 2*rounds)
	for who, code := range []string{"ONE-26-1", "TWO-26-1"} {
		var files []string
		for i := range rounds {
			files = append(files, roll(t, home, 1000*(who+1)+10*i, 5))
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			for _, file := range files {
				if out, err := program(home, "import", file, "--cohort", code, "--as-user", code).CombinedOutput(); err != nil {
					failed <- fmt.Sprintf("%s: %v: %s", code, err, out)
				}
			}
		}()
	}
	wg.Wait()
	close(failed)
	for f := range failed {
		t.Error(f)
	}
	if got := strings.Count(mustRun(t, home, "log"), "\n"); got != 2+2*rounds {
		t.Errorf("%d acts in the journal, want %d", got, 2+2*rounds)
	}
	if out := mustRun(t, home, "verify"); !strings.HasPrefix(out, "Sound: 88 records") {
		t.Errorf("verify: %s", out)
	}
}

// Two bring the same roster into the same new cohort at once: both are done,
// and everybody is there once.
func TestTwoImportsOfOneCohort(t *testing.T) {
	home := t.TempDir()
	mustRun(t, home, "import", roll(t, home, 1, 3), "--cohort", "ONE-26-1", "--first", "2026-05-04")
	var wg sync.WaitGroup
	for who := range 4 {
		file := roll(t, home, 100*(who+1), 40)
		for _, code := range []string{"ONE-26-1", "NEW-26-1"} {
			wg.Go(func() {
				c := program(home, "import", file, "--cohort", code, "--first", "2026-05-04", "--places", "400", "--as-user", "Clerk")
				if out, err := c.CombinedOutput(); err != nil && c.ProcessState.ExitCode() != exitNo {
					t.Errorf("%v: %s", err, out)
				}
			})
		}
	}
	wg.Wait()
	for _, code := range []string{"ONE-26-1", "NEW-26-1"} {
		if out := mustRun(t, home, "export", "roster", "--cohort", code); strings.Count(out, "Prueba") > 0 || strings.Count(out, "\n") < 161 {
			t.Errorf("%s has %d lines", code, strings.Count(out, "\n"))
		}
	}
	mustRun(t, home, "verify")
}

// A program killed in the middle of an import leaves all of it or nothing.
func TestKilledDuringImport(t *testing.T) {
	if testing.Short() {
		t.Skip("kills processes for a second or two")
	}
	home := t.TempDir()
	mustRun(t, home, "import", roll(t, home, 1, 3), "--cohort", "ONE-26-1", "--first", "2026-05-04")
	const n = 400
	people := 3
	for cycle := range 8 {
		file := roll(t, home, 10000+1000*cycle, n)
		c := program(home, "import", file, "--cohort", "ONE-26-1")
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.IntN(120)) * time.Millisecond)
		_ = c.Process.Kill() // it may have ended already
		_ = c.Wait()         // killed or not, what is kept is looked at next
		out := mustRun(t, home, "verify")
		switch {
		case strings.HasPrefix(out, fmt.Sprintf("Sound: %d records", people+1)):
		case strings.HasPrefix(out, fmt.Sprintf("Sound: %d records", people+n+1)):
			people += n
		default:
			t.Fatalf("cycle %d, with %d people before: %s", cycle, people, out)
		}
	}
	// And life goes on.
	mustRun(t, home, "import", roll(t, home, 90000, 5), "--cohort", "ONE-26-1")
	t.Logf("%d of 8 imports were in time", (people-3)/n)
}
