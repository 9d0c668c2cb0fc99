package seal

// # The slots, for ever
//
// One value in the database, in clear, CBOR in core deterministic form:
//
//	{1: version (1),
//	 2: database id, 16 bytes,
//	 3: number of the data key with which values are sealed, 1 to 255,
//	 4: [slot, …], at most 64}
//
// A slot is {1: kind, 2: number of the data key it holds, 3: settings of its
// kind (bytes), 4: the wrapped key (bytes)}. A slot of a kind that is not
// known here is kept, byte for byte, and skipped. Any other change needs a new
// version.
//
// Kind 1, key file: settings are 8 bytes by which its key file is known,
// HKDF-SHA256(secret: key of the file, salt: database id, info: "muster 1 key
// file mark"); wrapped is nonce ‖ AES-256-GCM of the data key ‖ tag under
// HKDF(… "muster 1 key file slot"), associated data "muster 1 slot" ‖ id ‖
// kind ‖ number ‖ settings.
//
// Nothing of it needs to be believed: a slot that was changed opens nothing,
// and one cannot be made without the data key.

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/fxamacker/cbor/v2"
)

const (
	slotsVersion = 1
	maxSlots     = 64
	kindKeyFile  = 1
	markSize     = 8
)

type table struct {
	Version uint              `cbor:"1,keyasint"`
	ID      []byte            `cbor:"2,keyasint"`
	Key     uint              `cbor:"3,keyasint"`
	Slots   []cbor.RawMessage `cbor:"4,keyasint"`
}

type slot struct {
	Kind     uint   `cbor:"1,keyasint"`
	Key      uint   `cbor:"2,keyasint"`
	Settings []byte `cbor:"3,keyasint"`
	Wrapped  []byte `cbor:"4,keyasint"`
}

// strict refuses whatever has two readings.
func strict(unknown cbor.ExtraDecErrorCond) (cbor.DecMode, error) {
	return cbor.DecOptions{
		DupMapKey: cbor.DupMapKeyEnforcedAPF, ExtraReturnErrors: unknown, IndefLength: cbor.IndefLengthForbidden,
		TagsMd: cbor.TagsForbidden, MaxArrayElements: maxSlots, MaxMapPairs: 64, MaxNestedLevels: 8,
	}.DecMode()
}

func encode(v any) ([]byte, error) {
	mode, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		return nil, err
	}
	return mode.Marshal(v)
}

// parseSlots reads the value.
func parseSlots(b []byte) (t table, id ID, err error) {
	lenient, err := strict(cbor.ExtraDecErrorNone)
	if err != nil {
		return t, id, err
	}
	var version struct {
		Version uint `cbor:"1,keyasint"`
	}
	if err := lenient.Unmarshal(b, &version); err != nil {
		return t, id, fmt.Errorf("%w: key slots: %w", ErrTampered, err)
	}
	if version.Version > slotsVersion {
		return t, id, fmt.Errorf("%w: key slots of version %d", ErrNewer, version.Version)
	}
	exact, err := strict(cbor.ExtraDecErrorUnknownField)
	if err != nil {
		return t, id, err
	}
	if err := exact.Unmarshal(b, &t); err != nil {
		return t, id, fmt.Errorf("%w: key slots: %w", ErrTampered, err)
	}
	if t.Version != slotsVersion || len(t.ID) != len(id) || t.Key < 1 || t.Key > 255 {
		return t, id, fmt.Errorf("%w: key slots", ErrTampered)
	}
	if again, err := encode(t); err != nil || !bytes.Equal(again, b) {
		return t, id, fmt.Errorf("%w: key slots are not in their form", ErrTampered)
	}
	copy(id[:], t.ID)
	return t, id, nil
}

// SlotsID tells which database the slots belong to; no key is needed.
func SlotsID(slots []byte) (ID, error) {
	_, id, err := parseSlots(slots)
	return id, err
}

// Open opens the vault of a database with a key file.
func Open(slots []byte, k KeyFile) (*Vault, error) {
	t, id, err := parseSlots(slots)
	if err != nil {
		return nil, err
	}
	if id != k.ID {
		return nil, &OtherKeyError{Key: k.ID, Database: id}
	}
	raw, err := t.unwrap(k)
	if err != nil {
		return nil, err
	}
	v, err := newVault(id, byte(t.Key), raw)
	if err != nil {
		return nil, err
	}
	v.slot = t
	return v, nil
}

// Slots is the value to be kept in the database, in clear, for Open.
func (v *Vault) Slots() ([]byte, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return encode(v.slot)
}

// AddKeyFile lets one more key file, of the same database's id, open the
// vault. Slots has it then, and must be stored.
func (v *Vault) AddKeyFile(k KeyFile) error {
	if k.ID != v.id {
		return &OtherKeyError{Key: k.ID, Database: v.id}
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if len(v.slot.Slots) >= maxSlots {
		return ErrSlots
	}
	if _, err := v.slot.unwrap(k); !errors.Is(err, ErrWrongKey) {
		return errors.Join(ErrSlots, err)
	}
	mark, wrapping, err := k.keys()
	if err != nil {
		return err
	}
	aead, err := newAEAD(wrapping)
	if err != nil {
		return err
	}
	s := slot{Kind: kindKeyFile, Key: uint(v.key.number), Settings: mark}
	s.Wrapped = aead.Seal(nil, nil, v.key.raw, s.associated(v.id))
	raw, err := encode(s)
	if err != nil {
		return err
	}
	v.slot.Slots = append(v.slot.Slots, raw)
	return nil
}

// keys derives by what a slot for this key file is known and opened.
func (k KeyFile) keys() (mark, wrapping []byte, err error) {
	if mark, err = derive(k.key[:], k.ID, "muster 1 key file mark"); err != nil {
		return nil, nil, err
	}
	wrapping, err = derive(k.key[:], k.ID, "muster 1 key file slot")
	return mark[:markSize], wrapping, err
}

func (s slot) associated(id ID) []byte {
	b := append([]byte("muster 1 slot"), id[:]...)
	b = append(b, byte(s.Kind), byte(s.Key))
	return append(b, s.Settings...)
}

// unwrap finds the slot for a key file and takes the current data key out.
func (t table) unwrap(k KeyFile) ([]byte, error) {
	mark, wrapping, err := k.keys()
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(wrapping)
	if err != nil {
		return nil, err
	}
	for i, raw := range t.Slots {
		s, known, err := parseSlot(raw)
		if err != nil {
			return nil, fmt.Errorf("%w: key slot %d: %w", ErrTampered, i+1, err)
		}
		if !known || s.Key != t.Key || !bytes.Equal(s.Settings, mark) {
			continue
		}
		key, err := aead.Open(nil, nil, s.Wrapped, s.associated(k.ID))
		if err != nil || len(key) != keySize {
			return nil, fmt.Errorf("%w: key slot %d", ErrTampered, i+1)
		}
		return key, nil
	}
	return nil, ErrWrongKey
}

// parseSlot reads a slot, and answers false for one of an unknown kind.
func parseSlot(raw []byte) (s slot, known bool, err error) {
	lenient, err := strict(cbor.ExtraDecErrorNone)
	if err != nil {
		return s, false, err
	}
	var kind struct {
		Kind uint `cbor:"1,keyasint"`
	}
	if err := lenient.Unmarshal(raw, &kind); err != nil {
		return s, false, err
	}
	if kind.Kind != kindKeyFile {
		return s, false, nil
	}
	exact, err := strict(cbor.ExtraDecErrorUnknownField)
	if err != nil {
		return s, false, err
	}
	err = exact.Unmarshal(raw, &s)
	return s, err == nil, err
}
