package store

import (
	"bytes"
	"errors"
	"io"
	"sort"
)

// errTooLong: so much was read without coming to the end of one value.
var errTooLong = errors.New("store: import: value too long")

// lines is a reader that knows on which line a byte stood, leaves out a byte
// order mark, and never reads much further than one record beyond what was
// passed, so that a file cannot fill the memory.
type lines struct {
	r     io.Reader
	begun bool
	read  int64   // bytes given
	done  int64   // bytes passed
	base  int     // line ends before done
	ends  []int64 // places of the line ends since
}

func newLines(r io.Reader) *lines { return &lines{r: r} }

func (l *lines) Read(b []byte) (int, error) {
	if l.read-l.done > maxRecord+1<<16 {
		return 0, errTooLong
	}
	b = b[:min(len(b), 1<<16)]
	if !l.begun {
		if err := l.begin(); err != nil {
			return 0, err
		}
	}
	n, err := l.r.Read(b)
	for i, c := range b[:n] {
		if c == '\n' {
			l.ends = append(l.ends, l.read+int64(i))
		}
	}
	l.read += int64(n)
	return n, err
}

// begin passes over a byte order mark.
func (l *lines) begin() error {
	l.begun = true
	var first [3]byte
	n, err := io.ReadFull(l.r, first[:])
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	if mark := []byte("\uFEFF"); !bytes.Equal(first[:n], mark) {
		l.r = io.MultiReader(bytes.NewReader(first[:n]), l.r)
	}
	return nil
}

// passed says that nobody will ask for lines before that byte any more.
func (l *lines) passed(to int64) {
	n := sort.Search(len(l.ends), func(i int) bool { return l.ends[i] >= to })
	l.base, l.done = l.base+n, to
	l.ends = append(l.ends[:0], l.ends[n:]...)
}

// line is the line of the byte, from 1.
func (l *lines) line(at int64) int {
	return l.base + sort.Search(len(l.ends), func(i int) bool { return l.ends[i] >= at }) + 1
}

func (l *lines) empty() bool { return l.read == 0 }
