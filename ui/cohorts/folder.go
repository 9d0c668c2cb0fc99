package cohorts

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"muster/model"
	"muster/ui/kit"
)

// item is one line of a folder: a folder in it, or a file we can read.
type item struct {
	name  string // as it is called on disk
	shown string // harmless to paint
	dir   bool
	size  int64
	day   model.Date
}

// spreadsheets are the ends of names of files we can read.
func spreadsheets() []string { return []string{".csv", ".tsv", ".txt", ".xlsx"} }

// readFolder lists the folders and the spreadsheets of a folder: folders
// first, then files, the newest first. Hidden ones are left out.
func readFolder(dir string) ([]item, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var folders, files []item
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") {
			continue
		}
		it := item{name: name, shown: model.Clean(name)}
		info, err := os.Stat(filepath.Join(dir, name)) // follows links
		if err != nil {
			continue // it went away, or leads nowhere: nothing to choose
		}
		switch {
		case info.IsDir():
			it.dir = true
			folders = append(folders, it)
		case slices.Contains(spreadsheets(), strings.ToLower(filepath.Ext(name))):
			y, m, d := info.ModTime().Date()
			it.size = info.Size()
			it.day, _ = model.NewDate(y, int(m), d)
			files = append(files, it)
		}
	}
	slices.SortFunc(folders, func(a, b item) int { return strings.Compare(kit.Fold(a.name), kit.Fold(b.name)) })
	slices.SortStableFunc(files, func(a, b item) int {
		if a.day != b.day {
			return int(b.day - a.day)
		}
		return strings.Compare(kit.Fold(a.name), kit.Fold(b.name))
	})
	return append(folders, files...), nil
}

// homeFolder is where looking for a file begins.
func homeFolder() string {
	for _, find := range []func() (string, error){os.Getwd, os.UserHomeDir} {
		if dir, err := find(); err == nil && dir != string(filepath.Separator) {
			return dir
		}
	}
	return string(filepath.Separator)
}

// withSlash is a folder's path with the separator at its end, so that what is
// typed next is a name in it.
func withSlash(dir string) string {
	if strings.HasSuffix(dir, string(filepath.Separator)) {
		return dir
	}
	return dir + string(filepath.Separator)
}
