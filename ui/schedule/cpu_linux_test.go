package schedule

import (
	"runtime"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// onCPU gives a clock of the time that this thread has worked: what others on
// the machine take is no part of it.
func onCPU(b *testing.B) func() time.Duration {
	runtime.LockOSThread()
	b.Cleanup(runtime.UnlockOSThread)
	return func() time.Duration {
		var t unix.Timespec
		if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &t); err != nil {
			b.Fatal(err)
		}
		return time.Duration(t.Nano())
	}
}
