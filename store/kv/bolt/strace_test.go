//go:build linux && strace

package bolt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"testing"
)

// TestAtEachCall ends a writer at each of its calls that change the file, the
// making of it included, and has each of them fail. It needs strace; run it by
// go test -tags strace -run TestAtEachCall.
func TestAtEachCall(t *testing.T) {
	t.Setenv("GOMAXPROCS", "1") // calls are counted by thread
	calls := times(t, "MUSTER_CALLS", 25)
	runs, none := 0, 0
	for _, fault := range []string{"signal=KILL", "error=EIO", "error=ENOSPC"} {
		for call, last := range map[string]int{"pwrite64": calls, "fdatasync": calls, "fsync": 3, "ftruncate": 3, "renameat2": 1} {
			for n := 1; n <= last; n++ {
				path := newPath(t)
				inject := fmt.Sprintf("inject=%s:%s:when=%d", call, fault, n)
				c := startChild(t, "write", path, "timeout", "-s", "KILL", "0.5",
					"strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace="+call, "-e", inject)
				saved := savedBy(t, c)
				_ = c.Wait() // it always fails
				runs++
				if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) && saved == 0 {
					none++ // it did not come to be
					continue
				}
				whole(t, path, saved)
			}
		}
	}
	t.Logf("%d runs, in %d of which no database came to be", runs, none)
}
