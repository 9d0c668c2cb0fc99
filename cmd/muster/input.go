package main

import (
	"context"
	"io"
	"os"
)

// openFile opens a file to read, or standard input for "-". Waiting for what
// another program is to write ends with ctx.
func (f *front) openFile(ctx context.Context, path string) (io.Reader, func(), error) {
	if path == "-" {
		return patient{ctx, f.in}, func() {}, nil
	}
	unreadable := badFile("cmd.file-unreadable", "path", path)
	info, err := os.Stat(path)
	if err != nil || info.IsDir() {
		return nil, nil, unreadable
	}
	if info.Mode().IsRegular() {
		file, err := os.Open(path)
		if err != nil {
			return nil, nil, unreadable
		}
		return file, func() { _ = file.Close() }, nil // only read: nothing can be lost
	}
	// A pipe, say: already to open it may have to wait for its writer.
	opened := make(chan *os.File, 1)
	go func() {
		file, err := os.Open(path)
		if err != nil {
			file = nil
		}
		opened <- file
	}()
	select {
	case <-ctx.Done():
		return nil, nil, context.Cause(ctx)
	case file := <-opened:
		if file == nil {
			return nil, nil, unreadable
		}
		return patient{ctx, file}, func() {}, nil // a read may still be waiting in it
	}
}

// regular reports whether the path is that of an ordinary file.
func regular(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// patient reads from what may never come, until ctx is done. A read that was
// given up goes on by itself and ends with the program.
type patient struct {
	ctx context.Context
	r   io.Reader
}

func (p patient) Read(b []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	own := make([]byte, min(len(b), 1<<16)) // not b, which is the caller's again once given up
	done := make(chan result, 1)
	go func() {
		n, err := p.r.Read(own)
		done <- result{n, err}
	}()
	select {
	case <-p.ctx.Done():
		return 0, context.Cause(p.ctx)
	case r := <-done:
		return copy(b, own[:r.n]), r.err
	}
}
