package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// vectors is what version 1 wrote, and every later program must read.
type vectors struct {
	KeyFile string   `json:"key_file"`
	ID      string   `json:"id"`
	Slots   string   `json:"slots"`    // hex
	DataKey string   `json:"data_key"` // hex
	Values  []vector `json:"values"`
	Lookups []lookup `json:"lookups"`
}

type vector struct {
	Key    string `json:"key"`    // hex
	Plain  string `json:"plain"`  // hex
	Sealed string `json:"sealed"` // hex
}

type lookup struct {
	Domain string   `json:"domain"`
	Parts  []string `json:"parts"`
	Sum    string   `json:"sum"` // hex
}

func vectorFile() string { return filepath.Join("testdata", "v1.json") }

// newVectors is a flag for the author of a new format; v1.json never changes.
var newVectors = flag.Bool("new-vectors", false, "write testdata/v1.json, if there is none")

func TestWriteVectors(t *testing.T) {
	if !*newVectors {
		return
	}
	k := newKeyFile(NewID())
	v := must(NewVault(k))(t)
	if err := v.AddKeyFile(newKeyFile(k.ID)); err != nil {
		t.Fatal(err)
	}
	out := vectors{
		KeyFile: string(k.Text("Key for testing only.\nÑandú.")), ID: k.ID.String(),
		Slots: hex.EncodeToString(must(v.Slots())(t)), DataKey: hex.EncodeToString(v.key.raw),
	}
	for _, n := range []int{0, 1, 62, 63, 64, 126, 127, 350, 20000} {
		key, plain := []byte{0, byte(n), 0xff}, []byte(strings.Repeat("muster ñ ", n/9+1))[:n]
		out.Values = append(out.Values, vector{hex.EncodeToString(key), hex.EncodeToString(plain), hex.EncodeToString(v.Seal(key, plain))})
	}
	for _, l := range [][]string{{"person"}, {"person", ""}, {"person", "a", "b"}, {"person", "ab"}, {"", "ñ"}} {
		sum := v.Lookup(l[0], l[1:]...)
		out.Lookups = append(out.Lookups, lookup{l[0], l[1:], hex.EncodeToString(sum[:])})
	}
	text, err := json.MarshalIndent(out, "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(vectorFile(), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write(append(text, '\n')); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func readVectors(t testing.TB) (v vectors) {
	t.Helper()
	text, err := os.ReadFile(vectorFile())
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func unhex(t testing.TB, s string) []byte {
	t.Helper()
	return must(hex.DecodeString(s))(t)
}

// must makes a failure end the test.
func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func TestVectors(t *testing.T) {
	want := readVectors(t)
	k := must(ParseKeyFile([]byte(want.KeyFile)))(t)
	if k.ID.String() != want.ID {
		t.Errorf("id %s, want %s", k.ID, want.ID)
	}
	if got := string(k.Text("Key for testing only.\nÑandú.")); got != want.KeyFile {
		t.Errorf("the text of a key file has changed:\n%s", got)
	}
	v := must(Open(unhex(t, want.Slots), k))(t)
	if got := hex.EncodeToString(must(v.Slots())(t)); got != want.Slots {
		t.Errorf("slots are written as %s", got)
	}
	for _, c := range want.Values {
		plain := must(v.Open(unhex(t, c.Key), unhex(t, c.Sealed)))(t)
		if hex.EncodeToString(plain) != c.Plain {
			t.Errorf("value at %s: %x", c.Key, plain)
		}
	}
	for _, l := range want.Lookups {
		if sum := v.Lookup(l.Domain, l.Parts...); hex.EncodeToString(sum[:]) != l.Sum {
			t.Errorf("lookup %q %q: %x", l.Domain, l.Parts, sum)
		}
	}
}

// TestFormatAsWritten opens the vectors without any of our code, by what the
// comments at the top of the format files say.
func TestFormatAsWritten(t *testing.T) {
	want := readVectors(t)
	id := must(encoding().DecodeString(strings.ReplaceAll(want.ID, "-", "")))(t)[:16]
	raw := unhex(t, want.DataKey)
	// HKDF-SHA256 for one block: extract, then expand.
	derived := func(info string) []byte {
		return hmacSum(hmacSum(id, raw), append([]byte(info), 1))
	}
	block := must(aes.NewCipher(derived("muster 1 records")))(t)
	gcm := must(cipher.NewGCM(block))(t)
	for _, c := range want.Values {
		sealed, key := unhex(t, c.Sealed), unhex(t, c.Key)
		padded, err := gcm.Open(nil, sealed[2:14], sealed[14:], append([]byte{1, 1}, key...))
		if err != nil {
			t.Fatalf("value at %s: %v", c.Key, err)
		}
		plain := unhex(t, c.Plain)
		length := []byte{byte(len(plain))}
		if n := len(plain); n >= 1<<14 {
			length = []byte{byte(n) | 0x80, byte(n>>7) | 0x80, byte(n >> 14)}
		} else if n >= 1<<7 {
			length = []byte{byte(n) | 0x80, byte(n >> 7)}
		}
		expect := append(length, plain...)
		for len(expect)%64 != 0 {
			expect = append(expect, 0)
		}
		if string(padded) != string(expect) {
			t.Errorf("value at %s is padded otherwise: %x", c.Key, padded)
		}
	}
	l := want.Lookups[2]
	input := "\x00\x00\x00\x00\x00\x00\x00\x06person" + "\x00\x00\x00\x00\x00\x00\x00\x01a" + "\x00\x00\x00\x00\x00\x00\x00\x01b"
	if got := hex.EncodeToString(hmacSum(derived("muster 1 lookup"), []byte(input))[:16]); got != l.Sum {
		t.Errorf("lookup is %s, want %s", l.Sum, got)
	}
}

func hmacSum(key, data []byte) []byte {
	m := hmac.New(sha256.New, key)
	m.Write(data)
	return m.Sum(nil)
}
