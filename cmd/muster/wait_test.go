//go:build unix

package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"muster/store/kv"
)

// A verb that waits for what another program is to write ends with the first
// signal, in words, and keeps nothing.
func TestASignalEndsWaiting(t *testing.T) {
	home := t.TempDir()
	pipe := filepath.Join(home, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		sig  os.Signal
		args []string
	}{
		{os.Interrupt, []string{"import", "-", "--cohort", "ONE-26-1", "--first", "2026-05-04"}},
		{syscall.SIGTERM, []string{"import", "-", "--as", "all"}},
		{syscall.SIGHUP, []string{"import", pipe, "--as", "all"}},
		{os.Interrupt, []string{"import", pipe, "--cohort", "ONE-26-1", "--first", "2026-05-04"}},
	} {
		t.Run(fmt.Sprint(c.sig, c.args[1]), func(t *testing.T) {
			p := program(home, c.args...)
			stdin, err := p.StdinPipe() // open, and nothing comes
			if err != nil {
				t.Fatal(err)
			}
			defer stdin.Close()
			var said bytes.Buffer
			p.Stderr = &said
			if err := p.Start(); err != nil {
				t.Fatal(err)
			}
			ended := make(chan error, 1)
			go func() { ended <- p.Wait() }()
			time.Sleep(250 * time.Millisecond) // until it listens
			if err := p.Process.Signal(c.sig); err != nil {
				t.Fatal(err)
			}
			select {
			case <-ended:
			case <-time.After(10 * time.Second):
				_ = p.Process.Kill() // the test has failed already
				<-ended
				t.Fatal("it waits on")
			}
			if strings.Count(said.String(), "\n") != 2 || !strings.HasPrefix(said.String(), "Interrupted") {
				t.Errorf("said %q", said.String())
			}
			if left, err := filepath.Glob(filepath.Join(home, "data", "muster", "*.db")); err != nil || len(left) > 0 {
				t.Errorf("left %v, %v", left, err)
			}
		})
	}
}

func TestPatientReadsWhatComes(t *testing.T) {
	p := patient{context.Background(), strings.NewReader("one two")}
	b := make([]byte, 4)
	if n, err := p.Read(b); n != 4 || err != nil || string(b) != "one " {
		t.Errorf("%d %v %q", n, err, b)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := (patient{ctx, neverReader{}}).Read(b); err == nil {
		t.Error("it read on")
	}
}

type neverReader struct{}

func (neverReader) Read([]byte) (int, error) { select {} }

func TestWhatCannotBeNotedIsARemark(t *testing.T) {
	var b bytes.Buffer
	f := speaking("en", &b)
	if err := f.unnoted(fmt.Errorf("noting: %w", kv.ErrReadOnly)); err != nil || !strings.Contains(b.String(), "can only be read") {
		t.Errorf("%v, said %q", err, b.String())
	}
	if err := f.unnoted(kv.ErrDisk); err == nil {
		t.Error("a broken disk is a remark")
	}
}
