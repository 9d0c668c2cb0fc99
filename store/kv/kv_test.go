package kv

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestExplain holds that every error has its two sentences in both languages,
// however it is wrapped.
func TestExplain(t *testing.T) {
	known := []error{
		ErrConflict, ErrTooBig, ErrUnknown, ErrBusy, ErrDamaged, ErrNewer, ErrReadOnly, ErrFull, ErrNotFound,
		ErrExists, ErrForeign, ErrEmpty, ErrDenied, ErrDisk, ErrClosed, &ConflictError{Key: []byte("k")},
	}
	for _, language := range []string{"en", "es"} {
		catalogue, err := os.ReadFile(filepath.Join("..", "..", "ui", "lang", language, "kv.po"))
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range known {
			m, ok := Explain(fmt.Errorf("saving: %w", err))
			if !ok || len(m.Args) != 0 {
				t.Errorf("%v: %v, %v", err, m, ok)
			}
			for _, id := range []string{m.ID, m.ID + ".do"} {
				if !bytes.Contains(catalogue, []byte(fmt.Sprintf("msgid %q\nmsgstr \"", id))) {
					t.Errorf("%s has no %s", language, id)
				}
			}
		}
	}
	for _, err := range []error{nil, ErrBatch, errors.New("another")} {
		if m, ok := Explain(err); ok {
			t.Errorf("%v is explained by %v", err, m)
		}
	}
	// What is open matters more than why.
	if m, _ := Explain(fmt.Errorf("%w: %w", ErrUnknown, ErrDisk)); m.ID != "kv.unknown" {
		t.Errorf("an unknown outcome is explained by %v", m)
	}
}

func TestConflictError(t *testing.T) {
	err := fmt.Errorf("saving: %w", &ConflictError{Key: []byte{0xab, 1}, Want: 3, Have: 5})
	if !errors.Is(err, ErrConflict) || errors.Is(err, ErrBusy) || !strings.Contains(err.Error(), "ab01") {
		t.Error(err)
	}
}

func TestOrderedLeavesTheBatch(t *testing.T) {
	b := Batch{Ops: []Op{Put([]byte("b"), nil), Delete([]byte("a"))}}
	ops, err := b.Ordered(Limits{Ops: 2, Checks: 1, Bytes: 10, Key: 1})
	if err != nil || string(ops[0].Key) != "a" || string(b.Ops[0].Key) != "b" {
		t.Errorf("%v, %v, %v", ops, b.Ops, err)
	}
}

func TestAfterPrefix(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		some := rapid.SliceOfN(rapid.SampledFrom([]byte{0, 1, 0xfe, 0xff}), 0, 4)
		prefix, key := some.Draw(t, "prefix"), some.Draw(t, "key")
		end := AfterPrefix(prefix)
		in := bytes.Compare(key, prefix) >= 0 && (end == nil || bytes.Compare(key, end) < 0)
		if in != bytes.HasPrefix(key, prefix) {
			t.Fatalf("end %x", end)
		}
	})
}
