package bolt

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"muster/store/kv"
)

// The tests that need a second process start this binary again with a role.
const (
	roleVar = "MUSTER_KV_ROLE"
	pathVar = "MUSTER_KV_PATH"
)

func TestMain(m *testing.M) {
	role := os.Getenv(roleVar)
	if role == "" {
		os.Exit(m.Run())
	}
	if err := play(role, os.Getenv(pathVar)); err != nil {
		fmt.Fprintln(os.Stderr, role, err)
		os.Exit(1)
	}
}

// play does what a role is for, on the database at path.
func play(role, path string) error {
	e, err := Open(context.Background(), path, Options{Create: true})
	if err != nil {
		return err
	}
	switch role {
	case "count": // adds 40 to the sum
		for range 40 {
			if err := addOne(e); err != nil {
				return err
			}
		}
		return nil
	case "write": // writes until it is killed, and says what was saved
		return writeOn(e)
	case "hold": // keeps the lock until it is killed
		_, err := e.Update(context.Background(), func(kv.Reader) (kv.Batch, error) {
			fmt.Println("holding")
			time.Sleep(time.Minute)
			return kv.Batch{}, nil
		})
		return err
	case "fill":
		return fillUp(e)
	}
	return fmt.Errorf("no such role")
}

// fillUp writes until the disk is full, and prints how often it could.
func fillUp(e *Engine) error {
	for n := 0; ; n++ {
		s := strconv.Itoa(n)
		err := put(e, s, strings.Repeat("x", 3000), "last", s)
		if errors.Is(err, kv.ErrFull) && !errors.Is(err, kv.ErrUnknown) {
			fmt.Println(n)
			return nil
		}
		if err != nil || n > 10_000 {
			return fmt.Errorf("after %d: %w", n, err)
		}
	}
}

// addOne counts in the key "sum".
func addOne(e *Engine) error {
	_, err := e.Update(context.Background(), func(r kv.Reader) (kv.Batch, error) {
		it, _, err := r.Get([]byte("sum"))
		n, _ := strconv.Atoi(string(it.Value)) // none at first: 0
		return kv.Batch{Ops: []kv.Op{kv.Put([]byte("sum"), []byte(strconv.Itoa(n+1)))}}, err
	})
	return err
}

// child is a second process with a role.
type child struct {
	*exec.Cmd
	lines *bufio.Scanner
}

// startChild starts it, by the given command if there is one.
func startChild(t testing.TB, role, path string, by ...string) child {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	if len(by) > 0 {
		cmd = exec.Command(by[0], append(by[1:], os.Args[0])...)
	} else {
		cmd.Stderr = os.Stderr
	}
	cmd.Env = append(os.Environ(), roleVar+"="+role, pathVar+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return child{cmd, bufio.NewScanner(out)}
}

// times is how often a long test repeats: n, or what the environment says for
// a longer run by hand.
func times(t testing.TB, variable string, n int) int {
	t.Helper()
	if s := os.Getenv(variable); s != "" {
		more, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		return more
	}
	if testing.Short() {
		return n / 5
	}
	return n
}

// newPath is a place for a database.
func newPath(t testing.TB) string { return filepath.Join(t.TempDir(), "test.db") }

// quickPath is a place in memory, where there is one, for tests that write
// much and ask nothing of the disk.
func quickPath(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "muster-test-")
	if err != nil {
		return newPath(t)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	return filepath.Join(dir, "test.db")
}

// verified holds a database to be in order.
func verified(t testing.TB, path string) {
	t.Helper()
	e, err := Open(context.Background(), path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Verify(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// nothing is what a View does that only opens and closes.
func nothing(kv.Reader) error { return nil }
