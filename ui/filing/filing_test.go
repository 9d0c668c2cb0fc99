package filing

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"muster/model"
)

func TestPath(t *testing.T) {
	t.Setenv("HOME", "/home/v")
	for in, want := range map[string]string{
		" a.csv ": "a.csv", "~": "/home/v", "~/a b.csv": "/home/v/a b.csv", "'/x/a b.csv'": "/x/a b.csv",
		`"~/q.csv"`: "/home/v/q.csv", "file:///x/y": "/x/y", "~other/a": "~other/a", "": "", "'": "'",
	} {
		if got := Path(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func TestWriteNew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := WriteNew(path, []byte("one")); err != nil {
		t.Fatal(err)
	}
	if err := WriteNew(path, []byte("two")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("written over: %v", err)
	}
	b, err := os.ReadFile(path)
	if err != nil || string(b) != "one" {
		t.Errorf("%q, %v", b, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if err := WriteNew(filepath.Join(path, "b"), nil); err == nil {
		t.Error("written below a file")
	}
}

func TestFree(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("nowhere", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	noName, there := model.Wrong("", "a"), model.Wrong("", "b")
	check := Free(noName, there)
	for typed, want := range map[string]*model.Problem{
		"": noName, "  ": noName, dir + "/": noName, dir: there, filepath.Join(dir, "link"): there,
		filepath.Join(dir, "new.txt"): nil, "'" + filepath.Join(dir, "new.txt") + "'": nil,
	} {
		if got := check(typed); got != want {
			t.Errorf("%q: %v", typed, got)
		}
	}
}
