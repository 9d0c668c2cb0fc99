//go:build linux

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkProcess is the real program on the sample, in a terminal of 120x40
// that script(1) makes: from its start to the first frame, and the memory that
// is its own by then. Budgets: 40 ms, 40 MB (RssAnon).
func BenchmarkProcess(b *testing.B) {
	dir := b.TempDir()
	bin, db := filepath.Join(dir, "program"), filepath.Join(dir, "demo.db")
	if out, err := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", bin, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	env := append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+dir, "XDG_DATA_HOME="+dir, "LANG=en_US.UTF-8", "TERM=xterm-256color")
	fill := exec.Command(bin, "demo", "--make", "--db", db, "--as-user", "Vega")
	fill.Env = env
	if out, err := fill.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	var took []time.Duration
	var own []float64
	for b.Loop() {
		t, mb := firstFrame(b, bin, db, env)
		took, own = append(took, t), append(own, mb)
	}
	slices.Sort(took)
	slices.Sort(own)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-to-frame")
	b.ReportMetric(float64(took[len(took)-1].Microseconds())/1000, "worst-ms")
	b.ReportMetric(own[len(own)/2], "RssAnon-MB")
}

// firstFrame runs the program until it has drawn the sample's cohort.
func firstFrame(b *testing.B, bin, db string, env []string) (time.Duration, float64) {
	b.Helper()
	// The shell says when it becomes the program, which keeps its number.
	c := exec.Command("script", "-qfc", fmt.Sprintf("stty rows 40 cols 120; echo pid $$; exec %s --db %s --as-user Vega", bin, db), "/dev/null")
	c.Env = env
	out, err := c.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := c.Start(); err != nil {
		b.Fatal(err)
	}
	defer func() { _ = c.Wait() }() // it ends by our kill
	var seen bytes.Buffer
	var begun time.Time
	buf := make([]byte, 1<<16)
	for !bytes.Contains(seen.Bytes(), []byte("MEX-")) {
		n, err := out.Read(buf)
		if err != nil {
			b.Fatalf("%v after %d bytes", err, seen.Len())
		}
		seen.Write(buf[:n])
		if begun.IsZero() && bytes.Contains(seen.Bytes(), []byte("pid ")) {
			begun = time.Now()
		}
	}
	took := time.Since(begun)
	_, rest, _ := strings.Cut(seen.String(), "pid ")
	pid, err := strconv.Atoi(strings.TrimSpace(rest[:strings.IndexAny(rest, "\r\n")]))
	if err != nil {
		b.Fatal(err)
	}
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Fatal(err)
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		b.Fatal(err)
	}
	if err := p.Kill(); err != nil {
		b.Fatal(err)
	}
	_, rest, _ = strings.Cut(string(status), "RssAnon:")
	kb, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		b.Fatal(err)
	}
	return took, float64(kb) / 1024
}
