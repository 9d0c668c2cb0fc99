package seal

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestKeyFileRoundTrip(t *testing.T) {
	k := newKeyFile(NewID())
	text := string(k.Text("What this is.\n\x1b[31mSecond line.\n\nÑ"))
	if want := "# What this is.\n# [31mSecond line.\n#\n# Ñ\nmuster key 1\ndatabase "; !strings.HasPrefix(text, want) {
		t.Errorf("the file begins\n%s", text)
	}
	for name, s := range map[string]string{
		"as it is":       text,
		"no note":        string(k.Text("")),
		"Windows":        "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"),
		"small letters":  strings.ToLower(text),
		"no hyphens":     strings.ReplaceAll(text, "-", ""),
		"wide hyphens":   strings.ReplaceAll(text, "-", " - "),
		"no last return": strings.TrimSuffix(text, "\n"),
		"O and I":        misread(text),
		"other order":    reordered(text),
		"indented":       strings.ReplaceAll(text, "\n", "\n  "),
	} {
		got, err := ParseKeyFile([]byte(s))
		if err != nil || got != k {
			t.Errorf("%s: %v\n%s", name, err, s)
		}
	}
}

// misread is the text as a person types what they see.
func misread(text string) string {
	head, signs, _ := strings.Cut(text, "database ")
	lines := strings.Split(signs, "\n")
	for i, line := range lines {
		name, rest, found := strings.Cut(line, " ")
		if !found {
			name, rest = "", line
		}
		rest = strings.NewReplacer("0", "O", "1", "l").Replace(rest)
		lines[i] = strings.TrimSpace(name + " " + rest)
	}
	return head + "database " + strings.Join(lines, "\n")
}

// reordered turns the lines after the head around.
func reordered(text string) string {
	head, rest, _ := strings.Cut(text, "database ")
	lines := strings.Split(strings.TrimSpace("database "+rest), "\n")
	return head + strings.Join([]string{lines[4], lines[0], lines[2], lines[1], lines[3]}, "\n")
}

func TestKeyFileFaults(t *testing.T) {
	k := newKeyFile(ID{1, 2, 3})
	k.key = [keySize]byte{4, 5, 6}
	text := string(k.Text("note"))
	line := func(n int) string { return strings.Split(text, "\n")[n-1] }
	swapped := strings.NewReplacer(line(4)[2:], line(5)[2:], line(5)[2:], line(4)[2:]).Replace(text)
	for _, c := range []struct {
		name, text string
		line       int
		id         string
	}{
		{"empty", "", 0, "seal.file.head"},
		{"remarks only", "# a\n# b\n", 0, "seal.file.head"},
		{"something else", "name,rank\nA,B\n", 1, "seal.file.head"},
		{"no number", strings.Replace(text, "key 1", "key one", 1), 2, "seal.file.head"},
		{"number 0", strings.Replace(text, "key 1", "key 0", 1), 2, "seal.file.head"},
		{"bytes", "\xff\xfe\x00", 0, "seal.file.text"},
		{"nul", text + "\x00", 0, "seal.file.text"},
		{"long", text + strings.Repeat("#", maxKeyFile), 0, "seal.file.size"},
		{"a line more", text + "5 ABCD\n", 8, "seal.file.unknown"},
		{"a line twice", text + line(5) + "\n", 8, "seal.file.twice"},
		{"a line missing", strings.Replace(text, line(6)+"\n", "", 1), 0, "seal.file.missing"},
		{"a sign missing", strings.TrimSuffix(text, "\n")[:len(text)-2], 7, "seal.file.length"},
		{"no signs", strings.Replace(text, line(6), "3", 1), 6, "seal.file.length"},
		{"a wrong sign", strings.Replace(text, line(4)[2:6], "ABU0", 1), 4, "seal.file.sign"},
		{"a slip", strings.Replace(text, line(4)[2:4], "ZZ", 1), 4, "seal.file.check"},
		{"lines exchanged", swapped, 4, "seal.file.check"},
		{"a slip in the id", strings.Replace(text, line(3)[9:11], "ZZ", 1), 3, "seal.file.check"},
	} {
		_, err := ParseKeyFile([]byte(c.text))
		var e *KeyFileError
		if !errors.As(err, &e) || !errors.Is(err, ErrKeyFile) || e.Line != c.line || e.ID != c.id {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if _, err := ParseKeyFile([]byte(strings.Replace(text, "key 1", "key 2", 1))); !errors.Is(err, ErrNewer) {
		t.Errorf("version 2: %v", err)
	}
}

// TestEverySlip changes each sign of a key file into each other.
func TestEverySlip(t *testing.T) {
	k := must(ParseKeyFile([]byte(readVectors(t).KeyFile)))(t)
	text := k.Text("")
	start := bytes.Index(text, []byte("database "))
	missed := 0
	for i := start; i < len(text); i++ {
		if !strings.ContainsRune(letters, rune(text[i])) || i > 0 && text[i-1] == '\n' {
			continue
		}
		for _, r := range []byte(letters) {
			if r == text[i] {
				continue
			}
			bad := bytes.Clone(text)
			bad[i] = r
			if _, err := ParseKeyFile(bad); err == nil {
				missed++
			}
		}
	}
	// A checksum of 16 bits misses one slip in 65,536; here are 2,976.
	if missed > 0 {
		t.Errorf("%d slips were not noticed", missed)
	}
}

func TestKeyFileOnDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "my.key")
	if _, err := ReadKeyFile(path); !errors.Is(err, ErrNoKey) {
		t.Errorf("none there: %v", err)
	}
	id := NewID()
	var wg sync.WaitGroup
	made := make(chan KeyFile, 8)
	for range 8 {
		wg.Go(func() {
			switch k, err := CreateKeyFile(path, id, "note"); {
			case err == nil:
				made <- k
			case !errors.Is(err, ErrKeyExists):
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if len(made) != 1 {
		t.Fatalf("%d made the file", len(made))
	}
	k := must(ReadKeyFile(path))(t)
	if want := <-made; !cmp.Equal(k, want, cmp.AllowUnexported(KeyFile{})) {
		t.Errorf("read %#v", k)
	}
	for name, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700 | os.ModeDir} {
		if st, err := os.Stat(name); err != nil || st.Mode() != want {
			t.Errorf("%s has mode %v, %v", filepath.Base(name), st.Mode(), err)
		}
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if k := must(ReadKeyFile(path))(t); !k.Shared {
		t.Error("that others may read it does not show")
	}
}

func FuzzKeyFile(f *testing.F) {
	f.Add([]byte(readVectors(f).KeyFile))
	f.Add([]byte("muster key 1\ndatabase 0\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		k, err := ParseKeyFile(text)
		if err != nil {
			if k != (KeyFile{}) {
				t.Error("an error, and a key")
			}
			return
		}
		if again, err := ParseKeyFile(k.Text("")); err != nil || again != k {
			t.Errorf("written and read: %v", err)
		}
	})
}
