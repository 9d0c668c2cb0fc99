package bolt

import (
	"os"
	"syscall"
)

// fileNumber tells a file from another that took its name: there by the time
// it was made, which is at hand, unlike its number.
func fileNumber(info os.FileInfo) uint64 {
	st, ok := info.Sys().(*syscall.Win32FileAttributeData)
	if !ok {
		return 0
	}
	return uint64(st.CreationTime.Nanoseconds())
}
