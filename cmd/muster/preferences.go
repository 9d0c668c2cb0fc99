package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adrg/xdg"
	"github.com/natefinch/atomic"
	"github.com/pelletier/go-toml/v2"

	"muster/model"
	"muster/ui/lang"
)

// preferences is the configuration file: what one user likes, beside any
// database.
type preferences struct {
	Actor string `toml:"actor,omitempty" comment:"the name that your changes carry"`
	Lang  string `toml:"lang,omitempty" comment:"en or es"`
	Theme string `toml:"theme,omitempty" comment:"dark, light or mono; empty asks the terminal"`
	Idle  int    `toml:"idle,omitempty" comment:"minutes until the screen hides itself; -1 never"`
	Code  string `toml:"code,omitempty" comment:"what is kept of the code of the hidden screen; take the line out to be asked for none"`
}

// The usual places.
func preferencesFile() string { return filepath.Join(xdg.ConfigHome, "muster", "config.toml") }
func keyFolder() string       { return filepath.Join(xdg.ConfigHome, "muster", "keys") }
func databaseFile() string    { return filepath.Join(xdg.DataHome, "muster", "muster.db") }

// readPreferences reads the file; none is the zero preferences. A line that is
// not understood is refused with its place, so that a typing error is seen.
func readPreferences() (preferences, error) {
	var p preferences
	path := preferencesFile()
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return p, nil
	}
	if err != nil {
		return p, badFile("cmd.config-unreadable", "path", path)
	}
	d := toml.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if line, ok := p.mistake(b, d.Decode(&p)); ok {
		return preferences{}, badFile("cmd.config-wrong", "path", path, "line", line)
	}
	p.Actor = model.Clean(p.Actor)
	return p, nil
}

// mistake is the line of the first mistake in the file that p was read from
// with err.
func (p *preferences) mistake(file []byte, err error) (line int, ok bool) {
	var (
		wrong   *toml.DecodeError
		unknown *toml.StrictMissingError
	)
	switch {
	case errors.As(err, &wrong):
		line, _ = wrong.Position()
	case errors.As(err, &unknown) && len(unknown.Errors) > 0:
		line, _ = unknown.Errors[0].Position()
	case err != nil:
	case p.Lang != "" && !slices.Contains(lang.Languages(), p.Lang):
		line = lineOf("lang", file)
	case p.Theme != "" && !slices.Contains([]string{"dark", "light", "mono"}, p.Theme):
		line = lineOf("theme", file)
	default:
		return 0, false
	}
	return line, true
}

// lineOf is the line that gives the key its value.
func lineOf(key string, file []byte) int {
	for i, l := range bytes.Split(file, []byte("\n")) {
		if name, _, ok := strings.Cut(string(l), "="); ok && strings.Trim(name, " \t\"'") == key {
			return i + 1
		}
	}
	return 1
}

// write keeps the preferences, whole or not at all.
func (p preferences) write() error {
	path := preferencesFile()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return badFile("cmd.config-unwritable", "path", path)
	}
	b, err := toml.Marshal(p)
	if err != nil {
		return err
	}
	if err := atomic.WriteFile(path, bytes.NewReader(b)); err != nil {
		return badFile("cmd.config-unwritable", "path", path)
	}
	return nil
}
