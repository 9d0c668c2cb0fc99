package finder

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"muster/model"
	"muster/model/sample"
	"muster/store"
)

// sizes are how many people the benchmarks have; MUSTER_PEOPLE=200000 asks for
// others.
func sizes() []int {
	if n, err := strconv.Atoi(os.Getenv("MUSTER_PEOPLE")); err == nil {
		return []int{n}
	}
	return []int{sample.Alumni, 20_000}
}

// peopled is a database of the demonstration with so many past officers.
func peopled(b *testing.B, people int) *store.Store {
	b.Helper()
	today, _ := model.NewDate(2026, 3, 9)
	st := opened(b, b.TempDir())
	c := model.Change{Act: model.Say("act.test")}
	flush := func() {
		_, err := st.Commit(context.Background(), c)
		check(b, err)
		c.Puts = nil
	}
	for r := range sample.All(today, 1, people) {
		if c.Puts = append(c.Puts, model.Put{Record: r}); len(c.Puts) == 10_000 {
			flush()
		}
	}
	flush()
	return st
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func BenchmarkBuild(b *testing.B) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			st := peopled(b, n)
			before := heap()
			var ix *Index
			for b.Loop() {
				ix = nil
				var err error
				ix, err = Build(b.Context(), st, nil, skillWords)
				check(b, err)
			}
			b.ReportMetric(float64(heap()-before)/float64(ix.Len()), "B/person")
			b.ReportMetric(float64(ix.Len()), "people")
			runtime.KeepAlive(ix)
		})
	}
}

// typings are questions as they come, key by key.
var typings = []string{
	"hernandes vehicle", "garcia lopez sonora", "maria del carmen", "jose luis chih", "mohamed", "policia estatal son", "mex-26-1", "hernadnez",
	"gonsalez rodriguez", "cdmx", "xyzzyplugh", "santos quispe mamani", "ana",
}

// BenchmarkKey is one key typed: what the search line asks, the rows shown and
// nothing else. p99 and worst are over all prefixes of the typings.
func BenchmarkKey(b *testing.B) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			ix, err := Build(b.Context(), peopled(b, n), nil, skillWords)
			check(b, err)
			var keys []string
			for _, t := range typings {
				for i := range t {
					keys = append(keys, t[:i+1])
				}
			}
			took := make(map[string]time.Duration, len(keys))
			for i := 0; b.Loop(); i++ {
				k := keys[i%len(keys)]
				begun := time.Now()
				ix.Search(Parse(k)).Window(0, 40)
				if d := time.Since(begun); took[k] == 0 || d < took[k] {
					took[k] = d
				}
			}
			var all []time.Duration
			worst := ""
			for k, d := range took {
				if all = append(all, d); d > took[worst] {
					worst = k
				}
			}
			slices.Sort(all)
			b.ReportMetric(float64(all[len(all)/2].Microseconds()), "µs-p50")
			b.ReportMetric(float64(all[len(all)*99/100].Microseconds()), "µs-p99")
			b.Logf("slowest: %q, %v", worst, took[worst])
		})
	}
}

// BenchmarkOddNames is the slowest key when everybody's name is of words that
// nobody else has.
func BenchmarkOddNames(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		w := make([]byte, 4+rng.IntN(8))
		for i := range w {
			w[i] = "aeiourstlnmdcz"[rng.IntN(14)]
		}
		return string(w)
	}
	docs := make([]doc, 20_000)
	for i := range docs {
		p := &model.Person{ID: model.NewID(int64(i), [10]byte{}), Given: word(), Family: word(), Family2: word()}
		docs[i] = describe(p, facts{}, nil)
	}
	ix := &Index{base: segmentOf(docs)}
	b.ReportMetric(float64(ix.base.names.len()), "terms")
	for _, words := range []string{"a", "ana", "nosuchlongword", "zzzznosuch altoget", "sarmiento"} {
		b.Run(strings.ReplaceAll(words, " ", "+"), func(b *testing.B) {
			for b.Loop() {
				ix.Search(Query{Words: words}).Window(0, 40)
			}
		})
	}
}

func BenchmarkFacets(b *testing.B) {
	ix, err := Build(b.Context(), peopled(b, 20_000), nil, skillWords)
	check(b, err)
	for b.Loop() {
		ix.Facets(Query{})
	}
}

// BenchmarkRenew is the index after a contact with somebody was noted.
func BenchmarkRenew(b *testing.B) {
	st := peopled(b, 20_000)
	ix, err := Build(b.Context(), st, nil, skillWords)
	check(b, err)
	p := ix.Search(Query{}).Window(777, 1)[0].Entry.ID
	_, err = st.Commit(b.Context(), model.Change{Act: model.Say("act.test"), Puts: []model.Put{
		{Record: &model.Contact{ID: st.NewID(), Person: p, At: 28_000_000, Channel: model.Phone}},
	}})
	check(b, err)
	for b.Loop() {
		next, err := ix.Renew(b.Context(), st, []model.Ref{})
		check(b, err)
		if e, _ := next.Get(p); e.LastContact == 0 {
			b.Fatal("not noted")
		}
	}
}
