//go:build unix

package seal

import (
	"errors"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestKeyFileNotReadable(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{dir, pipe} {
		if _, err := ReadKeyFile(path); !errors.Is(err, ErrKeyAccess) {
			t.Error(err)
		}
	}
	_, err := CreateKeyFile(filepath.Join(pipe, "key"), NewID(), "")
	if !errors.Is(err, ErrKeyAccess) || strings.Contains(err.Error(), dir) {
		t.Error(err)
	}
}
