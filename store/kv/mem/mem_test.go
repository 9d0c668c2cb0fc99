package mem_test

import (
	"context"
	"errors"
	"testing"

	"muster/store/kv"
	"muster/store/kv/kvtest"
	"muster/store/kv/mem"
)

func TestSuite(t *testing.T) {
	kvtest.Run(t, func(*testing.T) func() kv.Engine {
		e := mem.New(mem.Options{})
		return func() kv.Engine { return e.Again() }
	})
}

func TestSuiteTwice(t *testing.T) {
	kvtest.Run(t, func(*testing.T) func() kv.Engine {
		e := mem.New(mem.Options{Twice: true})
		return func() kv.Engine { return e.Again() }
	})
}

// write puts one key through fn.
func write(e kv.Engine, key string) error {
	_, err := e.Update(context.Background(), func(kv.Reader) (kv.Batch, error) {
		return kv.Batch{Ops: []kv.Op{kv.Put([]byte(key), []byte("v"))}}, nil
	})
	return err
}

func has(t *testing.T, e kv.Engine, key string) (found bool) {
	t.Helper()
	err := e.View(context.Background(), func(r kv.Reader) (err error) {
		_, found, err = r.Get([]byte(key))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestFailures(t *testing.T) {
	e := mem.New(mem.Options{})
	e.FailNext(mem.Before, kv.ErrFull)
	if err := write(e, "a"); !errors.Is(err, kv.ErrFull) || errors.Is(err, kv.ErrUnknown) || has(t, e, "a") {
		t.Errorf("before: %v, there: %v", err, has(t, e, "a"))
	}
	e.FailNext(mem.After, kv.ErrDisk)
	if err := write(e, "b"); !errors.Is(err, kv.ErrUnknown) || !errors.Is(err, kv.ErrDisk) || !has(t, e, "b") {
		t.Errorf("after: %v, there: %v", err, has(t, e, "b"))
	}
	if err := write(e, "c"); err != nil {
		t.Error(err)
	}
}

// TestOvertaken has somebody else write between a read and its commit.
func TestOvertaken(t *testing.T) {
	e := mem.New(mem.Options{})
	other, calls := e.Again(), 0
	_, err := e.Update(context.Background(), func(r kv.Reader) (kv.Batch, error) {
		calls++
		it, _, err := r.Get([]byte("a"))
		if calls < 3 {
			err = errors.Join(err, write(other, "a"))
		}
		return kv.Batch{Ops: []kv.Op{kv.Put([]byte("b"), it.Value)}}, err
	})
	if err != nil || calls != 3 {
		t.Errorf("%d calls: %v", calls, err)
	}
}

func TestReadsCountAsChecks(t *testing.T) {
	e := mem.New(mem.Options{})
	_, err := e.Update(context.Background(), func(r kv.Reader) (kv.Batch, error) {
		for i := range e.Limits().Checks + 1 {
			if _, _, err := r.Get([]byte{byte(i), 1}); err != nil {
				return kv.Batch{}, err
			}
		}
		return kv.Batch{Ops: []kv.Op{kv.Put([]byte("a"), nil)}}, nil
	})
	if !errors.Is(err, kv.ErrTooBig) {
		t.Error(err)
	}
}

func TestItemsAreSpoilt(t *testing.T) {
	e := mem.New(mem.Options{})
	if err := write(e, "a"); err != nil {
		t.Fatal(err)
	}
	var kept []byte
	err := e.View(context.Background(), func(r kv.Reader) error {
		it, _, err := r.Get([]byte("a"))
		kept = it.Value
		return err
	})
	if err != nil || string(kept) == "v" {
		t.Errorf("a kept value is still %q: %v", kept, err)
	}
}
