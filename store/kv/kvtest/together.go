package kvtest

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"muster/store/kv"
)

// testNoLostUpdate lets several writers, on two engines, count in one key
// with nothing but a Get, and each in its own.
func testNoLostUpdate(t *testing.T, open Open) {
	const writers, each = 4, 15
	again := open(t)
	engines := []kv.Engine{again(), again()}
	revs := make(chan kv.Rev, writers*each)
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			own := []byte(fmt.Sprint("own", w))
			for i := range each {
				rev, err := engines[w%2].Update(context.Background(), func(r kv.Reader) (kv.Batch, error) {
					it, _, err := r.Get([]byte("sum"))
					if err != nil {
						return kv.Batch{}, err
					}
					n, _ := strconv.Atoi(string(it.Value)) // none at first: 0
					return kv.Batch{Ops: []kv.Op{set("sum", strconv.Itoa(n+1)), kv.Put(own, []byte{byte(i)})}}, nil
				})
				if err != nil {
					t.Error(err)
					return
				}
				revs <- rev
			}
		})
	}
	wg.Wait()
	close(revs)
	seen := map[kv.Rev]bool{}
	for rev := range revs {
		if seen[rev] {
			t.Errorf("two commits got revision %d", rev)
		}
		seen[rev] = true
	}
	if got, _ := get(t, engines[0], "sum"); got.Value != strconv.Itoa(writers*each) {
		t.Errorf("counted %s of %d", got.Value, writers*each)
	}
}

// testModel compares with a map whatever rapid thinks of.
func testModel(t *testing.T, open Open) {
	rapid.Check(t, func(rt *rapid.T) {
		again := open(t)
		engines := []kv.Engine{again(), again()}
		defer func() {
			for _, e := range engines {
				if err := e.Close(); err != nil {
					t.Error(err)
				}
			}
		}()
		key := rapid.StringMatching(`[a-c\xff]{1,3}`)
		want := map[string]entry{}
		var last kv.Rev
		rt.Repeat(map[string]func(*rapid.T){
			"commit": func(rt *rapid.T) {
				b, next, holds := drawBatch(rt, key, want)
				rev, err := rapid.SampledFrom(engines).Draw(rt, "by").Update(context.Background(), func(r kv.Reader) (kv.Batch, error) {
					if r.Rev() != last {
						rt.Errorf("saw revision %d, not %d", r.Rev(), last)
					}
					return b, nil
				})
				switch {
				case (err == nil) != holds:
					rt.Fatalf("checks hold: %v; answer: %v", holds, err)
				case err != nil:
					return
				}
				if next == nil { // nothing changed
					if rev != last {
						rt.Fatalf("no change made revision %d of %d", rev, last)
					}
					return
				}
				if rev <= last {
					rt.Fatalf("revision %d after %d", rev, last)
				}
				last = rev
				for k, v := range next {
					if v == nil {
						delete(want, k)
					} else {
						want[k] = entry{k, *v, rev}
					}
				}
			},
			"scan": func(rt *rapid.T) {
				prefix := rapid.StringMatching(`[a-c\xff]{0,2}`).Draw(rt, "prefix")
				from := rapid.StringMatching(`[a-c\xff]{0,3}`).Draw(rt, "from")
				reverse := rapid.Bool().Draw(rt, "reverse")
				n := rapid.IntRange(0, 4).Draw(rt, "n")
				got, rev := scan(t, rapid.SampledFrom(engines).Draw(rt, "by"), prefix, from, reverse, n)
				if d := cmp.Diff(modelScan(want, prefix, from, reverse, n), got); d != "" || rev != last {
					rt.Fatalf("scan %q from %q, reverse %v, revision %d: %s", prefix, from, reverse, rev, d)
				}
			},
			"get": func(rt *rapid.T) {
				k := key.Draw(rt, "key")
				got, found := get(t, rapid.SampledFrom(engines).Draw(rt, "by"), k)
				if w, ok := want[k]; found != ok || got != w {
					rt.Fatalf("get %q: %v, %v; want %v, %v", k, got, found, w, ok)
				}
			},
		})
	})
}

// drawBatch draws a batch. next is what it puts (nil: deletes), or nil if it
// changes nothing; holds tells whether its checks do.
func drawBatch(rt *rapid.T, key *rapid.Generator[string], want map[string]entry) (b kv.Batch, next map[string]*string, holds bool) {
	holds = true
	for _, k := range rapid.SliceOfNDistinct(key, 0, 4, rapid.ID).Draw(rt, "keys") {
		if rapid.IntRange(0, 3).Draw(rt, "op") == 0 {
			b.Ops = append(b.Ops, kv.Delete([]byte(k)))
			if _, found := want[k]; found {
				next = with(next, k, nil)
			}
			continue
		}
		v := rapid.StringN(0, 20, 40).Draw(rt, "value")
		b.Ops = append(b.Ops, set(k, v))
		next = with(next, k, &v)
	}
	for _, k := range rapid.SliceOfN(key, 0, 2).Draw(rt, "checks") {
		rev := want[k].Rev
		if rapid.IntRange(0, 4).Draw(rt, "stale") == 0 {
			rev++
			holds = false
		}
		b.Checks = append(b.Checks, kv.Check{Key: []byte(k), Rev: rev})
	}
	return b, next, holds
}

func with(m map[string]*string, k string, v *string) map[string]*string {
	if m == nil {
		m = map[string]*string{}
	}
	m[k] = v
	return m
}

// modelScan is Scan over a map.
func modelScan(m map[string]entry, prefix, from string, reverse bool, n int) (got []entry) {
	for _, k := range slices.Sorted(maps.Keys(m)) {
		if strings.HasPrefix(k, prefix) && (from == "" || !reverse && k > from || reverse && k < from) {
			got = append(got, m[k])
		}
	}
	if reverse {
		slices.Reverse(got)
	}
	if n > 0 && len(got) > n {
		got = got[:n]
	}
	return got
}
