// Package newfile makes a file appear whole or not at all, and never over
// another: it is written beside its place under a passing name, forced to the
// disk, and then given its name in one step.
//
// It knows nothing of what the file holds.
package newfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Temp makes an empty file (0600) in the folder of path, under a passing name
// that begins with a dot. Whoever makes it publishes or removes it. What a
// program that was killed has left of the same path is swept away.
func Temp(path string) (*os.File, error) {
	sweep(path, time.Now().Add(-stale))
	return os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.new")
}

// stale is the age from which a passing file is taken to be forgotten.
const stale = time.Hour

// sweep removes the passing files of path that were last written before then
// and belong to the same user. It is a courtesy: what cannot be removed stays.
func sweep(path string, before time.Time) {
	dir, prefix := filepath.Dir(path), "."+filepath.Base(path)+"."
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		number, ours := strings.CutPrefix(e.Name(), prefix)
		number, whole := strings.CutSuffix(number, ".new")
		if !ours || !whole || number == "" || strings.Trim(number, "0123456789") != "" {
			continue
		}
		info, err := e.Info()
		if err == nil && info.Mode().IsRegular() && info.ModTime().Before(before) && mine(info) {
			_ = os.Remove(filepath.Join(dir, e.Name())) // as above
		}
	}
}

// Create makes path (0600) with what write puts into it. It answers
// fs.ErrExist, and leaves the other alone, if there is a file of that name.
func Create(path string, write func(*os.File) error) (err error) {
	// Only to fail early: whether the name is free is settled by Publish.
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%w: new file", fs.ErrExist)
	}
	f, err := Temp(path)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, discard(f.Name()))
		}
	}()
	if err = write(f); err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	return Publish(f.Name(), path)
}

// Publish gives the finished file tmp the name path, unless that is taken
// (fs.ErrExist), and forces the folder to the disk. tmp must have been forced
// there before. On an error tmp is left to the caller.
func Publish(tmp, path string) error {
	if err := moveNew(tmp, path); err != nil {
		return err
	}
	return SyncDir(filepath.Dir(path))
}

// Replace gives the finished file tmp the name path, over whatever had it.
func Replace(tmp, path string) error {
	if err := os.Rename(tmp, path); err != nil {
		return err
	}
	return SyncDir(filepath.Dir(path))
}

// Keep gives the file at path a second name, keep, which must be free
// (fs.ErrExist). Where the file system knows no second names, it is a copy.
func Keep(path, keep string) error {
	err := os.Link(path, keep)
	if err == nil || errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return Create(keep, func(to *os.File) error {
		from, err := os.Open(path)
		if err != nil {
			return err
		}
		_, err = io.Copy(to, from)
		return errors.Join(err, from.Close())
	})
}

// linkNew is a move made of a second name and the removal of the first. A
// link is never made over another file.
func linkNew(tmp, path string) error {
	if err := os.Link(tmp, path); err != nil {
		return err
	}
	return os.Remove(tmp)
}

func discard(name string) error {
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
