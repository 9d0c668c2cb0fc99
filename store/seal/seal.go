// Package seal keeps what is stored unreadable without the key, and shows
// when it was changed from outside. It is the only code that sees a key.
//
// Values are sealed with AES-256-GCM from the standard library, bound to the
// key under which they lie, so that none can be moved. The database's random
// data key lies in the database itself, wrapped once for each who may open it
// (slots); today that is a key file.
//
// What it does not hide: how many values there are, roughly how long they are,
// when they change. It cannot notice that a whole database was replaced by an
// older copy of itself. No policy (which file, where, who) may enter here.
package seal

import (
	"errors"
	"fmt"

	"muster/model"
)

// What can go wrong. Find them with errors.Is; none carries anything secret.
var (
	// ErrNoKey: there is no key file at that place.
	ErrNoKey = errors.New("seal: no key file there")

	// ErrKeyExists: there is a file at that place already; it is left alone.
	ErrKeyExists = errors.New("seal: a key file is there already")

	// ErrKeyAccess: the system does not let the key file be read or made.
	ErrKeyAccess = errors.New("seal: cannot get at the key file")

	// ErrKeyFile: the text is no key file. errors.As finds the *KeyFileError,
	// which names the place.
	ErrKeyFile = errors.New("seal: not a key file")

	// ErrWrongKey: the key does not open this database. If it is another
	// database's, errors.As finds the *OtherKeyError.
	ErrWrongKey = errors.New("seal: the key does not open this database")

	// ErrTampered: what was sealed was damaged or changed since, or lies under
	// another key than it was sealed for. Nothing of it is ever shown.
	ErrTampered = errors.New("seal: damaged or tampered with")

	// ErrNewer: sealed in a way that a newer program knows.
	ErrNewer = errors.New("seal: made by a newer program")

	// ErrSlots: no more slots can be added, or there is one for this key.
	ErrSlots = errors.New("seal: no room for this key")
)

// OtherKeyError says that a key file belongs to another database.
type OtherKeyError struct{ Key, Database ID }

func (e *OtherKeyError) Error() string {
	return fmt.Sprintf("%v: it is that of %s, not of %s", ErrWrongKey, e.Key.Short(), e.Database.Short())
}

// Is makes errors.Is(err, ErrWrongKey) true.
func (e *OtherKeyError) Is(target error) bool { return target == ErrWrongKey }

// Explain is the error in the user's words: what is wrong, and with ".do"
// after the message's id, what to do. It answers false for an error that is
// not of this package.
func Explain(err error) (model.Message, bool) {
	var file *KeyFileError
	if errors.As(err, &file) {
		return file.Message, true
	}
	var other *OtherKeyError
	if errors.As(err, &other) {
		return model.Say("seal.otherkey", "key", other.Key.Short(), "database", other.Database.Short()), true
	}
	for _, e := range []struct {
		err error
		id  string
	}{
		{ErrNoKey, "seal.nokey"},
		{ErrKeyExists, "seal.keyexists"},
		{ErrKeyAccess, "seal.keyaccess"},
		{ErrWrongKey, "seal.wrongkey"},
		{ErrTampered, "seal.tampered"},
		{ErrNewer, "seal.newer"},
		{ErrSlots, "seal.slots"},
	} {
		if errors.Is(err, e.err) {
			return model.Say(e.id), true
		}
	}
	return model.Message{}, false
}
