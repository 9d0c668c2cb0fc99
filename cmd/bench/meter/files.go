//go:build bench

package meter

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// Folder is the one that MUSTER_BENCH names. The error says what it should
// have: "cbctt/*.ctt".
func Folder(has string) (string, error) {
	folder := os.Getenv("MUSTER_BENCH")
	if folder == "" {
		return "", fmt.Errorf("set MUSTER_BENCH to the folder that has %s", has)
	}
	return folder, nil
}

// Files are those named, or else all of the folder that are called so:
// "cbctt/*.ctt". None is an error.
func Files(named []string, called string) ([]string, error) {
	if len(named) > 0 {
		return named, nil
	}
	folder, err := Folder(called)
	if err != nil {
		return nil, fmt.Errorf("name files, or %w", err)
	}
	found, err := filepath.Glob(filepath.Join(folder, filepath.FromSlash(called)))
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("%s has no %s", folder, called)
	}
	return found, err
}

// Name is a file's without folder and ending.
func Name(file string) string {
	return strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
}

// Read reads a file. The error is of the file or of the reader.
func Read[T any](file string, read func(io.Reader) (T, error)) (T, error) {
	f, err := os.Open(file)
	if err != nil {
		var none T
		return none, err
	}
	v, err := read(f)
	return v, errors.Join(err, f.Close())
}
