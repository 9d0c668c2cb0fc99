package bolt

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"muster/store/kv"
)

// editOps are the keys and bytes of one edit as the store makes it: a record,
// its former image, the journal's entry, the head, two index entries.
func editOps(rng *rand.Rand, n uint64) []kv.Op {
	sealed := func(size int) []byte {
		b := make([]byte, size)
		for i := range b {
			b[i] = byte(rng.Uint32())
		}
		return b
	}
	id := func(kind byte, n uint64) []byte {
		return append(binary.BigEndian.AppendUint64([]byte{kind}, n), make([]byte, 8)...)
	}
	return []kv.Op{
		kv.Put(id('r', rng.Uint64N(5000)), sealed(414)),
		kv.Put(id('b', n), sealed(414)),
		kv.Put(id('j', n), sealed(222)),
		kv.Put([]byte("head"), sealed(158)),
		kv.Put(id('x', rng.Uint64()), sealed(94)),
		kv.Put(id('x', rng.Uint64()), sealed(94)),
	}
}

// seeded is a database of 5,000 records.
func seeded(b *testing.B) *Engine {
	b.Helper()
	e := opened(b, filepath.Join(b.TempDir(), "test.db"))
	rng := rand.New(rand.NewPCG(1, 1))
	_, err := e.Update(context.Background(), func(kv.Reader) (kv.Batch, error) {
		var batch kv.Batch
		for i := range uint64(5000) {
			op := editOps(rng, i)[0]
			op.Key = append(binary.BigEndian.AppendUint64([]byte{'r'}, i), make([]byte, 8)...)
			batch.Ops = append(batch.Ops, op)
		}
		return batch, nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return e
}

// BenchmarkEdit saves one edit after the other, in turn through us and through
// plain bbolt, open all the time, with the same keys and bytes. It reports the
// medians: plain, ours without opening and closing, these two by themselves,
// and the ratio, for which the budget is 1.3.
func BenchmarkEdit(b *testing.B) {
	ours := seeded(b)
	plainPath := filepath.Join(b.TempDir(), "plain.db")
	if err := ours.Backup(context.Background(), plainPath); err != nil {
		b.Fatal(err)
	}
	plain, err := bbolt.Open(plainPath, 0o600, &bbolt.Options{FreelistType: bbolt.FreelistMapType, NoStatistics: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := plain.Close(); err != nil {
			b.Error(err)
		}
	})
	rng := rand.New(rand.NewPCG(2, 2))
	var plainTook, oursTook, openTook []time.Duration
	n := uint64(0)
	for b.Loop() {
		n++
		ops := editOps(rng, n)
		start := time.Now()
		err := plain.Update(func(tx *bbolt.Tx) error {
			bucket := tx.Bucket(dataName())
			for _, op := range ops {
				if err := bucket.Put(op.Key, op.Value); err != nil {
					return err
				}
			}
			return nil
		})
		plainTook = append(plainTook, time.Since(start))
		if err != nil {
			b.Fatal(err)
		}
		start = time.Now()
		_, err = ours.Update(context.Background(), func(r kv.Reader) (kv.Batch, error) {
			for _, op := range ops[:4] { // what the store reads first
				if _, _, err := r.Get(op.Key); err != nil {
					return kv.Batch{}, err
				}
			}
			return kv.Batch{Ops: ops}, nil
		})
		oursTook = append(oursTook, time.Since(start))
		if err != nil {
			b.Fatal(err)
		}
		start = time.Now()
		_, err = ours.Update(context.Background(), func(kv.Reader) (kv.Batch, error) { return kv.Batch{}, nil })
		openTook = append(openTook, time.Since(start))
		if err != nil {
			b.Fatal(err)
		}
	}
	p, o, c := median(plainTook), median(oursTook), median(openTook)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(p, "plain-µs")
	b.ReportMetric(o-c, "ours-µs")
	b.ReportMetric(c, "open+close-µs")
	b.ReportMetric((o-c)/p, "ours/plain")
	b.ReportMetric(o/p, "with-open/plain")
}

// median is in microseconds.
func median(d []time.Duration) float64 {
	slices.Sort(d)
	return float64(d[len(d)/2].Nanoseconds()) / 1000
}

// BenchmarkChanged is what each window does once a second.
func BenchmarkChanged(b *testing.B) {
	e := seeded(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.Changed(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkView opens, reads one record, and closes.
func BenchmarkView(b *testing.B) {
	e := seeded(b)
	key := append(binary.BigEndian.AppendUint64([]byte{'r'}, 2500), make([]byte, 8)...)
	b.ReportAllocs()
	for b.Loop() {
		err := e.View(context.Background(), func(r kv.Reader) error {
			_, _, err := r.Get(key)
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkScan reads 5,000 records of 414 bytes.
func BenchmarkScan(b *testing.B) {
	e := seeded(b)
	for b.Loop() {
		n := 0
		err := e.View(context.Background(), func(r kv.Reader) error {
			return r.Scan([]byte{'r'}, nil, func(kv.Item) (bool, error) { n++; return true, nil })
		})
		if err != nil || n != 5000 {
			b.Fatal(n, err)
		}
	}
}

// BenchmarkImport commits 10,000 rows as one act.
func BenchmarkImport(b *testing.B) {
	rng := rand.New(rand.NewPCG(3, 3))
	for round := 0; b.Loop(); round++ {
		e := opened(b, filepath.Join(b.TempDir(), fmt.Sprintf("%d.db", round)))
		var batch kv.Batch
		for i := range uint64(10_000) {
			batch.Ops = append(batch.Ops, editOps(rng, i)[1:3]...)
		}
		if _, err := e.Update(context.Background(), func(kv.Reader) (kv.Batch, error) { return batch, nil }); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMillion loads a million records of 414 bytes, then opens them again
// and again, and reports medians beside.
func BenchmarkMillion(b *testing.B) {
	ctx := context.Background()
	path := newPath(b)
	e := opened(b, path)
	start := time.Now()
	value := make([]byte, 414)
	for part := range uint64(5) {
		_, err := e.Update(ctx, func(kv.Reader) (kv.Batch, error) {
			var batch kv.Batch
			for i := range uint64(limits.Ops) {
				key := append(binary.BigEndian.AppendUint64([]byte{'r'}, part<<32+i), make([]byte, 8)...)
				batch.Ops = append(batch.Ops, kv.Put(key, value))
			}
			return batch, nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	load := time.Since(start)
	stats, err := e.Stats(ctx)
	if err != nil {
		b.Fatal(err)
	}
	var view, edit, scan []time.Duration
	timed := func(d *[]time.Duration, act func() error) {
		b.StopTimer()
		start := time.Now()
		if err := act(); err != nil {
			b.Fatal(err)
		}
		*d = append(*d, time.Since(start))
		b.StartTimer()
	}
	for b.Loop() {
		e, err := Open(ctx, path, Options{})
		if err != nil {
			b.Fatal(err)
		}
		timed(&view, func() error { return e.View(ctx, nothing) })
		timed(&edit, func() error { return put(e, "a", "b") })
		timed(&scan, func() error {
			return e.View(ctx, func(r kv.Reader) error {
				return r.Scan(nil, nil, func(kv.Item) (bool, error) { return true, nil })
			})
		})
	}
	b.ReportMetric(load.Seconds(), "load-s")
	b.ReportMetric(float64(stats.FileBytes>>20), "MiB")
	b.ReportMetric(median(view), "view-µs")
	b.ReportMetric(median(edit), "edit-µs")
	b.ReportMetric(median(scan), "scan-µs")
}
