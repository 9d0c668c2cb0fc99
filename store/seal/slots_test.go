package seal

import (
	"bytes"
	"errors"
	"testing"

	"github.com/fxamacker/cbor/v2"
)

func TestTwoKeyFiles(t *testing.T) {
	v, first := testVault(t)
	second, stranger := newKeyFile(first.ID), newKeyFile(first.ID)
	if err := v.AddKeyFile(second); err != nil {
		t.Fatal(err)
	}
	slots := must(v.Slots())(t)
	sealed := v.Seal([]byte("k"), []byte("value"))
	for _, k := range []KeyFile{first, second} {
		w := must(Open(slots, k))(t)
		if got, err := w.Open([]byte("k"), sealed); err != nil || string(got) != "value" {
			t.Errorf("opened to %q, %v", got, err)
		}
	}
	if _, err := Open(slots, stranger); !errors.Is(err, ErrWrongKey) {
		t.Errorf("a stranger's key: %v", err)
	}
	var other *OtherKeyError
	if _, err := Open(slots, newKeyFile(NewID())); !errors.As(err, &other) || !errors.Is(err, ErrWrongKey) || other.Database != first.ID {
		t.Errorf("another database's key: %v", err)
	}
	if err := v.AddKeyFile(second); !errors.Is(err, ErrSlots) {
		t.Errorf("a second slot for the same key: %v", err)
	}
	if err := v.AddKeyFile(newKeyFile(NewID())); !errors.Is(err, ErrWrongKey) {
		t.Errorf("another database's key added: %v", err)
	}
	for len(v.slot.Slots) < maxSlots {
		if err := v.AddKeyFile(newKeyFile(first.ID)); err != nil {
			t.Fatal(err)
		}
	}
	if err := v.AddKeyFile(stranger); !errors.Is(err, ErrSlots) {
		t.Errorf("one slot too many: %v", err)
	}
	must(Open(must(v.Slots())(t), first))(t)
}

// TestUnknownKind keeps what a newer program added.
func TestUnknownKind(t *testing.T) {
	v, k := testVault(t)
	strange := must(encode(map[int]any{1: 2, 2: 1, 3: []byte("argon"), 4: []byte("wrapped"), 9: "more"}))(t)
	v.slot.Slots = append([]cbor.RawMessage{strange}, v.slot.Slots...)
	w := must(Open(must(v.Slots())(t), k))(t)
	if err := w.AddKeyFile(newKeyFile(k.ID)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(must(w.Slots())(t), strange) {
		t.Error("the slot of another kind is gone")
	}
}

func TestNewerSlots(t *testing.T) {
	v, k := testVault(t)
	v.slot.Version = 2
	if _, err := Open(must(v.Slots())(t), k); !errors.Is(err, ErrNewer) {
		t.Errorf("version 2: %v", err)
	}
}

// TestChangedSlots changes each bit: the vault stays shut, or (nothing that
// was changed being secret) opens to the same key.
func TestChangedSlots(t *testing.T) {
	v, k := testVault(t)
	slots := must(v.Slots())(t)
	for i := range slots {
		for bit := range 8 {
			bad := bytes.Clone(slots)
			bad[i] ^= 1 << bit
			if _, err := Open(bad, k); !errors.Is(err, ErrWrongKey) && !errors.Is(err, ErrTampered) && !errors.Is(err, ErrNewer) {
				t.Fatalf("byte %d bit %d: %v", i, bit, err)
			}
		}
	}
	for n := range len(slots) {
		if _, err := Open(slots[:n], k); !errors.Is(err, ErrTampered) {
			t.Fatalf("cut to %d: %v", n, err)
		}
	}
	if _, err := SlotsID(append(bytes.Clone(slots), 0)); !errors.Is(err, ErrTampered) {
		t.Errorf("one byte more: %v", err)
	}
	if id, err := SlotsID(slots); err != nil || id != k.ID {
		t.Errorf("id %s, %v", id, err)
	}
}

func FuzzSlots(f *testing.F) {
	v := readVectors(f)
	k := must(ParseKeyFile([]byte(v.KeyFile)))(f)
	f.Add(unhex(f, v.Slots))
	f.Add([]byte{0xa0})
	f.Fuzz(func(t *testing.T, b []byte) {
		v, err := Open(b, k)
		if err != nil {
			return
		}
		if again, err := v.Slots(); err != nil || !bytes.Equal(again, b) {
			t.Errorf("read and written: %x, %v", again, err)
		}
	})
}
