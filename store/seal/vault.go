package seal

import (
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"sync"
)

// A Vault seals and opens the values of one database. Its methods may be
// called from several goroutines.
type Vault struct {
	id   ID
	key  dataKey // there is one; a later program may keep several
	mu   sync.Mutex
	slot table // guarded by mu
}

// dataKey is a random key of 32 bytes and what is derived from it.
type dataKey struct {
	number  byte
	raw     []byte
	records cipher.AEAD
	lookup  []byte
}

const (
	keySize  = 32
	firstKey = 1 // number of a new database's data key
)

// NewVault makes the keys of a new database, to be opened with that key file,
// whose id becomes the database's.
func NewVault(k KeyFile) (*Vault, error) {
	raw := make([]byte, keySize)
	rand.Read(raw) // never fails: it ends the program rather
	v, err := newVault(k.ID, firstKey, raw)
	if err != nil {
		return nil, err
	}
	v.slot = table{Version: slotsVersion, ID: k.ID[:], Key: firstKey}
	return v, v.AddKeyFile(k)
}

// newVault derives what a vault needs.
func newVault(id ID, number byte, raw []byte) (*Vault, error) {
	records, err := derive(raw, id, "muster 1 records")
	if err != nil {
		return nil, err
	}
	lookup, err := derive(raw, id, "muster 1 lookup")
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(records)
	if err != nil {
		return nil, err
	}
	return &Vault{id: id, key: dataKey{number, raw, aead, lookup}}, nil
}

// derive makes a 32-byte key for one purpose.
func derive(secret []byte, id ID, purpose string) ([]byte, error) {
	return hkdf.Key(sha256.New, secret, id[:], purpose, keySize)
}

// ID is the database's.
func (v *Vault) ID() ID { return v.id }

// String keeps the keys out of what is printed.
func (v *Vault) String() string { return "vault of " + v.id.Short() }

// GoString keeps them out of what is printed for programmers.
func (v *Vault) GoString() string { return v.String() }

// Seal seals a value that will lie under key in the database. The answer is
// SealedSize(len(plain)) bytes long and differs each time.
func (v *Vault) Seal(key, plain []byte) []byte {
	return sealValue(v.key.records, v.key.number, key, plain)
}

// Open undoes Seal. The answer is the caller's own. Anything that is not
// exactly what was sealed for this key and database is ErrTampered.
func (v *Vault) Open(key, sealed []byte) ([]byte, error) {
	if len(sealed) < headSize+gcmSize {
		return nil, fmt.Errorf("%w: %d bytes", ErrTampered, len(sealed))
	}
	// A newer program's values come with a newer database format, which is
	// refused before; so a strange number here is damage.
	if sealed[0] != valueVersion || sealed[1] != v.key.number {
		return nil, fmt.Errorf("%w: version %d, key %d", ErrTampered, sealed[0], sealed[1])
	}
	return openValue(v.key.records, v.key.number, key, sealed)
}

// Lookup is a keyed hash, for keys by which something must be found again
// without its name being readable: HMAC-SHA256 under the key "muster 1
// lookup", cut to 16 bytes, of the domain (what kind of thing this is) and the
// parts, each with its length as 8 bytes, big endian, before it. It is the
// same for ever in one database, and another in each.
func (v *Vault) Lookup(domain string, parts ...string) (sum [16]byte) {
	mac := hmac.New(sha256.New, v.key.lookup)
	var length [8]byte
	write := func(s string) {
		binary.BigEndian.PutUint64(length[:], uint64(len(s)))
		mac.Write(length[:])
		mac.Write([]byte(s))
	}
	write(domain)
	for _, p := range parts {
		write(p)
	}
	copy(sum[:], mac.Sum(nil))
	return sum
}
