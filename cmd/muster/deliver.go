package main

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/natefinch/atomic"

	"muster/model"
)

// deliver lets write fill the file of the flags, which is there whole or not
// at all and readable by its owner only; or standard output.
func (f *front) deliver(o exportFlags, write func(io.Writer) error) (err error) {
	if o.out == "" || o.out == "-" {
		w := bufio.NewWriterSize(f.out, 1<<16)
		if err := write(w); err != nil {
			return err
		}
		return w.Flush()
	}
	if !o.force {
		if err := absent(o.out); err != nil {
			return err
		}
	}
	unwritable := badFile("cmd.file-unwritable", "path", model.Clean(o.out))
	part, err := os.CreateTemp(filepath.Dir(o.out), ".muster-*.part")
	if err != nil {
		return unwritable
	}
	defer func() {
		if err != nil {
			_ = part.Close()           // it may be closed already
			_ = os.Remove(part.Name()) // it may have its name already
		}
	}()
	w := bufio.NewWriterSize(output{part}, 1<<16)
	if err := write(w); err != nil {
		return err
	}
	if err := errors.Join(w.Flush(), part.Sync(), part.Close()); err != nil {
		return unwritable
	}
	if err := place(part.Name(), o.out, o.force); err != nil {
		if errors.Is(err, fs.ErrExist) && !o.force {
			return wrongUse("cmd.file-exists", "path", model.Clean(o.out))
		}
		return unwritable
	}
	return nil
}

// place gives a finished file its name; unless force is set, only if nobody
// was quicker.
func place(part, name string, force bool) error {
	if force {
		return atomic.ReplaceFile(part, name)
	}
	if err := os.Link(part, name); err == nil || errors.Is(err, fs.ErrExist) {
		return errors.Join(err, os.Remove(part))
	}
	// A file system without links.
	if _, err := os.Lstat(name); err == nil {
		return fs.ErrExist
	}
	return atomic.ReplaceFile(part, name)
}
