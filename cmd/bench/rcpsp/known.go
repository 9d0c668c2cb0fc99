//go:build bench

package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"muster/cmd/bench/meter"
)

// bounds are the published ones, by folder and then by name, read as they are
// asked for.
type bounds map[string]map[string][2]int

// of are the bounds of a file: the least an end can be, and the least reached.
// Both are 0 when its folder does not tell.
func (b bounds) of(file string) (lower, best int, err error) {
	folder := filepath.Dir(file)
	if _, ok := b[folder]; !ok {
		if b[folder], err = readBounds(filepath.Join(folder, "best-known.csv")); err != nil {
			return 0, 0, err
		}
	}
	v := b[folder][meter.Name(file)]
	return v[0], v[1], nil
}

// readBounds reads set,instance,lb,ub below a line of titles. No file, no
// bounds.
func readBounds(file string) (map[string][2]int, error) {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	c := csv.NewReader(f)
	c.FieldsPerRecord = 4
	all, err := c.ReadAll()
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	m := map[string][2]int{}
	for i, r := range all {
		lower, err1 := strconv.Atoi(r[2])
		best, err2 := strconv.Atoi(r[3])
		if err := errors.Join(err1, err2); err != nil && i > 0 {
			return nil, fmt.Errorf("%s: line %d: %w", file, i+1, err)
		}
		m[r[1]] = [2]int{lower, best}
	}
	return m, nil
}
