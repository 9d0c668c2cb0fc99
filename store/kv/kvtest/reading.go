package kvtest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/store/kv"
)

func testEmpty(t *testing.T, open Open) {
	e := open(t)()
	got, rev := scan(t, e, "", "", false, 0)
	if len(got) != 0 || rev != 0 {
		t.Errorf("an empty database has %v at revision %d", got, rev)
	}
	if _, found := get(t, e, "a"); found {
		t.Error("found a key")
	}
}

func testPutGetDelete(t *testing.T, open Open) {
	e := open(t)()
	one := put(t, e, set("a", "first"), set("b", ""))
	two := put(t, e, set("a", "second"))
	if one == 0 || two <= one {
		t.Errorf("revisions %d, %d do not grow", one, two)
	}
	want := []entry{{"a", "second", two}, {"b", "", one}}
	if got := all(t, e); !cmp.Equal(got, want) {
		t.Error(cmp.Diff(want, got))
	}
	if got, found := get(t, e, "a"); !found || got != want[0] {
		t.Errorf("got %v, %v", got, found)
	}
	if _, found := get(t, e, ""); found {
		t.Error("found the empty key")
	}
	err := e.View(context.Background(), func(r kv.Reader) error {
		if it, _, _ := r.Get([]byte("b")); it.Value == nil {
			t.Error("an empty value came back as none")
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	three := put(t, e, kv.Delete([]byte("a")), set("c", "third"))
	want = []entry{{"b", "", one}, {"c", "third", three}}
	if got := all(t, e); !cmp.Equal(got, want) {
		t.Error(cmp.Diff(want, got))
	}
}

// keysForScan are awkward neighbours.
func keysForScan() []string {
	return []string{"a", "a\x00", "ab", "abc", "ac", "b", "b\xff", "b\xff\xff", "c\xff", "\xff", "\xff\xff"}
}

func testScan(t *testing.T, open Open) {
	e := open(t)()
	for _, k := range keysForScan() {
		put(t, e, set(k, "v"))
	}
	for _, c := range []struct {
		prefix, from string
		reverse      bool
		want         []string
	}{
		{"", "", false, keysForScan()},
		{"a", "", false, []string{"a", "a\x00", "ab", "abc", "ac"}},
		{"a", "ab", false, []string{"abc", "ac"}},
		{"a", "aa", false, []string{"ab", "abc", "ac"}},
		{"a", "ac", false, nil},
		{"b", "a", false, []string{"b", "b\xff", "b\xff\xff"}},
		{"a", "b", false, nil},
		{"b\xff", "", false, []string{"b\xff", "b\xff\xff"}},
		{"\xff", "", false, []string{"\xff", "\xff\xff"}},
		{"nothing", "", false, nil},
		{"", "c", false, []string{"c\xff", "\xff", "\xff\xff"}},
		{"", "", true, backwards(keysForScan())},
		{"a", "", true, []string{"ac", "abc", "ab", "a\x00", "a"}},
		{"a", "ab", true, []string{"a\x00", "a"}},
		{"a", "ad", true, []string{"ac", "abc", "ab", "a\x00", "a"}},
		{"a", "z", true, []string{"ac", "abc", "ab", "a\x00", "a"}},
		{"a", "a", true, nil},
		{"b", "a", true, nil},
		{"b\xff", "", true, []string{"b\xff\xff", "b\xff"}},
		{"\xff", "", true, []string{"\xff\xff", "\xff"}},
		{"\xff", "\xff\xff", true, []string{"\xff"}},
		{"nothing", "", true, nil},
		{"", "ab", true, []string{"a\x00", "a"}},
	} {
		items, _ := scan(t, e, c.prefix, c.from, c.reverse, 0)
		var got []string
		for _, it := range items {
			got = append(got, it.Key)
		}
		if !cmp.Equal(got, c.want) {
			t.Errorf("prefix %q from %q reverse %v: %q, want %q", c.prefix, c.from, c.reverse, got, c.want)
		}
	}
}

func backwards(keys []string) []string {
	b := slices.Clone(keys)
	slices.Reverse(b)
	return b
}

func testPages(t *testing.T, open Open) {
	e := open(t)()
	var want []string
	for i := range 23 {
		k := fmt.Sprintf("p%02d", i)
		put(t, e, set(k, "v"))
		want = append(want, k)
	}
	put(t, e, set("o", ""), set("q", ""))
	for _, reverse := range []bool{false, true} {
		var got []string
		for from := ""; ; {
			items, _ := scan(t, e, "p", from, reverse, 5)
			if len(items) == 0 {
				break
			}
			for _, it := range items {
				got = append(got, it.Key)
			}
			from = got[len(got)-1]
		}
		if reverse {
			want = backwards(want)
		}
		if !cmp.Equal(got, want) {
			t.Errorf("reverse %v: %s", reverse, cmp.Diff(want, got))
		}
	}
}

func testScanStops(t *testing.T, open Open) {
	e := open(t)()
	put(t, e, set("a", ""), set("b", ""), set("c", ""))
	stop := errors.New("enough")
	for _, reverse := range []bool{false, true} {
		n := 0
		err := e.View(context.Background(), func(r kv.Reader) error {
			walk := r.Scan
			if reverse {
				walk = r.ScanReverse
			}
			return walk(nil, nil, func(kv.Item) (bool, error) {
				n++
				return true, stop
			})
		})
		if err != stop || n != 1 {
			t.Errorf("reverse %v: %v after %d items", reverse, err, n)
		}
	}
}

func testOneRevision(t *testing.T, open Open) {
	again := open(t)
	e, other := again(), again()
	first := put(t, e, set("a", "one"))
	written := make(chan error, 1)
	err := e.View(context.Background(), func(r kv.Reader) error {
		go func() {
			_, err := other.Update(context.Background(), func(kv.Reader) (kv.Batch, error) {
				return kv.Batch{Ops: []kv.Op{set("a", "two")}}, nil
			})
			written <- err
		}()
		// The writer may be waiting for us, or be through; it must not show.
		for range 100 {
			it, found, err := r.Get([]byte("a"))
			if err != nil {
				return err
			}
			if got := entryOf(it); !found || got != (entry{"a", "one", first}) || r.Rev() != first {
				return fmt.Errorf("saw %v at revision %d", got, r.Rev())
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	if err := <-written; err != nil {
		t.Error(err)
	}
	if got, _ := get(t, e, "a"); got.Value != "two" {
		t.Errorf("afterwards %v", got)
	}
}

func testChanged(t *testing.T, open Open) {
	again := open(t)
	e, other := again(), again()
	stamp := func(e kv.Engine) kv.Stamp {
		s, err := e.Changed(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	seen := map[kv.Stamp]bool{}
	for i := range 5 {
		s := stamp(e)
		if s != stamp(e) || s != stamp(other) {
			t.Error("two looks at one state differ")
		}
		all(t, e)
		if s != stamp(e) {
			t.Error("a View changed it")
		}
		if seen[s] {
			t.Error("a commit did not change it")
		}
		seen[s] = true
		put(t, []kv.Engine{e, other}[i%2], set("a", fmt.Sprint(i)))
	}
}
