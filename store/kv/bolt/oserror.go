package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"

	bolterrors "go.etcd.io/bbolt/errors"

	"muster/store/kv"
)

// osError says what the system or bbolt answered in the words of kv. The path
// is left out: it may hold a person's name.
func osError(err error) error {
	if err == nil {
		return nil
	}
	for _, c := range []struct{ cause, is error }{
		{bolterrors.ErrTimeout, kv.ErrBusy},
		{bolterrors.ErrInvalid, kv.ErrForeign},
		{bolterrors.ErrVersionMismatch, kv.ErrNewer},
		{bolterrors.ErrChecksum, kv.ErrDamaged},
		{bolterrors.ErrDatabaseReadOnly, kv.ErrReadOnly},
		{fs.ErrExist, kv.ErrExists},
		{fs.ErrNotExist, kv.ErrNotFound},
		{syscall.ENOTDIR, kv.ErrNotFound},
		{syscall.ENOSPC, kv.ErrFull},
		{syscall.EDQUOT, kv.ErrFull},
		{syscall.EFBIG, kv.ErrFull},
		{syscall.EROFS, kv.ErrReadOnly},
		{syscall.EISDIR, kv.ErrForeign},
		{fs.ErrPermission, kv.ErrDenied},
	} {
		if caused(err, c.cause) {
			return fmt.Errorf("%w: %w", c.is, bare(err))
		}
	}
	return fmt.Errorf("%w: %w", kv.ErrDisk, bare(err))
}

// caused is errors.Is, but also sees a cause that bbolt passed on as text.
func caused(err, cause error) bool {
	if errors.Is(err, cause) {
		return true
	}
	var no syscall.Errno
	return errors.As(cause, &no) && strings.HasSuffix(err.Error(), ": "+no.Error())
}

// bare takes the paths out of a system error.
func bare(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return fmt.Errorf("%s: %w", pe.Op, pe.Err)
	}
	var le *os.LinkError
	if errors.As(err, &le) {
		return fmt.Errorf("%s: %w", le.Op, le.Err)
	}
	return err
}
