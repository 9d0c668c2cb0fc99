package seal

// # The key file, for ever
//
// Text that can be printed and typed in again:
//
//	# any number of lines that begin with # and are not read
//	muster key 1
//	database ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789
//	1 ABCD-EFGH-JKMN-PQRS
//	2 ABCD-EFGH-JKMN-PQRS
//	3 ABCD-EFGH-JKMN-PQRS
//	4 ABCD-EFGH-JKMN-PQRS
//
// Signs are Crockford's base 32. The database line is the id (16 bytes) and a
// checksum (4). Line n of the key is 8 of its 32 bytes and a checksum of 2:
// the first bytes of SHA-256("muster key 1" ‖ n as one byte ‖ database id ‖
// the 8 bytes); so a slip in typing is found, with its line. Lines may come in
// any order, small letters count as capitals, O as 0, I and L as 1; spaces and
// hyphens within signs do not count, nor do empty lines, a byte order mark, and
// the carriage returns of Windows.

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"muster/model"
)

const (
	keyFileVersion = 1
	maxKeyFile     = 16 << 10 // bytes
	keyLines       = 4
	lineBytes      = keySize / keyLines
	lineCheck      = 2
)

// A KeyFile is the key that a person keeps, and whose it is.
type KeyFile struct {
	ID     ID   // of the database that it opens
	Shared bool // read from a file that others than its owner may read
	key    [keySize]byte
}

// String keeps the key out of what is printed.
func (k KeyFile) String() string { return "key file of " + k.ID.Short() }

// GoString keeps it out of what is printed for programmers.
func (k KeyFile) GoString() string { return k.String() }

// newKeyFile draws a key.
func newKeyFile(id ID) KeyFile {
	k := KeyFile{ID: id}
	rand.Read(k.key[:]) // never fails: it ends the program rather
	return k
}

// A KeyFileError says where a key file is wrong, and how.
type KeyFileError struct {
	Line int // from 1; 0 is the whole
	model.Message
}

func (e *KeyFileError) Error() string {
	return fmt.Sprintf("%v: line %d: %s", ErrKeyFile, e.Line, e.Message)
}

// Is makes errors.Is(err, ErrKeyFile) true.
func (e *KeyFileError) Is(target error) bool { return target == ErrKeyFile }

func badLine(line int, id string, pairs ...any) error {
	return &KeyFileError{line, model.Say("seal.file."+id, append([]any{"line", line}, pairs...)...)}
}

// Text is the file's text, with note as its first lines: what this is, and
// that without it nobody can read the database.
func (k KeyFile) Text(note string) []byte {
	var b bytes.Buffer
	for line := range strings.Lines(note) {
		line = strings.Map(func(r rune) rune {
			if unicode.IsControl(r) {
				return -1
			}
			return r
		}, line)
		b.WriteString(strings.TrimSpace("# "+line) + "\n")
	}
	fmt.Fprintf(&b, "muster key %d\n", keyFileVersion)
	fmt.Fprintf(&b, "database %s\n", k.ID)
	for n := range keyLines {
		part := k.key[n*lineBytes:][:lineBytes]
		fmt.Fprintf(&b, "%d %s\n", n+1, grouped(append(bytes.Clone(part), k.ID.lineCheck(n, part)...)))
	}
	return b.Bytes()
}

// lineCheck is the checksum of key line n, counted from 0.
func (id ID) lineCheck(n int, part []byte) []byte {
	b := append([]byte("muster key 1"), byte(n+1))
	b = append(append(b, id[:]...), part...)
	sum := sha256.Sum256(b)
	return sum[:lineCheck]
}

// ParseKeyFile reads the text of a key file. Errors are *KeyFileError, or
// ErrNewer.
func ParseKeyFile(text []byte) (KeyFile, error) {
	if len(text) > maxKeyFile {
		return KeyFile{}, badLine(0, "size")
	}
	if !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0 {
		return KeyFile{}, badLine(0, "text")
	}
	p := parts{at: map[string]int{}, value: map[string][]byte{}}
	line := 0
	for s := range strings.Lines(strings.TrimPrefix(string(text), "\ufeff")) {
		line++
		s = strings.TrimSpace(s)
		if s == "" || strings.HasPrefix(s, "#") {
			continue
		}
		if err := p.line(line, s); err != nil {
			return KeyFile{}, err
		}
	}
	return p.keyFile()
}

// parts are the lines of a key file so far: where each stood, and its bytes.
type parts struct {
	headed bool
	at     map[string]int
	value  map[string][]byte
}

// line takes one line that is neither empty nor a remark.
func (p *parts) line(n int, s string) error {
	name, rest, _ := strings.Cut(s, " ")
	if !p.headed {
		words := strings.Fields(s)
		if len(words) != 3 || words[0] != "muster" || words[1] != "key" {
			return badLine(n, "head")
		}
		if v, err := strconv.Atoi(words[2]); err != nil || v < 1 {
			return badLine(n, "head")
		} else if v > keyFileVersion {
			return fmt.Errorf("%w: key file of version %d", ErrNewer, v)
		}
		p.headed = true
		return nil
	}
	size := len(ID{}) + len(ID{}.check())
	switch name {
	case "database":
	case "1", "2", "3", "4":
		size = lineBytes + lineCheck
	default:
		return badLine(n, "unknown")
	}
	if p.at[name] != 0 {
		return badLine(n, "twice", "before", p.at[name])
	}
	value, err := signs(n, rest, size)
	p.at[name], p.value[name] = n, value
	return err
}

// signs reads size bytes from a line's signs.
func signs(n int, s string, size int) ([]byte, error) {
	var clean []byte
	for _, r := range s {
		switch r = unicode.ToUpper(r); r {
		case ' ', '\t', '-':
			continue
		case 'O':
			r = '0'
		case 'I', 'L':
			r = '1'
		}
		if !strings.ContainsRune(letters, r) {
			return nil, badLine(n, "sign", "place", len(clean)+1)
		}
		clean = append(clean, byte(r))
	}
	if want := encoding().EncodedLen(size); len(clean) != want {
		return nil, badLine(n, "length", "have", len(clean), "want", want)
	}
	b, err := encoding().DecodeString(string(clean))
	if err != nil {
		return nil, badLine(n, "check")
	}
	return b, nil
}

// keyFile puts the lines together and holds them to their checksums.
func (p *parts) keyFile() (k KeyFile, err error) {
	if !p.headed {
		return k, badLine(0, "head")
	}
	for _, name := range []string{"database", "1", "2", "3", "4"} {
		if p.at[name] == 0 {
			return k, badLine(0, "missing", "name", name)
		}
	}
	copy(k.ID[:], p.value["database"])
	if !bytes.Equal(p.value["database"][len(k.ID):], k.ID.check()) {
		return KeyFile{}, badLine(p.at["database"], "check")
	}
	for n := range keyLines {
		name := strconv.Itoa(n + 1)
		part := p.value[name][:lineBytes]
		if !bytes.Equal(p.value[name][lineBytes:], k.ID.lineCheck(n, part)) {
			return KeyFile{}, badLine(p.at[name], "check")
		}
		copy(k.key[n*lineBytes:], part)
	}
	return k, nil
}
