package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var placeholder = regexp.MustCompile(`\{[^{}]*\}`)

func places(texts ...string) []string {
	var all []string
	for _, t := range texts {
		all = append(all, placeholder.FindAllString(t, -1)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func TestCataloguesAgree(t *testing.T) {
	for _, tag := range Languages()[1:] {
		list, err := files.ReadDir(tag)
		if err != nil {
			t.Fatal(err)
		}
		var areas []string
		for _, f := range list {
			areas = append(areas, strings.TrimSuffix(f.Name(), ".po"))
		}
		if !slices.Equal(areas, Areas()) {
			t.Errorf("areas in English: %q, in %s: %q", Areas(), tag, areas)
		}
		for _, area := range Areas() {
			compare(t, tag, area)
		}
	}
}

func compare(t *testing.T, tag, area string) {
	t.Helper()
	mine, theirs := parseArea(English, area), parseArea(tag, area)
	for id := range theirs {
		if _, ok := mine[id]; !ok {
			t.Errorf("%s/%s.po: %s is not in English", tag, area, id)
		}
	}
	for id, en := range mine {
		other, ok := theirs[id]
		switch {
		case !ok:
			t.Errorf("%s/%s.po: %s is missing", tag, area, id)
		case en.plural != other.plural:
			t.Errorf("%s/%s.po: %s has a plural in one language only", tag, area, id)
		case !slices.Equal(places(en.one, en.other), places(other.one, other.other)):
			t.Errorf("%s/%s.po: %s: places %v, in English %v", tag, area, id, places(other.one, other.other), places(en.one, en.other))
		}
	}
}

// The parser forgives almost everything, so that the files are held to the
// form here, line by line.
func TestCataloguesAreWellFormed(t *testing.T) {
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := files.ReadFile(path)
		if err != nil {
			return err
		}
		wellFormed(t, path, string(raw))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func wellFormed(t *testing.T, path, raw string) {
	t.Helper()
	area := strings.TrimSuffix(filepath.Base(path), ".po")
	seen := map[string]bool{}
	for i, line := range strings.Split(raw, "\n") {
		word, quoted, _ := strings.Cut(strings.TrimSpace(line), " ")
		if word == "" || word[0] == '#' {
			continue
		}
		if word[0] == '"' {
			word, quoted = "", strings.TrimSpace(line)
		}
		text, err := strconv.Unquote(quoted)
		switch {
		case err != nil:
			t.Errorf("%s:%d: not a quoted text: %s", path, i+1, line)
		case word == "msgid" && text != "" && !strings.HasPrefix(text, area+"."):
			t.Errorf("%s:%d: %s does not begin with %s.", path, i+1, text, area)
		case word == "msgid" && seen[text]:
			t.Errorf("%s:%d: %s stands twice", path, i+1, text)
		case !slices.Contains([]string{"", "msgid", "msgid_plural", "msgstr", "msgstr[0]", "msgstr[1]"}, word):
			t.Errorf("%s:%d: %s means nothing here", path, i+1, word)
		}
		if word == "msgid" {
			seen[text] = true
		}
	}
	for id, e := range parse([]byte(raw)) {
		if e.other == "" || e.plural && e.one == "" {
			t.Errorf("%s: %s has no text", path, id)
		}
		if strings.Count(e.other, "{") != len(placeholder.FindAllString(e.other, -1)) || strings.Count(e.other, "}") != strings.Count(e.other, "{") {
			t.Errorf("%s: %s: a brace is open", path, id)
		}
		if strings.TrimSpace(e.other) != e.other {
			t.Errorf("%s: %s begins or ends with a space", path, id)
		}
	}
}

// TestEveryIDIsInTheCatalogue reads the source of the whole module for ids
// written out: model.Say("…"), model.Wrong(field, "…"), x.T("…"). Ids made of
// parts are held to the catalogue by the tests of their own packages.
func TestEveryIDIsInTheCatalogue(t *testing.T) {
	english := New(English)
	for _, use := range idsInSource(t, "../..") {
		area, _, _ := strings.Cut(use.id, ".")
		if !english.Has(use.id) {
			t.Errorf("%s: %q is not in en/%s.po", use.at, use.id, area)
		}
		if use.wrong && !english.Has(use.id+".do") {
			t.Errorf("%s: %q has no remedy: %s.do", use.at, use.id, use.id)
		}
	}
}

type use struct {
	id, at string
	wrong  bool
}

func idsInSource(t *testing.T, root string) []use {
	t.Helper()
	var uses []use
	set := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); path != root && (strings.HasPrefix(name, ".") && name != ".." || name == "testdata") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				at := set.Position(call.Pos()).String()
				if id, wrong, ok := idOf(call, file.Name.Name == "model"); ok {
					uses = append(uses, use{id, at, wrong})
					// the sentence names the field: model.Wrong says field.<name>
					if name, ok := literal(call.Args[0]); wrong && ok && name != "" {
						uses = append(uses, use{"field." + name, at, false})
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return uses
}

// idOf is the id that a call gives literally, and whether it is a fault's. In
// package model the functions stand without its name, and checkers have wrong.
func idOf(call *ast.CallExpr, inModel bool) (id string, wrong, ok bool) {
	name, of := "", ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
		if x, plain := f.X.(*ast.Ident); plain {
			of = x.Name
		}
	case *ast.Ident:
		name = f.Name
	}
	at := 0
	switch {
	case name == "T" && of != "", name == "Say" && (of == "model" || inModel):
	case name == "Wrong" && of == "model", inModel && (name == "Wrong" || name == "wrong"):
		at, wrong = 1, true
	default:
		return "", false, false
	}
	if len(call.Args) <= at {
		return "", false, false
	}
	id, ok = literal(call.Args[at])
	return id, wrong, ok && id != ""
}

// literal is the text of a string written out in the source.
func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}
