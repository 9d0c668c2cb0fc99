package newfile

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// moveNew asks the kernel for a rename that refuses to replace, or makes a
// link where the file system has none.
func moveNew(tmp, path string) error {
	err := unix.RenamexNp(tmp, path, unix.RENAME_EXCL)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, unix.ENOTSUP), errors.Is(err, unix.EINVAL):
		return linkNew(tmp, path)
	case errors.Is(err, unix.EEXIST):
		return &os.LinkError{Op: "rename", Old: tmp, New: path, Err: fs.ErrExist}
	}
	return &os.LinkError{Op: "rename", Old: tmp, New: path, Err: err}
}
