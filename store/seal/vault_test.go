package seal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// a vault for tests and its key file.
func testVault(t testing.TB) (*Vault, KeyFile) {
	t.Helper()
	k := newKeyFile(NewID())
	return must(NewVault(k))(t), k
}

func TestSealOpen(t *testing.T) {
	v, k := testVault(t)
	again := must(Open(must(v.Slots())(t), k))(t)
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.SliceOfN(rapid.Byte(), 1, 120).Draw(t, "key")
		plain := rapid.SliceOfN(rapid.Byte(), 0, 400).Draw(t, "plain")
		sealed := v.Seal(key, plain)
		if len(sealed) != SealedSize(len(plain)) || (len(sealed)-headSize-gcmSize)%padStep != 0 {
			t.Fatalf("%d bytes became %d", len(plain), len(sealed))
		}
		if len(plain) > 8 && bytes.Contains(sealed, plain) {
			t.Fatal("the value shows")
		}
		got, err := again.Open(key, sealed)
		if err != nil || !bytes.Equal(got, plain) {
			t.Fatalf("opened to %x, %v", got, err)
		}
		if bytes.Equal(sealed, v.Seal(key, plain)) {
			t.Fatal("sealed twice, the same")
		}
	})
}

func TestSizesTellLittle(t *testing.T) {
	for _, c := range []struct{ n, want int }{{0, 94}, {1, 94}, {63, 94}, {64, 158}, {126, 158}, {127, 158}, {350, 414}} {
		if got := SealedSize(c.n); got != c.want {
			t.Errorf("%d bytes are sealed in %d, want %d", c.n, got, c.want)
		}
	}
}

// TestEveryBit changes each bit of a sealed value, and each length of it.
func TestEveryBit(t *testing.T) {
	v, _ := testVault(t)
	key, plain := []byte("r/1"), bytes.Repeat([]byte("x"), 100)
	sealed := v.Seal(key, plain)
	for i := range sealed {
		for bit := range 8 {
			bad := bytes.Clone(sealed)
			bad[i] ^= 1 << bit
			if got, err := v.Open(key, bad); !errors.Is(err, ErrTampered) || got != nil {
				t.Fatalf("byte %d bit %d: %x, %v", i, bit, got, err)
			}
		}
	}
	for n := range len(sealed) {
		if got, err := v.Open(key, sealed[:n]); !errors.Is(err, ErrTampered) || got != nil {
			t.Fatalf("cut to %d: %x, %v", n, got, err)
		}
	}
	if _, err := v.Open(key, append(bytes.Clone(sealed), 0)); !errors.Is(err, ErrTampered) {
		t.Errorf("one byte more: %v", err)
	}
}

func TestMovedValue(t *testing.T) {
	v, k := testVault(t)
	sealed := v.Seal([]byte("r/1"), []byte("value"))
	for _, key := range []string{"r/2", "r/", "r/11", ""} {
		if got, err := v.Open([]byte(key), sealed); !errors.Is(err, ErrTampered) || got != nil {
			t.Errorf("moved to %q: %q, %v", key, got, err)
		}
	}
	other := must(NewVault(k))(t) // the same key file, another data key
	if got, err := other.Open([]byte("r/1"), sealed); !errors.Is(err, ErrTampered) || got != nil {
		t.Errorf("in another database: %q, %v", got, err)
	}
}

func TestLookup(t *testing.T) {
	v, _ := testVault(t)
	w, _ := testVault(t)
	seen := map[[16]byte]string{}
	for _, c := range [][]string{{"a"}, {"a", ""}, {"a", "", ""}, {"a", "b"}, {"ab"}, {"", "ab"}, {"a", "b", "c"}, {"a", "bc"}} {
		sum := v.Lookup(c[0], c[1:]...)
		if before, found := seen[sum]; found {
			t.Errorf("%q is as %s", c, before)
		}
		seen[sum] = fmt.Sprintf("%q", c)
		if sum != v.Lookup(c[0], c[1:]...) || sum == w.Lookup(c[0], c[1:]...) {
			t.Errorf("%q: not its own in each database", c)
		}
	}
}

// TestNothingPrints keeps keys out of logs.
func TestNothingPrints(t *testing.T) {
	v, k := testVault(t)
	for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
		got := fmt.Sprintf(format, v) + fmt.Sprintf(format, k)
		if want := v.String() + k.String(); got != want {
			t.Errorf("%s prints %q", format, got)
		}
	}
}

// TestFIPS runs the vectors and a round trip in a process in which only
// approved algorithms are allowed.
func TestFIPS(t *testing.T) {
	cmd := exec.Command(os.Args[0], "-test.run=^(TestVectors|TestSealOpen|TestKeyFileOnDisk)$")
	cmd.Env = append(os.Environ(), "GODEBUG=fips140=only")
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "PASS") {
		t.Errorf("%v\n%s", err, out)
	}
}

// The figures of the budget: a record of 350 bytes.
func BenchmarkSeal350(b *testing.B) {
	v, _ := testVault(b)
	key, plain := make([]byte, 17), make([]byte, 350)
	b.ReportAllocs()
	b.SetBytes(350)
	for b.Loop() {
		v.Seal(key, plain)
	}
}

func BenchmarkOpen350(b *testing.B) {
	v, _ := testVault(b)
	key, plain := make([]byte, 17), make([]byte, 350)
	sealed := v.Seal(key, plain)
	b.ReportAllocs()
	b.SetBytes(350)
	for b.Loop() {
		if _, err := v.Open(key, sealed); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	v, _ := testVault(b)
	b.ReportAllocs()
	for b.Loop() {
		v.Lookup("person", "a name", "another")
	}
}
