// Package kvtest is the suite that every engine passes. Whatever the store
// relies on is here; an engine's own tests are about its file.
package kvtest

import (
	"context"
	"testing"

	"muster/store/kv"
)

// Open makes an empty database and answers a function that opens one more
// engine on it, as another process would. Both are for one test.
type Open func(t *testing.T) (again func() kv.Engine)

// Run runs the suite.
func Run(t *testing.T, open Open) {
	for _, c := range []struct {
		name string
		test func(*testing.T, Open)
	}{
		{"empty", testEmpty},
		{"put, get, delete", testPutGetDelete},
		{"scan", testScan},
		{"scan by pages", testPages},
		{"scan stops", testScanStops},
		{"all or nothing", testAllOrNothing},
		{"checks", testChecks},
		{"no change, no commit", testNoChange},
		{"limits", testLimits},
		{"malformed batch", testMalformed},
		{"items in the batch", testItemsInBatch},
		{"one revision", testOneRevision},
		{"changed", testChanged},
		{"no lost update", testNoLostUpdate},
		{"context", testContext},
		{"close", testClose},
		{"model", testModel},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, open) })
	}
}

// put commits ops and fails the test if it cannot.
func put(t testing.TB, e kv.Engine, ops ...kv.Op) kv.Rev {
	t.Helper()
	rev, err := e.Update(context.Background(), func(kv.Reader) (kv.Batch, error) { return kv.Batch{Ops: ops}, nil })
	if err != nil {
		t.Fatalf("Update: %v", err)
	}
	return rev
}

// set is the op that puts a text.
func set(key, value string) kv.Op { return kv.Put([]byte(key), []byte(value)) }

// entry is an item that can be compared.
type entry struct {
	Key, Value string
	Rev        kv.Rev
}

func entryOf(it kv.Item) entry { return entry{string(it.Key), string(it.Value), it.Rev} }

// all reads everything, upwards.
func all(t testing.TB, e kv.Engine) []entry {
	t.Helper()
	got, _ := scan(t, e, "", "", false, 0)
	return got
}

// scan reads at most n (0: all) items, and the revision.
func scan(t testing.TB, e kv.Engine, prefix, from string, reverse bool, n int) (got []entry, rev kv.Rev) {
	t.Helper()
	var bound []byte
	if from != "" {
		bound = []byte(from)
	}
	err := e.View(context.Background(), func(r kv.Reader) error {
		got, rev = nil, r.Rev()
		walk := r.Scan
		if reverse {
			walk = r.ScanReverse
		}
		return walk([]byte(prefix), bound, func(it kv.Item) (bool, error) {
			got = append(got, entryOf(it))
			return len(got) != n, nil
		})
	})
	if err != nil {
		t.Fatalf("scan: %v", err)
	}
	return got, rev
}

// get reads one key.
func get(t testing.TB, e kv.Engine, key string) (got entry, found bool) {
	t.Helper()
	err := e.View(context.Background(), func(r kv.Reader) error {
		it, ok, err := r.Get([]byte(key))
		got, found = entryOf(it), ok
		return err
	})
	if err != nil {
		t.Fatalf("get: %v", err)
	}
	return got, found
}
