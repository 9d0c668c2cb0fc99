package main

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"

	"muster/store"
	"muster/store/kv/newfile"
)

// deliver lets write fill the file of the flags, which is there whole or not
// at all and readable by its owner only; or standard output.
func (f *front) deliver(st *store.Store, o exportFlags, write func(io.Writer) error) (err error) {
	if o.out == "" || o.out == "-" {
		w := bufio.NewWriterSize(f.out, 1<<16)
		if err := write(w); err != nil {
			return err
		}
		return w.Flush()
	}
	if err := free(st, o.out, o.force); err != nil {
		return err
	}
	unwritable := badFile("cmd.file-unwritable", "path", o.out)
	part, err := newfile.Temp(o.out)
	if errors.Is(err, fs.ErrNotExist) {
		return untargeted(err, o.out)
	}
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
	give := newfile.Publish
	if o.force {
		give = newfile.Replace
	}
	switch err := give(part.Name(), o.out); {
	case errors.Is(err, fs.ErrExist):
		return wrongUse("cmd.file-exists", "path", o.out)
	case err != nil:
		return unwritable
	}
	return nil
}
