package seal

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"muster/store/kv/newfile"
)

// CreateKeyFile draws a key for the database id and puts it at path (0600; a
// folder that is missing, 0700). The file appears whole, and never over
// another: then the answer is ErrKeyExists, and the one that is there is to be
// read and used. note becomes the file's first lines (see Text).
func CreateKeyFile(path string, id ID, note string) (KeyFile, error) {
	k := newKeyFile(id)
	return k, k.Save(path, note)
}

// Save puts a key file at another place as well, under the same rules.
func (k KeyFile) Save(path, note string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return accessError(err)
	}
	err := newfile.Create(path, func(f *os.File) error {
		_, err := f.Write(k.Text(note))
		return err
	})
	switch {
	case errors.Is(err, fs.ErrExist):
		return ErrKeyExists
	case err != nil:
		return accessError(err)
	}
	return nil
}

// ReadKeyFile reads the key file at path. Errors: ErrNoKey, ErrKeyAccess, and
// those of ParseKeyFile.
func ReadKeyFile(path string) (KeyFile, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return KeyFile{}, ErrNoKey
	}
	if err != nil {
		return KeyFile{}, accessError(err)
	}
	if !info.Mode().IsRegular() { // to open a pipe would wait for ever
		return KeyFile{}, fmt.Errorf("%w: not a file", ErrKeyAccess)
	}
	f, err := os.Open(path)
	if err != nil {
		return KeyFile{}, accessError(err)
	}
	text, err := io.ReadAll(io.LimitReader(f, maxKeyFile+1))
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return KeyFile{}, accessError(err)
	}
	k, err := ParseKeyFile(text)
	if err != nil {
		return KeyFile{}, err
	}
	k.Shared = runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0
	return k, nil
}

// accessError leaves the path out: it may hold a person's name.
func accessError(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = fmt.Errorf("%s: %w", pe.Op, pe.Err)
	}
	return fmt.Errorf("%w: %w", ErrKeyAccess, err)
}
