package seal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// TestExplain holds that every error has its two sentences in both languages.
func TestExplain(t *testing.T) {
	known := []error{
		ErrNoKey, ErrKeyExists, ErrKeyAccess, ErrWrongKey, ErrTampered, ErrNewer, ErrSlots, &OtherKeyError{},
		badLine(0, "size"), badLine(0, "text"), badLine(1, "head"), badLine(2, "unknown"), badLine(3, "twice", "before", 2),
		badLine(0, "missing", "name", "1"), badLine(4, "sign", "place", 1), badLine(4, "length", "have", 1, "want", 2), badLine(4, "check"),
	}
	for _, language := range []string{"en", "es"} {
		catalogue, err := os.ReadFile(filepath.Join("..", "..", "ui", "lang", language, "seal.po"))
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range known {
			m, ok := Explain(fmt.Errorf("opening: %w", err))
			if !ok {
				t.Errorf("%v is not explained", err)
			}
			for _, id := range []string{m.ID, m.ID + ".do"} {
				if !bytes.Contains(catalogue, []byte(fmt.Sprintf("msgid %q\nmsgstr \"", id))) {
					t.Errorf("%s has no %s", language, id)
				}
			}
		}
		if !bytes.Contains(catalogue, []byte("msgid \"seal.note\"\nmsgstr \"")) {
			t.Errorf("%s has no seal.note", language)
		}
	}
	for _, err := range []error{nil, errors.New("another")} {
		if m, ok := Explain(err); ok {
			t.Errorf("%v is explained by %v", err, m)
		}
	}
}
