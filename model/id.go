package model

import (
	"bytes"
	"encoding/base32"
	"errors"
)

// ID names a record for ever: 16 bytes that sort by the time they were made
// (48 bits of milliseconds, 80 of chance). It says nothing about what it names.
type ID [16]byte

// idText is Crockford's alphabet: no I, L, O, U to misread.
var idText = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// NewID makes an id from the time in milliseconds since 1970 and ten bytes of
// chance, which the caller draws.
func NewID(ms int64, chance [10]byte) ID {
	var id ID
	for i := range 6 {
		id[i] = byte(ms >> (40 - 8*i))
	}
	copy(id[6:], chance[:])
	return id
}

// IsZero reports whether id names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// String is the id as 26 letters and digits.
func (id ID) String() string { return idText.EncodeToString(id[:]) }

// Compare orders ids by the time they were made.
func (id ID) Compare(other ID) int { return bytes.Compare(id[:], other[:]) }

// ErrBadID is returned for text that is not an id.
var ErrBadID = errors.New("model: not an id")

// ParseID reads what String wrote, in either case.
func ParseID(s string) (ID, error) {
	var id ID
	if len(s) != 26 {
		return id, ErrBadID
	}
	b, err := idText.DecodeString(string(bytes.ToUpper([]byte(s))))
	if err != nil || len(b) != 16 {
		return id, ErrBadID
	}
	copy(id[:], b)
	if id.String() != string(bytes.ToUpper([]byte(s))) {
		return ID{}, ErrBadID
	}
	return id, nil
}

// MarshalText writes the id for JSON; no id is the empty text.
func (id ID) MarshalText() ([]byte, error) {
	if id.IsZero() {
		return nil, nil
	}
	return []byte(id.String()), nil
}

// UnmarshalText reads an id from JSON.
func (id *ID) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*id = ID{}
		return nil
	}
	v, err := ParseID(string(b))
	if err == nil {
		*id = v
	}
	return err
}
