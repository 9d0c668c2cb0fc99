package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"muster/model"
	"muster/store"
	"muster/store/kv"
	"muster/store/seal"
)

// free refuses to write where the store's own files are, by whatever name;
// over a file that is there, unless force is set; and then still over what is
// no file, such as a device.
func free(st *store.Store, path string, force bool) error {
	if st.Owns(path) {
		return wrongUse("cmd.own-file", "path", path)
	}
	if !force {
		return absent(path)
	}
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		return wrongUse("cmd.not-a-file", "path", path)
	}
	return nil // and if it cannot be looked at, writing will say so
}

// absent refuses a file that is there already.
func absent(path string) error {
	_, err := os.Lstat(path)
	switch {
	case err == nil:
		return wrongUse("cmd.file-exists", "path", path)
	case errors.Is(err, fs.ErrNotExist):
		return nil
	}
	return badFile("cmd.file-unwritable", "path", path)
}

// untargeted names the file that could not be written, where the error is
// about that and not about the database.
func untargeted(err error, path string) error {
	switch {
	case errors.Is(err, store.ErrNoFolder), errors.Is(err, fs.ErrNotExist):
		return badFile("cmd.no-folder", "path", filepath.Dir(path))
	case errors.Is(err, store.ErrTarget):
		return badFile("cmd.file-unwritable", "path", path)
	}
	return err
}

// backupsShown is how many files are named that may be backups.
const backupsShown = 3

// backupsFor names the newest files beside the database that look like
// backups of it, when the error says that it is damaged. Whether they are
// good, verify can say.
func (f *front) backupsFor(err error) model.Message {
	if !damagedBy(err) {
		return model.Message{}
	}
	return beside(f.databasePath(), f.unfit)
}

// damagedBy reports whether the error says that a file is not what it was.
func damagedBy(err error) bool {
	bad := []error{kv.ErrDamaged, kv.ErrForeign, store.ErrDamaged, seal.ErrTampered}
	return slices.ContainsFunc(bad, func(b error) bool { return errors.Is(err, b) })
}

// beside says which files in the folder of the database may be backups, but
// for the unfit one, if there is one.
func beside(db, unfit string) model.Message {
	known, _ := os.Stat(unfit) // nil: none, or it is gone by now
	entries, err := os.ReadDir(filepath.Dir(db))
	if err != nil {
		return model.Message{} // it is a hint only
	}
	ext := filepath.Ext(db)
	former := strings.TrimSuffix(filepath.Base(db), ext) + "-replaced-"
	var found []fs.FileInfo
	for _, e := range entries {
		name := e.Name()
		if !strings.HasSuffix(name, ".bak") && !(strings.HasPrefix(name, former) && strings.HasSuffix(name, ext)) {
			continue
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && !os.SameFile(info, known) {
			found = append(found, info)
		}
	}
	if len(found) == 0 {
		return model.Message{}
	}
	slices.SortFunc(found, func(a, b fs.FileInfo) int { return b.ModTime().Compare(a.ModTime()) })
	names := make([]string, 0, backupsShown)
	for _, info := range found[:min(len(found), backupsShown)] {
		names = append(names, filepath.Join(filepath.Dir(db), info.Name()))
	}
	return model.Say("cmd.backups-beside", "files", names)
}
