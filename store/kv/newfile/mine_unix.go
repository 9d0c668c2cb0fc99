//go:build !windows

package newfile

import (
	"io/fs"
	"os"
	"syscall"
)

// mine reports whether the file belongs to this program's user.
func mine(info fs.FileInfo) bool {
	st, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(st.Uid) == os.Geteuid()
}
