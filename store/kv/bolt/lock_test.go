//go:build unix

package bolt

import (
	"context"
	"errors"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"muster/store/kv"
)

// held locks the file as another process would, until release is called.
func held(t *testing.T, path string, how int) (release func()) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Flock(int(f.Fd()), how); err != nil {
		t.Fatal(err)
	}
	return sync.OnceFunc(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
}

// waiting opens the database at path with a short wait.
func waiting(t *testing.T, path string, wait time.Duration) *Engine {
	t.Helper()
	e, err := Open(context.Background(), path, Options{Create: true, Wait: wait})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// downTo is how many goroutines there are, once they are no more than n or
// have had five seconds to end.
func downTo(n int) int {
	deadline := time.Now().Add(5 * time.Second)
	for runtime.NumGoroutine() > n && time.Now().Before(deadline) {
		time.Sleep(time.Millisecond)
	}
	return runtime.NumGoroutine()
}

func TestBusy(t *testing.T) {
	path := newPath(t)
	e := waiting(t, path, 30*time.Millisecond)
	release := held(t, path, syscall.LOCK_EX)
	before := runtime.NumGoroutine()
	for range maxWaiters + 2 { // the last ones find no place to sleep in
		if err := e.View(context.Background(), nothing); !errors.Is(err, kv.ErrBusy) {
			t.Errorf("View: %v", err)
		}
	}
	if err := put(e, "a", "b"); !errors.Is(err, kv.ErrBusy) {
		t.Errorf("Update: %v", err)
	}
	// One that has answered may still be on its way out.
	if n := downTo(before + maxWaiters); n > before+maxWaiters {
		t.Errorf("%d goroutines wait", n-before)
	}
	release()
	// Those left behind get the lock one after the other, and give it back.
	if n := downTo(before); n > before {
		t.Errorf("%d goroutines are left", n-before)
	}
	if err := put(e, "a", "b"); err != nil {
		t.Error(err)
	}
}

func TestContextEndsTheWait(t *testing.T) {
	path := newPath(t)
	e := waiting(t, path, time.Minute)
	defer held(t, path, syscall.LOCK_EX)()
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(10*time.Millisecond, cancel)
	if err := e.View(ctx, nothing); !errors.Is(err, context.Canceled) {
		t.Errorf("View: %v", err)
	}
	ctx, cancel = context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	if err := e.View(ctx, nothing); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("View: %v", err)
	}
}

// TestWaitsForTheLock begins while another has the lock; it must go on when
// that is given back.
func TestWaitsForTheLock(t *testing.T) {
	path := newPath(t)
	e := waiting(t, path, time.Minute)
	for name, act := range map[string]func() error{
		"View":   func() error { return e.View(context.Background(), nothing) },
		"Update": func() error { return put(e, "a", "b") },
		"Open": func() error {
			_, err := Open(context.Background(), path, Options{ReadOnly: true})
			return err
		},
	} {
		release := held(t, path, syscall.LOCK_EX)
		var released atomic.Bool
		time.AfterFunc(20*time.Millisecond, func() {
			released.Store(true)
			release()
		})
		if err := act(); err != nil || !released.Load() {
			t.Errorf("%s: %v, waited: %v", name, err, released.Load())
		}
	}
}

func TestReadersShare(t *testing.T) {
	path := newPath(t)
	e := waiting(t, path, 50*time.Millisecond)
	release := held(t, path, syscall.LOCK_SH)
	err := e.View(context.Background(), func(kv.Reader) error {
		return waiting(t, path, time.Second).View(context.Background(), nothing)
	})
	if err != nil {
		t.Errorf("a reader among readers: %v", err)
	}
	if err := put(e, "a", "b"); !errors.Is(err, kv.ErrBusy) {
		t.Errorf("a writer among readers: %v", err)
	}
	if _, err := e.Changed(context.Background()); err != nil {
		t.Errorf("Changed: %v", err)
	}
	release()
	defer held(t, path, syscall.LOCK_EX)()
	if _, err := e.Changed(context.Background()); err != nil {
		t.Errorf("Changed beside a writer: %v", err)
	}
}

// TestBoltKeepsOurLock makes sure that bbolt's own lock on the descriptor does
// not let go of ours, and that closing gives it back.
func TestBoltKeepsOurLock(t *testing.T) {
	path := newPath(t)
	e := waiting(t, path, time.Second)
	try := func(how int) error {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		return errors.Join(syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB), f.Close())
	}
	err := e.View(context.Background(), func(kv.Reader) error {
		if err := try(syscall.LOCK_EX); !errors.Is(err, syscall.EWOULDBLOCK) {
			t.Errorf("a writer got in beside a reader: %v", err)
		}
		return try(syscall.LOCK_SH)
	})
	if err != nil {
		t.Error(err)
	}
	_, err = e.Update(context.Background(), func(kv.Reader) (kv.Batch, error) {
		if err := try(syscall.LOCK_SH); !errors.Is(err, syscall.EWOULDBLOCK) {
			t.Errorf("a reader got in beside a writer: %v", err)
		}
		return kv.Batch{Ops: []kv.Op{kv.Put([]byte("a"), nil)}}, nil
	})
	if err != nil {
		t.Error(err)
	}
	if err := try(syscall.LOCK_EX); err != nil {
		t.Errorf("the lock was not given back: %v", err)
	}
}

// TestPanicOfTheCaller goes on as it was, and gives the lock back.
func TestPanicOfTheCaller(t *testing.T) {
	path := newPath(t)
	e := waiting(t, path, 100*time.Millisecond)
	if err := put(e, "a", "b"); err != nil {
		t.Fatal(err)
	}
	mine := errors.New("mine")
	panics := func(act func()) {
		t.Helper()
		defer func() {
			if p := recover(); p != mine {
				t.Errorf("recovered %v", p)
			}
		}()
		act()
	}
	ctx := context.Background()
	panics(func() { _ = e.View(ctx, func(kv.Reader) error { panic(mine) }) })
	panics(func() {
		_ = e.View(ctx, func(r kv.Reader) error {
			return r.Scan(nil, nil, func(kv.Item) (bool, error) { panic(mine) })
		})
	})
	panics(func() { _, _ = e.Update(ctx, func(kv.Reader) (kv.Batch, error) { panic(mine) }) })
	ended := make(chan bool)
	go func() {
		defer close(ended)
		_, _ = e.Update(ctx, func(kv.Reader) (kv.Batch, error) { runtime.Goexit(); return kv.Batch{}, nil })
	}()
	<-ended
	if err := put(e, "a", "c"); err != nil {
		t.Error(err)
	}
}
