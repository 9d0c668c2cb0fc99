package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"muster/store"
)

// sampleAt makes the sample programme in a folder and returns how to open it.
func sampleAt(tb testing.TB) store.Options {
	tb.Helper()
	dir := tb.TempDir()
	o := store.Options{Path: filepath.Join(dir, "demo.db"), KeyDir: dir, Create: true, Actor: sampleActor, Now: time.Now}
	st, err := store.Open(context.Background(), o)
	if err != nil {
		tb.Fatal(err)
	}
	if err := speaking("en", &bytes.Buffer{}).fillSample(context.Background(), st); err != nil {
		tb.Fatal(err)
	}
	if err := st.Close(); err != nil {
		tb.Fatal(err)
	}
	o.Create = false
	return o
}

// BenchmarkVersion is what every verb pays before it begins: the tree of
// verbs, its texts, the flags. The process itself is measured beside it.
func BenchmarkVersion(b *testing.B) {
	for b.Loop() {
		var out bytes.Buffer
		if status := run([]string{"version"}, speaking("en", &out).env); status != exitDone {
			b.Fatal(status)
		}
	}
}

// BenchmarkVersionProcess is a whole process that prints the version.
func BenchmarkVersionProcess(b *testing.B) {
	home := b.TempDir()
	for b.Loop() {
		if out, err := program(home, "version").CombinedOutput(); err != nil {
			b.Fatal(err, string(out))
		}
	}
}

// BenchmarkOpenDemo opens the sample programme's database and reads the desk:
// what the program does before its first full frame.
func BenchmarkOpenDemo(b *testing.B) {
	o := sampleAt(b)
	for b.Loop() {
		st, err := store.Open(context.Background(), o)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := st.Desk(context.Background()); err != nil {
			b.Fatal(err)
		}
		if err := st.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkImport10k is the verb import on a roster of 10,000 people into a
// new database. The budget is 2 s.
func BenchmarkImport10k(b *testing.B) {
	b.Setenv("XDG_CONFIG_HOME", b.TempDir())
	xdg.Reload()
	dir := b.TempDir()
	file := roll(b, dir, 1, 10_000)
	n := 0
	for b.Loop() {
		n++
		db := filepath.Join(dir, fmt.Sprintf("%d.db", n))
		var said bytes.Buffer
		status := run([]string{
			"import", file, "--cohort", "BIG-26-1", "--first", "2026-05-04", "--places", "10000", "--as-user", "Clerk",
			"--db", db, "--key", db + ".key",
		}, speaking("en", &said).env)
		if status != exitDone || !strings.Contains(said.String(), "10 000 added") {
			b.Fatal(status, said.String()[:min(said.Len(), 500)])
		}
	}
}

// BenchmarkCheckDemo is the verb check on the sample programme.
func BenchmarkCheckDemo(b *testing.B) {
	o := sampleAt(b)
	st, err := store.Open(context.Background(), o)
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	d, err := st.Desk(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if len(board(d).Clashes()) == 0 {
			b.Fatal("the sample has clashes")
		}
	}
}
