package main

import (
	"encoding/json"
	"os"
	"strings"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
)

// sameJSON FILE JSON: the file holds that JSON, whatever its spaces. A file
// named stdout is the output of the command before.
func sameJSON(ts *testscript.TestScript, _ bool, args []string) {
	var got, want any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &got))
	ts.Check(json.Unmarshal([]byte(args[1]), &want))
	if diff := cmp.Diff(want, got); diff != "" {
		ts.Fatalf("-want +got:\n%s", diff)
	}
}

// sub FILE OLD NEW: every OLD in the file becomes NEW.
func sub(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	text := strings.ReplaceAll(ts.ReadFile(args[0]), args[1], args[2])
	ts.Check(os.WriteFile(path, []byte(text), 0o600))
}
