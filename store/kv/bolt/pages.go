package bolt

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"muster/store/kv"
)

// The pages of bbolt's file, read with every number doubted. A page is a
// header (its own number, kind, count of elements, how many pages it runs on
// for), then elements, then the keys and values which these point to.
const (
	branchPage   = 0x01
	leafPage     = 0x02
	freelistPage = 0x10
	elementSize  = 16
	bucketFlag   = 0x01 // of a leaf's element: the value is a bucket
	bucketSize   = 16   // a bucket's value: its root page (0: the page follows) and a counter
	maxDepth     = 48   // of a tree; a circle is deeper
)

// image is a file as of one first page.
type image struct {
	f io.ReaderAt
	m meta
}

type page struct {
	id    uint64
	kind  uint16
	count int
	run   uint64 // pages, 1 or more
	body  []byte // the whole run, header included
}

// element is one entry of a branch (child) or a leaf (value, flags).
type element struct {
	key, value []byte
	at         int // where the key begins in the page
	child      uint64
	flags      uint32
}

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %s", kv.ErrDamaged, fmt.Sprintf(format, args...))
}

// page reads page id and those it runs on for.
func (im image) page(id uint64) (page, error) {
	if id < 2 || id >= im.m.pages {
		return page{}, damaged("page %d of %d", id, im.m.pages)
	}
	size := uint64(im.m.pageSize)
	body := make([]byte, size)
	if err := im.read(body, id); err != nil {
		return page{}, err
	}
	p, err := parsePage(body)
	if err != nil {
		return page{}, err
	}
	if p.id != id || p.run > im.m.pages-id {
		return page{}, damaged("page %d says it is page %d, %d long", id, p.id, p.run)
	}
	if p.run > 1 {
		p.body = make([]byte, p.run*size)
		if err := im.read(p.body, id); err != nil {
			return page{}, err
		}
	}
	return p, nil
}

func (im image) read(b []byte, id uint64) error {
	if _, err := im.f.ReadAt(b, int64(id)*int64(im.m.pageSize)); err != nil {
		return osError(err)
	}
	return nil
}

func parsePage(b []byte) (page, error) {
	if len(b) < pageHeader {
		return page{}, damaged("a page of %d bytes", len(b))
	}
	ne := binary.NativeEndian
	return page{
		id: ne.Uint64(b), kind: ne.Uint16(b[8:]), count: int(ne.Uint16(b[10:])),
		run: uint64(ne.Uint32(b[12:])) + 1, body: b,
	}, nil
}

// element takes out entry i, which must lie within the page.
func (p page) element(i int) (element, error) {
	at := pageHeader + i*elementSize
	if at+elementSize > len(p.body) {
		return element{}, damaged("page %d: entry %d is outside", p.id, i)
	}
	ne, b := binary.NativeEndian, p.body[at:]
	var el element
	var pos, klen, vlen uint64
	if p.kind == branchPage {
		pos, klen = uint64(ne.Uint32(b)), uint64(ne.Uint32(b[4:]))
		el.child = ne.Uint64(b[8:])
	} else {
		el.flags = ne.Uint32(b)
		pos, klen, vlen = uint64(ne.Uint32(b[4:])), uint64(ne.Uint32(b[8:])), uint64(ne.Uint32(b[12:]))
	}
	if pos+klen+vlen > uint64(len(b)) {
		return element{}, damaged("page %d: entry %d points outside", p.id, i)
	}
	el.at = at + int(pos)
	el.key, el.value = b[pos:pos+klen], b[pos+klen:pos+klen+vlen]
	return el, nil
}

// elements gives every entry of a branch or leaf and holds their keys to be
// rising, from low (nil: no bound) and below high (nil: no bound). bbolt writes
// keys and values without gaps right behind the entries, so a wrong count of
// entries shows.
func (p page) elements(low, high []byte) ([]element, error) {
	all := make([]element, 0, min(p.count, len(p.body)/elementSize))
	end := pageHeader + p.count*elementSize
	for i := range p.count {
		el, err := p.element(i)
		if err != nil {
			return nil, err
		}
		if el.at != end {
			return nil, damaged("page %d: a gap before entry %d", p.id, i)
		}
		end += len(el.key) + len(el.value)
		if i > 0 && bytes.Compare(all[i-1].key, el.key) >= 0 ||
			low != nil && bytes.Compare(el.key, low) < 0 ||
			high != nil && bytes.Compare(el.key, high) >= 0 {
			return nil, damaged("page %d: key %d is out of order", p.id, i)
		}
		all = append(all, el)
	}
	return all, p.fits(end)
}

// fits holds that the page runs on for as long as its contents need, which end
// there. bbolt believes what the page says: when it frees the page, a greater
// number would free those of others, or go on for hours.
func (p page) fits(end int) error {
	if uint64(end) > uint64(len(p.body)) || uint64(end)+uint64(len(p.body))/p.run <= uint64(len(p.body)) {
		return damaged("page %d is %d pages long for %d bytes", p.id, p.run, end)
	}
	return nil
}

// bucket takes a bucket's value apart: the page of its root, or the page that
// is the rest of the value.
func (el element) bucket() (root uint64, inline page, err error) {
	if len(el.value) < bucketSize {
		return 0, page{}, damaged("a bucket of %d bytes", len(el.value))
	}
	if root = binary.NativeEndian.Uint64(el.value); root != 0 {
		return root, page{}, nil
	}
	inline, err = parsePage(el.value[bucketSize:])
	if err == nil && inline.kind != leafPage {
		err = damaged("a bucket within a page is of kind %d", inline.kind)
	}
	return 0, inline, err
}

// free lists the pages that are free, and the run of pages the list takes.
func (im image) free() ([]uint64, page, error) {
	p, err := im.page(im.m.freelist)
	if err != nil {
		return nil, p, err
	}
	if p.kind != freelistPage {
		return nil, p, damaged("page %d should list the free pages, and is of kind %d", p.id, p.kind)
	}
	n, at := uint64(p.count), uint64(pageHeader)
	if p.count == 0xffff { // too many for two bytes: the first entry is the count
		n, at = binary.NativeEndian.Uint64(p.body[at:]), at+8
	}
	if n > (uint64(len(p.body))-at)/8 {
		return nil, p, damaged("page %d lists %d free pages", p.id, n)
	}
	// The list takes a page or so more than it needs, being made room for
	// before pages are taken from it.
	if size := uint64(im.m.pageSize); p.run > (at+8*n+8*(p.run+1))/size+1 {
		return nil, p, damaged("page %d is %d pages long for %d free ones", p.id, p.run, n)
	}
	ids := make([]uint64, n)
	for i := range ids {
		ids[i] = binary.NativeEndian.Uint64(p.body[at+8*uint64(i):])
	}
	return ids, p, nil
}
