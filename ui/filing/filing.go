// Package filing is what the screens share when they are given a path or write
// a file. It knows nothing of what files hold.
package filing

import (
	"os"
	"strings"

	"muster/model"
	"muster/store/kv/newfile"
)

// Path makes a path out of what was typed, pasted or dropped: quotes and
// file:// off, ~ for the user's own folder.
func Path(typed string) string {
	s := strings.TrimPrefix(strings.TrimSpace(typed), "file://")
	if len(s) > 1 && (s[0] == '\'' || s[0] == '"') && s[len(s)-1] == s[0] {
		s = s[1 : len(s)-1]
	}
	if rest, ok := strings.CutPrefix(s, "~"); ok && (rest == "" || rest[0] == '/' || rest[0] == '\\') {
		if home, err := os.UserHomeDir(); err == nil {
			return home + rest
		}
	}
	return s
}

// Free is the check of a prompt for a new file: noName refuses what names no
// file, there one that is there already.
func Free(noName, there *model.Problem) func(typed string) *model.Problem {
	return func(typed string) *model.Problem {
		path := Path(typed)
		if path == "" || os.IsPathSeparator(path[len(path)-1]) {
			return noName
		}
		if _, err := os.Lstat(path); err == nil {
			return there
		}
		return nil // what else is wrong with it, writing it tells
	}
}

// WriteNew writes a file that was not there, whole or not at all, which its
// owner alone may read. fs.ErrExist: there is one of that name.
func WriteNew(path string, data []byte) error {
	return newfile.Create(path, func(f *os.File) error {
		_, err := f.Write(data)
		return err
	})
}
