package kvtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/store/kv"
)

// refused commits the batch, which must come to nothing with that error.
func refused(t *testing.T, e kv.Engine, b kv.Batch, want error) error {
	t.Helper()
	before, was := scan(t, e, "", "", false, 0)
	_, err := e.Update(context.Background(), func(kv.Reader) (kv.Batch, error) { return b, nil })
	if !errors.Is(err, want) {
		t.Errorf("error %v, want %v", err, want)
	}
	after, is := scan(t, e, "", "", false, 0)
	if !cmp.Equal(before, after) || was != is {
		t.Errorf("it left something behind, revision %d: %s", is, cmp.Diff(before, after))
	}
	return err
}

func testAllOrNothing(t *testing.T, open Open) {
	e := open(t)()
	put(t, e, set("a", "old"))
	refused(t, e, kv.Batch{
		Checks: []kv.Check{{Key: []byte("z"), Rev: 7}},
		Ops:    []kv.Op{set("a", "new"), set("b", "new")},
	}, kv.ErrConflict)
	giveUp := errors.New("changed my mind")
	_, err := e.Update(context.Background(), func(kv.Reader) (kv.Batch, error) {
		return kv.Batch{Ops: []kv.Op{set("a", "new")}}, giveUp
	})
	if err != giveUp {
		t.Errorf("the func's error came back as %v", err)
	}
	if got, _ := get(t, e, "a"); got.Value != "old" {
		t.Errorf("a is %q", got.Value)
	}
}

func testChecks(t *testing.T, open Open) {
	e := open(t)()
	one := put(t, e, set("a", "1"))
	two := put(t, e, set("b", "2"))
	check := func(key string, rev kv.Rev) kv.Batch {
		return kv.Batch{Checks: []kv.Check{{Key: []byte(key), Rev: rev}}, Ops: []kv.Op{set("x", key)}}
	}
	for _, c := range []struct {
		key        string
		want, have kv.Rev
	}{{"a", two, one}, {"a", 0, one}, {"c", one, 0}} {
		err := refused(t, e, check(c.key, c.want), kv.ErrConflict)
		var conflict *kv.ConflictError
		if !errors.As(err, &conflict) || string(conflict.Key) != c.key || conflict.Want != c.want || conflict.Have != c.have {
			t.Errorf("check %v: %#v", c, err)
		}
	}
	for _, b := range []kv.Batch{check("a", one), check("c", 0), check("x", 0)} {
		b.Ops[0] = set("y", "")
		if _, err := e.Update(context.Background(), func(kv.Reader) (kv.Batch, error) { return b, nil }); err != nil {
			t.Errorf("check %v: %v", b.Checks, err)
		}
	}
	// A deleted key is as if it had never been.
	put(t, e, kv.Delete([]byte("a")))
	refused(t, e, check("a", one), kv.ErrConflict)
	put(t, e, set("a", "again"))
	refused(t, e, check("a", one), kv.ErrConflict)
}

