package bolt

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"sync"
	"testing"
	"time"

	"muster/store/kv"
)

// TestTwoProcesses makes the file in several processes at once and counts in
// it from all.
func TestTwoProcesses(t *testing.T) {
	path := newPath(t)
	var children []child
	for range 3 {
		children = append(children, startChild(t, "count", path))
	}
	for _, c := range children {
		if err := c.Wait(); err != nil {
			t.Error(err)
		}
	}
	m, err := contents(opened(t, path))
	if err != nil || m["sum"] != "120" {
		t.Errorf("counted %s of 120: %v", m["sum"], err)
	}
	verified(t, path)
}

// TestCreateTogether makes the file in many goroutines at once; every one must
// come to have the same database.
func TestCreateTogether(t *testing.T) {
	for range 10 {
		path := newPath(t)
		var wg sync.WaitGroup
		for i := range 6 {
			wg.Go(func() {
				e, err := Open(context.Background(), path, Options{Create: true})
				if err == nil {
					err = put(e, fmt.Sprint(i), "here")
				}
				if err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if m, err := contents(opened(t, path)); err != nil || len(m) != 6 {
			t.Errorf("%v, %v", m, err)
		}
	}
}

// pairs is how many pairs of keys writeOn goes through.
const pairs = 50

// writeOn commits numbers for ever, each to a pair of keys far apart and to a
// third, and prints a number once its commit is acknowledged.
func writeOn(e *Engine) error {
	m, err := contents(e)
	if err != nil {
		return err
	}
	n, _ := strconv.Atoi(m["last"]) // none at first: 0
	for {
		n++
		s, key := strconv.Itoa(n), strconv.Itoa(n%pairs)
		if err := put(e, "a"+key, s, "z"+key, s, "last", s, "big"+key, fmt.Sprintf("%0*d", n%5000, n)); err != nil {
			return err
		}
		if _, err := fmt.Println(n); err != nil {
			return err
		}
	}
}

// savedBy reads what the writer says until it ends.
func savedBy(t *testing.T, c child) (saved int) {
	t.Helper()
	for c.lines.Scan() {
		n, err := strconv.Atoi(c.lines.Text())
		if err != nil {
			t.Fatal(err)
		}
		saved = n
	}
	return saved
}

// whole holds that what was said to be saved is there, and nothing half.
// saved is 0 if nothing was said.
func whole(t *testing.T, path string, saved int) {
	t.Helper()
	verified(t, path)
	m, err := contents(opened(t, path))
	if err != nil {
		t.Fatal(err)
	}
	last, _ := strconv.Atoi(m["last"]) // none at first: 0
	if saved > 0 && (last < saved || last > saved+1) {
		t.Fatalf("it said %d was saved; there is %q", saved, m["last"])
	}
	for i := range pairs {
		if a, z := m["a"+strconv.Itoa(i)], m["z"+strconv.Itoa(i)]; a != z {
			t.Fatalf("half a commit: %s and %s", a, z)
		}
	}
}

// TestKill kills a writer again and again. MUSTER_KILLS=10000 runs longer.
func TestKill(t *testing.T) {
	path := newPath(t)
	for range times(t, "MUSTER_KILLS", 30) {
		c := startChild(t, "write", path)
		c.lines.Scan() // it has begun
		time.Sleep(time.Duration(rand.IntN(20_000)) * time.Microsecond)
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		saved := savedBy(t, c)
		if err := c.Wait(); err == nil {
			t.Fatal("the writer ended by itself")
		}
		whole(t, path, saved)
	}
}

// TestKilledHolder kills a process that has the lock.
func TestKilledHolder(t *testing.T) {
	path := newPath(t)
	e := opened(t, path)
	if err := put(e, "a", "before"); err != nil {
		t.Fatal(err)
	}
	c := startChild(t, "hold", path)
	if !c.lines.Scan() {
		t.Fatal("the holder did not start")
	}
	read := make(chan error, 1)
	go func() {
		read <- e.View(context.Background(), func(kv.Reader) error { return nil })
	}()
	time.Sleep(20 * time.Millisecond)
	select {
	case err := <-read:
		t.Errorf("read in spite of the lock: %v", err)
	default:
	}
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := <-read; err != nil {
		t.Error(err)
	}
	if err := c.Wait(); err == nil {
		t.Error("the holder ended by itself")
	}
	if err := put(e, "a", "after"); err != nil {
		t.Error(err)
	}
}
