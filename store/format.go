package store

import (
	"encoding/binary"

	"github.com/fxamacker/cbor/v2"

	"muster/model"
	"muster/store/kv"
)

// The stored form. It is for ever: numbers are never used again for something
// else, and testdata keeps a database of each format that was released.
//
// Keys begin with one byte that says what lies there:
//
//	00 's'                      slots: the wrapped data key, the only value in clear
//	00 'h'                      head
//	KK id                       the record of kind KK (1–127, model.Kind) with that id
//	E0 rev                      journal entry of the act that made revision rev
//	E1 KK id rev                what the record was before that act (empty: it was not there)
//	E2 term KK id               index: the record can be found by the term; the value is empty
//
// id is 16 bytes, rev 8 bytes big-endian, term a keyed hash of 16 bytes
// (terms.go says of what). So no key tells anything but kinds and numbers.
//
// Values are CBOR (RFC 8949, core deterministic form, integer keys), sealed
// with their whole key as associated data. A record lies in an envelope.
const (
	// format is the newest schema that this program reads and writes. What
	// came with which, and what becomes of the old, is in needs.go.
	format = 3
	// indexForm is the form of the terms. A program that makes terms otherwise
	// has to make the whole index anew.
	indexForm = 1
)

const (
	atMeta    = 0x00
	atEntry   = 0xE0
	atImage   = 0xE1
	atIndex   = 0xE2
	lastKind  = 0x7F
	idLen     = 16
	recordLen = 1 + idLen
	entryLen  = 1 + 8
	imageLen  = 1 + recordLen + 8
	indexLen  = 1 + idLen + recordLen
)

var (
	slotsKey = []byte{atMeta, 's'}
	headKey  = []byte{atMeta, 'h'}
)

// envelope is a record's value.
type envelope struct {
	Schema uint64          `cbor:"1,keyasint"` // format of the body
	Needs  uint64          `cbor:"2,keyasint"` // lowest format whose programs may write over it
	Rev    model.Rev       `cbor:"3,keyasint"` // of the act that wrote it
	From   model.Rev       `cbor:"4,keyasint"` // of the act that first wrote this content; undo brings old content back
	Body   cbor.RawMessage `cbor:"5,keyasint"` // the model's struct
}

// head is the one value that every act rewrites.
type head struct {
	Format  uint64                `cbor:"1,keyasint"`           // newest format within
	Needs   uint64                `cbor:"2,keyasint"`           // lowest format whose programs may read this database
	ID      [idLen]byte           `cbor:"3,keyasint"`           // of the database, as its slots have it
	Rev     model.Rev             `cbor:"4,keyasint"`           // of the last act
	Counts  map[model.Kind]uint64 `cbor:"5,keyasint,omitempty"` // records of each kind
	Last    [32]byte              `cbor:"6,keyasint"`           // hash of the newest journal entry
	Entries uint64                `cbor:"7,keyasint,omitempty"` // journal entries
	Filling *filling              `cbor:"8,keyasint,omitempty"` // an import of everything under way
	Index   uint64                `cbor:"9,keyasint"`           // form of the index
	Writer  uint64                `cbor:"10,keyasint"`          // lowest format whose programs may write
}

// filling marks a database that is being filled (import.go): until the end
// nothing in it counts.
type filling struct {
	Token [idLen]byte `cbor:"1,keyasint"`
	At    int64       `cbor:"2,keyasint"` // last sign of life, hundredths of a second since 1970 UTC
}

// entry is an act in the journal.
type entry struct {
	Rev    model.Rev             `cbor:"1,keyasint"`
	At     int64                 `cbor:"2,keyasint"` // hundredths of a second since 1970 UTC
	Actor  string                `cbor:"3,keyasint"`
	Act    message               `cbor:"4,keyasint"`
	Items  cbor.RawMessage       `cbor:"5,keyasint,omitempty"` // []item
	Undoes model.Rev             `cbor:"6,keyasint,omitempty"`
	Redoes model.Rev             `cbor:"7,keyasint,omitempty"`
	Prev   [32]byte              `cbor:"8,keyasint"`            // SHA-256 of the entry before, as plain CBOR
	Counts map[model.Kind]uint64 `cbor:"9,keyasint,omitempty"`  // instead of items, when everything was brought in
	Mark   [idLen]byte           `cbor:"10,keyasint"`           // chance: tells this act from any other of that revision
	N      int                   `cbor:"11,keyasint,omitempty"` // number of items
}

