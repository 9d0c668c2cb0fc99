package seal

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

// An ID names a database. It is random and no secret; it tells which key file
// belongs to which database.
type ID [16]byte

// NewID makes one.
func NewID() (id ID) {
	rand.Read(id[:]) // never fails: it ends the program rather
	return id
}

// String is the id as in a key file: 8 groups of 4, of which the last 6 or 7
// signs are a checksum.
func (id ID) String() string { return grouped(append(id[:], id.check()...)) }

// Short is the first two groups, enough for a person to tell two apart.
func (id ID) Short() string { return id.String()[:9] }

// check is the first 4 bytes of SHA-256("muster database 1" ‖ id).
func (id ID) check() []byte {
	sum := sha256.Sum256(append([]byte("muster database 1"), id[:]...))
	return sum[:4]
}

// letters are the 32 signs of Crockford's base 32, which leaves out I, L, O
// and U so that print can be read back.
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

const groupLength = 4

func encoding() *base32.Encoding {
	return base32.NewEncoding(letters).WithPadding(base32.NoPadding)
}

// grouped writes bytes as signs in groups of four. Multiples of 5 bytes fill
// their last sign.
func grouped(b []byte) string {
	s := encoding().EncodeToString(b)
	var g strings.Builder
	for i := range len(s) {
		if i > 0 && i%groupLength == 0 {
			g.WriteByte('-')
		}
		g.WriteByte(s[i])
	}
	return g.String()
}
