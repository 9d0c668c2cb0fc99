package store

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"muster/model"
)

// makeGolden makes the folder of the present format, if it is not there: once,
// before a release. What is there is never made again.
var makeGolden = flag.Bool("make-golden", false, "make testdata/formatN for a new format")

// A database of every format that was released opens, holds what it held, and
// can be worked on.
func TestGoldenDatabases(t *testing.T) {
	now := filepath.Join("testdata", fmt.Sprintf("format%d", format))
	if _, err := os.Stat(now); *makeGolden && os.IsNotExist(err) {
		golden(t, now)
	}
	folders, err := filepath.Glob(filepath.Join("testdata", "format*"))
	check(t, err)
	if len(folders) != format {
		t.Fatalf("%d golden databases of %d formats", len(folders), format)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			want, err := os.ReadFile(filepath.Join(folder, "export.json"))
			check(t, err)
			journal, err := os.ReadFile(filepath.Join(folder, "journal.txt"))
			check(t, err)
			dir := t.TempDir()
			check(t, os.CopyFS(dir, os.DirFS(folder)))
			check(t, filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() {
					return err
				}
				return os.Chmod(p, 0o600)
			}))
			o := options(dir, "Soto")
			o.Create = false
			s, err := Open(t.Context(), o)
			check(t, err)
			defer func() { check(t, s.Close()) }()
			if got := journalText(t, s); got != string(journal) {
				t.Errorf("journal:\n%s\nwant\n%s", got, journal)
			}
			got := exported(t, s)
			if folder == now && got != string(want) {
				t.Errorf("exported\n%s", got)
			}
			holds(t, got, string(want))
			again := inMemory(t, roomy(), t.TempDir(), "Soto")
			_, err = again.ImportAll(t.Context(), strings.NewReader(string(want)), nil)
			check(t, err)
			if exported(t, again) != got {
				t.Error("what its program wrote out is not what it holds")
			}
			sound(t, s)
			check(t, s.SetActor("Ruiz"))
			for range 3 {
				_, err = s.Undo(t.Context())
				check(t, err)
			}
			sound(t, s)
		})
	}
}

// holds fails the test unless every record that was written out then is
// written out now, to the letter, and no other. None of them has anything in
// it that is said otherwise now.
func holds(t *testing.T, now, then string) {
	t.Helper()
	records := func(s string) (out []string) {
		for l := range strings.Lines(s) {
			if strings.HasPrefix(l, `{"id":`) || strings.HasPrefix(l, `{"rules":`) {
				out = append(out, strings.TrimRight(l, ",]}\n"))
			}
		}
		return out
	}
	if d := cmp.Diff(records(then), records(now)); d != "" {
		t.Error(d)
	}
}

func journalText(t *testing.T, s *Store) string {
	t.Helper()
	var b strings.Builder
	check(t, s.Journal(t.Context(), Filter{}, func(e Entry) bool {
		fmt.Fprintf(&b, "%d %s %s %v %d items, undoes %d, redoes %d\n",
			e.Rev, e.At.Format("2006-01-02T15:04:05.00Z"), e.Actor, e.Act, len(e.Items), e.Undoes, e.Redoes)
		return true
	}))
	return b.String()
}

// golden makes a database with several acts over records of every kind.
func golden(t *testing.T, folder string) {
	t.Helper()
	s := openIn(t, folder, "Ruiz")
	for i, seed := range []int{2, 5, 7} {
		recs := rapid.Custom(func(rt *rapid.T) []model.Record { return world(rt, s.NewID) }).Example(seed)
		var c model.Change
		for _, r := range recs {
			switch v := r.(type) {
			case *model.Cohort:
				v.Code = fmt.Sprintf("W%d-%s", i, v.Code)
			case *model.Certificate:
				v.No = fmt.Sprintf("W%d-%s", i, v.No)
			}
			if _, ok := r.(*model.Settings); !ok || i == 0 {
				c.Puts = append(c.Puts, model.Put{Record: r})
			}
		}
		c.Act = model.Say("act.golden", "n", len(c.Puts), "on", model.Date(20000), "cohorts", []string{"A", "B"})
		_, err := s.Commit(t.Context(), c)
		check(t, err)
	}
	n := 1
	settings := &model.Settings{
		Rules: []model.RuleSetting{{Rule: "rest", Value: &n, Reason: "weather"}}, Callees: []model.Callee{{Name: "Duty officer", After: 30}},
		Wishes: []model.WishSetting{{ID: "gaps", Step: 2}},
	}
	_, was, err := s.Get(t.Context(), model.RefOf(settings))
	if err != nil {
		was = 0
	}
	put(t, s, was, settings)
	_, err = s.Undo(t.Context())
	check(t, err)
	_, err = s.Redo(t.Context())
	check(t, err)
	a := &model.Agency{ID: s.NewID(), Name: "Gone"}
	rev := put(t, s, 0, a)
	_, err = remove(s, rev, a)
	check(t, err)
	_, err = s.Note(t.Context(), model.Say("act.note"))
	check(t, err)
	check(t, os.WriteFile(filepath.Join(folder, "journal.txt"), []byte(journalText(t, s)), 0o600))
	o := options(folder, "Ruiz")
	o.ReadOnly, o.Create = true, false
	r, err := Open(t.Context(), o)
	check(t, err)
	check(t, os.WriteFile(filepath.Join(folder, "export.json"), []byte(exported(t, r)), 0o600))
	check(t, r.Close())
}