func testNoChange(t *testing.T, open Open) {
	e := open(t)()
	rev := put(t, e, set("a", "1"))
	stamp, err := e.Changed(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if got := put(t, e); got != rev {
		t.Errorf("an empty batch made revision %d of %d", got, rev)
	}
	if got := put(t, e, kv.Delete([]byte("nobody"))); got != rev {
		t.Errorf("deleting nothing made revision %d of %d", got, rev)
	}
	if now, err := e.Changed(context.Background()); err != nil || now != stamp {
		t.Errorf("stamp %v, was %v: %v", now, stamp, err)
	}
	refused(t, e, kv.Batch{Checks: []kv.Check{{Key: []byte("a"), Rev: rev + 1}}}, kv.ErrConflict)
	if got := put(t, e, set("a", "1")); got <= rev {
		t.Error("writing the same again is a commit too")
	}
}

func testLimits(t *testing.T, open Open) {
	e := open(t)()
	l := e.Limits()
	many := make([]kv.Op, l.Ops+1)
	for i := range many {
		many[i] = set(fmt.Sprintf("k%08d", i), "")
	}
	refused(t, e, kv.Batch{Ops: many}, kv.ErrTooBig)
	put(t, e, many[:min(l.Ops, 1000)]...)
	long := bytes.Repeat([]byte("k"), l.Key+1)
	refused(t, e, kv.Batch{Ops: []kv.Op{kv.Put(long, nil)}}, kv.ErrTooBig)
	put(t, e, kv.Put(long[:l.Key], nil))
	big := make([]byte, l.Bytes)
	refused(t, e, kv.Batch{Ops: []kv.Op{kv.Put([]byte("k"), big)}}, kv.ErrTooBig)
	refused(t, e, kv.Batch{Ops: []kv.Op{kv.Put([]byte("k"), big[:l.Bytes/2]), kv.Put([]byte("l"), big[:l.Bytes/2])}}, kv.ErrTooBig)
	if l.Bytes > 1<<20 {
		big = big[:1<<20]
	}
	put(t, e, kv.Put([]byte("k"), big[:len(big)-1]))
	if got, _ := get(t, e, "k"); len(got.Value) != len(big)-1 {
		t.Errorf("a big value came back with %d bytes", len(got.Value))
	}
}

func testMalformed(t *testing.T, open Open) {
	e := open(t)()
	put(t, e, set("a", ""))
	for _, b := range []kv.Batch{
		{Ops: []kv.Op{set("", "v")}},
		{Ops: []kv.Op{set("k", "1"), set("l", ""), set("k", "2")}},
		{Ops: []kv.Op{set("k", "1"), kv.Delete([]byte("k"))}},
		{Ops: []kv.Op{{Key: []byte("a"), Value: []byte("v"), Delete: true}}},
		{Checks: []kv.Check{{}}, Ops: []kv.Op{set("k", "")}},
	} {
		refused(t, e, b, kv.ErrBatch)
	}
}

// testItemsInBatch passes what was read on as it is.
func testItemsInBatch(t *testing.T, open Open) {
	e := open(t)()
	put(t, e, set("a", strings.Repeat("x", 200)), set("b", "y"))
	_, err := e.Update(context.Background(), func(r kv.Reader) (kv.Batch, error) {
		var b kv.Batch
		err := r.Scan(nil, nil, func(it kv.Item) (bool, error) {
			b.Checks = append(b.Checks, kv.Check{Key: it.Key, Rev: it.Rev})
			b.Ops = append(b.Ops, kv.Delete(it.Key), kv.Put(append([]byte("old "), it.Key...), it.Value))
			return true, nil
		})
		return b, err
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, it := range all(t, e) {
		got = append(got, it.Key+"="+it.Value)
	}
	if want := []string{"old a=" + strings.Repeat("x", 200), "old b=y"}; !cmp.Equal(got, want) {
		t.Error(cmp.Diff(want, got))
	}
}

func testContext(t *testing.T, open Open) {
	e := open(t)()
	rev := put(t, e, set("a", "1"))
	ctx, cancel := context.WithCancel(context.Background())
	_, err := e.Update(ctx, func(kv.Reader) (kv.Batch, error) {
		cancel()
		return kv.Batch{Ops: []kv.Op{set("a", "2")}}, nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("given up in the middle: %v", err)
	}
	called := false
	if err := e.View(ctx, func(kv.Reader) error { called = true; return nil }); !errors.Is(err, context.Canceled) || called {
		t.Errorf("View after the end: %v, called %v", err, called)
	}
	if _, err := e.Changed(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Changed after the end: %v", err)
	}
	if got, _ := get(t, e, "a"); got != (entry{"a", "1", rev}) {
		t.Errorf("a is %v", got)
	}
}

func testClose(t *testing.T, open Open) {
	again := open(t)
	e, other := again(), again()
	put(t, e, set("a", "kept"))
	for range 2 {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	}
	ctx := context.Background()
	if err := e.View(ctx, func(kv.Reader) error { return nil }); !errors.Is(err, kv.ErrClosed) {
		t.Errorf("View: %v", err)
	}
	if _, err := e.Update(ctx, func(kv.Reader) (kv.Batch, error) { return kv.Batch{}, nil }); !errors.Is(err, kv.ErrClosed) {
		t.Errorf("Update: %v", err)
	}
	if _, err := e.Changed(ctx); !errors.Is(err, kv.ErrClosed) {
		t.Errorf("Changed: %v", err)
	}
	for _, e := range []kv.Engine{other, again()} {
		if got, _ := get(t, e, "a"); got.Value != "kept" {
			t.Errorf("another has %v", got)
		}
	}
}
