//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly)

package bolt

import "os"

// Here bbolt takes the lock itself when it opens the file, and waits for it
// by trying every 50 ms.

func tryLock(*os.File, bool) (bool, error) { return true, nil }

func waitLock(*os.File, bool) error { return nil }

func unlock(*os.File) error { return nil }
