//go:build bench

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	var out bytes.Buffer
	if err := run([]string{"-json", "-time", "0.02", "testdata/five.sm"}, &out); err != nil {
		t.Fatal(err)
	}
	var r row
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	if r.Name != "five" || r.End != 11 || !r.Proved || r.Best != 11 || r.Wrong != "" {
		t.Errorf("%+v", r)
	}
	out.Reset()
	if err := run([]string{"-time", "0.02", "testdata/five.sm"}, &out); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "best known reached by 1 of 1 (100.0 %)") {
		t.Error(out.String())
	}
}

// A schedule below a published bound is called wrong: one of the two is.
func TestRunBelowBound(t *testing.T) {
	folder := t.TempDir()
	text, err := os.ReadFile("testdata/five.sm")
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]string{"five.sm": string(text), "best-known.csv": "set,instance,lb,ub\nx,five,12,12\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := run([]string{"-time", "0.02", filepath.Join(folder, "five.sm")}, &out); err == nil || !strings.Contains(out.String(), "below the bound 12") {
		t.Errorf("%v\n%s", err, &out)
	}
}

func TestRunRefuses(t *testing.T) {
	t.Setenv("MUSTER_BENCH", "")
	for _, args := range [][]string{{}, {"testdata/none.sm"}, {"testdata/best-known.csv"}, {"-nonsense"}} {
		if err := run(args, &bytes.Buffer{}); err == nil {
			t.Errorf("%q: no error", args)
		}
	}
}
