//go:build !windows

package bolt

import (
	"os"
	"syscall"
)

// fileNumber tells a file from another that took its name.
func fileNumber(info os.FileInfo) uint64 {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0
	}
	return st.Ino ^ uint64(st.Dev)<<48 //nolint:unconvert // of another type on other systems
}
