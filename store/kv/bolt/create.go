package bolt

import (
	"errors"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"muster/store/kv/newfile"
)

// create makes an empty database. It is complete before it has its name: a
// power cut while bbolt makes its first pages could leave a file that is
// neither empty nor a database. Of two that create at once, one gets ErrExists
// and uses the other's.
func create(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return osError(err)
	}
	f, err := newfile.Temp(path)
	if err != nil {
		return osError(err)
	}
	tmp := f.Name()
	if err := f.Close(); err != nil {
		return osError(err)
	}
	if err := writeNew(tmp, func(db *bbolt.DB) error { return db.Update(format) }); err != nil {
		return osError(errors.Join(err, os.Remove(tmp)))
	}
	if err := newfile.Publish(tmp, path); err != nil {
		return osError(errors.Join(err, os.Remove(tmp)))
	}
	return nil
}

// writeNew fills the empty file tmp through bbolt and forces it to the disk.
func writeNew(tmp string, fill func(*bbolt.DB) error) error {
	if err := throughBolt(tmp, fill); err != nil {
		return err
	}
	return syncFile(tmp)
}

func throughBolt(tmp string, fill func(*bbolt.DB) error) (err error) {
	db, err := bbolt.Open(tmp, 0o600, &bbolt.Options{FreelistType: bbolt.FreelistMapType, NoStatistics: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return fill(db)
}

// syncFile forces to the disk what bbolt's own fdatasync may leave out.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}
