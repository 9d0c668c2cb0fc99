//go:build !linux

package schedule

import (
	"testing"
	"time"
)

// onCPU gives a clock; here it is the one on the wall.
func onCPU(*testing.B) func() time.Duration {
	began := time.Now()
	return func() time.Duration { return time.Since(began) }
}
