// Package filing is what the screens share when they are given a path or write
// a file. It knows nothing of what files hold.
package filing

import (
	"os"
	"strings"

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

// WriteNew writes a file that was not there, whole or not at all, which its
// owner alone may read. fs.ErrExist: there is one of that name.
func WriteNew(path string, data []byte) error {
	return newfile.Create(path, func(f *os.File) error {
		_, err := f.Write(data)
		return err
	})
}
