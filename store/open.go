package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
	"unicode/utf8"

	"muster/model"
	"muster/store/kv"
	"muster/store/kv/bolt"
	"muster/store/seal"
)

// Options say which database to open, with which key, and as whom.
type Options struct {
	Path string // the database's file

	// KeyDir is the folder of key files; that of a database is <its id>.key.
	// KeyFile, if it is not "", is the one to take instead.
	KeyDir  string
	KeyFile string
	KeyNote string // for people: what a new key file says of itself, in its comment lines

	Create   bool   // make the database and its key file if there is none
	ReadOnly bool   // refuse every act
	Actor    string // whose acts they are; may be said later (SetActor)

	Wait time.Duration // how long to wait for another process; 0 is the engine's own
	Poll time.Duration // how often Watch looks for acts of other processes; 0 is 900 ms
	Now  func() time.Time
	Rand io.Reader // chance for ids and marks; it must not fail. nil is the system's
}

// A Store is an open database. It may be used from several goroutines.
type Store struct {
	o       Options
	eng     kv.Engine
	file    *bolt.Engine // the same, when it is a file
	made    bool         // the database was made by Open
	key     string       // path of the key file
	madeKey bool         // so was the key file
	loose   bool         // others than its owner may read the key file

	atOnce int // writes of one commit of ImportAll; tests lower it
	vault  *seal.Vault

	mu    sync.Mutex
	actor string
	ids   ids
	moved chan struct{} // closed and replaced after each act of this store
}

// Open opens a database, or makes it if o.Create is set and there is none. A
// new database gets a key file of its own, which is on the disk before the
// database is.
//
// Errors are those of kv (kv.ErrNotFound, kv.ErrForeign, kv.ErrDamaged,
// kv.ErrNewer, kv.ErrDenied, kv.ErrBusy …) and seal (seal.ErrNoKey,
// seal.ErrWrongKey …), a *NewerError, or a *model.Problem about the actor.
func Open(ctx context.Context, o Options) (*Store, error) {
	_, missing := os.Stat(o.Path)
	eng, err := bolt.Open(ctx, o.Path, bolt.Options{Create: o.Create && !o.ReadOnly, ReadOnly: o.ReadOnly, Wait: o.Wait})
	if err != nil {
		return nil, err
	}
	s, err := attach(ctx, eng, o)
	if err != nil {
		if errors.Is(missing, fs.ErrNotExist) {
			err = errors.Join(err, removeUnfinished(context.WithoutCancel(ctx), eng))
		}
		return nil, errors.Join(err, eng.Close())
	}
	s.file = eng
	return s, nil
}

// attach makes a store over an engine.
func attach(ctx context.Context, eng kv.Engine, o Options) (*Store, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Rand == nil {
		o.Rand = rand.Reader
	}
	if o.Poll <= 0 {
		o.Poll = 900 * time.Millisecond
	}
	s := &Store{o: o, eng: eng, moved: make(chan struct{}), atOnce: importWrites}
	s.ids.now, s.ids.rand = o.Now, o.Rand
	if o.Actor != "" {
		if err := s.SetActor(o.Actor); err != nil {
			return nil, err
		}
	}
	slots, err := s.slots(ctx)
	if err == nil && slots == nil {
		if !o.Create || o.ReadOnly {
			return nil, fmt.Errorf("%w: it was never finished", kv.ErrNotFound)
		}
		slots, err = s.create(ctx)
	}
	if err == nil {
		err = s.unlock(slots)
	}
	if err == nil {
		err = s.settle(ctx)
	}
	if err != nil {
		return nil, err
	}
	return s, nil
}

// slots reads the wrapped data key; nil in a file without any.
func (s *Store) slots(ctx context.Context) (slots []byte, err error) {
	err = s.eng.View(ctx, func(r kv.Reader) error {
		it, found, err := r.Get(slotsKey)
		if found {
			slots = append([]byte{}, it.Value...)
		}
		return err
	})
	return slots, err
}

