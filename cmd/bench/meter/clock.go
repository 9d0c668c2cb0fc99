//go:build bench

package meter

import (
	"context"
	"fmt"
	"slices"
	"syscall"
	"time"
)

// Spent is the time of the processor that this process has used.
func Spent() time.Duration { return usage(syscall.RUSAGE_SELF) }

// Children is that of the processes it started, once they have ended.
func Children() time.Duration { return usage(syscall.RUSAGE_CHILDREN) }

func usage(who int) time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(who, &r); err != nil {
		panic(err) // neither who nor r can be wrong
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// Begin is a watch that tells the seconds of the processor used since.
func Begin() func() float64 {
	from := Spent()
	return func() float64 { return (Spent() - from).Seconds() }
}

// A Budget is a context that ends when so much time of the processor is used.
// Its Deadline is what Improve cools by, reckoned anew each time it is asked.
type Budget struct {
	context.Context
	until time.Duration
}

// Within is a budget that begins now.
func Within(d time.Duration) Budget { return Budget{context.Background(), Spent() + d} }

// Err is context.DeadlineExceeded once it is used up.
func (b Budget) Err() error {
	if Spent() >= b.until {
		return context.DeadlineExceeded
	}
	return nil
}

// Deadline is when it would be used up from now on without a pause.
func (b Budget) Deadline() (time.Time, bool) { return time.Now().Add(b.until - Spent()), true }

// Times are some measurements.
type Times []time.Duration

// At is the one that a part of them, from 0 to 1, does not exceed. It sorts
// them.
func (t Times) At(part float64) time.Duration {
	slices.Sort(t)
	return t[min(int(part*float64(len(t))), len(t)-1)]
}

func (t Times) String() string {
	return fmt.Sprintf("median %s, p99 %s, most %s", Short(t.At(0.5)), Short(t.At(0.99)), Short(t.At(1)))
}

// Short is a time in the unit that suits it.
func Short(d time.Duration) string {
	switch {
	case d < time.Millisecond:
		return fmt.Sprintf("%.1f µs", float64(d.Nanoseconds())/1e3)
	case d < time.Second:
		return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1e3)
	}
	return fmt.Sprintf("%.2f s", d.Seconds())
}
