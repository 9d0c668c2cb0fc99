package seal

// # A sealed value, for ever
//
//	1 byte    version: 1
//	1 byte    number of the data key that sealed it, 1 to 255
//	12 bytes  nonce, random
//	n bytes   AES-256-GCM of the padded value
//	16 bytes  tag
//
// Associated data: the two first bytes ‖ the key under which the value lies in
// the database. The padded value is: length of the value as an unsigned
// varint in its shortest form ‖ value ‖ zeros up to a multiple of 64 bytes.
//
// The AES key is HKDF-SHA256(secret: data key, salt: database id, info:
// "muster 1 records"). A key must seal no more than 2^32 values, since nonces
// are random.

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/binary"
	"fmt"
)

const (
	valueVersion = 1
	headSize     = 2
	gcmSize      = 12 + 16 // nonce and tag
	padStep      = 64
)

// SealedSize is how long a value of n bytes is when it is sealed.
func SealedSize(n int) int { return headSize + gcmSize + paddedSize(n) }

func paddedSize(n int) int {
	n += len(binary.AppendUvarint(make([]byte, 0, binary.MaxVarintLen64), uint64(n)))
	return (n + padStep - 1) / padStep * padStep
}

// newAEAD makes the cipher of a 32-byte key.
func newAEAD(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithRandomNonce(block)
}

// associated is what a value is bound to. buf saves an allocation.
func associated(buf []byte, keyNumber byte, key []byte) []byte {
	return append(append(buf, valueVersion, keyNumber), key...)
}

// sealValue seals plain for the place key.
func sealValue(aead cipher.AEAD, number byte, key, plain []byte) []byte {
	out := make([]byte, headSize, SealedSize(len(plain)))
	out[0], out[1] = valueVersion, number
	padded := binary.AppendUvarint(out, uint64(len(plain)))
	padded = append(padded, plain...)
	padded = padded[headSize : headSize+paddedSize(len(plain))] // make left zeros there
	var buf [96]byte
	return aead.Seal(out, nil, padded, associated(buf[:0], number, key))
}

// openValue undoes sealValue.
func openValue(aead cipher.AEAD, number byte, key, sealed []byte) ([]byte, error) {
	var buf [96]byte
	padded, err := aead.Open(nil, nil, sealed[headSize:], associated(buf[:0], number, key))
	if err != nil {
		return nil, ErrTampered
	}
	n, used := binary.Uvarint(padded)
	if used <= 0 || n > uint64(len(padded)-used) || len(padded) != paddedSize(int(n)) {
		return nil, fmt.Errorf("%w: length", ErrTampered)
	}
	for _, b := range padded[used+int(n):] {
		if b != 0 {
			return nil, fmt.Errorf("%w: padding", ErrTampered)
		}
	}
	return padded[used : used+int(n) : used+int(n)], nil
}
