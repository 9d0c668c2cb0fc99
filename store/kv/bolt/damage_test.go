package bolt

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"time"

	"muster/store/kv"
)

// checked is a value that tells whether it is right, as a sealed one does.
func checked(key string, n int) []byte {
	body := bytes.Repeat([]byte(fmt.Sprintf("%s %d ", key, n)), 1+n%25)
	sum := sha256.Sum256(append([]byte(key), body...))
	return append(body, sum[:8]...)
}

func isRight(key, value []byte) bool {
	if len(value) < 8 {
		return false
	}
	body, sum := value[:len(value)-8], value[len(value)-8:]
	want := sha256.Sum256(append(bytes.Clone(key), body...))
	return bytes.Equal(sum, want[:8])
}

// bigDatabase makes a file with some depth, free pages and long values.
func bigDatabase(t testing.TB) (path string, items map[string][]byte) {
	t.Helper()
	path = quickPath(t)
	e := opened(t, path)
	items = map[string][]byte{}
	rng := rand.New(rand.NewPCG(1, 2))
	for round := range 4 {
		_, err := e.Update(context.Background(), func(kv.Reader) (kv.Batch, error) {
			batch := map[string]kv.Op{}
			for i := range 250 {
				key := fmt.Sprintf("%s/%060x", []string{"r", "j", "i"}[i%3], rng.IntN(700))
				if round == 3 && i < 150 {
					batch[key] = kv.Delete([]byte(key))
					continue
				}
				n := i
				if i == 77 {
					n = 9000 // runs on over several pages
				}
				batch[key] = kv.Put([]byte(key), checked(key, n))
			}
			var b kv.Batch
			for k, op := range batch {
				b.Ops = append(b.Ops, op)
				if op.Delete {
					delete(items, k)
				} else {
					items[k] = op.Value
				}
			}
			return b, nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	verified(t, path)
	return path, items
}

// mutate spoils a copy of the file, in one of many ways.
func mutate(good []byte, rng *rand.Rand) (bad []byte, how string) {
	bad = bytes.Clone(good)
	pages := len(bad) / 4096
	some := func() []byte { p := rng.IntN(pages); return bad[p*4096:][:4096] }
	at := rng.IntN(len(bad))
	switch kind := rng.IntN(12); kind {
	case 0, 1:
		bad[at] ^= 1 << rng.IntN(8)
		how = "a bit"
	case 2:
		for i := at; i < min(at+64, len(bad)); i++ {
			bad[i] = byte(rng.Uint32())
		}
		how = "64 bytes"
	case 3:
		clear(some())
		how = "a page of zeros"
	case 4:
		a, b := some(), some()
		tmp := bytes.Clone(a)
		copy(a, b)
		copy(b, tmp)
		how = "two pages exchanged"
	case 5:
		bad = bad[:at]
		how = "cut"
	case 6:
		clear(bad[at:])
		how = "a tail of zeros"
	case 7, 8:
		copy(some()[8+rng.IntN(8):], []byte{byte(rng.IntN(20))})
		how = "a page's header"
	case 9, 10: // where a branch leads, or where an entry lies
		p := some()
		for range 20 {
			if binary.NativeEndian.Uint16(p[8:]) == branchPage {
				break
			}
			p = some()
		}
		el := pageHeader + elementSize*rng.IntN(1+int(binary.NativeEndian.Uint16(p[10:])%200))
		binary.NativeEndian.PutUint64(p[el+8*rng.IntN(2):], uint64(rng.IntN(pages+2)))
		how = "an entry of a page"
	case 11:
		for p := range pages {
			if binary.NativeEndian.Uint16(bad[p*4096+8:]) == freelistPage {
				binary.NativeEndian.PutUint64(bad[p*4096+pageHeader+8*rng.IntN(4):], uint64(rng.IntN(pages+2)))
			}
		}
		how = "the free list"
	}
	return bad, how
}

// TestDamage spoils the file in many ways. Whatever is read must be right, or
// be seen to be wrong by its own checksum; nothing may crash or hang; and what
// Verify passes must be complete. MUSTER_DAMAGE=10000 runs longer.
func TestDamage(t *testing.T) {
	path, items := bigDatabase(t)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	seed := uint64(times(t, "MUSTER_SEED", int(time.Now().UnixNano())))
	rng := rand.New(rand.NewPCG(seed, 0))
	found, passed := 0, 0
	for i := range times(t, "MUSTER_DAMAGE", 200) {
		bad, how := mutate(good, rng)
		if bytes.Equal(bad, good) {
			continue
		}
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		errs := make(chan error, 1)
		go func() { errs <- useDamaged(path, items) }()
		select {
		case err = <-errs:
		case <-time.After(20 * time.Second):
			t.Fatalf("seed %d, %d: %s: it hangs", seed, i, how)
		}
		var wrong wrongError
		switch {
		case errors.As(err, &wrong):
			t.Errorf("seed %d, %d: %s: %v", seed, i, how, err)
		case err != nil:
			found++
		default:
			passed++
		}
	}
	t.Logf("%d found, %d did no harm", found, passed)
}

// wrongError is a fault of ours, unlike what the engine reports.
type wrongError string

func (e wrongError) Error() string { return string(e) }

// useDamaged does all that is done with a database. It answers a wrongError if
// the engine did wrong, another error if it found the damage.
func useDamaged(path string, items map[string][]byte) error {
	ctx := context.Background()
	e, err := Open(ctx, path, Options{Wait: time.Second})
	if err != nil {
		return explained(err)
	}
	sound := e.Verify(ctx)
	seen, spoilt := 0, 0
	err = e.View(ctx, func(r kv.Reader) error {
		for _, walk := range []func(prefix, from []byte, fn func(kv.Item) (bool, error)) error{r.Scan, r.ScanReverse} {
			seen = 0
			err := walk(nil, nil, func(it kv.Item) (bool, error) {
				switch want, ours := items[string(it.Key)]; {
				case !isRight(it.Key, it.Value):
					spoilt++
				case !ours || !bytes.Equal(want, it.Value):
					return false, wrongError("an item that never was")
				default:
					seen++
				}
				return true, nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if errors.As(err, new(wrongError)) {
		return err
	}
	if err == nil && sound == nil && spoilt == 0 && seen != len(items) {
		return wrongError(fmt.Sprintf("verified, and %d of %d are there", seen, len(items)))
	}
	err = errors.Join(err, e.View(ctx, func(r kv.Reader) (err error) {
		for k := range items {
			if _, _, err = r.Get([]byte(k)); err != nil {
				break
			}
		}
		return err
	}))
	_, uerr := e.Update(ctx, func(kv.Reader) (kv.Batch, error) {
		b := kv.Batch{Ops: []kv.Op{kv.Put([]byte("new"), make([]byte, 3000))}}
		for k := range items {
			b.Ops = append(b.Ops, kv.Put([]byte(k), nil))
			if len(b.Ops) > 40 {
				break
			}
		}
		return b, nil
	})
	_, serr := e.Stats(ctx)
	for _, err := range []error{err, uerr, serr, sound} {
		if err := explained(err); err != nil {
			return err
		}
	}
	if spoilt > 0 {
		return errors.New("values are wrong")
	}
	return nil
}

// explained holds an error to be one of those that a damaged file may give.
func explained(err error) error {
	if err == nil || errors.Is(err, kv.ErrDamaged) || errors.Is(err, kv.ErrForeign) || errors.Is(err, kv.ErrNewer) {
		return err
	}
	return wrongError(fmt.Sprintf("unexpected: %v", err))
}

// TestCircle leads a branch page back to itself and to others; bbolt by itself
// never comes back from there.
func TestCircle(t *testing.T) {
	path, items := bigDatabase(t)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	pages := uint64(len(good) / 4096)
	tried := 0
	for p := uint64(2); p < pages; p++ {
		page := good[p*4096:][:4096]
		if binary.NativeEndian.Uint16(page[8:]) != branchPage {
			continue
		}
		count := uint64(binary.NativeEndian.Uint16(page[10:]))
		for _, el := range []uint64{0, count - 1} {
			for _, to := range []uint64{p, p - 1, 0, 1, pages, 1 << 60} {
				bad := bytes.Clone(good)
				binary.NativeEndian.PutUint64(bad[p*4096+pageHeader+el*elementSize+8:], to)
				if err := os.WriteFile(path, bad, 0o600); err != nil {
					t.Fatal(err)
				}
				if err := useDamaged(path, items); errors.As(err, new(wrongError)) {
					t.Errorf("page %d entry %d leads to %d: %v", p, el, to, err)
				}
				tried++
			}
		}
	}
	if tried < 24 {
		t.Errorf("only %d tried: the tree is flat", tried)
	}
}

// TestLengthOfAPage has a page say that it runs on for millions. bbolt would
// free them all, for hours.
func TestLengthOfAPage(t *testing.T) {
	path, _ := bigDatabase(t)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m, err := readMeta(bytes.NewReader(good), 0, false)
	if err != nil {
		t.Fatal(err)
	}
	free, _, err := image{bytes.NewReader(good), m}.free()
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for id := uint64(2); id < m.pages; id += 3 {
		p, err := image{bytes.NewReader(good), m}.page(id)
		if err != nil || p.kind != leafPage || slices.Contains(free, id) {
			continue
		}
		entries, err := p.elements(nil, nil)
		if err != nil || entries[0].flags == bucketFlag {
			continue
		}
		bad := bytes.Clone(good)
		binary.NativeEndian.PutUint32(bad[id*4096+12:], []uint32{1, 2, 1 << 28}[tried%3]+uint32(p.run)-1)
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		e, err := Open(context.Background(), path, Options{})
		if err == nil { // it may be found already
			err = put(e, string(entries[len(entries)/2].key), "new")
		}
		if !errors.Is(err, kv.ErrDamaged) {
			t.Errorf("page %d: %v", id, err)
		}
		tried++
	}
	if tried < 20 {
		t.Errorf("only %d tried", tried)
	}
}
