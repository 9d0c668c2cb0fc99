//go:build bench

package main

import (
	"context"
	"fmt"
	"slices"
	"syscall"
	"time"
)

// spent is the time of the processor this process has used.
func spent() time.Duration { return usage(syscall.RUSAGE_SELF) }

func usage(who int) time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(who, &r); err != nil {
		panic(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// A budget is a context that ends when so much time of the processor is used.
// Its Deadline is what Improve cools by, reckoned anew each time it is asked.
type budget struct {
	context.Context
	until time.Duration
}

func within(d time.Duration) budget { return budget{context.Background(), spent() + d} }

func (b budget) Err() error {
	if spent() >= b.until {
		return context.DeadlineExceeded
	}
	return nil
}

func (b budget) Deadline() (time.Time, bool) { return time.Now().Add(b.until - spent()), true }

// times is some measurements in order.
type times []time.Duration

func (t times) at(part float64) time.Duration {
	slices.Sort(t)
	return t[min(int(part*float64(len(t))), len(t)-1)]
}

func (t times) String() string {
	return fmt.Sprintf("median %s, p99 %s, most %s", short(t.at(0.5)), short(t.at(0.99)), short(t.at(1)))
}

func short(d time.Duration) string {
	switch {
	case d < time.Millisecond:
		return fmt.Sprintf("%.1f µs", float64(d.Nanoseconds())/1e3)
	case d < time.Second:
		return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1e3)
	}
	return fmt.Sprintf("%.2f s", d.Seconds())
}