// create writes the first values of a new database. If another process is
// quicker, its database counts.
func (s *Store) create(ctx context.Context) ([]byte, error) {
	id := seal.NewID()
	path := s.keyPath(id)
	kf, err := seal.CreateKeyFile(path, id, s.o.KeyNote)
	fresh := err == nil
	s.madeKey = fresh
	if errors.Is(err, seal.ErrKeyExists) && s.o.KeyFile != "" {
		kf, err = seal.ReadKeyFile(path) // a key file made beforehand
	}
	if err != nil {
		return nil, err
	}
	if s.vault, err = seal.NewVault(kf); err != nil {
		return nil, err
	}
	slots, err := s.vault.Slots()
	if err != nil {
		return nil, err
	}
	first := head{Format: 1, Needs: 1, Writer: 1, ID: s.vault.ID(), Index: indexForm}
	_, err = s.eng.Update(ctx, func(kv.Reader) (kv.Batch, error) {
		return kv.Batch{
			Checks: []kv.Check{{Key: slotsKey}, {Key: headKey}},
			Ops:    []kv.Op{kv.Put(slotsKey, slots), s.put(headKey, encode(first))},
		}, nil
	})
	if errors.Is(err, kv.ErrConflict) {
		if fresh { // its own key file opens nothing
			if err := os.Remove(path); err != nil {
				return nil, fmt.Errorf("%w: key file left over", kv.ErrDisk)
			}
		}
		return s.slots(ctx)
	}
	s.made = err == nil
	return slots, err
}

func (s *Store) keyPath(id seal.ID) string {
	if s.o.KeyFile != "" {
		return s.o.KeyFile
	}
	return filepath.Join(s.o.KeyDir, id.String()+".key")
}

// unlock opens the vault with the key file of the slots' database.
func (s *Store) unlock(slots []byte) error {
	id, err := seal.SlotsID(slots)
	if err != nil {
		return err
	}
	s.key = s.keyPath(id)
	kf, err := seal.ReadKeyFile(s.key)
	if errors.Is(err, seal.ErrNoKey) {
		return &NoKeyError{Path: s.key, Name: id.String() + ".key"}
	}
	if err != nil {
		return err
	}
	s.loose = kf.Shared
	s.vault, err = seal.Open(slots, kf)
	return err
}

// settle looks at the head, and clears away an import of everything that was
// broken off.
func (s *Store) settle(ctx context.Context) error {
	var h head
	err := s.eng.View(ctx, func(r kv.Reader) (err error) {
		h, err = look{s, r}.head()
		return err
	})
	if err != nil || h.Filling == nil || s.o.ReadOnly || !s.abandoned(h.Filling) {
		return err
	}
	return s.clear(ctx, h.Filling.Token)
}

// Close waits for what is under way. Afterwards every method is kv.ErrClosed,
// and watches end.
func (s *Store) Close() error { return s.eng.Close() }

// Made reports whether Open made the database: then people want to know where
// its key lies.
func (s *Store) Made() bool { return s.made }

// KeyPath is the key file that opened the database.
func (s *Store) KeyPath() string { return s.key }

// KeyShared reports whether others than its owner may read the key file, which
// people should hear of.
func (s *Store) KeyShared() bool { return s.loose }

// ID is the database's own, which its key file is named after.
func (s *Store) ID() seal.ID { return s.vault.ID() }

// ReadOnly reports whether acts are refused.
func (s *Store) ReadOnly() bool { return s.o.ReadOnly }

// Actor is whose acts they are, "" as long as nobody said.
func (s *Store) Actor() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.actor
}

// SetActor says whose acts are those that follow. A name that is empty or too
// long is a *model.Problem.
func (s *Store) SetActor(name string) error {
	name, err := actorName(name)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.actor = name
	return nil
}

func actorName(name string) (string, error) {
	name = model.Clean(name)
	if name == "" {
		return "", model.Wrong("name", "store.no-actor")
	}
	if utf8.RuneCountInString(name) > model.MaxName {
		return "", model.Wrong("name", "model.too-long", "max", model.MaxName)
	}
	return name, nil
}
