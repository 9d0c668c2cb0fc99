package main

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"
	"time"

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
