package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"muster/model"
	"muster/ui/lang"
)

// speaking is a front in the language that writes into b.
func speaking(tag string, b *bytes.Buffer) *front {
	return &front{
		env: env{in: strings.NewReader(""), out: b, err: b, getenv: func(string) string { return "" }, now: time.Now},
		out: b, say: lang.New(tag), real: time.Now,
	}
}

// everyVerb is the program and each verb.
func everyVerb(f *front) []*cobra.Command {
	root := f.command()
	return append([]*cobra.Command{root}, f.verbs...)
}

func TestEveryVerbAndFlagHasItsWords(t *testing.T) {
	seen := map[string]string{}
	for _, tag := range lang.Languages() {
		f := speaking(tag, &bytes.Buffer{})
		for _, c := range everyVerb(f) {
			if c.Short == "" || strings.HasPrefix(c.Short, "cmd.") || strings.HasPrefix(c.Use, "cmd.") {
				t.Errorf("%s: %s has no words", tag, c.Name())
			}
			if en, ok := seen[c.Name()]; ok && en == c.Short {
				t.Errorf("%s: %s says what English says: %q", tag, c.Name(), en)
			}
			seen[c.Name()] = c.Short
			c.Flags().VisitAll(func(fl *pflag.Flag) {
				value, does := pflag.UnquoteUsage(fl)
				if does == "" || strings.HasPrefix(does, "cmd.") {
					t.Errorf("%s: %s --%s has no words", tag, c.Name(), fl.Name)
				}
				if fl.Value.Type() != "bool" && value != strings.ToUpper(value) {
					t.Errorf("%s: %s --%s: the value has no name in backquotes: %q", tag, c.Name(), fl.Name, value)
				}
			})
		}
	}
}

func TestHelpIsWholeAndFitsThePage(t *testing.T) {
	for _, tag := range lang.Languages() {
		var b bytes.Buffer
		f := speaking(tag, &b)
		verbs := everyVerb(f)
		for _, c := range verbs {
			b.Reset()
			if err := f.writeHelp(c); err != nil {
				t.Fatal(err)
			}
			for _, line := range strings.Split(b.String(), "\n") {
				if n := len([]rune(line)); n > helpWidth && !strings.Contains(line, "~/") {
					t.Errorf("%s %s: %d cells: %s", tag, c.Name(), n, line)
				}
			}
			c.LocalFlags().VisitAll(func(fl *pflag.Flag) {
				if !strings.Contains(b.String(), "--"+fl.Name+" ") {
					t.Errorf("%s %s: no word of --%s", tag, c.Name(), fl.Name)
				}
			})
		}
		b.Reset()
		if err := f.writeHelp(verbs[0]); err != nil {
			t.Fatal(err)
		}
		for _, c := range verbs[1:] {
			if !strings.Contains(b.String(), "\n  "+c.Name()+" ") {
				t.Errorf("%s: no word of %s", tag, c.Name())
			}
		}
	}
}

// TestEveryRefusalHasItsWords reads the source: each id given to wrongUse and
// badFile stands in the catalogue, with a remedy, and nothing stands there
// that no source names.
func TestEveryRefusalHasItsWords(t *testing.T) {
	say := lang.New(lang.English)
	var source strings.Builder
	ids := refusals(t, &source)
	if len(ids) < 20 {
		t.Fatalf("only %d refusals found in the source", len(ids))
	}
	for _, id := range ids {
		if !say.Has(id) || !say.Has(id+".do") {
			t.Errorf("%s, or its .do, is not in the catalogue", id)
		}
	}
	po, err := os.ReadFile("../../ui/lang/en/cmd.po")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`(?m)^msgid "(cmd\.[^"]+)"`).FindAllStringSubmatch(string(po), -1) {
		id := strings.TrimSuffix(m[1], ".do")
		if !strings.Contains(source.String(), `"`+id+`"`) && !made(id) {
			t.Errorf("%s is in the catalogue, and nothing says it", m[1])
		}
	}
}

// made reports whether the id is one that verb, head, manVerb or exportTable
// puts together.
func made(id string) bool {
	for _, prefix := range []string{"cmd.man.head.", "cmd.man.exit.", "cmd.act.exported."} {
		if strings.HasPrefix(id, prefix) {
			return true
		}
	}
	name := strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(id, "cmd."), ".long"), ".args")
	return slices.ContainsFunc(everyVerb(speaking("en", &bytes.Buffer{})), func(c *cobra.Command) bool {
		return c.Name() == name
	})
}

// refusals is the ids that the sources give to wrongUse and badFile; the text
// of the sources goes into all.
func refusals(t *testing.T, all *strings.Builder) (ids []string) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		all.Write(b)
		file, err := parser.ParseFile(token.NewFileSet(), path, b, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			name, _ := call.Fun.(*ast.Ident)
			if name == nil || name.Name != "wrongUse" && name.Name != "badFile" {
				return true
			}
			if lit, ok := call.Args[0].(*ast.BasicLit); ok {
				id, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				ids = append(ids, id)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

func TestAPanicSaysWhereAndNothingElse(t *testing.T) {
	var b bytes.Buffer
	f := speaking("en", &b)
	status := func() (status int) {
		defer f.guard(&status)
		panic(model.Person{Family: "Fuentevilla"})
	}()
	if status != exitData || strings.Count(b.String(), "\n") != 2 || strings.Contains(b.String(), "Fuentevilla") ||
		!regexp.MustCompile(`muster/texts_test\.go:\d+`).MatchString(b.String()) {
		t.Errorf("status %d: %s", status, b.String())
	}
}
