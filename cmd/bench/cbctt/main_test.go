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

func TestRunPlans(t *testing.T) {
	folder := t.TempDir()
	var out bytes.Buffer
	if err := run([]string{"-json", "-time", "0.05", "-out", folder, "testdata/six.ctt"}, &out); err != nil {
		t.Fatal(err)
	}
	var r row
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	if !r.Complete || r.Hard != 0 || r.Wrong != "" || r.Tried == 0 {
		t.Errorf("%+v", r)
	}
	if text, err := os.ReadFile(filepath.Join(folder, "six.sol")); err != nil || strings.Count(string(text), "\n") != 8 {
		t.Errorf("%v\n%s", err, text)
	}
	out.Reset()
	if err := run([]string{"-time", "0.05", "testdata/six.ctt"}, &out); err != nil || !strings.Contains(out.String(), "complete and unbroken 1 of 1") {
		t.Errorf("%v\n%s", err, &out)
	}
}

// -check says whether the judge counts what was recorded.
func TestRunChecks(t *testing.T) {
	var out bytes.Buffer
	if err := run([]string{"-check", "testdata/six.ctt"}, &out); err != nil {
		t.Errorf("%v\n%s", err, &out)
	}
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS("testdata")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "solutions", "costs.csv"), []byte("instance,cost\nsix,7\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out.Reset()
	if err := run([]string{"-check", filepath.Join(folder, "six.ctt")}, &out); err == nil || !strings.Contains(out.String(), "the validator says 7") {
		t.Errorf("%v\n%s", err, &out)
	}
}

func TestRunRefuses(t *testing.T) {
	t.Setenv("MUSTER_BENCH", "")
	for _, args := range [][]string{{}, {"testdata/none.ctt"}, {"testdata/solutions/six.sol"}, {"-nonsense"}} {
		if err := run(args, &bytes.Buffer{}); err == nil {
			t.Errorf("%q: no error", args)
		}
	}
}