// item is one record in an act.
type item struct {
	Kind    model.Kind `cbor:"1,keyasint"`
	ID      model.ID   `cbor:"2,keyasint"`
	Before  model.Rev  `cbor:"3,keyasint,omitempty"` // revision it had; 0: it was not there
	Image   []byte     `cbor:"4,keyasint,omitempty"` // SHA-256 of the sealed before-image
	Removed bool       `cbor:"5,keyasint,omitempty"`
	Wrote   model.Rev  `cbor:"6,keyasint,omitempty"` // the envelope's From afterwards; 0: removed
}

// message and argument are a model.Message; message.go turns one into the other.
type message struct {
	ID   string     `cbor:"1,keyasint"`
	Args []argument `cbor:"2,keyasint,omitempty"`
}

type argument struct {
	Name  string          `cbor:"1,keyasint,omitempty"`
	Type  uint8           `cbor:"2,keyasint"`
	Value cbor.RawMessage `cbor:"3,keyasint"`
}

func (h *head) empty() bool {
	for _, n := range h.Counts {
		if n > 0 {
			return false
		}
	}
	return true
}

func recordKey(r model.Ref) []byte {
	k := make([]byte, 0, recordLen)
	return append(append(k, byte(r.Kind)), r.ID[:]...)
}

// readRef reads kind and id from the end of a record's or an index's key.
func readRef(k []byte) model.Ref {
	r := model.Ref{Kind: model.Kind(k[0])}
	copy(r.ID[:], k[1:])
	return r
}

func entryKey(rev model.Rev) []byte {
	return binary.BigEndian.AppendUint64([]byte{atEntry}, uint64(rev))
}

// imagePrefix is before all images of the record.
func imagePrefix(r model.Ref) []byte {
	k := make([]byte, 0, imageLen)
	return append(append(append(k, atImage), byte(r.Kind)), r.ID[:]...)
}

func imageKey(r model.Ref, rev model.Rev) []byte {
	return binary.BigEndian.AppendUint64(imagePrefix(r), uint64(rev))
}

func keyRev(k []byte) model.Rev { return model.Rev(binary.BigEndian.Uint64(k[len(k)-8:])) }

// indexPrefix is before all records found by the term's hash.
func indexPrefix(hash [16]byte) []byte {
	k := make([]byte, 0, indexLen)
	return append(append(k, atIndex), hash[:]...)
}

func indexKey(hash [16]byte, r model.Ref) []byte {
	return append(append(indexPrefix(hash), byte(r.Kind)), r.ID[:]...)
}

// The one way CBOR is written, and the two in which it is read: strictly, and,
// for records of a newer program, leaving out what is not known.
var (
	encoder = func() cbor.EncMode {
		m, err := cbor.CoreDetEncOptions().EncMode()
		if err != nil {
			panic(err) // the options are constant
		}
		return m
	}()
	strict  = decoder(cbor.ExtraDecErrorUnknownField)
	lenient = decoder(cbor.ExtraDecErrorNone)
)

func decoder(extra cbor.ExtraDecErrorCond) cbor.DecMode {
	m, err := cbor.DecOptions{
		DupMapKey:         cbor.DupMapKeyEnforcedAPF,
		IndefLength:       cbor.IndefLengthForbidden,
		TagsMd:            cbor.TagsForbidden,
		ExtraReturnErrors: extra,
		MaxArrayElements:  1 << 21,
	}.DecMode()
	if err != nil {
		panic(err) // the options are constant
	}
	return m
}

// encode panics on what cannot be: every struct given to it is of this package
// or the model's.
func encode(v any) []byte {
	b, err := encoder.Marshal(v)
	if err != nil {
		panic("store: encode: " + err.Error())
	}
	return b
}

// decode reads a value of this format strictly. What was unsealed but cannot
// be read was written by another program or is damaged.
func decode(b []byte, v any) error {
	if err := strict.Unmarshal(b, v); err != nil {
		return damaged(err)
	}
	return nil
}

// record is the envelope's content. A body of a newer format is read without
// what is not known; it must not be written back.
func (e *envelope) record(k model.Kind) (model.Record, error) {
	rec := k.New()
	if rec == nil {
		return nil, &NewerError{}
	}
	mode := strict
	if e.Schema > format {
		mode = lenient
	}
	if err := mode.Unmarshal(e.Body, rec); err != nil {
		return nil, damaged(err)
	}
	if e.Schema < format {
		renew(rec)
	}
	return rec, nil
}

// put seals value for the key.
func (s *Store) put(key, value []byte) kv.Op { return kv.Put(key, s.vault.Seal(key, value)) }
