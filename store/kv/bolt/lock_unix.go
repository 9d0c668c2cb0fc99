//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package bolt

import (
	"errors"
	"os"
	"syscall"
)

// The lock is flock(2) on the descriptor that bbolt is then given. A process
// that locks the same descriptor again, as bbolt does, has it at once.

// tryLock takes the lock if it is free.
func tryLock(f *os.File, write bool) (bool, error) {
	err := flock(f, write, syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

// waitLock sleeps in the kernel until the lock is free, and takes it.
func waitLock(f *os.File, write bool) error { return flock(f, write, 0) }

// unlock gives the lock back; closing the file does that too, unless a memory
// map of it is left.
func unlock(f *os.File) error {
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_UN); err != nil && !errors.Is(err, syscall.EBADF) {
		return err
	}
	return nil // or it is closed already
}

func flock(f *os.File, write bool, how int) error {
	how |= syscall.LOCK_SH
	if write {
		how = how&^syscall.LOCK_SH | syscall.LOCK_EX
	}
	for {
		err := syscall.Flock(int(f.Fd()), how)
		if !errors.Is(err, syscall.EINTR) {
			return err
		}
	}
}
