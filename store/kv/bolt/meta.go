package bolt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"

	"muster/store/kv"
)

// bbolt's file begins with two pages of which each names the root of a tree
// and the commit that made it. Commits write them in turn; the valid one with
// the greater commit counts. We read them ourselves: bbolt passes over a bad
// one in silence and shows the state before, and it cannot tell cheaply
// whether anything changed. Numbers are in the machine's own byte order.
const (
	pageHeader = 16 // bytes before each page's contents
	metaSize   = 64
	metaMagic  = 0xED0CDAED
	metaFormat = 2 // bbolt's data file version
	minPage    = 1 << 10
	maxPage    = 1 << 24
)

type meta struct {
	pageSize       int
	root, freelist uint64 // pages
	pages          uint64 // how many the file has
	txid, sum      uint64
}

// bytes is how long the file must be at least.
func (m meta) bytes() uint64 { return m.pages * uint64(m.pageSize) }

// parseMeta reads one first page's contents. Its checksum is FNV-1a of all
// before it.
func parseMeta(b []byte) (meta, bool) {
	u32, u64 := binary.NativeEndian.Uint32, binary.NativeEndian.Uint64
	if len(b) < metaSize || u32(b) != metaMagic {
		return meta{}, false
	}
	h := fnv.New64a()
	h.Write(b[:metaSize-8])
	m := meta{int(u32(b[8:])), u64(b[16:]), u64(b[32:]), u64(b[40:]), u64(b[48:]), u64(b[56:])}
	ok := m.sum == h.Sum64() && u32(b[4:]) == metaFormat &&
		m.pageSize >= minPage && m.pageSize <= maxPage && m.pageSize&(m.pageSize-1) == 0 &&
		m.pages >= 4 && m.pages <= 1<<48/uint64(m.pageSize)
	return m, ok
}

// readMeta finds the newer first page. hint is the page size, if known.
// Unless either will do, both must be valid: a bad one may be the newer.
func readMeta(f io.ReaderAt, hint int, either bool) (meta, error) {
	both, err := readMetas(f, hint)
	if err != nil {
		return meta{}, err
	}
	if !either && (both[0].pages == 0 || both[1].pages == 0) {
		return meta{}, damaged("one of the two first pages is bad")
	}
	if both[0].txid > both[1].txid {
		return both[0], nil
	}
	return both[1], nil
}

// readMetas reads the two first pages; a bad one is the zero meta.
func readMetas(f io.ReaderAt, hint int) (both [2]meta, err error) {
	if hint == 0 {
		hint = 4096
	}
	buf := make([]byte, hint+pageHeader+metaSize)
	n, err := f.ReadAt(buf, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return both, osError(err)
	}
	if n == 0 {
		return both, fmt.Errorf("%w: the file is empty", kv.ErrDamaged)
	}
	buf = buf[:n]
	first := func(at int) (meta, bool) {
		if at+pageHeader > len(buf) {
			return meta{}, false
		}
		return parseMeta(buf[at+pageHeader:])
	}
	m0, ok0 := first(0)
	m1, ok1 := first(hint)
	if ok0 && m0.pageSize != hint || !ok0 && !ok1 {
		// Another page size than thought: look where the second may be.
		m1, ok1 = secondMeta(f)
		ok1 = ok1 && (!ok0 || m0.pageSize == m1.pageSize)
	}
	if !ok0 && !ok1 {
		return both, fmt.Errorf("%w: no valid first page", kv.ErrForeign)
	}
	if ok0 {
		both[0] = m0
	}
	if ok1 {
		both[1] = m1
	}
	return both, nil
}

// secondMeta looks for the second first page at every place it can have.
func secondMeta(f io.ReaderAt) (meta, bool) {
	buf := make([]byte, metaSize)
	for size := minPage; size <= maxPage; size *= 2 {
		if _, err := f.ReadAt(buf, int64(size+pageHeader)); err != nil {
			continue
		}
		if m, ok := parseMeta(buf); ok && m.pageSize == size {
			return m, true
		}
	}
	return meta{}, false
}
